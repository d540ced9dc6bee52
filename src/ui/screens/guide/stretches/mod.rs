//! The tab "Stretches": all of them, one step by step, and the session with its timer.

mod list;
mod log;
mod page;
mod session;

use crate::guide::StretchGuide;
use crate::ui::action::Actions;
use crate::ui::screens::guide::view::GuideView;
use egui::Ui;
use session::{Leave, StretchSession};

/// What is open in the tab.
#[derive(Debug, Default)]
pub(super) struct StretchesTab {
    open: Option<&'static StretchGuide>,
    session: Option<StretchSession>,
}

impl StretchesTab {
    /// Takes in whether the diary logged the session.
    pub(super) fn answered(&mut self, is_logged: bool) {
        if self.session.as_mut().is_some_and(|session| session.answered(is_logged)) {
            self.session = None;
        }
    }

    /// Paints the tab.
    pub(super) fn ui(&mut self, ui: &mut Ui, view: GuideView<'_>, actions: &mut Actions) {
        if let Some(session) = &mut self.session {
            match session.ui(ui, view.running, actions) {
                Some(Leave::ToPage) => self.session = None,
                Some(Leave::ToList) => (self.session, self.open) = (None, None),
                Some(Leave::OnceMore) => self.session = self.open.map(StretchSession::new),
                None => {}
            }
        } else if let Some(stretch) = self.open {
            match page::page_ui(ui, stretch, view.running, actions) {
                Some(page::PagePressed::Back) => self.open = None,
                Some(page::PagePressed::Start) => self.session = Some(StretchSession::new(stretch)),
                None => {}
            }
        } else if let Some(pressed) = list::list_ui(ui, actions) {
            let (list::ListPressed::Open(stretch) | list::ListPressed::Start(stretch)) = pressed;
            self.open = Some(stretch);
            if let list::ListPressed::Start(_) = pressed {
                self.session = Some(StretchSession::new(stretch));
            }
        }
    }
}
