//! A panel of the trends: what it shows.

use crate::domain::{Factor, FactorKind, Measure};

/// What one panel of the trends chart shows: a measure, or one of the person's own factors with its name and unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// The measure.
    pub measure: Measure,
    /// The heading.
    pub label: String,
    /// The unit of its values; empty for counts and for yes or no.
    pub unit: String,
    /// Whether its values are amounts, yes or no, or from 0 to 10.
    pub kind: FactorKind,
    /// The goal or reference, in the unit of the values; `None` for none.
    pub reference: Option<f64>,
}

impl Panel {
    /// The panel of a measure that is no factor of the person's own.
    #[must_use]
    pub fn new(measure: Measure) -> Self {
        let values = measure.values();
        Self { measure, label: measure.label().to_owned(), unit: values.unit().to_owned(), kind: values.factor_kind(), reference: None }
    }

    /// The panel of a factor of the person's own.
    #[must_use]
    pub fn own(measure: Measure, factor: &Factor) -> Self {
        let (label, unit) = (factor.name.as_str().to_owned(), factor.unit.clone());
        Self { label, unit, kind: factor.kind, ..Self::new(measure) }
    }

    /// This panel with a goal or reference; `None` for none.
    #[must_use]
    pub fn against(self, reference: Option<f64>) -> Self {
        Self { reference, ..self }
    }
}
