//! Names like those on packages: made up, the same each time.
//!
//! Words follow Zipf's law with Mandelbrot's shift, as words of real labels roughly do: "organic" is everywhere, most words are
//! the name of one product.

use cramp_diary::diary::SplitMix64;
use std::collections::HashSet;

/// How many distinct words there are.
pub(crate) const WORDS: usize = 50_000;

/// The most frequent words, the most frequent first.
const FREQUENT: &str = "organic cheese chocolate milk chicken sauce natural mix cookies cream with oz original \
    peanut butter sugar free whole fruit juice snack candy salad dressing beef vanilla bread apple potato chips rice soup wheat \
    strawberry cheddar yogurt dark low fat bar roasted red pasta coffee tea ice honey crunchy almond tomato corn cake granola sea \
    salt blend bean beans green spicy sweet garlic crackers lemon drink turkey pepper coconut italian premium frozen vegetable \
    oil white cherry classic cinnamon protein onion sausage mini orange fresh mango barbecue caramel pork banana popcorn olive \
    smoked black raspberry nut nuts creamy salsa oat grain cereal blueberry pizza flavored hot gluten mustard gourmet baked sour \
    ginger peach water egg eggs noodle noodles hazelnut spinach syrup fish tuna salmon shrimp mozzarella parmesan zucchini \
    broccoli spaghetti tortilla pretzel raisin walnut cashew pecan pumpkin berry cranberry grape lime pineapple avocado lettuce \
    cucumber carrot celery mushroom bacon ham pea peas lentil tofu soy sesame sunflower maple jalapeno chipotle ranch alfredo";

/// Beginnings and ends of made-up words, the frequent ones more than once.
const BEGINNINGS: [&str; 40] = [
    "s", "c", "p", "b", "m", "s", "c", "p", "t", "d", "f", "g", "h", "l", "r", "n", "k", "w", "v", "j", "ch", "st", "br", "cr", "gr", "pr",
    "sh", "tr", "fl", "pl", "sp", "", "", "", "z", "qu", "th", "bl", "sw", "y",
];
const MIDDLES: [&str; 16] = ["a", "e", "i", "o", "u", "a", "e", "i", "o", "ar", "en", "in", "on", "er", "ea", "oo"];
const JOINTS: [&str; 20] = ["l", "r", "n", "t", "m", "d", "s", "c", "p", "b", "ll", "nd", "st", "rt", "g", "v", "ck", "z", "nn", "rr"];
const ENDS: [&str; 20] =
    ["s", "", "y", "o", "a", "ie", "er", "ino", "ette", "ley", "son", "ini", "n", "t", "l", "ella", "ade", "ies", "os", "ton"];

/// Makes names.
#[derive(Debug)]
pub(crate) struct Labels {
    random: SplitMix64,
    words: Vec<String>,
    /// Sums of the frequencies of the words up to each.
    sums: Vec<f64>,
}

impl Labels {
    /// The same names for the same seed.
    pub(crate) fn new(seed: u64) -> Self {
        let mut random = SplitMix64::new(seed);
        let mut words: Vec<String> = FREQUENT.split_whitespace().map(str::to_owned).collect();
        let mut known: HashSet<String> = words.iter().cloned().collect();
        while words.len() < WORDS {
            let word = made_up(&mut random);
            if word.len() >= 3 && known.insert(word.clone()) {
                words.push(word);
            }
        }
        let mut sum = 0.0;
        let mut rank = 0.0;
        let frequencies = words.iter().map(|_| {
            rank += 1.0;
            sum += 1.0 / (rank + 2.7_f64).powf(1.05);
            sum
        });
        let sums = frequencies.collect();
        Self { random, words, sums }
    }

    /// A name of 4 to 10 words: "MORELLA SPINDO, CRUNCHY PEANUT BUTTER, 12 OZ".
    pub(crate) fn label(&mut self) -> String {
        let words = 4 + self.random.below(7);
        let weighs = words > 5 && self.random.below(3) == 0;
        let name = self.name(if weighs { words - 2 } else { words });
        if weighs { format!("{name}, {} OZ", 1 + self.random.below(40)) } else { name }.to_uppercase()
    }

    /// A name of this many words, parted by a comma now and then.
    pub(crate) fn name(&mut self, words: usize) -> String {
        let mut name = String::new();
        for place in 0..words {
            if place > 0 {
                name.push_str(if self.random.below(4) == 0 { ", " } else { " " });
            }
            let drawn = self.random.unit() * self.sums.last().copied().unwrap_or_default();
            let word = self.sums.partition_point(|sum| *sum <= drawn).min(WORDS - 1);
            name.push_str(&self.words[word]);
        }
        name
    }

    /// The same text with a letter left out, doubled, changed or swapped with the next.
    pub(crate) fn mistyped(&mut self, text: &str) -> String {
        let mut letters: Vec<char> = text.chars().collect();
        let at = self.random.below(letters.len() - 1);
        match self.random.below(4) {
            0 => drop(letters.remove(at)),
            1 => letters.insert(at, letters[at]),
            2 => letters[at] = 'e',
            _ => letters.swap(at, at + 1),
        }
        letters.into_iter().collect()
    }
}

fn made_up(random: &mut SplitMix64) -> String {
    let mut pick = |parts: &[&'static str]| parts[random.below(parts.len())];
    let mut word = format!("{}{}", pick(&BEGINNINGS), pick(&MIDDLES));
    for _ in 0..[0, 1, 1, 2][pick(&["", "a", "ab", "abc"]).len()] {
        word = format!("{word}{}{}", pick(&JOINTS), pick(&MIDDLES));
    }
    format!("{word}{}{}", pick(&JOINTS), pick(&ENDS))
}
