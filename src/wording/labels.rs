//! Names of what figures are about.

use crate::insights::{DurationBin, Site};

impl Site {
    /// Its name.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Calf => "Calf",
            Self::Foot => "Foot",
            Self::Thigh => "Thigh",
            Self::Elsewhere => "Elsewhere",
        }
    }
}

impl DurationBin {
    /// Its label, in minutes: "under ½".
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::UnderHalf => "under ½",
            Self::HalfTo1 => "½ to 1",
            Self::From1To2 => "1 to 2",
            Self::From2To5 => "2 to 5",
            Self::From5To10 => "5 to 10",
            Self::Over10 => "over 10",
            Self::Over30 => "over 30",
        }
    }
}
