//! Twelve people over 28 mornings, nothing of which should alarm: how often a warning stands there in the morning.
//!
//! Each morning the person logs the day and the night that are over, and looks. Nobody puts a warning aside, so that one
//! which comes on a Monday is counted again on the Tuesday if it is still there.

use crate::{cli::Place, support::moment};
use chrono::{DateTime, Days, FixedOffset, NaiveDate};
use cramp_diary::{
    clock::FixedClock,
    diary::{Command, CrampCommand, Diary, DrinkCommand, NightCommand, SignCommand},
    domain::{Cramp, Day, Drink, KnownSign, Muscle, Night, NightAnswer, Severity, Side, Sign, SignKind, VolumeMl},
    guide::Urgency,
    store::{Access, Store},
};
use std::{
    collections::BTreeMap,
    fmt::{self, Write as _},
};

/// When the diary begins. Its 28 mornings are those that follow.
const BEGINS: &str = "2026-10-23T08:00:00+02:00";

const MORNINGS: u64 = 28;

/// On how many mornings of all twelve a warning may stand there if known signs are marked.
const BUDGET_MARKED: Mornings = Mornings { now: 0, same_day: 0, within_days: 4 };

/// On how many mornings it stood there when this was measured, if nobody ever marks a sign as known: a new rule may add none.
const BUDGET_UNMARKED: Mornings = Mornings { now: 19, same_day: 47, within_days: 156 };

/// A person, and what the diary hears of them.
struct User {
    who: &'static str,
    /// The first commands, parted by ` ; `.
    first: &'static str,
    /// The signs that a doctor knows and that are as always, each with its side.
    known: &'static [&'static str],
    /// What happens, and on which of the days 0 to 27: a sign, a cramp with its side and severity, a drink with its
    /// millilitres, or a command in which `{day}` is that day.
    happens: &'static [(&'static str, &'static str)],
}

