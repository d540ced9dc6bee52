//! Foods as JSON. Units are part of the names; `null` is unknown, never zero.

use crate::domain::{Amounts, Nutrient, Portion};
use crate::nutrition::{Food, FoodGroup, FoodSource, Per, Person, Tags, UsdaSource, reference};
use serde::{Serialize, Serializer};

/// A food in a list.
#[derive(Debug, Serialize)]
pub(super) struct FoodJson<'a> {
    id: &'a str,
    name: &'a str,
    /// `null` for a food that nobody has judged, as are the other tags.
    group: Option<&'static str>,
    usual_portion: PortionJson<'a>,
}

impl<'a> FoodJson<'a> {
    /// The JSON of a food.
    pub(super) fn new(food: &'a Food) -> Self {
        let usual_portion = PortionJson::new(food.usual_portion());
        Self { id: food.id.as_str(), name: &food.name, group: food.group().map(FoodGroup::key), usual_portion }
    }
}

/// A food with all that is in it.
#[derive(Debug, Serialize)]
pub(super) struct WholeFoodJson<'a> {
    #[serde(flatten)]
    food: FoodJson<'a>,
    other_names: &'a [String],
    tags: Option<TagsJson>,
    portions: Vec<PortionJson<'a>>,
    #[serde(serialize_with = "by_column")]
    per_100_g: Amounts,
    #[serde(serialize_with = "by_column")]
    per_usual_portion: Amounts,
    /// Empty if the food has hardly any energy.
    #[serde(serialize_with = "by_column")]
    per_100_kcal: Amounts,
    share_of_reference_per_usual_portion: Shares,
    source: SourceJson<'a>,
}

impl<'a> WholeFoodJson<'a> {
    /// The JSON of a food. References are those of `person`.
    pub(super) fn new(food: &'a Food, person: Person) -> Self {
        let in_portion = food.per_100_g.in_grams(food.usual_portion().grams);
        Self {
            food: FoodJson::new(food),
            other_names: &food.synonyms,
            tags: food.tags.as_ref().map(TagsJson::new),
            portions: food.portions.iter().map(PortionJson::new).collect(),
            per_100_g: food.per_100_g,
            per_usual_portion: in_portion,
            per_100_kcal: Nutrient::ALL.iter().filter_map(|&nutrient| Some((nutrient, Per::HundredKcal.amount(food, nutrient)?))).collect(),
            share_of_reference_per_usual_portion: Shares(in_portion, person),
            source: SourceJson::new(&food.source),
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

/// What a curator judged about the food.
#[derive(Debug, Serialize)]
struct TagsJson {
    /// The strictest diet whose followers eat it.
    diet: &'static str,
    contains: Vec<&'static str>,
    avoid_in_pregnancy: bool,
    may_be_suggested: bool,
}

impl TagsJson {
    fn new(tags: &Tags) -> Self {
        Self {
            diet: tags.diet.key(),
            contains: tags.contains.iter().map(|allergen| allergen.key()).collect(),
            avoid_in_pregnancy: tags.avoid_in_pregnancy,
            may_be_suggested: tags.suggest,
        }
    }
}

#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum SourceJson<'a> {
    Usda {
        database: &'static str,
        release: &'static str,
        /// The NDB number of release 28, or the FDC number of other publications.
        number: &'a str,
        name: &'a str,
        /// Newer figures that replace those of the release.
        from_foundation: Option<FoundationJson>,
    },
    Own,
    Recipe,
    Imported {
        data_type: &'a str,
        fdc_id: u32,
        barcode: Option<&'a str>,
        brand: Option<&'a str>,
    },
}

#[derive(Debug, Serialize)]
struct FoundationJson {
    fdc_id: u32,
    nutrients: Vec<&'static str>,
}

impl<'a> SourceJson<'a> {
    fn new(source: &'a FoodSource) -> Self {
        match source {
            FoodSource::Usda(UsdaSource { release, number, name, foundation }) => {
                let from_foundation = foundation.as_ref().map(|part| FoundationJson {
                    fdc_id: part.fdc_id,
                    nutrients: part.nutrients.iter().map(|nutrient| nutrient.key()).collect(),
                });
                Self::Usda { database: release.label(), release: release.key(), number, name, from_foundation }
            }
            FoodSource::Own => Self::Own,
            FoodSource::Recipe => Self::Recipe,
            FoodSource::Imported { data_type, fdc_id, barcode, brand } => {
                Self::Imported { data_type, fdc_id: *fdc_id, barcode: barcode.as_deref(), brand: brand.as_deref() }
            }
        }
    }
}

/// `"magnesium_mg": 270.0`, and so on.
fn by_column<S: Serializer>(amounts: &Amounts, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(Nutrient::ALL.iter().map(|nutrient| (nutrient.column(), amounts.get(*nutrient))))
}

/// `"magnesium": 0.24`, and so on, where there is a reference.
#[derive(Debug)]
struct Shares(Amounts, Person);

impl Serialize for Shares {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let share = |nutrient: &Nutrient| {
            let reference = reference(*nutrient, &self.1)?;
            Some((nutrient.key(), self.0.get(*nutrient).map(|amount| amount / reference.amount)))
        };
        serializer.collect_map(Nutrient::ALL.iter().filter_map(share))
    }
}
