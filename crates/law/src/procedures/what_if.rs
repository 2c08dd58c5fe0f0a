//! What the facts that aren’t known would change: every possible answer is tried, and what it does to the plan is told.
//! The same trial finds the facts that were given for nothing.

use super::{Answer, Basis, Contested, Evidence, Guidance, Input, InsolvencyKind, OptionId, RouteOption, Status, Step, YesNo};
use crate::limitation::ClaimKind;
use crate::{Note, PartyKind, PublicKind};

/// An answer in words, `si…`, and what it does to the facts.
type Possible = (&'static str, fn(&mut Input));

/// A fact that isn’t known.
struct Question {
    code: &'static str,
    /// What isn’t known, and where to look for it.
    opening: &'static str,
    /// Said to be unknown: told even where no answer changes anything.
    asked: bool,
    answers: &'static [Possible],
}

/// The answers for other facts: the plan alone, which is soon made, or everything. None where the facts can’t be.
pub(super) struct Others<'a> {
    pub(super) plan: &'a dyn Fn(&Input) -> Option<Vec<Step>>,
    pub(super) guide: &'a dyn Fn(&Input) -> Option<Guidance>,
}

/// One remark for each fact that isn’t known, and for each that changes nothing.
pub(super) fn notes(input: &Input, guidance: &Guidance, others: &Others<'_>) -> Vec<Note> {
    let changed = |change: fn(&mut Input)| {
        let mut changed = input.clone();
        change(&mut changed);
        changed
    };
    let trial = |change: fn(&mut Input)| {
        let changed = changed(change);
        let plan = (others.plan)(&changed)?;
        effect_on_plan(&guidance.plan, &plan).or_else(|| Some(beyond_the_plan(guidance, &(others.guide)(&changed)?)))
    };
    let mut notes: Vec<Note> = questions(input).iter().filter_map(|question| told(question, &trial)).collect();
    for (given, code, remove, message) in SPARE {
        if given(input) && (others.guide)(&changed(remove)).is_some_and(|without| without == *guidance) {
            notes.push(Note::info(code, message));
        }
    }
    notes
}

/// A question with the effect of each answer; answers of one effect are told together.
fn told(question: &Question, trial: &dyn Fn(fn(&mut Input)) -> Option<String>) -> Option<Note> {
    let mut effects: Vec<(String, Vec<&str>)> = Vec::new();
    for (words, change) in question.answers {
        let Some(effect) = trial(*change) else { continue };
        match effects.iter_mut().find(|(known, _)| *known == effect) {
            Some((_, answers)) => answers.push(words),
            None => effects.push((effect, vec![words])),
        }
    }
    let Question { code, opening, .. } = question;
    match effects.as_slice() {
        [] => None,
        [(effect, _)] if effect == SAME => {
            let message = format!("{opening} Quelle que soit la réponse, {SAME}.");
            question.asked.then(|| Note::info(*code, message))
        }
        effects => {
            let mut message = (*opening).to_owned();
            for (effect, answers) in effects {
                let answers = listed(answers, " ou ");
                message.push_str(" S");
                message.push_str(&answers[1..]);
                message.push_str("\u{a0}: ");
                message.push_str(effect);
                message.push('.');
            }
            Some(if question.asked { Note::warning(*code, message) } else { Note::info(*code, message) })
        }
    }
}

const SAME: &str = "le plan ne change pas";

/// What becomes of the plan, in words; nothing where it stays.
fn effect_on_plan(before: &[Step], after: &[Step]) -> Option<String> {
    let added = missing_from(before, after);
    let removed = missing_from(after, before);
    let verb = |titles: &[String], one: &str, many: &str| {
        format!("{} {}", listed(titles, " et "), if titles.len() == 1 { one } else { many })
    };
    Some(match (added.is_empty(), removed.is_empty()) {
        (false, false) => format!("{} {}", verb(&added, "remplace", "remplacent"), listed(&removed, " et ")),
        (false, true) => verb(&added, "s’ajoute au plan", "s’ajoutent au plan"),
        (true, false) => verb(&removed, "sort du plan", "sortent du plan"),
        (true, true) if before.iter().map(|step| step.on).ne(after.iter().map(|step| step.on)) => {
            "le plan garde ses étapes, à d’autres dates".to_owned()
        }
        (true, true) => return None,
    })
}

