//! Rules over supplements and goals, with conditions and medicines that they do not go with, and over two medicines together.
//!
//! A product has the id of the product as its cause, not of each dose. Once acknowledged, tomorrow's tablet does not bring the flag
//! back; another product does.

use super::cause::{Cause, DatedCause};
use super::diary::{EnteredSupplement, FlagDiary, TakenMedicine, days_between};
use super::medicines::{POTASSIUM, RAISING, TRIMETHOPRIM, VITAMIN_K_ANTAGONIST, WITH_TRIMETHOPRIM};
use super::pattern::{Pattern::Reckoned, Rule, Way};
use super::products::{OwnedProduct, prescribed, self_chosen, self_chosen_taken};
use super::seen::Seen;
use super::sign_filter::of;
use super::state::{condition_cause, known, medicine_cause, medicines_on, pregnancy_on};
use super::text::Urgency::{SameDay, WithinDays};
use crate::domain::{Condition, Day, Nutrient, SignKind, Supplement, SupplementTaken, grouped};
use crate::guide::words::words_of;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// "For 3 or more days" means on this many recent days, in a row or not.
const OVER_DAYS: usize = 3;

/// From this amount of vitamin B6 in a dose on, 12 mg, nerves may suffer.
const MUCH_B6_MG: f64 = 12.0;
/// On this many days of four weeks.
const MUCH_B6_DAYS: usize = 7;

/// A medicine that raises potassium is new for this many days.
const NEW_RAISING_DAYS: i64 = 28;

/// Up to this much vitamin D, 15 µg, is advised in every pregnancy.
const PREGNANT_VITAMIN_D_UG: f64 = 15.0;

/// Words in the names of products that are advised in a pregnancy.
const FOR_PREGNANCY: [&str; 9] = ["folic", "folate", "iron", "ferrous", "iodine", "iodide", "pregnancy", "prenatal", "antenatal"];

pub(super) const RULES: &[Rule] = &[
    Rule { id: "rf31", ways: &[Way::usual(Reckoned(over_limits))] },
    Rule { id: "rf32", ways: &[Way::usual(Reckoned(kidney_and_minerals))] },
    Rule { id: "rf33", ways: &[Way::usual(Reckoned(potassium_on_top))] },
    Rule { id: "rf34", ways: &[Way::usual(Reckoned(vitamin_k_and_blockers))] },
    Rule { id: "rf37", ways: &[Way::usual(Reckoned(new_in_pregnancy))] },
    Rule { id: "rf45", ways: &[Way::usual(Reckoned(goal_raised))] },
    Rule { id: "rf50", ways: &[Way::usual(Reckoned(tingling_with_b6))] },
    Rule {
        id: "rf84",
        ways: &[Way::at(WithinDays, Reckoned(new_beside_raising)), Way::at(SameDay, Reckoned(trimethoprim_beside_raising))],
    },
];

/// rf31: supplements that nobody prescribed above an upper limit on several recent days, of whatever nutrient.
fn over_limits(diary: &FlagDiary<'_>) -> Vec<DatedCause> {
    let recent = || diary.over_limit.iter().filter(|over| diary.is_recent(over.day));
    if recent().map(|over| over.day).collect::<BTreeSet<_>>().len() < OVER_DAYS {
        return Vec::new();
    }
    let mut products = BTreeMap::<Uuid, (Option<&str>, BTreeSet<Nutrient>, Day)>::new();
    for over in recent() {
        let taken = diary.taken.iter().find(|entry| entry.id.uuid() == over.taken).map(|entry| &entry.value);
        let id = taken.map_or(over.taken, |taken| taken.product.uuid());
        let name = taken.map(|taken| taken.name.as_str());
        let (_, nutrients, day) = products.entry(id).or_insert_with(|| (name, BTreeSet::new(), over.day));
        nutrients.insert(over.nutrient);
        *day = over.day.max(*day);
    }
    let found = products.into_iter().map(|(id, (name, nutrients, day))| {
        let nutrients: Vec<_> = nutrients.into_iter().map(Nutrient::in_a_sentence).collect();
        let words = format!("{}: above the upper limit for {}", name.unwrap_or("A supplement"), nutrients.join(", "));
        DatedCause::new(Cause::new(Some(id), Some(day), words), day)
    });
    found.collect()
}

