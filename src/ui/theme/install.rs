//! Gives egui the typefaces, text sizes, spacing and colours of this program.

use super::{BOLD, Colours, bold, card_title, colour, page_heading, reading, space, strong};
use crate::charts::Look;
use crate::domain::ThemeChoice;
use egui::style::{ScrollAnimation, Selection, WidgetVisuals};
use egui::{
    Context, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, FontTweak, Margin, Shadow, Stroke, Style, TextStyle, Theme,
    ThemePreference, Visuals, vec2,
};
use std::{collections::BTreeMap, sync::Arc};

/// The icons in use, made by `just icons` of the font in `egui_material_icons`, whose thousands take 1.8 MB.
const ICONS: &[u8] = include_bytes!("../../../assets/icons.ttf");

/// How long things glide, in seconds.
const GLIDE_S: f32 = 0.08;

/// Gives egui the typefaces, text sizes, spacing and colours of the light and the dark look. Call it once, before the first frame.
pub fn install(context: &Context) {
    context.set_fonts(fonts());
    for (theme, look) in [(Theme::Light, Look::Light), (Theme::Dark, Look::Dark)] {
        context.style_mut_of(theme, |style| set_style(style, look));
    }
    context.options_mut(|options| {
        // The steps of text are ours; see `shortcuts`.
        options.zoom_with_keyboard = false;
        options.fallback_theme = Theme::Light;
    });
}

/// Switches to the light look, the dark look, or the one that the system prefers (light if that is unknown).
pub fn apply(context: &Context, choice: ThemeChoice) {
    context.set_theme(match choice {
        ThemeChoice::System => ThemePreference::System,
        ThemeChoice::Light => ThemePreference::Light,
        ThemeChoice::Dark => ThemePreference::Dark,
    });
}

/// Sets whether things glide when they open, close and scroll, or are there at once.
pub fn set_motion(context: &Context, glides: bool) {
    for theme in [Theme::Light, Theme::Dark] {
        context.style_mut_of(theme, |style| {
            style.animation_time = if glides { GLIDE_S } else { 0.0 };
            style.scroll_animation = if glides { ScrollAnimation::default() } else { ScrollAnimation::none() };
        });
    }
}

fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    // The font's icons hang a little high beside words.
    let lower = FontTweak { y_offset_factor: 0.05, ..FontTweak::default() };
    for (name, data) in [
        ("regular", FontData::from_static(notosans::REGULAR_TTF)),
        (BOLD, FontData::from_static(notosans::BOLD_TTF)),
        ("icons", FontData::from_static(ICONS).tweak(lower)),
    ] {
        fonts.font_data.insert(name.to_owned(), Arc::new(data));
    }
    let chain = |first: &str| vec![first.to_owned(), "icons".to_owned()];
    fonts.families.insert(FontFamily::Proportional, chain("regular"));
    fonts.families.insert(FontFamily::Monospace, chain("regular"));
    fonts.families.insert(FontFamily::Name(BOLD.into()), chain(BOLD));
    fonts.families.insert(FontFamily::Name(egui_material_icons::FONT_FAMILY.into()), chain("icons"));
    fonts
}

fn set_style(style: &mut Style, look: Look) {
    style.text_styles = BTreeMap::from([
        (TextStyle::Small, FontId::proportional(13.0)),
        (TextStyle::Body, FontId::proportional(15.0)),
        (TextStyle::Button, FontId::proportional(15.0)),
        (TextStyle::Monospace, FontId::proportional(15.0)),
        (strong(), bold(15.0)),
        (card_title(), bold(18.0)),
        (TextStyle::Heading, bold(23.0)),
        (page_heading(2), bold(27.0)),
        (page_heading(3), bold(19.0)),
        (page_heading(4), bold(16.0)),
        (page_heading(5), bold(13.0)),
        (reading(), FontId::proportional(16.0)),
    ]);
    style.spacing.item_spacing = vec2(space::SMALL + 2.0, space::SMALL + 2.0);
    style.spacing.button_padding = vec2(12.0, 6.0);
    style.spacing.interact_size = vec2(32.0, 32.0);
    style.spacing.menu_margin = Margin::same(10);
    style.spacing.window_margin = Margin::same(16);
    style.spacing.scroll.floating = true;
    style.spacing.tooltip_width = 320.0;
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.6;
    style.animation_time = GLIDE_S;
    style.visuals = visuals(look);
}

fn visuals(look: Look) -> Visuals {
    let c = Colours::of(look);
    let mut visuals = match look {
        Look::Light => Visuals::light(),
        Look::Dark => Visuals::dark(),
    };
    let widget = |fill, line, width| WidgetVisuals {
        bg_fill: colour(fill),
        weak_bg_fill: colour(fill),
        bg_stroke: Stroke::new(width, colour(line)),
        corner_radius: CornerRadius::same(space::RADIUS),
        fg_stroke: Stroke::new(1.0, colour(c.text)),
        expansion: 0.0,
    };
    visuals.widgets.noninteractive = widget(c.surface, c.border, 1.0);
    visuals.widgets.inactive = widget(c.control, c.outline, 1.0);
    visuals.widgets.hovered = widget(c.control_hover, c.outline, 1.0);
    visuals.widgets.active = widget(c.control_hover, c.focus, 2.0);
    visuals.widgets.open = widget(c.control_hover, c.outline, 1.0);
    visuals.selection = Selection { bg_fill: colour(c.accent_soft), stroke: Stroke::new(2.0, colour(c.focus)) };
    visuals.override_text_color = None;
    visuals.weak_text_color = Some(colour(c.weak));
    visuals.hyperlink_color = colour(c.accent);
    visuals.panel_fill = colour(c.ground);
    visuals.window_fill = colour(c.surface);
    visuals.window_stroke = Stroke::new(1.0, colour(c.border));
    visuals.window_corner_radius = CornerRadius::same(space::CARD_RADIUS);
    visuals.menu_corner_radius = CornerRadius::same(space::CARD_RADIUS);
    visuals.extreme_bg_color = colour(c.control);
    visuals.text_edit_bg_color = Some(colour(c.control));
    visuals.faint_bg_color = colour(c.control);
    visuals.error_fg_color = colour(c.danger);
    visuals.warn_fg_color = colour(c.danger);
    visuals.popup_shadow = Shadow { offset: [0, 4], blur: 16, spread: 0, color: colour(c.ground).gamma_multiply(0.6) };
    visuals.window_shadow = visuals.popup_shadow;
    visuals
}
