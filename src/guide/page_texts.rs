//! The Markdown texts of the pages, by the ids of their topics.

/// Declares the pages by the ids of their topics.
macro_rules! pages {
    ($( $id:literal )+) => {
        &[$( ($id, include_str!(concat!("../../assets/guide/topics/", $id, ".md"))), )+]
    };
}

/// The text of each page; the table says in which order they are read.
pub(super) const PAGES: &[(&str, &str)] = pages! {
    "ageing" "alcohol-and-caffeine" "b-vitamins" "calcium" "conditions" "drinking" "during-a-cramp" "evidence" "exercise"
    "footwear" "heat-cold-massage" "magnesium" "medicines" "night-cramps" "not-a-cramp" "potassium" "pregnancy" "quinine"
    "rest-and-sleep" "seasons" "sodium" "stretching" "tests" "vitamin-d" "vitamin-k2" "when-to-see-a-doctor" "zinc"
};

/// The id as pages are known by, before any of them is read.
pub(super) fn page_id(id: &str) -> Option<&'static str> {
    PAGES.iter().map(|(known, _)| *known).find(|known| *known == id)
}
