//! The kitchen: the person's own foods, recipes and supplements, their opinions of foods, and their profile.

use super::{Diary, FoodBook};
use crate::domain::{Entry, FoodId, FoodOpinion, Import, Opinion, OwnFood, Profile, Recipe, Supplement};
use crate::guide::Taking;
use crate::nutrition::HeldRules;
use crate::store::StoreError;

/// All that the screens need to know about foods apart from a date: foods, recipes, supplements, opinions, profile.
#[derive(Debug)]
pub struct Kitchen {
    /// Every food that can be logged.
    pub book: FoodBook,
    /// The foods that the person described, in the order in which they were made.
    pub own_foods: Vec<Entry<OwnFood>>,
    /// The recipes, in the order in which they were made.
    pub recipes: Vec<Entry<Recipe>>,
    /// The supplements, in the order in which they were added.
    pub supplements: Vec<Entry<Supplement>>,
    /// The person's opinions of foods.
    pub opinions: Vec<Entry<FoodOpinion>>,
    /// The profile of the person.
    pub profile: Profile,
    /// The medicines and diseases of today, which say what does not go with them.
    pub taking: Taking,
    /// The rules of foods that hold for the person today.
    pub rules: HeldRules,
    /// The imports of foods that are kept, whether in use or not, oldest first.
    pub imports: Vec<Import>,
    /// What is wrong with the file of imported foods, in words; `None` if it is sound or does not exist.
    pub imports_trouble: Option<String>,
}

impl Kitchen {
    /// The person's opinion of a food. Returns `None` if they gave none.
    #[must_use]
    pub fn opinion(&self, food: &FoodId) -> Option<Opinion> {
        self.opinions.iter().find(|entry| entry.value.food == *food).map(|entry| entry.value.opinion)
    }
}

impl Diary {
    /// Reads the kitchen.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
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
            rules: self.food_rules(self.latest_day())?,
            profile: read.profile()?,
            imports,
            imports_trouble: trouble,
        })
    }
}
