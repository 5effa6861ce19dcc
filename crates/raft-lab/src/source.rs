//! Turns an argument into a run: a seed, a scenario (`.raft`) or a run as JSON. This module
//! contains all file handling of the program.

use std::fs;
use std::path::Path;

use anyhow::{Context, anyhow, bail};
use raft_sim::raft_core::Micros;
use raft_sim::script::{
    Act, End, Expectation, ExpectedStatus, Line, Script, ScriptAction, Step, When,
};
use raft_sim::swarm::{self, FaultConfig};
use raft_sim::{
    Address, ClientId, Command, Operation, Property, Run, Simulation, Status, Time, Violation,
};

use crate::arguments::Which;

/// The content of a file.
pub(crate) enum FileContent {
    Run(Run),
    Script(Box<Script>),
}

/// A run, and what is known about it before it is performed.
pub(crate) struct Source {
    /// The name of the run for output.
    pub(crate) name: String,
    pub(crate) run: Run,
    /// The instant at which to stop the simulation.
    pub(crate) until: Time,
    /// The property to look for; `None` looks for any.
    pub(crate) target: Option<Property>,
    /// Whether the run determines its own end.
    pub(crate) is_story: bool,
}

/// Opens the run that the user named on the command line.
pub(crate) fn open(which: &Which) -> anyhow::Result<Source> {
    if let Ok(seed) = which.what.parse() {
        let faults = which.fault_options.faults();
        let target = which.property.or(which.fault_options.target());
        return Ok(trial(seed, faults, target));
    }
    let mut source = open_file(Path::new(&which.what))?;
    source.target = which.property.or(which.fault_options.target()).or(source.target);
    let FaultConfig { waived, .. } = which.fault_options.faults();
    source.run.scenario.waived = source.run.scenario.waived.iter().chain(waived.iter()).collect();
    if let Some(mutant) = which.fault_options.mutant {
        bail!(
            "{} determines its rules and bugs itself: leave out --mutant {}",
            which.what,
            mutant.key
        );
    }
    Ok(source)
}

fn trial(seed: u64, faults: FaultConfig, target: Option<Property>) -> Source {
    let trial = swarm::trial(seed, faults, target);
    let first = trial.violations.first().map(Violation::property);
    Source {
        name: format!("seed {seed}"),
        until: trial.simulated,
        run: trial.run,
        target: target.or(first),
        is_story: false,
    }
}

fn open_file(path: &Path) -> anyhow::Result<Source> {
    let name = path.display().to_string();
    Ok(match read(path)? {
        FileContent::Run(run) => {
            let until = raft_search::default_end(&run);
            Source { name, run, until, target: None, is_story: false }
        }
        FileContent::Script(script) => {
            let target = expected(&script);
            let report = script.play().with_context(|| name.clone())?;
            Source { name, run: report.run, until: report.end, target, is_story: true }
        }
    })
}

/// The property that a script expects to be violated.
fn expected(script: &Script) -> Option<Property> {
    let waits = script.steps.iter().filter_map(|step| match &step.when {
        When::Until { condition, .. } => Some(condition),
        _ => None,
    });
    let acts = script.steps.iter().flat_map(Step::all_acts);
    let expects = acts.filter_map(|act| match &act.action {
        ScriptAction::Expect(expectation) => Some(expectation),
        _ => None,
    });
    let mut violated = waits.chain(expects).filter_map(|expectation| match expectation {
        Expectation::Violation(property) => Some(*property),
        _ => None,
    });
    violated.next()
}

/// Reads a file and checks that its run is possible.
pub(crate) fn read(path: &Path) -> anyhow::Result<FileContent> {
    let name = path.display();
    let text = fs::read_to_string(path).with_context(|| name.to_string())?;
    if is_script(path) {
        let script: Script = text.parse().map_err(|error| anyhow!("{name}: {error}"))?;
        return Ok(FileContent::Script(Box::new(script)));
    }
    let run = parse_json(&text).map_err(|error| anyhow!("{name}: {error}"))?;
    Simulation::new(run.clone()).with_context(|| name.to_string())?;
    Ok(FileContent::Run(run))
}

