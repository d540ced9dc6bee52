//! What `foods import` prints about a download.

use crate::cli::text::{self, Align, TextTable};
use crate::domain::{DataType, ImportId, grouped};
use crate::exchange::{DownloadContents, RowProblem};
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// How many rows that cannot be read are printed for people. JSON has all.
const NAMED: usize = 20;

#[derive(Debug, Serialize)]
struct ReportJson<'a> {
    /// `null` for a preview.
    import: Option<u32>,
    source: &'a str,
    foods: BTreeMap<&'static str, u64>,
    left_out: &'a BTreeMap<String, u64>,
    superseded: u64,
    problem_count: u64,
    problems: Vec<ProblemJson<'a>>,
}

#[derive(Debug, Serialize)]
struct ProblemJson<'a> {
    file: &'a str,
    line: u64,
    column: Option<&'a str>,
    reason: &'a str,
}

/// Prints what the download contains, and what became of it. `import` is `None` for a preview.
pub(super) fn report(found: &DownloadContents, import: Option<ImportId>, json: bool, out: &mut dyn Write) -> io::Result<()> {
    if json { report_json(found, import, out) } else { report_text(found, import, out) }
}

fn report_json(found: &DownloadContents, import: Option<ImportId>, out: &mut dyn Write) -> io::Result<()> {
    let DownloadContents { source, foods, left_out, superseded, problems } = found;
    let report = ReportJson {
        import: import.map(|import| import.0),
        source,
        foods: foods.iter().map(|(kind, count)| (kind.key(), *count)).collect(),
        left_out,
        superseded: *superseded,
        problem_count: problems.count(),
        problems: problems.listed().iter().map(problem_json).collect(),
    };
    text::json(out, &report)
}

fn problem_json(problem: &RowProblem) -> ProblemJson<'_> {
    let RowProblem { file, line, column, reason } = problem;
    ProblemJson { file, line: *line, column: (!column.is_empty()).then_some(column), reason }
}

fn report_text(found: &DownloadContents, import: Option<ImportId>, out: &mut dyn Write) -> io::Result<()> {
    let DownloadContents { source, foods, left_out, superseded, problems } = found;
    text::wrapped(out, 0, &format!("{} {source}:", if import.is_some() { "Imported" } else { "Found in" }))?;
    let mut table = TextTable::new([Align::Right, Align::Left]);
    for (kind, count) in foods {
        table.row([number(*count), kind.label().to_owned()]);
    }
    table.write(out, 2)?;
    if *superseded > 0 || !left_out.is_empty() {
        writeln!(out, "Left out, because they are no foods or there is a newer version:")?;
        let mut table = TextTable::new([Align::Right, Align::Left]);
        if *superseded > 0 {
            table.row([number(*superseded), "older versions of foods".to_owned()]);
        }
        for (kind, count) in left_out {
            table.row([number(*count), kind.clone()]);
        }
        table.write(out, 2)?;
    }
    if problems.count() > 0 {
        writeln!(out, "Rows that could not be read and were left out: {}", number(problems.count()))?;
        for problem in problems.listed().iter().take(NAMED) {
            text::wrapped(out, 2, &problem.to_string())?;
        }
        let more = problems.count().saturating_sub(NAMED as u64);
        if more > 0 {
            writeln!(out, "  and {} more; --json lists them", number(more))?;
        }
    }
    if foods.contains_key(&DataType::Branded) {
        text::wrapped(out, 0, "Servings of liquids are given in ml, which count as g.")?;
    }
    match import {
        Some(import) => {
            text::wrapped(out, 0, &format!("This is import {import}; \"cramp-diary foods forget-import {import}\" takes it out of use."))
        }
        None => writeln!(out, "Nothing was saved."),
    }
}

#[expect(clippy::cast_precision_loss, reason = "no download has 2 to the power of 53 rows")]
fn number(count: u64) -> String {
    grouped(count as f64)
}
