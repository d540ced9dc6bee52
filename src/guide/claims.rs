//! Popular claims that go beyond the evidence, each beside what studies found.

use super::Evidence;
use super::csv_rows::{parts, rows};
use super::evidence::evidence_of;
use serde::Deserialize;
use std::sync::OnceLock;

const CLAIMS: &str = include_str!("../../assets/guide/claims.csv");

/// A popular claim beside what studies found.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// The stable key of the claim.
    pub id: String,
    /// The id of the topic on whose page the claim stands.
    pub topic: String,
    /// The claim as people say it.
    pub claimed: String,
    /// What was found, with the figure and its range.
    pub found: String,
    /// The evidence that the answer rests on.
    pub evidence: Vec<&'static Evidence>,
}

#[derive(Deserialize)]
struct Row {
    id: String,
    topic: String,
    claimed: String,
    found: String,
    evidence: String,
}

/// Every claim, in the order of the file.
#[must_use]
pub fn claims() -> &'static [Claim] {
    static READ: OnceLock<Vec<Claim>> = OnceLock::new();
    READ.get_or_init(|| rows(CLAIMS).into_iter().filter_map(from_row).collect())
}

fn from_row(row: Row) -> Option<Claim> {
    let Row { id, topic, claimed, found, evidence } = row;
    Some(Claim { id, topic, claimed, found, evidence: parts(&evidence).map(evidence_of).collect::<Option<_>>()? })
}
