//! Several computers that keep the diary through a folder: which folder, who else writes into it, and what came of the last time.

mod view;

pub use view::{ComputersState, ComputersView, Meeting};

use super::parts::quiet_ui;
use crate::domain::counted;
use crate::ui::action::{Action, Actions};
use crate::ui::place::PlaceKind;
use crate::ui::place_field::{PlaceField, PlaceLook};
use crate::ui::screens::backups::ago;
use crate::ui::screens::unlock::{UnlockAnswer, unlock_ui};
use crate::ui::theme::space;
use crate::ui::widgets::{PasswordField, Push, error_ui, part_heading_ui};
use chrono::{DateTime, Utc};
use egui::{Label, Ui};
use egui_material_icons::icons::{ICON_EXPAND_LESS, ICON_EXPAND_MORE, ICON_SWAP_HORIZ};
use std::path::Path;

/// The part of the card about the diary that is about several computers.
#[derive(Debug, Default)]
pub(super) struct ComputersPart {
    is_asking: bool,
    is_unfolded: bool,
    folder: PlaceField,
    secret: PasswordField,
}

impl ComputersPart {
    pub(super) fn ui(&mut self, ui: &mut Ui, view: ComputersView<'_>, now: DateTime<Utc>, actions: &mut Actions) {
        part_heading_ui(ui, "Several computers");
        match view.folder {
            None => self.without_ui(ui, actions),
            Some(folder) => self.with_ui(ui, folder, Shown { view, now }, actions),
        }
    }

    /// What a folder would be for, and the way to name one.
    fn without_ui(&mut self, ui: &mut Ui, actions: &mut Actions) {
        quiet_ui(ui, "Keep one diary on several computers, through a folder that a stick or a program of yours carries between them.");
        if ui.add(Push::new("Choose a folder…").small()).clicked() {
            self.is_asking = !self.is_asking;
        }
        if !self.is_asking {
            return;
        }
        ui.add_space(space::SMALL);
        quiet_ui(
            ui,
            "Each computer writes one file into it and reads those of the others. Whoever can read the folder can read the diary.",
        );
        let look = PlaceLook {
            name: "A folder for your computers",
            hint: "Where it is",
            choose: "Choose the folder for your computers",
            title: "A folder for your computers",
            kind: PlaceKind::Folder,
            endings: &[],
        };
        let is_entered = self.folder.ui(ui, look).is_entered;
        let folder = self.folder.typed();
        let is_pressed = ui.add(Push::new("Use this folder").small().enabled(folder.is_some())).clicked();
        if (is_pressed || is_entered) && folder.is_some() {
            actions.push(Action::UseSyncFolder(folder));
            self.is_asking = false;
        }
    }

    /// The folder, the other computers, and what came of the last time.
    fn with_ui(&mut self, ui: &mut Ui, folder: &Path, shown: Shown<'_>, actions: &mut Actions) {
        let Shown { view, now } = shown;
        ui.add(Label::new(format!("Through {}, when this window opens and closes.", folder.display())).wrap());
        if view.seen.is_empty() {
            quiet_ui(ui, "No other computer was seen there yet. Name this folder on another one too.");
        }
        for seen in view.seen {
            ui.add(Label::new(format!("{}: last snapshot {}", seen.name_among(view.seen), ago(now - seen.written))).wrap());
        }
        let is_meeting = matches!(view.state, ComputersState::Meeting);
        match view.state {
            ComputersState::NotYet => {}
            ComputersState::Meeting => quiet_ui(ui, "Reading what your other computers wrote…"),
            ComputersState::Away(words) => quiet_ui(ui, words),
            ComputersState::Locked(words) => self.locked_ui(ui, words, actions),
            ComputersState::Failed(words) => error_ui(ui, words),
            ComputersState::Met(meeting) => self.met_ui(ui, meeting, actions),
        }
        ui.horizontal_wrapped(|ui| {
            if ui.add(Push::new("Merge now").icon(ICON_SWAP_HORIZ).small().enabled(!is_meeting)).clicked() {
                actions.push(Action::MeetNow(None));
            }
            if ui.add(Push::new("Stop using this folder").small().enabled(!is_meeting)).clicked() {
                actions.push(Action::UseSyncFolder(None));
            }
        });
    }

    /// Asks for what opens the snapshots of computers that encrypt them.
    fn locked_ui(&mut self, ui: &mut Ui, words: &str, actions: &mut Actions) {
        if let Some(UnlockAnswer::Open(secret)) = unlock_ui(ui, words, &mut self.secret, None) {
            actions.push(Action::MeetNow(Some(secret)));
        }
    }

    fn met_ui(&mut self, ui: &mut Ui, meeting: &Meeting, actions: &mut Actions) {
        let Meeting { what, details, refused, locked_count } = meeting;
        ui.add(Label::new(what).wrap());
        if *locked_count == 0 {
            self.secret = PasswordField::default();
        } else {
            let words = format!(
                "{} cannot be opened by this computer. Type the password or the recovery words of your encrypted copies; from then on this \
                 computer encrypts too.",
                counted(*locked_count, "encrypted snapshot")
            );
            self.locked_ui(ui, &words, actions);
        }
        for why in refused {
            error_ui(ui, &format!("Not merged: {why}"));
        }
        if details.is_empty() {
            return;
        }
        let icon = if self.is_unfolded { ICON_EXPAND_LESS } else { ICON_EXPAND_MORE };
        if ui.add(Push::new("Details of the merge").icon(icon).quiet()).clicked() {
            self.is_unfolded = !self.is_unfolded;
        }
        if self.is_unfolded {
            for words in details {
                quiet_ui(ui, words);
            }
        }
    }
}

/// What is shown, and the moment at which it is.
#[derive(Debug, Clone, Copy)]
struct Shown<'a> {
    view: ComputersView<'a>,
    now: DateTime<Utc>,
}
