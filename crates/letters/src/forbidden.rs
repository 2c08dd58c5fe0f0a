//! What a letter may not contain: costs that stay with the creditor, the look of an act of justice, threats, harassment, insults, effects
//! that the law doesn't give.
//!
//! CPCE L111-8 and C. conso. L121-21: costs of recovery. C. pén. 433-13: the look of an act. C. pén. 312-10: the threat to disclose.
//! C. pén. 222-33-2-2: harassment. C. civ. 1344: a delay whose start is clear.

mod rules;

use dument_law::Code;
use dument_law::order::in_order;
use dument_law::problem::Problem;

use crate::fold::{fold, words};
use crate::input::Addressee;
use crate::refusal::problem;
use crate::typography;
use rules::{RULES, Rule};

/// Words between the two parts of a pattern such as « informer … vos clients », at most.
const GAP: usize = 6;

/// Words that may stand between a negation and what it denies: « sans aucuns frais », « pas de frais ».
const ARTICLES: [&str; 10] = ["de", "d", "des", "du", "le", "la", "les", "l", "un", "une"];

/// Words right before a phrase, or in its midst, that make it harmless: « sans frais de dossier », « cette lettre n’interrompt pas ».
const NEGATIONS: [&str; 11] = ["aucun", "aucune", "sans", "ni", "ne", "n", "pas", "jamais", "no", "not", "without"];

/// Words of a text that a letter to this addressee may not contain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forbidden {
    /// The words, as they are written.
    pub words: String,
    /// Whether facts with such words are refused; what is only unclear or unwise is left to the writer.
    pub is_refused: bool,
    /// Why, and what to do instead: a French sentence.
    pub reason: String,
    /// The id of the text it rests on.
    pub source: &'static str,
}

/// Everything in a text, French or English, that a letter to this addressee may not contain; each reason once, in the order of the text.
///
/// Capitals, accents and line breaks make no difference. What is denied (« sans frais de dossier ») is harmless.
#[must_use]
pub fn forbidden(text: &str, addressee: Addressee) -> Vec<Forbidden> {
    let words = words_of(text);
    let mut found: Vec<(usize, Forbidden)> = Vec::new();
    for rule in RULES.iter().filter(|rule| rule.to.contains(&addressee)) {
        let place = rule.phrases.iter().filter_map(|phrase| place_of(&phrase_words(phrase), &words, text)).min();
        found.extend(place.map(|(start, end)| (start, rule.found(&text[start..end]))));
    }
    let in_order = in_order(found, |(start, _)| *start as u64);
    in_order.into_iter().map(|(_, found)| found).collect()
}

/// Adds why what a person typed at `field` can't be part of a letter to this addressee.
pub(crate) fn check(text: &str, field: &str, addressee: Addressee, problems: &mut Vec<Problem>) {
    for found in forbidden(text, addressee).into_iter().filter(|found| found.is_refused) {
        let message = format!("« {} » : {}", found.words, found.reason);
        problems.push(problem(Code::ForbiddenContent, field, message));
    }
}

impl Rule {
    fn found(&self, words: &str) -> Forbidden {
        Forbidden {
            words: words.to_owned(),
            is_refused: self.is_refused,
            reason: typography::set(self.reason),
            source: self.source,
        }
    }
}

/// A word of a text, and where it stands.
struct Word {
    start: usize,
    end: usize,
    folded: String,
}

fn words_of(text: &str) -> Vec<Word> {
    words(text).map(|(start, word)| Word { start, end: start + word.len(), folded: fold(word) }).collect()
}

/// The words of a phrase to look for, folded; one that ends in `*` stands for all that begin so, `…` for a few words.
fn phrase_words(phrase: &str) -> Vec<String> {
    phrase.split([' ', '’']).map(fold).collect()
}

