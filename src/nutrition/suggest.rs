//! Foods that help with a nutrient, for one person.
//!
//! How they are ranked stands on [`suggestions`], and in ARCHITECTURE.md.

use super::limits::levels_for_food;
use super::{Food, FoodFilter, FoodGroup, Person, Stage};
use crate::domain::{Amounts, Condition, Day, FoodId, Nutrient, Profile};

/// A food that adds less than this share of the reference in its usual portion is not worth naming.
const LEAST_SHARE: f64 = 0.05;

/// More than this share of the reference from one portion is no better.
const PLENTY: f64 = 0.5;

/// Up to this energy a portion is a small one; above it, it ranks the lower the more it has.
const SMALL_PORTION_KCAL: f64 = 200.0;

/// Foods that are so uncommon fill up what others leave empty.
const RARE: u8 = 3;

/// Where potassium is withheld, no suggested portion of any food holds more of it than this.
///
/// A choice of this program, after the National Kidney Foundation (US), which calls more than 200 mg a portion high.
pub const MOST_POTASSIUM_MG: f64 = 200.0;

/// Whether a usual portion of the food is known to hold no more potassium than that.
#[must_use]
pub fn holds_little_potassium(food: &Food) -> bool {
    food.in_usual_portion(Nutrient::Potassium).is_some_and(|mg| mg <= MOST_POTASSIUM_MG)
}

/// What a person eats, must not eat, has eaten and does not want to see.
#[derive(Debug, Clone)]
pub struct Wish<'a> {
    /// What diet, avoided foods and pregnancy leave.
    pub filter: FoodFilter,
    /// Why potassium is withheld, in words for the middle of a sentence.
    pub withholds_potassium: Option<&'a str>,
    /// Whether a dietitian should have the first word.
    pub kidney_disease: bool,
    /// Whether a doctor limits what may be drunk.
    pub fluid_limit: bool,
    /// The most that a single portion may hold: the person's upper levels for what food and supplements give together.
    pub most: Amounts,
    /// Foods in the diary.
    pub eaten: &'a [FoodId],
    /// Foods that the person does not want to see suggested.
    pub hidden: &'a [FoodId],
}

impl<'a> Wish<'a> {
    /// The wish of a profile on a day; why potassium is withheld, medicines say as well as the profile.
    ///
    /// While breastfeeding, what pregnancy forbids is not suggested either: mercury reaches the child.
    #[must_use]
    pub fn of(profile: &Profile, day: Day, withholds_potassium: Option<&'a str>, eaten: &'a [FoodId], hidden: &'a [FoodId]) -> Self {
        let person = Person::on(profile, day);
        let filter = FoodFilter { pregnant: person.stage != Stage::None, ..FoodFilter::of(profile, day) };
        Self {
            filter,
            withholds_potassium,
            kidney_disease: profile.conditions.contains(&Condition::Kidney),
            fluid_limit: profile.conditions.contains(&Condition::FluidLimit),
            most: levels_for_food(person, profile.region),
            eaten,
            hidden,
        }
    }

    fn restriction(&self, because: &str, of_all_foods: bool) -> Restriction {
        let Self { kidney_disease, fluid_limit, .. } = *self;
        Restriction { because: because.to_owned(), of_all_foods, kidney_disease, fluid_limit }
    }

    fn allows(&self, food: &Food) -> bool {
        let in_portion = food.per_100_g.in_grams(food.usual_portion().grams);
        food.may_be_suggested()
            && food.fits(&self.filter)
            && !self.hidden.contains(&food.id)
            && !(self.fluid_limit && is_drunk(food))
            && (self.withholds_potassium.is_none() || holds_little_potassium(food))
            && in_portion.known().all(|(nutrient, amount)| self.most.get(nutrient).is_none_or(|most| amount <= most))
    }
}

/// Whether a food is drunk: drinks, and milk of animals and plants.
fn is_drunk(food: &Food) -> bool {
    let watery = food.per_100_g.get(Nutrient::Water).is_none_or(|water| water >= 85.0);
    match food.group() {
        Some(FoodGroup::Drinks) => true,
        Some(FoodGroup::Dairy | FoodGroup::PlantBased) => watery,
        _ => false,
    }
}

/// Foods for a nutrient, or why there are none.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Suggestions<'a> {
    /// What an illness or a medicine rules out; `None` if potassium is not withheld.
    pub restriction: Option<Restriction>,
    /// The foods, the best first.
    pub foods: Vec<Suggestion<'a>>,
}

/// What is not suggested to somebody from whom potassium is withheld.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restriction {
    /// Why potassium is withheld, in words for the middle of a sentence.
    pub because: String,
    /// Whether no food at all is suggested, since the nutrient is potassium.
    pub of_all_foods: bool,
    /// Whether a dietitian should have the first word.
    pub kidney_disease: bool,
    /// Whether a doctor limits what may be drunk.
    pub fluid_limit: bool,
}

