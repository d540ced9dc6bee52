//! `profile show`.

use crate::cli::text::{self, Align, TextTable};
use crate::cli::{CliError, Session};
use crate::diary::whose_reference;
use crate::domain::{Allergen, Condition, Country, Day, Diet, Period, Profile, Region, Sex};
use crate::nutrition::region_words;
use clap::Args;
use serde::Serialize;
use std::io::{self, Write};

/// What `profile show` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary profile show
  cramp-diary profile show --json")]
pub(super) struct ShowProfileArguments {
    /// For machines
    #[arg(long)]
    json: bool,
}

impl ShowProfileArguments {
    /// Prints the profile.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let diary = session.open_to_read()?;
        let (profile, today) = (diary.read().profile()?, diary.latest_day());
        if self.json {
            return Ok(text::json(out, &ProfileJson::new(&profile, today))?);
        }
        Ok(write_profile(&profile, today, out)?)
    }
}

fn write_profile(profile: &Profile, today: Day, out: &mut dyn Write) -> io::Result<()> {
    let Profile { birth_year, sex, pregnant, breastfeeding, conditions, medicine_raises_potassium, diet, avoid, region, country } = profile;
    let labels = |labels: Vec<&'static str>| if labels.is_empty() { None } else { Some(labels.join(", ")) };
    let mut table = TextTable::new([Align::Left, Align::Left]);
    for (what, answer) in [
        ("Year of birth", birth_year.map(|year| year.to_string())),
        ("Sex for reference values", sex.map(|sex| sex.label().to_owned())),
        ("Pregnant", pregnant.map(period_words)),
        ("Breastfeeding", breastfeeding.map(period_words)),
        ("Conditions", labels(conditions.iter().map(|condition| condition.label()).collect())),
        ("Medicine that raises potassium", medicine_raises_potassium.then(|| "yes".to_owned())),
        ("Diet", Some(diet.label().to_owned())),
        ("Foods to avoid", labels(avoid.iter().map(|allergen| allergen.label()).collect())),
        ("Country", country.map(|country| country.label().to_owned())),
        ("Region, if only that is said", region.map(|region| region.label().to_owned())),
    ] {
        table.row([what.to_owned(), answer.unwrap_or_else(|| "not said".to_owned())]);
    }
    table.write(out, 0)?;
    text::wrapped(out, 0, &region_words(profile))?;
    text::wrapped(out, 0, &format!("Reference values are those of {}.", whose_reference(profile, today)))
}

fn period_words(period: Period) -> String {
    period.until.map_or_else(|| format!("since {}", period.from), |until| format!("{} to {until}", period.from))
}

/// The profile as JSON; `null` is "not said".
#[derive(Debug, Serialize)]
struct ProfileJson {
    birth_year: Option<u16>,
    sex: Option<&'static str>,
    pregnant: Option<PeriodJson>,
    breastfeeding: Option<PeriodJson>,
    conditions: Vec<&'static str>,
    medicine_raises_potassium: bool,
    diet: &'static str,
    avoid: Vec<&'static str>,
    country: Option<&'static str>,
    region: Option<&'static str>,
    /// The region whose upper limits are used; `null` for the lowest of all.
    upper_limits_of: Option<&'static str>,
    /// Whose reference values are used today, in words.
    reference_values_of: String,
}

#[derive(Debug, Serialize)]
struct PeriodJson {
    from: String,
    until: Option<String>,
}

impl ProfileJson {
    fn new(profile: &Profile, today: Day) -> Self {
        let period = |period: Period| PeriodJson { from: period.from.to_string(), until: period.until.map(|day| day.to_string()) };
        Self {
            birth_year: profile.birth_year,
            sex: profile.sex.map(Sex::key),
            pregnant: profile.pregnant.map(period),
            breastfeeding: profile.breastfeeding.map(period),
            conditions: profile.conditions.iter().copied().map(Condition::key).collect(),
            medicine_raises_potassium: profile.medicine_raises_potassium,
            diet: Diet::key(profile.diet),
            avoid: profile.avoid.iter().copied().map(Allergen::key).collect(),
            country: profile.country.map(Country::key),
            region: profile.region.map(Region::key),
            upper_limits_of: profile.limits_region().map(Region::key),
            reference_values_of: whose_reference(profile, today),
        }
    }
}
