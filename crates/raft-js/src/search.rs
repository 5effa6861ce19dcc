//! Searches for a run that violates a property or meets an expectation.

use raft_search::{Evidence, Progress, Query, Search, Space, Target};
use raft_sim::raft_core::Rule;
use raft_sim::script::{Act, Expectation, ScriptAction, Step};
use raft_sim::swarm::{FaultConfig, Mutant};
use raft_sim::{Property, Run, Script, Time, Violation};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use crate::convert::{from_js, to_js};
use crate::error::{Code, bad_script, failure};

/// What to search, and what to look for.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SearchOptions {
    #[serde(default)]
    seeds: Seeds,
    script: Option<String>,
    mutant: Option<String>,
    #[serde(default)]
    without: Vec<Rule>,
    property: Option<String>,
    expect: Option<String>,
    #[serde(default)]
    during: Span,
}

/// The seeds to try; `to` is excluded.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Seeds {
    from: u64,
    to: u64,
}

impl Default for Seeds {
    fn default() -> Self {
        Self { from: 0, to: 1000 }
    }
}

/// When an expectation may hold, both ends included, in microseconds.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Span {
    from: Time,
    to: Time,
}

impl Default for Span {
    fn default() -> Self {
        Self { from: Time(0), to: Time::from_millis(10_000) }
    }
}

/// The state of a search.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SearchReport<'a> {
    total: u64,
    runs: u64,
    simulated_us: u64,
    events: u64,
    found: Option<Found<'a>>,
}

#[derive(Serialize)]
struct Found<'a> {
    seed: u64,
    run: &'a Run,
    at: Time,
    violations: &'a [Violation],
    script: String,
}

/// A search that performs some runs per call, so that a page can respond meanwhile. `search` drives
/// it.
#[wasm_bindgen]
pub struct SearchJob {
    search: Search,
}

#[wasm_bindgen]
impl SearchJob {
    /// Prepares a search.
    ///
    /// # Errors
    /// `bad-options` if the options have the wrong form; `bad-script` with `line` and `column`, if
    /// the script cannot be parsed; `bad-run` if its scenario is impossible.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "SearchOptions")] options: JsValue,
    ) -> Result<SearchJob, JsValue> {
        let query = from_js::<SearchOptions>(options, Code::Options)?.query()?;
        let search = Search::new(query).map_err(|bad| failure(Code::Run, &bad))?;
        Ok(Self { search })
    }

    /// Performs at most this many runs. Returns whether there are more to perform.
    pub fn advance(&mut self, runs: u32) -> bool {
        self.search.advance(u64::from(runs)) == Progress::Running
    }

    /// What was found so far, and how much was tried.
    ///
    /// # Errors
    /// Only if memory runs out.
    #[wasm_bindgen(unchecked_return_type = "SearchReport")]
    pub fn report(&self) -> Result<JsValue, JsValue> {
        let tally = self.search.tally();
        let found = self.search.finding().and_then(|finding| {
            let (run, at, violations) = match &finding.evidence {
                Evidence::Violation { run, violations, until } => (run, *until, &violations[..]),
                Evidence::Expectation { run, at } => (run, *at, &[][..]),
                Evidence::Panic(_) => return None,
            };
            let script = Script::from(run.clone()).to_string();
            Some(Found { seed: finding.seed, run, at, violations, script })
        });
        to_js(&SearchReport {
            total: self.search.query().space.len(),
            runs: tally.runs,
            simulated_us: tally.simulated.0,
            events: tally.events,
            found,
        })
    }
}

impl SearchOptions {
    fn query(self) -> Result<Query, JsValue> {
        let seeds = self.seeds.from..self.seeds.to;
        let Some(text) = &self.script else {
            let target = self.target(&Script::default())?;
            let mutant = self.mutant.as_deref().map(mutant).transpose()?;
            let faults = FaultConfig { mutant, waived: self.without.iter().copied().collect() };
            return Ok(Query { space: Space::Trials { seeds, faults }, target });
        };
        if self.mutant.is_some() || !self.without.is_empty() {
            let sentence = "`mutant` and `without` belong to trials: with `script`, the script \
                            says which rules are off";
            return Err(failure(Code::Options, &sentence));
        }
        let script: Script = text.parse().map_err(|mistake| bad_script(&mistake))?;
        let target = self.target(&script)?;
        Ok(Query { space: Space::Variations { scripts: vec![script], seeds }, target })
    }

    fn target(&self, script: &Script) -> Result<Target, JsValue> {
        match (&self.expect, &self.property) {
            (Some(_), Some(_)) => {
                Err(failure(Code::Options, &"`expect` and `property` exclude each other"))
            }
            (Some(text), None) => {
                let expectation = expectation(text, script)?;
                Ok(Target::Expectation { expectation, during: self.during.from..=self.during.to })
            }
            (None, Some(key)) => {
                for property in Property::ALL {
                    if property.key() == key {
                        return Ok(Target::Violation(property));
                    }
                }
                Err(failure(Code::Options, &format!("there is no property {key}")))
            }
            (None, None) => Ok(Target::AnyViolation),
        }
    }
}

fn mutant(key: &str) -> Result<Mutant, JsValue> {
    for mutant in Mutant::ALL {
        if mutant.key == key {
            return Ok(*mutant);
        }
    }
    Err(failure(Code::Options, &format!("there is no mutant {key}")))
}

/// Reads an expectation as scripts write it, such as `leader A`, for the cluster of a script.
fn expectation(text: &str, script: &Script) -> Result<Expectation, JsValue> {
    let bare = Script { seed: script.seed, scenario: script.scenario.clone(), ..Script::default() };
    let whole = format!("{bare}\nat 0ms: expect {text}\n");
    let refused = |sentence: &str| failure(Code::Options, &format!("expect: {sentence}"));
    let script: Script = whole.parse().map_err(|mistake: raft_sim::ScriptError| {
        // The position would be that in a text that the caller does not know.
        refused(&mistake.kind.to_string())
    })?;
    // A text with a semicolon or a new line could contain more.
    if let [Step { acts, .. }] = &script.steps[..]
        && let [Act { action: ScriptAction::Expect(expectation), .. }] = &acts[..]
    {
        return Ok(expectation.clone());
    }
    Err(refused("this is more than an expectation"))
}
