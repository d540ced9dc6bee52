//! How long the diary takes when it is ten years old; README.md beside this file has the figures.

#![expect(clippy::unwrap_used, reason = "a measurement stops where something is not as it said")]

mod bare;

use bare::Bare;
use chrono::{DateTime, Days, FixedOffset, NaiveDate};
use cramp_diary::{
    clock::{Clock, FixedClock},
    diary::{Command, CrampCommand, Diary, DrinkCommand, NightCommand, example},
    domain::{Cramp, Day, Drink, DrinkKind, Muscle, Night, NightAnswer, Severity, Side, VolumeMl},
    exchange::own::{CsvStyle, Selection, export_csv, export_json, read_any},
    sealed::Opener,
    store::{Access, BackupOrder, BackupPlace, BackupReason, Restoration, Store},
};
use criterion::{BatchSize, Criterion};
use std::{cell::RefCell, fs, path::Path};

const NIGHTS: usize = 3_650;

fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-20T07:00:00+01:00").unwrap()
}

fn clock() -> Box<dyn Clock> {
    Box::new(FixedClock(now()))
}

fn today() -> Day {
    Day::new(now().date_naive())
}

fn last_night() -> Night {
    Night::new(today().plus(-1).date())
}

fn diary(path: &Path) -> Diary {
    Diary::new(Store::open(path, Access::Create).unwrap(), clock())
}

/// Writes the ten years, and says how many records that is.
#[expect(clippy::print_stdout, reason = "the size belongs beside the figures")]
fn write_ten_years(path: &Path) {
    let store = Store::open(path, Access::Create).unwrap();
    drop(example(store, last_night(), NIGHTS, 1, clock()).unwrap());
    let records = Bare::open(path).records();
    println!("{NIGHTS} nights, {records} records, {} kB", fs::metadata(path).unwrap().len() / 1024);
}

fn reading(criterion: &mut Criterion, path: &Path) {
    criterion.bench_function("open", |bencher| bencher.iter(|| Store::open(path, Access::Create).unwrap()));
    let mut writer = diary(path);
    let drink = Drink { day: today().plus(-1), kind: DrinkKind::Water, volume: VolumeMl::new(250).unwrap(), time: None };
    let one_date = writer.execute(Command::Drink(DrinkCommand::Log(drink))).unwrap();
    let diary = diary(path);
    let years_ago = Day::new(today().date() - Days::new(2_000));
    let mut views = criterion.benchmark_group("view");
    views.bench_function("page of today", |bencher| bencher.iter(|| diary.page(today()).unwrap()));
    views.bench_function("page of long ago", |bencher| bencher.iter(|| diary.page(years_ago).unwrap()));
    let look_back = diary.whole_look_back().unwrap();
    views.bench_function("look back: the newest chunk", |bencher| bencher.iter(|| diary.look_back().unwrap()));
    let newest = diary.look_back().unwrap();
    views.bench_function("look back: one more chunk", |bencher| {
        bencher.iter_batched(|| newest.clone(), |mut look_back| look_back.read_more(&diary).unwrap(), BatchSize::LargeInput);
    });
    let mut kept = look_back.clone();
    views.bench_function("look back: one changed date", |bencher| bencher.iter(|| kept.changed(&diary, &one_date).unwrap()));
    views.bench_function("look back: all of it", |bencher| bencher.iter(|| diary.whole_look_back().unwrap()));
    for nights in [14, 90, 365, 3_650_i64] {
        views.bench_function(format!("trends of {nights} nights"), |bencher| {
            bencher.iter(|| look_back.trends(last_night().plus(1 - nights).date(), last_night().date()));
        });
    }
    views.bench_function("advice", |bencher| bencher.iter(|| diary.advice(last_night().day()).unwrap()));
    views.bench_function("intake of 7 and 28 days", |bencher| {
        bencher.iter(|| (diary.intake(last_night().day(), 7).unwrap(), diary.intake(last_night().day(), 28).unwrap()));
    });
    views.bench_function("kitchen", |bencher| bencher.iter(|| diary.kitchen().unwrap()));
    views.bench_function("medicines and red flags", |bencher| bencher.iter(|| diary.safety().unwrap()));
    let safety = diary.safety().unwrap();
    views.bench_function("words for the doctor", |bencher| bencher.iter(|| diary.words_for_the_doctor(&safety).unwrap()));
    let month: NaiveDate = last_night().date();
    views.bench_function("month marks", |bencher| bencher.iter(|| diary.month_marks(month).unwrap()));
    views.finish();
}

