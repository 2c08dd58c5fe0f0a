//! What the tool does not compute, so that no one takes its silence for an answer.

use leptos::prelude::*;

use super::figures::holds;

/// The `id` and the title of this part of the page.
pub const COVERAGE: (&str, &str) = ("limites", "Ce que l’application ne couvre pas");

const NOT_COVERED: [(&str, &str); 11] = [
    (
        "Client établi à l’étranger",
        "La loi d’un autre pays peut s’appliquer, avec d’autres taux et d’autres délais. Les calculs de cette application suivent la loi française.",
    ),
    ("Facture dans une autre monnaie", "Les taux valent pour des dettes en euros."),
    (
        "Polynésie française, Nouvelle-Calédonie, Saint-Pierre-et-Miquelon, Wallis-et-Futuna",
        "Ces territoires ont leurs propres règles.",
    ),
    (
        "Retards anciens",
        "Les intérêts entre professionnels sont calculés à partir de 2013\u{a0}: avant, le taux n’était pas fixé par semestre. Les marchés publics conclus avant le 16\u{a0}mars 2013 suivent d’autres règles.",
    ),
    (
        "Crédit à la consommation, énergie, copropriété, honoraires d’avocat, salaires",
        "Chacun a ses délais, parfois d’une autre nature que la prescription.",
    ),
    (
        "Transport maritime, aérien, ferroviaire",
        "Seuls le transport de marchandises en France et le transport routier international sont calculés.",
    ),
    (
        "Ce que le juge peut réduire ou accorder",
        "Une clause pénale excessive, des intérêts sur les intérêts, des frais au-delà de l’indemnité\u{a0}: le décompte les compte si vous les indiquez, sans savoir ce que le juge en retiendra.",
    ),
    (
        "Délais de grâce du juge, moratoires",
        "Un juge peut étaler la dette et réduire les intérêts\u{a0}: le décompte ne le sait pas.",
    ),
    (
        "Plusieurs débiteurs, cautions, associés",
        "Un acte contre l’un ne vaut pas toujours contre les autres\u{a0}: chaque débiteur demande son propre dossier.",
    ),
    (
        "Impossibilité d’agir, minorité, force majeure",
        "Ces causes peuvent suspendre la prescription. Elles ne sont pas comptées, ce qui donne la date la plus prudente.",
    ),
    ("Si la facture est contestée", "Aucun calcul ne dit qui a raison. Rassemblez vos preuves et faites-vous conseiller."),
];

/// What is left out, and why.
#[component]
pub fn Coverage(
    /// Only what holds these words.
    looked_for: RwSignal<String>,
) -> impl IntoView {
    let found = Memo::new(move |_| {
        looked_for.with(|looked_for| {
            NOT_COVERED.iter().copied().filter(|(case, why)| holds(&[case, why], looked_for)).collect::<Vec<_>>()
        })
    });
    move || {
        let found = found.get();
        (!found.is_empty()).then(|| {
            view! {
                <section class="section" id=COVERAGE.0>
                    <h2 tabindex="-1">{COVERAGE.1}</h2>
                    <div class="columns">
                        {found.into_iter().map(|(case, why)| view! { <div><h3>{case}</h3><p>{why}</p></div> }).collect_view()}
                    </div>
                </section>
            }
        })
    }
}
