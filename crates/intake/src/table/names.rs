//! The names that French invoicing and accounting software gives to its columns, the surest of each field first.

use crate::mapping::Field;

/// Names in small letters, without accents or marks.
const NAMES: [(Field, &[&str]); 33] = [
    (
        Field::Number,
        &[
            "numero de facture",
            "numero facture",
            "n de facture",
            "n facture",
            "no facture",
            "num facture",
            "facture n",
            "ref facture",
            "reference facture",
            "reference de la facture",
            "invoice number",
            "invoice no",
            "numero du document",
            "numero document",
            "n document",
            "document number",
            "numero de piece",
            "numero piece",
            "n piece",
            "n de piece",
            "piece",
            "numero",
            "number",
            "num",
            "n",
            "no",
            "ref",
            "reference",
            "facture",
            "invoice",
            "document",
        ],
    ),
    (
        Field::Kind,
        &[
            "type de document",
            "type document",
            "type de piece",
            "type de facture",
            "type facture",
            "document type",
            "type",
            "nature",
        ],
    ),
    (
        Field::Status,
        &[
            "statut de paiement",
            "statut paiement",
            "etat de paiement",
            "payment status",
            "statut",
            "etat",
            "status",
            "etat de la facture",
            "invoice status",
        ],
    ),
    (
        Field::IssuedOn,
        &[
            "date de facture",
            "date facture",
            "date de la facture",
            "date de facturation",
            "date facturation",
            "date d emission",
            "date emission",
            "emise le",
            "invoice date",
            "date du document",
            "date document",
            "date de piece",
            "date piece",
            "date",
            "date de creation",
        ],
    ),
    (
        Field::DueOn,
        &[
            "date d echeance",
            "date echeance",
            "date d echeance de paiement",
            "echeance",
            "due date",
            "date limite de reglement",
            "date limite de paiement",
            "date limite reglement",
            "date limite",
            "a payer avant le",
            "echeance de paiement",
        ],
    ),
    (
        Field::Terms,
        &[
            "conditions de paiement",
            "conditions de reglement",
            "condition de reglement",
            "condition de paiement",
            "modalites de paiement",
            "modalites de reglement",
            "delai de paiement",
            "delai de reglement",
            "payment terms",
            "terms",
        ],
    ),
    (
        Field::Amount,
        &[
            "montant ttc",
            "total ttc",
            "montant total ttc",
            "ttc",
            "montant ttc eur",
            "total ttc eur",
            "montant ttc en euros",
            "prix ttc",
            "invoice total",
            "total amount",
            "montant total",
            "montant facture",
            "montant de la facture",
            "total facture",
            "total",
            "montant",
            "amount",
            "total signe",
        ],
    ),
    (
        Field::Net,
        &[
            "montant ht",
            "total ht",
            "montant total ht",
            "ht",
            "montant hors taxe",
            "montant hors taxes",
            "total hors taxes",
            "hors taxes",
            "base ht",
            "sous total",
            "subtotal",
            "untaxed amount",
            "montant hors taxe signe",
            "prix ht",
        ],
    ),
    (
        Field::Vat,
        &["montant tva", "total tva", "montant de tva", "montant de la tva", "tva", "tax amount", "taxes", "tax", "total taxes"],
    ),
    (
        Field::Paid,
        &[
            "montant regle",
            "montant paye",
            "montant encaisse",
            "total regle",
            "total paye",
            "deja regle",
            "deja paye",
            "amount paid",
            "regle",
            "encaisse",
            "reglements",
            "acomptes",
            "paye",
            "paid",
        ],
    ),
    (
        Field::PaidOn,
        &[
            "date de paiement",
            "date paiement",
            "date de reglement",
            "date reglement",
            "date du reglement",
            "date d encaissement",
            "payee le",
            "reglee le",
            "payment date",
            "paid on",
            "last payment date",
        ],
    ),
    (
        Field::Remaining,
        &[
            "reste a payer",
            "reste du",
            "restant du",
            "reste a regler",
            "reste a encaisser",
            "montant restant",
            "montant restant du",
            "solde restant du",
            "solde du",
            "montant du",
            "solde",
            "balance due",
            "amount due",
            "balance",
            "open balance",
            "residual",
            "amount residual",
            "solde ouvert",
            "net a payer",
            "impaye",
        ],
    ),
    (Field::Currency, &["devise", "code devise", "currency", "currency code", "monnaie"]),
    (
        Field::DebtorName,
        &[
            "nom du client",
            "nom client",
            "client nom",
            "raison sociale du client",
            "raison sociale",
            "customer name",
            "client",
            "customer",
            "nom du tiers",
            "tiers",
            "societe",
            "nom de l entreprise",
            "entreprise",
            "denomination",
            "partenaire",
            "partner",
            "nom du partenaire affiche sur la facture",
            "nom d affichage du partenaire de la facture",
            "invoice partner display name",
            "destinataire",
            "company",
            "company name",
            "nom",
            "name",
        ],
    ),
    (
        Field::DebtorAccount,
        &[
            "code client",
            "compte client",
            "numero client",
            "numero de client",
            "n client",
            "code tiers",
            "compte tiers",
            "compte auxiliaire",
            "reference client",
            "ref client",
            "identifiant client",
            "customer id",
            "customer code",
            "compte",
        ],
    ),
    (Field::DebtorKind, &["type de client", "type client", "categorie client", "nature du client", "customer type"]),
    (Field::Siren, &["siren", "numero siren", "n siren", "siren client", "siren du client"]),
    (Field::Siret, &["siret", "numero siret", "n siret", "siret client", "siret du client"]),
    (
        Field::VatNumber,
        &[
            "numero de tva",
            "numero tva",
            "n tva",
            "n de tva",
            "tva intracommunautaire",
            "n tva intracommunautaire",
            "numero de tva intracommunautaire",
            "tva intra",
            "vat number",
            "tax id",
        ],
    ),
    (
        Field::Street,
        &[
            "adresse",
            "adresse 1",
            "adresse ligne 1",
            "adresse de facturation",
            "adresse client",
            "rue",
            "billing address",
            "address",
            "street",
        ],
    ),
    (Field::StreetMore, &["complement d adresse", "complement adresse", "adresse 2", "adresse ligne 2"]),
    (Field::Postcode, &["code postal", "cp", "code postal client", "postcode", "zip code", "zip", "billing code"]),
    (Field::City, &["ville", "ville client", "commune", "city", "billing city"]),
    (Field::Country, &["pays", "pays client", "country", "billing country"]),
    (
        Field::Email,
        &[
            "email",
            "e mail",
            "adresse email",
            "adresse e mail",
            "email client",
            "email du client",
            "courriel",
            "mail",
            "customer email",
        ],
    ),
    (Field::Phone, &["telephone", "tel", "telephone client", "mobile", "portable", "phone"]),
    (Field::Contact, &["contact", "interlocuteur", "nom du contact", "contact client"]),
    (Field::Iban, &["iban"]),
    (
        Field::Order,
        &[
            "bon de commande",
            "numero de commande",
            "n commande",
            "n de commande",
            "reference commande",
            "ref commande",
            "commande",
            "purchase order",
            "po number",
        ],
    ),
    (Field::Contract, &["numero de contrat", "contrat", "contract"]),
    (Field::RefersTo, &["facture d origine", "facture liee", "facture corrigee", "facture concernee"]),
    (Field::Reference, &["reference du reglement", "reference reglement", "reference de paiement", "payment reference"]),
    (Field::Label, &["libelle", "objet", "intitule", "description", "designation"]),
];

