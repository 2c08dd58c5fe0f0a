//! The tariff of judicial officers (C. com. A444-10 to A444-52): the fee of an act times a coefficient of the sum, travel,
//! and the fees in proportion to what they recover, one borne by the debtor (A444-31), one by the creditor (A444-32). All
//! amounts come with VAT.

use rust_decimal::Decimal;

use super::Bearer;
use crate::procedures::CostItem;
use crate::procedures::court::Forum;
use crate::procedures::facts::Facts;
use crate::procedures::figures::Figures;
use crate::{Money, Place, french};

fn with_vat(figures: Figures<'_>, net: Decimal) -> Decimal {
    net * (Decimal::ONE + figures.decimal("vatRate") / Decimal::ONE_HUNDRED)
}

/// The label of an item whose tariff wasn't read in its current text says so.
fn checked(figures: Figures<'_>, figure: &str, label: &str) -> String {
    let uncertain = figures.row(figure).is_some_and(|row| row.uncertain);
    if uncertain { format!("{label} (tarif à vérifier)") } else { label.to_owned() }
}

/// One act: its fee times the coefficient of the sum (A444-46); at most with travel (A444-48).
fn act(facts: &Facts<'_>, fee: &str, label: &str, bearer: Bearer) -> CostItem {
    let figures = facts.figures;
    let coefficient = if facts.total <= figures.money("officerCeilingLow") {
        "officerCoefficientLow"
    } else if facts.total <= figures.money("officerCeilingMiddle") {
        "officerCoefficientMiddle"
    } else {
        "officerCoefficientHigh"
    };
    let net = figures.decimal(fee) * figures.decimal(coefficient);
    let (min, max) = (with_vat(figures, net), with_vat(figures, net + figures.decimal("officerTravelFee")));
    CostItem::new(checked(figures, fee, label), Money::round(min), Money::round(max), figures.source(fee), bearer)
}

/// An act served (A444-11).
pub(in crate::procedures) fn service(facts: &Facts<'_>, label: &str) -> CostItem {
    act(facts, "officerServiceFee", label, Bearer::Loser)
}

/// A summons before the court (A444-11), and its registry fee before a commercial court; nothing served where a written
/// request may do.
pub(in crate::procedures) fn summons(facts: &Facts<'_>, or_request: bool) -> Vec<CostItem> {
    let label = if or_request {
        "Assignation par un commissaire de justice, ou simple requête"
    } else {
        "Assignation par un commissaire de justice, hors copies et courriers"
    };
    let mut summons = act(facts, "officerSummonsFee", label, Bearer::Loser);
    if or_request {
        summons.min = Money::ZERO;
    }
    let forum = Forum::of(facts);
    let commercial = matches!(forum, Forum::Commercial | Forum::Choice) && facts.input.debtor.place != Place::AlsaceMoselle;
    let mut items = vec![summons];
    if commercial {
        let mut registry = super::usual(facts, "courtRegistry", "Greffe du tribunal de commerce");
        if forum == Forum::Choice {
            registry.min = Money::ZERO;
        }
        items.push(registry);
    }
    items
}

/// The certificate of an unpaid cheque, served (A444-14), and the right to begin pursuits (A444-15).
pub(in crate::procedures) fn certificate(facts: &Facts<'_>) -> Vec<CostItem> {
    vec![act(facts, "officerCertificateFee", "Signification du certificat de non-paiement", Bearer::Debtor), pursuit(facts)]
}

/// What an officer takes on what they recover by an enforceable title, beside their acts.
pub(in crate::procedures) fn recovery(facts: &Facts<'_>) -> Vec<CostItem> {
    let figures = facts.figures;
    let debtor = Money::round(with_vat(figures, proportional(figures, "recoveryDebtor", "recovery", facts.input.amount)));
    let label = checked(figures, "recoveryDebtorRateFirst", "Droit de recouvrement payé par le client en plus de sa dette");
    let label = format!("{label}, au plus {}", french::money(debtor));
    vec![
        pursuit(facts),
        CostItem::new(label, Money::ZERO, Money::ZERO, "ccom-a444-31", Bearer::Debtor),
        recovery_by_creditor(facts),
    ]
}

/// The creditor's share of the fee on what is recovered, even amicably (A444-32; Cass. 2e civ., 20 January 2022, 20-14.537):
/// nothing where nothing comes in.
pub(in crate::procedures) fn recovery_by_creditor(facts: &Facts<'_>) -> CostItem {
    let figures = facts.figures;
    let most = Money::round(with_vat(figures, proportional(figures, "recoveryCreditor", "recovery", facts.input.amount)));
    let label = checked(figures, "recoveryCreditorRateFirst", "Droit de recouvrement à votre charge, si tout est recouvré");
    CostItem::new(label, Money::ZERO, most, "ccom-a444-32", Bearer::CreditorByTariff)
}

/// The right to begin pursuits, once for a claim, kept even where nothing is recovered (A444-15).
fn pursuit(facts: &Facts<'_>) -> CostItem {
    let figures = facts.figures;
    let most = Money::round(with_vat(figures, proportional(figures, "pursuit", "pursuit", facts.input.amount)));
    let label = "Droit d’engagement de poursuites, avancé puis imputé sur le droit de recouvrement";
    let label = checked(figures, "pursuitRateFirst", label);
    CostItem::new(label, Money::ZERO, most, "ccom-a444-15", Bearer::Debtor)
}

/// A fee by brackets of the sum, between its fixed amount for small sums and its cap, before VAT.
fn proportional(figures: Figures<'_>, fee: &str, brackets: &str, sum: Money) -> Decimal {
    let own = |name: &str| figures.decimal(&format!("{fee}{name}"));
    let sum = sum.decimal();
    if sum <= own("Floor") {
        return own("Fixed");
    }
    let (mut total, mut from) = (Decimal::ZERO, Decimal::ZERO);
    let names = ["First", "Second", "Third", "Fourth", "Fifth"];
    for (i, name) in names.iter().enumerate() {
        let is_last = names.get(i + 1).is_none_or(|next| figures.row(&format!("{fee}Rate{next}")).is_none());
        let to = if is_last { sum } else { figures.decimal(&format!("{brackets}Ceiling{name}")).min(sum) };
        total += (to - from) * own(&format!("Rate{name}")) / Decimal::ONE_HUNDRED;
        from = to;
        if to == sum {
            break;
        }
    }
    total.min(own("Cap"))
}
