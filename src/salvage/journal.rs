//! The journal beside a file: what stood on its pages before a change that was not finished.

use super::bytes::{Cursor, u32_at};
use super::log::Log;

const MAGIC: [u8; 8] = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];

/// How many records follow a header that does not count them: as many as there are.
const NOT_COUNTED: u32 = u32::MAX;

/// Every how many bytes of a page one is summed up, from the end on.
const STRIDE: usize = 200;

/// Reads a journal: the pages as they were, and how many the file had. One that is not sound from its beginning on holds no pages, and what
/// follows upon damage does not count, as for SQLite. Neither does a journal that was not on the disk yet: nothing was written into the file
/// then.
pub(super) fn read(bytes: &[u8]) -> Log<'_> {
    try_read(bytes).unwrap_or_default()
}

fn try_read(bytes: &[u8]) -> Option<Log<'_>> {
    let first = Header::at(bytes, 0)?;
    let size = |at| usize::try_from(u32_at(bytes, at)?).ok();
    let (sector, page_size) = (size(20)?, size(24)?);
    let is_sound = sector.is_power_of_two() && (32..=65_536).contains(&sector);
    if !is_sound || !page_size.is_power_of_two() || !(512..=65_536).contains(&page_size) {
        return None;
    }
    let mut log = Log { count: first.pages, page_size, ..Log::default() };
    let mut at = 0;
    // A change that was too large for the memory of a program was written in parts, each with a header at the beginning of a sector.
    while let Some(Header { records, sum, .. }) = Header::at(bytes, at) {
        let mut rest = Cursor::new(bytes, at.saturating_add(sector));
        let mut left = records;
        while left > 0 {
            let Some((page, content)) = record(&mut rest, page_size, sum) else { return Some(log) };
            if page <= first.pages {
                log.pages.entry(page).or_insert(content);
            }
            left -= u32::from(records != NOT_COUNTED);
        }
        at = rest.at().next_multiple_of(sector);
    }
    Some(log)
}

/// The next page as it was, with its number. Returns `None` if there is none, or if it was not written whole.
fn record<'a>(rest: &mut Cursor<'a>, page_size: usize, begin: u32) -> Option<(u32, &'a [u8])> {
    let (page, content, expected) = (rest.u32()?, rest.take(page_size)?, rest.u32()?);
    let summed = (1..=(page_size - 1) / STRIDE).filter_map(|nth| content.get(page_size - nth * STRIDE));
    let sum = summed.fold(begin, |sum, byte| sum.wrapping_add(u32::from(*byte)));
    (page > 0 && sum == expected).then_some((page, content))
}

/// What stands before records in a journal.
struct Header {
    records: u32,
    /// What each sum begins with.
    sum: u32,
    /// How many pages the file had.
    pages: u32,
}

impl Header {
    fn at(bytes: &[u8], at: usize) -> Option<Self> {
        let mut rest = Cursor::new(bytes, at);
        let is_one = rest.take(MAGIC.len())? == MAGIC;
        is_one.then_some(())?;
        Some(Self { records: rest.u32()?, sum: rest.u32()?, pages: rest.u32()? })
    }
}
