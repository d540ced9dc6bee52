//! `log cramp`: one cramp of a night.

use super::logged::Logged;
use crate::cli::CliError;
use crate::cli::dates::{self, At, NamedDate};
use crate::cli::options::{Answer, one_of};
use crate::diary::{Command, CrampCommand, Diary};
use crate::domain::{Cramp, CrampTime, Minutes, Muscle, Relief, Side, Tried};
use clap::Args;

/// What `log cramp` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary log cramp --muscle calf --side left --severity 6
  cramp-diary log cramp --muscle sole --side both --severity 3 --at 04:30 --about --minutes 2
  cramp-diary log cramp --muscle calf --side right --severity 8 --woke --knot --tried stretch=yes \\
      --tried massage=some --note \"After gardening\" --night 2026-11-19

Severity: 1 to 3 mild, sleep goes on; 4 to 6 moderate, wakes you; 7 to 10 severe.
What is left out stays \"not said\".")]
pub(super) struct LogCramp {
    #[arg(long, help = one_of("Where", Muscle::ALL.iter().map(|muscle| muscle.key())))]
    muscle: String,

    #[arg(long, help = one_of("On which side", Side::ALL.iter().map(|side| side.key())))]
    side: String,

    /// How bad, 0 to 10
    #[arg(long, value_name = "NUMBER", allow_hyphen_values = true)]
    severity: String,

    /// When it began: 3:10, 0310, "3 am"; of two, "02:30 second"
    #[arg(long, value_name = "TIME")]
    at: Option<At>,

    /// The time is only about right
    #[arg(long, requires = "at")]
    about: bool,

    /// How long it lasted, 0.1 to 180 minutes
    #[arg(long, value_name = "NUMBER", allow_hyphen_values = true)]
    minutes: Option<Minutes>,

    /// It woke you, or with "=no" it did not
    #[arg(long, value_name = "yes|no", hide_possible_values = true, num_args = 0..=1, require_equals = true, default_missing_value = "yes")]
    woke: Option<Answer>,

    /// A hard knot could be felt, or with "=no" not
    #[arg(long, value_name = "yes|no", hide_possible_values = true, num_args = 0..=1, require_equals = true, default_missing_value = "yes")]
    knot: Option<Answer>,

    /// The muscle was sore the next day, or with "=no" not
    #[arg(long, value_name = "yes|no", hide_possible_values = true, num_args = 0..=1, require_equals = true, default_missing_value = "yes")]
    sore: Option<Answer>,

    #[arg(long, value_name = "WHAT[=yes|some|no]", help = tried_help())]
    tried: Vec<String>,

    /// Free words
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    note: String,

    /// The night, by the date of its evening [default: last night]
    #[arg(long, value_name = "DATE")]
    night: Option<NamedDate>,
}

impl LogCramp {
    /// The command that logs the cramp.
    pub(super) fn command(self, diary: &Diary) -> Result<Logged, CliError> {
        let is_named = self.night.is_some();
        let (night, time) = match &self.at {
            None => (dates::night(diary, self.night.as_ref())?, CrampTime::Unknown),
            Some(at) => {
                let (night, moment) = dates::night_at(diary, self.night.as_ref(), at)?;
                let is_about = self.about || at.is_about();
                (night, if is_about { CrampTime::About(moment) } else { CrampTime::Exact(moment) })
            }
        };
        let mut cramp = Cramp::new(night, self.muscle.parse()?, self.side.parse()?, self.severity.parse()?);
        cramp.time = time;
        cramp.duration = self.minutes;
        cramp.woke_me = self.woke.map(Answer::is_yes);
        cramp.hard_knot = self.knot.map(Answer::is_yes);
        cramp.sore_next_day = self.sore.map(Answer::is_yes);
        cramp.tried = tried(&self.tried)?;
        self.note.trim().clone_into(&mut cramp.note);
        let of = if is_named || night == diary.asked_night()? { String::new() } else { format!(", {}", night.label()) };
        Ok(Logged { commands: vec![Command::Cramp(CrampCommand::Log(cramp))], of })
    }
}

fn tried_help() -> String {
    let what = one_of("What you tried", Relief::ALL.iter().map(|relief| relief.key()));
    format!("{what};\nand whether it helped; may be given several times")
}

/// Reads words such as "stretch=yes" or "stretch". Each may occur once.
fn tried(words: &[String]) -> Result<Vec<Tried>, CliError> {
    let mut all: Vec<Tried> = Vec::new();
    for word in words {
        let (relief, helped) = word.split_once('=').map_or((word.as_str(), None), |(relief, helped)| (relief, Some(helped)));
        let tried = Tried { relief: relief.parse()?, helped: helped.map(str::parse).transpose()? };
        if all.iter().any(|known| known.relief == tried.relief) {
            return Err(CliError::Usage(format!("--tried {} is given twice. Give it once.", tried.relief.key())));
        }
        all.push(tried);
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Helped;

    #[test]
    fn what_was_tried_may_say_whether_it_helped() {
        let read = |words: &[&str]| tried(&words.iter().map(|&word| word.to_owned()).collect::<Vec<_>>());
        let both = read(&["stretch=yes", "Heat"]).unwrap();
        assert_eq!(both, [Tried { relief: Relief::Stretch, helped: Some(Helped::Yes) }, Tried { relief: Relief::Heat, helped: None }]);
        for (words, message) in [
            (["prayer"].as_slice(), "prayer"),
            (&["stretch=perhaps"], "\"perhaps\" is unknown"),
            (&["heat", "heat=no"], "heat is given twice"),
        ] {
            assert!(read(words).unwrap_err().to_string().contains(message), "{words:?}");
        }
    }
}
