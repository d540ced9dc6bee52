//! Amounts that hardly anybody can mean: asked about in the window, and by command logged only with `--yes`.

use super::support::a_drink;
use super::window_support::{HOME, Morning};
use crate::cli::Place;
use egui::Key;

#[test]
fn by_command_an_unlikely_amount_needs_a_yes() {
    for (typed, said) in [
        ("log drink water 5000ml", "Water, 5000 ml: that is much for one drink"),
        ("log drink spirits 0.75l", "that is much for one drink"),
        ("log food banana --grams 2500", "that is much of one food"),
        ("log night --slept 17", "17 hours of sleep: that is long for one night"),
        ("log strain --exercise 800", "800 min of exercise: that is long for one day"),
        ("log strain --standing 19", "19 hours on one's feet: that is long for one day"),
        ("log cramp --muscle calf --side left --severity 6 --minutes 90", "90 min: that is long for one cramp"),
    ] {
        let place = Place::new();
        let mut words: Vec<_> = typed.split(' ').collect();
        let refused = place.fails(2, &words);
        assert!(refused.contains(said) && refused.contains("--yes"), "{typed}: {refused}");
        words.push("--yes");
        place.ok(&words);
    }
}

#[test]
fn amounts_as_people_have_them_are_not_asked_about() {
    let place = Place::new();
    for typed in ["log drink water 3l", "log drink spirits 4cl", "log night --slept 14", "log strain --standing 14 --exercise 480"] {
        place.ok(&typed.split(' ').collect::<Vec<_>>());
    }
}

#[test]
fn the_window_asks_before_it_saves_an_unlikely_amount() {
    let mut morning = Morning::after([a_drink(HOME).into()]);
    morning.press("Change water, 250 ml").enter("Water instead, ml", "5000");
    morning.sees("Water, 5000 ml: that is much for one drink. Is it meant? It is not saved yet.");
    assert!(morning.alert().contains("that is much for one drink"));
    assert_eq!(morning.day(), ["water, 250 ml"]);
    assert_eq!(morning.focused().as_deref(), Some("No, do not save it"));
    morning.key(Key::Enter).sees("Not saved.");
    assert_eq!((morning.day(), morning.has("Yes, save it")), (vec!["water, 250 ml".to_owned()], false));

    // The text stays, and can be put right or meant after all.
    morning.press("Water instead, ml");
    assert_eq!((morning.text_in("Water instead, ml").as_str(), morning.has("Yes, save it")), ("5000", false));
    morning.enter("Water instead, ml", "300");
    assert_eq!(morning.day(), ["water, 300 ml"]);
    morning.press("Change water, 300 ml").enter("Water instead, ml", "5000").press("Yes, save it");
    assert_eq!((morning.day(), morning.has("Yes, save it")), (vec!["water, 5000 ml".to_owned()], false));
}
