//! Imported foods as foods like any other.

use super::{Food, FoodSource};
use crate::domain::{FoodId, ImportedFood, Portion};

/// Makes an imported food a [`Food`]. If it has no household measures, its portion is 100 g.
#[must_use]
pub fn imported_food(food: ImportedFood) -> Food {
    let ImportedFood { fdc_id, data_type, name, brand, category: _, barcode, mut portions, per_100_g } = food;
    if portions.is_empty() {
        portions.push(Portion { label: "100 g".to_owned(), grams: 100.0 });
    }
    let name = brand
        .as_ref()
        .filter(|brand| !name.to_lowercase().contains(&brand.to_lowercase()))
        .map_or_else(|| name.clone(), |brand| format!("{name} ({brand})"));
    let source = FoodSource::Imported {
        data_type: data_type.label().to_owned(),
        fdc_id,
        barcode: barcode.map(|barcode| barcode.to_string()),
        brand,
    };
    Food { id: FoodId::imported(fdc_id), name, synonyms: Vec::new(), tags: None, source, portions, per_100_g }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Amounts, DataType};

    #[test]
    fn a_product_bears_its_brand_once_and_has_a_measure() {
        let product = |name: &str| ImportedFood {
            fdc_id: 7,
            data_type: DataType::Branded,
            name: name.to_owned(),
            brand: Some("Acme".to_owned()),
            category: None,
            barcode: None,
            portions: Vec::new(),
            per_100_g: Amounts::default(),
        };
        let food = imported_food(product("Oat bars"));
        assert_eq!((food.name.as_str(), food.id.as_imported()), ("Oat bars (Acme)", Some(7)));
        assert_eq!(food.usual_portion().label, "100 g");
        assert_eq!(imported_food(product("ACME oat bars")).name, "ACME oat bars");
    }
}
