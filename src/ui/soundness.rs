//! Whether the diary file is sound, which is found out beside the first frames.
//!
//! What is to be written waits until the structure of the file is known. A frame never does.

use crate::diary::Diary;
use crate::store::{Access, Depth, KindSet, RecordKind, SetAside, Store, StoreError, Structure};
use egui::Context;
use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

/// What is known of the file that is open.
#[derive(Debug)]
pub(super) enum Soundness {
    /// It was not looked at yet; the first write does.
    Unknown(Depth),
    /// A thread is looking.
    Looking(Depth, Receiver<News>),
    /// Whether it may be written is known. The thread may still be looking for records that cannot be read.
    Known(Option<Receiver<News>>),
}

/// When a thread begins to look at the file. It would take the processor from the first frame, for which the person waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BeginsLooking {
    /// Once this frame is painted.
    AfterThisFrame,
    /// With this frame.
    Now,
    /// Not again.
    Never,
}

/// What the thread has found.
#[derive(Debug)]
pub(super) enum News {
    /// Of the structure of the file.
    Structure(Structure),
    /// The kinds of record of which some cannot be read.
    Unreadable(KindSet),
}

impl Soundness {
    /// Has a thread look at the file, which wakes the window with what it found. Without a thread, the first write looks.
    pub(super) fn look(&mut self, path: &Path, context: &Context) {
        let Self::Unknown(depth) = *self else { return };
        let (tell, told) = channel();
        let (path, context) = (path.to_owned(), context.clone());
        let work = move || {
            // What cannot be opened here is looked at by the first write, which says why.
            if let Err(error) = look_at(&path, depth, &tell, || context.request_repaint()) {
                log::warn!("the file was not looked at beside the first frame: {error}");
            }
            drop(tell);
            context.request_repaint();
        };
        match thread::Builder::new().name("file check".to_owned()).spawn(work) {
            Ok(_runs_on) => *self = Self::Looking(depth, told),
            Err(error) => log::warn!("the file is looked at with the first write: {error}"),
        }
    }

    /// Whether a thread is still looking at the structure, so that what is to be written must wait.
    pub(super) fn is_looking(&self) -> bool {
        matches!(self, Self::Looking(..))
    }

    /// Whether a thread is looking at anything.
    pub(super) fn is_busy(&self) -> bool {
        matches!(self, Self::Looking(..) | Self::Known(Some(_)))
    }

    /// Takes in what the thread has found so far. Returns a word for the person, if there is one.
    pub(super) fn poll(&mut self, diary: &mut Diary) -> Option<String> {
        let (Self::Looking(_, told) | Self::Known(Some(told))) = self else { return None };
        let news = match told.try_recv() {
            Ok(news) => Some(news),
            Err(std::sync::mpsc::TryRecvError::Empty) => return None,
            Err(std::sync::mpsc::TryRecvError::Disconnected) => None,
        };
        self.take_in(news, diary)
    }

    /// Waits until the structure is known, at most as long as looking at it takes.
    pub(super) fn wait(&mut self, diary: &mut Diary) {
        if let Self::Looking(_, told) = self {
            let news = told.recv().ok();
            _ = self.take_in(news, diary);
        }
    }

    /// Looks at the file now, if nobody did. Returns a word for the person, if there is one. What is broken, the write then says.
    pub(super) fn ensure_known(&mut self, diary: &mut Diary) -> Option<String> {
        let Self::Unknown(depth) = *self else { return None };
        *self = Self::Known(None);
        diary.ensure_sound(depth).ok().flatten()
    }

    /// Takes in what the thread has found; `None` if it ended without a word.
    fn take_in(&mut self, news: Option<News>, diary: &mut Diary) -> Option<String> {
        match (news, std::mem::replace(self, Self::Known(None))) {
            (Some(News::Structure(found)), Self::Looking(_, told)) => {
                *self = Self::Known(Some(told));
                diary.judge(&found);
                if found.broken.is_empty() && !found.indexes.is_empty() { diary.ensure_sound(Depth::Whole).ok().flatten() } else { None }
            }
            (Some(News::Unreadable(kinds)), _) => {
                diary.note_passed_over(kinds);
                None
            }
            (None, Self::Looking(depth, _)) => {
                *self = Self::Unknown(depth);
                None
            }
            (None | Some(News::Structure(_)), _) => None,
        }
    }
}

fn look_at(path: &Path, depth: Depth, tell: &Sender<News>, wake: impl Fn()) -> Result<(), StoreError> {
    let store = Store::open(path, Access::ReadOnly)?;
    store.keep_little();
    let found = store.structure(depth)?;
    let is_broken = !found.broken.is_empty();
    // Nobody listens when the window was closed meanwhile.
    _ = tell.send(News::Structure(found));
    wake();
    if !is_broken {
        let unreadable = store.read().set_aside(RecordKind::ALL.iter().copied().collect())?;
        let kinds: KindSet = unreadable.iter().map(|SetAside { kind, .. }| *kind).collect();
        if kinds != KindSet::EMPTY {
            _ = tell.send(News::Unreadable(kinds));
        }
    }
    Ok(())
}
