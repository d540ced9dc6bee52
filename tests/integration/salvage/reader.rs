//! The reader of damaged files, on files that SQLite wrote and changed many times, and on bytes that nobody wrote.

use crate::dump::rows;
use crate::seeded::seeded;
use crate::support::raw;
use cramp_diary::diary::SplitMix64;
use cramp_diary::salvage::{DamagedFile, RawValue, Salvaged, Shape, ShapeColumn, Stead, Wreck};
use proptest::prelude::*;
use rusqlite::{Connection, params};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;
use tempfile::TempDir;

const TABLES: &str = "
    CREATE TABLE note (id BLOB PRIMARY KEY, words TEXT NOT NULL) STRICT;
    CREATE INDEX note_by_words ON note (words);
    CREATE TABLE amount (id BLOB PRIMARY KEY, volume INTEGER NOT NULL, part REAL) STRICT;
    CREATE TABLE tried (note BLOB NOT NULL, what TEXT NOT NULL, PRIMARY KEY (note, what)) STRICT, WITHOUT ROWID;";

fn shapes() -> Vec<Shape> {
    let column = |name: &str, allows: fn(&RawValue<'_>) -> bool| {
        let is_real = name == "part";
        ShapeColumn { name: name.to_owned(), is_real, missing: is_real.then_some(RawValue::Null), allows: Box::new(allows) }
    };
    let id = |value: &RawValue<'_>| matches!(value, RawValue::Blob(bytes) if bytes.len() == 16);
    let text = |value: &RawValue<'_>| value.as_text().is_some();
    let whole = |value: &RawValue<'_>| value.as_integer().is_some();
    let real = |value: &RawValue<'_>| matches!(value, RawValue::Real(_) | RawValue::Null);
    let table = |table: &str, columns, key_columns| Shape { table: table.to_owned(), columns, rowid_column: None, key_columns };
    vec![
        table("note", vec![column("id", id), column("words", text)], None),
        table("amount", vec![column("id", id), column("volume", whole), column("part", real)], None),
        table(
            "tried",
            vec![column("note", id), column("what", |value| value.as_text().is_some_and(|what| what.starts_with("try")))],
            Some(2),
        ),
    ]
}

/// A file that was changed so many times.
struct Edited {
    _folder: TempDir,
    path: PathBuf,
    connection: Connection,
    random: SplitMix64,
}

impl Edited {
    fn new(settings: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("edited.sqlite");
        let connection = raw(&path);
        connection.execute_batch(&format!("PRAGMA secure_delete = ON; PRAGMA synchronous = OFF; {settings}; {TABLES}")).unwrap();
        Self { _folder: folder, path, connection, random: SplitMix64::new(3) }
    }

    /// Adds, changes and deletes, without an end of the transaction.
    fn edit(&mut self, steps: usize) {
        let (file, random) = (&self.connection, &mut self.random);
        for step in 0..steps {
            let id: Vec<u8> = (0..16).map(|_| u8::try_from(random.below(256)).unwrap()).collect();
            let length = if random.below(5) == 0 { random.below(9000) } else { random.below(90) };
            match random.below(10) {
                0..=3 => {
                    let words: String = (0..length).map(|at| char::from(b'a' + u8::try_from((at + step) % 26).unwrap())).collect();
                    file.execute("INSERT INTO note VALUES (?, ?)", params![id, words]).unwrap();
                    let what = format!("try {}", "again ".repeat(random.below(60)));
                    file.execute("INSERT INTO tried VALUES (?, ?)", params![id, what]).unwrap();
                }
                4..=7 => drop(file.execute("INSERT INTO amount VALUES (?, ?, ?)", params![id, u32::try_from(step).unwrap(), 0.5]).unwrap()),
                8 => file
                    .execute_batch("DELETE FROM note WHERE rowid % 13 = 5; UPDATE note SET words = substr(words || words, 1, 5000) WHERE rowid % 17 = 3")
                    .unwrap(),
                _ => file.execute_batch("DELETE FROM amount WHERE volume % 11 = 3").unwrap(),
            }
        }
    }

