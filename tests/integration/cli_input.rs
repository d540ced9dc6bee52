//! What is typed on the command line: numbers that may mean two, dates that cannot be, letters that nobody sees.

use crate::cli::Place;

const CRAMP: [&str; 8] = ["log", "cramp", "--muscle", "calf", "--side", "left", "--severity", "3"];

#[test]
fn a_number_that_may_mean_two_is_not_guessed() {
    let place = Place::new();
    for (words, said) in [
        ("log drink water 1.000ml", "Volume \"1.000ml\" can mean 1 ml or 1000 ml; write the one that you mean"),
        ("log drink water 1,250 l", "Volume \"1,250 l\" can mean 1.25 l or 1250 l"),
        ("log food banana --grams 1.234", "Amount \"1.234\" can mean 1.2340 or 1234"),
        ("log food banana --amount 1,000", "Amount \"1,000\" can mean 1 or 1000"),
        ("log food banana --times 2.000", "Times \"2.000\" can mean 2 or 2000"),
        ("log night --slept 6.500", "Time \"6.500\" can mean 6.5 or 6500"),
        ("log stretch yoga --minutes 1.000", "Duration \"1.000\" can mean 1 or 1000"),
        ("log strain --exercise 1,000", "Exercise \"1,000\" can mean 1 or 1000"),
        ("profile set --birth-year 1.968", "Year of birth \"1.968\" can mean 1.9680 or 1968"),
        ("summary --days 1,000", "Nights \"1,000\" can mean 1 or 1000"),
        ("foods search milk --limit 1.000", "Limit \"1.000\" can mean 1 or 1000"),
    ] {
        let heard = place.fails(2, &words.split_whitespace().collect::<Vec<_>>());
        assert!(heard.contains(said) && heard.lines().count() == 1, "{words}: {heard}");
    }
    assert_eq!(place.ok(&["log", "drink", "water", "0,125", "l"]), "Logged water, 125 ml.\n");
    assert_eq!(place.ok(&["log", "drink", "water", "1,25l"]), "Logged water, 1250 ml.\n");
}

#[test]
fn what_is_no_number_names_field_value_range_and_an_example() {
    let place = Place::new();
    for (words, said) in [
        (
            "log food banana --amount NaN",
            "Amount \"NaN\" cannot be read; write it like 1, 1/2, 120 g, 200 ml or 2 slices, from 0.1 to 5,000 g",
        ),
        ("log food banana --times 1e3", "Times \"1e3\" cannot be read; write it like 2 or 0.5"),
        ("log food banana --grams inf", "Amount \"inf\" cannot be read; write it like 120 or 120 g, from 0.1 to 5,000 g"),
        ("log stretch yoga --sets 2.5 --holds 1", "Sets \"2.5\" cannot be read; write it like 2, from 1 to 50"),
        ("log night --slept nan", "Time \"nan\" cannot be read; write it like 6.5, 6:30 or 6h 30min, from 0 to 24 hours"),
        ("log drink water inf", "Volume \"inf\" cannot be read; write it like 250 ml, 0.5 l, 8 fl oz or 2 glasses, from 1 to 5,000 ml"),
        ("sign list --days x", "Days \"x\" cannot be read; write it like 7, from 1 to 3,660"),
        ("example --seed -1.5 a.sqlite", "Seed \"-1.5\" cannot be read; write it like 1"),
        ("foods forget-import one", "Import \"one\" cannot be read; write it like 1"),
        ("log none --night soon", "Date \"soon\" cannot be read; write it like 2026-11-19, 19 Nov, today or yesterday"),
    ] {
        let heard = place.fails(2, &words.split_whitespace().collect::<Vec<_>>());
        assert!(heard.contains(said) && heard.lines().count() == 1, "{words}: {heard}");
    }
}

#[test]
fn dates_that_nobody_remembers_or_that_have_not_come_are_refused() {
    let place = Place::new();
    place.ok(&["medicine", "add", "Ramipril", "--from", "2026-01-01"]);
    let before = place.bytes();
    for (words, said) in [
        ("log none --night 1850-01-01", "1850-01-01 is more than 150 years ago. Check the year; 1876-11-20 is the first date"),
        ("log drink water 250 --day 1876-11-19", "1876-11-19 is more than 150 years ago"),
        ("show --night 1850-01-01", "1850-01-01 is more than 150 years ago"),
        ("show --day tomorrow", "Sat 21 Nov (2026-11-21) has not come yet"),
        ("log none --night tomorrow", "(2026-11-21) has not begun yet"),
        ("medicine end Ramipril tomorrow", "Sat 21 Nov (2026-11-21) has not come yet. Choose Fri 20 Nov or an earlier day."),
        ("medicine end Ramipril 1850-01-01", "1850-01-01 is more than 150 years ago"),
        ("medicine add X --from 1850-01-01", "1850-01-01 is more than 150 years ago"),
        ("medicine add X --until 2206-11-20", "2206-11-20 is more than two years ahead. Check the year; 2028-11-20 is the last date"),
        ("profile set --pregnant-from 1850-01-01", "1850-01-01 is more than 150 years ago"),
    ] {
        let heard = place.refuses(&words.split_whitespace().collect::<Vec<_>>());
        assert!(heard.contains(said), "{words}: {heard}");
        assert!(place.bytes() == before, "{words} changed the diary");
    }
    place.ok(&["log", "none", "--night", "1876-11-20"]);
}

#[test]
fn a_note_is_taken_away_or_was_not_there() {
    let place = Place::new();
    let none = "The night of Thu 19 to Fri 20 Nov (2026-11-19) has no note to take away. Choose the night with --night.";
    assert!(place.refuses(&["log", "note", ""]).contains(none));
    place.ok(&["log", "note", "New shoes"]);
    assert_eq!(place.ok(&["log", "note", " \u{202e}"]), "Took the note of the night of Thu 19 to Fri 20 Nov away.\n");
    assert!(place.refuses(&["log", "note", ""]).contains(none));
}

#[test]
fn letters_that_nobody_sees_do_not_come_in_and_are_not_printed() {
    let place = Place::new();
    place.ok(&["log", "note", "\u{1b}[31mred\u{202e} \u{7}shoes\nworn"]);
    assert_eq!(place.json(&["show"])["note"], "[31mred shoes\nworn");
    place.ok(&["medicine", "add", "Rami\u{202e}pril\n5", "--note", "a\u{0085}b"]);
    assert_eq!(place.json(&["medicine", "list"])[0]["name"], "Ramipril 5");
    place.ok(&[CRAMP.as_slice(), &["--note", "\u{2066}knee\u{2069}\r\nsore"]].concat());
    assert_eq!(place.json(&["show"])["cramps"][0]["note"], "knee\nsore");
    // Behind the program's back, as a file of others has it.
    place.sql().execute("UPDATE night SET note = ?1", ["\u{1b}]0;x\u{7}title\u{202e}"]).unwrap();
    let shown = place.ok(&["show"]);
    assert!(shown.contains("]0;xtitle") && !shown.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{shown:?}");
    assert!(!place.fails(2, &["log", "none", "--night", "\u{1b}[2J"]).contains('\u{1b}'));
}
