//! Medicines and warning signs of the whole diary.

use super::Diary;
use super::before_signs::BeforeSigns;
use super::sign_question::{AskedSigns, SignQuestion};
use crate::domain::{
    Acknowledged, Condition, Cramp, Customs, DateRules, Day, Entry, FlagKey, IF_NOW, KnownSign, Medicine, NightNote, Profile, Sign,
    SignGone, SignGroup, Stretch, Supplement, SupplementTaken,
};
use crate::guide::help::{HelpNumbers, numbers};
use crate::guide::{
    AnsweredNights, DoseOnDayOverLimit, EnteredSupplement, Flag, FlagDiary, ListedMedicine, MedicineAbout, Reach, TakenMedicine, Taking,
    Urgency, fired, not_hidden,
};
use crate::nutrition::{Person, doses_over_limits, usual_drinks};
use crate::store::StoreError;
use std::collections::BTreeSet;

/// The medicines of the diary, and the warning signs that it raises.
#[derive(Debug, Clone, PartialEq)]
pub struct Safety {
    /// Today by the calendar.
    pub today: Day,
    /// How the person reads and writes times and dates.
    pub customs: Customs,
    /// Every medicine: those taken today, then later ones, then earlier ones, each group with the newest first day first.
    pub medicines: Vec<Entry<Medicine>>,
    /// What is known of each of [`medicines`](Self::medicines), in their order.
    pub about: Vec<MedicineAbout>,
    /// The red flags that fired, the most urgent first.
    pub flags: Vec<Raised>,
    /// Whom to call in the country of the profile.
    pub help: &'static HelpNumbers,
    /// The question about signs that is asked today; `None` if there is none.
    pub question: Option<SignQuestion>,
    /// The signs that a doctor knows, as the person said once for all.
    pub known_signs: Vec<KnownSign>,
    /// Signs of yesterday and today that may be an emergency by themselves and are no cause of a red flag.
    pub alarming: Vec<Sign>,
}

/// A red flag that fired, with the person's acknowledgements of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Raised {
    /// The red flag and its causes.
    pub flag: Flag,
    /// What to do, with whom to call in the country of the profile.
    pub act: String,
    /// The acknowledgements of it, the latest last.
    pub notes: Vec<Acknowledged>,
    /// Whether something about it is not acknowledged yet.
    pub is_open: bool,
}

impl Safety {
    /// How the person tells dates that lie behind.
    #[must_use]
    pub fn date_rules(&self) -> DateRules {
        self.customs.dates_from(self.today)
    }

    /// The sentences about a sign that may be an emergency by itself.
    #[must_use]
    pub fn alarm_words(&self, sign: &Sign) -> String {
        let Sign { kind, day, .. } = sign;
        let words = format!(
            "{} (logged for {}) can be an emergency by itself. {IF_NOW} If it has passed, ask a doctor today.",
            kind.label(),
            day.label()
        );
        self.help.fill(&words)
    }

    /// The flags that stand above everything on Today: emergencies and urgent ones that are not acknowledged.
    pub fn pressing(&self) -> impl Iterator<Item = &Raised> {
        self.flags.iter().filter(|raised| raised.is_pressing())
    }

    /// The other flags that are not acknowledged.
    pub fn to_mention(&self) -> impl Iterator<Item = &Raised> {
        self.flags.iter().filter(|raised| raised.is_open && !raised.is_pressing())
    }
}

impl Raised {
    /// Whether it must be seen to on that day at the latest, and is not acknowledged.
    #[must_use]
    pub fn is_pressing(&self) -> bool {
        self.is_open && self.flag.urgency >= Urgency::SameDay
    }

    /// The acknowledgement of this flag on a day, with a note and all the records that raise the flag now.
    ///
    /// # Errors
    /// [`OutOfRange`](crate::domain::OutOfRange) if the note is empty or has more than 10,000 characters.
    pub fn acknowledged(&self, day: Day, note: &str) -> Result<Acknowledged, crate::domain::OutOfRange> {
        let causes = self.flag.causes.iter().filter_map(|cause| cause.id).collect();
        Ok(Acknowledged { flag: FlagKey::new(&self.flag.rule.id)?, day, note: Acknowledged::note(note)?, causes })
    }
}

