//! The profile: who the diary is for, as far as they care to say.

use super::parts::{chip_ui, question_ui, quiet_ui};
use super::view::SettingsView;
use crate::diary::whose_reference;
use crate::domain::{Condition, Country, Customs, DateRules, Day, Period, Profile, Region, Sex, in_order};
use crate::nutrition::{Person, region_words};
use crate::ui::widgets::{
    DateLook, Labelled, Push, TextField, card_ui, date_field_ui, day_or_none, day_text, heading_ui, text_field_ui, tick_ui, weak_label,
};
use egui::{Popup, Ui};
use egui_material_icons::icons::{ICON_EXPAND_LESS, ICON_EXPAND_MORE};

/// What is being typed or unfolded.
#[derive(Debug, Default)]
pub(super) struct ProfileCard {
    birth_year: TextField,
    periods_unfolded: bool,
    pregnant: PeriodFields,
    breastfeeding: PeriodFields,
}

#[derive(Debug, Default)]
struct PeriodFields {
    from: TextField,
    until: TextField,
}

impl ProfileCard {
    pub(super) fn ui(&mut self, ui: &mut Ui, view: SettingsView<'_>, customs: Customs, profile: &mut Profile) {
        card_ui(ui, |ui| {
            heading_ui(ui, "Profile");
            weak_label(ui, whose_words(view));
            birth_year_ui(ui, &mut self.birth_year, view.today, profile);
            sex_ui(ui, profile);
            if view.profile.sex != Some(Sex::Male) {
                self.periods_ui(ui, customs.dates_from(view.today), profile);
            }
            country_ui(ui, profile);
            conditions_ui(ui, profile);
        });
    }

    fn periods_ui(&mut self, ui: &mut Ui, dates: DateRules, profile: &mut Profile) {
        let said = profile.pregnant.is_some() || profile.breastfeeding.is_some();
        let unfolded = self.periods_unfolded || said;
        if said {
            // The fields keep the keyboard as the button goes.
            ui.skip_ahead_auto_ids(1);
        } else {
            let icon = if unfolded { ICON_EXPAND_LESS } else { ICON_EXPAND_MORE };
            if ui.add(Push::new("Pregnancy and breastfeeding").icon(icon).small().quiet()).clicked() {
                self.periods_unfolded = !self.periods_unfolded;
            }
        }
        if unfolded {
            let why = "Needs and limits are others then. Dates as you write them; no end while it goes on.";
            question_ui(ui, "When pregnant or breastfeeding", why);
            self.pregnant.ui(ui, ["Pregnant", "pregnancy"], dates, &mut profile.pregnant);
            self.breastfeeding.ui(ui, ["Breastfeeding", "breastfeeding"], dates, &mut profile.breastfeeding);
        }
    }
}

