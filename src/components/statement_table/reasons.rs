//! Why a sum of the statement is what it is: what it adds up, in the engine's own figures.

use dument_law::penalties::{AppliedKind, Imputation, Input, Invoice, InvoiceStatement, Regime, Statement};
use dument_law::{Money, french};

use super::rows::Part;
use super::rule::{Rule, in_words};
use crate::components::explanation::Explanation;

/// Above so many, parts are counted rather than listed.
const MANY: usize = 12;

/// « 27,71 € + 91,13 € = 118,84 € »; nothing where a single part is the sum.
fn added(parts: &[Money], sum: Money) -> Option<String> {
    let printed: Vec<String> = parts.iter().map(|part| french::money(*part)).collect();
    (2..=MANY).contains(&printed.len()).then(|| format!("{} = {}", printed.join(" + "), french::money(sum)))
}

/// « 1 178,52 € × 12,40 % ÷ 365 = 0,40 € »
fn of_a_day(owed: &InvoiceStatement) -> Option<String> {
    let percent = owed.per_day_percent?;
    Some(format!("{} × {} ÷ 365 = {}", french::money(owed.principal_due), french::percent(percent), french::money(owed.per_day)))
}

/// Why a sum below the lines of an invoice.
#[must_use]
pub fn of_invoice(part: Part, input: &Input, invoice: &Invoice, owed: &InvoiceStatement) -> Explanation {
    let texts: Vec<&str> = owed.lines.first().map(|line| line.source.as_ref()).into_iter().collect();
    match part {
        Part::Interest => {
            let explanation = Explanation::of("La somme des lignes ci-dessus, chacune arrondie au centime.", &texts);
            let lines: Vec<Money> = owed.lines.iter().map(|line| line.interest).collect();
            with(explanation, added(&lines, owed.interest))
        }
        Part::InterestPaid => {
            let paid = owed.applied.iter().filter(|applied| applied.interest.is_positive()).map(|applied| {
                format!(
                    "Paiement du {}\u{a0}: {} d’intérêts sur {}",
                    french::day(applied.on),
                    french::money(applied.interest),
                    french::money(applied.amount)
                )
            });
            with(order_of_payments(input), paid)
        }
        Part::Indemnity => {
            let paid = owed.applied.iter().filter(|applied| applied.indemnity.is_positive()).map(|applied| {
                format!("Paiement du {}\u{a0}: {} d’indemnité", french::day(applied.on), french::money(applied.indemnity))
            });
            with(indemnity(input.regime), paid)
        }
        Part::Clause => clause(),
        Part::Costs => costs(),
        Part::Principal => {
            let lowered = owed.applied.iter().filter(|applied| applied.principal.is_positive()).map(|applied| {
                let what = match applied.what {
                    AppliedKind::Payment => "paiement",
                    AppliedKind::Credit => "avoir",
                };
                format!(" − {} ({what} du {})", french::money(applied.principal), french::day(applied.on))
            });
            let lowered: Vec<String> = lowered.collect();
            let working = (!lowered.is_empty() && lowered.len() <= MANY).then(|| {
                format!("{}{} = {}", french::money(invoice.amount), lowered.concat(), french::money(owed.principal_due))
            });
            let rule = "Ce qui reste de la facture, taxes comprises, après les avoirs et la part des paiements qui l’a réduite.";
            with(Explanation::of(rule, &[]), working)
        }
        Part::Total => {
            let parts = [owed.principal_due, owed.interest_due, owed.indemnity_due, owed.clause];
            let parts: Vec<Money> = parts.into_iter().filter(|part| part.is_positive()).collect();
            let rule = "Le principal restant dû, les intérêts encore dus, et ce qui s’y ajoute.";
            with(Explanation::of(rule, &[]), added(&parts, owed.total))
        }
    }
}

/// Why a sum over all invoices.
#[must_use]
pub fn of_all(part: Part, input: &Input, statement: &Statement) -> Explanation {
    let totals = &statement.totals;
    let over = |each: fn(&InvoiceStatement) -> Money, sum: Money| {
        let parts: Vec<Money> = statement.invoices.iter().map(each).filter(|part| part.is_positive()).collect();
        added(&parts, sum)
    };
    let whole = |rule: &str, working: Option<String>| with(Explanation::of(rule, &[]), working);
    match part {
        Part::Principal => {
            whole("La somme de ce qui reste de chaque facture.", over(|one| one.principal_due, totals.principal_due))
        }
        Part::Interest | Part::InterestPaid => {
            whole("La somme des intérêts encore dus de chaque facture.", over(|one| one.interest_due, totals.interest_due))
        }
        Part::Indemnity => with(indemnity(input.regime), over(|one| one.indemnity_due, totals.indemnity_due)),
        Part::Clause => with(clause(), over(|one| one.clause, totals.clause)),
        Part::Costs => {
            let costs_added: Vec<Money> = statement.extra_costs.iter().map(|cost| cost.amount).collect();
            with(costs(), added(&costs_added, totals.extra_costs))
        }
        Part::Total => {
            let parts = [totals.principal_due, totals.interest_due, totals.indemnity_due, totals.clause, totals.extra_costs];
            let parts: Vec<Money> = parts.into_iter().filter(|part| part.is_positive()).collect();
            whole("Le principal restant dû, les intérêts encore dus, et ce qui s’y ajoute.", added(&parts, totals.total))
        }
    }
}

