//! What can be read of a damaged diary comes back: each row that lies outside of what is damaged, and no other.

pub(crate) mod oracle;
mod reader;

use super::support::{TestDiary, a_drink, raw};
use super::upgrade::first_format;
use cramp_diary::diary::SplitMix64;
use cramp_diary::store::{Access, RescueError, RescueOrder, Rescued, Store, rescue};
use oracle::{Oracle, PAGE};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A damaged diary in a folder of its own.
pub(crate) struct Wrecked {
    folder: TempDir,
}

impl Wrecked {
    pub(crate) fn new(bytes: &[u8]) -> Self {
        let wrecked = Self { folder: tempfile::tempdir().unwrap() };
        fs::write(wrecked.path(), bytes).unwrap();
        wrecked
    }

    /// With a backup from before the damage beside it.
    pub(crate) fn with_backup(self, whole: &[u8]) -> Self {
        fs::create_dir(self.folder.path().join("backups")).unwrap();
        fs::write(self.folder.path().join("backups/diary.2026-11-19T07-12-05.daily.sqlite"), whole).unwrap();
        self
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("diary.sqlite")
    }

    fn try_rescue(&self) -> Result<Rescued, RescueError> {
        rescue(&RescueOrder { from: self.path(), to: self.folder.path().join("new.sqlite") })
    }

