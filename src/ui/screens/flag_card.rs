//! A red flag: how soon to act, why it was raised, what to do, and the note with which it is put aside.

use crate::diary::{Command, Raised, Safety, SignCommand};
use crate::domain::{Acknowledged, Day};
use crate::guide::{Urgency, cited};
use crate::ui::action::Actions;
use crate::ui::theme::{self, colour, space};
use crate::ui::widgets::{Labelled, Push, TextField, bare_text_field_ui, heading_ui, icon_ui, text_field_error_ui, weak_label};
use egui::{CornerRadius, Frame, Label, Margin, RichText, Stroke, TextStyle, Ui};
use egui_material_icons::icons::{ICON_CALL, ICON_MEDICAL_SERVICES, ICON_WARNING};
use std::collections::BTreeMap;

/// The notes that are being typed, by flag. Today and the Guide share them, whatever date or tab is open.
#[derive(Debug, Default)]
pub struct FlagCards {
    notes: BTreeMap<&'static str, TextField>,
}

impl FlagCards {
    /// Forgets the notes of flags that are put aside.
    pub(super) fn follow(&mut self, safety: &Safety) {
        self.notes.retain(|id, _| safety.flags.iter().all(|raised| raised.is_open || raised.flag.rule.id != *id));
    }

    /// Paints a flag; its note is dated `today`.
    pub(super) fn ui(&mut self, ui: &mut Ui, raised: &Raised, today: Day, actions: &mut Actions) {
        let c = theme::colours(ui);
        let pressing = raised.is_pressing();
        let (ground, edge) = if pressing { (c.danger_soft, c.danger) } else { (c.surface, c.border) };
        let frame = Frame::new().fill(colour(ground)).stroke(Stroke::new(1.0, colour(edge)));
        frame.corner_radius(CornerRadius::same(space::CARD_RADIUS)).inner_margin(Margin::same(16)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            words_ui(ui, raised, pressing);
            if raised.is_open {
                self.note_ui(ui, raised, today, actions);
            }
        });
    }

    /// The field for the note, without which a flag cannot be put aside.
    fn note_ui(&mut self, ui: &mut Ui, raised: &Raised, today: Day, actions: &mut Actions) {
        let rule = raised.flag.rule;
        let field = self.notes.entry(rule.id.as_str()).or_insert_with(|| TextField::in_form(""));
        let check = |text: &str| Acknowledged::note(text).map_err(|_out_of_range| NOTE_NEEDED.to_owned());
        ui.add_space(space::SMALL);
        let mut noted = false;
        ui.horizontal(|ui| {
            let width = (ui.available_width() - 330.0).max(140.0);
            let name = format!("What you do about \"{}\"", rule.title);
            let labelled = Labelled::new("What do you do about it?").name(&name).width(width);
            bare_text_field_ui(ui, field, labelled, check);
            noted = field.was_entered();
            let name = format!("Put \"{}\" aside", rule.title);
            noted |= ui.add(Push::new("Put aside").name(&name)).clicked();
        });
        text_field_error_ui(ui, field);
        if noted
            && let Some(note) = field.read(check)
            && let Ok(acknowledged) = raised.acknowledged(today, &note)
        {
            actions.run(Command::Sign(SignCommand::Acknowledge(acknowledged)));
        }
    }
}

const NOTE_NEEDED: &str = "Write in a few words what you do about it, such as \"appointment on Monday\": 1 to 10,000 letters.";

fn words_ui(ui: &mut Ui, Raised { flag, act, notes, .. }: &Raised, pressing: bool) {
    let c = theme::colours(ui);
    ui.horizontal_wrapped(|ui| {
        let icon = match flag.urgency {
            Urgency::Now => ICON_CALL,
            Urgency::SameDay => ICON_WARNING,
            Urgency::WithinDays | Urgency::NextVisit => ICON_MEDICAL_SERVICES,
        };
        let ink = if pressing { c.danger } else { c.accent };
        icon_ui(ui, icon, 20.0, ink);
        ui.label(RichText::new(format!("{}:", flag.urgency.label())).text_style(theme::strong()).color(colour(ink)));
        heading_ui(ui, &flag.rule.title);
    });
    ui.add(Label::new(RichText::new(act).text_style(theme::strong())).wrap());
    ui.add(Label::new(format!("Because of what you logged: {}.", flag.because().join("; "))).wrap());
    ui.add(Label::new(format!("Tell the doctor: {}", flag.tell())).wrap());
    ui.add(Label::new(RichText::new(cited(&flag.rule.sources)).text_style(TextStyle::Small).color(colour(c.weak))).wrap());
    for said in notes {
        weak_label(ui, format!("You noted on {}: {}", said.day.label(), said.note));
    }
}
