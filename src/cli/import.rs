//! `import`: what an export or another diary holds comes into the diary.

use super::password::PasswordOption;
use super::text::{Align, TextTable};
use super::{CliError, Session, text};
use crate::diary::Coming;
use crate::domain::{as_f64, counted, grouped};
use crate::exchange::own::{Incoming, read_any, read_stream};
use crate::sealed::Opener;
use crate::store::{Difference, MergeReport, RecordKind, Settled};
use clap::Args;
use serde_json::{Value, json};
use std::io::Write;
use std::path::{Path, PathBuf};

/// What `import` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary import diary.json --dry-run       what would come, and what would be left out
  cramp-diary import diary.json
  cramp-diary import diary-as-tables            a folder of CSV files, also edited in a spreadsheet
  cramp-diary import other.sqlite               another diary, of any version
  gunzip -c diary.json.gz | cramp-diary import -
  cramp-diary import diary.json.encrypted --password-file password.txt

Of each record the version that was changed later is kept; what was edited in the file counts as
changed now. Importing a file again adds nothing.")]
pub(super) struct ImportFileArguments {
    /// A JSON export, a CSV folder or a diary, encrypted too; - for standard input
    #[arg(value_name = "FILE_OR_DIR")]
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

impl ImportFileArguments {
    /// Takes in what the file holds, and says what came.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let Self { path, dry_run, password, json } = self;
        let (incoming, from) = read(&path, &password, &session)?;
        let (report, incoming) = if dry_run { preview(session, incoming)? } else { import(session, incoming, &from)? };
        let said = Said { report, incoming, from, dry_run };
        if json { Ok(text::json(out, &said.as_json())?) } else { Ok(said.write(out)?) }
    }
}

/// Reads a file, a folder or standard input, with a password if it is encrypted. Returns what it holds, and its name.
pub(super) fn read(path: &Path, password: &PasswordOption, session: &Session) -> Result<(Incoming, String), CliError> {
    let (keys, secret) = (session.kept_keys(), password.secret()?);
    let with = Opener { keys: keys.as_ref(), secret: secret.as_ref() };
    if path == Path::new("-") {
        let from = "standard input";
        return Ok((read_stream(&mut std::io::stdin().lock(), Path::new(from), with)?, from.to_owned()));
    }
    Ok((read_any(path, with)?, path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()))
}

fn preview(session: Session, mut incoming: Incoming) -> Result<(MergeReport, Incoming), CliError> {
    let draft = std::mem::take(&mut incoming.draft);
    Ok((session.open_to_plan()?.plan_import(draft)?.report, incoming))
}

fn import(session: Session, mut incoming: Incoming, from: &str) -> Result<(MergeReport, Incoming), CliError> {
    let machine = session.machine();
    let mut diary = session.open_to_write()?;
    let coming = Coming::File(std::mem::take(&mut incoming.draft));
    Ok((diary.take_in(coming, from, &machine)?.merged.report, incoming))
}

/// How many records of each kind come, change and go.
fn write_counts(report: &MergeReport, out: &mut dyn Write) -> std::io::Result<()> {
    let heading = [("", Align::Left), ("added", Align::Right), ("changed", Align::Right), ("deleted", Align::Right)];
    let mut table = TextTable::with_heading(heading);
    let counts = [&report.added, &report.changed, &report.deleted];
    for kind in RecordKind::ALL {
        let of_kind = counts.map(|counts| counts.iter().find(|(of, _)| of == kind).map(|(_, count)| *count));
        if of_kind.iter().any(Option::is_some) {
            let [added, changed, deleted] = of_kind.map(|count| count.map(|count| grouped(as_f64(count))).unwrap_or_default());
            table.row([kind.description().map_or("", |of| of.noun).to_owned(), added, changed, deleted]);
        }
    }
    if report.is_empty() { Ok(()) } else { table.write(out, 2) }
}

/// What is said of an import.
pub(super) struct Said {
    pub(super) report: MergeReport,
    pub(super) incoming: Incoming,
    /// The name of the file.
    pub(super) from: String,
    pub(super) dry_run: bool,
}

impl Said {
    pub(super) fn write(&self, out: &mut dyn Write) -> std::io::Result<()> {
        let Self { report, incoming, from, dry_run } = self;
        let what = report.sentence(from);
        let sentence = if *dry_run { format!("Nothing was changed yet. This would come: {what}.") } else { format!("{what}.") };
        text::wrapped(out, 0, &sentence)?;
        write_counts(report, out)?;
        for detail in report.details() {
            text::wrapped(out, 2, &detail)?;
        }
        if incoming.left_out_count > 0 || !report.refused.is_empty() {
            writeln!(out, "\nLeft out:")?;
            incoming.left_out.iter().chain(&report.refused).try_for_each(|words| text::wrapped(out, 2, words))?;
            let more = incoming.left_out_count.saturating_sub(incoming.left_out.len());
            if more > 0 {
                writeln!(out, "  and {}", counted(more, "more record"))?;
            }
        }
        if !incoming.unknown.is_empty() {
            writeln!(out, "\nNot known to this version, and left out:")?;
            incoming.unknown.iter().try_for_each(|words| text::wrapped(out, 2, words))?;
        }
        Ok(())
    }

    pub(super) fn as_json(&self) -> Value {
        let Self { report, incoming, from, dry_run } = self;
        let counts = |counts: &[(RecordKind, usize)]| -> serde_json::Map<String, Value> {
            counts.iter().filter_map(|(kind, count)| Some((kind.description()?.name.to_owned(), (*count).into()))).collect()
        };
        json!({
            "from": from,
            "dry_run": dry_run,
            "added": counts(&report.added),
            "changed": counts(&report.changed),
            "deleted": counts(&report.deleted),
            "nights": report.nights,
            "differences": report.differences.iter().map(Difference::words).collect::<Vec<_>>(),
            "settled": report.settled.iter().map(Settled::words).collect::<Vec<_>>(),
            "refused": report.refused,
            "left_out": incoming.left_out,
            "left_out_count": incoming.left_out_count,
            "unknown": incoming.unknown,
        })
    }
}
