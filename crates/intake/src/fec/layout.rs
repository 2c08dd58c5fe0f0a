//! The columns of a FEC: eighteen that the law names (LPF A47 A-1, VII), some more in cash accounting, in any order.

use crate::text::Encoding;

/// Where each column that is used stands, and what parts them.
#[derive(Clone, Debug)]
pub(super) struct Layout {
    pub(super) delimiter: u8,
    pub(super) encoding: Encoding,
    /// How many columns the header has.
    pub(super) columns: usize,
    /// Where the first entry starts.
    pub(super) start: usize,
    pub(super) journal: usize,
    pub(super) journal_name: Option<usize>,
    pub(super) number: Option<usize>,
    pub(super) date: usize,
    pub(super) account: usize,
    pub(super) account_name: Option<usize>,
    pub(super) sub_account: Option<usize>,
    pub(super) sub_account_name: Option<usize>,
    pub(super) piece: Option<usize>,
    pub(super) piece_date: Option<usize>,
    pub(super) label: Option<usize>,
    pub(super) amounts: Amounts,
    pub(super) lettering: Option<usize>,
    pub(super) currency: Option<usize>,
    /// No column of the law's, but of some software.
    pub(super) due_date: Option<usize>,
}

/// Either way of writing amounts that the law allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Amounts {
    /// A column for each side.
    DebitCredit(usize, usize),
    /// An amount and its side: `D` or `C`, `+1` or `-1`.
    Signed(usize, usize),
}

impl Layout {
    /// The layout of a file whose first line is the header of a FEC; `None` for any other file.
    pub(super) fn of(bytes: &[u8]) -> Option<Self> {
        /// No header is longer.
        const LONGEST: usize = 4096;
        let marked = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let mark = bytes.len() - marked.len();
        let end = marked.iter().take(LONGEST).position(|byte| matches!(byte, b'\r' | b'\n'))?;
        let header = &marked[..end];
        let delimiter = *b"\t|;,".iter().max_by_key(|mark| memchr::memchr_iter(**mark, header).count())?;
        let names: Vec<String> = header.split(|byte| *byte == delimiter).map(plain).collect();
        let column = |name: &str| names.iter().position(|own| own == name);
        let amounts = match (column("debit"), column("credit"), column("montant"), column("sens")) {
            (Some(debit), Some(credit), ..) => Amounts::DebitCredit(debit, credit),
            (_, _, Some(amount), Some(side)) => Amounts::Signed(amount, side),
            _ => return None,
        };
        Some(Self {
            delimiter,
            encoding: Encoding::of(bytes),
            columns: names.len(),
            start: mark + end,
            journal: column("journalcode")?,
            journal_name: column("journallib"),
            number: column("ecriturenum"),
            date: column("ecrituredate")?,
            account: column("comptenum")?,
            account_name: column("comptelib"),
            sub_account: column("compauxnum"),
            sub_account_name: column("compauxlib"),
            piece: column("pieceref"),
            piece_date: column("piecedate"),
            label: column("ecriturelib"),
            amounts,
            lettering: column("ecriturelet"),
            currency: column("idevise"),
            due_date: ["dateecheance", "echeance", "dateech", "echeancedate"].iter().find_map(|name| column(name)),
        })
    }
}

/// A name in small letters, without quotation marks, spaces or accents.
fn plain(name: &[u8]) -> String {
    let decoded = Encoding::of(name).decode(name).to_lowercase();
    decoded.chars().map(|c| if matches!(c, 'é' | 'è') { 'e' } else { c }).filter(char::is_ascii_alphanumeric).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_a_header_in_every_usual_form() {
        let law = "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef\t\
                   PieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise\r\n";
        let layout = Layout::of(law.as_bytes()).unwrap();
        assert_eq!((layout.delimiter, layout.columns, layout.lettering), (b'\t', 18, Some(13)));
        assert_eq!(layout.amounts, Amounts::DebitCredit(11, 12));
        let quoted = "\u{feff}\"JOURNALCODE\"|\"EcritureDate\"|\"CompteNum\"|\"Montant\"|\"Sens\"\n";
        let layout = Layout::of(quoted.as_bytes()).unwrap();
        assert_eq!((layout.delimiter, layout.amounts, layout.start), (b'|', Amounts::Signed(3, 4), quoted.len() - 1));
        assert!(Layout::of(b"JournalCode;EcritureDate;CompteNum;D\xe9bit;Cr\xe9dit\n").is_some());
        for other in ["", "\n", "Numéro;Date;Montant\n", "JournalCode\tEcritureDate\tCompteNum\n", "JournalCode\tDebit\tCredit\n"]
        {
            assert!(Layout::of(other.as_bytes()).is_none(), "{other}");
        }
    }
}
