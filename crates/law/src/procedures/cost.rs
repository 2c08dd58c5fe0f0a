//! What a route costs for this claim, item by item, from dated tariffs (C. com. A444-11, A444-46 and A444-48 for judicial
//! officers; CGI 1635 bis Q; décret 2024-1225).

use rust_decimal::Decimal;

use super::court::{Forum, economic_court};
use super::facts::{Facts, Standing};
use super::{Cost, CostItem, Lawyer, Recoverable};
use crate::{Money, PartyKind, french};

impl Cost {
    /// A cost that is the sum of its items.
    pub(super) fn of(recoverable: Recoverable, items: Vec<CostItem>) -> Self {
        let min = items.iter().map(|item| item.min).sum();
        let max = items.iter().map(|item| item.max).sum();
        Self { min, max, recoverable, items }
    }

    /// Nothing to pay.
    pub(super) fn free() -> Self {
        Self::of(Recoverable::No, Vec::new())
    }
}

fn item(label: impl Into<String>, min: Money, max: Money, source: &str) -> CostItem {
    CostItem { label: label.into(), min, max, source: source.to_owned() }
}

/// A usual price, from the pair of figures `…Min` and `…Max`.
pub(super) fn usual(facts: &Facts<'_>, id: &str, label: &str) -> CostItem {
    let (min, max) = (format!("{id}Min"), format!("{id}Max"));
    let uncertain = facts.figures.row(&max).is_some_and(|row| row.uncertain);
    let label = if uncertain { format!("{label} (prix indicatif)") } else { label.to_owned() };
    item(label, facts.figures.money(&min), facts.figures.money(&max), facts.figures.source(&max))
}

/// One act served by a judicial officer: the fee times the coefficient of the sum, VAT included; at most with travel.
pub(super) fn service(facts: &Facts<'_>, label: &str) -> CostItem {
    let figures = facts.figures;
    let coefficient = if facts.total <= figures.money("officerCeilingLow") {
        "officerCoefficientLow"
    } else if facts.total <= figures.money("officerCeilingMiddle") {
        "officerCoefficientMiddle"
    } else {
        "officerCoefficientHigh"
    };
    let with_vat = Decimal::ONE + figures.decimal("vatRate") / Decimal::ONE_HUNDRED;
    let fee = figures.decimal("officerServiceFee") * figures.decimal(coefficient) * with_vat;
    let travel = figures.decimal("officerTravelFee") * with_vat;
    item(label, Money::round(fee), Money::round(fee + travel), figures.source("officerServiceFee"))
}

/// A fee of the registry of the commercial court.
pub(super) fn fee(facts: &Facts<'_>, id: &str, label: &str) -> CostItem {
    let amount = facts.figures.money(id);
    item(label, amount, amount, facts.figures.source(id))
}

/// The contributions that bringing this claim before its court costs.
pub(super) fn contributions(facts: &Facts<'_>) -> Vec<CostItem> {
    [legal_aid(facts), justice(facts, "decret-2024-1225")].into_iter().flatten().collect()
}

/// The contribution for legal aid, before the tribunal judiciaire only.
fn legal_aid(facts: &Facts<'_>) -> Option<CostItem> {
    let forum = Forum::of(facts);
    if !facts.figures.in_force("legalAidContribution") || !(forum.is_judicial() || forum == Forum::Choice) {
        return None;
    }
    let row = facts.figures.row("legalAidContribution")?;
    let amount = Money::round(row.decimal());
    let certain = forum != Forum::Choice && !row.uncertain;
    Some(item(
        "Contribution pour l’aide juridique (tribunal judiciaire)",
        if certain { amount } else { Money::ZERO },
        amount,
        &row.source,
    ))
}

/// The contribution for economic justice, before a tribunal des activités économiques only. The decree asks it for a
/// claim; that it is due for a payment order too, a circular says.
pub(super) fn justice(facts: &Facts<'_>, source: &str) -> Option<CostItem> {
    if !matches!(Forum::of(facts), Forum::Commercial | Forum::Choice) {
        return None;
    }
    economic_court(facts)?;
    let label = "Contribution pour la justice économique";
    Some(match contribution(facts) {
        Contribution::None(why) => item(format!("{label} : non due, {why}"), Money::ZERO, Money::ZERO, source),
        Contribution::Due(amount) => item(label, amount, amount, source),
        Contribution::UpTo(amount) => item(format!("{label} (selon vos réponses)"), Money::ZERO, amount, source),
    })
}

/// What the contribution for economic justice comes to.
enum Contribution {
    None(String),
    Due(Money),
    /// A fact is missing: at most that much.
    UpTo(Money),
}

fn contribution(facts: &Facts<'_>) -> Contribution {
    let figures = facts.figures;
    let creditor = &facts.input.creditor;
    let floor = figures.money("justiceContributionFloor");
    if facts.total <= floor {
        return Contribution::None(format!("la demande ne dépasse pas {}", french::money(floor)));
    }
    let staff = figures.number("justiceContributionEmployees");
    if creditor.employees.is_some_and(|employees| employees < staff) {
        return Contribution::None(format!("vous avez moins de {staff} salariés"));
    }
    let share = |tier: &str| {
        let exact = facts.total.decimal() * figures.decimal(&format!("justiceContributionRate{tier}")) / Decimal::ONE_HUNDRED;
        Money::round(exact).min(figures.money(&format!("justiceContributionCap{tier}")))
    };
    if matches!(creditor.kind, PartyKind::SoleTrader | PartyKind::Craftsman | PartyKind::Liberal | PartyKind::Farmer) {
        let rate = figures.decimal("justiceContributionPersonRate") / Decimal::ONE_HUNDRED;
        let exact = Money::round(facts.total.decimal() * rate);
        return Contribution::UpTo(exact.min(figures.money("justiceContributionPersonCap")));
    }
    let (low, high) = (share("Low"), share("High"));
    let Some(turnover) = creditor.turnover else { return Contribution::UpTo(high) };
    if turnover <= figures.money("justiceContributionTurnoverLow") {
        return Contribution::None("votre chiffre d’affaires est sous le seuil".to_owned());
    }
    let is_high = turnover > figures.money("justiceContributionTurnoverHigh");
    let share = if is_high { high } else { low };
    let profit_floor = if is_high { Money::ZERO } else { figures.money("justiceContributionProfitLow") };
    match creditor.average_profit {
        Some(profit) if profit <= profit_floor => Contribution::None("votre bénéfice moyen est sous le seuil".to_owned()),
        Some(_) if creditor.employees.is_some() => Contribution::Due(share),
        _ => Contribution::UpTo(share),
    }
}

/// A lawyer's fees: nothing where none is required, perhaps nothing where that is unsure.
pub(super) fn lawyer(facts: &Facts<'_>, id: &str, lawyer: Lawyer) -> CostItem {
    let fees = usual(facts, id, "Honoraires d’avocat");
    match lawyer {
        Lawyer::Required => fees,
        Lawyer::Unsure => CostItem { label: format!("{}, s’il en faut un", fees.label), min: Money::ZERO, ..fees },
        Lawyer::NotRequired => {
            CostItem { label: "Avocat : non obligatoire".to_owned(), min: Money::ZERO, max: Money::ZERO, ..fees }
        }
    }
}

/// Whether the cost of an amicable letter comes back: the forty euros between professionals, nothing from a consumer
/// (C. com. L441-10, CPCE L111-8).
pub(super) fn of_letter(facts: &Facts<'_>) -> Recoverable {
    if facts.debtor == Standing::Consumer { Recoverable::No } else { Recoverable::Partly }
}
