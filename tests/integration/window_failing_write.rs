//! What cannot be written is said, and what was typed stays.

use super::support::{a_cramp, a_drink, a_factor, a_food, a_stretch, raw};
use super::window_support::{HOME, Morning};
use cramp_diary::domain::FactorKind;
use rusqlite::Connection;
use std::cell::RefCell;

const TABLES: [&str; 8] = ["night", "cramp", "drink", "stretch", "food", "settings", "strain", "factor_value"];

/// Makes every later write fail at once, as a broken disk would.
fn break_writing(morning: &mut Morning) -> Connection {
    let connection = raw(morning.path());
    for table in TABLES {
        for when in ["INSERT", "UPDATE"] {
            let sql = format!("CREATE TRIGGER fail_{table}_{when} BEFORE {when} ON {table} BEGIN SELECT RAISE(ABORT, 'disk broken'); END");
            connection.execute_batch(&sql).unwrap();
        }
    }
    morning.looks();
    connection
}

fn mend(morning: &mut Morning, connection: &Connection) {
    for table in TABLES {
        connection.execute_batch(&format!("DROP TRIGGER fail_{table}_INSERT; DROP TRIGGER fail_{table}_UPDATE")).unwrap();
    }
    morning.looks();
}

#[test]
fn a_press_that_could_not_be_saved_says_so_and_shows_what_is_saved() {
    let mut morning = Morning::started();
    let connection = break_writing(&mut morning);
    for name in ["No cramps", "Water 250 ml", "Calf stretch at a wall"] {
        morning.press(name);
        assert!(morning.alert().contains("The diary file could not be used (disk broken)"), "{name}: {}", morning.alert());
    }
    assert!(!morning.is_on("No cramps") && !morning.is_on("Calf stretch at a wall"));
    mend(&mut morning, &connection);
    morning.press("No cramps");
    assert!(morning.is_on("No cramps"));
}

#[test]
fn a_session_that_could_not_be_logged_says_so_and_is_logged_afterwards() {
    let mut morning = Morning::started();
    morning.press_all(&["Guide", "Stretches", "Calf stretch at a wall"]).stop_time();
    for early in [false, true] {
        morning.press("Start").seconds_later(500.0).settle();
        let connection = break_writing(&mut morning);
        morning.seconds_later(1.0).settle();
        if early {
            morning.press("Once more").seconds_later(7.0).press_all(&["End", "Log 0.1 min for Fri 20 Nov"]).sees("Ended early");
        } else {
            morning.press("Once more").seconds_later(500.0).settle();
            morning.sees("not logged yet");
        }
        morning.alert();
        mend(&mut morning, &connection);
        morning.seconds_later(1.0).settle();
        morning.press("Close this message").press(if early { "Log 0.1 min for Fri 20 Nov" } else { "Log 2 min for Fri 20 Nov" });
        if early {
            assert!(morning.has("Start"), "back to the page");
        } else {
            morning.sees("2 min, logged for Fri 20 Nov").press_all(&["All stretches", "Calf stretch at a wall"]);
        }
        morning.press("Undo");
    }
}

#[test]
fn an_alert_stays_until_it_is_closed() {
    let mut morning = Morning::started();
    let _connection = break_writing(&mut morning);
    morning.press("No cramps");
    morning.harness().run_steps(50);
    morning.alert();
    morning.press("Close this message");
    assert_eq!(morning.toast(), None);
}

#[test]
fn what_was_typed_of_a_cramp_is_kept() {
    let mut morning = Morning::after([a_cramp(HOME).into()]);
    let connection = break_writing(&mut morning);
    for (field, typed) in [("Began at", "3:10"), ("Lasted, min", "4"), ("About this cramp", "long words")] {
        morning.enter(field, typed);
        assert!(morning.alert().contains("disk broken"));
        morning.press("Close this message");
        assert_eq!(morning.text_in(field), typed);
    }
    mend(&mut morning, &connection);
    morning.press("Trends");
    let cramp = morning.cramp();
    assert_eq!((cramp.time.moment().is_some(), cramp.duration.is_some(), cramp.note.as_str()), (true, true, "long words"));
}

#[test]
fn amounts_typed_into_entries_are_kept() {
    let mut morning = Morning::sized([a_drink(HOME).into(), a_food(HOME).into(), a_stretch(HOME).into()], egui::vec2(1240.0, 1300.0));
    let connection = break_writing(&mut morning);
    let stretch = "Change how long: Bedtime routine: calves and backs of thighs";
    let cases = [
        ("Change water, 250 ml", "Water instead, ml", "321"),
        ("Change Banana, 1 medium (118 g)", "Amount", "80"),
        (stretch, "It took, min", "7"),
    ];
    for (open, field, typed) in cases {
        morning.press(open).enter(field, typed);
        assert!(morning.alert().contains("disk broken"));
        morning.press("Close this message");
        assert_eq!(morning.text_in(field), typed);
    }
    mend(&mut morning, &connection);
    for (_, field, _) in cases {
        morning.press(field).key(egui::Key::Enter);
        assert!(!morning.has(field), "{field}");
        morning.press("Close this message");
    }
    assert_eq!(morning.day(), ["water, 321 ml", "bedtime_routine, 7 min", "Banana, 80 g"]);
}

#[test]
fn amounts_typed_of_sleep_strain_and_factors_are_kept() {
    let walked = a_factor("Walked", FactorKind::Number).of_unit("km").into();
    let mut morning = Morning::sized([walked], egui::vec2(1240.0, 1300.0));
    morning.press("Strain");
    let connection = break_writing(&mut morning);
    let cases = [("Slept, hours", "6:20"), ("Exercise, min", "20"), ("On my feet, hours", "5"), ("Walked, km", "3")];
    for (field, typed) in cases {
        morning.enter(field, typed);
        assert!(morning.alert().contains("disk broken"));
        morning.press("Close this message");
        assert_eq!(morning.text_in(field), typed);
    }
    mend(&mut morning, &connection);
    morning.press("Trends");
    let page = morning.saved();
    assert_eq!(page.strain.words(), ["20 min of exercise", "5 hours on your feet"]);
    assert_eq!((page.slept.is_some(), page.factor_values.len()), (true, 1));
}

#[test]
fn what_was_typed_anew_is_kept() {
    let mut morning = Morning::started();
    let _connection = break_writing(&mut morning);
    morning.press("Other drink").enter("How much, ml", "321");
    assert_eq!(morning.text_in("How much, ml"), "321");
    morning.press("More stretches").enter("Something else", "yoga");
    assert_eq!(morning.text_in("Something else"), "yoga");
    morning.press("Settings").enter("A day, ml", "1800");
    assert!(morning.alert().contains("disk broken"));
    assert_eq!(morning.text_in("A day, ml"), "1800");
}

thread_local! {
    /// What this thread logged, since a test began to listen.
    static LOGGED: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// Notes what is logged at error, warn or info.
struct Listener;

impl log::Log for Listener {
    fn enabled(&self, _metadata: &log::Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &log::Record<'_>) {
        LOGGED.with_borrow_mut(|logged| logged.push(record.args().to_string()));
    }

    fn flush(&self) {}
}

#[test]
fn the_log_says_that_something_was_not_saved_and_not_what() {
    log::set_logger(&Listener).unwrap();
    log::set_max_level(log::LevelFilter::Info);
    let mut morning = Morning::started();
    let _connection = break_writing(&mut morning);
    LOGGED.with_borrow_mut(Vec::clear);
    morning.press("No cramps");
    assert!(morning.alert().contains("disk broken"), "the person reads why");
    assert_eq!(LOGGED.take(), ["a change was not saved; the window says why"]);
}
