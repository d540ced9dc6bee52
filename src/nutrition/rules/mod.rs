//! Rules of what may be offered to whom, from `assets/food_rules.csv`. They are read when one is first needed.
//!
//! `any_of` ← `eater`, `which` ← `who` ← this table ← `held`: the rules that hold for one person.

mod any_of;
mod eater;
mod held;
mod table;
#[cfg(test)]
mod tests;
mod which;
mod who;

pub use eater::{Eater, EatersMedicine};
pub use held::{HeldRule, HeldRules};
pub use which::AskedFood;
