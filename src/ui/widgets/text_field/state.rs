//! What a text field remembers: what is typed, what is saved of it, and what is wrong with it.

/// When what is typed into a field is saved.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Commit {
    /// By itself: as soon as the field is left, or Enter is pressed in it, painting it returns the value to save.
    #[default]
    OnLeave,
    /// With its form: leaving the field only checks it, and the form asks for the value with [`TextField::read`].
    WithForm,
}

/// The text of a field, what it is compared with, and what was wrong with it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TextField {
    pub(super) text: String,
    /// What is saved; in a form, what the field was filled with. Escape brings it back.
    pub(super) saved: String,
    pub(super) commit: Commit,
    /// The text that was returned for saving, until something else is typed or the field is entered again.
    sent: Option<String>,
    pub(super) error: Option<String>,
    pub(super) entered: bool,
    pub(super) takes_keyboard: bool,
}

impl TextField {
    /// A field that shows what is saved, and saves by itself ([`Commit::OnLeave`]).
    #[must_use]
    pub fn showing(saved: impl Into<String>) -> Self {
        let saved = saved.into();
        Self { text: saved.clone(), saved, ..Self::default() }
    }

    /// A field that saves by itself ([`Commit::OnLeave`]) and proposes a text which is not saved yet.
    #[must_use]
    pub fn proposing(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// A field of a form ([`Commit::WithForm`]), filled with a text that may be empty.
    #[must_use]
    pub fn in_form(text: impl Into<String>) -> Self {
        Self { commit: Commit::WithForm, ..Self::showing(text) }
    }

    /// Shows what is saved now, if it is not what was saved before. Otherwise what is typed stays.
    pub fn follow(&mut self, saved: &str) {
        if !self.is_saved_as(saved) {
            self.fill(saved.to_owned());
        }
    }

    /// Whether the field was filled with this text.
    #[must_use]
    pub fn is_saved_as(&self, saved: &str) -> bool {
        self.saved == saved
    }

    /// Whether the text as it stands was returned for saving.
    #[must_use]
    pub fn is_sent(&self) -> bool {
        self.sent.as_ref() == Some(&self.text)
    }

    /// Whether an error stands below the field.
    #[must_use]
    pub fn is_wrong(&self) -> bool {
        self.error.is_some()
    }

    /// Whether nothing was typed since the field was filled.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        self.text == self.saved
    }

    /// Whether Enter was pressed in this frame, and nothing is wrong: the keyboard goes on to the next widget.
    #[must_use]
    pub fn was_entered(&self) -> bool {
        self.entered
    }

    /// The text as typed, without the spaces around it.
    #[must_use]
    pub fn text(&self) -> &str {
        self.text.trim()
    }

    /// Gives the field the keyboard when it is painted next.
    pub fn take_keyboard(&mut self) {
        self.takes_keyboard = true;
    }

    /// Shows another text, unless something was typed.
    pub fn show(&mut self, text: String) {
        if self.is_untouched() {
            self.fill(text);
        }
    }

    /// Empties the field, as if nothing had been saved.
    pub fn clear(&mut self) {
        self.fill(String::new());
    }

    /// Returns the value of a text that is not saved yet, for saving it now. `None` if it is saved or wrong; an error
    /// then stands below the field.
    ///
    /// Call it where the field goes away without being left, with its screen or with the program.
    pub fn take<T>(&mut self, check: impl FnOnce(&str) -> Result<T, String>) -> Option<T> {
        if self.is_untouched() {
            return None;
        }
        let value = self.read(check);
        if value.is_some() {
            self.sent = Some(self.text.clone());
        }
        value
    }

    /// Returns the value of the text, saved or not. `None` if it is wrong; an error then stands below the field.
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

    /// Brings back what the field was filled with.
    pub(super) fn restore(&mut self) {
        self.text.clone_from(&self.saved);
        self.error = None;
    }

    /// Takes in that something was typed (`changed`), or that the keyboard came to the field.
    pub(super) fn touched(&mut self, changed: bool) {
        self.sent = None;
        if changed {
            self.error = None;
        }
    }

    fn fill(&mut self, text: String) {
        *self = Self { commit: self.commit, ..Self::showing(text) };
    }
}
