//! Rows that could not be read.

use std::fmt;

/// A row of an imported file, or a value in it, that was left out since it could not be read, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowProblem {
    /// The file in the download.
    pub file: String,
    /// The line on which the row begins; the first is the heading.
    pub line: u64,
    /// The column; empty if the reason concerns the row as a whole.
    pub column: String,
    /// What is wrong with it: "\"1,5\" is not a number".
    pub reason: String,
}

impl fmt::Display for RowProblem {
    /// Writes file, line, column and reason as compilers do: `food.csv:12:fdc_id: "x" is not a whole number`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, column, reason } = self;
        if column.is_empty() { write!(f, "{file}:{line}: {reason}") } else { write!(f, "{file}:{line}:{column}: {reason}") }
    }
}

/// What could not be read in the files of an import: the number of problems, and the first 100,000 of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Problems {
    kept: Vec<RowProblem>,
    count: u64,
}

impl Problems {
    /// How many problems are kept, 100,000, so that a spoiled file of millions of rows does not fill the memory.
    const KEPT: usize = 100_000;

    /// Adds a problem.
    pub(super) fn push(&mut self, problem: RowProblem) {
        self.count += 1;
        if self.kept.len() < Self::KEPT {
            self.kept.push(problem);
        }
    }

    /// The number of all problems, also of those that [`listed`](Self::listed) leaves out.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.count
    }

    /// The first 100,000 problems, in the order in which they were found.
    #[must_use]
    pub fn listed(&self) -> &[RowProblem] {
        &self.kept
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(line: u64) -> RowProblem {
        RowProblem { file: "food.csv".to_owned(), line, column: "fdc_id".to_owned(), reason: "is wrong".to_owned() }
    }

    #[test]
    fn a_problem_names_its_place() {
        assert_eq!(problem(12).to_string(), "food.csv:12:fdc_id: is wrong");
        assert_eq!(RowProblem { column: String::new(), ..problem(3) }.to_string(), "food.csv:3: is wrong");
    }

    #[test]
    fn all_are_counted_and_the_first_ones_kept() {
        let mut problems = Problems::default();
        for line in 0..100_010 {
            problems.push(problem(line));
        }
        assert_eq!((problems.count(), problems.listed().len()), (100_010, 100_000));
    }
}
