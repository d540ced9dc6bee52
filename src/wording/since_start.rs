//! Before and after a date, in words.

use super::counts::a_week;
use crate::domain::{Day, counted};
use crate::insights::SinceStart;
use crate::insights::methods::{LEAST_BLOCKS, RateStep};

/// What belongs beside every comparison of before and after.
pub const SINCE_START_CAUTION: &str = "Such a comparison notices little: in simulations, cramps that really fell to a half or a third were noticed in 10 \
     to 18 of 100 diaries. Spells come and go by themselves, and other things change as well. Only an experiment in which a coin decides when you \
     do something speaks of its effect. Never stop or change a prescribed medicine to find out: ask the doctor.";

impl SinceStart {
    /// What was found, in sentences.
    #[must_use]
    pub fn sentences(&self) -> Vec<String> {
        let mut said = Vec::new();
        if let (Some(before), Some(after)) = (self.found.before, self.found.after) {
            said.push(format!(
                "Before: {} cramps a week over {}. After, from a week on: {} a week over {}.",
                a_week(before),
                fortnights(self.found.blocks_before),
                a_week(after),
                fortnights(self.found.blocks_after)
            ));
        }
        match self.found.step {
            Some(step) => said.extend([step.words(), step.trend_words(), step.verdict().to_owned()]),
            None => said.push(self.missing_words()),
        }
        said
    }

    /// Which fortnights are missing.
    fn missing_words(&self) -> String {
        let (before, after) = (self.found.blocks_before, self.found.blocks_after);
        let has = format!(
            "Can't tell yet: four fortnights on each side are needed, of each at least seven nights logged. There are {before} before and {after} \
             after the week that is left out."
        );
        match (before < LEAST_BLOCKS, after < LEAST_BLOCKS) {
            (true, _) => format!("{has} The nights before do not come back, so that this start cannot be told."),
            (false, true) => format!("{has} There can be enough on {} if the nights are logged.", dated(self.enough_from)),
            (false, false) => has,
        }
    }
}

impl RateStep {
    /// The step with its range: "3.6 fewer a week (range 14.2 fewer to 7.0 more)".
    #[must_use]
    pub fn words(&self) -> String {
        let (low, high) = self.range;
        format!("With the trend taken out, {} cramps a week (95 % range: {} to {}).", change(self.a_week), change(low), change(high))
    }

    fn trend_words(&self) -> String {
        if self.trend.abs() < 0.05 {
            return "Beside it the nights have no trend.".to_owned();
        }
        format!("The trend beside it: {} cramps a week every four weeks.", change(self.trend))
    }

    /// What may be said: a hint at the most.
    #[must_use]
    pub fn verdict(&self) -> &'static str {
        if self.is_hint() { "Hint – may be chance." } else { "Can't tell." }
    }
}

/// "4.1 fewer", "2.0 more", "0.0 more".
fn change(a_week: f64) -> String {
    format!("{:.1} {}", a_week.abs(), if a_week < -0.05 { "fewer" } else { "more" })
}

fn fortnights(count: usize) -> String {
    counted(count, "fortnight")
}

fn dated(day: Day) -> String {
    day.date().format("%-d %b %Y").to_string()
}
