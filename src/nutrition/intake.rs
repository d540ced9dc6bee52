//! What the food, drink and supplements of a day contain.

use super::{Catalogue, drink_content};
use crate::domain::{Amounts, Drink, DrinkKind, FoodId, Nutrient, SupplementTaken};

/// A day's food looks completely logged only with at least this energy, 1,000 kcal, drinks included.
pub const COMPLETE_DAY_KCAL: f64 = 1_000.0;

/// A day's food looks completely logged only with at least this many foods: 3.
pub const COMPLETE_DAY_FOODS: usize = 3;

/// An amount of a food that was eaten.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Eaten<'a> {
    /// The id of the food.
    pub food: &'a FoodId,
    /// The name of the food when it was logged.
    pub name: &'a str,
    /// The amounts in 100 g when the food was logged; if `None`, the catalogue is asked.
    pub per_100_g: Option<&'a Amounts>,
    /// The weight eaten, in grams.
    pub grams: f64,
}

/// Something that was eaten or drunk: a food or a kind of drink.
#[derive(Debug, Clone, PartialEq)]
pub enum EatenWhat {
    /// A food.
    Food {
        /// The id of the food.
        id: FoodId,
        /// The name of the food when it was logged.
        name: String,
    },
    /// A kind of drink.
    Drink(DrinkKind),
}

impl EatenWhat {
    /// The name for screens.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Food { name, .. } => name,
            Self::Drink(kind) => kind.label(),
        }
    }

    /// Whether both are one food or one kind of drink, under whatever name they were logged.
    #[must_use]
    pub fn same_as(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Food { id, .. }, Self::Food { id: other, .. }) => id == other,
            (Self::Drink(kind), Self::Drink(other)) => kind == other,
            _ => false,
        }
    }
}

/// Something eaten or drunk, with the amounts in it.
#[derive(Debug, Clone, PartialEq)]
pub struct IntakePart {
    /// What was eaten or drunk.
    pub what: EatenWhat,
    /// The weight in grams. For a drink of unknown kind its millilitres are taken as grams.
    pub grams: f64,
    /// The amounts in it.
    pub amounts: Amounts,
}

/// What a day's food, drink and supplements contain. Supplements are kept apart.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DayIntake {
    /// How many foods were logged; 0 means that the day's food is not logged.
    pub foods: usize,
    /// Whether the food of the day is completely logged, as the person said; `None` if they did not say.
    pub complete: Option<bool>,
    parts: Vec<IntakePart>,
    supplements: Amounts,
}

impl DayIntake {
    /// The amount in food and drinks, as far as it is known, in the nutrient's unit.
    #[must_use]
    pub fn from_food(&self, nutrient: Nutrient) -> f64 {
        self.parts.iter().filter_map(|part| part.amounts.get(nutrient)).sum()
    }

    /// The amount in supplements, in the nutrient's unit.
    #[must_use]
    pub fn from_supplements(&self, nutrient: Nutrient) -> f64 {
        self.supplements.get(nutrient).unwrap_or(0.0)
    }

    /// Everything eaten and drunk, in the order given.
    #[must_use]
    pub fn parts(&self) -> &[IntakePart] {
        &self.parts
    }

    /// How many foods and drinks have no figure for the nutrient. If there are any, [`from_food`](Self::from_food) is "at least".
    #[must_use]
    pub fn unknown(&self, nutrient: Nutrient) -> usize {
        self.parts.iter().filter(|part| part.amounts.get(nutrient).is_none()).count()
    }

    /// The share of the day's food and drink without a figure for the nutrient, 0 to 1; see [`unknown_share`].
    #[must_use]
    pub fn unknown_share(&self, nutrient: Nutrient) -> f64 {
        unknown_share(&self.parts, nutrient)
    }

    /// Water that came with food, in ml (1 g is 1 ml).
    #[must_use]
    pub fn water_from_food(&self) -> f64 {
        self.water(|what| matches!(what, EatenWhat::Food { .. }))
    }

    /// Water in what was drunk, in ml: less than the volume of milk, beer or juice.
    #[must_use]
    pub fn water_from_drinks(&self) -> f64 {
        self.water(|what| matches!(what, EatenWhat::Drink(_)))
    }

    /// Whether any drink was logged.
    #[must_use]
    pub fn has_drinks(&self) -> bool {
        self.parts.iter().any(|part| matches!(part.what, EatenWhat::Drink(_)))
    }

    /// Whether the food of the day looks completely logged: at least [`COMPLETE_DAY_FOODS`] foods, and at
    /// least [`COMPLETE_DAY_KCAL`] with the drinks.
    #[must_use]
    pub fn looks_complete(&self) -> bool {
        self.foods >= COMPLETE_DAY_FOODS && self.from_food(Nutrient::Energy) >= COMPLETE_DAY_KCAL
    }

    /// Whether the day counts in means: what the person said of it, otherwise whether it looks complete.
    #[must_use]
    pub fn counts_as_complete(&self) -> bool {
        self.complete.unwrap_or_else(|| self.looks_complete())
    }