/// The first cramp of a night that was said to have none: the answer changes and the cramp comes in.
///
/// Every second transaction takes that back, outside of the measurement, on both sides alike.
fn saving(criterion: &mut Criterion, path: &Path, bare_path: &Path) {
    let cramp = Cramp::new(last_night(), Muscle::Calf, Side::Left, Severity::new(5).unwrap());
    let bare = Bare::open(bare_path);
    bare.answer_no_cramps(last_night());
    let diary = RefCell::new(diary(path));
    for entry in diary.borrow().read().on::<Cramp>(last_night().date()).unwrap() {
        diary.borrow_mut().execute(Command::Cramp(CrampCommand::Delete(entry.id))).unwrap();
    }
    diary.borrow_mut().execute(Command::Night(NightCommand::Answer(last_night(), NightAnswer::NoCramps))).unwrap();
    let without = diary.borrow().undo_what().map(str::to_owned);

    let mut group = criterion.benchmark_group("save a cramp");
    group.sample_size(200);
    group.bench_function("diary", |bencher| {
        let take_back = || {
            let mut diary = diary.borrow_mut();
            if diary.undo_what().map(str::to_owned) != without {
                diary.undo().unwrap();
            }
            Command::Cramp(CrampCommand::Log(cramp.clone()))
        };
        bencher.iter_batched(take_back, |command| diary.borrow_mut().execute(command).unwrap(), BatchSize::PerIteration);
    });
    group.bench_function("bare SQLite", |bencher| {
        bencher.iter_batched(|| bare.take_back(last_night()), |()| bare.save(last_night()), BatchSize::PerIteration);
    });
    group.finish();
}

/// A backup with its trial, and reading one to restore it. What was made is removed outside of the measurement.
fn backing_up(criterion: &mut Criterion, path: &Path) {
    let place = BackupPlace::beside(path);
    let store = Store::open(path, Access::ReadOnly).unwrap();
    let order = || BackupOrder { place: &place, at: now().naive_local(), why: BackupReason::Daily };
    let mut group = criterion.benchmark_group("backup");
    group.sample_size(10);
    group.bench_function("made and restored in a trial", |bencher| {
        bencher.iter_batched(|| place.remove_all(), |_| store.back_up(order()).unwrap(), BatchSize::PerIteration);
    });
    let backup = store.back_up(order()).unwrap().path;
    group.bench_function("read, tried and compared", |bencher| {
        bencher.iter(|| Restoration::prepare(&backup, path, Opener::default()).unwrap());
    });
    group.finish();
}

/// All of a diary leaves the program, and comes into an empty one.
fn leaving_and_coming(criterion: &mut Criterion, path: &Path, folder: &Path) {
    let diary = diary(path);
    let all = Selection::default();
    let (json, tables) = (folder.join("diary.json"), folder.join("tables"));
    let mut group = criterion.benchmark_group("own formats");
    group.sample_size(10);
    group.bench_function("export JSON", |bencher| bencher.iter(|| export_json(&diary.whole().unwrap(), &all, &json).unwrap()));
    group.bench_function("export CSV", |bencher| {
        let clear = || drop(fs::remove_dir_all(&tables));
        let export = |()| export_csv(&diary.whole().unwrap(), &all, CsvStyle::default(), &tables).unwrap();
        bencher.iter_batched(clear, export, BatchSize::PerIteration);
    });
    for (name, from) in [("import JSON", &json), ("import CSV", &tables)] {
        let empty = || Diary::new(Store::in_memory().unwrap(), clock());
        group.bench_function(name, |bencher| {
            let import = |mut empty: Diary| {
                let merged = empty.import(read_any(from, Opener::default()).unwrap().draft, "a file").unwrap();
                assert!(merged.report.refused.is_empty());
                empty
            };
            bencher.iter_batched(empty, import, BatchSize::PerIteration);
        });
    }
    group.finish();
}

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let (path, bare_path) = (folder.path().join("diary.sqlite"), folder.path().join("bare.sqlite"));
    write_ten_years(&path);
    fs::copy(&path, &bare_path).unwrap();
    let mut criterion = Criterion::default().configure_from_args();
    reading(&mut criterion, &path);
    saving(&mut criterion, &path, &bare_path);
    backing_up(&mut criterion, &path);
    leaving_and_coming(&mut criterion, &path, folder.path());
    criterion.final_summary();
}
