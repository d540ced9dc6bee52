//! The colours of the window, light and dark.

use crate::charts::{Look, Palette, Rgb};
use egui::Color32;

/// The colours of the window, named by what they mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colours {
    /// Behind the cards.
    pub ground: Rgb,
    /// The navigation.
    pub side: Rgb,
    /// Cards.
    pub surface: Rgb,
    /// Buttons and fields at rest.
    pub control: Rgb,
    /// Buttons under the pointer.
    pub control_hover: Rgb,
    /// Lines around cards.
    pub border: Rgb,
    /// Lines around buttons and fields.
    pub outline: Rgb,
    /// Text.
    pub text: Rgb,
    /// Text of less weight.
    pub weak: Rgb,
    /// What is chosen, and the most important button.
    pub accent: Rgb,
    /// The accent under the pointer.
    pub accent_hover: Rgb,
    /// Text on the accent.
    pub on_accent: Rgb,
    /// Behind what belongs to the choice.
    pub accent_soft: Rgb,
    /// The ring around the widget that has the focus.
    pub focus: Rgb,
    /// Errors.
    pub danger: Rgb,
    /// Behind errors.
    pub danger_soft: Rgb,
    /// The skin of the drawn leg.
    pub limb: Rgb,
    /// The muscles of the drawn leg.
    pub muscle: Rgb,
    /// The drawn body.
    pub figure: Rgb,
    /// The parts of the drawn body on its far side.
    pub figure_far: Rgb,
    /// Things around the drawn body, such as a wall.
    pub figure_prop: Rgb,
}

impl Colours {
    /// The colours of a look.
    #[must_use]
    pub fn of(look: Look) -> &'static Self {
        match look {
            Look::Light => &LIGHT,
            Look::Dark => &DARK,
        }
    }
}

/// The opaque egui colour of an [`Rgb`].
#[must_use]
#[expect(clippy::disallowed_methods, reason = "this is the one place that makes colours")]
pub fn colour(rgb: Rgb) -> Color32 {
    Color32::from_rgb(rgb.0, rgb.1, rgb.2)
}

/// The colour of text on a severity's colour: black or white, whichever stands out more.
#[must_use]
pub fn on_severity(palette: &Palette, severity: u8) -> Rgb {
    let fill = palette.severity(severity);
    let (black, white) = (Rgb(0x10, 0x14, 0x1C), Rgb(0xFF, 0xFF, 0xFF));
    if black.contrast(fill) >= white.contrast(fill) { black } else { white }
}

const LIGHT: Colours = Colours {
    ground: Rgb(0xF2, 0xF4, 0xF9),
    side: Rgb(0xE7, 0xEA, 0xF3),
    surface: Rgb(0xFF, 0xFF, 0xFF),
    control: Rgb(0xF5, 0xF7, 0xFB),
    control_hover: Rgb(0xE9, 0xEE, 0xF8),
    border: Rgb(0xDC, 0xE1, 0xEA),
    outline: Rgb(0x7A, 0x84, 0x96),
    text: Rgb(0x1E, 0x29, 0x3B),
    weak: Rgb(0x55, 0x60, 0x72),
    accent: Rgb(0x3B, 0x4F, 0xA3),
    accent_hover: Rgb(0x30, 0x42, 0x8C),
    on_accent: Rgb(0xFF, 0xFF, 0xFF),
    accent_soft: Rgb(0xE6, 0xEA, 0xFA),
    focus: Rgb(0x0B, 0x6B, 0xD3),
    danger: Rgb(0xA3, 0x26, 0x3A),
    danger_soft: Rgb(0xFC, 0xEC, 0xEE),
    limb: Rgb(0xE3, 0xE8, 0xF2),
    muscle: Rgb(0xC5, 0xCF, 0xE4),
    figure: Rgb(0x7C, 0x89, 0xA3),
    figure_far: Rgb(0xC3, 0xCB, 0xDA),
    figure_prop: Rgb(0xA3, 0xAD, 0xBD),
};

