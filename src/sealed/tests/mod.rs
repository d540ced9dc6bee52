//! Whole files: what goes in comes out, and nothing else opens.

mod damage;
mod format;

use super::{
    container::{Opener, is_wrapped_as, open, plain_bytes, rewrap, seal},
    cost::Cost,
    error::SealedError,
    header::is_sealed,
    keys::Keys,
    recovery_words::RecoveryWords,
    secret::{Password, Secret},
};

const PASSWORD: &str = "correct horse";
const WORDS: &str = "abandon ability able about above absent absorb zoo";

fn words() -> RecoveryWords {
    RecoveryWords::typed(WORDS).unwrap()
}

fn secret(typed: &str) -> Secret {
    Secret::typed(typed).unwrap()
}

/// Keys that are quick to try.
fn keys() -> Keys {
    Keys::make(&Password::new(PASSWORD).unwrap(), &words(), Cost::LEAST).unwrap()
}

fn sealed(keys: &Keys, content: &[u8]) -> Vec<u8> {
    let mut file = Vec::new();
    seal(keys, content, &mut file).unwrap();
    file
}

fn opened(file: &[u8], typed: &str) -> Result<Vec<u8>, SealedError> {
    let mut content = Vec::new();
    open(file, Opener { keys: None, secret: Some(&secret(typed)) }, &mut content).map(|()| content)
}

fn opened_with(file: &[u8], keys: &Keys) -> Result<Vec<u8>, SealedError> {
    let mut content = Vec::new();
    open(file, Opener { keys: Some(keys), secret: None }, &mut content).map(|()| content)
}

/// Bytes that differ from chunk to chunk.
fn content(length: usize) -> Vec<u8> {
    (0..length).map(|at| u8::try_from(at * 7 % 251).unwrap()).collect()
}

#[test]
fn what_was_encrypted_is_opened_whole_by_the_password_the_words_and_the_kept_keys() {
    let keys = keys();
    for length in [0, 1, 65_535, 65_536, 65_537, 2 * 65_536, 200_000] {
        let content = content(length);
        let file = sealed(&keys, &content);
        assert!(is_sealed(&file) && !is_sealed(&content) && !is_sealed(&file[..15]));
        let chunks = length.div_ceil(65_536).max(1);
        assert_eq!(file.len(), 261 + length + 16 * chunks, "{length}");
        assert!(opened(&file, PASSWORD).unwrap() == content, "{length}");
        assert!(opened(&file, WORDS).unwrap() == content, "{length}");
        assert!(opened_with(&file, &keys).unwrap() == content, "{length}");
    }
}

#[test]
fn two_files_of_one_content_have_nothing_in_common_but_their_keys() {
    let (keys, content) = (keys(), content(1000));
    let (one, other) = (sealed(&keys, &content), sealed(&keys, &content));
    assert_ne!(one[34..53], other[34..53], "the nonce");
    assert_eq!(one[53..245], other[53..245], "the wrapped keys");
    assert_ne!(one[261..], other[261..]);
    assert!(!one.windows(8).any(|window| window == &content[..8]));
}

#[test]
fn each_wrong_secret_says_what_it_is() {
    let file = sealed(&keys(), b"A night.");
    let said = |typed: &str| opened(&file, typed).unwrap_err().to_string();
    assert!(opened(&file, &format!("  {PASSWORD}\r\n")).is_ok(), "a file ends with a line");
    assert!(opened(&file, "8. zoo").is_err());
    assert!(said("Correct horse").starts_with("This is not the password"));
    assert!(said("ability abandon able about above absent absorb zoo").starts_with("These are not the recovery words"));
    assert_eq!(
        said("abandon abilty able about above absent absorb zoo"),
        "Of the recovery words one is not on the list: word 2, “abilty” (perhaps “ability”)."
    );
    assert_eq!(said("abandon ability able about above absent absorb"), "These are 7 recovery words, and it takes 8.");
    assert!(said("Pale ghosts visit me because nobody else dares").starts_with("This is not the password"), "words, but few of the list");
    assert!(matches!(Secret::typed(" \n"), Err(SealedError::NeedsPassword)));
    assert!(matches!(Password::new(" 1234567 "), Err(SealedError::ShortPassword)));
}

#[test]
fn a_password_may_be_made_of_eight_words_of_the_list() {
    let password = "zoo zone zero zebra youth young you yard";
    let keys = Keys::make(&Password::new(password).unwrap(), &words(), Cost::LEAST).unwrap();
    assert_eq!(opened(&sealed(&keys, b"A night."), password).unwrap(), b"A night.");
}

