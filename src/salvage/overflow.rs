//! Rows that are longer than their page.

use super::btree::Stored;
use super::bytes::u32_at;
use super::claims::Claims;
use super::pages::Pages;
use super::zeroed;
use std::borrow::Cow;

/// The bytes of a row. Returns `None` if a page with some of them is damaged, is missing, or belongs to something else.
pub(super) fn whole<'a>(stored: Stored<'a>, pages: &Pages<'a>, claims: &mut Claims) -> Option<Cow<'a, [u8]>> {
    let Stored { local, length, mut next } = stored;
    if next.is_none() {
        return Some(Cow::Borrowed(local));
    }
    let room = pages.geometry.usable().checked_sub(4)?;
    // No more than all pages can hold, whatever the row says.
    let longest = usize::try_from(pages.count()).ok()?.checked_mul(room)?.checked_add(local.len())?;
    if length > longest {
        return None;
    }
    let mut whole = local.to_vec();
    while let Some(missing) = length.checked_sub(whole.len()).filter(|missing| *missing > 0) {
        let page = next?;
        let bytes = pages.get(page).filter(|_| claims.take(page))?;
        let used = 4..missing.min(room).checked_add(4)?;
        if zeroed::touches(bytes, used.clone()) {
            return None;
        }
        whole.extend_from_slice(bytes.get(used)?);
        next = u32_at(bytes, 0).filter(|page| *page != 0);
    }
    // The last page leads nowhere.
    next.is_none().then_some(Cow::Owned(whole))
}
