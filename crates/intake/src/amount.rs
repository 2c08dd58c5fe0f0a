//! Amounts as files write them: signed, to the cent, with a point or a comma.

use dument_law::Money;
use rust_decimal::Decimal;

/// Why a text is no amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AmountError {
    /// No number.
    Malformed,
    /// Fractions of a cent.
    TooManyDecimals,
    /// Above [`Money::MAX`], either way.
    TooLarge,
    /// `1,850`: one thousand eight hundred and fifty, or less than two.
    Ambiguous,
}

/// Which mark stands before the decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DecimalMark {
    /// `1 850,00`
    Comma,
    /// `1,850.00`
    Point,
}

/// Whole digits at most: those of [`Money::MAX`].
const MOST_DIGITS: usize = 12;

/// Reads digits and one mark, `-1850,00` or `1850.0000`: what programs write, without thousands.
pub(crate) fn plain(text: &[u8]) -> Result<Money, AmountError> {
    let text = text.trim_ascii();
    let (negative, digits) = match text {
        [b'-', rest @ ..] | [rest @ .., b'-'] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        all => (false, all),
    };
    let mark = digits.iter().position(|byte| matches!(byte, b',' | b'.')).unwrap_or(digits.len());
    let (whole, decimals) = (&digits[..mark], digits.get(mark + 1..).unwrap_or_default());
    cents(whole, decimals).map(|cents| Money::from_cents(if negative { -cents } else { cents }))
}

/// Reads the number of a spreadsheet, rounded to the cent; whether that changed it.
pub(crate) fn computed(text: &str) -> Result<(Money, bool), AmountError> {
    let number: Decimal = text.parse().map_err(|_| AmountError::Malformed)?;
    let rounded = Money::round(number);
    if rounded > Money::MAX || rounded < Money::ZERO - Money::MAX {
        return Err(AmountError::TooLarge);
    }
    Ok((rounded, rounded.decimal() != number))
}

/// Cents from the digits of either side of the mark.
fn cents(whole: &[u8], decimals: &[u8]) -> Result<i64, AmountError> {
    if whole.is_empty() && decimals.is_empty() || !whole.iter().chain(decimals).all(u8::is_ascii_digit) {
        return Err(AmountError::Malformed);
    }
    let zeros = whole.iter().take_while(|digit| **digit == b'0').count();
    let whole = &whole[zeros..];
    if whole.len() > MOST_DIGITS {
        return Err(AmountError::TooLarge);
    }
    if decimals.iter().skip(2).any(|digit| *digit != b'0') {
        return Err(AmountError::TooManyDecimals);
    }
    let number = |digits: &[u8]| digits.iter().fold(0, |number, digit| number * 10 + i64::from(digit - b'0'));
    let hundredths = match decimals {
        [] => 0,
        [tenths] => i64::from(tenths - b'0') * 10,
        [tenths, hundredths, ..] => number(&[*tenths, *hundredths]),
    };
    Ok(number(whole) * 100 + hundredths)
}

/// Reads an amount as people and their tools write it: `1 850,00 €`, `-1.850,00`, `(1 850,00)`, `1,850.00 EUR`.
///
/// `mark` says how the file writes its decimals, where other cells have shown it.
pub(crate) fn written(text: &str, mark: Option<DecimalMark>) -> Result<Money, AmountError> {
    let bare: String = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\'' | '’' | '\u{feff}')).collect();
    let (negative, bare) = match bare.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        Some(inner) => (true, inner),
        None => (false, bare.as_str()),
    };
    let bare = without_unit(bare);
    let (negative, bare) = match bare.strip_prefix(['-', '−', '–']).or_else(|| bare.strip_suffix(['-', '−'])) {
        Some(rest) => (!negative, without_unit(rest)),
        None => (negative, bare.strip_prefix('+').unwrap_or(bare)),
    };
    let (whole, decimals) = split(bare, mark)?;
    let cents = cents(whole.as_bytes(), decimals.as_bytes())?;
    Ok(Money::from_cents(if negative { -cents } else { cents }))
}

fn without_unit(text: &str) -> &str {
    let mut bare = text;
    for unit in ["€", "EUR", "eur", "Eur", "TTC", "HT", "ttc", "ht"] {
        bare = bare.strip_suffix(unit).unwrap_or(bare);
        bare = bare.strip_prefix(unit).unwrap_or(bare);
    }
    bare
}

