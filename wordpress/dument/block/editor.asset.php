<?php
/**
 * What the editor's script is made of: WordPress loads these first.
 *
 * @package Dument
 */

return array(
	'dependencies' => array( 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element', 'wp-i18n' ),
	'version'      => '0.0.0-workspace',
);
