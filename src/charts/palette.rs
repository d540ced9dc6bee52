//! The colours of the charts, which are those of the program.
//!
//! Severity is a ramp of three steps, sand to orange to red, that nothing else uses: it becomes darker and more vivid with severity on light and
//! on dark paper, so that it can be told apart without seeing hues; bars and cells add a mark for each step (`Pen::severity_bar`).
//! Series have the blue, the bluish green and the reddish purple of Okabe and Ito (2008), somewhat darker on light paper.
//! The tests look at them as people without one kind of cone do (Machado, Oliveira and Fernandes 2009).

/// A colour as red, green and blue, 0 to 255 each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

/// Whether charts and window are light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Look {
    /// Dark ink on light paper; also for print.
    Light,
    /// Light ink on dark paper.
    Dark,
}

/// The colours of charts, light or dark.
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
    /// The lines over what was not logged.
    pub hatch: Rgb,
    /// Drinks.
    pub drink: Rgb,
    /// Stretching, exercise, standing.
    pub stretch: Rgb,
    /// Nutrients: from food filled, from supplements hatched.
    pub mineral: Rgb,
    /// What did not help, beside what did, which has the colour of stretching.
    pub not_helped: Rgb,
    /// Everything else: sleep, heat, factors of the person's own.
    pub plain: Rgb,
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
    /// The colours of charts in this look.
    #[must_use]
    pub fn of(look: Look) -> Self {
        match look {
            Look::Light => LIGHT,
            Look::Dark => DARK,
        }
    }

    /// The colour of a severity: one for 0 to 3, one for 4 to 6, one from 7 on.
    #[must_use]
    pub fn severity(&self, severity: u8) -> Rgb {
        match severity {
            0..=3 => self.mild,
            4..=6 => self.moderate,
            _ => self.severe,
        }
    }

    /// How many lines mark a severity beside its colour: 0 for mild, 1 for moderate, 2 for severe.
    #[must_use]
    pub fn marks(severity: u8) -> i32 {
        match severity {
            0..=3 => 0,
            4..=6 => 1,
            _ => 2,
        }
    }
}

const LIGHT: Palette = Palette {
    paper: Rgb(0xFF, 0xFF, 0xFF),
    ink: Rgb(0x1E, 0x29, 0x3B),
    faint_ink: Rgb(0x55, 0x60, 0x72),
    grid: Rgb(0xE3, 0xE8, 0xEF),
    hatch: Rgb(0xD3, 0xDA, 0xE4),
    drink: Rgb(0x1F, 0x7F, 0xBD),
    stretch: Rgb(0x0A, 0x92, 0x69),
    mineral: Rgb(0xC2, 0x64, 0x9B),
    not_helped: Rgb(0x3F, 0x47, 0x56),
    plain: Rgb(0x73, 0x7C, 0x89),
    mean: Rgb(0x1E, 0x29, 0x3B),
    reference: Rgb(0x1F, 0x5F, 0xA8),
    mild: Rgb(0xC4, 0x84, 0x0F),
    moderate: Rgb(0xBF, 0x4A, 0x12),
    severe: Rgb(0x7A, 0x06, 0x16),
};

const DARK: Palette = Palette {
    paper: Rgb(0x1B, 0x22, 0x2E),
    ink: Rgb(0xE8, 0xED, 0xF4),
    faint_ink: Rgb(0xA7, 0xB2, 0xC3),
    grid: Rgb(0x31, 0x3B, 0x4B),
    hatch: Rgb(0x3B, 0x47, 0x59),
    drink: Rgb(0x56, 0xB4, 0xE9),
    stretch: Rgb(0x1F, 0xB3, 0x89),
    mineral: Rgb(0xD4, 0x88, 0xB4),
    not_helped: Rgb(0x66, 0x71, 0x8A),
    plain: Rgb(0x8A, 0x95, 0xA6),
    mean: Rgb(0xF2, 0xF5, 0xF9),
    reference: Rgb(0x8C, 0xBF, 0xF5),
    mild: Rgb(0xD2, 0xBC, 0x86),
    moderate: Rgb(0xEE, 0x77, 0x22),
    severe: Rgb(0xE0, 0x18, 0x2D),
};

impl Rgb {
    /// Relative luminance, 0 to 1, as WCAG 2.2 defines it.
    #[must_use]
    pub fn luminance(self) -> f64 {
        0.2126 * Self::linear(self.0) + 0.7152 * Self::linear(self.1) + 0.0722 * Self::linear(self.2)
    }

