//! « Vérifier mon client »: the public registers, what to look for there, and where each finding goes in the case.

pub mod registers;

use dument_law::{PartyKind, Place};
use dument_letters::{Siren, Siret};
use dument_pages::Page;
use leptos::prelude::*;

use super::guide::plan::StepAction;
use super::guide::standing::{Proceedings, Standing};
use super::heading::Heading;
use crate::case::Case;
use crate::components::copy::CopyButton;
use crate::components::field::{Choices, SelectField, TextField};
use crate::components::icon::Icon;
use crate::components::link::{PageLink, SourceLink};
use crate::components::party_form::{PartyForm, Role};
use crate::state::use_state;
use crate::words;
use registers::{Register, registers};

/// Looks the debtor up, before anything is sent.
#[component]
pub fn Verify() -> impl IntoView {
    let state = use_state();
    let kind = state.part(|case| case.debtor.kind);
    let place = state.part(|case| case.place);
    let siren = state.part(|case| siren(&case.debtor.siren));
    let registered = state.part(Case::is_registered);
    view! {
        <div class="wrap">
            <Heading page=Page::Verify dated=false/>
            <div class="verify">
                <section>
                    <h2>"1. Qui chercher"</h2>
                    <div class="form">
                        <SelectField
                            id="verify-kind"
                            label="Votre client est"
                            options=words::DEBTORS.map(|(kind, words)| (kind, words.to_owned())).to_vec()
                            value=kind
                            on_choose=move |chosen| state.change(|case| case.debtor.kind = chosen)
                            invitation="Choisissez"
                        />
                        {move || registered.get().then(|| view! { <Number siren/> })}
                    </div>
                </section>
                <section>
                    <h2>"2. Où regarder"</h2>
                    {move || match (kind.get(), place.get()) {
                        (Some(PartyKind::Consumer), _) => view! { <OfAPerson/> }.into_any(),
                        (_, Place::Abroad) => view! { <Elsewhere/> }.into_any(),
                        _ => ().into_any(),
                    }}
                    {move || {
                        let found = registers(kind.get(), place.get(), siren.get().as_deref());
                        let tells = found.iter().any(|register| register.tells_number);
                        view! {
                            <ul class="registers">{found.into_iter().map(card).collect_view()}</ul>
                            <p class="hint promise-note">
                                <Icon name="shield"/>
                                <span>
                                    {if tells {
                                        "Rien n’est envoyé d’ici. Un lien que vous suivez dit à ce site-là le numéro de votre client, et rien d’autre\u{a0}: ni vous, ni la somme."
                                    } else {
                                        "Rien n’est envoyé d’ici\u{a0}: un lien que vous suivez ouvre le site, sans rien lui dire."
                                    }}
                                </span>
                            </p>
                        }
                    }}
                </section>
                <section>
                    <h2>"3. Ce que vous avez trouvé"</h2>
                    {move || {
                        if registered.get() { view! { <Findings/> }.into_any() } else { ().into_any() }
                    }}
                    <details class="case-part">
                        <summary><h3>"Un autre nom, une autre adresse"</h3></summary>
                        <PartyForm role=Role::Debtor/>
                    </details>
                </section>
                <Next/>
            </div>
        </div>
    }
}

/// The nine digits of a company number that is right, from a SIREN or a SIRET.
fn siren(typed: &str) -> Option<String> {
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    match digits.len() {
        9 => digits.parse::<Siren>().ok().map(|_| digits),
        14 => digits.parse::<Siret>().ok().map(|_| digits[..9].to_owned()),
        _ => None,
    }
}

/// The debtor's number, to type once and to copy.
#[component]
fn Number(
    /// The number, where it is right.
    siren: Memo<Option<String>>,
) -> impl IntoView {
    let state = use_state();
    let typed = state.part(|case| case.debtor.siren.clone());
    let fault = Signal::derive(move || {
        let wrong = typed.with(|typed| !typed.trim().is_empty()) && siren.with(Option::is_none);
        wrong.then(|| {
            "Ce numéro n’existe pas\u{a0}: un SIREN compte neuf chiffres, un SIRET quatorze. Relisez la facture ou le devis."
                .to_owned()
        })
    });
    view! {
        <TextField
            id="verify-siren"
            label="SIREN ou SIRET de votre client"
            hint="Sur son devis signé, son bon de commande, ses courriels ou son site, en mentions légales."
            value=typed
            on_input=move |typed| state.change(|case| case.debtor.siren = typed)
            fault=fault
            right=Signal::derive(move || siren.get().map(|_| "Numéro valide".to_owned()))
            width="medium"
            inputmode="numeric"
        />
        {move || {
            siren
                .get()
                .map(|siren| {
                    let shown = spaced(&siren);
                    view! {
                        <p class="actions">
                            <span class="number">{shown}</span>
                            <CopyButton text=Callback::new(move |()| siren.clone())/>
                        </p>
                    }
                })
        }}
    }
}

