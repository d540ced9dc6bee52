//! What a fault did: what was said, what is there afterwards, and whether the program goes on.

use crate::cases::{Case, Keeps, backups, drinks};
use crate::strace::{Call, Fault, Strace};
use std::{os::unix::process::ExitStatusExt as _, process::Output};

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
];

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
    /// Half files under the name of a backup.
    half: usize,
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
    }

    /// The cells of a row of the table.
    pub(crate) fn cells(&self) -> String {
        let Self { runs, said, refused, killed, lost, stuck, falsely_said, foreign, half, troubles: _ } = self;
        [runs, said, refused, killed, lost, stuck, falsely_said, foreign, half].map(ToString::to_string).join(" | ")
    }

    pub(crate) fn is_good(&self) -> bool {
        self.runs > 0 && self.lost + self.stuck + self.falsely_said + self.foreign + self.half == 0
    }
}

/// Runs a case with one call that fails, and looks what became of it.
pub(crate) fn judge(case: &Case, call: &Call, fault: Fault, strace: &Strace) -> Verdict {
    let folder = case.folder(strace);
    let mut verdict = Verdict { runs: 1, ..Verdict::default() };
    let output = strace.fail(folder.path(), case, call, fault);
    let is_said = output.status.success();
    verdict.said += usize::from(is_said);
    verdict.killed += usize::from(is_killed(&output));
    verdict.refused += usize::from(output.status.code() == Some(1));
    if !is_said && !is_killed(&output) && output.status.code() != Some(1) {
        verdict.foreign += 1;
        verdict.troubles.push(format!("it ended with {}: {}", output.status, said_by(&output)));
    }
    if let Some(foreign) = FOREIGN.iter().find(|foreign| said_by(&output).contains(**foreign)) {
        verdict.foreign += 1;
        verdict.troubles.push(format!("a library says \"{foreign}\": {}", said_by(&output)));
    }
    for arguments in [["log", "drink", "water", "999ml"].as_slice(), &["show", "--json"]] {
        let later = strace.plain(folder.path(), arguments);
        if !later.status.success() {
            verdict.stuck += 1;
            verdict.troubles.push(format!("stuck afterwards, after \"{}\": {}", said_by(&output), said_by(&later)));
        }
    }
    let Some(there) = drinks(&folder.path().join("diary.sqlite")) else {
        verdict.lost += 1;
        verdict.troubles.push("the diary is damaged".to_owned());
        return verdict;
    };
    let kept = backups(folder.path());
    if kept.contains(&None) {
        verdict.half += 1;
        verdict.troubles.push("a backup is half".to_owned());
    }
    let is_kept = kept.iter().flatten().any(|kept| kept == case.before);
    let before = match case.keeps {
        Keeps::InItsPlace(restored) if is_kept && restored.iter().all(|drink| there.contains(drink)) => restored,
        Keeps::Backup if is_said && !is_kept => {
            verdict.falsely_said += 1;
            verdict.troubles.push("said to be backed up and is not".to_owned());
            case.before
        }
        Keeps::InItsPlace(_) | Keeps::Backup | Keeps::Nothing => case.before,
    };
    let missing: Vec<_> = before.iter().chain([&AFTERWARDS]).filter(|drink| !there.contains(drink)).collect();
    if !missing.is_empty() {
        verdict.lost += 1;
        verdict.troubles.push(format!("lost {missing:?} of {there:?}"));
    }
    if let Some(logged) = case.logs
        && is_said
        && !there.contains(&logged)
    {
        verdict.falsely_said += 1;
        verdict.troubles.push(format!("said to be saved and not there: {there:?}"));
    }
    verdict
}

fn said_by(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).trim().to_owned()
}

/// Whether the program was killed; `strace` ends in the same way.
fn is_killed(output: &Output) -> bool {
    output.status.signal() == Some(9) || output.status.code() == Some(137)
}
