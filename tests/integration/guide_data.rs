//! The guide's tables: every row is read, and everything that is named is there.

use crate::guide_trust::is_doubted;
use chrono::NaiveDate;
use cramp_diary::{
    domain::{Day, Nutrient},
    guide::{
        Block, Evidence, Grade, ListedGroup, SourceKind, all_stretches, cautions, claims, classes, evidence, listed_alikes,
        listed_sick_days, red_flags, source, sources, topic, topics,
    },
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// The topics that the guide must have.
const TOPICS: &str = "night-cramps is-it-a-cramp during-a-cramp evidence when-to-see-a-doctor appointment carers remedies sick-days magnesium potassium calcium vitamin-d b-vitamins \
    sodium zinc vitamin-k2 drinking stretching exercise footwear alcohol-and-caffeine rest-and-sleep heat-cold-massage medicines quinine \
    conditions pregnancy ageing seasons tests";

/// How many facts of each kind the guide is made from.
const FACTS: [(&str, usize); 4] = [("evidence", 138), ("red_flag", 89), ("medicine_class", 93), ("stretch", 28)];

pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/guide")
}

/// The rows of a table, each by the names of its columns.
pub(crate) fn table(name: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_path(folder().join(name)).unwrap();
    reader.deserialize().map(|row| row.unwrap_or_else(|error| panic!("{name}: {error}"))).collect()
}

fn ids(name: &str) -> Vec<String> {
    table(name).into_iter().map(|mut row| row.remove("id").or_else(|| row.remove("key")).unwrap()).collect()
}

fn parts(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('|').filter(|part| !part.is_empty())
}

/// Every text file of the guide.
pub(crate) fn files() -> Vec<(String, String)> {
    let mut files = Vec::new();
    for folder in [folder(), folder().join("topics")] {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                files.push((path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read_to_string(&path).unwrap()));
            }
        }
    }
    files.sort();
    files
}

/// How many lines a list of the guide has.
fn lines(groups: Vec<ListedGroup>) -> usize {
    groups.into_iter().map(|group| group.lines.len()).sum()
}

/// The evidence on a topic's page.
pub(crate) fn standing_on(topic: &str) -> Vec<&'static Evidence> {
    let page = &cramp_diary::guide::topic(topic).unwrap().page;
    let shown = page.iter().filter_map(|block| if let Block::Evidence(evidence) = block { Some(evidence) } else { None });
    shown.flatten().copied().collect()
}

#[test]
fn every_row_of_every_table_is_read() {
    for (name, read) in [
        ("evidence.csv", evidence().len()),
        ("sources.csv", sources().len()),
        ("claims.csv", claims().len()),
        ("topics.csv", topics().len()),
        ("red_flags.csv", red_flags().len()),
        ("medicines.csv", classes().len()),
        ("cautions.csv", cautions().len()),
        ("stretches.csv", all_stretches().len()),
        ("alikes.csv", lines(listed_alikes(None))),
        ("sick_days.csv", lines(listed_sick_days(Day::new(NaiveDate::default()), []))),
    ] {
        assert_eq!(read, table(name).len(), "rows of {name} that cannot be read, or name something that is not there");
    }
    for name in ["evidence.csv", "sources.csv", "claims.csv", "topics.csv", "red_flags.csv", "medicines.csv", "stretches.csv"] {
        let ids = ids(name);
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "an id comes twice in {name}");
    }
}

#[test]
fn every_grade_has_its_word_and_a_line() {
    let grades = table("grades.csv");
    assert_eq!(grades.len(), Grade::ALL.len());
    for (grade, row) in Grade::ALL.iter().zip(grades) {
        assert_eq!((grade.key(), grade.label()), (row["key"].as_str(), row["word"].as_str()), "in the order of the file");
        assert_eq!(grade.line(), row["line"]);
        assert!(grade.line().ends_with('.'), "{}", grade.line());
    }
}

#[test]
fn every_topic_has_its_page_and_every_page_its_topic() {
    let topics: BTreeSet<&str> = topics().iter().map(|topic| topic.id.as_str()).collect();
    assert_eq!(topics, TOPICS.split_whitespace().collect());
    let pages: BTreeSet<String> =
        fs::read_dir(folder().join("topics")).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(pages, topics.iter().map(|id| format!("{id}.md")).collect());
    for topic in cramp_diary::guide::topics() {
        assert!(!topic.page.is_empty(), "{} cannot be read: a link or a line in braces leads nowhere", topic.id);
        assert!(topic.summary.ends_with('.') && !topic.words.is_empty(), "{}", topic.id);
    }
}

#[test]
fn every_statement_stands_on_exactly_one_page() {
    let mut standing: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for topic in topics() {
        for evidence in standing_on(&topic.id) {
            standing.entry(&evidence.id).or_default().push(&topic.id);
        }
    }
    for evidence in evidence() {
        let on = standing.get(evidence.id.as_str()).map_or(&[] as &[_], Vec::as_slice);
        assert_eq!(on, [evidence.topic.as_str()], "{} should stand on the page of its topic, once", evidence.id);
    }
}

