//! Runs the program under `strace`, which lets one of its system calls fail.

use crate::cases::Case;
use crate::place::Place;
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

/// The calls by which files are read, made, written and removed.
const CALLS: &str = "openat,mkdir,pread64,pwrite64,write,fsync,fdatasync,ftruncate,rename,link,unlink,unlinkat,rmdir,\
    flock,fchmod,copy_file_range,sendfile,mmap";

/// A system call of the program that concerns the diary.
#[derive(Debug, Clone)]
pub(crate) struct Call {
    pub(crate) name: String,
    /// The how many-th call of this name it is, from 1.
    pub(crate) number: usize,
}

/// How a call fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    Full,
    Io,
    Kill,
}

pub(crate) const FAULTS: [Fault; 3] = [Fault::Full, Fault::Io, Fault::Kill];

impl Fault {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Full => "ENOSPC",
            Self::Io => "EIO",
            Self::Kill => "SIGKILL",
        }
    }

    fn injected(self) -> &'static str {
        match self {
            Self::Full => "error=ENOSPC",
            Self::Io => "error=EIO",
            Self::Kill => "signal=KILL",
        }
    }
}

/// `strace`, which works here, and the program.
pub(crate) struct Strace {
    program: PathBuf,
}

impl Strace {
    /// Returns `None` if `strace` is missing or may not follow a program.
    pub(crate) fn of(program: PathBuf) -> Option<Self> {
        let works = Command::new("strace").args(["-f", "-o", "/dev/null", "true"]).output();
        let program = fs::canonicalize(program).expect("the program, built by: cargo build");
        works.is_ok_and(|output| output.status.success()).then_some(Self { program })
    }

    /// The calls of a case that concern files in its folder. Empty if the program does not know the command.
    pub(crate) fn calls(&self, case: &Case, place: &Place) -> Vec<Call> {
        place.reset();
        let folder = place.folder();
        let trace = tempfile::NamedTempFile::new().expect("a temporary file");
        let traced = format!("trace={CALLS}");
        let output = self.run(folder, case.arguments, &["-y", "-o", &trace.path().to_string_lossy(), "-e", &traced]);
        if output.status.code() == Some(2) {
            return Vec::new();
        }
        let within = format!("{}/", folder.display());
        let (mut numbers, mut calls) = (BTreeMap::<String, usize>::new(), Vec::new());
        for line in fs::read_to_string(trace.path()).expect("what strace wrote").lines() {
            let Some(call) = Line::of(line) else { continue };
            let number = numbers.entry(call.name.to_owned()).or_default();
            *number += 1;
            if call.arguments.contains(&within) {
                calls.push(Call { name: call.name.to_owned(), number: *number });
            }
        }
        calls
    }

    /// Runs a case in its folder with one call that fails.
    pub(crate) fn fail(&self, folder: &Path, case: &Case, call: &Call, fault: Fault) -> Output {
        let traced = format!("trace={}", call.name);
        let injected = format!("inject={}:{}:when={}", call.name, fault.injected(), call.number);
        self.run(folder, case.arguments, &["-o", "/dev/null", "-e", &traced, "-e", &injected])
    }

    /// Runs the program as it is.
    pub(crate) fn plain(&self, folder: &Path, arguments: &[&str]) -> Output {
        Self::in_folder(Command::new(&self.program), folder, arguments).output().expect("the program")
    }

    fn run(&self, folder: &Path, arguments: &[&str], options: &[&str]) -> Output {
        let mut strace = Command::new("strace");
        strace.arg("-f").args(options).arg(&self.program);
        Self::in_folder(strace, folder, arguments).output().expect("strace")
    }

    /// Sets the clock, the diary and the arguments of a run, with the folder in place of "{}". The process runs elsewhere, so that a trace names the folder only for the diary.
    fn in_folder(mut command: Command, folder: &Path, arguments: &[&str]) -> Command {
        command.args(arguments.iter().map(|argument| argument.replace("{}", &folder.to_string_lossy())));
        command
            .env("CRAMP_DIARY_NOW", "2026-11-20T08:00:00+01:00")
            .env("CRAMP_DIARY_FILE", folder.join("diary.sqlite"))
            .env("CRAMP_DIARY_CONFIG", folder.join("config"));
        command.env("TMPDIR", folder.join("tmp")).env_remove("RUST_BACKTRACE").current_dir("/");
        command
    }
}

/// A call in a trace: "1995  fsync(4</folder/diary.sqlite>) = 0".
struct Line<'a> {
    name: &'a str,
    arguments: &'a str,
}

impl<'a> Line<'a> {
    /// Returns `None` for what is no call, such as the end of a process.
    fn of(line: &'a str) -> Option<Self> {
        let (_process, call) = line.trim_start().split_once(' ')?;
        let (name, arguments) = call.trim_start().split_once('(')?;
        name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_').then_some(Self { name, arguments })
    }
}
