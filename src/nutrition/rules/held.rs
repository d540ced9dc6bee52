//! The rules of foods that hold for one person.

use super::eater::Eater;
use super::table::{Does, FoodRule, food_rules};
use super::which::AskedFood;
use super::who::Causes;
use crate::domain::{Nutrient, each_once};
use crate::nutrition::Food;

/// The rule that withholds foods with much potassium; its words name 200 mg in a usual portion.
const POTASSIUM: &str = "fs22";

/// The rule that tells people with an ACE inhibitor and the like that potassium in food is fine, as long as [`POTASSIUM`] does not hold.
const POTASSIUM_IS_FINE: &str = "fs23";

/// The rule that keeps energy drinks out of every list.
const ENERGY_DRINKS: &str = "fs05";

/// The rules of foods that hold for one person, in the order of their table (`assets/food_rules.csv`). The default has none.
///
/// Such a rule is about some foods, and about some nutrients or all. It does one of these:
///
/// - It **withholds** the foods: they are not suggested and not listed as rich in the nutrients. It may leave it there, or ask them to go on as they eat it now: kale for somebody who takes warfarin.
/// - It offers the foods **with words**, which stand beside them.
/// - It has words of **caution**, said once beside all suggestions.
/// - It says its words when such a food is **logged**. A rule of the other kinds may do this too.
/// - It knows the share of the nutrient that the body **absorbs** from the foods.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct HeldRules(Vec<HeldRule>);

/// One of the [`HeldRules`]: a rule of foods that holds for a person, and the reasons why it does.
#[derive(Debug, Clone, PartialEq)]
pub struct HeldRule {
    rule: &'static FoodRule,
    causes: Causes,
}

impl HeldRule {
    /// The id of the rule in the table, such as "fs22". Several rows of the table may share it.
    #[must_use]
    pub fn id(&self) -> &'static str {
        &self.rule.id
    }

    /// What the rule says, in whole sentences that name the person's medicines or illnesses. Empty for a rule of what is absorbed.
    #[must_use]
    pub fn words(&self) -> String {
        crate::domain::capitalised(
            &self.rule.words.replace("{medicine}", &self.causes.medicine()).replace("{because}", &self.causes.because()),
        )
    }

    /// Why the rule holds for the person, for the middle of a sentence: "kidney disease".
    #[must_use]
    pub fn because(&self) -> String {
        self.causes.because()
    }

    /// Whether the rule holds because of medicines and other products alone, and not because of an illness, a pregnancy or the like.
    #[must_use]
    pub fn is_for_medicines(&self) -> bool {
        self.causes.are_medicines()
    }

    /// The nutrient as a source of which the rule withholds foods; the first of them if there are several. Returns `None` if it
    /// withholds them altogether, or does not withhold any.
    #[must_use]
    pub fn nutrient(&self) -> Option<Nutrient> {
        self.rule.nutrients.first().copied().filter(|_| self.rule.does == Does::NotAsSource)
    }

    fn withholds(&self) -> bool {
        matches!(self.rule.does, Does::Never | Does::EatenOnly | Does::NotAsSource)
    }

    /// Whether it is about this nutrient.
    fn is_about(&self, nutrient: Nutrient) -> bool {
        self.rule.nutrients.is_empty() || self.rule.nutrients.contains(&nutrient)
    }
}

