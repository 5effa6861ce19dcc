//! Lets the linker keep constants apart and say what refers to what, so that `cargo xtask dist` can
//! tell what only the second file of the page needs.

use std::env;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        for argument in ["--emit-relocs", "--no-merge-data-segments"] {
            println!("cargo::rustc-link-arg-cdylib={argument}");
        }
    }
}
