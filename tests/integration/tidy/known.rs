//! What the rules of `circles.rs` and `shapes.rs` let pass.

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

// What is known to be wrong today. These lists only ever grow shorter.

/// The files of circles; a circle within one of these passes.
pub(super) const KNOWN_CIRCLES: &[&[&str]] = &[
    &[
        "charts/bars/draw.rs",
        "charts/bars/kinds.rs",
        "charts/bars/layout.rs",
        "charts/bars/mod.rs",
        "charts/before/draw.rs",
        "charts/before/layout.rs",
        "charts/before/mod.rs",
        "charts/body/draw.rs",
        "charts/body/layout.rs",
        "charts/body/mod.rs",
        "charts/calendar/draw.rs",
        "charts/calendar/layout.rs",
        "charts/calendar/mod.rs",
        "charts/chart.rs",
        "charts/relief/draw.rs",
        "charts/relief/layout.rs",
        "charts/relief/mod.rs",
    ],
    &["charts/trends/draw.rs", "charts/trends/layout.rs", "charts/trends/legend.rs", "charts/trends/spec.rs"],
    &["cli/factor/answer.rs", "cli/factor/change.rs", "cli/factor/mod.rs"],
    &[
        "cli/log/cramp.rs",
        "cli/log/drink.rs",
        "cli/log/food.rs",
        "cli/log/mod.rs",
        "cli/log/slept.rs",
        "cli/log/strain.rs",
        "cli/log/stretch.rs",
    ],
    &["cli/show/json.rs", "cli/show/mod.rs", "cli/show/words.rs"],
    &["exchange/fdc/branded.rs", "exchange/fdc/foods.rs", "exchange/fdc/mod.rs"],
    &["guide/cautions.rs", "guide/contents.rs", "guide/medicine_names.rs", "guide/medicines.rs"],
    &[
        "guide/flags/course.rs",
        "guide/flags/given.rs",
        "guide/flags/mod.rs",
        "guide/flags/onset.rs",
        "guide/flags/pattern.rs",
        "guide/flags/signs.rs",
        "guide/flags/state.rs",
        "guide/flags/supplements.rs",
    ],
    &["guide/flags/diary.rs", "guide/flags/nights.rs"],
    &["guide/page.rs", "guide/topics.rs"],
    &["nutrition/search/build.rs", "nutrition/search/found.rs", "nutrition/search/index.rs"],
    &["store/change.rs", "store/record.rs"],
    &["store/library/connect.rs", "store/open.rs"],
    &["store/read.rs", "store/write.rs"],
];

/// File and name of functions with a tuple in their parameters.
pub(super) const KNOWN_TUPLES: &[(&str, &str)] = &[
    ("charts/bars/draw.rs", "bar"),
    ("charts/bars/draw.rs", "labels"),
    ("charts/bars/rates.rs", "rates"),
    ("charts/before/draw.rs", "text"),
    ("charts/before/draw.rs", "rule"),
    ("charts/before/draw.rs", "mark"),
    ("charts/body/draw.rs", "draw_view"),
    ("charts/body/draw.rs", "name"),
    ("charts/body/draw.rs", "beside"),
    ("charts/body/draw.rs", "band"),
    ("charts/body/draw.rs", "draw_box"),
    ("charts/body/layout.rs", "view"),
    ("charts/body/words.rs", "place_of"),
    ("charts/body/words.rs", "spot"),
    ("charts/calendar/draw.rs", "heading"),
    ("charts/calendar/draw.rs", "weekdays"),
    ("charts/frame.rs", "new"),
    ("charts/frame.rs", "units"),
    ("charts/trends/draw.rs", "note"),
    ("charts/trends/layout.rs", "new"),
    ("cli/factor/list.rs", "new"),
    ("cli/intake.rs", "write_intake"),
    ("cli/intake.rs", "new"),
    ("cli/text.rs", "wrapped_within"),
    ("domain/factor.rs", "new"),
    ("domain/words.rs", "of_length"),
    ("guide/flags/test_diary.rs", "medicine_until"),
    ("guide/taking.rs", "warning"),
    ("insights/before.rs", "row"),
    ("insights/spans.rs", "new"),
    ("insights/summary/compare.rs", "compare"),
    ("insights/trends.rs", "trends"),
    ("ui/look_views.rs", "made"),
];

/// Files with `super::super::`.
pub(super) const KNOWN_UPWARDS: &[&str] = &[
    "cli/factor/add.rs",
    "cli/factor/change.rs",
    "cli/factor/list.rs",
    "cli/flags/acknowledge.rs",
    "cli/flags/list.rs",
    "cli/foods/import.rs",
    "cli/foods/import_report.rs",
    "cli/foods/rich_in.rs",
    "cli/foods/search.rs",
    "cli/foods/show.rs",
    "cli/log/cramp.rs",
    "cli/log/drink.rs",
    "cli/log/food.rs",
    "cli/log/night.rs",
    "cli/log/slept.rs",
    "cli/log/strain.rs",
    "cli/log/stretch.rs",
    "cli/medicine/about.rs",
    "cli/medicine/add.rs",
    "cli/medicine/change.rs",
    "cli/medicine/classes.rs",
    "cli/medicine/list.rs",
    "cli/medicine/which.rs",
    "cli/profile/set.rs",
    "cli/profile/show.rs",
    "cli/show/json.rs",
    "cli/show/words.rs",
    "cli/sign/kinds.rs",
    "cli/sign/log.rs",
    "cli/supplement/add.rs",
    "cli/supplement/amounts.rs",
    "cli/supplement/change.rs",
    "cli/supplement/list.rs",
    "cli/supplement/product.rs",
    "cli/supplement/take.rs",
    "cli/supplement/usual.rs",
    "exchange/fdc/branded.rs",
    "exchange/fdc/foods.rs",
    "exchange/fdc/nutrients.rs",
    "exchange/fdc/portions.rs",
    "guide/flags/text.rs",
    "store/library/connect.rs",
    "store/library/read.rs",
];

/// Names of several public types.
pub(super) const KNOWN_TWICE: &[&str] = &["Beside", "Column", "Table"];

/// Whether the edge is between a pair that may use each other.
pub(super) fn may_be_in_a_circle(edge: &Edge) -> bool {
    let is = |(a, b): &(&str, &str)| (edge.from == *a && edge.to == *b) || (edge.from == *b && edge.to == *a);
    IN_A_CIRCLE.iter().any(is)
}
