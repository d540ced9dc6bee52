//! The guide's tables as lists to read: what stands on a page where it says `{{flags}}`, `{{classes}}` and the like.

use super::page::Purpose;
use super::table::{parts, rows};
use serde::Deserialize;

const CAUTIONS: &str = include_str!("../../assets/guide/cautions.csv");
const CLASSES: &str = include_str!("../../assets/guide/medicines.csv");
const FLAGS: &str = include_str!("../../assets/guide/red_flags.csv");
const STRETCHES: &str = include_str!("../../assets/guide/stretches.csv");

/// How many medicines stand for their class.
const EXAMPLES: usize = 4;

/// Lines under a heading, which is empty where there is only one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedGroup {
    /// What they have in common.
    pub heading: &'static str,
    /// The lines.
    pub lines: Vec<Listed>,
}

/// A line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// What it is about.
    pub title: String,
    /// What there is to say.
    pub words: String,
    /// What else there is to say, with less weight; may be empty.
    pub note: String,
}

/// Every red flag, the most urgent first.
#[must_use]
pub fn listed_flags() -> Vec<ListedGroup> {
    #[derive(Deserialize)]
    struct Row {
        urgency: String,
        title: String,
        when: String,
        act: String,
    }
    let flags: Vec<Row> = rows(FLAGS);
    let headings = [
        ("emergency", "Emergency: now"),
        ("urgent", "Urgent: today"),
        ("soon", "Soon: within days"),
        ("routine", "Routine: at the next appointment"),
    ];
    let group = |(urgency, heading)| {
        let of_it = flags.iter().filter(|row| row.urgency == urgency);
        let line = |row: &Row| Listed { title: row.title.clone(), words: row.when.clone(), note: row.act.clone() };
        ListedGroup { heading, lines: of_it.map(line).collect() }
    };
    headings.map(group).into()
}

/// The classes of medicines that are linked with cramps.
#[must_use]
pub fn listed_classes() -> Vec<ListedGroup> {
    let line = |row: ClassRow| {
        let names: Vec<_> = parts(&row.generic_names).take(EXAMPLES).collect();
        Listed { title: row.name, words: row.relation, note: format!("For example {}.", names.join(", ")) }
    };
    alone(rows(CLASSES).into_iter().map(line).collect())
}

/// The medicines and illnesses that do not go with a nutrient or substance, by its key.
#[must_use]
pub fn listed_cautions(with: &str) -> Vec<ListedGroup> {
    #[derive(Deserialize)]
    struct Row {
        who: String,
        with: String,
        words: String,
    }
    let classes: Vec<ClassRow> = rows(CLASSES);
    let named = |who: &str| match who {
        "kidney_disease" => "Kidney disease".to_owned(),
        "heart_failure" => "Heart failure".to_owned(),
        "pregnant" => "Pregnancy".to_owned(),
        class => classes.iter().find(|row| row.id == class).map_or_else(|| class.to_owned(), |row| row.name.clone()),
    };
    let line = |row: Row| Listed { title: named(&row.who), words: row.words, note: String::new() };
    alone(rows(CAUTIONS).into_iter().filter(|row: &Row| row.with == with).map(line).collect())
}

/// The stretches for this.
#[must_use]
pub fn listed_stretches(purpose: Purpose) -> Vec<ListedGroup> {
    #[derive(Deserialize)]
    struct Row {
        name: String,
        r#use: String,
        part: String,
    }
    let line = |row: Row| Listed { title: row.name, words: format!("For the {}.", row.part), note: String::new() };
    alone(rows(STRETCHES).into_iter().filter(|row: &Row| row.r#use == purpose.key()).map(line).collect())
}

#[derive(Deserialize)]
struct ClassRow {
    id: String,
    name: String,
    generic_names: String,
    relation: String,
}

fn alone(lines: Vec<Listed>) -> Vec<ListedGroup> {
    vec![ListedGroup { heading: "", lines }]
}
