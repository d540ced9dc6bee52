//! Bringing the diaries of several computers together: theirs into ours, then ours into the folder.

use super::folder::{FoundSnapshot, SnapshotState, is_damaged, is_encrypted, path_of, read, snapshots};
use super::{SeenComputer, SeveralError};
use crate::diary::{Coming, Diary, Merged, kept_keys};
use crate::exchange::own::{Snapshot, SnapshotHead, fingerprint, snapshot_content, snapshot_document, write_snapshot};
use crate::machine::{DiaryNotes, Machine};
use crate::sealed::{Keys, Opener, Secret, seal};
use crate::store::Store;
use chrono::{DateTime, Utc};
use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// What a meeting of the diaries needs.
#[derive(Debug, Clone, Copy)]
pub struct Syncing<'a> {
    /// The folder that is carried between the computers.
    pub folder: &'a Path,
    /// What this computer knows of the diary.
    pub machine: &'a Machine,
    /// What the person calls this computer.
    pub computer: &'a str,
    /// What the person typed to open encrypted snapshots; `None` if nothing was typed.
    pub secret: Option<&'a Secret>,
}

/// What came of it.
#[derive(Debug, Default)]
pub struct SyncReport {
    /// The other computers, as their snapshots name them, newest snapshot first.
    pub seen: Vec<SeenComputer>,
    /// Each merge that brought something.
    pub merged: Vec<Merged>,
    /// What was not merged, and why, in a sentence each.
    pub refused: Vec<String>,
    /// The encrypted snapshots whose password is not known here.
    pub locked: Vec<PathBuf>,
    /// Whether a new snapshot of this computer was written.
    pub is_written: bool,
}

/// What is remembered between two meetings, beside what [`DiaryNotes`] names.
#[derive(Debug, Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
struct Memory {
    /// The fingerprints of the snapshot that this computer wrote last, and of the one before it, in case that the last was interrupted.
    written: Vec<String>,
    /// The fingerprint of the document in it.
    document: String,
    /// The fingerprints of the files whose content is in the diary.
    merged: BTreeSet<String>,
    /// The other computers.
    seen: Vec<SeenComputer>,
}

/// Where the memory stands in the notes on a diary.
const MEMORY: &str = "several";