impl Diary {
    /// Reads the medicines of the diary, and reckons the warning signs that it raises today.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn safety(&self) -> Result<Safety, StoreError> {
        let (read, today) = (self.read(), self.latest_day());
        let mut medicines = read.all::<Medicine>()?;
        medicines.sort_by_key(|entry| (entry.value.seen_from(today), std::cmp::Reverse(entry.value.from)));
        let products = read.all::<Supplement>()?;
        let supplements = || products.iter().map(|entry| &entry.value);
        let listed: Vec<_> = medicines.iter().map(|entry| ListedMedicine::new(&entry.value)).collect();
        let about = listed.iter().map(|medicine| MedicineAbout::of(medicine, today, supplements(), &listed)).collect();
        let said = read.all::<Acknowledged>()?;
        let profile = read.profile()?;
        let signs = read.between::<Sign>(Reach::from(today, &profile).signs.date()..=today.date())?;
        let (known, gone) = (read.all::<KnownSign>()?, read.all::<SignGone>()?);
        let answers = AskedSigns { today, signs: &signs, known: &known, gone: &gone, medicines: &medicines, profile: &profile };
        let flags = not_hidden(&self.fired(answers, &products)?, &said);
        let question = answers.question(&flags);
        let help = numbers(profile.country);
        let raised = |flag: Flag| {
            let notes = said.iter().map(|entry| entry.value.clone()).filter(|said| said.flag.as_str() == flag.rule.id).collect();
            let is_open = !flag.is_acknowledged(&said, today);
            Raised { act: flag.act(help), flag, notes, is_open }
        };
        let alarming = alarming(answers, &flags);
        let known_signs = known.iter().map(|entry| entry.value).filter(|answer| answer.known).collect();
        let (customs, flags) = (Customs::chosen(profile.country, self.chosen), flags.into_iter().map(raised).collect());
        Ok(Safety { today, customs, medicines, about, flags, help, question, known_signs, alarming })
    }

    /// The red flags that fire today.
    fn fired(&self, said: AskedSigns<'_>, supplements: &[Entry<Supplement>]) -> Result<Vec<Flag>, StoreError> {
        let AskedSigns { today, signs, known, gone, medicines, profile } = said;
        let (read, settings) = (self.read(), self.settings()?);
        let reach = Reach::from(today, profile);
        let since = |first: Day| first.date()..=today.date();
        let stretch_days: BTreeSet<Day> = read.between::<Stretch>(since(reach.stretching))?.iter().map(|entry| entry.value.day).collect();
        let nights = reach.nights(&stretch_days);
        let cramps = read.between::<Cramp>(since(nights))?;
        let notes = read.between::<NightNote>(since(nights))?;
        let taken = read.between::<SupplementTaken>(since(reach.taken))?;
        let before = BeforeSigns::read(&read, &reach, signs, profile)?;
        let prescribed: Vec<_> = supplements.iter().filter(|entry| entry.value.prescribed).map(|entry| entry.id).collect();
        let chosen: Vec<_> = taken.iter().filter(|entry| !prescribed.contains(&entry.value.product)).cloned().collect();
        // With a fluid limit every goal of one's own is worth a question; otherwise one above what people usually drink.
        let limited = profile.conditions.contains(&Condition::FluidLimit);
        let usual = if limited { None } else { usual_drinks(&Person::on(profile, today)).map(|usual| usual.ml) };
        Ok(fired(&FlagDiary {
            today,
            cramps: &cramps,
            nights: &AnsweredNights::of(notes.iter().map(|entry| &entry.value), &cramps),
            signs,
            known_signs: known,
            gone_signs: gone,
            medicines: &medicines.iter().map(TakenMedicine::new).collect::<Vec<_>>(),
            supplements: &supplements.iter().map(|entry| self.entered(entry)).collect::<Vec<_>>(),
            over_limit: &over_limits(&chosen, reach.over_limits, profile),
            taken: &taken,
            stretch_days: &stretch_days,
            profile,
            alcohol_g: &before.alcohol_g,
            drunk_ml: &before.drunk_ml,
            effort_days: &before.effort_days,
            hot_days: &before.hot_days,
            tonic_days: &before.tonic_days,
            own_goal_ml: settings.hydration_goal_ml.map(u32::from),
            usual_goal_ml: usual.map(u32::from),
        }))
    }

    /// A supplement with the day on which it was added to the list. Only the instant was saved, so the day is that of the present time
    /// zone.
    fn entered<'a>(&self, entry: &'a Entry<Supplement>) -> EnteredSupplement<'a> {
        let here = *self.clock().now().offset();
        EnteredSupplement { entry, entered: Day::new(entry.created.with_timezone(&here).date_naive()) }
    }

    /// The medicines and diseases of a day, which say what does not go with them.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn taking(&self, day: Day) -> Result<Taking, StoreError> {
        let medicines = self.read().all::<Medicine>()?;
        Ok(Taking::on(day, medicines.iter().map(|entry| &entry.value), &self.read().profile()?))
    }
}

/// The signs of yesterday and today that may be an emergency by themselves, are not said to be known, and are no cause of these flags.
fn alarming(said: AskedSigns<'_>, flags: &[Flag]) -> Vec<Sign> {
    let AskedSigns { today, signs, known, .. } = said;
    let is_known = |sign: &Sign| sign.is_known_by(known.iter().map(|entry| &entry.value));
    let named = |id| flags.iter().flat_map(|flag| &flag.causes).any(|cause| cause.id == Some(id));
    let lately = signs.iter().filter(|entry| entry.value.day >= today.plus(-1));
    let alarming =
        lately.filter(|entry| entry.value.kind.group() == SignGroup::Alarm && !is_known(&entry.value) && !named(entry.id.uuid()));
    alarming.map(|entry| entry.value.clone()).collect()
}

/// The days from `since` on on which supplements alone pass an upper limit, once for each dose that adds to the nutrient.
fn over_limits(taken: &[Entry<SupplementTaken>], since: Day, profile: &Profile) -> Vec<DoseOnDayOverLimit> {
    let days = taken.chunk_by(|a, b| a.value.day == b.value.day).filter_map(|doses| Some((doses.first()?.value.day, doses)));
    let over = |(day, doses)| {
        let found = doses_over_limits(doses, &Person::on(profile, day), profile.limits_region());
        found.into_iter().map(move |(id, nutrient)| DoseOnDayOverLimit { day, nutrient, taken: id.uuid() })
    };
    days.filter(|(day, _)| *day >= since).flat_map(over).collect()
}
