<?php
/**
 * What a tool may be told: each option by its name in the tool's address, and nothing else.
 *
 * @package Dument
 */

namespace Dument;

const THEMES  = array( 'clair', 'sombre' );
const CLIENTS = array( 'societe', 'commercant', 'artisan', 'liberal', 'agriculteur', 'societe-civile', 'association', 'particulier', 'public' );

/**
 * The options among some attributes: those that are known and read well, as the tool takes them.
 *
 * @param array $attributes Whatever the block, the shortcode or an address holds.
 * @return array<string, string>
 */
function options( array $attributes ) {
	$options = array();
	foreach ( array( 'couleur', 'theme', 'fond', 'montant', 'echeance', 'client', 'le' ) as $name ) {
		$typed = isset( $attributes[ $name ] ) && is_scalar( $attributes[ $name ] ) ? trim( (string) $attributes[ $name ] ) : '';
		$read  = read_option( $name, $typed );
		if ( '' !== $read ) {
			$options[ $name ] = $read;
		}
	}
	return $options;
}

/**
 * One option as the tool takes it, or nothing where it doesn't read well.
 *
 * @param string $name  The name of the option.
 * @param string $typed What was typed for it.
 * @return string
 */
function read_option( $name, $typed ) {
	switch ( $name ) {
		case 'couleur':
			return read_colour( $typed );
		case 'theme':
			return in_array( $typed, THEMES, true ) ? $typed : '';
		case 'fond':
			return 'transparent' === $typed ? $typed : '';
		case 'montant':
			// An amount as one types it: digits, spaces of any kind, a decimal mark, the currency.
			return preg_match( '/^\d[\d\s.,]{0,19}€?$/u', $typed ) ? $typed : '';
		case 'echeance':
		case 'le':
			return read_day( $typed );
		case 'client':
			return in_array( $typed, CLIENTS, true ) ? $typed : '';
	}
	return '';
}

/**
 * `2026-05-16`, from that or from `16/05/2026`.
 *
 * @param string $typed What was typed.
 * @return string
 */
function read_day( $typed ) {
	if ( preg_match( '#^(\d{1,2})/(\d{1,2})/(\d{4})$#', $typed, $parts ) ) {
		$typed = sprintf( '%04d-%02d-%02d', $parts[3], $parts[2], $parts[1] );
	}
	$is_day = preg_match( '#^(\d{4})-(\d{2})-(\d{2})$#', $typed, $parts ) && checkdate( (int) $parts[2], (int) $parts[3], (int) $parts[1] );
	return $is_day ? $typed : '';
}

/**
 * Six hexadecimal digits from `#1d4ed8`, `1d4ed8` or `#14d`.
 *
 * @param string $typed What was typed.
 * @return string
 */
function read_colour( $typed ) {
	$digits = strtolower( ltrim( $typed, '#' ) );
	if ( preg_match( '/^[0-9a-f]{3}$/', $digits ) ) {
		$digits = preg_replace( '/(.)/', '$1$1', $digits );
	}
	return preg_match( '/^[0-9a-f]{6}$/', $digits ) ? $digits : '';
}
