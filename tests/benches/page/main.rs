//! Measures the page: the time until the cluster moves on a slow phone, the time of each
//! frame, and that of ten embedded players.
//! Run by `cargo xtask bench page`.
#![allow(clippy::print_stdout, reason = "a benchmark prints what it measured")]

mod start;

mod frames;
mod players;

use anyhow::{Result, bail};

fn main() -> Result<()> {
    // The first argument of this program; `cargo bench` adds its own.
    match std::env::args().skip(1).find(|argument| !argument.starts_with("--")).as_deref() {
        Some("start") => start::run()?,
        Some("frames") => frames::run()?,
        Some("players") => players::run()?,
        Some(other) => bail!("there is no part `{other}`"),
        None => {
            start::run()?;
            println!();
            frames::run()?;
            println!();
            players::run()?;
        }
    }
    Ok(())
}
