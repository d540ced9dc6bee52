//! What a text field remembers: what is typed, what is saved of it, and what is wrong with it.

/// When the text of a [`TextField`] is saved.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Commit {
    /// By itself, into a record that exists: painting the field returns the value to save a second after the last key, when the field is
    /// left, Enter or anything else is pressed, and when the page or the window is left.
    #[default]
    AsTyped,
    /// By itself, once: when the field loses the focus or Enter is pressed in it. For a text that adds a record or does something.
    OnLeave,
    /// With its form: losing the focus only checks the text, and the form asks for the value with [`TextField::read`].
    WithForm,
}

/// What became of the present text of a field.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Sent {
    /// It was typed or filled in, and no value of it was returned yet.
    #[default]
    Nothing,
    /// Its value was returned for saving as the field was left.
    Left,
    /// Its value was returned while the field keeps the focus; the next frame shows whether the diary took it.
    Asked,
    /// Its value was returned while the field keeps the focus, and the diary says what it said before.
    Unanswered,
    /// The diary took its value while the field keeps the focus. What is saved may be written differently, without spaces at its end.
    Kept,
    /// The same, and the field was left since.
    Done,
}

/// What a text field remembers between frames: its text, the saved text that it is compared with, and the error below it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TextField {
    pub(super) text: String,
    /// The text that is saved in the diary; in a form, the text that the field was filled with. Escape brings it back.
    pub(super) saved: String,
    pub(super) commit: Commit,
    pub(super) sent: Sent,
    pub(super) error: Option<String>,
    /// Whether Enter was pressed in the field in the last frame, and its text was right.
    pub(super) entered: bool,
    /// Whether the field requests the focus when it is painted next.
    pub(super) takes_keyboard: bool,
}

impl TextField {
    /// A field filled with the text that is saved in the diary. It saves by itself ([`Commit::AsTyped`]).
    #[must_use]
    pub fn showing(saved: impl Into<String>) -> Self {
        let saved = saved.into();
        Self { text: saved.clone(), saved, ..Self::default() }
    }

    /// A field filled with a text that is not saved yet, such as a usual value. It saves by itself ([`Commit::AsTyped`]).
    #[must_use]
    pub fn proposing(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// A field whose text adds a record or does something when the field is left ([`Commit::OnLeave`]).
    #[must_use]
    pub fn adding(text: impl Into<String>) -> Self {
        Self { commit: Commit::OnLeave, ..Self::showing(text) }
    }

    /// A field of a form ([`Commit::WithForm`]), filled with a text that may be empty.
    #[must_use]
    pub fn in_form(text: impl Into<String>) -> Self {
        Self { commit: Commit::WithForm, ..Self::showing(text) }
    }

    /// Takes in `saved`, the text now saved in the diary. If that is the answer to what the field just sent while it is typed in, the
    /// text stays as it is typed. If it is otherwise another text than the field knew, it fills the field.
    pub fn follow(&mut self, saved: &str) {
        if self.is_saved_as(saved) {
            return;
        }
        if self.sent == Sent::Asked {
            self.keep(saved);
        } else {
            self.fill(saved.to_owned());
        }
    }

    /// The same for a field that is shown while one record is changed. Returns whether it stays open: not once what was typed is saved and
    /// the field left, and not if the record was changed by other means.
    pub fn stays_with(&mut self, saved: &str) -> bool {
        if self.sent == Sent::Asked && !self.is_saved_as(saved) {
            self.keep(saved);
        }
        self.sent != Sent::Done && self.is_saved_as(saved)
    }

    /// Takes in that the diary has the value of the text that was sent, and writes it as `saved`. That is what the field shows from now on,
    /// unless it is still typed in.
    pub fn taken(&mut self, saved: &str) {
        match self.sent {
            Sent::Asked | Sent::Unanswered | Sent::Kept => self.keep(saved),
            Sent::Nothing | Sent::Left | Sent::Done => self.fill(saved.to_owned()),
        }
    }

    /// Takes in that the diary has another value than that of the text, and writes it as `saved`. What was typed and not taken stays.
    pub fn not_taken(&mut self, saved: &str) {
        if self.sent == Sent::Kept {
            self.fill(saved.to_owned());
        } else {
            self.follow(saved);
        }
    }

    /// Whether `saved` is the saved text that the field was filled with last, whatever was typed since.
    #[must_use]
    pub fn is_saved_as(&self, saved: &str) -> bool {
        self.saved == saved
    }

    /// Whether a value of the present text was already returned for saving, by painting the field or by [`take`](Self::take).
    #[must_use]
    pub fn is_sent(&self) -> bool {
        self.sent != Sent::Nothing
    }

    /// Whether the last check refused the text, so that an error stands below the field.
    #[must_use]
    pub fn is_wrong(&self) -> bool {
        self.error.is_some()
    }

    /// Whether the diary has the text, or in a form whether it is the text that the field was filled with.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        self.text == self.saved || self.sent == Sent::Kept
    }

