//! Taking a recorded change back.

use super::kinds::every_kind;
use super::{Change, Delta, ImportSwitch, Record, StoreError, Tx};
use chrono::{DateTime, Utc};

macro_rules! reverts {
    (records { $($Kind:ident($Type:path))+ } single { $($One:ident($OneType:path))+ }) => {
        impl Tx<'_> {
            /// Takes one change back, which is itself a recorded change: redo falls out of undo.
            ///
            /// # Errors
            /// A [`StoreError`] when the diary file cannot be written.
            pub fn revert(&mut self, change: &Change, at: DateTime<Utc>) -> Result<(), StoreError> {
                match change {
                    $( Change::$Kind(delta) => self.revert_delta(delta, at), )+
                    $( Change::$One(replaced) => self.put_single(replaced.before.clone()), )+
                    Change::Import(switch) => self.revert_switch(*switch, at),
                }
            }
        }
    };
}
every_kind!(reverts);

impl Tx<'_> {
    fn revert_delta<R: Record>(&mut self, delta: &Delta<R>, at: DateTime<Utc>) -> Result<(), StoreError> {
        match (&delta.before, &delta.after) {
            (Some(before), _) => self.put(before),
            (None, Some(after)) => self.remove(after.id, at).map(|_was_there| ()),
            (None, None) => Ok(()),
        }
    }

    /// What is not kept any more cannot come back; that it went out of use needs no undoing.
    fn revert_switch(&mut self, switch: ImportSwitch, at: DateTime<Utc>) -> Result<(), StoreError> {
        let ImportSwitch { import, data_type, active } = switch;
        if self.switch_import(import, data_type, !active, at)? || active { Ok(()) } else { Err(StoreError::ImportGone { import }) }
    }
}
