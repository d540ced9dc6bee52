//! What was read before, for going back and forward.

use crate::guide::{Topic, topics};

/// How many pages can be gone back to.
const MOST: usize = 100;

/// A page, and the block and item of it that were asked for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct PagePlace {
    pub(super) topic: &'static Topic,
    pub(super) place: Option<(usize, usize)>,
}

/// The pages that were read, and which of them is open.
#[derive(Debug, Default)]
pub(super) struct ReadingHistory {
    places: Vec<PagePlace>,
    here: usize,
}

impl ReadingHistory {
    /// The page that is open, if one is.
    pub(super) fn here(&self) -> Option<PagePlace> {
        self.places.get(self.here).copied()
    }

    /// Opens the first page of the guide.
    pub(super) fn begin(&mut self) {
        if let Some(topic) = topics().first() {
            self.open(PagePlace { topic, place: None });
        }
    }

    /// Opens a page, and forgets the pages that could be gone forward to.
    pub(super) fn open(&mut self, place: PagePlace) {
        if self.here().is_some_and(|here| here.topic.id == place.topic.id) {
            // Opening this page again, perhaps at another place, is no step of its own.
            self.places[self.here] = place;
            return;
        }
        self.places.truncate(self.here + 1);
        self.places.push(place);
        if self.places.len() > MOST {
            self.places.remove(0);
        }
        self.here = self.places.len() - 1;
    }

    pub(super) fn can_go_back(&self) -> bool {
        self.here > 0
    }

    pub(super) fn can_go_forward(&self) -> bool {
        self.here + 1 < self.places.len()
    }

    /// Goes back one page. Returns whether there was one.
    pub(super) fn go_back(&mut self) -> bool {
        let can = self.can_go_back();
        self.here -= usize::from(can);
        can
    }

    /// Goes forward one page. Returns whether there was one.
    pub(super) fn go_forward(&mut self) -> bool {
        let can = self.can_go_forward();
        self.here += usize::from(can);
        can
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(history: &ReadingHistory) -> Option<&'static str> {
        history.here().map(|place| place.topic.id.as_str())
    }

    #[test]
    fn one_goes_back_and_forward_until_another_page_is_opened() {
        let mut history = ReadingHistory::default();
        let place = |number: usize| PagePlace { topic: &topics()[number], place: None };
        assert!(!history.go_back() && !history.go_forward());
        for number in [0, 1, 1, 2] {
            history.open(place(number));
        }
        assert!(history.go_back() && history.go_back() && !history.go_back(), "the same page again is no step");
        assert!(history.go_forward());
        assert_eq!(ids(&history), Some(topics()[1].id.as_str()));
        history.open(place(3));
        assert!(!history.can_go_forward());
    }
}
