//! C. com. L622-24, L622-25 and R622-23: in insolvency proceedings an earlier claim is declared to the mandataire or the liquidator, for
//! what is owed on the day of the judgment and what falls due later, certified sincere, with its exhibits.

use askama::Template;
use dument_law::penalties::Rate;
use dument_law::problem::Problem;
use dument_law::reading::Read;
use dument_law::working_day::{Territory, on_or_after};
use dument_law::{Code, Day, Money, Note, PartyKind, french};
use serde::{Deserialize, Serialize};

use super::{Draft, Form};
use crate::advice::{info, warning};
use crate::claim::Claim;
use crate::correspondent::Correspondent;
use crate::document::Item;
use crate::exhibits::exhibits;
use crate::input::{Addressee, Input};
use crate::line::Line;
use crate::refusal::problem;
use crate::wording::{self, filters};
use crate::{mentions, statement_table};

/// What a declaration of a claim says besides the claim; the day of the judgment is `penalties.insolvencyOpenedOn`.
#[doc(alias = "déclaration de créance")]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase", default)]
pub struct ClaimDeclaration {
    /// To whom claims are declared: the mandataire judiciaire, in a liquidation the liquidator. The judgment names them.
    #[doc(alias = "mandataire judiciaire")]
    #[doc(alias = "liquidateur")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub practitioner: Option<Correspondent>,
    /// Which proceedings were opened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proceedings: Option<Proceedings>,
    /// The court that opened them, such as « Tribunal de commerce d’Angers ».
    #[serde(skip_serializing_if = "Option::is_none")]
    pub court: Option<String>,
    /// The number of the proceedings at that court.
    #[doc(alias = "numéro de rôle")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub register_number: Option<String>,
    /// The day the judgment was published in the BODACC: the term to declare runs from it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published_on: Option<Day>,
    /// Whether interest goes on after the judgment: under a loan of a year or more, or a payment deferred by a year or more (C. com.
    /// L622-28).
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<_>"))]
    pub interest_goes_on: bool,
    /// The privilege or security of the claim, with its day and what it bears on, such as « nantissement du fonds de commerce de Lyon, inscrit
    /// le 3 mars 2025 ».
    #[doc(alias = "privilège")]
    #[doc(alias = "sûreté")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub security: Option<String>,
    /// The enforceable title of the claim, such as « jugement du 12 mars 2026 ».
    #[doc(alias = "titre exécutoire")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The court before which the claim is disputed, where it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pending_before: Option<String>,
    /// Whether the goods were sold under retention of title, which is claimed apart.
    #[doc(alias = "réserve de propriété")]
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<_>"))]
    pub retention_of_title: bool,
}

/// Insolvency proceedings.
#[doc(alias = "procédure collective")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Proceedings {
    /// Before payments stop.
    #[doc(alias = "sauvegarde")]
    Safeguard,
    /// The business may go on.
    #[doc(alias = "redressement judiciaire")]
    Reorganisation,
    /// The business ends.
    #[doc(alias = "liquidation judiciaire")]
    Liquidation,
}

impl Proceedings {
    fn name(self) -> &'static str {
        match self {
            Self::Safeguard => "sauvegarde",
            Self::Reorganisation => "redressement judiciaire",
            Self::Liquidation => "liquidation judiciaire",
        }
    }
}

/// What the templates say beyond the claim.
struct Declared {
    debtor: Line,
    court: Line,
    proceedings: &'static str,
    opened_on: Day,
    due: Money,
    to_come: Money,
    total: Money,
    interest_goes_on: bool,
    security: Option<Line>,
    title: Option<Line>,
    pending_before: Option<Line>,
    retention_of_title: bool,
}

