//! The agreement to pay by instalments: a new calendar for an old debt.
//!
//! C. civ. 1103 and 1375 (an agreement in as many originals as parties), 1330 (no novation is presumed), 1342-10 and 1343-1 (what a payment
//! pays first). The whole falls due only after a notice that leaves time to pay (1re civ., 22 June 2017, no 16-18.418).

use askama::Template;
use dument_law::penalties::{Imputation, Statement};
use dument_law::problem::Problem;
use dument_law::reading::Read;
use dument_law::{Code, Day, Money, Note, PartyKind, french};
use serde::{Deserialize, Serialize};

use super::{Draft, Form, Head};
use crate::claim::Claim;
use crate::document::{Align, Block, Column, Language, SigningParty, TableRow};
use crate::input::{Addressee, Input};
use crate::line::Line;
use crate::party::Signatory;
use crate::refusal::problem;
use crate::wording::{self, filters};
use crate::{advice, letter, mentions, statement_table, typography, words};

/// The days a missed instalment may be caught up after a notice. No text sets them; fifteen were too few in a consumer's loan
/// (1re civ., 29 May 2024, no 23-12.904).
const CURE_DAYS: u32 = 15;
const CURE_DAYS_OF_A_CONSUMER: u32 = 30;

/// The instalments agreed, and what becomes of interest meanwhile.
#[doc(alias = "échéancier")]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct PaymentPlan {
    /// The instalments, in the order of their days.
    pub instalments: Vec<Instalment>,
    /// What becomes of interest and of what the law adds to it.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<_>"))]
    pub interest: PlanInterest,
    /// The days in which a missed instalment may be caught up, after a formal notice, before all falls due; by default 15, and 30 for a
    /// consumer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cure_days: Option<u32>,
    /// Who signs for the debtor; needed where the debtor isn't a natural person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signatory: Option<Signatory>,
}

impl PaymentPlan {
    /// So many monthly instalments of equal shares, from a first day on; each on that day of its month, or on the last day of a shorter one.
    #[must_use]
    pub fn monthly(first: Day, count: u32) -> Vec<Instalment> {
        (0..count).map(|months| Instalment { on: first.plus_months(months), amount: None }).collect()
    }
}

/// One payment of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct Instalment {
    /// The day by which the money is there.
    pub on: Day,
    /// How much, in euros; by default an equal share of what the others leave.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
}

/// What becomes of interest, and of what the law adds to it, during a plan: no text says, the agreement must.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum PlanInterest {
    /// The plan pays all that is owed today, and interest runs on: nothing is given up.
    #[default]
    RunsOn,
    /// The plan pays all that is owed today, and no interest runs while it is kept.
    Suspended,
    /// The plan pays the invoices alone: the rest is given up once the plan has been kept to its end.
    WaivedIfKept,
}

/// What the template says beside the claim.
struct Terms {
    creditor: String,
    debtor: String,
    is_consumer: bool,
    /// What the instalments pay.
    sum: Money,
    count: u64,
    interest: PlanInterest,
    /// Interest, indemnity and the like, as counted today.
    accessories: Money,
    /// Whether interest would run on if nothing were agreed.
    bears_interest: bool,
    principal_first: bool,
    cure_days: u64,
    place: Line,
}

#[derive(Template)]
#[template(ext = "txt", escape = "none", path = "payment_plan/agreement.txt")]
struct Wording<'a> {
    claim: &'a Claim<'a>,
    terms: Terms,
}

pub(crate) fn check(input: &Input, problems: &mut Vec<Problem>) {
    let at = |field: &str| format!("facts.paymentPlan.{field}");
    if input.addressee() == Addressee::PublicBody {
        let message = "Une personne publique ne convient pas d’échéances : son délai de paiement est fixé par les textes. Adressez-lui une mise en \
                       demeure ou une demande de paiement.";
        problems.push(problem(Code::NotApplicable, "debtor.kind", message));
        return;
    }
    let facts = input.facts.payment_plan.clone().unwrap_or_default();
    if facts.instalments.is_empty() {
        problems.push(problem(Code::MissingField, at("instalments"), "Indiquez les dates des versements convenus."));
    }
    let mut before = input.written_on;
    for (place, instalment) in facts.instalments.iter().enumerate() {
        if instalment.on <= before {
            let message =
                "Les versements se suivent, le premier après la date de l’accord : corrigez cette date ou remettez-les en ordre.";
            problems.push(problem(Code::DateOutOfRange, at(&format!("instalments[{place}].on")), message));
        }
        if instalment.amount.is_some_and(|amount| !amount.is_positive()) {
            let message =
                "Un versement est d’au moins un centime. Laissez le montant vide pour partager la somme en parts égales.";
            problems.push(problem(Code::ZeroAmount, at(&format!("instalments[{place}].amount")), message));
        }
        before = before.max(instalment.on);
    }
    if facts.cure_days.is_some_and(|days| !(8..=60).contains(&days)) {
        problems.push(problem(Code::OutOfRange, at("cureDays"), "Le délai pour se mettre à jour va de 8 à 60 jours."));
    }
    mentions::check_signatory(&input.debtor, facts.signatory.as_ref(), &at("signatory"), problems);
}

