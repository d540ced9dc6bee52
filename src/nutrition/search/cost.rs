//! What makes a food a worse answer, in points that add up.
//!
//! For each word typed the cheapest word of the food counts: how it fits, and where it stands. Once for the food it counts how
//! common it is, and what is given back if it was logged before. Among equals the food with fewer words in its name comes first.

use super::place;

/// Points if the typed word is the beginning of the food's word.
pub(super) const BEGINNING: u8 = 6;

/// Points if the typed word stands inside the food's word.
pub(super) const INSIDE: u8 = 18;

/// Points if the typed word has a typing error; more than for any word that fits without one.
pub(super) const ONE_ERROR: u8 = 40;

/// Points for each further error.
pub(super) const ANOTHER_ERROR: u8 = 10;

/// Further points if the errors are in the beginning of a longer word.
pub(super) const ERROR_IN_BEGINNING: u8 = 4;

/// Points if two words were typed as one.
pub(super) const TYPED_TOGETHER: u16 = 40;

/// Points for each step of rarity, from rank 1 to [`RAREST`].
const RARER: u8 = 4;

/// The highest rank of rarity, for foods whose rank nobody knows.
const RAREST: u8 = 4;

/// The points that a food logged before is spared: more than its rarity and the position of the word cost together.
pub(super) const LOGGED_BEFORE: u16 = 24;

/// The points for a food's rarity: 0 for rank 1, what most people eat every week, and 4 more for each rank up to [`RAREST`].
pub(super) fn rarity_points(rarity: u8) -> u8 {
    (rarity.clamp(1, RAREST) - 1) * RARER
}

/// A score that sorts by points, and then by the number of words in the name.
pub(super) fn score(points: u16, logged_before: bool, name_words: u8) -> u32 {
    let points = points + if logged_before { 0 } else { LOGGED_BEFORE };
    u32::from(points) << 8 | u32::from(name_words)
}

// What else the figures above promise, checked by the compiler.
const _: () = {
    assert!(LOGGED_BEFORE > (RARER * (RAREST - 1) + place::MOST) as u16);
    assert!(ONE_ERROR > INSIDE + place::MOST && INSIDE > BEGINNING + place::MOST);
};
