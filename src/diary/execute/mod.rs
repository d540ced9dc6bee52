//! Carrying out commands: the rules that hold between records.

mod factors;
mod kitchen;
mod safety;
mod strain;
mod supplements;

use super::undo::Step;
use super::{Command, Diary, DiaryError, Done, Repeat};
use crate::domain::{
    Cramp, Day, Drink, Entry, FoodEntry, Hour, Id, ImportId, Night, NightAnswer, NightNote, NoStretching, Stretch, SupplementTaken,
};
use crate::store::{Dated, Record, Tx};
use chrono::{DateTime, FixedOffset, Utc};

impl Diary {
    /// Carries out one command and remembers how to undo it.
    ///
    /// # Errors
    /// A [`DiaryError`] that says why not; nothing was changed then.
    pub fn execute(&mut self, command: Command) -> Result<Done, DiaryError> {
        let what = self.words_for(&command)?;
        self.execute_together(what, [command])
    }

    /// Carries out several commands in one transaction, as one step to undo, described by `what`.
    ///
    /// # Errors
    /// The [`DiaryError`] of the first command that is refused; none is carried out then.
    pub fn execute_together(&mut self, what: String, commands: impl IntoIterator<Item = Command>) -> Result<Done, DiaryError> {
        let (latest_night, latest_day) = (self.latest_night()?, self.latest_day());
        let (now, rules) = (self.clock.now(), self.settings()?.rules);
        let (latest_slept, day_ends) = (Night::latest_slept(now, rules), rules.day_ends);
        let now = now.to_utc();
        let ids = &mut self.ids;
        let ((), changes) = self.store.write(|tx| {
            let mut work = Work { tx, now, latest_night, latest_slept, day_ends, latest_day, new_id: &mut |at| ids.next::<()>(at).uuid() };
            commands.into_iter().try_for_each(|command| work.run(command))
        })?;
        Ok(self.undo.push(Step { what, changes }))
    }
}

/// What a command needs while it is carried out.
struct Work<'a, 'tx> {
    tx: &'a mut Tx<'tx>,
    now: DateTime<Utc>,
    latest_night: Night,
    latest_slept: Night,
    day_ends: Hour,
    latest_day: Day,
    new_id: &'a mut dyn FnMut(DateTime<Utc>) -> uuid::Uuid,
}

impl Work<'_, '_> {
    fn run(&mut self, command: Command) -> Result<(), DiaryError> {
        match command {
            Command::AcknowledgeFlag(acknowledged) => self.add(acknowledged),
            Command::AddFactor(factor) => self.add_factor(factor),
            Command::AddMedicine(medicine) => self.add_medicine(medicine),
            Command::AddOwnFood(food) => self.add_own_food(food),
            Command::AddRecipe(recipe) => self.add_recipe(recipe),
            Command::AddSupplement(supplement) => self.add_supplement(supplement),
            Command::ChangeProfile(profile) => self.change_profile(&profile),
            Command::AcceptImport(import) => self.switch_import(import, true),
            Command::ChangeSettings(settings) => Ok(self.tx.put_settings(settings)?),
            Command::ChoosePanels(panels) => self.choose_panels(panels.as_deref()),
            Command::ClearFactor(day, factor) => self.clear_factor(day, factor),
            Command::ClearNight(night) => self.clear_night(night),
            Command::ClearNoStretching(day) => self.clear_no_stretching(day),
            Command::ClearSign(day, kind) => self.clear_sign(day, kind),
            Command::DeleteCramp(id) => self.delete_cramp(id),
            Command::DeleteDrink(id) => self.delete(id, "drink"),
            Command::DeleteFactor(id) => self.delete_factor(id),
            Command::DeleteFood(id) => self.delete(id, "food"),
            Command::DeleteMedicine(id) => self.delete(id, "medicine"),
            Command::DeleteOwnFood(id) => self.delete(id, "food"),
            Command::DeleteRecipe(id) => self.delete(id, "recipe"),
            Command::DeleteStretch(id) => self.delete(id, "stretch"),
            Command::DeleteSupplement(id) => self.delete(id, "supplement"),
            Command::DeleteTaken(id) => self.delete(id, "dose"),
            Command::EditCramp(id, cramp) => self.edit_cramp(id, cramp),
            Command::EditDrink(id, drink) => self.come_at(drink.day, drink.time).and_then(|()| self.edit(id, drink, "drink")),
            Command::EditFactor(id, factor) => self.edit_factor(id, factor),
            Command::EditFood(id, food) => self.come_at(food.day, food.time).and_then(|()| self.edit(id, food, "food")),
            Command::EditMedicine(id, medicine) => self.edit_medicine(id, medicine),
            Command::EditOwnFood(id, food) => self.edit_own_food(id, food),
            Command::EditRecipe(id, recipe) => self.edit_recipe(id, recipe),
            Command::EditStretch(id, stretch) => self.edit_stretch(id, stretch),
            Command::EditSupplement(id, supplement) => self.edit_supplement(id, supplement),
            Command::EditTaken(id, taken) => self.edit_taken(id, taken),
            Command::LogCramp(cramp) => self.log_cramp(cramp),
            Command::LogDisturbed(night, disturbed) => self.log_disturbed(night, disturbed),
            Command::LogDrink(drink) => self.come_at(drink.day, drink.time).and_then(|()| self.add(drink)),
            Command::LogFactor(value) => self.log_factor(value),
            Command::LogFood(food) => self.come_at(food.day, food.time).and_then(|()| self.add(food)),
            Command::LogNight(night, answer) => self.log_night(night, answer),
            Command::LogNoStretching(day) => self.log_no_stretching(day),
            Command::LogSign(sign) => self.log_sign(sign),
            Command::LogSlept(night, slept) => self.log_slept(night, slept),
            Command::LogStrain(day, part) => self.log_strain(day, part),
            Command::LogStretch(stretch) => self.log_stretch(stretch),
            Command::MarkFoodDay(day, complete) => self.mark_food_day(day, complete),
            Command::RemoveImport(import) => self.switch_import(import, false),
            Command::RepeatDay { from, to, what } => self.repeat(from, to, what),
            Command::SetOpinion { food, name, opinion } => self.set_opinion(food, name, opinion),
            Command::TakeSupplement(taken) => self.take_supplement(taken),
            Command::WriteNote(night, note) => self.write_note(night, &note),
        }
    }

