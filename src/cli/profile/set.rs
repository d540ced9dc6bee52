//! `profile set`: parts of the profile; what is not named stays.

use crate::cli::flag_notices::write_newly_raised;
use crate::cli::options::{Answer, one_of, unless_none};
use crate::cli::{CliError, Session, text};
use crate::diary::{ChoiceCommand, Command, whose_reference};
use crate::domain::{Allergen, Condition, Country, Customs, Day, Diet, Period, Profile, Region, Sex, UnknownKey};
use crate::nutrition::region_words;
use clap::Args;
use std::collections::BTreeSet;
use std::io::Write;
use std::str::FromStr;

/// What `profile set` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary profile set --birth-year 1968 --sex female --country de
  cramp-diary profile set --conditions kidney,diabetes --potassium-medicine yes
  cramp-diary profile set --diet vegetarian --avoid nuts,peanuts
  cramp-diary profile set --pregnant-from 2026-03-01 --pregnant-until 2026-11-28
  cramp-diary profile set --birth-year none

A list replaces the one before. \"none\" takes an answer back.
Medicines that raise potassium: ACE inhibitors such as ramipril, sartans such as losartan,
spironolactone, eplerenone, amiloride, trimethoprim, ciclosporin, heparins.")]
pub(super) struct SetProfileArguments {
    /// Needs and limits change with age
    #[arg(long, value_name = "YEAR", allow_hyphen_values = true)]
    birth_year: Option<String>,

    #[arg(long, value_name = "SEX", help = one_of("For reference values, one of", Sex::ALL.iter().map(|sex| sex.key())))]
    sex: Option<String>,

    /// The first day of a pregnancy
    #[arg(long, value_name = "DATE")]
    pregnant_from: Option<String>,

    /// Its last day
    #[arg(long, value_name = "DATE")]
    pregnant_until: Option<String>,

    /// The first day of breastfeeding
    #[arg(long, value_name = "DATE")]
    breastfeeding_from: Option<String>,

    /// Its last day
    #[arg(long, value_name = "DATE")]
    breastfeeding_until: Option<String>,

    #[arg(long, value_name = "LIST", help = one_of("Some of", Condition::ALL.iter().map(|condition| condition.key())))]
    conditions: Option<String>,

    /// Whether you take a medicine that raises potassium
    #[arg(long, value_name = "yes|no", hide_possible_values = true)]
    potassium_medicine: Option<Answer>,

    #[arg(long, value_name = "DIET", help = one_of("One of", Diet::ALL.iter().map(|diet| diet.key())))]
    diet: Option<String>,

    #[arg(long, value_name = "LIST", help = one_of("Foods to avoid", Allergen::ALL.iter().map(|allergen| allergen.key())))]
    avoid: Option<String>,

    #[arg(long, value_name = "COUNTRY", help = one_of("Where you live, one of", Country::KEYS.iter().copied()))]
    country: Option<String>,

    #[arg(long, value_name = "REGION", help = one_of("If you say only the region, one of", Region::ALL.iter().map(|region| region.key())))]
    region: Option<String>,
}

impl SetProfileArguments {
    /// Sets it and says whose reference values are used from now on.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let mut diary = session.open_to_write()?;
        let before = diary.read().profile()?;
        let region_given = self.region.is_some();
        let (named, profile) = self.applied_to(before, diary.latest_day())?;
        if !named {
            return Err(CliError::Usage("Say what to set, for example --birth-year 1968. All of it: --help".to_owned()));
        }
        let raised_before = diary.safety()?;
        let done = diary.execute(Command::Choice(ChoiceCommand::Profile(Box::new(profile.clone()))))?;
        writeln!(out, "{}.", done.what)?;
        let whose = whose_reference(&profile, diary.latest_day());
        text::wrapped(out, 0, &format!("Reference values are those of {whose}."))?;
        text::wrapped(out, 0, &region_words(&profile))?;
        if let (true, Some(country)) = (region_given, profile.country) {
            let country = country.label();
            text::wrapped(out, 0, &format!("Your country, {country}, decides. The region counts after: profile set --country none"))?;
        }
        write_newly_raised(&raised_before, &diary, out)
    }

    /// The changed profile, and whether any argument was given.
    fn applied_to(self, mut profile: Profile, today: Day) -> Result<(bool, Profile), CliError> {
        let dates = Customs::of_country(profile.country).dates_from(today);
        let mut named = false;
        let mut given = |answer: Option<String>| {
            named |= answer.is_some();
            answer
        };
        if let Some(year) = given(self.birth_year) {
            profile.birth_year = unless_none(&year).map(|year| read_year(year, today)).transpose()?;
        }
        if let Some(sex) = given(self.sex) {
            profile.set_sex(unless_none(&sex).map(str::parse).transpose()?);
        }
        for (what, from, until, period) in [
            ("pregnant", self.pregnant_from, self.pregnant_until, &mut profile.pregnant),
            ("breastfeeding", self.breastfeeding_from, self.breastfeeding_until, &mut profile.breastfeeding),
        ] {
            if let Some(from) = given(from) {
                let until = period.and_then(|period| period.until);
                *period = unless_none(&from).map(|text| dates.read(text)).transpose()?.map(|from| Period { from, until });
            }
            if let Some(until) = given(until) {
                let until = unless_none(&until).map(|text| dates.open().read(text)).transpose()?;
                let first = || CliError::Usage(format!("Give the first day before the last one: --{what}-from DATE"));
                match period {
                    Some(period) => period.until = until,
                    None if until.is_none() => {}
                    None => return Err(first()),
                }
            }
        }
        if let Some(list) = given(self.conditions) {
            profile.conditions = read_list(&list)?;
        }
        if let Some(diet) = given(self.diet) {
            profile.diet = unless_none(&diet).map(str::parse).transpose()?.unwrap_or_default();
        }
        if let Some(list) = given(self.avoid) {
            profile.avoid = read_list(&list)?;
        }
        if let Some(country) = given(self.country) {
            profile.country = unless_none(&country).map(str::parse).transpose()?;
        }
        if let Some(region) = given(self.region) {
            profile.region = unless_none(&region).map(str::parse).transpose()?;
        }
        if let Some(answer) = self.potassium_medicine {
            (named, profile.medicine_raises_potassium) = (true, answer.is_yes());
        }
        Ok((named, profile))
    }
}

fn read_year(text: &str, today: Day) -> Result<u16, CliError> {
    Ok(Profile::read_birth_year(text, today)?)
}

fn read_list<T: FromStr<Err = UnknownKey> + Ord>(text: &str) -> Result<BTreeSet<T>, CliError> {
    let Some(list) = unless_none(text) else { return Ok(BTreeSet::new()) };
    Ok(list.split(',').filter(|word| !word.trim().is_empty()).map(str::parse).collect::<Result<_, _>>()?)
}
