//! CPC 1405 to 1408, 54 and 57: the request for a payment order says who asks whom for what, with an exact account, its ground and the list
//! of exhibits, and asks that the case go on before the court if the debtor opposes.

use askama::Template;
use dument_law::penalties::Rate;
use dument_law::problem::Problem;
use dument_law::reading::Read;
use dument_law::{Code, Day, Note, PartyKind, french};
use serde::{Deserialize, Serialize};

use super::{Draft, Form};
use crate::advice::{info, warning};
use crate::claim::Claim;
use crate::correspondent::Correspondent;
use crate::document::{Block, Item};
use crate::exhibits::exhibits;
use crate::input::{Addressee, Input};
use crate::line::Line;
use crate::mentions;
use crate::party::Party;
use crate::refusal::problem;
use crate::wording::{self, filters};

/// The months that an order may take to come: no text sets them.
const MONTHS_TO_THE_ORDER: u32 = 3;

/// What a request for a payment order says besides the claim.
#[doc(alias = "requête en injonction de payer")]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase", default)]
pub struct PaymentOrderRequest {
    /// The court of the debtor’s place, with the address of its registry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub court: Option<Correspondent>,
    /// The contract the claim comes from, such as « Devis no 112 accepté le 3 mars 2026 ».
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contract: Option<String>,
    /// The court that should judge if the debtor opposes; by default the one asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub court_upon_opposition: Option<String>,
    /// Of a creditor who is a natural person: the profession (CPC 54).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub profession: Option<String>,
    /// Of a creditor who is a natural person: the nationality (CPC 54).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nationality: Option<String>,
    /// Of a creditor who is a natural person: the day of birth (CPC 54).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub born_on: Option<Day>,
    /// Of a creditor who is a natural person: the place of birth (CPC 54).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub born_in: Option<String>,
}

/// What the templates say beyond the claim.
struct Request {
    debtor: Line,
    debtor_town: Line,
    contract: Option<Line>,
    court_upon_opposition: Line,
}

