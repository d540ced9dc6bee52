//! What the person says of themselves and chooses: the profile, the settings, the panels of the trends.

use super::one_change::only_change;
use crate::diary::DiaryError;
use crate::diary::work::{Commands, Work};
use crate::domain::{Factor, Measure, Panels, Period, Profile, Settings, in_order};
use crate::store::{Reader, StoreError};

/// Replaces something that there is one of.
#[derive(Debug, Clone, PartialEq)]
pub enum ChoiceCommand {
    /// Chooses the panels of the trends, from top to bottom; `None` goes back to the usual ones.
    Panels(Option<Vec<Measure>>),
    /// Replaces the profile.
    Profile(Box<Profile>),
    /// Replaces the settings.
    Settings(Settings),
}

impl Commands for ChoiceCommand {
    fn describe(&self) -> String {
        match self {
            Self::Panels(Some(_)) => "Chose the panels of the trends",
            Self::Panels(None) => "Went back to the usual panels",
            Self::Profile(_) => "Changed the profile",
            Self::Settings(_) => "Changed the settings",
        }
        .to_owned()
    }

    fn words(&self, read: Reader<'_>) -> Result<String, StoreError> {
        let part = match self {
            Self::Panels(_) => None,
            Self::Profile(after) => {
                let before = read.profile()?;
                only_change([
                    (before.birth_year != after.birth_year, "the year of birth"),
                    (before.pregnant != after.pregnant, "the dates of pregnancy"),
                    (before.breastfeeding != after.breastfeeding, "the dates of breastfeeding"),
                    (untyped(&before) != untyped(after), "the profile"),
                ])
            }
            Self::Settings(after) => {
                let before = read.settings()?;
                only_change([
                    (before.rules.night_starts != after.rules.night_starts, "the hour at which a night begins"),
                    (before.rules.day_ends != after.rules.day_ends, "the hour until which a day lasts"),
                    (before.hydration_goal_ml != after.hydration_goal_ml, "the drinking goal"),
                    (before.theme != after.theme, "the look"),
                ])
            }
        };
        Ok(part.map_or_else(|| self.describe(), |part| format!("Changed {part}")))
    }

    fn run(self, work: &mut Work<'_, '_>) -> Result<(), DiaryError> {
        match self {
            Self::Panels(panels) => work.choose_panels(panels),
            Self::Profile(profile) => work.change_profile(*profile),
            Self::Settings(settings) => Ok(work.tx.put_single(settings, work.now)?),
        }
    }
}

/// The profile without what is typed into fields.
fn untyped(profile: &Profile) -> Profile {
    Profile { birth_year: None, pregnant: None, breastfeeding: None, ..profile.clone() }
}

impl Work<'_, '_> {
    fn change_profile(&mut self, profile: Profile) -> Result<(), DiaryError> {
        let saved = self.read().profile()?;
        for (what, period, saved) in
            [("pregnancy", profile.pregnant, saved.pregnant), ("breastfeeding", profile.breastfeeding, saved.breastfeeding)]
        {
            let ends = |period: Option<Period>| [period.map(|period| period.from), period.and_then(|period| period.until)];
            self.ensure_can_be_planned(ends(period), ends(saved))?;
            in_order(what, period.map(|period| period.from), period.and_then(|period| period.until))?;
        }
        if let Some(year) = profile.birth_year {
            Profile::born_by(u32::from(year), self.latest_day)?;
        }
        Ok(self.tx.put_single(profile, self.now)?)
    }

    fn choose_panels(&mut self, panels: Option<Vec<Measure>>) -> Result<(), DiaryError> {
        if panels.as_ref().is_some_and(Vec::is_empty) {
            return Err(DiaryError::NoPanels);
        }
        let chosen = panels.as_deref().unwrap_or_default();
        for (place, panel) in chosen.iter().enumerate() {
            let mut label = panel.label().to_owned();
            if let Measure::Own(factor) = panel {
                self.entry::<Factor>(*factor)?.value.name.as_str().clone_into(&mut label);
            }
            if chosen[..place].contains(panel) {
                return Err(DiaryError::PanelTwice { label });
            }
        }
        Ok(self.tx.put_single(Panels(panels), self.now)?)
    }
}
