//! Before a letter is sent, and after: what to check, and its note in the history of the case.

use dument_law::{EventKind, french};
use dument_letters::LetterKind;
use leptos::prelude::*;

use super::desk::use_desk;
use crate::address::use_address;
use crate::case::HistoryEntry;
use crate::case_drawer::{CasePart, use_drawer};
use crate::components::field::TextField;
use crate::components::icon::Icon;
use crate::entry::date;
use crate::state::use_state;

const ADDRESS: &str = "Adresse du siège, ou du domicile, vérifiée\u{a0}: une lettre à la mauvaise adresse ne vaut rien.";
const REGISTERED: &str = "Lettre signée, envoyée en recommandé avec avis de réception, sur papier ou électronique\u{a0}: un particulier doit avoir accepté d’avance le recommandé électronique.";
const PROOF: &str =
    "À garder\u{a0}: une copie de la lettre, la preuve de dépôt, et l’avis de réception ou l’enveloppe revenue non réclamée.";
const COPY: &str = "À garder\u{a0}: une copie datée de ce que vous envoyez.";
const INVOICES: &str = "Copie des factures jointe.";
const EXHIBITS: &str = "Toutes les pièces de la liste, numérotées dans le même ordre.";

/// What to check before a letter of this kind leaves.
fn checks(kind: LetterKind) -> &'static [&'static str] {
    use LetterKind::{
        Acknowledgment, ClaimDeclaration, ConciliationRequest, EmailReminder, FormalNotice, GuarantorNotice, PaymentOrderRequest,
        PaymentPlan, PenaltyClaim, PhoneScript, PublicDemand, Reminder, ReplyToDispute, RetentionNotice, SecondReminder,
        SuspensionNotice, TextMessage,
    };
    match kind {
        PhoneScript => &[
            "La facture et le bon de commande sous les yeux.",
            "Aux heures de bureau, sans insister auprès des proches ni des collègues.",
            "Juste après\u{a0}: la date, le nom de la personne et ce qu’elle a promis, par écrit.",
        ],
        TextMessage => &["Le numéro est bien celui de votre client, et pas d’un proche.", COPY],
        EmailReminder => {
            &["L’adresse est bien celle de qui paie\u{a0}: un appel au service comptable suffit souvent.", INVOICES, COPY]
        }
        Reminder | SecondReminder => {
            &["Facture reçue par la bonne personne\u{202f}? Un appel au service comptable suffit souvent.", INVOICES, COPY]
        }
        PenaltyClaim => &[ADDRESS, "Copie de la facture payée en retard et preuve de la date du paiement.", COPY],
        FormalNotice => &[ADDRESS, REGISTERED, "Copie des factures et du décompte dans l’enveloppe.", PROOF],
        PublicDemand => &[
            "Adressée au représentant légal de l’administration (maire, directeur, préfet), avec copie au service qui paie.",
            REGISTERED,
            "Copie des factures et preuve de leur dépôt sur Chorus Pro.",
            PROOF,
        ],
        PaymentPlan => &[
            "Deux exemplaires, paraphés à chaque page, datés et signés par chacun.",
            "Le signataire peut engager votre client\u{a0}: son nom et sa qualité sont écrits.",
            "À garder\u{a0}: votre exemplaire original.",
        ],
        Acknowledgment => &[
            "Votre client écrit lui-même, de sa main, la somme en chiffres et en lettres\u{a0}: ne la remplissez pas à sa place.",
            "Datée et signée de sa main.",
            "À garder\u{a0}: l’original, sans rature.",
        ],
        ReplyToDispute => &["Chaque point a sa réponse, et chaque réponse sa preuve.", "Pièces jointes.", REGISTERED, PROOF],
        SuspensionNotice => &[
            "Votre travail suspendu répond bien à la somme impayée\u{a0}: une suspension sans commune mesure se retourne contre vous.",
            ADDRESS,
            REGISTERED,
            PROOF,
        ],
        RetentionNotice => &[
            "Vous avez le bien, ou une clause de réserve de propriété acceptée avant la livraison.",
            "Le bien est décrit sans doute possible (numéro de série, quantité).",
            REGISTERED,
            PROOF,
        ],
        GuarantorNotice => &["Copie de l’acte de cautionnement jointe.", ADDRESS, REGISTERED, PROOF],
        ClaimDeclaration => &[
            "Mandataire ou liquidateur\u{a0}: nom et adresse lus dans l’annonce du BODACC.",
            "Dans le délai que dit la page Guide.",
            EXHIBITS,
            REGISTERED,
            PROOF,
        ],
        PaymentOrderRequest => &[
            "Tribunal du domicile ou du siège de votre client.",
            "Requête signée, en deux exemplaires\u{a0}; le greffe dit ce qu’il faut payer.",
            EXHIBITS,
            COPY,
        ],
        ConciliationRequest => {
            &["Conciliateur du lieu où habite votre client, ou le vôtre si vous vous accordez.", EXHIBITS, COPY]
        }
    }
}

