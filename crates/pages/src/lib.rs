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
    /// All unpaid invoices, followed client by client.
    Ledger,
    /// Every case kept on the machine.
    Cases,
    /// Every figure of the law, dated and sourced.
    Sources,
    /// What was done so that everyone can use the application.
    Accessibility,
    /// The parts the pages are made of, in all their states: for those who build it.
    Design,
    /// The debtor, looked up in the public registers.
    Verify,
    /// What to do once the debtor has answered.
    Answered,
    /// The tools for the pages of other sites.
    Integrate,
}

/// A part of the application that is fetched at the first need, so that the first page weighs little.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// What chooses among the procedures: the third answer.
    Guidance,
    /// Every page but the first and that of the letters, the case in its drawer, and what keeps it on the machine.
    Tools,
    /// The page of the letters.
    Letters,
    /// What stands around a tool in another site's page, and the page that makes the code for it.
    Embedding,
    /// The page of the ledger.
    Ledger,
}

impl Part {
    /// All parts beside the first.
    pub const ALL: [Self; 5] = [Self::Guidance, Self::Tools, Self::Letters, Self::Embedding, Self::Ledger];

    /// Its name in the built application.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Guidance => "guidance",
            Self::Tools => "tools",
            Self::Letters => "letters",
            Self::Embedding => "embedding",
            Self::Ledger => "ledger",
        }
    }
}

impl Page {
    /// The pages of the menu, in its order.
    pub const MENU: [Self; 8] =
        [Self::Home, Self::Guide, Self::Penalties, Self::Limitation, Self::Letters, Self::Ledger, Self::Cases, Self::Sources];

    /// All pages.
    pub const ALL: [Self; 13] = [
        Self::Home,
        Self::Guide,
        Self::Penalties,
        Self::Limitation,
        Self::Letters,
        Self::Ledger,
        Self::Cases,
        Self::Sources,
        Self::Accessibility,
        Self::Design,
        Self::Verify,
        Self::Answered,
        Self::Integrate,
    ];

    /// The folder of the page below the site's root, without slashes; empty for the first page.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Home => "",
            Self::Guide => "guide",
            Self::Penalties => "penalites",
            Self::Limitation => "prescription",
            Self::Letters => "lettres",
            Self::Ledger => "suivi",
            Self::Cases => "dossiers",
            Self::Sources => "sources",
            Self::Accessibility => "accessibilite",
            Self::Design => "design",
            Self::Verify => "verifier",
            Self::Answered => "reponse",
            Self::Integrate => "integrer",
        }
    }

    /// Whether its facts and its figures stand side by side on a wide screen, heading and all.
    #[must_use]
    pub fn is_split(self) -> bool {
        matches!(self, Self::Home | Self::Penalties | Self::Limitation)
    }

    /// The part of the application it is in; the first page needs none.
    #[must_use]
    pub fn part(self) -> Option<Part> {
        match self {
            Self::Home => None,
            Self::Letters => Some(Part::Letters),
            Self::Integrate => Some(Part::Embedding),
            Self::Ledger => Some(Part::Ledger),
            _ => Some(Part::Tools),
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
            Self::Ledger => "Suivi",
            Self::Cases => "Mes dossiers",
            Self::Sources => "Sources",
            Self::Accessibility => "Accessibilité",
            Self::Design => "Composants",
            Self::Verify => "Vérifier mon client",
            Self::Answered => "Mon client a répondu",
            Self::Integrate => "Intégrer",
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
            Self::Ledger => "Suivi des factures impayées · Dûment",
            Self::Cases => "Mes dossiers de factures impayées · Dûment",
            Self::Sources => "Taux, délais et textes de loi · Dûment",
            Self::Accessibility => "Accessibilité · Dûment",
            Self::Design => "Composants · Dûment",
            Self::Verify => "Vérifier un client dans les registres publics · Dûment",
            Self::Answered => "Mon client a répondu\u{a0}: que faire\u{202f}? · Dûment",
            Self::Integrate => "Mettre ces outils dans votre site · Dûment",
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
            Self::Ledger => {
                "Qui vous doit quoi, qui relancer aujourd’hui, et la lettre prête\u{a0}: déposez ce que votre logiciel exporte, \
                 tout se lit et se garde sur cet appareil."
            }
            Self::Cases => {
                "Chaque affaire a son dossier, gardé sur cet appareil seulement\u{a0}: rouvrez-le, copiez-le, \
                 emportez-le dans un fichier, ou effacez tout."
            }
            Self::Sources => "Chaque taux, plafond et délai utilisé ici, avec sa période de validité et son texte.",
            Self::Accessibility => {
                "Au clavier, au lecteur d’écran, agrandi, en clair ou en sombre\u{a0}: ce qui a été fait et vérifié \
                 pour que chacun puisse se servir de Dûment, et ce qui reste à faire."
            }
            Self::Design => {
                "Les éléments dont les pages sont faites, dans tous leurs états\u{a0}: couleurs, caractères, champs, tableaux, frises, \
                 messages, tels que les pages s’en servent."
            }
            Self::Verify => {
                "Existe-t-il encore, est-il en procédure collective, où est son siège\u{202f}? \
                 Dix minutes dans les registres publics et gratuits, avant toute démarche."
            }
            Self::Answered => {
                "Il promet, demande du temps, paie une partie, conteste ou se tait\u{a0}: \
                 ce que cela change à la dette et au délai pour agir, et quoi lui répondre."
            }
            Self::Integrate => {
                "Choisissez un outil et ses couleurs, regardez-le vivre, copiez trois lignes. Sans compte, sans traceur, sans bandeau."
            }
        }
    }

    /// What it says first below its heading, where that is its largest text: painted before the application comes.
    #[must_use]
    pub fn foreword(self) -> Option<&'static str> {
        match self {
            Self::Accessibility => Some(
                "Nous suivons les règles internationales, dites WCAG\u{a0}2.2, aux niveaux\u{a0}A et\u{a0}AA. Au 22\u{a0}novembre 2026, \
                 nous n’en connaissons aucune que ce site ne respecte pas. C’est notre propre examen\u{a0}: personne d’extérieur ne l’a \
                 contrôlé, et ce n’est pas une déclaration de conformité au référentiel de l’État, le RGAA.",
            ),
            _ => None,
        }
    }

    /// Its heading.
    #[must_use]
    pub fn heading(self) -> &'static str {
        match self {
            Self::Home => "Une facture impayée\u{202f}? Trois\u{a0}faits, trois\u{a0}réponses.",
            Self::Guide => "Quelle voie pour cette facture\u{202f}?",
            Self::Penalties => "Combien vous est dû aujourd’hui\u{202f}?",
            Self::Limitation => "Jusqu’à quand pouvez-vous agir\u{202f}?",
            Self::Letters => "Écrire la bonne lettre",
            Self::Ledger => "Toutes vos factures impayées",
            Self::Cases => "Vos dossiers",
            Self::Sources => "Les règles, leurs chiffres, leurs sources",
            Self::Accessibility => "Pour tout le monde",
            Self::Design => "Composants",
            Self::Verify => "Vérifier mon client",
            Self::Answered => "Mon client a répondu",
            Self::Integrate => "Ces outils dans votre site",
        }
    }

    /// The page at a path below the site's root; a path of no page is the first page.
    #[must_use]
    pub fn at(path: &str) -> Self {
        let slug = path.trim_end_matches("index.html").trim_end_matches('/');
        Self::ALL.into_iter().find(|page| page.slug() == slug).unwrap_or(Self::Home)
    }
}

