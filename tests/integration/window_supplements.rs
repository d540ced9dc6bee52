//! Supplements in the window: one's products on the Food screen, what is taken on Today.

use super::support::{a_supplement, day};
use super::window_support::{HOME, Morning};
use cramp_diary::diary::{ChoiceCommand, Command, Page, SupplementCommand};
use cramp_diary::domain::{Doses, Nutrient, Profile, Region, Supplement};
use cramp_diary::nutrition::usual_supplements;
use cramp_diary::store::{Access, Store};
use egui::vec2;
use egui_kittest::kittest::Queryable as _;

impl Morning {
    /// The products as they stand in the file.
    #[track_caller]
    fn products(&self) -> Vec<Supplement> {
        let all = Store::open(self.path(), Access::ReadOnly).unwrap().read().all::<Supplement>().unwrap();
        all.into_iter().map(|entry| entry.value).collect()
    }

    /// What is logged as taken, in words.
    #[track_caller]
    fn taken(&self) -> Vec<String> {
        self.saved().taken.iter().map(|entry| entry.value.summary()).collect()
    }
}

/// The Supplements tab of somebody who has these.
fn with(products: impl IntoIterator<Item = Command>) -> Morning {
    let mut morning = Morning::after(products);
    morning.press_all(&["Food", "Supplements"]);
    morning
}

/// The Supplements tab of somebody who has none.
fn empty() -> Morning {
    let mut morning = Morning::started();
    morning.press_all(&["Food", "Supplements"]);
    morning
}

fn usual(id: &str, daily: Option<f64>) -> Command {
    let usual = usual_supplements().iter().find(|usual| usual.id == id).unwrap();
    Command::Supplement(SupplementCommand::Add(Supplement {
        daily: daily.map(|doses| Doses::new(doses).unwrap()),
        ..usual.supplement.clone()
    }))
}

fn living_in(region: Region) -> Command {
    Command::Choice(ChoiceCommand::Profile(Box::new(Profile { region: Some(region), ..Profile::default() })))
}

/// 300 mg of magnesium every day, in two doses.
fn much_magnesium() -> Supplement {
    let doses = Doses::new(2.0).unwrap();
    let per_dose = [(Nutrient::Magnesium, 150.0)].into_iter().collect();
    Supplement { daily: Some(doses), per_dose, ..a_supplement("Much magnesium").record() }
}

#[test]
fn a_usual_product_is_added_with_its_regimen() {
    let mut morning = empty();
    morning.sees("None yet.").press("Magnesium citrate").sees("Enter the magnesium itself");
    assert_eq!(morning.text_in("Magnesium, mg"), "100");
    assert!(morning.products().is_empty(), "nothing is saved before it is added");
    morning.enter("Doses every day", "2").press("Add supplement");
    assert_eq!((morning.products().len(), morning.products()[0].daily.map(Doses::get)), (1, Some(2.0)));
    morning.sees("2 doses every day").sees("1 tablet: magnesium 100 mg");
    assert!(!morning.has("Add supplement") && !morning.has("Magnesium citrate"), "the form is closed, and the product not offered again");
}

#[test]
fn a_product_of_ones_own_needs_a_name_and_a_dose() {
    let mut morning = empty();
    morning.press_all(&["Something else", "Add supplement"]).sees("Give it a name, and say what one dose is");
    morning.enter("Name", "Night formula").press("Add supplement").sees("Give it a name, and say what one dose is");
    morning.enter("One dose is", "2 capsules").press("Add vitamin D").enter("Vitamin D, ug", "1000 IU").sees("ug (1,000 IU)");
    morning
        .press("Add magnesium")
        .enter("Magnesium, mg", "much")
        .sees("Magnesium \"much\" cannot be read; write it like 100, 100 mg or 0.1 g");
    morning.press("Add supplement");
    assert!(morning.products().is_empty(), "what cannot be read is not left out in silence");
    assert_eq!(morning.text_in("Name"), "Night formula");
    morning.enter("Magnesium, mg", "0.1 g").press("Add supplement");
    let expected = Supplement {
        dose: "2 capsules".to_owned(),
        per_dose: [(Nutrient::Magnesium, 100.0), (Nutrient::VitaminD, 25.0)].into_iter().collect(),
        daily: None,
        prescribed: false,
        ..a_supplement("Night formula").record()
    };
    assert_eq!(morning.products(), [expected]);
    morning.sees("2 capsules: magnesium 100 mg, vitamin D 25 ug (1,000 IU)").sees("Only now and then");
}

