//! Conditions as the table of rules writes them: "a|b+c|b+!d" holds when a holds, or b and c, or b without d.

/// Alternatives, of which one is enough. Each has terms that hold together.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct AnyOf<T>(Vec<Vec<Term<T>>>);

/// One term of an alternative.
#[derive(Debug, Clone, PartialEq)]
struct Term<T> {
    /// Whether the term must not hold.
    is_denied: bool,
    what: T,
}

impl<T> AnyOf<T> {
    /// Reads alternatives; `read` reads one term. Returns `None` if a term cannot be read.
    pub(super) fn read(alternatives: &[&str], read: impl Fn(&str) -> Option<T>) -> Option<Self> {
        let term = |text: &str| {
            let (is_denied, text) = text.strip_prefix('!').map_or((false, text), |text| (true, text));
            Some(Term { is_denied, what: read(text)? })
        };
        let all = |alternative: &&str| alternative.split('+').map(term).collect::<Option<Vec<_>>>();
        alternatives.iter().map(all).collect::<Option<_>>().map(Self)
    }

    /// The terms of every alternative that holds, without those that must not hold. Returns `None` if no alternative holds.
    pub(super) fn holding(&self, holds: impl Fn(&T) -> bool) -> Option<Vec<&T>> {
        let fits = |terms: &&Vec<Term<T>>| terms.iter().all(|term| holds(&term.what) != term.is_denied);
        let mut fitting = self.0.iter().filter(fits).peekable();
        fitting.peek()?;
        Some(fitting.flatten().filter(|term| !term.is_denied).map(|term| &term.what).collect())
    }

    /// Whether one of the alternatives holds.
    pub(super) fn holds(&self, holds: impl Fn(&T) -> bool) -> bool {
        self.0.iter().any(|terms| terms.iter().all(|term| holds(&term.what) != term.is_denied))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_alternative_is_enough_and_its_terms_hold_together() {
        let rule = AnyOf::read(&["a", "b+c", "b+!d"], |text| text.chars().next()).unwrap();
        for (given, expected) in
            [("", None), ("a", Some("a")), ("bd", None), ("bcd", Some("bc")), ("b", Some("b")), ("c", None), ("abcd", Some("abc"))]
        {
            let found = rule.holding(|letter| given.contains(*letter)).map(|terms| terms.into_iter().collect::<String>());
            assert_eq!(found.as_deref(), expected, "{given}");
            assert_eq!(rule.holds(|letter| given.contains(*letter)), expected.is_some());
        }
        assert!(AnyOf::read(&["a", ""], |text| text.chars().next()).is_none());
    }
}
