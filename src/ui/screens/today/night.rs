//! Last night: two large choices, the drawn legs, and the cramps.

use super::context::DayContext;
use super::cramp_details::CrampDetails;
use super::sleep::SleepRows;
use crate::diary::{Command, CrampCommand, NightCommand, NightState, Page};
use crate::domain::{Cramp, Entry, HourClock, Id, Muscle, NightAnswer, Severity, Side, capitalised, place};
use crate::ui::action::{Action, Actions};
use crate::ui::shortcuts::{letters_act, take_key};
use crate::ui::theme::{self, space};
use crate::ui::widgets::{
    Labelled, LegMark, LegMarks, LegSpot, Push, TextField, card_ui, heading_ui, leg_ui, severity_dot, severity_row_ui, text_field_ui,
    weak_label,
};
use egui::{Align, FocusDirection, Key, Layout, RichText, Ui, vec2};
use egui_material_icons::icons::{ICON_BEDTIME, ICON_BOLT, ICON_CLOSE, ICON_DELETE, ICON_EXPAND_LESS, ICON_EXPAND_MORE, ICON_HISTORY};

/// The cramp whose details are open; `None` if all are folded.
type OpenCramp = Option<(Id<Cramp>, CrampDetails)>;

/// The cramp that is being described, and what is typed of the night.
#[derive(Debug, Default)]
pub(super) struct NightSection {
    chosen: Option<LegSpot>,
    open: OpenCramp,
    /// What is to be open once the details that are open were painted: their fields save in the frame of the press.
    turns_to: Option<OpenCramp>,
    known: usize,
    sleep: SleepRows,
    note: Option<TextField>,
    /// Whether the key for cramps was pressed, so that the drawn legs take the focus.
    to_outline: bool,
    had_cramps: Option<egui::Id>,
    /// When a cramp was logged by the key 1, in egui's seconds; `None` if something else came after it.
    one_typed_at: Option<f64>,
}

/// How soon after a 1 a 0 makes ten of it, in seconds.
const TEN_WITHIN_S: f64 = 2.0;