const USERS: [User; 12] = [
    User {
        who: "healthy, 62",
        first: "profile set --sex female --birth-year 1964",
        known: &[],
        happens: &[
            ("cramp left 4", "2 6 9 13 16 20 23 27"),
            ("cramp right 5", "12 22"),
            ("sign muscle_pain left", "10 17"),
            ("sign fever", "18"),
            ("sign tiredness", "18 19"),
            ("drink water 1500", "0-27"),
            ("drink coffee 300", "0-27"),
        ],
    },
    User {
        who: "swollen ankles on amlodipine",
        first: "profile set --sex male --birth-year 1956 --conditions high_blood_pressure ; \
            medicine add Amlodipine --from 2023-03-01 ; medicine add Indapamide --from 2022-05-02",
        known: &["swelling both"],
        happens: &[
            ("cramp right 5", "1 5 8 15 19 26"),
            ("sign swelling both", "0-6 9-13 15 16 20-27"),
            ("sign dizziness", "12"),
            ("sign tiredness", "4 21"),
            ("drink water 1600", "0-27"),
        ],
    },
    User {
        who: "an old statin",
        first: "profile set --sex male --birth-year 1960 ; medicine add Atorvastatin --from 2021-12-16",
        known: &[],
        happens: &[
            ("cramp left 6", "0 3 4 8 11 14 15 19 21 24 27"),
            ("cramp right 4", "4 12 20"),
            ("sign muscle_pain left", "1 5 9 12 16 20 25"),
            ("sign weakness left", "5"),
            ("sign twitching", "6 7 13"),
            ("drink water 1400", "0-27"),
            ("drink beer 500", "5 12 19 26"),
        ],
    },
    User {
        who: "COPD",
        first: "profile set --sex male --birth-year 1955 --conditions lung ; medicine add Salbutamol --from 2018-02-01 ; \
            medicine add Salmeterol --from 2018-02-01",
        known: &["breathless"],
        happens: &[
            ("cramp left 5", "2 7 10 18 25"),
            ("sign breathless", "0-27"),
            ("sign tiredness", "1 3 6 10 14 18 22"),
            ("sign vomiting", "16"),
            ("sign leg_pain right", "11"),
            ("drink water 1300", "0-27"),
        ],
    },
    User {
        who: "heart failure with prescribed potassium",
        first: "profile set --sex female --birth-year 1950 --conditions heart_failure,fluid_limit ; \
            medicine add Furosemide --from 2023-04-03 ; medicine add Ramipril --from 2022-04-03 ; \
            medicine add Bisoprolol --from 2022-04-03 ; \
            supplement add 'Potassium chloride' --dose '1 tablet' --amount potassium=315mg --prescribed yes",
        known: &["swelling both", "breathless"],
        happens: &[
            ("cramp left 6", "0 2 5 9 13 17 20 22 26"),
            ("sign swelling both", "0-27"),
            ("sign breathless", "1 2 4 6 7 9 10 12 13 15 18 19 21 23 24 26"),
            ("sign tiredness", "2 9 16 23"),
            ("sign dizziness", "14"),
            ("supplement take 'Potassium chloride' --day {day}", "0-27"),
            ("drink water 1000", "0-27"),
        ],
    },
    User {
        who: "diabetes with numb feet",
        first: "profile set --sex male --birth-year 1958 --conditions diabetes,neuropathy ; medicine add Metformin --from 2015-06-01",
        known: &["numbness both"],
        happens: &[
            ("cramp left 5", "3 8 17 24"),
            ("cramp right 5", "12"),
            ("sign numbness both", "0-27"),
            ("sign tiredness", "7"),
            ("sign diarrhoea", "15"),
            ("drink water 1700", "0-27"),
        ],
    },
    User {
        who: "a blood thinner",
        first: "profile set --sex female --birth-year 1952 --conditions heart ; medicine add Apixaban --from 2021-01-11 ; \
            medicine add Bisoprolol --from 2021-01-11",
        known: &["heartbeat"],
        happens: &[
            ("cramp right 4", "4 11 19 23"),
            ("sign heartbeat", "2 3 9 12 16 21 22 26"),
            ("sign bleeding", "11 26"),
            ("sign dizziness", "6"),
            ("drink tea 1200", "0-27"),
        ],
    },
    User {
        who: "pregnant",
        first: "profile set --sex female --birth-year 1994 --pregnant-from 2026-05-10 ; \
            supplement add 'Pregnancy multivitamin' --dose '1 tablet' --amount vitamin_d=10ug",
        known: &["swelling both", "back_pain"],
        happens: &[
            ("cramp left 6", "1 4 7 9 12 18 22 25"),
            ("cramp right 5", "4 15"),
            ("sign swelling both", "6 10 11 14 17 20 21 24 26 27"),
            ("sign back_pain", "5 9 13 19 23"),
            ("sign tiredness", "0-27"),
            ("supplement take 'Pregnancy multivitamin' --day {day}", "0-27"),
            ("drink water 1800", "0-27"),
        ],
    },
    User {
        who: "a runner",
        first: "profile set --sex male --birth-year 1988",
        known: &[],
        happens: &[
            ("cramp left 6", "2 9 16 23"),
            ("cramp right 7", "9"),
            ("log strain --exercise 90 --effort hard --heat no --day {day}", "2 9 16 23"),
            ("log strain --exercise 45 --effort moderate --heat no --day {day}", "0 5 7 12 14 19 21 26"),
            ("sign muscle_pain both", "3 10 11 17 24"),
            ("sign diarrhoea", "13"),
            ("drink water 2800", "0-27"),
        ],
    },
    User {
        who: "sciatica",
        first: "profile set --sex male --birth-year 1962",
        known: &["back_pain", "numbness left", "limp"],
        happens: &[
            ("cramp left 5", "0 5 6 11 14 18 21 27"),
            ("sign back_pain", "0 1 4 5 8 9 12 15 16 20 23 24 27"),
            ("sign numbness left", "0 2 4 5 8 11 12 16 19 20 24"),
            ("sign limp", "5 16"),
            ("drink water 1500", "0-27"),
        ],
    },
    User {
        who: "kidney disease",
        first: "profile set --sex female --birth-year 1959 --conditions kidney ; medicine add Lisinopril --from 2019-08-01 ; \
            supplement add 'Magnesium citrate' --dose '1 tablet' --amount magnesium=100mg --prescribed yes",
        known: &["swelling both"],
        happens: &[
            ("cramp left 5", "1 3 8 10 15 17 22 24"),
            ("sign swelling both", "3 4 9 10 11 18 19 25"),
            ("sign tiredness", "0 4 8 12 16 20 24"),
            ("sign restless_urge", "6 20"),
            ("sign headache", "13"),
            ("supplement take 'Magnesium citrate' --day {day}", "0-27"),
            ("drink water 1400", "0-27"),
        ],
    },
    User {
        who: "migraine and coffee",
        first: "profile set --sex female --birth-year 1990",
        known: &["headache", "sight_change"],
        happens: &[
            ("cramp right 4", "6 13 20"),
            ("sign headache", "3 10 11 18 25"),
            ("sign sight_change", "10 25"),
            ("sign heartbeat", "7"),
            ("sign dizziness", "21"),
            ("drink coffee 750", "0-27"),
            ("drink water 1000", "0-27"),
        ],
    },
];

