//! Measures the page: the time until the cluster moves on a slow phone, and the time of each frame.
//! Run by `cargo xtask bench page`.
#![allow(clippy::print_stdout, reason = "a benchmark prints what it measured")]

mod start;

mod frames;

use anyhow::{Result, bail};

fn main() -> Result<()> {
    // The first argument of this program; `cargo bench` adds its own.
    match std::env::args().skip(1).find(|argument| !argument.starts_with("--")).as_deref() {
        Some("start") => start::run()?,
        Some("frames") => frames::run()?,
        Some(other) => bail!("there is no part `{other}`"),
        None => {
            start::run()?;
            println!();
            frames::run()?;
        }
    }
    Ok(())
}
