//! Foods suggested to one person because they contain much of a nutrient.
//!
//! The ranking is described at [`suggestions`], and in ARCHITECTURE.md.

use super::limits::levels_for_food;
use super::rules::{HeldRule, HeldRules};
use super::{Food, FoodFilter, Person, Stage};
use crate::domain::{Amounts, Condition, Day, FoodId, Nutrient, Profile};

/// A food is suggested only if its usual portion contains at least this share, 5 %, of the person's reference intake per day.
const LEAST_SHARE: f64 = 0.05;

/// A portion with more than this share, 50 %, of the reference intake per day ranks no higher than one with just as much.
const PLENTY: f64 = 0.5;

/// Up to this energy, in kcal, a portion is a small one. Above it, a portion ranks lower the more energy it has.
const SMALL_PORTION_KCAL: f64 = 200.0;

/// The value of [`Tags::rarity`](super::Tags::rarity) for foods that few people eat. Such foods only fill up a list that others leave
/// too short.
const RARE: u8 = 3;

/// The share of the calcium of milk that the body takes in, 0.32. Other foods are ranked as if theirs were as much of it.
///
/// Shkembi and Huppertz 2022, PMC9306636.
pub(super) const ABSORBED_OF_MILK: f64 = 0.32;

/// The least calcium, in mg, that the body takes in from a portion of a food that is offered for calcium: 30.
///
/// After Titchenal and Dobbs 2007.
pub(super) const LEAST_TAKEN_UP_MG: f64 = 30.0;

/// Which foods may be suggested to one person: by their diet, the rules of foods, the upper levels of a portion, and what they eat and do
/// not want.
#[derive(Debug, Clone)]
pub struct Wish<'a> {
    /// Which foods diet, avoided foods and pregnancy or breastfeeding leave.
    pub filter: FoodFilter,
    /// The rules of foods that hold for the person.
    pub rules: &'a HeldRules,
    /// Whether the person has kidney disease, so that a dietitian should be asked first.
    pub kidney_disease: bool,
    /// Whether a doctor limits what may be drunk.
    pub fluid_limit: bool,
    /// The most that a single portion may contain of each nutrient, in the nutrient's unit: the person's upper levels for food and
    /// supplements together. A nutrient without a level has no limit.
    pub most: Amounts,
    /// Which foods the person eats, and which they do not want.
    pub habits: Habits<'a>,
}

/// Which foods a person eats, and which they do not want. The default is a person of whom that is not known.
#[derive(Debug, Clone, Copy, Default)]
pub struct Habits<'a> {
    /// The foods that the person has eaten lately.
    pub eaten: &'a [FoodId],
    /// Foods that the person does not want to see suggested.
    pub hidden: &'a [FoodId],
}

impl<'a> Wish<'a> {
    /// The constraints for the person of a profile on a day, for whom these rules of foods hold.
    ///
    /// Foods that are avoided in pregnancy are not suggested while breastfeeding either, since mercury reaches the child.
    #[must_use]
    pub fn of(profile: &Profile, day: Day, rules: &'a HeldRules, habits: Habits<'a>) -> Self {
        let person = Person::on(profile, day);
        let has = |condition| profile.conditions.contains(&condition);
        Self {
            filter: FoodFilter { pregnant: person.stage != Stage::None, ..FoodFilter::of(profile, day) },
            rules,
            kidney_disease: has(Condition::Kidney) || has(Condition::Dialysis),
            fluid_limit: has(Condition::FluidLimit) || has(Condition::Dialysis),
            most: levels_for_food(person, profile.limits_region()),
            habits,
        }
    }

    fn restriction(&self, rule: &HeldRule, of_all_foods: bool) -> Restriction {
        let Self { kidney_disease, fluid_limit, .. } = *self;
        Restriction { because: rule.because(), of_all_foods, kidney_disease, fluid_limit }
    }

