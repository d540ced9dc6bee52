//! `foods`: what is in foods.

mod import;
mod import_report;
mod json;
mod rich_in;
mod search;
mod show;

use super::{CliError, Session};
use clap::{Args, Subcommand};
use std::io::Write;

/// What `foods` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary foods search zuchini
  cramp-diary foods rich-in magnesium --per portion --diet vegan --avoid nuts
  cramp-diary foods show almonds
  cramp-diary foods import FoodData_Central_branded_food_csv_2024-10-31.zip

Figures are USDA's; what is unknown is shown as unknown, never as zero.")]
pub(super) struct FoodsArguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Find foods by name
    Search(search::SearchArguments),
    /// Foods with most of a nutrient
    RichIn(rich_in::RichInArguments),
    /// One food, with all that is in it
    Show(show::ShowFoodArguments),
    /// Bring in the foods of a USDA download
    Import(import::ImportArguments),
    /// List what was brought in
    Imports(import::ImportsArguments),
    /// Take an import out of use
    ForgetImport(import::ForgetImportArguments),
}

impl FoodsArguments {
    /// Prints what was asked for.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        match self.what {
            What::Search(arguments) => arguments.run(session, out),
            What::RichIn(arguments) => arguments.run(session, out),
            What::Show(arguments) => arguments.run(session, out),
            What::Import(arguments) => arguments.run(session, out),
            What::Imports(arguments) => arguments.run(session, out),
            What::ForgetImport(arguments) => arguments.run(session, out),
        }
    }
}
