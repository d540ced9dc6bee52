//! A page of a tree: its kind, its cells, and the pages below it.

use super::bytes::{Cursor, u8_at, u16_at, u32_at};
use super::geometry::Geometry;
use super::header::Header;
use super::zeroed;

/// What a tree holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TreeKind {
    /// A table whose rows have numbers.
    Table,
    /// An index, or a table whose rows have no numbers.
    Index,
}

/// A page of a tree.
#[derive(Debug, Clone, Copy)]
pub(super) struct TreePage<'a> {
    /// What the tree holds.
    pub(super) kind: TreeKind,
    /// The page with what follows upon all cells; `None` for a page without pages below it.
    pub(super) last_child: Option<u32>,
    bytes: &'a [u8],
    geometry: Geometry,
    /// Where the places of the cells begin.
    places: usize,
    cells: u16,
}

/// A cell of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TreeCell<'a> {
    /// The page with what lies before the cell; `None` on a page without pages below it.
    pub(super) child: Option<u32>,
    /// The number of the row; of a page with pages below it, the largest number that may lie before. `None` in an index.
    pub(super) rowid: Option<i64>,
    /// The row; `None` on the page of a table that has pages below it.
    pub(super) stored: Option<Stored<'a>>,
    /// Where the cell ends on its page.
    end: usize,
}

/// Where a row lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stored<'a> {
    /// The bytes of it that lie on the page.
    pub(super) local: &'a [u8],
    /// How many bytes it has.
    pub(super) length: usize,
    /// The page with its next bytes; `None` if all lie on the page.
    pub(super) next: Option<u32>,
}

impl<'a> TreePage<'a> {
    /// Reads a page by its number. Returns `None` if it is no page of a tree.
    pub(super) fn read(bytes: &'a [u8], page: u32, geometry: Geometry) -> Option<Self> {
        let begin = if page == 1 { Header::LENGTH } else { 0 };
        let at = |offset: usize| begin.checked_add(offset);
        let (kind, is_leaf) = match u8_at(bytes, begin)? {
            2 => (TreeKind::Index, false),
            5 => (TreeKind::Table, false),
            10 => (TreeKind::Index, true),
            13 => (TreeKind::Table, true),
            _ => return None,
        };
        let cells = u16_at(bytes, at(3)?)?;
        let places = at(if is_leaf { 8 } else { 12 })?;
        let last_child = if is_leaf { None } else { Some(u32_at(bytes, at(8)?)?) };
        let places_end = places.checked_add(usize::from(cells).checked_mul(2)?)?;
        let content = match u16_at(bytes, at(5)?)? {
            0 => 65_536,
            content => usize::from(content),
        };
        let is_sound = places_end <= content && content <= geometry.usable();
        is_sound.then_some(Self { kind, last_child, bytes, geometry, places, cells })
    }

    /// The cells in their order; `None` for each that cannot be read. Cells that lie on each other are those of a damaged page: only the
    /// first that fit into the page count, so that no page holds more than its bytes.
    pub(super) fn cells(self) -> impl Iterator<Item = Option<TreeCell<'a>>> {
        let mut room = self.geometry.usable();
        (0..self.cells).map(move |index| {
            let begin = self.place(index)?;
            let cell = self.cell(begin)?;
            room = room.checked_sub(cell.end.checked_sub(begin)?)?;
            Some(cell)
        })
    }

    /// Where the last cell ends. Returns `None` if there is none, or if a cell cannot be read.
    pub(super) fn end(self) -> Option<usize> {
        let mut end = None;
        for cell in self.cells() {
            end = end.max(Some(cell?.end));
        }
        end
    }

    fn place(&self, index: u16) -> Option<usize> {
        let at = self.places.checked_add(usize::from(index).checked_mul(2)?)?;
        let begin = usize::from(u16_at(self.bytes, at)?);
        let places_end = self.places.checked_add(usize::from(self.cells).checked_mul(2)?)?;
        (begin >= places_end).then_some(begin)
    }

    fn cell(&self, begin: usize) -> Option<TreeCell<'a>> {
        let mut cursor = Cursor::new(self.bytes, begin);
        let child = if self.last_child.is_some() { Some(cursor.u32()?) } else { None };
        let (rowid, stored) = match (self.kind, child) {
            (TreeKind::Table, Some(_)) => (Some(cursor.varint()?), None),
            (TreeKind::Table, None) => {
                let length = cursor.length()?;
                let rowid = cursor.varint()?;
                (Some(rowid), Some(self.stored(&mut cursor, length)?))
            }
            (TreeKind::Index, _) => {
                let length = cursor.length()?;
                (None, Some(self.stored(&mut cursor, length)?))
            }
        };
        let end = cursor.at();
        (!zeroed::touches(self.bytes, begin..end)).then_some(TreeCell { child, rowid: rowid.map(u64::cast_signed), stored, end })
    }

    fn stored(&self, cursor: &mut Cursor<'a>, length: usize) -> Option<Stored<'a>> {
        let on_page = length_on_page(self.kind, self.geometry.usable(), length)?;
        let local = cursor.take(on_page)?;
        let next = if on_page < length { Some(cursor.u32()?) } else { None };
        (length > 0).then_some(Stored { local, length, next })
    }
}

/// How many bytes of a row lie on its page, the rest lying on pages of its own.
fn length_on_page(kind: TreeKind, usable: usize, length: usize) -> Option<usize> {
    // The names X, M, K and U are those of "TreeCell Payload Overflow Pages" in the description of the format.
    let room = usable.checked_sub(12)?;
    let most = match kind {
        TreeKind::Table => usable.checked_sub(35)?,
        TreeKind::Index => room.checked_mul(64)?.checked_div(255)?.checked_sub(23)?,
    };
    if length <= most {
        return Some(length);
    }
    let least = room.checked_mul(32)?.checked_div(255)?.checked_sub(23)?;
    let spilled = length.checked_sub(least)?.checked_rem(usable.checked_sub(4)?)?;
    let filled = least.checked_add(spilled)?;
    Some(if filled <= most { filled } else { least })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_rows_leave_on_the_page_what_the_format_says() {
        for (kind, length, expected) in [
            (TreeKind::Table, 4061, 4061),
            // M = 489, K = 489 + (4062 - 489) % 4092 = 4062, which is more than X.
            (TreeKind::Table, 4062, 489),
            (TreeKind::Table, 5000, 489 + (5000 - 489) % 4092),
            (TreeKind::Index, 1002, 1002),
            (TreeKind::Index, 1003, 489),
            (TreeKind::Index, 4600, 489 + (4600 - 489) % 4092),
        ] {
            assert_eq!(length_on_page(kind, 4096, length), Some(expected), "{kind:?} {length}");
        }
    }
}
