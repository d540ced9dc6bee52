//! Reading the tables of a damaged file.

use super::claims::Claims;
use super::damaged_file::DamagedFile;
use super::definitions::{Definition, Definitions};
use super::give::{Given, PageGiver, TablePages};
use super::header::Header;
use super::key::RowKey;
use super::pages::Pages;
use super::salvaged::{PagesGiven, Salvaged, SalvagedTable};
use super::shape::Shape;
use super::walk::RawRow;
use std::collections::BTreeMap;

/// What stands in for the first page of a damaged file, and for its list of tables, where these are gone: those of a copy.
///
/// A copy that SQLite's backup made has its tables on the pages on which the file itself has them.
#[derive(Debug, Clone)]
pub struct Stead {
    /// The first bytes of the copy.
    pub header: Option<Header>,
    /// Its tables and indexes.
    pub definitions: Vec<Definition>,
}

impl Stead {
    /// Reads it from the bytes of a copy.
    #[must_use]
    pub fn of(copy: &[u8]) -> Self {
        let wreck = Wreck::open(DamagedFile::alone(copy), None);
        Self { header: wreck.pages.header, definitions: wreck.definitions }
    }
}

/// A damaged file that can be read.
#[derive(Debug)]
pub struct Wreck<'a> {
    pages: Pages<'a>,
    claims: Claims,
    definitions: Vec<Definition>,
    /// The definitions that the file does not have any more, but its copy has.
    of_copy: Vec<Definition>,
    lost: Vec<u32>,
}

impl<'a> Wreck<'a> {
    /// Finds the pages of a file, and the list of its tables, as far as they are left.
    #[must_use]
    pub fn open(damaged: DamagedFile<'a>, stead: Option<&Stead>) -> Self {
        let pages = Pages::new(damaged, stead.and_then(|stead| stead.header));
        let mut claims = Claims::new(pages.count());
        let Definitions { all, lost } = Definitions::read(&pages, &mut claims);
        let is_missing = |definition: &&Definition| !all.iter().any(|own| own.kind == definition.kind && own.name == definition.name);
        let of_copy = stead.map(|stead| stead.definitions.iter().filter(is_missing).cloned().collect()).unwrap_or_default();
        Self { pages, claims, definitions: all, of_copy, lost }
    }

    /// The first bytes of the file, with the format of the diary. Returns `None` if they are gone.
    #[must_use]
    pub fn header(&self) -> Option<Header> {
        self.pages.header
    }

    /// The tables and indexes that the file itself still names.
    #[must_use]
    pub fn definitions(&self) -> &[Definition] {
        &self.definitions
    }

    /// Reads the rows of the tables with these shapes.
    #[must_use]
    pub fn salvage<'s>(&self, shapes: &'s [Shape]) -> Salvaged<'s, 'a> {
        let mut giver = PageGiver::new(shapes, &self.pages, self.claims.clone());
        giver.follow(&self.definitions);
        giver.follow_copy(&self.of_copy);
        giver.gather(self.pages.header.map(|header| header.first_free));
        let broken = giver.tables.iter().flat_map(|table| &table.pages).filter(|(_, page)| page.broken > 0).map(|(_, page)| page.page);
        // Nothing leads to them, and they are no pages of a tree, nor listed as not used.
        let unknown = giver.claims.left().into_iter().filter(|page| !giver.left_over.contains(page));
        let mut damaged: Vec<u32> = self.lost.iter().chain(&giver.lost).copied().chain(broken).chain(unknown).collect();
        damaged.retain(|page| *page <= self.pages.count());
        damaged.sort_unstable();
        damaged.dedup();
        Salvaged {
            damaged,
            left_over: giver.left_over,
            pages: self.pages.count(),
            cut_off: self.pages.expected().saturating_sub(self.pages.count()),
            from_log: self.pages.in_log(),
            tables: giver.tables.into_iter().map(|table| self.collect(table)).collect(),
        }
    }

    /// The rows of a table, each once: the one that most surely belongs to it.
    fn collect<'s>(&self, table: TablePages<'s, 'a>) -> SalvagedTable<'s, 'a> {
        let TablePages { shape, pages, .. } = table;
        let encoding = self.pages.encoding;
        let mut salvaged = SalvagedTable { shape, broken: 0, doubles: 0, given: PagesGiven::default(), rows: Vec::new(), encoding };
        let mut rows: BTreeMap<RowKey, ((Given, bool), RawRow<'a>)> = BTreeMap::new();
        for (given, page) in pages {
            salvaged.given.add(given, page.rows.is_empty());
            salvaged.broken = salvaged.broken.saturating_add(page.broken);
            for row in page.rows {
                let rank = (given, !page.span.holds(row.rowid));
                let values = super::record::values(&row.bytes, encoding);
                let is_whole = values.is_some_and(|values| shape.complete(row.rowid, values).is_some());
                let Some(key) = RowKey::of(&row, shape.key_columns, encoding).filter(|_| is_whole) else {
                    salvaged.broken = salvaged.broken.saturating_add(1);
                    continue;
                };
                let is_double = rows.get(&key).map(|(known, _)| rank < *known);
                salvaged.doubles = salvaged.doubles.saturating_add(usize::from(is_double.is_some()));
                if is_double.unwrap_or(true) {
                    rows.insert(key, (rank, row));
                }
            }
        }
        salvaged.rows = rows.into_values().map(|(_, row)| row).collect();
        salvaged
    }
}

impl PagesGiven {
    fn add(&mut self, given: Given, is_empty: bool) {
        let count = match given {
            Given::Root => &mut self.by_root,
            Given::Gap => &mut self.by_gap,
            Given::Shape => &mut self.by_shape,
        };
        *count = count.saturating_add(usize::from(!is_empty));
    }
}
