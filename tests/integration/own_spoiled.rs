//! Spoiled exports: whatever a file says, reading it never panics, and what comes of it can be merged.

use super::commands::known;
use super::own_json::exported;
use super::seeded::seeded;
use chrono::DateTime;
use cramp_diary::exchange::own::{
    CsvStyle, Incoming, Selection, SnapshotHead, export_csv, read_csv, read_json, read_snapshot, snapshot_content,
};
use cramp_diary::store::{Horizon, Store, Whole};
use flate2::read::MultiGzDecoder;
use proptest::test_runner::{Config, RngSeed};
use proptest::{collection::vec, prelude::*, sample::Index};
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::{env, fs};
use tempfile::TempDir;
use uuid::Uuid;

/// How many files are tried of each format. `SPOILED_FILES=1000000 cargo test own_spoiled` tries more, `SPOILED_SEED=7` others.
const FILES: u32 = 250;

fn files() -> u32 {
    env::var("SPOILED_FILES").ok().and_then(|files| files.parse().ok()).unwrap_or(FILES)
}

/// With the seed that was asked for, to try other files.
fn reseeded(usual: Config) -> Config {
    let seed = env::var("SPOILED_SEED").ok().and_then(|seed| seed.parse().ok());
    Config { rng_seed: seed.map_or(usual.rng_seed, RngSeed::Fixed), ..usual }
}

/// What happens to a file.
#[derive(Debug, Clone)]
enum Harm {
    /// It ends here.
    Cut(Index),
    /// A byte becomes another.
    Byte(Index, u8),
    /// The bytes from here on, as many as this, are there again.
    Twice(Index, u8),
    /// These words stand here in place of as many bytes.
    Words(Index, &'static str),
}

/// What readers of numbers, dates, texts and lists stumble over.
const WORDS: &[&str] = &[
    "null",
    "true",
    "[]",
    "{}",
    "[[",
    "\"",
    "\"\"",
    ",",
    ";",
    "\t",
    "\r\n",
    "\n",
    "-1",
    "1e999",
    "1.234",
    "1,234",
    "99999999999999999999",
    "NaN",
    "\u{feff}",
    "\u{202e}",
    "\\ud800",
    "11/12/2026",
    "0000-00-00",
    "2026-11-20T06:00:01.000Z",
    "9999-12-31T23:59:59.999Z",
    "id",
    "changed",
    "night",
    "|",
    "'",
    "=1",
];

fn harm() -> impl Strategy<Value = Harm> {
    prop_oneof![
        1 => any::<Index>().prop_map(Harm::Cut),
        3 => (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Harm::Byte(at, byte)),
        2 => (any::<Index>(), any::<u8>()).prop_map(|(at, length)| Harm::Twice(at, length)),
        4 => (any::<Index>(), prop::sample::select(WORDS)).prop_map(|(at, words)| Harm::Words(at, words)),
    ]
}

fn spoiled(mut bytes: Vec<u8>, harms: &[Harm]) -> Vec<u8> {
    for harm in harms {
        if bytes.is_empty() {
            break;
        }
        let length = bytes.len();
        match harm {
            Harm::Cut(at) => bytes.truncate(at.index(length)),
            Harm::Byte(at, byte) => bytes[at.index(length)] = *byte,
            Harm::Twice(at, count) => {
                let at = at.index(length);
                let again = bytes[at..length.min(at + usize::from(*count))].to_vec();
                bytes.splice(at..at, again);
            }
            Harm::Words(at, words) => {
                let at = at.index(length);
                bytes.splice(at..length.min(at + words.len()), words.bytes());
            }
        }
    }
    bytes
}

/// A diary, its exports, and a folder for a spoiled file.
struct Place {
    ours: Whole,
    json: String,
    /// A snapshot as it lies in its folder, and inflated.
    snapshots: [Vec<u8>; 2],
    tables: Vec<(String, Vec<u8>)>,
    folder: TempDir,
}

impl Place {
    fn new() -> Self {
        let test = known().diary;
        let (ours, folder) = (test.diary.whole().unwrap(), tempfile::tempdir().unwrap());
        let tables = folder.path().join("tables");
        export_csv(&ours, &Selection::default(), CsvStyle::default(), &tables).unwrap();
        let files = fs::read_dir(&tables).unwrap().map(|entry| entry.unwrap().path());
        let read = |path: PathBuf| (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(&path).unwrap());
        // What only describes the others is not read.
        let tables = files.map(read).filter(|(name, _)| name != "dictionary.csv").collect();
        let json = exported(&test);
        let snapshots = snapshots(&json);
        Self { ours, json, snapshots, tables, folder }
    }

    /// Merges what came of a file, with the diary that it came from and with none.
    fn merge(&self, incoming: &Incoming) {
        let now = DateTime::from_timestamp_millis(1_795_154_401_000).unwrap();
        let horizon = Horizon::after(now.fixed_offset());
        for ours in [&self.ours, &Whole::default()] {
            let theirs = incoming.draft.clone().over(ours, now.timestamp_millis());
            assert!(ours.plan(&theirs, horizon).report.nights < 1000);
        }
    }
}

/// A snapshot with this document, deflated and not.
fn snapshots(document: &str) -> [Vec<u8>; 2] {
    let written = DateTime::from_timestamp_millis(1_795_154_401_000).unwrap();
    let head = SnapshotHead { device: Uuid::from_u128(7), computer: "laptop".to_owned(), written, format: Store::newest_format() };
    let deflated = snapshot_content(&head, document.as_bytes());
    let mut inflated = Vec::new();
    MultiGzDecoder::new(deflated.as_slice()).read_to_end(&mut inflated).unwrap();
    [deflated, inflated]
}

thread_local! {
    static PLACE: Place = Place::new();
}

proptest! {
    #![proptest_config(reseeded(seeded(files())))]

    #[test]
    fn no_spoiled_document_panics(harms in vec(harm(), 1..4)) {
        PLACE.with(|place| {
            let bytes = spoiled(place.json.clone().into_bytes(), &harms);
            if let Ok(incoming) = read_json(&String::from_utf8_lossy(&bytes), Path::new("a.json")) {
                place.merge(&incoming);
            }
        });
    }

    #[test]
    fn no_spoiled_snapshot_panics(which in 0_usize..2, harms in vec(harm(), 1..4)) {
        PLACE.with(|place| {
            let bytes = spoiled(place.snapshots[which].clone(), &harms);
            if let Ok(snapshot) = read_snapshot(&bytes, Path::new("a.crampdiary")) {
                place.merge(&snapshot.incoming);
            }
        });
    }

    #[test]
    fn no_spoiled_table_panics(which in any::<Index>(), harms in vec(harm(), 1..4)) {
        PLACE.with(|place| {
            let (name, bytes) = &place.tables[which.index(place.tables.len())];
            let folder = place.folder.path().join("spoiled");
            fs::create_dir_all(&folder).unwrap();
            // With parts there is the file of what they belong to.
            let beside = ["cramp.csv", "recipe.csv"].into_iter().filter(|of| name != of && name.starts_with(of.trim_end_matches(".csv")));
            let beside: Vec<_> = beside.filter_map(|of| place.tables.iter().find(|(name, _)| name == of)).collect();
            for (name, bytes) in &beside {
                fs::write(folder.join(name), bytes).unwrap();
            }
            fs::write(folder.join(name), spoiled(bytes.clone(), &harms)).unwrap();
            if let Ok(incoming) = read_csv(&folder) {
                place.merge(&incoming);
            }
            for name in beside.iter().map(|(name, _)| name).chain([name]) {
                fs::remove_file(folder.join(name)).unwrap();
            }
        });
    }
}