    /// Whether the food would be suggested if no rule of foods withheld it.
    fn allows(&self, food: &Food) -> bool {
        let in_portion = food.per_100_g.in_grams(food.usual_portion().grams);
        food.may_be_suggested()
            && food.fits(&self.filter)
            && !self.habits.hidden.contains(&food.id)
            && in_portion.known().all(|(nutrient, amount)| self.most.get(nutrient).is_none_or(|most| amount <= most))
    }

    /// The food as a suggestion. Returns `None` if it adds too little.
    fn suggestion<'f>(&self, food: &'f Food, nutrient: Nutrient, reference: f64) -> Option<Suggestion<'f>> {
        let adds = food.in_usual_portion(nutrient)?;
        let taken_up = self.rules.absorbed(food, nutrient).map(|share| adds * share);
        let eaten_before = self.habits.eaten.contains(&food.id);
        let has_word = self.rules.has_own_word(food, nutrient);
        let suggestion = Suggestion { food, adds, taken_up, share: adds / reference, eaten_before, has_word };
        (suggestion.share >= LEAST_SHARE).then_some(suggestion)
    }
}

/// The foods suggested for a nutrient, and those that are not, with the reasons. The default suggests none.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Suggestions<'a> {
    /// Why foods with much potassium are withheld; `None` if they are not.
    pub restriction: Option<Restriction>,
    /// Why no food at all is named, in whole sentences ([`HeldRules::naming_no_food`]); `None` if foods may be named.
    pub named_none: Option<String>,
    /// The foods, the best first. Empty if none fits, or if none may be suggested.
    pub foods: Vec<Suggestion<'a>>,
    /// The foods that a rule withholds from the person, and that would be among the candidates otherwise. Those that most people know
    /// come first.
    pub withheld: Vec<WithheldFood<'a>>,
    /// What is said of the foods that are suggested: a sentence, and the foods that it is about.
    pub words: Vec<FoodWords<'a>>,
}

/// A food that a rule withholds ([`HeldRules::withholding`]) and that would be among the candidates otherwise, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct WithheldFood<'a> {
    /// The food.
    pub food: &'a Food,
    /// Why it is withheld, in whole sentences.
    pub why: String,
}

/// What a rule says of some of the foods that are suggested.
#[derive(Debug, Clone, PartialEq)]
pub struct FoodWords<'a> {
    /// The id of the rule, such as "fs32".
    pub rule: &'static str,
    /// The words, in whole sentences.
    pub words: String,
    /// The foods that they are about.
    pub foods: Vec<&'a Food>,
}

/// What somebody is told from whom foods with much potassium are withheld ([`HeldRules::withholding_potassium`]).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restriction {
    /// Why they are withheld, for the middle of a sentence: "kidney disease".
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
    /// How much of it the body takes in, in the nutrient's unit. `None` if nothing is known of that.
    pub taken_up: Option<f64>,
    /// [`adds`](Self::adds) divided by the person's reference intake per day: 0.5 is half of it. At least 0.05; may exceed 1.
    pub share: f64,
    /// Whether the food is among [`Habits::eaten`], the foods that the person ate lately.
    pub eaten_before: bool,
    /// Whether a rule that does not hold for everybody offers the food with words ([`HeldRules::has_own_word`]). It ranks lower for it.
    pub has_word: bool,
}

impl Suggestion<'_> {
    /// What foods are ranked by, 0.5 at most; higher is better. It is the share of the reference intake, at most 0.5, lowered for a
    /// portion of more than 200 kcal and for a food that fewer people know. A food of unknown energy counts as 200 kcal. Where it is
    /// known how much the body takes in, the share is that of as much milk. A food that is offered to the person only with a word counts
    /// as one that half as many know.
    ///
    /// score = min(share, 0.5) × 200 / max(200, kcal) / rarity / (2 with a word)
    fn score(&self) -> f64 {
        let kcal = self.food.in_usual_portion(Nutrient::Energy).unwrap_or(SMALL_PORTION_KCAL);
        let as_milk = self.taken_up.filter(|_| self.adds > 0.0).map_or(1.0, |taken_up| taken_up / self.adds / ABSORBED_OF_MILK);
        (self.share * as_milk).min(PLENTY) * (SMALL_PORTION_KCAL / kcal.max(SMALL_PORTION_KCAL))
            / f64::from(self.rarity() * if self.has_word { 2 } else { 1 })
    }

    /// Whether the body takes in enough of the nutrient to name the food for it. Of calcium that must be known, and at least 30 mg.
    fn is_a_source_of(&self, nutrient: Nutrient) -> bool {
        nutrient != Nutrient::Calcium || self.taken_up.is_some_and(|taken_up| taken_up >= LEAST_TAKEN_UP_MG)
    }

    /// How few people eat the food, from 1 (most eat it every week) to 3, as in [`Tags::rarity`](super::Tags::rarity). A food without
    /// tags has 1.
    fn rarity(&self) -> u8 {
        self.food.tags.as_ref().map_or(1, |tags| tags.rarity.max(1))
    }
}