/// Mornings on which a warning of an urgency stood there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Mornings {
    now: usize,
    same_day: usize,
    within_days: usize,
}

impl Mornings {
    fn plus(self, other: Self) -> Self {
        Self { now: self.now + other.now, same_day: self.same_day + other.same_day, within_days: self.within_days + other.within_days }
    }

    fn fits(self, budget: Self) -> bool {
        self.now <= budget.now && self.same_day <= budget.same_day && self.within_days <= budget.within_days
    }
}

impl fmt::Display for Mornings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "now {}, same day {}, within days {}", self.now, self.same_day, self.within_days)
    }
}

fn begins() -> DateTime<FixedOffset> {
    moment(BEGINS)
}

/// A day of the 28, by its number.
fn date(number: u64) -> NaiveDate {
    begins().date_naive() + Days::new(number)
}

/// Whether a list such as "0-3 9" has the number.
fn is_among(number: u64, list: &str) -> bool {
    list.split_whitespace().any(|part| {
        let (from, until) = part.split_once('-').unwrap_or((part, part));
        (from.parse().unwrap()..=until.parse().unwrap()).contains(&number)
    })
}

/// A kind of sign and its side: "swelling both".
fn sign_of(words: &str) -> (SignKind, Option<Side>) {
    let (kind, side) = words.split_once(' ').map_or((words, None), |(kind, side)| (kind, Some(side)));
    (kind.parse().unwrap(), side.map(|side| side.parse().unwrap()))
}

/// What is done in the window for something that happens. Returns `None` for a command of the command line.
fn command(what: &str, on: NaiveDate) -> Option<Command> {
    let (noun, rest) = what.split_once(' ').unwrap();
    let of = || rest.split_once(' ').unwrap();
    Some(match noun {
        "sign" => {
            let (kind, side) = sign_of(rest);
            Command::Sign(SignCommand::Log(Sign { side, ..Sign::new(Day::new(on), kind) }))
        }
        "cramp" => {
            let (side, severity) = (of().0.parse().unwrap(), Severity::new(of().1.parse().unwrap()).unwrap());
            Command::Cramp(CrampCommand::Log(Cramp::new(Night::new(on), Muscle::Calf, side, severity)))
        }
        "drink" => {
            let (kind, volume) = (of().0.parse().unwrap(), VolumeMl::new(of().1.parse().unwrap()).unwrap());
            Command::Drink(DrinkCommand::Log(Drink { day: Day::new(on), kind, volume, time: None }))
        }
        _ => return None,
    })
}

/// The diary of a place under a clock that stands at this morning.
fn diary(place: &Place, morning: DateTime<FixedOffset>) -> Diary {
    Diary::new(Store::open(&place.diary(), Access::Create).unwrap(), Box::new(FixedClock(morning)))
}

