//! What makes a food a worse answer, in points that add up.
//!
//! For each word typed, the cheapest word of the food: how it fits, and where it stands. Then once for the food: how common
//! it is, and what is given back when it was logged before. Fewer words in its name decide among equals.

use super::place;

/// The typed word is the beginning of the food's.
pub(super) const BEGINNING: u8 = 6;

/// The typed word stands inside the food's.
pub(super) const INSIDE: u8 = 18;

/// The food's word with a typing error; dearer than any word that fits without one.
pub(super) const ONE_ERROR: u8 = 40;

/// Each error beyond the first.
pub(super) const ANOTHER_ERROR: u8 = 10;

/// When the errors are in a beginning rather than in the whole word.
pub(super) const ERROR_IN_BEGINNING: u8 = 4;

/// Two words that were typed as one.
pub(super) const TYPED_TOGETHER: u16 = 40;

/// Each step of rarity, from rank 1 to [`RAREST`].
const RARER: u8 = 4;

/// The rank from which on nothing is rarer: foods whose rank nobody knows.
const RAREST: u8 = 4;

/// What a food is given back that was logged before: more than rarity and place together cost.
pub(super) const LOGGED_BEFORE: u16 = 24;

/// What a food's rarity costs; rank 1 is what most people eat weekly.
pub(super) fn rarity(common: u8) -> u8 {
    (common.clamp(1, RAREST) - 1) * RARER
}

/// A score that sorts by points and then by the length of the name.
pub(super) fn score(points: u16, logged_before: bool, name_words: u8) -> u32 {
    let points = points + if logged_before { 0 } else { LOGGED_BEFORE };
    u32::from(points) << 8 | u32::from(name_words)
}

// Whoever changes one of the figures above learns here what else they promise.
const _: () = {
    assert!(LOGGED_BEFORE > (RARER * (RAREST - 1) + place::MOST) as u16);
    assert!(ONE_ERROR > INSIDE + place::MOST && INSIDE > BEGINNING + place::MOST);
};
