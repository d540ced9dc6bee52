//! Signs of the day: folded away, since most days have none.

use super::context::day_words;
use crate::diary::{Command, Page, SignCommand};
use crate::domain::{Entry, IF_NOW, KnownSign, Side, Sign, SignCourse, SignGroup, SignKind, checked_note};
use crate::guide::help::numbers;
use crate::ui::action::Actions;
use crate::ui::theme::space;
use crate::ui::widgets::{EntryPressed, Labelled, Push, TextField, alarm_ui, card_ui, entry_ui, heading_ui, text_field_ui, weak_label};
use egui::Ui;
use egui_material_icons::icons::{ICON_EXPAND_LESS, ICON_EXPAND_MORE};
use std::collections::BTreeMap;

/// What is being typed or unfolded.
#[derive(Debug, Default)]
pub(super) struct SignsSection {
    unfolded: bool,
    /// Whether all signs are shown, not only those of the legs.
    all: bool,
    editing: Option<SignKind>,
    /// The notes by sign. A note that cannot be saved stays here while another sign is open.
    notes: BTreeMap<SignKind, TextField>,
}

impl SignsSection {
    /// Paints the signs of the date; `known` are those that a doctor knows.
    pub(super) fn ui(&mut self, ui: &mut Ui, page: &Page, known: &[KnownSign], actions: &mut Actions) {
        self.notes.retain(|kind, _| page.signs.iter().any(|entry| entry.value.kind == *kind));
        if page.signs.is_empty() && !self.unfolded {
            let link = Push::new("Swelling, tingling, fever or another sign").name("Signs").icon(ICON_EXPAND_MORE).small().quiet();
            if ui.add(link).on_hover_text("What you noticed besides cramps, which a doctor may want to know.").clicked() {
                self.unfolded = true;
            }
            return;
        }
        card_ui(ui, |ui| {
            ui.horizontal(|ui| {
                heading_ui(ui, "Signs");
                weak_label(ui, day_words(page));
            });
            self.logged_ui(ui, page, known, actions);
            if self.unfolded {
                self.choice_ui(ui, page, actions);
            }
            let (words, icon) = if self.unfolded { ("Done", ICON_EXPAND_LESS) } else { ("Add a sign", ICON_EXPAND_MORE) };
            let name = if self.unfolded { "Fold the signs away" } else { words };
            if ui.add(Push::new(words).name(name).icon(icon).small().quiet()).clicked() {
                self.unfolded = !self.unfolded;
            }
        });
    }

    fn logged_ui(&mut self, ui: &mut Ui, page: &Page, known: &[KnownSign], actions: &mut Actions) {
        if page.signs.is_empty() {
            return;
        }
        let mut pressed = None;
        ui.horizontal_wrapped(|ui| {
            for entry in &page.signs {
                if self.entry_ui(ui, entry, actions) {
                    pressed = Some(entry.value.kind);
                }
            }
        });
        self.editing_ui(ui, page, known, actions);
        // Only now: the field that goes saves in the frame of the press.
        if let Some(kind) = pressed {
            self.editing = (self.editing != Some(kind)).then_some(kind);
        }
    }

    fn editing_ui(&mut self, ui: &mut Ui, page: &Page, known: &[KnownSign], actions: &mut Actions) {
        let Some(kind) = self.editing else { return };
        let Some(Entry { value: sign, .. }) = page.signs.iter().find(|entry| entry.value.kind == kind) else {
            self.editing = None;
            return;
        };
        let field = self.notes.entry(kind).or_default();
        field.follow(&sign.note);
        if let Some(help) = kind.help() {
            weak_label(ui, help);
        }
        if kind.has_side() {
            ui.horizontal_wrapped(|ui| {
                weak_label(ui, format!("{}:", kind.label()));
                for &side in Side::ALL {
                    let chosen = sign.side == Some(side);
                    let name = format!("{}, {}", kind.label(), side.key());
                    if ui.add(Push::new(side.label()).name(&name).small().selected(chosen)).clicked() {
                        let side = (!chosen).then_some(side);
                        actions.run(Command::Sign(SignCommand::Log(Sign { side, ..sign.clone() })));
                    }
                }
            });
        }
        course_ui(ui, sign, known, actions);
        let label = format!("About {}", kind.in_sentence());
        let width = (ui.available_width() - 240.0).max(120.0);
        if let Some(note) = text_field_ui(ui, field, Labelled::new(&label).width(width), read_note) {
            actions.run(Command::Sign(SignCommand::Log(Sign { note, ..sign.clone() })));
        }
    }

