//! Stretching: ticks, and "did not stretch".

use super::day_heading::{DayHeading, day_heading_ui};
use crate::diary::{Command, Page, Repeat, StretchCommand};
use crate::domain::{Dose, Entry, Id, Stretch, StretchName, StretchTime, capitalised, number_to_type};
use crate::guide::{StretchGuide, stretch, stretch_label, stretches};
use crate::ui::action::{Action, Actions, GuideTab, Route};
use crate::ui::shortcuts::take_key;
use crate::ui::widgets::{Labelled, Push, TextField, card_ui, text_field_ui, tick_ui, typed};
use egui::{Key, Response, Ui};
use egui_material_icons::icons::{ICON_EXPAND_LESS, ICON_EXPAND_MORE};

/// How many stretches are shown without unfolding.
const FIRST: usize = 2;

/// What is being typed or unfolded.
#[derive(Debug)]
pub(super) struct StretchingSection {
    unfolded: bool,
    own: TextField,
    minutes: Option<(Id<Stretch>, TextField)>,
}

impl Default for StretchingSection {
    fn default() -> Self {
        Self { unfolded: false, own: TextField::adding(""), minutes: None }
    }
}

impl StretchingSection {
    pub(super) fn ui(&mut self, ui: &mut Ui, page: &Page, actions: &mut Actions) {
        card_ui(ui, |ui| {
            day_heading_ui(ui, DayHeading { words: "Stretching", key: Some("S"), repeats: Repeat::Stretching }, page, actions);
            let mut take_focus = take_key(ui, Key::S);
            for (place, guide) in stretches().iter().enumerate() {
                let tick = match page.stretches.iter().find(|entry| entry.value.name == guide.name) {
                    Some(entry) => self.logged_ui(ui, entry, actions),
                    None if place < FIRST || self.unfolded && guide.is_daily => guide_ui(ui, page, guide, actions),
                    None => continue,
                };
                if std::mem::take(&mut take_focus) {
                    tick.request_focus();
                }
            }
            for entry in page.stretches.iter().filter(|entry| stretch(&entry.value.name).is_none()) {
                self.logged_ui(ui, entry, actions);
            }
            // The name stays in the field until the diary has it.
            if self.own.is_sent() && read_own(self.own.text()).is_ok_and(|name| page.stretches.iter().any(|entry| entry.value.name == name))
            {
                self.own.clear();
            }
            if self.unfolded
                && let Some(name) = text_field_ui(ui, &mut self.own, Labelled::new("Something else").width(180.0), read_own)
            {
                let dose = stretches()[0].dose;
                actions.run(Command::Stretch(StretchCommand::Log(Stretch { day: page.day, name, dose, time: StretchTime::OtherTime })));
            }
            self.more_ui(ui, page, actions);
        });
    }

    fn logged_ui(&mut self, ui: &mut Ui, entry: &Entry<Stretch>, actions: &mut Actions) -> Response {
        let label = stretch_label(&entry.value.name);
        let mut pressed = false;
        let tick = ui.horizontal_wrapped(|ui| {
            let tick = tick_ui(ui, true, label);
            if tick.clicked() {
                // What is being typed of it goes with it.
                self.minutes.take_if(|minutes| minutes.0 == entry.id);
                actions.run(Command::Stretch(StretchCommand::Delete(entry.id)));
            }
            let dose = entry.value.dose.label();
            pressed = ui.add(Push::new(&dose).name(&format!("Change how long: {label}")).small().quiet()).clicked();
            let bedtime = entry.value.time == StretchTime::Bedtime;
            let name = format!("At bedtime: {label}");
            if ui.add(Push::new("at bedtime").name(&name).small().selected(bedtime)).clicked() {
                let time = if bedtime { StretchTime::OtherTime } else { StretchTime::Bedtime };
                actions.run(Command::Stretch(StretchCommand::Edit(entry.id, Stretch { time, ..entry.value.clone() })));
            }
            tick
        });
        let minutes = number_to_type(entry.value.dose.minutes());
        let mut editing = self.minutes.as_ref().is_some_and(|(id, _)| *id == entry.id);
        if editing && self.minutes.take_if(|(_, field)| !field.stays_with(&minutes)).is_some() {
            editing = false;
        }
        if let Some((id, field)) = &mut self.minutes
            && *id == entry.id
            && let Some(minutes) = text_field_ui(ui, field, Labelled::new("It took").unit("min").width(56.0), typed)
        {
            actions.run(Command::Stretch(StretchCommand::Edit(entry.id, Stretch { dose: Dose::Time(minutes), ..entry.value.clone() })));
        }
        // Only now: the field that goes saves in the frame of the press.
        if pressed {
            self.minutes = (!editing).then(|| (entry.id, TextField::showing(minutes)));
        }
        tick.inner
    }

    fn more_ui(&mut self, ui: &mut Ui, page: &Page, actions: &mut Actions) {
        ui.horizontal_wrapped(|ui| {
            let (icon, words) = if self.unfolded { (ICON_EXPAND_LESS, "Fewer stretches") } else { (ICON_EXPAND_MORE, "More stretches") };
            if ui.add(Push::new(words).icon(icon).small().quiet()).clicked() {
                self.unfolded = !self.unfolded;
            }
            if self.unfolded && ui.add(Push::new("All, step by step").small().quiet()).clicked() {
                actions.push(Action::Go(Route::Guide(GuideTab::Stretches)));
            }
            let none = || Push::new("Did not stretch").small().selected(page.no_stretching);
            if page.stretches.is_empty() && ui.add(none()).clicked() {
                let command = if page.no_stretching { StretchCommand::ClearNone(page.day) } else { StretchCommand::LogNone(page.day) };
                actions.run(Command::Stretch(command));
            }
        });
    }
}

fn guide_ui(ui: &mut Ui, page: &Page, guide: &StretchGuide, actions: &mut Actions) -> Response {
    let tick = tick_ui(ui, false, &guide.label).on_hover_ui(|ui| {
        ui.set_max_width(ui.spacing().tooltip_width);
        ui.label(format!("{} ({})", guide.steps.join(" "), guide.grade.words().to_lowercase()));
    });
    if tick.clicked() {
        let entry = Stretch { day: page.day, name: guide.name.clone(), dose: guide.dose, time: guide.time };
        actions.run(Command::Stretch(StretchCommand::Log(entry)));
    }
    tick
}

fn read_own(text: &str) -> Result<StretchName, String> {
    StretchName::new(&capitalised(text)).map_err(|error| error.to_string())
}
