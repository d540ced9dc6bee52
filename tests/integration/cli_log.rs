//! Every `log` command, seen again through `show --json`.

use crate::cli::Place;
use serde_json::{Value, json};

/// The first entry of a list of the page, without its id, which must be there.
fn first(page: &Value, list: &str) -> Value {
    let mut entry = page[list][0].clone();
    let id = entry.as_object_mut().unwrap().remove("id").unwrap();
    assert_eq!(id.as_str().unwrap().len(), 36);
    entry
}

#[test]
fn a_night_without_cramps() {
    let place = Place::new();
    assert_eq!(place.ok(&["log", "none"]), "Logged no cramps for the night of Thu 19 to Fri 20 Nov.\n");
    let page = place.json(&["show"]);
    assert_eq!((&page["date"], &page["night_state"], &page["cramps"]), (&json!("2026-11-19"), &json!("no_cramps"), &json!([])));
    place.ok(&["log", "none", "--night", "2026-11-10"]);
    assert_eq!(place.json(&["show", "--night", "2026-11-10"])["night_state"], "no_cramps");
    assert_eq!(place.json(&["show", "--night", "2026-11-11"])["night_state"], "not_logged");
    assert_eq!(place.json(&["show", "--night", "today"])["night_state"], "future");
}

#[test]
fn until_the_evening_no_cramps_is_about_the_night_that_is_over() {
    for now in ["2026-11-20T04:00:00+01:00", "2026-11-20T12:30:00+01:00", "2026-11-20T19:59:00+01:00"] {
        let place = Place::at(now);
        assert_eq!(place.ok(&["log", "none"]), "Logged no cramps for the night of Thu 19 to Fri 20 Nov.\n", "{now}");
        let page = place.json(&["show"]);
        assert_eq!((&page["date"], &page["night_state"]), (&json!("2026-11-19"), &json!("no_cramps")), "{now}");
    }
}

#[test]
fn of_a_night_that_has_hardly_begun_no_cramps_is_refused_and_the_one_before_named() {
    let words = "has hardly begun. \"No cramps\" can be said of it from 04:00 on. For the night of Thu 19 to Fri 20 Nov give --night";
    for (now, named) in [("2026-11-20T21:00:00+01:00", "yesterday"), ("2026-11-21T02:00:00+01:00", "2026-11-19")] {
        let place = Place::at(now);
        let said = place.refuses(&["log", "none"]);
        assert_eq!(said, format!("cramp-diary: The night of Fri 20 to Sat 21 Nov (2026-11-20) {words} {named}.\n"));
        assert_eq!(place.ok(&["log", "none", "--night", named]), "Logged no cramps for the night of Thu 19 to Fri 20 Nov.\n");
        assert_eq!(place.json(&["show"])["date"], "2026-11-20", "{now}");
    }
}

#[test]
fn a_cramp_with_a_time_belongs_to_the_night_that_contains_it() {
    for (now, began, night) in [
        ("2026-11-20T14:00:00+01:00", "03:10", "2026-11-19"),
        ("2026-11-20T14:00:00+01:00", "13:30", "2026-11-20"),
        ("2026-11-20T21:00:00+01:00", "20:30", "2026-11-20"),
        ("2026-11-21T02:00:00+01:00", "01:30", "2026-11-20"),
        ("2026-11-21T07:00:00+01:00", "01:30", "2026-11-20"),
    ] {
        let place = Place::at(now);
        place.ok(&["log", "cramp", "--muscle", "calf", "--side", "left", "--severity", "4", "--at", began]);
        assert_eq!(place.json(&["show", "--night", night])["cramps"].as_array().unwrap().len(), 1, "{began} at {now}");
    }
}

#[test]
fn a_cramp_with_everything_that_can_be_said() {
    let place = Place::new();
    let words = "log cramp --muscle calf --side left --severity 6 --at 03:10 --minutes 4 --woke --knot --sore=no \
                 --tried massage --tried stretch=yes --night yesterday --note";
    let arguments: Vec<_> = words.split_whitespace().chain(["After gardening"]).collect();
    assert_eq!(place.ok(&arguments), "Logged left calf, severity 6.\n");
    let page = place.json(&["show"]);
    assert_eq!(page["night_state"], "had_cramps");
    let expected = json!({
        "muscle": "calf", "side": "left", "severity": 6, "time_known": "exact", "began": "2026-11-20T03:10:00+01:00",
        "duration_min": 4.0, "woke_me": true, "hard_knot": true, "sore_next_day": false, "note": "After gardening",
        "tried": [{ "relief": "stretch", "helped": "yes" }, { "relief": "massage", "helped": null }],
    });
    assert_eq!(first(&page, "cramps"), expected);
}

#[test]
fn a_cramp_of_which_little_is_said_has_nulls() {
    let place = Place::new();
    place.ok(&["log", "cramp", "--muscle", "back-thigh", "--side", "both", "--severity", "0", "--at", "23:30", "--about"]);
    let expected = json!({
        "muscle": "back_thigh", "side": "both", "severity": 0, "time_known": "about", "began": "2026-11-19T23:30:00+01:00",
        "duration_min": null, "woke_me": null, "hard_knot": null, "sore_next_day": null, "note": null, "tried": [],
    });
    assert_eq!(first(&place.json(&["show"]), "cramps"), expected);
}