/// A tool that other sites put in their pages: an address that is kept for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Embedded {
    /// The choice of a procedure.
    Procedure,
    /// What is owed.
    Penalties,
    /// Until when to act.
    Limitation,
    /// The letters.
    Letters,
    /// All of it.
    Full,
}

/// What the script must be that puts these tools in a page (`www/embed/v1/embed.js`). It is published: it never changes.
pub const LOADER_INTEGRITY: &str = "sha384-MzSKKUfA8yHkhaZlM9xWcVyBAtDp3NDR0VMr0Xn15UAurWhX6Wt7XKqd98ccIMS1";

impl Embedded {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Procedure, Self::Penalties, Self::Limitation, Self::Letters, Self::Full];

    /// Its name in an address and in a shortcode.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Procedure => "procedure",
            Self::Penalties => "penalites",
            Self::Limitation => "prescription",
            Self::Letters => "lettres",
            Self::Full => "complet",
        }
    }

    /// Its address below the site's root.
    #[must_use]
    pub fn path(self) -> String {
        format!("embed/v1/{}/", self.slug())
    }

    /// What its link says, as readers of the other site see it.
    #[must_use]
    pub fn invitation(self) -> &'static str {
        match self {
            Self::Procedure => "Quelle procédure pour ma facture impayée\u{202f}?",
            Self::Penalties => "Calculer mes pénalités de retard",
            Self::Limitation => "Jusqu’à quand réclamer ma facture\u{202f}?",
            Self::Letters => "Écrire ma lettre de relance ou ma mise en demeure",
            Self::Full => "Ma facture est impayée\u{a0}: que faire\u{202f}?",
        }
    }

    /// About how high it is in pixels before anything is typed, in the column of an article: the same as in the loader.
    #[must_use]
    pub fn height(self) -> u16 {
        match self {
            Self::Procedure => 1050,
            Self::Penalties | Self::Letters => 1600,
            Self::Limitation => 1550,
            Self::Full => 1250,
        }
    }

    /// The page that it begins with.
    #[must_use]
    pub fn page(self) -> Page {
        match self {
            Self::Procedure => Page::Guide,
            Self::Penalties => Page::Penalties,
            Self::Limitation => Page::Limitation,
            Self::Letters => Page::Letters,
            Self::Full => Page::Home,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A published address that changes breaks the pages of others.
    #[test]
    fn the_addresses_of_embedded_tools_never_change() {
        assert_eq!(
            Embedded::ALL.map(Embedded::path),
            ["embed/v1/procedure/", "embed/v1/penalites/", "embed/v1/prescription/", "embed/v1/lettres/", "embed/v1/complet/"]
        );
    }

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
