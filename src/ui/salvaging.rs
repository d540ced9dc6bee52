//! Getting back what can be read of a diary that does not open: a card below the reason, the work beside the window, and what came back.

use super::action::{Action, Actions};
use super::beside::waking;
use super::place::{AskedPlace, PlaceChoice, PlaceKind};
use super::theme::space;
use super::widgets::{Push, SearchField, card_ui, heading_ui, labelled_row_ui, weak_label};
use crate::domain::{Day, as_f64, capitalised, grouped};
use crate::jobs::{Job, Stopped, Worker};
use crate::store::{RescueError, RescueOrder, Rescued, may_be_rescued, rescue};
use egui::accesskit::Live;
use egui::{Align, Context, Label, Layout, Ui, vec2};
use std::path::{Path, PathBuf};

/// How wide the card is, in points: as wide as that with the reason.
const WIDTH: f32 = 620.0;

/// What stays free beside the field for the button that opens the system's window, in points.
const CHOOSE_WIDTH: f32 = 130.0;

/// How wide the column with the kinds of record is, in points.
const KIND_WIDTH: f32 = 220.0;

/// What is offered for a diary that does not open.
#[derive(Debug, Default)]
pub(super) struct Salvaging {
    offer: Offer,
    /// Where the new diary is to go, as it is typed.
    to: String,
    choice: PlaceChoice,
    job: Option<Job<Result<Rescued, RescueError>, Stopped>>,
    /// What came of it; otherwise why nothing did.
    outcome: Option<Result<Rescued, String>>,
}

/// Whether something can be got back from the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Offer {
    /// The file was not looked at yet.
    #[default]
    Unknown,
    Made,
    None,
}

impl Salvaging {
    /// What is offered for a diary that opens, but whose structure is broken.
    pub(super) fn offered() -> Self {
        Self { offer: Offer::Made, ..Self::default() }
    }

    /// Reads the damaged diary and writes what comes back, beside the window.
    pub(super) fn start(&mut self, from: &Path, to: PathBuf, context: &Context) {
        let order = RescueOrder { from: from.to_owned(), to };
        let work = move |_: &Worker| Ok(rescue(&order));
        self.outcome = None;
        match Job::start("salvage", waking(context), work) {
            Ok(job) => self.job = Some(job),
            Err(error) => self.outcome = Some(Err(format!("It could not be started ({error}). Close other programs and try again."))),
        }
    }

    /// Takes over what the work has come to.
    pub(super) fn poll(&mut self) {
        let Some(done) = self.job.as_mut().and_then(Job::poll) else { return };
        self.job = None;
        self.outcome = Some(match done {
            Ok(rescued) => rescued.map_err(|error| error.to_string()),
            Err(stopped) => Err(stopped.to_string()),
        });
    }

    /// Whether the work is going on.
    pub(super) fn is_busy(&self) -> bool {
        self.job.is_some()
    }

    /// The diary that came back. Returns `None` if none did yet.
    pub(super) fn rescued(&self) -> Option<&Path> {
        self.outcome.as_ref()?.as_ref().ok().map(|rescued| rescued.path.as_path())
    }

    /// Paints the card. Paints nothing where nothing can be got back.
    pub(super) fn ui(&mut self, ui: &mut Ui, damaged: &Path, today: Day, actions: &mut Actions) {
        if self.offer == Offer::Unknown {
            self.offer = if may_be_rescued(damaged) { Offer::Made } else { Offer::None };
        }
        if self.offer == Offer::None {
            return;
        }
        if self.to.is_empty() {
            self.to = proposed(damaged, today).display().to_string();
        }
        ui.vertical_centered(|ui| {
            ui.set_max_width(WIDTH.min(ui.available_width()));
            ui.add_space(space::MEDIUM);
            card_ui(ui, |ui| ui.with_layout(Layout::top_down(Align::Min), |ui| self.card_ui(ui, actions)).inner);
        });
    }

