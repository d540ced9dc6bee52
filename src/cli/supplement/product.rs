//! The product that is meant, and what to say of it at once.

use super::super::{CliError, text};
use crate::diary::Diary;
use crate::domain::{Entry, Supplement};
use crate::nutrition::{Person, mineral_words, product_over_limits};
use std::io::Write;

/// Finds a product by its name, or by letters that only its name holds.
///
/// # Errors
/// [`CliError::Refused`] with the names there are.
pub(super) fn find(diary: &Diary, typed: &str) -> Result<Entry<Supplement>, CliError> {
    let products = diary.read().all::<Supplement>()?;
    let wanted = typed.trim().to_lowercase();
    let mut names: Vec<_> = products.iter().map(|product| format!("\"{}\"", product.value.name.as_str())).collect();
    names.sort_unstable();
    let exact = products.iter().position(|product| product.value.name.same_as(typed));
    let mut near = (0..products.len()).filter(|place| products[*place].value.name.as_str().to_lowercase().contains(&wanted));
    let place = exact.or_else(|| near.next().filter(|_| !wanted.is_empty() && near.next().is_none()));
    place.and_then(|place| products.into_iter().nth(place)).ok_or_else(|| {
        CliError::Refused(if names.is_empty() {
            "You have no supplements yet. Add one with: cramp-diary supplement add --help".to_owned()
        } else {
            format!("No supplement of yours is called \"{typed}\". You have: {}.", names.join(", "))
        })
    })
}

/// Says which limits the product alone passes, for the person of today.
pub(super) fn write_limits(diary: &Diary, product: &Supplement, indent: usize, out: &mut dyn Write) -> Result<(), CliError> {
    for words in limits(diary, product)? {
        text::wrapped(out, indent, &words)?;
    }
    Ok(())
}

/// The limits that the product alone passes, in words.
pub(super) fn limits(diary: &Diary, product: &Supplement) -> Result<Vec<String>, CliError> {
    let profile = diary.read().profile()?;
    let over = product_over_limits(product, &Person::on(&profile, diary.latest_day()), profile.region);
    Ok(over.iter().map(crate::nutrition::OverLimit::words).chain(mineral_words(&product.per_dose, &profile)).collect())
}
