//! Replaces several cuts of the same instant by one isolation or partition.

use std::vec;

use raft_sim::{Address, Command, Run, Scenario, TimedCommand};

use super::pass::{Pass, Proposal};

/// Replaces several cuts of the same instant by one command that cuts at least as much.
#[derive(Debug, Default)]
pub(super) struct FuseCommands {
    /// The position from which to look for the next cuts.
    next: usize,
    /// The cuts being replaced: the position of the first, and their number.
    cuts: (usize, usize),
    /// The replacements still to try.
    replacements: vec::IntoIter<Command>,
}

impl Pass for FuseCommands {
    fn propose(&mut self, best: &Run) -> Option<Proposal> {
        loop {
            if let Some(command) = self.replacements.next() {
                let (from, count) = self.cuts;
                let mut run = best.clone();
                let at = run.commands[from].at;
                run.commands.splice(from..from + count, [TimedCommand { at, command }]);
                return Some(Proposal { run, other_seeds: 1 });
            }
            let from = self.next;
            let at = best.commands.get(from)?.at;
            let is_cut = |timed: &&TimedCommand| {
                timed.at == at && matches!(timed.command, Command::Cut { .. })
            };
            let count = best.commands[from..].iter().take_while(is_cut).count();
            self.next += 1;
            if count >= 2 {
                self.cuts = (from, count);
                self.replacements = replacements(&best.scenario).into_iter();
            }
        }
    }

    fn learn(&mut self, is_kept: bool) {
        if is_kept {
            self.replacements = Vec::new().into_iter();
        }
    }
}

/// Every way to isolate a node or to divide nodes and clients in two.
fn replacements(scenario: &Scenario) -> Vec<Command> {
    let nodes = scenario.node_addresses();
    let ends: Vec<Address> = [nodes.clone(), scenario.client_addresses()].concat();
    let mut fused: Vec<Command> = nodes.iter().copied().map(Command::Isolate).collect();
    // The last end is always in the second part.
    for members in 1..1_usize << ends.len().saturating_sub(1).min(7) {
        let (some, others) =
            (0..ends.len()).partition(|place| *place < 8 && members >> *place & 1 == 1);
        let named = |places: Vec<usize>| places.into_iter().map(|place| ends[place]).collect();
        fused.push(Command::Partition(vec![named(some), named(others)]));
    }
    fused
}
