//! Foods while they are collected from the files of a download.

use crate::domain::{Amounts, Barcode, DataType, ImportedFood, Nutrient, Portion};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// One food, as far as it has been read.
#[derive(Debug)]
pub(super) struct FoodDraft {
    pub(super) fdc_id: u32,
    pub(super) data_type: DataType,
    pub(super) name: Box<str>,
    pub(super) brand: Option<Rc<str>>,
    pub(super) category: Option<Rc<str>>,
    pub(super) barcode: Option<Barcode>,
    /// Household measures: their order, their labels, and their weight in grams.
    pub(super) portions: Vec<(u32, Rc<str>, f64)>,
    /// Amounts in 100 g, where NaN is unknown. An `Option` would take twice the memory.
    amounts: [f64; Nutrient::ALL.len()],
    /// The rank of the row that each amount was taken from; the lower is the better.
    ranks: [u8; Nutrient::ALL.len()],
    /// Whether the download has a newer version of the food.
    pub(super) superseded: bool,
}

impl FoodDraft {
    pub(super) fn new(fdc_id: u32, data_type: DataType, name: &str) -> Self {
        Self {
            fdc_id,
            data_type,
            name: name.into(),
            brand: None,
            category: None,
            barcode: None,
            portions: Vec::new(),
            amounts: [f64::NAN; Nutrient::ALL.len()],
            ranks: [u8::MAX; Nutrient::ALL.len()],
            superseded: false,
        }
    }

    /// Sets an amount, unless a row of an equal or a better rank gave one.
    pub(super) fn set(&mut self, nutrient: Nutrient, rank: u8, amount: f64) {
        let place = nutrient as usize;
        if rank < self.ranks[place] {
            (self.ranks[place], self.amounts[place]) = (rank, amount);
        }
    }

    /// Adds a household measure, unless it is there already.
    pub(super) fn add_portion(&mut self, order: u32, label: Rc<str>, grams: f64) {
        if !self.portions.iter().any(|(_, known, _)| *known == label) {
            self.portions.reserve_exact(1);
            self.portions.push((order, label, grams));
        }
    }

    /// The finished food.
    pub(super) fn food(&self) -> ImportedFood {
        let mut portions: Vec<_> = self.portions.iter().collect();
        portions.sort_by_key(|(order, _, _)| *order);
        let known = Nutrient::ALL.iter().zip(&self.amounts).filter(|(_, amount)| !amount.is_nan());
        ImportedFood {
            fdc_id: self.fdc_id,
            data_type: self.data_type,
            name: self.name.to_string(),
            brand: self.brand.as_deref().map(str::to_owned),
            category: self.category.as_deref().map(str::to_owned),
            barcode: self.barcode,
            portions: portions.into_iter().map(|(_, label, grams)| Portion { label: label.to_string(), grams: *grams }).collect(),
            per_100_g: known.map(|(nutrient, amount)| (*nutrient, *amount)).collect::<Amounts>(),
        }
    }
}

/// All foods read so far.
#[derive(Debug, Default)]
pub(super) struct Drafts {
    all: Vec<FoodDraft>,
    places: HashMap<u32, usize>,
    /// The FDC number and the index of the food that was looked up last. The rows of one food mostly follow each other.
    last: Option<(u32, usize)>,
    words: HashSet<Rc<str>>,
}

impl Drafts {
    /// Adds a food. Returns whether its number is new; otherwise the first food stays.
    pub(super) fn add(&mut self, draft: FoodDraft) -> bool {
        let place = self.all.len();
        let new = *self.places.entry(draft.fdc_id).or_insert(place) == place;
        if new {
            self.all.push(draft);
        }
        new
    }

    /// The food with this number.
    pub(super) fn get_mut(&mut self, fdc_id: u32) -> Option<&mut FoodDraft> {
        let place = match self.last {
            Some((last, place)) if last == fdc_id => place,
            Some(_) | None => *self.places.get(&fdc_id)?,
        };
        self.last = Some((fdc_id, place));
        self.all.get_mut(place)
    }

    /// A shared copy of a text that many foods have.
    pub(super) fn shared(&mut self, words: &str) -> Rc<str> {
        if let Some(known) = self.words.get(words) {
            return Rc::clone(known);
        }
        let new: Rc<str> = words.into();
        self.words.insert(Rc::clone(&new));
        new
    }

    /// The foods without a newer version.
    pub(super) fn kept(&self) -> impl Iterator<Item = &FoodDraft> {
        self.all.iter().filter(|draft| !draft.superseded)
    }

    /// Whether there is a food of this type.
    pub(super) fn has(&self, data_type: DataType) -> bool {
        self.all.iter().any(|draft| draft.data_type == data_type)
    }

    /// Sorts the foods by their numbers. Nothing can be looked up afterwards.
    pub(super) fn sort(&mut self) {
        (self.places, self.last) = (HashMap::new(), None);
        self.all.sort_unstable_by_key(|draft| draft.fdc_id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_better_of_two_rows_gives_the_amount_in_any_order() {
        for ranks in [[0, 1], [1, 0]] {
            let mut draft = FoodDraft::new(1, DataType::Foundation, "Kale");
            for rank in ranks {
                draft.set(Nutrient::Energy, rank, if rank == 0 { 35.0 } else { 43.0 });
            }
            let food = draft.food();
            assert_eq!(food.per_100_g.get(Nutrient::Energy), Some(35.0));
            assert_eq!(food.per_100_g.get(Nutrient::Zinc), None, "unknown, not zero");
        }
    }

    #[test]
    fn measures_come_in_their_order_and_once() {
        let mut draft = FoodDraft::new(1, DataType::SrLegacy, "Lemon");
        for (order, label) in [(2, "1 wedge"), (1, "1 fruit"), (3, "1 wedge")] {
            draft.add_portion(order, label.into(), 10.0);
        }
        let labels: Vec<_> = draft.food().portions.into_iter().map(|portion| portion.label).collect();
        assert_eq!(labels, ["1 fruit", "1 wedge"]);
    }
}