impl NightSection {
    pub(super) fn ui(&mut self, ui: &mut Ui, shown: DayContext<'_>, actions: &mut Actions) {
        let page = shown.page;
        card_ui(ui, |ui| {
            ui.horizontal(|ui| {
                heading_ui(ui, heading(page));
                weak_label(ui, page.night().dates_label());
                if page.night_state == NightState::HadCramps {
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        let wide = Push::new("What was before").icon(ICON_HISTORY).quiet().small();
                        let narrow = Push::icon_only(ICON_HISTORY, "What was before");
                        if ui.add(if ui.available_width() < 150.0 { narrow } else { wide }).clicked() {
                            actions.push(Action::GoBefore(page.night()));
                        }
                    });
                }
            });
            ui.add_space(space::SMALL);
            if page.night_state == NightState::Future {
                weak_label(
                    ui,
                    format!(
                        "This night has not begun. You can log it from {} on.",
                        page.customs.clock.hour_words(page.settings.rules.night_starts)
                    ),
                );
                return;
            }
            self.choice_ui(ui, page, actions);
            if page.night_state == NightState::HadCramps {
                self.cramps_ui(ui, shown, actions);
            }
            // How one slept is not asked in the evening either.
            let is_open = page.night() <= page.latest_slept || page.slept.is_some() || page.night_state == NightState::HadCramps;
            let goes_on = is_open && self.sleep.ui(ui, page, actions);
            if page.night_state != NightState::NotLogged || !page.note.is_empty() {
                self.note_ui(ui, page, actions);
            }
            if goes_on {
                ui.memory_mut(|memory| memory.move_focus(FocusDirection::Next));
            }
        });
    }

    fn choice_ui(&mut self, ui: &mut Ui, page: &Page, actions: &mut Actions) {
        let gap = space::MEDIUM;
        let width = (ui.available_width() - gap) / 2.0;
        let (none, had) = (page.night_state == NightState::NoCramps, page.night_state == NightState::HadCramps);
        let (press_none, press_had) = (take_key(ui, Key::N), take_key(ui, Key::C));
        self.to_outline |= press_had;
        let is_too_early = page.night() > page.latest_slept && !none;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            let large = |words| Push::new(words).size(width, 58.0);
            if is_too_early {
                too_early_ui(ui, page, width);
            } else {
                let no_cramps = large("No cramps").icon(ICON_BEDTIME).selected(none);
                let is_clicked = ui.add(no_cramps).on_hover_text("Key: N").clicked();
                // A letter alone takes nothing away.
                if is_clicked || (press_none && !none && page.cramps.is_empty()) {
                    let night = page.night();
                    let command = match page.cramps.len() {
                        0 if none => NightCommand::Clear(night),
                        0 => NightCommand::Answer(night, NightAnswer::NoCramps),
                        _ => NightCommand::WithoutCramps(night),
                    };
                    actions.run(Command::Night(command));
                }
            }
            let response = ui.add(large("I had cramps").icon(ICON_BOLT).selected(had)).on_hover_text("Key: C");
            self.had_cramps = Some(response.id);
            if (response.clicked() || press_had && !had) && page.cramps.is_empty() {
                let command = if had {
                    Command::Night(NightCommand::Clear(page.night()))
                } else {
                    Command::Night(NightCommand::Answer(page.night(), NightAnswer::HadCramps))
                };
                actions.run(command);
            }
        });
    }

    fn cramps_ui(&mut self, ui: &mut Ui, shown: DayContext<'_>, actions: &mut Actions) {
        let page = shown.page;
        ui.add_space(space::SMALL);
        let marks: Vec<_> = page
            .cramps
            .iter()
            .map(|entry| &entry.value)
            .map(|cramp| LegMark { spot: LegSpot { muscle: cramp.muscle, side: cramp.side }, severity: cramp.severity })
            .collect();
        if let Some(pressed) =
            leg_ui(ui, LegMarks { cramps: &marks, chosen: self.chosen }, outline_height(ui), std::mem::take(&mut self.to_outline))
        {
            self.choose(pressed);
        }
        self.elsewhere_ui(ui);
        self.make_ten(ui, page, actions);
        match self.chosen {
            Some(spot) => self.severity_ui(ui, page, spot, actions),
            None if page.cramps.is_empty() => _ = weak_label(ui, "Where did it cramp? Press the muscle."),
            None => _ = weak_label(ui, "Another one? Press the muscle."),
        }
        // The newest cramp opens by itself, ready for what else there is to say.
        if page.cramps.len() > self.known && self.known > 0 || self.known == 0 && page.cramps.len() == 1 {
            self.open = page.cramps.last().map(|entry| (entry.id, CrampDetails::of(&entry.value, page.customs.clock)));
        }
        self.known = page.cramps.len();
        for entry in &page.cramps {
            self.cramp_ui(ui, entry, shown, actions);
        }
        if let Some(open) = self.turns_to.take() {
            self.open = open;
            ui.ctx().request_repaint();
        }
    }

    /// Takes in that a muscle was pressed: again takes it back, on the other side makes it both sides.
    fn choose(&mut self, pressed: LegSpot) {
        self.chosen = match self.chosen {
            Some(before) if before == pressed => None,
            Some(before) if before.muscle == pressed.muscle && before.side != Side::Both => Some(LegSpot { side: Side::Both, ..pressed }),
            _ => Some(pressed),
        };
        // One row of severities at a time: the row of an open cramp looks like this one.
        if self.chosen.is_some() {
            self.turns_to = Some(None);
        }
    }

    fn elsewhere_ui(&mut self, ui: &mut Ui) {
        ui.horizontal_wrapped(|ui| {
            for (muscle, words, short) in [(Muscle::Hand, "hand", "hand"), (Muscle::Other, "other muscle", "other")] {
                for side in [Side::Left, Side::Right] {
                    let (name, shown) = (format!("{} {words}", side.label()), format!("{} {short}", side.label()));
                    let chosen = self.chosen.is_some_and(|chosen| chosen.covers(LegSpot { muscle, side }));
                    if ui.add(Push::new(&shown).name(&name).small().selected(chosen)).clicked() {
                        self.choose(LegSpot { muscle, side });
                    }
                }
            }
        });
    }

    fn severity_ui(&mut self, ui: &mut Ui, page: &Page, spot: LegSpot, actions: &mut Actions) {
        let LegSpot { muscle, side } = spot;
        let place = place(muscle, side);
        ui.horizontal(|ui| {
            ui.label(RichText::new(format!("{}: how bad?", capitalised(&place))).text_style(theme::strong()));
            weak_label(ui, "0 no pain, 10 the worst");
            if ui.add(Push::icon_only(ICON_CLOSE, "Do not log this cramp")).clicked() {
                self.chosen = None;
                self.keep_keyboard(ui);
            }
        });
        let typed = digit(ui);
        if let Some(severity) = severity_row_ui(ui, None).or(typed) {
            actions.run(Command::Cramp(CrampCommand::Log(Cramp::new(page.night(), muscle, side, severity))));
            self.chosen = None;
            self.one_typed_at = None;
            if typed.is_none() {
                self.keep_keyboard(ui);
            } else if severity.get() == 1 {
                self.one_typed_at = Some(ui.input(|input| input.time));
            }
        }
    }

    /// A 0 soon after the 1 that logged the newest cramp makes it a 10.
    fn make_ten(&mut self, ui: &Ui, page: &Page, actions: &mut Actions) {
        let Some(at) = self.one_typed_at else { return };
        let newest = page.cramps.last().filter(|entry| entry.value.severity.get() == 1);
        if ui.input(|input| input.time) - at > TEN_WITHIN_S {
            self.one_typed_at = None;
        } else if let (Some(entry), Some(0), Ok(ten)) = (newest, digit(ui).map(Severity::get), Severity::new(10)) {
            self.one_typed_at = None;
            actions.run(Command::Cramp(CrampCommand::Edit(entry.id, Cramp { severity: ten, ..entry.value.clone() })));
        }
    }

    /// Gives the focus to "I had cramps" if the widget that has it goes away, rather than to the window's first widget.
    fn keep_keyboard(&self, ui: &Ui) {
        ui.memory_mut(|memory| {
            if let Some(id) = self.had_cramps.filter(|_| memory.focused().is_some()) {
                memory.request_focus(id);
            }
        });
    }

    fn cramp_ui(&mut self, ui: &mut Ui, entry: &Entry<Cramp>, shown: DayContext<'_>, actions: &mut Actions) {
        let cramp = &entry.value;
        let place = capitalised(&cramp.place());
        let is_open = self.open.as_ref().is_some_and(|(id, _)| *id == entry.id);
        ui.separator();
        ui.horizontal(|ui| {
            severity_dot(ui, cramp.severity);
            ui.label(RichText::new(&place).text_style(theme::strong()));
            weak_label(ui, brief(cramp, shown.page.customs.clock));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if ui.add(Push::icon_only(ICON_DELETE, &format!("Delete {}", cramp.summary()))).clicked() {
                    // What is being typed of it goes with it.
                    self.open = self.open.take().filter(|(id, _)| *id != entry.id);
                    actions.run(Command::Cramp(CrampCommand::Delete(entry.id)));
                    self.keep_keyboard(ui);
                }
                let (icon, verb) = if is_open { (ICON_EXPAND_LESS, "Fold") } else { (ICON_EXPAND_MORE, "Details of") };
                if ui.add(Push::icon_only(icon, &format!("{verb} {}", cramp.summary()))).clicked() {
                    self.turns_to = Some((!is_open).then(|| (entry.id, CrampDetails::of(cramp, shown.page.customs.clock))));
                }
            });
        });
        if let Some((id, details)) = &mut self.open
            && *id == entry.id
            && let Some(changed) = details.ui(ui, cramp, shown)
        {
            actions.run(Command::Cramp(CrampCommand::Edit(entry.id, changed)));
        }
    }

    fn note_ui(&mut self, ui: &mut Ui, page: &Page, actions: &mut Actions) {
        ui.add_space(space::SMALL);
        let note = self.note.get_or_insert_with(|| TextField::showing(&page.note));
        note.follow(&page.note);
        let width = ui.available_width() - 70.0;
        if let Some(note) = text_field_ui(ui, note, Labelled::new("Note").width(width), any_text) {
            actions.run(Command::Night(NightCommand::Note(page.night(), note)));
        }
    }
}