    /// Brings all of an import into use, or all that is in use of it out.
    fn switch_import(&mut self, id: ImportId, active: bool) -> Result<(), DiaryError> {
        let gone = DiaryError::Gone { what: "import" };
        let import = self.tx.read().imports()?.into_iter().find(|import| import.id == id && (active || import.is_active())).ok_or(gone)?;
        for part in import.parts.iter().filter(|part| part.active != active) {
            self.tx.switch_import(id, part.data_type, active, self.now)?;
        }
        Ok(())
    }

    fn log_night(&mut self, night: Night, answer: NightAnswer) -> Result<(), DiaryError> {
        self.not_in_future(night)?;
        if answer == NightAnswer::NoCramps && night > self.latest_slept {
            return Err(DiaryError::NightHardlyBegun { night, day_ends: self.day_ends.get() });
        }
        let count = self.tx.read().on::<Cramp>(night.date())?.len();
        if answer == NightAnswer::NoCramps && count > 0 {
            return Err(DiaryError::NightHasCramps { night, count });
        }
        self.answer(night, Some(answer))
    }

    fn clear_night(&mut self, night: Night) -> Result<(), DiaryError> {
        let count = self.tx.read().on::<Cramp>(night.date())?.len();
        if count > 0 {
            return Err(DiaryError::NightHasCramps { night, count });
        }
        self.answer(night, None)
    }

    fn write_note(&mut self, night: Night, note: &str) -> Result<(), DiaryError> {
        self.not_in_future(night)?;
        let note = note.trim().to_owned();
        self.say(night, |said| said.note = note)
    }

    fn log_cramp(&mut self, cramp: Cramp) -> Result<(), DiaryError> {
        self.cramp_has_come(&cramp)?;
        self.answer(cramp.night, Some(NightAnswer::HadCramps))?;
        self.add(cramp)
    }

    /// A cramp can move to another night, which then had cramps; the old one is treated as if it were deleted.
    fn edit_cramp(&mut self, id: Id<Cramp>, cramp: Cramp) -> Result<(), DiaryError> {
        self.cramp_has_come(&cramp)?;
        let (from, to) = (self.cramp_night(id)?, cramp.night);
        self.edit(id, cramp, "cramp")?;
        if from != to {
            self.answer(to, Some(NightAnswer::HadCramps))?;
            self.unanswer_without_cramps(from)?;
        }
        Ok(())
    }

    fn delete_cramp(&mut self, id: Id<Cramp>) -> Result<(), DiaryError> {
        let night = self.cramp_night(id)?;
        self.delete(id, "cramp")?;
        self.unanswer_without_cramps(night)
    }

    fn cramp_night(&self, id: Id<Cramp>) -> Result<Night, DiaryError> {
        let cramp = self.tx.read().entry(id)?.ok_or(DiaryError::Gone { what: "cramp" })?;
        Ok(cramp.value.night)
    }

    fn unanswer_without_cramps(&mut self, night: Night) -> Result<(), DiaryError> {
        if self.tx.read().on::<Cramp>(night.date())?.is_empty() { self.answer(night, None) } else { Ok(()) }
    }

    fn log_stretch(&mut self, stretch: Stretch) -> Result<(), DiaryError> {
        self.come(stretch.day)?;
        self.clear_no_stretching(stretch.day)?;
        self.add(stretch)
    }

    fn edit_stretch(&mut self, id: Id<Stretch>, stretch: Stretch) -> Result<(), DiaryError> {
        let day = stretch.day;
        self.come(day)?;
        self.edit(id, stretch, "stretch")?;
        self.clear_no_stretching(day)
    }

    fn log_no_stretching(&mut self, day: Day) -> Result<(), DiaryError> {
        self.come(day)?;
        if !self.tx.read().on::<Stretch>(day.date())?.is_empty() {
            return Err(DiaryError::DayHasStretching { day });
        }
        if self.tx.read().on::<NoStretching>(day.date())?.is_empty() {
            self.add(NoStretching { day })?;
        }
        Ok(())
    }

