//! The fields that each kind of letter asks, in the order of the form.

use dument_letters::LetterKind;

use super::Form::{
    Check, Choice, Correspondent, Day, InsolvencyOpenedOn, Lines, List, Long, Money, Number, Opens, Signatory, Text, YesNo,
};
use super::{Field, Form};

const fn field(name: &'static str, label: &'static str, form: Form) -> Field {
    Field::new(name, label, form)
}

const PENALTY_CLAIM: &[Field] =
    &[field("number", "Numéro de la note", Text).hint("Dans une série à part de vos factures, par exemple ND-2026-03.")];

const INSTALMENT: &[Field] =
    &[field("on", "Le", Day).needed("Indiquez le jour de ce versement."), field("amount", "Montant", Money)];

const PAYMENT_PLAN: &[Field] = &[
    field("instalments", "Versements", List(INSTALMENT, 0, "Versement"))
        .hint("Un montant laissé vide est une part égale de ce que les autres laissent.")
        .needed("Indiquez les dates des versements convenus."),
    field(
        "interest",
        "Les intérêts et l’indemnité",
        Choice(&[
            ("runsOn", "Comptés jusqu’à ce jour\u{202f}; ils continuent ensuite"),
            ("suspended", "Comptés jusqu’à ce jour\u{202f}; suspendus ensuite"),
            ("waivedIfKept", "Abandonnés si l’échéancier est tenu"),
        ]),
    ),
    field("cureDays", "Délai de rattrapage", Number("jours"))
        .hint("Après une mise en demeure, avant que tout devienne exigible. Vide\u{a0}: 15 jours, 30 pour un particulier."),
    field("signatory", "Signataire pour votre client", Signatory),
];

const ACKNOWLEDGMENT: &[Field] = &[
    field("dueOn", "Il s’engage à payer avant le", Day).hint("Vide\u{a0}: tout de suite ce qui est échu."),
    field("identity", "Identité de la personne", Text)
        .hint("Pour un particulier, par exemple\u{a0}: née le 3 mai 1980 à Angers."),
    field("signatory", "Signataire pour votre client", Signatory),
];

const POINT: &[Field] = &[
    field("objection", "Ce que dit votre client", Text)
        .hint("En quelques mots à vous.")
        .needed("Rappelez en quelques mots ce que le client conteste."),
    field("reply", "Votre réponse", Long).hint("Avec la pièce qui la prouve.").needed("Indiquez votre réponse à ce point."),
];

const REPLY_TO_DISPUTE: &[Field] = &[
    field("disputedOn", "Date de sa contestation", Day).needed("Indiquez la date de la contestation à laquelle vous répondez."),
    field("points", "Points contestés", List(POINT, 1, "Point")),
    field("undisputedAmount", "Montant qu’il ne conteste pas", Money)
        .hint("Toutes taxes comprises\u{a0}: la lettre le demande tout de suite."),
    field(
        "offer-kind",
        "Vous proposez",
        Choice(&[
            ("meeting", "un entretien"),
            ("conciliation", "un conciliateur de justice, gratuit"),
            ("mediation", "un médiateur choisi ensemble"),
        ]),
    ),
    field("offer-on", "Jour de l’entretien", Day).needed("Indiquez le jour que vous proposez.").only_if("offer-kind", "meeting"),
];

