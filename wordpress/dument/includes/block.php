<?php
/**
 * The block: what it shows is made when the page is, so that it needs no right to write HTML.
 *
 * @package Dument
 */

namespace Dument;

/**
 * Makes the block known, and tells the editor where the tools are.
 */
function register_block() {
	$type = register_block_type( dirname( MAIN_FILE ) . '/block', array( 'render_callback' => __NAMESPACE__ . '\render_block' ) );
	if ( ! $type ) {
		return;
	}
	$told = array(
		'address' => tools_url(),
		'tools'   => wp_list_pluck( tools(), 'name' ),
	);
	foreach ( $type->editor_script_handles as $handle ) {
		wp_add_inline_script( $handle, 'window.dument = ' . wp_json_encode( $told ) . ';', 'before' );
		wp_set_script_translations( $handle, 'dument' );
	}
}
add_action( 'init', __NAMESPACE__ . '\register_block' );

/**
 * What the block shows.
 *
 * @param array $attributes What was chosen in the editor.
 * @return string
 */
function render_block( $attributes ) {
	return frame( $attributes, get_block_wrapper_attributes() );
}
