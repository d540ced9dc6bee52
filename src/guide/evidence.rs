//! What is known: statements with their grade, their figure, and the studies or agencies behind them.

use super::csv_rows::{filled, parts, rows};
use crate::domain::keyed_enum;
use serde::{Deserialize, Serialize};
use std::sync::OnceLock;

const EVIDENCE: &str = include_str!("../../assets/guide/evidence.csv");
const GRADES: &str = include_str!("../../assets/guide/grades.csv");
const SOURCES: &str = include_str!("../../assets/guide/sources.csv");

/// A statement about cramps, with how well it is supported.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// The stable key by which pages and claims name the statement.
    pub id: String,
    /// The id of the topic that the statement belongs to.
    pub topic: String,
    /// The statement, in a sentence or two.
    pub statement: String,
    /// How well the statement is supported.
    pub grade: Grade,
    /// The effect in whole people or cramps, with its range; `None` if none was read in the sources.
    pub figure: Option<String>,
    /// What it can do to whoever takes it, and who should not; `None` if nothing is said of that.
    pub harm: Option<String>,
    /// Who was studied; `None` if that is not said.
    pub whom: Option<String>,
    /// The sources of the statement.
    pub sources: Vec<&'static Source>,
}

keyed_enum! {
    /// How well a statement is supported as it is worded. The statement may also say that something does not help.
    Grade, "grade" {
        /// By systematic reviews, or undisputed.
        Strong = "strong", "Strong";
        /// By a good trial, a guideline, or several studies that agree.
        Moderate = "moderate", "Moderate";
        /// By one small or weak study, or an association only.
        Limited = "limited", "Limited";
        /// Studies disagree.
        Conflicting = "conflicting", "Conflicting";
        /// Common advice that nobody has put to the test.
        Traditional = "traditional", "Traditional";
        /// The action named in the statement should be avoided.
        NotRecommended = "not_recommended", "Not recommended";
    }
}

impl Grade {
    /// How well something is known to help, in words that can stand alone.
    #[must_use]
    pub fn words(self) -> String {
        match self {
            Self::Traditional => "Traditional advice".to_owned(),
            Self::NotRecommended => self.label().to_owned(),
            Self::Strong | Self::Moderate | Self::Limited | Self::Conflicting => format!("{} evidence", self.label()),
        }
    }

    /// What the grade means, in a sentence.
    #[must_use]
    pub fn line(self) -> &'static str {
        static READ: OnceLock<Vec<GradeRow>> = OnceLock::new();
        let lines = READ.get_or_init(|| rows(GRADES));
        lines.iter().find(|row| row.key == self.key()).map_or("", |row| &row.line)
    }
}

/// A study, or a document of an agency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Source {
    /// The stable key by which tables name the source.
    pub id: String,
    /// Whether it is a study or a document.
    #[serde(skip)]
    pub kind: SourceKind,
    /// Authors, year, title and journal; or agency, year and document.
    pub citation: String,
    /// The study's digital object identifier; `None` for documents and for studies without one.
    pub doi: Option<String>,
    /// The study's number in `PubMed`; `None` for documents and for studies without one.
    pub pmid: Option<String>,
}

keyed_enum! {
    /// Whether a source is a study or a document.
    SourceKind, "kind of source" {
        /// A study, by its authors.
        Study = "study", "Study";
        /// A document of an agency or a medical society.
        Agency = "agency", "Agency";
    }
}

impl Source {
    /// The citation, followed by the DOI or `PubMed` number that leads to it.
    #[must_use]
    pub fn words(&self) -> String {
        let doi = self.doi.as_ref().map(|doi| format!("doi {doi}"));
        let pmid = self.pmid.as_ref().map(|pmid| format!("PMID {pmid}"));
        let citation = self.citation.trim_end_matches('.').to_owned();
        [Some(citation), doi, pmid].into_iter().flatten().collect::<Vec<_>>().join(". ")
    }
}

/// Sources in one line: "Source: NHS. Leg cramps.".
#[must_use]
pub fn cited(sources: &[&Source]) -> String {
    let all: Vec<_> = sources.iter().map(|source| source.words()).collect();
    format!("Source{}: {}.", if all.len() > 1 { "s" } else { "" }, all.join("; "))
}

#[derive(Deserialize)]
struct GradeRow {
    key: String,
    line: String,
}

#[derive(Deserialize)]
struct SourceRow {
    id: String,
    kind: String,
    citation: String,
    doi: Option<String>,
    pmid: Option<String>,
}

#[derive(Deserialize)]
struct Row {
    id: String,
    topic: String,
    statement: String,
    grade: String,
    figure: String,
    harm: String,
    whom: String,
    sources: String,
}

/// Every statement, topic by topic.
#[must_use]
pub fn evidence() -> &'static [Evidence] {
    static READ: OnceLock<Vec<Evidence>> = OnceLock::new();
    READ.get_or_init(|| rows(EVIDENCE).into_iter().filter_map(from_row).collect())
}

/// The id of the statement about the trial of stretching at bedtime.
pub const ROUTINE_TRIAL: &str = "s01";

/// The statement of the guide with this id, such as [`ROUTINE_TRIAL`]. Returns `None` if there is none.
#[must_use]
pub fn evidence_of(id: &str) -> Option<&'static Evidence> {
    evidence().iter().find(|evidence| evidence.id == id)
}

/// Every study and document that the guide stands on.
#[must_use]
pub fn sources() -> &'static [Source] {
    static READ: OnceLock<Vec<Source>> = OnceLock::new();
    READ.get_or_init(|| rows(SOURCES).into_iter().filter_map(source_from_row).collect())
}

/// The source of the guide with this id. Returns `None` if there is none.
#[must_use]
pub fn source(id: &str) -> Option<&'static Source> {
    sources().iter().find(|source| source.id == id)
}

/// The sources that a cell names, parted by `|`. Returns `None` if one of them is unknown.
pub(super) fn sources_of(cell: &str) -> Option<Vec<&'static Source>> {
    parts(cell).map(source).collect()
}

fn source_from_row(row: SourceRow) -> Option<Source> {
    let SourceRow { id, kind, citation, doi, pmid } = row;
    Some(Source { id, kind: kind.parse().ok()?, citation, doi, pmid })
}

fn from_row(row: Row) -> Option<Evidence> {
    Some(Evidence {
        id: row.id,
        topic: row.topic,
        statement: row.statement,
        grade: row.grade.parse().ok()?,
        figure: filled(row.figure),
        harm: filled(row.harm),
        whom: filled(row.whom),
        sources: sources_of(&row.sources)?,
    })
}
