//! What the body map says of a part of the body.

use crate::charts::count_words::{counted, percent};
use crate::domain::{Muscle, Side, capitalised, place};
use crate::insights::{PlaceCount, Places};

/// The cramps of a muscle on a side.
pub(super) fn place_of(places: &Places, muscle: Muscle, side: Side) -> PlaceCount {
    let found = places.muscles.iter().find(|places| places.muscle == muscle);
    found.map_or_else(PlaceCount::default, |found| match side {
        Side::Left => found.left,
        Side::Right => found.right,
        Side::Both => found.all,
    })
}

/// For the card and for a screen reader: "Left calf: 12 cramps in 8 of 60 nights, 13 %, worst severity 7, severe".
pub(super) fn spot(places: &Places, muscle: Muscle, side: Side) -> String {
    let name = capitalised(&place(muscle, side));
    let found = place_of(places, muscle, side);
    let Some(worst) = found.worst else { return format!("{name}: no cramps in {}", counted(places.counted, "night")) };
    let share = places.share(found).map(|share| format!(", {}", percent(share))).unwrap_or_default();
    let (cramps, nights) = (counted(found.cramps, "cramp"), counted(places.counted, "night"));
    format!("{name}: {cramps} in {} of {nights}{share}, worst severity {worst}, {}", found.nights, worst.word())
}

/// The lines beside a muscle, each from the longest wording to the shortest.
pub(super) fn lines(places: &Places, found: PlaceCount) -> Vec<Vec<String>> {
    let Some(worst) = found.worst else { return vec![vec!["none".to_owned()]] };
    let nights = match places.share(found) {
        Some(share) => vec![format!("{} of nights", percent(share)), percent(share)],
        None => vec![format!("{} of {}", found.nights, counted(places.counted, "night")), counted(found.nights, "night")],
    };
    vec![
        nights,
        vec![counted(found.cramps, "cramp"), found.cramps.to_string()],
        vec![format!("worst {worst}, {}", worst.word()), format!("worst {worst}"), worst.to_string()],
    ]
}

/// The one line of a box, from the longest wording to the shortest.
pub(super) fn line(places: &Places, found: PlaceCount) -> Vec<String> {
    let lines = lines(places, found);
    match lines.as_slice() {
        [nights, cramps, worst] => vec![
            format!("{}, {}, {}", nights[0], cramps[0], worst[0]),
            format!("{}, {}, {}", nights[0], cramps[0], worst[1]),
            format!("{}, {}", cramps[0], worst[1]),
            cramps[0].clone(),
            cramps[1].clone(),
        ],
        _ => lines.into_iter().flatten().collect(),
    }
}
