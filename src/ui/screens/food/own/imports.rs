//! Foods from a USDA download: reading it, looking at what was found, and using it or not.

use crate::diary::{Command, ImportCommand};
use crate::domain::{DataType, Import, grouped};
use crate::exchange::DownloadContents;
use crate::jobs::Progress;
use crate::ui::action::{Action, Actions};
use crate::ui::place::{AskedPlace, PlaceChoice, PlaceKind};
use crate::ui::screens::food::view::{FoodView, ImportState};
use crate::ui::theme::{self, space};
use crate::ui::widgets::{Push, SearchField, bar, card_ui, error_ui, heading_ui, weak_label};
use egui::accesskit::Role;
use egui::{Key, RichText, ScrollArea, Sense, Ui, WidgetInfo, vec2};
use egui_material_icons::icons::{ICON_CLOSE, ICON_DOWNLOAD};
use std::path::PathBuf;

/// How many rows that cannot be read are listed at most.
const NAMED: usize = 100;

/// What is being typed.
#[derive(Debug, Default)]
pub(super) struct ImportCard {
    path: String,
    zip: PlaceChoice,
    folder: PlaceChoice,
}

impl ImportCard {
    pub(super) fn ui(&mut self, ui: &mut Ui, view: FoodView<'_>, actions: &mut Actions) {
        card_ui(ui, |ui| {
            heading_ui(ui, "Foods from a USDA download");
            weak_label(
                ui,
                "FoodData Central of the US Department of Agriculture offers its foods, among them 400,000 products with bar codes, as a CSV folder or zip. The program reads such a file from your disk; it fetches nothing itself.",
            );
            for import in view.kitchen.imports.iter().filter(|import| import.is_active()) {
                in_use_ui(ui, import, actions);
            }
            if let Some(trouble) = &view.kitchen.imports_trouble {
                error_ui(ui, trouble);
            }
            match view.import {
                ImportState::Reading(progress) => reading_ui(ui, progress, actions),
                ImportState::Ready(found) => ready_ui(ui, found, actions),
                ImportState::Nothing => self.path_ui(ui, None, actions),
                ImportState::Refused(words) => self.path_ui(ui, Some(words), actions),
            }
        });
    }

    fn path_ui(&mut self, ui: &mut Ui, refused: Option<&str>, actions: &mut Actions) {
        let dropped = ui.input(|input| input.raw.dropped_files.first().map(|file| file.path().to_owned()));
        if let Some(path) = &dropped {
            self.path = path.display().to_string();
        }
        let field = SearchField::new("Folder or zip", "Drop the folder or zip here, or write where it is").no_search();
        let response = field.ui(ui, &mut self.path);
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let path = self.path.trim();
        let (mut pressed, mut chosen) = (false, None);
        ui.horizontal_wrapped(|ui| {
            pressed = ui.add(Push::new("Read it").icon(ICON_DOWNLOAD).enabled(!path.is_empty())).clicked();
            let asked = |kind, endings| AskedPlace { title: "Foods from a USDA download", kind, endings, typed: PathBuf::from(path) };
            let zip = self.zip.button_ui(ui, "Choose a zip…", "Choose a zip of foods", || asked(PlaceKind::File, &["zip"]));
            let folder = self.folder.button_ui(ui, "Choose a folder…", "Choose a folder of foods", || asked(PlaceKind::Folder, &[]));
            chosen = zip.or(folder);
        });
        self.zip.words_ui(ui);
        self.folder.words_ui(ui);
        if (pressed || entered || dropped.is_some()) && !path.is_empty() {
            actions.push(Action::StartImport(PathBuf::from(path)));
        }
        if let Some(place) = chosen {
            self.path = place.display().to_string();
        }
        if let Some(words) = refused {
            error_ui(ui, words);
        }
    }
}

fn in_use_ui(ui: &mut Ui, import: &Import, actions: &mut Actions) {
    let parts: Vec<_> = import
        .parts
        .iter()
        .filter(|part| part.active)
        .map(|part| format!("{} {}", grouped(f64::from(part.foods)), part.data_type.label()))
        .collect();
    ui.horizontal(|ui| {
        let words = format!("{} from {}", parts.join(", "), import.source);
        let name = format!("Take out of use: {}", import.source);
        if ui.add(Push::icon_only(ICON_CLOSE, &name)).clicked() {
            actions.run(Command::Import(ImportCommand::Remove(import.id)));
        }
        ui.add(egui::Label::new(words).wrap());
    });
}

fn reading_ui(ui: &mut Ui, progress: &Progress, actions: &mut Actions) {
    let share = progress.share();
    let words = share.map_or_else(|| progress.stage.clone(), |share| format!("{}, {:.0} %", progress.stage, share * 100.0));
    ui.label(words);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 10.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, "Import"));
    bar(ui, rect, f64::from(share.unwrap_or(0.0)));
    if ui.add(Push::new("Cancel").name("Cancel the import").small()).clicked() {
        actions.push(Action::CancelImport);
    }
}

fn ready_ui(ui: &mut Ui, found: &DownloadContents, actions: &mut Actions) {
    let DownloadContents { source, foods, left_out, superseded, problems } = found;
    ui.label(RichText::new(format!("Found in {source}")).text_style(theme::strong()));
    for (kind, count) in foods {
        ui.label(format!("{} of {}", number(*count), kind.label()));
    }
    let others: u64 = left_out.values().sum::<u64>() + superseded;
    if others > 0 {
        weak_label(
            ui,
            format!("{} records are left out: samples and the like, which are no foods, and older versions of foods.", number(others)),
        );
    }
    if foods.contains_key(&DataType::Branded) {
        weak_label(ui, "Figures of products come from their labels. Servings of liquids are given in ml, which count as g.");
    }
    if problems.count() > 0 {
        ui.label(format!("{} rows cannot be read and are left out:", number(problems.count())));
        let height = ui.text_style_height(&egui::TextStyle::Body);
        let listed = &problems.listed()[..problems.listed().len().min(NAMED)];
        ScrollArea::vertical().id_salt("problems").max_height(120.0).auto_shrink([false, true]).show_rows(
            ui,
            height,
            listed.len(),
            |ui, rows| {
                for problem in &listed[rows] {
                    let words = problem.to_string();
                    ui.add(egui::Label::new(&words).truncate()).on_hover_text(&words);
                }
            },
        );
        let more = problems.count().saturating_sub(NAMED as u64);
        if more > 0 {
            weak_label(ui, format!("and {} more", number(more)));
        }
    }
    ui.add_space(space::SMALL);
    ui.horizontal(|ui| {
        if ui.add(Push::new("Use these foods").primary()).clicked() {
            actions.push(Action::AcceptImport);
        }
        if ui.add(Push::new("Leave it")).clicked() {
            actions.push(Action::DiscardImport);
        }
    });
}

#[expect(clippy::cast_precision_loss, reason = "no download has 2 to the power of 53 rows")]
fn number(count: u64) -> String {
    grouped(count as f64)
}
