//! `salvage`: what can be read of a damaged diary, in a new one.

use super::text::{Align, TextTable};
use super::{CliError, text};
use crate::domain::{as_f64, capitalised, counted, grouped};
use crate::store::{KindRescued, RescueOrder, Rescued, SetAside, rescue};
use clap::Args;
use serde_json::json;
use std::io::Write;
use std::path::{Path, PathBuf};

/// What `salvage` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary salvage diary.sqlite --out saved.sqlite
  cramp-diary salvage diary.sqlite --out saved.sqlite --json
  cramp-diary --diary saved.sqlite              look what came back

The damaged file is only read, and so is the log beside it (-wal). The newest backup in the folder
\"backups\" beside it helps to tell what its pages hold, and to count what is missing.

Exit code: 0 a new diary was made; 1 nothing was found, or it could not be saved.")]
pub(super) struct SalvageArguments {
    /// The damaged diary
    file: PathBuf,

    /// The new diary, a file that does not exist yet
    #[arg(long, value_name = "NEW")]
    out: PathBuf,

    /// For machines
    #[arg(long)]
    json: bool,
}

impl SalvageArguments {
    /// Makes the new diary and says what is in it.
    pub(super) fn run(self, out: &mut dyn Write) -> Result<(), CliError> {
        let Self { file, out: to, json } = self;
        let rescued = rescue(&RescueOrder { from: file.clone(), to })?;
        if json { Ok(text::json(out, &as_json(&rescued, &file))?) } else { write_report(&rescued, out) }
    }
}

fn write_report(rescued: &Rescued, out: &mut dyn Write) -> Result<(), CliError> {
    text::wrapped(out, 0, &rescued.sentence())?;
    writeln!(out)?;
    let of_copy = if rescued.copy.is_some() { "newest backup" } else { "" };
    let mut table = TextTable::with_heading([("", Align::Left), ("came back", Align::Right), (of_copy, Align::Right)]);
    for kind in &rescued.kinds {
        let in_copy = kind.in_copy.map(number).unwrap_or_default();
        table.row([capitalised(kind.noun()), number(kind.back), in_copy]);
    }
    table.write(out, 0)?;
    let losses = rescued.losses();
    list(out, "What is missing or not as it was:", losses.iter().map(String::as_str))?;
    list(out, "No diary can hold, and is not in the new one:", rescued.not_kept.iter().map(String::as_str))?;
    let set_aside: Vec<_> = rescued.set_aside.iter().map(SetAside::words).collect();
    list(
        out,
        "Came back with something that cannot be read, and waits for you to mend or delete it:",
        set_aside.iter().map(String::as_str),
    )?;
    writeln!(out)?;
    if let Some((copy, more)) = rescued.copy.as_ref().zip(rescued.fewer_than_copy()).filter(|(_, more)| *more > 0) {
        let more = counted(more, "record");
        text::wrapped(out, 0, &format!("A backup holds {more} that did not come back, unless you deleted them since:"))?;
        writeln!(out, "{}", copy.display())?;
    }
    text::wrapped(out, 0, "The damaged file is as it was. What came back is a diary of its own now:")?;
    Ok(writeln!(out, "{}", rescued.path.display())?)
}

fn list<'l>(out: &mut dyn Write, heading: &str, lines: impl Iterator<Item = &'l str>) -> Result<(), CliError> {
    for (place, line) in lines.enumerate() {
        if place == 0 {
            writeln!(out)?;
            text::wrapped(out, 0, heading)?;
        }
        text::wrapped(out, 2, &capitalised(line))?;
    }
    Ok(())
}

fn number(count: usize) -> String {
    grouped(as_f64(count))
}

fn as_json(rescued: &Rescued, from: &Path) -> serde_json::Value {
    let kind = |kind: &KindRescued| {
        let KindRescued { kind, back, in_part, without_record, without_other, from_copy, in_copy } = kind;
        json!({
            "kind": kind.description().map(|description| description.table),
            "came_back": back,
            "in_backup": in_copy,
            "not_whole": in_part,
            "details_without_record": without_record,
            "without_what_they_belong_to": without_other,
            "from_backup": from_copy,
        })
    };
    json!({
        "file": from.display().to_string(),
        "made": rescued.path.display().to_string(),
        "format": rescued.format,
        "pages": rescued.pages,
        "damaged_pages": rescued.damaged,
        "missing_pages": rescued.cut_off,
        "backup": rescued.copy.as_ref().map(|copy| copy.display().to_string()),
        "records": rescued.back(),
        "kinds": rescued.kinds.iter().map(kind).collect::<Vec<_>>(),
        "as_in_a_new_diary": rescued.begun_anew,
        "set_aside": rescued.set_aside.iter().map(|found| json!({ "record": found.key(), "what": found.named, "faults": found.faults })).collect::<Vec<_>>(),
        "not_kept": rescued.not_kept,
    })
}
