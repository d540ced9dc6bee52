//! Foods for machines. Units stand in the names; `null` is unknown, never zero.

use super::SOURCE;
use crate::domain::{Amounts, Nutrient, Portion};
use crate::nutrition::{Food, reference};
use serde::{Serialize, Serializer};

/// A food as a list names it.
#[derive(Debug, Serialize)]
pub(super) struct FoodJson<'a> {
    id: &'a str,
    name: &'a str,
    group: &'static str,
    usual_portion: PortionJson<'a>,
}

impl<'a> FoodJson<'a> {
    /// The food in this shape.
    pub(super) fn new(food: &'a Food) -> Self {
        let usual_portion = PortionJson::new(food.usual_portion());
        Self { id: food.id.as_str(), name: &food.name, group: food.group.key(), usual_portion }
    }
}

/// A food with all that is in it.
#[derive(Debug, Serialize)]
pub(super) struct WholeFoodJson<'a> {
    #[serde(flatten)]
    food: FoodJson<'a>,
    other_names: &'a [String],
    portions: Vec<PortionJson<'a>>,
    #[serde(serialize_with = "by_column")]
    per_100_g: Amounts,
    #[serde(serialize_with = "by_column")]
    per_usual_portion: Amounts,
    #[serde(serialize_with = "shares")]
    share_of_reference_per_usual_portion: Amounts,
    source: SourceJson<'a>,
}

impl<'a> WholeFoodJson<'a> {
    /// The food in this shape.
    pub(super) fn new(food: &'a Food) -> Self {
        let in_portion = food.per_100_g.in_grams(food.usual_portion().grams);
        Self {
            food: FoodJson::new(food),
            other_names: &food.synonyms,
            portions: food.portions.iter().map(PortionJson::new).collect(),
            per_100_g: food.per_100_g,
            per_usual_portion: in_portion,
            share_of_reference_per_usual_portion: in_portion,
            source: SourceJson { database: SOURCE, ndb_number: &food.usda_id, name: &food.usda_name },
        }
    }
}

#[derive(Debug, Serialize)]
struct PortionJson<'a> {
    label: &'a str,
    weight_g: f64,
}

impl<'a> PortionJson<'a> {
    fn new(portion: &'a Portion) -> Self {
        Self { label: &portion.label, weight_g: portion.grams }
    }
}

#[derive(Debug, Serialize)]
struct SourceJson<'a> {
    database: &'static str,
    ndb_number: &'a str,
    name: &'a str,
}

/// `"magnesium_mg": 270.0`, and so on.
fn by_column<S: Serializer>(amounts: &Amounts, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(Nutrient::ALL.iter().map(|nutrient| (nutrient.column(), amounts.get(*nutrient))))
}

/// `"magnesium": 0.24`, and so on, where there is a reference.
fn shares<S: Serializer>(amounts: &Amounts, serializer: S) -> Result<S::Ok, S::Error> {
    let share = |nutrient: &Nutrient| {
        let reference = reference(*nutrient)?;
        Some((nutrient.key(), amounts.get(*nutrient).map(|amount| amount / reference.amount)))
    };
    serializer.collect_map(Nutrient::ALL.iter().filter_map(share))
}
