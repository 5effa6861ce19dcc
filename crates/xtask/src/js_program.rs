//! The simulator for JavaScript as a WebAssembly program.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::workspace::{Workspace, run as run_command};

const TARGET: &str = "wasm32-unknown-unknown";
const PROFILE: &str = "page";

/// Reference types are the newest feature that Rust uses. Older bundlers and runtimes refuse a
/// program that has them.
const WITHOUT_REFERENCES: &str = "-Ctarget-feature=-reference-types";

/// How the list of features in a program ends its entry for reference types, after `+` for a
/// feature that is used.
const REFERENCES: &[u8] = b"\x0freference-types";

/// What remains: the features that all browsers have had since 2021.
const FEATURES: [&str; 5] =
    ["bulk-memory", "multivalue", "mutable-globals", "nontrapping-float-to-int", "sign-ext"];

/// Compiles the program. wasm-bindgen has to process it.
pub(crate) fn compile(workspace: &Workspace) -> Result<Vec<u8>> {
    let mut cargo = workspace.cargo();
    cargo.args(["build", "--profile", PROFILE, "--target", TARGET, "--package", "raft-js"]);
    run_command(cargo.env("RUSTFLAGS", WITHOUT_REFERENCES))?;
    let target = env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    let target = target.unwrap_or_else(|| workspace.root().join("target"));
    let built = target.join(TARGET).join(PROFILE).join("raft_js.wasm");
    let mut program = fs::read(&built).context("reading the program for JavaScript")?;
    forbid_references(&mut program)?;
    Ok(program)
}

/// Rust's own library is compiled with reference types, although it has none. wasm-bindgen adds
/// them to each program that lists the feature.
fn forbid_references(program: &mut [u8]) -> Result<()> {
    let found = program.windows(REFERENCES.len()).position(|window| window == REFERENCES);
    let place = found.and_then(|place| place.checked_sub(1));
    let prefix = place.and_then(|place| program.get_mut(place));
    let prefix = prefix.context("the program does not list the features that it uses")?;
    ensure!(*prefix == b'+', "reference types are listed as {prefix}");
    *prefix = b'-';
    Ok(())
}

/// Makes the program smaller. It fails if the program needs a feature beyond [`FEATURES`].
pub(crate) fn optimize(workspace: &Workspace, program: &Path, optimized: &Path) -> Result<()> {
    let mut wasm_opt = workspace.command("wasm-opt");
    wasm_opt.args(["-Oz", "--strip-producers", "--strip-target-features", "--mvp-features"]);
    wasm_opt.args(FEATURES.map(|feature| format!("--enable-{feature}")));
    // As for the page's program (`index.html`), this compresses best. The stack of a Rust program
    // is at the lowest addresses, and its last bytes are never used.
    wasm_opt.args(["--low-memory-unused", "--one-caller-inline-max-function-size=30"]);
    wasm_opt.arg("--reorder-functions-by-name");
    run_command(wasm_opt.arg(program).arg("-o").arg(optimized))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_lists_reference_types_as_forbidden() {
        let mut program = b"..+\x08sign-ext+\x0freference-types..".to_vec();
        forbid_references(&mut program).unwrap();
        assert_eq!(program, b"..+\x08sign-ext-\x0freference-types..");
        assert!(forbid_references(&mut program).is_err());
        assert!(forbid_references(&mut b"sign-ext".to_vec()).is_err());
    }
}
