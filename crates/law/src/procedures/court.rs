//! Which court (C. com. L721-3; COJ L211-3 and L213-4-4; CPC 42, 46 and 1406; loi 2023-1059, article 26).

use super::facts::{Facts, Home, Standing};
use super::{Basis, Lawyer, YesNo};
use crate::{Place, french};

/// A commercial court that is a tribunal des activités économiques, from one day to another.
struct EconomicCourt {
    seat: &'static str,
    /// Other towns it judges for, that might be named instead.
    district: &'static [&'static str],
    from: &'static str,
    until: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/economic_courts.rs"));

/// Which order of courts judges the claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Forum {
    /// The commercial court.
    Commercial,
    /// Commercial or civil, as the creditor chooses: the act is commercial for the debtor alone.
    Choice,
    /// The tribunal judiciaire.
    Civil,
    /// The same for a commercial lease, which it alone may judge (COJ R211-3-26).
    CommercialLease,
    /// The judge of leases of homes and of consumer credit.
    #[doc(alias = "juge des contentieux de la protection")]
    Protection,
    /// The administrative court.
    Administrative,
    /// To be found under the rules of international jurisdiction.
    Foreign,
}

impl Forum {
    pub(super) fn of(facts: &Facts<'_>) -> Self {
        if facts.home != Home::France {
            return Self::Foreign;
        }
        match (facts.debtor, facts.input.basis) {
            (Standing::Public, _) => Self::Administrative,
            (Standing::Consumer, Basis::Lease) => Self::Protection,
            (Standing::Consumer, _) => Self::Civil,
            (_, Basis::Lease) => Self::CommercialLease,
            (_, Basis::AcceptedBill) => Self::Commercial,
            (debtor, _) if !debtor.is_commercial() => Self::Civil,
            _ if facts.creditor.is_commercial() => Self::Commercial,
            _ => Self::Choice,
        }
    }

    /// Whether it is, or includes, the tribunal judiciaire: CPC 750-1 and the legal aid contribution are its rules.
    pub(super) fn is_judicial(self) -> bool {
        matches!(self, Self::Civil | Self::CommercialLease | Self::Protection)
    }

    /// Its name in French, with its seat where it is known.
    pub(super) fn name(self, facts: &Facts<'_>) -> String {
        match self {
            Self::Commercial => commercial_court(facts),
            Self::Choice => format!("{}, ou tribunal judiciaire, à votre choix", commercial_court(facts)),
            Self::Civil => civil_court(facts),
            Self::CommercialLease => "Tribunal judiciaire du lieu des locaux loués".to_owned(),
            Self::Protection => "Juge des contentieux de la protection du lieu du logement".to_owned(),
            Self::Administrative => seat(facts)
                .map_or_else(|| "Tribunal administratif".to_owned(), |town| format!("Tribunal administratif {}", of_place(town))),
            Self::Foreign => match facts.home {
                Home::Union | Home::Denmark if facts.is_consumer() => "Tribunal du domicile du client, dans son pays".to_owned(),
                Home::Union | Home::Denmark => {
                    "Tribunal du pays du client, ou tribunal français du lieu de livraison ou d’exécution".to_owned()
                }
                Home::Abroad | Home::France => "Tribunal à déterminer selon le contrat et le pays du client".to_owned(),
            },
        }
    }

    /// The same for a payment order, which is always asked for where the debtor lives (CPC 1406).
    pub(super) fn name_for_order(self, facts: &Facts<'_>) -> String {
        match self {
            Self::CommercialLease => civil_court(facts),
            Self::Protection => "Juge des contentieux de la protection du domicile du client".to_owned(),
            other => other.name(facts),
        }
    }

    /// Whether a lawyer is required for a hearing: above the ceiling of CPC 761 and 853.
    pub(super) fn lawyer(self, facts: &Facts<'_>) -> Lawyer {
        let ceiling = facts.figures.money("lawyerCeiling");
        match self {
            Self::Protection => Lawyer::NotRequired,
            // Until 2019, no lawyer was required before a commercial court, whatever the sum.
            Self::Commercial if !facts.figures.in_force("lawyerCeiling") => Lawyer::NotRequired,
            Self::Choice if !facts.figures.in_force("lawyerCeiling") && facts.total > ceiling => Lawyer::Unsure,
            Self::Administrative | Self::Foreign => Lawyer::Unsure,
            // The dispensation of CPC 761 leaves out what the tribunal judiciaire alone may judge.
            Self::CommercialLease if facts.input.amount <= ceiling => Lawyer::Unsure,
            Self::Commercial | Self::Choice | Self::Civil | Self::CommercialLease => {
                if facts.input.amount > ceiling {
                    Lawyer::Required
                } else if facts.total > ceiling {
                    Lawyer::Unsure
                } else {
                    Lawyer::NotRequired
                }
            }
        }
    }
}