    fn water(&self, of: impl Fn(&EatenWhat) -> bool) -> f64 {
        self.parts.iter().filter(|part| of(&part.what)).filter_map(|part| part.amounts.get(Nutrient::Water)).sum()
    }
}

/// The share of what was eaten and drunk that has no figure for the nutrient, 0 to 1, by energy.
///
/// Parts without a figure for energy count by their weight, at the mean kcal per gram of those that have one. If none has one,
/// weight alone decides. The share is 0 if nothing was eaten.
#[must_use]
pub fn unknown_share<'a>(parts: impl IntoIterator<Item = &'a IntakePart>, nutrient: Nutrient) -> f64 {
    let parts: Vec<_> = parts.into_iter().collect();
    let known = || parts.iter().filter_map(|part| Some((part.amounts.get(Nutrient::Energy)?, part.grams)));
    let (kcal, grams) = known().fold((0.0, 0.0), |(kcal, grams), (more_kcal, more_grams)| (kcal + more_kcal, grams + more_grams));
    let kcal_per_gram = if kcal > 0.0 && grams > 0.0 { Some(kcal / grams) } else { None };
    let weight = |part: &IntakePart| match kcal_per_gram {
        Some(mean) => part.amounts.get(Nutrient::Energy).unwrap_or(part.grams * mean),
        None => part.grams,
    };
    let all: f64 = parts.iter().map(|part| weight(part)).sum();
    // An empty sum of floats is minus zero.
    let unknown: f64 =
        parts.iter().filter(|part| part.amounts.get(nutrient).is_none()).map(|part| weight(part)).fold(0.0, |sum, more| sum + more);
    if all > 0.0 { unknown / all } else { 0.0 }
}

