//! Remarks on a limitation: what was assumed, what was left out, and the traps the facts meet.

use super::input::{ClaimKind, Input};
use super::period::{Field, Period};
use super::span::{Length, Span};
use super::timeline::{self, Fact};
use super::track::{Plea, Reading, Track};
use super::{Limitation, Term, limitation};
use crate::order::{in_order, rank};
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
    (track, arguable): (&Track<'_>, &Track<'_>),
    result: &Limitation,
) -> Remarks {
    let mut remarks = Remarks::default();
    if input.claim == ClaimKind::Unknown {
        unknown_claim(input, reference, &mut remarks);
    }
    start(input, period, &mut remarks);
    reforms(reference, period, track, &mut remarks);
    if let (Some(term), Some(plea)) = (&result.arguable, arguable.plea) {
        pleaded(term, plea, &mut remarks);
    }
    claim_kind(input, period, &mut remarks);
    events(input, track, &mut remarks);
    end(input, facts, track, result, &mut remarks);
    ignored(input, result, &mut remarks);
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
    let mut known: Vec<(Option<Day>, &str)> = Vec::new();
    let mut lacking: Vec<&str> = Vec::new();
    for (claim, name) in KINDS {
        let meant = Input { claim, agreed_years: None, ..input.clone() };
        match limitation(&meant, reference) {
            Ok(result) => known.push((result.cautious.last_day, name)),
            Err(_) => lacking.push(name),
        }
    }
    let known = in_order(known, |(day, _)| day.map_or(0, |day| rank(day, 0)));
    let mut message =
        "Le type de créance n’est pas connu\u{a0}: le délai le plus court est retenu par prudence. Selon ce qu’est la \
                       créance, le dernier jour serait\u{a0}: "
            .to_owned();
    for (index, (day, name)) in known.iter().enumerate() {
        let same_day = index > 0 && known[index - 1].0 == *day;
        if same_day {
            message.push_str(", ");
        } else {
            if index > 0 {
                message.push_str(")\u{202f}; ");
            }
            message.push_str(&day.map_or_else(|| "procédure en cours".to_owned(), french::day));
            message.push_str(" (");
        }
        message.push_str(name);
    }
    message.push_str("). Un titre exécutoire a son propre délai, plus long.");
    if !lacking.is_empty() {
        message.push_str(" Faute de la date qu’il faut, rien n’est calculé pour\u{a0}: ");
        message.push_str(&lacking.join(", "));
        message.push('.');
    }
    remarks.warn("claimUnknown", message, &["ccom-l110-4", "cciv-2224", "cconso-l218-2", "loi-68-1250-1"]);
}

