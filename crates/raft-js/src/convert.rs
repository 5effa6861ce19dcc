//! Conversions between plain objects and Rust values.
//!
//! Both directions go through JSON text: the browser's own `JSON` is fast, and it needs less code
//! here than to read and build objects key by key.

use js_sys::{JSON, Number};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;

use crate::error::{Code, failure};
use crate::json_reader;

#[expect(clippy::needless_pass_by_value, reason = "wasm-bindgen passes arguments by value")]
pub(crate) fn from_js<T: DeserializeOwned>(value: JsValue, code: Code) -> Result<T, JsValue> {
    let text = JSON::stringify(&value).ok().and_then(|text| text.as_string());
    let text = text.ok_or_else(|| failure(code, &"this is not a plain object"))?;
    json_reader::read(&text).map_err(|mistake| failure(code, &mistake))
}

pub(crate) fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    JSON::parse(&raft_sim::json::to_string(value))
}

/// An instant, given as a number of microseconds.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked")]
pub(crate) fn time(micros: f64) -> Result<raft_sim::Time, JsValue> {
    const LAST: f64 = 9_007_199_254_740_991.0;
    if !(0.0..=LAST).contains(&micros) {
        // JavaScript writes the number, since Rust's way to write one takes much code.
        let number =
            Number::from(micros).to_string_with_radix(10).map(String::from).unwrap_or_default();
        let sentence = format!("{number} is not a time from 0 to 2^53 microseconds");
        return Err(failure(Code::Time, &sentence));
    }
    Ok(raft_sim::Time(micros as u64))
}