#[test]
fn a_drink_in_every_spelling_of_its_volume() {
    let place = Place::new();
    for (volume, ml) in [(["250ml", ""], 250), (["250", "ml"], 250), (["0.5l", ""], 500), (["0.5 l", ""], 500), (["330", ""], 330)] {
        let volume: Vec<_> = volume.into_iter().filter(|part| !part.is_empty()).collect();
        let said = place.ok(&[&["log", "drink", "water"], volume.as_slice()].concat());
        assert_eq!(said, format!("Logged water, {ml} ml.\n"));
    }
    let page = place.json(&["show", "--day", "today"]);
    assert_eq!((&page["drunk_ml"], page["drinks"].as_array().unwrap().len()), (&json!(250 + 250 + 500 + 500 + 330), 5));
    assert_eq!(place.json(&["show", "--day", "yesterday"])["drunk_ml"], Value::Null);
}

#[test]
fn a_drink_after_midnight_belongs_to_the_day_before() {
    let place = Place::at("2026-11-20T00:40:00+01:00");
    place.ok(&["log", "drink", "soft drink", "330", "--at", "00:30"]);
    let expected = json!({ "kind": "soft_drink", "volume_ml": 330, "time": "2026-11-20T00:30:00+01:00" });
    assert_eq!(first(&place.json(&["show", "--day", "2026-11-19"]), "drinks"), expected);
}

#[test]
fn stretching_from_the_guide_in_own_words_and_none() {
    let place = Place::new();
    for (arguments, name, minutes, sets, time) in [
        (["log", "stretch", "bedtime", "--day", "2026-11-01"].as_slice(), "bedtime_routine", json!(3.0), json!(null), "bedtime"),
        (
            &["log", "stretch", "heel drop on a step", "--sets", "2", "--holds", "10", "--day", "2026-11-02"],
            "heel_drop",
            json!(null),
            json!(2),
            "other_time",
        ),
        (
            &["log", "stretch", "Yoga with Ana", "--minutes", "20", "--bedtime", "--day", "2026-11-03"],
            "Yoga with Ana",
            json!(20.0),
            json!(null),
            "bedtime",
        ),
        (&["log", "stretch", "calf_wall", "--bedtime=no", "--day", "2026-11-04"], "calf_wall", json!(2.0), json!(null), "other_time"),
    ] {
        place.ok(arguments);
        let page = place.json(&["show", "--day", arguments.last().unwrap()]);
        let stretch = first(&page, "stretches");
        assert_eq!(
            (&stretch["name"], &stretch["duration_min"], &stretch["sets"], &stretch["time"]),
            (&json!(name), &minutes, &sets, &json!(time))
        );
        assert_eq!(page["stretching"], "stretched");
    }
    place.ok(&["log", "stretch", "none"]);
    let page = place.json(&["show", "--day", "today"]);
    assert_eq!((&page["stretching"], &page["stretched_min"]), (&json!("none"), &json!(0.0)));
    assert_eq!(place.json(&["show", "--day", "yesterday"])["stretched_min"], Value::Null);
}

#[test]
fn a_food_in_grams_in_portions_and_as_usual() {
    let place = Place::new();
    for (day, amount, expected) in [
        ("2026-11-01", ["--grams", "120"].as_slice(), json!([120.0, null])),
        ("2026-11-02", &["--portion", "1 medium"], json!([118.0, "1 medium"])),
        ("2026-11-03", &["--portion", "Small", "--times", "1.5"], json!([151.5, "1.5 x 1 small"])),
        ("2026-11-04", &["--meal", "lunch"], json!([118.0, "1 medium"])),
    ] {
        place.ok(&[&["log", "food", "bananas", "--day", day], amount].concat());
        let food = first(&place.json(&["show", "--day", day]), "foods");
        assert_eq!(json!([food["amount_g"], food["portion"]]), expected, "{day}");
        assert_eq!((&food["food"], &food["name"]), (&json!("banana"), &json!("Banana")));
        assert_eq!(food["meal"], if day == "2026-11-04" { json!("lunch") } else { Value::Null });
    }
    let intake = &place.json(&["show", "--day", "2026-11-01"])["intake"];
    assert!((intake["magnesium_mg"].as_f64().unwrap() - 28.0 * 1.2).abs() < 1e-9);
    assert_eq!(intake["looks_complete"], false);
}

#[test]
fn a_note_is_replaced_and_taken_away() {
    let place = Place::new();
    for (note, expected) in [("Long walk.", json!("Long walk.")), (" Warm room. ", json!("Warm room.")), ("", Value::Null)] {
        place.ok(&["log", "note", note]);
        let page = place.json(&["show"]);
        assert_eq!((&page["note"], &page["night_state"]), (&expected, &json!("not_logged")));
    }
}

#[test]
fn without_a_named_file_the_data_folder_is_made_and_used() {
    let place = Place::new();
    let data = place.path("data");
    let run = |arguments: &[&str]| {
        let mut command = place.command(arguments);
        command.env_remove("CRAMP_DIARY_FILE").env("XDG_DATA_HOME", &data);
        command
    };
    run(&["log", "none"]).assert().success();
    run(&["show"]).assert().success();
    assert!(!place.diary().exists());
    if cfg!(target_os = "linux") {
        assert!(data.join("crampdiary").join("diary.sqlite").is_file());
    }
}

#[test]
fn no_cramps_takes_cramps_away_only_if_that_is_said() {
    let place = Place::new();
    for muscle in ["calf", "sole"] {
        place.ok(&["log", "cramp", "--muscle", muscle, "--side", "left", "--severity", "4"]);
    }
    let refused = place.refuses(&["log", "none"]);
    assert!(refused.contains("The night of Thu 19 to Fri 20 Nov has 2 cramps logged, so nothing was changed."), "{refused}");
    assert_eq!(place.json(&["show"])["cramps"].as_array().unwrap().len(), 2);
    assert_eq!(place.ok(&["log", "none", "--yes"]), "Logged no cramps for the night of Thu 19 to Fri 20 Nov, and took its cramps away.\n");
    assert_eq!(place.json(&["show"])["cramps"].as_array().unwrap().len(), 0);
}
