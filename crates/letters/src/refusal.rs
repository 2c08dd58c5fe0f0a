//! The letters that may not be written: facts that are missing or wrong, and what the law forbids to ask.
//!
//! C. com. L622-7 and L622-21: once insolvency proceedings are open, no earlier claim may be paid or pursued; it is
//! declared. CPCE L111-8: the costs of recovery without a title stay with the creditor, whatever a contract says; only
//! between professionals, and against public buyers, does the law provide an indemnity.

use dument_law::penalties::Statement;
use dument_law::problem::Problem;
use dument_law::{Code, Day, PartyKind, Problems, french};

use crate::document::Language;
use crate::input::{Addressee, Input};
use crate::invoice::Invoice;
use crate::kind::LetterKind;
use crate::line::Line;
use crate::{forbidden, kinds, mentions, typography};

/// The days a letter may give: fewer would leave no time to answer, more would not be a deadline.
const DAYS_TO_PAY: std::ops::RangeInclusive<u32> = 3..=60;

/// Everything that is wrong with the facts of a letter, but for what the statement itself finds.
pub(crate) fn problems(input: &Input) -> Vec<Problem> {
    let mut problems = Vec::new();
    if input.language == Language::En && !input.kind.exists_in_english() {
        let message = "Cette lettre n’existe qu’en français : seules les relances et la mise en demeure existent en anglais.";
        problems.push(problem(Code::UnsupportedLanguage, "language", message));
    }
    if matches!(input.creditor.kind, PartyKind::Consumer | PartyKind::PublicBody) {
        let message = "Ces lettres sont faites pour une entreprise, une profession libérale ou une association créancière.";
        problems.push(problem(Code::UnknownValue, "creditor.kind", message));
    }
    input.creditor.check("creditor", &mut problems);
    input.debtor.check("debtor", &mut problems);
    if mentions::recipient(&input.debtor).len() > mentions::WINDOW_LINES {
        let message =
            "L’adresse tient en six lignes au plus dans la fenêtre d’une enveloppe, nom et service compris : raccourcissez-la.";
        problems.push(problem(Code::TooManyLines, "debtor.address.lines", message));
    }
    invoices(input, &mut problems);
    if input.pay_within_days.is_some_and(|days| !DAYS_TO_PAY.contains(&days)) {
        problems.push(problem(Code::OutOfRange, "payWithinDays", "Le délai laissé pour payer va de 3 à 60 jours."));
    }
    for (place, _) in input.facts.earlier_letters.iter().enumerate().filter(|(_, day)| **day > input.written_on) {
        let message = "Une lettre précédente ne peut pas porter une date postérieure à celle-ci.";
        problems.push(problem(Code::DateOutOfRange, format!("facts.earlierLetters[{place}]"), message));
    }
    for (place, enclosure) in input.facts.enclosures.iter().enumerate().filter(|_| !input.kind.is_for_an_authority()) {
        forbidden::check(enclosure, &format!("facts.enclosures[{place}]"), input.addressee(), &mut problems);
    }
    if input.payment_code && input.kind.shows_account() && input.creditor.iban.is_none() {
        let message = "Indiquez votre IBAN : le code de paiement en a besoin. Sinon, retirez ce code.";
        problems.push(problem(Code::MissingField, "creditor.iban", message));
    }
    for (place, _) in input.penalties.extra_costs.iter().enumerate().filter(|(_, cost)| Line::some(&cost.label).is_none()) {
        let message = "Dites de quels frais il s’agit, par exemple « Facture de l’avocat du 3 mai 2026 ».";
        problems.push(problem(Code::MissingField, format!("penalties.extraCosts[{place}].label"), message));
    }
    insolvency(input, &mut problems);
    kinds::check(input, &mut problems);
    if input.addressee() == Addressee::Consumer {
        indemnities(input, &mut problems);
    }
    for problem in &mut problems {
        problem.message = typography::set(&problem.message);
    }
    problems
}

