//! "Save picture…": where to, and as what. A file that is there is only replaced when that is said.

use super::chart_view::ChartView;
use crate::charts::ChartSpec;
use crate::ui::action::{Action, Actions, PictureFile};
use crate::ui::place::{AskedPlace, PlaceChoice, PlaceKind};
use crate::ui::range::ShownNights;
use crate::ui::theme::space;
use crate::ui::widgets::{Labelled, Push, TextField, bare_text_field_ui, note_ui, text_field_error_ui, weak_label};
use directories::UserDirs;
use egui::{Popup, PopupCloseBehavior, Ui};
use egui_material_icons::icons::{ICON_IMAGE, ICON_SAVE};
use std::path::{Path, PathBuf};

/// The kinds of picture with their endings and pixels per unit.
const KINDS: [(&str, &str, u32); 3] = [("SVG", "svg", 1), ("PNG", "png", 1), ("PNG, double size", "png", 2)];

/// How wide the form is, in points.
const WIDTH: f32 = 620.0;

/// What came of saving a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    /// The picture is saved.
    Done,
    /// It could not be saved; the message of the window says why.
    Failed,
    /// A file with this name exists, and was not to be replaced.
    Exists,
}

/// The form of one chart.
#[derive(Debug, Default)]
pub(super) struct PictureForm {
    path: TextField,
    choice: PlaceChoice,
    scale: u32,
    /// The path at which a file is in the way.
    in_the_way: Option<PathBuf>,
    /// Whether saving was asked for and not answered yet.
    waits: bool,
    closes: bool,
}

impl PictureForm {
    /// Takes in what came of saving.
    pub(super) fn answered(&mut self, saved: Saved) {
        if std::mem::take(&mut self.waits) {
            self.in_the_way = (saved == Saved::Exists).then(|| PathBuf::from(self.path.text()));
            self.closes = saved == Saved::Done;
        }
    }

    /// Paints the button, and the form that it opens.
    pub(super) fn ui(&mut self, ui: &mut Ui, shown: ChartView<'_>, actions: &mut Actions) {
        let ChartView { name, chart, view, .. } = shown;
        let spoken = format!("Save picture: {name}");
        // Half-read charts are not saved.
        let button = ui.add(Push::new("Save picture…").name(&spoken).icon(ICON_IMAGE).small().enabled(view.charts_are_complete));
        if button.clicked() {
            *self = Self { path: TextField::in_form(proposed(name, view.charted).display().to_string()), scale: 1, ..Self::default() };
        }
        let form = Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside).accessible_name("Save picture");
        form.show(|ui| {
            ui.set_width(WIDTH);
            self.form_ui(ui, chart, actions);
            if std::mem::take(&mut self.closes) {
                ui.close();
            }
        });
    }

    fn form_ui(&mut self, ui: &mut Ui, chart: &ChartSpec, actions: &mut Actions) {
        let path = PathBuf::from(self.path.text());
        ui.horizontal(|ui| {
            for (words, ending, scale) in KINDS {
                let is =
                    path.extension().is_some_and(|known| known.eq_ignore_ascii_case(ending)) && (ending == "svg" || self.scale == scale);
                if ui.add(Push::new(words).small().selected(is)).clicked() {
                    self.scale = scale;
                    self.path = TextField::in_form(path.with_extension(ending).display().to_string());
                }
            }
        });
        ui.add_space(space::SMALL);
        ui.label("Where to");
        ui.horizontal(|ui| {
            let field = Labelled::unseen("Where to save the picture").width(WIDTH - 112.0);
            bare_text_field_ui(ui, &mut self.path, field, checked);
            let asked = || AskedPlace {
                title: "Where to save the picture",
                kind: PlaceKind::NewFile,
                endings: &["svg", "png"],
                typed: PathBuf::from(self.path.text()),
            };
            if let Some(place) = self.choice.button_ui(ui, "Choose…", "Choose where to save the picture", asked) {
                self.path.put(place.display().to_string());
                self.path.take_keyboard();
            }
        });
        text_field_error_ui(ui, &self.path);
        self.choice.words_ui(ui);
        let path = PathBuf::from(self.path.text());
        let in_the_way = self.in_the_way.as_ref() == Some(&path);
        if in_the_way {
            note_ui(ui, "A file with this name is there already. Give another name, or replace it.");
        }
        let words = if in_the_way { "Replace the file" } else { "Save" };
        let pressed = ui.add(Push::new(words).icon(ICON_SAVE).primary().small()).clicked();
        weak_label(ui, "Light colours, for paper. SVG stays sharp at any size.");
        if (pressed || (self.path.was_entered() && !in_the_way))
            && let Some(path) = self.path.read(checked)
        {
            self.waits = true;
            let scale = if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("svg")) { 1 } else { self.scale };
            actions.push(Action::SavePicture(Box::new(PictureFile { chart: chart.clone(), path, scale, replaces: in_the_way })));
        }
    }
}

fn checked(path: &str) -> Result<PathBuf, String> {
    let path = Path::new(path);
    let known = path.extension().is_some_and(|ending| KINDS.iter().any(|(_, known, _)| ending.eq_ignore_ascii_case(known)));
    if known { Ok(path.to_owned()) } else { Err("Give a file name that ends with .svg or .png.".to_owned()) }
}

/// In the folder of pictures, or else at home: "cramp-diary-over-time-2026-11-06-to-2026-11-19.svg".
fn proposed(name: &str, range: ShownNights) -> PathBuf {
    let folder = UserDirs::new().map(|dirs| dirs.picture_dir().unwrap_or_else(|| dirs.home_dir()).to_owned()).unwrap_or_default();
    folder.join(format!("cramp-diary-{}-{}-to-{}.svg", name.to_lowercase().replace(' ', "-"), range.first, range.last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_named_after_chart_and_nights() {
        let date = |text: &str| text.parse().unwrap();
        let path = proposed("Days of the week", ShownNights::between(date("2026-11-06"), date("2026-11-19")));
        assert_eq!(path.file_name().unwrap(), "cramp-diary-days-of-the-week-2026-11-06-to-2026-11-19.svg");
        assert!(checked("a.PNG").is_ok() && checked("a.jpg").is_err() && checked("").is_err());
    }
}
