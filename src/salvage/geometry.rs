//! How large the pages of a file are, and how its text is encoded.

/// How the text of a file is encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-16, the lower byte first.
    Utf16Little,
    /// UTF-16, the higher byte first.
    Utf16Big,
}

/// How a file is divided into pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Geometry {
    /// The length of a page in bytes: a power of two from 512 to 65,536.
    page_size: usize,
    /// How many bytes of each page hold content; the rest, at its end, is reserved.
    usable: usize,
}

impl Geometry {
    /// The pages that files of today have.
    pub(super) const ORDINARY: Self = Self { page_size: 4096, usable: 4096 };

    /// Pages of so many bytes. Returns `None` if no file has such pages.
    #[must_use]
    pub fn new(page_size: usize, reserved: u8) -> Option<Self> {
        let usable = page_size.checked_sub(usize::from(reserved))?;
        let is_sound = page_size.is_power_of_two() && (512..=65_536).contains(&page_size) && usable >= 480;
        is_sound.then_some(Self { page_size, usable })
    }

    /// The length of a page in bytes.
    #[must_use]
    pub fn page_size(self) -> usize {
        self.page_size
    }

    /// How many bytes of each page hold content.
    #[must_use]
    pub fn usable(self) -> usize {
        self.usable
    }
}
