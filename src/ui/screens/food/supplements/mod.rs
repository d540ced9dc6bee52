//! Supplements: the products that the person has, and adding one. The program counts them, apart from food; it suggests none.

mod form;

use crate::diary::{Command, Kitchen, SupplementCommand};
use crate::domain::{Entry, Id, OwnName, Supplement, capitalised};
use crate::nutrition::{Person, dose_words, product_over_limits, usual_supplements};
use crate::ui::action::Actions;
use crate::ui::screens::food::view::FoodView;
use crate::ui::screens::sent_record::SentRecord;
use crate::ui::theme::{self, space};
use crate::ui::widgets::{Half, Push, card_ui, columns_ui, heading_ui, note_ui, warning_ui, weak_label};
use egui::{Align, Label, Layout, RichText, Ui, vec2};
use egui_material_icons::icons::{ICON_ADD, ICON_DELETE, ICON_EDIT};
use form::SupplementForm;

/// What is being typed here.
#[derive(Debug, Default)]
pub(super) struct SupplementsTab {
    open: Open,
    /// What is to be open once the form that is open was painted.
    turns_to: Option<Open>,
}

/// The one product whose form is open.
#[derive(Debug, Default)]
enum Open {
    #[default]
    Nothing,
    /// A product that is not saved yet.
    New(Box<NewSupplement>),
    /// A saved product.
    Saved(Id<Supplement>, Box<SupplementForm>),
}

/// A product that is not saved yet.
#[derive(Debug, Default)]
struct NewSupplement {
    form: SupplementForm,
    /// The note on the usual product that the form was filled in from.
    note: &'static str,
    /// Whether "Add" was pressed without a name or a dose.
    incomplete: bool,
    sent: Option<SentRecord<Supplement>>,
}

impl SupplementsTab {
    pub(super) fn ui(&mut self, ui: &mut Ui, view: FoodView<'_>, actions: &mut Actions) {
        self.close_what_is_done(view.kitchen);
        columns_ui(ui, |ui, half| match half {
            Half::First => self.list_ui(ui, view, actions),
            Half::Second => self.add_ui(ui, view, actions),
        });
    }

    /// Closes the form whose record is saved, or was deleted.
    fn close_what_is_done(&mut self, kitchen: &Kitchen) {
        let done = match &self.open {
            Open::Nothing => false,
            Open::New(adding) => adding.sent.as_ref().is_some_and(|sent| sent.is_among(&kitchen.supplements, None)),
            Open::Saved(id, _) => kitchen.supplements.iter().all(|entry| entry.id != *id),
        };
        if done {
            self.open = Open::Nothing;
        }
    }

    fn list_ui(&mut self, ui: &mut Ui, view: FoodView<'_>, actions: &mut Actions) {
        card_ui(ui, |ui| {
            heading_ui(ui, "Your supplements");
            weak_label(ui, "What you take is counted, apart from food. The program suggests no supplements.");
            if view.kitchen.supplements.is_empty() {
                ui.add_space(space::SMALL);
                ui.add(Label::new("None yet. What you add here is then logged with one click on the Today screen.").wrap());
            }
            for entry in &view.kitchen.supplements {
                ui.separator();
                self.product_ui(ui, view, entry, actions);
            }
        });
        // Only now: the fields that go save in the frame of the press.
        if let Some(open) = self.turns_to.take() {
            self.open = open;
        }
    }

