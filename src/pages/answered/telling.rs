//! What the debtor said, told by the visitor: the answer, then the few facts that it takes.

use dument_law::procedures::InsolvencyKind;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::reply::{Form, Reply, Said};
use crate::case::reading::name_of_invoice;
use crate::components::field::{Choices, SelectField, TextField};
use crate::state::use_state;

/// A text of the reply: how to read it, and how to reach it.
type Text = (fn(&Reply) -> &String, fn(&mut Reply) -> &mut String);

/// The choice of an answer, its facts, and the button that notes them.
#[component]
pub fn Telling(
    /// What is told.
    reply: RwSignal<Reply>,
    /// Called once it is whole.
    on_note: Callback<()>,
) -> impl IntoView {
    let said = Memo::new(move |_| reply.with(|reply| reply.said));
    // Faults are blamed once the visitor wanted to go on.
    let asked = RwSignal::new(false);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let faults = reply.with_untracked(Reply::faults);
        asked.set(!faults.is_empty());
        match faults.first() {
            None => on_note.run(()),
            Some(fault) => focus(&fault.field),
        }
    };
    view! {
        <form class="form telling" novalidate=true on:submit=submit>
            <Choices
                name="said"
                legend=|| view! { <h2>"Qu’a-t-il répondu\u{202f}?"</h2> }
                options=Said::ALL.map(|said| (said, said.words().0.to_owned(), said.words().1.to_owned())).to_vec()
                value=said
                on_choose=move |chosen| {
                    asked.set(false);
                    reply.update(|reply| reply.said = Some(chosen));
                }
            />
            {move || said.get().map(|said| view! { <Facts said reply asked/> })}
            <Missing reply asked/>
            {move || {
                said.get()
                    .map(|_| {
                        view! {
                            <Recorded reply/>
                            <p class="actions"><button class="button">"Noter dans mon dossier"</button></p>
                        }
                    })
            }}
        </form>
    }
}

/// Takes the reader to the first thing to put right.
fn focus(field: &str) {
    let found = document().get_element_by_id(field).and_then(|field| field.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(field) = found {
        // Focus can't fail on an element of the page.
        let _ = field.focus();
    }
}

/// What is still to choose, told together: the fields say their own faults.
#[component]
fn Missing(reply: RwSignal<Reply>, asked: RwSignal<bool>) -> impl IntoView {
    let text = move || {
        asked.get().then(|| {
            let faults = reply.with(Reply::faults);
            faults.into_iter().map(|fault| fault.message).collect::<Vec<_>>().join(" ")
        })
    };
    view! { <p class="error" role="alert">{text}</p> }
}

/// What will be noted.
#[component]
fn Recorded(reply: RwSignal<Reply>) -> impl IntoView {
    view! {
        <div class="recorded">
            <p class="hint">"Nous noterons dans votre dossier\u{a0}:"</p>
            <ul>
                {move || reply.with(Reply::recorded).into_iter().map(|one| view! { <li>{one}</li> }).collect_view()}
            </ul>
        </div>
    }
}

/// The facts that an answer takes.
#[component]
fn Facts(said: Said, reply: RwSignal<Reply>, asked: RwSignal<bool>) -> impl IntoView {
    let text = move |id: &'static str, label: &'static str, hint: &'static str, text: Text| {
        field(reply, asked, id, label, hint, text, None)
    };
    let found = Memo::new(move |_| reply.with(|reply| reply.found));
    let wholly = Memo::new(move |_| reply.with(|reply| reply.wholly));
    let pays = Memo::new(move |_| reply.with(Reply::pays));
    view! {
        <fieldset class="group">
            <legend>{said.words().0}</legend>
            {said
                .is_dated()
                .then(|| text("reply-on", "Quand\u{202f}?", "La date de sa lettre, de son courriel ou de l’appel.", (|reply| &reply.on, |reply| &mut reply.on)))}
            {(said == Said::Promises)
                .then(|| {
                    text(
                        "reply-promisedOn",
                        "Il promet de payer le",
                        "",
                        (|reply| &reply.promised_on, |reply| &mut reply.promised_on),
                    )
                })}
            {said.may_acknowledge().then(|| view! { <HowSaid reply/> })}
            {(said == Said::AlreadyPaid)
                .then(|| {
                    view! {
                        <Choices
                            name="found"
                            legend=|| "Avez-vous trouvé ce paiement\u{202f}?"
                            options=vec![
                                (true, "Oui, il est sur mon compte".to_owned(), String::new()),
                                (false, "Non, rien n’est arrivé".to_owned(), String::new()),
                            ]
                            value=found
                            on_choose=move |chosen| reply.update(|reply| reply.found = Some(chosen))
                        />
                    }
                })}
            {move || pays.get().then(|| view! { <Payment reply asked/> })}
            {(said == Said::Disputes)
                .then(|| {
                    view! {
                        <Choices
                            name="wholly"
                            legend=|| "Que conteste-t-il\u{202f}?"
                            options=vec![
                                (true, "Toute la somme".to_owned(), "Il n’a pas commandé, rien n’est conforme, tout est faux.".to_owned()),
                                (false, "Une partie".to_owned(), "Une ligne, un défaut, un prix\u{a0}: le reste n’est pas discuté.".to_owned()),
                            ]
                            value=wholly
                            on_choose=move |chosen| reply.update(|reply| reply.wholly = Some(chosen))
                        />
                    }
                })}
            {(said == Said::Insolvent).then(|| view! { <Opened reply asked/> })}
        </fieldset>
    }
}

