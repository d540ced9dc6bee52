//! The tab "Medicines": what the person takes or took, how it is linked with cramps, and what does not go with it.

mod about;
mod form;
mod kind;
mod name_known;
mod unclear;

use crate::diary::{Command, MedicineCommand};
use crate::domain::{Course, Entry, Id, Medicine, capitalised};
use crate::guide::{ListedMedicine, MEDICINES_TOPIC, MedicineAbout};
use crate::ui::action::{Action, Actions};
use crate::ui::screens::guide::view::GuideView;
use crate::ui::screens::sent_record::SentRecord;
use crate::ui::theme::{self, space};
use crate::ui::widgets::{Half, Push, card_ui, columns_ui, heading_ui, weak_label};
use about::{about_ui, kinds};
use egui::{Align, Label, Layout, RichText, ScrollArea, Ui, vec2};
use egui_material_icons::icons::{ICON_ADD, ICON_CHEVRON_RIGHT, ICON_DELETE, ICON_EDIT};
use form::MedicineForm;
use std::collections::HashMap;
use unclear::{WhatItIs, unclear_ui};

/// The medicine whose form is to be opened in place of the open one; `None` only closes that.
type TurnsTo = Option<Id<Medicine>>;

/// What is being typed in the tab.
#[derive(Debug, Default)]
pub(super) struct MedicinesTab {
    new: NewMedicine,
    /// The medicine on the list whose form is open.
    changing: Option<Id<Medicine>>,
    turns_to: Option<TurnsTo>,
    /// The forms by medicine. What cannot be saved stays here while another form is open.
    forms: HashMap<Id<Medicine>, MedicineForm>,
    /// The name by which a screen reader calls the medicine whose sources are shown.
    sources_of: Option<String>,
}

/// A medicine on the list, and what the guide knows of it.
#[derive(Debug, Clone, Copy)]
struct KnownMedicine<'a> {
    entry: &'a Entry<Medicine>,
    about: &'a MedicineAbout,
}

/// A medicine that is not saved yet.
#[derive(Debug, Default)]
struct NewMedicine {
    form: MedicineForm,
    sent: Option<SentRecord<Medicine>>,
    /// Whether "Add" was pressed without a name.
    nameless: bool,
    sources_of: Option<String>,
    /// What is known of the medicine, with the version of the kitchen that it was found for.
    about: Option<(Medicine, u64, MedicineAbout)>,
}

impl MedicinesTab {
    /// Paints the tab.
    pub(super) fn ui(&mut self, ui: &mut Ui, view: GuideView<'_>, actions: &mut Actions) {
        let medicines = &view.safety.medicines;
        self.close_what_is_done(medicines);
        ScrollArea::vertical().id_salt("medicines").auto_shrink([false, false]).show(ui, |ui| {
            // The scroll bar floats over the right margin, not over the cards.
            ui.set_max_width((ui.available_width() - 12.0).min(1320.0));
            columns_ui(ui, |ui, half| match half {
                Half::First => {
                    self.list_ui(ui, view, actions);
                    self.turn();
                }
                Half::Second => self.new.ui(ui, view, actions),
            });
            ui.add_space(space::LARGE);
        });
    }

    /// Closes the form whose record is saved, or was deleted.
    fn close_what_is_done(&mut self, medicines: &[Entry<Medicine>]) {
        if self.new.sent.as_ref().is_some_and(|sent| sent.is_among(medicines, None)) {
            self.new = NewMedicine::default();
        }
        if self.changing.is_some_and(|id| medicines.iter().all(|entry| entry.id != id)) {
            self.changing = None;
        }
    }

    /// Closes the open form and opens another, after the fields of the open one were painted in the frame of the press. A form in which a
    /// field is wrong stays open and shows the error.
    fn turn(&mut self) {
        if let Some(other) = self.turns_to.take()
            && !self.changing.and_then(|open| self.forms.get(&open)).is_some_and(MedicineForm::is_wrong)
        {
            self.changing = other;
        }
    }

    fn list_ui(&mut self, ui: &mut Ui, view: GuideView<'_>, actions: &mut Actions) {
        let medicines = &view.safety.medicines;
        card_ui(ui, |ui| {
            heading_ui(ui, "Your medicines");
            weak_label(
                ui,
                "Some medicines are linked with cramps. Never stop one because of cramps without asking whoever prescribed it: there is \
                 often another way.",
            );
            let topic = Push::new("Medicines and cramps").icon(ICON_CHEVRON_RIGHT).small().quiet().inset(0.0);
            if ui.add(topic).clicked() {
                actions.push(Action::ReadTopic(MEDICINES_TOPIC));
            }
            if medicines.is_empty() {
                ui.add_space(space::SMALL);
                ui.add(
                    Label::new(
                        "None yet. For each medicine that you list, this page says how its kind is linked with cramps and which of your \
                         supplements does not go with it. The charts show since when you take it. It all stays on this computer.",
                    )
                    .wrap(),
                );
            }
        });
        for course in Course::ALL {
            let known = medicines.iter().zip(&view.safety.about);
            let of_it: Vec<_> = known.filter(|(entry, _)| entry.value.seen_from(view.safety.today) == course).collect();
            if of_it.is_empty() {
                continue;
            }
            ui.add_space(space::SMALL);
            card_ui(ui, |ui| {
                heading_ui(ui, course.label());
                for (place, (entry, about)) in of_it.into_iter().enumerate() {
                    if place > 0 {
                        ui.separator();
                    }
                    self.medicine_ui(ui, view, KnownMedicine { entry, about }, actions);
                }
            });
        }
    }

