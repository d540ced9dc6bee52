//! The program's own answers to what a case asks, by the names that the expected ones have.

use super::case_table::CaseTable;
use super::folder::{CasePlan, CaseSpec, CaseTask};
use crate::cli::insight_keys::{label_key, too_little_key, verdict_key};
use crate::domain::as_f64;
use crate::insights::methods::{
    BeforeAfter, CoverageSpan, ExperimentPlan, ExperimentResult, FactorCoding, FactorEffect, FactorLink, FactorSeries, Links, LogRange,
    NightRate, PeriodPair, RangeMethod, RatesCompared, experiment_power,
};
use chrono::Days;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// The answers to every question of a case. An error says what its table or spec lacks.
pub(super) fn answers(table: &CaseTable, spec: &CaseSpec) -> Result<Value, String> {
    let cramps = table.column("cramps")?;
    let mut answers = Map::new();
    for task in &spec.tasks {
        let (name, answer) = match task {
            CaseTask::Describe => ("describe", describe(table, cramps, table.column("worst")?)),
            CaseTask::Insights => ("insights", insights(table, cramps, spec)?),
            CaseTask::BeforeAfter => {
                let start = spec.start.ok_or("its part of spec.json has no \"start\"")?;
                ("before_after", before_after(&BeforeAfter::of(table.first, cramps, start, spec.washout_days.into())))
            }
            CaseTask::Experiment => {
                let result = ExperimentResult::of(&pairs(table, cramps, spec.washout.ok_or("its part of spec.json has no \"washout\"")?)?);
                let exact = result.effect.is_none_or(|effect| effect.exact);
                (if exact { "experiment" } else { "mc_experiment" }, experiment(&result))
            }
            CaseTask::Power => ("power", spec.power.iter().map(|plan| power(cramps, *plan)).collect()),
        };
        answers.insert(name.to_owned(), answer);
    }
    Ok(Value::Object(answers))
}

fn describe(table: &CaseTable, cramps: &[Option<f64>], worst: &[Option<f64>]) -> Value {
    let known: Vec<f64> = cramps.iter().flatten().copied().collect();
    let with_cramps = known.iter().filter(|cramps| **cramps > 0.0).count();
    let a_week = |sum: f64| (!known.is_empty()).then(|| 7.0 * sum / as_f64(known.len()));
    let worst: Vec<f64> = cramps.iter().zip(worst).filter_map(|(cramps, worst)| (*cramps)?.gt(&0.0).then_some(*worst)?).collect();
    let rate = NightRate::of(table.first, cramps);
    let last: Vec<f64> = cramps[cramps.len().saturating_sub(28)..].iter().flatten().copied().collect();
    json!({
        "calendar_nights": cramps.len(),
        "logged_nights": known.len(),
        "cramp_nights": with_cramps,
        "cramps_total": known.iter().sum::<f64>(),
        "cramp_nights_per_week": a_week(as_f64(with_cramps)),
        "cramps_per_week": a_week(known.iter().sum()),
        "cramps_per_week_ci": rate.range_a_week,
        "rate_method": match rate.method {
            RangeMethod::TooFew => "too_few",
            RangeMethod::Exact => "poisson",
            RangeMethod::Clusters => "clusters",
        },
        "mean_worst_on_cramp_nights": (!worst.is_empty()).then(|| worst.iter().sum::<f64>() / as_f64(worst.len())),
        "last28_cramps_per_week": (last.len() >= 14).then(|| 7.0 * last.iter().sum::<f64>() / as_f64(last.len())),
        "span_per_week": CoverageSpan::of(cramps).map(|span| json!({
            "low": span.low, "high": span.high, "rate_withheld": span.bad_nights_alone,
        })),
        "last90_against_before": last_against_before(table, cramps, 90),
    })
}

/// The last nights beside as many before; null where there are not so many.
fn last_against_before(table: &CaseTable, cramps: &[Option<f64>], nights: usize) -> Value {
    let Some(from) = cramps.len().checked_sub(2 * nights) else { return Value::Null };
    let rate = |from: usize| NightRate::of(table.first + Days::new(from as u64), &cramps[from..from + nights]);
    let compared = RatesCompared::of(&rate(from), &rate(from + nights));
    json!({
        "before": compared.before,
        "now": compared.now,
        "difference": compared.change(),
        "difference_ci": compared.difference,
        "df": compared.freedom,
        "p": compared.chance,
        "verdict": verdict_key(compared.verdict),
    })
}

fn insights(table: &CaseTable, cramps: &[Option<f64>], spec: &CaseSpec) -> Result<Value, String> {
    let series = |factor: &super::folder::CaseFactor| {
        Ok::<_, String>(FactorSeries { values: table.column(&factor.name)?.to_vec(), window: factor.window.into() })
    };
    let factors = spec.factors.iter().map(series).collect::<Result<Vec<_>, _>>()?;
    let links = Links::of(table.first, cramps, &factors);
    let by_name: Map<String, Value> =
        spec.factors.iter().zip(&links.links).map(|(factor, found)| (factor.name.clone(), link(found))).collect();
    Ok(json!({ "look": links.look, "tested": links.tested, "factors": by_name }))
}

