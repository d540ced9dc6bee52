//! Tests that take a third of the time of all. `just fast` leaves out what has `slow::` in its name; CI leaves out nothing.
//!
//! Two more stand beside what they need: `oracle/slow.rs`, and `nutrition/search/slow.rs` in `src/`.

mod chart_words;
mod damage;
mod machines;
mod personas;
mod salvage;
mod writers;