/// Up to `at_most` foods that contain much of a nutrient, the best first. There are none for potassium while it is withheld.
///
/// `reference` is the person's reference intake per day, in the nutrient's unit, above 0.
///
/// Foods are suggested only if they may be, if the wish allows them, if no rule withholds them, and if their usual portion contains at
/// least a twentieth of the reference. Foods that the person eats already come first and fill half of the list; the rest is new to them, as
/// far as there is enough of either, and rare foods come last. Each food group has one food before any has two, and no food comes in two
/// forms. Among them the better score is first: the share of the reference that a portion adds, half of it at most, lowered in proportion
/// for portions above 200 kcal, and divided by its rarity (1 to 3).
#[must_use]
pub fn suggestions<'a>(
    foods: impl IntoIterator<Item = &'a Food>,
    nutrient: Nutrient,
    reference: f64,
    wish: &Wish<'_>,
    at_most: usize,
) -> Suggestions<'a> {
    let potassium = wish.rules.withholding_potassium();
    if let (Nutrient::Potassium, Some(rule)) = (nutrient, potassium) {
        return Suggestions { restriction: Some(wish.restriction(rule, true)), ..Suggestions::default() };
    }
    if let Some(rule) = wish.rules.naming_no_food() {
        return Suggestions { named_none: Some(rule.words()), ..Suggestions::default() };
    }
    let mut withheld: Vec<(Suggestion<'a>, &HeldRule)> = Vec::new();
    let mut fitting: Vec<Suggestion<'a>> = Vec::new();
    let allowed = foods.into_iter().filter(|food| wish.allows(food));
    for suggestion in allowed.filter_map(|food| wish.suggestion(food, nutrient, reference)) {
        match wish.rules.withholding(suggestion.food, nutrient) {
            Some(rule) => withheld.push((suggestion, rule)),
            None if suggestion.is_a_source_of(nutrient) => fitting.push(suggestion),
            None => {}
        }
    }
    sort(&mut fitting);
    withheld.sort_by_key(|(suggestion, _)| suggestion.rarity());
    let withheld = withheld.iter().map(|(suggestion, rule)| WithheldFood { food: suggestion.food, why: rule.words() });
    let foods = chosen(&fitting, at_most);
    Suggestions {
        named_none: None,
        restriction: potassium.map(|rule| wish.restriction(rule, false)),
        words: words_about(foods.iter().map(|suggestion| suggestion.food), nutrient, wish.rules),
        withheld: withheld.collect(),
        foods,
    }
}

/// What the rules say of these foods, each sentence once.
pub(super) fn words_about<'a>(foods: impl Iterator<Item = &'a Food>, nutrient: Nutrient, rules: &HeldRules) -> Vec<FoodWords<'a>> {
    let mut all: Vec<FoodWords<'a>> = Vec::new();
    for food in foods {
        for rule in rules.whose_words_go_with(food, nutrient) {
            let words = rule.words();
            match all.iter_mut().find(|said| said.words == words) {
                Some(said) => said.foods.push(food),
                None => all.push(FoodWords { rule: rule.id(), words, foods: vec![food] }),
            }
        }
    }
    all
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
    let (well_known, rare): (Vec<_>, Vec<_>) = new.partition(|suggestion| suggestion.rarity() < RARE);
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
