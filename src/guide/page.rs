//! A page of the guide: Markdown that is read once into blocks for screens and the command line.
//!
//! Pages use a small part of Markdown: `## ` headings, paragraphs, lists and links to other pages. A line such as `{{evidence
//! mg06}}` is replaced by something from the CSV files of `assets/guide/`.

use super::claims::{Claim, claims};
use super::evidence::{Evidence, evidence_of};
use super::page_texts::page_id;
use super::product::With;
use super::stretches::StretchUse;
use crate::domain::Nutrient;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// One block of a page.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading.
    Heading(String),
    /// A paragraph.
    Paragraph(Prose),
    /// A list.
    List(Vec<Prose>),
    /// Statements with their grades.
    Evidence(Vec<&'static Evidence>),
    /// The popular claims of this topic, each beside what studies found.
    Claims(Vec<&'static Claim>),
    /// The foods that are rich in a nutrient.
    Foods(Nutrient),
    /// The medicines and conditions that do not go with a nutrient or substance.
    Cautions(With),
    /// The stretches for one purpose.
    Stretches(StretchUse),
    /// The classes of medicines that are linked with cramps.
    Classes,
    /// The list of all red flags.
    Flags,
    /// What the grades of evidence mean.
    Grades,
    /// The popular claims of all topics.
    AllClaims,
    /// What may feel like a cramp.
    Alikes,
    /// The kinds of medicines to ask about on a sick day.
    SickDays,
    /// Whom to call.
    Numbers,
}

/// A text with links to other topics.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Prose {
    /// The text without marks.
    pub text: String,
    /// The links in the text.
    pub links: Vec<Link>,
}

/// A link to another topic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The byte range of the text that is the link.
    pub at: Range<usize>,
    /// The id of the topic that the link leads to.
    pub topic: &'static str,
}

/// Why a page cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum PageError {
    /// It uses Markdown that pages must not use.
    #[error("{0} is not among what pages are written with")]
    Unused(String),
    /// A line in braces names something unknown.
    #[error("{{{{{0}}}}} names nothing that can be put there")]
    Directive(String),
    /// A link leads to no page.
    #[error("the link to {0} leads nowhere")]
    Link(String),
}

/// Reads the Markdown of the page of a topic.
pub(super) fn read(text: &'static str, topic: &str) -> Result<Vec<Block>, PageError> {
    let mut reader = PageReader { topic, ..PageReader::default() };
    for event in Parser::new_ext(text, Options::empty()) {
        reader.take(event)?;
    }
    Ok(reader.blocks)
}

/// The state while a page is read.
#[derive(Default)]
struct PageReader<'a> {
    topic: &'a str,
    blocks: Vec<Block>,
    prose: Prose,
    /// The byte at which the open link begins, and the id of the topic that it leads to.
    link: Option<(usize, &'static str)>,
    list: Option<Vec<Prose>>,
}

