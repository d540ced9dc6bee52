//! The command line: a file for each command.
//!
//! Text for people, or JSON with `--json`, goes to standard output. Errors go to standard error, each as one sentence. Exit codes:
//! 0 done, 1 refused or failed, 2 not understood; [`CliError`] has the rule.

mod advise;
mod asides;
mod backup;
mod before_after;
mod chart;
mod check;
mod dates;
mod encryption;
mod error;
mod example;
mod export;
mod factor;
mod find_by_name;
mod find_food;
mod flag_notices;
mod flags;
mod foods;
mod guide;
mod import;
mod insight;
mod insight_keys;
mod intake;
mod links;
mod log;
mod meant;
mod medicine;
mod merge;
mod opened;
mod options;
mod password;
mod printed;
mod profile;
mod range;
mod restore;
mod salvage;
mod session;
mod show;
mod sign;
mod summary;
mod supplement;
mod sync;
mod text;

pub use error::CliError;
pub use session::{ForWindow, Session};

use asides::Asides;
use clap::{Parser, Subcommand};
use printed::Printed;
use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

/// The names of the commands. All of them work without a window.
pub const COMMANDS: &[&str] = &[
    "log",
    "show",
    "chart",
    "summary",
    "links",
    "before-after",
    "foods",
    "intake",
    "advise",
    "guide",
    "supplement",
    "medicine",
    "sign",
    "factor",
    "flags",
    "profile",
    "check",
    "export",
    "import",
    "merge",
    "sync",
    "backup",
    "backups",
    "restore",
    "salvage",
    "example",
];

/// Commands that work, but that no help lists: they are for whoever changes the program.
pub const HIDDEN_COMMANDS: &[&str] = &["insight"];

/// What the arguments led to.
#[derive(Debug)]
pub enum Outcome {
    /// A command was carried out or refused, and its output was written.
    Done(ExitCode),
    /// No command was given, so the window should be opened.
    Window(Session),
}

/// Carries out what the arguments ask for, the program's name first.
pub fn run(arguments: impl IntoIterator<Item = OsString>, out: &mut dyn Write, err: &mut dyn Write) -> Outcome {
    let asides = Asides::default();
    let (out, err) = (&mut Printed(out), &mut Printed(err));
    let result = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments.run(out, asides.clone()),
        Err(error) if error.use_stderr() => {
            let Some(of_value) = CliError::of_value(&error) else {
                _ = write!(err, "{error}");
                return Outcome::Done(exit_code(error.exit_code()));
            };
            Err(of_value)
        }
        // Asked for --help or --version.
        Err(error) => write!(out, "{error}").map(|()| None).map_err(CliError::Output),
    };
    for aside in asides.take() {
        _ = writeln!(err, "cramp-diary: {aside}");
    }
    match result.and_then(|session| out.flush().map(|()| session).map_err(CliError::Output)) {
        Ok(Some(session)) => Outcome::Window(session),
        Ok(None) => Outcome::Done(ExitCode::SUCCESS),
        Err(error) => {
            if !error.is_closed_pipe() {
                let ways = error.ways_on().map(|ways| format!(" {ways}")).unwrap_or_default();
                _ = writeln!(err, "cramp-diary: {error}{ways}");
            }
            Outcome::Done(error.exit_code())
        }
    }
}

fn exit_code(code: i32) -> ExitCode {
    u8::try_from(code).map_or(ExitCode::FAILURE, ExitCode::from)
}

/// A private diary for people whose legs or feet cramp at night.
///
/// Without a command the window opens. The commands do the same without one, for scripts and reminders.
#[derive(Debug, Parser)]
#[command(name = "cramp-diary", version, after_help = AFTER_HELP)]
struct Arguments {
    /// The diary file [default: a file in your data folder]
    #[arg(long, value_name = "FILE", global = true)]
    diary: Option<PathBuf>,

    #[command(subcommand)]
    command: Option<Command>,
}

const AFTER_HELP: &str = "\
Examples:
  cramp-diary                                   open the window
  cramp-diary log none                          no cramps last night
  cramp-diary log cramp --muscle calf --side left --severity 6 --at 03:10
  cramp-diary log drink water 250ml
  cramp-diary supplement take --all             everything that is taken every day
  cramp-diary show                              the last night and the day before it
  cramp-diary summary --against before          four weeks, beside the four before
  cramp-diary export json diary.json            everything, to keep or to take along
  cramp-diary example --nights 400 --seed 1 example.sqlite

Environment:
  CRAMP_DIARY_FILE     the diary file, where --diary names none
  CRAMP_DIARY_CONFIG   the folder of what this computer knows of a diary, such as where backups
                       go too [default: a folder among your settings]
  CRAMP_DIARY_NOW      the present moment, such as 2026-11-20T08:00:00+01:00, or without the
                       offset in the time zone TZ; for tests and pictures

Exit code: 0 done; 1 refused or failed, having changed nothing; 2 not understood, such as a word or
name that is unknown or means several things.
Cramp Diary is not a medical device. It keeps everything on this computer.";

