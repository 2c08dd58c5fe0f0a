<?php
/**
 * The address of a tool, alone on its line, becomes the tool.
 *
 * WordPress would ask an oEmbed provider for what to show: it would send itself a request, and keep the answer in its tables. A
 * handler needs neither, and what it shows isn't put in a sandbox without downloads.
 *
 * @package Dument
 */

namespace Dument;

/**
 * What the address of a tool looks like on this blog, by whichever scheme.
 *
 * @return string A regular expression: the tool, then what follows `#`.
 */
function address_pattern() {
	$place = preg_replace( '#^https?:#', '', tools_url() );
	return '!^https?:' . preg_quote( $place, '!' ) . '([a-z]+)/?(?:#(.*))?$!';
}

/**
 * Makes the address known.
 */
function register_address() {
	wp_embed_register_handler( 'dument', address_pattern(), __NAMESPACE__ . '\render_address' );
}
add_action( 'init', __NAMESPACE__ . '\register_address' );

/**
 * What an address shows.
 *
 * @param array $parts What the pattern found in it.
 * @return string
 */
function render_address( array $parts ) {
	$attributes = array();
	wp_parse_str( isset( $parts[2] ) ? wp_specialchars_decode( $parts[2] ) : '', $attributes );
	$attributes['outil'] = $parts[1];
	return frame( $attributes );
}

/**
 * Answers the editor that asks what an address of ours shows, before WordPress would look for it on the network.
 *
 * @param mixed            $answer  What answers already, or null.
 * @param \WP_REST_Server  $server  Who is asked.
 * @param \WP_REST_Request $request The request.
 * @return mixed
 */
function answer_editor( $answer, $server, $request ) {
	if ( null !== $answer || '/oembed/1.0/proxy' !== $request->get_route() || ! current_user_can( 'edit_posts' ) ) {
		return $answer;
	}
	if ( ! preg_match( address_pattern(), (string) $request['url'], $parts ) ) {
		return $answer;
	}
	return rest_ensure_response(
		array(
			'version'       => '1.0',
			'type'          => 'rich',
			'provider_name' => 'Dûment',
			'html'          => render_address( $parts ),
			'scripts'       => array( tools_url() . 'embed.js' ),
		)
	);
}
add_filter( 'rest_pre_dispatch', __NAMESPACE__ . '\answer_editor', 10, 3 );