    /// Whether Enter was pressed in the field in this frame and its text was right. The focus then moves to the next widget.
    #[must_use]
    pub fn was_entered(&self) -> bool {
        self.entered
    }

    /// The text as typed, without the spaces around it.
    #[must_use]
    pub fn text(&self) -> &str {
        self.text.trim()
    }

    /// Gives the field the focus when it is painted next.
    pub fn take_keyboard(&mut self) {
        self.takes_keyboard = true;
    }

    /// Fills the field with `text` as its saved text, unless the person changed the text.
    pub fn show(&mut self, text: String) {
        if self.is_untouched() {
            self.fill(text);
        }
    }

    /// Puts `text` into the field as if the person had typed it.
    pub fn put(&mut self, text: String) {
        self.text = text;
        self.touched(true);
    }

    /// Empties the field, as if nothing had been saved.
    pub fn clear(&mut self) {
        self.fill(String::new());
    }

    /// Returns the value of a changed text, for saving it now. Returns `None` if the text is the saved one, or if `check` refuses
    /// it; its error then stands below the field.
    ///
    /// For a field that still has the focus when its form is sent.
    pub fn take<T>(&mut self, check: impl FnOnce(&str) -> Result<T, String>) -> Option<T> {
        if self.is_untouched() {
            return None;
        }
        let value = self.read(check);
        if value.is_some() {
            self.sent = Sent::Left;
        }
        value
    }

    /// Returns the value of the text, changed or not. Returns `None` if `check` refuses it; its error then stands below the field.
    pub fn read<T>(&mut self, check: impl FnOnce(&str) -> Result<T, String>) -> Option<T> {
        match check(self.text()) {
            Ok(value) => {
                self.error = None;
                Some(value)
            }
            Err(error) => {
                self.error = Some(error);
                None
            }
        }
    }

    /// Returns the value to save of a field that has the focus or had it before, as [`take`](Self::take) does.
    pub(super) fn take_unless_left<T>(&mut self, check: impl FnOnce(&str) -> Result<T, String>) -> Option<T> {
        let value = self.take(check);
        if value.is_some() {
            self.sent = Sent::Asked;
        }
        value
    }

    /// Brings back what is saved.
    pub(super) fn restore(&mut self) {
        self.text.clone_from(&self.saved);
        self.error = None;
    }

    /// Takes in that a frame begins: whether the diary took what was sent in the last one is known by now.
    pub(super) fn begin_frame(&mut self) {
        if self.sent == Sent::Asked {
            self.sent = Sent::Unanswered;
        }
    }

    /// Notes that the text was `changed`, or that the field gained the focus.
    pub(super) fn touched(&mut self, changed: bool) {
        self.sent = Sent::Nothing;
        if changed {
            self.error = None;
        }
    }

    /// Writes the text as it is saved, as a field is left whose text the diary has.
    pub(super) fn end_visit(&mut self) {
        if self.sent == Sent::Kept {
            self.text.clone_from(&self.saved);
            self.sent = Sent::Done;
        }
    }

    fn keep(&mut self, saved: &str) {
        saved.clone_into(&mut self.saved);
        self.sent = Sent::Kept;
    }

    fn fill(&mut self, text: String) {
        *self = Self { commit: self.commit, ..Self::showing(text) };
    }
}
