//! Remarks on a due date: what was assumed, what a missing fact would change, what the law leaves open.

use super::input::{AgreedTerm, Sector};
use super::term::{Facts, Maximum, Regime, Start};
use super::{EndOfMonth, PaymentTerms, ReadingName};
use crate::working_day::is_working_day;
use crate::{Day, Note, PartyKind, Place, PublicKind, french};

/// Remarks and the texts that they and the terms rest on.
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
pub(super) fn remarks(facts: &Facts<'_>, terms: &PaymentTerms, agreed: Option<Day>) -> Remarks {
    let maximum = facts.maximum();
    let mut remarks = Remarks { notes: Vec::new(), sources: rules(facts, maximum.as_ref(), agreed) };
    remarks.inform("rule", rule(facts, terms, maximum.as_ref(), agreed), &[]);
    assumed(facts, maximum.as_ref(), agreed, &mut remarks);
    agreement(facts, terms, agreed, &mut remarks);
    debtor(facts, &mut remarks);
    scope(facts, terms, maximum.as_ref(), &mut remarks);
    ignored(facts, maximum.as_ref(), agreed, &mut remarks);
    remarks
}

/// The texts that set the due date, the most telling first.
fn rules(facts: &Facts<'_>, maximum: Option<&Maximum>, agreed: Option<Day>) -> Vec<&'static str> {
    let mut sources = Vec::new();
    match facts.regime {
        Regime::Business if agreed.is_none() => sources.push("ccom-l441-10"),
        Regime::Consumer if agreed.is_none() => sources.push("cciv-1651"),
        _ => {}
    }
    sources.extend(maximum.map(|maximum| maximum.source));
    match facts.regime {
        Regime::Business if facts.input.periodic => sources.push("cgi-289"),
        Regime::Public => sources.extend(["ccp-l2192-10", "ccp-r2192-12"]),
        _ => {}
    }
    sources
}

/// How the due date is counted, with the dates and days of this invoice.
fn rule(facts: &Facts<'_>, terms: &PaymentTerms, maximum: Option<&Maximum>, agreed: Option<Day>) -> String {
    let due = french::day(terms.due_on);
    let invoice = from(facts, Start::Invoice);
    let term = |days: u32| french::count(i64::from(days), "jour", "jours");
    let longest = maximum.map(|maximum| format!("{} {}", term(facts.number(maximum.days)), from(facts, maximum.start)));
    let counted = match facts.input.agreed {
        Some(AgreedTerm::Days { days }) => format!("{} {invoice}", term(days)),
        Some(AgreedTerm::EndOfMonth { days, reading }) => match reading {
            Some(EndOfMonth::ThenEnd) => format!("{} {invoice}, puis la fin du mois", term(days)),
            Some(EndOfMonth::EndThen) => {
                format!("{} après la fin du mois du {}", term(days), french::day(facts.start(Start::Invoice)))
            }
            None => format!("{} «\u{a0}fin de mois\u{a0}» {invoice}", term(days)),
        },
        Some(AgreedTerm::Date { .. }) => "la date convenue".to_owned(),
        Some(AgreedTerm::None) | None => String::new(),
    };
    let allowed = |longest: &str| {
        let latest = french::day(terms.lawful_due_on);
        let or_more =
            if maximum.is_some_and(|maximum| maximum.end_of_month.is_some()) { " ou la fin de mois permise" } else { "" };
        format!(" La loi permet au plus {longest}{or_more}\u{a0}: le {latest}.")
    };
    match (agreed, longest) {
        (Some(_), None) => format!("L’échéance convenue est le {due}\u{a0}: {counted}."),
        (Some(agreed), Some(longest)) => {
            format!("L’échéance convenue est le {}\u{a0}: {counted}.{}", french::day(agreed), allowed(&longest))
        }
        (None, None) => format!("Sans délai convenu, un particulier paie à la livraison ou à la fin du travail\u{a0}: le {due}."),
        (None, Some(longest)) if facts.regime == Regime::Public => {
            format!("La loi donne à cette administration {longest}\u{a0}: l’échéance est le {due}.")
        }
        (None, Some(longest)) => {
            let usual = facts.start(Start::Delivery).plus_days(facts.number("termDefault")).max(facts.input.issued_on);
            let used = if usual == terms.due_on {
                format!("{} {}", term(facts.number("termDefault")), from(facts, Start::Delivery))
            } else {
                longest
            };
            format!("Sans délai convenu, la loi donne {used}\u{a0}: l’échéance est le {due}.")
        }
    }
}

/// « après la facture du 15 janvier 2026 »
fn from(facts: &Facts<'_>, start: Start) -> String {
    let day = french::day(facts.start(start));
    match start {
        Start::Invoice if facts.regime == Regime::Public => {
            format!("après le {day} (réception de la facture ou, plus tard, fin du travail)")
        }
        Start::Invoice if facts.start(start) != facts.input.issued_on => format!("après le dédouanement du {day}"),
        Start::Invoice => format!("après la facture du {day}"),
        Start::Delivery => format!("après la livraison ou la fin du travail, le {day}"),
        Start::Decade => format!("après la décade de livraison, finie le {day}"),
        Start::DeliveryMonth => format!("après le mois de livraison, fini le {day}"),
    }
}

/// Facts that were not given.
fn assumed(facts: &Facts<'_>, maximum: Option<&Maximum>, agreed: Option<Day>, remarks: &mut Remarks) {
    let input = facts.input;
    if input.agreed.is_none() {
        let message = if facts.regime == Regime::Consumer {
            "L’échéance convenue n’est pas indiquée\u{a0}: rien n’est supposé convenu. Si le devis signé ou le contrat fixe un délai, \
             c’est lui qui compte."
                .to_owned()
        } else {
            let latest = maximum.map_or(input.issued_on, |maximum| facts.last_day(maximum));
            format!(
                "L’échéance convenue n’est pas indiquée\u{a0}: rien n’est supposé convenu. Si un contrat, un devis signé ou des \
                 conditions acceptées fixent un délai, c’est lui qui compte, jusqu’au {} au plus tard.",
                french::day(latest)
            )
        };
        remarks.warn("agreementUnknown", message, &[]);
    }
    if input.delivered_on.is_none() && counts_delivery(facts, maximum, agreed) {
        remarks.warn(
            "deliveryUnknown",
            "La date de livraison ou de fin du travail n’est pas indiquée\u{a0}: celle de la facture est prise à sa place. Si c’était \
             un autre jour, l’échéance change d’autant.",
            &[],
        );
    }
    if facts.regime == Regime::Public && input.received_on.is_none() {
        let days = i64::from(facts.number("termPublicReceipt"));
        let message = format!(
            "La date de réception de la facture par l’administration n’est pas indiquée\u{a0}: elle est présumée reçue {} après sa \
             date. Si elle l’a été plus tard, l’échéance recule d’autant\u{a0}; sur Chorus Pro, prenez la date de mise à disposition.",
            french::count(days, "jour", "jours")
        );
        remarks.warn("receiptUnknown", message, &["ccp-r2192-14"]);
    }
    let born = facts.start(Start::Delivery);
    if agreed.is_none() && facts.regime != Regime::Public && input.delivered_on.is_some() {
        let usual = if facts.regime == Regime::Consumer { 0 } else { facts.number("termDefault") };
        if born.plus_days(usual) < input.issued_on {
            remarks.inform(
                "dueBeforeInvoice",
                "Le délai de la loi, compté de la livraison, finit avant la facture\u{a0}: l’échéance est la date de la facture, car \
                 les pénalités ne peuvent courir avant elle.",
                &["ca-paris-2023-04-17-21-09965"],
            );
        }
    }
}

/// Whether the day of delivery decides the result.
fn counts_delivery(facts: &Facts<'_>, maximum: Option<&Maximum>, agreed: Option<Day>) -> bool {
    let by_maximum = maximum.is_some_and(|maximum| maximum.start != Start::Invoice);
    agreed.is_none() || by_maximum || facts.regime == Regime::Public || facts.overseas()
}

/// What was agreed, and what the law makes of it.
fn agreement(facts: &Facts<'_>, terms: &PaymentTerms, agreed: Option<Day>, remarks: &mut Remarks) {
    if let Some((days, None)) = facts.end_of_month {
        let date = |name| terms.readings.iter().find(|reading| reading.name == name).map_or(terms.due_on, |found| found.due_on);
        let message = format!(
            "«\u{a0}{} fin de mois\u{a0}» se compte de deux façons, admises toutes deux\u{a0}: les jours puis la fin du mois, le {}\u{a0}; \
             ou la fin du mois puis les jours, le {}. Le contrat doit dire laquelle\u{a0}; sinon, la plus tardive est retenue par \
             prudence.",
            french::count(i64::from(days), "jour", "jours"),
            french::day(date(ReadingName::ThenEnd)),
            french::day(date(ReadingName::EndThen)),
        );
        remarks.warn("endOfMonthReading", message, &["dgccrf-delais-de-paiement", "cepc-computation-des-delais"]);
    }
    let general = facts.regime == Regime::Business && facts.input.sector == Sector::General && !facts.input.periodic;
    if facts.end_of_month.is_some() && general && terms.lawful {
        remarks.inform(
            "endOfMonthInWriting",
            "Un délai «\u{a0}fin de mois\u{a0}» ne vaut que s’il est écrit dans le contrat et n’est pas manifestement abusif pour vous.",
            &["ccom-l441-10"],
        );
    }
    let Some(agreed) = agreed else { return };
    if facts.regime == Regime::Consumer {
        remarks.inform(
            "noLegalMaximum",
            "Face à un particulier, la loi ne fixe pas de délai maximal\u{a0}: c’est ce qui est convenu qui compte.",
            &[],
        );
    }
    if terms.lawful {
        return;
    }
    let (convened, latest) = (french::day(agreed), french::day(terms.lawful_due_on));
    if facts.regime == Regime::Public {
        let message = format!(
            "L’échéance convenue, le {convened}, dépasse le maximum de la loi, le {latest}. Le contrat peut raccourcir le délai d’une \
             administration, jamais l’allonger\u{a0}: les intérêts moratoires courent de plein droit après le {latest}. Il n’y a pas \
             d’amende."
        );
        return remarks.warn("publicTermTooLong", message, &["ccp-l2192-10", "ccp-l2192-13"]);
    }
    let message = format!(
        "L’échéance convenue, le {convened}, dépasse le maximum de la loi, le {latest}. De quel jour les pénalités courent alors \
         n’est pas tranché\u{a0}: comptez-les par prudence après le {convened}. Demander aussi celles \
         d’après le {latest} se plaide, mais un juge peut le refuser."
    );
    remarks.warn("termTooLong", message, &["ccom-l441-16"]);
    let is_date = matches!(facts.input.agreed, Some(AgreedTerm::Date { .. }));
    let end_of_month = facts.end_of_month_day(facts.number("termEndOfMonth"), None);
    if general && is_date && agreed <= end_of_month {
        let message = format!(
            "Cette échéance serait permise si le contrat prévoit par écrit {} fin de mois\u{a0}: le dernier jour serait alors le {}.",
            french::count(i64::from(facts.number("termEndOfMonth")), "jour", "jours"),
            french::day(end_of_month)
        );
        remarks.warn("lawfulIfEndOfMonth", message, &["ccom-l441-10", "dgccrf-delais-de-paiement"]);
    }
}

/// What the debtor is and where.
fn debtor(facts: &Facts<'_>, remarks: &mut Remarks) {
    let debtor = &facts.input.debtor;
    match (facts.regime, debtor.public_kind) {
        (Regime::Public, None) => {
            let term = |id| french::count(i64::from(facts.number(id)), "jour", "jours");
            let message = format!(
                "Le type d’administration n’est pas indiqué\u{a0}: {} sont retenus. Ce serait {} pour un hôpital public, {} pour une \
                 entreprise publique.",
                term("termPublic"),
                term("termPublicHospital"),
                term("termPublicUndertaking")
            );
            remarks.warn("publicKindUnknown", message, &["ccp-r2192-11"]);
        }
        (Regime::Public, Some(PublicKind::PublicUndertaking)) => remarks.inform(
            "publicUndertaking",
            "Une entreprise publique locale, telle une régie dotée de la personnalité morale, paie dans le délai des collectivités.",
            &["ccp-r2192-11", "ccp-r2192-10"],
        ),
        (_, Some(_)) if facts.regime != Regime::Public => remarks.inform(
            "publicKindIgnored",
            "Le débiteur n’est pas une personne publique\u{a0}: le type d’administration n’est pas compté.",
            &[],
        ),
        _ => {}
    }
    if debtor.kind == PartyKind::Association {
        remarks.warn(
            "associationProfessional",
            "L’association est supposée agir comme un professionnel. Sinon, la loi ne fixe pas de délai maximal, et sans accord le \
             prix est dû à la livraison.",
            &["ccom-l441-10", "cciv-1651"],
        );
    }
    if matches!(debtor.place, Place::Eu | Place::Denmark | Place::Abroad) {
        remarks.warn(
            "foreignDebtor",
            "Le client est établi hors de France\u{a0}: une autre loi peut régir le contrat, et d’autres délais. Ceux-ci valent si la \
             loi française s’applique.",
            &[],
        );
    }
    if facts.overseas() {
        let message = format!(
            "Pour des marchandises importées outre-mer, le délai ne part que du dédouanement au port d’arrivée\u{a0}; si elles sont \
             remises en métropole, du {}e\u{a0}jour qui suit. La date de livraison est prise pour ce jour. La Nouvelle-Calédonie et la \
             Polynésie française ont leurs propres règles.",
            facts.number("termOverseasInMainland")
        );
        remarks.warn("overseasStart", message, &["ccom-l441-13"]);
    }
}

/// When and to what the terms apply.
fn scope(facts: &Facts<'_>, terms: &PaymentTerms, maximum: Option<&Maximum>, remarks: &mut Remarks) {
    if let Some(message) = sector_condition(facts) {
        remarks.inform("sectorCondition", message, &[]);
    }
    if maximum.is_some_and(|maximum| !facts.in_force(maximum.days)) {
        remarks.warn(
            "olderInvoice",
            "La facture est plus ancienne que les textes connus ici\u{a0}: leurs délais sont appliqués comme s’ils avaient déjà été en \
             vigueur. Vérifiez ceux de l’époque.",
            &[],
        );
    }
    if !is_working_day(terms.due_on, facts.input.debtor.place.into()) {
        let message = format!(
            "Le {} n’est pas un jour ouvré\u{a0}: aucun texte ne reporte pour autant l’échéance d’une facture.",
            french::day(terms.due_on)
        );
        remarks.inform("dueOnRestDay", message, &[]);
    }
}

/// What else the term of a sector asks for.
fn sector_condition(facts: &Facts<'_>) -> Option<&'static str> {
    if facts.regime != Regime::Business {
        return None;
    }
    Some(match facts.input.sector {
        Sector::Export => {
            "Ce maximum ne vaut que pour des biens achetés en franchise de TVA et livrés en l’état hors de l’Union européenne, si le \
             contrat l’écrit, et jamais pour les achats d’une grande entreprise."
        }
        Sector::Wine => "Un accord interprofessionnel peut fixer un autre délai, comme en Champagne.",
        Sector::Perishable => {
            "Certains contrats pluriannuels de raisins ou de moûts, et les fruits et légumes cultivés sous contrat, ont un autre délai."
        }
        Sector::SnowSports => {
            "Ce maximum ne vaut que pour le solde de livraisons faites avant la saison à une entreprise saisonnière."
        }
        Sector::GardenMachinery | Sector::AgriculturalMachinery | Sector::Leather | Sector::Jewellery | Sector::Toys => {
            "Ce maximum ne vaut que pour les ventes d’un fournisseur à un distributeur spécialisé de la filière."
        }
        Sector::General | Sector::Meat | Sector::Spirits | Sector::Carriage => return None,
    })
}

/// Facts that were given and not used.
fn ignored(facts: &Facts<'_>, maximum: Option<&Maximum>, agreed: Option<Day>, remarks: &mut Remarks) {
    let input = facts.input;
    let business = facts.regime == Regime::Business;
    let unused = [
        ("receivedOn", "la date de réception de la facture", input.received_on.is_some() && facts.regime != Regime::Public),
        ("deliveredOn", "la date de livraison", input.delivered_on.is_some() && !counts_delivery(facts, maximum, agreed)),
        ("sector", "le secteur", input.sector != Sector::General && !business),
        (
            "periodic",
            "le caractère périodique de la facture",
            input.periodic && !(business && matches!(input.sector, Sector::General | Sector::Perishable)),
        ),
    ];
    for (field, name, ignored) in unused {
        if ignored {
            let message = format!("Ici, {name} ne change pas l’échéance\u{a0}: ce n’est pas compté.");
            remarks.inform(&format!("{field}Ignored"), message, &[]);
        }
    }
}
