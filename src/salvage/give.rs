//! Giving pages to tables: by what leads to them, by the gap into which they fit, or by the shape of their rows.

use super::btree::{TreeKind, TreePage};
use super::claims::Claims;
use super::definitions::Definition;
use super::pages::Pages;
use super::record;
use super::shape::Shape;
use super::value::RawValue;
use super::walk::{Gap, PageRows, RawRow, Tree, Walker};
use super::{free_pages, strays};

/// What says that a page belongs to a table, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Given {
    Root,
    Gap,
    Shape,
}

/// The pages of a table.
#[derive(Debug)]
pub(super) struct TablePages<'s, 'a> {
    pub(super) shape: &'s Shape,
    pub(super) pages: Vec<(Given, PageRows<'a>)>,
    gaps: Vec<Gap>,
    /// Whether the file itself says where the table begins.
    has_root: bool,
}

/// What the rows of a page say of the table that leads to it.
enum Belongs {
    /// One of them at least has its shape.
    There,
    /// None has its shape, but most have that of another table.
    Elsewhere(usize),
    /// They have the shape of no table.
    Nowhere,
}

/// Gives the pages of a file to its tables.
#[derive(Debug)]
pub(super) struct PageGiver<'w, 's, 'a> {
    pages: &'w Pages<'a>,
    pub(super) claims: Claims,
    /// The tables, in the order of their shapes.
    pub(super) tables: Vec<TablePages<'s, 'a>>,
    /// The pages of trees that cannot be read.
    pub(super) lost: Vec<u32>,
    /// The pages with rows that no table takes.
    pub(super) left_over: Vec<u32>,
}

impl<'w, 's, 'a> PageGiver<'w, 's, 'a> {
    /// No page is given yet but those that `claims` says.
    pub(super) fn new(shapes: &'s [Shape], pages: &'w Pages<'a>, claims: Claims) -> Self {
        let empty = |shape| TablePages { shape, pages: Vec::new(), gaps: Vec::new(), has_root: false };
        Self { pages, claims, tables: shapes.iter().map(empty).collect(), lost: Vec::new(), left_over: Vec::new() }
    }

    /// Gives each table what it leads to, and takes what belongs to indexes.
    pub(super) fn follow(&mut self, definitions: &[Definition]) {
        for Definition { kind, name, root, .. } in definitions.iter().filter(|definition| definition.root > 1) {
            if let Some(table) = self.table(kind, name) {
                self.follow_table(table, *root, Given::Root);
            } else {
                let kind = if kind == "index" { Some(TreeKind::Index) } else { self.kind_of(*root) };
                let tree = kind.map(|kind| Walker { pages: self.pages, claims: &mut self.claims, keeps_rows: false }.walk(*root, kind));
                self.lost.extend(tree.into_iter().flat_map(|tree| tree.lost));
            }
        }
    }

    /// Gives each table what it led to in a copy, as far as its rows are there. They may be elsewhere by now.
    pub(super) fn follow_copy(&mut self, definitions: &[Definition]) {
        for Definition { kind, name, root, .. } in definitions.iter().filter(|definition| definition.root > 1) {
            if let Some(table) = self.table(kind, name) {
                self.follow_table(table, *root, Given::Gap);
            }
        }
    }

    fn follow_table(&mut self, table: usize, root: u32, given: Given) {
        let Some(kind) = self.tables.get(table).map(|table| table.shape.kind()) else { return };
        let tree = Walker { pages: self.pages, claims: &mut self.claims, keeps_rows: true }.walk(root, kind);
        if given == Given::Root {
            self.lost.extend(&tree.lost);
        }
        self.give(tree, table, given);
        if let Some(table) = self.tables.get_mut(table) {
            table.has_root |= given == Given::Root;
        }
    }

    /// The place of the table that a definition is about. Returns `None` for an index, and for a table that has no shape.
    fn table(&self, kind: &str, name: &str) -> Option<usize> {
        self.tables.iter().position(|table| kind == "table" && table.shape.table == name)
    }

