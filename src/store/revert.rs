//! Taking a recorded change back, as long as the record is as the change left it.

use super::kinds::every_kind;
use super::{Change, Delta, ImportSwitch, ListedAs, Record, Replaced, Single, StoreError, Tx, When as _};
use crate::domain::Entry;
use chrono::{DateTime, Utc};

macro_rules! reverts {
    (records { $($Kind:ident($Type:path))+ } single { $($One:ident($OneType:path))+ }) => {
        impl Tx<'_> {
            /// Takes one change back, which is itself a recorded change: redo falls out of undo.
            ///
            /// # Errors
            /// [`StoreError::ChangedSince`] if the record is not as the change left it, or a [`StoreError`] when the diary file cannot be
            /// written.
            pub fn revert(&mut self, change: &Change, at: DateTime<Utc>) -> Result<(), StoreError> {
                match change {
                    $( Change::$Kind(delta) => self.revert_delta(delta, at), )+
                    $( Change::$One(replaced) => self.revert_single(replaced, at), )+
                    Change::Import(switch) => self.revert_switch(*switch, at),
                    // No step to undo holds such a change.
                    Change::SetAside(_) => Ok(()),
                }
            }
        }
    };
}
every_kind!(reverts);

impl Tx<'_> {
    fn revert_delta<R: Record>(&mut self, delta: &Delta<R>, at: DateTime<Utc>) -> Result<(), StoreError> {
        let Some(known) = delta.after.as_ref().or(delta.before.as_ref()) else { return Ok(()) };
        let now = self.read().entry(known.id)?;
        if let Some(what) = changed_since(delta, now.as_ref()) {
            return Err(StoreError::ChangedSince { what });
        }
        match (&delta.before, &delta.after) {
            (Some(before), _) => self.put(&Entry { changed: at, ..before.clone() }),
            (None, Some(after)) => self.remove(after.id, at).map(|_was_there| ()),
            (None, None) => Ok(()),
        }
    }

    fn revert_single<S: Single>(&mut self, replaced: &Replaced<S>, at: DateTime<Utc>) -> Result<(), StoreError> {
        if self.read().single::<S>()? != replaced.after {
            return Err(StoreError::ChangedSince { what: format!("The {} were changed since", S::TABLE) });
        }
        self.put_single(replaced.before.clone(), at)
    }

    /// What is not kept any more cannot come back; that it went out of use needs no undoing.
    fn revert_switch(&mut self, switch: ImportSwitch, at: DateTime<Utc>) -> Result<(), StoreError> {
        let ImportSwitch { import, data_type, active } = switch;
        let known = self.read().imports()?.into_iter().find(|known| known.id == import);
        let part = known.and_then(|known| known.parts.into_iter().find(|part| part.data_type == data_type));
        if part.is_some_and(|part| part.active != active) {
            return Err(StoreError::ChangedSince { what: "The imported foods were changed since".to_owned() });
        }
        if self.switch_import(import, data_type, !active, at)? || active { Ok(()) } else { Err(StoreError::ImportGone { import }) }
    }
}

/// What became of a record since the change, as the beginning of a sentence: "The drink of Thu 19 Nov was deleted since". Returns `None`
/// if it says what the change left.
fn changed_since<R: Record>(delta: &Delta<R>, now: Option<&Entry<R>>) -> Option<String> {
    match (&delta.after, now) {
        (None, None) => None,
        (Some(after), Some(now)) if after.value == now.value => None,
        (Some(after), Some(now)) => {
            let is_now = in_words(&now.value).map(|words| format!(", and is now {words}")).unwrap_or_default();
            Some(format!("{} was changed since{is_now}", named(&after.value)))
        }
        (Some(after), None) => Some(format!("{} was deleted since", named(&after.value))),
        (None, Some(now)) => Some(format!("{} was added again since", named(&now.value))),
    }
}

/// The record as the beginning of a sentence: "The drink of Thu 19 Nov".
fn named<R: Record>(value: &R) -> String {
    match value.when().in_sentence() {
        Some(night) if night.starts_with(&format!("the {}", R::NOUN)) => night.replacen("the", "The", 1),
        Some(date) => format!("The {} of {date}", R::NOUN),
        None => format!("The {}", R::NOUN),
    }
}

/// What the record says in words. Returns `None` for a kind that lists know by its type, and for a record that says more than one thing.
fn in_words<R: Record>(value: &R) -> Option<String> {
    let ListedAs::Under(_, words) = R::LISTED else { return None };
    let mut words = words(value);
    words.pop().filter(|_| words.is_empty())
}
