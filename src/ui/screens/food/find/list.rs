//! A list of foods, searched or ranked: made when what it depends on changes, painted as far as it is in sight.

use super::super::FoodView;
use super::super::references::{References, portion_words};
use super::ranking::Choice;
use crate::domain::{Day, FoodId};
use crate::nutrition::{Food, FoodSource};
use crate::ui::theme::{self, colour, space};
use crate::ui::widgets::{bar, focus_ring, per_cent};
use egui::accesskit::Role;
use egui::text::{LayoutJob, TextWrapping};
use egui::{Align2, CornerRadius, FontId, Key, Rect, Response, ScrollArea, Sense, TextStyle, Ui, WidgetInfo, pos2, vec2};

/// At most so many foods are found.
const MOST_FOUND: usize = 200;

/// Height of a row, in points.
const ROW: f32 = 46.0;

/// Room for a bar and its number, in points.
const FIGURES: f32 = 132.0;

/// What is listed.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum What {
    /// The foods that fit these words.
    Words(String),
    /// The foods that are rich in a nutrient.
    Ranking(Choice),
}

/// A food in the list.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) food: FoodId,
    pub(super) name: String,
    /// The portion, and what else tells it from others.
    pub(super) about: String,
    /// An amount in words, and its share of the reference.
    pub(super) amount: Option<(String, Option<f64>)>,
}

/// A food that was pressed.
#[derive(Debug)]
pub(super) struct Opened {
    pub(super) food: FoodId,
    pub(super) by_keyboard: bool,
}

/// The list.
#[derive(Debug, Default)]
pub(super) struct FoodList {
    made_for: Option<(What, Day, u64)>,
    rows: Vec<Row>,
}

impl FoodList {
    /// Makes the list anew if it is for something else.
    pub(super) fn follow(&mut self, what: What, view: FoodView<'_>, references: &References) {
        let made_for = (what, view.day, view.version);
        if self.made_for.as_ref() == Some(&made_for) {
            return;
        }
        self.rows = match &made_for.0 {
            What::Words(words) => found(words, view),
            What::Ranking(choice) => choice.ranked(view, references),
        };
        self.made_for = Some(made_for);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    pub(super) fn first(&self) -> Option<&FoodId> {
        self.rows.first().map(|row| &row.food)
    }

    /// Paints what is in sight; `open` is marked, `to_first` gives the keyboard to the first row.
    pub(super) fn ui(&self, ui: &mut Ui, open: Option<&FoodId>, to_first: bool) -> Option<Opened> {
        let mut opened = None;
        // Another list begins at its beginning.
        let salt = self.made_for.as_ref().map(|(what, ..)| format!("{what:?}"));
        ui.spacing_mut().item_spacing.y = 2.0;
        ScrollArea::vertical().id_salt(salt).auto_shrink([false, false]).show_rows(ui, ROW, self.rows.len(), |ui, visible| {
            ui.set_max_width(ui.available_width() - space::SMALL);
            for (place, row) in visible.clone().zip(&self.rows[visible]) {
                let response = row_ui(ui, row, open == Some(&row.food));
                if to_first && place == 0 {
                    response.request_focus();
                }
                if response.clicked() {
                    let by_keyboard =
                        response.has_focus() && ui.input(|input| input.key_pressed(Key::Enter) || input.key_pressed(Key::Space));
                    opened = Some(Opened { food: row.food.clone(), by_keyboard });
                }
            }
        });
        opened
    }
}

fn found(words: &str, view: FoodView<'_>) -> Vec<Row> {
    let found = view.kitchen.book.search(words, view.known, MOST_FOUND);
    found.iter().map(|food| Row { food: food.id.clone(), name: food.name.clone(), about: about(food, view), amount: None }).collect()
}

/// "1 oz (28 g), nuts and seeds".
fn about(food: &Food, view: FoodView<'_>) -> String {
    let kind = match &food.source {
        FoodSource::Usda(_) => food.group().map(|group| group.label().to_lowercase()),
        FoodSource::Own => Some("your own".to_owned()),
        FoodSource::Recipe => Some("your recipe".to_owned()),
        FoodSource::Imported { brand, .. } => brand.clone(),
    };
    let opinion = view.kitchen.opinion(&food.id).map(|opinion| opinion.label().to_lowercase());
    let parts = [Some(portion_words(food.usual_portion())), kind, opinion];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn row_ui(ui: &mut Ui, row: &Row, open: bool) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, open, said(row)));
    if ui.is_rect_visible(rect) {
        let c = theme::colours(ui);
        let radius = CornerRadius::same(space::RADIUS);
        if open {
            ui.painter().rect_filled(rect, radius, colour(c.accent_soft));
        } else if response.hovered() {
            ui.painter().rect_filled(rect, radius, colour(c.control_hover));
        }
        let inner = rect.shrink2(vec2(8.0, 4.0));
        let (body, small) = (TextStyle::Body.resolve(ui.style()), TextStyle::Small.resolve(ui.style()));
        let (mut name_room, mut about_room) = (inner.width(), inner.width());
        if let Some((amount, share)) = &row.amount {
            let painted = ui.painter().text(inner.right_top(), Align2::RIGHT_TOP, amount, body.clone(), colour(c.text));
            name_room -= painted.width() + 12.0;
            about_room -= FIGURES + 12.0;
            if let Some(share) = share {
                let middle = inner.top() + 29.0;
                let from = inner.right() - FIGURES;
                bar(ui, Rect::from_min_max(pos2(from, middle - 3.0), pos2(inner.right() - 54.0, middle + 3.0)), *share);
                ui.painter().text(pos2(inner.right(), middle), Align2::RIGHT_CENTER, per_cent(*share), small.clone(), colour(c.weak));
            }
        }
        line(ui, (&row.name, body, c.text), inner.left_top(), name_room);
        line(ui, (&row.about, small, c.weak), pos2(inner.left(), inner.top() + 20.0), about_room);
    }
    focus_ring(ui, &response, rect.shrink(2.0));
    response
}

/// What a screen reader says: "Almonds, 1 oz (28 g), 76 mg, 24 %".
fn said(row: &Row) -> String {
    let amount = row.amount.as_ref().map_or_else(String::new, |(amount, share)| {
        let share = share.map_or_else(String::new, |share| format!(", {}", per_cent(share)));
        format!(", {amount}{share}")
    });
    format!("{}, {}{amount}", row.name, row.about)
}

/// One line of text, shortened to the room.
fn line(ui: &Ui, (words, font, ink): (&str, FontId, crate::charts::Rgb), at: egui::Pos2, room: f32) {
    let mut job = LayoutJob::simple_singleline(words.to_owned(), font, colour(ink));
    job.wrap = TextWrapping::truncate_at_width(room.max(40.0));
    let galley = ui.painter().layout_job(job);
    ui.painter().galley(at, galley, colour(ink));
}
