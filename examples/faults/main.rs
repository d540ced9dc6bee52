//! Fails each system call by which the program writes, once, and looks whether anything is lost: `scripts/faults`.
//!
//! Every open, write, sync, rename and removal that concerns the diary fails with "no space left", with an I/O error, and by a kill. After
//! each the plain program must work, and what was said to be logged must be there. `strace` does it, through the program as it is built.

#![expect(clippy::print_stdout, reason = "it prints its table")]

mod before;
mod cases;
mod copies;
mod place;
mod strace;
mod verdict;

use cases::{CASES, Case};
use place::Place;
use std::{collections::BTreeMap, env, path::PathBuf, process::ExitCode};
use strace::{Call, FAULTS, Fault, Strace};
use verdict::{Verdict, judge};

/// How many faults the short run tries of each case.
const SHORT: usize = 8;

/// One run: this call fails in this way.
struct Run {
    call: Call,
    fault: Fault,
}

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    let is_short = words.iter().any(|word| word == "--short");
    let program = words.iter().find(|word| !word.starts_with("--")).map_or_else(|| "target/debug/cramp-diary".into(), PathBuf::from);
    let Some(strace) = Strace::of(program) else {
        println!("strace cannot follow a program here (it is missing, or a container forbids it), so no fault was tried.");
        return ExitCode::SUCCESS;
    };
    let mut table: BTreeMap<(usize, &str), Verdict> = BTreeMap::new();
    let every: Option<usize> = words.iter().find_map(|word| word.strip_prefix("--every=")?.parse().ok()).filter(|every| *every > 0);
    // The beginning of the names of the cases that are tried; without it all are.
    let named = words.iter().find_map(|word| word.strip_prefix("--case=")).unwrap_or_default();
    for (row, case) in CASES.iter().enumerate().filter(|(_, case)| case.name.starts_with(named)) {
        let place = Place::new(case, &strace);
        let runs = runs_of(case, &place, &strace);
        let every = every.unwrap_or_else(|| if is_short { runs.len().div_ceil(SHORT).max(1) } else { 1 });
        // Not by a multiple of the kinds of faults, of which the others would be left out.
        let every = if every > 1 && every.is_multiple_of(FAULTS.len()) { every + 1 } else { every };
        for Run { call, fault } in runs.iter().step_by(every) {
            let verdict = judge(case, &place, call, *fault, &strace);
            for trouble in &verdict.troubles {
                println!("{}, {} {} {}: {trouble}", case.name, call.name, call.number, fault.name());
            }
            table.entry((row, fault.name())).or_default().add(&verdict);
        }
    }
    let mut sum = Verdict::default();
    println!(
        "| what | fault | runs | said to be saved | refused | killed | lost | stuck | said without the row | no sentence of ours | half | left over |"
    );
    println!("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    for ((row, fault), verdict) in &table {
        println!("| {} | {fault} | {} |", CASES[*row].name, verdict.cells());
        sum.add(verdict);
    }
    println!("| all | | {} |", sum.cells());
    if sum.is_good() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Every fault of every call that the case makes.
fn runs_of(case: &Case, place: &Place, strace: &Strace) -> Vec<Run> {
    let calls = strace.calls(case, place);
    if calls.is_empty() {
        println!("{}: the program has no such command, so it was not tried.", case.name);
    }
    let of = |call: Call| FAULTS.map(|fault| Run { call: call.clone(), fault });
    calls.into_iter().flat_map(of).collect()
}
