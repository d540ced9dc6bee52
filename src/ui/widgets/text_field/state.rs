//! What a text field remembers: what is typed, what is saved of it, and what is wrong with it.

/// When the text of a [`TextField`] is saved.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Commit {
    /// By itself: when the field loses the focus or Enter is pressed in it, painting it returns the value to save.
    #[default]
    OnLeave,
    /// With its form: losing the focus only checks the text, and the form asks for the value with [`TextField::read`].
    WithForm,
}

/// What a text field remembers between frames: its text, the saved text that it is compared with, and the error below it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TextField {
    pub(super) text: String,
    /// The text that is saved in the diary; in a form, the text that the field was filled with. Escape brings it back.
    pub(super) saved: String,
    pub(super) commit: Commit,
    /// The text that painting or [`take`](Self::take) returned a value of, to be saved; `None` again once the text changes or the
    /// field gains the focus.
    sent: Option<String>,
    pub(super) error: Option<String>,
    /// Whether Enter was pressed in the field in the last frame, and its text was right.
    pub(super) entered: bool,
    /// Whether the field requests the focus when it is painted next.
    pub(super) takes_keyboard: bool,
}

impl TextField {
    /// A field filled with the text that is saved in the diary. It saves by itself ([`Commit::OnLeave`]).
    #[must_use]
    pub fn showing(saved: impl Into<String>) -> Self {
        let saved = saved.into();
        Self { text: saved.clone(), saved, ..Self::default() }
    }

    /// A field filled with a text that is not saved yet, such as a usual value. It saves by itself ([`Commit::OnLeave`]).
    #[must_use]
    pub fn proposing(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// A field of a form ([`Commit::WithForm`]), filled with a text that may be empty.
    #[must_use]
    pub fn in_form(text: impl Into<String>) -> Self {
        Self { commit: Commit::WithForm, ..Self::showing(text) }
    }

    /// Fills the field with `saved`, the text now saved in the diary, if it differs from the saved text that the field knew. What
    /// was typed is then lost; otherwise it stays.
    pub fn follow(&mut self, saved: &str) {
        if !self.is_saved_as(saved) {
            self.fill(saved.to_owned());
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
        self.sent.as_ref() == Some(&self.text)
    }

    /// Whether the last check refused the text, so that an error stands below the field.
    #[must_use]
    pub fn is_wrong(&self) -> bool {
        self.error.is_some()
    }

    /// Whether the text is equal to the saved text, or in a form to the text that the field was filled with.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        self.text == self.saved
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

    /// Empties the field, as if nothing had been saved.
    pub fn clear(&mut self) {
        self.fill(String::new());
    }

    /// Returns the value of a changed text, for saving it now. Returns `None` if the text is the saved one, or if `check` refuses
    /// it; its error then stands below the field.
    ///
    /// For a field that still has the focus when its screen or the program is left.
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

    /// Brings back what the field was filled with.
    pub(super) fn restore(&mut self) {
        self.text.clone_from(&self.saved);
        self.error = None;
    }

    /// Notes that the text was `changed`, or that the field gained the focus.
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