/// The instalments must pay the sum settled, to the cent.
pub(crate) fn check_sums(input: &Input, statement: &Statement, problems: &mut Vec<Problem>) {
    let Some(facts) = &input.facts.payment_plan else { return };
    let sum = facts.sum(&Claim::new(input, statement));
    let given: Money = facts.instalments.iter().filter_map(|instalment| instalment.amount).sum();
    let open = facts.instalments.iter().filter(|instalment| instalment.amount.is_none()).count();
    let (sum_printed, given_printed) = (french::money(sum), french::money(given));
    let message = match open {
        0 if given == sum => return,
        0 => format!(
            "Les versements font {given_printed} ; la somme à payer est de {sum_printed}. Corrigez un montant, ou laissez-en un vide : il prendra \
             le reste."
        ),
        open if (sum - given).cents() >= i64::try_from(open).unwrap_or(i64::MAX) => return,
        _ => format!(
            "Les montants indiqués font déjà {given_printed}, et la somme à payer est de {sum_printed} : il ne reste rien pour les autres."
        ),
    };
    problems.push(problem(Code::SumMismatch, "facts.paymentPlan.instalments", typography::set(&message)));
}

impl PaymentPlan {
    /// What the instalments pay.
    fn sum(&self, claim: &Claim<'_>) -> Money {
        match self.interest {
            PlanInterest::RunsOn | PlanInterest::Suspended => claim.total(),
            PlanInterest::WaivedIfKept => claim.statement.totals.principal_due + claim.not_yet_due,
        }
    }

    /// The amount of each instalment: those left open share the rest equally, the last of them taking the cents over.
    fn amounts(&self, sum: Money) -> Vec<Money> {
        let given: Money = self.instalments.iter().filter_map(|instalment| instalment.amount).sum();
        let mut open: i64 = self.instalments.iter().filter(|instalment| instalment.amount.is_none()).map(|_| 1).sum();
        let mut rest = (sum - given).cents();
        self.instalments
            .iter()
            .map(|instalment| {
                instalment.amount.unwrap_or_else(|| {
                    let share = rest / open;
                    rest -= share;
                    open -= 1;
                    Money::from_cents(share)
                })
            })
            .collect()
    }
}

pub(crate) fn write(draft: &Draft<'_>) -> Form {
    let Draft { input, addressee, claim, .. } = draft;
    let Some(facts) = &input.facts.payment_plan else { return Form::default() };
    let is_consumer = *addressee == Addressee::Consumer;
    let sum = facts.sum(claim);
    let cure_days = facts.cure_days.unwrap_or(if is_consumer { CURE_DAYS_OF_A_CONSUMER } else { CURE_DAYS });
    let terms = Terms {
        creditor: mentions::identity(&input.creditor, input.creditor.signatory.as_ref()),
        debtor: mentions::identity(&input.debtor, facts.signatory.as_ref()),
        is_consumer,
        sum,
        count: facts.instalments.len() as u64,
        interest: facts.interest,
        accessories: claim.statement.totals.accessories(),
        bears_interest: !is_consumer || claim.notice_received_on.is_some(),
        principal_first: claim.imputation == Imputation::PrincipalFirst || facts.interest == PlanInterest::WaivedIfKept,
        cure_days: cure_days.into(),
        place: mentions::place(input),
    };
    let mut form = Form::from(wording::read(&Wording { claim, terms }));
    form.head = Head::Deed;
    form.parts = vec![
        ("statement", statement_table::whole(&input.invoices, claim.statement)),
        ("instalments", vec![table(facts, sum)]),
        ("bank", letter::account(input, claim).into_iter().collect()),
    ];
    let signs = |title: &str, party, signatory| SigningParty { title: title.into(), lines: mentions::signing(party, signatory) };
    form.signature = Some(vec![Block::Signatures {
        parties: vec![
            signs("Le créancier", &input.creditor, input.creditor.signatory.as_ref()),
            signs("Le débiteur", &input.debtor, facts.signatory.as_ref()),
        ],
    }]);
    form.notes = notes(input, facts, is_consumer);
    form
}