/// What a letter of this kind leaves in the history, and how its day is asked.
fn event(kind: LetterKind) -> Option<(EventKind, &'static str)> {
    use LetterKind::{
        Acknowledgment, ClaimDeclaration, ConciliationRequest, EmailReminder, FormalNotice, PaymentOrderRequest, PaymentPlan,
        PenaltyClaim, PublicDemand, Reminder, SecondReminder, TextMessage,
    };
    Some(match kind {
        EmailReminder | TextMessage => (EventKind::Reminder, "Envoyé le"),
        Reminder | SecondReminder | PenaltyClaim => (EventKind::Reminder, "Envoyée le"),
        FormalNotice => (EventKind::FormalNotice, "Présentée le"),
        PublicDemand => (EventKind::WrittenDemand, "Reçue le"),
        PaymentPlan => (EventKind::PaymentPlanSigned, "Signé le"),
        Acknowledgment => (EventKind::Acknowledgment, "Signée le"),
        ClaimDeclaration => (EventKind::ClaimDeclared, "Envoyée le"),
        PaymentOrderRequest => (EventKind::PaymentOrderRequested, "Déposée le"),
        ConciliationRequest => (EventKind::Mediation, "Déposée le"),
        _ => return None,
    })
}

/// Before sending, and after.
#[component]
pub fn Sending() -> impl IntoView {
    let kind = use_desk().kind;
    let check =
        |check: &&'static str| view! { <li><label class="check"><input type="checkbox"/><span>{*check}</span></label></li> };
    view! {
        <section class="section no-print">
            <h2>{if kind == LetterKind::PhoneScript { "Avant d’appeler" } else { "Avant d’envoyer" }}</h2>
            <ul class="checklist">{checks(kind).iter().map(check).collect_view()}</ul>
            {event(kind).map(|(event, asked)| view! { <Note event asked/> })}
        </section>
    }
}

/// Notes in the history that the letter is sent or signed.
#[component]
fn Note(event: EventKind, asked: &'static str) -> impl IntoView {
    let (state, address, drawer) = (use_state(), use_address(), use_drawer());
    let on = RwSignal::new(french::short_day(untrack(|| address.as_of())));
    let noted = RwSignal::new(false);
    let fault = Signal::derive(move || on.with(|on| date::read(on).err().map(|error| error.to_string())));
    let note = move |_| {
        if on.with_untracked(|on| date::read(on).is_err()) {
            return;
        }
        let on = on.get_untracked();
        state.change(|case| case.history.push(HistoryEntry { kind: event, on, until: String::new(), outcome: None }));
        noted.set(true);
    };
    view! {
        <div class="noting">
            <TextField id="sent-on" label=asked value=on on_input=move |typed| on.set(typed) fault width="date" inputmode="numeric" placeholder="jj/mm/aaaa"/>
            <button type="button" class="button plain" disabled=noted on:click=note><Icon name="check"/>"Noter dans le dossier"</button>
        </div>
        <p role="status">
            {move || {
                noted
                    .get()
                    .then(|| {
                        let more = match event {
                            EventKind::FormalNotice => " Si la lettre est présentée un autre jour, corrigez la date.",
                            _ => "",
                        };
                        view! {
                            {format!("C’est noté\u{a0}: le guide en tient compte.{more} ")}
                            <button type="button" class="link" on:click=move |_| drawer.open_at(CasePart::History)>"Voir l’historique"</button>
                        }
                    })
            }}
        </p>
    }
}