    /// Gives the pages that nothing leads to to the tables whose gaps they fit into. `first_free` is where the list of unused pages begins.
    pub(super) fn gather(&mut self, first_free: Option<u32>) {
        for table in self.tables.iter_mut().filter(|table| !table.has_root) {
            table.gaps.push(Gap::EVERYTHING);
        }
        if let Some(first) = first_free {
            free_pages::take(first, self.pages, &mut self.claims);
        }
        for tree in strays::trees(self.pages, &mut self.claims) {
            match self.best(&tree) {
                Some(table) => {
                    let given = if self.tables.get(table).is_some_and(|table| table.has_root) { Given::Gap } else { Given::Shape };
                    self.give(tree, table, given);
                }
                // Those of an index are no rows.
                None if tree.kind == TreeKind::Index => {}
                None => self.left_over.extend(tree.pages.iter().filter(|page| !page.rows.is_empty()).map(|page| page.page)),
            }
        }
    }

    /// The kind of the tree that begins with a page. Returns `None` if none does.
    fn kind_of(&self, root: u32) -> Option<TreeKind> {
        TreePage::read(self.pages.get(root)?, root, self.pages.geometry).map(|page| page.kind)
    }

    /// Gives a tree to a table, but for the pages whose rows are another table's.
    fn give(&mut self, tree: Tree<'a>, to: usize, given: Given) {
        if let Some(table) = self.tables.get_mut(to) {
            table.gaps.extend(&tree.gaps);
        }
        for page in tree.pages {
            let (to, given) = match self.belongs(&page, tree.kind, to) {
                Belongs::There => (to, given),
                Belongs::Elsewhere(other) => {
                    if let Some(table) = self.tables.get_mut(to) {
                        // What leads there is wrong, so that the pages of the table itself may be anywhere.
                        table.gaps.push(Gap::EVERYTHING);
                    }
                    (other, Given::Shape)
                }
                // Rows of which none is as it should be are still those of the table that leads to them.
                Belongs::Nowhere if given == Given::Root => (to, given),
                Belongs::Nowhere => {
                    self.left_over.push(page.page);
                    continue;
                }
            };
            if let Some(table) = self.tables.get_mut(to) {
                table.pages.push((given, page));
            }
        }
    }

    /// Whether rows of a page have the shape of the table that leads there.
    fn belongs(&self, page: &PageRows<'_>, kind: TreeKind, leading: usize) -> Belongs {
        let fits = |table: &TablePages<'_, '_>| {
            let mut rows = page.rows.iter().filter_map(|row| self.values(row));
            page.rows.is_empty() || rows.any(|(number, values)| table.shape.fits(number, &values))
        };
        if self.tables.get(leading).is_some_and(fits) {
            return Belongs::There;
        }
        let others = self.ranked(std::slice::from_ref(page), kind);
        others.first().map_or(Belongs::Nowhere, |other| Belongs::Elsewhere(*other))
    }

    /// The table that takes a tree that nothing leads to: the one with most rows of its shape that has a gap for it.
    fn best(&self, tree: &Tree<'_>) -> Option<usize> {
        let ranked = self.ranked(&tree.pages, tree.kind);
        let numbers = || tree.pages.iter().flat_map(|page| &page.rows).map(|row| row.rowid);
        let holds = |gap: &Gap| gap.takes_pages && numbers().all(|number| gap.span.holds(number));
        ranked.into_iter().find(|table| self.tables.get(*table).is_some_and(|table| table.gaps.iter().any(holds)))
    }

    /// The tables of which at least half of the rows have the shape, those with most rows first.
    fn ranked(&self, pages: &[PageRows<'_>], kind: TreeKind) -> Vec<usize> {
        let rows: Vec<_> = pages.iter().flat_map(|page| &page.rows).filter_map(|row| self.values(row)).collect();
        let fitting = |table: &TablePages<'_, '_>| {
            let is_kind = table.shape.kind() == kind;
            rows.iter().filter(|(number, values)| is_kind && table.shape.fits(*number, values)).count()
        };
        let mut ranked: Vec<(usize, usize)> = self.tables.iter().map(fitting).enumerate().collect();
        ranked.retain(|(_, fitting)| *fitting > 0 && fitting.saturating_mul(2) >= rows.len());
        ranked.sort_by_key(|(_, fitting)| std::cmp::Reverse(*fitting));
        ranked.into_iter().map(|(table, _)| table).collect()
    }

    /// The number of a row, and its values.
    fn values<'r>(&self, row: &'r RawRow<'_>) -> Option<(Option<i64>, Vec<RawValue<'r>>)> {
        Some((row.rowid, record::values(&row.bytes, self.pages.encoding)?))
    }
}
