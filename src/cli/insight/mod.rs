//! `insight check`: the program's figures beside those of a second computation. Hidden: it is for whoever changes the methods.

mod answers;
mod case_table;
mod compare;
mod folder;
mod texts;

use super::CliError;
use crate::domain::counted;
use clap::{Args, Subcommand};
use serde_json::Value;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// What `insight` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  cramp-diary insight check tests/methods")]
pub(super) struct InsightArguments {
    #[command(subcommand)]
    command: InsightCommand,
}

#[derive(Debug, Subcommand)]
enum InsightCommand {
    /// Compute the cases of a folder, and compare them with what it expects
    #[command(after_help = "\
Example:
  cramp-diary insight check tests/methods

The folder has spec.json, which names cases and what is asked of them; a CSV file for each case,
beside it or in the folder cases; and expected.json with the answers. Exit code 0: all are alike.")]
    Check {
        /// The folder
        folder: PathBuf,
    },
}

impl InsightArguments {
    /// Prints what differs.
    pub(super) fn run(self, out: &mut dyn Write) -> Result<(), CliError> {
        let InsightCommand::Check { folder } = self.command;
        let lines = check(&folder).map_err(CliError::Refused)?;
        if lines.is_empty() {
            return Ok(writeln!(out, "All answers are as expected.")?);
        }
        write_lines(&lines, out)?;
        let differ = if lines.len() == 1 { "differs" } else { "differ" };
        Err(CliError::Refused(format!("{} {differ} from what {} expects.", counted(lines.len(), "answer"), folder.display())))
    }
}

fn write_lines(lines: &[String], out: &mut dyn Write) -> io::Result<()> {
    lines.iter().try_for_each(|line| writeln!(out, "{line}"))
}

/// What differs in a folder of cases. An error is a sentence about a file that cannot be used.
fn check(folder: &Path) -> Result<Vec<String>, String> {
    let folder = folder::CaseFolder::read(folder)?;
    let mut computed = serde_json::Map::new();
    for (name, spec) in &folder.specs {
        let table = folder.table(name)?;
        let answers = answers::answers(&table, spec).map_err(|what| format!("{} cannot be used: {what}.", folder.path(name).display()))?;
        computed.insert(name.clone(), answers);
    }
    let of_case = |(name, expected): (&String, &Value)| compare::differences(computed.get(name), expected, name);
    Ok(folder.expected.iter().flat_map(of_case).collect())
}
