//! The program from outside: one test binary, a file per behaviour.
//!
//! Diaries are made with the builders of `support`, under a clock that stands still in the morning of
//! 20 November 2026; what is saved is read back with plain SQL.

#![expect(clippy::unwrap_used, reason = "a test stops where something is not as it said")]

mod catalogue;
mod catalogue_tags;
mod cli;
mod cli_bad_input;
mod cli_chart_and_advise;
mod cli_example;
mod cli_flags;
mod cli_foods;
mod cli_guide;
mod cli_help;
mod cli_import;
mod cli_intake;
mod cli_log;
mod cli_medicine;
mod cli_profile;
mod cli_show;
mod cli_sign;
mod cli_supplement;
mod commands;
mod day_rules;
mod downloads;
mod dump;
mod files;
mod foods_csv;
mod guide_data;
mod guide_words;
mod import_bad_input;
mod imports;
mod kitchen;
mod limits;
mod migrations;
mod pages;
mod personas;
mod random_commands;
mod refusals;
mod rules;
mod safety;
mod sources;
mod support;
mod tidy;
mod trends;
mod upgrade;
mod window_cramp_details;
mod window_dates;
mod window_day;
mod window_edits;
mod window_failing_write;
mod window_find_foods;
mod window_first_page;
mod window_flags;
mod window_guide;
mod window_idle;
mod window_imports;
mod window_intake;
mod window_keyboard;
mod window_looking;
mod window_meals;
mod window_medicines;
mod window_night;
mod window_overnight;
mod window_own_foods;
mod window_profile;
mod window_relief;
mod window_settings;
mod window_signs;
mod window_stretches;
mod window_supplements;
mod window_support;
mod window_trends;
mod window_trouble;
mod window_undo;
