//! The guide's tables as lists to read, for the lines `{{flags}}`, `{{classes}}`, `{{cautions …}}` and `{{stretches …}}` of pages.

use super::help::numbers;
use super::{
    Caution, MedicineClass, RedFlag, Source, StretchGuide, StretchUse, Urgency, Who, With, cautions_with, class, classes, red_flags,
    relief, stretches,
};
use crate::domain::capitalised;

/// How many medicines are named as examples of their class.
const EXAMPLES: usize = 4;

/// Lines of a list in the guide with something in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedGroup {
    /// What the lines have in common; empty if the list has only one group.
    pub heading: String,
    /// The lines of the group.
    pub lines: Vec<Listed>,
}

/// One line of a list in the guide.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Listed {
    /// What it is about.
    pub title: String,
    /// The text of the line.
    pub words: String,
    /// What to do; may be empty.
    pub to_do: String,
    /// A further text with less weight; may be empty.
    pub note: String,
    /// The sources of the line.
    pub sources: Vec<&'static Source>,
}

/// Every red flag, grouped by urgency, the most urgent first.
#[must_use]
pub fn listed_flags() -> Vec<ListedGroup> {
    let help = numbers(None);
    let group = |urgency: &Urgency| {
        let heading = urgency.label().to_owned();
        let of_it = red_flags().iter().filter(|flag| flag.urgency == *urgency);
        let line = |flag: &RedFlag| Listed {
            title: flag.title.clone(),
            words: flag.when.clone(),
            to_do: help.fill(flag.act(flag.urgency)),
            sources: flag.sources.clone(),
            ..Listed::default()
        };
        ListedGroup { heading, lines: of_it.map(line).collect() }
    };
    Urgency::ALL.iter().rev().map(group).collect()
}

/// The classes of medicines that are linked with cramps.
#[must_use]
pub fn listed_classes() -> Vec<ListedGroup> {
    let line = |class: &MedicineClass| {
        let names: Vec<_> = class.generic_names.iter().take(EXAMPLES).map(String::as_str).collect();
        let note = format!("For example {}.", names.join(", "));
        Listed { title: class.name.clone(), words: class.relation.clone(), note, sources: class.sources.clone(), ..Listed::default() }
    };
    alone(classes().iter().map(line).collect())
}

/// The medicines and conditions that do not go with a nutrient or substance, the most severe first.
#[must_use]
pub fn listed_cautions(with: With) -> Vec<ListedGroup> {
    let title = |who: &Who| match who {
        Who::Class(key) => class(key).map_or_else(|| key.as_str().to_owned(), |class| class.name.clone()),
        Who::Condition(circumstance) => capitalised(circumstance.label()),
    };
    let line = |Caution { who, words, sources, .. }: &Caution| Listed {
        title: title(who),
        words: words.clone(),
        sources: sources.clone(),
        ..Listed::default()
    };
    alone(cautions_with(with).into_iter().map(line).collect())
}

/// The stretches for one purpose.
#[must_use]
pub fn listed_stretches(purpose: StretchUse) -> Vec<ListedGroup> {
    let stretches = match purpose {
        StretchUse::Prevent => stretches(),
        StretchUse::Relief => relief(),
    };
    let line = |stretch: &StretchGuide| {
        let part = if stretch.part.starts_with("any ") { stretch.part.clone() } else { format!("the {}", stretch.part) };
        let words = format!("For {part}: {}.", stretch.holds_words());
        Listed { title: stretch.label.clone(), words, sources: stretch.sources.clone(), ..Listed::default() }
    };
    alone(stretches.iter().map(line).collect())
}

fn alone(lines: Vec<Listed>) -> Vec<ListedGroup> {
    vec![ListedGroup { heading: String::new(), lines }]
}
