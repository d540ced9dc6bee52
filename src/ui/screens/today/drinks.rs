//! Drinks: one press for a usual one, a glass that fills to the goal.

use super::day_heading::{DayHeading, day_heading_ui};
use crate::diary::{Command, DrinkCommand, Page, Repeat};
use crate::domain::{Drink, DrinkKind, Entry, FluidMeasures, Id, VolumeMl, capitalised, grouped};
use crate::nutrition::{no_goal_words, usual_drinks};
use crate::ui::action::Actions;
use crate::ui::shortcuts::take_key;
use crate::ui::theme::{self, space};
use crate::ui::widgets::{CountedPressed, Labelled, Push, TextField, card_ui, counted_entry_ui, glass_ui, text_field_ui, weak_label};
use egui::{Key, RichText, Ui};
use egui_material_icons::icons::{ICON_ADD, ICON_EXPAND_LESS, ICON_EXPAND_MORE};

/// The drink that is being changed, with its amount as typed.
type Editing = Option<(Id<Drink>, TextField)>;

/// What is being typed.
#[derive(Debug, Default)]
pub(super) struct DrinksSection {
    other: Option<Other>,
    editing: Editing,
}

/// A drink that is not among the usual ones.
#[derive(Debug)]
struct Other {
    kind: DrinkKind,
    volume: TextField,
    /// How many drinks there were when this one was sent to the diary: the form stays until there is one more.
    added_to: Option<usize>,
}

impl DrinksSection {
    pub(super) fn ui(&mut self, ui: &mut Ui, page: &Page, actions: &mut Actions) {
        card_ui(ui, |ui| {
            day_heading_ui(ui, DayHeading { words: "Drinks", key: Some("D"), repeats: Repeat::Drinks }, page, actions);
            if ui.available_width() < 440.0 {
                ui.horizontal(|ui| {
                    glass_ui(ui, page.drunk_ml, page.goal_ml, 52.0);
                    ui.vertical(|ui| drunk_ui(ui, page));
                });
                self.chips_ui(ui, page, actions);
            } else {
                ui.horizontal_top(|ui| {
                    ui.vertical(|ui| {
                        ui.set_width(104.0);
                        glass_ui(ui, page.drunk_ml, page.goal_ml, 84.0);
                        drunk_ui(ui, page);
                    });
                    ui.vertical(|ui| self.chips_ui(ui, page, actions));
                });
            }
            self.other_ui(ui, page, actions);
            self.logged_ui(ui, page, actions);
        });
    }

    fn chips_ui(&mut self, ui: &mut Ui, page: &Page, actions: &mut Actions) {
        let mut take_focus = take_key(ui, Key::D);
        ui.horizontal_wrapped(|ui| {
            for usual in &page.usual_drinks {
                let drink = Drink { day: page.day, kind: usual.kind, volume: usual.volume, time: None };
                let words = format!("{} {}", usual.kind.label(), usual.volume);
                let response = ui.add(Push::new(&words).icon(ICON_ADD));
                if std::mem::take(&mut take_focus) {
                    response.request_focus();
                }
                if response.clicked() {
                    actions.run(Command::Drink(DrinkCommand::Log(drink)));
                }
            }
            let icon = if self.other.is_some() { ICON_EXPAND_LESS } else { ICON_EXPAND_MORE };
            if ui.add(Push::new("Other drink").icon(icon).quiet()).clicked() {
                self.other = if self.other.is_some() { None } else { Some(Other::of(DrinkKind::Water)) };
            }
        });
    }

    fn other_ui(&mut self, ui: &mut Ui, page: &Page, actions: &mut Actions) {
        let Some(other) = self.other.as_mut().filter(|other| other.added_to.is_none_or(|count| page.drinks.len() <= count)) else {
            self.other = None;
            return;
        };
        ui.add_space(space::SMALL);
        ui.horizontal_wrapped(|ui| {
            for &kind in DrinkKind::ALL {
                if ui.add(Push::new(kind.label()).name(&format!("Kind {}", kind.label())).small().selected(other.kind == kind)).clicked() {
                    *other = Other::of(kind);
                }
            }
        });
        let (mut add, kind) = (None, other.kind);
        let read = |text: &str| read_volume(kind, text, page);
        ui.horizontal(|ui| {
            add = text_field_ui(ui, &mut other.volume, Labelled::new("How much").unit("ml").width(70.0), read);
            if ui.add(Push::new("Add drink").icon(ICON_ADD).primary()).clicked() && add.is_none() {
                match read(other.volume.text()) {
                    Ok(volume) => add = Some(volume),
                    Err(error) => actions.push(crate::ui::action::Action::Say(error)),
                }
            }
        });
        if let Some(volume) = add {
            actions.run(Command::Drink(DrinkCommand::Log(Drink { day: page.day, kind: other.kind, volume, time: None })));
            other.added_to = Some(page.drinks.len());
        }
    }

