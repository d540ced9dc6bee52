//! `medicine`: what is known from a name, what does not go together, and two of one name.

use crate::cli::Place;
use serde_json::json;

/// What is printed, on one line.
#[track_caller]
fn flat(place: &Place, words: &[&str]) -> String {
    place.ok(words).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A place with ramipril at 5 mg, then 10 mg.
fn changed_dose() -> Place {
    let place = Place::new();
    place.ok(&["medicine", "add", "Ramipril", "--dose", "5 mg", "--until", "2026-11-14"]);
    place.ok(&["medicine", "add", "Ramipril", "--dose", "10 mg", "--from", "2026-11-15"]);
    place
}

#[test]
fn adding_says_the_class_its_link_with_cramps_and_what_to_mind() {
    let place = Place::new();
    let said = flat(&place, &["medicine", "add", "Hydrochlorothiazide/losartan", "--dose", "1 tablet", "--from", "2026-11-02"]);
    assert!(
        said.starts_with("Added Hydrochlorothiazide/losartan, 1 tablet, since 2 Nov 2026. Thiazide and similar water tablets"),
        "{said}"
    );
    for words in [
        "148 people began quinine after one for every 100 who began it before",
        "Angiotensin receptor blockers (sartans)",
        "To mind: They raise the potassium",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    let list = place.json(&["medicine", "list"]);
    let medicine = list[0].as_object().unwrap();
    assert_eq!((&medicine["from"], &medicine["until"], &medicine["taken_today"]), (&json!("2026-11-02"), &json!(null), &json!(true)));
    assert_eq!((&medicine["raises_potassium"], &medicine["classes"][1]["id"]), (&json!(true), &json!("arb")));
    assert_eq!(medicine["classes"][1]["chosen"], json!(false));
}

#[test]
fn an_unknown_name_says_how_to_choose_a_class() {
    let place = Place::new();
    let said = flat(&place, &["medicine", "add", "Water tablet"]);
    assert!(said.contains("The generic name helps"), "{said}");
    assert!(said.contains("cramp-diary medicine change \"Water tablet\" --class KEY"), "{said}");
    let said = flat(&place, &["medicine", "change", "water", "--class", "thiazide"]);
    assert!(said.contains("Thiazide and similar water tablets Link with cramps: More people"), "{said}");
    let class = &place.json(&["medicine", "list"])[0]["classes"][0];
    assert_eq!((&class["id"], &class["chosen"]), (&json!("thiazide"), &json!(true)));
    let keys = place.ok(&["medicine", "classes"]);
    assert!(keys.lines().any(|line| line.split_whitespace().next() == Some("thiazide")) && keys.lines().count() > 60, "{keys}");
    assert!(flat(&place, &["medicine", "classes", "simvastatin"]).contains("With grapefruit: Grapefruit raises simvastatin"));
    place.ok(&["medicine", "change", "water", "--class", "none"]);
    assert_eq!(place.json(&["medicine", "list"])[0]["classes"], json!([]));
}

#[test]
fn a_medicine_and_a_supplement_that_do_not_go_together_are_said_whichever_comes_second() {
    let title = "Potassium with ramipril: not without your doctor or pharmacist.";
    let place = Place::new();
    place.ok(&["medicine", "add", "Ramipril"]);
    let said = flat(&place, &["supplement", "add", "--usual", "potassium-99"]);
    assert!(said.contains(title) && said.contains("ACE inhibitors raise potassium"), "{said}");
    assert!(!flat(&place, &["supplement", "add", "--usual", "zinc"]).contains("ramipril"));
    assert!(flat(&place, &["supplement", "change", "potassium", "--dose", "1 big tablet"]).contains(title));
    assert!(flat(&place, &["supplement", "list"]).contains(title));
    assert!(flat(&place, &["supplement", "take", "potassium"]).contains(title));
    let products = place.json(&["supplement", "list"]);
    let cautions_of = |name: &str| products.as_array().unwrap().iter().find(|product| product["name"] == name).unwrap()["cautions"].clone();
    assert!(cautions_of("Potassium")[0].as_str().unwrap().starts_with(title), "{products}");
    assert_eq!(cautions_of("Zinc gluconate"), json!([]));
    place.ok(&["medicine", "end", "Ramipril", "yesterday"]);
    assert!(!flat(&place, &["supplement", "list"]).contains("ramipril"), "it is no longer taken");

    let place = Place::new();
    place.ok(&["supplement", "add", "--usual", "magnesium-citrate"]);
    let said = flat(&place, &["medicine", "add", "Levothyroxine", "--dose", "50 ug"]);
    assert!(
        said.contains("Your Magnesium citrate: keep them apart. Levothyroxine and magnesium: take them at least 4 hours apart."),
        "{said}"
    );
    assert!(flat(&place, &["medicine", "list"]).contains("Your Magnesium citrate: keep them apart."));
}

#[test]
fn foods_rich_in_potassium_are_withheld_by_name_of_the_medicine_while_it_is_taken() {
    let place = Place::new();
    place.ok(&["log", "none"]);
    let reason = "Because of spironolactone, which raises potassium, no foods rich in potassium are";
    assert!(!flat(&place, &["advise"]).contains(reason));
    place.ok(&["medicine", "add", "Spironolactone", "--from", "2026-11-20"]);
    assert!(flat(&place, &["advise"]).contains(reason));
    assert!(place.refuses(&["foods", "rich-in", "potassium", "--for-me"]).contains(reason));
    place.ok(&["profile", "set", "--conditions", "kidney"]);
    assert!(flat(&place, &["advise"]).contains("Because of kidney disease, no foods rich in potassium are"));
    place.ok(&["profile", "set", "--conditions", "none"]);
    place.ok(&["medicine", "end", "Spironolactone"]);
    assert!(flat(&place, &["advise"]).contains(reason), "today is its last day");
    place.ok(&["medicine", "change", "Spironolactone", "--begin", "2026-11-01", "--until", "2026-11-19"]);
    assert!(!flat(&place, &["advise"]).contains("which raises potassium"));
}

#[test]
fn vitamin_k_is_kept_steady_where_foods_are_suggested() {
    let place = Place::new();
    place.ok(&["medicine", "add", "Warfarin"]);
    assert!(flat(&place, &["advise"]).contains("Eat about the same amount of vitamin K from week to week."));
}

#[test]
fn the_list_tells_what_is_taken_now_from_earlier() {
    let place = changed_dose();
    let said = place.ok(&["medicine", "list"]);
    let (now, earlier) =
        (said.find("Ramipril, 10 mg, since 15 Nov 2026").unwrap(), said.find("Ramipril, 5 mg, until 14 Nov 2026").unwrap());
    assert!(
        said.starts_with("Taken now\n") && said.find("Taken earlier\n").is_some_and(|heading| now < heading && heading < earlier),
        "{said}"
    );
    place.ok(&["medicine", "add", "Omeprazole", "--from", "2026-12-01"]);
    let said = place.ok(&["medicine", "list"]);
    let headings: Vec<_> = said.lines().filter(|line| !line.starts_with(' ')).collect();
    assert_eq!(headings, ["Taken now", "To begin later", "Taken earlier"]);
    let place = Place::new();
    place.ok(&["log", "none"]);
    assert_eq!(place.ok(&["medicine", "list"]), "No medicine is on your list.\n");
}

#[test]
fn two_of_one_name_are_told_apart_by_when_they_began() {
    for words in [["end", "Ramipril"].as_slice(), &["delete", "ramipril"], &["change", "RAMIPRIL", "--dose", "1 mg"]] {
        let place = changed_dose();
        let words = [["medicine"].as_slice(), words].concat();
        let said = place.turns_away("is on your list as:", &words);
        assert!(said.contains("5 mg (--from none)") && said.contains("10 mg (--from 2026-11-15)"), "{said}");
        let said = place.turns_away("is on your list as:", &[&words[..], &["--from", "2026-01-01"]].concat());
        assert!(said.contains("Give one of these dates with --from."), "{said}");
        let said = place.ok(&[&words[..], &["--from", "2026-11-15"]].concat());
        assert!(said.contains("Ramipril"), "{said}");
        let list = place.json(&["medicine", "list"]);
        let earlier = list.as_array().unwrap().iter().find(|medicine| medicine["from"].is_null()).unwrap();
        assert_eq!((&earlier["dose"], &earlier["until"]), (&json!("5 mg"), &json!("2026-11-14")), "the other stays as it was");
    }
}

#[test]
fn what_was_entered_wrongly_is_mended_and_deleted() {
    let place = Place::new();
    place.ok(&["medicine", "add", "Ramipril", "--dose", "5 mg", "--from", "2026-11-02", "--note", "from Dr Day"]);
    let said = place.ok(&["medicine", "change", "rami", "--name", "Lisinopril", "--dose", "none", "--begin", "none", "--note", "none"]);
    assert!(said.starts_with("Changed Lisinopril.\nACE inhibitors\n"), "{said}");
    let list = place.json(&["medicine", "list"]);
    assert_eq!(
        (&list[0]["name"], &list[0]["dose"], &list[0]["from"], &list[0]["note"]),
        (&json!("Lisinopril"), &json!(""), &json!(null), &json!(""))
    );
    assert_eq!(place.ok(&["medicine", "end", "Lisinopril"]), "Changed Lisinopril, until 20 Nov 2026.\n");
    assert_eq!(place.ok(&["medicine", "delete", "Lisinopril"]), "Deleted Lisinopril from your medicines.\n");
    assert_eq!(place.json(&["medicine", "list"]), json!([]));
}

#[test]
fn what_cannot_be_is_refused_and_changes_nothing() {
    let place = changed_dose();
    place.ok(&["medicine", "add", "Ramelteon"]);
    let before = place.bytes();
    let long = "x".repeat(201);
    for (words, message) in [
        (["add", " "].as_slice(), "Name of 0 letters is not allowed"),
        (&["add", "X", "--dose", &long], "Dose of 201 letters is not allowed"),
        (&["add", "X", "--class", "water"], "Class \"water\" is unknown. The classes and their keys are listed by:"),
        (&["add", "X", "--from", "2026-11-02", "--until", "2026-11-01"], "The medicine ends on Sun 1 Nov (2026-11-01), before it begins"),
        (&["end", "Ramelteon", "--from", "2026-01-01"], "Ramelteon is on your list as: Ramelteon (--from none)."),
        (&["change", "Ramelteon", "--begin", "today", "--until", "yesterday"], "before it begins"),
        (&["end", "Zinc"], "No medicine on your list, or more than one, is called \"Zinc\". You have: \"Ramelteon\", \"Ramipril\"."),
        (&["end", "Ram"], "No medicine on your list, or more than one, is called \"Ram\""),
        (&["classes", "snake oil"], "Class \"snake oil\" is unknown."),
    ] {
        place.turns_away(message, &[["medicine"].as_slice(), words].concat());
        assert!(place.bytes() == before, "{words:?} changed the diary");
    }
    Place::new().turns_away("No medicine is on your list yet.", &["medicine", "end", "X"]);
    for words in [["change", "Ramelteon"].as_slice(), &["add"], &["add", "X", "--from", "someday"], &["end", "Ramelteon", "soon"]] {
        assert!(!place.fails(2, &[["medicine"].as_slice(), words].concat()).is_empty());
    }
}

#[test]
fn what_must_not_wait_is_said_whichever_came_last() {
    let place = Place::new();
    place.ok(&["medicine", "add", "Ramipril"]);
    let said = flat(&place, &["medicine", "add", "Potassium chloride", "--dose", "600 mg"]);
    assert!(!said.contains("The same day:"), "what stands among the medicines was prescribed: {said}");
    let said = flat(&place, &["medicine", "change", "Potassium chloride", "--prescribed", "no"]);
    assert!(said.contains("The same day: Potassium"), "{said}");
    let place = Place::new();
    place.ok(&["supplement", "add", "--usual", "magnesium-citrate"]);
    place.ok(&["supplement", "take", "magnesium"]);
    let said = flat(&place, &["profile", "set", "--conditions", "kidney"]);
    assert!(said.contains("The same day: Kidney disease, and magnesium"), "{said}");
}

#[test]
fn a_brand_is_shown_with_what_it_holds_and_one_of_several_meanings_is_asked_for() {
    let place = Place::new();
    let said = flat(&place, &["medicine", "add", "Entresto", "--dose", "49/51 mg", "--from", "2026-11-02"]);
    assert!(said.starts_with("Added Entresto (sacubitril + valsartan), 49/51 mg, since 2 Nov 2026. Angiotensin"), "{said}");
    let said = flat(&place, &["medicine", "add", "Triatec"]);
    for words in [
        "\"Triatec\" may mean several things. Say which it is:",
        "ramipril (in France, Italy and Switzerland): cramp-diary medicine change \"Triatec\" --class ace_inhibitor",
        "as in \"Triatec (ramipril)\"",
        "Until then foods rich in potassium are not suggested",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    let medicine = || {
        let list = place.json(&["medicine", "list"]);
        list.as_array().unwrap().iter().find(|medicine| medicine["name"] == "Triatec").unwrap().clone()
    };
    assert_eq!((&medicine()["recognised"], &medicine()["classes"]), (&json!(false), &json!([])));
    assert_eq!(
        medicine()["may_be"][2],
        json!({"holds": "ramipril", "countries": ["France", "Italy", "Switzerland"], "class": "ace_inhibitor"})
    );
    let said = flat(&place, &["medicine", "change", "Triatec", "--class", "ramipril"]);
    assert!(said.contains("ACE inhibitors") && !said.contains("several things"), "{said}");
    assert_eq!((&medicine()["recognised"], &medicine()["shown"]), (&json!(true), &json!("Triatec (ramipril)")));
    assert_eq!(medicine()["may_be"], json!([]));
}

#[test]
fn what_nobody_knows_withholds_potassium_until_it_is_said_to_be_of_no_kind() {
    let place = Place::new();
    place.ok(&["medicine", "add", "Zorblaxin"]);
    let withheld = "Because of Zorblaxin, until you say what kind of medicine it is, no foods rich in potassium are suggested";
    assert!(flat(&place, &["medicine", "list"]).contains("No medicine that the guide knows is found in the name \"Zorblaxin\""));
    assert!(flat(&place, &["advise"]).contains(withheld), "{}", flat(&place, &["advise"]));
    let said = flat(&place, &["medicine", "change", "Zorblaxin", "--class", "none of these"]);
    assert!(said.contains("It is of none of the kinds of medicines that the guide knows."), "{said}");
    assert!(!flat(&place, &["advise"]).contains("Zorblaxin"));
    assert_eq!(place.json(&["medicine", "list"])[0]["recognised"], json!(true));
}
