//! Every page of the site: each has its own folder, so that its address survives a reload on any static host.

/// A page: the same shell, with its own address and its own words.
pub(crate) struct Page {
    /// Its folder; empty for the home page.
    pub(crate) slug: &'static str,
    pub(crate) title: &'static str,
    pub(crate) description: &'static str,
}

/// All of them; the application knows the same slugs.
pub(crate) const PAGES: &[Page] = &[
    Page {
        slug: "",
        title: "Dûment : votre facture impayée, dûment réclamée",
        description: "Ce qu’on vous doit aujourd’hui, jusqu’à quand agir, que faire ensuite : \
                      gratuit, sans compte, et rien ne quitte votre appareil.",
    },
    Page {
        slug: "guide",
        title: "Quelle procédure pour ma facture impayée ? · Dûment",
        description: "Quelques questions, puis la voie à suivre : relance, mise en demeure, \
                      injonction de payer, référé, avec son coût, sa durée et ses pièces.",
    },
    Page {
        slug: "penalites",
        title: "Calculer les pénalités de retard · Dûment",
        description: "Intérêts de retard au jour près et indemnité de 40 €, semestre par semestre, \
                      chaque chiffre avec sa source.",
    },
    Page {
        slug: "prescription",
        title: "Jusqu’à quand réclamer une facture ? · Dûment",
        description: "Le dernier jour pour agir, ce qui l’interrompt, ce qui le suspend \
                      et ce qui n’y change rien.",
    },
    Page {
        slug: "lettres",
        title: "Lettres de relance et mise en demeure · Dûment",
        description: "Relances et mise en demeure remplies avec votre décompte, \
                      à relire, corriger et télécharger en PDF ou Word.",
    },
    Page {
        slug: "sources",
        title: "Taux, délais et textes de loi · Dûment",
        description: "Chaque taux, plafond et délai utilisé ici, avec sa période de validité \
                      et son texte.",
    },
];

impl Page {
    /// Where its file lies in the site.
    pub(crate) fn file(&self) -> String {
        if self.slug.is_empty() { "index.html".to_owned() } else { format!("{}/index.html", self.slug) }
    }

    /// From the page to the root of the site.
    pub(crate) fn root(&self) -> &'static str {
        if self.slug.is_empty() { "./" } else { "../" }
    }
}