    fn logged_ui(&mut self, ui: &mut Ui, page: &Page, actions: &mut Actions) {
        if page.drinks.is_empty() {
            return;
        }
        ui.separator();
        let mut pressed = None;
        ui.horizontal_wrapped(|ui| {
            for same in alike(&page.drinks) {
                pressed = self.entry_ui(ui, &same, actions).or_else(|| pressed.take());
            }
        });
        for said in &page.said_of_drinks {
            weak_label(ui, said);
        }
        self.editing_ui(ui, page, actions);
        // Only now: the field that goes saves in the frame of the press.
        if let Some(pressed) = pressed {
            self.editing = pressed;
        }
    }

    fn editing_ui(&mut self, ui: &mut Ui, page: &Page, actions: &mut Actions) {
        let Some((id, field)) = &mut self.editing else { return };
        let same = page.drinks.iter().find(|entry| entry.id == *id);
        let Some(entry) = same.filter(|entry| field.stays_with(&entry.value.volume.get().to_string())) else {
            self.editing = None;
            return;
        };
        let kind = entry.value.kind;
        let label = format!("{} instead", kind.label());
        if let Some(volume) = text_field_ui(ui, field, Labelled::new(&label).unit("ml").width(70.0), |text| read_volume(kind, text, page)) {
            actions.run(Command::Drink(DrinkCommand::Edit(*id, Drink { volume, ..entry.value.clone() })));
        }
    }

    /// Paints drinks that are alike. Returns what is to be changed from now on if that was pressed, and `None` if it stays as it is.
    fn entry_ui(&mut self, ui: &mut Ui, same: &[&Entry<Drink>], actions: &mut Actions) -> Option<Editing> {
        let entry = same.last()?;
        let summary = entry.value.summary();
        match counted_entry_ui(ui, &capitalised(&summary), &summary, same.len()) {
            Some(CountedPressed::Change) => {
                let edited = self.editing.as_ref().is_some_and(|(id, _)| *id == entry.id);
                return Some((!edited).then(|| (entry.id, TextField::showing(entry.value.volume.get().to_string()))));
            }
            Some(CountedPressed::Delete) => {
                // What is being typed of it goes with it.
                self.editing.take_if(|editing| editing.0 == entry.id);
                actions.run(Command::Drink(DrinkCommand::Delete(entry.id)));
            }
            Some(CountedPressed::More) => actions.run(Command::Drink(DrinkCommand::Log(entry.value.clone()))),
            None => {}
        }
        None
    }
}

fn read_volume(kind: DrinkKind, text: &str, page: &Page) -> Result<VolumeMl, String> {
    kind.read_volume(text, FluidMeasures::of_country(page.profile.country)).map_err(|error| error.to_string())
}

/// The drinks of a day, those that are alike together, in the order in which the first of each was logged.
fn alike(drinks: &[Entry<Drink>]) -> Vec<Vec<&Entry<Drink>>> {
    let mut all: Vec<Vec<&Entry<Drink>>> = Vec::new();
    for entry in drinks {
        match all.iter_mut().find(|same| same.iter().any(|other| other.value == entry.value)) {
            Some(same) => same.push(entry),
            None => all.push(vec![entry]),
        }
    }
    all
}

impl Other {
    fn of(kind: DrinkKind) -> Self {
        Self { kind, volume: TextField::adding(kind.usual_volume_ml().to_string()), added_to: None }
    }
}

/// "1.25 L of 2.2 L".
fn drunk_ui(ui: &mut Ui, page: &Page) {
    ui.label(RichText::new(litres(page.drunk_ml)).text_style(theme::strong()));
    let Some(goal_ml) = page.goal_ml else {
        weak_label(ui, no_goal_words(page.limits_drinking.as_ref()));
        return;
    };
    let words = page.survey_words().unwrap_or_else(|| format!("of {}", litres(u32::from(goal_ml))));
    let goal = ui.label(RichText::new(words).small());
    if page.settings.hydration_goal_ml.is_none()
        && let Some(usual) = usual_drinks(&page.person())
    {
        goal.on_hover_text(format!("{}. Set your own goal in Settings.", capitalised(&usual.words())));
    }
}

/// "1.25 L", or ml below one litre.
fn litres(ml: u32) -> String {
    if ml < 1000 { format!("{} ml", grouped(f64::from(ml))) } else { format!("{} L", f64::from(ml) / 1000.0) }
}
