//! `backup` and `backups`: making a backup, and listing those that there are.

use super::text::{self, Align, TextTable};
use super::{CliError, Session};
use crate::diary::{BackupsMade, place_elsewhere, second_place};
use crate::domain::grouped;
use crate::store::{Backup, BackupMade, BackupPlace, BackupReason, Tally, copies_before_upgrades};
use clap::Args;
use serde_json::{Value, json};
use std::io::Write;
use std::path::PathBuf;

/// What `backup` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary backup                     beside the diary, and in the second place of the settings
  cramp-diary backup --to /media/stick   in that folder alone

Each backup is restored in a trial before it counts. A window makes one by itself once a day.")]
pub(super) struct BackupArguments {
    /// A folder elsewhere, such as on a stick, instead of beside the diary
    #[arg(long, value_name = "DIR")]
    to: Option<PathBuf>,

    /// For machines
    #[arg(long)]
    json: bool,
}

/// What `backups` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary backups
  cramp-diary backups --json
  cramp-diary restore diary.2026-11-30T07-12-05.daily.sqlite --dry-run     what one would change")]
pub(super) struct BackupsArguments {
    /// For machines
    #[arg(long)]
    json: bool,
}

impl BackupArguments {
    /// Makes a backup, and says where it is and what it holds.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let (machine, asides) = (session.machine(), session.asides());
        let diary = session.open_to_read()?;
        let made = match &self.to {
            Some(folder) => {
                let place = place_elsewhere(folder, diary.path(), &machine);
                BackupsMade { beside: None, elsewhere: Some(Ok(diary.back_up_elsewhere(&place, &machine, BackupReason::Asked)?)) }
            }
            None => diary.back_up(&machine, BackupReason::Asked)?,
        };
        let mut found = Vec::new();
        for made in made.beside.map(Ok).into_iter().chain(made.elsewhere) {
            match made {
                Ok(made) => found.push(made),
                Err(error) => asides.extend([error.to_string()]),
            }
        }
        if self.json {
            let list = |BackupMade { path, tally }: &BackupMade| with_tally(json!({ "file": path.display().to_string() }), *tally);
            return Ok(text::json(out, &found.iter().map(list).collect::<Vec<_>>())?);
        }
        for BackupMade { path, tally } in &found {
            text::wrapped(out, 0, &format!("Made a backup, and restored it in a trial: {}.", tally.words()))?;
            writeln!(out, "{}", path.display())?;
        }
        Ok(())
    }
}

impl BackupsArguments {
    /// Lists the backups beside the diary, and those in the second place if it is there.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let (machine, diary) = (session.machine(), session.path_to_read()?);
        let now = session.into_clock().now();
        let (beside, elsewhere) = (BackupPlace::beside(&diary), second_place(&diary, &machine));
        let mut lists = vec![(beside.folder().to_owned(), beside.list())];
        let folder = diary.parent().map(std::path::Path::to_owned).unwrap_or_default();
        lists.push((folder, copies_before_upgrades(&diary, now)));
        lists.extend(elsewhere.map(|place| (place.folder().to_owned(), place.list())));
        lists.retain(|(_, backups)| !backups.is_empty());
        if self.json {
            let backups: Vec<_> = lists.iter().flat_map(|(_, backups)| backups).map(as_json).collect();
            return Ok(text::json(out, &backups)?);
        }
        if lists.is_empty() {
            return Ok(text::wrapped(out, 0, "There is no backup yet. Make one with cramp-diary backup.")?);
        }
        for (place, (folder, backups)) in lists.iter().enumerate() {
            if place > 0 {
                writeln!(out)?;
            }
            writeln!(out, "In {}:", folder.display())?;
            write_table(backups, out)?;
        }
        Ok(())
    }
}

fn write_table(backups: &[Backup], out: &mut dyn Write) -> Result<(), CliError> {
    let (left, right) = (Align::Left, Align::Right);
    let mut table = TextTable::with_heading([("File", left), ("Nights", right), ("Records", right), ("Last entry", left), ("Size", right)]);
    for Backup { path, bytes, holds, .. } in backups {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let (nights, records, last) = match holds {
            Ok(Tally { nights, records, last_entry }) => {
                (nights.to_string(), records.to_string(), last_entry.map_or_else(String::new, |date| date.to_string()))
            }
            Err(why) => (String::new(), String::new(), why.clone()),
        };
        table.row([name, nights, records, last, size(*bytes)]);
    }
    Ok(table.write(out, 2)?)
}

/// A size in words: "2,204 kB".
fn size(bytes: u64) -> String {
    format!("{} kB", grouped(f64::from(u32::try_from(bytes.div_ceil(1024)).unwrap_or(u32::MAX))))
}

fn as_json(backup: &Backup) -> Value {
    let Backup { path, at, why, bytes, holds, is_locked } = backup;
    let mut found = json!({
        "file": path.display().to_string(),
        "made": at.format("%Y-%m-%dT%H:%M:%S").to_string(),
        "why": why.key(),
        "bytes": bytes,
        "unreadable": holds.as_ref().err(),
        "locked": is_locked,
    });
    if let Ok(tally) = holds {
        found = with_tally(found, *tally);
    }
    found
}

/// The object with what a diary holds.
pub(super) fn with_tally(mut object: Value, tally: Tally) -> Value {
    if let (Value::Object(object), Ok(Value::Object(tally))) = (&mut object, serde_json::to_value(tally)) {
        object.extend(tally);
    }
    object
}
