//! Lets the linker keep every constant apart, so that `cargo xtask dist` can tell which of them only
//! the second file of the page needs.

use std::env;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        println!("cargo::rustc-link-arg-cdylib=--no-merge-data-segments");
    }
}
