//! The program with the feature `stories`. Trunk builds and runs it after each build of the page:
//! see `Trunk.toml`.

use std::process::ExitCode;

fn main() -> ExitCode {
    xtask::main()
}
