//! Foods suggested to one person because they contain much of a nutrient.
//!
//! The ranking is described at [`suggestions`], and in ARCHITECTURE.md.

use super::limits::levels_for_food;
use super::{Food, FoodFilter, FoodGroup, Person, Stage};
use crate::domain::{Amounts, Condition, Day, FoodId, Nutrient, Profile};

/// A food is suggested only if its usual portion contains at least this share, 5 %, of the person's reference intake per day.
const LEAST_SHARE: f64 = 0.05;

/// A portion with more than this share, 50 %, of the reference intake per day ranks no higher than one with just as much.
const PLENTY: f64 = 0.5;

/// Up to this energy, in kcal, a portion is a small one. Above it, a portion ranks lower the more energy it has.
const SMALL_PORTION_KCAL: f64 = 200.0;

/// The value of [`Tags::common`](super::Tags::common) for foods that few people know. Such foods only fill up a list that others leave
/// too short.
const RARE: u8 = 3;

/// The most potassium, in mg, in the usual portion of a food suggested to a person from whom potassium is withheld: 200.
///
/// A choice of this program, after the National Kidney Foundation (US), which calls more than 200 mg a portion high.
pub const MOST_POTASSIUM_MG: f64 = 200.0;

/// Whether the usual portion of the food contains at most [`MOST_POTASSIUM_MG`] (200 mg) of potassium. `false` if that is unknown.
#[must_use]
pub fn holds_little_potassium(food: &Food) -> bool {
    food.in_usual_portion(Nutrient::Potassium).is_some_and(|mg| mg <= MOST_POTASSIUM_MG)
}

/// The constraints on suggestions for one person: diet filter, potassium limit, upper levels for a portion, eaten and hidden foods.
#[derive(Debug, Clone)]
pub struct Wish<'a> {
    /// Which foods diet, avoided foods and pregnancy leave.
    pub filter: FoodFilter,
    /// Why potassium is withheld, for the middle of a sentence: "kidney disease". `None` if it is not withheld.
    pub withholds_potassium: Option<&'a str>,
    /// Whether the person has kidney disease, so that a dietitian should be asked first.
    pub kidney_disease: bool,
    /// Whether a doctor limits what may be drunk.
    pub fluid_limit: bool,
    /// The most that a single portion may contain of each nutrient, in the nutrient's unit: the person's upper levels for food and
    /// supplements together. A nutrient without a level has no limit.
    pub most: Amounts,
    /// The foods that the person has eaten lately.
    pub eaten: &'a [FoodId],
    /// Foods that the person does not want to see suggested.
    pub hidden: &'a [FoodId],
}

impl<'a> Wish<'a> {
    /// The constraints for the person of a profile on a day. `withholds_potassium` says why potassium is withheld, which medicines
    /// decide as well as the profile.
    ///
    /// Foods that are avoided in pregnancy are not suggested while breastfeeding either, since mercury reaches the child.
    #[must_use]
    pub fn of(profile: &Profile, day: Day, withholds_potassium: Option<&'a str>, eaten: &'a [FoodId], hidden: &'a [FoodId]) -> Self {
        let person = Person::on(profile, day);
        let filter = FoodFilter { pregnant: person.stage != Stage::None, ..FoodFilter::of(profile, day) };
        Self {
            filter,
            withholds_potassium,
            kidney_disease: profile.conditions.contains(&Condition::Kidney),
            fluid_limit: profile.conditions.contains(&Condition::FluidLimit),
            most: levels_for_food(person, profile.limits_region()),
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

/// The foods suggested for a nutrient, and what an illness or a medicine rules out.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Suggestions<'a> {
    /// What an illness or a medicine rules out; `None` if potassium is not withheld.
    pub restriction: Option<Restriction>,
    /// The foods, the best first. Empty if none fits, or if none may be suggested.
    pub foods: Vec<Suggestion<'a>>,
}

/// What is not suggested to somebody from whom potassium is withheld.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restriction {
    /// Why potassium is withheld, for the middle of a sentence: "kidney disease".
    pub because: String,
    /// Whether no food at all is suggested, since the nutrient is potassium.
    pub of_all_foods: bool,
    /// Whether the person has kidney disease, so that a dietitian should be asked first.
    pub kidney_disease: bool,
    /// Whether a doctor limits what may be drunk.
    pub fluid_limit: bool,
}

/// A food suggested because its usual portion contains much of a nutrient of which the person gets too little.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Suggestion<'a> {
    /// The food, to be eaten in its usual portion.
    pub food: &'a Food,
    /// How much of the nutrient the usual portion contains, in the nutrient's unit.
    pub adds: f64,
    /// [`adds`](Self::adds) divided by the person's reference intake per day: 0.5 is half of it. At least 0.05; may exceed 1.
    pub share: f64,
    /// Whether the food is among [`Wish::eaten`], the foods that the person ate lately.
    pub eaten_before: bool,
}

