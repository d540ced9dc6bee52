//! One occurrence of a word in the names of a food, packed into a number.

/// Bits that say where the word stands; the others say which food.
const PLACE_BITS: u32 = 4;

/// A food and where a word stands in its names. Postings are ordered by food, then from the best place to the worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Posting(u32);

impl Posting {
    /// How many foods an index can contain: 268,435,456.
    pub(super) const FOODS: u32 = 1 << (u32::BITS - PLACE_BITS);

    /// A word of food number `food`, which is below [`Posting::FOODS`], at a place in points, which is below 16.
    pub(super) fn new(food: u32, place: u8) -> Self {
        Self(food << PLACE_BITS | u32::from(place))
    }

    /// The number of the food.
    pub(super) fn food(self) -> u32 {
        self.0 >> PLACE_BITS
    }

    /// The points for where the word stands.
    pub(super) fn place(self) -> u8 {
        (self.0 & ((1 << PLACE_BITS) - 1)) as u8
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::nutrition::search::place;

    #[test]
    fn a_posting_keeps_food_and_place() {
        for food in [0, 1, Posting::FOODS - 1] {
            for place in [place::ALONE, place::NOUN, place::AFTER, place::MOST] {
                let posting = Posting::new(food, place);
                assert_eq!((posting.food(), posting.place()), (food, place));
            }
        }
        assert!(Posting::new(7, place::MOST) < Posting::new(8, place::ALONE), "foods come in order");
    }
}
