//! What follows from where a person lives: whose upper limits and whose reference intakes are used.
//!
//! The one place that knows it. A country decides alone; the region counts for whoever said only that.

use super::keyed::keyed_enum;
use super::{Country, Profile, Region};

keyed_enum! {
    /// The tables of reference intakes, by whom they are for.
    ReferenceTables, "reference tables" {
        /// United States and Canada: NASEM, before 2016 the IOM.
        Us = "us", "United States, Canada";
        /// United Kingdom: COMA, and SACN for vitamin D.
        Uk = "uk", "United Kingdom";
        /// European Union: EFSA.
        Eu = "eu", "European Union";
        /// Germany, Austria and Switzerland: DGE, ÖGE and SGE.
        Dach = "dach", "Germany, Austria, Switzerland";
    }
}

impl Country {
    /// The region whose upper limits are used. Returns `None` for Australia and New Zealand, whose limits are in no table here: there
    /// the lowest level of all regions counts.
    ///
    /// Norway and Switzerland are not in the EU and have no limits here. Those of EFSA are used.
    #[must_use]
    pub fn limits_region(self) -> Option<Region> {
        match self {
            Self::Canada | Self::UnitedStates => Some(Region::Us),
            Self::UnitedKingdom => Some(Region::Uk),
            Self::Australia | Self::NewZealand => None,
            _ => Some(Region::Eu),
        }
    }

    /// The tables of reference intakes that are used. Returns `None` for Australia and New Zealand, whose values are in no table here.
    ///
    /// The Nordic countries, France, Italy, Spain and the Netherlands have tables of their own. Those of EFSA stand in for them.
    #[must_use]
    pub fn reference_tables(self) -> Option<ReferenceTables> {
        match self {
            Self::Germany | Self::Austria | Self::Switzerland => Some(ReferenceTables::Dach),
            _ => self.limits_region().map(Region::reference_tables),
        }
    }
}

impl Region {
    /// The tables of reference intakes for a person of whom only the region is known.
    #[must_use]
    pub fn reference_tables(self) -> ReferenceTables {
        match self {
            Self::Us => ReferenceTables::Us,
            Self::Eu => ReferenceTables::Eu,
            Self::Uk => ReferenceTables::Uk,
        }
    }
}

impl Profile {
    /// The region whose upper limits are used: that of the country, otherwise the one that the person said. `None` for the lowest
    /// level of all regions.
    #[must_use]
    pub fn limits_region(&self) -> Option<Region> {
        self.country.map_or(self.region, Country::limits_region)
    }

    /// The tables of reference intakes that are used: those of the country, otherwise of the region that the person said. `None` if
    /// neither is known or has tables here.
    #[must_use]
    pub fn reference_tables(&self) -> Option<ReferenceTables> {
        self.country.map_or_else(|| self.region.map(Region::reference_tables), Country::reference_tables)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_country_has_its_limits_and_tables() {
        use ReferenceTables::{Dach, Eu, Uk, Us};
        let dach = (Some(Region::Eu), Some(Dach));
        let eu = (Some(Region::Eu), Some(Eu));
        let us = (Some(Region::Us), Some(Us));
        for (key, expected) in [
            ("au", (None, None)),
            ("nz", (None, None)),
            ("at", dach),
            ("de", dach),
            ("ch", dach),
            ("ca", us),
            ("us", us),
            ("uk", (Some(Region::Uk), Some(Uk))),
            ("dk", eu),
            ("fi", eu),
            ("fr", eu),
            ("ie", eu),
            ("it", eu),
            ("nl", eu),
            ("no", eu),
            ("es", eu),
            ("se", eu),
            ("eu", eu),
        ] {
            let country: Country = key.parse().unwrap();
            assert_eq!((country.limits_region(), country.reference_tables()), expected, "{key}");
        }
    }

    #[test]
    fn the_country_decides_and_the_region_counts_without_one() {
        let only_region = Profile { region: Some(Region::Uk), ..Profile::default() };
        assert_eq!((only_region.limits_region(), only_region.reference_tables()), (Some(Region::Uk), Some(ReferenceTables::Uk)));
        let both = Profile { country: Some(Country::Austria), ..only_region.clone() };
        assert_eq!((both.limits_region(), both.reference_tables()), (Some(Region::Eu), Some(ReferenceTables::Dach)));
        let elsewhere = Profile { country: Some(Country::Australia), ..only_region };
        assert_eq!((elsewhere.limits_region(), elsewhere.reference_tables()), (None, None));
        assert_eq!((Profile::default().limits_region(), Profile::default().reference_tables()), (None, None));
    }
}
