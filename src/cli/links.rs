//! `links`: what goes with cramps in this diary.

use super::insight_keys::{label_key, too_little_key};
use super::text;
use super::{CliError, Session};
use crate::insights::methods::{FactorCoding, FactorLink, LogRange};
use crate::insights::{DiaryLinks, LinkFactor};
use crate::wording::LINKS_CAUTION;
use clap::Args;
use serde::Serialize;
use std::io::{self, Write};

/// What `links` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary links
  cramp-diary links --json

Each factor of a day is set against the night after it. Within each week it is asked whether more
cramps came after days with more of it, and how often that would look so if the weeks were swapped.
Looking every day would find something sooner or later: links are looked at from 42 logged nights
on, then at 56, 84, 112 and so on. \"Can't tell yet\" is an ordinary answer.")]
pub(super) struct LinksArguments {
    /// For machines
    #[arg(long)]
    json: bool,
}

impl LinksArguments {
    /// Prints the factors, the strongest link first.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let diary = session.open_to_read()?;
        let (links, left_out) = (diary.links()?, diary.factors_named_like_medicines()?);
        Ok(if self.json { text::json(out, &LinksJson::new(&links, left_out)) } else { write(&links, &left_out, out) }?)
    }
}

fn write(links: &DiaryLinks, left_out: &[String], out: &mut dyn Write) -> io::Result<()> {
    let window = links.window().map(|window| format!(": {window}")).unwrap_or_default();
    text::wrapped(out, 0, &format!("What goes with your cramps{window}"))?;
    text::wrapped(out, 0, &links.next_words())?;
    if links.links.look.is_some() {
        for (factor, link) in links.by_strength() {
            writeln!(out)?;
            text::wrapped(out, 2, &format!("{}: {}", factor.label(), link.label.words()))?;
            factor.sentences(link).iter().try_for_each(|sentence| text::wrapped(out, 6, sentence))?;
        }
        if links.factors.is_empty() {
            text::wrapped(out, 0, "Nothing was logged yet that could go with them, such as drinks, stretching or a factor of your own.")?;
        }
    }
    writeln!(out)?;
    if let Some(luck) = links.luck_words() {
        text::wrapped(out, 0, &luck)?;
    }
    if !left_out.is_empty() {
        text::wrapped(out, 0, &format!("Left out, since they are named like medicines: {}.", left_out.join(", ")))?;
    }
    text::wrapped(out, 0, LINKS_CAUTION)
}

/// What machines are told. What is not known is `null`.
#[derive(Debug, Serialize)]
struct LinksJson {
    logged: usize,
    look: Option<usize>,
    first: String,
    last: Option<String>,
    nights_until_next_look: usize,
    tested: usize,
    words: Vec<String>,
    left_out_as_medicines: Vec<String>,
    factors: Vec<LinkJson>,
}

#[derive(Debug, Serialize)]
struct LinkJson {
    name: String,
    window_days: usize,
    label: &'static str,
    label_words: &'static str,
    words: Vec<String>,
    too_little: Option<&'static str>,
    kind: Option<&'static str>,
    typically_low: Option<f64>,
    typically_high: Option<f64>,
    nights: usize,
    weeks: usize,
    nights_with: Option<usize>,
    nights_without: Option<usize>,
    ratio: Option<f64>,
    ratio_range: Option<[f64; 2]>,
    ratio_range_open: Option<[bool; 2]>,
    p: Option<f64>,
    q: Option<f64>,
    may_be_reacting_to_cramps: Option<bool>,
    nights_until_told: Option<usize>,
}

impl LinksJson {
    fn new(links: &DiaryLinks, left_out: Vec<String>) -> Self {
        let words = [Some(links.next_words()), links.luck_words(), Some(LINKS_CAUTION.to_owned())];
        Self {
            logged: links.logged,
            look: links.links.look,
            first: links.first.to_string(),
            last: links.last.map(|last| last.to_string()),
            nights_until_next_look: links.until_next_look(),
            tested: links.links.tested,
            words: words.into_iter().flatten().collect(),
            left_out_as_medicines: left_out,
            factors: links.by_strength().into_iter().map(|(factor, link)| LinkJson::new(factor, link)).collect(),
        }
    }
}

impl LinkJson {
    fn new(factor: &LinkFactor, link: &FactorLink) -> Self {
        let (test, effect) = (&link.test, link.test.result.as_ref().ok());
        let range: Option<LogRange> = effect.and_then(|effect| effect.range);
        Self {
            name: factor.label(),
            window_days: factor.series.window,
            label: label_key(link.label),
            label_words: link.label.words(),
            words: factor.sentences(link),
            too_little: test.result.as_ref().err().map(|reason| too_little_key(*reason)),
            kind: test.coding.map(|coding| if coding == FactorCoding::YesNo { "yes_no" } else { "amount" }),
            typically_low: test.typical.map(|typical| typical.0),
            typically_high: test.typical.map(|typical| typical.1),
            nights: test.usable_nights,
            weeks: test.weeks,
            nights_with: test.arms.map(|arms| arms.with),
            nights_without: test.arms.map(|arms| arms.without),
            ratio: effect.map(|effect| effect.log_ratio.exp()),
            ratio_range: range.map(|range| [range.low.exp(), range.high.exp()]),
            ratio_range_open: range.map(|range| [range.open_low, range.open_high]),
            p: effect.map(|effect| effect.p),
            q: link.q,
            may_be_reacting_to_cramps: link.reverse.as_ref().map(|reverse| reverse.reacting),
            nights_until_told: link.nights_until_told(),
        }
    }
}
