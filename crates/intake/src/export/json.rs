//! The ledger as JSON, with all that is known of it.
//!
//! An object with `format` (`"dument-ledger"`), `version` (1), `invoices` and `payments`: the forms of [`Invoice`] and
//! [`Payment`], days as `2026-11-22` and amounts as texts with a point.

use serde::{Deserialize, Serialize};

use crate::refusal::{Refusal, RefusalCode};
use crate::{FileKind, Found, Invoice, Line, Outcome, Payment, Place, checks};

/// What names the form.
const FORMAT: &str = "dument-ledger";
/// The form that is written, and the latest that is read.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Written<'a> {
    format: &'static str,
    version: u32,
    invoices: &'a [Invoice],
    payments: &'a [Payment],
}

#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
}

#[derive(Deserialize)]
struct Body {
    #[serde(default)]
    invoices: Vec<Invoice>,
    #[serde(default)]
    payments: Vec<Payment>,
}

/// The ledger as JSON.
#[must_use]
pub fn json(invoices: &[Invoice], payments: &[Payment]) -> String {
    // Texts, lists and numbers can always be written.
    serde_json::to_string(&Written { format: FORMAT, version: VERSION, invoices, payments }).unwrap_or_default()
}

/// Whether a file looks like JSON.
pub(crate) fn is_json(bytes: &[u8]) -> bool {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start().first() == Some(&b'{')
}

/// Reads what [`json`] wrote.
pub(crate) fn read_json(file: String, bytes: &[u8]) -> Result<Found, Refusal> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let head = serde_json::from_slice::<Head>(bytes)
        .map_err(|error| if error.is_eof() { damaged() } else { crate::reader::unknown() })?;
    if head.format != FORMAT {
        return Err(crate::reader::unknown());
    }
    if head.version > VERSION {
        return Err(Refusal::new(
            RefusalCode::UnknownFile,
            "Ce fichier vient d’une version plus récente de Dûment\u{a0}: rechargez la page pour l’obtenir, puis redéposez-le.",
        ));
    }
    let body: Body = serde_json::from_slice(bytes).map_err(|_| damaged())?;
    let invoices = body.invoices.into_iter().map(|invoice| Line {
        place: Place { number: Some(invoice.number.clone()), ..Place::default() },
        warnings: checks::warnings(&invoice),
        outcome: if invoice.number.trim().is_empty() {
            Outcome::Refused(no_number())
        } else {
            Outcome::Invoice(Box::new(invoice))
        },
        derived: Vec::new(),
    });
    let payments = body.payments.into_iter().map(|payment| Line {
        place: Place { number: payment.reference.clone(), ..Place::default() },
        outcome: Outcome::Payment(Box::new(payment)),
        derived: Vec::new(),
        warnings: Vec::new(),
    });
    let lines = invoices.chain(payments).collect();
    Ok(Found { file, kind: FileKind::Json, detail: None, notices: Vec::new(), table: None, lines })
}

fn no_number() -> Refusal {
    Refusal::new(RefusalCode::MissingNumber, "Cette facture n’a pas de numéro\u{a0}: complétez-la dans le fichier.")
}

fn damaged() -> Refusal {
    Refusal::new(
        RefusalCode::DamagedFile,
        "Cet export de Dûment est abîmé, incomplet ou modifié à la main\u{a0}: il n’est pas lu. Reprenez le fichier d’origine.",
    )
}
