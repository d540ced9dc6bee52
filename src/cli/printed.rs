//! What is printed, without characters that steer a terminal: names come from files of others, too.

use crate::domain::printable;
use std::io::{self, Write};

/// Writes text as it may be printed. What is no text, because it is not UTF-8, is written as it is.
pub(super) struct Printed<'a>(pub(super) &'a mut dyn Write);

impl Write for Printed<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match std::str::from_utf8(bytes) {
            Ok(text) => self.0.write_all(printable(text).as_bytes())?,
            Err(_no_text) => self.0.write_all(bytes)?,
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}
