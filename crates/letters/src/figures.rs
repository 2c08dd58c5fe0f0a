//! The figures of a text that its letter doesn't bear out: what a rewritten paragraph must not slip in.

use dument_law::french::MONTHS;
use dument_law::{Day, Money};

use crate::amount_in_words::{amount_in_words, in_words};
use crate::document::{Block, Item};
use crate::english;
use crate::fold::{fold, words};
use crate::letter::Letter;

/// Numbers of days in words are known up to this one.
const DAYS_IN_WORDS: u64 = 400;

/// The words that French and English numbers are made of, without accents.
const NUMERALS: &str = " un une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt vingts trente \
                        quarante cinquante soixante cent cents mille million millions milliard milliards zero \
                        one two three four five seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen \
                        nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand ";

/// Words after which a number without a unit is an amount.
const SUMS: [&str; 8] = ["somme de", "montant de", "total de", "solde de", "sum of", "amount of", "total of", "balance of"];

/// Every amount, rate, date and number of days or points in `text` that `letter` doesn't contain, as it is written there.
///
/// The letter is taken as it was first written, before any edit: its own figures are those of its blocks and of its statement. They are
/// known in any usual spelling, French or English: `1850 €`, `1 850,00`, `€1,850.00`, « mille huit cent cinquante euros »; `22/11/2026`,
/// `22 novembre 2026`, `2026-11-22`; `15 jours` or « quinze jours ».
#[must_use]
pub fn unfounded(text: &str, letter: &Letter) -> Vec<String> {
    let mut known = of_statement(letter);
    for text in texts(&letter.blocks) {
        known.extend(figures(text).into_iter().map(|found| found.figure));
    }
    let mut unfounded: Vec<String> = Vec::new();
    for found in figures(text) {
        if !found.figure.is_in(&known) && !unfounded.contains(&found.written) {
            unfounded.push(found.written);
        }
    }
    unfounded
}

/// A figure, however it is spelt.
#[derive(Clone, PartialEq, Eq)]
enum Figure {
    Amount(Money),
    /// A number in its shortest decimal form, percent.
    Percent(String),
    /// The same, in points added to a rate.
    Points(String),
    Date(Day),
    /// A day of a month whose year isn't written.
    DayOfMonth {
        day: u32,
        month: u32,
    },
    /// A number of days.
    Days(u64),
    /// An amount in words: lower case, single spaces.
    Words(String),
}

impl Figure {
    fn is_in(&self, known: &[Self]) -> bool {
        known.iter().any(|other| match (self, other) {
            (Self::DayOfMonth { day, month }, Self::Date(date)) => (date.day_of_month(), date.month()) == (*day, *month),
            (Self::Words(words), Self::Amount(amount)) => {
                *words == normal(&amount_in_words(*amount)) || *words == normal(&english::amount_in_words(*amount))
            }
            _ => self == other,
        })
    }
}

/// A figure and how it is written.
struct Found {
    figure: Figure,
    written: String,
}

/// What a number counts, by the sign or the word next to it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    Euros,
    Percent,
    Points,
    Days,
}

impl Unit {
    /// The unit that a text opens with, and its length there.
    fn at_start(text: &str) -> Option<(Self, usize)> {
        let trimmed = text.trim_start();
        let skipped = text.len() - trimmed.len();
        for (sign, unit) in [('€', Self::Euros), ('%', Self::Percent)] {
            if trimmed.starts_with(sign) {
                return Some((unit, skipped + sign.len_utf8()));
            }
        }
        for phrase in ["pour cent", "per cent"] {
            if trimmed.starts_with(phrase) {
                return Some((Self::Percent, skipped + phrase.len()));
            }
        }
        let word = &trimmed[..trimmed.find(|c: char| !c.is_alphabetic()).unwrap_or(trimmed.len())];
        let unit = match word.to_lowercase().as_str() {
            "eur" | "euro" | "euros" => Self::Euros,
            "percent" => Self::Percent,
            "point" | "points" => Self::Points,
            "jour" | "jours" | "day" | "days" => Self::Days,
            _ => return None,
        };
        Some((unit, skipped + word.len()))
    }
}

