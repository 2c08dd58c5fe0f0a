//! What the law leaves open, and what is done here meanwhile.

use leptos::prelude::*;

use super::figures::holds;
use crate::components::why::Cited;

/// The `id` and the title of this part of the page.
pub const QUESTIONS: (&str, &str) = ("questions", "Ce que la loi laisse ouvert");

/// A question that no text and no decision we know of settles.
struct OpenQuestion {
    question: &'static str,
    /// What is done here.
    choice: &'static str,
    /// The texts to read, by id.
    sources: &'static [&'static str],
}

const OPEN_QUESTIONS: [OpenQuestion; 13] = [
    OpenQuestion {
        question: "Le délai de prescription part-il de la fin du travail ou de l’échéance\u{202f}?",
        choice: "La Cour de cassation retient la fin de la prestation ou la livraison\u{202f}; pour un paiement convenu à terme, des décisions retiennent l’échéance. Les deux dates sont calculées, et c’est la première qu’il faut tenir.",
        sources: &["cass-com-2020-02-26-18-25.036", "cass-civ1-2021-05-19-20-12.520"],
    },
    OpenQuestion {
        question: "Que devient un taux convenu sous trois fois le taux légal\u{202f}?",
        choice: "La loi l’interdit sans dire ce qui le remplace. Le calcul le relève à ce minimum, ou le garde si vous le demandez. On peut aussi soutenir que la clause tombe et que le taux de la loi s’applique.",
        sources: &["ccom-l441-10"],
    },
    OpenQuestion {
        question: "Le taux de la loi peut-il passer sous ce minimum\u{202f}?",
        choice: "C’est arrivé en 2024. Le minimum ne vise que les taux convenus\u{a0}: le taux de la loi n’est pas relevé.",
        sources: &["ccom-l441-10"],
    },
    OpenQuestion {
        question: "Un paiement partiel règle-t-il d’abord les pénalités\u{202f}?",
        choice: "Le Code civil le dit des intérêts, et le contrat peut dire autre chose. C’est l’ordre retenu ici\u{202f}; l’autre total est donné à côté.",
        sources: &["cciv-1343-1"],
    },
    OpenQuestion {
        question: "Un avoir réduit-il la dette depuis l’origine\u{202f}?",
        choice: "Aucun texte ne le dit. Il la réduit ici à partir du lendemain de sa date, ou depuis l’origine si vous indiquez qu’il corrige une erreur de facturation. Il ne paie jamais d’intérêts.",
        sources: &[],
    },
    OpenQuestion {
        question: "Une année de 365 ou de 366 jours\u{202f}?",
        choice: "Aucun texte ne le dit. L’administration divise par 365, même une année bissextile\u{a0}: le calcul aussi.",
        sources: &["sp-f783"],
    },
    OpenQuestion {
        question: "L’indemnité de 40\u{202f}€ est-elle due par facture ou par échéance\u{202f}?",
        choice: "Une fois par facture payée en retard\u{a0}: c’est la lecture de l’administration.",
        sources: &["ccom-d441-5"],
    },
    OpenQuestion {
        question: "Le jour du jugement qui ouvre une procédure collective porte-t-il intérêt\u{202f}?",
        choice: "Le texte arrête le cours des intérêts sans le préciser. Par prudence, le dernier jour compté est la veille.",
        sources: &["ccom-l622-28"],
    },
    OpenQuestion {
        question: "Une demande en justice caduque a-t-elle interrompu la prescription\u{202f}?",
        choice: "Le Code civil parle de désistement, de péremption et de rejet. Par prudence, une demande caduque est traitée comme si elle n’avait jamais existé.",
        sources: &["cciv-2243"],
    },
    OpenQuestion {
        question: "De quel jour partent les dix ans pour exécuter un jugement\u{202f}?",
        choice: "Les lectures diffèrent. Le délai est compté ici de la date du titre, la plus proche.",
        sources: &["cpce-l111-4"],
    },
    OpenQuestion {
        question: "Une lettre suffit-elle face à un délai d’opérateur téléphonique\u{202f}?",
        choice: "Le texte parle de sommes «\u{a0}réclamées\u{a0}» dans l’année, et ce mot est discuté. Ne comptez pas sur une lettre.",
        sources: &["cpostes-l34-2"],
    },
    OpenQuestion {
        question: "Peut-on déjà utiliser la procédure des créances commerciales incontestées\u{202f}?",
        choice: "La loi est du 23\u{a0}avril 2026. Au 25\u{a0}septembre 2026, nous n’avions trouvé ni son décret ni son tarif\u{a0}: demandez à un commissaire de justice.",
        sources: &["cpce-l126-2"],
    },
    OpenQuestion {
        question: "Depuis quand la contribution de 50\u{202f}€ devant le tribunal judiciaire est-elle due, et qui en est dispensé\u{202f}?",
        choice: "Les sources divergent\u{a0}: mars ou mai 2026. L’injonction de payer en serait dispensée\u{a0}: à vérifier au greffe.",
        sources: &["cgi-1635-bis-q"],
    },
];

/// Every open question, with what is done here.
#[component]
pub fn OpenQuestions(
    /// Only what holds these words.
    looked_for: RwSignal<String>,
) -> impl IntoView {
    let found = Memo::new(move |_| {
        looked_for.with(|looked_for| {
            let is_found = |i: &usize| {
                let OpenQuestion { question, choice, .. } = &OPEN_QUESTIONS[*i];
                holds(&[question, choice], looked_for)
            };
            (0..OPEN_QUESTIONS.len()).filter(is_found).collect::<Vec<_>>()
        })
    });
    move || {
        let found = found.get();
        (!found.is_empty()).then(|| {
            let questions = found.into_iter().map(|i| {
                let OpenQuestion { question, choice, sources } = &OPEN_QUESTIONS[i];
                let ids = sources.iter().map(|id| (*id).to_owned()).collect();
                view! { <div><h3>{*question}</h3><p>{*choice}</p><Cited ids/></div> }
            });
            view! {
                <section class="section" id=QUESTIONS.0>
                    <h2 tabindex="-1">{QUESTIONS.1}</h2>
                    <div class="columns">{questions.collect_view()}</div>
                </section>
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use dument_law::Reference;

    use super::*;

    #[test]
    fn every_source_is_known() {
        for OpenQuestion { question, sources, .. } in &OPEN_QUESTIONS {
            let known = Reference::published().cited(sources.iter().copied());
            assert_eq!(known.len(), sources.len(), "{question}");
        }
    }
}
