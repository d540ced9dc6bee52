//! What machines are told of a finding: one word each.

use crate::insights::methods::{ChangeVerdict, LinkLabel, TooLittle};

/// The word for what may be said of a link.
pub(super) fn label_key(label: LinkLabel) -> &'static str {
    match label {
        LinkLabel::Clear => "clear_link",
        LinkLabel::Likely => "likely_link",
        LinkLabel::Hint => "hint",
        LinkLabel::LittleOrNone => "little_or_no_link",
        LinkLabel::CannotTell => "cannot_tell",
        LinkLabel::NotEnough => "not_enough_data",
    }
}

/// The word for what there is too little of.
pub(super) fn too_little_key(reason: TooLittle) -> &'static str {
    match reason {
        TooLittle::Nights => "nights",
        TooLittle::Cramps => "cramps",
        TooLittle::Variation => "variation",
    }
}

/// The word for what two ranges say beside each other.
pub(super) fn verdict_key(verdict: ChangeVerdict) -> &'static str {
    match verdict {
        ChangeVerdict::TooFew => "too_few",
        ChangeVerdict::CannotTell => "cannot_tell",
        ChangeVerdict::Fewer => "fewer",
        ChangeVerdict::More => "more",
    }
}