/// Whether the judgment can be appealed (COJ R211-3-24, C. com. R721-6), in French.
pub(super) fn appeal(facts: &Facts<'_>) -> String {
    let ceiling = french::money(facts.figures.money("lastResortCeiling"));
    if facts.total <= facts.figures.money("lastResortCeiling") {
        format!(
            "Jusqu’à {ceiling}, le jugement est rendu en dernier ressort : il n’y a pas d’appel, seulement un pourvoi en cassation."
        )
    } else {
        format!("Au-dessus de {ceiling}, celui qui perd peut faire appel.")
    }
}

/// The seat of a tribunal des activités économiques, where the court named is one on that day.
pub(super) fn economic_court(facts: &Facts<'_>) -> Option<&'static str> {
    let named = plain(facts.input.court.as_deref()?);
    let on = facts.as_of().to_string();
    let is_named = |seat: &str| {
        named == plain(seat) || [plain(seat), plain(&of_place(seat))].iter().any(|end| named.ends_with(&format!(" {end}")))
    };
    // ISO days sort as text.
    let held = |court: &&EconomicCourt| {
        let names_it = is_named(court.seat) || court.district.iter().any(|town| is_named(town));
        court.from <= on.as_str() && on.as_str() <= court.until && names_it
    };
    ECONOMIC_COURTS.iter().find(held).map(|court| court.seat).filter(|_| facts.input.debtor.place == Place::France)
}

/// Whether the commercial court is a tribunal des activités économiques; unknown where no seat was told.
pub(super) fn is_economic(facts: &Facts<'_>) -> YesNo {
    let possible = matches!(Forum::of(facts), Forum::Commercial | Forum::Choice)
        && facts.input.debtor.place == Place::France
        && facts.figures.in_force("justiceContributionFloor");
    if !possible {
        YesNo::No
    } else if economic_court(facts).is_some() {
        YesNo::Yes
    } else if seat(facts).is_some() {
        YesNo::No
    } else {
        YesNo::Unknown
    }
}

fn commercial_court(facts: &Facts<'_>) -> String {
    let kind = match facts.input.debtor.place {
        Place::AlsaceMoselle => "Chambre commerciale du tribunal judiciaire",
        Place::Overseas => "Tribunal mixte de commerce",
        _ => "Tribunal de commerce",
    };
    match (economic_court(facts), seat(facts)) {
        (Some(seat), _) => format!("Tribunal des activités économiques {}", of_place(seat)),
        (None, Some(seat)) => format!("{kind} {}", of_place(seat)),
        (None, None) => format!("{kind} du siège du client"),
    }
}

fn civil_court(facts: &Facts<'_>) -> String {
    let near = facts.total <= facts.figures.money("proximityCeiling");
    let chamber = if near { " (ou sa chambre de proximité)" } else { "" };
    let place = seat(facts).map_or_else(|| "du domicile ou du siège du client".to_owned(), of_place);
    format!("Tribunal judiciaire {place}{chamber}")
}

/// The town of the court that was named.
fn seat<'a>(facts: &Facts<'a>) -> Option<&'a str> {
    let named = facts.input.court.as_deref()?.trim();
    let town =
        ["Tribunal", "tribunal", "TAE", "TC", "TJ"].iter().find(|prefix| named.starts_with(**prefix)).map_or(named, |_| {
            let before =
                [" de ", " d’", " d'", " du "].iter().filter_map(|word| named.rfind(word).map(|at| at + word.len())).max();
            before.map_or("", |at| &named[at..])
        });
    (!town.is_empty()).then_some(town)
}

/// `de Lyon`, `d’Avignon`, `du Mans`.
fn of_place(town: &str) -> String {
    let vowel = plain(town).starts_with(['a', 'e', 'i', 'o', 'u', 'y', 'h']);
    match town.split_once(' ') {
        Some(("Le", rest)) => format!("du {rest}"),
        Some(("Les", rest)) => format!("des {rest}"),
        _ if vowel => format!("d’{town}"),
        _ => format!("de {town}"),
    }
}

/// Lower case, without accents, hyphens or abbreviations, to compare names of towns.
fn plain(town: &str) -> String {
    let letter = |letter: char| match letter {
        'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' | 'Ë' => 'e',
        'à' | 'â' | 'À' | 'Â' => 'a',
        'î' | 'ï' | 'Î' | 'Ï' => 'i',
        'ô' | 'Ô' => 'o',
        'û' | 'ù' | 'Û' | 'Ù' => 'u',
        'ç' | 'Ç' => 'c',
        '-' | '’' | '\'' => ' ',
        other => other.to_ascii_lowercase(),
    };
    let mut plain = String::new();
    for word in town.trim().chars().map(letter).collect::<String>().split(' ') {
        if !plain.is_empty() {
            plain.push(' ');
        }
        plain.push_str(match word {
            "st" | "st." => "saint",
            "ste" | "ste." => "sainte",
            _ => word,
        });
    }
    plain
}