fn table(facts: &PaymentPlan, sum: Money) -> Block {
    let column = |title: &str, align| Column { title: title.into(), align };
    let row = |cells: [String; 3], total| TableRow { cells: cells.into(), total, carried: Vec::new() };
    let amounts = facts.amounts(sum);
    let mut rows: Vec<TableRow> = facts
        .instalments
        .iter()
        .zip(&amounts)
        .zip(1..)
        .map(|((instalment, amount), number)| {
            row([number.to_string(), french::day(instalment.on), french::money(*amount)], false)
        })
        .collect();
    statement_table::carry(words::of(Language::Fr), &mut rows, 2, &amounts);
    rows.push(row(["Total".into(), String::new(), french::money(sum)], true));
    Block::Table {
        caption: "Versements".into(),
        columns: vec![column("N°", Align::End), column("Au plus tard le", Align::Start), column("Montant", Align::End)],
        rows,
    }
}

fn notes(input: &Input, facts: &PaymentPlan, is_consumer: bool) -> Vec<Note> {
    let mut notes = vec![
        advice::info(
            "twoOriginals",
            "Imprimez l’accord en deux exemplaires, signés tous deux par chacun, et gardez-en un. Signé en ligne, il suffit que chacun puisse en \
             conserver une copie.",
        ),
        advice::info(
            "acknowledgesDebt",
            "En signant, le débiteur reconnaît la dette : si la prescription n’est pas encore acquise, un nouveau délai repart de la signature. \
             Pour être sûr, comptez-le depuis ce jour-là, et non depuis chaque versement.",
        ),
        advice::warning(
            "notEnforceable",
            "Cet accord ne permet pas, à lui seul, de faire agir un commissaire de justice. Il peut être fait devant notaire, ou, s’il termine un \
             différend, être contresigné par les avocats des deux parties et revêtu de la formule exécutoire par le greffe, ou homologué par un \
             juge.",
        ),
        advice::info(
            "noticeBeforeAcceleration",
            "Si un versement manque, n’exigez pas le tout aussitôt : envoyez d’abord la mise en demeure prévue à l’article 4.",
        ),
    ];
    if input.debtor.is_natural_person() {
        notes.push(advice::info(
            "handwrittenSum",
            "Faites écrire au débiteur lui-même, au-dessus de sa signature, la somme due en toutes lettres et en chiffres : sans cela, s’il n’est pas \
             commerçant, l’accord peut n’être qu’un début de preuve de la dette.",
        ));
    } else {
        notes.push(advice::info(
            "checkPower",
            "Vérifiez que la personne qui signe pour le débiteur en a le pouvoir (extrait Kbis, délégation).",
        ));
    }
    match facts.interest {
        PlanInterest::RunsOn => notes.push(advice::info(
            "interestRunsOn",
            "La loi ne dit pas ce que deviennent les intérêts pendant un échéancier : faute d’autre choix, l’accord ne vous fait renoncer à rien.",
        )),
        PlanInterest::Suspended | PlanInterest::WaivedIfKept if !is_consumer => notes.push(advice::warning(
            "waiverDebated",
            "Les pénalités de retard sont d’ordre public : vous pouvez renoncer à celles qui sont déjà dues ; pour celles à venir, c’est discuté, \
             et une proposition de loi votée par le Sénat en février 2026 veut l’interdire. Choisissez-le en connaissance de cause.",
        )),
        PlanInterest::Suspended | PlanInterest::WaivedIfKept => {}
    }
    if is_consumer && facts.cure_days.is_some_and(|days| days < CURE_DAYS_OF_A_CONSUMER) {
        notes.push(advice::warning(
            "shortCure",
            "Un juge peut trouver trop court, envers un particulier, le délai laissé pour rattraper un versement manqué : la clause serait alors sans \
             effet. Trente jours sont plus sûrs.",
        ));
    }
    if input.debtor.kind == PartyKind::Consumer {
        notes.push(advice::warning(
            "noChargeForThePlan",
            "À un particulier, n’ajoutez aucuns frais pour ces délais : l’accord pourrait relever des règles du crédit à la consommation.",
        ));
    }
    notes
}
