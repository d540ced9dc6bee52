//! What is remembered of the window from one day to the next: how large text is, where the window stood, what it showed.

use super::action::{Route, TrendsTab};
use super::range::{RangeButton, RangeChoice};
use super::shortcuts::set_letter_keys;
use super::theme;
use super::window_change::WindowChange;
use crate::domain::Day;
use crate::machine::{Machine, Motion, ScreenNote, WindowNotes, WindowPlace};
use egui::{Context, Pos2, Rect, Vec2};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// How long nothing may have changed before the notes are written, in seconds.
const SETTLES_AFTER_S: f64 = 2.0;

/// The height of the upper edge of a window, by which it is pulled, in pixels.
const HANDLE_HEIGHT: u32 = 30;

/// How much of the upper edge must be on a screen, in pixels.
const IN_REACH: Vec2 = Vec2::new(80.0, 15.0);

/// What the window shows.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shown {
    /// The screen.
    pub(super) route: Route,
    /// The date that Today opens on.
    pub(super) home: Day,
    /// The tab of Trends.
    pub(super) tab: TrendsTab,
    /// The range of Trends.
    pub(super) range: RangeChoice,
}

/// The notes on the window, and whether they are written.
#[derive(Debug)]
pub(super) struct Remembered {
    notes: WindowNotes,
    written: WindowNotes,
    /// When they are written, in egui's seconds; `None` if they are.
    settles_at: Option<f64>,
    /// Whether it is written while the window is open; otherwise only when it closes.
    is_beside: bool,
    /// The thread that writes; `None` before there was one.
    writing: Option<JoinHandle<()>>,
}

impl Remembered {
    /// Brings back how the window looked. Call it before the first frame.
    pub(super) fn begin(context: &Context, notes: WindowNotes) -> Self {
        let remembered = Self { written: notes.clone(), notes, settles_at: None, is_beside: false, writing: None };
        remembered.apply(context);
        remembered
    }

    /// Has what changed written while the window is open, by a thread. Without it, that is done when the window closes.
    pub(super) fn write_beside(&mut self) {
        self.is_beside = true;
    }

    /// What is remembered.
    pub(super) fn notes(&self) -> &WindowNotes {
        &self.notes
    }

    /// What to show first: the screen that was shown last, if that was on the same date, and what Trends showed.
    pub(super) fn shown(&self, home: Day) -> Shown {
        let by_label = |label: &Option<String>, of: &str| label.as_deref() == Some(of);
        let tab = TrendsTab::ALL.into_iter().find(|(_, label)| by_label(&self.notes.trends_tab, label));
        let range = RangeButton::ALL.into_iter().find(|(_, label)| by_label(&self.notes.trends_range, label));
        let tab = tab.map(|(tab, _)| tab).unwrap_or_default();
        let range = range.map(|(button, _)| RangeChoice::Button(button)).unwrap_or_default();
        let screen = self.notes.screen.as_ref().filter(|screen| screen.on == home.date());
        let route = screen.and_then(|screen| Route::named(&screen.name, tab)).unwrap_or(Route::Today(home));
        Shown { route, home, tab, range }
    }

    /// Changes how the window looks or listens.
    pub(super) fn change(&mut self, change: WindowChange, context: &Context) {
        let notes = &mut self.notes;
        match change {
            WindowChange::TextSize(size) => notes.text_size = size,
            WindowChange::Larger => notes.text_size = notes.text_size.larger(),
            WindowChange::Smaller => notes.text_size = notes.text_size.smaller(),
            WindowChange::Motion(motion) => notes.motion = motion,
            WindowChange::LetterKeys(keys) => notes.letter_keys = keys,
            WindowChange::Clock(clock) => notes.customs.clock = Some(clock),
            WindowChange::WeekStart(start) => notes.customs.week_start = Some(start),
            WindowChange::Evening(hour) => notes.customs.evening = Some(hour),
        }
        self.apply(context);
    }

    /// Takes in what is shown and where the window stands. Writes it beside the window when nothing changed for `SETTLES_AFTER_S`.
    pub(super) fn follow(&mut self, shown: Shown, context: &Context, machine: &Machine) {
        let before = self.notes.clone();
        self.notes.place = place(context, self.notes.place).or(self.notes.place);
        let name = shown.route.name().map(str::to_owned);
        self.notes.screen = name.map(|name| ScreenNote { name, on: shown.home.date() }).or_else(|| before.screen.clone());
        self.notes.trends_tab = label_of(&TrendsTab::ALL, shown.tab);
        self.notes.trends_range = label_of(&RangeButton::ALL, shown.range.choice());
        let now = context.input(|input| input.time);
        if self.notes == self.written || !self.is_beside {
            self.settles_at = None;
            return;
        }
        let at = match self.settles_at {
            Some(at) if self.notes == before => at,
            _ => now + SETTLES_AFTER_S,
        };
        self.settles_at = Some(at);
        if now < at {
            context.request_repaint_after(Duration::from_secs_f64(at - now));
            return;
        }
        self.settles_at = None;
        self.written = self.notes.clone();
        let (machine, notes) = (machine.clone(), self.notes.clone());
        let write = move || write(&machine, &notes);
        let thread = thread::Builder::new().name("remembering".to_owned()).spawn(write);
        self.writing = thread.inspect_err(|error| log::warn!("the window is not remembered until it changes again: {error}")).ok();
    }

