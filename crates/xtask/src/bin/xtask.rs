//! The program behind `cargo xtask`. It compiles quickly, because `serve` waits for it.

use std::process::ExitCode;

fn main() -> ExitCode {
    xtask::main()
}
