//! The words and signs of Rust code, without comments and texts.

/// A word or sign, and its line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) line: usize,
    /// A word; `::`, `->` or `=>`; or another sign alone. A text or letter in quotes is `"`.
    pub(super) text: String,
}

impl Token {
    pub(super) fn is(&self, text: &str) -> bool {
        self.text == text
    }

    /// Whether it can be a name.
    pub(super) fn is_word(&self) -> bool {
        self.text.starts_with(|first: char| first.is_alphabetic() || first == '_')
    }
}

/// Whether the tokens from `at` on read like this.
pub(super) fn reads(tokens: &[Token], at: usize, words: &[&str]) -> bool {
    tokens.get(at..at + words.len()).is_some_and(|found| found.iter().zip(words).all(|(token, word)| token.is(word)))
}

/// The text of the token at `at`; empty behind the end.
pub(super) fn text(tokens: &[Token], at: usize) -> &str {
    tokens.get(at).map_or("", |token| &token.text)
}

/// The index behind the bracket that closes the one at `at`.
pub(super) fn behind_bracket(tokens: &[Token], at: usize) -> usize {
    let mut depth = 0_usize;
    for (index, token) in tokens.iter().enumerate().skip(at) {
        match token.text.as_str() {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return index + 1;
        }
    }
    tokens.len()
}

/// Splits code into tokens. Lifetimes are left out.
pub(super) fn tokens(code: &str) -> Vec<Token> {
    let letters: Vec<char> = code.chars().collect();
    let (mut at, mut line, mut found) = (0, 1, Vec::new());
    while let Some(letter) = letters.get(at) {
        let rest = &letters[at..];
        let (length, text) = match letter {
            '/' if rest.starts_with(&['/', '/']) => (until(rest, |rest| rest[0] == '\n'), None),
            '/' if rest.starts_with(&['/', '*']) => (until(rest, |rest| rest.starts_with(&['*', '/'])) + 2, None),
            '"' => (text_length(rest), Some("\"".to_owned())),
            'r' if raw_hashes(&rest[1..]).is_some() => (raw_length(rest), Some("\"".to_owned())),
            '\'' => match letter_length(rest) {
                Some(length) => (length, Some("\"".to_owned())),
                None => (1 + until(&rest[1..], |rest| !is_part_of_word(rest[0])), None),
            },
            letter if is_part_of_word(*letter) => {
                let length = until(rest, |rest| !is_part_of_word(rest[0]));
                (length, Some(rest[..length].iter().collect()))
            }
            letter if letter.is_whitespace() => (1, None),
            letter => match rest.get(1) {
                Some(next @ (':' | '>')) if matches!((letter, next), (':', ':') | ('-' | '=', '>')) => {
                    (2, Some(rest[..2].iter().collect()))
                }
                _ => (1, Some(letter.to_string())),
            },
        };
        found.extend(text.map(|text| Token { line, text }));
        line += rest[..length.min(rest.len())].iter().filter(|letter| **letter == '\n').count();
        at += length;
    }
    found
}

fn is_part_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// How many letters come before the first place where `ends` holds; all where it never does.
fn until(letters: &[char], ends: impl Fn(&[char]) -> bool) -> usize {
    (0..letters.len()).find(|at| ends(&letters[*at..])).unwrap_or(letters.len())
}

/// The length of a text in quotes.
fn text_length(letters: &[char]) -> usize {
    let mut at = 1;
    while at < letters.len() && letters[at] != '"' {
        at += if letters[at] == '\\' { 2 } else { 1 };
    }
    at + 1
}

/// How many `#` stand before the quote of a raw text, whose `r` stands before these letters; `None` where none begins.
fn raw_hashes(letters: &[char]) -> Option<usize> {
    let hashes = until(letters, |rest| rest[0] != '#');
    (letters.get(hashes) == Some(&'"')).then_some(hashes)
}

fn raw_length(letters: &[char]) -> usize {
    let hashes = raw_hashes(&letters[1..]).unwrap_or(0);
    let mut end = vec!['"'];
    end.resize(hashes + 1, '#');
    let open = hashes + 2;
    open + until(&letters[open..], |rest| rest.starts_with(&end)) + end.len()
}

/// The length of a letter in quotes; `None` for a lifetime.
fn letter_length(letters: &[char]) -> Option<usize> {
    match letters {
        [_, '\\', _, rest @ ..] => Some(4 + until(rest, |rest| rest[0] == '\'')),
        [_, _, '\'', ..] => Some(3),
        _ => None,
    }
}

#[test]
fn comments_texts_and_lifetimes_are_no_words() {
    let code = "use a::b; // use c\nfn f<'a>(x: &'a str) -> char { /* d\n */ g(\"h \\\" i\", r#\"j\" k\"#, '\\'', 'l') }";
    let found: Vec<_> = tokens(code).into_iter().map(|token| (token.line, token.text)).collect();
    let words: Vec<_> = found.iter().map(|(_, text)| text.as_str()).collect();
    assert_eq!(words.join(" "), "use a :: b ; fn f < > ( x : & str ) -> char { g ( \" , \" , \" , \" ) }");
    assert_eq!((found[4].0, found[5].0, found.last().unwrap().0), (1, 2, 3));
}
