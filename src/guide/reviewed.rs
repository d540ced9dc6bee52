//! Who has looked over what the guide says, and of when its facts are.

use chrono::NaiveDate;

/// The date of the facts: year, month and day.
const FACTS_OF: (i32, u32, u32) = (2026, 11, 30);

/// Says that no clinician has reviewed the texts yet, and of when their facts are. Stands wherever advice is read.
#[must_use]
pub fn review_words() -> String {
    let (year, month, day) = FACTS_OF;
    let date = NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
    format!("Not reviewed by a clinician yet. Facts as of {}.", date.format("%-d %B %Y"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_date_is_written_out() {
        assert_eq!(review_words(), "Not reviewed by a clinician yet. Facts as of 30 November 2026.");
    }
}