impl HeldRules {
    /// The rules that hold for this person.
    #[must_use]
    pub fn of(eater: &Eater) -> Self {
        let held = |rule: &'static FoodRule| {
            let causes = rule.who.causes(eater)?;
            let causes = if &*rule.id == POTASSIUM { causes.of_raised_potassium(eater) } else { causes };
            Some(HeldRule { rule, causes })
        };
        let mut rules = Self(food_rules().iter().filter_map(held).collect());
        if rules.withholding_potassium().is_some() {
            rules.0.retain(|held| held.id() != POTASSIUM_IS_FINE);
        }
        rules
    }

    /// The first rule that withholds a food as a source of the nutrient. Returns `None` if none does.
    ///
    /// What is to be eaten about as much as usual is withheld from people who eat it too: a suggestion would be read as "more".
    #[must_use]
    pub fn withholding(&self, food: &Food, nutrient: Nutrient) -> Option<&HeldRule> {
        let food = AskedFood::from(food);
        self.0.iter().find(|held| held.withholds() && held.is_about(nutrient) && held.rule.which.holds(&food))
    }

    /// Every rule that withholds the food as a source of any nutrient, each id once. Empty if none does.
    #[must_use]
    pub fn all_withholding(&self, food: &Food) -> Vec<&HeldRule> {
        let food = AskedFood::from(food);
        let mut found: Vec<&HeldRule> = Vec::new();
        for held in self.0.iter().filter(|held| held.withholds() && held.rule.which.holds(&food)) {
            if !found.iter().any(|other| other.id() == held.id()) {
                found.push(held);
            }
        }
        found
    }

    /// The rules whose words stand beside a food that is offered for a nutrient. Empty if there are none.
    #[must_use]
    pub fn whose_words_go_with(&self, food: &Food, nutrient: Nutrient) -> Vec<&HeldRule> {
        let food = AskedFood::from(food);
        let says = |held: &&HeldRule| held.rule.does == Does::Word;
        self.0.iter().filter(|held| says(held) && held.is_about(nutrient) && held.rule.which.holds(&food)).collect()
    }

    /// The rules that offer foods with words, whatever the food, and those with words of caution.
    pub fn with_words_for_suggestions(&self) -> impl Iterator<Item = &HeldRule> {
        self.0.iter().filter(|held| matches!(held.rule.does, Does::Word | Does::Caution))
    }

    /// Whether a rule offers the food with words that does not hold for everybody. Such a food ranks lower among suggestions.
    #[must_use]
    pub fn has_own_word(&self, food: &Food, nutrient: Nutrient) -> bool {
        self.whose_words_go_with(food, nutrient).iter().any(|held| !held.rule.who.is_everybody())
    }

    /// The words of caution, in whole sentences.
    pub fn cautions(&self) -> impl Iterator<Item = String> {
        self.0.iter().filter(|held| held.rule.does == Does::Caution).map(HeldRule::words)
    }

    /// What the rules that are about this food or drink say when it is logged, each in whole sentences and once. Empty if none says
    /// anything.
    #[must_use]
    pub fn said_when_logged(&self, food: &AskedFood<'_>) -> Vec<String> {
        let saying = self.0.iter().filter(|held| held.rule.said_when_logged && held.rule.which.holds(food));
        each_once(saying.map(HeldRule::words))
    }

    /// The rule that withholds foods with much potassium, whatever they would be offered for, from people with kidney disease or with
    /// certain medicines. While it holds, no food is suggested for potassium. Returns `None` if it does not hold.
    #[must_use]
    pub fn withholding_potassium(&self) -> Option<&HeldRule> {
        self.0.iter().find(|held| held.id() == POTASSIUM)
    }

    /// The rule that withholds every food, from people who have trouble swallowing: no food at all is named to them as a tip. Returns
    /// `None` if it does not hold.
    #[must_use]
    pub fn naming_no_food(&self) -> Option<&HeldRule> {
        self.0.iter().find(|held| held.rule.does == Does::Never && held.rule.which.is_every_food())
    }

    /// The rows with this id that hold.
    #[cfg(test)]
    pub(super) fn with_id(&self, id: &str) -> Vec<&'static FoodRule> {
        self.0.iter().filter(|held| held.id() == id).map(|held| held.rule).collect()
    }

    /// The rule that withholds foods rich in vitamin K, so that somebody who takes warfarin and the like keeps their vitamin K as it is. Returns `None` if it does not hold.
    #[must_use]
    pub fn keeping_vitamin_k_steady(&self) -> Option<&HeldRule> {
        self.0.iter().find(|held| held.rule.does == Does::EatenOnly)
    }

    /// Whether any rule withholds foods because of who the person is, other than the one of
    /// [`withholding_potassium`](Self::withholding_potassium): an illness, a medicine, their age or where they live. Rules for everybody do
    /// not count.
    #[must_use]
    pub fn withhold_beyond_potassium(&self) -> bool {
        self.0.iter().any(|held| held.withholds() && !held.rule.who.is_everybody() && held.id() != POTASSIUM)
    }

    /// Whether a rule withholds a food from lists of what is rich in a nutrient.
    ///
    /// Sodium is listed so that one can watch it, so that rules for everybody, by which a salty dish is no tip, withhold nothing there.
    #[must_use]
    pub fn withholds_from_lists(&self, food: &Food, nutrient: Nutrient) -> bool {
        let food = AskedFood::from(food);
        let counts = |held: &&HeldRule| nutrient != Nutrient::Sodium || !held.rule.who.is_everybody();
        let withholding = self.0.iter().filter(|held| held.withholds() && held.is_about(nutrient));
        withholding.filter(counts).any(|held| held.rule.which.holds(&food))
    }

    /// Whether the food stands in no list at all, whoever asks: an energy drink.
    #[must_use]
    pub fn is_never_listed(&self, food: &Food) -> bool {
        let food = AskedFood::from(food);
        self.0.iter().any(|held| held.id() == ENERGY_DRINKS && held.rule.which.holds(&food))
    }

    /// The share of a nutrient in a food that the body absorbs, 0 to 1. Returns `None` if no rule knows it.
    #[must_use]
    pub fn absorbed(&self, food: &Food, nutrient: Nutrient) -> Option<f64> {
        let food = AskedFood::from(food);
        self.0.iter().filter(|held| held.is_about(nutrient)).find_map(|held| match held.rule.does {
            Does::Absorbed(share) if held.rule.which.holds(&food) => Some(share),
            Does::Absorbed(_) | Does::Never | Does::EatenOnly | Does::NotAsSource | Does::Word | Does::Caution | Does::WhenLogged => None,
        })
    }
}
