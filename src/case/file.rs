//! The case as a file: what is kept on the machine, exported and imported.

use serde::{Deserialize, Serialize};

use super::{Case, Invoice};

/// The version of the format written here. A newer file is kept aside, never guessed at.
pub const VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
struct File<C> {
    format: String,
    version: u32,
    case: C,
}

/// Why a text is no case that can be opened.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// Not a file of this application, or damaged.
    #[error("Ce fichier n’est pas un dossier Dûment, ou il est abîmé.")]
    Unreadable,
    /// Written by a newer version.
    #[error(
        "Ce dossier vient d’une version plus récente de Dûment (format {0}). Rechargez la page pour obtenir la dernière version."
    )]
    Newer(u32),
}

/// The case as JSON.
///
/// # Panics
/// Never: a case is made of texts and lists, which JSON holds.
#[must_use]
pub fn write(case: &Case) -> String {
    let file = File { format: "dument".to_owned(), version: VERSION, case };
    serde_json::to_string_pretty(&file).expect("JSON holds texts and lists")
}

/// Reads a case from JSON.
pub fn read(text: &str) -> Result<Case, FileError> {
    #[derive(Deserialize)]
    struct Head {
        format: String,
        version: u32,
    }
    let head: Head = serde_json::from_str(text).map_err(|_| FileError::Unreadable)?;
    if head.format != "dument" || head.version == 0 {
        return Err(FileError::Unreadable);
    }
    if head.version > VERSION {
        return Err(FileError::Newer(head.version));
    }
    let File { mut case, .. } = serde_json::from_str::<File<Case>>(text).map_err(|_| FileError::Unreadable)?;
    if case.invoices.is_empty() {
        // A case has at least one, which every page counts on; a file from elsewhere may not know.
        case.invoices.push(Invoice::default());
    }
    Ok(case)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let mut case = Case::default();
        case.invoices[0].amount = "pas un montant".to_owned();
        assert_eq!(read(&write(&case)), Ok(case), "even what was typed wrong is kept");
    }

    #[test]
    fn a_case_always_has_an_invoice() {
        let case = read("{\"format\":\"dument\",\"version\":1,\"case\":{\"invoices\":[]}}").unwrap();
        assert_eq!(case, Case::default());
    }

    #[test]
    fn a_case_from_before_payment_terms_still_opens() {
        let case = read(r#"{"format":"dument","version":1,"case":{"invoices":[{"dueOn":"16/05/2026"}]}}"#).unwrap();
        assert_eq!(case.invoices, [Invoice { due_on: "16/05/2026".to_owned(), ..Invoice::default() }]);
    }

    #[test]
    fn refuses_what_it_does_not_know() {
        assert_eq!(read("{}"), Err(FileError::Unreadable));
        assert_eq!(read("{\"format\":\"dument\",\"version\":1,\"case\":3}"), Err(FileError::Unreadable));
        assert_eq!(read("{\"format\":\"dument\",\"version\":7,\"case\":{}}"), Err(FileError::Newer(7)));
    }
}