#[test]
fn a_name_that_is_taken_is_said_below_the_field() {
    let mut morning = with([a_supplement("Zinc").into()]);
    morning.press("Something else").enter("Name", "zinc").sees("There is already a supplement called \"zinc\".");
    assert_eq!((morning.text_in("Name").as_str(), morning.products().len()), ("zinc", 1));
}

#[test]
fn changes_of_a_product_save_themselves_and_are_undone() {
    let mut morning = with([a_supplement("Tablets").into()]);
    morning.press("Change Tablets").enter("Name", "Magnesium 120").enter("Magnesium, mg", "0.12 g");
    assert_eq!(morning.text_in("Magnesium, mg"), "120");
    morning.enter("One dose is", "1 capsule").enter("Doses every day", "").press("Add zinc").enter("Zinc, mg", "5");
    let expected = Supplement {
        dose: "1 capsule".to_owned(),
        per_dose: [(Nutrient::Magnesium, 120.0), (Nutrient::Zinc, 5.0)].into_iter().collect(),
        daily: None,
        prescribed: false,
        ..a_supplement("Magnesium 120").record()
    };
    assert_eq!(morning.products(), [expected]);
    morning.press("Undo");
    assert_eq!((morning.products()[0].per_dose.get(Nutrient::Zinc), morning.text_in("Zinc, mg").as_str()), (None, ""));
    morning.enter("Magnesium, mg", "").press("Done").sees("1 capsule: contents unknown");
    assert!(!morning.has("Name"));
}

#[test]
fn wrong_doses_and_amounts_are_named_and_kept() {
    for (field, typed, message) in [
        ("Doses every day", "0", "Doses 0 is not allowed; give 0.25 to 20"),
        ("Doses every day", "often", "Doses \"often\" cannot be read; write it like 1, 2 or 0.5"),
        ("Magnesium, mg", "-5", "Magnesium -5 is not allowed"),
        ("Magnesium, mg", "100 IU", "Magnesium \"100 IU\" cannot be read"),
        ("Name", "", "Name of 0 letters is not allowed"),
        ("One dose is", "", "Dose of 0 letters is not allowed"),
    ] {
        let mut morning = with([a_supplement("Tablets").into()]);
        morning.press("Change Tablets").enter(field, typed).sees(message);
        assert_eq!((morning.text_in(field).as_str(), morning.products()), (typed, vec![a_supplement("Tablets").record()]));
    }
}

#[test]
fn a_product_is_deleted_and_comes_back() {
    let mut morning = with([a_supplement("Tablets").into()]);
    morning.press("Delete Tablets").sees("None yet.");
    assert!(morning.products().is_empty());
    morning.press("Undo");
    assert_eq!(morning.products().len(), 1);
}

#[test]
fn one_press_logs_the_regimen_and_it_is_changed_and_deleted() {
    let mut morning = Morning::after([usual("magnesium-citrate", Some(2.0))]);
    morning.press("Magnesium citrate, 2 × 1 tablet");
    assert_eq!(morning.taken(), ["Magnesium citrate, 2 × 1 tablet"]);
    morning.press("Change Magnesium citrate, 2 × 1 tablet").enter("Doses of Magnesium citrate", "21").sees("Doses 21 is not allowed");
    morning.enter("Doses of Magnesium citrate", "1,5");
    assert_eq!(morning.taken(), ["Magnesium citrate, 1.5 × 1 tablet"]);
    morning.press("Delete Magnesium citrate, 1.5 × 1 tablet");
    assert!(morning.taken().is_empty());
    morning.press("Undo");
    assert_eq!(morning.taken().len(), 1);
}

#[test]
fn all_is_taken_by_one_press_and_undone_by_one() {
    let mut morning = Morning::after([usual("magnesium-citrate", Some(1.0)), usual("vitamin-d3-25", Some(1.0)), usual("zinc", None)]);
    morning.press("Take all");
    assert_eq!(morning.taken(), ["Magnesium citrate, 1 tablet", "Vitamin D3, 25 ug (1,000 IU), 1 tablet"]);
    assert!(!morning.has("Take all"));
    morning.press("Undo");
    assert!(morning.taken().is_empty());
    morning.press("Magnesium citrate, 1 tablet");
    assert!(!morning.has("Take all"), "one is left, which has a button of its own");
    morning.press("Zinc gluconate, 1 tablet");
    assert_eq!(morning.taken().len(), 2);
}

