//! `supplement add`: a product that somebody has.

use super::amounts::put_amounts;
use super::product::write_cautions;
use super::usual::usual_product;
use crate::cli::flag_notices::write_newly_raised;
use crate::cli::options::Answer;
use crate::cli::{CliError, Session};
use crate::diary::{Command, SupplementCommand};
use crate::domain::{Amounts, OwnName, Supplement};
use clap::Args;
use std::io::Write;

/// What `supplement add` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary supplement add \"Magnesium citrate\" --dose \"1 tablet\" --amount magnesium=100mg
  cramp-diary supplement add \"Bone\" --dose \"1 tablet\" --amount calcium=500 --amount vitamin_d=400IU
  cramp-diary supplement add --usual magnesium-citrate --daily 2

Amounts are those of the element or vitamin itself, as the label gives it. Without --daily a product
is taken only now and then.")]
pub(super) struct AddSupplement {
    /// Its name
    #[arg(required_unless_present = "usual")]
    name: Option<String>,

    /// Start from a usual product: cramp-diary supplement usual
    #[arg(long, value_name = "ID")]
    usual: Option<String>,

    /// What one dose is, such as "1 tablet"
    #[arg(long, value_name = "WORDS", required_unless_present = "usual")]
    dose: Option<String>,

    /// What one dose holds; may be repeated
    #[arg(long, value_name = "NUTRIENT=AMOUNT")]
    amount: Vec<String>,

    /// How many doses are taken every day, 0.25 to 20
    #[arg(long, value_name = "NUMBER", allow_hyphen_values = true)]
    daily: Option<String>,

    /// Whether a doctor prescribed it
    #[arg(long, value_name = "yes|no", hide_possible_values = true)]
    prescribed: Option<Answer>,
}

impl AddSupplement {
    /// Adds it, and says at once what is over a limit and what it does not go with.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let product = self.product()?;
        let mut diary = session.open_to_write()?;
        let before = diary.safety()?;
        let done = diary.execute(Command::Supplement(SupplementCommand::Add(product.clone())))?;
        writeln!(out, "{}.", done.what)?;
        write_cautions(&diary, &product, 0, out)?;
        write_newly_raised(&before, &diary, out)
    }

    fn product(self) -> Result<Supplement, CliError> {
        let Self { name, usual, dose, amount, daily, prescribed } = self;
        let mut product = match usual {
            Some(id) => usual_product(&id)?,
            None => Supplement {
                name: OwnName::new(name.as_deref().unwrap_or_default())?,
                dose: String::new(),
                per_dose: Amounts::default(),
                daily: None,
                prescribed: false,
            },
        };
        if let Some(name) = name {
            product.name = OwnName::new(&name)?;
        }
        if let Some(dose) = dose {
            product.dose = Supplement::dose(&dose)?;
        }
        put_amounts(&mut product.per_dose, &amount)?;
        product.daily = daily.as_deref().map(str::parse).transpose()?;
        product.prescribed = prescribed.is_some_and(Answer::is_yes);
        Ok(product)
    }
}
