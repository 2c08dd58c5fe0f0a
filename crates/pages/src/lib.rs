//! The pages of the site: one table for the build, which writes a folder for each, and the application, which shows them.

/// A page, with an address of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Page {
    /// Three facts, three answers.
    Home,
    /// The choice of a procedure.
    Guide,
    /// What is owed.
    Penalties,
    /// Until when to act.
    Limitation,
    /// The letters.
    Letters,
    /// Every figure of the law, dated and sourced.
    Sources,
}

impl Page {
    /// All pages, in the order of the menu.
    pub const ALL: [Self; 6] = [Self::Home, Self::Guide, Self::Penalties, Self::Limitation, Self::Letters, Self::Sources];

    /// The folder of the page below the site's root, without slashes; empty for the first page.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Home => "",
            Self::Guide => "guide",
            Self::Penalties => "penalites",
            Self::Limitation => "prescription",
            Self::Letters => "lettres",
            Self::Sources => "sources",
        }
    }

    /// Its address below the site's root.
    #[must_use]
    pub fn path(self) -> String {
        if self == Self::Home { String::new() } else { format!("{}/", self.slug()) }
    }

    /// Its name in the menu.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Home => "Accueil",
            Self::Guide => "Guide",
            Self::Penalties => "Pénalités",
            Self::Limitation => "Prescription",
            Self::Letters => "Lettres",
            Self::Sources => "Sources",
        }
    }

    /// Its title in the browser's tab and in a search engine.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Home => "Dûment\u{a0}: votre facture impayée, dûment réclamée",
            Self::Guide => "Quelle procédure pour ma facture impayée\u{202f}? · Dûment",
            Self::Penalties => "Calculer les pénalités de retard · Dûment",
            Self::Limitation => "Jusqu’à quand réclamer une facture\u{202f}? · Dûment",
            Self::Letters => "Lettres de relance et mise en demeure · Dûment",
            Self::Sources => "Taux, délais et textes de loi · Dûment",
        }
    }

    /// What it is for, in one sentence, for a search engine.
    #[must_use]
    pub fn description(self) -> &'static str {
        match self {
            Self::Home => {
                "Ce qu’on vous doit aujourd’hui, jusqu’à quand agir, que faire ensuite\u{a0}: \
                 gratuit, sans compte, et rien ne quitte votre appareil."
            }
            Self::Guide => {
                "Quelques questions, puis la voie à suivre\u{a0}: relance, mise en demeure, \
                 injonction de payer, référé, avec son coût, sa durée et ses pièces."
            }
            Self::Penalties => {
                "Intérêts de retard au jour près et indemnité forfaitaire, semestre par semestre, \
                 chaque chiffre avec sa source."
            }
            Self::Limitation => "Le dernier jour pour agir, ce qui l’interrompt, ce qui le suspend et ce qui n’y change rien.",
            Self::Letters => {
                "Du premier appel à la requête au tribunal\u{a0}: tous les écrits, remplis avec votre décompte, à relire, corriger et télécharger."
            }
            Self::Sources => "Chaque taux, plafond et délai utilisé ici, avec sa période de validité et son texte.",
        }
    }

    /// Its heading.
    #[must_use]
    pub fn heading(self) -> &'static str {
        match self {
            Self::Home => "Une\u{a0}facture\u{a0}impayée\u{202f}? Trois\u{a0}faits, trois\u{a0}réponses.",
            Self::Guide => "Quelle voie pour cette facture\u{202f}?",
            Self::Penalties => "Combien vous est dû aujourd’hui\u{202f}?",
            Self::Limitation => "Jusqu’à quand pouvez-vous agir\u{202f}?",
            Self::Letters => "Écrire la bonne lettre",
            Self::Sources => "Les règles, leurs chiffres, leurs sources",
        }
    }

    /// The page at a path below the site's root; a path of no page is the first page.
    #[must_use]
    pub fn at(path: &str) -> Self {
        let slug = path.trim_end_matches("index.html").trim_end_matches('/');
        Self::ALL.into_iter().find(|page| page.slug() == slug).unwrap_or(Self::Home)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_is_found_by_its_address() {
        for page in Page::ALL {
            assert_eq!(Page::at(&page.path()), page);
            assert_eq!(Page::at(page.slug()), page);
            assert_eq!(Page::at(&format!("{}index.html", page.path())), page);
        }
        assert_eq!(Page::at("ailleurs/"), Page::Home);
    }
}