/// rf32: kidney disease, and magnesium or potassium that nobody prescribed.
fn kidney_and_minerals(diary: &FlagDiary<'_>) -> Vec<DatedCause> {
    let kidneys: Vec<_> = [Condition::Kidney, Condition::Dialysis]
        .into_iter()
        .filter(|condition| diary.profile.conditions.contains(condition))
        .map(condition_cause)
        .collect();
    let minerals = |product: &OwnedProduct<'_>| product.holds(Nutrient::Magnesium) || product.holds(Nutrient::Potassium);
    let taken: Vec<_> = self_chosen_taken(diary).into_iter().filter(minerals).map(|product| product.found()).collect();
    if kidneys.is_empty() { Vec::new() } else { beside(taken, &kidneys) }
}

/// rf33: potassium that nobody prescribed, with a medicine that raises it. A medicine that only the profile tells of counts as well,
/// and so does high potassium by itself.
fn potassium_on_top(diary: &FlagDiary<'_>) -> Vec<DatedCause> {
    let told = diary.profile.medicine_raises_potassium.then(|| known("A medicine that raises potassium, by the profile".to_owned()));
    let high = diary.profile.conditions.contains(&Condition::HighPotassium).then(|| condition_cause(Condition::HighPotassium));
    let reasons: Vec<_> = told.into_iter().chain(high).collect();
    clash(diary, Nutrient::Potassium, |medicine| RAISING.hold(medicine), &reasons)
}

/// rf34: vitamin K that nobody prescribed, with a medicine that blocks it.
fn vitamin_k_and_blockers(diary: &FlagDiary<'_>) -> Vec<DatedCause> {
    clash(diary, Nutrient::VitaminK, |medicine| VITAMIN_K_ANTAGONIST.hold(medicine), &[])
}

/// Products that contain the nutrient, each with the medicines that forbid it. Medicines count that were taken on the day of the
/// dose; for a product at hand, today. The day of both causes is the later of the product's day and the day on which the medicine was
/// begun.
fn clash(diary: &FlagDiary<'_>, nutrient: Nutrient, forbids: impl Fn(&TakenMedicine<'_>) -> bool, reasons: &[Cause]) -> Vec<DatedCause> {
    let products = self_chosen(diary).into_iter().filter(|product| product.holds(nutrient));
    let with = |product: OwnedProduct<'_>| {
        let day = if product.taken { product.day } else { diary.today };
        let medicines = medicines_on(diary, day, 0).filter(|medicine| forbids(medicine)).map(|medicine| {
            let begun = medicine.entry.value.from.unwrap_or(product.day);
            DatedCause::new(medicine_cause(medicine), begun.max(product.day))
        });
        let with: Vec<_> = medicines.chain(reasons.iter().map(|told| DatedCause::new(told.clone(), product.day))).collect();
        if with.is_empty() { with } else { std::iter::once(product.found()).chain(with).collect() }
    };
    products.flat_map(with).collect()
}

/// rf37: a product that nobody prescribed and that was added to the list or first taken during the present pregnancy.
fn new_in_pregnancy(diary: &FlagDiary<'_>) -> Vec<DatedCause> {
    let Some(pregnancy) = pregnancy_on(diary.profile, diary.today) else { return Vec::new() };
    let prescribed = prescribed(diary);
    let mut first_taken = BTreeMap::<Uuid, &SupplementTaken>::new();
    let taken = diary.taken.iter().map(|entry| &entry.value).filter(|taken| taken.day <= diary.today);
    for taken in taken.filter(|taken| !prescribed.contains(&taken.product.uuid())) {
        let first = first_taken.entry(taken.product.uuid()).or_insert(taken);
        if taken.day < first.day {
            *first = taken;
        }
    }
    let of_list = |&EnteredSupplement { entry, entered }: &EnteredSupplement<'_>| {
        let Supplement { name, per_dose, .. } = &entry.value;
        (!entry.value.prescribed && !is_for_pregnancy(name.as_str(), per_dose))
            .then(|| new_product(entry.id.uuid(), name.as_str(), entered, "entered"))
    };
    let entered = diary.supplements.iter().filter_map(of_list);
    let taken = first_taken.into_iter().filter(|(_, first)| !is_for_pregnancy(&first.name, &first.per_dose));
    let taken = taken.map(|(id, first)| new_product(id, &first.name, first.day, "first taken"));
    entered.chain(taken).filter(|dated| pregnancy.contains(dated.day)).collect()
}

fn new_product(id: Uuid, name: &str, day: Day, how: &str) -> DatedCause {
    DatedCause::new(Cause::new(Some(id), Some(day), format!("{name}, {how} while pregnant")), day)
}

/// Whether a product is one that is advised in a pregnancy: folic acid, iron, iodine, a little vitamin D, or a mixture for it.
fn is_for_pregnancy(name: &str, per_dose: &crate::domain::Amounts) -> bool {
    let only_vitamin_d = per_dose.get(Nutrient::VitaminD).is_some_and(|ug| ug <= PREGNANT_VITAMIN_D_UG) && per_dose.known().count() == 1;
    only_vitamin_d || words_of(name).iter().any(|word| FOR_PREGNANCY.contains(&word.as_str()))
}

