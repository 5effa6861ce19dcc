//! The behaviour of the package, in every JavaScript environment.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

mod declared;
mod driving;
mod judging;
mod parity;
mod reading;
mod searching;
mod stories;
mod tracing;
mod travelling;
mod types;

use js_sys::{Array, JSON, Reflect};
use wasm_bindgen::{JsCast, JsValue};

fn json(text: &str) -> JsValue {
    JSON::parse(text).unwrap()
}

/// A nested property of an object: `nodes.0.value`.
fn at(object: &JsValue, path: &str) -> JsValue {
    path.split('.').fold(object.clone(), |object, key| match key.parse::<u32>() {
        Ok(index) => Array::from(&object).get(index),
        Err(_) => Reflect::get(&object, &key.into()).unwrap(),
    })
}

fn text(object: &JsValue, path: &str) -> String {
    at(object, path).as_string().unwrap()
}

fn length(object: &JsValue, path: &str) -> u32 {
    Array::from(&at(object, path)).length()
}

fn code_and_message<T>(result: Result<T, JsValue>) -> (String, String) {
    let Err(error) = result else { panic!("should have been refused") };
    assert!(error.is_instance_of::<js_sys::Error>());
    (text(&error, "code"), text(&error, "message"))
}
