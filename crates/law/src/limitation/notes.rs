//! Remarks on a limitation: what was assumed, what was left out, and the traps the facts meet.

use std::collections::BTreeMap;

use super::input::{ClaimKind, Input};
use super::period::{Field, Length, Period};
use super::timeline::{self, Fact};
use super::track::{Reading, Track};
use super::{Limitation, limitation};
use crate::working_day::{self, Territory};
use crate::{Day, EventKind, Note, Reference, french};

/// Below so many months left, the reader is told what still stops the clock. Ours to choose: no text sets it.
const SOON_MONTHS: u32 = 3;

/// Remarks and the texts they rest on.
#[derive(Default)]
pub(super) struct Remarks {
    pub(super) notes: Vec<Note>,
    pub(super) sources: Vec<&'static str>,
}

impl Remarks {
    fn warn(&mut self, code: &str, message: impl Into<String>, sources: &[&'static str]) {
        self.notes.push(Note::warning(code, message));
        self.sources.extend(sources);
    }

    fn inform(&mut self, code: &str, message: impl Into<String>, sources: &[&'static str]) {
        self.notes.push(Note::info(code, message));
        self.sources.extend(sources);
    }
}

/// Every remark that the facts and the result call for.
pub(super) fn remarks(
    input: &Input,
    reference: &Reference,
    period: &Period,
    facts: &[Fact<'_>],
    track: &Track<'_>,
    result: &Limitation,
) -> Remarks {
    let mut remarks = Remarks::default();
    if input.claim == ClaimKind::Unknown {
        unknown_claim(input, reference, &mut remarks);
    }
    start(input, period, result, &mut remarks);
    claim_kind(input, period, &mut remarks);
    events(input, track, &mut remarks);
    end(input, facts, track, result, &mut remarks);
    ignored(input, &mut remarks);
    remarks
}

/// What each kind of claim would give, with the dates there are.
fn unknown_claim(input: &Input, reference: &Reference, remarks: &mut Remarks) {
    const KINDS: [(ClaimKind, &str); 12] = [
        (ClaimKind::Cheque, "chèque"),
        (ClaimKind::Carriage, "transport de marchandises ou déménagement"),
        (ClaimKind::CarriageInternational, "transport international par route"),
        (ClaimKind::Telecom, "téléphone ou internet"),
        (ClaimKind::EndorsedBill, "lettre de change contre le tireur ou un endosseur"),
        (ClaimKind::Consumer, "client particulier"),
        (ClaimKind::InsurancePremium, "prime d’assurance"),
        (ClaimKind::ResidentialRent, "loyer d’un logement"),
        (ClaimKind::AcceptedBill, "lettre de change acceptée"),
        (ClaimKind::Public, "personne publique"),
        (ClaimKind::Business, "entreprise ou autre professionnel"),
        (ClaimKind::CommercialRent, "loyer commercial"),
    ];
    let mut by_day: BTreeMap<Option<Day>, Vec<&str>> = BTreeMap::new();
    for (claim, name) in KINDS {
        let meant = Input { claim, agreed_years: None, ..input.clone() };
        if let Ok(result) = limitation(&meant, reference) {
            by_day.entry(result.cautious.last_day).or_default().push(name);
        }
    }
    let readings: Vec<String> = by_day
        .into_iter()
        .map(|(day, names)| {
            let last = day.map_or_else(|| "procédure en cours".to_owned(), french::day);
            format!("{last} ({})", names.join(", "))
        })
        .collect();
    let message = format!(
        "Le type de créance n’est pas connu\u{a0}: le délai le plus court est retenu par prudence. Selon ce qu’est la créance, le \
         dernier jour serait\u{a0}: {}.",
        readings.join("\u{202f}; ")
    );
    remarks.warn("claimUnknown", message, &["ccom-l110-4", "cciv-2224", "cconso-l218-2", "loi-68-1250-1"]);
}

/// From when the period runs.
fn start(input: &Input, period: &Period, result: &Limitation, remarks: &mut Remarks) {
    let both_dates = Field::PerformedOn.is_used_by(input.claim) && Field::DueOn.is_used_by(input.claim);
    if both_dates && input.performed_on.is_none() {
        remarks.warn(
            "completionUnknown",
            "La date de fin de la prestation ou de la livraison n’est pas indiquée. Si elle est antérieure à l’échéance, le délai \
             a pu commencer à courir plus tôt, et se terminer plus tôt.",
            &["cass-com-2020-02-26-18-25.036", "cass-civ1-2021-05-19-20-12.520"],
        );
    }
    if let Some(arguable) = &result.arguable {
        let until = arguable.last_day.map_or_else(
            || "une procédure empêche le délai de se terminer".to_owned(),
            |day| format!("on pourrait soutenir que le délai court jusqu’au {}", french::day(day)),
        );
        remarks.inform(
            "arguableDate",
            format!(
                "Selon une autre lecture du droit, {until}. Ne vous en servez pas pour attendre\u{a0}: un juge peut la refuser."
            ),
            &["cass-com-2020-02-26-18-25.036", "cciv-2233"],
        );
    }
    if period.agreed {
        remarks.inform(
            "agreedPeriod",
            "La durée convenue ne vaut que si elle est écrite dans un contrat entre professionnels. Elle ne vaut ni pour des \
             loyers, ni pour les sommes payables par année ou à des termes plus courts.",
            &["cciv-2254"],
        );
    }
    if period.older_than_text {
        remarks.warn(
            "beforeReform",
            "La créance est plus ancienne que le texte qui fixe ce délai. La date est calculée comme s’il s’appliquait dès \
             l’origine\u{202f}; des règles de transition peuvent la repousser.",
            &["cciv-2222"],
        );
    }
}

/// What is special about the kind of claim.
fn claim_kind(input: &Input, period: &Period, remarks: &mut Remarks) {
    match input.claim {
        ClaimKind::Cheque => {
            if input.payable_in.is_none() {
                remarks.inform(
                    "payableInAssumed",
                    "Le lieu de paiement n’est pas indiqué\u{a0}: la France est retenue, qui donne la date la plus proche.",
                    &["cmf-l131-32"],
                );
            }
            remarks.inform(
                "underlyingClaim",
                "Ce délai est celui du chèque contre celui qui l’a signé. La facture qu’il devait payer garde son propre délai.",
                &["cmf-l131-59"],
            );
        }
        ClaimKind::AcceptedBill => remarks.inform(
            "underlyingClaim",
            "Ce délai est celui de la lettre de change contre celui qui l’a acceptée. La facture garde son propre délai.",
            &["ccom-l511-78"],
        ),
        ClaimKind::EndorsedBill => remarks.inform(
            "underlyingClaim",
            "Le délai est compté de l’échéance, comme pour une lettre de change sans frais\u{202f}; s’il y a eu protêt, il court du \
             protêt. La facture garde son propre délai.",
            &["ccom-l511-78"],
        ),
        ClaimKind::CarriageInternational => remarks.inform(
            "writtenClaim",
            "Une réclamation écrite peut suspendre ce délai jusqu’à son rejet par écrit. Par prudence, elle n’est pas comptée.",
            &["cmr-32"],
        ),
        ClaimKind::Telecom => remarks.inform(
            "telecomScope",
            "Ce délai vise l’abonnement et les communications, pas le matériel. La loi parle de sommes «\u{a0}réclamées\u{a0}» dans \
             l’année\u{a0}: le sens de ce mot est discuté, ne comptez pas sur une lettre.",
            &["cpostes-l34-2"],
        ),
        ClaimKind::EnforceableTitle => remarks.warn(
            "titleKind",
            format!(
                "Le délai de {} vaut pour une décision de justice ou un accord rendu exécutoire, et son jour de départ est \
                 discuté. Un acte notarié, ou le titre donné pour un chèque impayé, suit le délai de la créance elle-même\u{202f}; \
                 les intérêts échus après le titre ont le leur, plus court.",
                period.length.words()
            ),
            &["cpce-l111-4"],
        ),
        _ => {}
    }
}

/// What the events call for.
fn events(input: &Input, track: &Track<'_>, remarks: &mut Remarks) {
    if track.granted && input.claim != ClaimKind::Public {
        remarks.inform(
            "enforceableTitle",
            format!(
                "La décision obtenue est un titre\u{a0}: le principal peut être exécuté pendant {}, chaque acte d’exécution fait \
                 repartir ce délai, et les intérêts échus après la décision ont un délai plus court.",
                track.length.words()
            ),
            &["cpce-l111-4"],
        );
    }
    let future_end = input.events.iter().any(|event| {
        let plan = event.kind == EventKind::PaymentPlanSigned;
        !plan && event.on <= input.as_of && event.until.is_some_and(|until| until > input.as_of)
    });
    if future_end {
        remarks.inform(
            "futureEnd",
            "La fin indiquée pour une procédure ou une suspension est postérieure au jour du calcul\u{a0}: elle est tenue pour acquise.",
            &[],
        );
    }
}

/// How the period ends.
fn end(input: &Input, facts: &[Fact<'_>], track: &Track<'_>, result: &Limitation, remarks: &mut Remarks) {
    if let Some(stop) = track.period.long_stop.filter(|_| track.stopped_short) {
        remarks.warn(
            "longStopReached",
            format!("Reconnaissances et suspensions ne repoussent pas le délai au-delà du {}.", french::day(stop)),
            &["cciv-2232"],
        );
    }
    let Some(last) = result.cautious.last_day else { return still_pending(facts, track, remarks) };
    if result.cautious.expired {
        remarks.warn(
            "expired",
            format!(
                "Le délai s’est terminé le {}. Le débiteur peut désormais refuser de payer pour cette raison. Un paiement reçu \
                 reste acquis.",
                french::day(last)
            ),
            &["cciv-2229"],
        );
        return;
    }
    if let Some(why) = rest_day(last, input.place) {
        let act_before = working_day::on_or_before(last, input.place);
        remarks.warn(
            "lastDayNotWorking",
            format!(
                "Le dernier jour tombe {why}\u{a0}: il n’est pas reporté. Agissez au plus tard le {}.",
                french::day(act_before)
            ),
            &["cass-civ2-2016-04-07-15-12.960"],
        );
        remarks.sources.extend(input.place.sources());
    }
    if input.as_of.plus_months(SOON_MONTHS) > last {
        let (what_works, source) = match input.claim {
            ClaimKind::Public => (
                "Une demande écrite de paiement, adressée à l’administration avant ce jour et dont vous gardez la preuve, fait \
                 repartir le délai.",
                "loi-68-1250-2",
            ),
            ClaimKind::InsurancePremium => (
                "Une lettre recommandée de l’assureur avec avis de réception, envoyée avant ce jour, fait repartir le délai.",
                "cassur-l114-2",
            ),
            ClaimKind::EnforceableTitle => {
                ("Un acte d’exécution fait par un commissaire de justice avant ce jour fait repartir le délai.", "cciv-2244")
            }
            _ => (
                "Ni relance, ni mise en demeure, ni requête en injonction de payer n’arrêtent le délai\u{a0}: il faut une \
                 assignation signifiée, ou une reconnaissance écrite du débiteur, avant ce jour.",
                "cciv-2241",
            ),
        };
        remarks.warn("actSoon", format!("Il reste peu de temps. {what_works}"), &[source]);
    }
}

/// No last day yet, and what it would be if what is under way came to nothing.
fn still_pending(facts: &[Fact<'_>], track: &Track<'_>, remarks: &mut Remarks) {
    let mut otherwise = Track::new(track.period, Reading::Cautious);
    timeline::run(&timeline::without_open(facts), &mut otherwise);
    if let Some(day) = otherwise.last_day().filter(|_| track.interrupted()) {
        let message = format!(
            "Pas de dernier jour tant que la procédure est en cours. Si elle se terminait par un désistement, une péremption ou \
             un rejet, le dernier jour serait le {}.",
            french::day(day)
        );
        remarks.warn("pending", message, &["cciv-2242", "cciv-2243"]);
    } else {
        let message = format!(
            "Pas de dernier jour tant que la suspension dure. À sa fin, le délai reprendra pour ce qui restait, et pour {} au \
             moins.",
            Length::Months(track.period.after_suspension).words()
        );
        remarks.inform("pending", message, &["cciv-2238"]);
    }
}

/// « un dimanche », « un jour férié (Noël) »
fn rest_day(day: Day, place: Territory) -> Option<String> {
    match (working_day::holiday(day, place), day.weekday()) {
        (Some(name), _) => Some(format!("un jour férié ({name})")),
        (None, chrono::Weekday::Sat) => Some("un samedi".to_owned()),
        (None, chrono::Weekday::Sun) => Some("un dimanche".to_owned()),
        _ => None,
    }
}

/// Facts that were given and not used.
fn ignored(input: &Input, remarks: &mut Remarks) {
    let unused = |given: bool, field: Field| given && !field.is_used_by(input.claim);
    let facts = [
        ("dueOn", "la date d’échéance", unused(input.due_on.is_some(), Field::DueOn)),
        (
            "performedOn",
            "la date de fin de la prestation ou de la livraison",
            unused(input.performed_on.is_some(), Field::PerformedOn),
        ),
        ("concludedOn", "la date de conclusion du contrat", unused(input.concluded_on.is_some(), Field::ConcludedOn)),
        ("issuedOn", "la date d’émission", unused(input.issued_on.is_some(), Field::IssuedOn)),
        ("payableIn", "le lieu de paiement", unused(input.payable_in.is_some(), Field::PayableIn)),
        ("agreedYears", "la durée convenue", unused(input.agreed_years.is_some(), Field::AgreedYears)),
        ("until", "la fin de certains événements", timeline::some_end_ignored(input)),
        ("outcome", "l’issue de certains événements", timeline::some_outcome_ignored(input)),
    ];
    for (field, name, ignored) in facts {
        if ignored {
            let message = format!("Pour cette créance, {name} ne change pas le délai\u{a0}: ce n’est pas compté.");
            remarks.inform(&format!("{field}Ignored"), message, &[]);
        }
    }
}
