//! Words as search compares them: in lower case without accents, with plurals beside singulars.

use crate::domain::push_without_accent;

/// Words that a person may add or leave out: "macaroni with cheese" is macaroni and cheese.
const FILLERS: [&str; 8] = ["a", "and", "in", "n", "of", "on", "the", "with"];

/// How many of the typed words are searched for; the whole text of a label has fewer.
const MOST_WORDS: usize = 32;

/// What separates the parts of a folded name.
pub(super) const PART_END: char = ',';

/// Appends the text in lower case without accents. Words are separated by spaces, and the parts of a name by [`PART_END`].
///
/// Apostrophes are dropped, so that "cow's" is the plural of "cow".
pub(super) fn fold_into(folded: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            'a'..='z' | '0'..='9' => folded.push(letter),
            'A'..='Z' => folded.push(letter.to_ascii_lowercase()),
            '\'' | '\u{2019}' | '`' => {}
            ',' | ';' | ':' | '(' | '[' => folded.push(PART_END),
            _ if letter.is_ascii() => folded.push(' '),
            '\u{300}'..='\u{36f}' => {}
            _ if letter.is_alphanumeric() => letter.to_lowercase().for_each(|small| push_without_accent(folded, small)),
            _ => folded.push(' '),
        }
    }
}

/// The words of folded text.
pub(super) fn split(folded: &str) -> impl Iterator<Item = &str> {
    folded.split([' ', PART_END]).filter(|word| !word.is_empty())
}

/// The words that must be found, each once, in the order typed.
///
/// Fillers are dropped, unless nothing else was typed or the last word may still become another one.
pub(super) fn wanted(typed: &str) -> Vec<String> {
    let mut folded = String::new();
    fold_into(&mut folded, typed);
    let all: Vec<&str> = split(&folded).take(MOST_WORDS).collect();
    let unfinished = folded.split([' ', PART_END]).next_back().filter(|word| !word.is_empty());
    let only_fillers = all.iter().all(|word| FILLERS.contains(word));
    let mut wanted: Vec<String> = Vec::with_capacity(all.len());
    for (place, word) in all.iter().enumerate() {
        let last = place + 1 == all.len() && unfinished.is_some();
        let counts = only_fillers || last || !FILLERS.contains(word);
        if counts && !wanted.iter().any(|known| known == word) {
            wanted.push((*word).to_owned());
        }
    }
    wanted
}

/// Whether one word is the plural of the other, or both are plurals of a third, roughly: it is good enough for the words of a menu.
pub(super) fn same_but_plural(a: &str, b: &str) -> bool {
    let plural = |word: &str| word.ends_with('s');
    a.len().min(b.len()) >= 3 && (plural(a) || plural(b)) && stem(a) == stem(b)
}

/// Every spelling that [`same_but_plural`] may accept for a word.
pub(super) fn plural_forms(word: &str) -> Vec<String> {
    let (base, last) = stem(word);
    let endings: &[&str] = match last {
        'y' => &["y", "ys", "ie", "ies", "ye", "yes"],
        'f' => &["f", "fs", "fe", "fes", "v", "vs", "ve", "ves"],
        _ => &["", "s", "e", "es"],
    };
    let middle = if matches!(last, 'y' | 'f') { String::new() } else { last.to_string() };
    endings.iter().map(|ending| format!("{base}{middle}{ending}")).collect()
}

/// A word without its plural ending, as its last letter and what comes before.
///
/// The result is not a word: "cheese" gives "chees", "berries" and "berry" give "berry", "loaves" and "loaf" give "loaf".
fn stem(word: &str) -> (&str, char) {
    let single = word.strip_suffix('s').filter(|_| !word.ends_with("ss")).unwrap_or(word);
    if let Some(base) = single.strip_suffix("ie") {
        return (base, 'y');
    }
    let short = single.strip_suffix('e').unwrap_or(single);
    let mut letters = short.chars();
    let last = letters.next_back().unwrap_or_default();
    (letters.as_str(), if last == 'v' { 'f' } else { last })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        let mut folded = String::new();
        fold_into(&mut folded, text);
        folded
    }

    #[test]
    fn accents_capitals_and_apostrophes_leave_plain_words() {
        for (text, words) in [
            ("Crème brûlée", "creme brulee"),
            ("cre\u{300}me", "creme"),
            ("JALAPEÑO", "jalapeno"),
            ("İmam bayıldı", "imam bayildi"),
            ("Phở bò", "pho bo"),
            ("Smørrebrød", "smorrebrod"),
            ("Bœuf & Weißwurst", "boeuf weisswurst"),
            ("cow's milk, goats’ milk", "cows milk goats milk"),
            ("70-85% (dark)", "70 85 dark"),
            ("щи", "щи"),
        ] {
            assert_eq!(split(&folded(text)).collect::<Vec<_>>().join(" "), words, "{text}");
        }
    }

    #[test]
    fn plurals_are_the_same_word() {
        for (one, many) in [
            ("banana", "bananas"),
            ("tomato", "tomatoes"),
            ("tomato", "tomatos"),
            ("berry", "berries"),
            ("cookie", "cookies"),
            ("cheese", "cheeses"),
            ("peach", "peaches"),
            ("quiche", "quiches"),
            ("glass", "glasses"),
            ("box", "boxes"),
            ("loaf", "loaves"),
            ("knife", "knives"),
            ("olive", "olives"),
            ("kiwi", "kiwis"),
            ("pie", "pies"),
            ("pea", "peas"),
            ("bœuf", "bœufs"),
        ] {
            assert!(same_but_plural(one, many), "{one}, {many}");
            assert!(plural_forms(one).iter().any(|form| form == many), "{many} is not in {:?}", plural_forms(one));
            assert!(plural_forms(many).iter().any(|form| form == one), "{one} is not in {:?}", plural_forms(many));
        }
        for (one, other) in [("past", "paste"), ("pea", "pear"), ("ham", "hummus"), ("oat", "oil"), ("a", "as")] {
            assert!(!same_but_plural(one, other), "{one}, {other}");
        }
    }

    #[test]
    fn fillers_do_not_count_while_other_words_do() {
        for (typed, words) in [
            ("macaroni with the cheese", "macaroni cheese"),
            ("rice and ", "rice"),
            ("rice and", "rice and"),
            ("with", "with"),
            ("fish fish", "fish"),
            (" ,; ", ""),
        ] {
            assert_eq!(wanted(typed).join(" "), words, "{typed}");
        }
    }
}