/// The plan stays: which routes open or close, else which step of it goes another way.
fn beyond_the_plan(before: &Guidance, after: &Guidance) -> String {
    let (mut opened, mut closed, mut other) = (Vec::new(), Vec::new(), Vec::new());
    for (old, new) in before.options.iter().zip(&after.options) {
        match (is_open(old), is_open(new)) {
            (false, true) => opened.push(quoted(new.id)),
            (true, false) => closed.push(quoted(new.id)),
            _ if old.status == Status::Recommended && !is_alike(old, new) => other.push(quoted(new.id)),
            _ => {}
        }
    }
    for (titles, one, many) in [
        (opened, "devient possible", "deviennent possibles"),
        (closed, "n’est plus possible", "ne sont plus possibles"),
        (other, "se passe autrement", "se passent autrement"),
    ] {
        if !titles.is_empty() {
            return format!("{SAME}, mais {} {}", listed(&titles, " et "), if titles.len() == 1 { one } else { many });
        }
    }
    SAME.to_owned()
}

fn is_open(option: &RouteOption) -> bool {
    matches!(option.status, Status::Recommended | Status::Possible)
}

/// Whether a route is taken in the same way, whatever opened it.
fn is_alike(old: &RouteOption, new: &RouteOption) -> bool {
    (&old.court, old.lawyer, &old.prior, &old.cost, &old.steps) == (&new.court, new.lawyer, &new.prior, &new.cost, &new.steps)
}

/// The routes of `plan` that `other` doesn’t take.
fn missing_from(other: &[Step], plan: &[Step]) -> Vec<String> {
    plan.iter().filter(|step| other.iter().all(|known| known.option != step.option)).map(|step| quoted(step.option)).collect()
}

fn quoted(id: OptionId) -> String {
    format!("«\u{a0}{}\u{a0}»", id.title())
}

/// `A, B et C`
fn listed<S: AsRef<str>>(items: &[S], last: &str) -> String {
    let mut told = String::new();
    for (i, item) in items.iter().enumerate() {
        if i > 0 {
            told.push_str(if i + 1 == items.len() { last } else { ", " });
        }
        told.push_str(item.as_ref());
    }
    told
}

/// The facts that aren’t known, in the order of the input.
fn questions(input: &Input) -> Vec<Question> {
    let debtor = &input.debtor;
    let insolvent = debtor.insolvency.as_ref().filter(|insolvency| insolvency.opened_on <= input.as_of);
    let born_unknown = insolvent
        .is_some_and(|insolvency| input.performed_on.is_none() && input.due_on.is_none_or(|due| due >= insolvency.opened_on));
    let disputes = debtor.answer == Some(Answer::Disputes);
    let unknown = Some(YesNo::Unknown);
    let all = [
        (input.due_on.is_none(), DUE),
        (born_unknown, BIRTH),
        (input.basis == Basis::Carriage && input.performed_on.is_none() && input.limitation.is_none(), DELIVERY),
        (debtor.kind == PartyKind::PublicBody && debtor.public_kind.is_none(), PUBLIC_KIND),
        (debtor.struck_off == unknown, STRUCK_OFF),
        (debtor.cooperates == unknown, COOPERATES),
        (debtor.guarantor == unknown, GUARANTOR),
        (debtor.answer.is_none(), ANSWER),
        (insolvent.is_some_and(|insolvency| insolvency.kind == InsolvencyKind::Unknown), INSOLVENCY),
        (input.contested == Contested::Unknown && !disputes, CONTESTED),
        (input.contested == Contested::Unknown && disputes, DISPUTED),
        (input.evidence.is_empty(), EVIDENCE),
        (input.limitation.as_ref().is_some_and(|limitation| limitation.claim == ClaimKind::Unknown), CLAIM),
    ];
    all.into_iter().filter(|(concerned, _)| *concerned).map(|(_, question)| question).collect()
}

const DUE: Question = Question {
    code: "dueDateUnknown",
    opening: "La date d’échéance manque : la facture est supposée échue.",
    asked: true,
    answers: &[
        ("si elle n’est pas encore échue", |input| input.due_on = Some(input.as_of.plus_days(30))),
        ("si elle est échue depuis un mois", |input| input.due_on = Some(input.as_of.minus_days(30))),
        ("si elle est échue depuis six ans", |input| input.due_on = Some(input.as_of.minus_days(6 * 366))),
    ],
};

