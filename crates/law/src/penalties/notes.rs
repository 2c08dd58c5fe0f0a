//! What a reader should know or check: fields left out, assumptions, and the traps of the law this input meets.

use super::figures::Figures;
use super::grounds::Ground;
use super::input::{BelowFloor, CreditorKind, DayCount, Imputation, Input, Invoice, Rate, Regime};
use super::ledger::Account;
use crate::french;
use crate::reference::Row;
use crate::{Day, HalfYear, Money, Note, Percent};

/// Everything notes are made from.
pub(super) struct Facts<'a> {
    pub(super) input: &'a Input,
    pub(super) accounts: &'a [Account],
    pub(super) grounds: &'a [Ground<'a>],
    pub(super) figures: &'a Figures<'a>,
    /// What is owed in all.
    pub(super) total: Money,
    /// What would be owed in all from other facts, where that can be computed.
    pub(super) total_of: &'a dyn Fn(&Input) -> Option<Money>,
}

/// The notes of a statement: first what was left out, then what stands in the way of the figures, then good to know.
pub(super) fn notes(facts: &Facts<'_>) -> Vec<Note> {
    let mut notes = ignored_fields(facts.input);
    notes.extend(dates(facts));
    notes.extend(rates(facts));
    notes.extend(payments(facts));
    notes.extend(additions(facts));
    notes.extend(insolvency(facts));
    notes
}

/// Fields that this regime doesn't use: left out, and said so.
fn ignored_fields(input: &Input) -> Vec<Note> {
    use Regime::{Business, Consumer, Judgment, Public};
    let regime = input.regime;
    let mut notes = Vec::new();
    let mut ignore = |given: bool, used_by: &[Regime], code: &str, message: &str| {
        if given && !used_by.contains(&regime) {
            notes.push(Note::info(code, message));
        }
    };
    let rate_message = match regime {
        Business | Public => {
            "Le taux convenu est écarté\u{a0}: face à un acheteur public, le taux est celui de la loi, et une clause contraire est réputée non écrite."
        }
        Consumer => {
            "Le taux convenu est écarté\u{a0}: face à un consommateur, seul un taux annuel fixe, accepté au contrat, peut remplacer le taux de l’intérêt légal."
        }
        Judgment => {
            "Le taux convenu est écarté\u{a0}: une condamnation porte intérêt au taux légal, sauf si la décision en fixe un autre."
        }
    };
    let rate_given = input.rate != Rate::Statutory;
    let fixed_for_consumer = regime == Consumer && matches!(input.rate, Rate::Fixed { .. });
    ignore(rate_given && !fixed_for_consumer, &[Business], "rateIgnored", rate_message);
    ignore(
        input.below_floor != BelowFloor::default(),
        &[Business],
        "belowFloorIgnored",
        "Le choix pour un taux convenu trop bas n’a pas d’effet\u{a0}: ce minimum n’existe qu’entre professionnels.",
    );
    ignore(
        input.creditor != CreditorKind::default(),
        &[Consumer, Judgment],
        "creditorIgnored",
        "La qualité du créancier n’a pas d’effet\u{a0}: ici, le taux ne dépend pas d’elle.",
    );
    ignore(
        input.notice_received_on.is_some(),
        &[Consumer],
        "noticeReceivedOnIgnored",
        "La date de réception de la mise en demeure n’a pas d’effet\u{a0}: ici, les intérêts courent sans mise en demeure.",
    );
    ignore(
        input.served_on.is_some(),
        &[Judgment],
        "servedOnIgnored",
        "La date de signification n’a pas d’effet\u{a0}: elle ne compte qu’après une décision de justice.",
    );
    ignore(
        input.penalty_clause.is_some(),
        &[Business],
        "penaltyClauseIgnored",
        "La pénalité prévue au contrat n’est pas comptée\u{a0}: ce calcul ne l’admet qu’entre professionnels.",
    );
    ignore(
        !input.extra_costs.is_empty(),
        &[Business, Public],
        "extraCostsIgnored",
        "Les frais de recouvrement ne sont pas comptés\u{a0}: sans titre exécutoire, ils restent à la charge du créancier.",
    );
    notes
}

