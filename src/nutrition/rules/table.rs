//! The table of rules of foods.

use super::which::Which;
use super::who::Addressees;
use crate::domain::Nutrient;
use std::sync::OnceLock;

const RULES: &str = include_str!("../../../assets/food_rules.csv");

/// A row of the table: what is done with some foods for some people.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct FoodRule {
    /// The id, such as "fs22". Rows of one rule have one id.
    pub(super) id: Box<str>,
    /// Whom it is for.
    pub(super) who: Addressees,
    /// For which nutrients it holds; empty for all.
    pub(super) nutrients: Box<[Nutrient]>,
    /// What is done with the foods.
    pub(super) does: Does,
    /// Which foods it is about.
    pub(super) which: Which,
    /// Whether its words are said when such a food is logged.
    pub(super) said_when_logged: bool,
    /// The words, in which `{medicine}` and `{because}` stand for what the person takes and has. Empty for a share that is absorbed.
    pub(super) words: Box<str>,
}

/// What a rule does with foods.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Does {
    /// They are not offered.
    Never,
    /// They are not offered, and are to be eaten about as much as usual.
    EatenOnly,
    /// They are not offered as a source of the rule's nutrients.
    NotAsSource,
    /// They are offered with the rule's words.
    Word,
    /// The rule's words are said once of all suggestions.
    Caution,
    /// Nothing, until one is logged.
    WhenLogged,
    /// They count by the share that the body takes in, 0 to 1.
    Absorbed(f64),
}

/// Every rule, in the order of the table, in which the first that withholds a food is the reason that is given.
pub(super) fn food_rules() -> &'static [FoodRule] {
    static READ: OnceLock<Box<[FoodRule]>> = OnceLock::new();
    READ.get_or_init(|| {
        let mut reader = csv::Reader::from_reader(RULES.as_bytes());
        // A test reads every row, so that none is left out.
        reader.records().filter_map(|row| rule_from_row(&row.ok()?)).collect()
    })
}

fn rule_from_row(row: &csv::StringRecord) -> Option<FoodRule> {
    let mut cells = row.iter();
    let mut cell = || cells.next();
    let (id, who, nutrients, does, which, logged, words) = (cell()?, cell()?, cell()?, cell()?, cell()?, cell()?, cell()?);
    Some(FoodRule {
        id: id.into(),
        who: Addressees::read(who)?,
        nutrients: nutrients.split_terminator('|').map(|key| key.parse().ok()).collect::<Option<_>>()?,
        does: does_from_cell(does)?,
        which: Which::read(which)?,
        said_when_logged: match logged {
            "yes" => true,
            "" => false,
            _ => return None,
        },
        words: words.into(),
    })
}

fn does_from_cell(cell: &str) -> Option<Does> {
    match cell {
        "never" => Some(Does::Never),
        "eaten_only" => Some(Does::EatenOnly),
        "not_as_source" => Some(Does::NotAsSource),
        "word" => Some(Does::Word),
        "caution" => Some(Does::Caution),
        "logged" => Some(Does::WhenLogged),
        _ => cell.strip_prefix("absorbed:")?.parse().ok().filter(|share| (0.0..=1.0).contains(share)).map(Does::Absorbed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::FoodId;
    use crate::nutrition::catalogue;

    #[test]
    fn every_row_is_read_and_names_foods_of_the_catalogue() {
        let rows: Vec<_> = csv::Reader::from_reader(RULES.as_bytes()).into_records().map(Result::unwrap).collect();
        for row in &rows {
            let rule = rule_from_row(row).unwrap_or_else(|| panic!("{row:?}"));
            let unknown: Vec<_> = rule.which.ids().filter(|id| catalogue().food(&FoodId::new(id)).is_none()).collect();
            assert!(unknown.is_empty(), "{}: {unknown:?}", rule.id);
            assert!(row.get(7).is_some_and(|source| !source.is_empty()), "{}: no source", rule.id);
            assert_eq!(rule.words.is_empty(), matches!(rule.does, Does::Absorbed(_)), "{}", rule.id);
        }
        assert_eq!(rows.len(), food_rules().len());
    }
}