/// Gives a command of the command line at this moment.
fn run(place: &Place, at: DateTime<FixedOffset>, line: &str) {
    let words = crate::scenarios::words(line);
    let mut command = place.command(&words.iter().map(String::as_str).collect::<Vec<_>>());
    command.env("CRAMP_DIARY_NOW", at.to_rfc3339()).assert().success();
}

/// The warnings of somebody's 28 mornings.
#[derive(Debug, Default)]
struct Seen {
    /// Mornings with at least one warning of an urgency.
    mornings: Mornings,
    /// On how many mornings each rule stood there, by how soon.
    rules: BTreeMap<(Urgency, &'static str), usize>,
}

impl User {
    /// Lives through the 28 mornings, with the known signs marked as known if `marks`.
    fn live(&self, marks: bool) -> Seen {
        let place = Place::at(BEGINS);
        self.first.split(" ; ").for_each(|line| run(&place, begins(), line));
        let mut begun = diary(&place, begins());
        for (kind, side) in self.known.iter().filter(|_| marks).map(|known| sign_of(known)) {
            let known = KnownSign { day: Day::new(date(0)), kind, side, known: true };
            begun.execute(Command::Sign(SignCommand::Known(known))).unwrap();
        }
        drop(begun);
        let mut seen = Seen::default();
        for number in 0..MORNINGS {
            let raised = self.morning(&place, number);
            let stands = |of: Urgency| usize::from(raised.iter().any(|(urgency, _)| *urgency == of));
            let (now, same_day, within_days) = (stands(Urgency::Now), stands(Urgency::SameDay), stands(Urgency::WithinDays));
            seen.mornings = seen.mornings.plus(Mornings { now, same_day, within_days });
            for rule in raised {
                *seen.rules.entry(rule).or_default() += 1;
            }
        }
        seen
    }

    /// Logs the day with this number and the night after it, and looks at what stands there the next morning.
    fn morning(&self, place: &Place, number: u64) -> Vec<(Urgency, &'static str)> {
        let happened = || self.happens.iter().filter(|(_, days)| is_among(number, days)).map(|(what, _)| *what);
        let (on, morning) = (date(number), begins() + Days::new(number + 1));
        for line in happened().filter(|what| command(what, on).is_none()) {
            run(place, morning, &line.replace("{day}", &on.to_string()));
        }
        let mut diary = diary(place, morning);
        let logged: Vec<_> = happened().filter_map(|what| command(what, on)).collect();
        if !logged.iter().any(|command| matches!(command, Command::Cramp(_))) {
            diary.execute(Command::Night(NightCommand::Answer(Night::new(on), NightAnswer::NoCramps))).unwrap();
        }
        for command in logged {
            diary.execute(command).unwrap();
        }
        let raised = diary.safety().unwrap().flags.into_iter().filter(|raised| raised.is_open);
        raised.map(|raised| (raised.flag.urgency, raised.flag.rule.id.as_str())).collect()
    }
}

/// The mornings of all users, and a line for each user with what stood there.
fn lives(marks: bool) -> (Mornings, String) {
    let (mut all, mut lines) = (Mornings::default(), String::new());
    for user in &USERS {
        let Seen { mornings, rules } = user.live(marks);
        let rules: Vec<_> = rules.iter().map(|((urgency, rule), mornings)| format!("{rule} {} {mornings}", urgency.key())).collect();
        _ = writeln!(lines, "{}: {mornings} ({})", user.who, rules.join(", "));
        all = all.plus(mornings);
    }
    (all, lines)
}

#[test]
fn with_known_signs_marked_hardly_anything_alarms() {
    let (all, lines) = lives(true);
    assert!(all.fits(BUDGET_MARKED), "{all} of {} mornings:\n{lines}", MORNINGS * 12);
}

#[test]
fn without_marks_no_rule_adds_to_the_alarms_that_were_measured() {
    let (all, lines) = lives(false);
    assert!(all.fits(BUDGET_UNMARKED), "{all} of {} mornings:\n{lines}", MORNINGS * 12);
}
