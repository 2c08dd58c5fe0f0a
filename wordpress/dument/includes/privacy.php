<?php
/**
 * What to say in the blog's own page on privacy: WordPress suggests it to who writes that page.
 *
 * @package Dument
 */

namespace Dument;

/**
 * Suggests the paragraph.
 */
function suggest_privacy_text() {
	$text = __( "Les outils de Dûment affichés dans nos pages sont servis par notre propre site. Ce que vous y saisissez est calculé sur votre appareil et n’est envoyé à personne, ni à nous ni à un tiers\u{202f}; ils ne déposent aucun traceur et n’appellent aucun autre site.", 'dument' );
	wp_add_privacy_policy_content( 'Dûment', '<p>' . esc_html( $text ) . '</p>' );
}
add_action( 'admin_init', __NAMESPACE__ . '\suggest_privacy_text' );
