//! What a change of the case was, in words: found by what differs, so that no change has to say it itself.

use serde_json::Value;

use super::Case;
use super::reading::name_of_invoice;
use crate::words;

/// What was changed from one case to the other: « échéance (facture F-2026-014) ».
#[must_use]
pub fn difference(before: &Case, after: &Case) -> String {
    let (old, new) = (json(before), json(after));
    let mut found = Vec::new();
    differences(&old, &new, &mut Vec::new(), &mut found);
    match found.as_slice() {
        [] => "aucune différence".to_owned(),
        [one] => one.words(before, after),
        _ if after == &Case::default() => "effacement du dossier".to_owned(),
        [first, rest @ ..] => {
            // Several at once, of one thing: it is told as a whole.
            let place = place(&first.path, before, after);
            let alike = |other: &&Difference| self::place(&other.path, before, after) == place;
            match place {
                Some(place) if rest.iter().filter(alike).count() == rest.len() => place,
                _ => "plusieurs éléments du dossier".to_owned(),
            }
        }
    }
}

fn json(case: &Case) -> Value {
    // Texts and lists, which JSON holds.
    serde_json::to_value(case).unwrap_or_default()
}

/// A step into a case.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    Field(String),
    Item(usize),
}

/// What was done in a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Deed {
    Changed,
    Added,
    Removed,
}

#[derive(Debug, PartialEq, Eq)]
struct Difference {
    path: Vec<Step>,
    deed: Deed,
}

fn differences(old: &Value, new: &Value, path: &mut Vec<Step>, found: &mut Vec<Difference>) {
    match (old, new) {
        _ if old == new => {}
        (Value::Object(old), Value::Object(new)) => {
            let names = old.keys().chain(new.keys().filter(|name| !old.contains_key(*name)));
            for name in names {
                path.push(Step::Field(name.clone()));
                match (old.get(name), new.get(name)) {
                    (Some(old), Some(new)) => differences(old, new, path, found),
                    _ => found.push(Difference { path: path.clone(), deed: Deed::Changed }),
                }
                path.pop();
            }
        }
        (Value::Array(old), Value::Array(new)) => {
            let same = old.iter().zip(new).take_while(|(old, new)| old == new).count();
            let deed = match new.len().cmp(&old.len()) {
                std::cmp::Ordering::Greater if old[same..] == new[new.len() - (old.len() - same)..] => Deed::Added,
                std::cmp::Ordering::Less if new[same..] == old[old.len() - (new.len() - same)..] => Deed::Removed,
                std::cmp::Ordering::Equal => {
                    for (i, (old, new)) in old.iter().zip(new).enumerate() {
                        path.push(Step::Item(i));
                        differences(old, new, path, found);
                        path.pop();
                    }
                    return;
                }
                _ => Deed::Changed,
            };
            path.push(Step::Item(same));
            found.push(Difference { path: path.clone(), deed });
            path.pop();
        }
        _ => found.push(Difference { path: path.clone(), deed: Deed::Changed }),
    }
}

impl Difference {
    fn words(&self, before: &Case, after: &Case) -> String {
        let name = self.path.iter().rev().find_map(|step| match step {
            Step::Field(name) => Some(name.as_str()),
            Step::Item(_) => None,
        });
        let name = name.unwrap_or_default();
        if let [Step::Field(list), Step::Item(i)] = self.path.as_slice()
            && list == "invoices"
            && self.deed == Deed::Removed
        {
            return format!(
                "retrait de la facture {}",
                before.invoices.get(*i).map(|one| name_of_invoice(one, *i)).unwrap_or_default()
            );
        }
        if matches!(self.path.last(), Some(Step::Item(_)))
            && let Some((_, one)) = ITEMS.iter().find(|(list, _)| *list == name)
        {
            return match self.deed {
                Deed::Added => format!("ajout {one}"),
                Deed::Removed => format!("retrait {one}"),
                Deed::Changed => format!("modification {one}"),
            };
        }
        // The kinds of letters and the ids of their paragraphs are no fields.
        let known = self.path.iter().rev().find_map(|step| match step {
            Step::Field(name) => FIELDS.iter().find(|(field, _)| field == name).map(|(_, words)| *words),
            Step::Item(_) => None,
        });
        match (known, place(&self.path, before, after)) {
            (Some(known), Some(place)) => format!("{known} ({place})"),
            (Some(known), None) => known.to_owned(),
            (None, Some(place)) => place,
            (None, None) => "un élément du dossier".to_owned(),
        }
    }
}

