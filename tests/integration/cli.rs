//! Runs the program in a folder of its own, at a fixed moment.

use super::random_arguments::is_of_understanding;
use assert_cmd::Command;
use rusqlite::Connection;
use serde_json::Value;
use std::fs;
use std::path::PathBuf;
use tempfile::TempDir;

/// The morning of Friday 20 November 2026.
pub(crate) const NOW: &str = "2026-11-20T08:00:00+01:00";

/// A folder with a diary that does not exist yet.
pub(crate) struct Place {
    folder: TempDir,
    now: &'static str,
}

impl Place {
    pub(crate) fn new() -> Self {
        Self::at(NOW)
    }

    pub(crate) fn at(now: &'static str) -> Self {
        Self { folder: tempfile::tempdir().unwrap(), now }
    }

    /// A place whose diary.sqlite is the example.
    pub(crate) fn with_example(nights: &str, seed: &str) -> Self {
        let place = Self::new();
        place.ok(&["example", "--nights", nights, "--seed", seed, place.diary().to_str().unwrap()]);
        place
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn diary(&self) -> PathBuf {
        self.path("diary.sqlite")
    }

    /// The program with these arguments, its diary and its clock.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::cargo_bin("cramp-diary").unwrap();
        command.env("CRAMP_DIARY_NOW", self.now).env("CRAMP_DIARY_FILE", self.diary()).env("CRAMP_DIARY_CONFIG", self.path("config"));
        command.env("HOME", self.folder.path()).env_remove("XDG_DATA_HOME").env_remove("RUST_BACKTRACE").env_remove("TZ");
        command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY").current_dir(self.folder.path()).args(arguments);
        command
    }

    /// What it prints when it succeeds; nothing may be on standard error.
    #[track_caller]
    pub(crate) fn ok(&self, arguments: &[&str]) -> String {
        let output = self.command(arguments).output().unwrap();
        let (out, err) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
        assert_eq!((output.status.code(), err.as_str()), (Some(0), ""), "{arguments:?}");
        let folder = self.folder.path().to_str().unwrap();
        let fits = |line: &str| line.chars().count() <= 100 || line.contains(folder);
        assert!(out.lines().all(fits), "{arguments:?} is too wide:\n{out}");
        out
    }

    /// As [`Place::ok`], for what machines read, in lines of any width.
    #[track_caller]
    pub(crate) fn ok_wide(&self, arguments: &[&str]) -> String {
        String::from_utf8(self.command(arguments).assert().success().stderr("").get_output().stdout.clone()).unwrap()
    }

    #[track_caller]
    pub(crate) fn json(&self, arguments: &[&str]) -> Value {
        let out = self.command(&[arguments, &["--json"]].concat()).assert().success().get_output().stdout.clone();
        serde_json::from_slice(&out).unwrap()
    }

    /// What it says on standard error when it fails with this exit code; nothing may be on standard output.
    #[track_caller]
    pub(crate) fn fails(&self, code: i32, arguments: &[&str]) -> String {
        let output = self.command(arguments).output().unwrap();
        let (out, err) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
        assert_eq!((output.status.code(), out.as_str()), (Some(code), ""), "{arguments:?}: {err}");
        for word in ["panicked", "Error {", "backtrace", "Some("] {
            assert!(!err.contains(word), "{arguments:?}: {err}");
        }
        err
    }

    /// As [`Place::fails`] with exit code 1, and the message is one line.
    #[track_caller]
    pub(crate) fn refuses(&self, arguments: &[&str]) -> String {
        let err = self.fails(1, arguments);
        assert_eq!(err.lines().count(), 1, "{err}");
        assert!(err.starts_with("cramp-diary: "), "{err}");
        err
    }

    /// As [`Place::fails`], with one line and the exit code that this message has: 2 if it says that something was not understood, else 1.
    #[track_caller]
    pub(crate) fn turns_away(&self, message: &str, arguments: &[&str]) -> String {
        let err = self.fails(if is_of_understanding(message) { 2 } else { 1 }, arguments);
        assert!(err.lines().count() == 1 && err.starts_with("cramp-diary: "), "{err}");
        assert!(err.to_lowercase().contains(&message.to_lowercase()), "{arguments:?}: {err}");
        err
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        fs::read(self.diary()).unwrap()
    }

    /// The diary file behind the program's back.
    pub(crate) fn sql(&self) -> Connection {
        #[expect(clippy::disallowed_methods, reason = "looks at the file without the program")]
        Connection::open(self.diary()).unwrap()
    }
}
