//! Carrying out commands, each in one transaction that can be taken back.

use super::undo::Step;
use super::work::Work;
use super::{Command, Diary, DiaryError, Done};
use crate::domain::{Day, Night};
use crate::store::Change;

impl Diary {
    /// Carries out one command and remembers how to undo it.
    ///
    /// # Errors
    /// A [`DiaryError`] that says why not; nothing was changed then.
    pub fn execute(&mut self, command: impl Into<Command>) -> Result<Done, DiaryError> {
        let command = command.into();
        self.store.ensure_file()?;
        let what = command.words(self.read())?;
        self.execute_together(what, [command])
    }

    /// Carries out several commands in one transaction, as one step to undo, described by `what`.
    ///
    /// # Errors
    /// The [`DiaryError`] of the first command that is refused; none is carried out then.
    pub fn execute_together(&mut self, what: String, commands: impl IntoIterator<Item = Command>) -> Result<Done, DiaryError> {
        let changes = self.work(|work| commands.into_iter().try_for_each(|command| command.run(work)))?;
        Ok(self.undo.push(Step::new(what, changes)))
    }

    /// Carries out a command with what was typed into a text field. The commands of one visit to it become one step to undo, as long as
    /// they change the same record and nothing else is done in between.
    ///
    /// # Errors
    /// A [`DiaryError`] that says why not; nothing was changed then.
    pub fn execute_typed(&mut self, command: Command, visit: u64) -> Result<Done, DiaryError> {
        let what = command.words(self.read())?;
        let changes = self.work(|work| command.run(work))?;
        Ok(self.undo.push(Step::typed(what, changes, visit)))
    }

    /// Runs `run` in one transaction. Returns the changes that it made.
    ///
    /// # Errors
    /// The error of `run`, or a [`DiaryError`] when the diary file cannot be read or written. Nothing is changed then.
    pub(super) fn work(&mut self, run: impl FnOnce(&mut Work<'_, '_>) -> Result<(), DiaryError>) -> Result<Vec<Change>, DiaryError> {
        // What cannot be read because the file was lost has that reason.
        self.store.ensure_file()?;
        let (now, rules) = (self.clock.now(), self.settings()?.rules);
        let (latest_night, latest_slept) = (Night::containing(now, rules), Night::latest_slept(now, rules));
        let (latest_day, day_ends, now) = (Day::new(now.date_naive()), rules.day_ends, now.to_utc());
        let ids = &mut self.ids;
        let ((), changes) = self.store.write(|tx| {
            run(&mut Work { tx, now, latest_night, latest_slept, day_ends, latest_day, new_id: &mut |at| ids.next::<()>(at).uuid() })
        })?;
        Ok(changes)
    }
}
