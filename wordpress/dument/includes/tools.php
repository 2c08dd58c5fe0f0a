<?php
/**
 * The tools that may be shown, and where the site that holds them lies.
 *
 * @package Dument
 */

namespace Dument;

/**
 * Every tool, with its name in the editor and what its link says.
 *
 * @return array<string, array{name: string, link: string}>
 */
function tools() {
	return array(
		'penalites'    => array(
			'name' => __( 'Pénalités de retard', 'dument' ),
			'link' => __( 'Calculer mes pénalités de retard', 'dument' ),
		),
		'prescription' => array(
			'name' => __( 'Prescription', 'dument' ),
			'link' => __( 'Savoir jusqu’à quand réclamer ma facture', 'dument' ),
		),
		'procedure'    => array(
			'name' => __( 'Choix de la procédure', 'dument' ),
			'link' => __( 'Choisir la procédure pour ma facture impayée', 'dument' ),
		),
		'lettres'      => array(
			'name' => __( 'Lettres', 'dument' ),
			'link' => __( 'Écrire une relance ou une mise en demeure', 'dument' ),
		),
		'complet'      => array(
			'name' => __( 'Tous les outils', 'dument' ),
			'link' => __( 'Réclamer ma facture impayée', 'dument' ),
		),
	);
}

/**
 * Where the tools are: in the site that this plug-in brings along, so on the blog itself.
 *
 * @return string The address of their folder, with a slash at its end.
 */
function tools_url() {
	return plugins_url( 'site/embed/v1/', MAIN_FILE );
}
