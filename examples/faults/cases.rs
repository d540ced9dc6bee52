//! What is tried: a folder as it is before, a command, and what there must be afterwards.

use crate::before::{
    backed_up, backed_up_with_a_log, damaged, exported, exported_encrypted, killed, of_the_first_format, of_today, of_two_computers,
    of_two_computers_encrypted, with_a_second_place, with_an_export, with_another_diary,
};
use crate::copies::{Copies, Promised};
use crate::strace::Strace;
use std::path::Path;

/// What is tried. "{}" in an argument stands for the folder of the case.
pub(crate) struct Case {
    pub(crate) name: &'static str,
    /// Makes the files that are there before.
    pub(crate) prepare: fn(&Path, &Strace),
    pub(crate) arguments: &'static [&'static str],
    /// The amounts of the drinks that are in the diary before, in ml.
    pub(crate) before: &'static [i64],
    /// The amounts of the drinks that come into it, all of them or none.
    pub(crate) comes: &'static [i64],
    /// The amounts of the drinks of the diary that may take its place, if a backup of what was there before is kept.
    pub(crate) in_its_place: Option<&'static [i64]>,
    /// What is written besides.
    pub(crate) copies: Option<Copies>,
    /// A file that is only read.
    pub(crate) only_read: Option<&'static str>,
    /// Whether the command can be given again afterwards.
    pub(crate) is_repeatable: bool,
}

const PLAIN: Case = Case {
    name: "",
    prepare: of_today,
    arguments: &[],
    before: &[250],
    comes: &[],
    in_its_place: None,
    copies: None,
    only_read: None,
    is_repeatable: true,
};

const LOG: Case = Case { arguments: &["log", "drink", "water", "251ml"], comes: &[251], ..PLAIN };

const BACKUP: Copies = Copies { folder: "backups", ending: ".sqlite", holds: &[&[250]], promised: Promised::Always, before: 0 };

/// Restores the backup that the plain program made at the moment of a run, while another drink came.
const RESTORE: Case = Case {
    arguments: &["restore", "diary.2026-11-20T08-00-00.asked-for.sqlite", "--yes"],
    before: &[250, 252],
    in_its_place: Some(&[250]),
    copies: Some(Copies { holds: &[&[250, 252], &[250]], before: 1, ..BACKUP }),
    is_repeatable: false,
    ..PLAIN
};

const EXPORT: Copies = Copies { folder: "out", ending: ".json", holds: &[&[250, 252], &[250]], promised: Promised::Always, before: 1 };

const SNAPSHOTS: Copies = Copies {
    folder: "shared",
    ending: ".crampdiary",
    holds: &[&[250, 251, 253], &[250], &[251, 253]],
    promised: Promised::UnlessTold,
    before: 2,
};

pub(crate) const CASES: &[Case] = &[
    Case { name: "creating", prepare: |_, _| (), before: &[], ..LOG },
    Case { name: "logging", ..LOG },
    Case { name: "logging after a kill", prepare: killed, before: &[250, 252], ..LOG },
    Case { name: "migrating", prepare: of_the_first_format, ..LOG },
    Case { name: "reading after a kill", prepare: killed, arguments: &["show"], before: &[250, 252], ..PLAIN },
    Case { name: "checking", prepare: killed, arguments: &["check"], before: &[250, 252], ..PLAIN },
    Case { name: "a backup", arguments: &["backup"], copies: Some(BACKUP), ..PLAIN },
    Case {
        name: "an encrypted backup",
        prepare: with_a_second_place,
        arguments: &["backup"],
        copies: Some(Copies { folder: "elsewhere", ending: ".encrypted", promised: Promised::UnlessTold, ..BACKUP }),
        ..PLAIN
    },
    Case { name: "restoring", prepare: backed_up, ..RESTORE },
    Case { name: "restoring over a log", prepare: backed_up_with_a_log, ..RESTORE },
    Case {
        name: "exporting JSON",
        prepare: exported,
        arguments: &["export", "json", "{}/out/diary.json"],
        before: &[250, 252],
        copies: Some(EXPORT),
        ..PLAIN
    },
    Case {
        name: "exporting it encrypted",
        prepare: exported_encrypted,
        arguments: &["export", "json", "{}/out/diary.json.encrypted", "--password-file", "{}/password.txt"],
        before: &[250, 252],
        copies: Some(Copies { ending: ".encrypted", ..EXPORT }),
        ..PLAIN
    },
    Case {
        name: "exporting CSV",
        arguments: &["export", "csv", "{}/out/tables"],
        copies: Some(Copies { folder: "out", ending: "tables", ..BACKUP }),
        is_repeatable: false,
        ..PLAIN
    },
    Case {
        name: "importing",
        prepare: with_an_export,
        arguments: &["import", "{}/other.json"],
        comes: &[251, 253],
        copies: Some(BACKUP),
        only_read: Some("other.json"),
        ..PLAIN
    },
    Case {
        name: "merging",
        prepare: with_another_diary,
        arguments: &["merge", "{}/other.sqlite"],
        comes: &[251, 253],
        copies: Some(BACKUP),
        only_read: Some("other.sqlite"),
        ..PLAIN
    },
    Case { name: "syncing", prepare: of_two_computers, arguments: &["sync"], comes: &[251, 253], copies: Some(SNAPSHOTS), ..PLAIN },
    Case {
        name: "syncing encrypted",
        prepare: of_two_computers_encrypted,
        arguments: &["sync"],
        comes: &[251, 253],
        copies: Some(SNAPSHOTS),
        ..PLAIN
    },
    Case {
        name: "salvaging",
        prepare: damaged,
        arguments: &["salvage", "{}/damaged.sqlite", "--out", "{}/out/saved.sqlite"],
        copies: Some(Copies { folder: "out", holds: &[&[251, 253]], ..BACKUP }),
        only_read: Some("damaged.sqlite"),
        is_repeatable: false,
        ..PLAIN
    },
];