#[test]
fn what_was_taken_the_day_before_is_taken_again() {
    let taken_before = |doses: f64| {
        let mut morning = Morning::after([usual("magnesium-citrate", Some(1.0)), usual("zinc", None)]);
        morning.press_all(&["Day before", "Magnesium citrate, 1 tablet"]);
        if doses > 1.0 {
            morning.press("Change Magnesium citrate, 1 tablet").enter("Doses of Magnesium citrate", &doses.to_string());
        }
        morning.press("Back to last night");
        morning
    };
    for (doses, taken) in [(1.0, "Magnesium citrate, 1 tablet"), (3.0, "Magnesium citrate, 3 × 1 tablet")] {
        let mut morning = taken_before(doses);
        morning.press("Same supplements as the day before");
        assert_eq!(morning.taken(), [taken]);
    }
}

#[test]
fn without_supplements_today_has_a_link_and_nothing_more() {
    let mut morning = Morning::started();
    assert!(!morning.reads("Take all"));
    morning.press("Add supplements").sees("Your supplements");
}

#[test]
fn what_is_over_a_limit_is_said_by_the_region_beside_the_product() {
    for (region, over) in [(Region::Eu, true), (Region::Us, false)] {
        let mut morning =
            with([living_in(region), usual("b-complex-50", Some(1.0)), Command::Supplement(SupplementCommand::Add(much_magnesium()))]);
        assert_eq!(morning.reads("Vitamin B6 from supplements: 50 mg, above the 12 mg a day that EFSA"), over);
        assert_eq!(morning.reads("Magnesium from supplements: 300 mg, above the 250 mg a day that EFSA"), over);
        assert!(!morning.reads("Vitamin B1 from supplements"), "no authority names a limit");
        morning.press("Change Much magnesium").enter("Doses every day", "3");
        let limit = if over { "450 mg, above the 250 mg a day" } else { "450 mg, above the 350 mg a day" };
        morning.sees(limit).sees("Ask a doctor or pharmacist whether you need that much");
    }
}

#[test]
fn a_limit_is_said_while_the_form_is_filled_in() {
    let mut morning = with([living_in(Region::Us), a_supplement("Zinc").into()]);
    morning.press("B complex, high dose");
    assert!(!morning.reads("above the"));
    morning.enter("Doses every day", "3").sees("Vitamin B6 from supplements: 150 mg, above the 100 mg a day that");
    assert_eq!(morning.products().len(), 1);
}

#[test]
fn a_day_over_a_limit_is_said_at_once() {
    for (region, over) in [(Region::Eu, true), (Region::Us, false)] {
        let mut morning = Morning::after([living_in(region), Command::Supplement(SupplementCommand::Add(much_magnesium()))]);
        assert!(!morning.reads("above the"));
        morning.press("Much magnesium, 2 × 1 tablet");
        assert_eq!(morning.reads("Magnesium from supplements: 300 mg, above the 250 mg a day that EFSA"), over);
        let page: Page = morning.saved();
        assert_eq!(page.over_limits.len(), usize::from(over));
    }
}

#[test]
fn what_was_taken_stays_when_the_product_is_gone() {
    let mut morning = Morning::after([a_supplement("Tablets").into()]);
    morning.press_all(&["Tablets, 1 tablet", "Food", "Supplements", "Delete Tablets", "Today"]);
    assert!(morning.has("Delete Tablets, 1 tablet") && !morning.has("Tablets, 1 tablet"));
    assert_eq!(morning.saved().taken[0].value.day, day(HOME));
}

#[test]
fn the_screens_come_to_rest_within_the_window_and_name_each_widget_once() {
    for size in [vec2(1240.0, 860.0), vec2(1000.0, 700.0), vec2(720.0, 520.0)] {
        let mut morning =
            Morning::sized([a_supplement("Tablets").into(), Command::Supplement(SupplementCommand::Add(much_magnesium()))], size);
        morning.press_all(&["Food", "Supplements"]).check_idle("list");
        morning.press("B complex, high dose").check_idle("new form");
        morning.check_layout();
        morning.press_all(&["Cancel", "Change Tablets"]).check_idle("form of a product");
        morning.check_layout();
        morning.press_all(&["Today", "Take all", "Close this message", "Change Tablets, 1 tablet"]).check_idle("today");
        morning.check_layout();
        morning.press_all(&["Settings", "Pregnancy and breastfeeding"]).check_idle("settings");
        morning.check_layout();
    }
}

impl Morning {
    #[track_caller]
    pub(crate) fn check_layout(&self) {
        let mut names = self.names();
        names.sort_unstable();
        let twice: Vec<_> = names.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| &pair[0]).collect();
        assert!(twice.is_empty(), "{twice:?}");
        let right = f64::from(self.harness.ctx.content_rect().right());
        let outside: Vec<_> =
            self.harness.query_all_by(move |node| node.bounding_box().is_some_and(|area| area.x1 > right + 0.5)).collect();
        assert!(outside.is_empty(), "beyond the right edge: {outside:#?}");
    }
}
