//! `flags` and `flags questions`: what is raised, and words for the doctor.

use crate::cli::{CliError, Session, text};
use crate::diary::{Raised, Safety};
use crate::guide::{Source, cited, review_words};
use clap::Args;
use serde::Serialize;
use std::io::{self, Write};

/// What `flags` takes without a command.
#[derive(Debug, Args)]
pub(super) struct ListFlags {
    /// Those that you acknowledged too
    #[arg(long)]
    all: bool,

    /// For machines: all of them, with their state
    #[arg(long)]
    json: bool,
}

/// What `flags questions` takes.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  cramp-diary flags questions > for-the-doctor.txt")]
pub(super) struct ListQuestions;

#[derive(Debug, Serialize)]
struct FlagJson<'a> {
    flag: &'a str,
    urgency: &'static str,
    title: &'a str,
    because: Vec<CauseJson<'a>>,
    act: &'a str,
    tell: String,
    sources: &'a [&'static Source],
    latest_day: String,
    acknowledged: bool,
    notes: Vec<NoteJson<'a>>,
}

#[derive(Debug, Serialize)]
struct CauseJson<'a> {
    day: Option<String>,
    words: &'a str,
}

#[derive(Debug, Serialize)]
struct NoteJson<'a> {
    day: String,
    note: &'a str,
}

impl<'a> FlagJson<'a> {
    fn new(Raised { flag, act, notes, is_open }: &'a Raised) -> Self {
        Self {
            flag: &flag.rule.id,
            urgency: flag.urgency.key(),
            title: &flag.rule.title,
            because: flag.causes.iter().map(|cause| CauseJson { day: cause.day.map(|day| day.to_string()), words: &cause.words }).collect(),
            act,
            tell: flag.tell(),
            sources: &flag.rule.sources,
            latest_day: flag.latest.to_string(),
            acknowledged: !is_open,
            notes: notes.iter().map(|said| NoteJson { day: said.day.to_string(), note: &said.note }).collect(),
        }
    }
}

impl ListFlags {
    /// Prints them, the most urgent first.
    pub(super) fn run(&self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let safety = session.open_to_read()?.safety()?;
        if self.json {
            return Ok(text::json(out, &safety.flags.iter().map(FlagJson::new).collect::<Vec<_>>())?);
        }
        Ok(self.write(&safety, out)?)
    }

    fn write(&self, safety: &Safety, out: &mut dyn Write) -> io::Result<()> {
        let shown: Vec<_> = safety.flags.iter().filter(|raised| self.all || raised.is_open).collect();
        let known = safety.flags.len() - shown.len();
        for sign in &safety.alarming {
            text::wrapped(out, 0, &safety.alarm_words(sign))?;
            writeln!(out)?;
        }
        if shown.is_empty() && safety.alarming.is_empty() {
            writeln!(out, "Nothing that was logged raises a flag{}.", if known > 0 { " that you have not acknowledged" } else { "" })?;
            text::wrapped(out, 0, "That does not mean that all is well: cramp-diary guide when-to-see-a-doctor")?;
        }
        for (place, raised) in shown.iter().enumerate() {
            if place > 0 {
                writeln!(out)?;
            }
            write_flag(raised, out)?;
        }
        if !shown.is_empty() {
            writeln!(out, "\n{}", review_words())?;
        }
        if known > 0 { writeln!(out, "\n{known} acknowledged; cramp-diary flags --all shows them.") } else { Ok(()) }
    }
}

fn write_flag(Raised { flag, act, notes, is_open: _ }: &Raised, out: &mut dyn Write) -> io::Result<()> {
    text::wrapped(out, 0, &format!("{}: {} ({})", flag.urgency.label(), flag.rule.title, flag.rule.id))?;
    text::wrapped(out, 2, &format!("Because: {}.", flag.because().join("; ")))?;
    text::wrapped(out, 2, &format!("Do: {act}"))?;
    text::wrapped(out, 2, &format!("Tell: {}", flag.tell()))?;
    text::wrapped(out, 2, &cited(&flag.rule.sources))?;
    for said in notes {
        text::wrapped(out, 2, &format!("You noted on {}: {}", said.day.label(), said.note))?;
    }
    Ok(())
}

impl ListQuestions {
    /// Prints the text to copy.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let Self = self;
        let diary = session.open_to_read()?;
        for line in diary.words_for_the_doctor(&diary.safety()?)?.lines() {
            text::wrapped(out, 0, line)?;
        }
        Ok(())
    }
}
