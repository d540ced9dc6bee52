//! What the person has and said about food: foods, recipes and supplements of their own, opinions, profile.

use super::{Diary, FoodBook};
use crate::domain::{Entry, FoodId, FoodOpinion, Import, Opinion, OwnFood, Profile, Recipe, Supplement};
use crate::guide::Taking;
use crate::store::StoreError;

/// What the person has and said about food.
#[derive(Debug)]
pub struct Kitchen {
    /// Every food that can be logged.
    pub book: FoodBook,
    /// Foods of one's own, in the order they were made.
    pub own_foods: Vec<Entry<OwnFood>>,
    /// Recipes, in the order they were made.
    pub recipes: Vec<Entry<Recipe>>,
    /// Supplements, in the order they were added.
    pub supplements: Vec<Entry<Supplement>>,
    /// What was said of foods.
    pub opinions: Vec<Entry<FoodOpinion>>,
    /// Who the diary is for.
    pub profile: Profile,
    /// What the person takes and has today, for saying what does not go with it.
    pub taking: Taking,
    /// The imports that are kept, in use or not.
    pub imports: Vec<Import>,
    /// What is wrong with the file of imported foods, in words.
    pub imports_trouble: Option<String>,
}

impl Kitchen {
    /// What was said of a food.
    #[must_use]
    pub fn opinion(&self, food: &FoodId) -> Option<Opinion> {
        self.opinions.iter().find(|entry| entry.value.food == *food).map(|entry| entry.value.opinion)
    }
}

impl Diary {
    /// What the person has and said about food.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn kitchen(&self) -> Result<Kitchen, StoreError> {
        let read = self.read();
        // Whatever is wrong with the imported foods, the diary goes on without them.
        let (imports, trouble) = match read.imports() {
            Ok(imports) => (imports, self.imports_trouble().map(ToString::to_string)),
            Err(error) => (Vec::new(), Some(error.to_string())),
        };
        let (own_foods, recipes) = (read.all()?, read.all()?);
        Ok(Kitchen {
            book: self.book_of(&own_foods, &recipes),
            own_foods,
            recipes,
            supplements: read.all()?,
            opinions: read.all()?,
            taking: self.taking(self.latest_day())?,
            profile: read.profile()?,
            imports,
            imports_trouble: trouble,
        })
    }
}
