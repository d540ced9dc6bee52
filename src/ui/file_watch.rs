//! Wakes the window when the diary file changes while the person looks at it.
//!
//! While the window has the focus, a thread asks the file system every [`EVERY`] how two files look, which costs two
//! system calls and no frame. Otherwise the thread sleeps. A frame finds out by itself whether the change came from elsewhere.

use crate::store::FileLook;
use egui::Context;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

/// How long the thread waits between two looks.
const EVERY: Duration = Duration::from_secs(2);

/// The window's side of the thread.
#[derive(Debug)]
pub(super) struct FileWatch {
    thread: Sender<Option<PathBuf>>,
    /// The path that the thread looks at; `None` while it sleeps.
    looks_at: Option<PathBuf>,
}

impl FileWatch {
    /// Begins the thread, which sleeps first. Returns `None` if the system refuses a thread.
    pub(super) fn begin(context: &Context) -> Option<Self> {
        let (thread, told) = channel();
        let context = context.clone();
        let begun = thread::Builder::new().name("file watch".to_owned()).spawn(move || watch(&told, || context.request_repaint()));
        match begun {
            Ok(_runs_on) => Some(Self { thread, looks_at: None }),
            Err(error) => {
                log::warn!("changes by other programs are seen with the next input only: {error}");
                None
            }
        }
    }

    /// Looks at the diary file at this path from now on; `None` sleeps.
    pub(super) fn look_at(&mut self, path: Option<&Path>) {
        if self.looks_at.as_deref() != path {
            self.looks_at = path.map(Path::to_owned);
            // The thread ends only with the window.
            _ = self.thread.send(self.looks_at.clone());
        }
    }
}

/// Calls `wake` whenever the file that was last told of has changed. Returns when nobody can tell of another any more.
fn watch(told: &Receiver<Option<PathBuf>>, wake: impl Fn()) {
    let mut looks_at: Option<Watched> = None;
    loop {
        let news = match &mut looks_at {
            Some(watched) => match told.recv_timeout(EVERY) {
                Ok(path) => path,
                Err(RecvTimeoutError::Timeout) => {
                    if watched.has_changed() {
                        wake();
                    }
                    continue;
                }
                Err(RecvTimeoutError::Disconnected) => return,
            },
            None => match told.recv() {
                Ok(path) => path,
                Err(_closed) => return,
            },
        };
        looks_at = news.map(Watched::new);
    }
}

/// A diary file and how it looked last.
#[derive(Debug)]
struct Watched {
    /// The file, and the log beside it, to which SQLite writes first.
    files: [PathBuf; 2],
    looked: [Option<FileLook>; 2],
}

impl Watched {
    fn new(path: PathBuf) -> Self {
        let mut log = path.clone().into_os_string();
        log.push("-wal");
        let files = [path, log.into()];
        Self { looked: looks(&files), files }
    }

    /// Whether one of the files looks different than at the last call.
    fn has_changed(&mut self) -> bool {
        let now = looks(&self.files);
        let before = std::mem::replace(&mut self.looked, now);
        before != self.looked
    }
}

fn looks(files: &[PathBuf; 2]) -> [Option<FileLook>; 2] {
    files.each_ref().map(|file| FileLook::of(file))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn what_happens_to_the_file_or_its_log_is_noticed_once() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("diary.sqlite");
        fs::write(&path, "file").unwrap();
        let mut watched = Watched::new(path.clone());
        assert!(!watched.has_changed());
        fs::write(folder.path().join("diary.sqlite-wal"), "log").unwrap();
        assert_eq!((watched.has_changed(), watched.has_changed()), (true, false));
        fs::write(&path, "longer file").unwrap();
        assert_eq!((watched.has_changed(), watched.has_changed()), (true, false));
        let mut permissions = fs::metadata(&path).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&path, permissions).unwrap();
        assert_eq!((watched.has_changed(), watched.has_changed()), (true, false));
        fs::remove_file(&path).unwrap();
        assert_eq!((watched.has_changed(), watched.has_changed()), (true, false));
        fs::write(&path, "longer file").unwrap();
        assert_eq!((watched.has_changed(), watched.has_changed()), (true, false));
    }

    #[test]
    fn the_thread_ends_with_the_window() {
        let (tell, told) = channel();
        tell.send(Some(PathBuf::from("diary.sqlite"))).unwrap();
        tell.send(None).unwrap();
        drop(tell);
        watch(&told, || ());
    }
}
