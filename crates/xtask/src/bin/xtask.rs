//! What `cargo xtask` starts: quick to compile, since `serve` waits for it.

use std::process::ExitCode;

fn main() -> ExitCode {
    xtask::main()
}
