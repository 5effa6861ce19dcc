//! Runs the test suite in Node.js.
#![cfg(target_arch = "wasm32")]

mod suite;