/// A header in small letters, without accents, marks or doubled spaces; what stands in brackets is a unit.
pub(super) fn plain(header: &str) -> String {
    let header = header.split(['(', '[']).next().unwrap_or_default();
    let mut plain = String::new();
    for c in header.chars().flat_map(char::to_lowercase) {
        let base = match c {
            'à' | 'â' | 'ä' => 'a',
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'î' | 'ï' => 'i',
            'ô' | 'ö' => 'o',
            'ù' | 'û' | 'ü' => 'u',
            'ç' => 'c',
            // The sign of `n°`.
            '°' | 'º' => ' ',
            c if c.is_alphanumeric() => c,
            _ => ' ',
        };
        if base != ' ' || !plain.ends_with(' ') {
            plain.push(base);
        }
    }
    plain.trim().to_owned()
}

/// What a plain header gives, and how surely: less is surer.
pub(super) fn field(plain: &str) -> Option<(Field, usize)> {
    NAMES.iter().find_map(|(field, names)| names.iter().position(|name| *name == plain).map(|rank| (*field, rank)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_headers_of_usual_software() {
        for (header, expected) in [
            ("N° de facture", Some(Field::Number)),
            ("Numéro de facture", Some(Field::Number)),
            ("Réf.", Some(Field::Number)),
            ("Date d’échéance", Some(Field::DueOn)),
            ("Date d'échéance", Some(Field::DueOn)),
            ("Montant TTC (€)", Some(Field::Amount)),
            ("Total H.T.", None),
            ("RESTE À PAYER", Some(Field::Remaining)),
            ("Adresse e-mail", Some(Field::Email)),
            ("Couleur", None),
            ("", None),
        ] {
            assert_eq!(field(&plain(header)).map(|(field, _)| field), expected, "{header}");
        }
    }

    #[test]
    fn no_name_gives_two_things() {
        let mut seen = std::collections::BTreeSet::new();
        for (_, names) in NAMES {
            for name in names {
                assert_eq!(plain(name), *name);
                assert!(seen.insert(name), "{name}");
            }
        }
    }
}