/// A text field of the reply.
fn field(
    reply: RwSignal<Reply>,
    asked: RwSignal<bool>,
    id: &'static str,
    label: &'static str,
    hint: &'static str,
    (read, write): Text,
    unit: Option<&'static str>,
) -> impl IntoView {
    let fault = Signal::derive(move || {
        let blamed = |fault: &crate::case::reading::Fault| fault.field == id && (asked.get() || !fault.missing);
        reply.with(Reply::faults).into_iter().find(blamed).map(|fault| fault.message)
    });
    view! {
        <TextField
            id=id
            label=label
            hint=hint
            value=Signal::derive(move || reply.with(|reply| read(reply).clone()))
            on_input=move |typed| reply.update(|reply| *write(reply) = typed)
            fault=fault
            width=if unit.is_some() { "short" } else { "date" }
            inputmode=if unit.is_some() { "decimal" } else { "numeric" }
            placeholder=if unit.is_some() { "" } else { "jj/mm/aaaa" }
            unit=Signal::stored(unit)
        />
    }
}

/// How it was said: a clear writing counts, words don't.
#[component]
fn HowSaid(reply: RwSignal<Reply>) -> impl IntoView {
    let form = Memo::new(move |_| reply.with(|reply| reply.form));
    view! {
        <Choices
            name="form"
            legend=|| "Comment l’a-t-il dit\u{202f}?"
            options=vec![
                (Form::Spoken, "De vive voix".to_owned(), "Au téléphone ou en face.".to_owned()),
                (
                    Form::Written,
                    "Par écrit, sans reconnaître clairement la dette".to_owned(),
                    "«\u{a0}Je reviens vers vous.\u{a0}»".to_owned(),
                ),
                (
                    Form::Acknowledged,
                    "Par écrit, en reconnaissant la dette".to_owned(),
                    "«\u{a0}Je vous dois bien cette facture, laissez-moi jusqu’à fin janvier.\u{a0}»".to_owned(),
                ),
            ]
            value=form
            on_choose=move |chosen| reply.update(|reply| reply.form = Some(chosen))
        />
    }
}

/// A payment that arrived, and of which invoice.
#[component]
fn Payment(reply: RwSignal<Reply>, asked: RwSignal<bool>) -> impl IntoView {
    let state = use_state();
    let names = state.part(|case| {
        case.invoices
            .iter()
            .enumerate()
            .map(|(i, invoice)| (i, format!("Facture {}", name_of_invoice(invoice, i))))
            .collect::<Vec<_>>()
    });
    view! {
        {move || {
            (names.with(Vec::len) > 1)
                .then(|| {
                    view! {
                        <SelectField
                            id="reply-invoice"
                            label="Pour quelle facture\u{202f}?"
                            options=names.get()
                            value=Signal::derive(move || Some(reply.with(|reply| reply.invoice)))
                            on_choose=move |chosen| reply.update(|reply| reply.invoice = Option::unwrap_or_default(chosen))
                        />
                    }
                })
        }}
        <div class="row">
            {field(
                reply,
                asked,
                "reply-amount",
                "Montant reçu",
                "",
                (|reply| &reply.amount, |reply| &mut reply.amount),
                Some("€"),
            )}
            {field(reply, asked, "reply-paidOn", "Reçu le", "", (|reply| &reply.paid_on, |reply| &mut reply.paid_on), None)}
        </div>
    }
}

/// The proceedings, as the debtor or the notice tells them.
#[component]
fn Opened(reply: RwSignal<Reply>, asked: RwSignal<bool>) -> impl IntoView {
    let kind = Memo::new(move |_| reply.with(|reply| reply.proceedings));
    view! {
        <SelectField
            id="reply-proceedings"
            label="Procédure"
            options=vec![
                (InsolvencyKind::Safeguard, "sauvegarde".to_owned()),
                (InsolvencyKind::Reorganisation, "redressement judiciaire".to_owned()),
                (InsolvencyKind::Liquidation, "liquidation judiciaire".to_owned()),
            ]
            value=kind
            on_choose=move |chosen| reply.update(|reply| reply.proceedings = chosen)
            invitation="Je ne sais pas"
        />
        <div class="row">
            {field(
                reply,
                asked,
                "reply-openedOn",
                "Jugement d’ouverture",
                "Le BODACC en donne la date.",
                (|reply| &reply.opened_on, |reply| &mut reply.opened_on),
                None,
            )}
            {field(
                reply,
                asked,
                "reply-publishedOn",
                "Publication au BODACC",
                "Vide si vous ne l’avez pas encore.",
                (|reply| &reply.published_on, |reply| &mut reply.published_on),
                None,
            )}
        </div>
    }
}