    /// Paints a sign. Returns whether its form is to be unfolded or folded.
    fn entry_ui(&mut self, ui: &mut Ui, entry: &Entry<Sign>, actions: &mut Actions) -> bool {
        let (sign, summary) = (&entry.value, entry.value.summary());
        let words = sign.with_note();
        let pressed = entry_ui(ui, &words, &summary);
        if pressed == Some(EntryPressed::Delete) {
            // What is being typed of it goes with it.
            self.editing.take_if(|kind| *kind == sign.kind);
            actions.run(Command::Sign(SignCommand::Clear(sign.day, sign.kind)));
        }
        pressed == Some(EntryPressed::Change)
    }

    fn choice_ui(&mut self, ui: &mut Ui, page: &Page, actions: &mut Actions) {
        self.group_ui(ui, SignGroup::Legs, page, actions);
        let (words, icon) = if self.all { ("Fewer signs", ICON_EXPAND_LESS) } else { ("More signs", ICON_EXPAND_MORE) };
        if ui.add(Push::new(words).icon(icon).small().quiet()).clicked() {
            self.all = !self.all;
        }
        if self.all {
            for group in [SignGroup::Alarm, SignGroup::Nerves, SignGroup::Body] {
                ui.add_space(space::SMALL);
                weak_label(ui, group.label());
                if group == SignGroup::Alarm {
                    alarm_ui(ui, &numbers(page.profile.country).fill(IF_NOW));
                }
                self.group_ui(ui, group, page, actions);
            }
        }
    }

    fn group_ui(&mut self, ui: &mut Ui, group: SignGroup, page: &Page, actions: &mut Actions) {
        ui.horizontal_wrapped(|ui| {
            for &kind in SignKind::ALL.iter().filter(|kind| kind.group() == group) {
                let logged = page.signs.iter().any(|entry| entry.value.kind == kind);
                let mut chip = ui.add(Push::new(kind.label()).small().selected(logged));
                if let Some(help) = kind.help() {
                    chip = chip.on_hover_text(help);
                }
                if chip.clicked() {
                    if logged {
                        actions.run(Command::Sign(SignCommand::Clear(page.day, kind)));
                    } else {
                        actions.run(Command::Sign(SignCommand::Log(Sign::new(page.day, kind))));
                        // The side matters to whoever looks at it later, so it is asked for at once.
                        self.editing = Some(kind);
                    }
                }
            }
        });
    }
}

/// Asks whether the sign is as it always is, worse or new, and whether a doctor knows it for good.
fn course_ui(ui: &mut Ui, sign: &Sign, known: &[KnownSign], actions: &mut Actions) {
    let kind = sign.kind;
    ui.horizontal_wrapped(|ui| {
        weak_label(ui, "It is:");
        for &course in SignCourse::ALL {
            let chosen = sign.course == Some(course);
            let name = format!("{}: {}", kind.label(), course.label());
            if ui.add(Push::new(course.label()).name(&name).small().selected(chosen)).clicked() {
                let course = (!chosen).then_some(course);
                actions.run(Command::Sign(SignCommand::Log(Sign { course, ..sign.clone() })));
            }
        }
    });
    for answer in known.iter().filter(|answer| answer.is_about(kind, sign.side)) {
        ui.horizontal_wrapped(|ui| {
            weak_label(ui, format!("Your doctor knows it, as you said on {}. Only what is worse or new counts.", answer.day.label()));
            let name = format!("{}: my doctor does not know it", kind.label());
            if ui.add(Push::new("Take that back").name(&name).small().quiet()).clicked() {
                actions.run(Command::Sign(SignCommand::Known(KnownSign { known: false, ..*answer })));
            }
        });
    }
}

fn read_note(text: &str) -> Result<String, String> {
    checked_note(text).map_err(|error| error.to_string())
}
