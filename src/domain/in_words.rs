//! What was logged, in the words of lists.

/// What there is of one kind of record on a day, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InWords {
    /// What such records are called together: "Drinks".
    pub heading: &'static str,
    /// One for each thing that is said: "water, 250 ml". Empty where no such record was logged.
    pub words: Vec<String>,
}

impl InWords {
    /// Says what was said several times once, with how often: "4 × water, 250 ml".
    #[must_use]
    pub fn counted(self) -> Self {
        let mut counts: Vec<(String, usize)> = Vec::new();
        for words in self.words {
            match counts.iter_mut().find(|(known, _)| *known == words) {
                Some((_, count)) => *count += 1,
                None => counts.push((words, 1)),
            }
        }
        let said = |(words, count)| if count == 1 { words } else { format!("{count} × {words}") };
        Self { words: counts.into_iter().map(said).collect(), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_logged_twice_is_said_once() {
        let drunk = InWords { heading: "Drinks", words: ["water", "tea", "water"].map(str::to_owned).to_vec() };
        assert_eq!(drunk.counted().words, ["2 × water", "tea"]);
    }
}