const GUARANTOR_NOTICE: &[Field] = &[
    field("guarantor", "La caution", Correspondent).needed("Indiquez le nom et l’adresse de la caution."),
    field(
        "naturalPerson",
        "La caution est",
        Choice(&[("yes", "une personne physique, par exemple le gérant"), ("no", "une banque ou une société")]),
    )
    .needed("Dites si la caution est une personne physique."),
    field("signedOn", "Date de l’acte de cautionnement", Day).needed("Indiquez la date de l’acte de cautionnement."),
    field("limit", "Montant maximal garanti", Money),
    field("joint", "La caution est-elle solidaire\u{202f}?", YesNo).hint("L’acte le dit\u{a0}: «\u{a0}solidaire\u{a0}» ou «\u{a0}renonce au bénéfice de discussion\u{a0}»."),
    field("informedInTime", "L’avez-vous informée à temps, chaque année et dès le premier impayé\u{202f}?", YesNo)
        .hint("Sans cela, une personne physique ne doit ni intérêts ni pénalités\u{a0}: sans réponse, la lettre ne demande que le principal.")
        .only_if("naturalPerson", "yes"),
    field("debtorInLiquidation", "Si votre client est en procédure collective\u{a0}: est-ce une liquidation\u{202f}?", YesNo),
];

const CLAIM_DECLARATION: &[Field] = &[
    field("insolvency", "Date du jugement d’ouverture", InsolvencyOpenedOn).hint("L’annonce du BODACC la donne."),
    field("publishedOn", "Date de publication au BODACC", Day).hint("Le délai pour déclarer court de ce jour."),
    field(
        "proceedings",
        "Procédure ouverte",
        Choice(&[
            ("safeguard", "sauvegarde"),
            ("reorganisation", "redressement judiciaire"),
            ("liquidation", "liquidation judiciaire"),
        ]),
    )
    .needed("Indiquez quelle procédure est ouverte."),
    field("court", "Tribunal qui l’a ouverte", Text)
        .hint("Tel que l’annonce le nomme, par exemple\u{a0}: Tribunal de commerce d’Angers.")
        .needed("Indiquez le tribunal qui a ouvert la procédure."),
    field("registerNumber", "Numéro de la procédure", Text),
    field("practitioner", "Mandataire judiciaire ou liquidateur", Correspondent).needed("Indiquez à qui la créance se déclare."),
    field("security", "Garantie de votre créance", Text)
        .hint("Par exemple\u{a0}: nantissement du fonds de commerce inscrit le 3 mars 2025."),
    field("title", "Titre exécutoire", Text).hint("Par exemple\u{a0}: jugement du 12 mars 2026."),
    field("pendingBefore", "Tribunal déjà saisi du litige", Text),
    field("interestGoesOn", "Le contrat prévoit un paiement à un an ou plus (prêt, paiement différé)", Check),
    field("retentionOfTitle", "Marchandises vendues avec réserve de propriété", Check),
];

const PAYMENT_ORDER_REQUEST: &[Field] = &[
    field("court", "Tribunal du lieu de votre client", Correspondent)
        .hint("Justice.fr le donne par ville, avec l’adresse du greffe.")
        .needed("Indiquez le tribunal."),
    field("contract", "D’où vient la créance", Text).hint("Par exemple\u{a0}: devis n°\u{a0}112 accepté le 3 mars 2026."),
    field("courtUponOpposition", "Tribunal à saisir si votre client s’oppose", Text).hint("Vide\u{a0}: le même."),
    field("profession", "Votre profession", Text).hint("Si vous demandez en votre nom propre, ainsi que les trois suivants."),
    field("nationality", "Votre nationalité", Text),
    field("bornOn", "Né ou née le", Day),
    field("bornIn", "À", Text),
];

const PUBLIC_DEMAND: &[Field] = &[
    field("depositedOn", "Dépôt sur Chorus Pro", Day),
    field("commitmentNumber", "Numéro d’engagement", Text),
    field("contract", "Marché", Text).hint("Par exemple\u{a0}: Marché n°\u{a0}2026-04, lot 2."),
    field("isComplaint", "La lettre vaut aussi mémoire en réclamation (marché avec CCAG)", Opens),
    field("complaint-grounds", "Motifs du désaccord", Lines)
        .hint("Un par ligne\u{a0}: faits, clauses, calcul de chaque somme.")
        .only_if("isComplaint", "yes"),
    field("complaint-clause", "Clause qui demande ce mémoire", Text)
        .hint("Par exemple\u{a0}: l’article 46 du CCAG de fournitures courantes et de services.")
        .only_if("isComplaint", "yes"),
    field("complaint-arisenOn", "Le désaccord est né le", Day)
        .hint("Refus écrit, ou fin du délai laissé par une demande.")
        .only_if("isComplaint", "yes"),
];

