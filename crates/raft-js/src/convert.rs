//! Conversions between plain objects and Rust values.

use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;

use crate::error::{Code, failure};

pub(crate) fn from_js<T: DeserializeOwned>(value: JsValue, code: Code) -> Result<T, JsValue> {
    // Via a tree: deserialising an object directly into a struct ignores unknown keys, so a
    // misspelt option would go unnoticed.
    let tree: serde_json::Value =
        serde_wasm_bindgen::from_value(value).map_err(|mistake| failure(code, &mistake))?;
    serde_json::from_value(tree).map_err(|mistake| failure(code, &mistake))
}

pub(crate) fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    Ok(value.serialize(&serializer)?)
}

/// An instant, given as a number of microseconds.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked")]
pub(crate) fn time(micros: f64) -> Result<raft_sim::Time, JsValue> {
    const LAST: f64 = 9_007_199_254_740_991.0;
    if !(0.0..=LAST).contains(&micros) {
        let sentence = format!("{micros} is not a time from 0 to 2^53 microseconds");
        return Err(failure(Code::Time, &sentence));
    }
    Ok(raft_sim::Time(micros as u64))
}
