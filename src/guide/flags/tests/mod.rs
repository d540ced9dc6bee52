//! The tests of the red flags.
//!
//! The tables (`rows/*.txt`) say for each rule which diary fires it and which nearest one does not. [`item`] reads what a diary
//! holds, [`diary`] makes one of it, [`rows`] checks the tables, and [`changed`] checks the tables themselves: each number and each
//! alternative of a rule needs a row that would notice if it were another.

mod changed;
mod diary;
mod item;
mod properties;
mod rows;
mod said;
