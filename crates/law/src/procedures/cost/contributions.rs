//! The contributions that bringing a claim before a court costs: for legal aid (CGI 1635 bis Q), before the tribunal
//! judiciaire; for economic justice (loi 2023-1059, article 27; décret 2024-1225), before a tribunal des activités
//! économiques.

use rust_decimal::Decimal;

use super::Bearer;
use crate::procedures::court::{Forum, is_economic};
use crate::procedures::facts::Facts;
use crate::procedures::{CostItem, Profit, YesNo};
use crate::{Money, PartyKind, french};

/// The contributions that bringing this claim before its court costs.
pub(in crate::procedures) fn contributions(facts: &Facts<'_>) -> Vec<CostItem> {
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
    let min = if certain { amount } else { Money::ZERO };
    Some(CostItem::new("Contribution pour l’aide juridique (tribunal judiciaire)", min, amount, &row.source, Bearer::Loser))
}

/// The contribution for economic justice, before a tribunal des activités économiques only. The decree asks it for a
/// claim; that it is due for a payment order too, a circular says.
pub(in crate::procedures) fn justice(facts: &Facts<'_>, source: &str) -> Option<CostItem> {
    let label = "Contribution pour la justice économique";
    let (label, min, max) = match (is_economic(facts), contribution(facts)) {
        (YesNo::No, _) | (YesNo::Unknown, Contribution::None(_)) => return None,
        // So few employ so many people that the cost of all the others isn't widened by what they would pay.
        (YesNo::Unknown, _) if facts.input.creditor.employees.is_none() => return None,
        (YesNo::Yes, Contribution::None(why)) => (format!("{label} : non due, {why}"), Money::ZERO, Money::ZERO),
        (YesNo::Yes, Contribution::Due(amount)) => (label.to_owned(), amount, amount),
        (YesNo::Yes, Contribution::UpTo(amount, on)) => (format!("{label} ({on})"), Money::ZERO, amount),
        (YesNo::Unknown, Contribution::Due(amount)) => {
            (format!("{label} (seulement devant un tribunal des activités économiques)"), Money::ZERO, amount)
        }
        (YesNo::Unknown, Contribution::UpTo(amount, on)) => {
            (format!("{label} (seulement devant un tribunal des activités économiques, {on})"), Money::ZERO, amount)
        }
    };
    Some(CostItem::new(label, min, max, source, Bearer::Loser))
}

/// The facts that would tell what the contribution for economic justice comes to, in French; none where nothing is missing.
pub(in crate::procedures) fn missing_for_justice(facts: &Facts<'_>) -> Vec<&'static str> {
    let economic = is_economic(facts);
    if economic == YesNo::No || matches!(contribution(facts), Contribution::None(_)) {
        return Vec::new();
    }
    let mut missing = missing_figures(facts);
    if economic == YesNo::Unknown {
        missing.push("le siège du tribunal");
    }
    missing
}

/// The figures of the creditor that were not told.
fn missing_figures(facts: &Facts<'_>) -> Vec<&'static str> {
    let creditor = &facts.input.creditor;
    let mut missing = Vec::new();
    if creditor.employees.is_none() {
        missing.push("votre effectif");
    }
    if !is_person(creditor.kind) {
        if creditor.turnover.is_none() {
            missing.push("votre chiffre d’affaires moyen");
        }
        if creditor.average_profit.is_none() {
            missing.push("votre bénéfice moyen");
        }
    }
    missing
}

/// Whether the contribution follows tax income, which isn't asked, and not turnover and profit.
fn is_person(kind: PartyKind) -> bool {
    matches!(kind, PartyKind::SoleTrader | PartyKind::Craftsman | PartyKind::Liberal | PartyKind::Farmer)
}

/// What the contribution for economic justice comes to.
enum Contribution {
    None(String),
    Due(Money),
    /// A fact is missing: at most that much, and what it depends on.
    UpTo(Money, String),
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
    if is_person(creditor.kind) {
        let income = french::money(figures.money("justiceContributionPersonIncomeLow"));
        return Contribution::UpTo(share("PersonHigh"), format!("seulement au-dessus de {income} de revenu fiscal par part"));
    }
    let unknown = || format!("selon {}", french::list(&missing_figures(facts)));
    let too_little = || Contribution::None("votre bénéfice moyen est sous le seuil".to_owned());
    let (low, high) = (share("Low"), share("High"));
    let profit = creditor.average_profit.map(Profit::amount);
    if profit.is_some_and(|profit| !profit.is_positive()) {
        return too_little();
    }
    let Some(turnover) = creditor.turnover else { return Contribution::UpTo(high, unknown()) };
    if turnover <= figures.money("justiceContributionTurnoverLow") {
        return Contribution::None("votre chiffre d’affaires est sous le seuil".to_owned());
    }
    let is_high = turnover > figures.money("justiceContributionTurnoverHigh");
    let share = if is_high { high } else { low };
    let profit_floor = if is_high { Money::ZERO } else { figures.money("justiceContributionProfitLow") };
    match profit {
        Some(profit) if profit <= profit_floor => too_little(),
        Some(_) if creditor.employees.is_some() => Contribution::Due(share),
        _ => Contribution::UpTo(share, unknown()),
    }
}