    fn begin(&self) {
        self.connection.execute_batch("BEGIN").unwrap();
    }

    fn commit(&self) {
        self.connection.execute_batch("COMMIT").unwrap();
    }

    fn bytes(&self) -> Vec<u8> {
        fs::read(&self.path).unwrap()
    }

    fn log(&self) -> Vec<u8> {
        fs::read(self.path.with_extension("sqlite-wal")).unwrap()
    }

    fn journal(&self) -> Vec<u8> {
        fs::read(self.path.with_extension("sqlite-journal")).unwrap()
    }

    /// The rows of each table as SQLite reads them, in words.
    fn truth(&self) -> BTreeMap<String, BTreeSet<String>> {
        let sql = |table: &str| rows(&self.connection, &format!("SELECT * FROM {table}")).into_iter().collect();
        ["note", "amount", "tried"].map(|table| (table.to_owned(), sql(table))).into()
    }

    /// How many rows of each table do not lie on these pages, not even in part.
    fn left(&self, gone: &BTreeSet<u32>) -> BTreeMap<String, usize> {
        let mut statement = self.connection.prepare("SELECT name, path, pageno, pagetype, ncell FROM dbstat").unwrap();
        let page = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?));
        let pages: Vec<(String, String, u32, String, u32)> = statement.query_map([], page).unwrap().map(Result::unwrap).collect();
        let place = |name: &str, path: &str| pages.iter().find(|page| page.0 == name && page.1 == path).unwrap().2;
        let mut left: BTreeMap<_, _> = self.truth().into_iter().map(|(table, rows)| (table, rows.len())).collect();
        let mut cut = BTreeSet::new();
        for (name, path, _, kind, cells) in pages.iter().filter(|page| gone.contains(&page.2)) {
            let Some(rows) = left.get_mut(name) else { continue };
            match path.split_once('+') {
                // The path of a page that goes on is that of its row: "/00a/003+000000".
                Some((cell, _)) => {
                    let leaf = &cell[..=cell.rfind('/').unwrap()];
                    if !gone.contains(&place(name, leaf)) {
                        cut.insert((name, cell));
                    }
                }
                None if kind == "leaf" || name == "tried" => *rows -= *cells as usize,
                None => {}
            }
        }
        for (name, _) in cut {
            *left.get_mut(name).unwrap() -= 1;
        }
        left
    }
}

/// The rows of each table, in the words of [`rows`].
fn found(salvaged: &Salvaged<'_, '_>) -> BTreeMap<String, BTreeSet<String>> {
    let tables = salvaged.tables.iter().map(|table| {
        let said = |row: Vec<RawValue<'_>>| {
            let columns = table.shape.columns.iter().zip(row);
            let values = columns.map(|(column, value)| {
                let value = match value {
                    RawValue::Text(text) => RawValue::Text(text.into_owned().into()),
                    value => value,
                };
                format!("{}={value:?} ", column.name)
            });
            values.collect::<String>()
        };
        let rows: Vec<String> = table.rows().map(said).collect();
        let once: BTreeSet<String> = rows.iter().cloned().collect();
        assert_eq!((once.len(), table.count()), (rows.len(), rows.len()), "{} has a row twice", table.shape.table);
        (table.shape.table.clone(), once)
    });
    tables.collect()
}

fn open<'a>(file: &'a [u8], log: Option<&'a [u8]>) -> Wreck<'a> {
    Wreck::open(DamagedFile { file, log, journal: None }, None)
}

fn zeroed(bytes: &[u8], pages: &BTreeSet<u32>, size: usize) -> Vec<u8> {
    let mut hurt = bytes.to_vec();
    for page in pages {
        hurt[(*page as usize - 1) * size..*page as usize * size].fill(0);
    }
    hurt
}

