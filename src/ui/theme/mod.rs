//! The look: colours, type, spacing. Nothing else in the program names a colour or a size of text.

mod colours;
mod install;

pub use colours::{Colours, colour, on_severity};
pub use install::{apply, install, set_motion};

use crate::charts::{Look, Palette};
use egui::{FontFamily, FontId, TextStyle, Ui};

/// Distances in points. One scale, so that things line up.
pub mod space {
    /// Between a label and what it labels: 6 points.
    pub const SMALL: f32 = 6.0;
    /// Between neighbouring widgets: 10 points.
    pub const MEDIUM: f32 = 10.0;
    /// Between groups of widgets, and inside cards: 16 points.
    pub const LARGE: f32 = 16.0;
    /// The radius of the corners of cards: 12 points.
    pub const CARD_RADIUS: u8 = 12;
    /// The radius of the corners of buttons and fields: 8 points.
    pub const RADIUS: u8 = 8;
}

/// The text style of the name of a screen.
#[must_use]
pub fn screen_title() -> TextStyle {
    TextStyle::Heading
}

/// The text style of the name of a card.
#[must_use]
pub fn card_title() -> TextStyle {
    TextStyle::Name("card title".into())
}

/// A heading of this level inside a page that is read: 2 is its title.
#[must_use]
pub fn page_heading(level: usize) -> TextStyle {
    let name = match level {
        0..=2 => "page title",
        3 => "page heading",
        4 => "page part",
        _ => "group",
    };
    TextStyle::Name(name.into())
}

/// The typeface of icons, in `size` points.
#[must_use]
pub fn icons(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(egui_material_icons::FONT_FAMILY.into()))
}

/// Text that is read at length.
#[must_use]
pub fn reading() -> TextStyle {
    TextStyle::Name("reading".into())
}

/// The distance between lines of text that is read at length: 24 points.
pub const READING_LINE: f32 = 24.0;

/// Text that matters, in the size of the body.
#[must_use]
pub fn strong() -> TextStyle {
    TextStyle::Name("strong".into())
}

/// The colours of this `ui`: those of the light or of the dark look.
#[must_use]
pub fn colours(ui: &Ui) -> &'static Colours {
    Colours::of(look(ui))
}

/// The colours of charts in this `ui`: those of the light or of the dark look.
#[must_use]
pub fn palette(ui: &Ui) -> Palette {
    Palette::of(look(ui))
}

/// Whether this `ui` is painted light or dark.
#[must_use]
pub fn look(ui: &Ui) -> Look {
    if ui.visuals().dark_mode { Look::Dark } else { Look::Light }
}

/// The family of the bold typeface.
pub const BOLD: &str = "bold";

/// The bold typeface, in `size` points.
#[must_use]
pub fn bold(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(BOLD.into()))
}
