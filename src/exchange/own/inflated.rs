//! The bytes of a file, opened if it is encrypted and inflated if it is compressed, and never more than any diary has.

use super::OwnFileError;
use crate::sealed::{Opener, plain_bytes};
use flate2::read::MultiGzDecoder;
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// What a compressed file begins with.
const GZIP: &[u8] = &[0x1f, 0x8b];

/// The most bytes that are read, in MB: ten years are 40.
const MOST_MB: u64 = 256;

/// Reads a file, and inflates it if it is compressed.
///
/// # Errors
/// As [`inflated`], and if the file cannot be opened.
pub(super) fn file_bytes(path: &Path) -> Result<Vec<u8>, OwnFileError> {
    inflated(&mut File::open(path).map_err(OwnFileError::unreadable(path))?, path, Opener::default())
}

/// Reads all that comes, opens it if it is encrypted, and inflates it if it is compressed; `path` is what messages name.
///
/// # Errors
/// [`OwnFileError::Encrypted`] if it cannot be opened with what is given, [`OwnFileError::Unreadable`] if it cannot be read or inflated, [`OwnFileError::TooLarge`] if it is more than any diary has.
pub(super) fn inflated(input: &mut dyn Read, path: &Path, by: Opener<'_>) -> Result<Vec<u8>, OwnFileError> {
    let bytes = plain_bytes(at_most(input, path)?, by).map_err(|error| OwnFileError::Encrypted { path: path.to_owned(), error })?;
    if !bytes.starts_with(GZIP) {
        return Ok(bytes);
    }
    match at_most(&mut MultiGzDecoder::new(bytes.as_slice()), path) {
        Err(OwnFileError::Unreadable { path, source: _ }) => {
            let what = "is compressed, and is cut off or damaged".to_owned();
            Err(OwnFileError::Garbled { path, what })
        }
        inflated => inflated,
    }
}

fn at_most(input: &mut dyn Read, path: &Path) -> Result<Vec<u8>, OwnFileError> {
    let mut bytes = Vec::new();
    let most = MOST_MB * 1_000_000;
    input.take(most + 1).read_to_end(&mut bytes).map_err(OwnFileError::unreadable(path))?;
    if u64::try_from(bytes.len()).is_ok_and(|read| read <= most) {
        Ok(bytes)
    } else {
        Err(OwnFileError::TooLarge { path: path.to_owned(), limit_mb: MOST_MB })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::{Compression, write::GzEncoder};
    use std::io::Write as _;

    #[test]
    fn what_would_fill_the_memory_is_refused_and_what_was_cut_off_is_named() {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
        let zeros = vec![0; 1_000_000];
        (0..=MOST_MB).for_each(|_| gzip.write_all(&zeros).unwrap());
        let bytes = gzip.finish().unwrap();
        let said = |bytes: &[u8]| inflated(&mut &*bytes, Path::new("a.gz"), Opener::default()).unwrap_err().to_string();
        assert_eq!(said(&bytes), "a.gz is too large for a diary: more than 256 MB come out of it. Choose another file.");
        assert_eq!(said(&bytes[..1000]), "a.gz is compressed, and is cut off or damaged. Choose the file as it was exported.");
    }
}
