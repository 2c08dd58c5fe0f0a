//! A client of the ledger as a case of the application: nothing is typed twice.

use crate::case::file::{self, FileError};
use crate::case::{Case, Party};

/// The case in what the ledger hands over. Who is owed is told by the ledger where it knows; what it doesn't know of the same
/// business, as at work.
pub fn read(handed: &str, own: &Party) -> Result<Case, FileError> {
    let opened = file::open(handed)?;
    let mut case = opened.cases.into_iter().next().map(|filed| filed.case).ok_or(FileError::Unreadable)?;
    case.creditor = both(std::mem::take(&mut case.creditor), own);
    Ok(case)
}

/// Who is owed, from both sides.
fn both(told: Party, own: &Party) -> Party {
    let bare = |number: &str| -> String { number.chars().filter(char::is_ascii_digit).take(9).collect() };
    let same_number = !told.siren.is_empty() && bare(&told.siren) == bare(&own.siren);
    if told.name.trim().is_empty() {
        return own.clone();
    }
    let same_name = told.name.trim().eq_ignore_ascii_case(own.name.trim());
    if !same_name && !same_number {
        return told;
    }
    let mut both = Party { kind: told.kind.or(own.kind), ..own.clone() };
    if !same_name {
        both.name = told.name;
    }
    if !told.street.is_empty() || !told.town.is_empty() {
        both.street = told.street;
        both.street_more = told.street_more;
        both.postcode = told.postcode;
        both.town = told.town;
        both.country = told.country;
    }
    let texts = [
        (&mut both.siren, told.siren),
        (&mut both.vat_number, told.vat_number),
        (&mut both.contact, told.contact),
        (&mut both.phone, told.phone),
        (&mut both.email, told.email),
        (&mut both.iban, told.iban),
    ];
    for (text, told) in texts {
        if !told.is_empty() {
            *text = told;
        }
    }
    both
}

#[cfg(test)]
mod tests {
    use super::*;

    const HANDED: &str = r#"{"format":"dument","version":2,"cases":[{"name":"Brun","case":{"creditor":{"name":"ATELIER NORD"},"debtor":{"name":"Brun"}}}]}"#;

    #[test]
    fn who_is_owed_is_known_from_either_side() {
        let own = |name: &str| Party { name: name.to_owned(), iban: "FR14".to_owned(), ..Party::default() };
        assert_eq!(read(HANDED, &own("Atelier Nord")).unwrap().creditor.iban, "FR14", "the same: what was typed is fuller");
        assert_eq!(read(HANDED, &own("Autre")).unwrap().creditor.name, "ATELIER NORD");
        assert_eq!(read(&HANDED.replace("ATELIER NORD", ""), &own("Autre")).unwrap().creditor.name, "Autre");
        let fuller = HANDED.replace("\"ATELIER NORD\"", "\"ATELIER NORD\",\"iban\":\"FR76\"");
        assert_eq!(read(&fuller, &own("Atelier Nord")).unwrap().creditor.iban, "FR76", "what the ledger says of it comes first");
        assert!(read("{", &own("")).is_err());
    }
}
