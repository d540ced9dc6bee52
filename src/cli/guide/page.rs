//! A page of the guide as plain text.

use super::foods::RichFoods;
use crate::cli::text::{Align, Indent, TextTable, wrapped_within};
use crate::domain::{Nutrient, each_once, percent};
use crate::guide::{
    Block, Claim, Evidence, Grade, ListedGroup, Prose, Topic, cited, claims, listed_cautions, listed_classes, listed_flags,
    listed_stretches, review_words, topic,
};
use std::io::{self, Write};

/// The width of lines that are read at length, in columns.
pub(super) const PAGE_WIDTH: usize = 78;

/// How many columns statements are indented.
const INDENT: usize = 4;

/// Writes a page, followed by the topics to read on.
pub(super) fn write_topic(topic: &Topic, foods: &RichFoods, out: &mut dyn Write) -> io::Result<()> {
    underlined(out, &topic.title.to_uppercase(), '=')?;
    writeln!(out)?;
    paragraph(out, &topic.summary)?;
    for block in &topic.page {
        writeln!(out)?;
        write_block(block, foods, out)?;
    }
    let linked = linked(topic);
    if !linked.is_empty() {
        writeln!(out)?;
        wrapped_within(out, Indent::hanging(0), PAGE_WIDTH, &format!("Read on: {}.", linked.join(", ")))?;
    }
    writeln!(out)?;
    paragraph(out, &review_words())
}

fn write_block(block: &Block, foods: &RichFoods, out: &mut dyn Write) -> io::Result<()> {
    match block {
        Block::Heading(words) => underlined(out, words, '-'),
        Block::Paragraph(prose) => paragraph(out, &prose.text),
        Block::List(items) => {
            items.iter().try_for_each(|item| wrapped_within(out, Indent::hanging(2), PAGE_WIDTH, &format!("- {}", item.text)))
        }
        Block::Evidence(evidence) => apart(out, evidence.iter().copied(), write_evidence),
        Block::Claims(claims) => apart(out, claims.iter().copied(), write_claim),
        Block::AllClaims => apart(out, claims(), |claim, out| {
            if let Some(topic) = topic(&claim.topic) {
                writeln!(out, "  {}", topic.title)?;
            }
            write_claim(claim, out)
        }),
        Block::Foods(nutrient) => write_foods(*nutrient, foods, out),
        Block::Cautions(with) => write_listed(&listed_cautions(*with), out),
        Block::Stretches(purpose) => write_listed(&listed_stretches(*purpose), out),
        Block::Classes => write_listed(&listed_classes(), out),
        Block::Flags => write_listed(&listed_flags(), out),
        Block::Alikes => write_listed(&foods.alikes(), out),
        Block::SickDays => write_listed(&foods.sick_days(), out),
        Block::Numbers => write_listed(&foods.numbers(), out),
        Block::Grades => Grade::ALL.iter().try_for_each(|grade| {
            let words = format!("{}: {}", grade.label(), grade.line());
            wrapped_within(out, Indent::hanging(INDENT), PAGE_WIDTH, &words)
        }),
    }
}

/// Writes a statement; its grade, figure and people; its sources.
fn write_evidence(evidence: &Evidence, out: &mut dyn Write) -> io::Result<()> {
    let Evidence { statement, grade, figure, harm, whom, sources, .. } = evidence;
    indented(out, statement)?;
    let figure = figure.as_ref().map_or_else(String::new, |figure| format!(" {}.", figure.trim_end_matches('.')));
    let whom = whom.as_ref().map_or_else(String::new, |whom| format!(" ({})", whom.trim_end_matches('.')));
    indented(out, &format!("Grade: {}.{figure}{whom}", grade.label().to_lowercase()))?;
    if let Some(harm) = harm {
        indented(out, &format!("Harm: {}.", harm.trim_end_matches('.')))?;
    }
    sources.iter().try_for_each(|source| wrapped_within(out, Indent::hanging(INDENT), PAGE_WIDTH, &format!("{}.", source.words())))
}

fn write_claim(claim: &Claim, out: &mut dyn Write) -> io::Result<()> {
    indented(out, &format!("What is said: \"{}\"", claim.claimed))?;
    indented(out, &format!("What was found: {}", claim.found))?;
    let grades = each_once(claim.evidence.iter().map(|evidence| evidence.grade.label().to_lowercase()));
    indented(out, &format!("Grade: {}.", grades.join(", ")))
}

fn write_foods(nutrient: Nutrient, foods: &RichFoods, out: &mut dyn Write) -> io::Result<()> {
    let mut table = TextTable::new([Align::Left, Align::Left, Align::Right, Align::Right]);
    let (ranked, notes) = foods.of_nutrient(nutrient);
    for (ranked, share) in ranked {
        let share = share.map(percent).unwrap_or_default();
        table.row([ranked.food.name.clone(), ranked.food.usual_portion().label.clone(), nutrient.amount(ranked.amount), share]);
    }
    table.write_within(out, INDENT, PAGE_WIDTH)?;
    notes.iter().try_for_each(|note| indented(out, note))
}

fn write_listed(groups: &[ListedGroup], out: &mut dyn Write) -> io::Result<()> {
    for group in groups {
        if !group.heading.is_empty() {
            writeln!(out, "{}", group.heading)?;
        }
        for line in &group.lines {
            wrapped_within(out, Indent { first: 2, rest: INDENT }, PAGE_WIDTH, &format!("- {}: {}", line.title, line.words))?;
            for more in [&line.to_do, &line.note] {
                if !more.is_empty() {
                    indented(out, more)?;
                }
            }
            if !line.sources.is_empty() {
                wrapped_within(out, Indent::hanging(INDENT), PAGE_WIDTH, &cited(&line.sources))?;
            }
        }
    }
    Ok(())
}

/// Writes each item, with an empty line between two.
fn apart<'a, T: 'a>(
    out: &mut dyn Write,
    each: impl IntoIterator<Item = &'a T>,
    write: impl Fn(&T, &mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    for (place, one) in each.into_iter().enumerate() {
        if place > 0 {
            writeln!(out)?;
        }
        write(one, out)?;
    }
    Ok(())
}

fn paragraph(out: &mut dyn Write, words: &str) -> io::Result<()> {
    wrapped_within(out, Indent::all(0), PAGE_WIDTH, words)
}

fn indented(out: &mut dyn Write, words: &str) -> io::Result<()> {
    wrapped_within(out, Indent::all(INDENT), PAGE_WIDTH, words)
}

fn underlined(out: &mut dyn Write, words: &str, with: char) -> io::Result<()> {
    let line: String = words.chars().map(|_| with).collect();
    writeln!(out, "{words}\n{line}")
}

/// The ids of the topics that a page links to, each once.
fn linked(topic: &Topic) -> Vec<&'static str> {
    let proses = topic.page.iter().flat_map(|block| match block {
        Block::Paragraph(prose) => std::slice::from_ref(prose),
        Block::List(items) => items,
        Block::Heading(_)
        | Block::Evidence(_)
        | Block::Claims(_)
        | Block::Foods(_)
        | Block::Cautions(_)
        | Block::Stretches(_)
        | Block::Classes
        | Block::Flags
        | Block::Grades
        | Block::AllClaims
        | Block::Alikes
        | Block::SickDays
        | Block::Numbers => &[],
    });
    each_once(proses.flat_map(|prose: &Prose| &prose.links).map(|link| link.topic))
}
