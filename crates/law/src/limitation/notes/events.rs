//! What the events call for.

use super::Remarks;
use crate::EventKind;
use crate::limitation::input::{ClaimKind, Input};
use crate::limitation::span::Length;
use crate::limitation::track::Track;

/// What the events call for.
pub(super) fn events(input: &Input, track: &Track<'_>, remarks: &mut Remarks) {
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
