//! From when the period runs, how long, and why another date can be pleaded.

use super::Remarks;
use crate::limitation::Term;
use crate::limitation::input::{ClaimKind, Input};
use crate::limitation::period::{Field, Period};
use crate::limitation::span::Span;
use crate::limitation::track::{Plea, Track};
use crate::{Day, Reference, french};

/// From when the period runs.
pub(super) fn start(input: &Input, period: &Period, remarks: &mut Remarks) {
    let both_dates = Field::PerformedOn.is_used_by(input.claim) && Field::DueOn.is_used_by(input.claim);
    if both_dates && input.performed_on.is_none() {
        remarks.warn(
            "completionUnknown",
            "La date de fin de la prestation ou de la livraison n’est pas indiquée. Si elle est antérieure à l’échéance, le délai \
             a pu commencer à courir plus tôt, et se terminer plus tôt.",
            match input.claim {
                ClaimKind::Public => &["loi-68-1250-1"],
                _ => &["cass-com-2020-02-26-18-25.036", "cass-civ1-2021-05-19-20-12.520"],
            },
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
pub(super) fn reforms(reference: &Reference, period: &Period, track: &Track<'_>, remarks: &mut Remarks) {
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
pub(super) fn pleaded(term: &Term, plea: Plea, remarks: &mut Remarks) {
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
