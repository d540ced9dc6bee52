//! What of the person's own foods, recipes, supplements and factors does not go together: commands refuse it, but a damaged file or another
//! program may hold it.

use crate::diary::Diary;
use crate::domain::{Entry, Factor, Id, OwnFood, OwnName, Recipe, Supplement};
use crate::store::{Reader, StoreError};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Which recipes each recipe is made of, by their ids.
type Parts = BTreeMap<Uuid, BTreeSet<Uuid>>;

impl Diary {
    /// Names and bar codes of which there are two, and recipes within themselves, each in a sentence.
    pub(super) fn own_things_that_disagree(&self) -> Result<Vec<String>, StoreError> {
        let read: Reader<'_> = self.read();
        let (foods, recipes) = (read.all::<OwnFood>()?, read.all::<Recipe>()?);
        let (supplements, factors) = (read.all::<Supplement>()?, read.all::<Factor>()?);
        let of_food = foods.iter().map(|food| &food.value.name).chain(recipes.iter().map(|recipe| &recipe.value.name));
        let mut found = shared_names("of your own foods and recipes", of_food);
        found.extend(shared_names("supplements", supplements.iter().map(|supplement| &supplement.value.name)));
        found.extend(shared_names("factors", factors.iter().map(|factor| &factor.value.name)));
        found.extend(shared_barcodes(&foods));
        found.extend(recipes_within_themselves(&recipes));
        Ok(found)
    }
}

fn shared_names<'a>(what: &str, names: impl Iterator<Item = &'a OwnName>) -> Vec<String> {
    let mut by_name = BTreeMap::<String, Vec<&OwnName>>::new();
    for name in names {
        by_name.entry(name.plain()).or_default().push(name);
    }
    let shared = by_name.into_values().filter(|names| names.len() > 1);
    let words = shared.map(|names| {
        let name = names.first().map_or("", |name| name.as_str());
        format!("{} {what} are called \"{name}\" and cannot be told apart. Give each a name of its own, or delete the others.", names.len())
    });
    words.collect()
}

fn shared_barcodes(foods: &[Entry<OwnFood>]) -> Vec<String> {
    let mut by_code = BTreeMap::<&str, Vec<String>>::new();
    for food in foods.iter().map(|entry| &entry.value) {
        if let Some(barcode) = &food.barcode {
            by_code.entry(barcode).or_default().push(format!("\"{}\"", food.name.as_str()));
        }
    }
    let shared = by_code.into_iter().filter(|found| found.1.len() > 1);
    shared.map(|found| format!("The bar code {} belongs to {}. Take it out of all but one.", found.0, found.1.join(" and "))).collect()
}

/// One sentence for recipes that are within each other.
fn recipes_within_themselves(recipes: &[Entry<Recipe>]) -> Vec<String> {
    let ingredients = |recipe: &Recipe| recipe.ingredients.iter().filter_map(|part| part.food.as_recipe().map(Id::uuid)).collect();
    let parts: Parts = recipes.iter().map(|entry| (entry.id.uuid(), ingredients(&entry.value))).collect();
    let (mut told, mut found) = (BTreeSet::new(), Vec::new());
    for Entry { id, value, .. } in recipes {
        let within = all_within(id.uuid(), &parts);
        if within.contains(&id.uuid()) && !told.contains(&id.uuid()) {
            told.extend(within.into_iter().filter(|part| all_within(*part, &parts).contains(&id.uuid())));
            let name = value.name.as_str();
            found.push(format!("The recipe {name} is an ingredient of itself, or of one of its ingredients. Take it out there."));
        }
    }
    found
}

/// The recipes that a recipe is made of, and those that they are made of.
fn all_within(recipe: Uuid, parts: &Parts) -> BTreeSet<Uuid> {
    let (mut within, mut open) = (BTreeSet::new(), vec![recipe]);
    while let Some(next) = open.pop() {
        open.extend(parts.get(&next).into_iter().flatten().filter(|part| within.insert(**part)));
    }
    within
}