const BIRTH: Question = Question {
    code: "claimBirthUnknown",
    opening: "La date d’exécution manque : par prudence, la créance est traitée comme née avant l’ouverture de la procédure \
              collective.",
    asked: true,
    answers: &[
        ("si elle est née avant", |input| {
            input.performed_on = input.debtor.insolvency.as_ref().map(|insolvency| insolvency.opened_on.eve());
        }),
        ("si elle est née après et qu’elle est utile à la procédure", |input| {
            input.performed_on = input.debtor.insolvency.as_ref().map(|insolvency| insolvency.opened_on);
        }),
    ],
};

const DELIVERY: Question = Question {
    code: "deliveryUnknown",
    opening: "Le jour de la livraison manque : la prescription d’un transport part de lui.",
    asked: true,
    answers: &[
        ("si la livraison date d’un mois", |input| input.performed_on = Some(input.as_of.minus_days(30))),
        ("si elle date de onze mois", |input| input.performed_on = Some(input.as_of.minus_days(335))),
        ("si elle date de plus d’un an", |input| input.performed_on = Some(input.as_of.minus_days(400))),
    ],
};

const PUBLIC_KIND: Question = Question {
    code: "publicKindUnknown",
    opening: "On ne sait pas de quelle personne publique il s’agit.",
    asked: true,
    answers: &[
        ("si c’est l’État", |input| input.debtor.public_kind = Some(PublicKind::State)),
        ("si c’est une collectivité locale", |input| input.debtor.public_kind = Some(PublicKind::Local)),
        ("si c’est un hôpital", |input| input.debtor.public_kind = Some(PublicKind::Hospital)),
        ("si c’est une entreprise publique", |input| input.debtor.public_kind = Some(PublicKind::PublicUndertaking)),
    ],
};

const STRUCK_OFF: Question = Question {
    code: "struckOffUnknown",
    opening: "On ne sait pas si le client est radié : l’annuaire des entreprises le dit gratuitement.",
    asked: true,
    answers: &[
        ("s’il est radié", |input| input.debtor.struck_off = Some(YesNo::Yes)),
        ("s’il ne l’est pas", |input| input.debtor.struck_off = Some(YesNo::No)),
    ],
};

const COOPERATES: Question = Question {
    code: "cooperatesUnknown",
    opening: "On ne sait pas si le client cherche une solution avec vous.",
    asked: true,
    answers: &[
        ("s’il en cherche une", |input| input.debtor.cooperates = Some(YesNo::Yes)),
        ("s’il n’en cherche pas", |input| input.debtor.cooperates = Some(YesNo::No)),
    ],
};

const GUARANTOR: Question = Question {
    code: "guarantorUnknown",
    opening: "On ne sait pas si quelqu’un s’est porté caution : relisez le contrat et ses annexes.",
    asked: true,
    answers: &[
        ("si quelqu’un s’est porté caution", |input| input.debtor.guarantor = Some(YesNo::Yes)),
        ("s’il n’y a pas de caution", |input| input.debtor.guarantor = Some(YesNo::No)),
    ],
};

const ANSWER: Question = Question {
    code: "answerUnknown",
    opening: "Vous n’avez pas dit ce que le client a répondu.",
    asked: false,
    answers: &[
        ("s’il n’a rien répondu", |input| input.debtor.answer = Some(Answer::None)),
        ("s’il promet de payer", |input| input.debtor.answer = Some(Answer::Promises)),
        ("s’il demande un délai", |input| input.debtor.answer = Some(Answer::AsksTime)),
        ("s’il conteste", |input| input.debtor.answer = Some(Answer::Disputes)),
        ("s’il a payé une partie", |input| input.debtor.answer = Some(Answer::PaidPart)),
    ],
};

const INSOLVENCY: Question = Question {
    code: "insolvencyKindUnknown",
    opening: "On ne sait pas quelle procédure collective est ouverte : l’annonce du BODACC le dit.",
    asked: true,
    answers: &[
        ("si c’est une sauvegarde", |input| set_insolvency(input, InsolvencyKind::Safeguard)),
        ("si c’est un redressement judiciaire", |input| set_insolvency(input, InsolvencyKind::Reorganisation)),
        ("si c’est une liquidation judiciaire", |input| set_insolvency(input, InsolvencyKind::Liquidation)),
    ],
};

fn set_insolvency(input: &mut Input, kind: InsolvencyKind) {
    if let Some(insolvency) = &mut input.debtor.insolvency {
        insolvency.kind = kind;
    }
}

const CONTESTED: Question = Question {
    code: "contestedUnknown",
    opening: "On ne sait pas si le client conteste.",
    asked: true,
    answers: &[
        ("s’il ne conteste pas", |input| input.contested = Contested::No),
        ("s’il conteste une partie", |input| input.contested = Contested::Partly),
        ("s’il conteste sérieusement", |input| input.contested = Contested::Yes),
    ],
};

