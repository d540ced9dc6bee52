//! Made-up argument lists: whatever is typed, there is no panic, the exit code is right, and no sentence is a library's.

use crate::cli::Place;
use cramp_diary::diary::SplitMix64;
use std::env;

/// How many lists are tried. `ARGUMENT_LISTS=6000 cargo test made_up_arguments` tries more.
const LISTS: usize = 210;

/// Commands with gaps: N a number, D a date, T a time, W a word.
const SHAPES: &[&str] = &[
    "log cramp --muscle calf --side left --severity N --at T --minutes N --note W --night D",
    "log cramp --muscle W --side W --severity N",
    "log drink water N --at T --day D",
    "log drink W N",
    "log night --slept N --disturbed N --night D",
    "log strain --exercise N --standing N --day D",
    "log stretch yoga --sets N --holds N",
    "log stretch W --minutes N --day D",
    "log food banana --grams N --day D",
    "log food banana --amount N",
    "log food W --times N",
    "log note W --night D",
    "log none --night D",
    "medicine add W --dose W --from D --until D",
    "medicine end W D",
    "medicine change W --begin D",
    "supplement add W --dose W --amount magnesium=N --daily N",
    "supplement take W --doses N --day D",
    "factor add W --kind number --unit W",
    "factor log W N --day D",
    "sign log W --day D --note W",
    "sign list --days N",
    "profile set --birth-year N --pregnant-from D --pregnant-until D",
    "summary --days N",
    "summary --from D --until D",
    "show --night D",
    "intake --days N",
    "foods search W --limit N",
    "foods rich-in magnesium --limit N",
    "foods forget-import N",
    "chart trends --table --days N",
    "chart body --out W.svg --width N --height N",
    "flags acknowledge W --note W",
    "example --nights N --seed N --until D",
    "W N D",
];

const NUMBERS: &[&str] = &[
    "0",
    "1",
    "-1",
    "2.5",
    "2,5",
    "1.000",
    "1,000",
    "1e3",
    "NaN",
    "inf",
    "-inf",
    "",
    " ",
    "99999999999999999999999",
    "-0",
    "0x10",
    "½",
    "1/2",
    "1/0",
    "250ml",
    "3:10",
    "6h 30min",
    "٣",
    "1.2.3",
    "--",
    "\u{202e}5",
    "5 \u{1b}[0m",
    "0.0000001",
    "+4",
    "1_000",
];
const DATES: &[&str] = &[
    "today",
    "yesterday",
    "tomorrow",
    "2026-11-19",
    "2026-02-30",
    "1850-01-01",
    "9999-12-31",
    "0000-00-00",
    "+262143-01-01",
    "20.11.2026",
    "",
    "-1",
    "2026-11-19T00:00",
    "none",
];
const TIMES: &[&str] = &["03:10", "3:10", "24:00", "02:30 second", "second", "", "99:99", "-1", "23:59:60", "8 am"];
const WORDS: &[&str] = &[
    "calf",
    "Ramipril",
    "",
    " ",
    "\u{0}",
    "\u{1b}[2J",
    "\u{202e}evil",
    "a\nb",
    "--help",
    "-",
    "--",
    "'; DROP TABLE night; --",
    "💤",
    "none",
    "ß",
    "%s%n",
    "../../x",
    "magnesium",
];

/// What no sentence may hold: words of libraries.
const FOREIGN: &[&str] = &[
    "invalid float",
    "invalid digit",
    "number too",
    "premature end",
    "input contains invalid",
    "input is out of range",
    "trailing input",
    "panicked",
    "unwrap",
    "Err(",
    "Some(",
    "rusqlite",
    "SQLite",
    "cannot parse",
    "is not in",
];

fn filled(shape: &str, random: &mut SplitMix64) -> Vec<String> {
    let mut pick = |from: &[&str]| from[random.below(from.len())].to_owned();
    let mut words: Vec<String> = Vec::new();
    for part in shape.split(' ') {
        words.push(match part {
            "N" => pick(NUMBERS),
            "D" => pick(DATES),
            "T" => pick(TIMES),
            "W" => pick(WORDS),
            "magnesium=N" => format!("magnesium={}", pick(NUMBERS)),
            "W.svg" => "made-up.svg".to_owned(),
            plain => plain.to_owned(),
        });
    }
    if pick(&["keep", "keep", "keep", "drop"]) == "drop" {
        words.pop();
    }
    words
}

#[test]
fn made_up_arguments_are_done_refused_or_not_understood() {
    let place = Place::with_example("30", "1");
    let (mut random, mut codes) = (SplitMix64::new(13), [0_usize; 3]);
    let lists = env::var("ARGUMENT_LISTS").map_or(LISTS, |lists| lists.parse().unwrap());
    for list in 0..lists {
        let words = filled(SHAPES[list % SHAPES.len()], &mut random);
        // A zero byte cannot be an argument.
        let words: Vec<_> = words.into_iter().map(|word| word.replace('\u{0}', "\u{1}")).collect();
        let output = place.command(&words.iter().map(String::as_str).collect::<Vec<_>>()).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        let known = output.status.code().and_then(|code| usize::try_from(code).ok()).filter(|code| *code <= 2);
        let known = known.unwrap_or_else(|| panic!("{words:?}: {:?} {said}", output.status));
        codes[known] += 1;
        assert_eq!(said.is_empty(), known == 0, "{words:?}: {said}");
        assert_eq!(known == 2, is_of_understanding(&said), "{words:?}: {said}");
        for foreign in FOREIGN {
            assert!(!said.contains(foreign), "{words:?}: {said}");
        }
        assert!(!said.contains(['\u{1b}', '\u{202e}', '\u{1}']), "{words:?}: {said:?}");
    }
    assert!(codes.iter().all(|count| *count > lists / 20), "each of the exit codes occurs: {codes:?}");
}

/// What sentences say that something was not understood: what cannot be read, what names nothing or several things, and what does not go
/// together.
const NOT_UNDERSTOOD: &[&str] = &[
    "Check the day and the month",
    "error: ",
    "Usage:",
    "cannot be read",
    " can mean ",
    "is unknown",
    "is not in the guide, so say",
    "is on your list as:",
    "is the name of no warning",
    "No factor of yours is called",
    "No food is",
    "No medicine",
    "No supplement of yours is called",
    "No topic is",
    "You have no ",
    "has no portion",
    "has no effort",
    "is given twice",
    "takes no --",
    "A table is written as",
    "Charts are saved as",
    "Give the first day before",
    "Leave --",
    "Only a factor of the kind",
    "Say how long",
    "Say what to",
];

/// Whether a sentence says that something was not understood: then the exit code is 2, and otherwise 1.
pub(crate) fn is_of_understanding(said: &str) -> bool {
    NOT_UNDERSTOOD.iter().any(|words| said.contains(words))
}
