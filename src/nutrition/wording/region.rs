//! A sentence about whose limits and reference intakes are used.

use crate::domain::{Profile, ReferenceTables, Region};

/// Whose upper limits and reference intakes are used for a profile: "Upper limits: European Union. Reference intakes: Germany, Austria,
/// Switzerland." Where a country has no tables here, that is said too.
#[must_use]
pub fn region_words(profile: &Profile) -> String {
    let limits = profile.limits_region().map_or("the lowest of all regions", Region::label);
    let tables = profile.reference_tables().unwrap_or(ReferenceTables::Us).label();
    let missing = profile
        .country
        .filter(|country| country.reference_tables().is_none())
        .map(|country| format!(" The tables of {} are not in this program yet.", country.label()));
    format!("Upper limits: {limits}. Reference intakes: {tables}.{}", missing.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Country;

    #[test]
    fn it_says_whose_tables_stand_in_for_a_country_without_any() {
        let of = |country, region| region_words(&Profile { country, region, ..Profile::default() });
        let none = "Upper limits: the lowest of all regions. Reference intakes: United States, Canada.";
        assert_eq!(of(None, None), none);
        assert_eq!(of(None, Some(Region::Uk)), "Upper limits: United Kingdom. Reference intakes: United Kingdom.");
        assert_eq!(
            of(Some(Country::Switzerland), Some(Region::Uk)),
            "Upper limits: European Union. Reference intakes: Germany, Austria, Switzerland."
        );
        assert_eq!(of(Some(Country::Australia), None), format!("{none} The tables of Australia are not in this program yet."));
    }
}
