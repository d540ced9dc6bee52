//! Makes a download of Branded foods and imports it: how long that takes, and how much memory.
//!
//!     cargo run --release --example import_download -- [FOODS] [--zip]
//!
//! benches/README.md has the figures.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement prints figures, and stops where something is not as it said")]

mod make;

use cramp_diary::{
    clock::SystemClock,
    diary::{Command, Diary, ImportCommand},
    exchange::import_download,
    jobs::Worker,
    store::{Access, Store},
};
use std::{env, fs, path::Path, time::Instant};

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let foods = arguments.iter().find_map(|argument| argument.parse().ok()).unwrap_or(400_000);
    let folder = tempfile::tempdir().unwrap();
    let download = folder.path().join("download");
    let rows = make::download(&download, foods);
    let size: u64 = fs::read_dir(&download).unwrap().map(|file| file.unwrap().metadata().unwrap().len()).sum();
    println!("{foods} foods, {rows} amounts, {} MB", size / 1_000_000);
    let download = if arguments.iter().any(|argument| argument == "--zip") { make::zip(&download) } else { download };

    let mut diary = Diary::new(Store::open(&folder.path().join("diary.sqlite"), Access::Create).unwrap(), Box::new(SystemClock));
    forget_peak_memory();
    for what in ["first import", "second import, which takes the place of the first"] {
        let started = Instant::now();
        let imported = import_download(&download, &diary.import_target().unwrap(), &Worker::unwatched()).unwrap();
        diary.execute(Command::Import(ImportCommand::Accept(imported.import.id))).unwrap();
        assert_eq!(imported.found.problems.count(), 0);
        println!("{what}: {:.1} s", started.elapsed().as_secs_f64());
    }
    println!("peak memory: {}", peak_memory());
    let library = fs::metadata(diary.import_target().unwrap().library).unwrap().len();
    println!("file of imported foods, with both: {} MB", library / 1_000_000);

    let started = Instant::now();
    let mut letters = 0;
    diary.read().imported_names(|name| letters += name.name.len()).unwrap();
    println!("all names: {:.2} s, {} MB", started.elapsed().as_secs_f64(), letters / 1_000_000);
    let started = Instant::now();
    assert!(diary.read().imported_by_barcode(&make::barcode(foods / 2)).unwrap().is_some());
    println!("one bar code: {:.2} ms", started.elapsed().as_secs_f64() * 1e3);
}

/// Makes Linux count the most memory from here on; elsewhere nothing.
fn forget_peak_memory() {
    _ = fs::write("/proc/self/clear_refs", "5");
}

/// The most memory that the process held at once, as Linux counts it.
fn peak_memory() -> String {
    let status = fs::read_to_string(Path::new("/proc/self/status")).unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).map(str::trim);
    peak.map_or_else(|| "not known here".to_owned(), str::to_owned)
}