impl PageReader<'_> {
    fn take(&mut self, event: Event<'_>) -> Result<(), PageError> {
        match event {
            Event::Text(text) => self.prose.text.push_str(&text),
            Event::SoftBreak => self.prose.text.push(' '),
            Event::Start(Tag::List(None)) if self.list.is_none() => self.list = Some(Vec::new()),
            Event::Start(Tag::Link { dest_url, .. }) => self.link = Some((self.prose.text.len(), target(&dest_url)?)),
            Event::End(TagEnd::Link) => {
                if let Some((from, topic)) = self.link.take() {
                    self.prose.links.push(Link { at: from..self.prose.text.len(), topic });
                }
            }
            Event::End(TagEnd::Heading(_)) => {
                let heading = std::mem::take(&mut self.prose);
                self.blocks.push(Block::Heading(heading.text));
            }
            Event::End(TagEnd::Paragraph) if self.list.is_none() => {
                let prose = std::mem::take(&mut self.prose);
                let directive = prose.text.strip_prefix("{{").and_then(|rest| rest.strip_suffix("}}"));
                let block = directive.map_or_else(|| Ok(Block::Paragraph(prose.clone())), |words| self.directive(words))?;
                self.blocks.push(block);
            }
            Event::End(TagEnd::Item) => {
                let item = std::mem::take(&mut self.prose);
                self.list.get_or_insert_default().push(item);
            }
            Event::End(TagEnd::List(_)) => self.blocks.extend(self.list.take().map(Block::List)),
            // The items of a list whose items stand apart hold paragraphs.
            Event::Start(Tag::Paragraph | Tag::Item | Tag::Heading { level: HeadingLevel::H2, .. }) | Event::End(TagEnd::Paragraph) => {}
            other => return Err(PageError::Unused(format!("{other:?}"))),
        }
        Ok(())
    }

    fn directive(&self, words: &str) -> Result<Block, PageError> {
        let unknown = || PageError::Directive(words.to_owned());
        let (name, rest) = words.trim().split_once(' ').unwrap_or_else(|| (words.trim(), ""));
        let rest = rest.trim();
        let found = match name {
            "evidence" => rest
                .split_whitespace()
                .map(evidence_of)
                .collect::<Option<_>>()
                .filter(|found: &Vec<_>| !found.is_empty())
                .map(Block::Evidence),
            "claims" => Some(Block::Claims(claims().iter().filter(|claim| claim.topic == self.topic).collect())),
            "foods" => rest.parse().ok().map(Block::Foods),
            "cautions" => rest.parse().ok().map(Block::Cautions),
            "stretches" => rest.parse().ok().map(Block::Stretches),
            "classes" => Some(Block::Classes),
            "flags" => Some(Block::Flags),
            "grades" => Some(Block::Grades),
            "all-claims" => Some(Block::AllClaims),
            "alikes" => Some(Block::Alikes),
            "sick-days" => Some(Block::SickDays),
            "numbers" => Some(Block::Numbers),
            _ => None,
        };
        found.ok_or_else(unknown)
    }
}

fn target(address: &str) -> Result<&'static str, PageError> {
    address.strip_suffix(".md").and_then(page_id).ok_or_else(|| PageError::Link(address.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_paragraphs_lists_and_links_are_read() {
        let page =
            read("Look at\n[stretches](stretching.md) and more.\n\n## Then\n\n- one\n- two: [doctor](when-to-see-a-doctor.md)\n", "tests")
                .unwrap();
        let Block::Paragraph(prose) = &page[0] else { panic!("{page:?}") };
        assert_eq!(prose.text, "Look at stretches and more.");
        assert_eq!(prose.links, [Link { at: 8..17, topic: "stretching" }]);
        assert_eq!(page[1], Block::Heading("Then".to_owned()));
        let Block::List(items) = &page[2] else { panic!("{page:?}") };
        assert_eq!(items.iter().map(|item| item.text.as_str()).collect::<Vec<_>>(), ["one", "two: doctor"]);
        assert_eq!(items[1].links, [Link { at: 5..11, topic: "when-to-see-a-doctor" }]);
    }

    #[test]
    fn a_line_in_braces_stands_for_something_from_the_tables() {
        for (line, block) in [
            ("{{foods vitamin_d}}", Block::Foods(Nutrient::VitaminD)),
            ("{{cautions vitamin_b6}}", Block::Cautions(With::Nutrient(Nutrient::VitaminB6))),
            ("{{stretches relief}}", Block::Stretches(StretchUse::Relief)),
            ("{{flags}}", Block::Flags),
        ] {
            assert_eq!(read(line, "tests"), Ok(vec![block]), "{line}");
        }
    }

    #[test]
    fn what_leads_nowhere_is_an_error() {
        for (text, error) in [
            ("[a](nowhere.md)", "the link to nowhere.md leads nowhere"),
            ("{{evidence zz99}}", "{{evidence zz99}} names nothing that can be put there"),
            ("{{evidence}}", "{{evidence}} names nothing that can be put there"),
            ("{{foods gold}}", "{{foods gold}} names nothing that can be put there"),
            ("{{joke}}", "{{joke}} names nothing that can be put there"),
        ] {
            assert_eq!(read(text, "tests").unwrap_err().to_string(), error);
        }
        for text in ["# Title", "**loud**", "1. first", "> quoted", "`code`", "---", "<b>", "- a\n  - b", "![a](b.png)"] {
            assert!(matches!(read(text, "tests"), Err(PageError::Unused(_))), "{text}");
        }
    }
}
