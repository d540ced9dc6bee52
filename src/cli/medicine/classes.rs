//! `medicine classes`: the kinds of medicines that the guide knows.

use super::about::{read_class, write_class};
use crate::cli::CliError;
use crate::cli::text::{self, Align, TextTable};
use crate::guide::{cautions_of, classes, classes_of, sources_on};
use clap::Args;
use std::io::Write;

/// What `medicine classes` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary medicine classes
  cramp-diary medicine classes thiazide
  cramp-diary medicine classes \"Hydrochlorothiazide 25 mg\"")]
pub(super) struct ClassesArguments {
    /// A class by its key, or a medicine by its generic name
    name: Option<String>,
}

impl ClassesArguments {
    /// Prints their keys and names, or all that is known of one.
    pub(super) fn run(self, out: &mut dyn Write) -> Result<(), CliError> {
        let Some(name) = self.name else {
            let mut table = TextTable::with_heading([("Key", Align::Left), ("Class", Align::Left)]);
            for class in classes() {
                table.row([class.id.to_string(), class.name.clone()]);
            }
            return Ok(table.write(out, 0)?);
        };
        let mut found = classes_of(&name);
        if found.is_empty() {
            found = vec![read_class(&name)?];
        }
        for class in found {
            write_class(class, 0, out)?;
            for caution in cautions_of(&class.id) {
                text::wrapped(out, 2, &format!("With {}: {}", caution.with.in_a_sentence(), caution.words))?;
            }
            text::wrapped(out, 2, &format!("Generic names: {}.", class.generic_names.join(", ")))?;
            for source in sources_on(&[class]) {
                text::wrapped(out, 2, &format!("Source: {}.", source.words()))?;
            }
            writeln!(out, "  Key: {}", class.id)?;
        }
        Ok(())
    }
}
