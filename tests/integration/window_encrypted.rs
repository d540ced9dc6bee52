//! Encrypted copies, through the window: turned on with a password and words on paper, changed, turned off.

use super::backups::names;
use super::support::{a_drink, clock};
use super::window_support::{HOME, Morning};
use cramp_diary::{
    diary::{Diary, place_elsewhere},
    machine::Machine,
    sealed::{Cost, Keys, Opener, Password, RecoveryWords, SealedError, Secret, open, seal},
    store::{Access, BackupReason, Store},
};
use std::fs::{self, File};
use std::path::PathBuf;
use tempfile::TempDir;

const PASSWORD: &str = "correct horse battery";

/// The notes of the computer on the diary, which the window keeps in its folder.
fn kept(morning: &Morning) -> Option<Keys> {
    let machine = Machine::kept_in(Some(morning.path().with_file_name("config")));
    machine.about(morning.path()).sealed.map(|kept| Keys::of_kept(&kept).unwrap())
}

/// Opens what was encrypted with the keys, by what somebody types.
fn opened(keys: &Keys, typed: &str) -> Result<(), SealedError> {
    let mut file = Vec::new();
    seal(keys, &b"A night."[..], &mut file).unwrap();
    open(file.as_slice(), Opener { keys: None, secret: Some(&Secret::typed(typed).unwrap()) }, Vec::new())
}

fn settings() -> Morning {
    let mut morning = Morning::started();
    morning.press("Settings");
    morning
}

impl Morning {
    fn types_password(&mut self, first: &str, second: &str) -> &mut Self {
        self.write("New password", first).write("New password once more", second)
    }

    /// The words on the screen, as somebody writes them down.
    fn writes_words_down(&self) -> Vec<String> {
        let word = |number: usize| {
            let begins = format!("{number}. ");
            self.words().iter().find_map(|said| said.strip_prefix(&begins).map(str::to_owned)).unwrap()
        };
        (1..=8).map(word).collect()
    }

    /// Types the two words that are asked for, changed by `slip`.
    fn names_words(&mut self, paper: &[String], slip: impl Fn(&str) -> String) -> &mut Self {
        for (index, word) in paper.iter().enumerate() {
            let field = format!("Word {}", index + 1);
            if self.has(&field) {
                self.write(&field, &slip(word));
            }
        }
        self
    }

    /// Turns encryption on. Returns the words on paper.
    fn encrypts(&mut self) -> Vec<String> {
        self.press("Encrypt copies…").types_password(PASSWORD, PASSWORD).press("Go on");
        let paper = self.writes_words_down();
        self.press("I have written them down").names_words(&paper, str::to_owned).press_and_wait("Encrypt from now on");
        paper
    }
}

#[test]
fn copies_are_encrypted_after_a_password_and_words_on_paper() {
    let mut morning = settings();
    assert_eq!(kept(&morning), None);
    morning.press("Encrypt copies…").sees("Nobody can reset this password");
    morning.types_password(PASSWORD, PASSWORD);
    assert_eq!(morning.text_in("New password"), "•".repeat(PASSWORD.len()));
    assert!(!morning.reads("horse"), "not on the screen, and not to a screen reader");
    morning.press("Go on");
    let paper = morning.writes_words_down();
    let printed = morning.copied("Copy them, to print").unwrap();
    assert!(paper.iter().enumerate().all(|(index, word)| printed.contains(&format!("{}. {word}\n", index + 1))), "{printed}");
    morning.press("I have written them down");
    assert!(!paper.iter().all(|word| morning.reads(word)), "they are asked for, so they are not shown");
    morning.names_words(&paper, |word| format!("{word}x")).press("Encrypt from now on").sees("is another one. Look at your paper");
    assert_eq!(kept(&morning), None, "not before the paper is right");
    morning.press("Show the words again");
    assert_eq!(morning.writes_words_down(), paper, "they stay the same");
    morning.press("I have written them down").names_words(&paper, |word| format!(" {} ", word.to_uppercase()));
    morning.press_and_wait("Encrypt from now on").sees("New copies are encrypted from now on.").sees("are encrypted.");
    let keys = kept(&morning).unwrap();
    assert!(opened(&keys, PASSWORD).is_ok() && opened(&keys, &paper.join(" ")).is_ok());
    assert!(matches!(opened(&keys, "correct horse"), Err(SealedError::WrongPassword)));
}

#[test]
fn a_password_that_will_not_do_is_said_and_the_first_one_stays() {
    let mut morning = settings();
    morning.press("Encrypt copies…").types_password("short", "short").press("Go on").sees("A password needs at least 8 characters.");
    morning.types_password(PASSWORD, "correct horse batery").press("Go on").sees("The two are not the same.");
    assert_eq!(
        (morning.text_in("New password").chars().count(), morning.text_in("New password once more")),
        (PASSWORD.len(), String::new())
    );
    assert_eq!(morning.focused().as_deref(), Some("New password once more"));
    morning.types(PASSWORD).key(egui::Key::Enter).sees("These eight words open your copies");
    morning.press("Cancel encrypting copies");
    assert!(morning.has("Encrypt copies…"));
    assert_eq!(kept(&morning), None);
}

#[test]
fn a_new_password_takes_the_place_of_the_old_one_and_the_words_stay() {
    let mut morning = settings();
    let paper = morning.encrypts();
    let old = kept(&morning).unwrap();
    morning.press("Change the password…").types_password("another long one", "another long one");
    morning.press_and_wait("Change the password").sees("New copies have the new password from now on.");
    let new = kept(&morning).unwrap();
    assert!(opened(&new, "another long one").is_ok() && opened(&new, &paper.join(" ")).is_ok());
    assert!(matches!(opened(&new, PASSWORD), Err(SealedError::WrongPassword)));
    assert!(opened(&old, PASSWORD).is_ok(), "copies of before are as they were");
}

