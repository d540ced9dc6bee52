//! How long food search takes for a keystroke; README.md beside this file has the figures.

#![expect(clippy::print_stdout, reason = "a measurement prints its figures")]

mod labels;

use cramp_diary::nutrition::{FoodIndex, FoodIndexBuilder, Hit, Named, catalogue};
use labels::Labels;
use std::{
    fs,
    hint::black_box,
    time::{Duration, Instant},
};

/// How many foods with names of labels there are.
const LABELLED: usize = 400_000;

/// How many foods a person has made.
const OWN: usize = 2_000;

/// How many hits a list shows.
const AT_MOST: usize = 20;

/// How many times each text is typed; the median of these counts, so that other programs' work does not.
const ROUNDS: usize = 5;

/// How many foods are given to the index at a time.
const PIECE: usize = 10_000;

/// What people type, right and wrong.
const RIGHT: &[&str] = &[
    "peanut butter",
    "crunchy peanut butter",
    "organic milk 12 oz",
    "chocolate chip cookies",
    "strawberry yogurt",
    "cheddar cheese",
    "chicken noodle soup",
    "sweet potato",
    "white rice",
    "tomatoes",
    "whole wheat bread with honey",
    "crème fraîche",
    "butter almond",
];
const WRONG: &[&str] = &[
    "peanut buter",
    "choclate",
    "strawbery yoghurt",
    "brocolli",
    "zuchini",
    "spageti",
    "bannana",
    "mozarella chese",
    "icecream",
    "peanutbutter",
    "parmesean",
    "rasberry",
    "tomatos",
    "avacado",
    "letuce",
    "xqzzkvw",
];

fn main() {
    let mut labels = Labels::new(1);
    let (labelled, some) = labelled(&mut labels);
    let mut names = some.iter().map(|name| name.to_lowercase()).collect::<Vec<_>>();
    let small = [FoodIndex::new(catalogue().foods().iter().map(Named::from)), own_index(&mut labels)];
    let wrong: Vec<_> = names.iter().map(|name| labels.mistyped(name)).collect();
    names.extend(RIGHT.iter().map(|text| (*text).to_owned()));
    let letters: Vec<_> = ('a'..='z').map(String::from).collect();
    let two_letters: Vec<_> = letters.iter().flat_map(|a| letters.iter().map(move |b| format!("{a}{b}"))).collect();
    let kinds = [
        ("one letter", letters),
        ("two letters", two_letters),
        ("texts, right, each beginning", beginnings(&names)),
        (
            "texts, misspelt, each beginning",
            beginnings(&wrong.into_iter().chain(WRONG.iter().map(|text| (*text).to_owned())).collect::<Vec<_>>()),
        ),
    ];
    println!("\n| foods | typed | keystrokes | p50 ms | p99 ms | slowest ms |\n| --- | --- | --- | --- | --- | --- |");
    for (what, indexes) in [(format!("{} + {OWN}", small[0].len()), &small[..]), (LABELLED.to_string(), &[labelled])] {
        let mut all = Vec::new();
        for (kind, typed) in &kinds {
            let mut times = measure(indexes, typed);
            report(&what, kind, &mut times);
            all.append(&mut times);
        }
        report(&what, "all of these", &mut all);
        report(&what, "s c p m b, each beginning", &mut measure(indexes, &beginnings(&["s c p m b".to_owned()])));
    }
}

/// The index of the foods with names of labels, and some of the names.
fn labelled(labels: &mut Labels) -> (FoodIndex, Vec<String>) {
    let mut some = Vec::new();
    let mut words = 0;
    let before = resident_mb("VmRSS:");
    let (mut builder, mut took) = (FoodIndexBuilder::default(), Duration::ZERO);
    for _ in 0..LABELLED / PIECE {
        let names: Vec<_> = (0..PIECE).map(|_| labels.label()).collect();
        words += names.iter().map(|name| name.split_whitespace().count()).sum::<usize>();
        let started = Instant::now();
        for name in &names {
            builder.add(Named { name, synonyms: &[], rarity: 4 });
        }
        took += started.elapsed();
        some.extend(names.into_iter().take(1));
    }
    let started = Instant::now();
    let index = builder.finish();
    took += started.elapsed();
    let (now, peak) = (resident_mb("VmRSS:"), resident_mb("VmHWM:"));
    println!("{LABELLED} foods with {words} words, of {} distinct ones; a name: {}", labels::WORDS, some[0]);
    println!("index made in {:.2} s; holds {:.0} MB, {:.0} MB while it is made", took.as_secs_f64(), now - before, peak - before);
    (index, some)
}

fn own_index(labels: &mut Labels) -> FoodIndex {
    let names: Vec<_> = (0..OWN).map(|place| labels.name(1 + place % 6)).collect();
    FoodIndex::new(names.iter().map(|name| Named { name, synonyms: &[], rarity: 2 }))
}

fn beginnings(texts: &[String]) -> Vec<String> {
    let ends = |text: &String| text.char_indices().map(|(at, letter)| at + letter.len_utf8()).collect::<Vec<_>>();
    texts.iter().flat_map(|text| ends(text).into_iter().map(|end| text[..end].to_owned())).collect()
}

/// How long each keystroke takes in all the indexes together, with 300 foods of each logged before.
fn measure(indexes: &[FoodIndex], typed: &[String]) -> Vec<Duration> {
    let logged: Vec<u32> = (0..300).map(|place| place * 7).collect();
    let mut rounds: Vec<[Duration; ROUNDS]> = vec![[Duration::ZERO; ROUNDS]; typed.len()];
    for round in 0..ROUNDS {
        for (text, times) in typed.iter().zip(&mut rounds) {
            let started = Instant::now();
            let mut hits: Vec<Hit> = indexes.iter().flat_map(|index| index.search(text, AT_MOST, &logged)).collect();
            hits.sort_unstable();
            hits.truncate(AT_MOST);
            black_box(hits);
            times[round] = started.elapsed();
        }
    }
    let median = |mut times: [Duration; ROUNDS]| {
        times.sort_unstable();
        times[ROUNDS / 2]
    };
    rounds.into_iter().map(median).collect()
}

fn report(foods: &str, typed: &str, times: &mut [Duration]) {
    times.sort_unstable();
    let [p50, p99, slowest] = [0.5, 0.99, 1.0].map(|part| percentile(times, part).as_secs_f64() * 1_000.0);
    println!("| {foods} | {typed} | {} | {p50:.3} | {p99:.3} | {slowest:.3} |", times.len());
}

/// The least time that this part of all times does not exceed.
#[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, clippy::cast_sign_loss, reason = "a few thousand times")]
fn percentile(sorted: &[Duration], part: f64) -> Duration {
    let rank = (sorted.len() as f64 * part).ceil() as usize;
    sorted[rank.clamp(1, sorted.len()) - 1]
}

/// A figure about this process's memory in MB, as Linux gives it; not a number elsewhere.
fn resident_mb(name: &str) -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<f64>().ok()).map_or(f64::NAN, |kb| kb / 1_024.0)
}