/// What the law allows differs with who owes.
#[derive(Template)]
#[template(ext = "txt", escape = "none")]
enum Wording<'a> {
    #[template(path = "payment_order_request/business.txt")]
    Business { claim: &'a Claim<'a>, own: &'a Request },
    #[template(path = "payment_order_request/consumer.txt")]
    Consumer { claim: &'a Claim<'a>, own: &'a Request },
}

/// The courts that may order a debtor to pay (CPC 1406, C. com. L721-3).
#[derive(Clone, Copy, PartialEq, Eq)]
enum Forum {
    Commercial,
    /// The act is commercial for the debtor alone: the creditor chooses.
    Choice,
    Civil,
}

impl Forum {
    fn of(input: &Input) -> Self {
        let is_commercial = |kind| matches!(kind, PartyKind::Company | PartyKind::SoleTrader | PartyKind::Craftsman);
        match (is_commercial(input.debtor.kind), is_commercial(input.creditor.kind)) {
            (true, true) => Self::Commercial,
            (true, false) => Self::Choice,
            (false, _) => Self::Civil,
        }
    }

    /// Whether a court of this name can’t be the right one.
    fn excludes(self, court: &str) -> bool {
        let court = court.to_lowercase();
        let names_commerce = ["commerc", "activités économiques"].iter().any(|word| court.contains(word));
        match self {
            Self::Commercial => !names_commerce,
            Self::Choice => false,
            Self::Civil => names_commerce,
        }
    }
}

pub(crate) fn check(input: &Input, problems: &mut Vec<Problem>) {
    if input.debtor.kind == PartyKind::PublicBody {
        let message = "Une injonction de payer ne se demande jamais contre une personne publique : adressez-lui une demande de paiement, puis \
                       saisissez au besoin le tribunal administratif.";
        problems.push(problem(Code::NotApplicable, "debtor.kind", message));
        return;
    }
    if input.debtor.address.is_abroad() {
        let message = "L’injonction de payer française ne vaut que contre un débiteur établi en France. Dans l’Union européenne, demandez une \
                       injonction de payer européenne.";
        problems.push(problem(Code::NotApplicable, "debtor.address.country", message));
        return;
    }
    if let Some(court) = input.facts.payment_order_request.as_ref().and_then(|facts| facts.court.as_ref()) {
        court.check("facts.paymentOrderRequest.court", problems);
    } else {
        let message = "Indiquez le tribunal du siège ou du domicile du débiteur, avec l’adresse de son greffe : justice.fr le donne par ville.";
        problems.push(problem(Code::MissingField, "facts.paymentOrderRequest.court", message));
    }
}

pub(crate) fn write(draft: &Draft<'_>) -> Form {
    let (input, claim) = (draft.input, &draft.claim);
    let none = PaymentOrderRequest::default();
    let facts = input.facts.payment_order_request.as_ref().unwrap_or(&none);
    let court = facts.court.as_ref().map(|court| court.name.as_str()).unwrap_or_default();
    let own = Request {
        debtor: mentions::full_name(&input.debtor),
        debtor_town: Line::new(&input.debtor.address.town),
        contract: facts.contract.as_deref().and_then(Line::some),
        court_upon_opposition: facts.court_upon_opposition.as_deref().and_then(Line::some).unwrap_or_else(|| Line::new(court)),
    };
    let text = wording::read(&match draft.addressee {
        Addressee::Consumer => Wording::Consumer { claim, own: &own },
        Addressee::Business | Addressee::PublicBody => Wording::Business { claim, own: &own },
    });
    Form {
        text,
        recipient: facts.court.as_ref().map(Correspondent::printed),
        references: Some(Vec::new()),
        parts: vec![
            ("applicant", vec![applicant(input, facts)]),
            ("defendant", vec![defendant(&input.debtor)]),
            ("exhibits", vec![exhibits(input, claim)]),
        ],
        notes: notes(draft, facts, court),
        ..Form::default()
    }
}

/// Who asks (CPC 54, 3°).
fn applicant(input: &Input, facts: &PaymentOrderRequest) -> Block {
    let creditor = &input.creditor;
    let mut items = identity(creditor);
    let line = |text: &Option<String>| text.as_deref().and_then(Line::some).map(String::from);
    if creditor.is_sole_proprietor() {
        items.extend(line(&facts.profession).map(|profession| ("Profession", profession)));
        items.extend(line(&facts.nationality).map(|nationality| ("Nationalité", nationality)));
        let birth = [facts.born_on.map(french::day), line(&facts.born_in)];
        let birth: Vec<String> = birth.into_iter().flatten().collect();
        items.extend((!birth.is_empty()).then(|| ("Date et lieu de naissance", birth.join(", "))));
    } else if let Some(signatory) = &creditor.signatory {
        let capacity = signatory.capacity.as_deref().map(|capacity| format!(", {capacity}")).unwrap_or_default();
        items.push(("Représentant légal", Line::new(&format!("{}{capacity}", signatory.name)).into()));
    }
    facts_block("Demandeur", items)
}

/// Against whom (CPC 57).
fn defendant(debtor: &Party) -> Block {
    facts_block("Défendeur", identity(debtor))
}

fn identity(party: &Party) -> Vec<(&'static str, String)> {
    let (name, seat) =
        if party.is_natural_person() { ("Nom et prénoms", "Domicile") } else { ("Dénomination et forme", "Siège") };
    let address: Vec<String> = party.address.printed().into_iter().map(String::from).collect();
    let mut items = vec![(name, mentions::full_name(party).into()), (seat, address.join(", "))];
    items.extend(mentions::registration(party).map(|registration| ("Immatriculation", registration)));
    items
}

fn facts_block(title: &str, items: Vec<(&str, String)>) -> Block {
    let items = items.into_iter().map(|(label, value)| Item { label: label.into(), value }).collect();
    Block::Facts { title: title.into(), items }
}

fn notes(draft: &Draft<'_>, facts: &PaymentOrderRequest, court: &str) -> Vec<Note> {
    let input = draft.input;
    let mut notes = vec![competence(input, court)];
    notes.extend(identity_missing(&input.creditor, facts));
    if facts.contract.is_none() || input.facts.enclosures.is_empty() {
        notes.push(warning(
            "proofOfContract",
            "La créance doit venir d’un contrat et son montant être déterminé. Le juge ne voit que les pièces : ajoutez le devis ou la commande \
             acceptés, le bon de livraison ou le procès-verbal, la mise en demeure.",
        ));
    }
    if draft.claim.statement.totals.extra_costs.is_positive() {
        notes.push(warning(
            "extraCostsInOrder",
            "Le juge peut écarter les frais qui dépassent l’indemnité forfaitaire : leur montant ne résulte pas du contrat. Retirez-les si vous \
             voulez une ordonnance sans discussion.",
        ));
    }
    if draft.addressee == Addressee::Consumer && draft.claim.notice_received_on.is_none() {
        notes.push(info(
            "interestFromNotice",
            "Si le débiteur a déjà reçu une mise en demeure, indiquez quel jour : les intérêts sont dus depuis ce jour, et non depuis la \
             signification de l’ordonnance.",
        ));
    }
    // The order comes some months after the request: where the term is about to change, that of the order counts.
    let ordered_on = draft.claim.written_on.plus_months(MONTHS_TO_THE_ORDER);
    let number = |id: &str, on| i64::from((draft.law.number)(id, on).unwrap_or_default());
    notes.push(warning(
        "requestDoesNotInterrupt",
        &format!(
            "La requête n’interrompt pas la prescription : seule la signification de l’ordonnance par un commissaire de justice le fait. Elle doit \
             avoir lieu dans les {} de l’ordonnance, sinon tout est à refaire.",
            french::count(number("paymentOrderServiceMonths", ordered_on), "mois", "mois")
        ),
    ));
    notes.push(info(
        "noPriorAttempt",
        "Aucune tentative amiable préalable n’est exigée, même pour une petite somme : c’est l’avis de la Cour de cassation du 25 septembre 2025, \
         que les tribunaux suivent sans y être tenus.",
    ));
    notes.push(info(
        "requestForms",
        "Les formulaires Cerfa n° 12946 (tribunal de commerce) et n° 12948 (tribunal judiciaire) sont facultatifs : cette requête en tient lieu. \
         Un avocat n’est pas obligatoire.",
    ));
    if Forum::of(input) != Forum::Civil && !input.debtor.address.is_in_alsace_moselle() {
        notes.push(info(
            "requestFees",
            &format!(
                "Au tribunal de commerce, des frais de greffe sont à avancer dans les {} de la demande, sinon la requête tombe ; au tribunal \
                 judiciaire, elle est gratuite.",
                french::count(number("paymentOrderDepositDays", draft.claim.written_on), "jour", "jours")
            ),
        ));
    }
    notes
}

/// Which court seems competent, and whether the one named can’t be.
fn competence(input: &Input, court: &str) -> Note {
    let forum = Forum::of(input);
    let right = match forum {
        Forum::Commercial if input.debtor.address.is_in_alsace_moselle() => {
            "la chambre commerciale du tribunal judiciaire, parce que les deux parties sont commerçantes ou artisans, en Alsace-Moselle"
        }
        Forum::Commercial => {
            "le tribunal de commerce (tribunal des activités économiques dans certaines villes), parce que les deux parties sont commerçantes ou \
             artisans"
        }
        Forum::Choice => {
            "le tribunal de commerce ou le tribunal judiciaire, à votre choix : la dette est commerciale pour le débiteur seul"
        }
        Forum::Civil => "le tribunal judiciaire ou sa chambre de proximité, parce que le débiteur n’est ni commerçant ni artisan",
    };
    let place = Line::new(&input.debtor.address.town);
    let message = format!(
        "Le tribunal compétent semble être {right}. C’est celui du siège ou du domicile du débiteur ({place}), quoi que dise le contrat."
    );
    if forum.excludes(court) {
        warning("courtMismatch", &format!("Vérifiez le tribunal indiqué. {message}"))
    } else {
        info("courtOfTheDebtor", &message)
    }
}

/// What CPC 54 wants of the applicant and wasn't given: the request may be void without it, until it is completed.
fn identity_missing(creditor: &Party, facts: &PaymentOrderRequest) -> Option<Note> {
    let is_company = matches!(creditor.kind, PartyKind::Company | PartyKind::CivilCompany);
    let missing: Vec<&str> = if creditor.is_sole_proprietor() {
        [
            (facts.profession.is_none(), "votre profession"),
            (facts.nationality.is_none(), "votre nationalité"),
            (facts.born_on.is_none(), "votre date de naissance"),
            (facts.born_in.is_none(), "votre lieu de naissance"),
        ]
        .into_iter()
        .filter_map(|(lacks, what)| lacks.then_some(what))
        .collect()
    } else {
        [
            (is_company && creditor.form().is_none(), "la forme de votre société"),
            (creditor.signatory.is_none(), "le nom et la qualité de votre représentant légal"),
        ]
        .into_iter()
        .filter_map(|(lacks, what)| lacks.then_some(what))
        .collect()
    };
    (!missing.is_empty()).then(|| {
        warning(
            "applicantIncomplete",
            &format!(
                "Ajoutez {} : la loi l’exige dans la requête, à peine de nullité. Cela peut encore être complété tant que le juge n’a pas statué.",
                french::list(&missing)
            ),
        )
    })
}
