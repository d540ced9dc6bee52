//! Moments as files have them: RFC 3339 with milliseconds, in UTC.

use chrono::{DateTime, Datelike as _, SecondsFormat};

/// A moment in milliseconds since 1970 as text: "2026-11-20T06:00:01.000Z". One outside the years 1 to 9999 is its number.
pub(super) fn written(ms: i64) -> String {
    match DateTime::from_timestamp_millis(ms).filter(|moment| (1..=9999).contains(&moment.year())) {
        Some(moment) => moment.to_rfc3339_opts(SecondsFormat::Millis, true),
        None => ms.to_string(),
    }
}

/// The milliseconds since 1970 of a moment with its offset from UTC, or of its number. Returns `None` for anything else.
pub(super) fn read(text: &str) -> Option<i64> {
    let text = text.trim();
    DateTime::parse_from_rfc3339(text).map(|moment| moment.timestamp_millis()).ok().or_else(|| text.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_moment_comes_back() {
        for ms in [0, -1, 1_795_154_401_000, 1_795_154_401_999, i64::MIN, i64::MAX, -62_135_596_800_000, 253_402_300_799_999] {
            assert_eq!(read(&written(ms)), Some(ms), "{}", written(ms));
        }
        assert_eq!(written(1_795_154_401_007), "2026-11-20T06:00:01.007Z");
        assert_eq!(read("2026-11-20T07:00:01+01:00"), Some(1_795_154_401_000));
        assert_eq!(read("yesterday"), None);
    }
}
