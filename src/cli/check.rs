//! `check`: whether the diary is sound, and what of it cannot be read.

use super::error::WAYS_ON;
use super::{CliError, Session, text};
use crate::clock::FixedClock;
use crate::diary::{CheckReport, Diary, Done};
use crate::domain::capitalised;
use crate::store::{Access, RecordKind, SetAside, Store, note_as_checked};
use clap::Args;
use serde_json::json;
use std::io::Write;
use std::path::{Path, PathBuf};

/// What `check` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary check
  cramp-diary check --json
  cramp-diary check --mend night:41      what cannot be read of it says nothing afterwards, for good
  cramp-diary check --delete cramp:12    as the check calls it; it cannot be brought back

Exit code: 0 nothing found, 1 something found.")]
pub(super) struct CheckArguments {
    /// Delete a record that cannot be read
    #[arg(long, value_name = "RECORD", conflicts_with_all = ["mend", "json"])]
    delete: Option<String>,

    /// Take out of a record what cannot be read, for good, and keep the rest
    #[arg(long, value_name = "RECORD", conflicts_with = "json")]
    mend: Option<String>,

    /// Delete with the record what belongs to it, such as a factor's answers
    #[arg(long, requires = "delete")]
    yes: bool,

    /// For machines
    #[arg(long)]
    json: bool,
}

impl CheckArguments {
    /// Checks the diary, or mends or deletes what a check found.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        if let Some(key) = self.delete {
            return settle(session, &key, out, |diary, found| delete(diary, found, self.yes));
        }
        if let Some(key) = self.mend {
            return settle(session, &key, out, |diary, found| Ok(diary.mend_set_aside(found)?));
        }
        let (diary, path) = session.open_to_check()?;
        let (mut report, clock) = (diary.check()?, FixedClock(diary.clock().now()));
        drop(diary);
        let mut rebuilt = None;
        if report.structure.broken.is_empty() && !report.structure.indexes.is_empty() {
            rebuilt = Some(rebuild(&path, &report)?);
            report = Diary::new(Store::open(&path, Access::ReadOnly)?, Box::new(clock)).check()?;
        }
        if report.structure.broken.is_empty() {
            note_as_checked(&path);
        }
        if self.json {
            text::json(out, &as_json(&report, rebuilt.as_deref()))?;
        } else {
            write_report(&report, rebuilt.as_deref(), out)?;
        }
        if report.is_clean() && rebuilt.is_none() { Ok(()) } else { Err(CliError::Refused(found_words(&report))) }
    }
}

/// Rebuilds the indexes that do not agree with their tables. Returns the path of the copy from before.
fn rebuild(path: &Path, report: &CheckReport) -> Result<PathBuf, CliError> {
    Ok(Store::open(path, Access::Create)?.rebuild(&report.structure)?)
}

/// Deletes a record. Whether what belongs to it goes too is asked.
fn delete(diary: &mut Diary, found: &SetAside, is_meant: bool) -> Result<Done, CliError> {
    if !is_meant && !found.belonging.is_empty() {
        let what = found.belonging.join(" and ");
        let refused = format!("With {} its {what} would be deleted. Nothing was deleted. If it is meant, say so with --yes.", found.named);
        return Err(CliError::Usage(refused));
    }
    Ok(diary.delete_set_aside(found)?)
}

/// Mends or deletes the record that the check calls `key`.
fn settle(
    session: Session,
    key: &str,
    out: &mut dyn Write,
    how: impl FnOnce(&mut Diary, &SetAside) -> Result<Done, CliError>,
) -> Result<(), CliError> {
    let mut diary = session.open_to_write()?;
    let wanted = key.trim().to_lowercase();
    let found = diary.read().set_aside(RecordKind::ALL.iter().copied().collect())?;
    let Some(found) = found.into_iter().find(|found| found.key() == wanted) else {
        return Err(CliError::Refused(format!(
            "No record that cannot be read is called \"{key}\". The command cramp-diary check lists them."
        )));
    };
    let done = how(&mut diary, &found)?;
    Ok(text::wrapped(out, 0, &format!("{}.", done.what))?)
}

fn write_report(report: &CheckReport, rebuilt: Option<&Path>, out: &mut dyn Write) -> Result<(), CliError> {
    text::wrapped(out, 0, &report.sentence())?;
    if let Some(copy) = rebuilt {
        text::wrapped(out, 0, "What helps to find records was damaged, and was made anew; nothing was lost. A copy from before:")?;
        writeln!(out, "{}", copy.display())?;
    }
    if !report.structure.broken.is_empty() {
        text::wrapped(out, 0, WAYS_ON)?;
    }
    if !report.set_aside.is_empty() {
        writeln!(out, "\nCannot be read, and is left out of everything until you mend or delete it:")?;
    }
    for found in &report.set_aside {
        text::wrapped(out, 2, &format!("{}. {}", capitalised(&found.words()), ways(found)))?;
    }
    if !report.rules.is_empty() {
        writeln!(out, "\nDoes not go together:")?;
    }
    for rule in &report.rules {
        text::wrapped(out, 2, rule)?;
    }
    if !report.structure.foreign.is_empty() {
        writeln!(out, "\nIs no part of a diary, and is left alone: {}", report.structure.foreign.join(", "))?;
    }
    Ok(())
}

/// How a record that cannot be read is mended or deleted.
fn ways(found: &SetAside) -> String {
    let key = found.key();
    let delete = match found.belonging.as_slice() {
        [] => format!("--delete {key}"),
        belonging => format!("--delete {key} --yes, with its {}", belonging.join(" and ")),
    };
    match (found.can_be_mended(), found.can_be_deleted()) {
        (true, true) => format!("cramp-diary check --mend {key} keeps the rest; {delete} (both for good)"),
        (true, false) => format!("cramp-diary check --mend {key} keeps the rest (for good)"),
        (false, _) => format!("cramp-diary check {delete} (for good)"),
    }
}

/// That something was found, for standard error.
fn found_words(report: &CheckReport) -> String {
    match report.findings() {
        0 => "The check found a damage, and mended it.".to_owned(),
        1 => "The check found 1 thing.".to_owned(),
        count => format!("The check found {count} things."),
    }
}

fn as_json(report: &CheckReport, rebuilt: Option<&Path>) -> serde_json::Value {
    let set_aside: Vec<_> = report
        .set_aside
        .iter()
        .map(|found| {
            let (mend, delete) = (found.can_be_mended(), found.can_be_deleted());
            json!({ "record": found.key(), "what": found.named, "faults": found.faults, "can_be_mended": mend, "can_be_deleted": delete, "deleted_with_it": found.belonging })
        })
        .collect();
    json!({
        "records": report.records,
        "findings": report.findings(),
        "broken": report.structure.broken,
        "garbled": report.structure.named,
        "rebuilt_after_copy": rebuilt.map(|copy| copy.display().to_string()),
        "foreign": report.structure.foreign,
        "set_aside": set_aside,
        "rules": report.rules,
    })
}