/// Every figure of a text, in order but for those in words, which come last.
fn figures(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut place = 0;
    while let Some(start) = text[place..].find(|c: char| c.is_ascii_digit()).map(|skipped| place + skipped) {
        if let Some((from, length, figure)) = month_first(&text[..start], &text[start..]) {
            place = start + length;
            found.push(Found { figure, written: text[from..place].to_owned() });
            continue;
        }
        let (length, figure) = if is_within_a_word(&text[..start]) {
            (digits(&text[start..]), None)
        } else {
            date(&text[start..]).unwrap_or_else(|| number(&text[..start], &text[start..]))
        };
        place = start + length;
        found.extend(figure.map(|figure| Found { figure, written: text[start..place].to_owned() }));
    }
    found.extend(in_letters(text));
    found
}

/// Whether digits that come next belong to a name, such as `F-2026-014`, or to another number.
fn is_within_a_word(before: &str) -> bool {
    let mut back = before.chars().rev();
    match back.next() {
        Some('-' | '/' | '.' | ',' | '_') => back.next().is_some_and(char::is_alphanumeric),
        previous => previous.is_some_and(char::is_alphanumeric),
    }
}

/// How many digits a text opens with.
fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// The date that a text opens with, and its length.
fn date(text: &str) -> Option<(usize, Option<Figure>)> {
    let first = digits(text);
    let number: u32 = text[..first].parse().ok()?;
    let rest = &text[first..];
    let separator = rest.chars().next()?;
    if matches!(separator, '/' | '.' | '-') {
        let (second, after) = rest[1..].split_at(digits(&rest[1..]));
        let after = after.strip_prefix(separator)?;
        let third = &after[..digits(after)];
        let length = first + second.len() + third.len() + 2;
        let (second, third): (u32, u32) = (second.parse().ok()?, third.parse().ok()?);
        let (day, year) = if first == 4 { (third, number) } else { (number, if third < 100 { 2000 + third } else { third }) };
        return Some((length, Some(Figure::Date(day_of(year, second, day)?))));
    }
    let after = ["er", "st", "nd", "rd", "th"].iter().find_map(|ending| rest.strip_prefix(ending)).unwrap_or(rest);
    let named = after.trim_start();
    if named.len() == after.len() {
        return None;
    }
    let name = &named[..named.find(|c: char| !c.is_alphabetic()).unwrap_or(named.len())];
    let follows = &named[name.len()..];
    let year = follows.strip_prefix('.').unwrap_or(follows).trim_start();
    let to_year = text.len() - year.len();
    let month = month(name, digits(year) == 4)?;
    match year[..digits(year)].parse() {
        Ok(of) if digits(year) == 4 => Some((to_year + 4, Some(Figure::Date(day_of(of, month, number)?)))),
        _ => Some((text.len() - follows.len(), Some(Figure::DayOfMonth { day: number, month }))),
    }
}

/// The month of a name, in either language; of the beginning of one, « déc. », where a year makes sure that it is a date.
fn month(name: &str, with_year: bool) -> Option<u32> {
    let name = fold(name);
    let same = |month: &&str| {
        let month = fold(month);
        month == name || (with_year && name.len() >= 3 && month.starts_with(&name))
    };
    let place = MONTHS.iter().position(same).or_else(|| english::MONTHS.iter().position(same))?;
    u32::try_from(place).ok().map(|place| place + 1)
}

/// The date whose day and year a text opens with, after its month: `March 8, 2024`; where it starts, and the length of day and year.
fn month_first(before: &str, text: &str) -> Option<(usize, usize, Figure)> {
    let named = before.trim_end();
    let name = named.rsplit(|c: char| !c.is_alphabetic() && c != '.').next()?;
    let month = month(name.trim_end_matches('.'), true).filter(|_| named.len() < before.len())?;
    let start = named.len() - name.len();
    let day: u32 = text[..digits(text)].parse().ok()?;
    let rest = &text[digits(text)..];
    let rest = ["st", "nd", "rd", "th"].iter().find_map(|ending| rest.strip_prefix(ending)).unwrap_or(rest);
    let year = rest.strip_prefix(',').unwrap_or(rest).trim_start();
    let of = year[..digits(year)].parse().ok().filter(|_| digits(year) == 4)?;
    Some((start, text.len() - year.len() + 4, Figure::Date(day_of(of, month, day)?)))
}