/// Why a further day costs what it does; nothing where it costs nothing.
#[must_use]
pub fn of_per_day(statement: &Statement) -> Option<Explanation> {
    let bearing: Vec<&InvoiceStatement> = statement.invoices.iter().filter(|owed| owed.per_day_percent.is_some()).collect();
    let source = bearing.iter().find_map(|owed| owed.lines.last()).map(|line| line.source.to_string());
    let rule = "Demain, le principal encore dû portera intérêt un jour de plus, au taux de ce jour-là.";
    let mut explanation = Explanation { sources: source.into_iter().collect(), ..Explanation::of(rule, &[]) };
    if bearing.len() <= MANY {
        explanation.working.extend(bearing.iter().filter_map(|owed| of_a_day(owed)));
    }
    let days: Vec<Money> = bearing.iter().map(|owed| owed.per_day).collect();
    explanation.working.extend(added(&days, statement.totals.per_day));
    statement.totals.per_day.is_positive().then_some(explanation)
}

/// How the interest of a statement was found: each line of the only invoice, or what each of several bears.
#[must_use]
pub fn of_interest(input: &Input, statement: &Statement) -> Explanation {
    let [owed] = statement.invoices.as_slice() else { return of_interest_of_several(input, statement) };
    let (Some(first), Some(last)) = (owed.lines.first(), owed.lines.last()) else {
        return Explanation::of("Aucun intérêt n’a couru jusqu’à ce jour.", &[]);
    };
    let rule_of = |line| Rule { input, first_day: first.from, line }.explanation();
    let rule = rule_of(last);
    let lines: Vec<Money> = owed.lines.iter().map(|line| line.interest).collect();
    let skipped = lines.len().saturating_sub(MANY);
    let paid = owed.interest_paid.is_positive().then(|| {
        let [all, paid, due] = [owed.interest, owed.interest_paid, owed.interest_due].map(french::money);
        format!("{all} − {paid} déjà payés = {due}")
    });
    // Each rate once, before the lines that have it.
    let mut working = Vec::new();
    let mut told = String::new();
    for line in owed.lines.iter().skip(skipped) {
        let rule = rule_of(line).rule;
        if rule != told {
            working.push(rule.clone());
            told = rule;
        }
        working.push(in_words(line));
    }
    working.extend(added(&lines, owed.interest).into_iter().chain(paid));
    let opening = "L’intérêt court du lendemain de l’échéance au jour du calcul compris, sur ce qui reste dû, taxes comprises.";
    Explanation { rule: opening.to_owned(), working, ..rule }
}

/// The interest that each of several invoices still bears.
fn of_interest_of_several(input: &Input, statement: &Statement) -> Explanation {
    let explanation = of_all(Part::Interest, input, statement);
    let bearing: Vec<&InvoiceStatement> = statement.invoices.iter().filter(|owed| owed.interest_due.is_positive()).collect();
    if bearing.is_empty() {
        return Explanation::of("Aucun intérêt n’est dû à ce jour.", &[]);
    }
    if bearing.len() > MANY {
        return explanation;
    }
    let each = bearing.iter().map(|owed| format!("Facture {}\u{a0}: {}", owed.number, french::money(owed.interest_due)));
    let sources = bearing.iter().find_map(|owed| owed.lines.last()).map(|line| line.source.to_string());
    Explanation { working: each.chain(explanation.working).collect(), sources: sources.into_iter().collect(), ..explanation }
}

fn with(mut explanation: Explanation, working: impl IntoIterator<Item = String>) -> Explanation {
    explanation.working.extend(working);
    explanation
}

/// What a part payment pays first, and why.
#[must_use]
pub fn order_of_payments(input: &Input) -> Explanation {
    match (input.regime.own_imputation(), input.imputation) {
        (Some(_), _) => Explanation::of(
            "Une administration règle le principal avant les intérêts.",
            &["ccp-r2192-36", "ce-2012-05-23-346352"],
        ),
        (None, Imputation::InterestFirst) => Explanation::of(
            "Un paiement règle les intérêts déjà courus avant le principal, sauf accord contraire.",
            &["cciv-1343-1"],
        ),
        (None, Imputation::PrincipalFirst) => Explanation::of(
            "Vous avez retenu que les paiements règlent le principal d’abord\u{a0}: il faut un accord, ou votre choix.",
            &["cciv-1343-1"],
        ),
    }
}

