//! Five computers that keep one diary: partitions, clocks that differ by hours, crashes between writing a snapshot and giving it its name,
//! and conflict copies. In the end they all hold one diary, and nothing that was said last is lost.

use crate::commands::known;
use cramp_diary::diary::SplitMix64;
use cramp_diary::store::{PlainRecord, PlainValue, RecordKey, RecordKind, Whole};
use std::collections::{BTreeMap, BTreeSet};
use std::env;

/// How often all of it is lived through, unless `MACHINE_RUNS` says so.
const RUNS: u64 = 100;

const COMPUTERS: usize = 5;

/// How many things happen in a run.
const STEPS: usize = 60;

/// A computer: its diary, its clock, and the snapshots that have reached it.
struct Computer {
    diary: Whole,
    /// By how many milliseconds its clock is ahead.
    ahead_ms: i64,
    /// The newest snapshots that it can see, by the name of their file.
    folder: BTreeMap<String, Whole>,
}

/// All computers, and what carries the folder between them.
struct World {
    computers: Vec<Computer>,
    random: SplitMix64,
    /// When records were last changed or deleted by somebody who knew all earlier versions.
    now_ms: i64,
    samples: Vec<PlainRecord>,
}

impl World {
    fn new(seed: u64, samples: &[PlainRecord]) -> Self {
        let mut random = SplitMix64::new(seed);
        let hours = |random: &mut SplitMix64| i64::try_from(random.below(24)).unwrap() * 3_600_000 - 12 * 3_600_000;
        let computer = |random: &mut SplitMix64| Computer { diary: Whole::default(), ahead_ms: hours(random), folder: BTreeMap::new() };
        let computers = (0..COMPUTERS).map(|_| computer(&mut random)).collect();
        Self { computers, random, now_ms: 1_795_000_000_000, samples: samples.to_vec() }
    }

    fn any(&mut self) -> usize {
        self.random.below(COMPUTERS)
    }

    fn happen(&mut self) {
        self.now_ms += 1 + i64::try_from(self.random.below(600_000)).unwrap();
        match self.random.below(10) {
            0..4 => self.log(),
            4 => self.delete(),
            5..7 => self.write_snapshot(),
            7 => self.carry(),
            8 => self.write_as_conflict(),
            _ => self.merge_all(),
        }
    }

    /// Somebody adds or changes a record.
    fn log(&mut self) {
        let (at, number) = (self.any(), self.random.below(self.samples.len()));
        let mut record = self.samples[number].clone();
        // Some records are of one's own, some, such as nights, are one on every computer.
        if record.derived_id().is_none() {
            record.id = uuid::Uuid::from_u128(u128::from(self.random.next_u64() % 6) << 64 | u128::from(number as u64));
        }
        if let Some(note) = record.description().unwrap().columns.iter().position(|column| column.name == "note") {
            record.values[note] = PlainValue::Text(format!("note {}", self.random.below(1000)));
        }
        let computer = &mut self.computers[at];
        let known = computer.diary.records().find(|known| known.key() == record.key());
        let deleted = computer.diary.deletions().find(|(key, _)| *key == record.key()).map(|(_, ms)| ms);
        let earlier = known.map(|known| known.changed_ms).max(deleted).unwrap_or(0);
        record.changed_ms = (self.now_ms + computer.ahead_ms).max(earlier + 1);
        record.created_ms = record.changed_ms;
        for clock in &mut record.clocks {
            *clock = PlainValue::Nothing;
        }
        let mut logged = Whole::default();
        logged.add(record);
        computer.diary = std::mem::take(&mut computer.diary).merged(logged);
    }

    fn delete(&mut self) {
        let at = self.any();
        let keys: Vec<(RecordKey, i64)> = self.computers[at].diary.records().map(|record| (record.key(), record.changed_ms)).collect();
        if keys.is_empty() {
            return;
        }
        let (key, changed_ms) = keys[self.random.below(keys.len())];
        let computer = &mut self.computers[at];
        let mut deletion = Whole::default();
        deletion.add_deletion(key, changed_ms.max(self.now_ms + computer.ahead_ms));
        computer.diary = std::mem::take(&mut computer.diary).merged(deletion);
    }

    /// A computer writes its snapshot; sometimes it crashes before the file has its name.
    fn write_snapshot(&mut self) {
        let at = self.any();
        if self.random.below(4) > 0 {
            let computer = &mut self.computers[at];
            computer.folder.insert(format!("{at}"), computer.diary.clone());
        }
    }

    /// What carries the folder finds two versions of a file, and keeps one under another name.
    fn write_as_conflict(&mut self) {
        let at = self.any();
        let computer = &mut self.computers[at];
        computer.folder.insert(format!("{at} (conflicted copy)"), computer.diary.clone());
    }

    /// What carries the folder brings some files from one computer to another.
    fn carry(&mut self) {
        let (from, to) = (self.any(), self.any());
        let files: Vec<_> = self.computers[from].folder.iter().map(|(name, whole)| (name.clone(), whole.clone())).collect();
        for (name, whole) in files {
            if self.random.below(3) > 0 && name != format!("{to}") {
                self.computers[to].folder.insert(name, whole);
            }
        }
    }

    fn merge_all(&mut self) {
        let at = self.any();
        self.merge_at(at);
    }

    fn merge_at(&mut self, at: usize) {
        let computer = &mut self.computers[at];
        for snapshot in computer.folder.values() {
            computer.diary = std::mem::take(&mut computer.diary).merged(snapshot.clone());
        }
    }

    /// At last every computer reaches every other, and nothing is logged any more.
    fn settle(&mut self) {
        for _ in 0..4 {
            let all: Vec<_> = (0..COMPUTERS).map(|at| (format!("{at}"), self.computers[at].diary.clone())).collect();
            for at in 0..COMPUTERS {
                self.computers[at].folder.extend(all.clone());
                self.merge_at(at);
            }
        }
    }
}

#[test]
fn five_computers_end_with_one_diary() {
    let known = known();
    let whole = known.diary.diary.whole().unwrap();
    let samples: Vec<_> = whole.records().filter(|record| !record.is_single()).cloned().collect();
    let kinds: BTreeSet<RecordKind> = samples.iter().map(|record| record.kind).collect();
    assert!(kinds.len() > 15, "{kinds:?}");
    let runs = env::var("MACHINE_RUNS").ok().and_then(|runs| runs.parse().ok()).unwrap_or(RUNS);
    for seed in 0..runs {
        let mut world = World::new(seed, &samples);
        (0..STEPS).for_each(|_| world.happen());
        world.settle();
        let [first, others @ ..] = world.computers.as_slice() else { panic!("no computers") };
        for other in others {
            let only =
                |a: &Whole, b: &Whole| a.records().filter(|record| !b.records().any(|of| of == *record)).cloned().collect::<Vec<_>>();
            let (here, there) = (only(&first.diary, &other.diary), only(&other.diary, &first.diary));
            assert!(here.is_empty() && there.is_empty(), "seed {seed}:\n{here:#?}\n{there:#?}");
        }
    }
}
