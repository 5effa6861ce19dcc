//! Which links there were after each command.

use std::collections::BTreeSet;

use raft_sim::{Record, RecordKind, Simulation, Time};

use super::GroundTruth;

#[derive(Default)]
pub(super) struct Links {
    /// The moments of commands, with whether directions of links were up, or else down.
    known: BTreeSet<(Time, bool)>,
}

impl Links {
    pub(super) fn observe(&mut self, simulation: &Simulation, records: &[Record]) {
        if records.iter().any(|record| matches!(record.kind, RecordKind::Commanded(_))) {
            let directions = simulation.network().directions();
            self.known.extend(directions.map(|(.., is_up)| (simulation.now(), is_up)));
        }
    }
}

impl GroundTruth {
    /// Whether any link was up, or else down, after a command of this moment.
    pub(in crate::claims) fn had_link(&self, at: Time, is_up: bool) -> bool {
        self.links.known.contains(&(at, is_up))
    }
}
