//! What is shown of several computers.

use crate::several::SeenComputer;
use std::path::Path;

/// What is shown of several computers.
#[derive(Debug, Clone, Copy)]
pub struct ComputersView<'a> {
    /// The folder through which they reach each other; `None` if none was named.
    pub folder: Option<&'a Path>,
    /// The other computers, newest snapshot first.
    pub seen: &'a [SeenComputer],
    /// How far bringing them together is.
    pub state: ComputersState<'a>,
}

/// How far bringing the computers together is.
#[derive(Debug, Clone, Copy)]
pub enum ComputersState<'a> {
    /// It was not done since the window opened.
    NotYet,
    /// It is being done.
    Meeting,
    /// What came of it.
    Met(&'a Meeting),
    /// The folder is not there, in a sentence.
    Away(&'a str),
    /// What was typed does not open the encrypted snapshots: why, in a sentence.
    Locked(&'a str),
    /// Why it did not go well, in a sentence.
    Failed(&'a str),
}

/// What came of bringing computers together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// What came, in a sentence.
    pub what: String,
    /// Each difference and what was settled, in a line each.
    pub details: Vec<String>,
    /// What was not merged and why, in a sentence each.
    pub refused: Vec<String>,
    /// How many snapshots are encrypted and do not open with what this computer knows.
    pub locked_count: usize,
}