/// Splits at the decimal mark and takes the marks between thousands away.
fn split(text: &str, mark: Option<DecimalMark>) -> Result<(String, &str), AmountError> {
    let marks: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| matches!(c, ',' | '.')).collect();
    let joined = |whole: &str| {
        let mut groups = whole.split([',', '.']);
        let first = groups.next().unwrap_or_default();
        let rest: Vec<&str> = groups.collect();
        let grouped = rest.is_empty() || (1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3);
        if grouped { Ok(whole.replace([',', '.'], "")) } else { Err(AmountError::Malformed) }
    };
    let Some((last_at, last)) = marks.last().copied() else { return Ok((text.to_owned(), "")) };
    let decimals = &text[last_at + 1..];
    let only = marks.iter().all(|(_, other)| *other == last);
    let decimal = match mark {
        _ if marks.len() > 1 && !only => true,
        _ if marks.len() > 1 => false,
        Some(DecimalMark::Comma) => last == ',',
        Some(DecimalMark::Point) => last == '.',
        None if decimals.len() != 3 => true,
        None => return Err(AmountError::Ambiguous),
    };
    if decimal { Ok((joined(&text[..last_at])?, decimals)) } else { Ok((joined(text)?, "")) }
}

/// The mark that a text shows for certain: `1850,5` or `1.850,00`, where `1.850` shows none.
pub(crate) fn shown_mark(text: &str) -> Option<DecimalMark> {
    let digits: String = text.chars().filter(|c| c.is_ascii_digit() || matches!(c, ',' | '.')).collect();
    let at = digits.rfind([',', '.'])?;
    let mark = if digits[at..].starts_with(',') { DecimalMark::Comma } else { DecimalMark::Point };
    let other = if mark == DecimalMark::Comma { '.' } else { ',' };
    let once = digits.matches([',', '.']).count() == 1;
    let decimals = digits.len() - at - 1;
    (once && (1..=2).contains(&decimals) || digits[..at].contains(other) && !digits[at + 1..].is_empty()).then_some(mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_write_plain_numbers() {
        for (text, cents) in [
            ("1850", Ok(185_000)),
            ("1850,00", Ok(185_000)),
            ("1850.5", Ok(185_050)),
            ("-0,01", Ok(-1)),
            ("12,30-", Ok(-1230)),
            ("+5", Ok(500)),
            (" 5 ", Ok(500)),
            (",5", Ok(50)),
            ("100.0000", Ok(10_000)),
            ("000000000000000123,4", Ok(12_340)),
            ("1.005", Err(AmountError::TooManyDecimals)),
            ("1000000000000", Err(AmountError::TooLarge)),
            ("", Err(AmountError::Malformed)),
            ("-", Err(AmountError::Malformed)),
            ("1 850", Err(AmountError::Malformed)),
            ("1.850,00", Err(AmountError::Malformed)),
            ("1e3", Err(AmountError::Malformed)),
        ] {
            assert_eq!(plain(text.as_bytes()), cents.map(Money::from_cents), "{text}");
        }
    }

    #[test]
    fn people_write_them_in_many_ways() {
        for (text, cents) in [
            ("1 850,00 €", Ok(185_000)),
            ("1\u{202f}850,00\u{a0}€", Ok(185_000)),
            ("€ 1,850.00", Ok(185_000)),
            ("1.850,00", Ok(185_000)),
            ("1.234.567", Ok(123_456_700)),
            ("-1 850,5", Ok(-185_050)),
            ("−3,00", Ok(-300)),
            ("(3,00)", Ok(-300)),
            ("3,00- €", Ok(-300)),
            ("1850 EUR", Ok(185_000)),
            ("1'850.00", Ok(185_000)),
            ("1.850", Err(AmountError::Ambiguous)),
            ("1,850", Err(AmountError::Ambiguous)),
            ("1.85.0", Err(AmountError::Malformed)),
            ("1,2,3", Err(AmountError::Malformed)),
            ("mille", Err(AmountError::Malformed)),
            ("", Err(AmountError::Malformed)),
            ("=1+1", Err(AmountError::Malformed)),
        ] {
            assert_eq!(written(text, None), cents.map(Money::from_cents), "{text}");
        }
        assert_eq!(written("1.850", Some(DecimalMark::Comma)), Ok(Money::from_cents(185_000)));
        assert_eq!(written("1.855", Some(DecimalMark::Point)), Err(AmountError::TooManyDecimals));
        assert_eq!(written("1,850", Some(DecimalMark::Point)), Ok(Money::from_cents(185_000)));
    }

    #[test]
    fn a_column_shows_its_mark() {
        for (text, mark) in [
            ("1850,5", Some(DecimalMark::Comma)),
            ("1 850,00 €", Some(DecimalMark::Comma)),
            ("1.850,00", Some(DecimalMark::Comma)),
            ("1,850.00", Some(DecimalMark::Point)),
            ("12.50", Some(DecimalMark::Point)),
            ("1.850", None),
            ("1850", None),
            ("", None),
        ] {
            assert_eq!(shown_mark(text), mark, "{text}");
        }
    }
}