#[test]
fn every_claim_stands_on_its_page_and_on_evidence() {
    for claim in claims() {
        assert!(!claim.evidence.is_empty(), "{}", claim.id);
        let page = &topic(&claim.topic).unwrap_or_else(|| panic!("{}: no topic {}", claim.id, claim.topic)).page;
        assert!(page.iter().any(|block| matches!(block, Block::Claims(_))), "{}: its topic {} shows no claims", claim.id, claim.topic);
    }
    for topic in topics() {
        for block in &topic.page {
            assert!(!matches!(block, Block::Claims(claims) if claims.is_empty()), "{} shows claims and has none", topic.id);
        }
    }
    assert!(topic("evidence").unwrap().page.contains(&Block::AllClaims));
    assert!(topic("evidence").unwrap().page.contains(&Block::Grades));
    assert!(topic("when-to-see-a-doctor").unwrap().page.contains(&Block::Flags));
}

#[test]
fn every_source_is_official() {
    for source in sources() {
        let of = &source.id;
        assert!(!source.citation.trim().is_empty(), "{of}");
        for address in ["http", "www.", ".com", ".org"] {
            assert!(!source.citation.contains(address), "{of} names the address of a copy: {}", source.citation);
        }
        match source.kind {
            SourceKind::Study => {
                let has_number = source.doi.is_some() || source.pmid.is_some();
                assert!(
                    has_number != is_doubted(of, "number_unread"),
                    "{of} is a study without DOI and PMID, or is listed as one in doubts.csv"
                );
                assert!(source.citation.chars().filter(char::is_ascii_digit).count() >= 4, "{of} has no year: {}", source.citation);
            }
            // "Agency, year. Document", or "Agency. Document".
            SourceKind::Agency => {
                assert!(source.citation.split(". ").count() >= 2, "{of} names no agency and document: {}", source.citation);
            }
        }
        if let Some(doi) = &source.doi {
            let (prefix, rest) = doi.split_once('/').unwrap_or_else(|| panic!("{of}: {doi}"));
            let registrant = prefix.strip_prefix("10.").unwrap_or_else(|| panic!("{of}: {doi}"));
            assert!(registrant.len() >= 4 && registrant.bytes().all(|byte| byte.is_ascii_digit()), "{of}: {doi}");
            assert!(!rest.is_empty() && !rest.contains(' '), "{of}: {doi}");
        }
        if let Some(pmid) = &source.pmid {
            assert!((5..=8).contains(&pmid.len()) && pmid.bytes().all(|byte| byte.is_ascii_digit()), "{of}: {pmid}");
        }
    }
}

#[test]
fn every_row_names_sources_that_are_there_and_each_is_used() {
    let mut used = BTreeSet::new();
    for (name, id) in [
        ("evidence.csv", "id"),
        ("red_flags.csv", "id"),
        ("medicines.csv", "id"),
        ("cautions.csv", "words"),
        ("stretches.csv", "key"),
        ("alikes.csv", "name"),
        ("sick_days.csv", "title"),
        ("help_numbers.csv", "country"),
    ] {
        for row in table(name) {
            let of = format!("{name}, {}", row[id]);
            assert!(!row["sources"].is_empty(), "{of} names no source");
            for named in parts(&row["sources"]) {
                assert!(source(named).is_some(), "{of}: there is no source {named}");
                used.insert(named.to_owned());
            }
        }
    }
    let unused: Vec<_> = sources().iter().filter(|source| !used.contains(&source.id)).map(|source| &source.id).collect();
    assert!(unused.is_empty(), "nothing stands on {unused:?}");
}

#[test]
fn every_nutrient_page_lists_its_foods() {
    for nutrient in Nutrient::SUGGESTED.into_iter().chain([Nutrient::Sodium, Nutrient::VitaminK]) {
        assert!(cramp_diary::guide::topic_about(nutrient).is_some(), "{nutrient:?}");
    }
}

#[test]
fn every_fact_is_used_or_left_out_for_a_reason() {
    let rows: Vec<_> = files().into_iter().filter(|(name, _)| name.starts_with("coverage")).flat_map(|(name, _)| table(&name)).collect();
    let own: BTreeMap<&str, BTreeSet<String>> = [
        ("evidence", ids("evidence.csv")),
        ("red_flag", ids("red_flags.csv")),
        ("medicine_class", ids("medicines.csv")),
        ("stretch", ids("stretches.csv")),
    ]
    .map(|(kind, ids)| (kind, ids.into_iter().collect()))
    .into();
    for row in &rows {
        let own = own.get(row["kind"].as_str()).unwrap_or_else(|| panic!("{row:?}"));
        assert!(!row["used_as"].is_empty() || !row["why_not"].is_empty(), "neither used nor left out for a reason: {row:?}");
        for used in parts(&row["used_as"]) {
            assert!(own.contains(used), "there is no {used}: {row:?}");
        }
    }
    for (kind, facts) in FACTS {
        let mut covered: BTreeSet<&str> = rows.iter().filter(|row| row["kind"] == kind).map(|row| row["fact"].as_str()).collect();
        // Evidence and red flags keep the ids of the facts.
        if matches!(kind, "evidence" | "red_flag") {
            covered.extend(own[kind].iter().map(String::as_str));
        }
        assert_eq!(covered.len(), facts, "facts of the kind {kind}");
    }
}
