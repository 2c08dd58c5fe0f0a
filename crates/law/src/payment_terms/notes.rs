//! Remarks on a due date: what was assumed, what a missing fact would change, what the law leaves open.

use super::input::{AgreedTerm, Sector};
use super::term::{Facts, Longest, Maximum, Regime, Start, end_of_month};
use super::{EndOfMonth, PaymentTerms, ReadingName};
use crate::working_day::is_working_day;
use crate::{Day, Note, PartyKind, Place, PublicKind, YesNo, french};

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
    assumed(facts, terms, maximum.as_ref(), agreed, &mut remarks);
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
        Regime::Business if facts.is_periodic() => sources.push("cgi-289"),
        Regime::Public => sources.extend(["ccp-l2192-10", "ccp-r2192-12"]),
        _ => {}
    }
    sources
}

/// How the due date is counted, with the dates and days of this invoice.
fn rule(facts: &Facts<'_>, terms: &PaymentTerms, maximum: Option<&Maximum>, agreed: Option<Day>) -> String {
    let due = french::day(terms.due_on);
    let Some(agreed) = agreed else { return unagreed_rule(facts, maximum, &due) };
    let mut rule = format!("L’échéance convenue est le {}", french::day(agreed));
    match facts.input.agreed {
        Some(AgreedTerm::Days { days }) => {
            rule.push_str("\u{a0}: ");
            rule.push_str(&counted(facts, days, Start::Invoice, None));
        }
        Some(AgreedTerm::EndOfMonth { days, reading }) => {
            let is_then_end = facts.end_of_month_day(days, Some(EndOfMonth::ThenEnd)) == agreed;
            let later = if is_then_end { EndOfMonth::ThenEnd } else { EndOfMonth::EndThen };
            rule.push_str("\u{a0}: ");
            rule.push_str(&counted(facts, days, Start::Invoice, Some(reading.unwrap_or(later))));
        }
        _ => {}
    }
    rule.push('.');
    if let Some(maximum) = maximum {
        let longest = facts.longest(maximum, facts.end_of_month.and_then(|(_, reading)| reading));
        rule.push_str(" La loi permet au plus ");
        rule.push_str(&told(facts, &longest));
        rule.push_str("\u{a0}: ");
        if longest.last_day() < facts.input.issued_on {
            rule.push_str("ce délai finit le ");
            rule.push_str(&french::day(longest.last_day()));
            rule.push_str(", avant la facture, payable dès sa date.");
        } else {
            rule.push_str("le ");
            rule.push_str(&french::day(terms.lawful_due_on));
            rule.push('.');
        }
    }
    rule
}

/// The same where nothing is agreed.
fn unagreed_rule(facts: &Facts<'_>, maximum: Option<&Maximum>, due: &str) -> String {
    let Some(maximum) = maximum else {
        return format!("Sans délai convenu, un particulier paie à la livraison ou à la fin du travail\u{a0}: le {due}.");
    };
    let term = facts.unagreed();
    let count = if term.by_maximum {
        told(facts, &facts.longest(maximum, None))
    } else {
        counted(facts, facts.number("termDefault"), Start::Delivery, None)
    };
    if facts.regime == Regime::Public {
        return format!("La loi donne à cette administration {count}\u{a0}: l’échéance est le {due}.");
    }
    let ends = french::day(term.ends);
    let law = if term.by_maximum { "dans ce secteur, la loi donne au plus" } else { "la loi donne" };
    if term.ends == term.due_on {
        format!("Sans délai convenu, {law} {count}\u{a0}: l’échéance est le {due}.")
    } else if term.due_on == facts.input.issued_on {
        format!(
            "Sans délai convenu, {law} {count}\u{a0}: ce délai finit le {ends}, avant la facture. Elle est donc payable dès sa date, \
             le {due}."
        )
    } else {
        format!(
            "Sans délai convenu, {law} {count}\u{a0}: ce délai finit le {ends}, avant la livraison ou la fin du travail. Rien n’étant \
             dû avant, l’échéance retenue est ce jour-là, le {due}."
        )
    }
}

