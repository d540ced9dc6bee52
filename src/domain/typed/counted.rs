//! Counts with units as people write them: "2", "1/2 cup", "1½ l", "two glasses", "half a pint", "2 x 250 ml", "250+186 g".

use super::number::{NotANumber, decimal};

/// A count and the unit behind it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Term {
    /// The count; 3 for "2+1".
    pub(super) count: f64,
    /// The unit in small letters with single spaces: "fl oz". Empty if none was typed.
    pub(super) unit: String,
}

/// A text that is no sum of counts: why, and the unit behind the digits that may mean two numbers.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct NoTerms {
    pub(super) why: NotANumber,
    pub(super) unit: String,
}

/// Reads a sum of counts with units. A count without a unit has that of the one behind it: "250+186 g" are two weights.
pub(super) fn terms(text: &str) -> Result<Vec<Term>, NoTerms> {
    let simple = simplified(text);
    let mut terms: Vec<Term> = Vec::new();
    let mut open = simple.as_str();
    loop {
        let Some(Counted { count, rest }) = counted(open) else {
            return Err(NoTerms { why: NotANumber::Unreadable, unit: String::new() });
        };
        let (unit, more) = rest.split_once('+').map_or((rest, None), |(unit, more)| (unit, Some(more.trim_start())));
        let unit = unit.trim().trim_end_matches('.').replace(". ", " ");
        let count = count.map_err(|why| NoTerms { why, unit: unit.clone() })?;
        terms.push(Term { count, unit });
        match more {
            Some(more) => open = more,
            None => break,
        }
    }
    if terms.len() > 1 && terms.iter().any(|term| term.count <= 0.0) {
        return Err(NoTerms { why: NotANumber::Unreadable, unit: String::new() });
    }
    let mut unit = terms.iter().rev().map(|term| term.unit.clone()).find(|unit| !unit.is_empty()).unwrap_or_default();
    for term in terms.iter_mut().rev() {
        if term.unit.is_empty() {
            term.unit.clone_from(&unit);
        } else {
            unit.clone_from(&term.unit);
        }
    }
    Ok(terms)
}

/// A count at the beginning of a text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Counted<'a> {
    pub(super) count: Result<f64, NotANumber>,
    /// What comes behind the count.
    pub(super) rest: &'a str,
}

/// The count at the beginning of a [`simplified`] text, with "2 x 250" as one. Returns `None` if the text begins with none.
pub(super) fn counted(text: &str) -> Option<Counted<'_>> {
    let first = one(without_about(text))?;
    let by = first.rest.strip_prefix('x').filter(|by| by.starts_with([' ', '.', ',']) || by.starts_with(|c: char| c.is_ascii_digit()));
    if let Some(second) = by.map(str::trim_start).filter(|by| !by.starts_with(['-', '+'])).and_then(one) {
        return Some(Counted { count: first.count.and_then(|times| Ok(times * second.count?)), rest: second.rest });
    }
    let to = ["-", "to ", "or "].iter().find_map(|mark| first.rest.strip_prefix(mark));
    if let Some(second) = to.and_then(|to| one(to.trim_start())) {
        // A range is two amounts.
        let ends = first.count.and_then(|from| Ok((from, second.count?)));
        return Some(Counted { count: ends.and_then(|(from, to)| Err(NotANumber::either(from, to))), rest: second.rest });
    }
    Some(first)
}

