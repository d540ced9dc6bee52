//! What a small diary holds, read from words such as "swelling.left 5".

use crate::domain::{
    ClassKey, Condition, Cramp, Day, Medicine, Minutes, Muscle, Night, NightAnswer, NightNote, Nutrient, OwnName, Period, Severity, Side,
    Sign, SignCourse, SignKind,
};
use chrono::{Datelike as _, NaiveDate};

/// Something that was logged or said. Days are real ones, counted back from [`ago`]`(0)`.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Item {
    Sign(Sign),
    /// A sign that a doctor knows, by an answer of long ago.
    Known(SignKind, Option<Side>),
    /// The answer of a day whether a sign is gone.
    Gone(SignKind, Day, bool),
    Cramp(Cramp),
    Night(NightNote),
    Medicine(Medicine),
    /// A product on the list, and the day on which it was entered.
    Listed(SmallProduct, Day),
    /// A dose of a product.
    Took(SmallProduct, Day),
    /// A dose with which the day passes the upper limit of the nutrient of the product.
    Over(SmallProduct, Day),
    Stretch(Day),
    Effort(Day),
    Hot(Day),
    Tonic(Day),
    Alcohol(Day, f64),
    Drank(Day, f64),
    Has(Condition),
    Born(u16),
    Pregnant(Period),
    Goal(u32),
    UsualGoal(u32),
    /// The tick in the profile that a medicine raises potassium.
    RaisesPotassium,
}

/// A supplement whose dose holds an amount of one nutrient, or one of which only the name is known.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct SmallProduct {
    pub name: String,
    pub holds: Option<(Nutrient, f64)>,
    pub prescribed: bool,
}

/// The day so many days before the last one of the diary, Thursday 19 November 2026.
pub(super) fn ago(days: i64) -> Day {
    Day::new(NaiveDate::from_ymd_opt(2026, 11, 19).unwrap()).plus(-days)
}

/// The things of a diary, parted by commas: "swelling.left 5, breathless, class:statin since 90, has:kidney".
///
/// Numbers behind a thing are the days ago on which it was logged; none means today. "3..5" are the days from 3 to 5.
pub(super) fn items(words: &str) -> Vec<Item> {
    words.split(',').map(str::trim).filter(|thing| !thing.is_empty()).flat_map(things).collect()
}

fn things(thing: &str) -> Vec<Item> {
    let (head, rest) = thing.split_once(' ').unwrap_or((thing, ""));
    let on_days = |item: &dyn Fn(Day) -> Item| days(rest).into_iter().map(item).collect();
    if let Some((kind, what)) = head.split_once(':') {
        return match kind {
            "class" | "med" => vec![Item::Medicine(medicine(kind, what, rest))],
            "has" => vec![Item::Has(what.parse().unwrap())],
            "age" => vec![Item::Born(u16::try_from(ago(0).date().year()).unwrap() - what.parse::<u16>().unwrap())],
            "pregnant" => vec![Item::Pregnant(pregnancy(what))],
            "known" => {
                let (kind, side) = sign_and_side(what);
                vec![Item::Known(kind, side)]
            }
            "gone" | "still" => on_days(&|day| Item::Gone(what.parse().unwrap(), day, kind == "gone")),
            "alcohol" => on_days(&|day| Item::Alcohol(day, what.parse().unwrap())),
            "drank" => on_days(&|day| Item::Drank(day, what.parse().unwrap())),
            "listed" => on_days(&|day| Item::Listed(product(what), day)),
            "took" => on_days(&|day| Item::Took(product(what), day)),
            "over" => on_days(&|day| Item::Over(product(what), day)),
            "goal" => vec![Item::Goal(what.parse().unwrap())],
            "usual" => vec![Item::UsualGoal(what.parse().unwrap())],
            _ => panic!("{thing}"),
        };
    }
    match head {
        "had" => on_days(&|day| night(day, NightAnswer::HadCramps)),
        "free" => on_days(&|day| night(day, NightAnswer::NoCramps)),
        "stretch" => on_days(&Item::Stretch),
        "effort" => on_days(&Item::Effort),
        "hot" => on_days(&Item::Hot),
        "tonic" => on_days(&Item::Tonic),
        "raises" => vec![Item::RaisesPotassium],
        _ if head.starts_with("cramp.") => on_days(&|day| cramp(head, day)),
        _ => on_days(&|day| sign(head, day)),
    }
}

