//! The program from outside: one test binary, a file per behaviour.
//!
//! Diaries are made with the builders of `support`, under a clock that stands still in the morning of
//! 20 November 2026; what is saved is read back with plain SQL.

#![expect(clippy::unwrap_used, reason = "a test stops where something is not as it said")]

mod boundaries;
mod catalogue;
mod catalogue_tags;
mod chart_kinds;
mod cli;
mod cli_bad_input;
mod cli_chart;
mod cli_chart_and_advise;
mod cli_example;
mod cli_factor;
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
mod cli_strain;
mod cli_summary;
mod cli_supplement;
mod commands;
mod day_rules;
mod doctor_words;
mod downloads;
mod dump;
mod every_kind;
mod files;
mod flag_words;
mod foods_csv;
mod guide_data;
mod guide_lists;
mod guide_trust;
mod guide_words;
mod icons;
mod import_bad_input;
mod import_edges;
mod imports;
mod kinds;
mod kitchen;
mod limits;
mod look_back;
#[cfg(unix)]
mod making;
mod medicine_brands;
mod migrations;
mod notices;
mod oracle;
mod pages;
mod pictures;

mod plain;
#[cfg(unix)]
mod privacy;
mod random_commands;
mod refusals;
mod rules;
mod safety;
mod scenarios;
#[path = "../../src/seeded.rs"]
mod seeded;
mod sleep_rows;
mod slow;
mod sources;
mod strain_and_factors;
mod support;
mod text_boxes;
mod tidy;
mod trends;
mod typical_users;
mod upgrade;
mod views;
mod window_cramp_details;
mod window_dates;
mod window_day;
mod window_edits;
mod window_factors;
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
mod window_sleep;
mod window_strain;
mod window_stretches;
mod window_supplements;
mod window_support;
mod window_trends;
mod window_trends_range;
mod window_trends_tabs;
mod window_trends_tools;
mod window_trouble;
mod window_undo;
