//! Answers beside the expected ones, within what each figure may differ.

use serde_json::Value;

/// What differs, one line for each value, by its path such as `diary/describe/logged_nights`. Names that begin with `_` are notes.
pub(super) fn differences(got: Option<&Value>, expected: &Value, path: &str) -> Vec<String> {
    match expected {
        Value::Object(members) => {
            let below = |(name, expected): (&String, &Value)| {
                let path = format!("{path}/{name}");
                match got.and_then(|got| got.get(name)) {
                    None => vec![format!("{path}: missing")],
                    found => differences(found, expected, &path),
                }
            };
            members.iter().filter(|(name, _)| !name.starts_with('_')).flat_map(below).collect()
        }
        Value::Array(values) => match got {
            Some(Value::Array(found)) if found.len() == values.len() => {
                let below = |(place, expected): (usize, &Value)| differences(found.get(place), expected, &format!("{path}/{place}"));
                values.iter().enumerate().flat_map(below).collect()
            }
            _ => vec![format!("{path}: not {} values", values.len())],
        },
        Value::Number(number) => number_differs(got, number.as_f64().unwrap_or(f64::NAN), path).into_iter().collect(),
        Value::Null | Value::Bool(_) | Value::String(_) => {
            let differs = got != Some(expected);
            differs.then(|| format!("{path}: {}, expected {expected}", shown(got))).into_iter().collect()
        }
    }
}

fn number_differs(got: Option<&Value>, expected: f64, path: &str) -> Option<String> {
    let within = tolerance(path, expected);
    let close = got.and_then(Value::as_f64).is_some_and(|got| (got - expected).abs() <= within);
    (!close).then(|| format!("{path}: {}, expected {expected} within {within}", shown(got)))
}

fn shown(got: Option<&Value>) -> String {
    got.map_or_else(|| "missing".to_owned(), Value::to_string)
}

/// By how much a number may differ: hardly at all where it is computed exactly, more where it depends on lots.
fn tolerance(path: &str, expected: f64) -> f64 {
    let name = path.split('/').rfind(|part| part.is_empty() || !part.bytes().all(|byte| byte.is_ascii_digit())).unwrap_or(path);
    let by_lot = path.contains("/insights/") || path.contains("mc_experiment");
    match name {
        "p" if by_lot => 0.002 + 0.06 * (expected * (1.0 - expected)).max(0.0).sqrt(),
        "q" if by_lot => 0.03 + 0.3 * expected,
        "ci" => 0.08 * expected.abs(),
        "rr" | "log_rr" => 0.01 * expected.abs() + 0.005,
        "power" => 0.08,
        _ => 1e-6 * expected.abs() + 1e-9,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn each_figure_has_its_own_tolerance() {
        let same = |got: Value, expected: Value| differences(Some(&got), &expected, "case").is_empty();
        assert!(same(json!({"n": 3, "more": 1}), json!({"n": 3.0, "_note": "x"})));
        assert!(!same(json!({"n": 3.0001}), json!({"n": 3})) && !same(json!({}), json!({"n": null})));
        assert!(same(json!({"ci": [0.5, 2.1]}), json!({"ci": [0.52, 2.0]})) && !same(json!({"ci": [0.5]}), json!({"ci": [0.5, 2.0]})));
        assert!(same(json!({"insights": {"f": {"p": 0.05}}}), json!({"insights": {"f": {"p": 0.06}}})));
        assert!(!same(json!({"before_after": {"p": 0.05}}), json!({"before_after": {"p": 0.06}})));
        assert!(
            !same(json!({"a": true}), json!({"a": 1}))
                && !same(json!({"a": null}), json!({"a": 1}))
                && !same(json!({"a": 1}), json!({"a": null}))
        );
        assert!(same(json!({"power": [{"power": 0.25}]}), json!({"power": [{"power": 0.3}]})));
    }
}