    /// Writes what is remembered before the window goes.
    pub(super) fn finish(&mut self, machine: &Machine) {
        _ = self.writing.take().map(JoinHandle::join);
        if self.notes != self.written {
            write(machine, &self.notes);
        }
    }

    fn apply(&self, context: &Context) {
        context.set_zoom_factor(self.notes.text_size.factor());
        theme::set_motion(context, self.notes.motion == Motion::Usual);
        set_letter_keys(context, self.notes.letter_keys);
    }
}

fn write(machine: &Machine, notes: &WindowNotes) {
    if let Err(error) = machine.note_window(notes) {
        log::warn!("how the window looks is not remembered: {}", error.why);
    }
}

fn label_of<T: PartialEq + Copy>(all: &[(T, &str)], wanted: T) -> Option<String> {
    all.iter().find(|(each, _)| *each == wanted).map(|(_, label)| (*label).to_owned())
}

/// Where the window stands. Returns `None` where the system does not say, and while it is minimised. A maximised window keeps the size and
/// the corner that it had `before`.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "points of a window")]
fn place(context: &Context, before: Option<WindowPlace>) -> Option<WindowPlace> {
    let zoom = context.zoom_factor();
    let (inner, corner, fills, is_minimised) = context.input(|input| {
        let window = input.viewport();
        let fills = window.maximized == Some(true) || window.fullscreen == Some(true);
        (window.inner_rect, window.outer_rect.map(|rect| rect.min), fills, window.minimized == Some(true))
    });
    let size = inner?.size() * zoom;
    if is_minimised || size.min_elem() < 100.0 {
        return None;
    }
    if fills && let Some(before) = before {
        return Some(WindowPlace { is_maximised: true, ..before });
    }
    let corner = corner.map(|corner| [(corner.x * zoom).round() as i32, (corner.y * zoom).round() as i32]);
    Some(WindowPlace { corner, size: [size.x.round() as u16, size.y.round() as u16], is_maximised: fills })
}

/// Brings a window back whose upper edge lies on no screen, as when a screen was taken away.
pub(super) fn bring_back(creation: &eframe::CreationContext<'_>) {
    let Some(window) = creation.winit_window() else { return };
    let Ok(corner) = window.outer_position() else { return };
    let Some(first) = window.primary_monitor().or_else(|| window.available_monitors().next()) else { return };
    let screens = window.available_monitors().map(|monitor| {
        let (at, size) = (monitor.position(), monitor.size());
        pixels([at.x, at.y], [size.width, size.height])
    });
    let edge = pixels([corner.x, corner.y], [window.outer_size().width, HANDLE_HEIGHT]);
    if !can_be_reached(edge, screens) {
        window.set_outer_position(first.position());
    }
}

#[expect(clippy::cast_precision_loss, reason = "pixels of a screen")]
fn pixels(corner: [i32; 2], size: [u32; 2]) -> Rect {
    Rect::from_min_size(Pos2::new(corner[0] as f32, corner[1] as f32), Vec2::new(size[0] as f32, size[1] as f32))
}

/// Whether enough of the upper edge of a window lies on one of the screens.
fn can_be_reached(edge: Rect, screens: impl Iterator<Item = Rect>) -> bool {
    let mut seen = screens.map(|screen| screen.intersect(edge));
    seen.any(|seen| seen.width() >= IN_REACH.x.min(edge.width()) && seen.height() >= IN_REACH.y)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_can_be_reached_where_its_upper_edge_is_on_a_screen() {
        let screens = || [pixels([0, 0], [1920, 1080]), pixels([1920, -200], [1280, 1024])].into_iter();
        for (x, y, is_reached) in [
            (10, 10, true),
            (-1100, 10, true),
            (-1200, 10, false),
            (2500, -190, true),
            (4000, 100, false),
            (100, 1070, false),
            (100, -10, true),
            (100, -25, false),
        ] {
            assert_eq!(can_be_reached(pixels([x, y], [1240, 30]), screens()), is_reached, "{x} {y}");
        }
        assert!(!can_be_reached(pixels([0, 0], [1240, 30]), std::iter::empty()));
    }
}
