//! What is special about the kind of claim, or would be were it known.

use super::Remarks;
use crate::limitation::input::{ClaimKind, Input};
use crate::limitation::limitation;
use crate::limitation::period::Period;
use crate::order::{in_order, rank};
use crate::{Day, Reference, french};

/// What is special about the kind of claim.
pub(super) fn claim_kind(input: &Input, period: &Period, remarks: &mut Remarks) {
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

/// What each kind of claim would give, with the dates there are.
pub(super) fn unknown_claim(input: &Input, reference: &Reference, remarks: &mut Remarks) {
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
    let mut message = String::from(
        "Le type de créance n’est pas connu\u{a0}: le délai le plus court est retenu par prudence. Selon ce qu’est la créance, le \
         dernier jour serait\u{a0}: ",
    );
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
