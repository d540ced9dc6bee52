//! Choosing a place on the disk with the system's own window for it, beside a field in which the path can be typed.
//!
//! A screen keeps a [`PlaceChoice`] and paints its button. The window of the system is opened on a thread, so that no frame waits.

use super::widgets::{Push, weak_label};
use egui::{Context, Id, Ui};
use rfd::FileDialog;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::thread;

/// What kind of place is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlaceKind {
    /// A file that exists.
    File,
    /// A folder that exists.
    Folder,
    /// A file to be written. One that exists may be named; the system asks about that itself.
    NewFile,
}

/// A place that is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedPlace {
    /// The title of the window: "Where to save the picture".
    pub title: &'static str,
    /// What kind of place it is.
    pub kind: PlaceKind,
    /// The endings of files that are offered, without the dot. Empty for all files.
    pub endings: &'static [&'static str],
    /// The path that was typed, to begin with. May be empty.
    pub typed: PathBuf,
}

/// Takes the answer to a question for a place. Dropped, it means that no place was chosen.
#[derive(Debug)]
pub struct PlaceAnswer {
    sender: Sender<PathBuf>,
    context: Context,
}

impl PlaceAnswer {
    /// Hands over the place that was chosen, and wakes the window.
    pub fn give(self, place: PathBuf) {
        // The form that asked may be closed by now.
        _ = self.sender.send(place);
    }
}

impl Drop for PlaceAnswer {
    fn drop(&mut self) {
        self.context.request_repaint();
    }
}

/// The question that a form has for a place, and what came of it.
#[derive(Debug, Default)]
pub struct PlaceChoice {
    answer: Option<Receiver<PathBuf>>,
    came_to_nothing: bool,
}

impl PlaceChoice {
    /// Paints a button that asks for a place; `name` is what a screen reader says instead of `words`. Returns the place that was chosen, in
    /// one frame.
    pub fn button_ui(&mut self, ui: &mut Ui, words: &str, name: &str, asked: impl FnOnce() -> AskedPlace) -> Option<PathBuf> {
        let chosen = self.take();
        if ui.add(Push::new(words).name(name).small().enabled(self.answer.is_none())).clicked() {
            self.ask(ui.ctx(), asked());
        }
        chosen
    }

    /// Paints a line on what to do if no place was chosen, because the person did not want to or the system has no window for it.
    pub fn words_ui(&self, ui: &mut Ui) {
        if self.answer.is_some() {
            weak_label(ui, "Choose the place in the window that opens.");
        } else if self.came_to_nothing {
            weak_label(ui, "No place was chosen. If no window for choosing came up, type the path instead.");
        }
    }

    fn ask(&mut self, context: &Context, asked: AskedPlace) {
        let (sender, answer) = channel();
        (self.answer, self.came_to_nothing) = (Some(answer), false);
        let chooser = context.data(|data| data.get_temp::<Chooser>(chooser_key())).unwrap_or_default();
        (chooser.0)(asked, PlaceAnswer { sender, context: context.clone() });
    }

    fn take(&mut self) -> Option<PathBuf> {
        match self.answer.as_ref()?.try_recv() {
            Ok(place) => {
                self.answer = None;
                Some(place)
            }
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => {
                (self.answer, self.came_to_nothing) = (None, true);
                None
            }
        }
    }
}

/// Who is asked for places.
#[derive(Clone)]
struct Chooser(Arc<dyn Fn(AskedPlace, PlaceAnswer) + Send + Sync>);

impl Default for Chooser {
    fn default() -> Self {
        Self(Arc::new(ask_the_system))
    }
}

impl fmt::Debug for Chooser {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Chooser")
    }
}

/// Has `chooser` asked for places from now on, instead of the system: for tests, which have nobody who chooses.
pub fn choose_places_with(context: &Context, chooser: impl Fn(AskedPlace, PlaceAnswer) + Send + Sync + 'static) {
    context.data_mut(|data| data.insert_temp(chooser_key(), Chooser(Arc::new(chooser))));
}

fn chooser_key() -> Id {
    Id::unique("who chooses places")
}

/// Asks by the desktop's portal, or else by `zenity`, on a thread that lasts as long as the window of the system is open.
fn ask_the_system(asked: AskedPlace, answer: PlaceAnswer) {
    let choose = move || {
        let AskedPlace { title, kind, endings, typed } = asked;
        let mut dialog = FileDialog::new().set_title(title);
        if !endings.is_empty() {
            dialog = dialog.add_filter(endings.join(", "), endings);
        }
        let (folder, file) = split(&typed, kind);
        if let Some(folder) = folder {
            dialog = dialog.set_directory(folder);
        }
        if let Some(file) = file {
            dialog = dialog.set_file_name(file);
        }
        let chosen = match kind {
            PlaceKind::File => dialog.pick_file(),
            PlaceKind::Folder => dialog.pick_folder(),
            PlaceKind::NewFile => dialog.save_file(),
        };
        if let Some(place) = chosen {
            answer.give(place);
        }
    };
    if let Err(error) = thread::Builder::new().name("place".to_owned()).spawn(choose) {
        log::warn!("no place can be chosen, only typed: {error}");
    }
}

/// The folder to begin in, if it exists, and the name that is proposed for a new file, if one was typed.
fn split(typed: &Path, kind: PlaceKind) -> (Option<&Path>, Option<&str>) {
    let file = typed.file_name().and_then(|name| name.to_str()).filter(|_| kind == PlaceKind::NewFile);
    let folder = [Some(typed), typed.parent()].into_iter().flatten().find(|folder| folder.is_dir());
    (folder, file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_system_begins_where_the_typed_path_leads() {
        let folder = tempfile::tempdir().unwrap();
        let (within, file) = (Some(folder.path()), folder.path().join("a.svg"));
        assert_eq!(split(&file, PlaceKind::NewFile), (within, Some("a.svg")));
        assert_eq!(split(&file, PlaceKind::File), (within, None));
        assert_eq!(split(folder.path(), PlaceKind::Folder), (within, None));
        assert_eq!(split(Path::new(""), PlaceKind::NewFile), (None, None));
    }
}
