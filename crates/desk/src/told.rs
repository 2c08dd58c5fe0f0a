//! What was worked out in the lines of a file, and what looks wrong in them: told once for each kind, with where it is.

use dument_intake::{Found, Notice, NoticeCode};
use dument_law::french;

/// How many rows are named; the others are counted.
const NAMED: usize = 3;

/// One kind of notice among the lines.
struct Kind<'a> {
    code: NoticeCode,
    /// The first of them, in its own words.
    first: &'a Notice,
    rows: Vec<u32>,
    lines: i64,
}

/// A sentence for each kind of notice, in the order in which the file shows them.
pub(crate) fn of_lines(found: &Found) -> Vec<String> {
    let mut kinds: Vec<Kind<'_>> = Vec::new();
    for line in &found.lines {
        for notice in line.derived.iter().chain(&line.warnings) {
            // There are few kinds, however many lines.
            let at = kinds.iter().position(|kind| kind.code == notice.code).unwrap_or_else(|| {
                kinds.push(Kind { code: notice.code, first: notice, rows: Vec::new(), lines: 0 });
                kinds.len() - 1
            });
            let kind = &mut kinds[at];
            kind.lines += 1;
            if kind.rows.len() < NAMED {
                kind.rows.extend(line.place.row);
            }
        }
    }
    kinds.iter().map(sentence).collect()
}

fn sentence(kind: &Kind<'_>) -> String {
    let rows: Vec<String> = kind.rows.iter().map(u32::to_string).collect();
    let message = &kind.first.message;
    match rows.as_slice() {
        // An e-invoice has no rows.
        [] => message.to_string(),
        [row] if kind.lines == 1 => format!("Ligne {row}\u{a0}: {message}"),
        rows => {
            let more = if i64::try_from(rows.len()).is_ok_and(|named| named < kind.lines) { "…" } else { "" };
            format!("{} ({}{more}), la première\u{a0}: {message}", french::count(kind.lines, "ligne", "lignes"), rows.join(", "))
        }
    }
}
