<?php
/**
 * Dûment's tools in the posts of a blog, served by the blog itself.
 *
 * @package Dument
 *
 * @wordpress-plugin
 * Plugin Name: Dûment
 * Description: Pénalités de retard, prescription, procédure et lettres pour une facture impayée, dans vos articles. Tout est servi par votre site et calculé sur l’appareil du lecteur : rien n’est envoyé à personne.
 * Version: 0.0.0-workspace
 * Requires at least: 6.1
 * Requires PHP: 7.4
 * License: EUPL-1.2
 * License URI: https://eupl.eu/1.2/fr/
 * Text Domain: dument
 */

namespace Dument;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

const MAIN_FILE = __FILE__;

require __DIR__ . '/includes/tools.php';
require __DIR__ . '/includes/options.php';
require __DIR__ . '/includes/frame.php';
require __DIR__ . '/includes/block.php';
require __DIR__ . '/includes/shortcode.php';
require __DIR__ . '/includes/address.php';
require __DIR__ . '/includes/privacy.php';
