//! What of the supplements is left to take on a day.

use crate::domain::{Day, Doses, Entry, Supplement, SupplementTaken};

/// The products that are taken every day and of which nothing is taken yet.
#[must_use]
pub fn left_to_take<'a>(products: &'a [Entry<Supplement>], taken: &[Entry<SupplementTaken>]) -> Vec<&'a Entry<Supplement>> {
    let untaken = |product: &&Entry<Supplement>| taken.iter().all(|entry| entry.value.product != product.id);
    products.iter().filter(|product| product.value.daily.is_some()).filter(untaken).collect()
}

/// The usual doses of a product on a day: those of its regimen, else one.
#[must_use]
pub fn usual_doses(product: &Entry<Supplement>, day: Day) -> SupplementTaken {
    let doses = product.value.daily.unwrap_or(Doses::ONE);
    SupplementTaken::of(product.id, &product.value, doses, day)
}

/// Whether a day has something that the regimen alone would not give again.
#[must_use]
pub fn more_than_the_regimen(products: &[Entry<Supplement>], taken: &[Entry<SupplementTaken>]) -> bool {
    taken.iter().any(|entry| {
        let product = products.iter().find(|product| product.id == entry.value.product);
        product.and_then(|product| product.value.daily) != Some(entry.value.doses)
    })
}
