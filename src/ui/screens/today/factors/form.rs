//! A factor that does not exist yet.

use super::change::{read_name, read_unit};
use crate::diary::{Command, FactorCommand, Page};
use crate::domain::{Entry, Factor, FactorKind, Id};
use crate::ui::action::Actions;
use crate::ui::screens::sent_record::SentRecord;
use crate::ui::theme::space;
use crate::ui::widgets::{Labelled, Push, TextField, labelled_row_ui, text_field_ui};
use egui::{Ui, vec2};
use egui_material_icons::icons::ICON_ADD;

const LABEL_WIDTH: f32 = 92.0;

/// What is being typed.
#[derive(Debug)]
pub(super) struct FactorForm {
    name: TextField,
    kind: FactorKind,
    unit: TextField,
    sent: Option<SentRecord<Factor>>,
    /// How many more frames bring the form into sight. It grew, and the field that takes the focus scrolls too.
    to_show: u8,
}

impl FactorForm {
    /// An empty form; the focus goes to the name.
    pub(super) fn empty() -> Self {
        let mut name = TextField::in_form("");
        name.take_keyboard();
        Self { name, kind: FactorKind::YesNo, unit: TextField::in_form(""), sent: None, to_show: 3 }
    }

    /// Paints the form, and brings all of it into sight when it opens. Returns whether it is to be closed.
    pub(super) fn ui(&mut self, ui: &mut Ui, page: &Page, actions: &mut Actions) -> bool {
        let painted = ui.scope(|ui| self.rows_ui(ui, page, actions));
        if self.to_show > 0 {
            self.to_show -= 1;
            ui.scroll_to_rect(painted.response.rect.expand(space::SMALL), None);
            ui.ctx().request_repaint();
        }
        painted.inner
    }

    /// The factor that was sent, once the diary has it.
    pub(super) fn saved(&self, page: &Page) -> Option<Id<Factor>> {
        let sent = self.sent.as_ref()?;
        known(page).iter().find(|entry| sent.is_among(std::slice::from_ref(*entry), None)).map(|entry| entry.id)
    }

    fn rows_ui(&mut self, ui: &mut Ui, page: &Page, actions: &mut Actions) -> bool {
        let width = (ui.available_width() - LABEL_WIDTH - 24.0).clamp(120.0, 240.0);
        let name = Labelled::new("Name").name("Name of the factor").label_width(LABEL_WIDTH).width(width).required();
        text_field_ui(ui, &mut self.name, name, |text| read_name(text, page, None));
        labelled_row_ui(ui, vec2(LABEL_WIDTH, 28.0), "Answered by", |ui| {
            ui.horizontal_wrapped(|ui| {
                for (kind, words) in [(FactorKind::YesNo, "yes or no"), (FactorKind::Scale, "0 to 10"), (FactorKind::Number, "a number")] {
                    let name = format!("Answered by {words}");
                    if ui.add(Push::new(words).name(&name).small().selected(self.kind == kind)).clicked() {
                        (self.kind, self.to_show) = (kind, 3);
                    }
                }
            });
        });
        if self.kind == FactorKind::Number {
            let unit = Labelled::new("Unit").unit("such as km").name("Unit").label_width(LABEL_WIDTH).width(72.0);
            text_field_ui(ui, &mut self.unit, unit, read_unit);
        }
        ui.add_space(space::SMALL);
        let (mut add, mut close) = (false, false);
        ui.horizontal(|ui| {
            add = ui.add(Push::new("Add factor").icon(ICON_ADD).primary().small()).clicked();
            close = ui.add(Push::new("Cancel").name("Cancel adding a factor").small().quiet()).clicked();
        });
        if add {
            self.send(page, actions);
        }
        close
    }

    fn send(&mut self, page: &Page, actions: &mut Actions) {
        // Both are read, so that everything that is wrong is said at once.
        let (name, unit) = (self.name.read(|text| read_name(text, page, None)), self.unit.read(read_unit));
        let (Some(name), Some(unit)) = (name, unit) else { return };
        let unit = if self.kind == FactorKind::Number { unit } else { String::new() };
        let factor = Factor { unit, ..Factor::new(name, self.kind) };
        self.sent = Some(SentRecord::new(&factor, &known(page)));
        actions.run(Command::Factor(FactorCommand::Add(factor)));
    }
}

fn known(page: &Page) -> Vec<Entry<Factor>> {
    page.all_factors.iter().map(|known| known.entry.clone()).collect()
}
