//! The order in which figures are read: what is asked first comes first.

use dument_law::reference::{Figure, Unit};

/// What a figure is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Rates that change every half-year.
    Rates,
    /// What the law makes of them.
    Penalties,
    /// How long one can act.
    Limitation,
    /// Terms of procedures.
    Terms,
    /// Amounts that open or close a route.
    Ceilings,
    /// What a procedure costs.
    Costs,
}

impl Theme {
    /// All themes, in the order of the page.
    pub const ALL: [Self; 6] = [Self::Rates, Self::Penalties, Self::Limitation, Self::Terms, Self::Ceilings, Self::Costs];

    /// The theme of a figure. Its unit tells most; its `id` tells the rest.
    #[must_use]
    pub fn of(figure: &Figure) -> Self {
        let id = figure.id.as_str();
        let starts = |prefixes: &[&str]| prefixes.iter().any(|prefix| id.starts_with(prefix));
        match figure.unit {
            _ if figure.known_until.is_some() => Self::Rates,
            _ if starts(&["statutoryMargin", "floorMultiple", "judgmentIncrease", "recoveryIndemnity"]) => Self::Penalties,
            _ if starts(&["limitation", "chequePresentation"]) => Self::Limitation,
            Unit::Days | Unit::Months | Unit::Years => Self::Terms,
            _ if id.ends_with("Ceiling") || id == "writtenProofFloor" => Self::Ceilings,
            _ => Self::Costs,
        }
    }

    /// The `id` of its part of the page.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Rates => "taux",
            Self::Penalties => "penalites",
            Self::Limitation => "prescription",
            Self::Terms => "delais",
            Self::Ceilings => "plafonds",
            Self::Costs => "couts",
        }
    }

    /// Its title.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Rates => "Taux d’intérêt",
            Self::Penalties => "Pénalités de retard",
            Self::Limitation => "Prescription",
            Self::Terms => "Délais de procédure",
            Self::Ceilings => "Plafonds et seuils",
            Self::Costs => "Coûts et contributions",
        }
    }
}

#[cfg(test)]
mod tests {
    use dument_law::Reference;

    use super::*;

    #[test]
    fn figures_are_where_one_looks_for_them() {
        let reference = Reference::published();
        for (id, theme) in [
            ("refinancingRate", Theme::Rates),
            ("recoveryIndemnity", Theme::Penalties),
            ("limitationBusiness", Theme::Limitation),
            ("paymentOrderServiceMonths", Theme::Terms),
            ("smallClaimsCeiling", Theme::Ceilings),
            ("officerServiceFee", Theme::Costs),
        ] {
            assert_eq!(Theme::of(reference.figure(id).unwrap()), theme, "{id}");
        }
    }
}