/// What the night of a page is called.
fn heading(page: &Page) -> &'static str {
    match page.night() {
        night if night == page.latest_slept => "Last night",
        night if night == page.latest_night => "Tonight",
        _ => "That night",
    }
}

/// Says, where "No cramps" will stand, from when on it can be said.
fn too_early_ui(ui: &mut Ui, page: &Page, width: f32) {
    let words = format!("\u{201c}No cramps\u{201d} can be said from {} on.", page.customs.clock.hour_words(page.settings.rules.day_ends));
    ui.allocate_ui_with_layout(vec2(width, 58.0), Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_size(vec2(width, 58.0));
        weak_label(ui, words);
    });
}

/// The height of the drawn legs in points: less in a low window, so that the row of severities stays in sight.
fn outline_height(ui: &Ui) -> f32 {
    (ui.ctx().content_rect().height() - 470.0).clamp(190.0, 300.0)
}

fn any_text(text: &str) -> Result<String, String> {
    match text.chars().count() {
        0..=2000 => Ok(text.to_owned()),
        count => Err(format!("The note has {count} characters; 2,000 fit. Shorten it.")),
    }
}

/// The severity of a cramp in a word, its time and duration, and whether it woke the person.
fn brief(cramp: &Cramp, clock: HourClock) -> String {
    let mut parts = vec![cramp.severity.word().to_owned()];
    parts.extend(cramp.time.words(clock));
    parts.extend(cramp.duration.map(|minutes| minutes.to_string()));
    parts.extend((cramp.woke_me == Some(true)).then(|| "woke me".to_owned()));
    parts.join(", ")
}

/// The severity of a digit key, 0 to 9, that was pressed without modifiers in this frame, outside of text fields.
fn digit(ui: &Ui) -> Option<Severity> {
    if ui.ctx().text_edit_focused() || !letters_act(ui) {
        return None;
    }
    let keys = [Key::Num0, Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];
    let pressed = ui.input(|input| keys.iter().position(|key| input.modifiers.is_none() && input.key_pressed(*key)))?;
    Severity::new(u8::try_from(pressed).ok()?).ok()
}