/// Whether each row that was found is one, and there are as many as there should be.
#[track_caller]
fn check(edited: &Edited, salvaged: &Salvaged<'_, '_>, gone: &BTreeSet<u32>) {
    let (truth, left) = (edited.truth(), edited.left(gone));
    for (table, rows) in found(salvaged) {
        assert!(rows.is_subset(&truth[&table]), "{table} has rows that never were; gone: {gone:?}");
        assert_eq!(rows.len(), left[&table], "{table} of {}; gone: {gone:?}", truth[&table].len());
    }
}

#[test]
fn files_that_were_changed_many_times() {
    let shapes = shapes();
    for (size, settings) in [
        (512, "PRAGMA page_size = 512"),
        (1024, "PRAGMA page_size = 1024; PRAGMA auto_vacuum = FULL"),
        (4096, "PRAGMA page_size = 4096"),
        (65_536, "PRAGMA page_size = 65536"),
    ] {
        let mut edited = Edited::new(settings);
        for round in 0..3 {
            edited.begin();
            edited.edit(120);
            edited.commit();
            if round == 1 {
                edited.connection.execute_batch("VACUUM").unwrap();
            }
            let bytes = edited.bytes();
            let pages = bytes.len() / size;
            check(&edited, &open(&bytes, None).salvage(&shapes), &BTreeSet::new());
            for count in 1..6 {
                let mut gone: BTreeSet<_> = (0..count).map(|_| u32::try_from(edited.random.below(pages)).unwrap() + 1).collect();
                if count == 3 {
                    gone.insert(1);
                }
                check(&edited, &open(&zeroed(&bytes, &gone, size), None).salvage(&shapes), &gone);
            }
        }
    }
}

#[test]
fn of_a_log_what_was_committed_counts_and_nothing_else() {
    let shapes = shapes();
    let mut edited = Edited::new("PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; PRAGMA cache_size = 2");
    for round in 0..4 {
        edited.begin();
        edited.edit(80);
        edited.commit();
        let truth = edited.truth();
        // With so small a cache, these are in the log before anybody commits.
        edited.begin();
        edited.edit(80);
        let (bytes, log) = (edited.bytes(), edited.log());
        edited.connection.execute_batch("ROLLBACK").unwrap();
        assert_eq!(found(&open(&bytes, Some(&log)).salvage(&shapes)), truth, "round {round}");
        // Of a file of zeros, what the log holds comes back.
        let zeros = vec![0; bytes.len()];
        let from_log = found(&open(&zeros, Some(&log)).salvage(&shapes));
        assert!(from_log.iter().all(|(table, rows)| rows.is_subset(&truth[table])));
        let mut of_another = log.clone();
        of_another[17] ^= 1;
        assert_eq!(open(&bytes, Some(&of_another)).salvage(&shapes).from_log, 0);
        if round == 1 {
            edited.connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
        }
    }
}

