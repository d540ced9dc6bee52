//! Whom a rule of foods is for.

use super::any_of::AnyOf;
use super::eater::{Eater, EatersMedicine};
use crate::domain::{Allergen, Condition, Country, Region, Sex, each_once, joined_with_and, uncapitalised};
use crate::nutrition::Stage;

/// Classes of medicines against too much potassium or phosphate. Addressees takes them is to eat little potassium, which they do not raise.
const BINDERS: [&str; 2] = ["potassium_binder", "phosphate_binder"];

/// The people whom a rule is for.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Addressees(AnyOf<Term>);

/// One thing that is asked about a person.
#[derive(Debug, Clone, PartialEq)]
enum Term {
    Everybody,
    Condition(Condition),
    /// Takes a medicine of the class that holds none of the substances.
    Class {
        class: String,
        without: Vec<String>,
    },
    /// Takes a medicine that holds the substance.
    Medicine(String),
    /// Takes the substance by a patch that gives more than this, in mg in 24 hours.
    Patch {
        substance: String,
        more_than: f64,
    },
    Pregnant,
    Breastfeeding,
    Female,
    Younger(u8),
    Aged(u8),
    Avoids(Allergen),
    Region(Region),
    Elsewhere,
    Country(Country),
    ClaimsRaising,
    UnknownMedicine,
    PotassiumProduct,
    TroubleSwallowing,
}

/// Why a rule holds for a person.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Causes {
    /// Diseases and states, for the middle of a sentence.
    states: Vec<String>,
    /// Names of medicines and products, for the middle of a sentence.
    medicines: Vec<String>,
    /// What is said behind the medicines; may be empty.
    said_behind: &'static str,
}

impl Causes {
    /// The medicines, or "your medicine" if none is named.
    pub(super) fn medicine(&self) -> String {
        if self.medicines.is_empty() { "your medicine".to_owned() } else { joined_with_and(&self.medicines) }
    }

    /// Whether medicines or products are the only causes.
    pub(super) fn are_medicines(&self) -> bool {
        self.states.is_empty() && !self.medicines.is_empty()
    }

    /// The reason: diseases and states if there are any, otherwise medicines.
    pub(super) fn because(&self) -> String {
        if self.states.is_empty() { format!("{}{}", self.medicine(), self.said_behind) } else { joined_with_and(&self.states) }
    }

    /// The causes of withholding potassium, which say of medicines that they raise it. Binders do not. Medicines that nobody knows are
    /// named only where no other is.
    pub(super) fn of_raised_potassium(self, eater: &Eater) -> Self {
        let is_unknown = |name: &String| eater.medicines.iter().any(|medicine| !medicine.is_known && medicine.name == *name);
        let (unknown, known): (Vec<String>, Vec<String>) = self.medicines.iter().cloned().partition(is_unknown);
        let raise = !eater.medicines.iter().any(|medicine| BINDERS.iter().any(|class| medicine.is_of(class)));
        let said_behind = match (known.len(), unknown.len()) {
            (0, 0) => "",
            (0, _) => ", until you say what kind of medicine it is",
            _ if !raise => "",
            (1, _) => ", which raises potassium",
            _ => ", which raise potassium",
        };
        Self { medicines: if known.is_empty() { unknown } else { known }, said_behind, ..self }
    }
}

impl Addressees {
    /// Reads the cell of the table. Returns `None` if it cannot be read.
    pub(super) fn read(cell: &str) -> Option<Self> {
        AnyOf::read(&cell.split('|').collect::<Vec<_>>(), term).map(Self)
    }

    /// Why the rule holds for the person. Returns `None` if it does not.
    pub(super) fn causes(&self, eater: &Eater) -> Option<Causes> {
        let terms = self.0.holding(|term| term.holds(eater))?;
        let medicines = terms.iter().flat_map(|term| term.medicines(eater)).chain(terms.iter().flat_map(|term| term.products(eater)));
        Some(Causes { states: each_once(terms.iter().filter_map(|term| term.state())), medicines: each_once(medicines), said_behind: "" })
    }

    /// Whether the rule is for everybody.
    pub(super) fn is_everybody(&self) -> bool {
        self.0.holds(|term| *term == Term::Everybody)
    }
}