/// Where the first match of a phrase stands that nothing denies.
fn place_of(phrase: &[String], words: &[Word], text: &str) -> Option<(usize, usize)> {
    (0..words.len()).find_map(|first| {
        let after = match_from(phrase, &words[first..], text)?;
        let place = (words[first].start, words[first + after - 1].end);
        (!is_denied(&words[..=first], text)).then_some(place)
    })
}

/// How many words a phrase takes from the first one on, in one sentence.
fn match_from(phrase: &[String], words: &[Word], text: &str) -> Option<usize> {
    let Some((wanted, rest)) = phrase.split_first() else { return Some(0) };
    if wanted == "…" {
        let denied = words.iter().position(|word| NEGATIONS.contains(&word.folded.as_str())).unwrap_or(words.len());
        return (0..=GAP.min(denied)).find_map(|skipped| Some(skipped + match_from(rest, &words[skipped..], text)?));
    }
    let (word, others) = words.split_first()?;
    let same = match wanted.strip_suffix('*') {
        Some(stem) => word.folded.starts_with(stem),
        None => word.folded == *wanted,
    };
    let goes_on =
        rest.is_empty() || others.first().is_some_and(|next| !text[word.end..next.start].contains(['.', '!', '?', ';']));
    if same && goes_on { Some(1 + match_from(rest, others, text)?) } else { None }
}

