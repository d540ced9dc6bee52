//! `foods import`, `foods imports` and `foods forget-import`: foods from USDA downloads.

use super::import_report::report;
use crate::cli::text::{self, Align, TextTable};
use crate::cli::{CliError, Session};
use crate::diary::{Command, DiaryError, ImportCommand};
use crate::domain::{Import, ImportId, WholeNumber, grouped, percent};
use crate::exchange::{ImportError, import_download, preview_download};
use crate::jobs::{Job, Progress, Worker};
use crate::store::Library;
use clap::Args;
use serde::Serialize;
use std::io::{self, IsTerminal as _, Write};
use std::path::PathBuf;
use std::sync::mpsc::channel;

/// What `foods import` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary foods import FoodData_Central_foundation_food_csv_2024-10-31.zip --preview
  cramp-diary foods import FoodData_Central_branded_food_csv_2024-10-31
  cramp-diary foods forget-import 1             takes import 1 out of use

Takes a CSV download of USDA FoodData Central: Foundation Foods, SR Legacy, Survey or Branded.
A later import of the same type of food takes the place of an earlier one. Rows that cannot be read
are named and left out.")]
pub(super) struct ImportArguments {
    /// The folder with the CSV files, or the zip
    #[arg(value_name = "DIR_OR_ZIP")]
    download: PathBuf,

    /// Say what is in it, and save nothing
    #[arg(long)]
    preview: bool,

    /// For machines
    #[arg(long)]
    json: bool,
}

/// What `foods imports` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary foods imports
  cramp-diary foods imports --json")]
pub(super) struct ImportsArguments {
    /// For machines
    #[arg(long)]
    json: bool,
}

/// What `foods forget-import` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary foods forget-import 1             foods that were eaten stay in the diary")]
pub(super) struct ForgetImportArguments {
    /// Its number, as foods imports shows it
    #[arg(allow_hyphen_values = true, value_parser = |text: &str| IMPORT.read::<u32>(text))]
    import: u32,
}

const IMPORT: WholeNumber =
    WholeNumber { field: "Import", least: 0, most: u32::MAX as u64, in_words: ("0", "4,294,967,295"), example: "1, from 0 up" };

#[derive(Debug, Serialize)]
struct ImportJson<'a> {
    import: u32,
    source: &'a str,
    made: String,
    parts: Vec<PartJson>,
}

#[derive(Debug, Serialize)]
struct PartJson {
    data_type: &'static str,
    foods: u32,
    in_use: bool,
}

impl ImportArguments {
    /// Reads the download, and brings its foods into use.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let Self { download, preview, json } = self;
        if preview {
            let found = watched(move |worker| preview_download(&download, worker))?;
            return Ok(report(&found, None, json, out)?);
        }
        let mut diary = session.open_to_write()?;
        let target = diary.import_target()?;
        let library = target.library.clone();
        let imported = watched(move |worker| import_download(&download, &target, worker))?;
        if let Err(error) = diary.execute(Command::Import(ImportCommand::Accept(imported.import.id))) {
            // What is not in use takes only room; the next import removes it if this does not.
            _ = Library::open(&library).and_then(|mut library| library.discard(imported.import.id));
            return Err(error.into());
        }
        Ok(report(&imported.found, Some(imported.import.id), json, out)?)
    }
}

impl ImportsArguments {
    /// Prints the imports that are kept.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let diary = session.open_to_read()?;
        if let Some(trouble) = diary.imports_trouble() {
            return Err(CliError::Refused(trouble.to_string()));
        }
        let imports = diary.read().imports()?;
        if self.json {
            return Ok(text::json(out, &imports.iter().map(import_json).collect::<Vec<_>>())?);
        }
        if imports.is_empty() {
            return Ok(writeln!(out, "No foods were imported.")?);
        }
        let left = Align::Left;
        let mut table =
            TextTable::with_heading([("From", left), ("Import", Align::Right), ("Type", left), ("Foods", Align::Right), ("", left)]);
        for Import { id, source, made: _, parts } in &imports {
            for part in parts {
                let (kind, foods) = (part.data_type.label().to_owned(), grouped(f64::from(part.foods)));
                table.row([source.clone(), id.to_string(), kind, foods, if part.active { "in use" } else { "not in use" }.to_owned()]);
            }
        }
        Ok(table.write(out, 0)?)
    }
}

impl ForgetImportArguments {
    /// Takes an import out of use.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let mut diary = session.open_to_write()?;
        if let Some(trouble) = diary.imports_trouble() {
            return Err(CliError::Refused(trouble.to_string()));
        }
        match diary.execute(Command::Import(ImportCommand::Remove(ImportId(self.import)))) {
            Ok(done) => Ok(writeln!(out, "{}: import {} is not in use any more.", done.what, self.import)?),
            Err(DiaryError::Gone { .. }) => {
                let words = format!("No import {} is in use. \"cramp-diary foods imports\" lists them.", self.import);
                Err(CliError::Refused(words))
            }
            Err(error) => Err(error.into()),
        }
    }
}

/// Does the work on a thread of its own, and shows its progress on a terminal.
fn watched<T: Send + 'static>(work: impl FnOnce(&Worker) -> Result<T, ImportError> + Send + 'static) -> Result<T, CliError> {
    let (woken, news) = channel();
    let wake = move || {
        // Nobody listens any more once the result is there.
        _ = woken.send(());
    };
    let no_thread = |error| CliError::Refused(format!("The import could not be started ({error}). Close other programs, then try again."));
    let mut job = Job::start("import", wake, work).map_err(no_thread)?;
    let terminal = io::stderr().is_terminal();
    loop {
        if let Some(result) = job.poll() {
            if terminal {
                show(None);
            }
            return result.map_err(|error| CliError::Refused(error.to_string()));
        }
        if terminal {
            show(Some(&job.progress()));
        }
        // If the thread has gone, the result is there.
        _ = news.recv();
    }
}

/// Writes the progress over the line before; `None` clears the line.
fn show(progress: Option<&Progress>) {
    let words = progress.map(|progress| match progress.share() {
        Some(share) => format!("{} {}", progress.stage, percent(f64::from(share))),
        None => progress.stage.clone(),
    });
    // A terminal that takes no output is no reason to stop.
    _ = write!(io::stderr(), "\r\x1b[K{}", words.unwrap_or_default()).and_then(|()| io::stderr().flush());
}

fn import_json(import: &Import) -> ImportJson<'_> {
    let Import { id, source, made, parts } = import;
    let parts = parts.iter().map(|part| PartJson { data_type: part.data_type.key(), foods: part.foods, in_use: part.active });
    ImportJson { import: id.0, source, made: made.to_rfc3339(), parts: parts.collect() }
}