#[derive(Debug, Subcommand)]
enum Command {
    /// Log a night, a cramp, a drink, stretching, a food, strain or a note
    Log(log::LogArguments),
    /// Show a night and the day before it
    Show(show::ShowArguments),
    /// Draw a chart into a file, or print its figures
    Chart(chart::ChartArguments),
    /// The figures that trials report, over a range of nights
    Summary(summary::SummaryArguments),
    /// What goes with your cramps, and how sure that is
    Links(links::LinksArguments),
    /// The nights before something began, beside those after it
    BeforeAfter(before_after::BeforeAfterArguments),
    /// Search foods, rank them by a nutrient, or show what is in one
    Foods(foods::FoodsArguments),
    /// What food, drink and supplements held, against the reference
    Intake(intake::IntakeArguments),
    /// Foods for what the diary is short of
    Advise(advise::AdviseArguments),
    /// What is known about cramps, and how well: read a topic, or find words
    Guide(guide::GuideArguments),
    /// The supplements that you take, and what was taken
    Supplement(supplement::SupplementArguments),
    /// The medicines that you take or took, their links with cramps, and what to mind
    Medicine(medicine::MedicineArguments),
    /// What you noticed besides cramps: swelling, tingling, fever and more
    Sign(sign::SignArguments),
    /// Factors of your own, answered with yes or no, a number, or 0 to 10
    Factor(factor::FactorArguments),
    /// What in the diary may need a doctor, and what to ask there
    Flags(flags::FlagsArguments),
    /// Who the diary is for, as far as you care to say
    Profile(profile::ProfileArguments),
    /// Look whether the diary is sound, and what of it cannot be read
    Check(check::CheckArguments),
    /// Write all of the diary, or a part of it, into files that other programs read
    Export(export::ExportArguments),
    /// Take in what an export or another diary holds
    Import(import::ImportFileArguments),
    /// Take in what another diary of yours holds
    Merge(merge::MergeArguments),
    /// Bring the diaries of your computers together, through a folder
    Sync(sync::SyncArguments),
    /// Make a backup, and restore it in a trial
    Backup(backup::BackupArguments),
    /// List the backups, and what each holds
    Backups(backup::BackupsArguments),
    /// Put a backup in the place of the diary
    Restore(restore::RestoreArguments),
    /// Get back what can be read of a damaged diary, into a new one
    Salvage(salvage::SalvageArguments),
    /// Make a diary with made-up nights to look around in
    Example(example::ExampleArguments),
    /// The methods of insights, beside a second computation
    #[command(hide = true)]
    Insight(insight::InsightArguments),
}

impl Arguments {
    /// Carries the command out; without one, hands the session back for the window.
    fn run(self, out: &mut dyn Write, asides: Asides) -> Result<Option<Session>, CliError> {
        let session = Session::from_environment(self.diary, asides)?;
        match self.command {
            None => return Ok(Some(session)),
            Some(Command::Log(arguments)) => arguments.run(session, out),
            Some(Command::Show(arguments)) => arguments.run(session, out),
            Some(Command::Chart(arguments)) => arguments.run(session, out),
            Some(Command::Summary(arguments)) => arguments.run(session, out),
            Some(Command::Links(arguments)) => arguments.run(session, out),
            Some(Command::BeforeAfter(arguments)) => arguments.run(session, out),
            Some(Command::Foods(arguments)) => arguments.run(session, out),
            Some(Command::Intake(arguments)) => arguments.run(session, out),
            Some(Command::Advise(arguments)) => arguments.run(session, out),
            Some(Command::Guide(arguments)) => arguments.run(session, out),
            Some(Command::Supplement(arguments)) => arguments.run(session, out),
            Some(Command::Medicine(arguments)) => arguments.run(session, out),
            Some(Command::Sign(arguments)) => arguments.run(session, out),
            Some(Command::Factor(arguments)) => arguments.run(session, out),
            Some(Command::Flags(arguments)) => arguments.run(session, out),
            Some(Command::Profile(arguments)) => arguments.run(session, out),
            Some(Command::Check(arguments)) => arguments.run(session, out),
            Some(Command::Export(arguments)) => arguments.run(session, out),
            Some(Command::Import(arguments)) => arguments.run(session, out),
            Some(Command::Merge(arguments)) => arguments.run(session, out),
            Some(Command::Sync(arguments)) => arguments.run(session, out),
            Some(Command::Backup(arguments)) => arguments.run(session, out),
            Some(Command::Backups(arguments)) => arguments.run(session, out),
            Some(Command::Restore(arguments)) => arguments.run(session, out),
            Some(Command::Salvage(arguments)) => arguments.run(out),
            Some(Command::Example(arguments)) => arguments.run(session, out),
            Some(Command::Insight(arguments)) => arguments.run(out),
        }?;
        Ok(None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn the_arguments_are_sound_and_every_command_is_named_and_has_examples() {
        let mut command = Arguments::command();
        command.build();
        command.clone().debug_assert();
        let names: Vec<_> = command.get_subcommands().map(clap::Command::get_name).filter(|name| *name != "help").collect();
        assert_eq!(names, [COMMANDS, HIDDEN_COMMANDS].concat());
        check_examples(&command);
    }

    /// Every command's help ends with examples, and no line of it is wider than 100 columns.
    fn check_examples(command: &clap::Command) {
        for help in [command.clone().render_help(), command.clone().render_long_help()].map(|help| help.to_string()) {
            assert!(help.contains("Example"), "{} has no examples", command.get_name());
            for line in help.lines() {
                assert!(line.chars().count() <= text::WIDTH, "{line}");
            }
        }
        command.get_subcommands().filter(|command| command.get_name() != "help").for_each(check_examples);
    }
}
