//! Pages of trees that nothing leads to.

use super::btree::{TreeKind, TreePage};
use super::claims::Claims;
use super::pages::Pages;
use super::walk::{Tree, Walker};
use std::collections::BTreeSet;

/// The trees of the pages that nobody has taken, the tallest first: what led to them is damaged, or was deleted.
pub(super) fn trees<'a>(pages: &Pages<'a>, claims: &mut Claims) -> Vec<Tree<'a>> {
    let read = |page: u32| TreePage::read(pages.get(page)?, page, pages.geometry).map(|node| (page, node));
    let left: Vec<(u32, TreePage<'_>)> = claims.left().into_iter().filter_map(read).collect();
    let below: BTreeSet<u32> = left.iter().flat_map(|(_, node)| children(*node)).collect();
    let (lower, tops): (Vec<_>, Vec<_>) = left.iter().map(|(page, node)| (*page, node.kind)).partition(|(page, _)| below.contains(page));
    let mut trees = Vec::new();
    // Pages that lead to each other in a circle are below another each; they come last.
    for (page, kind) in tops.into_iter().chain(lower) {
        trees.extend(walk(page, kind, pages, claims));
    }
    trees.sort_by_key(|tree| std::cmp::Reverse(tree.height));
    trees
}

fn walk<'a>(page: u32, kind: TreeKind, pages: &Pages<'a>, claims: &mut Claims) -> Option<Tree<'a>> {
    claims.is_left(page).then(|| Walker { pages, claims, keeps_rows: true }.walk(page, kind))
}

/// The pages below a page.
fn children(node: TreePage<'_>) -> impl Iterator<Item = u32> {
    node.cells().filter_map(|cell| cell?.child).chain(node.last_child)
}
