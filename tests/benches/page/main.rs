//! How long the page takes: until a cluster moves on a slow phone, and for each frame. Run by
//! `cargo xtask bench page`.
#![allow(clippy::print_stdout, reason = "a benchmark prints what it measured")]

mod start;

mod frames;

use anyhow::{Result, bail};

fn main() -> Result<()> {
    // The first argument of ours; `cargo bench` adds some of its own.
    match std::env::args().skip(1).find(|argument| !argument.starts_with("--")).as_deref() {
        Some("start") => start::run()?,
        Some("frames") => frames::run(),
        Some(other) => bail!("there is no part `{other}`"),
        None => {
            start::run()?;
            println!();
            frames::run();
        }
    }
    Ok(())
}
