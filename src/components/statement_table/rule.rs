//! Why a line of the statement is what it is, in plain words: the rule, the computation, what was assumed.

use dument_law::penalties::{Basis, CreditorKind, DayCount, Input, Line, Rate, Regime};
use dument_law::reference::Row;
use dument_law::{Day, HalfYear, Percent, french};
use dument_letters::{period, typography};

use crate::components::explanation::Explanation;
use crate::reference;

/// « premier semestre 2026 »
fn half_year(day: Day) -> String {
    let first_day = HalfYear::of(day).first_day();
    format!("{} semestre {}", if first_day.month() == 1 { "premier" } else { "second" }, first_day.year())
}

/// « 10 », « 7,5 »: without the decimals of a rate.
fn number(of: Percent) -> String {
    french::decimal(&of.decimal().normalize().to_string())
}

/// « 10 points »
fn points(added: Percent) -> String {
    let noun = if added < Percent::from_hundredths(200) { "point" } else { "points" };
    format!("{}\u{a0}{noun}", number(added))
}

/// The legal rate that holds on a day for this creditor.
fn legal_rate(input: &Input, day: Day) -> Option<&'static Row> {
    let individual = input.creditor == CreditorKind::Individual && matches!(input.regime, Regime::Consumer | Regime::Judgment);
    reference::in_use().on(if individual { "legalRateIndividual" } else { "legalRateBusiness" }, day)
}

/// « Du 1er juillet au 22 novembre 2026, 145 jours à 12,40 % sur 1 850,00 € : 91,13 € »
#[must_use]
pub fn in_words(line: &Line) -> String {
    let period = period(line.from, line.to);
    let mut letters = period.chars();
    let capital = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    format!(
        "{capital}{}, {} à {} sur {}\u{a0}: {}",
        letters.as_str(),
        french::count(i64::from(line.days), "jour", "jours"),
        french::percent(line.percent),
        french::money(line.principal),
        french::money(line.interest),
    )
}

/// What a line of interest rests on.
#[derive(Clone, Copy, Debug)]
pub struct Rule<'a> {
    /// What was computed from.
    pub input: &'a Input,
    /// The first day that bears interest on this invoice.
    pub first_day: Day,
    /// The line.
    pub line: &'a Line,
}

