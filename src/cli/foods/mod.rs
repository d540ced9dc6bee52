//! `foods`: what is in foods.

mod json;
mod rich_in;
mod search;
mod show;

use super::CliError;
use clap::{Args, Subcommand};
use std::io::Write;

/// What `foods` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary foods search zuchini
  cramp-diary foods rich-in magnesium --per portion --diet vegan --avoid nuts
  cramp-diary foods show almonds

Needs no diary. Figures are USDA's; what is unknown is shown as unknown, never as zero.")]
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
}

impl FoodsArguments {
    /// Prints what was asked for.
    pub(super) fn run(self, out: &mut dyn Write) -> Result<(), CliError> {
        match self.what {
            What::Search(arguments) => arguments.run(out),
            What::RichIn(arguments) => arguments.run(out),
            What::Show(arguments) => arguments.run(out),
        }
    }
}
