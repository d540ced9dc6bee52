//! `restore`: putting a backup in the place of the diary.

use super::backup::with_tally;
use super::password::PasswordOption;
use super::{CliError, Session, text};
use crate::diary::{Coming, TakenIn, kept_keys, second_place};
use crate::machine::Machine;
use crate::sealed::Opener;
use crate::several::comes_back;
use crate::store::{BackupPlace, DiaryNow, Restoration, RestorePreview, Restored};
use clap::Args;
use serde_json::{Value, json};
use std::io::{self, IsTerminal as _, Write};
use std::path::{Path, PathBuf};

/// Whose a diary is that comes out of a backup.
const FROM: &str = "the backup";

/// What `restore` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary backups                                        what there is
  cramp-diary restore diary.2026-11-30T07-12-05.daily.sqlite --dry-run
  cramp-diary restore /media/stick/diary-1a2b3c4d.2026-11-29T07-10-00.daily.sqlite.gz --yes
  cramp-diary restore old.sqlite --merge                 what it holds comes into the diary of now
  cramp-diary restore copied-by-hand.sqlite              any diary file, also of an older version
  cramp-diary restore FILE.encrypted --password-file words.txt   on a computer without its keys

The diary of now becomes a backup first. One that is damaged is kept as it is. FILE is only read.

Exit code: 0 done, 1 refused; 2 if nobody is there who can be asked, and --yes is missing.")]
pub(super) struct RestoreArguments {
    /// The backup or diary file, or the name of a backup beside the diary
    file: PathBuf,

    #[command(flatten)]
    how: How,

    /// Restore it without asking
    #[arg(long)]
    yes: bool,

    #[command(flatten)]
    password: PasswordOption,

    /// For machines
    #[arg(long)]
    json: bool,
}

// A comment for the documentation would stand in the help of the command.
#[derive(Debug, Args)]
struct How {
    /// Say what would come and go, and change nothing
    #[arg(long)]
    dry_run: bool,

    /// Take in what the file holds, and keep what the diary has
    #[arg(long)]
    merge: bool,
}

impl RestoreArguments {
    /// Shows what restoring would do, and does it if it is meant.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        if self.how.merge {
            return self.merged(session, out);
        }
        let (machine, diary) = (session.machine(), session.path_to_write()?);
        let at = session.into_clock().now().naive_local();
        let restoration = self.prepared(&diary, &machine)?;
        if self.json {
            if self.how.dry_run || self.yes {
                let preview = preview_json(restoration.preview());
                let restored = if self.how.dry_run { None } else { Some(replace(restoration, &diary, &machine, at)?) };
                let restored = restored.map(|Restored { before, before_is_sound, .. }| {
                    json!({ "before": before.map(|path| path.display().to_string()), "before_is_sound": before_is_sound })
                });
                return Ok(text::json(out, &json!({ "preview": preview, "restored": restored }))?);
            }
            text::json(out, &json!({ "preview": preview_json(restoration.preview()), "restored": null }))?;
            return Err(not_asked());
        }
        write_preview(restoration.preview(), out)?;
        if self.how.dry_run {
            return Ok(text::wrapped(out, 0, "Nothing was changed.")?);
        }
        if !self.yes && !asked(out)? {
            return Ok(text::wrapped(out, 0, "Nothing was changed.")?);
        }
        let restored = replace(restoration, &diary, &machine, at)?;
        text::wrapped(out, 0, &format!("Restored. Your diary now holds {}.", restored.tally.words()))?;
        if let Some(before) = restored.before {
            let word =
                if restored.before_is_sound { "The diary of before is a backup now:" } else { "The damaged diary of before was kept:" };
            writeln!(out, "{word}\n{}", before.display())?;
        }
        comes_back(&diary, &machine).map_or(Ok(()), |words| Ok(text::wrapped(out, 0, &words)?))
    }

    /// Takes in what the file holds, after a backup was made, or says what would come.
    fn merged(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let (machine, path) = (session.machine(), session.path_to_write()?);
        let theirs = self.prepared(&path, &machine)?.whole()?;
        let (report, before) = if self.how.dry_run {
            (session.open_to_plan()?.plan_merge(&theirs)?.report, None)
        } else {
            let mut diary = session.open_to_write()?;
            let TakenIn { merged, before } = diary.take_in(Coming::Diary(theirs), FROM, &machine)?;
            (merged.report, before.map(|before| before.path))
        };
        if self.json {
            let before = before.map(|path| path.display().to_string());
            let found = json!({ "what": report.sentence(FROM), "details": report.details(), "refused": report.refused, "before": before });
            return Ok(text::json(out, &found)?);
        }
        text::wrapped(out, 0, &format!("{}.", report.sentence(FROM)))?;
        for words in report.details().into_iter().chain(report.refused.iter().map(|words| format!("Left out: {words}."))) {
            text::wrapped(out, 2, &words)?;
        }
        match before {
            Some(before) => writeln!(out, "The diary of before is a backup now:\n{}", before.display())?,
            None if self.how.dry_run => text::wrapped(out, 0, "Nothing was changed.")?,
            None => {}
        }
        Ok(())
    }

    /// What is to be restored, opened with the keys of this computer or the password if it is encrypted.
    fn prepared(&self, diary: &Path, machine: &Machine) -> Result<Restoration, CliError> {
        let (keys, secret) = (kept_keys(diary, machine).ok().flatten(), self.password.secret()?);
        let opener = Opener { keys: keys.as_ref(), secret: secret.as_ref() };
        Ok(Restoration::prepare(&self.found(diary, machine), diary, opener)?)
    }

    /// The file, or the backup of that name where backups are kept.
    fn found(&self, diary: &Path, machine: &Machine) -> PathBuf {
        if self.file.exists() {
            return self.file.clone();
        }
        let places = [Some(BackupPlace::beside(diary)), second_place(diary, machine)];
        places.into_iter().flatten().find_map(|place| place.named_file(&self.file)).unwrap_or_else(|| self.file.clone())
    }
}