    /// How much light a channel stands for, 0 to 1.
    fn linear(channel: u8) -> f64 {
        let share = f64::from(channel) / 255.0;
        if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
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

    /// What people see who lack the cones for red, for green, for blue: Machado, Oliveira and Fernandes (2009), severity 1, for
    /// linear red, green and blue.
    const BLINDNESSES: [(&str, [[f64; 3]; 3]); 4] = [
        ("none", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
        ("protanopia", [[0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998]]),
        ("deuteranopia", [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]]),
        ("tritanopia", [[1.255_528, -0.076_749, -0.178_779], [-0.078_411, 0.930_809, 0.147_602], [0.004_733, 0.691_367, 0.303_900]]),
    ];

    /// A colour in the `OKLab` space (Ottosson 2020), in which equal distances look about equally far apart.
    fn seen(colour: Rgb, blindness: &[[f64; 3]; 3]) -> [f64; 3] {
        let linear = [colour.0, colour.1, colour.2].map(Rgb::linear);
        let times = |rows: &[[f64; 3]; 3], v: [f64; 3]| rows.map(|row| row.iter().zip(v).map(|(a, b)| a * b).sum::<f64>());
        let light = times(blindness, linear).map(|part| part.clamp(0.0, 1.0));
        let cones = [
            [0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9],
            [0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6],
            [0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5],
        ];
        let lab = [
            [0.210_454_255_3, 0.793_617_785_0, -0.004_072_046_8],
            [1.977_998_495_1, -2.428_592_205_0, 0.450_593_709_9],
            [0.025_904_037_1, 0.782_771_766_2, -0.808_675_766_0],
        ];
        times(&lab, times(&cones, light).map(f64::cbrt))
    }

    fn distance(a: Rgb, b: Rgb, blindness: &[[f64; 3]; 3]) -> f64 {
        let (a, b) = (seen(a, blindness), seen(b, blindness));
        a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
    }

    #[test]
    fn text_of_charts_can_be_read() {
        for palette in [LIGHT, DARK] {
            for ink in [palette.ink, palette.faint_ink, palette.reference] {
                assert!(ink.contrast(palette.paper) >= 4.5, "{ink:?} on {:?}: {}", palette.paper, ink.contrast(palette.paper));
            }
        }
    }

    #[test]
    fn whatever_is_filled_stands_out_from_the_paper() {
        for palette in [LIGHT, DARK] {
            let series = [palette.drink, palette.stretch, palette.mineral, palette.not_helped, palette.plain, palette.mean];
            for colour in series.into_iter().chain([palette.mild, palette.moderate, palette.severe]) {
                assert!(colour.contrast(palette.paper) >= 3.0, "{colour:?}: {}", colour.contrast(palette.paper));
            }
        }
    }

    #[test]
    fn what_stands_in_one_panel_can_be_told_apart_with_any_colour_blindness() {
        for palette in [LIGHT, DARK] {
            for (name, blindness) in &BLINDNESSES {
                for (a, b) in [
                    (palette.mild, palette.moderate),
                    (palette.moderate, palette.severe),
                    (palette.mild, palette.severe),
                    (palette.stretch, palette.not_helped),
                    (palette.moderate, palette.mineral),
                    (palette.severe, palette.mineral),
                    (palette.reference, palette.mean),
                ] {
                    // Twice what two colours side by side need to look different at all is 0.04.
                    assert!(distance(a, b, blindness) >= 0.08, "{name}: {a:?} and {b:?}: {}", distance(a, b, blindness));
                }
            }
        }
    }

    #[test]
    fn severity_can_be_told_apart_by_lightness_alone() {
        for palette in [LIGHT, DARK] {
            let ramp = [palette.mild, palette.moderate, palette.severe];
            for (milder, worse) in ramp.into_iter().zip(&ramp[1..]) {
                assert!(milder.contrast(*worse) >= 1.5 && milder.luminance() > worse.luminance());
            }
        }
    }

    #[test]
    fn worse_is_more_vivid() {
        let chroma = |colour| {
            let [_, a, b] = seen(colour, &BLINDNESSES[0].1);
            a.hypot(b)
        };
        assert!(chroma(DARK.mild) < chroma(DARK.moderate) && chroma(DARK.moderate) < chroma(DARK.severe));
    }

    #[test]
    fn what_helped_and_what_did_not_differ_in_lightness_too() {
        for palette in [LIGHT, DARK] {
            assert!(palette.stretch.contrast(palette.not_helped) >= 1.5);
        }
    }
}