impl Rule<'_> {
    /// The day whose published rate the line uses.
    fn anchor(self) -> Day {
        // A public buyer's rate never moves again (CCP R2192-31).
        let day = if self.input.regime == Regime::Public { self.first_day } else { self.line.from };
        HalfYear::of(day).first_day()
    }

    /// The whole answer.
    #[must_use]
    pub fn explanation(self) -> Explanation {
        Explanation {
            rule: self.sentence(),
            working: [Some(in_words(self.line)), self.formula()].into_iter().flatten().collect(),
            assumed: self.assumed(),
            sources: vec![self.line.source.to_string()],
        }
    }

    /// The rule, in one sentence.
    fn sentence(self) -> String {
        let rate = french::percent(self.line.percent);
        match self.line.basis {
            Basis::RefinancingPlus(added) => {
                let who = match (self.input.regime, self.input.rate) {
                    (Regime::Public, _) => {
                        "Face à une administration, la loi retient le taux de la Banque centrale européenne au premier jour \
                         du semestre où l’intérêt commence à courir, pour toute la durée du retard"
                    }
                    (_, Rate::RefinancingPlus { .. }) => {
                        "Votre contrat retient le taux de la Banque centrale européenne au premier jour du semestre"
                    }
                    _ => {
                        "Sans taux convenu, la loi retient le taux de la Banque centrale européenne au premier jour du \
                         semestre"
                    }
                };
                format!("{who}, plus {}{}.", points(added), self.refinancing_rate(added))
            }
            Basis::Legal => {
                let who = match self.input.regime {
                    Regime::Judgment => "La condamnation porte intérêt au taux légal",
                    _ => "Sans taux convenu, ce client doit l’intérêt au taux légal, à partir du lendemain de la mise en demeure",
                };
                format!("{who}\u{a0}: {rate} au {}.", half_year(self.line.from))
            }
            Basis::LegalPlus(added) => {
                let who = match self.input.regime {
                    Regime::Judgment => "Deux mois après la signification du jugement, la loi ajoute au taux légal",
                    _ => "Votre contrat ajoute au taux légal",
                };
                let made_of = self
                    .legal_rate()
                    .map(|legal| format!("\u{a0}: {} au {}, donc {rate}", french::percent(legal), half_year(self.line.from)));
                format!("{who} {}{}.", points(added), made_of.unwrap_or_default())
            }
            Basis::LegalMultiple(times) => {
                format!("Votre contrat retient {} fois le taux légal{}.", number(times), self.multiplied(times))
            }
            Basis::Fixed => match self.input.rate {
                Rate::Monthly { percent } => format!(
                    "Votre contrat retient {} par mois, soit {rate} par an, sans intérêts sur les intérêts.",
                    french::percent(percent)
                ),
                _ => format!("Votre contrat retient {rate} par an."),
            },
            Basis::Floor => {
                let floor = reference::in_use().on("floorMultiple", self.line.from).map(|row| Percent::from(row.decimal()));
                let (times, made_of) = floor.map_or_else(Default::default, |times| {
                    (format!(", {} fois le taux légal", number(times)), self.multiplied(times))
                });
                format!("Le taux convenu est inférieur au minimum de la loi{times}. Le calcul retient ce minimum{made_of}.")
            }
        }
    }

    /// « : 2,40 % au 1er juillet 2026, donc 12,40 % »; nothing where the published rates don't give the line's.
    fn refinancing_rate(self, added: Percent) -> String {
        let anchor = self.anchor();
        reference::in_use()
            .on("refinancingRate", anchor)
            .map(|row| Percent::from(row.decimal()))
            .filter(|rate| *rate + added == self.line.percent)
            .map(|rate| {
                format!(
                    "\u{a0}: {} au {}, donc {}",
                    french::percent(rate),
                    french::day(anchor),
                    french::percent(self.line.percent)
                )
            })
            .unwrap_or_default()
    }

    /// The legal rate of the line's half-year, where it is published.
    fn legal_rate(self) -> Option<Percent> {
        legal_rate(self.input, self.line.from).map(|row| Percent::from(row.decimal())).filter(|_| !self.line.provisional)
    }

    /// « : 3 × 2,62 % = 7,86 % »
    fn multiplied(self, times: Percent) -> String {
        self.legal_rate()
            .map(|legal| {
                format!("\u{a0}: {} × {} = {}", number(times), french::percent(legal), french::percent(self.line.percent))
            })
            .unwrap_or_default()
    }

    /// The computation: « 10 000,00 € × 12,40 % × 10 jours ÷ 365 = 33,97 € »; nothing where years of two lengths count.
    fn formula(self) -> Option<String> {
        let Line { principal, percent, days, interest, .. } = self.line;
        (self.input.day_count == DayCount::Actual365).then(|| {
            format!(
                "{} × {} × {} ÷ 365 = {}",
                french::money(*principal),
                french::percent(*percent),
                french::count(i64::from(*days), "jour", "jours"),
                french::money(*interest),
            )
        })
    }

    /// What was taken for granted, or is not sure.
    fn assumed(self) -> Vec<String> {
        let mut assumed = Vec::new();
        if self.input.day_count == DayCount::ActualActual {
            assumed
                .push("Chaque jour compte pour une part de son année\u{a0}: 1/365, ou 1/366 les années bissextiles.".to_owned());
        }
        if self.input.regime == Regime::Business && self.input.rate == Rate::Statutory {
            assumed.push("Nous avons supposé\u{a0}: aucun taux convenu au contrat.".to_owned());
        }
        if self.line.provisional {
            assumed.push(
                "Le taux de ce semestre n’est pas encore publié\u{a0}: le dernier connu a été retenu, et le montant peut changer."
                    .to_owned(),
            );
        }
        let rests_on_legal_rate =
            matches!(self.line.basis, Basis::Legal | Basis::LegalPlus(_) | Basis::LegalMultiple(_) | Basis::Floor);
        let row = legal_rate(self.input, self.line.from).filter(|row| rests_on_legal_rate && row.uncertain);
        assumed.extend(row.and_then(|row| row.note.as_deref()).map(typography::set));
        assumed
    }
}

#[cfg(test)]
mod tests {
    use dument_law::penalties::Invoice;
    use dument_law::{Money, Percent};

    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn percent(text: &str) -> Percent {
        text.parse().unwrap()
    }

    fn line(from: &str, to: &str, rate: &str, basis: &str) -> Line {
        let (from, to) = (day(from), day(to));
        Line {
            from,
            to,
            days: u32::try_from(to.next().days_since(from)).unwrap(),
            principal: Money::from_cents(1_000_000),
            percent: percent(rate),
            basis: basis.parse().unwrap(),
            provisional: false,
            interest: Money::from_cents(3_397),
            source: "ccom-l441-10".into(),
        }
    }