    fn product_ui(&mut self, ui: &mut Ui, view: FoodView<'_>, entry: &Entry<Supplement>, actions: &mut Actions) {
        let product = &entry.value;
        let name = product.name.as_str();
        let changing = matches!(&self.open, Open::Saved(id, _) if *id == entry.id);
        ui.horizontal(|ui| {
            let width = (ui.available_width() - 76.0).max(80.0);
            ui.allocate_ui_with_layout(vec2(width, 28.0), Layout::left_to_right(Align::Center), |ui| {
                ui.set_min_width(width);
                ui.add(Label::new(RichText::new(name).text_style(theme::strong())).wrap());
            });
            if ui.add(Push::icon_only(ICON_EDIT, &format!("Change {name}")).small()).clicked() {
                self.turns_to = Some(if changing { Open::Nothing } else { Open::Saved(entry.id, Box::default()) });
            }
            if ui.add(Push::icon_only(ICON_DELETE, &format!("Delete {name}")).small()).clicked() {
                actions.run(Command::Supplement(SupplementCommand::Delete(entry.id)));
            }
        });
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            weak_label(ui, format!("{}: {}", product.dose, dose_words(&product.per_dose)));
            weak_label(ui, capitalised(&product.regimen()));
        });
        cautions_ui(ui, view, product);
        if let Open::Saved(id, form) = &mut self.open
            && *id == entry.id
        {
            ui.add_space(space::SMALL);
            if let Some(changed) = form.edit_ui(ui, product, &names_but(view.kitchen, Some(entry.id))) {
                actions.run(Command::Supplement(SupplementCommand::Edit(entry.id, changed)));
            }
            if ui.add(Push::new("Done").small()).clicked() {
                self.turns_to = Some(Open::Nothing);
            }
        }
    }

    fn add_ui(&mut self, ui: &mut Ui, view: FoodView<'_>, actions: &mut Actions) {
        card_ui(ui, |ui| {
            heading_ui(ui, "Add a supplement");
            let Open::New(adding) = &mut self.open else {
                weak_label(ui, "Start from a usual one and change it to what your label says, or from an empty form.");
                if let Some(adding) = usual_ui(ui, view.kitchen) {
                    self.open = Open::New(Box::new(adding));
                }
                return;
            };
            if adding.ui(ui, view, actions) {
                self.open = Open::Nothing;
            }
        });
    }
}

/// Usual products that the person does not have yet, and an empty form.
fn usual_ui(ui: &mut Ui, kitchen: &Kitchen) -> Option<NewSupplement> {
    let mut start = None;
    ui.horizontal_wrapped(|ui| {
        for usual in usual_supplements() {
            let name = usual.supplement.name.as_str();
            let has = kitchen.supplements.iter().any(|entry| entry.value.name.same_as(name));
            if !has && ui.add(Push::new(name).small()).on_hover_text(&usual.note).clicked() {
                start = Some(NewSupplement {
                    form: SupplementForm::proposing(&usual.supplement),
                    note: &usual.note,
                    ..NewSupplement::default()
                });
            }
        }
        if ui.add(Push::new("Something else").icon(ICON_ADD).small()).clicked() {
            start = Some(NewSupplement::default());
        }
    });
    start
}

impl NewSupplement {
    /// Paints the form. Returns whether it is to be closed.
    fn ui(&mut self, ui: &mut Ui, view: FoodView<'_>, actions: &mut Actions) -> bool {
        if !self.note.is_empty() {
            weak_label(ui, self.note);
        }
        let others = names_but(view.kitchen, None);
        self.form.new_ui(ui, &others);
        if let Some(product) = self.form.so_far() {
            cautions_ui(ui, view, &product);
        }
        ui.add_space(space::SMALL);
        let complete = self.form.has_name_and_dose();
        let close = ui.horizontal(|ui| {
            if ui.add(Push::new("Add supplement").icon(ICON_ADD).primary()).clicked() {
                self.incomplete = !complete;
                if let Some(product) = self.form.read(&others) {
                    self.sent = Some(SentRecord::new(&product, &view.kitchen.supplements));
                    actions.run(Command::Supplement(SupplementCommand::Add(product)));
                }
            }
            ui.add(Push::new("Cancel").quiet()).clicked()
        });
        if self.incomplete && !complete {
            ui.label("Give it a name, and say what one dose is, such as \"1 tablet\".");
        }
        close.inner
    }
}

/// The limits that the product alone passes, and medicines that it does not go with.
fn cautions_ui(ui: &mut Ui, view: FoodView<'_>, product: &Supplement) {
    let profile = &view.kitchen.profile;
    for over in product_over_limits(product, &Person::on(profile, view.day), profile.limits_region()) {
        note_ui(ui, &over.words());
    }
    for warning in view.kitchen.taking.warnings(product.name.as_str(), &product.per_dose) {
        warning_ui(ui, &warning);
    }
}

fn names_but(kitchen: &Kitchen, own: Option<Id<Supplement>>) -> Vec<&OwnName> {
    kitchen.supplements.iter().filter(|entry| Some(entry.id) != own).map(|entry| &entry.value.name).collect()
}