/// The text in small letters with single spaces, with 1/2 for ½, and one sign each for times, minus and apostrophe.
pub(super) fn simplified(text: &str) -> String {
    const FRACTIONS: [(char, &str); 15] = [
        ('½', "1/2"),
        ('¼', "1/4"),
        ('¾', "3/4"),
        ('⅓', "1/3"),
        ('⅔', "2/3"),
        ('⅛', "1/8"),
        ('⅜', "3/8"),
        ('⅝', "5/8"),
        ('⅞', "7/8"),
        ('⅕', "1/5"),
        ('⅖', "2/5"),
        ('⅗', "3/5"),
        ('⅘', "4/5"),
        ('⅙', "1/6"),
        ('⅚', "5/6"),
    ];
    let mut simple = String::new();
    for letter in text.to_lowercase().chars() {
        match (letter, FRACTIONS.iter().find(|(sign, _)| *sign == letter)) {
            (_, Some((_, fraction))) => simple.extend([" ", fraction, " "]),
            ('⁄', _) => simple.push('/'),
            ('×' | '*', _) => simple.push('x'),
            ('–' | '—' | '−', _) => simple.push('-'),
            ('’', _) => simple.push('\''),
            (letter, None) => simple.push(letter),
        }
    }
    simple.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text without a word in front that says that it is only about right.
pub(super) fn without_about(text: &str) -> &str {
    const ABOUT: [&str; 9] = ["about ", "around ", "roughly ", "approximately ", "approx. ", "approx ", "circa ", "ca. ", "ca "];
    let about = ABOUT.iter().find_map(|word| text.strip_prefix(word)).or_else(|| text.strip_prefix('~'));
    about.map_or(text, str::trim_start)
}

/// One count without a factor: digits, or words.
fn one(text: &str) -> Option<Counted<'_>> {
    let end = digits_end(text);
    if end == 0 {
        return in_words(text);
    }
    let (digits, rest) = text.split_at(end);
    let (mut count, mut rest) = (fraction(digits), rest.trim_start());
    let is_whole = digits.bytes().all(|byte| byte.is_ascii_digit());
    if is_whole && let Some((grouped, behind)) = thousands(digits, rest) {
        (count, rest) = (grouped, behind);
    } else if is_whole && let (Some(part), behind) = leading_fraction(rest) {
        count = count.and_then(|whole| Ok(whole + part?));
        rest = behind;
    }
    let and_half = ["and a half", "and 1/2"].iter().find_map(|half| rest.strip_prefix(half));
    if let Some(behind) = and_half {
        (count, rest) = (count.map(|whole| whole + 0.5), behind.trim_start());
    }
    if let Some(behind) = word(rest, "dozen") {
        (count, rest) = (count.map(|dozens| dozens * 12.0), behind);
    }
    Some(Counted { count, rest })
}

/// Where digits with a sign, marks and a slash end at the beginning of a text; 0 if it begins with none.
fn digits_end(text: &str) -> usize {
    let signed = usize::from(text.starts_with(['-', '+']));
    let digits = &text[signed..];
    let begins = digits.trim_start_matches(['.', ',']).starts_with(|c: char| c.is_ascii_digit());
    if !begins {
        return 0;
    }
    signed + digits.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',' | '\'' | '/')).unwrap_or(digits.len())
}

/// Reads "2", "1.5" or "1/2".
fn fraction(digits: &str) -> Result<f64, NotANumber> {
    let Some((above, below)) = digits.split_once('/') else { return decimal(digits) };
    let below = decimal(below)?;
    if below > 0.0 { Ok(decimal(above)? / below) } else { Err(NotANumber::Unreadable) }
}

/// The fraction behind a whole number: "1/2" of "1 1/2 cups", and what comes behind it.
fn leading_fraction(rest: &str) -> (Option<Result<f64, NotANumber>>, &str) {
    let end = if rest.starts_with(|c: char| c.is_ascii_digit()) { digits_end(rest) } else { 0 };
    let (digits, behind) = rest.split_at(end);
    if digits.contains('/') { (Some(fraction(digits)), behind.trim_start()) } else { (None, rest) }
}

/// The number whose thousands stand apart: "1 000". "2 250" may mean two of 250 as well. Returns `None` if no three digits follow.
fn thousands<'a>(digits: &str, rest: &'a str) -> Option<(Result<f64, NotANumber>, &'a str)> {
    let end = digits_end(rest);
    let is_group = end == 3 && digits.len() <= 3 && !digits.starts_with('0') && rest[..end].bytes().all(|byte| byte.is_ascii_digit());
    let (group, behind) = if is_group { rest.split_at(end) } else { return None };
    let (whole, parts) = (format!("{digits}{group}"), format!("{digits} x {group}"));
    let count = if group.starts_with('0') { decimal(&whole) } else { Err(NotANumber::one_of(parts, whole)) };
    Some((count, behind.trim_start()))
}

/// What comes behind a whole word at the beginning of a text. Returns `None` if the text does not begin with the word.
fn word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let behind = text.strip_prefix(word)?;
    (behind.is_empty() || behind.starts_with(' ')).then(|| behind.trim_start())
}

