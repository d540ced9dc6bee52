//! The lists on pages of the guide: every row of the tables stands on one.

use cramp_diary::{
    domain::Nutrient,
    guide::{
        Block, Listed, ListedGroup, StretchUse, With, cautions_with, classes, listed_cautions, listed_classes, listed_flags,
        listed_stretches, red_flags, relief, stretches, topics,
    },
};

fn lines(groups: Vec<ListedGroup>) -> Vec<Listed> {
    groups.into_iter().flat_map(|group| group.lines).collect()
}

#[test]
fn every_flag_class_and_stretch_is_listed() {
    assert_eq!(lines(listed_flags()).len(), red_flags().len());
    assert_eq!(lines(listed_classes()).len(), classes().len());
    assert_eq!(lines(listed_stretches(StretchUse::Prevent)).len(), stretches().len());
    assert_eq!(lines(listed_stretches(StretchUse::Relief)).len(), relief().len());
    for line in [lines(listed_flags()), lines(listed_classes())].concat() {
        assert!(!line.title.is_empty() && !line.words.is_empty() && !line.sources.is_empty(), "{line:?}");
    }
}

#[test]
fn whoever_must_be_careful_with_a_nutrient_is_listed_with_why() {
    let potassium = lines(listed_cautions(With::Nutrient(Nutrient::Potassium)));
    for who in ["With kidney disease", "ACE inhibitors"] {
        assert!(potassium.iter().any(|line| line.title == who), "{who}: {potassium:#?}");
    }
    let blocks = topics().iter().flat_map(|topic| &topic.page);
    let listed: Vec<With> = blocks.filter_map(|block| if let Block::Cautions(with) = block { Some(*with) } else { None }).collect();
    assert!(listed.len() > 3, "{listed:?}");
    for with in listed {
        let (found, expected) = (lines(listed_cautions(with)), cautions_with(with));
        assert!(!expected.is_empty(), "{with:?}");
        assert_eq!(found.iter().map(|line| &line.words).collect::<Vec<_>>(), expected.iter().map(|row| &row.words).collect::<Vec<_>>());
        for line in found {
            assert!(!line.title.is_empty() && !line.words.is_empty() && !line.sources.is_empty(), "{line:?}");
        }
    }
}