    fn medicine_ui(&mut self, ui: &mut Ui, view: GuideView<'_>, known: KnownMedicine<'_>, actions: &mut Actions) {
        let KnownMedicine { entry, about } = known;
        let medicine = &entry.value;
        let course = medicine.seen_from(view.safety.today);
        let called = called(medicine, &view.safety.medicines);
        let changing = self.changing == Some(entry.id);
        ui.horizontal(|ui| {
            let width = (ui.available_width() - 76.0).max(80.0);
            ui.allocate_ui_with_layout(vec2(width, 28.0), Layout::left_to_right(Align::Center), |ui| {
                ui.set_min_width(width);
                ui.add(Label::new(RichText::new(&about.recognised.shown).text_style(theme::strong())).wrap());
            });
            if ui.add(Push::icon_only(ICON_EDIT, &format!("Change {called}")).small()).clicked() {
                self.turns_to = Some((!changing).then_some(entry.id));
            }
            if ui.add(Push::icon_only(ICON_DELETE, &format!("Delete {called}")).small()).clicked() {
                actions.run(Command::Medicine(MedicineCommand::Delete(entry.id)));
            }
        });
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            let details: Vec<_> = [medicine.dose.clone(), medicine.dates()].into_iter().filter(|words| !words.is_empty()).collect();
            if !details.is_empty() {
                weak_label(ui, capitalised(&details.join(", ")));
            }
            if about.recognised.is_clear {
                weak_label(ui, kinds(&about.classes));
            }
            if !medicine.note.is_empty() {
                weak_label(ui, &medicine.note);
            }
        });
        if course != Course::Earlier && !changing && !about.recognised.is_clear {
            match unclear_ui(ui, &about.recognised, &called) {
                Some(WhatItIs::Class(class)) => {
                    let said = Medicine { class: Some(class), ..medicine.clone() };
                    actions.run(Command::Medicine(MedicineCommand::Edit(entry.id, said)));
                }
                Some(WhatItIs::ShowForm) => self.turns_to = Some(Some(entry.id)),
                None => {}
            }
        }
        if course != Course::Earlier && !changing {
            about_ui(ui, about, &called, &mut self.sources_of);
        }
        if self.changing == Some(entry.id) {
            ui.add_space(space::SMALL);
            if let Some(changed) = self.forms.entry(entry.id).or_default().edit_ui(ui, medicine, view.safety.date_rules()) {
                actions.run(Command::Medicine(MedicineCommand::Edit(entry.id, changed)));
            }
            about_ui(ui, about, &called, &mut self.sources_of);
            if ui.add(Push::new("Done").small()).clicked() {
                self.turns_to = Some(None);
            }
        } else if course == Course::Now && medicine.until.is_none() {
            let name = format!("Ended today: {called}");
            let end = Push::new("Ended today").name(&name).small();
            if ui.add(end).on_hover_text("Today was the last day on which you took it.").clicked() {
                actions.run(Command::Medicine(MedicineCommand::Edit(
                    entry.id,
                    Medicine { until: Some(view.safety.today), ..medicine.clone() },
                )));
            }
        }
    }
}

impl NewMedicine {
    fn ui(&mut self, ui: &mut Ui, view: GuideView<'_>, actions: &mut Actions) {
        card_ui(ui, |ui| {
            heading_ui(ui, "Add a medicine");
            self.form.new_ui(ui, view.safety.date_rules());
            if let Some(medicine) = self.form.so_far() {
                ui.add_space(space::SMALL);
                let about = known(&mut self.about, medicine, view);
                about_ui(ui, about, "the new medicine", &mut self.sources_of);
            }
            ui.add_space(space::SMALL);
            let named = self.form.has_name();
            ui.horizontal(|ui| {
                if ui.add(Push::new("Add medicine").icon(ICON_ADD).primary()).clicked() {
                    self.nameless = !named;
                    if let Some(medicine) = self.form.read(view.safety.date_rules()) {
                        self.sent = Some(SentRecord::new(&medicine, &view.safety.medicines));
                        actions.run(Command::Medicine(MedicineCommand::Add(medicine)));
                    }
                }
                if !self.form.is_empty() && ui.add(Push::new("Empty the form").quiet()).clicked() {
                    *self = Self::default();
                }
            });
            if self.nameless && !named {
                ui.label("Give it a name.");
            }
        });
    }
}

/// What is known of a medicine that is being typed.
fn known<'a>(ready: &'a mut Option<(Medicine, u64, MedicineAbout)>, medicine: Medicine, view: GuideView<'_>) -> &'a MedicineAbout {
    let same = ready.take().filter(|(of, version, _)| *of == medicine && *version == view.version);
    let known = same.unwrap_or_else(|| {
        let products = view.kitchen.supplements.iter().map(|entry| &entry.value);
        let list: Vec<_> = view.safety.medicines.iter().map(|entry| ListedMedicine::new(&entry.value)).collect();
        let about = MedicineAbout::of(&ListedMedicine::new(&medicine), view.safety.today, products, &list);
        (medicine, view.version, about)
    });
    &ready.insert(known).2
}

/// What a screen reader calls a medicine: its name, with dose and dates if the name is on the list twice.
fn called(medicine: &Medicine, medicines: &[Entry<Medicine>]) -> String {
    let same = medicines.iter().filter(|entry| entry.value.name.same_as(medicine.name.as_str())).count();
    if same > 1 { medicine.with_dates() } else { medicine.name.as_str().to_owned() }
}
