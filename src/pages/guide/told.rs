//! What is known already, in the visitor's own facts, each to be changed.

use dument_law::procedures::{Answer, Basis, Contested, YesNo};
use dument_law::{EventKind, PartyKind, french};
use leptos::prelude::*;

use super::question::Question;
use super::standing::Standing;
use crate::case::Case;
use crate::state::use_state;
use crate::words;

/// « Vous nous avez dit ».
#[component]
pub fn Told(
    /// Called with the question to ask again.
    on_change: Callback<Question>,
) -> impl IntoView {
    let state = use_state();
    let told = state.part(|case| {
        Question::ALL
            .into_iter()
            .filter(|question| question.concerns(case) && question.is_answered(case))
            .map(|question| (question, answer(question, case)))
            .collect::<Vec<_>>()
    });
    move || {
        let told = told.get();
        (!told.is_empty()).then(|| {
            view! {
                <section class="told">
                    <h2>"Vous nous avez dit"</h2>
                    <dl>
                        {told
                            .into_iter()
                            .map(|(question, answer)| {
                                view! {
                                    <div>
                                        <dt>{question.name()}</dt>
                                        <dd>{answer}</dd>
                                        <dd class="change no-print">
                                            <button type="button" class="link" on:click=move |_| on_change.run(question)>
                                                "Modifier"
                                                <span class="visually-hidden">{format!("\u{a0}: {}", question.name())}</span>
                                            </button>
                                        </dd>
                                    </div>
                                }
                            })
                            .collect_view()}
                    </dl>
                </section>
            }
        })
    }
}

/// The answer to a question, in a few words.
fn answer(question: Question, case: &Case) -> String {
    let answers = &case.answers;
    match question {
        Question::Claim => case
            .read_invoices()
            .ok()
            .and_then(|all| {
                let first = all.first()?.invoice.clone();
                let more = if all.len() > 1 { format!(", et {} autres", all.len() - 1) } else { String::new() };
                Some(format!("{} dus depuis le {}{more}", french::money(first.amount), french::day(first.due_on)))
            })
            .unwrap_or_default(),
        Question::Debtor => debtor(case),
        Question::Insolvency => match Standing::of(answers) {
            Some(Standing::Insolvent) => format!("oui, jugement du {}", answers.insolvency_opened_on),
            Some(Standing::Sound) => "non".to_owned(),
            Some(Standing::StruckOff) => "non, mais il est radié ou dissous".to_owned(),
            Some(Standing::Unknown) | None => "je ne sais pas".to_owned(),
        },
        Question::Contested => match answers.contested {
            Some(Contested::No) => "non",
            Some(Contested::Partly) => "en partie",
            Some(Contested::Yes) => "oui",
            Some(Contested::Unknown) | None => "je ne sais pas",
        }
        .to_owned(),
        Question::Answer => match answers.answer {
            Some(Answer::Promises) => "il promet de payer",
            Some(Answer::AsksTime) => "il demande du temps",
            Some(Answer::Disputes) => "il conteste",
            Some(Answer::PaidPart) => "il a payé une partie",
            Some(Answer::None) | None => "rien",
        }
        .to_owned(),
        Question::Steps => {
            let dated = |kind: EventKind, name: &str| {
                case.history.iter().find(|entry| entry.kind == kind).map(|entry| format!("{name} du {}", entry.on))
            };
            let steps: Vec<String> = [dated(EventKind::Reminder, "relance"), dated(EventKind::FormalNotice, "mise en demeure")]
                .into_iter()
                .flatten()
                .collect();
            match (steps.is_empty(), case.history.len()) {
                (true, 0) => "rien encore".to_owned(),
                (true, count) => french::count(i64::try_from(count).unwrap_or(i64::MAX), "événement noté", "événements notés"),
                (false, _) => steps.join(", "),
            }
        }
        Question::Basis => match answers.basis {
            Some(Basis::Carriage) => "transport",
            Some(Basis::Subcontract) => "sous-traitance",
            Some(Basis::Lease) => "loyer",
            Some(Basis::Cheque) => "chèque impayé",
            Some(Basis::AcceptedBill) => "effet de commerce",
            Some(Basis::Contract) | None => "vente ou prestation",
        }
        .to_owned(),
        Question::Creditor => words::CREDITORS
            .iter()
            .find(|(kind, _)| Some(*kind) == case.creditor.kind)
            .map(|(_, words)| (*words).to_owned())
            .unwrap_or_default(),
        Question::Guarantor => match answers.guarantor {
            Some(YesNo::Yes) => "oui",
            Some(YesNo::No) => "non",
            Some(YesNo::Unknown) | None => "je ne sais pas",
        }
        .to_owned(),
        Question::Evidence => {
            let held = answers.evidence.clone().unwrap_or_default();
            if held.is_empty() {
                "aucune connue".to_owned()
            } else {
                held.into_iter().map(words::evidence).collect::<Vec<_>>().join(", ")
            }
        }
    }
}

/// Who owes, and where.
fn debtor(case: &Case) -> String {
    let kind = case.debtor.kind.map(words::debtor).unwrap_or_default();
    let which = match (case.debtor.kind, case.association_is_professional) {
        (Some(PartyKind::PublicBody), _) => {
            words::PUBLIC_KINDS.iter().find(|(kind, _)| Some(*kind) == case.public_kind).map(|(_, words)| *words)
        }
        (Some(PartyKind::Association), Some(true)) => Some("pour une activité professionnelle"),
        (Some(PartyKind::Association), Some(false)) => Some("sans activité professionnelle"),
        _ => None,
    };
    let place = words::PLACES.iter().find(|(place, _)| *place == case.place).map(|(_, words)| *words);
    [Some(kind), which, place].into_iter().flatten().collect::<Vec<_>>().join(", ")
}
