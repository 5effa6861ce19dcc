//! The commands, one file each.

mod check;
mod export;
mod fuzz;
mod mutants;
mod replay;
mod run;
mod shrink;
mod table;

pub(crate) use check::check;
pub(crate) use export::export;
pub(crate) use fuzz::fuzz;
pub(crate) use mutants::mutants;
pub(crate) use replay::replay;
pub(crate) use run::run;
pub(crate) use shrink::shrink;

use std::io::{self, BufWriter, StdoutLock, Write};

use raft_sim::export::words;
use raft_sim::{Record, Violation};
use serde_json::{Value, json};

use crate::shrink::Shrunk;

fn output() -> BufWriter<StdoutLock<'static>> {
    BufWriter::new(io::stdout().lock())
}

/// A record on a line of its own, for people or for machines.
fn write_record(out: &mut impl Write, record: &Record, json: bool) -> io::Result<()> {
    if json {
        writeln!(out, "{}", record.to_json())
    } else {
        writeln!(out, "{}", words::line(record))
    }
}

/// A violation for machines, with its sentence.
fn violation_json(violation: &Violation) -> Value {
    let property = violation.property();
    json!({
        "property": property.key(),
        "name": property.name(),
        "sentence": words::violation(violation),
        "facts": violation,
    })
}

/// A violation for people.
fn violation_words(violation: &Violation) -> String {
    format!("{}: {}", violation.property().name(), words::violation(violation))
}

/// How small a run has become.
fn size_words(shrunk: &Shrunk) -> String {
    let scenario = &shrunk.run.scenario;
    let spares = match scenario.spares {
        0 => String::new(),
        spares => format!(" and {spares} to join"),
    };
    let count = shrunk.run.commands.len();
    let commands = if count == 1 { "command" } else { "commands" };
    format!("{count} {commands}, {} nodes{spares}, {}", scenario.nodes, shrunk.at)
}

/// The same for machines.
fn size_json(shrunk: &Shrunk) -> Value {
    let scenario = &shrunk.run.scenario;
    json!({
        "commands": shrunk.run.commands.len(),
        "nodes": scenario.nodes,
        "spares": scenario.spares,
        "clients": scenario.clients,
        "unusual-settings": crate::shrink::unusual(scenario),
        "seed": shrunk.run.seed,
        "at": shrunk.at,
        "trials": shrunk.trials,
    })
}
