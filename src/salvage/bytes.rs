//! Reading numbers out of bytes that may end too early.

/// The bytes from a place on, and how far they were read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Cursor<'a> {
    /// Begins to read at a place.
    pub(super) fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at }
    }

    /// Where the next byte lies.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// The next bytes. Returns `None` if there are fewer.
    pub(super) fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let end = self.at.checked_add(length)?;
        let taken = self.bytes.get(self.at..end)?;
        self.at = end;
        Some(taken)
    }

    /// The next four bytes as a number, the highest first. Returns `None` if there are fewer.
    pub(super) fn u32(&mut self) -> Option<u32> {
        Some(u32::from_be_bytes(self.take(4)?.try_into().ok()?))
    }

    /// The next number of one to nine bytes, of which the upper bit says whether another follows. Returns `None` if the bytes end before.
    pub(super) fn varint(&mut self) -> Option<u64> {
        let mut number = 0_u64;
        for _ in 0..8 {
            let byte = *self.take(1)?.first()?;
            number = (number << 7) | u64::from(byte & 0x7f);
            if byte < 0x80 {
                return Some(number);
            }
        }
        let last = *self.take(1)?.first()?;
        Some((number << 8) | u64::from(last))
    }

    /// The next number of one to nine bytes, as a length. Returns `None` if the bytes end before, or if no memory is that long.
    pub(super) fn length(&mut self) -> Option<usize> {
        usize::try_from(self.varint()?).ok()
    }
}

/// The byte at a place. Returns `None` behind the end.
pub(super) fn u8_at(bytes: &[u8], at: usize) -> Option<u8> {
    bytes.get(at).copied()
}

/// The two bytes at a place as a number, the higher first. Returns `None` if there are fewer.
pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let two = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_be_bytes(two.try_into().ok()?))
}

/// The four bytes at a place as a number, the highest first. Returns `None` if there are fewer.
pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Cursor::new(bytes, at).u32()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_one_to_nine_bytes() {
        for (bytes, number, length) in [
            (&[0x00][..], 0, 1),
            (&[0x7f], 127, 1),
            (&[0x81, 0x00], 128, 2),
            (&[0xff, 0x7f], 16_383, 2),
            (&[0x81, 0x80, 0x00], 16_384, 3),
            (&[0xff; 9], u64::MAX, 9),
            (&[0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x05], 5, 9),
        ] {
            let mut cursor = Cursor::new(bytes, 0);
            assert_eq!((cursor.varint(), cursor.at()), (Some(number), length), "{bytes:?}");
            assert_eq!(Cursor::new(&bytes[..bytes.len() - 1], 0).varint(), None, "cut: {bytes:?}");
        }
    }

    #[test]
    fn no_number_lies_behind_the_end() {
        assert_eq!((u8_at(&[1], 1), u16_at(&[1, 2], 1), u32_at(&[1, 2, 3, 4], 1)), (None, None, None));
        assert_eq!((u16_at(&[1, 2], 0), u32_at(&[0, 0, 1, 2], 0)), (Some(258), Some(258)));
        assert_eq!((u16_at(&[], usize::MAX), Cursor::new(&[], usize::MAX).take(2)), (None, None));
    }
}