    fn card_ui(&mut self, ui: &mut Ui, actions: &mut Actions) {
        heading_ui(ui, "Get back what can be read");
        if let Some(Ok(rescued)) = &self.outcome {
            rescued_ui(ui, rescued, actions);
            return;
        }
        weak_label(ui, "What can still be read of the file goes into a new diary. The file itself is not changed.");
        ui.add_space(space::SMALL);
        let is_busy = self.is_busy();
        ui.horizontal_wrapped(|ui| {
            let width = (ui.available_size_before_wrap().x - CHOOSE_WIDTH).max(160.0);
            SearchField::new("Where the new diary goes", "A new file").no_search().width(width).ui(ui, &mut self.to);
            let typed = PathBuf::from(self.to.trim());
            let asked = || AskedPlace { title: "Where the new diary goes", kind: PlaceKind::NewFile, endings: &[], typed };
            if let Some(place) = self.choice.button_ui(ui, "Choose…", "Choose where the new diary goes", asked) {
                self.to = place.display().to_string();
            }
        });
        self.choice.words_ui(ui);
        ui.add_space(space::SMALL);
        let path = self.to.trim();
        if ui.add(Push::new("Read it into a new diary").enabled(!is_busy && !path.is_empty())).clicked() {
            actions.push(Action::Salvage(PathBuf::from(path)));
        }
        if is_busy {
            weak_label(ui, "Reading the damaged diary…");
        }
        if let Some(Err(words)) = &self.outcome {
            live_ui(ui, words);
        }
    }
}

/// What came back, and what can be done with it.
fn rescued_ui(ui: &mut Ui, rescued: &Rescued, actions: &mut Actions) {
    live_ui(ui, &rescued.sentence());
    weak_label(ui, format!("It is a diary of its own now: {}", rescued.path.display()));
    ui.add_space(space::SMALL);
    ui.horizontal_wrapped(|ui| {
        if ui.add(Push::new("Use it as my diary").primary()).clicked() {
            actions.push(Action::UseSalvaged);
        }
        if ui.add(Push::new("Look at it first")).clicked() {
            actions.push(Action::OpenFile(rescued.path.clone()));
        }
    });
    weak_label(ui, "To use it puts it in the place of the damaged file, which is kept beside it under another name.");
    ui.add_space(space::SMALL);
    let not_kept = rescued.not_kept.iter().map(|words| format!("No diary can hold {words}."));
    let set_aside = rescued.set_aside.iter().map(|found| format!("Waits to be mended or deleted: {}.", found.words()));
    for words in rescued.losses().into_iter().chain(not_kept).chain(set_aside) {
        ui.add(Label::new(words).wrap());
    }
    for kind in &rescued.kinds {
        let back = number(kind.back);
        let words = kind.in_copy.map_or_else(|| back.clone(), |in_copy| format!("{back} (in the newest backup {})", number(in_copy)));
        labelled_row_ui(ui, vec2(KIND_WIDTH, 22.0), &capitalised(kind.noun()), |ui| drop(ui.label(words)));
    }
}

/// Paints words that a screen reader says by itself.
fn live_ui(ui: &mut Ui, words: &str) {
    let label = ui.add(Label::new(words).wrap());
    ui.ctx().accesskit_node_builder(label.id, |node| node.set_live(Live::Polite));
}

fn number(count: usize) -> String {
    grouped(as_f64(count))
}

/// A new name beside the diary: "diary-saved-2026-11-30.sqlite".
fn proposed(damaged: &Path, today: Day) -> PathBuf {
    let stem = damaged.file_stem().unwrap_or_default().to_string_lossy();
    let named = |number: u32| {
        let nth = if number == 1 { String::new() } else { format!("-{number}") };
        damaged.with_file_name(format!("{stem}-saved-{today}{nth}.sqlite"))
    };
    (1..1000).map(named).find(|name| name.symlink_metadata().is_err()).unwrap_or_else(|| named(1000))
}