fn is_script(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "raft")
}

/// Parses a run. An error contains the path inside the JSON, and the line with a caret under the
/// position.
fn parse_json(text: &str) -> Result<Run, String> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let parsed = serde_path_to_error::deserialize(&mut reader);
    let (place, error) = match parsed {
        Ok(run) => match reader.end() {
            Ok(()) => return Ok(run),
            Err(error) => (String::new(), error),
        },
        Err(error) => match error.path().to_string() {
            path if path == "." => (String::new(), error.into_inner()),
            path => (format!("{path}: "), error.into_inner()),
        },
    };
    let (line, column) = (error.line(), error.column());
    let full = error.to_string();
    let message = full.split(" at line ").next().unwrap_or_default();
    let source_line = text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
    // A run may be one long line: print only the text around the position.
    let skipped = column.saturating_sub(60);
    let excerpt: String = source_line.chars().skip(skipped).take(100).collect();
    let lead = " ".repeat(column.saturating_sub(1).saturating_sub(skipped));
    Err(format!(
        "line {line}, column {column}: {place}{message}\n    {}\n    {lead}^",
        excerpt.trim_end()
    ))
}

/// Writes a run that violates a property: as a scenario that expects the violation, or as JSON.
pub(crate) fn write(path: &Path, run: &Run, violation: &Violation, at: Time) -> anyhow::Result<()> {
    let text = if is_script(path) {
        script(run, violation, at).to_string()
    } else {
        serde_json::to_string_pretty(run)? + "\n"
    };
    fs::write(path, text).with_context(|| path.display().to_string())
}

/// A scenario that shows a violation. A violation of liveness contradicts no fact, so the scenario
/// expects an observation in its place.
fn script(run: &Run, violation: &Violation, at: Time) -> Script {
    let mut run = run.clone();
    let expectation = match *violation {
        Violation::StableLeadership { leader, newer, .. } => {
            Expectation::Term(newer, vec![leader.into()])
        }
        Violation::Liveness { leader: None, .. } => Expectation::NoLeader(None),
        Violation::Liveness { healed_at, .. } => submit_after_heal(&mut run, healed_at, at),
        _ => Expectation::Violation(violation.property()),
    };
    let mut script = Script::from(run);
    script.title = Some(format!("{} is violated", violation.property().name()));
    let line = Line::default();
    let acts = vec![Act { line, action: ScriptAction::Expect(expectation) }];
    match script.steps.last_mut() {
        Some(last) if last.when == When::At(at) => last.acts.extend(acts),
        _ => script.steps.push(Step { line, when: When::At(at), acts, beats: Vec::new() }),
    }
    script.end = Some(End::At(at));
    script
}

/// Lets a client submit a write after all faults are healed, and returns the expectation about its
/// outcome.
fn submit_after_heal(run: &mut Run, healed_at: Time, at: Time) -> Expectation {
    let client = ClientId(0);
    let client_of = |command: &Command| match command {
        Command::Submit { client, .. } => Some(*client),
        _ => None,
    };
    let clients = run.commands.iter().filter_map(|timed| client_of(&timed.command));
    let serial = clients.filter(|other| *other == Address::Client(client)).count() as u64 + 1;
    let operation = Operation::Add("healed".into(), 1);
    let command = Command::Submit { client: client.into(), via: None, operation };
    let submitted_at = Time(healed_at.0 + at.since(healed_at).0 / 2).max(healed_at + Micros(1));
    run.commands.push(raft_sim::TimedCommand { at: submitted_at, command });
    run.commands.sort_by_key(|timed| timed.at);
    let status = Simulation::new(run.clone()).ok().and_then(|mut simulation| {
        simulation.mute(true);
        simulation.run_until(at);
        let place = usize::try_from(serial).ok()?.checked_sub(1)?;
        simulation.clients()[0].operations().get(place).map(|operation| operation.status.clone())
    });
    let expected = match status {
        Some(Status::Failed) => ExpectedStatus::Failed,
        Some(Status::Unknown) => ExpectedStatus::Unknown,
        _ => ExpectedStatus::Waiting,
    };
    Expectation::Operation(client, serial, expected)
}