/// What the law grants before the judgment differs with who owes.
#[derive(Template)]
#[template(ext = "txt", escape = "none")]
enum Wording<'a> {
    #[template(path = "claim_declaration/business.txt")]
    Business { claim: &'a Claim<'a>, own: &'a Declared },
    #[template(path = "claim_declaration/consumer.txt")]
    Consumer { claim: &'a Claim<'a>, own: &'a Declared },
}

pub(crate) fn check(input: &Input, problems: &mut Vec<Problem>) {
    if input.debtor.kind == PartyKind::PublicBody {
        let message =
            "Une personne publique n’est jamais soumise à une procédure collective : adressez-lui une demande de paiement.";
        problems.push(problem(Code::NotApplicable, "debtor.kind", message));
        return;
    }
    if input.debtor.kind == PartyKind::Consumer && !input.debtor.address.is_in_alsace_moselle() {
        let message = "Un particulier n’a pas de procédure collective, sauf en Alsace-Moselle. S’il est en surendettement, répondez à la \
                       commission qui vous a écrit.";
        problems.push(problem(Code::NotApplicable, "debtor.kind", message));
        return;
    }
    let opened_on = input.penalties.insolvency_opened_on;
    match opened_on {
        None => {
            let message = "Indiquez le jour du jugement qui a ouvert la procédure collective : la créance est comptée à ce jour.";
            problems.push(problem(Code::MissingField, "penalties.insolvencyOpenedOn", message));
        }
        Some(day) if day > input.written_on => {
            let message = "Le jugement d’ouverture ne peut pas être postérieur à la déclaration.";
            problems.push(problem(Code::DateOutOfRange, "penalties.insolvencyOpenedOn", message));
        }
        Some(_) => {}
    }
    let none = ClaimDeclaration::default();
    let facts = input.facts.claim_declaration.as_ref().unwrap_or(&none);
    let field = |name: &str| format!("facts.claimDeclaration.{name}");
    if let Some(practitioner) = &facts.practitioner {
        practitioner.check(&field("practitioner"), problems);
    } else {
        let message =
            "Indiquez le mandataire judiciaire, ou le liquidateur, à qui la créance se déclare : l’annonce du BODACC le nomme.";
        problems.push(problem(Code::MissingField, field("practitioner"), message));
    }
    if facts.proceedings.is_none() {
        let message = "Indiquez quelle procédure est ouverte : sauvegarde, redressement ou liquidation judiciaire.";
        problems.push(problem(Code::MissingField, field("proceedings"), message));
    }
    if facts.court.as_deref().and_then(Line::some).is_none() {
        let message = "Indiquez le tribunal qui a ouvert la procédure, tel que l’annonce du BODACC le nomme.";
        problems.push(problem(Code::MissingField, field("court"), message));
    }
    if let (Some(published_on), Some(opened_on)) = (facts.published_on, opened_on)
        && published_on < opened_on
    {
        let message = "La publication au BODACC ne peut pas précéder le jugement d’ouverture.";
        problems.push(problem(Code::DateOutOfRange, field("publishedOn"), message));
    }
}

pub(crate) fn write(draft: &Draft<'_>) -> Form {
    let (input, claim) = (draft.input, &draft.claim);
    let none = ClaimDeclaration::default();
    let facts = input.facts.claim_declaration.as_ref().unwrap_or(&none);
    let opened_on = claim.statement.as_of;
    let (due, to_come) = (claim.statement.totals.total, claim.not_yet_due);
    let line = |text: &Option<String>| text.as_deref().and_then(Line::some);
    let own = Declared {
        debtor: mentions::full_name(&input.debtor),
        court: Line::new(facts.court.as_deref().unwrap_or_default()),
        proceedings: facts.proceedings.map(Proceedings::name).unwrap_or_default(),
        opened_on,
        due,
        to_come,
        total: due + to_come,
        interest_goes_on: facts.interest_goes_on,
        security: line(&facts.security),
        title: line(&facts.title),
        pending_before: line(&facts.pending_before),
        retention_of_title: facts.retention_of_title,
    };
    let text = wording::read(&match draft.addressee {
        Addressee::Consumer => Wording::Consumer { claim, own: &own },
        Addressee::Business | Addressee::PublicBody => Wording::Business { claim, own: &own },
    });
    Form {
        text,
        recipient: facts.practitioner.as_ref().map(Correspondent::printed),
        references: Some(references(input, facts, &own)),
        parts: vec![
            ("to-come", statement_table::to_come(&input.invoices, opened_on).into_iter().collect()),
            ("exhibits", vec![exhibits(input, claim)]),
        ],
        notes: notes(draft, facts),
        ..Form::default()
    }
}

fn references(input: &Input, facts: &ClaimDeclaration, own: &Declared) -> Vec<Item> {
    let number = input.debtor.company_number().map(|siren| format!(" (SIREN {})", siren.printed())).unwrap_or_default();
    let mut items = vec![
        ("Débiteur", format!("{}{number}", own.debtor)),
        ("Procédure", format!("{}, jugement du {}", own.proceedings, french::day(own.opened_on))),
        ("Tribunal", own.court.to_string()),
    ];
    items.extend(facts.register_number.as_deref().and_then(Line::some).map(|number| ("Numéro de rôle", number.into())));
    items.extend(facts.published_on.map(|day| ("Publication au BODACC", french::day(day))));
    items.into_iter().map(|(label, value)| Item { label: label.into(), value }).collect()
}

fn notes(draft: &Draft<'_>, facts: &ClaimDeclaration) -> Vec<Note> {
    let mut notes = vec![
        term(draft, facts),
        info(
            "declarationProof",
            "La date d’envoi compte, et c’est à vous de prouver l’envoi et son contenu : recommandé avec avis de réception, copie complète de \
             la déclaration et des pièces.",
        ),
        info(
            "declarationSignatory",
            "Signe le créancier ou son salarié ; tout autre que lui, sauf un avocat, joint un pouvoir écrit et spécial.",
        ),
        info(
            "declarationEffect",
            "La déclaration interrompt la prescription jusqu’à la clôture de la procédure. N’acceptez du débiteur aucun paiement de cette \
             créance : il pourrait être annulé.",
        ),
    ];
    if facts.interest_goes_on {
        notes.push(warning(
            "interestGoesOn",
            "Les intérêts ne continuent que pour un prêt d’un an ou plus, ou un paiement différé d’un an ou plus : une facture ordinaire n’en \
             est pas un. Vérifiez le contrat.",
        ));
    }
    if facts.security.is_some() {
        notes.push(warning(
            "securityProof",
            "Dites dans la déclaration quels biens garantissent la créance (l’assiette de la sûreté), et si elle garantit la dette d’un autre. Si elle \
             n’a pas été publiée, ajoutez sa date et joignez ce qui la prouve.",
        ));
    }
    if facts.retention_of_title {
        notes.push(warning(
            "retentionClaimedApart",
            "La déclaration ne suffit pas à reprendre les biens : revendiquez-les par une lettre séparée, dans son propre délai.",
        ));
    }
    let opened_on = draft.claim.statement.as_of;
    if draft.input.invoices.iter().any(|invoice| invoice.issued_on.is_some_and(|day| day > opened_on)) {
        notes.push(warning(
            "issuedAfterJudgment",
            "Une facture est postérieure au jugement : si le travail ou la livraison l’est aussi, elle ne se déclare pas ainsi mais se paie à \
             l’échéance. Vérifiez, et retirez-la au besoin.",
        ));
    }
    notes
}

/// By when the declaration must be sent (R622-24).
fn term(draft: &Draft<'_>, facts: &ClaimDeclaration) -> Note {
    let Some(published_on) = facts.published_on else {
        return warning(
            "declarationTerm",
            "Cherchez sur bodacc.fr le jour où le jugement a été publié : le délai pour envoyer la déclaration court depuis ce jour.",
        );
    };
    let months = |id: &str| (draft.law.number)(id, draft.claim.written_on).unwrap_or_default();
    let last_day = |months: u32| on_or_after(published_on.plus_months(months), Territory::France);
    let usual = months("claimDeclarationMonths");
    let distant = usual + months("claimDeclarationDistanceMonths");
    let (term, other) = if draft.input.creditor.address.is_abroad() { (distant, None) } else { (usual, Some(distant)) };
    if last_day(term) < draft.claim.written_on {
        return warning(
            "declarationLate",
            &format!(
                "Le délai pour déclarer est passé depuis le {}. Envoyez tout de même la déclaration et demandez au juge-commissaire un relevé de \
                 forclusion, au plus tard le {}.",
                french::day(last_day(term)),
                french::day(last_day(months("foreclosureReliefMonths")))
            ),
        );
    }
    let other = other
        .map(|distant| {
            format!(
                " Un créancier établi hors du territoire du tribunal (étranger, outre-mer) a jusqu’au {}.",
                french::day(last_day(distant))
            )
        })
        .unwrap_or_default();
    warning(
        "declarationTerm",
        &format!(
            "Envoyez cette déclaration au plus tard le {} : après, la créance est écartée de la procédure.{other}",
            french::day(last_day(term))
        ),
    )
}
