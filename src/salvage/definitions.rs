//! Which tables and indexes a file has, and where each begins.

use super::btree::{TreeKind, TreePage};
use super::claims::Claims;
use super::pages::Pages;
use super::record;
use super::value::RawValue;
use super::walk::{PageRows, Tree, Walker};

/// A table or an index of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Definition {
    /// "table" or "index"; also "view" or "trigger", of which a diary has none.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// The page with which it begins; 0 for what has none.
    pub root: u32,
    /// The words that made it; empty for what SQLite made by itself.
    pub sql: String,
}

/// The tables and indexes that a file names, and the pages of that list which cannot be read.
#[derive(Debug)]
pub(super) struct Definitions {
    pub(super) all: Vec<Definition>,
    pub(super) lost: Vec<u32>,
}

impl Definitions {
    /// Reads the list, which begins on page 1. If nothing leads to parts of it any more, they are looked for among all pages.
    pub(super) fn read(pages: &Pages<'_>, claims: &mut Claims) -> Self {
        let mut walker = Walker { pages, claims, keeps_rows: true };
        let Tree { pages: mut found, gaps, lost, .. } = walker.walk(1, TreeKind::Table);
        if gaps.iter().any(|gap| gap.takes_pages) {
            let strays = walker.claims.left().into_iter().filter(|page| holds_definitions(*page, pages)).collect::<Vec<_>>();
            for page in strays {
                found.extend(walker.walk(page, TreeKind::Table).pages);
            }
        }
        let rows = found.iter().flat_map(|PageRows { rows, .. }| rows);
        let values = rows.filter_map(|row| record::values(&row.bytes, pages.encoding));
        Self { all: values.filter_map(|values| definition(&values)).collect(), lost }
    }
}

/// Whether a page that nothing leads to holds a part of the list: whether one of its rows does.
fn holds_definitions(page: u32, pages: &Pages<'_>) -> bool {
    let node = pages.get(page).and_then(|bytes| TreePage::read(bytes, page, pages.geometry));
    let lowest = node.filter(|node| node.kind == TreeKind::Table && node.last_child.is_none());
    lowest.is_some_and(|node| {
        let mut stored = node.cells().filter_map(|cell| cell?.stored);
        stored.any(|stored| record::values(stored.local, pages.encoding).and_then(|values| definition(&values)).is_some())
    })
}

/// What a row says of a table or an index. Returns `None` if it is no row of the list.
fn definition(values: &[RawValue<'_>]) -> Option<Definition> {
    let [RawValue::Text(kind), RawValue::Text(name), RawValue::Text(_), root, sql] = values else { return None };
    let root = match root {
        RawValue::Integer(root) => u32::try_from(*root).ok()?,
        RawValue::Null => 0,
        _ => return None,
    };
    let sql = match sql {
        RawValue::Text(sql) => sql.to_string(),
        RawValue::Null => String::new(),
        _ => return None,
    };
    let is_known = ["table", "index", "view", "trigger"].contains(&kind.as_ref());
    is_known.then(|| Definition { kind: kind.to_string(), name: name.to_string(), root, sql })
}
