//! Amounts of nutrients as they are typed: "magnesium=100mg".

use crate::cli::CliError;
use crate::domain::{Amounts, Nutrient, amount_of};

/// Sets the amounts that were typed; "none" removes a nutrient.
pub(super) fn put_amounts(amounts: &mut Amounts, typed: &[String]) -> Result<(), CliError> {
    let mut given: Vec<Nutrient> = Vec::new();
    for text in typed {
        let (nutrient, amount) = read(text)?;
        if given.contains(&nutrient) {
            return Err(CliError::Usage(format!("{} is given twice. Give it once.", nutrient.label())));
        }
        given.push(nutrient);
        amounts.set(nutrient, amount);
    }
    Ok(())
}

fn read(text: &str) -> Result<(Nutrient, Option<f64>), CliError> {
    let unreadable = || CliError::Usage(format!("Amount \"{text}\" cannot be read; write it like magnesium=100mg or vitamin_d=1000IU"));
    let (nutrient, amount) = text.split_once('=').ok_or_else(unreadable)?;
    let nutrient: Nutrient = nutrient.parse().map_err(|error: crate::domain::UnknownNutrient| CliError::Usage(error.to_string()))?;
    let none = amount.trim().eq_ignore_ascii_case("none");
    Ok((nutrient, if none { None } else { Some(amount_of(nutrient, amount)?) }))
}
