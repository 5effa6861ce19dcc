//! Fewer commands: delta debugging (Zeller and Hildebrandt, "Simplifying and Isolating
//! Failure-Inducing Input", 2002), and one command in the place of several.

use raft_sim::{Address, Command, Quality, Run, TimedCommand};

use super::Search;
use crate::judge::is_request;

impl Search {
    /// Leaves out what is not needed: whole kinds first, then ever smaller parts.
    pub(super) fn drop_commands(&mut self, patience: u64) {
        self.drop_all(|command| matches!(command, Command::Submit { .. }));
        self.drop_links();
        self.drop_all(|command| !is_request(command));
        let mut size = self.best.commands.len().div_ceil(2);
        while size > 0 && !self.is_over() {
            let others = if size <= 8 { patience - 1 } else { patience };
            let mut from = 0;
            while from < self.best.commands.len() && !self.is_over() {
                let to = (from + size).min(self.best.commands.len());
                let mut candidate = self.best.clone();
                candidate.commands.drain(from..to);
                if !self.attempt(&candidate, others) {
                    from = to;
                }
            }
            size = if size == 1 { 0 } else { size.div_ceil(2) };
        }
    }

    /// Leaves out two that need each other, such as a crash and its restart.
    pub(super) fn drop_pairs(&mut self, patience: u64) {
        let mut first = 0;
        while first < self.best.commands.len() && !self.is_over() {
            let mut second = first + 1;
            while second < self.best.commands.len() && !self.is_over() {
                let mut candidate = self.best.clone();
                candidate.commands.remove(second);
                candidate.commands.remove(first);
                if !self.attempt(&candidate, patience - 1) {
                    second += 1;
                }
            }
            first += 1;
        }
    }

    fn drop_all(&mut self, is_one: impl Fn(&Command) -> bool) {
        let mut candidate = self.best.clone();
        candidate.commands.retain(|timed| !is_one(&timed.command));
        if candidate.commands.len() < self.best.commands.len() {
            self.attempt(&candidate, 12);
        }
    }

    /// Where every link is set at some time, it may as well be like that from the beginning.
    fn drop_links(&mut self) {
        let quality = |command: &Command| match command {
            Command::Link { quality, .. } | Command::Network(quality) => Some(*quality),
            _ => None,
        };
        let mut set = self.best.commands.iter().filter_map(|timed| quality(&timed.command));
        let Some(last) = set.next_back() else { return };
        for network in [last, Quality::default()] {
            let mut candidate = self.best.clone();
            candidate.commands.retain(|timed| quality(&timed.command).is_none());
            candidate.scenario.network = network;
            if self.attempt(&candidate, 40) {
                return;
            }
        }
    }

    /// Several cuts of one instant become one.
    pub(super) fn fuse_commands(&mut self) {
        let mut from = 0;
        while from < self.best.commands.len() && !self.is_over() {
            let at = self.best.commands[from].at;
            let is_cut = |timed: &&TimedCommand| {
                timed.at == at && matches!(timed.command, Command::Cut { .. })
            };
            let cuts = self.best.commands[from..].iter().take_while(is_cut).count();
            if cuts >= 2 {
                self.fuse(from, cuts);
            }
            from += 1;
        }
    }

    fn fuse(&mut self, from: usize, cuts: usize) {
        let scenario = &self.best.scenario;
        let nodes = scenario.node_addresses();
        let ends: Vec<Address> = [nodes.clone(), scenario.client_addresses()].concat();
        let mut fused: Vec<Command> = nodes.iter().copied().map(Command::Isolate).collect();
        // Every way to divide them in two; the last end is always in the second part.
        for members in 1..1_usize << ends.len().saturating_sub(1).min(7) {
            let (some, others) =
                (0..ends.len()).partition(|place| *place < 8 && members >> *place & 1 == 1);
            let named = |places: Vec<usize>| places.into_iter().map(|place| ends[place]).collect();
            fused.push(Command::Partition(vec![named(some), named(others)]));
        }
        for command in fused {
            let mut candidate: Run = self.best.clone();
            let at = candidate.commands[from].at;
            candidate.commands.splice(from..from + cuts, [TimedCommand { at, command }]);
            if self.attempt(&candidate, 1) {
                return;
            }
        }
    }
}
