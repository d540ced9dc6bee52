//! The Markdown of the pages, by the ids of their topics.

/// Lists the ids of the topics with the text of the file of each.
macro_rules! pages {
    ($( $id:literal )+) => {
        &[$( ($id, include_str!(concat!("../../assets/guide/topics/", $id, ".md"))), )+]
    };
}

/// The id and the Markdown of each page. The order for readers is that of `topics.csv`.
pub(super) const PAGES: &[(&str, &str)] = pages! {
    "ageing" "alcohol-and-caffeine" "appointment" "b-vitamins" "calcium" "carers" "conditions" "drinking" "during-a-cramp" "evidence"
    "exercise" "footwear" "heat-cold-massage" "is-it-a-cramp" "magnesium" "medicines" "night-cramps" "potassium" "pregnancy" "quinine"
    "remedies" "rest-and-sleep" "seasons" "sick-days" "sodium" "stretching" "tests" "vitamin-d" "vitamin-k2" "when-to-see-a-doctor"
    "zinc"
};

/// The id of a page, as a static string, before any page is read. Returns `None` if there is no such page.
pub(super) fn page_id(id: &str) -> Option<&'static str> {
    PAGES.iter().map(|(known, _)| *known).find(|known| *known == id)
}
