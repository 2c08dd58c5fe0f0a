//! The figures in words: what each means, what it was made of, what was left out, what to do where a target is missed.

use dument_law::french::{self, NO_BREAK};

use super::sums::{Sums, Tally};
use super::{Figure, FigureId, Input, Target, Targets, Value, Window, count_back};
use crate::ratio::Ratio;

/// Every figure, in the order in which they are shown.
pub(super) fn list(sums: &Sums, window: &Window, targets: &Targets) -> Vec<Figure> {
    let writer = Writer { sums, window };
    vec![
        writer.open(),
        writer.late(),
        writer.recovery_rate(targets.recovery_percent),
        writer.days_after_due(targets.days_late),
        writer.days_after_issue(),
        writer.dso_balance(),
        writer.dso_count_back(),
        writer.court_share(targets.court_percent),
        writer.reminders_per_payment(),
        writer.interest(),
        writer.indemnities(),
        writer.at_risk(),
        writer.soon_barred(),
        writer.barred(),
        writer.over_limits(),
        writer.deposits(),
    ]
}

struct Writer<'a> {
    sums: &'a Sums,
    window: &'a Window,
}

fn figure(id: FigureId, label: &'static str, value: Value, definition: impl Into<String>) -> Figure {
    Figure { id, label, value, definition: definition.into(), inputs: Vec::new(), left_out: Vec::new(), target: None }
}

fn amount(label: &'static str, tally: Tally) -> Input {
    let count = french::count(tally.count, "facture", "factures");
    Input { label, value: format!("{} ({count})", french::money(tally.money())) }
}

fn sum(label: &'static str, tally: Tally) -> Input {
    Input { label, value: french::money(tally.money()) }
}

fn number(label: &'static str, number: i64) -> Input {
    Input { label, value: french::decimal(&number.to_string()) }
}

fn none(why: &str) -> Value {
    Value::None(why.to_owned())
}

/// « 3 factures (1 200,00 €) : » and why they were left out.
fn left_out(tally: Tally, why: &str) -> Vec<String> {
    if tally.count == 0 {
        return Vec::new();
    }
    let count = french::count(tally.count, "facture", "factures");
    vec![format!("{count} ({}){NO_BREAK}: {why}", french::money(tally.money()))]
}

fn paid_left_out(tally: Tally, why: &str) -> Vec<String> {
    if tally.count == 0 { Vec::new() } else { vec![format!("{}{NO_BREAK}: {why}", french::money(tally.money()))] }
}

