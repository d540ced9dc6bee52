//! A food with its amount in one line: "milk 200ml", "2 eggs", "200 g rice", "a glass of milk".

use super::TypedError;
use super::counted::{counted, simplified, without_about};
use super::fluid::FluidMeasures;
use super::quantity::Quantity;

/// The most words of a measure in front of a name: "2 large slices of bread".
const MOST_WORDS: usize = 3;

/// A way to read a line: a name, and perhaps an amount.
#[derive(Debug, Clone, PartialEq)]
pub struct FoodLine {
    /// The words for the food.
    pub name: String,
    /// The amount; an error if it is out of range or may mean two. `None` if the whole line is the name.
    pub amount: Option<Result<Quantity, TypedError>>,
}

/// The ways to read a line, the likeliest first; the last takes all of it as a name. Which one is meant depends on the foods and measures
/// that there are.
#[must_use]
pub fn food_lines(text: &str, measures: FluidMeasures) -> Vec<FoodLine> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut lines = behind(&text, measures);
    lines.extend(in_front(&text, measures));
    lines.push(FoodLine { name: text, amount: None });
    lines
}

impl FoodLine {
    fn new(name: &str, amount: Result<Quantity, TypedError>) -> Option<Self> {
        let name = name.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ':' | '(' | ')')).to_owned();
        // What cannot be read at all is a part of the name, as in "milk 2 %".
        let is_amount = !matches!(amount, Err(TypedError::Unreadable { .. }));
        (is_amount && !name.is_empty()).then_some(Self { name, amount: Some(amount) })
    }
}

/// The amount behind the name, the longest first.
fn behind(text: &str, measures: FluidMeasures) -> Vec<FoodLine> {
    let gaps = text.char_indices().filter(|(_, c)| *c == ' ').map(|(at, _)| at);
    let lines = gaps.filter_map(|at| {
        let (name, amount) = (&text[..at], text[at..].trim_matches(|c: char| c == ' ' || matches!(c, '(' | ')')));
        counted(&simplified(amount))?;
        FoodLine::new(name, Quantity::read(amount, measures))
    });
    lines.collect()
}

/// The amount in front of the name: with a unit or measure, or as a number of pieces.
fn in_front(text: &str, measures: FluidMeasures) -> Vec<FoodLine> {
    let simple = simplified(text);
    let Some(count) = counted(&simple) else { return Vec::new() };
    let rest = count.rest;
    let sum = simple.len() - rest.len();
    let digits = simple[..sum].trim();
    // "250+186 g rice" goes on behind its sign.
    if let Some((_, more)) = rest.split_once('+').filter(|(unit, _)| unit.split(' ').count() <= 2) {
        let first = &simple[..simple.len() - more.len()];
        let joined = in_front(more, measures).into_iter().filter_map(|line| {
            let amount = simplified(more).strip_suffix(&simplified(&line.name)).map(|amount| format!("{first}{amount}"))?;
            FoodLine::new(&line.name, Quantity::read(without_of(&amount), measures))
        });
        return joined.collect();
    }
    let words: Vec<&str> = rest.split(' ').collect();
    if !rest.starts_with(char::is_alphabetic) || is_named_by_number(&words) {
        return Vec::new();
    }
    let mut lines = Vec::new();
    // A unit of two words comes before one of one: "8 fl oz milk".
    for many in (1..=MOST_WORDS.min(words.len() - 1)).rev() {
        let (measure, name) = (words[..many].join(" "), words[many..].join(" "));
        let name = name.strip_prefix("of ").unwrap_or(&name).to_owned();
        lines.extend(FoodLine::new(&name, Quantity::read(&format!("{digits} {}", without_of(&measure)), measures)));
    }
    let is_number = without_about(digits).starts_with(|c: char| c.is_alphanumeric());
    if let (true, Ok(number)) = (is_number, count.count) {
        lines.extend(FoodLine::new(rest, Ok(Quantity::pieces(number, rest))));
    }
    lines
}

/// Whether a number in front of these words is a part of the name: "7 grain bread", "4 cheese pizza", but not "2 cheese sandwiches".
fn is_named_by_number(words: &[&str]) -> bool {
    const COUNTED: [&str; 8] = ["grain", "bean", "cheese", "seed", "spice", "fruit", "minute", "layer"];
    let is_plural = words.last().is_some_and(|last| last.ends_with('s'));
    words.len() > 1 && !is_plural && words.first().is_some_and(|first| COUNTED.contains(first))
}

fn without_of(words: &str) -> &str {
    let words = words.trim();
    words.strip_suffix(" of").unwrap_or(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ways_to_read_a_line_come_in_order() {
        let names = |text: &str| -> Vec<String> { food_lines(text, FluidMeasures::Us).into_iter().map(|line| line.name).collect() };
        for (text, expected) in [
            ("rice", vec!["rice"]),
            ("rice 1/2", vec!["rice", "rice 1/2"]),
            ("bread 1 1/2", vec!["bread", "bread 1", "bread 1 1/2"]),
            ("whole milk 200ml", vec!["whole milk", "whole milk 200ml"]),
            ("2 eggs", vec!["eggs", "2 eggs"]),
            ("8 fl oz milk", vec!["milk", "oz milk", "fl oz milk", "8 fl oz milk"]),
            ("a glass of milk", vec!["milk", "milk", "glass of milk", "a glass of milk"]),
            ("milk 2 %", vec!["milk 2 %"]),
            ("1% milk", vec!["1% milk"]),
            ("7 grain bread", vec!["7 grain bread"]),
            ("7 grain bread 50 g", vec!["7 grain bread", "7 grain bread 50 g"]),
            ("2 cheese sandwiches", vec!["sandwiches", "cheese sandwiches", "2 cheese sandwiches"]),
            ("milk g", vec!["milk g"]),
            ("120", vec!["120"]),
        ] {
            assert_eq!(names(text), expected, "{text}");
        }
        assert_eq!(food_lines("250+186 g rice", FluidMeasures::Us)[0], food_lines("rice 250+186 g", FluidMeasures::Us)[0]);
    }
}