    fn check(regime: Regime, rate: Rate, line: &Line, expected: &str) {
        let invoice = Invoice::unpaid("F-1", line.from.eve(), line.principal);
        let mut input = Input::new(line.to, regime, vec![invoice]);
        input.rate = rate;
        let sentence = Rule { input: &input, first_day: line.from, line }.sentence();
        assert_eq!(sentence.replace(['\u{a0}', '\u{202f}'], " "), expected);
    }

    #[test]
    fn says_the_rule_of_every_basis() {
        check(
            Regime::Business,
            Rate::Statutory,
            &line("2026-07-01", "2026-07-10", "12.40", "refinancing+10"),
            "Sans taux convenu, la loi retient le taux de la Banque centrale européenne au premier jour du semestre, plus \
             10 points : 2,40 % au 1er juillet 2026, donc 12,40 %.",
        );
        check(
            Regime::Public,
            Rate::Statutory,
            &line("2026-05-17", "2026-07-10", "10.15", "refinancing+8"),
            "Face à une administration, la loi retient le taux de la Banque centrale européenne au premier jour du semestre \
             où l’intérêt commence à courir, pour toute la durée du retard, plus 8 points : 2,15 % au 1er janvier 2026, donc \
             10,15 %.",
        );
        check(
            Regime::Business,
            Rate::RefinancingPlus { points: percent("1") },
            &line("2026-07-01", "2026-07-10", "3.40", "refinancing+1"),
            "Votre contrat retient le taux de la Banque centrale européenne au premier jour du semestre, plus 1 point : \
             2,40 % au 1er juillet 2026, donc 3,40 %.",
        );
        check(
            Regime::Consumer,
            Rate::Statutory,
            &line("2026-06-01", "2026-06-30", "2.62", "legal"),
            "Sans taux convenu, ce client doit l’intérêt au taux légal, à partir du lendemain de la mise en demeure : 2,62 % \
             au premier semestre 2026.",
        );
        check(
            Regime::Business,
            Rate::LegalPlus { points: percent("7.5") },
            &line("2026-06-01", "2026-06-30", "10.12", "legal+7.5"),
            "Votre contrat ajoute au taux légal 7,5 points : 2,62 % au premier semestre 2026, donc 10,12 %.",
        );
        check(
            Regime::Business,
            Rate::LegalMultiple { multiple: percent("4") },
            &line("2026-06-01", "2026-06-30", "10.48", "legalx4"),
            "Votre contrat retient 4 fois le taux légal : 4 × 2,62 % = 10,48 %.",
        );
        check(
            Regime::Business,
            Rate::Fixed { percent: percent("5") },
            &line("2026-06-01", "2026-06-30", "7.86", "floor"),
            "Le taux convenu est inférieur au minimum de la loi, 3 fois le taux légal. Le calcul retient ce minimum : \
             3 × 2,62 % = 7,86 %.",
        );
        check(
            Regime::Business,
            Rate::Monthly { percent: percent("1.5") },
            &line("2026-06-01", "2026-06-30", "18.00", "fixed"),
            "Votre contrat retient 1,50 % par mois, soit 18,00 % par an, sans intérêts sur les intérêts.",
        );
    }

    #[test]
    fn a_rate_not_yet_published_is_not_explained_by_one() {
        // Whatever the line was computed at, 2,65 % is no rate published for 2027.
        let mut line = line("2027-01-01", "2027-01-10", "12.40", "refinancing+10");
        line.provisional = true;
        check(
            Regime::Business,
            Rate::Statutory,
            &line,
            "Sans taux convenu, la loi retient le taux de la Banque centrale européenne au premier jour du semestre, plus \
             10 points.",
        );
    }

    #[test]
    fn shows_the_computation() {
        let line = line("2026-07-01", "2026-07-10", "12.40", "refinancing+10");
        let input = Input::new(line.to, Regime::Business, Vec::new());
        let rule = Rule { input: &input, first_day: line.from, line: &line };
        let working: Vec<String> =
            rule.explanation().working.iter().map(|step| step.replace(['\u{a0}', '\u{202f}'], " ")).collect();
        assert_eq!(
            working,
            [
                "Du 1er au 10 juillet 2026, 10 jours à 12,40 % sur 10 000,00 € : 33,97 €",
                "10 000,00 € × 12,40 % × 10 jours ÷ 365 = 33,97 €"
            ]
        );
    }

    #[test]
    fn years_of_two_lengths_have_no_single_formula() {
        let line = line("2026-07-01", "2026-07-10", "12.40", "refinancing+10");
        let mut input = Input::new(line.to, Regime::Business, Vec::new());
        input.day_count = DayCount::ActualActual;
        let explanation = Rule { input: &input, first_day: line.from, line: &line }.explanation();
        assert_eq!(explanation.working.len(), 1);
        assert!(explanation.assumed[0].contains("1/366"));
    }
}
