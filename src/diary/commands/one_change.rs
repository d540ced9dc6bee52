//! What a change is about, if it is about one thing: the words of undo name it then.

/// What was changed, if it is the only thing. Returns `None` if nothing was changed, or more than one thing.
pub(super) fn only_change(parts: impl IntoIterator<Item = (bool, &'static str)>) -> Option<&'static str> {
    let mut changed = parts.into_iter().filter(|part| part.0);
    let only = changed.next()?.1;
    changed.next().is_none().then_some(only)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_change_is_named_and_several_are_not() {
        assert_eq!(only_change([(false, "time"), (true, "note")]), Some("note"));
        assert_eq!(only_change([(true, "time"), (true, "note")]), None);
        assert_eq!(only_change([(false, "time")]), None);
    }
}