fn link(link: &FactorLink) -> Value {
    let (test, effect) = (&link.test, link.test.result.as_ref().ok());
    json!({
        "status": if effect.is_some() { "ok" } else { "not_enough_data" },
        "reason": test.result.as_ref().err().map(|reason| too_little_key(*reason)),
        "nights": test.nights,
        "kind": test.coding.map(|coding| if coding == FactorCoding::YesNo { "yes_no" } else { "amount" }),
        "low": test.typical.map(|typical| typical.0),
        "high": test.typical.map(|typical| typical.1),
        "weeks": test.weeks,
        "usable_nights": test.usable_nights,
        "nights_with": test.arms.map(|arms| arms.with),
        "nights_without": test.arms.map(|arms| arms.without),
        "rate_with": test.arms.and_then(|arms| arms.rate_with),
        "rate_without": test.arms.and_then(|arms| arms.rate_without),
        "p": effect.map(|effect| effect.p),
        "q": link.q,
        "log_rr": effect.map(|effect| effect.log_ratio),
        "rr": effect.map(|effect| effect.log_ratio.exp()),
        "direction": effect.map(direction),
        "ci": effect.and_then(|effect| effect.range).map(ends),
        "ci_open": effect.and_then(|effect| effect.range).map(|range| [range.open_low, range.open_high]),
        "reverse": link.reverse.as_ref().map(|reverse| json!({
            "p": reverse.effect.map(|effect| effect.p),
            "direction": reverse.effect.as_ref().map(direction),
            "flag": reverse.reacting,
        })),
        "label": label_key(link.label),
    })
}

fn direction(effect: &FactorEffect) -> &'static str {
    if effect.more { "more" } else { "fewer" }
}

fn ends(range: LogRange) -> [f64; 2] {
    [range.low.exp(), range.high.exp()]
}

fn before_after(found: &BeforeAfter) -> Value {
    let step = found.step;
    json!({
        "status": if step.is_some() { "ok" } else { "not_enough_data" },
        "blocks_before": found.blocks_before,
        "blocks_after": found.blocks_after,
        "per_week_before": found.before,
        "per_week_after": found.after,
        "rr_raw": found.ratio(),
        "label": step.map(|step| if step.is_hint() { "hint" } else { "no_verdict" }),
        "df": step.map(|step| step.freedom),
        "change_per_week": step.map(|step| step.a_week),
        "change_ci": step.map(|step| step.range),
        "trend_per_4_weeks": step.map(|step| step.trend),
        "p": step.map(|step| step.p),
    })
}

/// The pairs of an experiment, by their numbers.
fn pairs(table: &CaseTable, cramps: &[Option<f64>], wash_out: f64) -> Result<Vec<PeriodPair>, String> {
    let (numbers, days) = (table.column("pair")?, table.column("day")?);
    let mut pairs = BTreeMap::<i64, PeriodPair>::new();
    for (((cramps, is_a), number), day) in cramps.iter().zip(&table.is_a).zip(numbers).zip(days) {
        let (Some(cramps), Some(is_a), Some(_)) = (cramps, is_a, day.filter(|day| *day > wash_out)) else { continue };
        let number = number.ok_or("a night with an arm has no pair")?;
        #[expect(clippy::cast_possible_truncation, reason = "a small whole number")]
        let pair = pairs.entry(number as i64).or_default();
        let (sum, nights) = if *is_a { (&mut pair.cramps_a, &mut pair.nights_a) } else { (&mut pair.cramps_b, &mut pair.nights_b) };
        *sum += cramps;
        *nights += 1;
    }
    Ok(pairs.into_values().collect())
}

fn experiment(result: &ExperimentResult) -> Value {
    let effect = result.effect;
    json!({
        "status": if effect.is_some() { "ok" } else { "not_enough_data" },
        "pairs": result.pairs,
        "pairs_used": result.used,
        "pairs_informative": result.informative,
        "rate_A": result.rate_a,
        "rate_B": result.rate_b,
        "exact": effect.map(|effect| effect.exact),
        "p": effect.map(|effect| effect.p),
        "rr": effect.map(|effect| effect.log_ratio.exp()),
        "ci": effect.map(|effect| ends(effect.range)),
        "ci_open": effect.map(|effect| [effect.range.open_low, effect.range.open_high]),
    })
}

fn power(cramps: &[Option<f64>], plan: CasePlan) -> Value {
    let asked = ExperimentPlan { pairs: plan.k.into(), period: plan.period.into(), wash_out: plan.wash_out.into() };
    json!({ "k": plan.k, "L": plan.period, "W": plan.wash_out, "rr": plan.rr, "power": experiment_power(cramps, asked, plan.rr) })
}
