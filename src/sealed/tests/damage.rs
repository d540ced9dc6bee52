//! Files that are not as they were written: each is refused, quickly, and says what it is.

use super::{PASSWORD, WORDS, content, keys, opened, opened_with, sealed};
use crate::{
    sealed::{error::SealedError, header::SealedHeader},
    seeded::seeded,
};
use proptest::prelude::*;
use sha2::{Digest as _, Sha256};

/// Where the content begins.
const CONTENT: usize = SealedHeader::LENGTH;

/// A header whose checksum is right, whatever it says.
fn with_checksum(mut file: Vec<u8>) -> Vec<u8> {
    let sum = Sha256::digest(&file[..CONTENT - 16]);
    file[CONTENT - 16..CONTENT].copy_from_slice(&sum[..16]);
    file
}

#[test]
fn every_single_changed_bit_is_found() {
    let keys = keys();
    let file = sealed(&keys, b"A night without cramps.");
    for bit in 0..8 * file.len() {
        let mut changed = file.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        for result in [opened(&changed, PASSWORD), opened(&changed, WORDS), opened_with(&changed, &keys)] {
            let error = result.unwrap_err();
            let is_right = match bit / 8 {
                0..16 => matches!(error, SealedError::NotSealed),
                16..18 => matches!(error, SealedError::UnknownLayout(_)),
                _ => matches!(error, SealedError::Damaged),
            };
            assert!(is_right, "bit {bit}: {error}");
        }
    }
}

#[test]
fn a_header_that_was_changed_on_purpose_opens_nothing() {
    let keys = keys();
    let file = sealed(&keys, b"A night without cramps.");
    for byte in 18..CONTENT - 16 {
        let mut changed = file.clone();
        changed[byte] ^= 1;
        let changed = with_checksum(changed);
        assert!(opened(&changed, PASSWORD).is_err() || (149..245).contains(&byte), "byte {byte}");
        assert!(opened(&changed, WORDS).is_err() || (53..149).contains(&byte), "byte {byte}");
        assert!(opened_with(&changed, &keys).is_err() || byte >= 53, "byte {byte}");
    }
    let mut swapped = file.clone();
    swapped[53..149].copy_from_slice(&file[149..245]);
    swapped[149..245].copy_from_slice(&file[53..149]);
    assert!(matches!(opened(&with_checksum(swapped.clone()), PASSWORD), Err(SealedError::WrongPassword)));
    assert!(matches!(opened(&with_checksum(swapped), WORDS), Err(SealedError::WrongWords)));
}

#[test]
fn a_file_that_was_cut_off_or_grew_is_damaged() {
    let keys = keys();
    let file = sealed(&keys, b"A night without cramps.");
    for length in 0..file.len() {
        let error = opened(&file[..length], PASSWORD).unwrap_err();
        assert!(matches!(error, SealedError::NotSealed) == (length < 16), "{length}: {error}");
        assert!(length < 16 || matches!(error, SealedError::Damaged), "{length}: {error}");
    }
    let grown = [&file[..], b"\0"].concat();
    assert!(matches!(opened(&grown, PASSWORD), Err(SealedError::Damaged)));
    let long = sealed(&keys, &content(3 * 65_536));
    let chunk = 65_536 + 16;
    for length in [CONTENT, CONTENT + chunk, CONTENT + 2 * chunk, CONTENT + 2 * chunk + 1, CONTENT + 3 * chunk - 1] {
        assert!(matches!(opened_with(&long[..length], &keys), Err(SealedError::Damaged)), "{length}");
    }
}

#[test]
fn chunks_open_at_their_own_place_of_their_own_file_only() {
    let keys = keys();
    let (file, other) = (sealed(&keys, &content(3 * 65_536 + 7)), sealed(&keys, &content(3 * 65_536 + 7)));
    let chunk = |file: &[u8], at: usize| file[CONTENT..].chunks(65_536 + 16).nth(at).unwrap().to_vec();
    let of = |chunks: &[Vec<u8>]| [&file[..CONTENT], &chunks.concat()].concat();
    let [a, b, c, last] = [0, 1, 2, 3].map(|at| chunk(&file, at));
    assert!(opened_with(&of(&[a.clone(), b.clone(), c.clone(), last.clone()]), &keys).is_ok());
    for changed in [
        vec![b.clone(), a.clone(), c.clone(), last.clone()],
        vec![a.clone(), b.clone(), last.clone()],
        vec![a.clone(), b.clone(), b.clone(), c.clone(), last.clone()],
        vec![a.clone(), b.clone(), c.clone(), last.clone(), last.clone()],
        vec![a.clone(), chunk(&other, 1), c, last],
        vec![a, b],
        vec![],
    ] {
        assert!(matches!(opened_with(&of(&changed), &keys), Err(SealedError::Damaged)), "{} chunks", changed.len());
    }
}

#[test]
fn a_header_that_asks_for_absurd_memory_or_time_is_refused_before_either_is_taken() {
    let file = sealed(&keys(), b"A night without cramps.");
    // Memory and passes of the password, then those of the words.
    for at in [53, 57, 149, 153] {
        for asked in [0, 7, 256 * 1024 + 1, u32::MAX] {
            let mut changed = file.clone();
            changed[at..at + 4].copy_from_slice(&u32::to_le_bytes(asked));
            let is_a_pass = at == 57 || at == 153;
            let result = opened(&with_checksum(changed), PASSWORD);
            let is_refused = matches!(result, Err(SealedError::TooCostly));
            assert!(is_refused || (is_a_pass && asked == 7), "{asked} at {at}: {result:?}");
        }
    }
}

proptest! {
    #![proptest_config(seeded(2000))]

    /// Headers of any bytes, most of them behind a right beginning and with a right checksum.
    #[test]
    fn any_bytes_are_refused_in_words(mut bytes in proptest::collection::vec(any::<u8>(), 0..400), likeness in 0..4) {
        if likeness > 0 {
            bytes.resize(bytes.len().max(CONTENT), 0);
            bytes[..18].copy_from_slice(b"CrampDiarySealed\x01\0");
        }
        if likeness > 1 {
            // Argon2 is asked for little, so that opening goes on.
            for at in [53, 149] {
                let (memory, passes) = (8 + u32::from(bytes[at]) % 8, 1 + u32::from(bytes[at + 4]) % 2);
                bytes[at..at + 4].copy_from_slice(&memory.to_le_bytes());
                bytes[at + 4..at + 8].copy_from_slice(&passes.to_le_bytes());
            }
        }
        if likeness > 0 {
            bytes = with_checksum(bytes);
        }
        for typed in [PASSWORD, WORDS] {
            let error = opened(&bytes, typed).unwrap_err();
            prop_assert!(error.to_string().ends_with('.'));
            match (likeness, typed) {
                (0, _) => prop_assert!(matches!(error, SealedError::NotSealed)),
                (1, _) => {}
                (_, PASSWORD) => prop_assert!(matches!(error, SealedError::WrongPassword)),
                _ => prop_assert!(matches!(error, SealedError::WrongWords)),
            }
        }
    }
}
