//! How long the name of a medicine takes for a keystroke; README.md beside this file has the figures.

#![expect(clippy::print_stdout, reason = "a measurement prints its figures")]

use cramp_diary::domain::{Medicine, OwnName};
use cramp_diary::guide::{Recognised, classes_of, suggest_names};
use std::{
    hint::black_box,
    time::{Duration, Instant},
};

/// How many times each beginning of each name is typed.
const ROUNDS: usize = 200;

/// What people type: generic names and brands, right and wrong, and what nobody knows.
const TYPED: &[&str] = &[
    "Ramipril 5 mg",
    "Entresto 49/51 mg",
    "Aldacton",
    "Slow-K",
    "Hydrochlorothiazide/losartan",
    "Seretide (salmeterol, fluticasone)",
    "Triatec",
    "Potasium chloride 600 mg",
    "Levothyroxin 50 micrograms in the morning",
    "The little white tablet against blood pressure",
];

fn main() {
    let started = Instant::now();
    look_up("Entresto");
    println!("first name, with the reading of all tables: {:.2} ms", in_ms(started.elapsed()));
    let beginnings: Vec<_> =
        TYPED.iter().flat_map(|name| name.char_indices().map(|(at, letter)| &name[..at + letter.len_utf8()])).collect();
    let mut times: Vec<_> = (0..ROUNDS).flat_map(|_| beginnings.iter().map(|typed| timed(typed)).collect::<Vec<_>>()).collect();
    times.sort_unstable();
    let at = |share: usize| in_ms(times[(times.len() - 1) * share / 100]);
    println!("{} keystrokes: p50 {:.3} ms, p99 {:.3} ms, slowest {:.3} ms", times.len(), at(50), at(99), at(100));
}

fn timed(typed: &str) -> Duration {
    let started = Instant::now();
    look_up(typed);
    started.elapsed()
}

/// What the form of a medicine asks for when a letter was typed.
fn look_up(typed: &str) {
    black_box((classes_of(typed), suggest_names(typed, 6)));
    if let Ok(name) = OwnName::new(typed) {
        black_box(Recognised::of(&Medicine::new(name)));
    }
}

fn in_ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}
