//! The recovery words: shown to be written down, then asked for.

use crate::sealed::{Password, RecoveryWords, WordQuestion};
use crate::ui::action::{Action, Actions};
use crate::ui::screens::settings::parts::quiet_ui;
use crate::ui::theme::{self, space};
use crate::ui::widgets::{Labelled, Push, TextField, error_ui, text_field_ui};
use egui::{Grid, Label, RichText, Ui, vec2};

/// The words, and what is typed of them.
#[derive(Debug)]
pub(super) struct WordsForm {
    password: Password,
    words: RecoveryWords,
    question: WordQuestion,
    typed: [TextField; 2],
    is_written: bool,
    is_wrong: bool,
}

/// What came of the form.
#[derive(Debug)]
pub(super) enum WordsAnswer {
    /// The words are on paper. With them comes the password that was chosen before.
    Written(Password, RecoveryWords),
    Cancelled,
}

impl WordsForm {
    pub(super) fn new(password: Password, words: RecoveryWords) -> Self {
        let question = WordQuestion::about(&words);
        Self { password, words, question, typed: Default::default(), is_written: false, is_wrong: false }
    }

    /// Paints the words, or the question for two of them. Returns `None` until something was decided.
    pub(super) fn ui(&mut self, ui: &mut Ui, actions: &mut Actions) -> Option<WordsAnswer> {
        if self.is_written { self.question_ui(ui) } else { self.words_ui(ui, actions) }
    }

    fn words_ui(&mut self, ui: &mut Ui, actions: &mut Actions) -> Option<WordsAnswer> {
        ui.add(Label::new("These eight words open your copies when the password is forgotten. Write them down in their order.").wrap());
        ui.add_space(space::SMALL);
        let words: Vec<_> = self.words.words().enumerate().map(|(index, word)| format!("{}. {word}", index + 1)).collect();
        let (left, right) = words.split_at(words.len() / 2);
        Grid::new("recovery words").num_columns(2).spacing(vec2(space::LARGE, 3.0)).show(ui, |ui| {
            for row in left.iter().zip(right) {
                for word in [row.0, row.1] {
                    ui.label(RichText::new(word).text_style(theme::strong()));
                }
                ui.end_row();
            }
        });
        quiet_ui(
            ui,
            "Keep the paper at home, where you keep other papers, and no picture of it on a telephone. The words are shown only now.",
        );
        ui.add_space(space::SMALL);
        let mut answer = None;
        ui.horizontal_wrapped(|ui| {
            if ui.add(Push::new("I have written them down").small().primary()).clicked() {
                self.is_written = true;
                self.typed = [TextField::in_form(""), TextField::in_form("")];
                self.typed[0].take_keyboard();
            }
            if ui.add(Push::new("Copy them, to print").small()).clicked() {
                ui.copy_text(page(&words));
                actions.push(Action::Tell(
                    "Copied. Paste the words into an empty document, print it, and close it without saving.".to_owned(),
                ));
            }
            answer = cancel_ui(ui);
        });
        answer
    }

    fn question_ui(&mut self, ui: &mut Ui) -> Option<WordsAnswer> {
        ui.add(Label::new("Which words stand on your paper at these places?").wrap());
        let places = self.question.places();
        for (field, place) in self.typed.iter_mut().zip(places) {
            let label = format!("Word {place}");
            _ = text_field_ui(ui, field, Labelled::new(&label).label_width(60.0).width(140.0), |_| Ok(()));
        }
        if self.is_wrong {
            let [first, second] = places;
            error_ui(ui, &format!("Word {first} or word {second} is another one. Look at your paper, or at the words once more."));
        }
        ui.add_space(space::SMALL);
        let mut answer = None;
        ui.horizontal_wrapped(|ui| {
            if ui.add(Push::new("Encrypt from now on").small().primary()).clicked() || self.typed[1].was_entered() {
                if self.question.is_answered(&self.words, [self.typed[0].text(), self.typed[1].text()]) {
                    answer = Some(WordsAnswer::Written(self.password.clone(), self.words.clone()));
                } else {
                    self.is_wrong = true;
                }
            }
            if ui.add(Push::new("Show the words again").small()).clicked() {
                (self.is_written, self.is_wrong) = (false, false);
            }
            answer = answer.take().or_else(|| cancel_ui(ui));
        });
        answer
    }
}

/// The numbered words, as a page to be printed.
fn page(words: &[String]) -> String {
    format!(
        "Recovery words of the encrypted copies of my Cramp Diary\n\n{}\n\nWhoever has these words can open every copy. Without them and without \
         the password nobody can.\n",
        words.join("\n")
    )
}

fn cancel_ui(ui: &mut Ui) -> Option<WordsAnswer> {
    let pressed = ui.add(Push::new("Cancel").name("Cancel encrypting copies").small()).clicked();
    pressed.then_some(WordsAnswer::Cancelled)
}
