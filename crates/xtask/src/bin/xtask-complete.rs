//! The program with the feature `complete`. `cargo xtask` builds and runs it for the commands that
//! need it. It is a separate program because some systems cannot replace a running one.

use std::process::ExitCode;

fn main() -> ExitCode {
    xtask::main()
}
