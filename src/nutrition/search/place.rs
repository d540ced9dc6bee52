//! Where a word stands in a name, as points.

/// The word is the whole head of the name: Milk, whole.
pub(super) const ALONE: u8 = 0;

/// The word says what the food is: white Rice, cooked.
pub(super) const NOUN: u8 = 1;

/// The word comes first: Rice cakes.
pub(super) const FIRST: u8 = 2;

/// The word stands within the head: chicken Noodle soup.
pub(super) const WITHIN: u8 = 3;

/// The word comes after the head: spinach, Cooked.
pub(super) const AFTER: u8 = 4;

/// The highest points of any place.
pub(super) const MOST: u8 = in_synonym(AFTER);

/// The points of a place when the word stands in a synonym. Words that only describe say little there: beer nuts are no beer, a
/// beef tomato is no beef.
pub(super) const fn in_synonym(place: u8) -> u8 {
    if place <= NOUN { place + 1 } else { place + 6 }
}
