//! Whether the debtor still stands: insolvency proceedings, or the end of the company; as the public registers tell.

use dument_law::procedures::{InsolvencyKind, YesNo};
use leptos::prelude::*;

use super::question::Question;
use super::screen::radios;
use crate::case::{Answers, Case};
use crate::components::field::{SelectField, TextField};
use crate::state::use_state;

/// What the registers say of the debtor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing amiss.
    Sound,
    /// Insolvency proceedings are open.
    Insolvent,
    /// Struck off or dissolved.
    StruckOff,
    /// Not looked up yet.
    Unknown,
}

impl Standing {
    /// What was answered, if anything.
    #[must_use]
    pub fn of(answers: &Answers) -> Option<Self> {
        Some(match (answers.insolvent?, answers.struck_off) {
            (YesNo::Yes, _) => Self::Insolvent,
            (_, Some(YesNo::Yes)) => Self::StruckOff,
            (YesNo::No, _) => Self::Sound,
            (YesNo::Unknown, _) => Self::Unknown,
        })
    }

    /// Takes the answer into the case.
    pub fn note(self, case: &mut Case) {
        let (insolvent, struck_off) = match self {
            Self::Sound => (YesNo::No, Some(YesNo::No)),
            // A company in proceedings may be struck off too: that answer stays.
            Self::Insolvent => (YesNo::Yes, case.answers.struck_off.filter(|told| *told == YesNo::Yes)),
            Self::StruckOff => (YesNo::No, Some(YesNo::Yes)),
            Self::Unknown => (YesNo::Unknown, Some(YesNo::Unknown)),
        };
        case.answers.insolvent = Some(insolvent);
        case.answers.struck_off = struck_off;
    }
}

/// What the registers say, and of the proceedings which and since when.
#[component]
pub fn StandingFields() -> impl IntoView {
    let state = use_state();
    let standing = state.part(|case| Standing::of(&case.answers));
    view! {
        {radios(
            Question::Insolvency,
            vec![
                (Standing::Sound, "Non, j’ai vérifié au BODACC"),
                (Standing::Insolvent, "Oui\u{a0}: sauvegarde, redressement ou liquidation"),
                (Standing::StruckOff, "Non, mais il est radié ou dissous"),
                (Standing::Unknown, "Je ne sais pas"),
            ],
            standing,
            |case, found| found.note(case),
        )}
        {move || (standing.get() == Some(Standing::Insolvent)).then(|| view! { <Proceedings/> })}
    }
}

/// Which proceedings, and their two dates.
#[component]
pub fn Proceedings() -> impl IntoView {
    const KINDS: [(InsolvencyKind, &str); 4] = [
        (InsolvencyKind::Safeguard, "sauvegarde"),
        (InsolvencyKind::Reorganisation, "redressement judiciaire"),
        (InsolvencyKind::Liquidation, "liquidation judiciaire"),
        (InsolvencyKind::Unknown, "je ne sais pas"),
    ];
    let state = use_state();
    let date = move |id: &'static str,
                     label: &'static str,
                     hint: &'static str,
                     read: fn(&Case) -> &String,
                     write: fn(&mut Case) -> &mut String| {
        view! {
            <TextField
                id=id
                label=label
                hint=hint
                value=state.part(move |case| read(case).clone())
                on_input=move |typed| state.change(|case| *write(case) = typed)
                fault=state.fault(id.to_owned())
                width="date"
                inputmode="numeric"
                placeholder="jj/mm/aaaa"
            />
        }
    };
    view! {
        <div class="form">
            <SelectField
                id="insolvency-kind"
                label="Procédure"
                options=KINDS.map(|(kind, words)| (kind, words.to_owned())).to_vec()
                value=state.part(|case| case.answers.insolvency_kind)
                on_choose=move |kind| state.change(|case| case.answers.insolvency_kind = kind)
                invitation="Choisissez"
            />
            <div class="row">
                {date(
                    "insolvency-openedOn",
                    "Jugement d’ouverture",
                    "L’annonce en donne la date.",
                    |case| &case.answers.insolvency_opened_on,
                    |case| &mut case.answers.insolvency_opened_on,
                )}
                {date(
                    "insolvency-publishedOn",
                    "Publication au BODACC",
                    "Le délai pour déclarer court d’elle.",
                    |case| &case.answers.insolvency_published_on,
                    |case| &mut case.answers.insolvency_published_on,
                )}
            </div>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_registers_say_is_told_back() {
        let mut case = Case::default();
        assert_eq!(Standing::of(&case.answers), None);
        for standing in [Standing::Sound, Standing::StruckOff, Standing::Insolvent, Standing::Unknown] {
            standing.note(&mut case);
            assert_eq!(Standing::of(&case.answers), Some(standing));
        }
    }

    #[test]
    fn a_company_both_insolvent_and_struck_off_stays_so() {
        let mut case = Case::default();
        Standing::StruckOff.note(&mut case);
        Standing::Insolvent.note(&mut case);
        assert_eq!(case.answers.struck_off, Some(YesNo::Yes));
    }
}