/// The fixed indemnity.
#[must_use]
pub fn indemnity(regime: Regime) -> Explanation {
    Explanation::of(
        "Chaque facture payée en retard ouvre droit à une indemnité fixe pour les frais de recouvrement, sans rappel ni \
         justificatif, quel que soit son montant.",
        &[if regime == Regime::Public { "ccp-d2192-35" } else { "ccom-d441-5" }],
    )
}

fn clause() -> Explanation {
    Explanation::of(
        "La pénalité que prévoit le contrat\u{a0}: le pourcentage du montant impayé à l’échéance, et au moins le minimum convenu. Le \
         juge peut la réduire si elle est manifestement excessive.",
        &["cciv-1231-5"],
    )
}

fn costs() -> Explanation {
    Explanation::of("Les frais de recouvrement qui dépassent l’indemnité forfaitaire, sur justificatifs.", &["ccom-l441-10"])
}

#[cfg(test)]
mod tests {
    use dument_law::penalties::{Payment, penalties};
    use dument_law::{Day, Reference};

    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn spaced(explanation: &Explanation) -> Vec<String> {
        explanation.working.iter().map(|step| step.replace(['\u{a0}', '\u{202f}'], " ")).collect()
    }

    /// 10 000,00 € due on 20 June 2026, 2 000,00 € paid on 3 July, seen on 10 July.
    fn case(copies: usize) -> (Input, Statement) {
        let mut invoice = Invoice::unpaid("F-1", day("2026-06-20"), Money::from_cents(1_000_000));
        invoice.payments = vec![Payment { on: day("2026-07-03"), amount: Money::from_cents(200_000) }];
        let input = Input::new(day("2026-07-10"), Regime::Business, vec![invoice; copies]);
        let statement = penalties(&input, Reference::published()).unwrap();
        (input, statement)
    }

    #[track_caller]
    fn check(part: Part, working: &[&str]) {
        let (input, statement) = case(1);
        assert_eq!(spaced(&of_invoice(part, &input, &input.invoices[0], &statement.invoices[0])), working);
    }

    #[test]
    fn each_sum_shows_what_it_adds_up() {
        check(Part::Interest, &["33,29 € + 10,19 € + 19,13 € = 62,61 €"]);
        check(Part::InterestPaid, &["Paiement du 3 juillet 2026 : 43,48 € d’intérêts sur 2 000,00 €"]);
        check(Part::Indemnity, &[]);
        check(Part::Principal, &["10 000,00 € − 1 956,52 € (paiement du 3 juillet 2026) = 8 043,48 €"]);
        check(Part::Total, &["8 043,48 € + 19,13 € + 40,00 € = 8 102,61 €"]);
    }

    #[test]
    fn a_further_day_is_shown_at_its_rate() {
        let (_, statement) = case(1);
        assert_eq!(spaced(&of_per_day(&statement).unwrap()), ["8 043,48 € × 12,40 % ÷ 365 = 2,73 €"]);
        let (_, statement) = case(2);
        assert_eq!(spaced(&of_per_day(&statement).unwrap()).last().unwrap(), "2,73 € + 2,73 € = 5,46 €");
    }

    #[test]
    fn interest_is_told_line_by_line_or_invoice_by_invoice() {
        let (input, statement) = case(1);
        let told = spaced(&of_interest(&input, &statement));
        let (rules, figures): (Vec<&str>, Vec<&str>) =
            told.iter().map(String::as_str).partition(|step| step.contains("la loi retient"));
        assert_eq!(rules.len(), 2, "each rate once");
        assert_eq!(
            figures,
            [
                "Du 21 au 30 juin 2026, 10 jours à 12,15 % sur 10 000,00 € : 33,29 €",
                "Du 1er au 3 juillet 2026, 3 jours à 12,40 % sur 10 000,00 € : 10,19 €",
                "Du 4 au 10 juillet 2026, 7 jours à 12,40 % sur 8 043,48 € : 19,13 €",
                "33,29 € + 10,19 € + 19,13 € = 62,61 €",
                "62,61 € − 43,48 € déjà payés = 19,13 €",
            ]
        );
        let (input, statement) = case(2);
        assert_eq!(spaced(&of_interest(&input, &statement)).last().unwrap(), "19,13 € + 19,13 € = 38,26 €");
        let (input, statement) = case(20);
        assert!(spaced(&of_interest(&input, &statement)).is_empty(), "twenty invoices are for the statement to tell");
    }

    #[test]
    fn every_text_is_known() {
        let (input, statement) = case(2);
        for part in [Part::Interest, Part::InterestPaid, Part::Indemnity, Part::Clause, Part::Costs, Part::Principal, Part::Total]
        {
            for explanation in
                [of_invoice(part, &input, &input.invoices[0], &statement.invoices[0]), of_all(part, &input, &statement)]
            {
                let ids = explanation.sources.iter().map(String::as_str);
                assert_eq!(Reference::published().cited(ids).len(), explanation.sources.len(), "{part:?}");
            }
        }
    }
}