/// rf45: a drinking goal above the usual one, or any goal where none is given, of a person who must not drink much.
fn goal_raised(diary: &FlagDiary<'_>) -> Vec<DatedCause> {
    let Some(own) = diary.own_goal_ml.filter(|own| diary.usual_goal_ml.is_none_or(|usual| *own > usual)) else { return Vec::new() };
    let limits = [Condition::FluidLimit, Condition::HeartFailure, Condition::Kidney, Condition::Dialysis];
    let causes: Vec<_> = limits.into_iter().filter(|condition| diary.profile.conditions.contains(condition)).map(condition_cause).collect();
    if causes.is_empty() {
        return Vec::new();
    }
    let goal = known(format!("Your drinking goal is {} ml", grouped(f64::from(own))));
    beside(vec![DatedCause::new(goal, diary.today)], &causes)
}

/// rf50: much vitamin B6 on several days, and numbness on two.
fn tingling_with_b6(diary: &FlagDiary<'_>) -> Vec<DatedCause> {
    let much = |taken: &SupplementTaken| taken.per_dose.get(Nutrient::VitaminB6).is_some_and(|mg| mg >= MUCH_B6_MG);
    let taken = || diary.taken.iter().map(|entry| &entry.value).filter(|taken| diary.is_recent(taken.day) && much(taken));
    let numb = Seen { diary, look_back_days: 28 }.signs(&of(&[SignKind::Numbness]));
    let days = |days: BTreeSet<Day>| days.len();
    if days(taken().map(|taken| taken.day).collect()) < MUCH_B6_DAYS || days(numb.iter().map(|dated| dated.day).collect()) < 2 {
        return Vec::new();
    }
    let products: BTreeMap<Uuid, &SupplementTaken> = taken().map(|taken| (taken.product.uuid(), taken)).collect();
    let products = products.into_iter().map(|(id, taken)| {
        let words = format!("{}, with much vitamin B6", taken.name);
        DatedCause::new(Cause::new(Some(id), Some(taken.day), words), taken.day)
    });
    numb.into_iter().chain(products).collect()
}

/// rf84: a medicine that raises potassium was begun beside another one, or beside potassium itself.
fn new_beside_raising(diary: &FlagDiary<'_>) -> Vec<DatedCause> {
    let taken: Vec<_> = medicines_on(diary, diary.today, 0).filter(|one| RAISING.hold(one) || POTASSIUM.hold(one)).collect();
    let raises = taken.iter().any(|one| RAISING.hold(one));
    let new = taken.iter().any(|one| is_new(diary, one));
    if taken.len() < 2 || !raises || !new {
        return Vec::new();
    }
    taken.into_iter().map(|one| DatedCause::new(medicine_cause(one), diary.today)).collect()
}

/// rf84, the same day: trimethoprim was begun beside a medicine with which potassium rises fast, by a person at risk.
fn trimethoprim_beside_raising(diary: &FlagDiary<'_>) -> Vec<DatedCause> {
    let at_risk = diary.profile.age_on(diary.today).is_some_and(|age| age >= 65)
        || [Condition::Kidney, Condition::Dialysis].iter().any(|condition| diary.profile.conditions.contains(condition));
    let found: Vec<_> = medicines_on(diary, diary.today, 0)
        .filter(|one| (TRIMETHOPRIM.hold(one) && is_new(diary, one)) || WITH_TRIMETHOPRIM.hold(one))
        .collect();
    let both = found.iter().any(|one| TRIMETHOPRIM.hold(one)) && found.iter().any(|one| WITH_TRIMETHOPRIM.hold(one));
    if !at_risk || !both {
        return Vec::new();
    }
    found.into_iter().map(|one| DatedCause::new(medicine_cause(one), diary.today)).collect()
}

fn is_new(diary: &FlagDiary<'_>, medicine: &TakenMedicine<'_>) -> bool {
    medicine.entry.value.from.is_some_and(|from| (0..=NEW_RAISING_DAYS).contains(&days_between(from, diary.today)))
}

/// What was found, followed by the causes beside it. Returns an empty list if nothing was found.
fn beside(found: Vec<DatedCause>, causes: &[Cause]) -> Vec<DatedCause> {
    let Some(day) = found.iter().map(|dated| dated.day).max() else { return found };
    found.into_iter().chain(causes.iter().map(|cause| DatedCause::new(cause.clone(), cause.day.map_or(day, |its| its.max(day))))).collect()
}
