//! What a fault did: what was said, what is there afterwards, and whether the program goes on.

use crate::cases::Case;
use crate::copies::{Copies, Found, Promised, drinks};
use crate::place::Place;
use crate::strace::{Call, Fault, Strace};
use std::{fs, os::unix::process::ExitStatusExt as _, process::Output};

/// What only a library says.
const FOREIGN: &[&str] = &[
    "os error",
    "disk I/O error",
    "disk image is malformed",
    "unable to open",
    "database or disk is full",
    "database is locked",
    "SQL logic",
    "rusqlite",
    "panicked",
    "No space left",
    "Input/output error",
    "Error {",
];

/// The calls by which files are removed. If one fails, what it should have removed is there.
const REMOVING: &[&str] = &["unlink", "unlinkat", "rmdir"];

/// The drink that is logged afterwards, in ml.
const AFTERWARDS: i64 = 999;

/// Counts of one run, or of several.
#[derive(Debug, Default)]
pub(crate) struct Verdict {
    runs: usize,
    said: usize,
    refused: usize,
    killed: usize,
    lost: usize,
    stuck: usize,
    falsely_said: usize,
    foreign: usize,
    /// Half files under the name of a whole one, and diaries with half of what should come.
    half: usize,
    /// Unfinished files beside it, although the program lived to remove them.
    left: usize,
    /// What went wrong, in words.
    pub(crate) troubles: Vec<String>,
}

impl Verdict {
    pub(crate) fn add(&mut self, other: &Self) {
        self.runs += other.runs;
        self.said += other.said;
        self.refused += other.refused;
        self.killed += other.killed;
        self.lost += other.lost;
        self.stuck += other.stuck;
        self.falsely_said += other.falsely_said;
        self.foreign += other.foreign;
        self.half += other.half;
        self.left += other.left;
    }

    /// The cells of a row of the table.
    pub(crate) fn cells(&self) -> String {
        let Self { runs, said, refused, killed, lost, stuck, falsely_said, foreign, half, left, troubles: _ } = self;
        [runs, said, refused, killed, lost, stuck, falsely_said, foreign, half, left].map(ToString::to_string).join(" | ")
    }

    pub(crate) fn is_good(&self) -> bool {
        self.runs > 0 && self.lost + self.stuck + self.falsely_said + self.foreign + self.half + self.left == 0
    }
    fn trouble(&mut self, count: fn(&mut Self) -> &mut usize, words: String) {
        *count(self) += 1;
        self.troubles.push(words);
    }
}

/// Runs a case with one call that fails, and looks what became of it.
pub(crate) fn judge(case: &Case, place: &Place, call: &Call, fault: Fault, strace: &Strace) -> Verdict {
    place.reset();
    let mut verdict = Verdict { runs: 1, ..Verdict::default() };
    let output = strace.fail(place.folder(), case, call, fault);
    verdict.of_output(&output);
    let mut run = Run { case, place, output, verdict, has_backup: false };
    if let Some(copies) = &case.copies {
        let found = copies.find(place.folder());
        run.copies(copies, &found, !REMOVING.contains(&call.name.as_str()));
    }
    run.goes_on(strace, &["log", "drink", "water", "999ml"]);
    run.goes_on(strace, &["show", "--json"]);
    run.diary(&[AFTERWARDS]);
    if case.is_repeatable {
        run.output = run.goes_on(strace, case.arguments);
        run.diary(&[AFTERWARDS]);
    }
    run.verdict
}

impl Verdict {
    /// Looks at how the program ended, and at what it said.
    fn of_output(&mut self, output: &Output) {
        let is_killed = is_killed(output);
        self.said += usize::from(output.status.success());
        self.killed += usize::from(is_killed);
        self.refused += usize::from(output.status.code() == Some(1));
        let said = said_by(output);
        if !output.status.success() && !is_killed && output.status.code() != Some(1) {
            self.trouble(|it| &mut it.foreign, format!("it ended with {}: {said}", output.status));
        }
        if let Some(foreign) = FOREIGN.iter().find(|foreign| said.contains(**foreign)) {
            self.trouble(|it| &mut it.foreign, format!("a library says \"{foreign}\": {said}"));
        }
        if output.status.code() == Some(1) && said.is_empty() && output.stdout.is_empty() {
            self.trouble(|it| &mut it.foreign, "it is silent".to_owned());
        }
    }
}