const CONCILIATION_REQUEST: &[Field] = &[
    field("account", "Ce qui s’est passé", Long).hint("En quelques phrases, dans l’ordre."),
    field("debtorPosition", "Ce que répond votre client", Long),
    field("proposal", "Ce que vous accepteriez", Text).hint("Par exemple\u{a0}: six mensualités égales."),
    field("conciliator", "Conciliateur, si vous avez son adresse", Correspondent),
];

const SUSPENSION_NOTICE: &[Field] = &[
    field(
        "what",
        "Vous suspendez",
        Choice(&[("work", "des travaux"), ("deliveries", "des livraisons"), ("services", "des prestations")]),
    )
    .needed("Dites ce que vous suspendez."),
    field("description", "Plus précisément", Text).hint("Par exemple\u{a0}: pose des menuiseries du second étage."),
    field("contract", "Contrat", Text).hint(
        "Celui d’où viennent l’impayé et ce que vous suspendez, par exemple\u{a0}: devis n°\u{a0}112 accepté le 3 mars 2026.",
    ),
    field("from", "À partir du", Day).hint("Vide\u{a0}: dès réception de la lettre."),
];

const RETENTION_NOTICE: &[Field] = &[
    field(
        "right",
        "Votre droit",
        Choice(&[
            ("possession", "vous gardez un bien que votre client vous a confié"),
            ("title", "vous avez vendu avec réserve de propriété, et reprenez"),
        ]),
    )
    .needed("Dites de quel droit il s’agit."),
    field("goods", "Les biens", Long)
        .hint("Marque, modèle, numéro de série, quantité.")
        .needed("Décrivez les biens de façon à les reconnaître."),
    field("keptAt", "Où ils sont", Text).hint("Par exemple\u{a0}: notre atelier d’Angers.").only_if("right", "possession"),
    field("handedOverOn", "Remis le", Day),
    field("clause", "Écrit qui réserve la propriété", Text)
        .hint("Par exemple\u{a0}: article 8 de nos conditions générales, acceptées le 3 mars 2026.")
        .needed("Indiquez l’écrit qui réserve la propriété.")
        .only_if("right", "title"),
    field("insolvency", "Procédure collective\u{a0}: date du jugement", InsolvencyOpenedOn)
        .hint("Seulement si une procédure est ouverte."),
    field("publishedOn", "Sa publication au BODACC", Day),
    field("practitioner", "Administrateur judiciaire ou liquidateur", Correspondent)
        .hint("Seulement dans une procédure collective."),
];

/// The fields of a kind of letter; none where the case itself says all.
#[must_use]
pub fn fields(kind: LetterKind) -> &'static [Field] {
    match kind {
        LetterKind::PenaltyClaim => PENALTY_CLAIM,
        LetterKind::PaymentPlan => PAYMENT_PLAN,
        LetterKind::Acknowledgment => ACKNOWLEDGMENT,
        LetterKind::ReplyToDispute => REPLY_TO_DISPUTE,
        LetterKind::SuspensionNotice => SUSPENSION_NOTICE,
        LetterKind::RetentionNotice => RETENTION_NOTICE,
        LetterKind::GuarantorNotice => GUARANTOR_NOTICE,
        LetterKind::ClaimDeclaration => CLAIM_DECLARATION,
        LetterKind::PaymentOrderRequest => PAYMENT_ORDER_REQUEST,
        LetterKind::PublicDemand => PUBLIC_DEMAND,
        LetterKind::ConciliationRequest => CONCILIATION_REQUEST,
        _ => &[],
    }
}
