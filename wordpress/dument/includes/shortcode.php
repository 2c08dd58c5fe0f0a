<?php
/**
 * The shortcode, for editors without blocks: `[dument outil="penalites" couleur="#1d4ed8"]`.
 *
 * @package Dument
 */

namespace Dument;

/**
 * What the shortcode shows.
 *
 * @param array|string $attributes What was typed in it; without any, an empty text.
 * @return string
 */
function render_shortcode( $attributes ) {
	return frame( (array) $attributes );
}
add_shortcode( 'dument', __NAMESPACE__ . '\render_shortcode' );
