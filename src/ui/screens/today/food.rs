//! Food: three letters, or one press for a usual one.

use super::{day_words, key};
use crate::diary::{Command, Page, Repeat};
use crate::domain::{Entry, FoodEntry, FoodId, Grams, Id};
use crate::nutrition::{Food, catalogue, search};
use crate::ui::action::Actions;
use crate::ui::theme;
use crate::ui::widgets::{Field, Pressed, Push, card_ui, entry_ui, field_ui, heading_ui, typed, weak_label};
use egui::accesskit::Role;
use egui::{Key, RichText, TextEdit, Ui, WidgetInfo};
use egui_material_icons::icons::{ICON_ADD, ICON_CONTENT_COPY};

/// What is being typed.
#[derive(Debug, Default)]
pub(super) struct FoodSection {
    typed: String,
    found: Option<(String, Vec<&'static Food>)>,
    editing: Option<(Id<FoodEntry>, Field)>,
}

impl FoodSection {
    pub(super) fn ui(&mut self, ui: &mut Ui, page: &Page, actions: &mut Actions) {
        card_ui(ui, |ui| {
            ui.horizontal(|ui| {
                heading_ui(ui, "Food").on_hover_text("Key: F");
                weak_label(ui, day_words(page));
            });
            self.search_ui(ui, page, actions);
            if self.typed.trim().is_empty() {
                usual_ui(ui, page, actions);
            }
            self.logged_ui(ui, page, actions);
        });
    }

    fn search_ui(&mut self, ui: &mut Ui, page: &Page, actions: &mut Actions) {
        let edit = TextEdit::singleline(&mut self.typed).hint_text("Type three letters, for example \"ban\"").desired_width(f32::INFINITY);
        let response = ui.add(edit.margin(egui::Margin::symmetric(10, 8)));
        let text = self.typed.clone();
        response.widget_info(|| WidgetInfo {
            label: Some("Add a food".to_owned()),
            current_text_value: Some(text.clone()),
            ..WidgetInfo::new(Role::SearchInput)
        });
        if key(ui, Key::F) {
            response.request_focus();
        }
        if response.gained_focus() {
            response.scroll_to_me(None);
        }
        let typed = self.typed.trim().to_owned();
        if typed.chars().count() < 2 {
            return;
        }
        if self.found.as_ref().is_none_or(|(words, _)| *words != typed) {
            let before: Vec<FoodId> = page.usual_foods.iter().map(|usual| usual.food.clone()).collect();
            self.found = Some((typed.clone(), search(catalogue(), &typed, &before, 6)));
        }
        let found = self.found.as_ref().map(|(_, found)| found.clone()).unwrap_or_default();
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let mut chosen = found.first().copied().filter(|_| entered);
        for food in &found {
            let portion = food.usual_portion();
            let words = format!("{}, {}", food.name, portion.label);
            if ui.add(Push::new(&words).icon(ICON_ADD).quiet().left_aligned().size(ui.available_width(), 30.0)).clicked() {
                chosen = Some(food);
            }
        }
        if response.changed() {
            ui.scroll_to_rect(ui.min_rect(), None);
        }
        if found.is_empty() {
            weak_label(ui, format!("No food is called \"{typed}\". Try another word."));
        }
        if let Some(entry) = chosen.and_then(|food| food.usual_entry(page.day)) {
            actions.run(Command::LogFood(entry));
            self.typed.clear();
            response.request_focus();
        }
    }

    fn logged_ui(&mut self, ui: &mut Ui, page: &Page, actions: &mut Actions) {
        if page.foods.is_empty() {
            return;
        }
        ui.separator();
        ui.horizontal_wrapped(|ui| {
            for entry in &page.foods {
                self.entry_ui(ui, entry, actions);
            }
        });
        self.editing_ui(ui, page, actions);
    }

    fn entry_ui(&mut self, ui: &mut Ui, entry: &Entry<FoodEntry>, actions: &mut Actions) {
        let summary = entry.value.summary();
        match entry_ui(ui, &summary, &summary) {
            Some(Pressed::Change) => {
                let edited = self.editing.as_ref().is_some_and(|(id, _)| *id == entry.id);
                self.editing = if edited { None } else { Some((entry.id, Field::showing(entry.value.amount.get().to_string()))) };
            }
            Some(Pressed::Delete) => actions.run(Command::DeleteFood(entry.id)),
            None => {}
        }
    }

    fn editing_ui(&mut self, ui: &mut Ui, page: &Page, actions: &mut Actions) {
        let Some((id, grams)) = &mut self.editing else { return };
        let unchanged = |entry: &&Entry<FoodEntry>| entry.id == *id && grams.is_saved_as(&entry.value.amount.get().to_string());
        let Some(entry) = page.foods.iter().find(unchanged) else {
            self.editing = None;
            return;
        };
        ui.label(RichText::new(&entry.value.name).text_style(theme::strong()));
        if let Some(changed) = amount_ui(ui, &entry.value, grams) {
            let done = !grams.is_sent();
            actions.run(Command::EditFood(*id, changed));
            if done {
                self.editing = None;
            }
        }
    }
}

/// Portions to press, or grams to type.
fn amount_ui(ui: &mut Ui, entry: &FoodEntry, grams: &mut Field) -> Option<FoodEntry> {
    let mut changed = None;
    ui.horizontal_wrapped(|ui| {
        let portions = catalogue().food(&entry.food).map(|food| food.portions.as_slice()).unwrap_or_default();
        for portion in portions {
            if ui.add(Push::new(&portion.label).small().selected(entry.portion == portion.label)).clicked()
                && let Ok(amount) = Grams::new(portion.grams)
            {
                changed = Some(FoodEntry { amount, portion: portion.label.clone(), ..entry.clone() });
            }
        }
    });
    if let Some(amount) = field_ui(ui, grams, ("Amount", "g"), 64.0, typed) {
        changed = Some(FoodEntry { amount, portion: String::new(), ..entry.clone() });
    }
    changed
}

fn usual_ui(ui: &mut Ui, page: &Page, actions: &mut Actions) {
    ui.horizontal_wrapped(|ui| {
        for usual in &page.usual_foods {
            if ui.add(Push::new(&usual.name).icon(ICON_ADD).small()).on_hover_text(&usual.portion).clicked() {
                let (name, portion) = (usual.name.clone(), usual.portion.clone());
                let entry = FoodEntry {
                    day: page.day,
                    food: usual.food.clone(),
                    name,
                    per_100_g: usual.per_100_g,
                    amount: usual.amount,
                    portion,
                    meal: None,
                    time: None,
                };
                actions.run(Command::LogFood(entry));
            }
        }
        if page.foods.is_empty()
            && page.before[2] > 0
            && ui
                .add(Push::new("Same as the day before").icon(ICON_CONTENT_COPY).name("Same food as the day before").small().quiet())
                .clicked()
        {
            actions.run(Command::RepeatDay { from: page.day.plus(-1), to: page.day, what: Repeat::Food });
        }
    });
}
