//! Finding out how large the pages of a file are, also where its header is gone.

use super::btree::TreePage;
use super::geometry::Geometry;

/// How a file is divided into pages: as its header says, the log beside it, or a copy, if the pages look like it, and else by their looks.
pub(super) fn geometry(file: &[u8], said: [Option<Geometry>; 3]) -> Geometry {
    let said = || said.into_iter().flatten();
    let sizes = (9..=16_u32).filter_map(|power| Geometry::new(1_usize.checked_shl(power)?, 0));
    let looks: Vec<(Geometry, usize)> = said().chain(sizes).map(|geometry| (geometry, looks_like(file, geometry))).collect();
    let best = looks.iter().map(|(_, look)| *look).max().unwrap_or_default();
    // What was said is believed if it is not much worse than the best: in another size than theirs, next to no pages look right.
    let good = looks.iter().find(|(_, look)| best > 0 && look.saturating_mul(2) >= best).map(|(geometry, _)| *geometry);
    good.or_else(|| said().next()).unwrap_or(Geometry::ORDINARY)
}

/// How many bytes of a file lie in pages of trees whose last cell ends where the page ends, as cells are laid from the end on.
fn looks_like(file: &[u8], geometry: Geometry) -> usize {
    let pages = (1_u32..).zip(file.chunks(geometry.page_size()));
    let is_right = |page: u32, bytes: &[u8]| {
        let bytes = bytes.get(..geometry.usable()).unwrap_or(bytes);
        TreePage::read(bytes, page, geometry).and_then(TreePage::end) == Some(geometry.usable())
    };
    let right = pages.filter(|(page, bytes)| is_right(*page, bytes)).count();
    right.saturating_mul(geometry.page_size())
}
