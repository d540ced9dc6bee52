//! The guide's tables as lists to read, for the lines `{{flags}}`, `{{classes}}`, `{{numbers}}` and their like on pages.

use super::help::numbers;
use super::{
    Caution, MedicineClass, RedFlag, Source, StretchGuide, StretchUse, Urgency, Who, With, cautions_with, class, classes, red_flags,
    relief, stretches,
};
use crate::domain::{Country, capitalised};

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

/// Whom to call, as a list for the line `{{numbers}}` of pages.
#[must_use]
pub fn listed_numbers(country: Option<Country>) -> Vec<ListedGroup> {
    let help = numbers(country);
    let line = |title: &str, words: &str| Listed { title: title.to_owned(), words: help.fill(words), ..Listed::default() };
    let mut lines = vec![
        line("Emergency", "Call {emergency}."),
        line("Today, but no emergency", "Ask {same_day}. In pregnancy and for six weeks after it: {maternity}."),
        line("Poison, or too much of a medicine", "Ask {poison_line}. If somebody is drowsy, has a fit or breathes badly: {emergency}."),
        line("A question about a medicine", "Ask {pharmacist} or whoever prescribed it."),
    ];
    let note = match country {
        Some(country) if !help.sources.is_empty() => format!("For {}.", in_a_sentence(country)),
        _ => "Say in your profile in which country you live, and its numbers stand here where they could be checked.".to_owned(),
    };
    if let Some(last) = lines.last_mut() {
        last.note = format!("{note} If your clinic gave you a number of its own, ring that one.");
        last.sources.clone_from(&help.sources);
    }
    vec![ListedGroup { heading: String::new(), lines }]
}

fn in_a_sentence(country: Country) -> String {
    let the = matches!(country, Country::UnitedKingdom | Country::UnitedStates | Country::Netherlands);
    let name = if country == Country::OtherEu { "other countries of the EU" } else { country.label() };
    format!("{}{name}", if the { "the " } else { "" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_gap_is_left_in_the_list() {
        for country in Country::ALL.iter().copied().map(Some).chain([None]) {
            for line in listed_numbers(country).into_iter().flat_map(|group| group.lines) {
                assert!(!line.words.contains('{') && line.words.ends_with('.'), "{line:?}");
            }
        }
    }
}