impl Suggestion<'_> {
    /// What foods are ranked by, 0.5 at most; higher is better. It is the share of the reference intake, at most 0.5, lowered for a
    /// portion of more than 200 kcal and for a food that fewer people know. A food of unknown energy counts as 200 kcal.
    ///
    /// score = min(share, 0.5) × 200 / max(200, kcal) / common
    fn score(&self) -> f64 {
        let kcal = self.food.in_usual_portion(Nutrient::Energy).unwrap_or(SMALL_PORTION_KCAL);
        self.share.min(PLENTY) * (SMALL_PORTION_KCAL / kcal.max(SMALL_PORTION_KCAL)) / f64::from(self.common())
    }

    /// How many people know the food, from 1 (most eat it every week) to 3 (few do). A food without tags has 1.
    fn common(&self) -> u8 {
        self.food.tags.as_ref().map_or(1, |tags| tags.common.max(1))
    }
}

/// Up to `at_most` foods that contain much of a nutrient, the best first. There are none for potassium while it is withheld.
///
/// `reference` is the person's reference intake per day, in the nutrient's unit, above 0.
///
/// Foods are suggested only if they may be, if the wish allows them, and if their usual portion contains at least a twentieth
/// of the reference. Foods that the person eats already come first and fill half of the list; the rest is new to them, as far as there is
/// enough of either, and rare foods come last. Each food group has one food before any has two, and no food comes in two forms. Among
/// them the better score is first: the share of the reference that a portion adds, half of it at most, lowered in proportion for
/// portions above 200 kcal, and divided by how uncommon the food is (1 to 3).
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

/// Sorts by what is eaten already, then by the better score.
fn sort(suggestions: &mut [Suggestion<'_>]) {
    suggestions.sort_by(|a, b| {
        b.eaten_before.cmp(&a.eaten_before).then_with(|| b.score().total_cmp(&a.score())).then_with(|| a.food.id.cmp(&b.food.id))
    });
}

/// Chooses half of what is eaten already and half of what is new, from varied groups. `fitting` is sorted, and so is the result.
fn chosen<'a>(fitting: &[Suggestion<'a>], at_most: usize) -> Vec<Suggestion<'a>> {
    let (eaten, new) = fitting.split_at(fitting.partition_point(|suggestion| suggestion.eaten_before));
    let mut chosen = Vec::new();
    // Another form of a food that is eaten already is not new.
    let new = new.iter().filter(|suggestion| !eaten.iter().any(|other| alike(other.food, suggestion.food)));
    let (well_known, rare): (Vec<_>, Vec<_>) = new.partition(|suggestion| suggestion.common() < RARE);
    choose(&mut chosen, eaten, at_most.div_ceil(2));
    for from in [&well_known, eaten, &rare] {
        choose(&mut chosen, from, at_most);
    }
    sort(&mut chosen);
    chosen
}

/// Adds foods of `from` until there are `at_most`. The next one is always the first of the group that was chosen least often.
fn choose<'a>(chosen: &mut Vec<Suggestion<'a>>, from: &[Suggestion<'a>], at_most: usize) {
    while chosen.len() < at_most {
        let new = from.iter().filter(|suggestion| !chosen.iter().any(|other| alike(other.food, suggestion.food)));
        let of_its_group =
            |suggestion: &&Suggestion<'_>| chosen.iter().filter(|other| other.food.group() == suggestion.food.group()).count();
        // Of equally good foods the first.
        let Some(next) = new.min_by_key(of_its_group) else { return };
        chosen.push(*next);
    }
}

/// Whether two foods are forms of one: their names agree up to the comma, as in "Egg, boiled" and "Eggs, scrambled".
pub(super) fn alike(one: &Food, other: &Food) -> bool {
    let (one, other) = (name_up_to_comma(one), name_up_to_comma(other));
    one.eq_ignore_ascii_case(other)
}

/// The name up to the comma, without a plural ending: "Egg" of "Eggs, scrambled".
fn name_up_to_comma(food: &Food) -> &str {
    food.name.split(',').next().unwrap_or_default().trim_end_matches('s')
}
