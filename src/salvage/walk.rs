//! Walking a tree from a page down, around what is damaged.

use super::btree::{TreeCell, TreeKind, TreePage};
use super::claims::Claims;
use super::pages::Pages;
use super::{overflow, record};
use std::borrow::Cow;

/// So deep no tree is, whatever its pages say.
const DEEPEST: usize = 20;

/// The numbers that rows of a page may have: more than `after`, and at most `until`. `None` stands for no limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct NumberSpan {
    after: Option<i64>,
    until: Option<i64>,
}

impl NumberSpan {
    /// Whether a row may have this number; one without a number may lie anywhere.
    pub(super) fn holds(self, rowid: Option<i64>) -> bool {
        let is_after = |rowid| self.after.is_none_or(|after| rowid > after);
        rowid.is_none_or(|rowid| is_after(rowid) && self.until.is_none_or(|until| rowid <= until))
    }
}

/// A row: its number, if rows of its table have one, and its bytes, which hold values.
#[derive(Debug, Clone)]
pub(super) struct RawRow<'a> {
    pub(super) rowid: Option<i64>,
    pub(super) bytes: Cow<'a, [u8]>,
}

/// The rows of a page.
#[derive(Debug, Clone)]
pub(super) struct PageRows<'a> {
    pub(super) page: u32,
    /// The numbers that the pages above leave to this one.
    pub(super) span: NumberSpan,
    pub(super) rows: Vec<RawRow<'a>>,
    /// How many of its rows cannot be read whole.
    pub(super) broken: usize,
}

/// A place in a tree where a page should be.
#[derive(Debug, Clone, Copy)]
pub(super) struct Gap {
    /// The numbers that rows of the missing pages have.
    pub(super) span: NumberSpan,
    /// Whether sound pages may belong there that nothing leads to any more.
    pub(super) takes_pages: bool,
}

impl Gap {
    /// The gap of a table that nothing is known of.
    pub(super) const EVERYTHING: Self = Self { span: NumberSpan { after: None, until: None }, takes_pages: true };
}

/// A tree, or what is left of it.
#[derive(Debug)]
pub(super) struct Tree<'a> {
    pub(super) kind: TreeKind,
    /// How many pages lie between its first page and the lowest; `None` if it has no page that can be read.
    pub(super) height: Option<usize>,
    pub(super) pages: Vec<PageRows<'a>>,
    pub(super) gaps: Vec<Gap>,
    /// The pages that should be there and cannot be read.
    pub(super) lost: Vec<u32>,
}

/// What a walk needs besides the tree.
#[derive(Debug)]
pub(super) struct Walker<'w, 'a> {
    pub(super) pages: &'w Pages<'a>,
    pub(super) claims: &'w mut Claims,
    /// Whether the rows are kept: not those of an index.
    pub(super) keeps_rows: bool,
}

impl<'a> Walker<'_, 'a> {
    /// Walks the tree whose first page has this number.
    pub(super) fn walk(&mut self, root: u32, kind: TreeKind) -> Tree<'a> {
        let mut tree = Tree { kind, height: None, pages: Vec::new(), gaps: Vec::new(), lost: Vec::new() };
        tree.height = self.visit(root, NumberSpan::default(), 0, &mut tree);
        if tree.height.is_none() {
            tree.gaps.push(Gap::EVERYTHING);
            tree.lost.extend(self.is_lost(root).then_some(root));
        }
        tree
    }

    /// Adds a page, and all below it, to the tree. Returns how many pages lie between it and the lowest below it, and `None` if it is no page
    /// of this tree.
    fn visit(&mut self, page: u32, span: NumberSpan, depth: usize, tree: &mut Tree<'a>) -> Option<usize> {
        let node = TreePage::read(self.pages.get(page)?, page, self.pages.geometry).filter(|node| node.kind == tree.kind)?;
        if depth > DEEPEST || !self.claims.take(page) {
            return None;
        }
        if node.last_child.is_none() || node.kind == TreeKind::Index {
            let rows = self.rows(page, span, node);
            tree.pages.push(rows);
        }
        let Some(last_child) = node.last_child else { return Some(0) };
        let (mut missing, mut height) = (Vec::new(), None);
        let mut after = span.after;
        for cell in node.cells() {
            let Some(TreeCell { child: Some(child), rowid, .. }) = cell else {
                missing.push((None, NumberSpan { after, until: span.until }));
                continue;
            };
            let below = NumberSpan { after, until: rowid };
            match self.visit(child, below, depth.saturating_add(1), tree) {
                None => missing.push((Some(child), below)),
                found => height = height.or(found),
            }
            after = rowid;
        }
        let below = NumberSpan { after, until: span.until };
        match self.visit(last_child, below, depth.saturating_add(1), tree) {
            None => missing.push((Some(last_child), below)),
            found => height = height.or(found),
        }
        for (child, span) in missing {
            let lost = child.filter(|child| self.is_lost(*child));
            tree.lost.extend(lost);
            // A page that is gone is no other page. What it led to may be there; the lowest pages lead to none.
            tree.gaps.push(Gap { span, takes_pages: lost.is_none() || height != Some(0) });
        }
        Some(height.map_or(1, |height| height.saturating_add(1)))
    }

    /// Whether a page belongs to the file, is given to nothing else, and cannot be read: it was cut off, or is no page of a tree.
    fn is_lost(&self, page: u32) -> bool {
        let is_cut_off = page > self.pages.count() && page <= self.pages.expected();
        let is_tree = || self.pages.get(page).is_some_and(|bytes| TreePage::read(bytes, page, self.pages.geometry).is_some());
        is_cut_off || (self.claims.is_left(page) && !is_tree())
    }

    fn rows(&mut self, page: u32, span: NumberSpan, node: TreePage<'a>) -> PageRows<'a> {
        let mut found = PageRows { page, span, rows: Vec::new(), broken: 0 };
        if !self.keeps_rows {
            return found;
        }
        for cell in node.cells() {
            let whole = cell.and_then(|cell| {
                let bytes = overflow::whole(cell.stored?, self.pages, self.claims)?;
                record::values(&bytes, self.pages.encoding)?;
                Some(RawRow { rowid: cell.rowid, bytes })
            });
            match whole {
                Some(row) => found.rows.push(row),
                None => found.broken = found.broken.saturating_add(1),
            }
        }
        found
    }
}
