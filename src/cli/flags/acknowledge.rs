//! `flags acknowledge`: that a flag was read, with a note.

use crate::cli::{CliError, Session};
use crate::diary::{Command, SignCommand};
use crate::guide::red_flag;
use clap::Args;
use std::io::Write;

/// What `flags acknowledge` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  cramp-diary flags acknowledge rf09 --note \"appointment on Monday\"")]
pub(super) struct AcknowledgeFlag {
    /// Which flag: cramp-diary flags
    flag: String,

    /// What you do about it, 1 to 10,000 letters
    #[arg(long, value_name = "TEXT")]
    note: String,
}

impl AcknowledgeFlag {
    /// Notes it; a flag that does not stand is refused.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let mut diary = session.open_to_write()?;
        let safety = diary.safety()?;
        let wanted = self.flag.trim().to_lowercase();
        let Some(raised) = safety.flags.iter().find(|raised| raised.flag.rule.id == wanted) else {
            let standing: Vec<_> = safety.flags.iter().map(|raised| raised.flag.rule.id.as_str()).collect();
            let standing = if standing.is_empty() { "none is raised".to_owned() } else { format!("raised: {}", standing.join(", ")) };
            return Err(match red_flag(&wanted) {
                Some(_known) => CliError::Refused(format!("\"{}\" is not raised by this diary; {standing}.", self.flag)),
                None => CliError::Usage(format!("\"{}\" is the name of no warning; {standing}.", self.flag)),
            });
        };
        let acknowledged = raised.acknowledged(safety.today, &self.note)?;
        let title = &raised.flag.rule.title;
        diary.execute(Command::Sign(SignCommand::Acknowledge(acknowledged)))?;
        Ok(writeln!(out, "Noted for \"{title}\". It returns when the sign is logged anew.")?)
    }
}