fn day_of(year: u32, month: u32, day: u32) -> Option<Day> {
    format!("{year:04}-{month:02}-{day:02}").parse().ok()
}

/// The number that a text opens with, and its length with its unit; no figure where nothing says what it counts.
fn number(before: &str, text: &str) -> (usize, Option<Figure>) {
    let mut length = digits(text);
    let mut grouped = length <= 3;
    loop {
        let rest = &text[length..];
        let Some(separator) = rest.chars().next() else { break };
        let next = digits(&rest[separator.len_utf8()..]);
        let group = separator.is_whitespace() || matches!(separator, '\'' | '’');
        let joined = if group { grouped && next == 3 } else { matches!(separator, '.' | ',') && next > 0 };
        if !joined {
            break;
        }
        grouped &= next == 3;
        length += separator.len_utf8() + next;
    }
    let written = &text[..length];
    let unit = Unit::at_start(&text[length..]);
    let before = before.trim_end();
    // The sign of an amount before it, « 500,00 € », leads no number.
    let sign = before.strip_suffix('€').or_else(|| before.strip_suffix("EUR"));
    let led = sign.is_some_and(|before| !before.trim_end().ends_with(|c: char| c.is_ascii_digit()))
        || SUMS.iter().any(|sum| before.ends_with(sum));
    let figure = match unit {
        Some((Unit::Percent, _)) => decimal(written, false).map(Figure::Percent),
        Some((Unit::Points, _)) => decimal(written, false).map(Figure::Points),
        Some((Unit::Days, _)) => decimal(written, true).and_then(|days| days.parse().ok()).map(Figure::Days),
        Some((Unit::Euros, euros)) => match cents_after(&text[length + euros..]).filter(|_| !has_cents(written)) {
            Some((cents, more)) => return (length + euros + more, amount(&format!("{written},{cents}"))),
            None => amount(written),
        },
        None if led || has_cents(written) => amount(written),
        None => None,
    };
    (length + unit.map_or(0, |(_, length)| length), figure)
}

/// The cents, in two digits, that follow a number of euros, « 20 euros et 5 centimes », and the length of the text up to their unit.
fn cents_after(text: &str) -> Option<(String, usize)> {
    let rest = text.trim_start();
    let rest = rest.strip_prefix("et").or_else(|| rest.strip_prefix("and")).unwrap_or(rest).trim_start();
    let cents: u32 = rest[..digits(rest)].parse().ok().filter(|cents| *cents < 100)?;
    let after = rest[digits(rest)..].trim_start();
    let unit = ["centimes", "centime", "cents", "cent"].iter().find(|unit| after.starts_with(**unit))?;
    Some((format!("{cents:02}"), text.len() - after.len() + unit.len()))
}

/// Whether a number has two decimals, as amounts have.
fn has_cents(written: &str) -> bool {
    written
        .rfind(['.', ','])
        .is_some_and(|place| written.len() - place == 3 && written.matches(&written[place..=place]).count() == 1)
}

fn amount(written: &str) -> Option<Figure> {
    decimal(written, true)?.parse().ok().map(Figure::Amount)
}

/// A number as a plain decimal without idle zeros; where three digits may be `thousands`, a lone separator before them parts thousands.
fn decimal(written: &str, thousands: bool) -> Option<String> {
    let point = written.rfind(['.', ',']).filter(|place| {
        let alone = written.matches(['.', ',']).count() == 1;
        let repeated = written.matches(&written[*place..=*place]).count() > 1;
        !repeated && (written.len() - place != 4 || (alone && !thousands))
    });
    let digits_of = |part: &str| part.chars().filter(char::is_ascii_digit).collect::<String>();
    let (whole, decimals) = point.map_or((written, ""), |place| written.split_at(place));
    let whole = digits_of(whole);
    let whole = whole.trim_start_matches('0');
    let decimals = digits_of(decimals);
    let decimals = decimals.trim_end_matches('0');
    let separator = if decimals.is_empty() { "" } else { "." };
    Some(format!("{}{separator}{decimals}", if whole.is_empty() { "0" } else { whole })).filter(|plain| plain.len() <= 20)
}

