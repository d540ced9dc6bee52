//! Red flags that must not wait are printed by every command, not only by `flags`.

use super::{CliError, text};
use crate::diary::{Diary, Safety};
use std::io::Write;

/// Prints the urgent flags that stand now but did not stand, or were acknowledged, before the command.
pub(super) fn write_newly_raised(before: &Safety, diary: &Diary, out: &mut dyn Write) -> Result<(), CliError> {
    let after = diary.safety()?;
    let stood = |id: &str| before.pressing().any(|raised| raised.flag.rule.id == id);
    for raised in after.pressing().filter(|raised| !stood(&raised.flag.rule.id)) {
        let rule = raised.flag.rule;
        text::wrapped(out, 0, &format!("{}: {}. {}", raised.flag.urgency.label(), rule.title, raised.act))?;
        writeln!(out, "Why, and what to tell: cramp-diary flags")?;
    }
    Ok(())
}

/// Prints the urgent flags that stand and are not acknowledged, the most urgent first, and an empty line after them.
pub(super) fn write_standing(diary: &Diary, out: &mut dyn Write) -> Result<(), CliError> {
    let safety = diary.safety()?;
    for sign in &safety.alarming {
        text::wrapped(out, 0, &safety.alarm_words(sign))?;
    }
    for raised in safety.pressing() {
        text::wrapped(out, 0, &format!("{}: {} (cramp-diary flags)", raised.flag.urgency.label(), raised.flag.rule.title))?;
    }
    if safety.pressing().next().is_some() || !safety.alarming.is_empty() { Ok(writeln!(out)?) } else { Ok(()) }
}