fn term(text: &str) -> Option<Term> {
    let age = |age: &str| age.parse().ok();
    if let Some(years) = text.strip_prefix("age<") {
        return age(years).map(Term::Younger);
    }
    if let Some(years) = text.strip_prefix("age>=") {
        return age(years).map(Term::Aged);
    }
    match text.split_once(':') {
        Some(("condition", key)) => key.parse().ok().map(Term::Condition),
        Some(("class", keys)) => {
            let mut keys = keys.split('-').map(str::to_owned);
            Some(Term::Class { class: keys.next()?, without: keys.collect() })
        }
        Some(("medicine", name)) => Some(Term::Medicine(name.to_owned())),
        Some(("patch", patch)) => {
            let (substance, more_than) = patch.split_once('>')?;
            Some(Term::Patch { substance: substance.to_owned(), more_than: more_than.parse().ok()? })
        }
        Some(("avoids", key)) => key.parse().ok().map(Term::Avoids),
        Some(("region", key)) => key.parse().ok().map(Term::Region),
        Some(("country", key)) => key.parse().ok().map(Term::Country),
        Some(_) => None,
        None => match text {
            "everybody" => Some(Term::Everybody),
            "pregnant" => Some(Term::Pregnant),
            "breastfeeding" => Some(Term::Breastfeeding),
            "female" => Some(Term::Female),
            "outside_us" => Some(Term::Elsewhere),
            "claims_raising" => Some(Term::ClaimsRaising),
            "unknown_medicine" => Some(Term::UnknownMedicine),
            "potassium_product" => Some(Term::PotassiumProduct),
            "trouble_swallowing" => Some(Term::TroubleSwallowing),
            _ => None,
        },
    }
}

impl Term {
    fn holds(&self, eater: &Eater) -> bool {
        let age = eater.person.age_years;
        match self {
            Self::Everybody => true,
            Self::Condition(condition) => eater.conditions.contains(condition),
            Self::Class { .. } | Self::Medicine(_) | Self::Patch { .. } | Self::UnknownMedicine => {
                eater.medicines.iter().any(|medicine| self.names(medicine))
            }
            Self::Pregnant => eater.person.stage == Stage::Pregnant,
            Self::Breastfeeding => eater.person.stage == Stage::Breastfeeding,
            Self::Female => eater.person.sex == Some(Sex::Female),
            Self::Younger(years) => age.is_some_and(|age| age < *years),
            Self::Aged(years) => age.is_some_and(|age| age >= *years),
            Self::Avoids(allergen) => eater.avoid.contains(allergen),
            Self::Region(region) => eater.lives_in(*region),
            Self::Elsewhere => eater.lives_elsewhere(),
            Self::Country(country) => eater.country == Some(*country),
            Self::ClaimsRaising => eater.claims_raising,
            Self::PotassiumProduct => !eater.potassium_products.is_empty(),
            Self::TroubleSwallowing => eater.trouble_swallowing,
        }
    }

    /// Whether the term means this medicine.
    fn names(&self, medicine: &EatersMedicine) -> bool {
        match self {
            Self::Class { class, without } => medicine.is_of(class) && !without.iter().any(|substance| medicine.holds(substance)),
            Self::Medicine(substance) => medicine.holds(substance),
            Self::Patch { substance, more_than } => medicine.holds(substance) && medicine.is_patch_above(*more_than),
            Self::UnknownMedicine => !medicine.is_known,
            _ => false,
        }
    }

    fn medicines(&self, eater: &Eater) -> Vec<String> {
        eater.medicines.iter().filter(|medicine| self.names(medicine)).map(|medicine| medicine.name.clone()).collect()
    }

    fn products(&self, eater: &Eater) -> Vec<String> {
        if *self == Self::PotassiumProduct { eater.potassium_products.clone() } else { Vec::new() }
    }

    /// The state for the middle of a sentence. Returns `None` for medicines and for what is no state.
    fn state(&self) -> Option<String> {
        match self {
            Self::Condition(Condition::FluidLimit) => Some("a fluid limit".to_owned()),
            Self::Condition(condition) => Some(uncapitalised(condition.label())),
            Self::Pregnant => Some("pregnancy".to_owned()),
            Self::Breastfeeding => Some("breastfeeding".to_owned()),
            Self::ClaimsRaising => Some("a medicine that raises potassium".to_owned()),
            Self::TroubleSwallowing => Some("trouble swallowing".to_owned()),
            _ => None,
        }
    }
}