/// A maximum, so that a reader can count it again.
fn told(facts: &Facts<'_>, longest: &Longest) -> String {
    let count = counted(facts, longest.days, longest.start, longest.end_of_month);
    if longest.added == 0 {
        return count;
    }
    let added = french::count(i64::from(longest.added), "jour", "jours");
    format!("{count} (le {}), plus {added}", french::day(longest.ends))
}

/// « 45 jours après la facture du 15 janvier 2026, puis la fin du mois »
fn counted(facts: &Facts<'_>, days: u32, start: Start, reading: Option<EndOfMonth>) -> String {
    let term = french::count(i64::from(days), "jour", "jours");
    match reading {
        None => format!("{term} {}", from(facts, start)),
        Some(EndOfMonth::ThenEnd) => format!("{term} {}, puis la fin du mois", from(facts, start)),
        Some(EndOfMonth::EndThen) => {
            let day = facts.start(start);
            let of = match facts.regime {
                Regime::Public => "de réception de la facture ou, plus tard, de fin du travail",
                _ if day != facts.input.issued_on => "du dédouanement",
                _ => "de la facture",
            };
            format!("{term} après la fin du mois {of}, le {}", french::day(end_of_month(day)))
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
fn assumed(facts: &Facts<'_>, terms: &PaymentTerms, maximum: Option<&Maximum>, agreed: Option<Day>, remarks: &mut Remarks) {
    let input = facts.input;
    if facts.agreement_unknown() {
        let message = if facts.regime == Regime::Consumer {
            "L’échéance convenue n’est pas indiquée\u{a0}: rien n’est supposé convenu. Si le devis signé ou le contrat en fixe une, \
             c’est elle qui compte."
                .to_owned()
        } else {
            let latest = maximum.map_or(input.issued_on, |maximum| facts.last_day(maximum));
            format!(
                "L’échéance convenue n’est pas indiquée\u{a0}: rien n’est supposé convenu. Si le contrat, le devis \
                 signé ou les conditions acceptées en fixent une, c’est elle qui compte, jusqu’au {} au plus tard.",
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
    unknown_scope(facts, terms, agreed, remarks);
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

/// The sectors with a term of their own, in French.
const SECTORS: [(Sector, &str); 12] = [
    (Sector::Perishable, "produits alimentaires périssables"),
    (Sector::Meat, "bétail et viande fraîche"),
    (Sector::Spirits, "alcools"),
    (Sector::Wine, "raisins, moûts et vins"),
    (Sector::Carriage, "transport et location de véhicules"),
    (Sector::Export, "biens à exporter hors d’Europe"),
    (Sector::GardenMachinery, "matériel d’espaces verts"),
    (Sector::AgriculturalMachinery, "matériel agricole"),
    (Sector::SnowSports, "sports de neige"),
    (Sector::Leather, "cuir"),
    (Sector::Jewellery, "horlogerie et bijouterie"),
    (Sector::Toys, "jouets"),
];

/// A sector or a periodicity that isn't known: what the answer would change of the latest lawful due date.
fn unknown_scope(facts: &Facts<'_>, terms: &PaymentTerms, agreed: Option<Day>, remarks: &mut Remarks) {
    if facts.regime != Regime::Business {
        return;
    }
    if facts.input.sector == Sector::Unknown {
        let mut soonest = (terms.lawful_due_on, "règle générale");
        let mut latest = soonest;
        for (sector, name) in SECTORS {
            let day = facts.lawful_due_on_if(agreed, |input| input.sector = sector);
            if day < soonest.0 {
                soonest = (day, name);
            }
            if day > latest.0 {
                latest = (day, name);
            }
        }
        let message = format!(
            "Le secteur n’est pas connu\u{a0}: la règle générale est appliquée. Selon ce qui est vendu, la dernière échéance permise \
             irait du {} ({}) au {} ({}).",
            french::day(soonest.0),
            soonest.1,
            french::day(latest.0),
            latest.1
        );
        remarks.warn("sectorUnknown", message, &["ccom-l441-11"]);
    }
    if facts.input.periodic == Some(YesNo::Unknown) {
        let day = facts.lawful_due_on_if(agreed, |input| input.periodic = Some(YesNo::Yes));
        let opening =
            "On ne sait pas si la facture regroupe les livraisons d’une période\u{a0}: elle est supposée ne pas le faire.";
        if day == terms.lawful_due_on {
            let message = format!("{opening} Cela ne change pas l’échéance.");
            remarks.inform("periodicUnknown", message, &[]);
        } else {
            let message = format!("{opening} Sinon, la dernière échéance permise serait le {}.", french::day(day));
            remarks.warn("periodicUnknown", message, &["cgi-289"]);
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
    let in_doubt = terms.readings.iter().any(|reading| reading.name == ReadingName::ThenEnd);
    if let Some((days, None)) = facts.end_of_month.filter(|_| in_doubt) {
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
    let general = facts.regime == Regime::Business && facts.sector() == Sector::General && !facts.is_periodic();
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
             d’amende.{}",
            lawful_reading(facts)
        );
        return remarks.warn("publicTermTooLong", message, &["ccp-l2192-10", "ccp-l2192-13"]);
    }
    let message = format!(
        "L’échéance convenue, le {convened}, dépasse le maximum de la loi, le {latest}. De quel jour les pénalités courent alors \
         n’est pas tranché\u{a0}: comptez-les par prudence après le {convened}. Demander aussi celles \
         d’après le {latest} se plaide, mais un juge peut le refuser.{}",
        lawful_reading(facts)
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

/// Where the contract doesn't say how « fin de mois » is counted: the reading by which the term would be lawful.
fn lawful_reading(facts: &Facts<'_>) -> String {
    let (Some((days, None)), Some(maximum)) = (facts.end_of_month, facts.maximum()) else { return String::new() };
    for (reading, words) in
        [(EndOfMonth::ThenEnd, "les jours, puis la fin du mois"), (EndOfMonth::EndThen, "la fin du mois, puis les jours")]
    {
        let day = facts.end_of_month_day(days, Some(reading));
        if day <= facts.last_day_as_read(&maximum, Some(reading)) {
            return format!(
                " Compté autrement ({words}), ce délai finit le {} et reste permis\u{a0}: le contrat doit alors le dire.",
                french::day(day)
            );
        }
    }
    String::new()
}

/// What the debtor is and where.
fn debtor(facts: &Facts<'_>, remarks: &mut Remarks) {
    let debtor = &facts.input.debtor;
    match (facts.regime, debtor.public_kind) {
        (Regime::Public, None) => {
            let term = |id| french::count(i64::from(facts.number(id)), "jour", "jours");
            let message = format!(
                "Le type d’administration n’est pas indiqué\u{a0}: {} sont retenus. Ce seraient {} pour un hôpital public, {} pour une \
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
        Sector::General | Sector::Unknown | Sector::Meat | Sector::Spirits | Sector::Carriage => return None,
    })
}

/// Facts that were given and not used.
fn ignored(facts: &Facts<'_>, maximum: Option<&Maximum>, agreed: Option<Day>, remarks: &mut Remarks) {
    let input = facts.input;
    let business = facts.regime == Regime::Business;
    let unused = [
        (
            "receivedOnIgnored",
            "la date de réception de la facture ne change pas l’échéance\u{a0}: elle n’est pas comptée.",
            input.received_on.is_some() && facts.regime != Regime::Public,
        ),
        (
            "deliveredOnIgnored",
            "la date de livraison ne change pas l’échéance\u{a0}: elle n’est pas comptée.",
            input.delivered_on.is_some() && !counts_delivery(facts, maximum, agreed),
        ),
        (
            "sectorIgnored",
            "le secteur ne change pas l’échéance\u{a0}: il n’est pas compté.",
            facts.sector() != Sector::General && !business,
        ),
        (
            "periodicIgnored",
            "le caractère périodique de la facture ne change pas l’échéance\u{a0}: il n’est pas compté.",
            facts.is_periodic() && !(business && matches!(facts.sector(), Sector::General | Sector::Perishable)),
        ),
    ];
    for (code, message, ignored) in unused {
        if ignored {
            remarks.inform(code, format!("Ici, {message}"), &[]);
        }
    }
}
