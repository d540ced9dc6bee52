//! Many short keys in one text, found exactly or with one wrong letter.

/// Fewest letters of a key, and of what was typed, for which one wrong letter is forgiven.
pub(super) const LONG: usize = 7;

/// Keys in ascending order, each with a number. One key can stand there several times.
///
/// All keys lie in one text, so that thousands of them take little memory.
#[derive(Debug, Default)]
pub(super) struct KeyTable {
    text: String,
    /// Where each key ends in the text, and its number.
    ends: Vec<(u32, u32)>,
}

impl KeyTable {
    /// A table of these keys and their numbers, in whatever order.
    pub(super) fn new(mut keys: Vec<(String, u32)>) -> Self {
        keys.sort();
        let mut table = Self { text: String::with_capacity(keys.iter().map(|(key, _)| key.len()).sum()), ends: Vec::new() };
        table.ends.reserve_exact(keys.len());
        for (key, number) in &keys {
            table.text.push_str(key);
            table.ends.push((u32::try_from(table.text.len()).unwrap_or(u32::MAX), *number));
        }
        table
    }

    /// The numbers of a key, ascending. Empty if the table has no such key.
    pub(super) fn find(&self, key: &str) -> impl Iterator<Item = u32> {
        self.places(key).take_while(move |place| self.key(*place) == key).filter_map(|place| self.number(place))
    }

    /// The numbers of the long keys that differ from the word by one letter. Empty for a short word.
    pub(super) fn near(&self, word: &str) -> Vec<u32> {
        let mut found = Vec::new();
        if word.len() < LONG || !word.bytes().all(|letter| letter.is_ascii_alphabetic()) {
            return found;
        }
        let mut start = 0;
        for (end, number) in &self.ends {
            let end = *end as usize;
            if end.abs_diff(start + word.len()) <= 1 && self.text.get(start..end).is_some_and(|key| is_near(word, key)) {
                found.push(*number);
            }
            start = end;
        }
        found
    }

    /// The numbers of the keys that begin with these letters, in the order of the keys.
    pub(super) fn beginning(&self, letters: &str) -> impl Iterator<Item = u32> {
        self.places(letters).filter_map(|place| self.number(place))
    }

    /// The places of the keys that begin with these letters.
    fn places(&self, letters: &str) -> impl Iterator<Item = usize> {
        let (mut low, mut high) = (0, self.ends.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.key(middle) < letters {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        (low..self.ends.len()).take_while(move |place| self.key(*place).starts_with(letters))
    }

    fn number(&self, place: usize) -> Option<u32> {
        self.ends.get(place).map(|(_, number)| *number)
    }

    fn key(&self, place: usize) -> &str {
        let end = |place: usize| self.ends.get(place).map_or(0, |(end, _)| *end as usize);
        let start = place.checked_sub(1).map_or(0, end);
        self.text.get(start..end(place)).unwrap_or_default()
    }
}

/// Whether a long key, of plain letters alone, differs from the word by one letter.
fn is_near(word: &str, key: &str) -> bool {
    key.len() >= LONG
        && begin_alike(word.as_bytes(), key.as_bytes())
        && differs_by_one(word.as_bytes(), key.as_bytes())
        && key.bytes().all(|letter| letter.is_ascii_alphabetic())
}

/// Whether one of the first two letters of a word is one of the first two of the other, as in all words that differ by one letter. It
/// spares the closer look at most keys.
fn begin_alike(one: &[u8], other: &[u8]) -> bool {
    match (one, other) {
        ([a, b, ..], [c, d, ..]) => a == c || b == d || a == d || b == c,
        _ => true,
    }
}

/// Whether two words differ by one letter that was changed, left out, added, or swapped with its neighbour.
pub(super) fn differs_by_one(one: &[u8], other: &[u8]) -> bool {
    if one.len().abs_diff(other.len()) > 1 {
        return false;
    }
    let same = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (one, other) = (one.get(same..).unwrap_or_default(), other.get(same..).unwrap_or_default());
    match (one, other) {
        ([_, one @ ..], [_, other @ ..]) if one == other => true,
        ([a, b, one @ ..], [c, d, other @ ..]) if (a, b) == (d, c) && one == other => true,
        ([_, rest @ ..], _) if rest == other => true,
        (_, [_, rest @ ..]) => rest == one,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_found_exactly_nearly_and_by_their_beginning() {
        let keys = [("spironolactone", 1), ("aldactone", 2), ("triatec", 3), ("triatec", 4), ("lasix", 5)];
        let table = KeyTable::new(keys.into_iter().map(|(key, number)| (key.to_owned(), number)).collect());
        let found = |key| table.find(key).collect::<Vec<_>>();
        assert_eq!([found("triatec"), found("lasix"), found("aldacton"), found("zzz")], [vec![3, 4], vec![5], vec![], vec![]]);
        let near = |word| table.near(word);
        assert_eq!([near("aldacton"), near("aldatcone"), near("lasik"), near("baldactone")], [vec![2], vec![2], vec![], vec![2]]);
        assert_eq!(table.beginning("tri").collect::<Vec<_>>(), [3, 4]);
        assert_eq!(KeyTable::default().find("").count(), 0);
    }
}
