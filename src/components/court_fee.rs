//! What decides the contribution to economic justice: asked only of a claim so large that one may be due.

use leptos::prelude::*;

use super::field::TextField;
use crate::case::CourtFee;
use crate::state::use_state;

/// The remark of the engine that these facts answer.
const ASKED_BY: &str = "justiceContributionUnknown";

/// A text of the fee: how to read it, and how to reach it.
type Text = (fn(&CourtFee) -> &String, fn(&mut CourtFee) -> &mut String);

/// Staff, turnover, profit, and the court.
#[component]
pub fn CourtFeeForm() -> impl IntoView {
    let state = use_state();
    let asked = Memo::new(move |before: Option<&bool>| {
        // Once asked, they stay: the fields don't go as they are filled in.
        before == Some(&true)
            || state.case.with(|case| case.court_fee != CourtFee::default())
            || state
                .guidance
                .with(|answer| answer.as_ref().is_ok_and(|found| found.notes.iter().any(|note| note.code == ASKED_BY)))
    });
    let text = move |id: &'static str,
                     label: &'static str,
                     hint: &'static str,
                     (read, write): Text,
                     width: &'static str,
                     unit: Option<&'static str>| {
        view! {
            <TextField
                id=id
                label=label
                hint=hint
                value=state.part(move |case| read(&case.court_fee).clone())
                on_input=move |typed| state.change(|case| *write(&mut case.court_fee) = typed)
                fault=state.fault(id.to_owned())
                width=width
                inputmode=if unit.is_some() { "decimal" } else { "" }
                optional=true
                unit=Signal::stored(unit)
            />
        }
    };
    move || {
        asked.get().then(|| {
            view! {
                <fieldset class="group">
                    <legend>"Frais de justice d’une grosse demande"</legend>
                    <p class="hint">"Certains tribunaux demandent aux grandes entreprises une contribution pour une demande de cette taille."</p>
                    <div class="row">
                        {text(
                            "creditor-employees",
                            "Vos salariés",
                            "",
                            (|fee| &fee.employees, |fee| &mut fee.employees),
                            "short",
                            Some("personnes"),
                        )}
                        {text(
                            "creditor-court",
                            "Ville du tribunal",
                            "",
                            (|fee| &fee.court, |fee| &mut fee.court),
                            "medium",
                            None,
                        )}
                    </div>
                    <div class="row">
                        {text(
                            "creditor-turnover",
                            "Votre chiffre d’affaires annuel",
                            "Moyenne des trois dernières années.",
                            (|fee| &fee.turnover, |fee| &mut fee.turnover),
                            "medium",
                            Some("€"),
                        )}
                        {text(
                            "creditor-averageProfit",
                            "Votre bénéfice annuel",
                            "Même moyenne\u{202f}; une perte s’écrit avec un signe moins.",
                            (|fee| &fee.average_profit, |fee| &mut fee.average_profit),
                            "medium",
                            Some("€"),
                        )}
                    </div>
                </fieldset>
            }
        })
    }
}
