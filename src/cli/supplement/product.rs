//! The product that a command names, and what is printed about it at once.

use crate::cli::find_by_name::find_by_name;
use crate::cli::{CliError, text};
use crate::diary::Diary;
use crate::domain::{Entry, Supplement};
use crate::guide::Warning;
use crate::nutrition::{OverLimit, Person, product_over_limits};
use std::io::Write;

/// Finds a product by its name, or by letters that only its name contains.
///
/// # Errors
/// [`CliError::Usage`] with the names of all products.
pub(super) fn find(diary: &Diary, typed: &str) -> Result<Entry<Supplement>, CliError> {
    find_by_name(diary.read().all::<Supplement>()?, |product| &product.name, typed).map_err(|names| {
        CliError::Usage(if names.is_empty() {
            "You have no supplements yet. Add one with: cramp-diary supplement add --help".to_owned()
        } else {
            format!("No supplement of yours is called \"{typed}\". You have: {}.", names.join(", "))
        })
    })
}

/// Prints which limits the product alone passes, and what the person takes that does not go with it.
pub(super) fn write_cautions(diary: &Diary, product: &Supplement, indent: usize, out: &mut dyn Write) -> Result<(), CliError> {
    let warnings = warnings(diary, product)?;
    for words in limits(diary, product)?.into_iter().chain(warnings.iter().map(Warning::line)) {
        text::wrapped(out, indent, &words)?;
    }
    Ok(())
}

/// The limits that the product alone passes, in words.
pub(super) fn limits(diary: &Diary, product: &Supplement) -> Result<Vec<String>, CliError> {
    let profile = diary.read().profile()?;
    let over = product_over_limits(product, &Person::on(&profile, diary.latest_day()), profile.limits_region());
    Ok(over.iter().map(OverLimit::words).collect())
}

/// What does not go, or not at once, with what the person takes and has today.
pub(super) fn warnings(diary: &Diary, product: &Supplement) -> Result<Vec<Warning>, CliError> {
    Ok(diary.taking(diary.latest_day())?.warnings(product.name.as_str(), &product.per_dose))
}
