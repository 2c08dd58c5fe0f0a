// The block in the editor: the tool itself, live, and its options beside. Plain JavaScript, as browsers read it: no build.

( ( { blocks, blockEditor, components, element, i18n }, { address, tools } ) => {
	const { createElement: el } = element;
	const { __ } = i18n;
	const { PanelBody, SelectControl, TextControl, ToggleControl } = components;

	/** How high the tool is in the editor; in the page it is as high as what it holds. */
	const HEIGHT = '520px';

	const OPTIONS = [ 'couleur', 'theme', 'fond', 'montant', 'echeance', 'client', 'le' ];

	const THEMES = [
		{ value: '', label: __( 'Comme l’appareil du lecteur', 'dument' ) },
		{ value: 'clair', label: __( 'Clair', 'dument' ) },
		{ value: 'sombre', label: __( 'Sombre', 'dument' ) },
	];

	const CLIENTS = [
		{ value: '', label: __( 'Le lecteur choisit', 'dument' ) },
		{ value: 'societe', label: __( 'Une entreprise (société)', 'dument' ) },
		{ value: 'commercant', label: __( 'Un commerçant', 'dument' ) },
		{ value: 'artisan', label: __( 'Un artisan', 'dument' ) },
		{ value: 'liberal', label: __( 'Un professionnel libéral', 'dument' ) },
		{ value: 'agriculteur', label: __( 'Un agriculteur', 'dument' ) },
		{ value: 'societe-civile', label: __( 'Une société civile', 'dument' ) },
		{ value: 'association', label: __( 'Une association', 'dument' ) },
		{ value: 'particulier', label: __( 'Un particulier', 'dument' ) },
		{ value: 'public', label: __( 'Un organisme public', 'dument' ) },
	];

	const isTool = ( name ) => Object.keys( tools ).includes( name );

	/** The address of the tool with its options, as `tool_url()` makes it in PHP. */
	const addressOf = ( attributes ) => {
		const told = OPTIONS.filter( ( name ) => attributes[ name ] ).map( ( name ) => [ name, attributes[ name ].replace( /^#/, '' ) ] );
		return `${ address }${ attributes.outil }/#${ new URLSearchParams( told ) }`;
	};

	/** What an address of a tool says, or nothing where it isn't one. */
	const readAddress = ( text ) => {
		const start = address.replace( /^https?:/, '' );
		const typed = text.trim().replace( /^https?:/, '' );
		if ( ! typed.startsWith( start ) ) {
			return undefined;
		}
		const [ tool, fragment = '' ] = typed.slice( start.length ).split( '#' );
		const outil = tool.replace( /\/$/, '' );
		const told = [ ...new URLSearchParams( fragment ) ].filter( ( [ name ] ) => OPTIONS.includes( name ) );
		return isTool( outil ) ? { ...Object.fromEntries( told ), outil } : undefined;
	};

	const edit = ( { attributes, setAttributes } ) => {
		const set = ( name ) => ( value ) => setAttributes( { [ name ]: value ?? '' } );
		const text = ( name, label, more ) => el( TextControl, { label, value: attributes[ name ], onChange: set( name ), ...more } );
		const choice = ( name, label, options ) => el( SelectControl, { label, value: attributes[ name ], options, onChange: set( name ) } );
		const names = Object.entries( tools ).map( ( [ value, label ] ) => ( { value, label } ) );
		const colour = attributes.couleur && `#${ attributes.couleur.replace( /^#/, '' ) }`;
		const src = addressOf( attributes );
		const frame = { key: src, src, title: tools[ attributes.outil ], style: { display: 'block', width: '100%', height: HEIGHT, border: 0 } };

		return el(
			'div',
			blockEditor.useBlockProps(),
			el(
				blockEditor.InspectorControls,
				null,
				el( PanelBody, { title: __( 'Outil', 'dument' ) }, choice( 'outil', __( 'Outil', 'dument' ), names ) ),
				el( blockEditor.PanelColorSettings, {
					title: __( 'Couleur', 'dument' ),
					colorSettings: [ { label: __( 'Couleur principale', 'dument' ), value: colour, onChange: set( 'couleur' ) } ],
				} ),
				el(
					PanelBody,
					{ title: __( 'Apparence', 'dument' ), initialOpen: false },
					choice( 'theme', __( 'Thème', 'dument' ), THEMES ),
					el( ToggleControl, {
						label: __( 'Fond transparent', 'dument' ),
						checked: attributes.fond === 'transparent',
						onChange: ( on ) => set( 'fond' )( on ? 'transparent' : '' ),
					} )
				),
				el(
					PanelBody,
					{ title: __( 'Exemple prérempli', 'dument' ), initialOpen: false },
					text( 'montant', __( 'Montant de la facture, toutes taxes comprises', 'dument' ), {
						help: __( 'Par exemple\u00a0: 1\u202f850,00', 'dument' ),
					} ),
					text( 'echeance', __( 'Échéance de la facture', 'dument' ), { type: 'date' } ),
					choice( 'client', __( 'Client', 'dument' ), CLIENTS ),
					text( 'le', __( 'Jour du calcul', 'dument' ), {
						type: 'date',
						help: __( 'Pour un exemple dont les chiffres ne changent pas\u202f; sinon, le calcul est fait au jour de la lecture.', 'dument' ),
					} )
				)
			),
			// Disabled, so that a click chooses the block; made anew with its options, as it would be in the page.
			isTool( attributes.outil )
				? el( components.Disabled, null, el( 'iframe', frame ) )
				: el( 'p', null, __( 'Cet outil n’existe pas. Choisissez-en un dans les réglages du bloc.', 'dument' ) )
		);
	};

	blocks.registerBlockType( 'dument/outil', {
		icon: el(
			'svg',
			{ viewBox: '0 0 24 24', xmlns: 'http://www.w3.org/2000/svg' },
			el( 'path', { d: 'M6 2h9l5 5v15H6zM14 3v5h5M9 12h7M9 15h7M9 18h4', fill: 'none', stroke: 'currentColor', strokeWidth: 1.5 } )
		),
		edit,
		save: () => null,
		transforms: {
			from: [
				{
					type: 'raw',
					// Before the block that would ask the network what the address is.
					priority: 1,
					isMatch: ( { nodeName, textContent } ) => nodeName === 'P' && readAddress( textContent ) !== undefined,
					transform: ( { textContent } ) => blocks.createBlock( 'dument/outil', readAddress( textContent ) ),
				},
				{
					type: 'shortcode',
					tag: 'dument',
					attributes: Object.fromEntries(
						[ 'outil', ...OPTIONS ].map( ( name ) => [ name, { type: 'string', shortcode: ( { named } ) => named[ name ] } ] )
					),
				},
			],
		},
	} );
} )( window.wp, window.dument );
