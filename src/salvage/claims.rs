//! Which pages were given to something, so that none is read twice.

/// Which pages were given to something.
#[derive(Debug, Clone)]
pub(super) struct Claims(Vec<bool>);

impl Claims {
    /// No page of so many is given yet; there is no page 0.
    pub(super) fn new(pages: u32) -> Self {
        let mut taken = vec![false; usize::try_from(pages).unwrap_or_default().saturating_add(1)];
        taken.iter_mut().take(1).for_each(|zero| *zero = true);
        Self(taken)
    }

    /// Takes a page. Returns `false` if it was taken already, or if there is no such page.
    pub(super) fn take(&mut self, page: u32) -> bool {
        let Some(taken) = usize::try_from(page).ok().and_then(|page| self.0.get_mut(page)) else { return false };
        !std::mem::replace(taken, true)
    }

    /// Whether a page can be taken.
    pub(super) fn is_left(&self, page: u32) -> bool {
        usize::try_from(page).ok().and_then(|page| self.0.get(page)) == Some(&false)
    }

    /// The pages that nobody has taken.
    pub(super) fn left(&self) -> Vec<u32> {
        let numbered = (0_u32..).zip(&self.0);
        numbered.filter(|(_, taken)| !**taken).map(|(page, _)| page).collect()
    }
}
