//! The tables of rules, by what they are about.
//!
//! The id of a rule is that of its text in `assets/guide/red_flags.csv`, whose column `when` says in plain words what stands here.

mod breath_and_heart;
mod fluid;
mod general;
mod head;
mod medicines;
mod muscles;
mod nerves;
mod pregnancy;
mod salts;
mod vessels;

pub use general::{LONG_CRAMP, LONG_CRAMP_MINUTES};

use super::pattern::Rule;

/// Every table of rules over signs, cramps and medicines.
pub(super) const RULES: [&[Rule]; 10] = [
    breath_and_heart::RULES,
    fluid::RULES,
    general::RULES,
    head::RULES,
    medicines::RULES,
    muscles::RULES,
    nerves::RULES,
    pregnancy::RULES,
    salts::RULES,
    vessels::RULES,
];