fn invoices(input: &Input, problems: &mut Vec<Problem>) {
    for (place, invoice) in input.invoices.iter().enumerate() {
        if invoice.printed_number().as_str().is_empty() {
            let message = "Indiquez le numéro de la facture, tel qu’il y est imprimé.";
            problems.push(problem(Code::MissingField, format!("invoices[{place}].number"), message));
        }
        if invoice.due_on >= input.written_on && !input.kind.takes_invoices_not_due() {
            let message = format!(
                "Cette facture n’est en retard qu’à partir du {} : attendez ce jour pour écrire, ou retirez-la de la lettre.",
                french::day(invoice.due_on.next())
            );
            problems.push(problem(Code::NotYetDue, format!("invoices[{place}].dueOn"), message));
        }
    }
}

/// The day insolvency proceedings opened, where an invoice is earlier: it fell due or was issued before that day.
pub(crate) fn insolvency_over_earlier_claim(input: &Input) -> Option<Day> {
    input.penalties.insolvency_opened_on.filter(|opened_on| {
        let is_earlier = |invoice: &Invoice| invoice.due_on < *opened_on || invoice.issued_on.is_some_and(|day| day < *opened_on);
        *opened_on <= input.written_on && input.invoices.iter().any(is_earlier)
    })
}

fn insolvency(input: &Input, problems: &mut Vec<Problem>) {
    if !input.kind.asks_debtor_for_payment() {
        return;
    }
    if let Some(opened_on) = insolvency_over_earlier_claim(input) {
        let more = match input.kind {
            LetterKind::SuspensionNotice => {
                ", ou de cesser pour elle d’exécuter un contrat en cours (article L. 622-13 du code de commerce)"
            }
            _ => "",
        };
        let message = format!(
            "Une procédure collective est ouverte depuis le {} : la loi interdit au débiteur de payer une facture antérieure, et au créancier \
             d’en poursuivre le paiement{more}. Déclarez plutôt cette créance au mandataire judiciaire ou au liquidateur.",
            french::day(opened_on)
        );
        problems.push(problem(Code::InsolvencyOpened, "penalties.insolvencyOpenedOn", message));
    }
}

fn indemnities(input: &Input, problems: &mut Vec<Problem>) {
    let message = "Seul un professionnel ou une personne publique peut devoir une indemnité ou des frais de recouvrement : à un particulier, \
                   la loi interdit de les demander. Retirez-les.";
    if !input.penalties.extra_costs.is_empty() {
        problems.push(problem(Code::IndemnityFromConsumer, "penalties.extraCosts", message));
    }
    if input.penalties.penalty_clause.is_some() {
        let message = "Envers un particulier, une pénalité convenue est souvent écartée comme abusive, ou réduite par le juge : ces lettres ne la \
                       demandent pas. Retirez-la, ou faites examiner le contrat par un avocat.";
        problems.push(problem(Code::IndemnityFromConsumer, "penalties.penaltyClause", message));
    }
}

/// The invoices of which nothing is left that this letter could ask for.
pub(crate) fn nothing_due(input: &Input, statement: &Statement) -> Vec<Problem> {
    let left = input.invoices.iter().zip(&statement.invoices).map(|(invoice, account)| {
        let is_due = invoice.due_on < statement.as_of;
        if input.kind.counts_interest() && is_due { account.total } else { invoice.balance_on(statement.as_of) }
    });
    left.enumerate()
        .filter(|(_, left)| left.is_zero())
        .map(|(place, _)| {
            let message = "Il ne reste rien à payer de cette facture : retirez-la de la lettre.";
            problem(Code::NothingDue, format!("invoices[{place}]"), typography::set(message))
        })
        .collect()
}

/// The faults that a statement finds in its own facts, at the place these have in a letter.
pub(crate) fn of_statement(problems: &Problems) -> Vec<Problem> {
    let placed = |problem: &Problem| Problem {
        field: match problem.field.as_str() {
            "asOf" => "writtenOn".into(),
            field if field.starts_with("invoices") => field.into(),
            field => format!("penalties.{field}"),
        },
        ..problem.clone()
    };
    problems.all().iter().map(placed).collect()
}

pub(crate) fn problem(code: Code, field: impl Into<String>, message: impl Into<String>) -> Problem {
    Problem { code, field: field.into(), message: message.into() }
}
