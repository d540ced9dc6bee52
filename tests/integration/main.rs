//! Behaviour of the whole program, a file per behaviour.
#![expect(clippy::unwrap_used, reason = "tests")]

mod cli;
mod cli_bad_input;
mod cli_chart_and_advise;
mod cli_example;
mod cli_foods;
mod cli_help;
mod cli_log;
mod cli_show;
