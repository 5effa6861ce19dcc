//! The same with the feature `complete`; `cargo xtask` builds and runs it for the commands that
//! need it. A program of its own, since one that runs cannot be replaced on every system.

use std::process::ExitCode;

fn main() -> ExitCode {
    xtask::main()
}
