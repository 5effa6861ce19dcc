//! `claims`: a campaign that checks everything that the page would say.

use anyhow::Result;

use crate::workspace::{Workspace, run as run_command};

#[derive(clap::Args)]
pub(crate) struct Options {
    /// The seeds that draw the runs.
    #[arg(default_value = "0..1000", value_name = "FIRST..END")]
    seeds: String,
    /// All rules on (`plain`), with bugs of real systems (`mutants`) or with a rule off (`rules`);
    /// without it, all three.
    kind: Option<String>,
}

pub(crate) fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    let mut cargo = workspace.cargo();
    cargo.args(["run", "--release", "--package", "raft-playground", "--features", "claims"]);
    cargo.args(["--example", "claims", "--", &options.seeds]).args(&options.kind);
    run_command(&mut cargo)
}
