//! The output that several commands share, as text and as JSON.

use std::io::{self, BufWriter, StdoutLock, Write};

use raft_search::{Shrunk, unusual_settings};
use raft_sim::export::words;
use raft_sim::raft_core::RuleSet;
use raft_sim::{Command, InjectedBugs, Property, Record, Scenario, TimedCommand, Violation};
use serde_json::{Value, json};

pub(super) fn output() -> BufWriter<StdoutLock<'static>> {
    BufWriter::new(io::stdout().lock())
}

/// Writes a record as one line, as text or as JSON.
pub(super) fn write_record(out: &mut impl Write, record: &Record, json: bool) -> io::Result<()> {
    if json {
        writeln!(out, "{}", record.to_json())
    } else {
        writeln!(out, "{}", words::line(record))
    }
}

/// A violation as JSON, with its sentence.
pub(super) fn violation_json(violation: &Violation) -> Value {
    let property = violation.property();
    json!({
        "property": property.key(),
        "name": property.name(),
        "sentence": words::violation(violation),
        "facts": violation,
    })
}

/// A violation as text.
pub(super) fn violation_words(violation: &Violation) -> String {
    format!("{}: {}", violation.property().name(), words::violation(violation))
}

/// The size of a shrunk run, as text.
pub(super) fn size_words(shrunk: &Shrunk) -> String {
    let scenario = &shrunk.run.scenario;
    let spares = match scenario.spares {
        0 => String::new(),
        spares => format!(" and {spares} to join"),
    };
    let count = shrunk.run.commands.len();
    let commands = if count == 1 { "command" } else { "commands" };
    format!("{count} {commands}, {} nodes{spares}, {}", scenario.nodes, shrunk.at)
}

/// Whether a shrunk run needs neither a waived rule nor an injected bug. Then it does not
/// demonstrate them.
pub(super) fn needs_no_mistake(shrunk: &Shrunk) -> bool {
    let Scenario { waived, injected_bugs, pre_vote, .. } = shrunk.run.scenario;
    // Without pre-vote, Raft does not guarantee stable leadership.
    if shrunk.violation.property() == Property::StableLeadership && !pre_vote {
        return false;
    }
    let waives = |timed: &TimedCommand| matches!(timed.command, Command::Waive(_));
    waived == RuleSet::EMPTY
        && injected_bugs == InjectedBugs::default()
        && !shrunk.run.commands.iter().any(waives)
}

/// The warning for such a run.
pub(super) const NO_MISTAKE: &str =
    "Warning: the violation also occurs with every rule on and without an injected bug.";

/// The size of a shrunk run, as JSON.
pub(super) fn size_json(shrunk: &Shrunk) -> Value {
    let scenario = &shrunk.run.scenario;
    json!({
        "commands": shrunk.run.commands.len(),
        "nodes": scenario.nodes,
        "spares": scenario.spares,
        "clients": scenario.clients,
        "unusual-settings": unusual_settings(scenario),
        "seed": shrunk.run.seed,
        "at": shrunk.at,
        "trials": shrunk.runs,
        "needs-no-mistake": needs_no_mistake(shrunk),
    })
}