/// Whether a negation stands right before the last of these words, but for articles.
fn is_denied(words: &[Word], text: &str) -> bool {
    let Some((first, before)) = words.split_last() else { return false };
    let mut next = first;
    for word in before.iter().rev() {
        if text[word.end..next.start].contains(['.', ',', ';', ':', '!', '?']) {
            return false;
        }
        if !ARTICLES.contains(&word.folded.as_str()) {
            return NEGATIONS.contains(&word.folded.as_str());
        }
        next = word;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use Addressee::{Business, Consumer, PublicBody};

    #[track_caller]
    fn check(text: &str, to: Addressee, expected: &[(&str, &str)]) {
        let found = forbidden(text, to);
        let found: Vec<(&str, &str)> = found.iter().map(|found| (found.words.as_str(), found.source)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn costs_that_stay_with_the_creditor() {
        check("Nos frais d’huissier sont à votre charge.", Consumer, &[("frais d’huissier", "cconso-l121-21")]);
        check("Justificatif des frais d’huissier", Business, &[]);
        check("S’y ajoutent 30 € de frais de dossier.", Business, &[("frais de dossier", "cpce-l111-8")]);
        check("FRAIS  D'IMPAYÉS : 15 €", PublicBody, &[("FRAIS  D'IMPAYÉS", "cpce-l111-8")]);
        check("l’indemnité forfaitaire pour frais de recouvrement", Business, &[]);
        check("l’indemnité forfaitaire pour frais de recouvrement", Consumer, &[("indemnité forfaitaire", "cconso-l121-21")]);
        check("An administration fee applies.", Business, &[("administration fee", "cpce-l111-8")]);
    }

    #[test]
    fn the_look_of_an_act_of_justice() {
        check("Commandement de payer", Business, &[("Commandement de payer", "cpen-433-13")]);
        check("DERNIER AVIS AVANT SAISIE", Consumer, &[("DERNIER AVIS", "cpen-433-13")]);
        check("Notre huissier passera.", Consumer, &[("Notre huissier", "cpen-433-13")]);
        check("Un huissier viendra chez vous.", Consumer, &[("huissier viendra chez vous", "cpen-433-13")]);
        check("RE\u{301}PUBLIQUE FRANC\u{327}AISE", Business, &[("RE\u{301}PUBLIQUE FRANC\u{327}AISE", "cpen-433-13")]);
        check("La présente vous est signifiée ce jour.", Business, &[("est signifiée", "cpen-433-13")]);
    }

    #[test]
    fn threats() {
        check("Nous ferons saisir vos comptes.", Business, &[("saisir vos", "cpce-l111-2")]);
        check("Vous risquez la prison.", Consumer, &[("risquez la prison", "cpen-312-10")]);
        check(
            "Vous serez inscrit au fichier de la Banque de France.",
            Consumer,
            &[("inscrit au fichier de la Banque de France", "cpen-312-10")],
        );
        check(
            "Nous informerons tous vos clients de votre conduite.",
            Business,
            &[("informerons tous vos clients", "cpen-312-10")],
        );
        check("Nous préviendrons vos voisins.", Consumer, &[("préviendrons vos voisins", "cpen-312-10")]);
        check("Vos comptes seront saisis.", Business, &[("Vos comptes seront saisis", "cpce-l111-2")]);
        check("Une plainte sera déposée.", Business, &[("plainte sera déposée", "cpen-312-10")]);
        check("Nous vous assignerons en redressement judiciaire.", Business, &[("assignerons en redressement", "cciv-1240")]);
        check("Nous publierons votre nom.", Consumer, &[("publierons", "cpen-312-10")]);
        check("Nous préviendrons votre employeur.", Consumer, &[("votre employeur", "cpen-312-10")]);
        check("Nous demanderons votre mise en liquidation.", Business, &[("votre mise en liquidation", "cciv-1240")]);
        check("We will seize your goods.", Business, &[("seize your", "cpce-l111-2")]);
    }

    #[test]
    fn harassment_insults_and_false_effects() {
        check("Nous appellerons tous les jours.", Consumer, &[("appellerons tous les jours", "cpen-222-33-2-2")]);
        check("Vous êtes un escroc et un mauvais payeur.", Business, &[("escroc", "cpen-r621-2")]);
        let effect = "Cette lettre interrompt la prescription.";
        check(effect, Business, &[("Cette lettre interrompt la prescription", "cass-com-2022-05-18-20-23.204")]);
        check(effect, PublicBody, &[]);
    }

    #[test]
    fn an_unclear_start_is_remarked_and_not_refused() {
        let found = forbidden("sous huit jours à compter de la présente", Business);
        assert_eq!(found.iter().map(|found| found.is_refused).collect::<Vec<_>>(), [false]);
    }

    #[test]
    fn harmless_words_are_left_alone() {
        for text in [
            "Bon de commande signé, sans frais de dossier.",
            "Nous ne demandons pas de frais de dossier.",
            "Nous pourrons saisir la juridiction compétente.",
            "Gestion de vos réseaux sociaux, publications sur Facebook et avis Google",
            "Réfection de la prison de Fresnes, traitement contre les parasites du bois",
            "Procès-verbal de saisie conservatoire",
            "Une mise en demeure n’interrompt pas la prescription.",
            "La présente reconnaissance interrompt la prescription.",
            "Cette lettre n’interrompt pas la prescription.",
            "Nous ne publierons rien et n’informerons pas vos clients.",
            "Un commissaire de justice viendra constater l’état du chantier.",
            "Constat d’huissier du 3 juin 2026",
            "Madame Marianne Huissier",
            "Nous transmettons le jugement de liquidation judiciaire au mandataire.",
            "Nous vous informons. Vos clients sont contents.",
            "",
        ] {
            check(text, Consumer, &[]);
        }
    }

    #[test]
    fn every_rule_says_why_in_a_sentence_and_rests_on_a_known_text() {
        for rule in RULES {
            assert!(rule.reason.ends_with('.') && !rule.phrases.is_empty());
            let known = &dument_law::Reference::published().sources;
            assert!(known.iter().any(|source| source.id == rule.source), "{}", rule.source);
            for phrase in rule.phrases {
                let written = phrase.replace('*', "e").replace('…', "x");
                let found = place_of(&phrase_words(phrase), &words_of(&written), &written);
                assert!(found.is_some(), "{phrase} finds itself");
            }
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read(text in "[a-zé’ .,;…*-]{0,80}|\\PC{0,60}") {
            for to in [Business, Consumer, PublicBody] {
                let _ = forbidden(&text, to);
            }
        }
    }
}