/// Invoices not yet due, notices not received, due dates that look wrong.
fn dates(facts: &Facts<'_>) -> Vec<Note> {
    let Facts { input, accounts, .. } = facts;
    let as_of = french::day(input.as_of);
    let mut notes = Vec::new();
    notes.extend(facts.about(|invoice, _| input.as_of <= invoice.due_on).map(|named| {
        Note::info("notYetDue", format!("L’échéance n’est pas passée au {as_of}\u{a0}: rien n’est dû à cette date{named}."))
    }));
    if input.regime == Regime::Consumer && accounts.iter().any(|account| account.start.is_none()) {
        let message = match input.notice_received_on {
            None => "Un consommateur ne doit d’intérêts qu’après avoir reçu une mise en demeure\u{a0}: sans date de réception, aucun n’est compté.".to_owned(),
            Some(_) => format!("La mise en demeure n’est pas encore reçue au {as_of}\u{a0}: un consommateur ne doit pas d’intérêts avant."),
        };
        notes.push(Note::warning("noNotice", message));
    }
    if input.regime == Regime::Judgment && input.served_on.is_none() {
        notes.push(Note::info(
            "notServed",
            "Sans date de signification de la décision, la majoration du taux légal qui suit une condamnation n’est pas comptée.",
        ));
    }
    notes.extend(facts.about(|invoice, _| invoice.issued_on.is_some_and(|issued_on| issued_on > invoice.due_on)).map(|named| {
        Note::warning("issuedAfterDue", format!("L’échéance précède la date d’émission\u{a0}: vérifiez les deux dates{named}."))
    }));
    let on_weekend = |day: Day| day.weekday().number_from_monday() > 5;
    notes.extend(facts.about(|invoice, account| on_weekend(invoice.due_on) && account.is_late()).map(|named| {
        Note::info(
            "dueOnWeekend",
            format!("L’échéance tombe un samedi ou un dimanche\u{a0}: aucun texte trouvé ne la reporte, le retard est compté dès le lendemain{named}."),
        )
    }));
    notes
}

/// What the rates rest on.
fn rates(facts: &Facts<'_>) -> Vec<Note> {
    let Facts { input, grounds, .. } = facts;
    let mut notes = Vec::new();
    notes.extend(not_published(facts));
    notes.extend(uncertain(grounds));
    notes.extend(below_floor(facts));
    if let Some(ground) = highest(grounds, |ground| !ground.bound_by_floor && ground.is_below_floor()) {
        notes.push(Note::info("floorAboveStatutory", format!(
            "Au {}, le taux de la loi ({}) est inférieur à {} fois le taux de l’intérêt légal ({}). Ce minimum ne vise que les taux convenus\u{a0}: le taux de la loi est gardé.",
            ground.half, french::percent(ground.terms.percent), facts.floor_multiple(ground), french::percent(ground.floor()),
        )));
    }
    if input.regime == Regime::Consumer && matches!(input.rate, Rate::Fixed { .. }) {
        notes.push(Note::warning(
            "unfairTermRisk",
            "Un taux de retard convenu avec un consommateur n’engage que s’il figure au contrat accepté\u{202f}; le juge écarte une clause abusive et peut réduire une pénalité excessive.",
        ));
    }
    if let (Regime::Business, Rate::Monthly { percent }) = (input.regime, input.rate) {
        notes.push(Note::info(
            "monthlyRate",
            format!(
                "Le taux de {} par mois est compté comme {} par an, sans intérêts sur les intérêts.",
                french::percent(percent),
                french::percent(input.rate.yearly_percent().unwrap_or_default()),
            ),
        ));
    }
    if grounds.iter().any(|ground| ground.terms.source == "cmf-l313-3") {
        notes.push(Note::info(
            "judgmentIncreaseReducible",
            "Le juge de l’exécution peut supprimer ou réduire la majoration du taux légal, selon la situation du débiteur.",
        ));
    }
    if input.day_count == DayCount::Actual365 && facts.lines().any(|line| holds_leap_day(line.from, line.to)) {
        notes.push(Note::info(
            "leapYear",
            "Chaque jour compte pour 1/365 d’année, même en année bissextile\u{a0}: c’est la méthode de l’administration, aucun texte ne l’impose.",
        ));
    }
    notes
}