const DARK: Colours = Colours {
    ground: Rgb(0x12, 0x17, 0x20),
    side: Rgb(0x0E, 0x13, 0x1B),
    surface: Rgb(0x1B, 0x22, 0x2E),
    control: Rgb(0x24, 0x2D, 0x3C),
    control_hover: Rgb(0x2E, 0x39, 0x4C),
    border: Rgb(0x2A, 0x34, 0x44),
    outline: Rgb(0x75, 0x84, 0x9C),
    text: Rgb(0xE8, 0xED, 0xF4),
    weak: Rgb(0xA7, 0xB2, 0xC3),
    accent: Rgb(0xA9, 0xB8, 0xFF),
    accent_hover: Rgb(0xC2, 0xCD, 0xFF),
    on_accent: Rgb(0x15, 0x1C, 0x3A),
    accent_soft: Rgb(0x2A, 0x33, 0x57),
    focus: Rgb(0x6F, 0xB6, 0xFF),
    danger: Rgb(0xFF, 0xA3, 0xAF),
    danger_soft: Rgb(0x3A, 0x20, 0x29),
    limb: Rgb(0x2A, 0x34, 0x46),
    muscle: Rgb(0x43, 0x51, 0x6B),
    figure: Rgb(0x85, 0x92, 0xA8),
    figure_far: Rgb(0x46, 0x53, 0x6A),
    figure_prop: Rgb(0x5B, 0x69, 0x80),
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_text_has_a_contrast_of_at_least_four_and_a_half() {
        for c in [LIGHT, DARK] {
            let pairs = [
                (c.text, c.ground),
                (c.text, c.side),
                (c.text, c.surface),
                (c.text, c.control),
                (c.text, c.control_hover),
                (c.text, c.accent_soft),
                (c.text, c.danger_soft),
                (c.weak, c.ground),
                (c.weak, c.side),
                (c.weak, c.surface),
                (c.weak, c.control),
                (c.weak, c.accent_soft),
                (c.on_accent, c.accent),
                (c.on_accent, c.accent_hover),
                (c.accent, c.surface),
                (c.accent, c.accent_soft),
                (c.danger, c.surface),
                (c.danger, c.danger_soft),
                (c.text, c.limb),
                (c.text, c.muscle),
            ];
            for (text, behind) in pairs {
                assert!(text.contrast(behind) >= 4.5, "{text:?} on {behind:?}: {:.2}", text.contrast(behind));
            }
        }
    }

    #[test]
    fn edges_of_fields_and_buttons_have_a_contrast_of_at_least_three() {
        for c in [LIGHT, DARK] {
            for beside in [c.ground, c.side, c.surface, c.control, c.control_hover, c.accent_soft, c.danger_soft, c.limb] {
                assert!(c.outline.contrast(beside) >= 3.0, "{beside:?}: {:.2}", c.outline.contrast(beside));
                let chosen = c.accent.contrast(beside);
                assert!(chosen >= 3.0, "a chosen button has no edge but its own colour, on {beside:?}: {chosen:.2}");
            }
        }
    }

    #[test]
    fn numbers_on_severities_can_be_read() {
        for look in [Look::Light, Look::Dark] {
            let palette = Palette::of(look);
            for severity in 0..=10 {
                let contrast = on_severity(&palette, severity).contrast(palette.severity(severity));
                assert!(contrast >= 4.5, "{look:?} {severity}: {contrast:.2}");
            }
        }
    }

    #[test]
    fn drawn_figures_stand_out_from_their_card() {
        for c in [LIGHT, DARK] {
            assert!(c.figure.contrast(c.surface) >= 3.0 && c.accent.contrast(c.surface) >= 3.0);
            assert!(c.figure.contrast(c.figure_far) >= 1.5, "near and far can be told apart");
        }
    }

    #[test]
    fn the_keyboard_ring_stands_out_from_what_it_surrounds() {
        for c in [LIGHT, DARK] {
            for behind in [c.ground, c.side, c.surface, c.control] {
                assert!(c.focus.contrast(behind) >= 3.0, "{behind:?}: {:.2}", c.focus.contrast(behind));
            }
        }
    }
}
