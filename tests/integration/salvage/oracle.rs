//! What must come back of a damaged diary: the rows of the whole one, without those on pages that are gone.

use crate::dump::rows;
use crate::support::raw;
use cramp_diary::store::Rescued;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The length of a page in bytes.
pub(crate) const PAGE: usize = 4096;

/// The tables with one row that a new diary has as well.
const OF_ONE_ROW: [&str; 2] = ["settings", "profile"];

/// A whole diary, and on which page each row lies.
pub(crate) struct Oracle {
    pub(crate) bytes: Vec<u8>,
    /// The rows of each table, in words.
    rows: BTreeMap<String, BTreeSet<String>>,
    /// Of each page its table or index, and how many rows of a table begin on it.
    pages: BTreeMap<u32, (String, usize)>,
}

impl Oracle {
    /// A closed diary, whose rows all fit into a page.
    pub(crate) fn of(path: &Path) -> Self {
        let file = raw(path);
        let tables = rows(&file, "SELECT name FROM sqlite_schema WHERE type = 'table'");
        let name = |row: &String| row.split('"').nth(1).unwrap().to_owned();
        let rows_of = |table: String| (table.clone(), all_rows(path, &table));
        let rows: BTreeMap<_, _> = tables.iter().map(name).map(rows_of).collect();
        let mut statement = file.prepare("SELECT pageno, name, pagetype, ncell FROM dbstat").unwrap();
        let page = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get::<_, String>(2)?, row.get::<_, u32>(3)?));
        let found: Vec<(u32, String, String, u32)> = statement.query_map([], page).unwrap().map(Result::unwrap).collect();
        let pages = found.into_iter().map(|(page, name, kind, cells)| {
            assert_ne!(kind, "overflow");
            // Rows without numbers lie on inner pages too.
            let has_rows = rows.contains_key(&name) && (kind == "leaf" || ["cramp_relief", "recipe_ingredient"].contains(&name.as_str()));
            (page, (name, if has_rows { cells as usize } else { 0 }))
        });
        Self { bytes: fs::read(path).unwrap(), pages: pages.collect(), rows }
    }

    /// How many pages there are.
    pub(crate) fn len(&self) -> u32 {
        u32::try_from(self.bytes.len() / PAGE).unwrap()
    }

    /// The pages of a table or index.
    pub(crate) fn pages_of(&self, name: &str) -> BTreeSet<u32> {
        self.pages.iter().filter(|(_, (of, _))| of == name).map(|(page, _)| *page).collect()
    }

    /// The diary without these pages, which are zeros.
    pub(crate) fn without(&self, gone: &BTreeSet<u32>) -> Vec<u8> {
        let mut bytes = self.bytes.clone();
        for page in gone {
            let begin = (*page as usize - 1) * PAGE;
            bytes[begin..begin + PAGE].fill(0);
        }
        bytes
    }

    /// Checks that a new diary holds each row that lies outside of these pages, and no other. Returns how many records there are.
    #[track_caller]
    pub(crate) fn check(&self, rescued: &Rescued, gone: &BTreeSet<u32>) -> usize {
        for (table, whole) in &self.rows {
            let found = all_rows(&rescued.path, table);
            let lost: usize =
                gone.iter().filter_map(|page| self.pages.get(page)).filter(|(name, _)| name == table).map(|(_, rows)| rows).sum();
            if OF_ONE_ROW.contains(&table.as_str()) {
                assert!(lost > 0 || found == *whole, "{table}");
                continue;
            }
            let invented: Vec<_> = found.difference(whole).take(2).collect();
            assert!(invented.is_empty(), "{table} has {invented:?}; gone: {gone:?}");
            let of_parts = |name: &str| rescued.kinds.iter().find(|kind| kind.noun() == name).map_or(0, |kind| kind.without_record);
            let alone = match table.as_str() {
                "cramp_relief" => of_parts("cramp"),
                "recipe_ingredient" => of_parts("recipe"),
                _ => 0,
            };
            assert_eq!(found.len() + alone, whole.len() - lost, "{table}; gone: {gone:?}");
        }
        rescued.back()
    }
}

/// Every row of a table, in words.
fn all_rows(path: &Path, table: &str) -> BTreeSet<String> {
    rows(&raw(path), &format!("SELECT * FROM {table}")).into_iter().collect()
}
