//! Taking the diary out in open formats, and bringing such files in.

mod export;
mod import;
mod view;

pub use view::{FilePreview, ImportStep, OwnFilesView, OwnFormat};

use crate::ui::action::Actions;
use crate::ui::widgets::part_heading_ui;
use egui::Ui;
use export::ExportForm;
use import::ImportForm;

/// The part of the card about the diary that is about exports and imports.
#[derive(Debug, Default)]
pub(super) struct OwnFilesPart {
    export: ExportForm,
    import: ImportForm,
}

impl OwnFilesPart {
    pub(super) fn ui(&mut self, ui: &mut Ui, view: OwnFilesView<'_>, actions: &mut Actions) {
        part_heading_ui(ui, "Out of the program, and back");
        self.export.ui(ui, view, actions);
        self.import.ui(ui, view.import, actions);
    }
}
