//! `export`: all of the diary, or a part of it, in files that other programs read.

use super::dates::NamedDate;
use super::encryption::EncryptionOption;
use super::options::one_of;
use super::{CliError, Session, text};
use crate::diary::Diary;
use crate::domain::{Day, Tense, UnknownKey, counted};
use crate::exchange::own::{CsvStyle, Selection, export_csv, export_encrypted, export_json, write_encrypted, write_json, write_lines};
use crate::store::{RecordKind, Whole};
use clap::{Args, Subcommand};
use serde_json::json;
use std::collections::BTreeMap;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

/// What `export` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary export json diary.json            everything, and \"import\" reads it back
  cramp-diary export json - | gzip > diary.json.gz
  cramp-diary export csv diary-as-tables        a CSV file for each kind of record
  cramp-diary export lines --from 2026-11-01 --kind cramp

An export holds what you entered, in plain words that anyone who has the file can read. Foods that
you imported are in it where they were eaten.")]
pub(super) struct ExportArguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// One JSON file with everything
    Json(JsonArguments),
    /// A folder of CSV files for spreadsheets and statistics, with a dictionary of the columns
    Csv(CsvArguments),
    /// A record a line on standard output, for scripts
    Lines(LinesArguments),
}

/// What `export json` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary export json diary.json
  cramp-diary export json - --kind cramp --from 2026-11-01 --until 2026-11-30
  cramp-diary export json diary.json.encrypted --password-file password.txt

An earlier export of that name is replaced. A part of a diary does not say what was deleted.")]
struct JsonArguments {
    /// The file to write, or - for standard output
    file: PathBuf,

    #[command(flatten)]
    part: PartArguments,

    #[command(flatten)]
    encryption: EncryptionOption,

    /// Say for machines what was written
    #[arg(long)]
    json: bool,
}

/// What `export csv` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary export csv diary-as-tables
  cramp-diary export csv diary-as-tables --semicolons --bom     for a spreadsheet in much of Europe
  cramp-diary import diary-as-tables                            reads it back, also after edits

dictionary.csv says what each column holds.")]
struct CsvArguments {
    /// The folder to make; it must not exist, or be empty
    folder: PathBuf,

    #[command(flatten)]
    part: PartArguments,

    /// Semicolons between cells, and commas before decimals
    #[arg(long)]
    semicolons: bool,

    /// A mark at the beginning, by which spreadsheets know letters such as ü
    #[arg(long)]
    bom: bool,

    /// Say for machines what was written
    #[arg(long)]
    json: bool,
}

/// What `export lines` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary export lines --from 2026-11-01 --until 2026-11-30
  cramp-diary export lines --kind cramp | jq .severity

Each line is a record as in the JSON export, after the name of its kind.")]
struct LinesArguments {
    #[command(flatten)]
    part: PartArguments,
}

/// Which part of the diary is meant; everything without an argument.
#[derive(Debug, Args)]
struct PartArguments {
    /// The first date; records without a date are in every part
    #[arg(long, value_name = "DATE")]
    from: Option<NamedDate>,

    /// The last date
    #[arg(long, value_name = "DATE")]
    until: Option<NamedDate>,

    #[arg(long = "kind", value_name = "KIND", help = one_of("Only this kind, as often as you like", kind_names()))]
    kinds: Vec<String>,
}

impl ExportArguments {
    /// Writes what was asked for.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        match self.what {
            What::Json(arguments) => arguments.run(session, out),
            What::Csv(arguments) => arguments.run(session, out),
            What::Lines(arguments) => arguments.run(session, out),
        }
    }
}

impl JsonArguments {
    fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let to_output = self.file == Path::new("-");
        if to_output && self.json {
            return Err(CliError::Usage("With - the export itself goes to standard output. Leave --json out, or name a file.".to_owned()));
        }
        let keys = self.encryption.keys(&session, &self.file)?;
        let diary = session.open_to_read()?;
        let (selection, whole) = self.part.read(&diary)?;
        match (keys, to_output) {
            (None, true) => {
                let mut out = BufWriter::with_capacity(1 << 16, out);
                write_json(&whole, &selection, &mut out)?;
                return Ok(out.flush()?);
            }
            (Some(keys), true) => return Ok(write_encrypted(&whole, &selection, &keys, out)?),
            (None, false) => export_json(&whole, &selection, &self.file)?,
            (Some(keys), false) => export_encrypted(&whole, &selection, &self.file, &keys)?,
        }
        said(&whole, &self.file, self.json, out)
    }
}

impl CsvArguments {
    fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let Self { folder, part, semicolons, bom, json } = self;
        let diary = session.open_to_read()?;
        let (selection, whole) = part.read(&diary)?;
        export_csv(&whole, &selection, CsvStyle { semicolons, bom }, &folder)?;
        said(&whole, &folder, json, out)
    }
}

impl LinesArguments {
    fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let diary = session.open_to_read()?;
        let (selection, whole) = self.part.read(&diary)?;
        let mut out = BufWriter::with_capacity(1 << 16, out);
        write_lines(&whole, &selection, &mut out)?;
        Ok(out.flush()?)
    }
}

impl PartArguments {
    /// The part that is meant, and what of the diary is in it.
    fn read(&self, diary: &Diary) -> Result<(Selection, Whole), CliError> {
        let date = |named: Option<&NamedDate>| named.map(|named| named.day(diary, Tense::Past).map(Day::date)).transpose();
        let kinds = self.kinds.iter().map(|name| kind(name)).collect::<Result<_, _>>()?;
        let selection = Selection { kinds, from: date(self.from.as_ref())?, until: date(self.until.as_ref())? };
        if let (Some(from), Some(until)) = (selection.from, selection.until)
            && from > until
        {
            return Err(CliError::Refused(format!(
                "The part would begin on {from}, after its last date {until}. Change --from or --until."
            )));
        }
        let whole = selection.of(diary.whole()?);
        Ok((selection, whole))
    }
}

/// The names of kinds as files have them.
fn kind_names() -> impl Iterator<Item = &'static str> {
    RecordKind::ALL.iter().filter_map(|kind| Some(kind.description()?.name))
}

fn kind(name: &str) -> Result<RecordKind, UnknownKey> {
    RecordKind::named(&name.trim().to_lowercase().replace([' ', '-'], "_")).ok_or_else(|| UnknownKey {
        what: "kind",
        given: name.to_owned(),
        allowed: kind_names().collect::<Vec<_>>().join(", "),
    })
}

/// Says what was written.
fn said(whole: &Whole, path: &Path, json: bool, out: &mut dyn Write) -> Result<(), CliError> {
    let records = whole.record_count();
    if !json {
        return Ok(writeln!(out, "Exported {}: {}", counted(records, "record"), path.display())?);
    }
    let mut kinds = BTreeMap::new();
    for name in whole.records().filter_map(|record| Some(record.description()?.name)) {
        *kinds.entry(name).or_insert(0) += 1;
    }
    Ok(text::json(
        out,
        &json!({ "path": path.display().to_string(), "records": records, "kinds": kinds, "deletions": whole.deletions().count() }),
    )?)
}
