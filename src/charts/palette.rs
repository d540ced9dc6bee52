//! The colours of the charts, which are those of the program.
//!
//! Severity runs from light to dark (on light paper) or dark to light (on dark), so that it can be told
//! apart without seeing hues; blue and orange stay apart in every common colour blindness.

/// A colour as red, green and blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

/// On light or on dark paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Look {
    /// Dark ink on light paper; also for print.
    Light,
    /// Light ink on dark paper.
    Dark,
}

/// The colours of a look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// Behind everything.
    pub paper: Rgb,
    /// The plain text.
    pub ink: Rgb,
    /// Text of less weight.
    pub faint_ink: Rgb,
    /// Lines of the grid.
    pub grid: Rgb,
    /// Drinks.
    pub drink: Rgb,
    /// Stretching.
    pub stretch: Rgb,
    /// Minerals.
    pub mineral: Rgb,
    /// The line of means.
    pub mean: Rgb,
    /// Goal or reference.
    pub reference: Rgb,
    /// Severity 0 to 3.
    pub mild: Rgb,
    /// Severity 4 to 6.
    pub moderate: Rgb,
    /// Severity 7 to 10.
    pub severe: Rgb,
}

impl Palette {
    /// The colours of a look.
    #[must_use]
    pub fn of(look: Look) -> Self {
        match look {
            Look::Light => LIGHT,
            Look::Dark => DARK,
        }
    }

    /// The colour of a severity, 0 to 10.
    #[must_use]
    pub fn severity(&self, severity: u8) -> Rgb {
        match severity {
            0..=3 => self.mild,
            4..=6 => self.moderate,
            _ => self.severe,
        }
    }
}

const LIGHT: Palette = Palette {
    paper: Rgb(0xFF, 0xFF, 0xFF),
    ink: Rgb(0x1E, 0x29, 0x3B),
    faint_ink: Rgb(0x55, 0x60, 0x72),
    grid: Rgb(0xE3, 0xE8, 0xEF),
    drink: Rgb(0x6F, 0xA8, 0xDC),
    stretch: Rgb(0x4F, 0xB0, 0xA5),
    mineral: Rgb(0x9D, 0x92, 0xD3),
    mean: Rgb(0x1E, 0x29, 0x3B),
    reference: Rgb(0x1F, 0x5F, 0xA8),
    mild: Rgb(0xEF, 0xB3, 0x4A),
    moderate: Rgb(0xC2, 0x52, 0x1F),
    severe: Rgb(0x7A, 0x1E, 0x52),
};

const DARK: Palette = Palette {
    paper: Rgb(0x1B, 0x22, 0x2E),
    ink: Rgb(0xE8, 0xED, 0xF4),
    faint_ink: Rgb(0xA7, 0xB2, 0xC3),
    grid: Rgb(0x31, 0x3B, 0x4B),
    drink: Rgb(0x4A, 0x87, 0xC4),
    stretch: Rgb(0x3A, 0x94, 0x8B),
    mineral: Rgb(0x80, 0x74, 0xC2),
    mean: Rgb(0xF2, 0xF5, 0xF9),
    reference: Rgb(0x8C, 0xBF, 0xF5),
    mild: Rgb(0x9A, 0x65, 0x20),
    moderate: Rgb(0xE8, 0x83, 0x4A),
    severe: Rgb(0xFF, 0xC1, 0xD9),
};

impl Rgb {
    /// Relative luminance, 0 to 1, as WCAG 2.2 defines it.
    #[must_use]
    pub fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }

    /// Contrast with another colour, 1 to 21, as WCAG 2.2 defines it.
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_of_charts_can_be_read() {
        for palette in [LIGHT, DARK] {
            for ink in [palette.ink, palette.faint_ink, palette.reference] {
                assert!(ink.contrast(palette.paper) >= 4.5, "{ink:?} on {:?}: {}", palette.paper, ink.contrast(palette.paper));
            }
        }
    }

    #[test]
    fn severity_can_be_told_apart_by_lightness_alone() {
        for palette in [LIGHT, DARK] {
            assert!(palette.mild.contrast(palette.moderate) >= 1.5);
            assert!(palette.moderate.contrast(palette.severe) >= 1.5);
            for colour in [palette.moderate, palette.severe] {
                assert!(colour.contrast(palette.paper) >= 3.0, "{colour:?}");
            }
        }
    }
}