/// The digits by three, as one reads them.
fn spaced(siren: &str) -> String {
    let digits: Vec<char> = siren.chars().collect();
    digits.chunks(3).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("\u{202f}")
}

/// A register: what it is, what to look for, the way to it.
fn card(register: Register) -> impl IntoView {
    view! {
        <li>
            <h3>{register.name}</h3>
            <p class="hint">{register.holds}</p>
            <ul class="look-for">{register.look_for.iter().map(|one| view! { <li>{*one}</li> }).collect_view()}</ul>
            <p><SourceLink url=register.url title=if register.tells_number { "Ouvrir sa fiche" } else { "Ouvrir le site" }/></p>
        </li>
    }
}

/// What can't be looked up of a private person, and what can.
#[component]
fn OfAPerson() -> impl IntoView {
    view! {
        <div class="note">
            <Icon name="info"/>
            <div>
                <p>
                    <strong>"Un particulier ne figure dans aucun registre public."</strong>
                    " Ni ses revenus, ni ses dettes, ni son adresse ne se consultent, et c’est heureux\u{a0}: vérifiez sur vos pièces son nom, son prénom et son adresse."
                </p>
                <p>"S’il a acheté pour son entreprise, ce n’est pas un particulier ici\u{a0}: changez ci-dessus. Son SIREN suffit alors."</p>
                <p>"Une seule annonce peut le concerner\u{a0}: l’effacement de ses dettes (rétablissement personnel) paraît au BODACC, à son nom."</p>
            </div>
        </div>
    }
}

/// A debtor outside the Union.
#[component]
fn Elsewhere() -> impl IntoView {
    view! {
        <p>"Cherchez le registre du commerce du pays de votre client\u{a0}: nom exact, siège, insolvabilité. Une chambre de commerce ou un avocat sur place peut le faire pour vous."</p>
    }
}

/// What the registers say, into the case.
#[component]
fn Findings() -> impl IntoView {
    let state = use_state();
    let standing = state.part(|case| Standing::of(&case.answers));
    view! {
        <Choices
            name="standing"
            legend=|| "Que disent les registres\u{202f}?"
            options=vec![
                (Standing::Sound, "Rien d’inquiétant".to_owned(), "En activité, sans procédure collective.".to_owned()),
                (
                    Standing::Insolvent,
                    "Un jugement d’ouverture".to_owned(),
                    "Sauvegarde, redressement ou liquidation judiciaire.".to_owned(),
                ),
                (Standing::StruckOff, "Radié ou dissous".to_owned(), "Sans procédure collective en cours.".to_owned()),
                (Standing::Unknown, "Je n’ai pas trouvé".to_owned(), String::new()),
            ]
            value=standing
            on_choose=move |found: Standing| state.change(|case| found.note(case))
        />
        {move || (standing.get() == Some(Standing::Insolvent)).then(|| view! { <Proceedings/> })}
        {move || standing.get().map(|_| view! { <p class="ok" role="status">"Noté dans votre dossier."</p> })}
    }
}

/// What to do now, as the engine sees it with these findings.
#[component]
fn Next() -> impl IntoView {
    let state = use_state();
    move || {
        state.guidance.get().ok().and_then(|guidance| guidance.plan.into_iter().next()).map(|step| {
            view! {
                <section class="advice" aria-live="polite">
                    <p class="answer-label">"La prochaine étape"</p>
                    <h2 class="figure words">{step.title}</h2>
                    <p>{step.why}</p>
                    <p class="actions">
                        {(step.option != dument_law::procedures::OptionId::CheckDebtor).then(|| view! { <StepAction option=step.option class="button"/> })}
                        <PageLink page=Page::Guide class="button quiet">"Voir tout le plan"</PageLink>
                    </p>
                </section>
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_is_the_one_of_the_company() {
        assert_eq!(siren("732 829 320").as_deref(), Some("732829320"));
        assert_eq!(siren("732 829 320 00074").as_deref(), Some("732829320"), "of its establishment too");
        assert_eq!(siren("732 829 321"), None);
        assert_eq!(siren(""), None);
        assert_eq!(spaced("732829320"), "732\u{202f}829\u{202f}320");
    }
}