impl Writer<'_> {
    /// « du 23/11/2025 au 22/11/2026 »
    fn period(&self) -> String {
        format!("du {} au {}", french::short_day(self.window.from), french::short_day(self.window.as_of))
    }

    fn tally_from(&self, first: usize) -> Tally {
        let later = &self.sums.open[first..];
        Tally { count: later.iter().map(|tally| tally.count).sum(), cents: later.iter().map(|tally| tally.cents).sum() }
    }

    fn open(&self) -> Figure {
        let mut open = figure(
            FigureId::Open,
            "Reste à encaisser",
            Value::Money(self.tally_from(0).money()),
            "Tout ce qui reste dû, échu ou non, TTC, en euros\u{a0}: montant des factures moins les paiements, les avoirs et les \
             pertes.",
        );
        open.inputs = vec![amount("Factures ouvertes", self.tally_from(0))];
        open.left_out = self
            .sums
            .other_currencies
            .iter()
            .map(|(currency, tally)| {
                let count = french::count(tally.count, "facture", "factures");
                format!("{count} en {currency}{NO_BREAK}: les devises sont comptées à part.")
            })
            .collect();
        open.left_out.extend(paid_left_out(self.sums.deposits, "sommes reçues ou avoirs qui ne sont affectés à aucune facture."));
        open
    }

    fn late(&self) -> Figure {
        let mut late = figure(
            FigureId::Late,
            "Dont en retard",
            Value::Money(self.tally_from(1).money()),
            "Ce qui reste dû des factures dont l’échéance est passée.",
        );
        late.inputs = vec![amount("Factures échues", self.tally_from(1))];
        late
    }

    fn recovery_rate(&self, goal: u32) -> Figure {
        let (paid, due) = (self.sums.recovered, self.sums.fell_due);
        let ratio = Ratio::of(paid.cents, due.cents).map(Ratio::percent);
        let value = ratio.map_or_else(
            || none("Aucune facture n’est venue à échéance dans cette période."),
            |ratio| Value::Percent(ratio.rounded()),
        );
        let mut rate = figure(
            FigureId::RecoveryRate,
            "Taux de recouvrement",
            value,
            format!(
                "Part payée à ce jour des factures venues à échéance {}, avoirs déduits. Ce qui est passé en perte compte comme \
                 non payé.",
                self.period()
            ),
        );
        rate.inputs = vec![sum("Payé", paid), amount("À payer", due)];
        rate.target = ratio.map(|ratio| {
            let met = ratio.exceeds(goal);
            Target {
                goal,
                text: format!("plus de {goal}{NO_BREAK}%"),
                met,
                advice: (!met).then_some(
                    "Relancez dès les premiers jours de retard, et faites suivre les promesses non tenues d’une mise en demeure\
                     \u{a0}: les chances d’être payé baissent avec l’âge de la facture.",
                ),
            }
        });
        rate
    }

    fn days_after_due(&self, goal: u32) -> Figure {
        let ratio = Ratio::of(self.sums.cent_days_since_due, self.sums.paid.cents);
        let value = ratio.map_or_else(|| none("Aucun paiement daté dans cette période."), |ratio| Value::Days(ratio.rounded()));
        let mut days = figure(
            FigureId::DaysAfterDue,
            "Délai de paiement après l’échéance",
            value,
            format!(
                "Nombre moyen de jours entre l’échéance et le paiement, pour les paiements reçus {}, chacun compté à proportion de \
                 son montant. Un paiement en avance compte en moins.",
                self.period()
            ),
        );
        days.inputs = vec![sum("Paiements datés de la période", self.sums.paid)];
        days.left_out = paid_left_out(self.sums.paid_undated, "paiements dont la date n’est pas connue.");
        days.target = ratio.map(|ratio| {
            let met = ratio.falls_short_of(goal);
            Target {
                goal,
                text: format!("moins de {goal}{NO_BREAK}jours"),
                met,
                advice: (!met).then_some(
                    "Avancez la première relance, rappelez l’échéance quelques jours avant, et demandez un acompte aux clients qui \
                     paient toujours tard.",
                ),
            }
        });
        days
    }

    fn days_after_issue(&self) -> Figure {
        let ratio = Ratio::of(self.sums.cent_days_since_issue, self.sums.paid_since_issue.cents);
        let value = ratio.map_or_else(
            || none("Aucun paiement daté d’une facture datée dans cette période."),
            |ratio| Value::Days(ratio.rounded()),
        );
        let mut days = figure(
            FigureId::DaysAfterIssue,
            "Délai de paiement après la facture",
            value,
            format!(
                "Nombre moyen de jours entre l’émission de la facture et le paiement, pour les paiements reçus {}, chacun compté à \
                 proportion de son montant.",
                self.period()
            ),
        );
        days.inputs = vec![sum("Paiements datés de la période", self.sums.paid_since_issue)];
        days.left_out = paid_left_out(self.sums.paid_undated, "paiements dont la date n’est pas connue.");
        days.left_out.extend(paid_left_out(
            self.sums.paid_without_issue,
            "paiements de factures dont la date d’émission n’est pas connue.",
        ));
        days
    }

    fn dso_balance(&self) -> Figure {
        let (open, revenue) = (self.sums.open_with_issue(), self.sums.revenue);
        let ratio = Ratio::of(open.cents * self.window.days(), revenue.cents);
        let value =
            ratio.map_or_else(|| none("Aucune facture n’a été émise dans cette période."), |ratio| Value::Days(ratio.rounded()));
        let mut dso = figure(
            FigureId::DsoBalance,
            "DSO, par le solde",
            value,
            format!(
                "Reste à encaisser des factures datées, divisé par le chiffre d’affaires TTC facturé {} (avoirs déduits), multiplié par les {} jours de \
                 cette période. Il n’a de sens que si toutes les factures de la période sont dans le suivi, payées ou non.",
                self.period(),
                self.window.days()
            ),
        );
        dso.inputs = vec![sum("Reste à encaisser des factures datées", open), amount("Facturé", revenue)];
        dso.left_out = left_out(self.sums.without_issue, "leur date d’émission n’est pas connue.");
        dso
    }

    fn dso_count_back(&self) -> Figure {
        let value = count_back(self.sums, self.window).map_or_else(
            || none("Les factures connues ne remontent pas assez loin pour épuiser le reste à encaisser."),
            |ratio| Value::Days(ratio.rounded()),
        );
        let mut dso = figure(
            FigureId::DsoCountBack,
            "DSO, par épuisement",
            value,
            "Le reste à encaisser est retranché du chiffre d’affaires TTC de chaque mois, en remontant depuis le mois en cours. \
             Chaque mois épuisé compte pour ses jours, le dernier pour la part entamée. Il suit mieux que l’autre une activité \
             saisonnière.",
        );
        dso.inputs = vec![sum("Reste à encaisser des factures datées", self.sums.open_with_issue())];
        dso.left_out = left_out(self.sums.without_issue, "leur date d’émission n’est pas connue.");
        dso
    }

    fn court_share(&self, goal: u32) -> Figure {
        let (gone, late) = (self.sums.handed_over, self.sums.late);
        let ratio = Ratio::of(gone.cents, late.cents).map(Ratio::percent);
        let value = ratio.map_or_else(
            || none("Aucune facture venue à échéance dans cette période n’a été en retard."),
            |ratio| Value::Percent(ratio.rounded()),
        );
        let mut share = figure(
            FigureId::CourtShare,
            "Part passée en procédure",
            value,
            format!(
                "Parmi les factures venues à échéance {} et payées en retard ou encore dues, part du montant alors impayé pour \
                 laquelle une procédure de recouvrement a été ouverte (injonction de payer, assignation, commissaire de justice).",
                self.period()
            ),
        );
        share.inputs = vec![amount("En procédure", gone), amount("En retard", late)];
        share.target = ratio.map(|ratio| {
            let met = ratio.falls_short_of(goal);
            Target {
                goal,
                text: format!("moins de {goal}{NO_BREAK}%"),
                met,
                advice: (!met)
                    .then_some("Proposez un échéancier signé avant la procédure, et fixez un encours aux clients à risque."),
            }
        });
        share
    }

    fn reminders_per_payment(&self) -> Figure {
        let ratio = Ratio::of(self.sums.reminders.into(), self.sums.settled_late.into());
        let value = ratio.map_or_else(
            || none("Aucune facture en retard n’a été soldée dans cette période."),
            |ratio| Value::Times(ratio.rounded()),
        );
        let mut reminders = figure(
            FigureId::RemindersPerPayment,
            "Relances par paiement",
            value,
            format!(
                "Nombre moyen d’appels, de messages et de lettres notés dans l’historique, pour chaque facture soldée en retard {}.",
                self.period()
            ),
        );
        reminders.inputs =
            vec![number("Relances", self.sums.reminders), number("Factures soldées en retard", self.sums.settled_late)];
        reminders
    }

    fn added(&self) -> Vec<String> {
        let mut out = left_out(
            self.sums.kind_unknown,
            "la qualité du client n’est pas connue, et rien ne peut être compté sans elle. Indiquez-la dans sa fiche.",
        );
        out.extend(left_out(self.sums.not_counted, "autre devise, ou taux qui n’est pas connu à ces dates."));
        out
    }

    fn interest(&self) -> Figure {
        let (open, paid) = (self.sums.interest_open, self.sums.interest_paid);
        let all = Tally { count: open.count + paid.count, cents: open.cents + paid.cents };
        let mut interest = figure(
            FigureId::Interest,
            "Pénalités de retard dues",
            Value::Money(all.money()),
            "Intérêts de retard à ce jour, au taux convenu avec chaque client ou, sans accord, à celui de la loi, selon sa qualité. \
             Les paiements sont imputés d’abord sur le principal, le calcul le plus prudent\u{a0}; la page Pénalités en donne le \
             détail."
                .replace("\u{a0};", "\u{202f};"),
        );
        interest.inputs = vec![amount("Sur ce qui reste dû", open), amount("Sur des factures payées en retard", paid)];
        interest.left_out = self.added();
        interest
    }

    fn indemnities(&self) -> Figure {
        let (open, paid) = (self.sums.indemnity_open, self.sums.indemnity_paid);
        let all = Tally { count: open.count + paid.count, cents: open.cents + paid.cents };
        let mut indemnities = figure(
            FigureId::Indemnities,
            "Indemnités forfaitaires dues",
            Value::Money(all.money()),
            "L’indemnité pour frais de recouvrement, par facture en retard d’un client professionnel ou public. Jamais pour un \
             consommateur.",
        );
        indemnities.inputs = vec![amount("Sur ce qui reste dû", open), amount("Sur des factures payées en retard", paid)];
        indemnities.left_out = self.added();
        indemnities
    }

    fn at_risk(&self) -> Figure {
        let mut risk = figure(
            FigureId::AtRisk,
            "À risque",
            Value::Money(self.sums.at_risk.money()),
            "Ce qui reste dû de plus de 90\u{a0}jours, par un client en procédure collective ou que vous avez marqué à risque élevé, \
             et ce qui est contesté\u{a0}: chaque facture une seule fois.",
        );
        risk.inputs = vec![
            amount("Plus de 90\u{a0}jours", self.sums.open[4]),
            amount("Procédure collective", self.sums.insolvent),
            amount("Contesté", self.sums.disputed),
            amount("Risque élevé", self.sums.risky),
        ];
        risk
    }

    fn soon_barred(&self) -> Figure {
        let mut soon = figure(
            FigureId::SoonBarred,
            "Bientôt prescrit",
            Value::Money(self.sums.soon_barred.money()),
            format!(
                "Ce qui reste dû des factures qu’il ne sera plus possible de réclamer en justice après une date d’ici au {}. Une \
                 relance ne prolonge pas ce délai, sauf contre une personne publique. Quand la qualité du client n’est pas connue, \
                 le délai d’un consommateur est retenu.",
                french::day(self.window.soon.eve())
            ),
        );
        soon.inputs = vec![amount("Factures", self.sums.soon_barred)];
        soon
    }

    fn barred(&self) -> Figure {
        let mut barred = figure(
            FigureId::Barred,
            "Prescrit, par prudence",
            Value::Money(self.sums.barred.money()),
            "Ce qui reste dû des factures dont le délai pour agir en justice est passé, compté au plus court. La page Prescription \
             dit si une date plus tardive peut se défendre.",
        );
        barred.inputs = vec![amount("Factures", self.sums.barred)];
        barred
    }

    fn over_limits(&self) -> Figure {
        let mut over = figure(
            FigureId::OverLimits,
            "Au-dessus des encours autorisés",
            Value::Money(self.sums.over_limit.money()),
            "La somme, client par client, de ce qui reste dû, échu ou non, au-dessus de l’encours que vous avez fixé. Les clients \
             sans encours fixé ne comptent pas.",
        );
        over.inputs = vec![number("Clients au-dessus", self.sums.over_limit.count)];
        over
    }

    fn deposits(&self) -> Figure {
        let mut deposits = figure(
            FigureId::Deposits,
            "À affecter",
            Value::Money(self.sums.deposits.money()),
            "Paiements reçus et avoirs qui ne sont encore rattachés à aucune facture\u{a0}: rien n’en est déduit tant que vous ne les \
             avez pas affectés.",
        );
        deposits.inputs = vec![number("Sommes", self.sums.deposits.count)];
        deposits
    }
}
