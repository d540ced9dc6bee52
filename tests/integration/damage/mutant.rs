//! A diary file and what lies beside it, damaged in a made-up way.

use cramp_diary::diary::SplitMix64;
use std::{fs, path::Path};

/// The size of a page, in bytes.
const PAGE: usize = 4096;

/// The bytes of a diary, and of the log and the shared memory beside it; `None` for no such file.
#[derive(Clone)]
pub(super) struct Files {
    pub(super) diary: Vec<u8>,
    pub(super) log: Option<Vec<u8>>,
    pub(super) shared: Option<Vec<u8>>,
}

/// How the files were damaged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Damage {
    Bits,
    Bytes,
    PageZeroed,
    PageOfRubbish,
    PagesSwapped,
    Truncated,
    Header,
    LogBits,
    LogTruncated,
    LogMissing,
    LogOfAnother,
    SharedRubbish,
    SharedOfAnother,
}

const DAMAGES: [Damage; 13] = [
    Damage::Bits,
    Damage::Bytes,
    Damage::PageZeroed,
    Damage::PageOfRubbish,
    Damage::PagesSwapped,
    Damage::Truncated,
    Damage::Header,
    Damage::LogBits,
    Damage::LogTruncated,
    Damage::LogMissing,
    Damage::LogOfAnother,
    Damage::SharedRubbish,
    Damage::SharedOfAnother,
];

impl Files {
    pub(super) fn read(diary: &Path) -> Self {
        let beside = |ending: &str| fs::read(diary.with_extension(ending)).ok();
        Self { diary: fs::read(diary).unwrap(), log: beside("sqlite-wal"), shared: beside("sqlite-shm") }
    }

    pub(super) fn write(&self, diary: &Path) {
        fs::write(diary, &self.diary).unwrap();
        for (ending, bytes) in [("sqlite-wal", &self.log), ("sqlite-shm", &self.shared)] {
            if let Some(bytes) = bytes {
                fs::write(diary.with_extension(ending), bytes).unwrap();
            }
        }
    }

    /// Damages the files in the way whose turn it is. What belongs to another diary is taken from `another`.
    pub(super) fn damaged(&self, number: usize, random: &mut SplitMix64, another: &Self) -> (Damage, Self) {
        let damage = DAMAGES[number % DAMAGES.len()];
        let mut files = self.clone();
        if number.is_multiple_of(2) && !format!("{damage:?}").starts_with("Log") {
            // As a closed diary: one file.
            (files.log, files.shared) = (None, None);
        }
        let pages = files.diary.len() / PAGE;
        match damage {
            Damage::Bits => flip(&mut files.diary, random),
            Damage::Bytes => {
                let from = random.below(files.diary.len() - 64);
                rubbish(&mut files.diary[from..from + 64], random);
            }
            Damage::PageZeroed => page(&mut files.diary, random.below(pages)).fill(0),
            Damage::PageOfRubbish => rubbish(page(&mut files.diary, random.below(pages)), random),
            Damage::PagesSwapped => {
                let (one, other) = (random.below(pages), random.below(pages));
                let bytes = page(&mut files.diary, one).to_vec();
                let others = page(&mut files.diary, other).to_vec();
                page(&mut files.diary, one).copy_from_slice(&others);
                page(&mut files.diary, other).copy_from_slice(&bytes);
            }
            Damage::Truncated => {
                let length = random.below(files.diary.len());
                files.diary.truncate(if number.is_multiple_of(3) { length } else { length / PAGE * PAGE });
            }
            Damage::Header => {
                let place = random.below(100);
                rubbish(&mut files.diary[place..=place], random);
            }
            Damage::LogBits => flip(files.log.as_mut().unwrap(), random),
            Damage::LogTruncated => {
                let log = files.log.as_mut().unwrap();
                log.truncate(random.below(log.len()));
            }
            Damage::LogMissing => files.log = None,
            Damage::LogOfAnother => files.log.clone_from(&another.log),
            Damage::SharedRubbish => {
                let mut bytes = vec![0; 8 * PAGE];
                rubbish(&mut bytes, random);
                files.shared = Some(bytes);
            }
            Damage::SharedOfAnother => files.shared.clone_from(&another.shared),
        }
        (damage, files)
    }
}

fn page(bytes: &mut [u8], number: usize) -> &mut [u8] {
    &mut bytes[number * PAGE..(number + 1) * PAGE]
}

fn flip(bytes: &mut [u8], random: &mut SplitMix64) {
    for _ in 0..=random.below(8) {
        bytes[random.below(bytes.len())] ^= 1 << random.below(8);
    }
}

fn rubbish(bytes: &mut [u8], random: &mut SplitMix64) {
    bytes.fill_with(|| u8::try_from(random.below(256)).unwrap());
}
