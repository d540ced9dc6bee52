//! The first hundred bytes of a file.

use super::bytes::{u8_at, u16_at, u32_at};
use super::geometry::{Encoding, Geometry};

/// What the first hundred bytes of a file say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Header {
    /// How the file is divided into pages.
    pub geometry: Geometry,
    /// How its text is encoded.
    pub encoding: Encoding,
    /// How many pages belong to the file. `None` if an old program wrote last, which did not count them.
    pub pages: Option<u32>,
    /// The first of the pages that list those that are not used; 0 if all are used.
    pub first_free: u32,
    /// The number by which a program knows the format of its tables.
    pub format: u32,
    /// The number by which a program knows its files.
    pub application: u32,
}

impl Header {
    /// How long it is, in bytes.
    pub(super) const LENGTH: usize = 100;

    /// Reads it. Returns `None` if the file does not begin like one of SQLite's.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let number = |at| u32_at(bytes, at);
        // "The maximum and minimum embedded payload fraction and the leaf payload fraction values must be 64, 32, and 32."
        if !bytes.starts_with(b"SQLite format 3\0") || bytes.get(21..24)? != [64, 32, 32] {
            return None;
        }
        let page_size = match u16_at(bytes, 16)? {
            1 => 65_536,
            size => usize::from(size),
        };
        let encoding = match number(56)? {
            // 0: a file without a table yet.
            0 | 1 => Encoding::Utf8,
            2 => Encoding::Utf16Little,
            3 => Encoding::Utf16Big,
            _ => return None,
        };
        // The count is true only if it is as old as the last change.
        let is_counted = number(24)? == number(92)? && number(28)? > 0;
        Some(Self {
            geometry: Geometry::new(page_size, u8_at(bytes, 20)?)?,
            encoding,
            pages: number(28).filter(|_| is_counted),
            first_free: number(32)?,
            format: number(60)?,
            application: number(68)?,
        })
    }
}