/// The part of the case that a path leads to.
fn place(path: &[Step], before: &Case, after: &Case) -> Option<String> {
    let Step::Field(first) = path.first()? else { return None };
    let item = match path.get(1) {
        Some(Step::Item(i)) => Some(*i),
        _ => None,
    };
    let place = match (first.as_str(), item) {
        ("creditor", _) => "vous",
        ("debtor", _) => "votre client",
        ("terms", _) => "conditions du contrat",
        ("answers", _) => "guide",
        ("letters", _) => "lettre",
        ("courtFee", _) => "tribunal",
        ("invoices", Some(i)) => {
            let invoice = after.invoices.get(i).or_else(|| before.invoices.get(i))?;
            return Some(format!("facture {}", name_of_invoice(invoice, i)));
        }
        ("history", Some(i)) => {
            let entry = after.history.get(i).or_else(|| before.history.get(i))?;
            return Some(words::event(entry.kind).to_lowercase());
        }
        _ => return None,
    };
    Some(place.to_owned())
}

/// What the lists of a case hold, after « ajout » or « retrait ».
const ITEMS: [(&str, &str); 5] = [
    ("invoices", "d’une facture"),
    ("payments", "d’un paiement reçu"),
    ("credits", "d’un avoir"),
    ("history", "d’un événement"),
    ("extraCosts", "de frais"),
];

/// The fields, as they are called on the pages.
const FIELDS: [(&str, &str); 78] = [
    ("kind", "qualité"),
    ("name", "nom"),
    ("legalForm", "forme juridique"),
    ("capital", "capital"),
    ("siren", "SIREN ou SIRET"),
    ("rcsTown", "ville du RCS"),
    ("vatNumber", "numéro de TVA"),
    ("street", "rue"),
    ("streetMore", "complément d’adresse"),
    ("postcode", "code postal"),
    ("town", "ville"),
    ("country", "pays"),
    ("contact", "personne à joindre"),
    ("phone", "téléphone"),
    ("email", "adresse électronique"),
    ("iban", "IBAN"),
    ("bic", "BIC"),
    ("signatory", "signataire"),
    ("capacity", "qualité du signataire"),
    ("attention", "destinataire"),
    ("place", "lieu"),
    ("mediator", "médiateur"),
    ("publicKind", "type d’administration"),
    ("associationIsProfessional", "activité de l’association"),
    ("number", "numéro"),
    ("description", "prestation ou marchandise"),
    ("orderReference", "référence de commande"),
    ("issuedOn", "date de la facture"),
    ("performedOn", "livraison ou fin du travail"),
    ("concludedOn", "date du contrat"),
    ("dueOn", "échéance"),
    ("amount", "montant"),
    ("agreement", "délai convenu"),
    ("days", "nombre de jours"),
    ("reading", "lecture de «\u{a0}fin de mois\u{a0}»"),
    ("receivedOn", "date de réception"),
    ("sector", "secteur"),
    ("periodic", "facture périodique"),
    ("on", "date"),
    ("until", "date de fin"),
    ("outcome", "issue"),
    ("retroactive", "portée de l’avoir"),
    ("rate", "taux convenu"),
    ("figure", "chiffre du taux"),
    ("belowFloor", "taux sous le plancher"),
    ("imputation", "ordre d’imputation"),
    ("dayCount", "décompte des jours"),
    ("compoundingFrom", "départ de la capitalisation"),
    ("clausePercent", "clause pénale"),
    ("clauseMinimum", "minimum de la clause pénale"),
    ("label", "intitulé"),
    ("agreedYears", "prescription convenue"),
    ("claim", "nature de la créance"),
    ("payableIn", "lieu de paiement du chèque"),
    ("employees", "effectif"),
    ("turnover", "chiffre d’affaires"),
    ("averageProfit", "bénéfice"),
    ("court", "siège du tribunal"),
    ("insolvent", "procédure collective"),
    ("insolvencyKind", "nature de la procédure collective"),
    ("insolvencyOpenedOn", "jugement d’ouverture"),
    ("insolvencyPublishedOn", "publication au BODACC"),
    ("struckOff", "radiation"),
    ("contested", "contestation"),
    ("answer", "réponse du client"),
    ("answeredOn", "date de sa réponse"),
    ("promisedOn", "date promise"),
    ("cooperates", "bonne volonté du client"),
    ("guarantor", "caution"),
    ("basis", "origine de la créance"),
    ("evidence", "preuves"),
    ("stepsTold", "démarches déjà faites"),
    ("debtorTold", "ce que l’on sait du client"),
    ("gathered", "pièces réunies"),
    ("language", "langue"),
    ("tone", "ton"),
    ("payWithinDays", "délai pour payer"),
    ("enclosures", "pièces jointes"),
];

