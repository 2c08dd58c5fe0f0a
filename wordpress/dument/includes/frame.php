<?php
/**
 * A tool in a page: a link that works by itself, and the script that puts the tool in its place.
 *
 * The link is what a feed, an e-mail or a page without JavaScript shows; it opens the whole page of the tool. The frame is made by
 * the loader that every other site uses too, which gives it the height of what it holds.
 *
 * @package Dument
 */

namespace Dument;

const LOADER = 'dument-loader';

/**
 * Makes the loader known.
 */
function register_loader() {
	// At the end of the page, and without a version after its address: the loader of `v1` never changes.
	wp_register_script( LOADER, tools_url() . 'embed.js', array(), null, true );
}
add_action( 'init', __NAMESPACE__ . '\register_loader' );

/**
 * The address of a tool with its options after `#`, which browsers send to no one.
 *
 * @param string $tool    The tool.
 * @param array  $options What it is told, as `options()` gives it.
 * @return string
 */
function tool_url( $tool, array $options ) {
	$url = tools_url() . $tool . '/';
	return $options ? $url . '#' . http_build_query( $options, '', '&', PHP_QUERY_RFC3986 ) : $url;
}

/**
 * A tool as a part of a page. One that isn't known shows nothing, but to who can put it right.
 *
 * @param array  $attributes What the block, the shortcode or an address holds.
 * @param string $wrapper    The attributes of the element around it, escaped already.
 * @return string
 */
function frame( array $attributes, $wrapper = 'class="wp-block-dument-outil"' ) {
	$tools = tools();
	$tool  = isset( $attributes['outil'] ) && is_scalar( $attributes['outil'] ) ? (string) $attributes['outil'] : 'complet';
	if ( ! isset( $tools[ $tool ] ) ) {
		return unknown_tool( $tool );
	}
	wp_enqueue_script( LOADER );
	return sprintf(
		'<div %1$s><a class="dument" href="%2$s">%3$s</a></div>',
		$wrapper,
		esc_url( tool_url( $tool, options( $attributes ) ) ),
		esc_html( $tools[ $tool ]['link'] )
	);
}

/**
 * What an author sees in the place of a tool that doesn't exist.
 *
 * @param string $tool What was asked for.
 * @return string
 */
function unknown_tool( $tool ) {
	if ( ! current_user_can( 'edit_posts' ) ) {
		return '';
	}
	/* translators: 1: what was typed, 2: the names that can be. */
	$sentence = __( "Dûment n’a pas d’outil «\u{a0}%1\$s\u{a0}». Choisissez parmi\u{a0}: %2\$s. Vos lecteurs ne voient pas ce message.", 'dument' );
	return '<p>' . esc_html( sprintf( $sentence, $tool, implode( ', ', array_keys( tools() ) ) ) ) . '</p>';
}
