//! The guide as JSON.

use super::foods::RichFoods;
use crate::cli::text;
use crate::guide::{
    Block, Claim, Evidence, Finding, Grade, Listed, ListedGroup, Prose, Topic, claims, listed_cautions, listed_classes, listed_flags,
    listed_stretches, review_words, topics,
};
use serde_json::{Value, json};
use std::io::{self, Write};

/// Writes the list of topics.
pub(super) fn write_list(out: &mut dyn Write) -> io::Result<()> {
    text::json(out, &topics().iter().map(about).collect::<Vec<_>>())
}

fn about(topic: &Topic) -> Value {
    let Topic { id, title, group, summary, words, .. } = topic;
    json!({ "id": id, "title": title, "group": group.key(), "summary": summary, "words": words })
}

/// A topic with its page, block by block.
pub(super) fn topic_json(topic: &Topic, foods: &RichFoods) -> Value {
    let mut value = about(topic);
    value["review"] = review_words().into();
    value["page"] = topic.page.iter().map(|block| block_json(block, foods)).collect();
    value
}

/// A hit of the search.
pub(super) fn finding_json(finding: &Finding) -> Value {
    json!({ "topic": finding.topic.id, "title": finding.topic.title, "heading": finding.heading, "excerpt": finding.excerpt })
}

fn block_json(block: &Block, foods: &RichFoods) -> Value {
    match block {
        Block::Heading(words) => json!({ "kind": "heading", "text": words }),
        Block::Paragraph(prose) => json!({ "kind": "paragraph", "text": prose.text, "links": links(prose) }),
        Block::List(items) => {
            let items: Vec<_> = items.iter().map(|item| json!({ "text": item.text, "links": links(item) })).collect();
            json!({ "kind": "list", "items": items })
        }
        Block::Evidence(evidence) => {
            json!({ "kind": "evidence", "evidence": evidence.iter().map(|one| evidence_json(one)).collect::<Vec<_>>() })
        }
        Block::Claims(claims) => json!({ "kind": "claims", "claims": claims.iter().map(|claim| claim_json(claim)).collect::<Vec<_>>() }),
        Block::AllClaims => json!({ "kind": "claims", "claims": claims().iter().map(claim_json).collect::<Vec<_>>() }),
        Block::Foods(nutrient) => {
            let (rows, notes) = foods.of_nutrient(*nutrient);
            let rows = rows.into_iter().map(|(ranked, share)| {
                let food = ranked.food;
                json!({ "id": food.id.as_str(), "name": food.name, "portion": food.usual_portion().label, "amount": ranked.amount, "share_of_reference": share })
            });
            let rows: Vec<_> = rows.collect();
            json!({ "kind": "foods", "nutrient": nutrient.key(), "unit": nutrient.unit(), "foods": rows, "notes": notes })
        }
        Block::Cautions(with) => listed_json("cautions", &listed_cautions(*with)),
        Block::Stretches(purpose) => listed_json("stretches", &listed_stretches(*purpose)),
        Block::Classes => listed_json("medicine_classes", &listed_classes()),
        Block::Flags => listed_json("red_flags", &listed_flags()),
        Block::Alikes => listed_json("alikes", &foods.alikes()),
        Block::SickDays => listed_json("sick_days", &foods.sick_days()),
        Block::Numbers => listed_json("numbers", &foods.numbers()),
        Block::Grades => {
            let grades = Grade::ALL.iter().map(|grade| json!({ "key": grade.key(), "word": grade.label(), "line": grade.line() }));
            json!({ "kind": "grades", "grades": grades.collect::<Vec<_>>() })
        }
    }
}

fn links(prose: &Prose) -> Vec<&'static str> {
    prose.links.iter().map(|link| link.topic).collect()
}

fn evidence_json(evidence: &Evidence) -> Value {
    let Evidence { id, statement, grade, figure, harm, whom, sources, .. } = evidence;
    json!({ "id": id, "statement": statement, "grade": grade.key(), "figure": figure, "harm": harm, "whom": whom, "sources": sources })
}

fn claim_json(claim: &Claim) -> Value {
    let evidence: Vec<_> = claim.evidence.iter().map(|evidence| &evidence.id).collect();
    json!({ "id": claim.id, "topic": claim.topic, "claimed": claim.claimed, "found": claim.found, "evidence": evidence })
}

fn listed_json(kind: &str, groups: &[ListedGroup]) -> Value {
    let lines = groups.iter().flat_map(|group| {
        group.lines.iter().map(|Listed { title, words, to_do, note, sources }| {
            json!({ "group": group.heading, "title": title, "words": words, "to_do": to_do, "note": note, "sources": sources })
        })
    });
    json!({ "kind": kind, "lines": lines.collect::<Vec<_>>() })
}
