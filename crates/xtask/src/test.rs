//! `test`: everything that must hold before a change is shared, in the order of its price.

use std::fs;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use clap::ValueEnum;

use crate::dist;
use crate::metadata::Metadata;
use crate::tidy;
use crate::tools::{self, Tool, browser};
use crate::workspace::{Workspace, describe, readable, run as run_command, run_watched};

const WASM: &str = "wasm32-unknown-unknown";
/// The crates that only make sense inside a JavaScript engine.
const FOR_JAVASCRIPT: [&str; 2] = ["web", "raft-js"];
/// The feature of the crate `tests` that its end-to-end tests are behind.
pub(crate) const BROWSER_FEATURE: &str = "browser";
/// Seconds for one crate's tests in a browser, and for the driver to answer: the defaults of 20 and
/// 5 are not for a busy machine.
const BROWSER_TEST_TIMEOUT_S: &str = "180";
const DRIVER_TIMEOUT_S: &str = "60";

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Run this step and no other; may be given several times.
    #[arg(long, value_name = "STEP")]
    only: Vec<Step>,
    /// Try the page end to end on a processor that is so many times slower.
    #[arg(long, value_name = "TIMES")]
    slowdown: Option<u32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Step {
    /// Are the sources laid out by rustfmt?
    Format,
    /// Do they keep the project's own rules?
    Tidy,
    /// Is Clippy content, natively and for the browser?
    Clippy,
    /// Do the tests and the examples in the documentation pass natively?
    Native,
    /// Do the JavaScript package's tests pass in Node?
    JsNode,
    /// Do they in a browser?
    JsBrowser,
    /// Do the page's own tests pass in a browser?
    Web,
    /// Is the page built for publication, within its budget?
    Dist,
    /// Does that page do what it should, in a browser, for a user?
    EndToEnd,
}

impl Step {
    fn name(self) -> String {
        self.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }

    fn question(self) -> String {
        let help =
            self.to_possible_value().and_then(|value| value.get_help().map(ToString::to_string));
        help.unwrap_or_default()
    }

    fn tools(self) -> &'static [Tool] {
        match self {
            Self::Format => &[Tool::Rustfmt],
            Self::Tidy | Self::Native => &[],
            Self::Clippy => &[Tool::Clippy, Tool::WasmTarget],
            Self::JsNode => &[Tool::WasmTarget, Tool::Node, Tool::WasmBindgen, Tool::WasmPack],
            Self::JsBrowser | Self::Web => {
                &[Tool::WasmTarget, Tool::Browser, Tool::WasmBindgen, Tool::WasmPack]
            }
            Self::Dist => &dist::TOOLS,
            Self::EndToEnd => &[Tool::Node, Tool::Axe, Tool::Browser],
        }
    }

    fn run(self, workspace: &Workspace, options: &Options) -> Result<()> {
        match self {
            Self::Format => run_command(workspace.cargo().args(["fmt", "--all", "--check"]))
                .context("`cargo fmt` lays the sources out"),
            Self::Tidy => tidy::run(workspace),
            Self::Clippy => clippy(workspace),
            Self::Native => native(workspace),
            Self::JsNode => wasm_pack(workspace, &["--node", "crates/raft-js"]),
            Self::JsBrowser => wasm_pack_in_browser(workspace, "crates/raft-js"),
            Self::Web => wasm_pack_in_browser(workspace, "web"),
            Self::Dist => dist::run(workspace, &dist::Options::default()),
            Self::EndToEnd => end_to_end(workspace, options.slowdown),
        }
    }
}

/// Runs the chosen steps, all by default, up to the first that fails.
pub(crate) fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    let steps = chosen(&options.only);
    let began = Instant::now();
    let mut times: Vec<(Step, Duration)> = Vec::new();
    for (index, step) in steps.iter().copied().enumerate() {
        install_for(workspace, &steps[index..])?;
        println!("\n== [{}/{}] {}: {}", index + 1, steps.len(), step.name(), step.question());
        let step_began = Instant::now();
        let outcome = step.run(workspace, options);
        times.push((step, step_began.elapsed()));
        if let Err(error) = outcome {
            print_times(&times);
            bail!(
                "step `{name}` failed after {} ({index} of {} passed before it): {error:#}\n\
                 To run it alone: cargo xtask test --only {name}",
                readable(step_began.elapsed()),
                steps.len(),
                name = step.name(),
            );
        }
        println!("== {} passed in {}.", step.name(), readable(step_began.elapsed()));
    }
    print_times(&times);
    println!("All {} steps passed in {}.", steps.len(), readable(began.elapsed()));
    Ok(())
}

/// The steps in their own order, however they were asked for.
fn chosen(only: &[Step]) -> Vec<Step> {
    let all = Step::value_variants().iter().copied();
    all.filter(|step| only.is_empty() || only.contains(step)).collect()
}

/// Installs nothing before a step lacks something, so that a slip in the layout is told at once;
/// then what all remaining steps lack, since the tools are quicker to build together.
fn install_for(workspace: &Workspace, remaining: &[Step]) -> Result<()> {
    let Some(next) = remaining.first() else { return Ok(()) };
    if tools::missing(workspace, next.tools())?.is_empty() {
        return Ok(());
    }
    let needed: Vec<Tool> = tools::ALL
        .into_iter()
        .filter(|tool| remaining.iter().any(|step| step.tools().contains(tool)))
        .collect();
    tools::ensure(workspace, &needed)
}

