//! `merge`: what another diary of yours holds comes into this one.

use super::import::{Said, read};
use super::password::PasswordOption;
use super::{CliError, Session, text};
use crate::store::BackupReason;
use clap::Args;
use std::io::Write;
use std::path::PathBuf;

/// What `merge` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary merge /media/stick/diary.sqlite --dry-run
  cramp-diary merge /media/stick/diary.sqlite       the diary of another computer, of any version
  cramp-diary merge laptop.crampdiary               a snapshot

Of a record that both have, what was changed later stays, part by part of a night; what was deleted
stays deleted unless it was changed since. Merging again adds nothing.")]
pub(super) struct MergeArguments {
    /// A diary file, a snapshot or an export; - for standard input
    #[arg(value_name = "FILE")]
    path: PathBuf,

    /// Say what would come, and change nothing
    #[arg(long)]
    dry_run: bool,

    #[command(flatten)]
    password: PasswordOption,

    /// For machines
    #[arg(long)]
    json: bool,
}

impl MergeArguments {
    /// Merges, and says what came.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let (mut incoming, from) = read(&self.path, &self.password, &session)?;
        let theirs = std::mem::take(&mut incoming.draft.whole);
        let report = if self.dry_run {
            session.open_to_plan()?.plan_merge(theirs)?.report
        } else {
            let machine = session.machine();
            let mut diary = session.open_to_write()?;
            if !diary.plan_merge(theirs.clone())?.report.is_empty() {
                diary.back_up_before(&machine, BackupReason::BeforeMerge)?;
            }
            diary.merge(theirs, &from)?.report
        };
        let said = Said { report, incoming, from, dry_run: self.dry_run };
        if self.json { Ok(text::json(out, &said.as_json())?) } else { Ok(said.write(out)?) }
    }
}
