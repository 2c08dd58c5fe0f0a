//! How the period ends, and how little of it is left.

use super::Remarks;
use crate::limitation::Limitation;
use crate::limitation::input::{ClaimKind, Input};
use crate::limitation::span::Length;
use crate::limitation::timeline::{self, Fact};
use crate::limitation::track::{Reading, Track};
use crate::working_day::{self, Territory};
use crate::{Day, french};

/// Below so many months left, the reader is told what still stops the clock. Ours to choose: no text sets it.
const SOON_MONTHS: u32 = 3;

/// How the period ends.
pub(super) fn end(input: &Input, facts: &[Fact<'_>], track: &Track<'_>, result: &Limitation, remarks: &mut Remarks) {
    if let Some(stop) = track.period.long_stop.filter(|_| track.stopped_short) {
        remarks.warn(
            "longStopReached",
            format!(
                "Une reconnaissance ou une suspension ne repousse plus le délai au-delà du {}, trop loin de la naissance du droit.",
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
                "Une demande écrite de paiement, adressée à l’administration au plus tard ce jour et dont vous gardez la preuve, fait \
                 repartir le délai.",
                "loi-68-1250-2",
            ),
            ClaimKind::InsurancePremium => (
                "Une lettre recommandée de l’assureur avec avis de réception, envoyée au plus tard ce jour, fait repartir le délai.",
                "cassur-l114-2",
            ),
            ClaimKind::EnforceableTitle => (
                "Un acte d’exécution fait par un commissaire de justice au plus tard ce jour fait repartir le délai.",
                "cciv-2244",
            ),
            _ => (
                "Ni relance, ni mise en demeure, ni requête en injonction de payer n’arrêtent le délai\u{a0}: il faut une \
                 assignation signifiée, ou une reconnaissance écrite du débiteur, au plus tard ce jour.",
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