#[test]
fn a_new_password_changes_the_header_alone() {
    let old = keys();
    let file = sealed(&old, &content(100_000));
    let new = old.with_new_password(&Password::new("battery staple").unwrap(), Cost::LEAST).unwrap();
    let mut renewed = Vec::new();
    rewrap(&new, file.as_slice(), &mut renewed).unwrap();
    assert_eq!(renewed[..53], file[..53]);
    assert_ne!(renewed[53..149], file[53..149]);
    assert_eq!(renewed[149..245], file[149..245], "the words stay");
    assert!(renewed[261..] == file[261..]);
    assert!(matches!(opened(&renewed, PASSWORD), Err(SealedError::WrongPassword)));
    for typed in ["battery staple", WORDS] {
        assert!(opened(&renewed, typed).unwrap() == content(100_000));
    }
    let is_new = |file: &[u8], keys| is_wrapped_as(keys, file).unwrap();
    assert!(is_new(&renewed, &new) && !is_new(&file, &new) && is_new(&file, &old));
    assert!(opened_with(&renewed, &old).is_ok() && opened_with(&file, &new).is_ok(), "the data key is the same");
}

#[test]
fn new_words_leave_the_password() {
    let new_words = "zoo zoo zoo zoo zoo zoo zoo zoo";
    let new = keys().with_new_words(&RecoveryWords::typed(new_words).unwrap(), Cost::LEAST).unwrap();
    let file = sealed(&new, b"A night.");
    assert!(matches!(opened(&file, WORDS), Err(SealedError::WrongWords)));
    assert!(opened(&file, new_words).is_ok() && opened(&file, PASSWORD).is_ok());
    assert!(new.check(&secret(new_words)).is_ok());
    assert!(matches!(new.check(&secret("battery staple")), Err(SealedError::WrongPassword)));
}

#[test]
fn keys_open_their_own_files_only_and_come_from_a_file_as_well() {
    let (keys, other) = (keys(), keys());
    let file = sealed(&keys, b"A night.");
    assert!(matches!(opened_with(&file, &other), Err(SealedError::OtherKeys)));
    assert!(matches!(is_wrapped_as(&other, file.as_slice()), Err(SealedError::OtherKeys)));
    assert!(matches!(rewrap(&other, file.as_slice(), Vec::new()), Err(SealedError::OtherKeys)));
    assert_eq!(Keys::of_file(file.as_slice(), &secret(WORDS)).unwrap(), keys);
    assert!(matches!(Keys::of_file(file.as_slice(), &secret("battery staple")), Err(SealedError::WrongPassword)));
}

#[test]
fn plain_bytes_are_those_of_any_file_and_ask_for_what_they_need() {
    let (keys, other) = (keys(), keys());
    let (own, file) = (sealed(&keys, b"A night."), sealed(&other, b"A night."));
    let plain = |file: &[u8], keys, typed: Option<&str>| {
        let secret = typed.map(secret);
        plain_bytes(file.to_vec(), Opener { keys, secret: secret.as_ref() })
    };
    assert_eq!(plain(b"{}", None, None).unwrap(), b"{}");
    assert_eq!(plain(b"{}", Some(&keys), Some(PASSWORD)).unwrap(), b"{}");
    assert_eq!(plain(&own, Some(&keys), None).unwrap(), b"A night.");
    assert_eq!(plain(&own, Some(&keys), Some("battery staple")).unwrap(), b"A night.", "the keys do");
    assert_eq!(plain(&own, Some(&other), Some(PASSWORD)).unwrap(), b"A night.");
    assert!(matches!(plain(&own, None, None), Err(SealedError::NeedsPassword)));
    assert!(matches!(plain(&file, Some(&keys), None), Err(SealedError::OtherKeys)));
    assert!(matches!(plain(&own[..own.len() - 1], Some(&keys), None), Err(SealedError::Damaged)));
}

#[test]
fn kept_keys_are_read_back_and_never_printed() {
    let keys = keys();
    let kept = keys.kept();
    assert_eq!(Keys::of_kept(&kept).unwrap(), keys);
    let data_key = kept["data_key"].as_str().unwrap();
    assert_eq!(data_key.len(), 64);
    let printed = format!("{keys:?} {:?} {:?} {:?}", secret(WORDS), words(), Password::new(PASSWORD).unwrap());
    assert!(printed.contains("DataKey(..)") && !printed.contains(data_key) && !printed.contains("horse") && !printed.contains("zoo"));
    for (field, value) in [("data_key", ""), ("data_key", &data_key[1..]), ("wrapped", "00"), ("wrapped", "+1"), ("data_key", "größe")] {
        let mut kept = kept.clone();
        kept[field] = value.into();
        assert!(matches!(Keys::of_kept(&kept), Err(SealedError::UnreadableKeys)), "{field}: {value}");
    }
    assert!(matches!(Keys::of_kept(&serde_json::Value::Null), Err(SealedError::UnreadableKeys)));
}