/// A count in words: "a", "two", "half a", "three quarters", "a dozen". An article alone is no count.
fn in_words(text: &str) -> Option<Counted<'_>> {
    const NUMBERS: [(&str, f64); 20] = [
        ("an", 1.0),
        ("a", 1.0),
        ("one", 1.0),
        ("two", 2.0),
        ("three", 3.0),
        ("four", 4.0),
        ("five", 5.0),
        ("six", 6.0),
        ("seven", 7.0),
        ("eight", 8.0),
        ("nine", 9.0),
        ("ten", 10.0),
        ("eleven", 11.0),
        ("twelve", 12.0),
        ("fifteen", 15.0),
        ("twenty", 20.0),
        ("thirty", 30.0),
        ("forty", 40.0),
        ("fifty", 50.0),
        ("hundred", 100.0),
    ];
    const PARTS: [(&str, f64); 10] = [
        ("half", 0.5),
        ("halves", 0.5),
        ("quarters", 0.25),
        ("quarter", 0.25),
        ("thirds", 1.0 / 3.0),
        ("third", 1.0 / 3.0),
        ("dozen", 12.0),
        ("couple", 2.0),
        ("hundred", 100.0),
        ("pair", 2.0),
    ];
    let find = |table: &[(&str, f64)], text| table.iter().find_map(|(name, value)| Some((*value, word(text, name)?)));
    let number = find(&NUMBERS, text);
    let (count, rest) = number.unwrap_or((1.0, text));
    if let Some((part, behind)) = find(&PARTS, rest) {
        let behind = word(behind, "of").unwrap_or(behind);
        let behind = word(behind, "a").or_else(|| word(behind, "an")).unwrap_or(behind);
        let (dozens, rest) = word(behind, "dozen").map_or((1.0, behind), |behind| (12.0, behind));
        return Some(Counted { count: Ok(count * part * dozens), rest });
    }
    number?;
    if let Some(behind) = rest.strip_prefix("and a half") {
        return Some(Counted { count: Ok(count + 0.5), rest: behind.trim_start() });
    }
    let is_article = word(text, "a").or_else(|| word(text, "an")).is_some();
    (!is_article || !rest.is_empty()).then_some(Counted { count: Ok(count), rest })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(f64, &str)]) {
        let read = terms(text).unwrap();
        let read: Vec<_> = read.iter().map(|term| (term.count, term.unit.as_str())).collect();
        assert_eq!(read, expected, "{text}");
    }

    #[test]
    fn counts_are_read_as_people_write_them() {
        for (text, count, unit) in [
            ("2", 2.0, ""),
            ("1½ L", 1.5, "l"),
            ("1 1/2 cups", 1.5, "cups"),
            ("½ cup", 0.5, "cup"),
            (".5 l", 0.5, "l"),
            ("8 fl. oz.", 8.0, "fl oz"),
            ("2x250ml", 500.0, "ml"),
            ("2 × 1/2 cup", 1.0, "cup"),
            ("a glass", 1.0, "glass"),
            ("half a pint", 0.5, "pint"),
            ("a quarter of a litre", 0.25, "litre"),
            ("three quarters cup", 0.75, "cup"),
            ("two and a half glasses", 2.5, "glasses"),
            ("2 and a half", 2.5, ""),
            ("a couple of eggs", 2.0, "eggs"),
            ("half a dozen", 6.0, ""),
            ("2 dozen eggs", 24.0, "eggs"),
            ("a hundred g", 100.0, "g"),
            ("about 200 ml", 200.0, "ml"),
            ("1 000 ml", 1000.0, "ml"),
        ] {
            check(text, &[(count, unit)]);
        }
    }

    #[test]
    fn sums_share_their_unit() {
        check("250+186 g", &[(250.0, "g"), (186.0, "g")]);
        check("250 g + 186", &[(250.0, "g"), (186.0, "g")]);
        check("1 cup + 2 tbsp", &[(1.0, "cup"), (2.0, "tbsp")]);
    }

    #[test]
    fn ranges_and_what_may_mean_two_are_asked_about() {
        let asked = |text: &str| terms(text).unwrap_err().why.of("Amount", text, "g", "").to_string();
        assert_eq!(asked("2-3 g"), "Amount \"2-3 g\" can mean 2 g or 3 g; write the one that you mean");
        assert_eq!(asked("2 250 g"), "Amount \"2 250 g\" can mean 2 x 250 g or 2250 g; write the one that you mean");
        assert_eq!(asked("1.000 g"), "Amount \"1.000 g\" can mean 1 g or 1000 g; write the one that you mean");
        for text in ["", "a", "an", "some", "g", "1/0", "1/2/3", "1..5", "+", "2 +", "x 3", "NaN", "٣", "300 g + -50 g"] {
            assert_eq!(terms(text).unwrap_err().why, NotANumber::Unreadable, "{text}");
        }
    }
}
