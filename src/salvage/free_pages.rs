//! The pages that a file keeps for later: what stands in them was deleted.

use super::bytes::u32_at;
use super::claims::Claims;
use super::pages::Pages;

/// Takes the pages that the file lists as not used, beginning with `first`, the first page of the list. Ends where the list is damaged.
pub(super) fn take(first: u32, pages: &Pages<'_>, claims: &mut Claims) {
    let mut trunk = first;
    while trunk != 0 {
        let Some(free) = pages.get(trunk).and_then(|bytes| listed(bytes, claims)) else { return };
        if !claims.take(trunk) {
            return;
        }
        for page in free {
            claims.take(page);
        }
        let Some(next) = pages.get(trunk).and_then(|bytes| u32_at(bytes, 0)) else { return };
        trunk = next;
    }
}

/// The pages that one page of the list names. Returns `None` if it is none of the list: if it names a page that is used.
fn listed(bytes: &[u8], claims: &Claims) -> Option<Vec<u32>> {
    let count = usize::try_from(u32_at(bytes, 4)?).ok()?;
    let (numbers, _) = bytes.get(8..)?.as_chunks::<4>();
    let named = numbers.get(..count)?.iter().map(|number| u32::from_be_bytes(*number));
    named.map(|page| claims.is_left(page).then_some(page)).collect()
}
