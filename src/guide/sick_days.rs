//! The kinds of medicines to ask about on a day with vomiting, diarrhoea or a high fever, from `assets/guide/sick_days.csv`.

use super::csv_rows::{parts, rows};
use super::evidence::sources_of;
use super::page_lists::{Listed, ListedGroup};
use super::recognised::classes_of_medicine;
use crate::domain::{Day, Medicine, joined_with_and};
use serde::Deserialize;

const FILE: &str = include_str!("../../assets/guide/sick_days.csv");

#[derive(Deserialize)]
struct Row {
    classes: String,
    title: String,
    why: String,
    sources: String,
}

/// The kinds of medicines to ask about, as a list for the line `{{sick-days}}` of pages. Kinds of which the person takes a medicine
/// on the day come first, with its name.
#[must_use]
pub fn listed_sick_days<'a>(day: Day, medicines: impl IntoIterator<Item = &'a Medicine>) -> Vec<ListedGroup> {
    let taken: Vec<&Medicine> = medicines.into_iter().filter(|medicine| medicine.taken_on(day)).collect();
    let lines = rows(FILE).into_iter().filter_map(|row| line(&row, &taken));
    let (own, others): (Vec<_>, Vec<_>) = lines.partition(|line| !line.to_do.is_empty());
    if own.is_empty() {
        return vec![ListedGroup { heading: String::new(), lines: others }];
    }
    let mut groups = vec![ListedGroup { heading: "On your list of medicines".to_owned(), lines: own }];
    if !others.is_empty() {
        groups.push(ListedGroup { heading: "Others that people take".to_owned(), lines: others });
    }
    groups
}

fn line(row: &Row, taken: &[&Medicine]) -> Option<Listed> {
    let is_of_it =
        |medicine: &&&Medicine| classes_of_medicine(medicine).iter().any(|class| parts(&row.classes).any(|key| class.id.as_str() == key));
    let names: Vec<_> = taken.iter().filter(is_of_it).map(|medicine| medicine.name.as_str().to_owned()).collect();
    let to_do = if names.is_empty() { String::new() } else { format!("Ask about {}.", joined_with_and(&names)) };
    Some(Listed { title: row.title.clone(), words: row.why.clone(), to_do, sources: sources_of(&row.sources)?, ..Listed::default() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{ClassKey, OwnName};
    use crate::guide::class;
    use chrono::NaiveDate;

    fn medicine(name: &str) -> Medicine {
        Medicine::new(OwnName::new(name).unwrap())
    }

    #[test]
    fn every_row_is_read_and_names_classes_that_are_there() {
        let rows: Vec<Row> = csv::Reader::from_reader(FILE.as_bytes()).deserialize().map(Result::unwrap).collect();
        let listed = listed_sick_days(Day::new(NaiveDate::default()), []);
        assert_eq!(listed.iter().map(|group| group.lines.len()).sum::<usize>(), rows.len());
        for key in rows.iter().flat_map(|row| parts(&row.classes)) {
            assert!(class(&ClassKey::new(key).unwrap()).is_some(), "{key}");
        }
    }

    #[test]
    fn what_the_person_takes_comes_first_by_its_name() {
        let day = Day::new(NaiveDate::default());
        let (first, second, other) = (medicine("Furosemide 40 mg"), medicine("Metformin"), medicine("Levothyroxine"));
        let listed = listed_sick_days(day, [&first, &second, &other]);
        assert_eq!(listed[0].heading, "On your list of medicines");
        let to_do: Vec<_> = listed[0].lines.iter().map(|line| line.to_do.as_str()).collect();
        assert_eq!(to_do, ["Ask about Furosemide 40 mg.", "Ask about Metformin."]);
        assert!(listed[1].lines.iter().all(|line| line.to_do.is_empty()));
    }
}