impl Syncing<'_> {
    /// Merges what the others wrote, then writes what this computer knows. There is a backup from before the first merge that changes
    /// something.
    ///
    /// # Errors
    /// A [`SeveralError`] if the folder cannot be read, or the diary, its backup or the snapshot cannot be written. What was merged until then
    /// stays.
    pub fn run(self, diary: &mut Diary) -> Result<SyncReport, SeveralError> {
        let now = diary.clock().now().to_utc();
        let mut memory = self.memory(diary);
        let keys = self.keys(diary)?;
        let with = Opener { keys: keys.as_ref(), secret: self.secret };
        let device = self.own_device(diary, &memory, with)?;
        let own = path_of(self.folder, device);
        let found = read(self.folder, &own, now, with, |fingerprint| memory.merged.contains(fingerprint))?;
        let mut report = SyncReport::default();
        let mut present = BTreeSet::new();
        for FoundSnapshot { path, fingerprint, found } in found {
            match found {
                SnapshotState::Merged => drop(present.insert(fingerprint)),
                SnapshotState::Locked => report.locked.push(path),
                SnapshotState::Refused(why) => report.refused.push(why),
                SnapshotState::Snapshot(snapshot) => {
                    let Snapshot { head, incoming } = *snapshot;
                    let refused = incoming.left_out.iter().map(|words| format!("{}: {words}", path.display()));
                    report.refused.extend(refused);
                    let (theirs, from) = (incoming.draft.whole, head.computer.as_str());
                    let is_first = report.merged.is_empty();
                    let mut merged = if is_first {
                        diary.take_in(Coming::Diary(theirs), from, self.machine)?.merged
                    } else {
                        diary.merge(theirs, from)?
                    };
                    let refused = std::mem::take(&mut merged.report.refused);
                    if refused.is_empty() {
                        present.insert(fingerprint);
                    }
                    // What is dated in the future comes when its time has come.
                    report.refused.extend(refused.into_iter().map(|words| format!("{from}: {words}.")));
                    if !merged.report.is_empty() {
                        report.merged.push(merged);
                    }
                    memory.saw(&head);
                }
            }
        }
        memory.merged = present;
        if keys.is_none() && !report.locked.is_empty() {
            // What the others encrypt is not laid beside it in plain words.
            report.seen.clone_from(&memory.seen);
            self.remember(diary, &memory)?;
            return Ok(report);
        }
        memory.seen.retain(|seen| seen.device != device);
        report.seen.clone_from(&memory.seen);
        report.is_written = self.write(diary, keys.as_ref(), &self.head(device, now), memory)?;
        Ok(report)
    }

    /// The other computers that were seen, newest snapshot first.
    #[must_use]
    pub fn seen(notes: &DiaryNotes) -> Vec<SeenComputer> {
        memory_in(notes).seen
    }

    /// Writes what this computer knows and merges nothing, for a window that is closed. Returns whether a new snapshot was written. Beside
    /// encrypted snapshots whose keys are not known here none is.
    ///
    /// # Errors
    /// A [`SeveralError`] if the diary cannot be read, or the snapshot cannot be written.
    pub fn leave(self, diary: &Diary) -> Result<bool, SeveralError> {
        let memory = self.memory(diary);
        let keys = self.keys(diary)?;
        let device = self.own_device(diary, &memory, Opener { keys: keys.as_ref(), secret: self.secret })?;
        if keys.is_none() && snapshots(self.folder)?.iter().any(|path| is_encrypted(path)) {
            return Ok(false);
        }
        self.write(diary, keys.as_ref(), &self.head(device, diary.clock().now().to_utc()), memory)
    }

    /// What the snapshot of this computer says of itself.
    fn head(self, device: Uuid, written: DateTime<Utc>) -> SnapshotHead {
        SnapshotHead { device, computer: self.computer.to_owned(), written, format: Store::newest_format() }
    }

    /// Writes a snapshot of the diary, unless the one that is there says the same, and remembers it. Returns whether it was written.
    fn write(self, diary: &Diary, keys: Option<&Keys>, head: &SnapshotHead, mut memory: Memory) -> Result<bool, SeveralError> {
        let document = snapshot_document(&diary.whole()?);
        let (path, known) = (path_of(self.folder, head.device), fingerprint(&document));
        let is_there = fs::read(&path).is_ok_and(|content| memory.written.contains(&fingerprint(&content)));
        if memory.document == known && is_there {
            self.remember(diary, &memory)?;
            return Ok(false);
        }
        let mut content = snapshot_content(head, &document);
        if let Some(keys) = keys {
            let mut sealed = Vec::new();
            seal(keys, content.as_slice(), &mut sealed)?;
            content = sealed;
        }
        // Remembered first: a file that this computer cannot remember would be taken for somebody else's.
        memory.written.push(fingerprint(&content));
        let older = memory.written.len().saturating_sub(2);
        memory.written.drain(..older);
        self.remember(diary, &memory)?;
        write_snapshot(&content, &path)?;
        memory.document = known;
        self.remember(diary, &memory)?;
        Ok(true)
    }

    /// The keys with which snapshots are encrypted: those that this computer keeps, else those of an encrypted snapshot that opens with what
    /// was typed, which are kept from then on. Returns `None` if snapshots are plain.
    fn keys(self, diary: &Diary) -> Result<Option<Keys>, SeveralError> {
        let kept = kept_keys(diary.path(), self.machine)?;
        let (None, Some(secret)) = (&kept, self.secret) else { return Ok(kept) };
        for path in snapshots(self.folder)? {
            if is_encrypted(&path)
                && let Ok(file) = File::open(&path)
            {
                let keys = Keys::of_file(file, secret)?;
                self.machine.note(diary.path(), |notes| notes.sealed = Some(keys.kept()))?;
                return Ok(Some(keys));
            }
        }
        Ok(None)
    }

    /// The id of this computer. A new one is made if somebody else writes the file of the old one: a diary that was copied with all that
    /// its computer knew.
    fn own_device(self, diary: &Diary, memory: &Memory, with: Opener<'_>) -> Result<Uuid, SeveralError> {
        let device = self.machine.device(diary.path())?;
        let path = path_of(self.folder, device);
        let is_ours = match fs::read(&path) {
            // What nobody can read any more is written anew.
            Ok(content) => memory.written.contains(&fingerprint(&content)) || is_damaged(&path, content, with),
            Err(_) => true,
        };
        if is_ours {
            return Ok(device);
        }
        let device = Uuid::new_v4();
        self.machine.note(diary.path(), |notes| (notes.device, notes.backups_of) = (Some(device), None))?;
        Ok(device)
    }

    fn memory(self, diary: &Diary) -> Memory {
        let notes = self.machine.about(diary.path());
        // A diary without an id was restored, and may lack what was merged before.
        if notes.device.is_some() { memory_in(&notes) } else { Memory::default() }
    }

    fn remember(self, diary: &Diary, memory: &Memory) -> Result<(), SeveralError> {
        let memory = serde_json::to_value(memory).unwrap_or_default();
        self.machine.note(diary.path(), |notes| drop(notes.rest.insert(MEMORY.to_owned(), memory)))?;
        Ok(())
    }
}

impl Memory {
    fn saw(&mut self, head: &SnapshotHead) {
        let SnapshotHead { device, computer, written, format: _ } = head.clone();
        let newest = self.seen.iter().find(|seen| seen.device == device).map_or(written, |seen| seen.written.max(written));
        self.seen.retain(|seen| seen.device != device);
        self.seen.push(SeenComputer { device, computer, written: newest });
        self.seen.sort_by_key(|seen| Reverse(seen.written));
    }
}

fn memory_in(notes: &DiaryNotes) -> Memory {
    notes.rest.get(MEMORY).and_then(|memory| serde_json::from_value(memory.clone()).ok()).unwrap_or_default()
}