fn replace(restoration: Restoration, diary: &Path, machine: &Machine, at: chrono::NaiveDateTime) -> Result<Restored, CliError> {
    let restored = restoration.replace(&BackupPlace::beside(diary), at)?;
    _ = machine.note_restored(diary);
    Ok(restored)
}

/// Asks whether it is meant.
///
/// # Errors
/// [`CliError::Usage`] if nobody is there who can be asked.
fn asked(out: &mut dyn Write) -> Result<bool, CliError> {
    if !io::stdin().is_terminal() {
        return Err(not_asked());
    }
    write!(out, "Put it in the place of your diary? Type yes: ")?;
    out.flush()?;
    let mut answer = String::new();
    io::stdin().read_line(&mut answer)?;
    Ok(answer.trim().eq_ignore_ascii_case("yes"))
}

fn not_asked() -> CliError {
    CliError::Usage("Nothing was restored. If what is listed is meant, say so with --yes.".to_owned())
}

fn write_preview(preview: &RestorePreview, out: &mut dyn Write) -> Result<(), CliError> {
    text::wrapped(out, 0, &format!("The backup: {}.", preview.then.words()))?;
    match &preview.now {
        DiaryNow::Absent => {}
        DiaryNow::Unreadable(words) => text::wrapped(out, 0, &format!("The diary now: {words}"))?,
        DiaryNow::Sound(tally) => text::wrapped(out, 0, &format!("The diary now: {}.", tally.words()))?,
    }
    for words in preview.words() {
        text::wrapped(out, 0, &words)?;
    }
    Ok(())
}

fn preview_json(preview: &RestorePreview) -> Value {
    let RestorePreview { then, now, goes, comes, changes, was_older } = preview;
    let now = match now {
        DiaryNow::Absent => Value::Null,
        DiaryNow::Unreadable(words) => json!({ "unreadable": words }),
        DiaryNow::Sound(tally) => with_tally(json!({}), *tally),
    };
    let counts = |kinds: &[(&'static str, usize)]| kinds.iter().map(|(noun, count)| ((*noun).to_owned(), json!(count))).collect::<Value>();
    json!({
        "backup": with_tally(json!({}), *then),
        "diary": now,
        "goes": counts(goes),
        "comes": counts(comes),
        "changes": counts(changes),
        "was_older": was_older,
    })
}
