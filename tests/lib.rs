//! Tests of the whole: the same records on every target, and the page as a person uses it.
//!
//! `tests/parity.rs` writes down what a run gives natively; the tests of `raft-js` compare what
//! the same run gives in Node.js and in a browser. `tests/page/` drives the built page in Chromium
//! by way of the module `browser`, which `benches/page/` measures with too.
#![warn(missing_docs)]

#[cfg(feature = "browser")]
pub mod browser;
