//! What is known of the debtor besides name and address, each fact where it matters: which administration, which
//! association, whether it still exists, who else may pay.

use dument_law::PartyKind;
use dument_law::procedures::YesNo;
use dument_pages::Page;
use leptos::prelude::*;

use super::field::SelectField;
use super::link::PageLink;
use crate::case::Answers;
use crate::case_drawer::use_drawer;
use crate::state::use_state;
use crate::words;

/// The facts of the debtor's situation.
#[component]
pub fn DebtorSituation() -> impl IntoView {
    let (state, drawer) = (use_state(), use_drawer());
    let public = state.part(|case| case.debtor.kind == Some(PartyKind::PublicBody));
    let association = state.part(|case| case.debtor.kind == Some(PartyKind::Association));
    let registered = state.part(|case| case.debtor.kind.is_some() && case.is_registered());
    view! {
        {move || public.get().then(|| view! { <WhichAdministration/> })}
        {move || association.get().then(|| view! { <WhichAssociation/> })}
        {move || {
            registered
                .get()
                .then(|| {
                    answer(
                        "debtor-struckOff",
                        "Est-il radié ou dissous\u{202f}?",
                        "L’annuaire des entreprises le dit.",
                        |answers| answers.struck_off,
                        |answers, told| answers.struck_off = told,
                    )
                })
        }}
        {move || {
            (!public.get())
                .then(|| {
                    answer(
                        "debtor-guarantor",
                        "Quelqu’un s’est-il porté caution de sa dette\u{202f}?",
                        "",
                        |answers| answers.guarantor,
                        |answers, told| answers.guarantor = told,
                    )
                })
        }}
        {answer(
            "debtor-cooperates",
            "Cherche-t-il une solution avec vous\u{202f}?",
            "",
            |answers| answers.cooperates,
            |answers, told| answers.cooperates = told,
        )}
        <p class="actions">
            <PageLink page=Page::Verify class="button quiet small" on_follow=Callback::new(move |()| drawer.close())>
                "Vérifier dans les registres publics"
            </PageLink>
        </p>
    }
}

/// Which administration the debtor is.
#[component]
pub fn WhichAdministration() -> impl IntoView {
    let state = use_state();
    view! {
        <SelectField
            id="debtor-publicKind"
            label="De quelle administration s’agit-il\u{202f}?"
            options=words::PUBLIC_KINDS.map(|(kind, words)| (kind, words.to_owned())).to_vec()
            value=state.part(|case| case.public_kind)
            on_choose=move |chosen| state.change(|case| case.public_kind = chosen)
            invitation="Je ne sais pas"
        />
    }
}

/// Whether the association acts as a professional.
#[component]
pub fn WhichAssociation() -> impl IntoView {
    let state = use_state();
    view! {
        <SelectField
            id="debtor-association"
            label="L’association achète-t-elle pour une activité professionnelle\u{202f}?"
            hint="Sans réponse, nous comptons le minimum\u{a0}: l’intérêt légal, sans indemnité."
            options=vec![(true, "oui".to_owned()), (false, "non".to_owned())]
            value=state.part(|case| case.association_is_professional)
            on_choose=move |chosen| state.change(|case| case.association_is_professional = chosen)
            invitation="Je ne sais pas"
        />
    }
}

/// Where the debtor has its seat or home.
#[component]
pub fn Whereabouts() -> impl IntoView {
    let state = use_state();
    view! {
        <SelectField
            id="debtor-place"
            label="Son siège ou son domicile est"
            options=words::PLACES.map(|(place, words)| (place, words.to_owned())).to_vec()
            value=state.part(|case| Some(case.place))
            on_choose=move |chosen| state.change(|case| case.place = Option::unwrap_or_default(chosen))
        />
    }
}

/// Yes, no, or not known.
fn answer(
    id: &'static str,
    label: &'static str,
    hint: &'static str,
    read: fn(&Answers) -> Option<YesNo>,
    write: fn(&mut Answers, Option<YesNo>),
) -> impl IntoView {
    let state = use_state();
    view! {
        <SelectField
            id=id
            label=label
            hint=hint
            options=[(YesNo::Yes, "oui"), (YesNo::No, "non"), (YesNo::Unknown, "je ne sais pas")].map(|(told, words)| (told, words.to_owned())).to_vec()
            value=state.part(move |case| read(&case.answers))
            on_choose=move |told| state.change(|case| write(&mut case.answers, told))
            invitation="Pas encore dit"
        />
    }
}
