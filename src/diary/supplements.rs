//! The supplements that are still to be taken on a day, and their usual doses.

use crate::domain::{Day, Doses, Entry, Supplement, SupplementTaken};

/// The supplements still to be taken on a day: those of `products` that have daily doses and of which `taken`, the doses logged on that
/// day, contains none. A supplement of which fewer than its daily doses were taken is left out.
#[must_use]
pub fn left_to_take<'a>(products: &'a [Entry<Supplement>], taken: &[Entry<SupplementTaken>]) -> Vec<&'a Entry<Supplement>> {
    let untaken = |product: &&Entry<Supplement>| taken.iter().all(|entry| entry.value.product != product.id);
    products.iter().filter(|product| product.value.daily.is_some()).filter(untaken).collect()
}

/// The record that says that the usual doses of a supplement were taken on a day: as many as it has daily, or one if it has no daily
/// doses. It is only made, not saved: [`SupplementCommand::Take`](crate::diary::SupplementCommand::Take) logs it.
#[must_use]
pub fn usual_doses(product: &Entry<Supplement>, day: Day) -> SupplementTaken {
    let doses = product.value.daily.unwrap_or(Doses::ONE);
    SupplementTaken::of(product.id, &product.value, doses, day)
}
