//! The rules of foods that hold for one person.

use super::eater::Eater;
use super::table::{Does, FoodRule, food_rules};
use super::which::AskedFood;
use super::who::Causes;
use crate::domain::Nutrient;
use crate::nutrition::Food;

/// The rule that withholds potassium.
const POTASSIUM: &str = "fs22";

/// The rule that tells people with an ACE inhibitor and the like that potassium in food is fine, as long as [`POTASSIUM`] does not hold.
const POTASSIUM_IS_FINE: &str = "fs23";

/// The rules of foods that hold for one person, in the order of the table. The default has none.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct HeldRules(Vec<HeldRule>);

/// A rule of foods that holds for a person, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct HeldRule {
    rule: &'static FoodRule,
    causes: Causes,
}

impl HeldRule {
    /// The id of the rule, such as "fs22".
    #[must_use]
    pub fn id(&self) -> &'static str {
        &self.rule.id
    }

    /// What the rule says, in whole sentences.
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

    /// Whether it holds because of medicines alone.
    #[must_use]
    pub fn is_for_medicines(&self) -> bool {
        self.causes.are_medicines()
    }

    /// The nutrient for which alone it withholds foods. Returns `None` if it withholds them for every nutrient.
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
        if rules.potassium().is_some() {
            rules.0.retain(|held| held.id() != POTASSIUM_IS_FINE);
        }
        rules
    }

    /// The rule that withholds a food, if anything does: the first of the table. `often` says whether the person eats the food often.
    #[must_use]
    pub fn withholding(&self, food: &Food, nutrient: Nutrient, often: bool) -> Option<&HeldRule> {
        let food = AskedFood::from(food);
        self.0.iter().find(|held| {
            held.withholds() && held.is_about(nutrient) && !(often && held.rule.does == Does::EatenOnly) && held.rule.which.holds(&food)
        })
    }

    /// Every rule that withholds a food for some nutrient, each rule once.
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

    /// The rules that offer a food for a nutrient with a word, and those that withhold it from people who do not eat it.
    #[must_use]
    pub fn said_of(&self, food: &Food, nutrient: Nutrient) -> Vec<&HeldRule> {
        let food = AskedFood::from(food);
        let says = |held: &&HeldRule| matches!(held.rule.does, Does::Word | Does::EatenOnly);
        self.0.iter().filter(|held| says(held) && held.is_about(nutrient) && held.rule.which.holds(&food)).collect()
    }

    /// The rules that offer foods with a word, or say one of all suggestions.
    pub fn with_words(&self) -> impl Iterator<Item = &HeldRule> {
        self.0.iter().filter(|held| matches!(held.rule.does, Does::Word | Does::Caution))
    }

    /// Whether a rule of this person alone offers the food with a word, so that others come first.
    #[must_use]
    pub fn has_own_word(&self, food: &Food, nutrient: Nutrient) -> bool {
        self.said_of(food, nutrient).iter().any(|held| held.rule.does == Does::Word && !held.rule.who.is_everybody())
    }

    /// What is said once of all suggestions, in whole sentences.
    pub fn cautions(&self) -> impl Iterator<Item = String> {
        self.0.iter().filter(|held| held.rule.does == Does::Caution).map(HeldRule::words)
    }

    /// What is said when this food or drink is logged. Returns `None` if no rule says anything.
    #[must_use]
    pub fn said_when_logged(&self, food: &AskedFood<'_>) -> Option<String> {
        self.0.iter().find(|held| held.rule.said_when_logged && held.rule.which.holds(food)).map(HeldRule::words)
    }

    /// The rule that withholds potassium. Returns `None` if potassium is not withheld.
    #[must_use]
    pub fn potassium(&self) -> Option<&HeldRule> {
        self.0.iter().find(|held| held.id() == POTASSIUM)
    }

    /// The rows with this id that hold.
    #[cfg(test)]
    pub(super) fn with_id(&self, id: &str) -> Vec<&'static FoodRule> {
        self.0.iter().filter(|held| held.id() == id).map(|held| held.rule).collect()
    }

    /// The rule that keeps vitamin K steady. Returns `None` if there is none.
    #[must_use]
    pub fn keeps_steady(&self) -> Option<&HeldRule> {
        self.0.iter().find(|held| held.rule.does == Does::EatenOnly)
    }

    /// Whether a rule of this person alone withholds foods for more reasons than potassium.
    #[must_use]
    pub fn rule_out_more(&self) -> bool {
        self.0.iter().any(|held| held.withholds() && !held.rule.who.is_everybody() && held.id() != POTASSIUM && held.causes.are_of_health())
    }

    /// Whether the rules of this person alone, apart from those for everybody, withhold a food for a nutrient.
    #[must_use]
    pub fn withholds_from_this_person(&self, food: &Food, nutrient: Nutrient) -> bool {
        let food = AskedFood::from(food);
        let own = |held: &&HeldRule| held.withholds() && held.is_about(nutrient) && !held.rule.who.is_everybody();
        self.0.iter().filter(own).any(|held| held.rule.which.holds(&food))
    }

    /// The share of a nutrient in a food that the body takes in, 0 to 1. Returns `None` if nothing is known of it.
    #[must_use]
    pub fn absorbed(&self, food: &Food, nutrient: Nutrient) -> Option<f64> {
        let food = AskedFood::from(food);
        self.0.iter().filter(|held| held.is_about(nutrient)).find_map(|held| match held.rule.does {
            Does::Absorbed(share) if held.rule.which.holds(&food) => Some(share),
            Does::Absorbed(_) | Does::Never | Does::EatenOnly | Does::NotAsSource | Does::Word | Does::Caution | Does::WhenLogged => None,
        })
    }
}
