//! Debtors that are perhaps one, told apart by files that write them in two ways: told to the user, who joins them or not.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{Debtor, DebtorId, Ledger, words};

/// The words of a name that tell what a company is and not which, and the one that some write `&`.
const FORMS: [&str; 23] = [
    "sa",
    "sas",
    "sasu",
    "sarl",
    "eurl",
    "sci",
    "scm",
    "scop",
    "snc",
    "selarl",
    "selas",
    "ei",
    "eirl",
    "gie",
    "earl",
    "gaec",
    "ste",
    "societe",
    "ets",
    "etablissements",
    "entreprise",
    "association",
    "et",
];

/// Why two debtors seem to be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Likeness {
    /// They have the same company number.
    Siren,
    /// They have the same name, but for its spelling and the form of the company, and no number says otherwise.
    Name,
}

/// Two debtors that seem to be one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Twins {
    /// The one that has more invoices: it would stay.
    pub kept: DebtorId,
    /// The other.
    pub other: DebtorId,
    /// Why.
    pub likeness: Likeness,
}

impl Ledger {
    /// Every two debtors that seem to be one: those of the same number first.
    #[must_use]
    pub fn twins(&self) -> Vec<Twins> {
        let mut alike: BTreeMap<(Likeness, String), Vec<DebtorId>> = BTreeMap::new();
        for (id, record) in &self.debtors {
            let number = siren(&record.debtor).map(|siren| (Likeness::Siren, siren.to_owned()));
            let name = Some(name(&record.debtor.name)).filter(|name| !name.is_empty()).map(|name| (Likeness::Name, name));
            for key in number.into_iter().chain(name) {
                alike.entry(key).or_default().push(*id);
            }
        }
        let mut twins: Vec<Twins> = Vec::new();
        for ((likeness, _), mut ids) in alike {
            let invoices = |id: &DebtorId| self.debtors.get(id).map_or(0, |record| record.invoices.len());
            ids.sort_by_key(|id| (std::cmp::Reverse(invoices(id)), *id));
            let Some((&kept, others)) = ids.split_first() else { continue };
            for &other in others {
                let known = twins.iter().any(|twins| (twins.kept, twins.other) == (kept, other));
                if !known && !self.differ(kept, other) {
                    twins.push(Twins { kept, other, likeness });
                }
            }
        }
        twins
    }

    /// Whether their numbers say that two debtors are two companies.
    fn differ(&self, one: DebtorId, other: DebtorId) -> bool {
        let number = |id: DebtorId| self.debtors.get(&id).and_then(|record| siren(&record.debtor));
        number(one).zip(number(other)).is_some_and(|(one, other)| one != other)
    }
}

/// The number of the company, from that of the establishment where need be.
fn siren(debtor: &Debtor) -> Option<&str> {
    debtor.siren.as_deref().or_else(|| debtor.siret.as_deref()?.get(..9)).filter(|number| !number.is_empty())
}

/// A name as it is compared: small letters without accents, without the form of the company, whichever way it is written.
fn name(written: &str) -> String {
    // « S.A.R.L. » is « SARL ».
    let plain = words::plain(&written.replace('.', ""));
    let kept: Vec<&str> = plain.split(' ').filter(|word| !FORMS.contains(word)).collect();
    kept.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Record;

    fn ledger(debtors: &[(&str, Option<&str>)]) -> Ledger {
        let record = |(name, siren): &(&str, Option<&str>)| Record {
            debtor: Debtor { name: (*name).to_owned(), siren: siren.map(str::to_owned), ..Debtor::default() },
            ..Record::default()
        };
        let ids = (1..).map(|rank: u64| format!("{rank:016x}").parse().unwrap());
        Ledger { debtors: ids.zip(debtors.iter().map(record)).collect(), ..Ledger::default() }
    }

    #[track_caller]
    fn check(debtors: &[(&str, Option<&str>)], likeness: &[Likeness]) {
        let found: Vec<Likeness> = ledger(debtors).twins().iter().map(|twins| twins.likeness).collect();
        assert_eq!(found, likeness);
    }

    #[test]
    fn one_business_written_in_two_ways_is_found() {
        check(&[("BRUN & FILS SARL", None), ("Brun et fils", None)], &[Likeness::Name]);
        check(&[("Électricité Morel, S.A.R.L.", None), ("ELECTRICITE MOREL", Some("552100554"))], &[Likeness::Name]);
        check(&[("Morel", Some("552100554")), ("Électricité M.", Some("552100554"))], &[Likeness::Siren]);
    }

    #[test]
    fn two_numbers_are_two_businesses() {
        check(&[("Morel", Some("552100554")), ("MOREL SAS", Some("732829320"))], &[]);
    }

    #[test]
    fn each_two_are_told_once_and_a_form_alone_is_no_name() {
        check(&[("Morel", Some("552100554")), ("MOREL", Some("552100554"))], &[Likeness::Siren]);
        check(&[("SARL", None), ("SAS", None)], &[]);
    }
}