    /// What comes back. The damaged file is not changed, and nothing else is left.
    #[track_caller]
    pub(crate) fn rescue(&self) -> Rescued {
        let before = fs::read(self.path()).unwrap();
        let rescued = self.try_rescue().unwrap();
        assert!(fs::read(self.path()).unwrap() == before, "the damaged file is only read");
        let mut names: Vec<_> = fs::read_dir(self.folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.retain(|name| name != "backups");
        names.sort();
        assert_eq!(names, ["diary.sqlite", "new.sqlite"]);
        rescued
    }
}

/// The example of so many nights.
pub(crate) fn example(nights: usize) -> (Oracle, TempDir) {
    let (path, folder) = TestDiary::example(nights).close();
    (Oracle::of(&path), folder)
}

/// So many pages at random, the first not among them.
pub(crate) fn some_pages(oracle: &Oracle, count: usize, random: &mut SplitMix64) -> BTreeSet<u32> {
    let mut pages = BTreeSet::new();
    while pages.len() < count {
        pages.insert(2 + u32::try_from(random.below(oracle.len() as usize - 1)).unwrap());
    }
    pages
}

#[test]
fn a_whole_diary_comes_back_whole() {
    let (oracle, _folder) = example(100);
    let wrecked = Wrecked::new(&oracle.bytes);
    let rescued = wrecked.rescue();
    oracle.check(&rescued, &BTreeSet::new());
    assert_eq!((rescued.damaged, rescued.cut_off, rescued.losses()), (0, 0, Vec::new()));
    assert!(rescued.begun_anew.is_empty() && rescued.set_aside.is_empty() && rescued.not_kept.is_empty());
}

#[test]
fn every_row_outside_of_zeroed_pages_comes_back_and_no_other() {
    let (oracle, _folder) = example(150);
    let mut random = SplitMix64::new(14);
    for count in [1, 1, 6, 6, 20, 20] {
        let gone = some_pages(&oracle, count, &mut random);
        oracle.check(&Wrecked::new(&oracle.without(&gone)).rescue(), &gone);
    }
}

#[test]
fn without_the_first_page_all_other_rows_come_back_with_a_backup_and_by_shape() {
    let (oracle, _folder) = example(100);
    let first = BTreeSet::from([1]);
    let definitions = oracle.pages_of("sqlite_schema");
    for gone in [&first, &definitions] {
        let wrecked = Wrecked::new(&oracle.without(gone));
        let rescued = wrecked.rescue();
        oracle.check(&rescued, gone);
        assert_eq!(rescued.copy, None);

        let wrecked = Wrecked::new(&oracle.without(gone)).with_backup(&oracle.bytes);
        let rescued = wrecked.rescue();
        oracle.check(&rescued, gone);
        assert_eq!((rescued.fewer_than_copy(), rescued.copy.is_some()), (Some(0), true));
    }
}

#[test]
fn what_lies_in_the_rest_of_a_file_that_was_cut_comes_back() {
    let (oracle, _folder) = example(100);
    let left = oracle.len() * 3 / 5;
    let gone = (left + 1..=oracle.len()).collect();
    let wrecked = Wrecked::new(&oracle.bytes[..left as usize * PAGE]);
    let rescued = wrecked.rescue();
    oracle.check(&rescued, &gone);
    assert_eq!((rescued.pages, rescued.cut_off), (left, oracle.len() - left));
}

#[test]
fn pages_that_were_overwritten_are_as_if_they_were_gone() {
    let (oracle, _folder) = example(100);
    let mut random = SplitMix64::new(5);
    let mut gone = some_pages(&oracle, 8, &mut random);
    gone.insert(1);
    let mut bytes = oracle.bytes.clone();
    for page in &gone {
        let begin = (*page as usize - 1) * PAGE;
        bytes[begin..begin + PAGE].fill_with(|| u8::try_from(random.below(256)).unwrap());
    }
    oracle.check(&Wrecked::new(&bytes).rescue(), &gone);
}

#[test]
fn a_factor_whose_answers_are_left_comes_from_the_backup() {
    let (oracle, _folder) = example(100);
    let gone = oracle.pages_of("factor");
    let wrecked = Wrecked::new(&oracle.without(&gone));
    let rescued = wrecked.rescue();
    let losses = rescued.losses();
    assert!(losses.iter().any(|loss| loss.contains("answers came back without what they belong to")), "{losses:?}");

    let wrecked = Wrecked::new(&oracle.without(&gone)).with_backup(&oracle.bytes);
    let rescued = wrecked.rescue();
    oracle.check(&rescued, &BTreeSet::new());
    assert_eq!(rescued.losses(), ["2 factors came from the backup, because only what belongs to them was found."]);
}

#[test]
fn what_only_the_log_holds_comes_back() {
    let diary = TestDiary::new().with(a_drink("2026-11-19").ml(300));
    let log = diary.path().with_extension("sqlite-wal");
    // As a window leaves it that was killed.
    let (bytes, last) = (fs::read(diary.path()).unwrap(), fs::read(&log).unwrap());
    let wrecked = Wrecked::new(&[&[0; PAGE], &bytes[PAGE..]].concat());
    fs::write(wrecked.path().with_extension("sqlite-wal"), &last).unwrap();
    let rescued = wrecked.try_rescue().unwrap();
    assert_eq!(rescued.back(), 1);
    assert_eq!(fs::read(wrecked.path().with_extension("sqlite-wal")).unwrap(), last, "it is only read");
}

#[test]
fn a_value_that_no_diary_may_have_waits_to_be_mended() {
    let (path, _folder) = TestDiary::example(60).close();
    let sql = "PRAGMA ignore_check_constraints = ON; UPDATE cramp SET severity = 11 WHERE rowid = 3; PRAGMA wal_checkpoint(TRUNCATE)";
    raw(&path).execute_batch(sql).unwrap();
    let oracle = Oracle::of(&path);
    let gone = BTreeSet::from([1]);
    let wrecked = Wrecked::new(&oracle.without(&gone));
    let rescued = wrecked.rescue();
    oracle.check(&rescued, &gone);
    let [found] = rescued.set_aside.as_slice() else { panic!("{:?}", rescued.set_aside) };
    assert!(found.words().starts_with("the cramp of ") && found.words().ends_with(": severity 11"), "{}", found.words());
}

#[test]
fn an_older_diary_comes_back_in_the_newest_format() {
    let (folder, path) = first_format();
    let bytes = fs::read(&path).unwrap();
    drop(folder);
    for gone in [BTreeSet::new(), BTreeSet::from([1])] {
        let mut hurt = bytes.clone();
        for page in &gone {
            let page: &usize = page;
            hurt[(page - 1) * PAGE..page * PAGE].fill(0);
        }
        let wrecked = Wrecked::new(&hurt);
        let rescued = wrecked.rescue();
        assert_eq!((rescued.format, rescued.back()), (1, 2));
        assert_eq!(notes(&rescued.path), ["calm"]);
    }
}

/// What the nights of a diary say, when it is opened.
fn notes(path: &Path) -> Vec<String> {
    use cramp_diary::domain::NightNote;
    let store = Store::open(path, Access::Create).unwrap();
    let nights = store.read().all::<NightNote>().unwrap();
    nights.into_iter().map(|entry| entry.value.note).collect()
}

#[test]
fn what_is_no_diary_gives_none() {
    let text = b"The quick brown fox jumps over the lazy dog. ".repeat(300);
    for (bytes, expected) in
        [(&text[..], "nothing of a diary was found"), (&[], "nothing of a diary was found"), (&[0; 9000], "nothing of a diary")]
    {
        let wrecked = Wrecked::new(bytes);
        let error = wrecked.try_rescue().unwrap_err().to_string();
        assert!(error.contains(expected), "{error}");
        assert_eq!(fs::read_dir(wrecked.folder.path()).unwrap().count(), 1);
    }
    let another = tempfile::tempdir().unwrap();
    let path = another.path().join("another.sqlite");
    raw(&path).execute_batch("CREATE TABLE song (name TEXT); INSERT INTO song VALUES ('Lullaby')").unwrap();
    let error = rescue(&RescueOrder { from: path.clone(), to: another.path().join("new.sqlite") }).unwrap_err().to_string();
    assert!(error.contains("not a Cramp Diary"), "{error}");
    assert!(!another.path().join("new.sqlite").exists());
}
