//! What was eaten, meal by meal, and changing it.

use crate::diary::{Command, FoodCommand};
use crate::domain::{Entry, FluidMeasures, FoodEntry, Helping, Id, Meal, Portion, Quantity};
use crate::nutrition::Food;
use crate::ui::action::Actions;
use crate::ui::screens::today::context::FoodContext;
use crate::ui::theme;
use crate::ui::widgets::{EntryPressed, Labelled, Push, TextField, entry_ui, text_field_ui, weak_label};
use egui::{RichText, Ui};

/// The entry that is being changed, and its amount as typed.
#[derive(Debug)]
pub(super) struct Editing {
    id: Id<FoodEntry>,
    amount: TextField,
}

pub(super) fn logged_ui(ui: &mut Ui, editing: &mut Option<Editing>, food: FoodContext<'_>, actions: &mut Actions) {
    let meals = Meal::ALL.iter().copied().map(Some).chain([None]);
    let mut pressed = None;
    for meal in meals {
        let mut entries = food.page.foods.iter().filter(|entry| entry.value.meal == meal).peekable();
        if entries.peek().is_none() {
            continue;
        }
        ui.horizontal_wrapped(|ui| {
            weak_label(ui, meal.map_or("At any time", Meal::label));
            for entry in entries {
                pressed = one_ui(ui, entry, editing, actions).or_else(|| pressed.take());
            }
        });
    }
    editing_ui(ui, editing, food, actions);
    // Only now: the field that goes saves in the frame of the press.
    match pressed {
        Some(Pressed::Unfold(entry)) => *editing = Some(entry),
        Some(Pressed::Fold) => *editing = None,
        None => {}
    }
}

/// What was pressed of an entry, besides deleting it.
enum Pressed {
    Unfold(Editing),
    Fold,
}

fn one_ui(ui: &mut Ui, entry: &Entry<FoodEntry>, editing: &mut Option<Editing>, actions: &mut Actions) -> Option<Pressed> {
    let summary = entry.value.summary();
    match entry_ui(ui, &summary, &summary) {
        Some(EntryPressed::Change) => {
            let edited = editing.as_ref().is_some_and(|editing| editing.id == entry.id);
            let unfold = || Pressed::Unfold(Editing { id: entry.id, amount: TextField::showing(amount_text(&entry.value)) });
            Some(if edited { Pressed::Fold } else { unfold() })
        }
        Some(EntryPressed::Delete) => {
            // What is being typed of it goes with it.
            editing.take_if(|editing| editing.id == entry.id);
            actions.run(Command::Food(FoodCommand::Delete(entry.id)));
            None
        }
        None => None,
    }
}

fn amount_text(entry: &FoodEntry) -> String {
    entry.amount.to_string()
}

fn editing_ui(ui: &mut Ui, editing: &mut Option<Editing>, food: FoodContext<'_>, actions: &mut Actions) {
    let Some(Editing { id, amount }) = editing else { return };
    let same = food.page.foods.iter().find(|entry| entry.id == *id);
    let Some(entry) = same.filter(|entry| amount.stays_with(&amount_text(&entry.value))) else {
        *editing = None;
        return;
    };
    ui.label(RichText::new(&entry.value.name).text_style(theme::strong()));
    let known = food.kitchen.book.food(&entry.value.food);
    let measures = FluidMeasures::of_country(food.kitchen.profile.country);
    if let Some(helping) = amount_ui(ui, known.as_deref(), &entry.value, amount, measures) {
        let Helping { amount: weight, portion } = helping;
        actions.run(Command::Food(FoodCommand::Edit(*id, FoodEntry { amount: weight, portion, ..entry.value.clone() })));
    }
    ui.horizontal_wrapped(|ui| {
        for &meal in Meal::ALL {
            let chosen = entry.value.meal == Some(meal);
            let name = format!("Eaten at: {}", meal.label());
            if ui.add(Push::new(meal.label()).name(&name).small().selected(chosen)).clicked() {
                let meal = if chosen { None } else { Some(meal) };
                actions.run(Command::Food(FoodCommand::Edit(*id, FoodEntry { meal, ..entry.value.clone() })));
            }
        }
    });
}

/// Portions to press, and a field for a number of usual portions or a weight. Returns the amount that was chosen.
fn amount_ui(ui: &mut Ui, food: Option<&Food>, entry: &FoodEntry, amount: &mut TextField, measures: FluidMeasures) -> Option<Helping> {
    let mut changed = None;
    let portions = food.map(|food| food.portions.as_slice()).unwrap_or_default();
    ui.horizontal_wrapped(|ui| {
        for portion in portions {
            if ui.add(Push::new(&portion.label).small().selected(entry.portion == portion.label)).clicked() {
                changed = Helping::of(portion).ok();
            }
        }
    });
    let whole = [Portion { label: entry.portion.clone(), grams: entry.amount.get() }];
    let portions = if portions.is_empty() { whole.as_slice() } else { portions };
    let read = |text: &str| Quantity::read(text, measures).and_then(|quantity| quantity.of(portions)).map_err(|error| error.to_string());
    if let Some(helping) = text_field_ui(ui, amount, Labelled::new("Amount").width(84.0), read) {
        changed = Some(helping);
    }
    if let Some(usual) = portions.first() {
        weak_label(ui, format!("\"2\" is two times {}. Weights and measures such as \"120 g\" or \"200 ml\" work too.", usual.label));
    }
    changed
}
