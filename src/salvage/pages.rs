//! The pages of a file and of the log or journal beside it.

use super::damaged_file::DamagedFile;
use super::geometry::{Encoding, Geometry};
use super::guess;
use super::header::Header;
use super::journal;
use super::log::Log;

/// The pages of a file, in whose place stand those of its log, which are newer, or of its journal, which are from before an unfinished change.
#[derive(Debug)]
pub(super) struct Pages<'a> {
    file: &'a [u8],
    log: Log<'a>,
    /// How the file is divided into pages.
    pub(super) geometry: Geometry,
    /// How its text is encoded.
    pub(super) encoding: Encoding,
    /// The first hundred bytes, where they can be read.
    pub(super) header: Option<Header>,
    /// How many pages there are to read.
    count: u32,
}

impl<'a> Pages<'a> {
    /// Divides a file into pages. `stead` is the header of a copy of the file, for where its own is gone.
    pub(super) fn new(damaged: DamagedFile<'a>, stead: Option<Header>) -> Self {
        let DamagedFile { file, log, journal } = damaged;
        let mut log = log.map(Log::read).filter(|log| log.count > 0).or_else(|| journal.map(journal::read)).unwrap_or_default();
        let header = log.pages.get(&1).and_then(|first| Header::of(first)).or_else(|| Header::of(file));
        let of_log = Geometry::new(log.page_size, 0).filter(|_| log.count > 0);
        let of_file = |header: Option<Header>| header.map(|header| header.geometry);
        let geometry = guess::geometry(file, [of_file(header), of_log, of_file(stead)]);
        if log.page_size != geometry.page_size() {
            log = Log::default();
        }
        let encoding = header.or(stead).map_or(Encoding::Utf8, |header| header.encoding);
        let in_file = u32::try_from(file.len().div_ceil(geometry.page_size())).unwrap_or(u32::MAX);
        // The file may lack pages that the log alone holds yet. The log is summed up, so its count is true; that of the header may not be.
        // What lies behind the count of a journal was added by the change that was not finished.
        let newest = log.pages.last_key_value().map_or(0, |(page, _)| *page);
        let count = if log.count > 0 { log.count.min(in_file.max(newest)) } else { in_file };
        Self { file, log, geometry, encoding, header, count }
    }

    /// How many pages there are to read.
    pub(super) fn count(&self) -> u32 {
        self.count
    }

    /// How many pages the file should have: more than there are where its end is missing.
    pub(super) fn expected(&self) -> u32 {
        let counted = if self.log.count > 0 { Some(self.log.count) } else { self.header.and_then(|header| header.pages) };
        counted.map_or(self.count, |counted| counted.max(self.count))
    }

    /// How many pages the log gave.
    pub(super) fn in_log(&self) -> usize {
        self.log.pages.len()
    }

    /// The bytes of a page, from 1 on, without the reserved ones; fewer at the end of a file that was cut. Returns `None` if there is no
    /// such page, and for a page of zeros, which SQLite never uses.
    pub(super) fn get(&self, page: u32) -> Option<&'a [u8]> {
        let index = usize::try_from(page.checked_sub(1)?).ok().filter(|_| page <= self.count)?;
        let bytes = self.log.pages.get(&page).copied().or_else(|| {
            let begin = index.checked_mul(self.geometry.page_size())?;
            let rest = self.file.get(begin..)?;
            Some(rest.get(..self.geometry.page_size()).unwrap_or(rest))
        })?;
        let bytes = bytes.get(..self.geometry.usable()).unwrap_or(bytes);
        bytes.iter().any(|byte| *byte != 0).then_some(bytes)
    }
}