impl PeriodFields {
    /// `words` are what begins the names of the fields, "Pregnant", and what stands in errors, "pregnancy".
    fn ui(&mut self, ui: &mut Ui, words: [&'static str; 2], dates: DateRules, period: &mut Option<Period>) {
        let [label, what] = words;
        let saved = *period;
        self.from.follow(&day_text(saved.map(|period| period.from)));
        self.until.follow(&day_text(saved.and_then(|period| period.until)));
        let ended = saved.and_then(|period| period.until);
        ui.columns(2, |columns| {
            let read_from = |text: &str| {
                let from = day_or_none(text, dates)?;
                in_order(what, from, ended).map_err(|error| error.to_string()).map(|()| from)
            };
            if let Some(from) = date_ui(&mut columns[0], &mut self.from, DateLook { name: &format!("{label} from"), dates }, read_from) {
                *period = from.map(|from| Period { from, until: ended });
            }
            let began = period.map(|period| period.from);
            let read_until = |text: &str| {
                let until = day_or_none(text, dates.open())?;
                if until.is_some() && began.is_none() {
                    return Err("Give the first day before the last one.".to_owned());
                }
                in_order(what, began, until).map_err(|error| error.to_string()).map(|()| until)
            };
            if let Some(until) =
                date_ui(&mut columns[1], &mut self.until, DateLook { name: &format!("{label} until"), dates: dates.open() }, read_until)
                && let Some(period) = period
            {
                period.until = until;
            }
        });
    }
}

fn date_ui<T>(ui: &mut Ui, field: &mut TextField, look: DateLook<'_>, read: impl Fn(&str) -> Result<T, String>) -> Option<T> {
    ui.vertical(|ui| {
        ui.label(look.name);
        date_field_ui(ui, field, look, read)
    })
    .inner
}

/// Asks for the year of birth.
pub(super) fn birth_year_ui(ui: &mut Ui, field: &mut TextField, today: Day, profile: &mut Profile) {
    question_ui(ui, "Year of birth", "Needs and limits change with age. Only the year is asked.");
    field.follow(&profile.birth_year.map_or_else(String::new, |year| year.to_string()));
    let read = |text: &str| read_year(text, today);
    if let Some(year) = text_field_ui(ui, field, Labelled::unseen("Year of birth").width(64.0), read) {
        profile.birth_year = year;
    }
}

/// Asks for the sex for reference values.
pub(super) fn sex_ui(ui: &mut Ui, profile: &mut Profile) {
    question_ui(ui, "Sex for reference values", "The tables differ for women and men.");
    ui.horizontal_wrapped(|ui| {
        for &sex in Sex::ALL {
            if chip_ui(ui, sex.label(), sex.label(), profile.sex == Some(sex)) {
                profile.set_sex(Some(sex));
            }
        }
        if chip_ui(ui, "Not said", "Sex not said", profile.sex.is_none()) {
            profile.set_sex(None);
        }
    });
}

/// Asks what must not be overlooked.
pub(super) fn conditions_ui(ui: &mut Ui, profile: &mut Profile) {
    question_ui(ui, "Conditions that a doctor named", "What may do harm with them is not suggested.");
    ui.horizontal_wrapped(|ui| {
        for &condition in Condition::ALL {
            let has = profile.conditions.contains(&condition);
            if chip_ui(ui, condition.label(), condition.label(), has) && !profile.conditions.remove(&condition) {
                profile.conditions.insert(condition);
            }
        }
    });
    if tick_ui(ui, profile.medicine_raises_potassium, "I take a medicine that raises potassium").clicked() {
        profile.medicine_raises_potassium = !profile.medicine_raises_potassium;
    }
    quiet_ui(
        ui,
        "ACE inhibitors such as ramipril, sartans such as losartan, spironolactone, eplerenone, amiloride, trimethoprim, ciclosporin, heparins. If none of your medicines is listed, foods rich in potassium are then not suggested.",
    );
}

/// The one question about where the person lives: a button with the answer, which opens the list of countries.
fn country_ui(ui: &mut Ui, profile: &mut Profile) {
    question_ui(ui, "Country", "Upper limits, reference intakes, the drinking goal and numbers for help follow from it.");
    let answer = answer_words(profile);
    let button = ui.add(Push::new(&answer).name(&format!("Country: {answer}")).icon(ICON_EXPAND_MORE).small());
    Popup::menu(&button).accessible_name("Country").show(|ui| countries_ui(ui, profile));
    quiet_ui(ui, &region_words(profile));
}

/// The list of countries, "Not said", and the region for whoever said one before.
fn countries_ui(ui: &mut Ui, profile: &mut Profile) {
    const WIDTH: f32 = 400.0;
    let said = (profile.country, profile.region);
    let mut answer = None;
    ui.set_width(WIDTH);
    ui.horizontal_wrapped(|ui| {
        if chip_ui(ui, "Not said", "Country not said", said == (None, None)) {
            answer = Some((None, None));
        }
        if let Some(region) = profile.region {
            let words = region_only(region);
            if chip_ui(ui, &words, &words, profile.country.is_none()) {
                answer = Some((None, Some(region)));
            }
        }
        for &country in Country::ALL {
            if chip_ui(ui, country.label(), country.label(), profile.country == Some(country)) {
                answer = Some((Some(country), profile.region));
            }
        }
    });
    if let Some(answer) = answer {
        (profile.country, profile.region) = answer;
        ui.close();
    }
}

fn answer_words(profile: &Profile) -> String {
    let country = profile.country.map(|country| country.label().to_owned());
    country.or_else(|| profile.region.map(region_only)).unwrap_or_else(|| "not said".to_owned())
}

fn region_only(region: Region) -> String {
    format!("Only the region: {}", region.label())
}

/// A sentence about whose reference values are used.
fn whose_words(view: SettingsView<'_>) -> String {
    let whose = whose_reference(view.profile, view.today);
    let person = Person::on(view.profile, view.today);
    if (Person { mostly_plants: false, ..person }) == Person::default() {
        format!("All of it is optional. Without it, the values of {whose}, are used.")
    } else {
        format!("All of it is optional. Your reference values are those of {whose}.")
    }
}

fn read_year(text: &str, today: Day) -> Result<Option<u16>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    Profile::read_birth_year(text, today).map(Some).map_err(|error| error.to_string())
}
