//! The screen of a question: its answers to choose or fill in, and the way on and back.

use dument_law::procedures::{Answer, Basis, Contested, Evidence, YesNo};
use dument_law::{EventKind, PartyKind, french};
use dument_pages::Page;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::question::Question;
use super::standing::StandingFields;
use crate::address::use_address;
use crate::case::{Case, HistoryEntry};
use crate::case_drawer::{CasePart, use_drawer};
use crate::components::debtor_situation::{Whereabouts, WhichAdministration, WhichAssociation};
use crate::components::field::TextField;
use crate::components::link::PageLink;
use crate::state::{State, use_state};
use crate::words;

/// Takes a choice into the case.
type Take<T> = fn(&mut Case, T);

/// A question, its answers, and why it is asked.
#[component]
pub fn QuestionScreen(
    /// Which.
    question: Question,
    /// Whether the reader comes from another question: the keyboard follows.
    follows: bool,
    /// Called once it is answered.
    on_continue: Callback<()>,
    /// Called to go back to another.
    on_change: Callback<Question>,
) -> impl IntoView {
    let state = use_state();
    let unanswered = RwSignal::new(false);
    let form: NodeRef<html::Form> = NodeRef::new();
    Effect::new(move |_| {
        let heading = form.get().and_then(|form| form.query_selector("legend").ok().flatten());
        if let Some(heading) = heading.filter(|_| follows).and_then(|heading| heading.dyn_into::<web_sys::HtmlElement>().ok()) {
            // A legend of the page: neither call can fail.
            let _ = heading.set_attribute("tabindex", "-1");
            // Firefox gives no focus to a legend it has not laid out yet, and doesn't lay it out for that; asked its height, it does.
            let _ = heading.offset_height();
            let _ = heading.focus();
        }
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if question == Question::Debtor {
            state.change(|case| case.answers.debtor_told = case.debtor.kind.is_some());
        }
        let answered = state.case.with_untracked(|case| question.is_answered(case));
        unanswered.set(!answered);
        if answered {
            on_continue.run(());
        }
    };
    let concerned = state.part(|case| Question::ALL.into_iter().filter(|one| one.concerns(case)).collect::<Vec<_>>());
    let done = state.part(|case| Question::ALL.into_iter().all(|one| !one.concerns(case) || one.is_answered(case)));
    let rank = move || concerned.with(|all| all.iter().position(|one| *one == question).unwrap_or_default());
    let before = move || rank().checked_sub(1).and_then(|before| concerned.with(|all| all.get(before).copied()));
    view! {
        <form class="question" novalidate=true node_ref=form on:submit=submit>
            <div class="advance">
                <p class="step-count">{move || format!("Question {} sur {}", rank() + 1, concerned.with(Vec::len))}</p>
                <progress aria-hidden="true" max=move || concerned.with(Vec::len).to_string() prop:value=move || rank().to_string()></progress>
            </div>
            {answers(question, state)}
            <p class="error" role="alert">
                {move || unanswered.get().then_some("Choisissez une réponse, ou complétez ce qui manque, pour continuer.")}
            </p>
            <details class="why">
                <summary>"Pourquoi cette question\u{202f}?"</summary>
                <div class="why-body"><p>{question.why()}</p></div>
            </details>
            <p class="actions">
                <button class="button">"Continuer"</button>
                {move || before().map(|before| view! { <button type="button" class="button quiet" on:click=move |_| on_change.run(before)>"Revenir"</button> })}
                {move || done.get().then(|| view! { <button type="button" class="button quiet" on:click=move |_| on_continue.run(())>"Voir le résultat"</button> })}
            </p>
        </form>
    }
}

fn answers(question: Question, state: State) -> AnyView {
    match question {
        Question::Claim => view! { <ClaimFields/> }.into_any(),
        Question::Debtor => view! { <DebtorFields/> }.into_any(),
        Question::Insolvency => {
            view! {
                <StandingFields/>
                <p class="hint">
                    "Les registres sont publics et gratuits\u{a0}: " <PageLink page=Page::Verify>"vérifier mon client, pas à pas"</PageLink> "."
                </p>
            }
                .into_any()
        }
        Question::Contested => radios(
            question,
            vec![
                (Contested::No, "Non, il ne dit rien ou ne fait que tarder"),
                (Contested::Partly, "En partie\u{a0}: une ligne, une réserve"),
                (Contested::Yes, "Oui, il refuse de payer et dit pourquoi"),
                (Contested::Unknown, "Je ne sais pas"),
            ],
            state.part(|case| case.answers.contested),
            |case, answer| case.answers.contested = Some(answer),
        ),
        Question::Answer => radios(
            question,
            vec![
                (Answer::None, "Rien"),
                (Answer::Promises, "Il promet de payer"),
                (Answer::AsksTime, "Il demande du temps"),
                (Answer::Disputes, "Il conteste"),
                (Answer::PaidPart, "Il a payé une partie"),
            ],
            state.part(|case| case.answers.answer),
            |case, answer| case.answers.answer = Some(answer),
        ),
        Question::Steps => view! { <StepFields/> }.into_any(),
        Question::Basis => radios(
            question,
            vec![
                (Basis::Contract, "D’une vente ou d’une prestation de services"),
                (Basis::Carriage, "D’un transport de marchandises"),
                (Basis::Subcontract, "D’un travail de sous-traitance"),
                (Basis::Lease, "D’un loyer"),
                (Basis::Cheque, "D’un chèque impayé"),
                (Basis::AcceptedBill, "D’une lettre de change acceptée ou d’un billet à ordre"),
            ],
            state.part(|case| case.answers.basis),
            |case, basis| case.answers.basis = Some(basis),
        ),
        Question::Creditor => radios(question, words::CREDITORS.to_vec(), state.part(|case| case.creditor.kind), |case, kind| {
            case.creditor.kind = Some(kind);
        }),
        Question::Evidence => view! { <EvidenceFields/> }.into_any(),
        Question::Guarantor => radios(
            question,
            vec![(YesNo::No, "Non"), (YesNo::Yes, "Oui"), (YesNo::Unknown, "Je ne sais pas")],
            state.part(|case| case.answers.guarantor),
            |case, answer| case.answers.guarantor = Some(answer),
        ),
    }
}

/// Who owes, where they are, and what of some kinds must be told besides.
#[component]
fn DebtorFields() -> impl IntoView {
    let state = use_state();
    let kind = state.part(|case| case.debtor.kind);
    view! {
        {radios(Question::Debtor, words::DEBTORS.to_vec(), kind, |case, kind| case.debtor.kind = Some(kind))}
        {move || match kind.get() {
            Some(PartyKind::PublicBody) => view! { <WhichAdministration/> }.into_any(),
            Some(PartyKind::Association) => view! { <WhichAssociation/> }.into_any(),
            _ => ().into_any(),
        }}
        <Whereabouts/>
    }
}

/// A choice between answers, all in sight.
pub(super) fn radios<T>(question: Question, options: Vec<(T, &'static str)>, value: Memo<Option<T>>, take: Take<T>) -> AnyView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let state = use_state();
    let unsure = |words: &str| if words.starts_with("Je ne sais pas") { "choice unsure" } else { "choice" };
    view! {
        <fieldset class="choices">
            <legend><h2>{question.words()}</h2></legend>
            {options
                .into_iter()
                .map(|(choice, words)| {
                    view! {
                        <label class=unsure(words)>
                            <input
                                type="radio"
                                name="answer"
                                prop:checked=move || value.get() == Some(choice)
                                on:change=move |_| state.change(|case| take(case, choice))
                            />
                            <span><strong>{capital(words)}</strong></span>
                        </label>
                    }
                })
                .collect_view()}
        </fieldset>
    }
    .into_any()
}

/// A first letter in capitals: the words stand within a sentence elsewhere.
fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The amount and the dates of the first invoice.
#[component]
fn ClaimFields() -> impl IntoView {
    let (state, drawer) = (use_state(), use_drawer());
    view! {
        <fieldset class="group">
            <legend><h2>{Question::Claim.words()}</h2></legend>
            <div class="row">
                <TextField
                    id="invoices-0-amount"
                    label="Montant TTC"
                    value=state.part(|case| case.invoices[0].amount.clone())
                    on_input=move |typed| state.change(|case| case.invoices[0].amount = typed)
                    fault=state.fault("invoices-0-amount".to_owned())
                    width="short"
                    inputmode="decimal"
                    unit=Signal::stored(Some("€"))
                />
                <TextField
                    id="invoices-0-dueOn"
                    label="Échéance"
                    value=state.part(|case| case.invoices[0].due_on.clone())
                    on_input=move |typed| state.change(|case| case.invoices[0].due_on = typed)
                    fault=state.fault("invoices-0-dueOn".to_owned())
                    width="date"
                    inputmode="numeric"
                    placeholder="jj/mm/aaaa"
                />
            </div>
            <TextField
                id="invoices-0-performedOn"
                label="Livraison ou fin du travail"
                hint="Le délai pour agir part souvent de ce jour. Laissez vide si vous ne savez pas\u{a0}: le résultat dira ce qui en dépend."
                value=state.part(|case| case.invoices[0].performed_on.clone())
                on_input=move |typed| state.change(|case| case.invoices[0].performed_on = typed)
                fault=state.fault("invoices-0-performedOn".to_owned())
                width="date"
                inputmode="numeric"
                placeholder="jj/mm/aaaa"
                optional=true
            />
            <p class="hint">
                "Plusieurs factures, un acompte, un avoir\u{202f}? "
                <button type="button" class="link" on:click=move |_| drawer.open_at(CasePart::Invoices)>"Complétez le dossier"</button> "."
            </p>
        </fieldset>
    }
}

/// What was sent already: each step adds its event to the history.
#[component]
fn StepFields() -> impl IntoView {
    const STEPS: [(EventKind, &str); 2] =
        [(EventKind::Reminder, "Une relance écrite"), (EventKind::FormalNotice, "Une mise en demeure")];
    let (state, address) = (use_state(), use_address());
    let step = move |(kind, words): (EventKind, &'static str)| {
        let on = state.part(move |case| case.history.iter().find(|entry| entry.kind == kind).map(|entry| entry.on.clone()));
        let rank = state.part(move |case| case.history.iter().position(|entry| entry.kind == kind));
        let toggle = move |event| {
            let checked = event_target_checked(&event);
            let today = french::short_day(address.as_of());
            state.change(|case| {
                case.history.retain(|entry| entry.kind != kind);
                if checked {
                    case.history.push(HistoryEntry { kind, on: today, until: String::new(), outcome: None });
                }
            });
        };
        view! {
            <label class="choice">
                <input type="checkbox" prop:checked=move || on.with(Option::is_some) on:change=toggle/>
                <span><strong>{words}</strong></span>
            </label>
            {move || {
                rank.get()
                    .map(|rank| {
                        let id = format!("events-{rank}-on");
                        view! {
                            <TextField
                                id=id.clone()
                                label="Envoyée ou présentée le"
                                value=Signal::derive(move || on.get().unwrap_or_default())
                                on_input=move |typed: String| {
                                    state
                                        .change(|case| {
                                            if let Some(entry) = case.history.iter_mut().find(|entry| entry.kind == kind) {
                                                entry.on = typed;
                                            }
                                        });
                                }
                                fault=state.fault(id)
                                width="date"
                                inputmode="numeric"
                            />
                        }
                    })
            }}
        }
    };
    let nothing = state.part(|case| case.answers.steps_told && case.history.is_empty());
    let tell_nothing = move |event| {
        let checked = event_target_checked(&event);
        state.change(|case| {
            case.answers.steps_told = checked;
            if checked {
                case.history.retain(|entry| !matches!(entry.kind, EventKind::Reminder | EventKind::FormalNotice));
            }
        });
    };
    view! {
        <fieldset class="choices">
            <legend><h2>{Question::Steps.words()}</h2></legend>
            <label class="choice">
                <input type="checkbox" prop:checked=nothing on:change=tell_nothing/>
                <span><strong>"Rien encore par écrit"</strong></span>
            </label>
            {STEPS.map(step).into_iter().collect_view()}
            <p class="hint">"D’autres démarches\u{202f}? Notez-les dans «\u{a0}Mon dossier\u{a0}», sous «\u{a0}Ce qui s’est passé\u{a0}»."</p>
        </fieldset>
    }
}

/// The proof held, any number of them.
#[component]
fn EvidenceFields() -> impl IntoView {
    let state = use_state();
    let held = state.part(|case| case.answers.evidence.clone());
    let toggle = move |evidence: Evidence, checked: bool| {
        state.change(|case| {
            let held = case.answers.evidence.get_or_insert_default();
            held.retain(|one| *one != evidence);
            if checked {
                held.push(evidence);
            }
        });
    };
    view! {
        <fieldset class="choices">
            <legend><h2>{Question::Evidence.words()}</h2></legend>
            {words::EVIDENCE
                .map(|(evidence, words)| {
                    view! {
                        <label class="choice">
                            <input
                                type="checkbox"
                                prop:checked=move || held.with(|held| held.as_ref().is_some_and(|held| held.contains(&evidence)))
                                on:change=move |event| toggle(evidence, event_target_checked(&event))
                            />
                            <span><strong>{words}</strong></span>
                        </label>
                    }
                })
                .into_iter()
                .collect_view()}
            <label class="choice unsure">
                <input
                    type="checkbox"
                    prop:checked=move || held.with(|held| held.as_ref().is_some_and(Vec::is_empty))
                    on:change=move |event| {
                        let checked = event_target_checked(&event);
                        state.change(|case| case.answers.evidence = checked.then(Vec::new));
                    }
                />
                <span><strong>"Rien de tout cela, ou je ne sais pas"</strong></span>
            </label>
        </fieldset>
    }
}
