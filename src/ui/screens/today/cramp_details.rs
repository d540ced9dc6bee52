//! The details of a cramp: time, duration, side, what was tried, and a note.

use super::context::DayContext;
use crate::domain::{Cramp, CrampTime, Helped, HourClock, Relief, SaidTime, Side, Tried, number_to_type};
use crate::ui::theme::space;
use crate::ui::widgets::{Labelled, Push, TextField, severity_row_ui, text_field_ui, typed, typed_or_none, weak_label};
use egui::Ui;

/// From which width on the time and how long it lasted stand in one row, in points.
const ONE_ROW: f32 = 330.0;

/// The room for "am" or "pm" behind a time, in points.
const AM_OR_PM: f32 = 22.0;

/// The fields that are being typed in.
#[derive(Debug)]
pub(super) struct CrampDetails {
    time: TextField,
    minutes: TextField,
    note: TextField,
}

impl CrampDetails {
    pub(super) fn of(cramp: &Cramp, clock: HourClock) -> Self {
        Self {
            time: TextField::showing(time_text(cramp, clock)),
            minutes: TextField::showing(minutes_text(cramp)),
            note: TextField::showing(&cramp.note),
        }
    }

    /// Paints the details. Returns the changed cramp, or `None` if it stays as it is.
    pub(super) fn ui(&mut self, ui: &mut Ui, cramp: &Cramp, shown: DayContext<'_>) -> Option<Cramp> {
        self.time.follow(&time_text(cramp, shown.page.customs.clock));
        self.minutes.follow(&minutes_text(cramp));
        self.note.follow(&cramp.note);
        let mut changed = cramp.clone();
        if let Some(severity) = severity_row_ui(ui, Some(cramp.severity)) {
            changed.severity = severity;
        }
        ui.horizontal_wrapped(|ui| {
            for side in [Side::Left, Side::Right, Side::Both] {
                if ui.add(Push::new(side.label()).small().selected(cramp.side == side)).clicked() {
                    changed.side = side;
                }
            }
            ui.add_space(space::SMALL);
            yes_no_ui(ui, "Woke me", &mut changed.woke_me);
            yes_no_ui(ui, "Hard knot", &mut changed.hard_knot);
            yes_no_ui(ui, "Sore next day", &mut changed.sore_next_day);
        });
        let mut lasted = None;
        let mut lasted_ui = |ui: &mut Ui| {
            lasted = text_field_ui(ui, &mut self.minutes, Labelled::new("Lasted").unit("min").width(48.0), typed_or_none);
        };
        let more = if shown.page.customs.clock == HourClock::Twelve { AM_OR_PM } else { 0.0 };
        let is_narrow = ui.available_width() < ONE_ROW + more;
        ui.horizontal(|ui| {
            if let Some(time) =
                text_field_ui(ui, &mut self.time, Labelled::new("Began at").width(58.0 + more), |text| read_time(text, cramp, shown))
            {
                changed.time = time;
            }
            // Always there, so that what follows keeps its place and the keyboard.
            let (at, about) = (cramp.time.moment(), matches!(cramp.time, CrampTime::About(_)));
            let pressed = ui.add(Push::new("about").small().selected(about).enabled(at.is_some())).clicked();
            if let Some(at) = at.filter(|_| pressed) {
                changed.time = if about { CrampTime::Exact(at) } else { CrampTime::About(at) };
            }
            if !is_narrow {
                lasted_ui(ui);
            }
        });
        if is_narrow {
            ui.horizontal(lasted_ui);
        }
        if let Some(minutes) = lasted {
            changed.duration = minutes;
        }
        tried_ui(ui, &mut changed.tried);
        let width = ui.available_width() - 130.0;
        if let Some(note) = text_field_ui(ui, &mut self.note, Labelled::new("About this cramp").width(width), |text| Ok(text.to_owned())) {
            changed.note = note;
        }
        ui.add_space(space::SMALL);
        (changed != *cramp).then_some(changed)
    }
}

/// A question that pressing answers with yes, then no, then not said again.
fn yes_no_ui(ui: &mut Ui, words: &str, answer: &mut Option<bool>) {
    let label = match answer {
        None => words.to_owned(),
        Some(true) => format!("{words}: yes"),
        Some(false) => format!("{words}: no"),
    };
    if ui.add(Push::new(&label).name(words).small().selected(answer.is_some())).clicked() {
        *answer = match answer {
            None => Some(true),
            Some(true) => Some(false),
            Some(false) => None,
        };
    }
}

fn tried_ui(ui: &mut Ui, tried: &mut Vec<Tried>) {
    weak_label(ui, "What did you try? Press again to say whether it helped.");
    ui.horizontal_wrapped(|ui| {
        for &relief in Relief::ALL {
            let place = tried.iter().position(|tried| tried.relief == relief);
            let label = match place.map(|place| tried[place].helped) {
                None | Some(None) => relief.label().to_owned(),
                Some(Some(Helped::Yes)) => format!("{}: helped", relief.label()),
                Some(Some(Helped::Some)) => format!("{}: a little", relief.label()),
                Some(Some(Helped::No)) => format!("{}: did not help", relief.label()),
            };
            let name = format!("Tried {}", relief.key());
            if ui.add(Push::new(&label).name(&name).small().selected(place.is_some())).clicked() {
                press(tried, relief, place);
            }
        }
    });
}

/// Takes a press on a relief: from not tried to tried, helped, helped a little, did not help, and back to not tried.
fn press(tried: &mut Vec<Tried>, relief: Relief, place: Option<usize>) {
    let Some(place) = place else {
        tried.push(Tried { relief, helped: None });
        tried.sort_by_key(|tried| tried.relief);
        return;
    };
    tried[place].helped = match tried[place].helped {
        None => Some(Helped::Yes),
        Some(Helped::Yes) => Some(Helped::Some),
        Some(Helped::Some) => Some(Helped::No),
        Some(Helped::No) => {
            tried.remove(place);
            return;
        }
    };
}

fn time_text(cramp: &Cramp, clock: HourClock) -> String {
    cramp.time.moment().map_or_else(String::new, |at| clock.words(at.time()))
}

fn minutes_text(cramp: &Cramp) -> String {
    cramp.duration.map_or_else(String::new, |minutes| number_to_type(minutes.get()))
}

fn read_time(text: &str, cramp: &Cramp, shown: DayContext<'_>) -> Result<CrampTime, String> {
    let DayContext { page, clock } = shown;
    if text.is_empty() {
        return Ok(CrampTime::Unknown);
    }
    // Of an hour that comes twice, what is saved stays which one it is.
    if text == time_text(cramp, page.customs.clock) {
        return Ok(cramp.time);
    }
    let (said, rules): (SaidTime, _) = (typed(text)?, page.settings.rules);
    let has_come = |time| clock.at(cramp.night.wall_time(time, rules)) <= clock.now();
    let time = said.in_night(page.customs.evening(rules), page.customs.clock, has_come).map_err(|error| error.to_string())?;
    let at = clock.moments(cramp.night.wall_time(time, rules)).map_err(|skipped| skipped.to_string())?.first;
    let is_about = said.is_about() || matches!(cramp.time, CrampTime::About(_));
    Ok(if is_about { CrampTime::About(at) } else { CrampTime::Exact(at) })
}