/// A run, after the fault.
struct Run<'a> {
    case: &'a Case,
    place: &'a Place,
    output: Output,
    verdict: Verdict,
    /// Whether what was there before is in one of the copies.
    has_backup: bool,
}

impl Run<'_> {
    /// Looks at what was written besides the diary.
    fn copies(&mut self, copies: &Copies, found: &Found, is_tidy: bool) {
        let Self { case, place, output, verdict, has_backup } = self;
        let is_known = |drinks: &Vec<i64>| copies.holds.contains(&drinks.as_slice());
        if let Some(half) = found.drinks.iter().find(|drinks| !drinks.as_ref().is_some_and(is_known)) {
            verdict.trouble(|it| &mut it.half, format!("a copy is half: {half:?}"));
        }
        if found.drinks.len() < copies.before {
            verdict.trouble(|it| &mut it.lost, "a copy is gone".to_owned());
        }
        *has_backup = found.drinks.iter().flatten().any(|kept| kept == case.before);
        let is_promised = output.status.success() && (copies.promised == Promised::Always || !is_told(output));
        if is_promised && !found.drinks.iter().flatten().any(|drinks| Some(&drinks.as_slice()) == copies.holds.first()) {
            verdict.trouble(|it| &mut it.falsely_said, "said to be written and is not".to_owned());
        }
        if is_tidy && !is_killed(output) && !found.others.is_empty() {
            verdict.trouble(|it| &mut it.left, format!("left over: {:?}", found.others));
        }
        if let Some(name) = case.only_read
            && fs::read(place.folder().join(name)).ok() != fs::read(place.before().join(name)).ok()
        {
            verdict.trouble(|it| &mut it.lost, format!("{name} was changed"));
        }
    }

    /// Gives the plain program a command, which must work. Returns what it said.
    fn goes_on(&mut self, strace: &Strace, arguments: &[&str]) -> Output {
        let later = strace.plain(self.place.folder(), arguments);
        if !later.status.success() {
            let words = format!("stuck at {arguments:?}, after \"{}\": {}", said_by(&self.output), said_by(&later));
            self.verdict.trouble(|it| &mut it.stuck, words);
        }
        later
    }

    /// Looks at the drinks of the diary, to which these were added since.
    fn diary(&mut self, added: &[i64]) {
        let Self { case, place, output, verdict, has_backup } = self;
        let Some(there) = drinks(&place.folder().join("diary.sqlite")) else {
            return verdict.trouble(|it| &mut it.lost, "the diary is damaged".to_owned());
        };
        let before = match case.in_its_place {
            Some(restored) if *has_backup && restored.iter().all(|drink| there.contains(drink)) => restored,
            _ => case.before,
        };
        let missing: Vec<_> = before.iter().chain(added).filter(|drink| !there.contains(drink)).collect();
        if !missing.is_empty() {
            verdict.trouble(|it| &mut it.lost, format!("lost {missing:?} of {there:?}"));
        }
        let came = case.comes.iter().filter(|drink| there.contains(drink)).count();
        if came != 0 && came != case.comes.len() {
            verdict.trouble(|it| &mut it.half, format!("half of it came: {there:?}"));
        }
        if came == 0 && !case.comes.is_empty() && output.status.success() && !is_told(output) {
            verdict.trouble(|it| &mut it.falsely_said, format!("said to be saved and not there: {there:?}"));
        }
    }
}

fn said_by(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).trim().to_owned()
}

/// Whether the program went on, and said what it could not do.
fn is_told(output: &Output) -> bool {
    !output.stderr.is_empty() || String::from_utf8_lossy(&output.stdout).contains("Not merged")
}

/// Whether the program was killed; `strace` ends in the same way.
fn is_killed(output: &Output) -> bool {
    output.status.signal() == Some(9) || output.status.code() == Some(137)
}