/// Sums up what was eaten, drunk and taken on a day. A food that neither its entry nor the catalogue knows counts as unknown.
pub fn day_intake<'a>(
    catalogue: &Catalogue,
    eaten: impl IntoIterator<Item = Eaten<'a>>,
    drinks: impl IntoIterator<Item = &'a Drink>,
    supplements: impl IntoIterator<Item = &'a SupplementTaken>,
) -> DayIntake {
    let food = |Eaten { food, name, per_100_g, grams }: Eaten<'_>| {
        let per_100_g = per_100_g.or_else(|| catalogue.food(food).map(|food| &food.per_100_g));
        let amounts = per_100_g.map(|amounts| amounts.in_grams(grams)).unwrap_or_default();
        IntakePart { what: EatenWhat::Food { id: food.clone(), name: name.to_owned() }, grams, amounts }
    };
    let mut parts: Vec<_> = eaten.into_iter().map(food).collect();
    let foods = parts.len();
    parts.extend(drinks.into_iter().map(|drink| {
        let (content, ml) = (drink_content(drink.kind), f64::from(drink.volume.get()));
        let amounts = content.map(|content| content.in_volume(drink.volume)).unwrap_or_default();
        let grams = content.map_or(ml, |content| ml * content.grams_per_100_ml / 100.0);
        IntakePart { what: EatenWhat::Drink(drink.kind), grams, amounts }
    }));
    let mut taken = Amounts::default();
    for (nutrient, amount) in supplements.into_iter().flat_map(|taken| taken.amounts().known().collect::<Vec<_>>()) {
        taken.set(nutrient, Some(taken.get(nutrient).unwrap_or(0.0) + amount));
    }
    DayIntake { foods, complete: None, parts, supplements: taken }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Day, Doses, Id, VolumeMl};
    use crate::nutrition::catalogue;
    use chrono::NaiveDate;
    use uuid::Uuid;

    fn day() -> Day {
        Day::new(NaiveDate::from_ymd_opt(2026, 11, 19).unwrap())
    }

    fn eaten(food: &FoodId, grams: f64) -> Eaten<'_> {
        Eaten { food, name: food.as_str(), per_100_g: None, grams }
    }

    fn drink(kind: DrinkKind, ml: u32) -> Drink {
        Drink { day: day(), kind, volume: VolumeMl::new(ml).unwrap(), time: None }
    }

    #[track_caller]
    fn close(found: f64, expected: f64) {
        assert!((found - expected).abs() < 1e-9, "{found} is not {expected}");
    }

    #[test]
    fn what_is_unknown_is_counted_and_not_zero() {
        let (banana, nobody) = (FoodId::new("banana"), FoodId::new("no-such-food"));
        let intake = day_intake(catalogue(), [eaten(&banana, 118.0), eaten(&nobody, 100.0)], [], []);
        assert_eq!(intake.foods, 2);
        let per_100_g = catalogue().food(&banana).unwrap().per_100_g.get(Nutrient::Magnesium).unwrap();
        close(intake.from_food(Nutrient::Magnesium), per_100_g * 1.18);
        assert_eq!(intake.unknown(Nutrient::Magnesium), 1);
        close(intake.unknown_share(Nutrient::Magnesium), 100.0 / 218.0);
    }

    #[test]
    fn what_an_entry_says_of_its_food_outranks_the_catalogue() {
        let banana = FoodId::new("banana");
        let then: Amounts = [(Nutrient::Magnesium, 100.0)].into_iter().collect();
        let intake = day_intake(catalogue(), [Eaten { per_100_g: Some(&then), ..eaten(&banana, 50.0) }], [], []);
        close(intake.from_food(Nutrient::Magnesium), 50.0);
        assert_eq!(intake.unknown(Nutrient::Energy), 1, "what was unknown then stays unknown");
    }

    #[test]
    fn the_unknown_share_is_of_energy_and_by_weight_where_energy_is_unknown() {
        let food = FoodId::new("x");
        let share = |foods: &[(Option<f64>, Option<f64>)]| {
            let amounts: Vec<_> = foods
                .iter()
                .map(|(kcal, vitamin_d)| {
                    let mut amounts = Amounts::default();
                    amounts.set(Nutrient::Energy, *kcal);
                    amounts.set(Nutrient::VitaminD, *vitamin_d);
                    amounts
                })
                .collect();
            let eaten = amounts.iter().map(|amounts| Eaten { per_100_g: Some(amounts), ..eaten(&food, 100.0) });
            day_intake(catalogue(), eaten, [], []).unknown_share(Nutrient::VitaminD)
        };
        close(share(&[]), 0.0);
        close(share(&[(Some(300.0), Some(0.0)), (Some(100.0), None)]), 0.25);
        close(share(&[(Some(300.0), Some(0.0)), (Some(100.0), Some(1.0)), (None, None)]), 200.0 / 600.0);
        close(share(&[(None, Some(1.0)), (None, None), (None, None)]), 2.0 / 3.0);
        close(share(&[(Some(0.0), Some(1.0)), (Some(0.0), None)]), 0.5);
    }

    #[test]
    fn supplements_stand_apart_from_food() {
        let banana = FoodId::new("banana");
        let taken = |nutrient, amount, doses| SupplementTaken {
            day: day(),
            product: Id::from_uuid(Uuid::from_u128(1)),
            name: "Tablet".to_owned(),
            dose: "1".to_owned(),
            doses: Doses::new(doses).unwrap(),
            per_dose: [(nutrient, amount)].into_iter().collect(),
            time: None,
        };
        let supplements = [taken(Nutrient::Magnesium, 100.0, 2.0), taken(Nutrient::Magnesium, 50.0, 1.0), taken(Nutrient::Zinc, 10.0, 0.5)];
        let plain = day_intake(catalogue(), [eaten(&banana, 118.0)], [], []);
        let intake = day_intake(catalogue(), [eaten(&banana, 118.0)], [], &supplements);
        for nutrient in Nutrient::ALL {
            close(intake.from_food(*nutrient), plain.from_food(*nutrient));
        }
        close(intake.from_supplements(Nutrient::Magnesium), 250.0);
        close(intake.from_supplements(Nutrient::Zinc), 5.0);
        close(intake.from_supplements(Nutrient::Calcium), 0.0);
    }

    #[test]
    fn water_comes_from_food_and_from_drinks() {
        let banana = FoodId::new("banana");
        let drinks = [drink(DrinkKind::Water, 500), drink(DrinkKind::Milk, 200), drink(DrinkKind::Other, 100)];
        let intake = day_intake(catalogue(), [eaten(&banana, 100.0)], &drinks, []);
        let in_banana = catalogue().food(&banana).unwrap().per_100_g.get(Nutrient::Water).unwrap();
        close(intake.water_from_food(), in_banana);
        let drunk = intake.water_from_drinks();
        assert!((660.0..695.0).contains(&drunk), "{drunk}: 500 ml, and the water in 200 ml of milk");
        assert_eq!(intake.unknown(Nutrient::Water), 1);
        assert!(intake.has_drinks() && !day_intake(catalogue(), [eaten(&banana, 100.0)], [], []).has_drinks());
    }

    #[test]
    fn a_day_looks_complete_with_three_foods_and_a_thousand_kcal_unless_the_person_says_otherwise() {
        let rice = FoodId::new("white-rice-cooked");
        let kcal_per_100_g = catalogue().food(&rice).unwrap().per_100_g.get(Nutrient::Energy).unwrap();
        let grams = COMPLETE_DAY_KCAL / kcal_per_100_g * 100.0;
        let day = |foods: usize, all: f64| {
            day_intake(catalogue(), vec![eaten(&rice, all / f64::from(u8::try_from(foods).unwrap())); foods], [], [])
        };
        for (mut intake, looks) in [(day(3, grams * 1.001), true), (day(3, grams * 0.99), false), (day(2, grams * 2.0), false)] {
            assert_eq!((intake.looks_complete(), intake.counts_as_complete()), (looks, looks));
            for said in [true, false] {
                intake.complete = Some(said);
                assert_eq!((intake.looks_complete(), intake.counts_as_complete()), (looks, said));
            }
        }
    }
}