/// Amounts and numbers of days in words.
fn in_letters(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut run: Option<(usize, usize)> = None;
    for (start, word) in words(text) {
        let name = fold(word);
        let linked = matches!(name.as_str(), "et" | "and" | "d" | "euro" | "euros" | "centime" | "centimes" | "cent" | "cents");
        let end = start + word.len();
        if NUMERALS.contains(&format!(" {name} ")) {
            run = Some((run.map_or(start, |(first, _)| first), end));
        } else if let Some((first, last)) = run {
            if matches!(name.as_str(), "euro" | "euros" | "centime" | "centimes") {
                run = Some((first, end));
            } else if !linked {
                found.extend(spelt(&text[first..last], &name, &text[first..end]));
                run = None;
            }
        }
    }
    if let Some((first, last)) = run {
        found.extend(spelt(&text[first..last], "", &text[first..last]));
    }
    found
}

/// The figure that a run of numerals is, with the word that follows it.
fn spelt(run: &str, next: &str, with_next: &str) -> Option<Found> {
    let words = normal(run);
    if words.contains("euro") {
        return Some(Found { figure: Figure::Words(words), written: run.to_owned() });
    }
    if !matches!(next, "jours" | "days") {
        return None;
    }
    let days = (2..=DAYS_IN_WORDS).find(|n| normal(&in_words(*n)) == words || normal(&english::in_words(*n)) == words)?;
    Some(Found { figure: Figure::Days(days), written: with_next.to_owned() })
}

/// A phrase in lower case without accents, its words apart by single spaces.
fn normal(phrase: &str) -> String {
    words(phrase).map(|(_, word)| fold(word)).collect::<Vec<_>>().join(" ")
}

/// Every amount, rate, day and number of days of the statement, printed in the letter or not.
fn of_statement(letter: &Letter) -> Vec<Figure> {
    let statement = &letter.statement;
    let mut known = vec![Figure::Date(statement.as_of), Figure::Date(letter.written_on)];
    for invoice in &statement.invoices {
        known.extend([Figure::Date(invoice.due_on), Figure::Days(invoice.days_late.into())]);
        known.extend(
            [
                invoice.interest,
                invoice.interest_paid,
                invoice.interest_due,
                invoice.principal_due,
                invoice.indemnity,
                invoice.indemnity_due,
                invoice.clause,
                invoice.total,
                invoice.per_day,
            ]
            .map(Figure::Amount),
        );
        for line in &invoice.lines {
            known.extend([Figure::Date(line.from), Figure::Date(line.to), Figure::Days(line.days.into())]);
            known.extend([line.principal, line.interest].map(Figure::Amount));
            known.extend(decimal(&line.percent.to_string(), false).map(Figure::Percent));
        }
    }
    let totals = &statement.totals;
    known.extend(
        [
            totals.interest,
            totals.interest_paid,
            totals.interest_due,
            totals.principal_due,
            totals.indemnity,
            totals.indemnity_due,
            totals.clause,
            totals.extra_costs,
            totals.total,
            totals.per_day,
            totals.accessories(),
        ]
        .map(Figure::Amount),
    );
    known.extend(statement.extra_costs.iter().map(|cost| Figure::Amount(cost.amount)));
    known
}