const DISPUTED: Question = Question {
    code: "answerDisputes",
    opening: "Le client conteste, sans que vous sachiez si c’est sérieux : par prudence, le plan suppose que oui.",
    asked: true,
    answers: &[
        ("si sa contestation n’est pas sérieuse", |input| input.contested = Contested::No),
        ("si elle ne porte que sur une partie", |input| input.contested = Contested::Partly),
        ("si elle est sérieuse", |input| input.contested = Contested::Yes),
    ],
};

const EVIDENCE: Question = Question {
    code: "evidenceUnknown",
    opening: "Vous n’avez pas dit quelles preuves vous avez.",
    asked: false,
    answers: &[
        ("si vous n’avez que des échanges", |input| input.evidence = vec![Evidence::Correspondence]),
        ("si vous avez un devis signé, une commande ou un contrat", |input| input.evidence = vec![Evidence::Contract]),
        ("si vous avez aussi la preuve de la livraison ou de la réception", |input| {
            input.evidence = vec![Evidence::Contract, Evidence::DeliveryNote];
        }),
        ("si le client a reconnu la dette par écrit", |input| input.evidence = vec![Evidence::WrittenAcknowledgment]),
    ],
};

const CLAIM: Question = Question {
    code: "limitationClaimUnknown",
    opening: "La nature de la créance n’est pas dite : la prescription la plus courte est supposée.",
    asked: true,
    answers: &[
        ("si elle naît d’une affaire entre professionnels", |input| set_claim(input, ClaimKind::Business)),
        ("si le client est un consommateur", |input| set_claim(input, ClaimKind::Consumer)),
        ("si c’est un transport de marchandises", |input| set_claim(input, ClaimKind::Carriage)),
    ],
};

fn set_claim(input: &mut Input, claim: ClaimKind) {
    if let Some(limitation) = &mut input.limitation {
        limitation.claim = claim;
    }
}

/// A fact that may be given for nothing: whether it is given, the code of the remark, how to take it out, what to say.
type Spare = (fn(&Input) -> bool, &'static str, fn(&mut Input), &'static str);

const SPARE: [Spare; 8] = [
    (
        |input| input.creditor.employees.is_some(),
        "employeesIgnored",
        |input| input.creditor.employees = None,
        "Votre effectif ne change rien ici : il ne sert qu’à la contribution due pour les grosses demandes devant un tribunal \
         des activités économiques.",
    ),
    (
        |input| input.creditor.turnover.is_some(),
        "turnoverIgnored",
        |input| input.creditor.turnover = None,
        "Votre chiffre d’affaires ne change rien ici : il ne sert qu’à la contribution due pour les grosses demandes devant un \
         tribunal des activités économiques.",
    ),
    (
        |input| input.creditor.average_profit.is_some(),
        "averageProfitIgnored",
        |input| input.creditor.average_profit = None,
        "Votre bénéfice moyen ne change rien ici : il ne sert qu’à la contribution due pour les grosses demandes devant un \
         tribunal des activités économiques.",
    ),
    (
        |input| input.court.is_some(),
        "courtIgnored",
        |input| input.court = None,
        "Le tribunal indiqué ne change rien ici : celui qui est compétent dépend d’autre chose que de son siège.",
    ),
    (
        |input| input.debtor.public_kind.is_some(),
        "publicKindIgnored",
        |input| input.debtor.public_kind = None,
        "La sorte de personne publique ne change rien ici : elle ne sert que pour une personne publique française.",
    ),
    (
        |input| input.debtor.cooperates == Some(YesNo::Yes),
        "cooperatesIgnored",
        |input| input.debtor.cooperates = Some(YesNo::No),
        "Que le client cherche une solution ne change rien ici : sa réponse le dit déjà, sa contestation l’emporte, ou une \
         autre règle passe avant.",
    ),
    (
        |input| matches!(input.debtor.answer, Some(Answer::Promises | Answer::AsksTime | Answer::Disputes)),
        "answerIgnored",
        |input| input.debtor.answer = Some(Answer::None),
        "La réponse du client ne change rien ici : une autre règle passe avant.",
    ),
    (
        |input| input.limitation.is_some() && input.performed_on.is_some(),
        "performedOnIgnored",
        |input| input.performed_on = None,
        "La date d’exécution ne change rien ici : la prescription est calculée d’après ses propres données.",
    ),
];
