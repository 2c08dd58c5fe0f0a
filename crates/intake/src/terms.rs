//! The due date that terms of payment in words give, where they give just one.

use dument_law::Day;

/// Terms that could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Term {
    /// At once.
    AtOnce,
    /// So many days after the invoice, or so many and to the end of that month.
    Days { days: u32, end_of_month: bool },
}

/// Longer terms than these aren't terms of payment.
const LONGEST: u32 = 365;

/// The due date by the terms of an invoice, with how it was worked out.
///
/// `30 jours`, `45 jours fin de mois`, `à réception`, `30 days net`. Terms that name two delays, a discount or a day give none.
pub(crate) fn due_on(terms: &str, issued_on: Day) -> Option<(Day, String)> {
    match term(terms)? {
        Term::AtOnce => Some((issued_on, "L’échéance est la date de la facture, payable à réception.".to_owned())),
        Term::Days { days, end_of_month: false } => Some((
            issued_on.plus_days(days),
            format!("L’échéance est comptée d’après les conditions\u{a0}: facture plus {days} jours."),
        )),
        Term::Days { days, end_of_month: true } => {
            let counted = issued_on.plus_days(days);
            let first = Day::new(counted.year(), counted.month(), 1)?;
            Some((
                first.plus_months(1).eve(),
                format!(
                    "L’échéance est comptée d’après les conditions\u{a0}: facture plus {days} jours, puis la fin de ce mois. Votre \
                     contrat peut compter autrement (fin du mois, puis {days} jours)."
                ),
            ))
        }
    }
}

fn term(terms: &str) -> Option<Term> {
    let plain: String = terms
        .to_lowercase()
        .chars()
        .map(|c| match c {
            'é' | 'è' | 'ê' => 'e',
            'à' | 'â' => 'a',
            c if c.is_alphanumeric() => c,
            _ => ' ',
        })
        .collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    let numbers: Vec<u32> = words.iter().filter_map(|word| word.strip_suffix('j').unwrap_or(word).parse().ok()).collect();
    let holds = |wanted: &[&str]| words.windows(wanted.len()).any(|window| window == wanted);
    let at_once = [&["a", "reception"][..], &["des", "reception"], &["comptant"], &["immediat"], &["due", "on", "receipt"]];
    if numbers.is_empty() && at_once.iter().any(|wanted| holds(wanted)) {
        return Some(Term::AtOnce);
    }
    let [days] = numbers[..] else { return None };
    let of_discount = words.iter().any(|word| ["escompte", "remise", "skonto", "discount", "rabatt"].contains(word));
    let in_days = words.windows(2).any(|pair| {
        pair[0].parse() == Ok(days) && ["jours", "jour", "j", "days", "day", "tage", "tagen", "dagen", "jrs"].contains(&pair[1])
    }) || words.iter().any(|word| word.strip_suffix('j').is_some_and(|number| number.parse() == Ok(days)));
    if of_discount || !in_days || days > LONGEST {
        return None;
    }
    let end_of_month =
        holds(&["fin", "de", "mois"]) || holds(&["fdm"]) || holds(&["end", "of", "month"]) || holds(&["fin", "mois"]);
    // From another day than the invoice's, nothing is known here.
    let from_elsewhere =
        ["livraison", "reception", "delivery", "receipt", "decade", "erhalt"].iter().any(|word| words.contains(word));
    (!from_elsewhere).then_some(Term::Days { days, end_of_month })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_terms_that_say_one_thing() {
        let issued_on = "2026-11-22".parse().unwrap();
        for (terms, day) in [
            ("30 jours", Some("2026-12-22")),
            ("Paiement à 30 jours date de facture.", Some("2026-12-22")),
            ("30 jours net", Some("2026-12-22")),
            ("45j", Some("2027-01-06")),
            ("45 jours fin de mois", Some("2027-01-31")),
            ("45 jours FDM", Some("2027-01-31")),
            ("À réception de facture", Some("2026-11-22")),
            ("Comptant", Some("2026-11-22")),
            ("30 days net", Some("2026-12-22")),
            ("30 jours fin de mois le 15", None),
            ("30 jours après la livraison", None),
            ("2 % d’escompte à 10 jours", None),
            ("10 jours, sinon 30 jours", None),
            ("Voir contrat", None),
            ("900 jours", None),
            ("", None),
        ] {
            let read = due_on(terms, issued_on).map(|(day, _)| day.to_string());
            assert_eq!(read.as_deref(), day, "{terms}");
        }
    }
}
