//! The layout, pinned: files that a second implementation, over libsodium, made by the description of `sealed/mod.rs`.

use super::{PASSWORD, WORDS, content, opened};
use crate::sealed::{
    chunks,
    cost::Cost,
    data_key::{DataKey, KeyId},
    header::{Locked, SealedHeader, TwiceWrapped},
    keys::digits,
    wrapped::Chosen,
};
use sha2::{Digest as _, Sha256};

/// "A night without cramps." in hexadecimal digits.
const FILE: &str = "\
    4372616d7044696172795365616c65640100000102030405060708090a0b0c0d0e0f404142434445464748494a4b4c4d4e4f5051520800000001000000606162\
    636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f808182838485868763e3807cf0b54c17570067d3a7c5e3e8131eb182ada2339adbed45\
    33a75c73ad8727fa808f853bf678fe26e759203f0d1000000002000000909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2\
    b3b4b5b6b72675877fc09f8590322110acf692dd45fe3191931d9d3ce39013954fd87c5a1d167a01bdbbe6a853b4874d4287e09e6c3fbfd883aa634a652d6123\
    833ba320d55008db4c2591a13c58a7ab5c7411761be8606a9a9e69ea354061e731196243ef82d406aaab0280e4";

/// Bytes that count up from the first.
fn from<const N: usize>(first: u8) -> [u8; N] {
    std::array::from_fn(|index| first + u8::try_from(index).unwrap())
}

fn chosen(memory_kib: u32, passes: u32, salt: u8, nonce: u8) -> Chosen {
    Chosen { cost: Cost::asked(memory_kib, passes).unwrap(), salt: from(salt), nonce: from(nonce) }
}

/// A file without anything random in it.
fn written(content: &[u8]) -> Vec<u8> {
    let (data_key, key_id): (_, KeyId) = (DataKey::of(&from::<32>(0x20)).unwrap(), from(0));
    let password = Locked { secret: PASSWORD.as_bytes(), chosen: chosen(8, 1, 0x60, 0x70) };
    let words = Locked { secret: WORDS.as_bytes(), chosen: chosen(16, 2, 0x90, 0xa0) };
    let header = SealedHeader { wrapped: TwiceWrapped::wrap(&data_key, key_id, password, words).unwrap(), nonce: from(0x40) };
    let mut file = header.to_bytes();
    chunks::encrypt(&data_key, &header, content, &mut file).unwrap();
    file
}

#[test]
fn the_layout_is_what_it_was() {
    let night = b"A night without cramps.\n";
    let file = written(night);
    assert_eq!(digits(&file), FILE);
    assert_eq!(opened(&file, PASSWORD).unwrap(), night);
    assert_eq!(opened(&file, WORDS).unwrap(), night);
}

#[test]
fn chunks_are_what_they_were() {
    let file = written(&content(2 * 65_536 + 5));
    assert_eq!(file.len(), 131_386);
    assert_eq!(digits(&Sha256::digest(&file)[..16]), "66a4b30392b7493a88fcc565b42e979b");
}
