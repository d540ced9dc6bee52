//! The form for an export: which format, and where to.

use super::view::{OwnFilesView, OwnFormat};
use crate::ui::action::{Action, Actions};
use crate::ui::place::PlaceKind;
use crate::ui::place_field::{PlaceField, PlaceLook};
use crate::ui::screens::settings::parts::quiet_ui;
use crate::ui::theme::space;
use crate::ui::widgets::{Push, weak_label};
use directories::UserDirs;
use egui::Ui;

/// The endings of the files that are offered.
const JSON: &[&str] = &["json"];
const NONE: &[&str] = &[];

/// What is being typed about an export.
#[derive(Debug, Default)]
pub(super) struct ExportForm {
    is_unfolded: bool,
    format: OwnFormat,
    to: PlaceField,
}

impl OwnFormat {
    /// Each with its words and what it is for.
    const ALL: [(Self, &'static str, &'static str); 3] = [
        (Self::Json, "One file (JSON)", "Everything you entered. Import reads it back, here or on another computer."),
        (
            Self::Encrypted,
            "One encrypted file",
            "Everything you entered. It opens with the password or the recovery words of your encrypted copies.",
        ),
        (
            Self::Tables,
            "Tables (CSV)",
            "A folder with a table for each kind of record, for spreadsheets and statistics. Import reads it back.",
        ),
    ];

    /// The name that is proposed.
    fn name(self) -> &'static str {
        match self {
            Self::Json => "cramp-diary.json",
            Self::Encrypted => "cramp-diary.encrypted",
            Self::Tables => "cramp-diary-tables",
        }
    }
}

impl ExportForm {
    pub(super) fn ui(&mut self, ui: &mut Ui, view: OwnFilesView<'_>, actions: &mut Actions) {
        let OwnFilesView { is_exporting, can_encrypt, .. } = view;
        if ui.add(Push::new("Export…").small()).clicked() {
            self.is_unfolded = !self.is_unfolded;
            self.propose();
        }
        if is_exporting {
            weak_label(ui, "Writing the export…");
        }
        if !self.is_unfolded {
            return;
        }
        ui.horizontal_wrapped(|ui| {
            for (format, words, _) in OwnFormat::ALL.into_iter().filter(|(format, ..)| can_encrypt || *format != OwnFormat::Encrypted) {
                if ui.add(Push::new(words).small().selected(self.format == format)).clicked() {
                    self.format = format;
                    self.propose();
                }
            }
        });
        for (_, _, purpose) in OwnFormat::ALL.iter().filter(|(format, ..)| *format == self.format) {
            quiet_ui(ui, purpose);
        }
        if self.format != OwnFormat::Encrypted {
            quiet_ui(ui, "It is not encrypted: anyone who has it can read it.");
        }
        self.place_ui(ui, is_exporting, actions);
        ui.add_space(space::SMALL);
    }

    fn place_ui(&mut self, ui: &mut Ui, is_exporting: bool, actions: &mut Actions) {
        let (kind, endings) = match self.format {
            OwnFormat::Json => (PlaceKind::NewFile, JSON),
            OwnFormat::Encrypted => (PlaceKind::NewFile, NONE),
            OwnFormat::Tables => (PlaceKind::Folder, NONE),
        };
        let look = PlaceLook {
            name: "Where to export to",
            hint: "Where to",
            choose: "Choose where to export to",
            title: "Where to export to",
            kind,
            endings,
        };
        let asked = self.to.ui(ui, look);
        if asked.is_chosen
            && self.format == OwnFormat::Tables
            && let Some(place) = self.to.typed()
        {
            // The tables get a folder of their own within the one that was chosen.
            self.to.put(&place.join(self.format.name()));
        }
        let to = self.to.typed().filter(|_| !is_exporting);
        let is_pressed = ui.add(Push::new("Export there").small().enabled(to.is_some())).clicked();
        if let Some(to) = to.filter(|_| is_pressed || asked.is_entered) {
            actions.push(Action::Export(self.format, to));
            self.is_unfolded = false;
        }
    }

    fn propose(&mut self) {
        let folder = UserDirs::new().map(|dirs| dirs.document_dir().unwrap_or_else(|| dirs.home_dir()).to_owned()).unwrap_or_default();
        self.to.put(&folder.join(self.format.name()));
    }
}
