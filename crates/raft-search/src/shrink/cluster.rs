//! A smaller cluster: fewer nodes, fewer clients.

use raft_sim::raft_core::NodeId;
use raft_sim::{Address, AdminRequest, ClientId, Command, Run};

use super::pass::{Pass, Proposal};

/// Leaves out one node after another, the last first.
#[derive(Debug, Default)]
pub(super) struct DropNodes {
    /// How many nodes are left to try; `None` before the first.
    left: Option<u32>,
}

impl Pass for DropNodes {
    fn propose(&mut self, best: &Run) -> Option<Proposal> {
        let all = best.scenario.nodes + best.scenario.spares;
        let node = self.left.unwrap_or(all).checked_sub(1)?;
        self.left = Some(node);
        let mut run = best.clone();
        if node >= run.scenario.nodes {
            run.scenario.spares -= 1;
        } else {
            run.scenario.nodes -= 1;
        }
        leave_out(&mut run, NodeId(node).into());
        Some(Proposal { run, other_seeds: 8 })
    }
}

/// Leaves out one client after another, the last first. If a client is needed, its requests go to
/// the first client instead: perhaps the requests matter, not the client that sends them.
#[derive(Debug, Default)]
pub(super) struct DropClients {
    /// How many clients are left to try; `None` before the first.
    left: Option<u32>,
    /// The client that was left out in the last proposal.
    dropped: Option<u32>,
    /// The client whose requests the first client sends in the next proposal.
    to_merge: Option<u32>,
}

impl Pass for DropClients {
    fn propose(&mut self, best: &Run) -> Option<Proposal> {
        if let Some(client) = self.to_merge.take() {
            return Some(without_client(best.clone(), client, true));
        }
        loop {
            let client = self.left.unwrap_or(best.scenario.clients).checked_sub(1)?;
            self.left = Some(client);
            if best.scenario.clients > 1 {
                self.dropped = Some(client);
                return Some(without_client(best.clone(), client, false));
            }
        }
    }

    fn learn(&mut self, is_kept: bool) {
        self.to_merge = self.dropped.take().filter(|_| !is_kept);
    }
}

fn without_client(mut run: Run, gone: u32, keeps_requests: bool) -> Proposal {
    run.scenario.clients -= 1;
    if keeps_requests {
        for timed in &mut run.commands {
            if let Command::Submit { client, .. } = &mut timed.command {
                *client = ClientId(0).into();
            }
        }
    }
    leave_out(&mut run, ClientId(gone).into());
    Proposal { run, other_seeds: 3 }
}

/// Removes a node or client from every command; the numbers after it move down by one.
fn leave_out(run: &mut Run, gone: Address) {
    let renamed = |address: Address| match (address, gone) {
        _ if address == gone => None,
        (Address::Node(node), Address::Node(gone)) if node > gone => {
            Some(NodeId(node.0 - 1).into())
        }
        (Address::Client(client), Address::Client(gone)) if client > gone => {
            Some(ClientId(client.0 - 1).into())
        }
        _ => Some(address),
    };
    run.commands.retain_mut(|timed| rename(&mut timed.command, renamed).is_some());
}

/// Renames every node and client in a command; `None` if one that it needs is gone.
fn rename(command: &mut Command, renamed: impl Fn(Address) -> Option<Address>) -> Option<()> {
    let all = |addresses: &mut Vec<Address>| {
        *addresses = addresses.iter().filter_map(|address| renamed(*address)).collect();
    };
    let one = |address: &mut Address| renamed(*address).map(|name| *address = name);
    match command {
        Command::Cut { from, to }
        | Command::Mend { from, to }
        | Command::Stall { from, to }
        | Command::Unstall { from, to }
        | Command::Link { from, to, .. }
        | Command::DropNext { from, to, .. }
        | Command::Replace { node: from, by: to } => one(from).and_then(|()| one(to)),
        Command::Partition(groups) => {
            groups.iter_mut().for_each(all);
            groups.retain(|group| !group.is_empty());
            (groups.len() > 1).then_some(())
        }
        Command::Reconfigure { voters, learners } => {
            all(voters);
            all(learners);
            (!voters.is_empty()).then_some(())
        }
        Command::Isolate(node)
        | Command::Crash(node)
        | Command::Restart(node)
        | Command::Freeze(node)
        | Command::Resume(node)
        | Command::EraseDisk(node)
        | Command::ReplaceServer(node)
        | Command::CorruptDisk(node)
        | Command::Clock { node, .. }
        | Command::ClockJump { node, .. }
        | Command::Disk { node, .. }
        | Command::Configure { node, .. }
        | Command::TimeOut(node)
        | Command::Timer { node, .. }
        | Command::Snapshot(node)
        | Command::Add(node)
        | Command::Remove(node)
        | Command::Transfer(node) => one(node),
        Command::Administer { via, request } => {
            one(via)?;
            match request {
                AdminRequest::Reconfigure { voters, learners } => {
                    all(voters);
                    all(learners);
                    (!voters.is_empty()).then_some(())
                }
                AdminRequest::Replace { node, by } => one(node).and_then(|()| one(by)),
                AdminRequest::Add(node)
                | AdminRequest::Remove(node)
                | AdminRequest::Transfer(node) => one(node),
            }
        }
        Command::Submit { client, via, .. } | Command::Resend { client, via, .. } => {
            *via = via.and_then(&renamed);
            one(client)
        }
        Command::Heal
        | Command::Network(_)
        | Command::Drop(_)
        | Command::Duplicate(_)
        | Command::Delay { .. }
        | Command::Waive(_)
        | Command::Enforce(_) => Some(()),
    }
}
