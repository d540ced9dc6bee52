//! The log beside a file: what was written into it last, and is not in the file itself yet.

use super::bytes::{Cursor, u32_at};
use std::collections::BTreeMap;

const HEADER: usize = 32;
const FRAME_HEADER: usize = 24;

/// The pages that a log holds, as far as it was written to the end.
#[derive(Debug, Default)]
pub(super) struct Log<'a> {
    /// The newest content of each page, up to the last change that was written whole.
    pub(super) pages: BTreeMap<u32, &'a [u8]>,
    /// How many pages the file has after that change; 0 if the log holds none.
    pub(super) count: u32,
    /// The length of a page in bytes.
    pub(super) page_size: usize,
}

impl<'a> Log<'a> {
    /// Reads a log. One that is not sound from its beginning on holds no pages, and what follows upon damage does not count, as for SQLite.
    pub(super) fn read(bytes: &'a [u8]) -> Self {
        Self::try_read(bytes).unwrap_or_default()
    }

    fn try_read(bytes: &'a [u8]) -> Option<Self> {
        let mut sum = match u32_at(bytes, 0)? {
            0x377f_0682 => Checksum::new(u32::from_le_bytes),
            0x377f_0683 => Checksum::new(u32::from_be_bytes),
            _ => return None,
        };
        let page_size = usize::try_from(u32_at(bytes, 8)?).ok()?;
        let is_sound = page_size.is_power_of_two() && (512..=65_536).contains(&page_size) && u32_at(bytes, 4)? == 3_007_000;
        sum.add(bytes.get(..24)?);
        if !is_sound || !sum.is(u32_at(bytes, 24)?, u32_at(bytes, 28)?) {
            return None;
        }
        let salt = bytes.get(16..24)?;
        let mut log = Self { pages: BTreeMap::new(), count: 0, page_size };
        let mut unfinished = Vec::new();
        let mut rest = Cursor::new(bytes, HEADER);
        while let Some(frame) = Frame::read(&mut rest, page_size) {
            sum.add(frame.summed);
            sum.add(frame.content);
            if frame.salt != salt || !sum.is(frame.sum.0, frame.sum.1) || frame.page == 0 {
                break;
            }
            unfinished.push((frame.page, frame.content));
            if frame.count > 0 {
                log.pages.extend(unfinished.drain(..));
                log.count = frame.count;
            }
        }
        Some(log)
    }
}

/// A page in a log, with what stands before it.
struct Frame<'a> {
    page: u32,
    /// How many pages the file has after the change that this frame ends; 0 if it does not end one.
    count: u32,
    salt: &'a [u8],
    sum: (u32, u32),
    /// What is summed up besides the content.
    summed: &'a [u8],
    content: &'a [u8],
}

impl<'a> Frame<'a> {
    fn read(rest: &mut Cursor<'a>, page_size: usize) -> Option<Self> {
        let (head, content) = (rest.take(FRAME_HEADER)?, rest.take(page_size)?);
        let mut numbers = Cursor::new(head, 0);
        let (page, count, salt) = (numbers.u32()?, numbers.u32()?, numbers.take(8)?);
        Some(Self { page, count, salt, sum: (numbers.u32()?, numbers.u32()?), summed: head.get(..8)?, content })
    }
}

/// The sum over all that was read so far.
struct Checksum {
    word: fn([u8; 4]) -> u32,
    first: u32,
    second: u32,
}

impl Checksum {
    fn new(word: fn([u8; 4]) -> u32) -> Self {
        Self { word, first: 0, second: 0 }
    }

    /// Adds bytes, of which there is a multiple of eight.
    fn add(&mut self, bytes: &[u8]) {
        let (words, _) = bytes.as_chunks::<4>();
        for pair in words.chunks_exact(2) {
            if let [first, second] = pair {
                self.first = self.first.wrapping_add((self.word)(*first)).wrapping_add(self.second);
                self.second = self.second.wrapping_add((self.word)(*second)).wrapping_add(self.first);
            }
        }
    }

    fn is(&self, first: u32, second: u32) -> bool {
        self.first == first && self.second == second
    }
}