fn not_published(facts: &Facts<'_>) -> Option<Note> {
    if let Some(ground) = facts.grounds.iter().find(|ground| ground.terms.provisional) {
        let last_known = ground.terms.rows.first().map(|row| french::percent(Percent::from(row.decimal())));
        return Some(Note::warning(
            "rateNotPublished",
            format!(
                "Le taux du {} n’est pas encore publié\u{a0}: les jours qui en dépendent sont calculés d’après le dernier taux connu ({}). Le décompte est provisoire.",
                ground.half,
                last_known.unwrap_or_default(),
            ),
        ));
    }
    let tomorrow = HalfYear::of(facts.input.as_of.next());
    let bears_interest = facts.accounts.iter().any(|account| account.statement.per_day.is_positive());
    (bears_interest && !facts.figures.is_published(tomorrow) && facts.moves_with_half_years()).then(|| {
        Note::info(
            "perDayProvisional",
            format!("Le montant par jour s’entend au dernier taux connu\u{a0}: celui du {tomorrow} n’est pas encore publié."),
        )
    })
}

fn uncertain(grounds: &[Ground<'_>]) -> Vec<Note> {
    let mut rows: Vec<&Row> = Vec::new();
    for row in grounds.iter().flat_map(|ground| &ground.terms.rows).copied().filter(|row| row.uncertain) {
        if !rows.contains(&row) {
            rows.push(row);
        }
    }
    rows.into_iter()
        .map(|row| {
            let detail = row.note.as_deref().unwrap_or("ce taux n’a pas pu être vérifié à sa source.");
            Note::warning("rateUncertain", format!("{}\u{a0}: {detail}", row.reference))
        })
        .collect()
}

fn below_floor(facts: &Facts<'_>) -> Option<Note> {
    let ground = highest(facts.grounds, |ground| ground.bound_by_floor && ground.is_below_floor())?;
    let total_of = |other: Input| (facts.total_of)(&other).map(french::money);
    let choice = match facts.input.below_floor {
        BelowFloor::Raise => "Le calcul retient ce minimum.".to_owned(),
        BelowFloor::Keep => total_of(Input { below_floor: BelowFloor::Raise, ..facts.input.clone() }).map_or_else(
            || "Le calcul garde le taux convenu.".to_owned(),
            |total| format!("Le calcul garde le taux convenu\u{202f}; avec ce minimum, le total serait de {total}."),
        ),
    };
    let set_aside = total_of(Input { rate: Rate::Statutory, ..facts.input.clone() })
        .map(|total| format!(" Si la clause était écartée au profit du taux de la loi, le total serait de {total}."))
        .unwrap_or_default();
    Some(Note::warning(
        "belowFloor",
        format!(
            "Le taux convenu ({}) est inférieur au minimum de {} fois le taux de l’intérêt légal ({} au {}). {choice} L’effet d’un taux trop bas est discuté.{set_aside}",
            french::percent(ground.terms.agreed),
            facts.floor_multiple(ground),
            french::percent(ground.floor()),
            ground.half,
        ),
    ))
}

/// Payments and credits: those left out, those in excess, and what another reading of them would give.
fn payments(facts: &Facts<'_>) -> Vec<Note> {
    let Facts { input, accounts, total, .. } = facts;
    let as_of = french::day(input.as_of);
    let mut notes = Vec::new();
    notes.extend(
        facts
            .about(|invoice, _| invoice.payments.iter().any(|payment| payment.on > input.as_of))
            .map(|named| Note::info("futurePayment", format!("Un paiement postérieur au {as_of} n’est pas compté{named}."))),
    );
    notes.extend(
        facts
            .about(|invoice, _| invoice.credits.iter().any(|credit| credit.on > input.as_of))
            .map(|named| Note::info("futureCredit", format!("Un avoir postérieur au {as_of} n’est pas compté{named}."))),
    );
    let overpaid: Money = accounts.iter().map(|account| account.overpaid).sum();
    notes.extend(facts.about(|_, account| account.overpaid.is_positive()).map(|named| {
        Note::warning("overpaid", format!(
            "Les paiements et les avoirs dépassent de {} ce qui était dû{named}\u{a0}: cette somme est à rendre, ou à imputer sur une autre dette avec l’accord du débiteur.",
            french::money(overpaid),
        ))
    }));
    if accounts.iter().any(|account| account.imputed) {
        let other = Input { imputation: input.imputation.other(), ..(*input).clone() };
        if let Some(other) = (facts.total_of)(&other).filter(|other| other != total) {
            let other = french::money(other);
            notes.push(Note::info("imputationOrder", match input.imputation {
                Imputation::InterestFirst => format!("Chaque paiement règle d’abord les intérêts, puis le principal, sauf accord contraire. Dans l’autre ordre, le total serait de {other}."),
                Imputation::PrincipalFirst => format!("Chaque paiement règle d’abord le principal. Sans accord en ce sens, la loi règle d’abord les intérêts\u{a0}: le total serait alors de {other}."),
            }));
        }
    }
    if input.invoices.iter().flat_map(|invoice| &invoice.credits).any(|credit| !credit.retroactive) {
        let mut other = (*input).clone();
        other.invoices.iter_mut().flat_map(|invoice| &mut invoice.credits).for_each(|credit| credit.retroactive = true);
        if let Some(other) = (facts.total_of)(&other).filter(|other| other != total) {
            notes.push(Note::info("creditDate", format!(
                "Un avoir réduit le principal à partir de sa date. S’il corrige une somme qui n’a jamais été due, il compte depuis l’origine\u{a0}: le total serait de {}.",
                french::money(other),
            )));
        }
    }
    notes.extend(
        facts
            .about(|_, account| {
                account.is_late() && account.statement.principal_due.is_zero() && account.statement.total.is_positive()
            })
            .map(|named| {
                Note::info(
                    "settledLate",
                    format!("Le principal est réglé, mais il l’a été en retard\u{a0}: le reste est toujours dû{named}."),
                )
            }),
    );
    notes
}

/// What comes on top of simple interest.
fn additions(facts: &Facts<'_>) -> Vec<Note> {
    let Facts { input, accounts, .. } = facts;
    let mut notes = Vec::new();
    let indemnities = accounts.iter().filter(|account| account.statement.indemnity.is_positive()).count();
    if indemnities > 1 {
        notes.push(Note::info(
            "indemnityPerInvoice",
            "L’indemnité forfaitaire est comptée une fois par facture en retard\u{a0}: c’est la lecture de l’administration.",
        ));
    }
    if !input.extra_costs.is_empty() && matches!(input.regime, Regime::Business | Regime::Public) {
        notes.push(if indemnities == 0 {
            Note::warning(
                "extraCostsWithoutIndemnity",
                "Des frais sont comptés sans qu’aucune indemnité forfaitaire soit due\u{a0}: ils n’en sont que le complément, vérifiez-les.",
            )
        } else {
            Note::info(
                "extraCostsProof",
                "Les frais de recouvrement ne sont dus que pour la part qui dépasse l’indemnité forfaitaire, et sur justificatifs.",
            )
        });
    }
    if accounts.iter().any(|account| account.statement.clause.is_positive()) {
        notes.push(Note::warning(
            "penaltyClauseReducible",
            "La pénalité prévue au contrat n’est encourue qu’après une mise en demeure, et le juge peut la réduire si elle est manifestement excessive.",
        ));
    }
    if input.compounding.is_some() {
        notes.push(if accounts.iter().any(|account| account.compounded) {
            Note::info(
                "compoundingCondition",
                "Les intérêts dus pour une année entière portent eux-mêmes intérêt\u{a0}: il faut que le contrat ou une décision de justice le prévoie. Le montant par jour ne compte que le principal.",
            )
        } else {
            Note::info(
                "compoundingNotYet",
                "Aucun intérêt ne porte encore intérêt\u{a0}: il faut qu’il soit dû pour une année entière.",
            )
        });
    }
    notes
}

fn insolvency(facts: &Facts<'_>) -> Option<Note> {
    let opened_on = facts.input.insolvency_opened_on.filter(|opened_on| *opened_on <= facts.input.as_of)?;
    Some(Note::warning(
        "insolvencyStopsInterest",
        format!(
            "Les intérêts s’arrêtent la veille du jugement du {} qui ouvre la procédure collective\u{a0}: la loi ne dit pas si ce jour en porte. Une créance antérieure ne se réclame plus au débiteur, elle se déclare. Aucune indemnité forfaitaire n’est due pour une facture échue à partir de ce jour.",
            french::day(opened_on),
        ),
    ))
}

impl Facts<'_> {
    /// Where the condition holds for some invoice: nothing to add where there is only one, else which ones.
    fn about(&self, holds: impl Fn(&Invoice, &Account) -> bool) -> Option<String> {
        let numbers: Vec<&str> = self
            .input
            .invoices
            .iter()
            .zip(self.accounts)
            .filter(|(invoice, account)| holds(invoice, account))
            .map(|(invoice, _)| if invoice.number.is_empty() { "sans numéro" } else { invoice.number.as_str() })
            .collect();
        match numbers.as_slice() {
            [] => None,
            _ if self.input.invoices.len() == 1 => Some(String::new()),
            [number] => Some(format!(" (facture {number})")),
            [first @ .., last] => Some(format!(" (factures {} et {last})", first.join(", "))),
        }
    }

    /// How many times the legal rate an agreed rate must reach.
    fn floor_multiple(&self, ground: &Ground<'_>) -> String {
        let row = self.figures.floor_multiple.begun_by(ground.half.first_day());
        row.map_or_else(String::new, |row| french::decimal(&row.value))
    }

    fn lines(&self) -> impl Iterator<Item = &super::statement::Line> {
        self.accounts.iter().flat_map(|account| &account.statement.lines)
    }

    /// Whether tomorrow's rate depends on the half-year it falls in.
    fn moves_with_half_years(&self) -> bool {
        match self.input.regime {
            Regime::Business => !matches!(self.input.rate, Rate::Fixed { .. } | Rate::Monthly { .. }),
            Regime::Consumer => !matches!(self.input.rate, Rate::Fixed { .. }),
            Regime::Judgment => true,
            Regime::Public => false,
        }
    }
}

impl Account {
    fn is_late(&self) -> bool {
        self.statement.days_late > 0
    }
}

impl Ground<'_> {
    fn floor(&self) -> Percent {
        self.terms.floor.unwrap_or(Percent::ZERO)
    }

    fn is_below_floor(&self) -> bool {
        self.terms.floor.is_some_and(|floor| self.terms.agreed < floor)
    }
}

/// Of the grounds that meet a condition, one with the highest floor.
fn highest<'a, 'b>(grounds: &'b [Ground<'a>], holds: impl Fn(&Ground<'_>) -> bool) -> Option<&'b Ground<'a>> {
    grounds.iter().filter(|ground| holds(ground)).max_by_key(|ground| ground.floor())
}

/// Whether one of these days is a 29 February.
fn holds_leap_day(from: Day, to: Day) -> bool {
    (from.year()..=to.year()).filter_map(|year| Day::new(year, 2, 29)).any(|leap_day| from <= leap_day && leap_day <= to)
}