/// A food that adds to what is short.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Suggestion<'a> {
    /// The food, to be eaten in its usual portion.
    pub food: &'a Food,
    /// What the portion adds, in the nutrient's unit.
    pub adds: f64,
    /// The same as a share of the reference.
    pub share: f64,
    /// Whether the diary has it already.
    pub eaten_before: bool,
}

impl Suggestion<'_> {
    /// How good a way it is to the nutrient: the share of the reference, at most half, less for a portion of more
    /// than 200 kcal and for a food that fewer people know.
    ///
    /// score = min(share, 0.5) × 200 / max(200, kcal) / common
    fn score(&self) -> f64 {
        let kcal = self.food.in_usual_portion(Nutrient::Energy).unwrap_or(SMALL_PORTION_KCAL);
        self.share.min(PLENTY) * (SMALL_PORTION_KCAL / kcal.max(SMALL_PORTION_KCAL)) / f64::from(self.common())
    }

    /// How uncommon the food is, 1 to 3.
    fn common(&self) -> u8 {
        self.food.tags.as_ref().map_or(1, |tags| tags.common.max(1))
    }
}

/// Up to `at_most` foods for a nutrient with this reference, best first; why not, when potassium is withheld.
///
/// Only foods that may be suggested, that the wish allows, and whose usual portion adds at least a twentieth of
/// the reference. What the person eats already comes first and fills half of the list, the rest is new to them,
/// as far as there is enough of either, rare foods last; each food group has one food before any has two, and no
/// food comes in two forms. Among them the better score is first: the share of the reference that a portion adds, half of it at
/// most, lowered in proportion for portions above 200 kcal, and divided by how uncommon the food is (1 to 3).
#[must_use]
pub fn suggestions<'a>(
    foods: impl IntoIterator<Item = &'a Food>,
    nutrient: Nutrient,
    reference: f64,
    wish: &Wish<'_>,
    at_most: usize,
) -> Suggestions<'a> {
    if let (Nutrient::Potassium, Some(reason)) = (nutrient, wish.withholds_potassium) {
        return Suggestions { restriction: Some(wish.restriction(reason, true)), foods: Vec::new() };
    }
    let suggestion = |food: &'a Food| {
        let adds = food.in_usual_portion(nutrient)?;
        Some(Suggestion { food, adds, share: adds / reference, eaten_before: wish.eaten.contains(&food.id) })
    };
    let mut fitting: Vec<_> = foods
        .into_iter()
        .filter(|food| wish.allows(food))
        .filter_map(suggestion)
        .filter(|suggestion| suggestion.share >= LEAST_SHARE)
        .collect();
    sort(&mut fitting);
    let restriction = wish.withholds_potassium.map(|because| wish.restriction(because, false));
    Suggestions { restriction, foods: chosen(&fitting, at_most) }
}

/// What is eaten already first, then the better score.
fn sort(suggestions: &mut [Suggestion<'_>]) {
    suggestions.sort_by(|a, b| {
        b.eaten_before.cmp(&a.eaten_before).then_with(|| b.score().total_cmp(&a.score())).then_with(|| a.food.id.cmp(&b.food.id))
    });
}

/// Half of what is eaten already, half of what is new, varied; `fitting` is sorted, and so is what is chosen.
fn chosen<'a>(fitting: &[Suggestion<'a>], at_most: usize) -> Vec<Suggestion<'a>> {
    let (eaten, new) = fitting.split_at(fitting.partition_point(|suggestion| suggestion.eaten_before));
    let mut chosen = Vec::new();
    // Another form of what is eaten already is nothing new.
    let new = new.iter().filter(|suggestion| !eaten.iter().any(|other| alike(other.food, suggestion.food)));
    let (well_known, rare): (Vec<_>, Vec<_>) = new.partition(|suggestion| suggestion.common() < RARE);
    choose(&mut chosen, eaten, at_most.div_ceil(2));
    for from in [&well_known, eaten, &rare] {
        choose(&mut chosen, from, at_most);
    }
    sort(&mut chosen);
    chosen
}

/// Adds from `from` until there are `at_most`: always the first of the groups that were chosen least often.
fn choose<'a>(chosen: &mut Vec<Suggestion<'a>>, from: &[Suggestion<'a>], at_most: usize) {
    while chosen.len() < at_most {
        let new = from.iter().filter(|suggestion| !chosen.iter().any(|other| alike(other.food, suggestion.food)));
        let of_its_group =
            |suggestion: &&Suggestion<'_>| chosen.iter().filter(|other| other.food.group() == suggestion.food.group()).count();
        // The first of equal ones.
        let Some(next) = new.min_by_key(of_its_group) else { return };
        chosen.push(*next);
    }
}

/// Whether two are one food in two forms: their names agree up to the comma ("Egg, boiled" and "Eggs, scrambled").
pub(super) fn alike(one: &Food, other: &Food) -> bool {
    let (one, other) = (name_up_to_comma(one), name_up_to_comma(other));
    one.eq_ignore_ascii_case(other)
}

/// "Egg" of "Eggs, scrambled".
fn name_up_to_comma(food: &Food) -> &str {
    food.name.split(',').next().unwrap_or_default().trim_end_matches('s')
}
