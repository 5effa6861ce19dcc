//! Fewer commands: delta debugging (Zeller and Hildebrandt, "Simplifying and Isolating
//! Failure-Inducing Input", 2002).

use std::vec;

use raft_sim::{Command, LinkConfig, Run};

use super::pass::{Pass, Proposal};
use crate::evaluate::is_request;

/// Leaves out commands that are not needed: whole kinds first, then smaller and smaller parts.
#[derive(Debug)]
pub(super) struct DropCommands {
    seeds: u64,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    /// All requests.
    Requests,
    /// All commands that change a link, with one of these for every link from the beginning.
    Links(Option<vec::IntoIter<LinkConfig>>),
    /// All commands other than requests.
    Faults,
    /// Parts of `size` commands, the next one at `from`; a `size` of `None` means half of all.
    Parts { size: Option<usize>, from: usize, to: usize },
}

impl DropCommands {
    /// Each small part is tried with so many seeds.
    pub(super) fn new(seeds: u64) -> Self {
        Self { seeds, stage: Stage::Requests }
    }
}

impl Pass for DropCommands {
    fn propose(&mut self, best: &Run) -> Option<Proposal> {
        loop {
            match &mut self.stage {
                Stage::Requests => {
                    self.stage = Stage::Links(None);
                    if let Some(proposal) = without_all(best, is_request) {
                        return Some(proposal);
                    }
                }
                Stage::Links(left) => {
                    if let Some(quality) = left.get_or_insert_with(|| link_qualities(best)).next() {
                        return Some(without_links(best, quality));
                    }
                    self.stage = Stage::Faults;
                }
                Stage::Faults => {
                    self.stage = Stage::Parts { size: None, from: 0, to: 0 };
                    if let Some(proposal) = without_all(best, |command| !is_request(command)) {
                        return Some(proposal);
                    }
                }
                Stage::Parts { size, from, to } => {
                    let count = best.commands.len();
                    let part = *size.get_or_insert(count.div_ceil(2));
                    if part == 0 {
                        return None;
                    }
                    if *from >= count {
                        *size = Some(if part == 1 { 0 } else { part.div_ceil(2) });
                        *from = 0;
                        *to = 0;
                        continue;
                    }
                    *to = (*from + part).min(count);
                    let mut run = best.clone();
                    run.commands.drain(*from..*to);
                    let other_seeds = if part <= 8 { self.seeds - 1 } else { self.seeds };
                    return Some(Proposal { run, other_seeds });
                }
            }
        }
    }

    fn learn(&mut self, is_kept: bool) {
        match &mut self.stage {
            Stage::Links(Some(left)) if is_kept => *left = Vec::new().into_iter(),
            Stage::Parts { from, to, .. } if !is_kept => *from = *to,
            _ => {}
        }
    }
}

fn without_all(best: &Run, is_one: impl Fn(&Command) -> bool) -> Option<Proposal> {
    let mut run = best.clone();
    run.commands.retain(|timed| !is_one(&timed.command));
    (run.commands.len() < best.commands.len()).then_some(Proposal { run, other_seeds: 12 })
}

/// The link settings to try from the beginning, where commands change links: those of the last such
/// command, or the default.
fn link_qualities(best: &Run) -> vec::IntoIter<LinkConfig> {
    let mut set = best.commands.iter().filter_map(|timed| link_quality(&timed.command));
    let last = set.next_back();
    last.map_or(Vec::new(), |last| vec![last, LinkConfig::default()]).into_iter()
}

fn without_links(best: &Run, network: LinkConfig) -> Proposal {
    let mut run = best.clone();
    run.commands.retain(|timed| link_quality(&timed.command).is_none());
    run.scenario.network = network;
    Proposal { run, other_seeds: 40 }
}

fn link_quality(command: &Command) -> Option<LinkConfig> {
    match command {
        Command::Link { config, .. } | Command::Network(config) => Some(*config),
        _ => None,
    }
}

/// Leaves out two commands that need each other, such as a crash and its restart.
#[derive(Debug)]
pub(super) struct DropPairs {
    seeds: u64,
    first: usize,
    second: usize,
}

impl DropPairs {
    /// Each pair is tried with so many seeds.
    pub(super) fn new(seeds: u64) -> Self {
        Self { seeds, first: 0, second: 1 }
    }
}

impl Pass for DropPairs {
    fn propose(&mut self, best: &Run) -> Option<Proposal> {
        let count = best.commands.len();
        if self.second >= count {
            self.first += 1;
            self.second = self.first + 1;
        }
        if self.second >= count {
            return None;
        }
        let mut run = best.clone();
        run.commands.remove(self.second);
        run.commands.remove(self.first);
        Some(Proposal { run, other_seeds: self.seeds - 1 })
    }

    fn learn(&mut self, is_kept: bool) {
        if !is_kept {
            self.second += 1;
        }
    }
}
