//! What people type, read forgivingly: amounts, dates and rates in every usual French form.

pub mod amount;
pub mod date;
pub mod rate;

/// Removes every kind of space: people paste no-break and thin ones with their amounts.
fn without_spaces(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// A text in small letters, as far as dates and amounts have any: the tables for all writings of the world weigh more than
/// the rest of this module.
fn lowercase(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            'É' => 'é',
            'Û' => 'û',
            _ => c.to_ascii_lowercase(),
        })
        .collect()
}

/// How a number with points and commas splits into whole part and decimals, or `None` where it is no number.
///
/// The last separator is the decimal one, but for a single point or several equal separators in front of groups of
/// three digits, which French and German habits write between thousands (`1.850`, `1.234.567`).
fn split_number(text: &str) -> Option<(String, String)> {
    let separators: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| matches!(c, '.' | ',')).collect();
    let digits_only = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let grouped = |part: &str| {
        let mut groups = part.split(['.', ',']);
        groups.next().is_some_and(|first| (1..=3).contains(&first.len()) && digits_only(first))
            && groups.all(|group| group.len() == 3 && digits_only(group))
    };
    let joined = |part: &str| part.replace(['.', ','], "");
    let (whole, decimals) = match separators.as_slice() {
        [] => (text.to_owned(), String::new()),
        [(at, separator)] if *separator == ',' || text.len() - at - 1 != 3 => (text[..*at].to_owned(), text[at + 1..].to_owned()),
        [.., (at, last)] => {
            let (before, after) = (&text[..*at], &text[at + 1..]);
            if separators[..separators.len() - 1].iter().any(|(_, other)| other != last) {
                (grouped(before).then(|| joined(before))?, after.to_owned())
            } else {
                (grouped(text).then(|| joined(text))?, String::new())
            }
        }
    };
    (!whole.is_empty() && digits_only(&whole) && digits_only(&decimals)).then_some((whole, decimals))
}
