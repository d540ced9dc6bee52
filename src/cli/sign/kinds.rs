//! `sign kinds`: every sign that can be logged.

use crate::cli::CliError;
use crate::cli::text::{self, Align, TextTable};
use crate::domain::{SignGroup, SignKind};
use clap::Args;
use serde::Serialize;
use std::io::Write;

/// What `sign kinds` takes.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  cramp-diary sign kinds\n  cramp-diary sign kinds --json")]
pub(super) struct ListKinds {
    /// For machines
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Serialize)]
struct KindJson {
    sign: &'static str,
    label: &'static str,
    group: &'static str,
    has_side: bool,
    /// Whether it can be known to a doctor once for all.
    can_be_known: bool,
    help: Option<&'static str>,
}

impl ListKinds {
    /// Prints them by group.
    pub(super) fn run(&self, out: &mut dyn Write) -> Result<(), CliError> {
        if self.json {
            let kinds = SignKind::ALL.iter().map(|kind| KindJson {
                sign: kind.key(),
                label: kind.label(),
                group: kind.group().label(),
                has_side: kind.has_side(),
                can_be_known: kind.can_be_known(),
                help: kind.help(),
            });
            return Ok(text::json(out, &kinds.collect::<Vec<_>>())?);
        }
        for group in SignGroup::ALL {
            writeln!(out, "{}", group.label())?;
            let mut table = TextTable::new([Align::Left, Align::Left]);
            for kind in SignKind::ALL.iter().filter(|kind| kind.group() == group) {
                table.row([kind.key().to_owned(), kind.label().to_owned()]);
            }
            table.write(out, 2)?;
        }
        Ok(())
    }
}
