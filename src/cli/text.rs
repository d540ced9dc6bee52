//! Text for people, at most [`WIDTH`] columns wide, and JSON for machines.

use serde::Serialize;
use std::io::{self, Write};

/// The most columns of a line of text.
pub(super) const WIDTH: usize = 100;

/// Whether a cell is aligned left or right in its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Align {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// Rows of cells in aligned columns.
#[derive(Debug)]
pub(super) struct TextTable {
    columns: Vec<Align>,
    rows: Vec<Vec<String>>,
}

impl TextTable {
    /// A table without a heading.
    pub(super) fn new(columns: impl IntoIterator<Item = Align>) -> Self {
        Self { columns: columns.into_iter().collect(), rows: Vec::new() }
    }

    /// A table whose first row is its heading.
    pub(super) fn with_heading<const N: usize>(columns: [(&str, Align); N]) -> Self {
        let mut table = Self::new(columns.map(|(_, align)| align));
        table.row(columns.map(|(heading, _)| heading.to_owned()));
        table
    }

    /// Adds a row.
    pub(super) fn row<const N: usize>(&mut self, cells: [String; N]) {
        self.rows.push(cells.into());
    }

    /// Writes the table, each line after `indent` blanks. The first column is shortened if a line is too wide.
    pub(super) fn write(&self, out: &mut dyn Write, indent: usize) -> io::Result<()> {
        self.write_within(out, indent, WIDTH)
    }

    /// Writes the table in lines of at most `width` columns, each after `indent` blanks. The first column is shortened if a line is
    /// too wide.
    pub(super) fn write_within(&self, out: &mut dyn Write, indent: usize, width: usize) -> io::Result<()> {
        let mut widths: Vec<usize> =
            (0..self.columns.len()).map(|column| self.rows.iter().map(|row| count(&row[column])).max().unwrap_or(0)).collect();
        let whole = indent + widths.iter().sum::<usize>() + 2 * widths.len().saturating_sub(1);
        if let Some(first) = widths.first_mut() {
            *first = first.saturating_sub(whole.saturating_sub(width));
        }
        for row in &self.rows {
            let cells: Vec<_> =
                row.iter().zip(&widths).zip(&self.columns).map(|((cell, width), align)| pad(cell, *width, *align)).collect();
            writeln!(out, "{:indent$}{}", "", cells.join("  ").trim_end())?;
        }
        Ok(())
    }
}

/// Writes words after `indent` blanks, broken at blanks into lines of at most [`WIDTH`] columns.
pub(super) fn wrapped(out: &mut dyn Write, indent: usize, words: &str) -> io::Result<()> {
    wrapped_within(out, Indent::all(indent), WIDTH, words)
}

/// Blanks before the lines of a paragraph.
#[derive(Debug, Clone, Copy)]
pub(super) struct Indent {
    /// Before the first line.
    pub(super) first: usize,
    /// Before each other line.
    pub(super) rest: usize,
}

impl Indent {
    /// The same number of blanks before each line.
    pub(super) fn all(blanks: usize) -> Self {
        Self { first: blanks, rest: blanks }
    }

    /// This many blanks before the first line, and two more before the others.
    pub(super) fn hanging(blanks: usize) -> Self {
        Self { first: blanks, rest: blanks + 2 }
    }
}

/// Writes words in lines of at most `width` columns, broken at blanks.
pub(super) fn wrapped_within(out: &mut dyn Write, indent: Indent, width: usize, words: &str) -> io::Result<()> {
    let (mut blanks, mut line) = (indent.first, String::new());
    for word in words.split_whitespace() {
        if !line.is_empty() && blanks + count(&line) + 1 + count(word) > width {
            writeln!(out, "{:blanks$}{line}", "")?;
            line.clear();
            blanks = indent.rest;
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    writeln!(out, "{:blanks$}{line}", "")
}

/// Words in lines of at most [`WIDTH`] columns, broken at blanks, without a line end after the last.
pub(super) fn folded(words: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        match lines.last_mut() {
            Some(line) if count(line) + 1 + count(word) <= WIDTH => {
                line.push(' ');
                line.push_str(word);
            }
            Some(_) | None => lines.push(word.to_owned()),
        }
    }
    lines.join("\n")
}

/// Writes a value as indented JSON, and a line end.
pub(super) fn json(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    writeln!(out)
}

fn pad(cell: &str, width: usize, align: Align) -> String {
    if count(cell) > width {
        let kept: String = cell.chars().take(width.saturating_sub(1)).collect();
        return format!("{kept}…");
    }
    match align {
        Align::Left => format!("{cell:<width$}"),
        Align::Right => format!("{cell:>width$}"),
    }
}

fn count(text: &str) -> usize {
    text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> String {
        let mut out = Vec::new();
        write(&mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn columns_align_and_stay_within_the_width() {
        let mut table = TextTable::with_heading([("Food", Align::Left), ("mg", Align::Right)]);
        table.row(["Apple".to_owned(), "9.1".to_owned()]);
        table.row(["é".repeat(200), "1,000".to_owned()]);
        let text = written(|out| table.write(out, 2));
        let lines: Vec<_> = text.lines().map(count).collect();
        assert_eq!(lines, [WIDTH; 3]);
        assert!(text.contains("ééé…  1,000"));
    }

    #[test]
    fn long_words_are_broken_at_blanks() {
        let text = written(|out| wrapped(out, 4, &"every night ".repeat(20)));
        assert!(text.lines().count() > 1 && text.lines().all(|line| line.starts_with("    e") || line.starts_with("    n")));
        assert!(text.lines().all(|line| count(line) <= WIDTH));
        let text = folded(&"every night ".repeat(20));
        assert!(text.lines().count() > 1 && text.lines().all(|line| count(line) <= WIDTH) && !text.contains("  "));
    }
}
