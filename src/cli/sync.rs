//! `sync`: the diaries of several computers come together through a folder.

use super::password::PasswordOption;
use super::{CliError, Session, text};
use crate::several::{SeenComputer, SeveralError, SyncReport, Syncing, use_folder};
use chrono::FixedOffset;
use clap::Args;
use serde_json::{Value, json};
use std::io::Write;
use std::path::PathBuf;

/// What `sync` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary sync ~/Nextcloud/cramps           once on each computer; the folder is remembered
  cramp-diary sync
  cramp-diary sync /media/stick/cramps --json

The program connects to nothing. It writes one file of its own into the folder and reads those of
your other computers; whatever carries the folder between them will do, a stick too. Of a record
that two computers changed, what was changed later stays.")]
pub(super) struct SyncArguments {
    /// The folder, which must exist; it is remembered [default: the one that was named last]
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,

    #[command(flatten)]
    password: PasswordOption,

    /// For machines
    #[arg(long)]
    json: bool,
}

impl SyncArguments {
    /// Merges what the other computers wrote, and writes what this one knows.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let (machine, secret) = (session.machine(), self.password.secret()?);
        let mut diary = session.open_to_write()?;
        let path = diary.path().to_owned();
        let folder = match self.folder {
            Some(folder) => {
                let before = machine.about(&path).sync_folder;
                let folder = use_folder(&folder, &path, &machine)?;
                if let Some(before) = before.filter(|before| *before != folder && !self.json) {
                    text::wrapped(
                        out,
                        0,
                        &format!("The folder of your computers is {} from now on; it was {}.", folder.display(), before.display()),
                    )?;
                }
                folder
            }
            None => machine.about(&path).sync_folder.ok_or(SeveralError::NoFolder)?,
        };
        let computer = crate::several::this_computer();
        let syncing = Syncing { folder: &folder, machine: &machine, computer: &computer, secret: secret.as_ref() };
        let report = syncing.run(&mut diary)?;
        if self.json { Ok(text::json(out, &as_json(&report))?) } else { Ok(write(&report, *diary.clock().now().offset(), out)?) }
    }
}

fn write(report: &SyncReport, here: FixedOffset, out: &mut dyn Write) -> std::io::Result<()> {
    for merged in &report.merged {
        text::wrapped(out, 0, &format!("{}.", merged.done.what))?;
        merged.report.details().iter().try_for_each(|detail| text::wrapped(out, 2, detail))?;
    }
    if report.merged.is_empty() {
        writeln!(out, "Nothing new from your other computers.")?;
    }
    report.refused.iter().try_for_each(|why| text::wrapped(out, 0, &format!("Not merged: {why}")))?;
    for path in &report.locked {
        text::wrapped(
            out,
            0,
            &format!(
                "Not merged: {} is encrypted. Give its password once with --password-file; until then this computer writes no snapshot.",
                path.display()
            ),
        )?;
    }
    for seen in &report.seen {
        let written = seen.written.with_timezone(&here);
        writeln!(out, "{}: last snapshot {}", seen.name_among(&report.seen), written.format("%-d %b %Y %H:%M"))?;
    }
    if report.is_written {
        writeln!(out, "What this computer knows is in the folder.")?;
    }
    Ok(())
}

fn as_json(report: &SyncReport) -> Value {
    let merged = |merged: &crate::diary::Merged| json!({ "what": merged.done.what, "details": merged.report.details() });
    let seen = |of: &SeenComputer| json!({ "device": of.device.to_string(), "computer": of.computer, "written": of.written.to_rfc3339() });
    json!({
        "merged": report.merged.iter().map(merged).collect::<Vec<_>>(),
        "refused": report.refused,
        "locked": report.locked.iter().map(|path| path.display().to_string()).collect::<Vec<_>>(),
        "computers": report.seen.iter().map(seen).collect::<Vec<_>>(),
        "written": report.is_written,
    })
}