/// Every text of a letter that may hold a figure.
fn texts(blocks: &[Block]) -> Vec<&str> {
    let mut texts: Vec<&str> = Vec::new();
    for block in blocks {
        match block {
            Block::Sender { lines }
            | Block::Recipient { lines }
            | Block::Signature { lines }
            | Block::Enclosures { items: lines } => {
                texts.extend(lines.iter().map(String::as_str));
            }
            Block::PlaceAndDate { text }
            | Block::Delivery { text }
            | Block::Subject { text }
            | Block::Heading { text, .. }
            | Block::Paragraph { text, .. }
            | Block::Handwritten { instruction: text, .. }
            | Block::PaymentCode { caption: text, .. } => texts.push(text),
            Block::References { items } | Block::Facts { items, .. } | Block::Bars { items, .. } => {
                texts.extend(items.iter().flat_map(labelled));
            }
            Block::Table { caption, rows, .. } => {
                texts.push(caption);
                texts.extend(rows.iter().flat_map(|row| &row.cells).map(String::as_str));
            }
            Block::Signatures { parties } => {
                texts.extend(parties.iter().flat_map(|party| &party.lines).map(String::as_str));
            }
            Block::PageBreak => {}
        }
    }
    texts
}

fn labelled(item: &Item) -> [&str; 2] {
    [&item.label, &item.value]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let written: Vec<String> = figures(text).into_iter().map(|found| found.written).collect();
        assert_eq!(written, expected, "{text}");
    }

    #[test]
    fn amounts_rates_dates_and_days_are_figures() {
        check("Payez 1 850,00 €, 12,15 % l’an.", &["1 850,00 €", "12,15 %"]);
        check("€1,850.00 or EUR 20, at 10 per cent", &["1,850.00", "20", "10 per cent"]);
        check(
            "le 22 novembre 2026, le 22/11/2026, 22.11.26 et 2026-11-22",
            &["22 novembre 2026", "22/11/2026", "22.11.26", "2026-11-22"],
        );
        check("le 1er juillet 2026, puis le 3 août", &["1er juillet 2026", "3 août"]);
        check("sous 10 jours, majoré de 8 points", &["10 jours", "8 points"]);
        check(
            "sous vingt et un jours, mille deux cents euros et dix centimes au plus",
            &["vingt et un jours", "mille deux cents euros et dix centimes"],
        );
        check("la somme de 1900, soit 1.900,00", &["1900", "1.900,00"]);
        check("1. 500,00 €\n2. 20 euros et 5 centimes, EUR 7", &["500,00 €", "20 euros et 5 centimes", "7"]);
        check("by March 8, 2024, le 20 déc. 2024 et le 8 aout 2026", &["March 8, 2024", "20 déc. 2024", "8 aout 2026"]);
    }

    #[test]
    fn names_articles_and_telephone_numbers_are_none() {
        check("article L. 441-10, II ; loi n° 68-1250 ; facture F-2026-014 ; 49000 Angers", &[]);
        check("FR14 2004 1010 0505 0001 3M02 606 ; 02 71 22 33 55 ; 02.71.22.33.55 ; cass. com. n° 20-23.204", &[]);
        check("un jour, les deux factures, en 2026, le no 12", &[]);
    }

    #[test]
    fn spellings_of_one_figure_are_the_same() {
        let same = |texts: &[&str]| {
            let all: Vec<Figure> = texts.iter().flat_map(|text| figures(text)).map(|found| found.figure).collect();
            assert_eq!(all.len(), texts.len());
            assert!(all.iter().all(|figure| *figure == all[0]), "{texts:?}");
        };
        same(&["1850 €", "1\u{202f}850,00\u{202f}€", "1.850,00", "€1,850.00", "1850 euros", "1'850.00 EUR", "1.850 €"]);
        same(&["12,4 %", "12.40%", "12,40 pour cent"]);
        same(&["20 euros et 5 centimes", "20,05 €", "20 euros and 5 cents"]);
        same(&[
            "22 nov. 2026",
            "November 22, 2026",
            "Nov. 22nd 2026",
            "22/11/2026",
            "22.11.2026",
            "22 novembre 2026",
            "2026-11-22",
            "22 November 2026",
            "22.11.26",
        ]);
        same(&["15 jours", "quinze jours", "fifteen days", "15 days"]);
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read(text in "[0-9.,/ €%a-zé’\u{202f}-]{0,40}|\\PC{0,40}") {
            figures(&text);
        }
    }
}