#[test]
fn backups_in_the_second_place_follow_at_once() {
    let mut morning = Morning::started();
    let (machine, stick) = (Machine::kept_in(Some(morning.path().with_file_name("config"))), morning.path().with_file_name("stick"));
    fs::create_dir(&stick).unwrap();
    machine.note(morning.path(), |notes| notes.second_place = Some(stick.clone())).unwrap();
    let store = Store::open(morning.path(), Access::ReadOnly).unwrap();
    Diary::new(store, clock()).back_up(&machine, BackupReason::Asked).unwrap();
    let only = || PathBuf::from(&stick).join(names(&stick).pop().unwrap());
    let opens = |typed: &str| {
        let secret = Secret::typed(typed).unwrap();
        open(File::open(only()).unwrap(), Opener { keys: None, secret: Some(&secret) }, Vec::new())
    };
    assert!(matches!(opens(PASSWORD), Err(SealedError::NotSealed)));
    morning.press("Settings").encrypts();
    morning.sees("New copies are encrypted from now on. So are those in the second place.");
    assert!(opens(PASSWORD).is_ok() && names(&stick).len() == 1);
    morning.press("Change the password…").types_password("another long one", "another long one");
    morning.press_and_wait("Change the password").sees("So have those in the second place.");
    assert!(opens("another long one").is_ok() && matches!(opens(PASSWORD), Err(SealedError::WrongPassword)));
    fs::rename(&stick, morning.path().with_file_name("in the drawer")).unwrap();
    morning.press("Change the password…").types_password(PASSWORD, PASSWORD);
    morning.press_and_wait("Change the password").sees("Those in the second place follow with the next backup there.");
}

#[test]
fn encryption_is_turned_off_after_a_question() {
    let mut morning = settings();
    morning.encrypts();
    morning.press("Stop encrypting…").sees("whoever finds one can read it").press("Go on encrypting");
    assert!(kept(&morning).is_some());
    morning.press_all(&["Stop encrypting…"]).press_and_wait("Stop encrypting").sees("New copies are plain from now on.");
    assert!(kept(&morning).is_none() && morning.has("Encrypt copies…"));
}

#[test]
fn what_was_typed_stays_when_it_cannot_be_kept() {
    let mut morning = settings();
    let config = morning.path().with_file_name("config");
    fs::write(&config, "no folder").unwrap();
    let paper = morning.encrypts();
    assert!(morning.alert().contains("was not written down"), "{}", morning.alert());
    fs::remove_file(&config).unwrap();
    morning.press("Close this message").press_and_wait("Encrypt from now on");
    assert!(opened(&kept(&morning).unwrap(), &paper.join(" ")).is_ok());
}

#[test]
fn keys_that_cannot_be_read_are_said() {
    let mut morning = Morning::started();
    let machine = Machine::kept_in(Some(morning.path().with_file_name("config")));
    machine.note(morning.path(), |notes| notes.sealed = Some("rubbish".into())).unwrap();
    morning.press("Settings").sees("The keys of your encrypted copies, which this computer keeps, cannot be read.");
    assert!(morning.has("Encrypt copies…"));
}

/// A folder with an encrypted backup that another computer made of a diary with a drink.
fn stick_of_another_computer() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let (path, machine) = (folder.path().join("diary.sqlite"), Machine::kept_in(Some(folder.path().join("config"))));
    let store = Store::open(&path, Access::Create).unwrap();
    let words = RecoveryWords::typed("abandon ability able about above absent absorb zoo").unwrap();
    let keys = Keys::make(&Password::new(PASSWORD).unwrap(), &words, Cost::STANDARD).unwrap();
    machine.note(&path, |notes| notes.sealed = Some(keys.kept())).unwrap();
    let mut diary = Diary::new(store, clock());
    diary.execute(a_drink(HOME)).unwrap();
    let place = place_elsewhere(folder.path(), &path, &machine);
    let made = diary.back_up_elsewhere(&place, &machine, BackupReason::Asked).unwrap();
    (folder, made.path)
}

#[test]
fn an_encrypted_backup_of_another_computer_is_restored_with_its_password() {
    let (stick, file) = stick_of_another_computer();
    let mut morning = Morning::started();
    morning.press_all(&["Settings", "Restore a backup"]).write("Another backup", file.to_str().unwrap());
    morning.press_and_wait("Look what it would change").sees("This file is encrypted. It needs its password");
    morning.write("Password or recovery words", "correct horse").press_and_wait("Open it").sees("This is not the password of this file.");
    assert_eq!(morning.text_in("Password or recovery words").chars().count(), 13, "what was typed stays");
    morning.write("Password or recovery words", PASSWORD).press_and_wait("Open it").sees("The backup: 0 nights, 1 record");
    morning.press_and_wait("Put it in the place of my diary");
    assert_eq!(morning.saved().drinks.len(), 1);
    drop(stick);
}

#[test]
fn who_does_not_know_the_password_leaves_everything_as_it_is() {
    let (stick, file) = stick_of_another_computer();
    let mut morning = Morning::started();
    morning.press_all(&["Settings", "Restore a backup"]).write("Another backup", file.to_str().unwrap());
    morning.press_and_wait("Look what it would change").write("Password or recovery words", "no idea at all");
    morning.press("Leave everything as it is");
    assert!(!morning.has("Password or recovery words") && morning.has("Another backup"));
    morning.press_and_wait("Look what it would change");
    assert_eq!(morning.text_in("Password or recovery words"), "", "it is not kept");
    drop(stick);
}
