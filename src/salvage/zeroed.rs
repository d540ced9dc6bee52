//! Parts of a page that a disk has lost.

use std::ops::Range;

/// The smallest part of a file that a disk writes, in bytes.
const SECTOR: usize = 512;

/// Whether bytes of a page lie, at least in part, in a sector of zeros. A row of a diary has no such run of zeros, and what lies between
/// rows is no part of one: the sector was lost.
pub(super) fn touches(page: &[u8], range: Range<usize>) -> bool {
    let sectors = page.chunks(SECTOR).zip((0_usize..).step_by(SECTOR));
    let mut touched = sectors.skip(range.start / SECTOR).take_while(|(_, begin)| *begin < range.end);
    touched.any(|(sector, _)| sector.len() == SECTOR && sector.iter().all(|byte| *byte == 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lost_sector_is_noticed_where_it_begins_and_ends() {
        let mut page = vec![1_u8; 2048];
        page[512..1024].fill(0);
        for (range, expected) in [(0..512, false), (0..513, true), (600..700, true), (1023..1030, true), (1024..2048, false)] {
            assert_eq!(touches(&page, range.clone()), expected, "{range:?}");
        }
        page[1023] = 1;
        assert!(!touches(&page, 0..2048));
        assert!(!touches(&[0; 500], 0..500), "the rest of a page that was cut");
    }
}
