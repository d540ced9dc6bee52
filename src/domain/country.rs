//! The country in which a person lives.

use super::keyed::keyed_enum;

keyed_enum! {
    /// The country in which the person lives. Limits, reference intakes and numbers for help follow from it.
    Country, "country" {
        /// Australia.
        Australia = "au", "Australia";
        /// Austria.
        Austria = "at", "Austria";
        /// Canada.
        Canada = "ca", "Canada";
        /// Denmark.
        Denmark = "dk", "Denmark";
        /// Finland.
        Finland = "fi", "Finland";
        /// France.
        France = "fr", "France";
        /// Germany.
        Germany = "de", "Germany";
        /// Ireland.
        Ireland = "ie", "Ireland";
        /// Italy.
        Italy = "it", "Italy";
        /// Netherlands.
        Netherlands = "nl", "Netherlands";
        /// New Zealand.
        NewZealand = "nz", "New Zealand";
        /// Norway.
        Norway = "no", "Norway";
        /// Spain.
        Spain = "es", "Spain";
        /// Sweden.
        Sweden = "se", "Sweden";
        /// Switzerland.
        Switzerland = "ch", "Switzerland";
        /// United Kingdom.
        UnitedKingdom = "uk", "United Kingdom";
        /// United States.
        UnitedStates = "us", "United States";
        /// A country of the European Union that is not in this list.
        OtherEu = "eu", "Another country of the EU";
    }
}
