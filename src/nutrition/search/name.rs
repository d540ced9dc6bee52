//! Where the words of a name stand. The head of a name says what the food is, the rest how it comes.

use super::place;
use super::words::{PART_END, fold_into, split};

/// Words that end the head of a name: peaches in juice, apple with skin, cream of wheat.
const HEAD_ENDS: [&str; 8] = ["con", "for", "from", "in", "of", "on", "with", "without"];

/// Calls `each` with every word of a name and the points for its place. Returns how many words the name has.
///
/// `folded` is working memory that is kept between calls.
pub(super) fn places(name: &str, folded: &mut String, mut each: impl FnMut(&str, u8)) -> usize {
    folded.clear();
    fold_into(folded, name);
    let start = folded.find(|letter| letter != ' ' && letter != PART_END).unwrap_or(folded.len());
    let head = folded[start..].split(PART_END).next().unwrap_or_default();
    let head_words = split(head).enumerate().take_while(|(place, word)| *place == 0 || !HEAD_ENDS.contains(word)).count();
    let mut count = 0;
    for word in split(folded) {
        let at = match count {
            0 if head_words == 1 => place::ALONE,
            _ if count + 1 == head_words => place::NOUN,
            0 => place::FIRST,
            _ if count < head_words => place::WITHIN,
            _ => place::AFTER,
        };
        each(word, at);
        count += 1;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_is_what_the_food_is() {
        for (name, expected) in [
            ("Milk, whole", "milk 0 whole 4"),
            ("White rice, cooked", "white 2 rice 1 cooked 4"),
            ("Rice cakes", "rice 2 cakes 1"),
            ("Chicken noodle soup", "chicken 2 noodle 3 soup 1"),
            ("Apple with skin", "apple 0 with 4 skin 4"),
            ("Peaches in juice, canned", "peaches 0 in 4 juice 4 canned 4"),
            ("Pepper (green)", "pepper 0 green 4"),
            (", Of mice", "of 2 mice 1"),
        ] {
            let mut found = Vec::new();
            let count = places(name, &mut String::new(), |word, at| found.push(format!("{word} {at}")));
            assert_eq!(found.join(" "), expected);
            assert_eq!(count, found.len());
        }
    }
}
