//! The exceptions from the rules of `circles.rs` and `shapes.rs`, with their reasons.

use super::names::Edge;

/// Pairs of files that may use each other, with the reason.
const IN_A_CIRCLE: &[(&str, &str)] = &[
    // The stack of undo is a field of `Diary`, and undoing is a method of it: an `impl` beside its data.
    ("diary/mod.rs", "diary/undo.rs"),
];

/// Names that several types share because each is the only one of its kind in its own folder, and none is used outside of it: what
/// a command of `cli/` is given, a form of a screen, what was pressed in a part of a screen, a row of a table.
pub(super) const SAME_NAME: &[&str] =
    &["AddArguments", "ChangeArguments", "DeleteArguments", "Form", "ListArguments", "LogArguments", "Pressed", "Row"];

/// Whether the edge is between a pair that may use each other.
pub(super) fn may_be_in_a_circle(edge: &Edge) -> bool {
    let is = |(a, b): &(&str, &str)| (edge.from == *a && edge.to == *b) || (edge.from == *b && edge.to == *a);
    IN_A_CIRCLE.iter().any(is)
}