fn days(words: &str) -> Vec<Day> {
    let number = |word: &str| word.parse::<i64>().unwrap_or_else(|_| panic!("{words}"));
    let range = |word: &str| word.split_once("..").map_or_else(|| number(word)..=number(word), |(from, to)| number(from)..=number(to));
    let days: Vec<_> = words.split_whitespace().flat_map(range).map(ago).collect();
    if days.is_empty() { vec![ago(0)] } else { days }
}

/// A sign with its side and its course: "swelling.left~worse".
fn sign(words: &str, day: Day) -> Item {
    let (name, course) = words.split_once('~').map_or((words, None), |(name, course)| (name, Some(course)));
    let (kind, side) = sign_and_side(name);
    Item::Sign(Sign { side, course: course.map(|course| course.parse::<SignCourse>().unwrap()), ..Sign::new(day, kind) })
}

fn sign_and_side(words: &str) -> (SignKind, Option<Side>) {
    let (kind, side) = words.split_once('.').map_or((words, None), |(kind, side)| (kind, Some(side)));
    (kind.parse().unwrap_or_else(|_| panic!("no sign: {words}")), side.map(|side| side.parse().unwrap()))
}

/// A cramp: "cramp.calf.left.5", with its minutes behind "/", and "+" or "-" for whether it woke the person, "*" for a hard knot.
fn cramp(words: &str, day: Day) -> Item {
    let marks: String = words.chars().filter(|mark| "+-*".contains(*mark)).collect();
    let words = words.replace(['+', '-', '*'], "");
    let (words, minutes) = words.split_once('/').map_or((words.as_str(), None), |(words, minutes)| (words, Some(minutes)));
    let parts: Vec<_> = words.split('.').collect();
    let (muscle, side, severity) = (parts[1].parse::<Muscle>().unwrap(), parts[2].parse().unwrap(), parts[3].parse().unwrap());
    let cramp = Cramp::new(Night::new(day.date()), muscle, side, Severity::new(severity).unwrap());
    let woke_me = if marks.contains('+') { Some(true) } else { marks.contains('-').then_some(false) };
    let duration = minutes.map(|minutes| Minutes::new(minutes.parse().unwrap()).unwrap());
    Item::Cramp(Cramp { duration, woke_me, hard_knot: marks.contains('*').then_some(true), ..cramp })
}

fn night(day: Day, answer: NightAnswer) -> Item {
    Item::Night(NightNote { answer: Some(answer), ..NightNote::nothing(Night::new(day.date())) })
}

/// A medicine of a class whose name says nothing, or one of a name, in which "_" stands for a space: "since 90 until 3 bought".
fn medicine(kind: &str, what: &str, rest: &str) -> Medicine {
    let (name, class) = if kind == "class" { ("Something".to_owned(), Some(what)) } else { (what.replace('_', " "), None) };
    let class = class.map(|class| ClassKey::new(class).unwrap());
    let words: Vec<_> = rest.split_whitespace().collect();
    let after = |word: &str| words.iter().position(|one| *one == word).map(|at| ago(words[at + 1].parse().unwrap()));
    let said = |word: &str| words.contains(&word);
    let prescribed = if said("prescribed") { Some(true) } else { said("bought").then_some(false) };
    Medicine { class, from: after("since"), until: after("until"), prescribed, ..Medicine::new(OwnName::new(&name).unwrap()) }
}

/// The days since it began, and behind "-" the days since it ended: "300-42".
fn pregnancy(words: &str) -> Period {
    let (from, until) = words.split_once('-').map_or((words, None), |(from, until)| (from, Some(until)));
    Period { from: ago(from.parse().unwrap()), until: until.map(|until| ago(until.parse().unwrap())) }
}

/// A product: `D3_drops:vitamin_d:25`, and "prescribed" behind another colon.
fn product(words: &str) -> SmallProduct {
    let parts: Vec<_> = words.split(':').collect();
    let amount = |nutrient: &str| (nutrient.parse().unwrap(), parts.get(2).map_or(100.0, |amount| amount.parse().unwrap()));
    let holds = parts.get(1).filter(|nutrient| **nutrient != "prescribed").map(|nutrient| amount(nutrient));
    SmallProduct { name: parts[0].replace('_', " "), holds, prescribed: parts.last() == Some(&"prescribed") }
}
