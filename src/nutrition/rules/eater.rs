//! The person for whom foods are chosen: all that a rule can ask about them.

use crate::domain::{Allergen, ClassKey, Condition, Country, Day, Profile, Region};
use crate::nutrition::Person;
use std::collections::BTreeSet;

/// What the rules of foods ask about a person on a day: whom they hold for follows from it ([`HeldRules::of`](super::HeldRules::of)). The
/// default is a person of whom nothing is known.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Eater {
    /// Age, sex, pregnancy and breastfeeding.
    pub person: Person,
    /// The kinds of food that the person cannot eat, gluten with coeliac disease among them.
    pub avoid: BTreeSet<Allergen>,
    /// The diseases and states that a doctor named.
    pub conditions: BTreeSet<Condition>,
    /// The region whose upper limits are used; `None` if the person did not say.
    pub region: Option<Region>,
    /// The country in which the person lives; `None` if they did not say.
    pub country: Option<Country>,
    /// Whether the profile says that a medicine raises potassium.
    pub claims_raising: bool,
    /// The medicines that the person takes on the day; empty if none is known.
    pub medicines: Vec<EatersMedicine>,
    /// The names of the supplements on the person's list that hold much potassium, whether they are taken every day or not.
    pub potassium_products: Vec<String>,
    /// Whether trouble swallowing was logged in the last four weeks.
    pub trouble_swallowing: bool,
}

/// A medicine, as far as the rules of foods ask about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EatersMedicine {
    /// The name for the middle of a sentence.
    pub name: String,
    /// Name and dose, as the person typed them.
    pub typed: String,
    /// The names of its active substances, or what the person typed.
    pub substances: String,
    /// The classes of the guide that it belongs to; empty for a medicine that the guide does not know.
    pub classes: Vec<ClassKey>,
    /// Whether the guide knows what it is. While it does not, foods with much potassium are withheld.
    pub is_known: bool,
}

impl Eater {
    /// The person of a profile on a day, without medicines, products and signs, which the caller adds.
    #[must_use]
    pub fn of(profile: &Profile, day: Day) -> Self {
        Self {
            person: Person::on(profile, day),
            avoid: profile.avoided(),
            conditions: profile.conditions.clone(),
            region: profile.region,
            country: profile.country,
            claims_raising: profile.medicine_raises_potassium,
            ..Self::default()
        }
    }

    /// Whether the person lives in this region. The country decides, if it is known.
    pub(super) fn lives_in(&self, region: Region) -> bool {
        let of_country = self.country.map(|country| match country {
            Country::UnitedStates | Country::Canada => Some(Region::Us),
            Country::UnitedKingdom => Some(Region::Uk),
            Country::Australia | Country::NewZealand | Country::Switzerland | Country::Norway => None,
            Country::Austria
            | Country::Denmark
            | Country::Finland
            | Country::France
            | Country::Germany
            | Country::Ireland
            | Country::Italy
            | Country::Netherlands
            | Country::Spain
            | Country::Sweden
            | Country::OtherEu => Some(Region::Eu),
        });
        of_country.unwrap_or(self.region) == Some(region)
    }

    /// Whether the person is known to live elsewhere than in the United States and Canada, whose foods the figures describe.
    pub(super) fn lives_elsewhere(&self) -> bool {
        (self.country.is_some() || self.region.is_some()) && !self.lives_in(Region::Us)
    }
}

impl EatersMedicine {
    /// Whether the medicine belongs to this class.
    pub(in crate::nutrition) fn is_of(&self, class: &str) -> bool {
        self.classes.iter().any(|own| own.as_str() == class)
    }

    /// Whether it is a patch that gives more than this many mg in 24 hours, by what was typed: "Emsam 9 mg/24 h".
    pub(super) fn is_patch_above(&self, mg: f64) -> bool {
        let typed: String = self.typed.to_lowercase().split_whitespace().collect::<String>().replace("per", "/").replace(',', ".");
        // Whatever else is called a patch gives its amount in a day.
        let unit = if ["patch", "emsam", "transdermal"].iter().any(|word| typed.contains(word)) { "mg" } else { "mg/24" };
        let amounts = typed.match_indices(unit).filter_map(|found| {
            let before = &typed[..found.0];
            before[before.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == '.').len()..].parse::<f64>().ok()
        });
        amounts.into_iter().any(|amount| amount > mg)
    }

    /// Whether the medicine holds this substance, in its English spelling or with another ending: "Amiodaron", "allopurinolo".
    pub(in crate::nutrition) fn holds(&self, substance: &str) -> bool {
        self.substances
            .to_lowercase()
            .split(|letter: char| !letter.is_alphanumeric())
            .any(|word| word.starts_with(substance.trim_end_matches('e')))
    }
}
