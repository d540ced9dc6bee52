//! The values of a row, out of its bytes.

use super::bytes::Cursor;
use super::geometry::Encoding;
use super::value::RawValue;
use std::borrow::Cow;

/// The values of a row. Returns `None` if the bytes are no row: what their beginning says of each value must be as long as they are.
pub(super) fn values(bytes: &[u8], encoding: Encoding) -> Option<Vec<RawValue<'_>>> {
    let mut start = Cursor::new(bytes, 0);
    let header = start.length()?;
    let mut kinds = Cursor::new(bytes.get(..header)?, start.at());
    let mut rest = Cursor::new(bytes, header);
    let mut values = Vec::new();
    while kinds.at() < header {
        let kind = kinds.varint()?;
        values.push(value(kind, &mut rest, encoding)?);
    }
    (rest.at() == bytes.len() && start.at() <= header).then_some(values)
}

/// The next value, by the number that says its kind and its length.
fn value<'a>(kind: u64, rest: &mut Cursor<'a>, encoding: Encoding) -> Option<RawValue<'a>> {
    Some(match kind {
        0 => RawValue::Null,
        1..=4 => RawValue::Integer(integer(rest.take(usize::try_from(kind).ok()?)?)),
        5 => RawValue::Integer(integer(rest.take(6)?)),
        6 => RawValue::Integer(integer(rest.take(8)?)),
        7 => RawValue::Real(f64::from_be_bytes(rest.take(8)?.try_into().ok()?)),
        8 => RawValue::Integer(0),
        9 => RawValue::Integer(1),
        // Kept by SQLite for its own use.
        10 | 11 => return None,
        _ => {
            let bytes = rest.take(usize::try_from(kind.checked_sub(12)? / 2).ok()?)?;
            if kind.is_multiple_of(2) {
                RawValue::Blob(bytes)
            } else {
                text(bytes, encoding).map_or(RawValue::Garbled(bytes), RawValue::Text)
            }
        }
    })
}

/// A whole number of one to eight bytes, the highest first.
fn integer(bytes: &[u8]) -> i64 {
    let first = bytes.first().copied().unwrap_or_default().cast_signed();
    bytes.iter().skip(1).fold(i64::from(first), |number, byte| (number << 8) | i64::from(*byte))
}

/// A text. Returns `None` if the bytes are none in this encoding.
fn text(bytes: &[u8], encoding: Encoding) -> Option<Cow<'_, str>> {
    let unit = match encoding {
        Encoding::Utf8 => return std::str::from_utf8(bytes).ok().map(Cow::Borrowed),
        Encoding::Utf16Little => u16::from_le_bytes,
        Encoding::Utf16Big => u16::from_be_bytes,
    };
    let (pairs, rest) = bytes.as_chunks::<2>();
    let letters = char::decode_utf16(pairs.iter().map(|pair| unit(*pair)));
    if rest.is_empty() { letters.collect::<Result<String, _>>().ok().map(Cow::Owned) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_value() {
        let long = [&[0x0a, 0, 1, 2, 5, 6, 7, 8, 9, 0x13][..], &[0xff], &[0x01, 0x02], &[0, 0, 0, 0, 1, 0], &[0x80, 0, 0, 0, 0, 0, 0, 0]];
        let bytes = [&long.concat()[..], &2.5_f64.to_be_bytes(), "né".as_bytes()].concat();
        let read = values(&bytes, Encoding::Utf8).unwrap();
        let numbers = [-1, 258, 256, i64::MIN].map(RawValue::Integer);
        assert_eq!(read[1..5], numbers);
        assert_eq!(read.first(), Some(&RawValue::Null));
        assert_eq!(read[5..8], [RawValue::Real(2.5), RawValue::Integer(0), RawValue::Integer(1)]);
        assert_eq!(read[8..], [RawValue::Text("né".into())]);
    }

    #[test]
    fn what_is_no_row() {
        for (bytes, why) in [
            (&[][..], "nothing"),
            (&[0], "no header"),
            (&[2, 1], "no value"),
            (&[2, 1, 5, 5], "too long"),
            (&[2, 10], "kept for SQLite"),
            (&[9, 1], "a header that is longer than the row"),
            (&[2, 0x80], "half a number"),
            (&[0x81, 0x00], "a header that ends behind the row"),
        ] {
            assert_eq!(values(bytes, Encoding::Utf8), None, "{why}");
        }
        assert_eq!(values(&[2, 15, 0xff], Encoding::Utf8), Some(vec![RawValue::Garbled(&[0xff])]));
        assert_eq!(values(&[2, 17, 0x41, 0], Encoding::Utf16Little), Some(vec![RawValue::Text("A".into())]));
        assert_eq!(values(&[2, 17, 0, 0x41], Encoding::Utf16Big), Some(vec![RawValue::Text("A".into())]));
        assert_eq!(values(&[2, 15, 0x41], Encoding::Utf16Big), Some(vec![RawValue::Garbled(&[0x41])]));
    }
}