#[cfg(test)]
mod tests {
    use dument_law::{EventKind, PartyKind};
    use dument_letters::LetterKind;

    use super::*;
    use crate::case::{HistoryEntry, Invoice, Movement};

    #[track_caller]
    fn check(change: impl FnOnce(&mut Case), expected: &str) {
        let mut case = Case::default();
        case.invoices[0].number = "F-1".to_owned();
        case.invoices.push(Invoice { number: "F-2".to_owned(), ..Invoice::default() });
        case.history.push(HistoryEntry { kind: EventKind::FormalNotice, on: String::new(), until: String::new(), outcome: None });
        let before = case.clone();
        change(&mut case);
        assert_eq!(difference(&before, &case), expected);
    }

    #[test]
    fn one_field_is_named_with_its_place() {
        check(|_| {}, "aucune différence");
        check(|case| case.invoices[0].due_on.push('1'), "échéance (facture F-1)");
        check(|case| case.debtor.name.push('B'), "nom (votre client)");
        check(|case| case.creditor.kind = Some(PartyKind::Company), "qualité (vous)");
        check(|case| case.history[0].on.push('1'), "date (mise en demeure reçue ou présentée)");
        check(|case| case.association_is_professional = Some(false), "activité de l’association");
        check(|case| case.answers.evidence = Some(Vec::new()), "preuves (guide)");
    }

    #[test]
    fn what_is_added_and_removed_is_said() {
        check(|case| case.invoices.push(Invoice::default()), "ajout d’une facture");
        check(|case| drop(case.invoices.remove(0)), "retrait de la facture F-1");
        check(|case| case.invoices[1].payments.push(Movement::default()), "ajout d’un paiement reçu");
        check(|case| drop(case.history.remove(0)), "retrait d’un événement");
    }

    #[test]
    fn several_at_once_are_told_as_a_whole() {
        let both = |case: &mut Case| {
            case.invoices[1].due_on.push('1');
            case.invoices[1].amount.push('1');
        };
        check(both, "facture F-2");
        check(|case| case.letters.entry(LetterKind::Reminder).or_default().rewrite("demand", "Payez.", "Merci."), "lettre");
        let apart = |case: &mut Case| {
            case.debtor.name.push('B');
            case.invoices[1].amount.push('1');
        };
        check(apart, "plusieurs éléments du dossier");
        check(|case| *case = Case::default(), "effacement du dossier");
    }

    /// What has no words is told by its place: still right, but less exact.
    #[test]
    fn every_field_of_the_example_has_words() {
        fn leaves(value: &Value, name: &str, found: &mut Vec<String>) {
            match value {
                Value::Object(fields) => {
                    for (name, field) in fields {
                        leaves(field, name, found);
                    }
                }
                Value::Array(items) if items.iter().all(Value::is_object) => {
                    for item in items {
                        leaves(item, name, found);
                    }
                }
                _ if FIELDS.iter().any(|(field, _)| *field == name) => {}
                _ => found.push(name.to_owned()),
            }
        }
        let mut example: Value = serde_json::from_str(include_str!("file/versions/2.json")).unwrap();
        let mut case = example["cases"][0]["case"].take();
        // Within a letter, only its choices are told apart.
        case["letters"] = Value::Null;
        let mut found = Vec::new();
        leaves(&case, "", &mut found);
        found.retain(|name| name != "letters");
        assert_eq!(found, [""; 0]);
    }
}
