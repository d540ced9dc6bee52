//! `guide`: what is known about cramps, and how well.

mod foods;
mod json;
mod page;

use super::text::{self, Align, Indent, TextTable};
use super::{CliError, Session};
use crate::guide::{Finding, TopicGroup, find, find_topic, topics};
use clap::Args;
use foods::RichFoods;
use json::{finding_json, topic_json};
use page::{PAGE_WIDTH, write_topic};
use std::io::{self, Write};

/// What `guide` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary guide --list
  cramp-diary guide magnesium
  cramp-diary guide when to see a doctor
  cramp-diary guide --find stretching bed
  cramp-diary guide > guide.txt                     the whole guide as one page
  cramp-diary guide magnesium --json

A topic is named by its id, its title or the beginning of either. Foods are listed as they fit the
profile of the diary; without a diary, for everyone.")]
pub(super) struct GuideArguments {
    /// Which topic; without one, the whole guide
    #[arg(value_name = "TOPIC")]
    topic: Vec<String>,

    /// List the topics
    #[arg(long, conflicts_with_all = ["topic", "find"])]
    list: bool,

    /// Find the pages and passages that have all of these words
    #[arg(long, value_name = "WORDS", num_args = 1.., conflicts_with = "topic")]
    find: Option<Vec<String>>,

    /// For machines
    #[arg(long)]
    json: bool,
}

const INTRODUCTION: &str = "This guide says what is known about night cramps and how well. It cannot replace a doctor; the topic \
    \"When to see a doctor\" says what should not wait.";

impl GuideArguments {
    /// Prints what is asked for.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        if self.list {
            return Ok(if self.json { json::write_list(out) } else { write_list(out) }?);
        }
        if let Some(words) = self.find {
            let words = words.join(" ");
            let found = find(&words);
            if self.json {
                return Ok(text::json(out, &found.iter().map(finding_json).collect::<Vec<_>>())?);
            }
            return Ok(write_found(&words, &found, out)?);
        }
        if self.topic.is_empty() {
            let foods = RichFoods::of(session);
            if self.json {
                return Ok(text::json(out, &topics().iter().map(|topic| topic_json(topic, &foods)).collect::<Vec<_>>())?);
            }
            text::wrapped_within(out, Indent::all(0), PAGE_WIDTH, INTRODUCTION)?;
            for topic in topics() {
                write!(out, "\n\n")?;
                write_topic(topic, &foods, out)?;
            }
            return Ok(());
        }
        let topic = find_topic(&self.topic.join(" "))
            .map_err(|error| CliError::Usage(format!("{error} All topics are listed with: cramp-diary guide --list")))?;
        let foods = RichFoods::of(session);
        if self.json {
            return Ok(text::json(out, &topic_json(topic, &foods))?);
        }
        Ok(write_topic(topic, &foods, out)?)
    }
}

fn write_list(out: &mut dyn Write) -> io::Result<()> {
    for group in TopicGroup::ALL {
        writeln!(out, "{}", group.label())?;
        let mut table = TextTable::new([Align::Left, Align::Left]);
        for topic in topics().iter().filter(|topic| topic.group == *group) {
            table.row([topic.id.clone(), topic.title.clone()]);
        }
        table.write(out, 2)?;
    }
    writeln!(out, "Read one with: cramp-diary guide TOPIC")
}

fn write_found(words: &str, found: &[Finding], out: &mut dyn Write) -> io::Result<()> {
    if found.is_empty() {
        return writeln!(out, "No page of the guide has all of the words \"{words}\".");
    }
    for Finding { topic, heading, excerpt, .. } in found {
        let heading = heading.map_or_else(String::new, |heading| format!(": {heading}"));
        text::wrapped_within(out, Indent::hanging(0), PAGE_WIDTH, &format!("{} ({}){heading}", topic.title, topic.id))?;
        text::wrapped_within(out, Indent::all(4), PAGE_WIDTH, excerpt)?;
    }
    Ok(())
}