/// What lies on the disk in the middle of a change is what is left when its program is killed there.
#[test]
fn a_change_that_was_not_finished_is_taken_back_from_the_journal() {
    let shapes = shapes();
    for (page_size, synchronous) in [(512, "FULL"), (4096, "FULL"), (4096, "OFF")] {
        let mut edited = Edited::new(&format!("PRAGMA page_size = {page_size}; PRAGMA synchronous = {synchronous}; PRAGMA cache_size = 2"));
        edited.begin();
        edited.edit(150);
        edited.commit();
        let (truth, before) = (edited.truth(), edited.bytes());
        edited.begin();
        edited.edit(100);
        let (bytes, journal) = (edited.bytes(), edited.journal());
        edited.connection.execute_batch("ROLLBACK").unwrap();
        assert!(bytes.len() > before.len(), "with so small a cache, pages are in the file before anybody commits");
        let with = |file, journal| found(&Wreck::open(DamagedFile { file, log: None, journal }, None).salvage(&shapes));
        assert_eq!(with(&bytes, Some(&journal)), truth, "{page_size}, {synchronous}");
        // Which pages are in the file by then depends on what else has pages in SQLite's memory, so nothing is said of the rows without it.
        let half_changed = with(&bytes, None);
        let mut of_no_journal = journal.clone();
        of_no_journal[3] ^= 1;
        assert_eq!(with(&bytes, Some(&of_no_journal)), half_changed);
        // The first page is in the journal only if it was changed.
        let gone = BTreeSet::from([2, 3]);
        let hurt = zeroed(&bytes, &gone, page_size);
        let rows = with(&hurt, Some(&journal));
        assert!(rows.iter().all(|(table, rows)| rows.is_subset(&truth[table])), "{page_size}, {synchronous}");
        let (counted, least) =
            (|rows: &BTreeMap<String, BTreeSet<String>>| rows.values().map(BTreeSet::len).sum::<usize>(), edited.left(&gone));
        assert!(counted(&rows) >= least.values().sum(), "what lies outside the damage is back, and what the journal has of it");
        for cut in [8, 20, 28, 511, 513, journal.len() / 2, journal.len() - 1] {
            with(&bytes, Some(&journal[..cut]));
        }
    }
}

#[test]
fn a_backup_that_is_older_than_the_last_rebuilding_leads_nobody_astray() {
    let shapes = shapes();
    let mut edited = Edited::new("PRAGMA page_size = 1024");
    edited.edit(60);
    let stead = Stead::of(&edited.bytes());
    edited.edit(200);
    edited.connection.execute_batch("DROP INDEX note_by_words; VACUUM").unwrap();
    let gone = BTreeSet::from([1]);
    let hurt = zeroed(&edited.bytes(), &gone, 1024);
    check(&edited, &Wreck::open(DamagedFile::alone(&hurt), Some(&stead)).salvage(&shapes), &gone);
}

/// A file and its log, and the journal of an earlier change, for mutations.
static BASE: LazyLock<[Vec<u8>; 3]> = LazyLock::new(|| {
    let mut edited = Edited::new("PRAGMA page_size = 512; PRAGMA cache_size = 2");
    edited.edit(30);
    edited.begin();
    edited.edit(30);
    let journal = edited.journal();
    edited.connection.execute_batch("ROLLBACK; PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0").unwrap();
    edited.edit(20);
    [edited.bytes(), edited.log(), journal]
});

proptest! {
    #![proptest_config(seeded(300))]

    #[test]
    fn no_bytes_make_it_panic(
        hits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), any::<bool>()), 0..40),
        rubbish in prop::collection::vec(any::<u8>(), 0..2000),
        cut in any::<prop::sample::Index>(),
    ) {
        let (shapes, [mut hurt, mut hurt_log, mut hurt_journal]) = (shapes(), BASE.clone());
        for (at, byte, begins_page) in hits {
            let target = match byte % 5 {
                0 => &mut hurt_log,
                1 => &mut hurt_journal,
                _ => &mut hurt,
            };
            // What stands at the beginning of a page says most.
            let at = if begins_page { at.index(target.len() / 512) * 512 + usize::from(byte) % 16 } else { at.index(target.len()) };
            target[at] = byte;
        }
        found(&open(&hurt, Some(&hurt_log)).salvage(&shapes));
        found(&open(&hurt[..cut.index(hurt.len())], None).salvage(&shapes));
        found(&open(&rubbish, Some(&hurt_log)).salvage(&shapes));
        let of_journal = |log| DamagedFile { file: &hurt, log, journal: Some(&hurt_journal) };
        found(&Wreck::open(of_journal(Some(&rubbish)), Some(&Stead::of(&hurt))).salvage(&shapes));
        found(&Wreck::open(of_journal(Some(&hurt_log)), None).salvage(&shapes));
    }
}
