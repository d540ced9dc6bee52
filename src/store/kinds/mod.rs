//! The kinds of record, a file or a folder each: how a record lies in its table ([`Table`](super::Table)), and the queries that
//! are about this kind alone.
//!
//! `every_kind!` lists them. Whatever must be true of every kind is made from the list, or walks
//! [`RecordKind::ALL`](super::RecordKind::ALL).

mod acknowledged;
mod cramp;
pub(super) mod drink;
pub(super) mod factor;
mod factor_value;
pub(super) mod food;
mod food_day;
mod food_opinion;
mod known_sign;
mod medicine;
pub(super) mod night;
mod no_stretching;
mod own_food;
mod panels;
mod profile;
mod recipe;
mod settings;
mod sign;
mod sign_gone;
mod strain;
mod stretch;
mod supplement;
pub(super) mod supplement_taken;

/// Hands the list of all kinds to a macro: the records, then what the diary file has exactly one of. A line is a kind and its type.
macro_rules! every_kind {
    ($with:ident) => {
        $with! {
            records {
                Acknowledged(domain::Acknowledged)
                Cramp(domain::Cramp)
                Drink(domain::Drink)
                Factor(domain::Factor)
                FactorValue(domain::FactorValue)
                Food(domain::FoodEntry)
                FoodDay(domain::FoodDay)
                FoodOpinion(domain::FoodOpinion)
                KnownSign(domain::KnownSign)
                Medicine(domain::Medicine)
                Night(domain::NightNote)
                NoStretching(domain::NoStretching)
                OwnFood(domain::OwnFood)
                Recipe(domain::Recipe)
                Sign(domain::Sign)
                SignGone(domain::SignGone)
                Strain(domain::Strain)
                Stretch(domain::Stretch)
                Supplement(domain::Supplement)
                SupplementTaken(domain::SupplementTaken)
            }
            single {
                Panels(domain::Panels)
                Profile(domain::Profile)
                Settings(domain::Settings)
            }
        }
    };
}
pub(super) use every_kind;