/// From when the period runs.
fn start(input: &Input, period: &Period, remarks: &mut Remarks) {
    let both_dates = Field::PerformedOn.is_used_by(input.claim) && Field::DueOn.is_used_by(input.claim);
    if both_dates && input.performed_on.is_none() {
        remarks.warn(
            "completionUnknown",
            "La date de fin de la prestation ou de la livraison n’est pas indiquée. Si elle est antérieure à l’échéance, le délai \
             a pu commencer à courir plus tôt, et se terminer plus tôt.",
            &["cass-com-2020-02-26-18-25.036", "cass-civ1-2021-05-19-20-12.520"],
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
}

/// What a law newer than the claim, or than its title, made of the period.
fn reforms(reference: &Reference, period: &Period, track: &Track<'_>, remarks: &mut Remarks) {
    if period.older_than_text {
        remarks.warn(
            "beforeReform",
            "La créance est plus ancienne que le texte qui fixe ce délai. La date est calculée comme s’il s’appliquait dès \
             l’origine\u{202f}; des règles de transition peuvent la repousser.",
            &["cciv-2222"],
        );
        return;
    }
    let changed = |span: &Span, from: Day| {
        let own = span.on(from).length;
        span.after(from).find(|step| step.length != own).map(|step| (own, step))
    };
    let of_claim = changed(&period.span, period.opened_on);
    let of_title = || changed(&period.title, track.starts_on).filter(|_| track.granted);
    let mut message = String::new();
    if let Some((old, new)) = of_claim.or_else(of_title) {
        message = format!(
            "Le délai était de {}. Il est de {} depuis le {}\u{a0}: le nouveau court de ce jour, sans que le tout dépasse l’ancien. ",
            old.words(),
            new.length.words(),
            french::day(new.from)
        );
    }
    let history = reference.figure(period.figure).filter(|_| !period.agreed);
    let old = history.and_then(|figure| figure.begun_by(period.opened_on).filter(|row| Some(*row) != figure.last()));
    message.push_str(old.and_then(|row| row.note.as_deref()).unwrap_or_default());
    if !message.is_empty() {
        remarks.warn("beforeReform", message.trim_end(), &["cciv-2222"]);
    }
}

/// Which rule makes the arguable date differ.
fn pleaded(term: &Term, plea: Plea, remarks: &mut Remarks) {
    let (rule, sources): (&str, &[&'static str]) = match plea {
        Plea::DueDate => (
            "Si le délai se compte de l’échéance convenue, et non de la fin de la prestation ou de la livraison",
            &["cass-com-2020-02-26-18-25.036", "cciv-2233"],
        ),
        Plea::PlanTerm => ("Si le délai de chaque somme se compte de son terme dans l’échéancier signé", &["cciv-2233"]),
        Plea::Waiver => ("Si le débiteur a renoncé sans équivoque à la prescription déjà acquise", &["cciv-2251"]),
    };
    let until = term.last_day.map_or_else(
        || "une procédure l’empêche de se terminer".to_owned(),
        |day| format!("il court jusqu’au {}", french::day(day)),
    );
    let message = format!("{rule}, {until}. Ne vous en servez pas pour attendre\u{a0}: un juge peut refuser cette lecture.");
    remarks.inform("arguableDate", message, sources);
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
            "Une réclamation écrite peut suspendre ce délai jusqu’à ce que le transporteur la rejette par écrit\u{202f}; c’est \
             surtout vrai des demandes faites contre lui. Par prudence, elle n’est pas comptée.",
            &["cmr-32"],
        ),
        ClaimKind::Carriage => remarks.inform(
            "carriageScope",
            "Ce délai ne vaut pas en cas de fraude. Pour un transport fait pour l’État, il court de la notification de la \
             décision qui fixe la somme due.",
            &["ccom-l133-6"],
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
                period.span.on(input.as_of).length.words()
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
                track.span.on(input.as_of).length.words()
            ),
            &["cpce-l111-4"],
        );
    }
    let acknowledged =
        input.events.iter().any(|event| matches!(event.kind, EventKind::Acknowledgment | EventKind::PaymentPlanSigned));
    let separate_act = match input.claim {
        ClaimKind::AcceptedBill | ClaimKind::EndorsedBill => Some("ccom-l511-78"),
        ClaimKind::Cheque => Some("cmf-l131-60"),
        _ => None,
    };
    if let (true, Some(source)) = (acknowledged, separate_act) {
        remarks.inform(
            "separateAcknowledgment",
            "Une dette reconnue par un acte séparé échappe à ce délai court pour celui du droit commun, plus long. Par prudence, \
             le délai court est gardé.",
            &[source],
        );
    }
    if input.claim == ClaimKind::Public && input.events.iter().any(|event| event.kind == EventKind::Mediation) {
        let most = Length::Months(track.period.longest_mediation.unwrap_or_default()).words();
        remarks.warn(
            "publicMediation",
            format!("Avec une personne publique, une médiation ne suspend le délai que {most} au plus\u{a0}: après, il court à nouveau."),
            &["loi-68-1250-2-1"],
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
            format!(
                "Une reconnaissance ou une suspension ne repousse plus le délai au-delà du {}, vingt ans après la naissance du droit.",
                french::day(stop)
            ),
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
    local_holidays(last, input.place, remarks);
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

/// Which holidays of the place were taken for sure.
fn local_holidays(last: Day, place: Territory, remarks: &mut Remarks) {
    let moved = working_day::on_or_before(last, place) != working_day::on_or_before(last, Territory::France);
    let message = match place {
        Territory::AlsaceMoselle if moved => {
            "Le Vendredi saint et le 26 décembre sont tenus pour fériés par prudence\u{202f}; le premier ne l’est que dans certaines communes."
        }
        Territory::Overseas => {
            "Le territoire d’outre-mer n’est pas précisé\u{a0}: les jours de l’abolition de l’esclavage de tous les territoires sont \
             tenus pour fériés. Vérifiez aussi les autres fêtes locales."
        }
        _ => return,
    };
    remarks.inform("localHolidays", message, place.sources());
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
fn ignored(input: &Input, result: &Limitation, remarks: &mut Remarks) {
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
        ("until", "la fin de certains événements", timeline::some_end_ignored(input, &result.timeline)),
        ("outcome", "l’issue de certains événements", timeline::some_outcome_ignored(input)),
    ];
    for (field, name, ignored) in facts {
        if ignored {
            let message = format!("Pour cette créance, {name} ne change pas le délai\u{a0}: ce n’est pas compté.");
            remarks.inform(&format!("{field}Ignored"), message, &[]);
        }
    }
    if unused(input.agreed_years.is_some(), Field::AgreedYears) {
        let (why, source) = match input.claim {
            ClaimKind::Consumer => ("Un contrat ne peut pas changer le délai contre un consommateur", "cconso-l218-1"),
            ClaimKind::ResidentialRent | ClaimKind::CommercialRent => (
                "Un contrat ne peut pas changer le délai d’un loyer ni d’une somme payable par année ou à des termes plus courts",
                "cciv-2254",
            ),
            _ => ("Une durée convenue n’est comptée ici qu’entre entreprises", "cciv-2254"),
        };
        remarks.warn("agreedYearsIgnored", format!("{why}\u{a0}: la durée indiquée n’est pas comptée."), &[source]);
    }
}