fn print_times(times: &[(Step, Duration)]) {
    println!("\nTimes of the steps:");
    for (step, time) in times {
        println!("{:>14}  {}", readable(*time), step.name());
    }
}

fn clippy(workspace: &Workspace) -> Result<()> {
    let deny = ["--", "-D", "warnings"];
    let mut cargo = workspace.cargo();
    cargo.args(["clippy", "--workspace", "--all-targets"]);
    if has_browser_tests(workspace)? {
        cargo.args(["--features", &format!("tests/{BROWSER_FEATURE}")]);
    }
    run_command(cargo.args(deny))?;
    let mut cargo = workspace.cargo();
    cargo.args(["clippy", "--all-targets", "--target", WASM]);
    cargo.args(FOR_JAVASCRIPT.iter().flat_map(|name| ["--package", name]));
    run_command(cargo.args(deny))
}

fn native(workspace: &Workspace) -> Result<()> {
    let mut cargo = workspace.cargo();
    cargo.args(["test", "--workspace"]);
    run_command(cargo.args(FOR_JAVASCRIPT.iter().flat_map(|name| ["--exclude", name])))
}

fn wasm_pack(workspace: &Workspace, arguments: &[&str]) -> Result<()> {
    let mut wasm_pack = workspace.command("wasm-pack");
    // Its own downloads are switched off: the tools are there, at the versions we chose.
    wasm_pack.args(["test", "--mode", "no-install"]).args(arguments);
    if arguments.contains(&"--chrome") {
        // A crate that says nothing of where its tests run would be skipped without this.
        wasm_pack.env("WASM_BINDGEN_USE_BROWSER", "1");
    }
    wasm_pack.env("WASM_BINDGEN_TEST_TIMEOUT", BROWSER_TEST_TIMEOUT_S);
    wasm_pack.env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", DRIVER_TIMEOUT_S);
    let webdriver = workspace.root().join("crates/xtask/webdriver.json");
    wasm_pack.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", webdriver);
    let mut count = 0;
    run_watched(&mut wasm_pack, |line| count += tests_announced(line))?;
    // wasm-pack is content with suites that it skips.
    ensure!(count > 0, "`{}` ran no test at all", describe(&wasm_pack));
    Ok(())
}

/// The number in `running 3 tests`, which precedes each suite.
fn tests_announced(line: &str) -> usize {
    let mut words = line.split_whitespace();
    let is_announcement = words.next() == Some("running");
    words.next().filter(|_| is_announcement).and_then(|count| count.parse().ok()).unwrap_or(0)
}

fn wasm_pack_in_browser(workspace: &Workspace, folder: &str) -> Result<()> {
    let chromedriver = browser::find(workspace).context("no chromedriver")?;
    let chromedriver = chromedriver.to_str().context("chromedriver's path is not UTF-8")?;
    wasm_pack(workspace, &["--headless", "--chrome", "--chromedriver", chromedriver, folder])
}

fn end_to_end(workspace: &Workspace, slowdown: Option<u32>) -> Result<()> {
    ensure!(
        has_browser_tests(workspace)?,
        "tests/Cargo.toml has no feature `{BROWSER_FEATURE}`, so there are no end-to-end tests yet"
    );
    let dist = dist::folder(workspace);
    let built = fs::metadata(dist.join("index.html")).and_then(|file| file.modified());
    let built = built.context("dist/ is not built: run `cargo xtask dist` first")?;
    let age = built.elapsed().unwrap_or_default();
    println!("The page that is tried is dist/, built {} ago.", readable(age));
    let mut cargo = workspace.cargo();
    cargo.args(["test", "--package", "tests", "--features", BROWSER_FEATURE]);
    cargo.env("RAFT_DIST", dist);
    cargo.envs(slowdown.map(|times| ("RAFT_SLOWDOWN", times.to_string())));
    run_command(cargo.env("CHROMEDRIVER", browser::find(workspace).context("no chromedriver")?))
}

fn has_browser_tests(workspace: &Workspace) -> Result<bool> {
    let metadata = Metadata::of(workspace)?;
    let tests = metadata.member("tests");
    Ok(tests.is_some_and(|tests| tests.features.iter().any(|name| name == BROWSER_FEATURE)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_choice_every_step_runs_and_the_page_is_built_before_it_is_tried() {
        let steps = chosen(&[]);
        assert_eq!(steps.len(), Step::value_variants().len());
        let place = |step| steps.iter().position(|other| *other == step);
        assert!(place(Step::Dist) < place(Step::EndToEnd));
    }

    #[test]
    fn a_suite_says_how_many_tests_it_has() {
        assert_eq!(tests_announced("running 3 tests"), 3);
        assert_eq!(tests_announced("running 1 test"), 1);
        assert_eq!(tests_announced("     Running tests/node.rs (7)"), 0);
        assert_eq!(tests_announced("no tests to run!"), 0);
    }

    #[test]
    fn a_choice_keeps_the_order_of_the_whole() {
        assert_eq!(chosen(&[Step::Native, Step::Format]), [Step::Format, Step::Native]);
    }
}