    fn clear_no_stretching(&mut self, day: Day) -> Result<(), DiaryError> {
        for entry in self.tx.read().on::<NoStretching>(day.date())? {
            self.tx.remove(entry.id, self.now)?;
        }
        Ok(())
    }

    fn repeat(&mut self, from: Day, to: Day, what: Repeat) -> Result<(), DiaryError> {
        self.come(to)?;
        let copied = match what {
            Repeat::Drinks => self.copy(from, |drink| Some(Drink { day: to, time: None, ..drink }))?,
            Repeat::Food => self.copy(from, |food| Some(FoodEntry { day: to, time: None, ..food }))?,
            Repeat::Meal(meal) => {
                let of_meal = |food: &FoodEntry| food.meal == Some(meal);
                self.copy(from, |food| of_meal(&food).then_some(FoodEntry { day: to, time: None, ..food }))?
            }
            Repeat::Supplements => self.copy(from, |taken| Some(SupplementTaken { day: to, time: None, ..taken }))?,
            Repeat::Stretching => {
                let copied = self.copy(from, |stretch| Some(Stretch { day: to, ..stretch }))?;
                if copied > 0 {
                    self.clear_no_stretching(to)?;
                }
                copied
            }
        };
        if copied == 0 { Err(DiaryError::NothingToRepeat { day: from }) } else { Ok(()) }
    }

    fn copy<R: Dated>(&mut self, from: Day, moved: impl Fn(R) -> Option<R>) -> Result<usize, DiaryError> {
        let copies: Vec<_> = self.tx.read().on::<R>(from.date())?.into_iter().filter_map(|entry| moved(entry.value)).collect();
        let count = copies.len();
        copies.into_iter().try_for_each(|copy| self.add(copy))?;
        Ok(count)
    }

    /// How much cramps disturbed the sleep goes with the cramps.
    fn answer(&mut self, night: Night, answer: Option<NightAnswer>) -> Result<(), DiaryError> {
        self.say(night, |said| {
            said.answer = answer;
            said.disturbed = said.disturbed.filter(|_| answer == Some(NightAnswer::HadCramps));
        })
    }

    /// Changes what was said of a night; a night of which nothing is said has no record.
    fn say(&mut self, night: Night, change: impl FnOnce(&mut NightNote)) -> Result<(), DiaryError> {
        let known = self.tx.read().on::<NightNote>(night.date())?.pop();
        let mut said = known.as_ref().map_or_else(|| NightNote::nothing(night), |entry| entry.value.clone());
        change(&mut said);
        let empty = said.is_nothing();
        match known {
            Some(entry) if empty => self.tx.remove(entry.id, self.now).map(|_was_there| ())?,
            Some(entry) if entry.value == said => {}
            Some(entry) => self.tx.put(&Entry { changed: self.now, value: said, ..entry })?,
            None if empty => {}
            None => self.add(said)?,
        }
        Ok(())
    }

    fn add<R: Record>(&mut self, value: R) -> Result<(), DiaryError> {
        let id = Id::from_uuid((self.new_id)(self.now));
        Ok(self.tx.put(&Entry { id, created: self.now, changed: self.now, value })?)
    }

    fn edit<R: Record>(&mut self, id: Id<R>, value: R, what: &'static str) -> Result<(), DiaryError> {
        let entry = self.tx.read().entry(id)?.ok_or(DiaryError::Gone { what })?;
        if entry.value == value {
            return Ok(());
        }
        Ok(self.tx.put(&Entry { changed: self.now, value, ..entry })?)
    }

    fn delete<R: Record>(&mut self, id: Id<R>, what: &'static str) -> Result<(), DiaryError> {
        if self.tx.remove(id, self.now)? { Ok(()) } else { Err(DiaryError::Gone { what }) }
    }

    fn cramp_has_come(&self, cramp: &Cramp) -> Result<(), DiaryError> {
        self.not_in_future(cramp.night)?;
        self.time_has_come(cramp.time.moment(), || format!("in the {}", cramp.night.label()))
    }

    fn come_at(&self, day: Day, time: Option<DateTime<FixedOffset>>) -> Result<(), DiaryError> {
        self.come(day)?;
        self.time_has_come(time, || format!("on {}", day.label()))
    }

    fn time_has_come(&self, time: Option<DateTime<FixedOffset>>, of: impl FnOnce() -> String) -> Result<(), DiaryError> {
        match time {
            Some(at) if at > self.now => Err(DiaryError::FutureTime { time: at.format("%H:%M").to_string(), of: of() }),
            Some(_) | None => Ok(()),
        }
    }

    fn not_in_future(&self, night: Night) -> Result<(), DiaryError> {
        let latest = self.latest_night;
        if night > latest { Err(DiaryError::FutureNight { night, latest }) } else { Ok(()) }
    }

    fn come(&self, day: Day) -> Result<(), DiaryError> {
        let latest = self.latest_day;
        if day > latest { Err(DiaryError::FutureDay { day, latest }) } else { Ok(()) }
    }
}
