//! Finding foods: a search, a ranking, one food's page.

use super::window_support::Morning;

#[test]
fn f_leads_to_the_search() {
    let mut morning = Morning::started();
    morning.press_all(&["Food", "Find foods"]);
}
