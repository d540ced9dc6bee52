//! Cramp Diary: a private desktop diary for people whose legs or feet cramp at night.
//!
//! # The map
//!
//! | module | what it is |
//! | --- | --- |
//! | [`domain`] | the diary's words as types: night, day, cramp, drink, stretch, food |
//! | [`store`] | the diary file: SQLite, one door for writes |
//! | [`diary`] | what a person does ([`diary::Command`]) and sees (read models); undo |
//! | [`nutrition`] | foods, what is in them, search, suggestions |
//! | [`guide`] | medical knowledge: topics with their evidence, stretches, red flags, medicines |
//! | [`insights`] | figures over nights |
//! | [`wording`] | those figures in words |
//! | [`charts`] | charts, and drawing them on any plotters backend |
//! | [`exchange`] | files of other formats: what a diary is exported to and imported from, USDA downloads |
//! | [`whole_file`] | writing a file as a whole or not at all |
//! | [`jobs`] | long work on a thread of its own |
//! | [`machine`] | what this computer knows of a diary |
//! | [`sealed`] | encrypted copies: a container of bytes, its password and recovery words |
//! | [`clock`] | the only reader of the wall clock |
//! | [`cli`] | the commands of the command line |
//! | [`ui`] | the window |
//!
//! What happens after a click: `ui` makes a [`diary::Command`], [`diary::Diary::execute`] carries it out,
//! `store` writes one transaction and reports what changed, views that depend on it are rebuilt once, and
//! `charts` draws them. ARCHITECTURE.md says what each module must not know; a test checks it.

pub mod charts;
pub mod cli;
pub mod clock;
pub mod diary;
pub mod domain;
pub mod exchange;
pub mod guide;
pub mod insights;
pub mod jobs;
pub mod machine;
pub mod nutrition;
pub mod sealed;
#[cfg(test)]
mod seeded;
pub mod store;
pub mod ui;
pub mod whole_file;
pub mod wording;
