//! `supplement usual`: usual products, to start from.

use crate::cli::{CliError, text};
use crate::domain::Supplement;
use crate::nutrition::{UsualSupplement, dose_words, usual_supplements};
use clap::Args;
use std::io::Write;

/// What `supplement usual` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary supplement usual
  cramp-diary supplement add --usual vitamin-d3-25

Amounts are those of common products; give those of your label with --amount.")]
pub(super) struct UsualArguments {}

impl UsualArguments {
    /// Prints them with the ids that `supplement add --usual` takes.
    pub(super) fn run(self, out: &mut dyn Write) -> Result<(), CliError> {
        let Self {} = self;
        for UsualSupplement { id, supplement, note } in usual_supplements() {
            let Supplement { name, dose, per_dose, daily: _, prescribed: _ } = supplement;
            writeln!(out, "{} ({id})", name.as_str())?;
            text::wrapped(out, 2, &format!("{dose}: {}", dose_words(per_dose)))?;
            if !note.is_empty() {
                text::wrapped(out, 2, note)?;
            }
        }
        Ok(())
    }
}

/// The usual product with this id.
pub(super) fn usual_product(id: &str) -> Result<Supplement, CliError> {
    let wanted = id.trim().to_lowercase();
    let found = usual_supplements().iter().find(|usual| usual.id == wanted);
    found.map(|usual| usual.supplement.clone()).ok_or_else(|| {
        let ids: Vec<_> = usual_supplements().iter().map(|usual| usual.id.as_str()).collect();
        CliError::Usage(format!("Usual supplement \"{id}\" is unknown; choose one of: {}", ids.join(", ")))
    })
}
