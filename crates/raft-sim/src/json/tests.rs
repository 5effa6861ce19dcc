use std::collections::BTreeMap;

use serde::Serialize;

use super::to_string;

/// One of everything.
#[derive(Serialize)]
struct Everything {
    text: String,
    letter: char,
    numbers: Vec<i64>,
    most: u64,
    no: Option<u8>,
    some: Option<u8>,
    nothing: (),
    unit: Unit,
    newtype: Newtype,
    pair: Pair,
    tuple: (u8, &'static str),
    by_name: BTreeMap<&'static str, bool>,
    by_number: BTreeMap<u32, Vec<u8>>,
    variants: Vec<Variant>,
    #[serde(flatten)]
    flat: Flat,
}

#[derive(Serialize)]
struct Unit;
#[derive(Serialize)]
struct Newtype(u16);
#[derive(Serialize)]
struct Pair(i8, i16);
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
enum Variant {
    NoValue,
    OneValue(u8),
    TwoValues(u8, i32),
    Named { one: u8, two: Option<u8> },
    Empty {},
}

#[derive(Serialize)]
#[serde(tag = "event", content = "data")]
enum Flat {
    Named { inner: [u8; 2] },
}

fn everything() -> Everything {
    Everything {
        text: "\"quoted\" back\\slash \u{8}\u{c}\n\r\t\0\u{1f}\u{7f} é🙂 {[,:]}".to_owned(),
        letter: '"',
        numbers: vec![i64::MIN, -1, 0, i64::MAX],
        most: u64::MAX,
        no: None,
        some: Some(1),
        nothing: (),
        unit: Unit,
        newtype: Newtype(7),
        pair: Pair(-8, -16),
        tuple: (1, "two"),
        by_name: [("a", true), ("\"", false)].into(),
        by_number: [(1, vec![]), (2, vec![3])].into(),
        variants: vec![
            Variant::NoValue,
            Variant::OneValue(1),
            Variant::TwoValues(1, -2),
            Variant::Named { one: 1, two: None },
            Variant::Empty {},
        ],
        flat: Flat::Named { inner: [1, 2] },
    }
}

#[test]
fn every_kind_of_value_is_written_as_serde_json_writes_it() {
    assert_eq!(to_string(&everything()), serde_json::to_string(&everything()).unwrap());
}
