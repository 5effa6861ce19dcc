//! Checks whether a cluster can carry out a command.

use crate::address::Address;
use crate::command::Command;
use crate::run::BadCommand;
use crate::scenario::check_link;
use crate::simulation::Simulation;

impl Simulation {
    /// Checks that the cluster has everything that a command names, and that its values are valid.
    pub(crate) fn check(&self, command: &Command) -> Result<(), BadCommand> {
        let known = |address: Address| match address {
            Address::Node(node) => (node.0 as usize) < self.hosts.len(),
            Address::Client(client) => (client.0 as usize) < self.clients.len(),
        };
        let node = |address: Address| match address {
            Address::Node(_) if known(address) => Ok(()),
            _ => Err(BadCommand::NoSuchNode(address)),
        };
        let link = |from, to| {
            self.network.is_up(from, to).map(|_| ()).ok_or(BadCommand::NoSuchLink(from, to))
        };
        match *command {
            Command::Cut { from, to }
            | Command::Mend { from, to }
            | Command::Stall { from, to }
            | Command::Unstall { from, to }
            | Command::DropNext { from, to, .. } => link(from, to),
            Command::Link { from, to, config } => {
                check_link(&config).map_err(BadCommand::LinkConfig)?;
                link(from, to)
            }
            Command::Network(config) => check_link(&config).map_err(BadCommand::LinkConfig),
            Command::Partition(ref groups) => {
                let ends: Vec<Address> = groups.iter().flatten().copied().collect();
                for (place, &end) in ends.iter().enumerate() {
                    if !known(end) {
                        return Err(BadCommand::NoSuchEnd(end));
                    }
                    if ends[..place].contains(&end) {
                        return Err(BadCommand::Twice(end));
                    }
                }
                Ok(())
            }
            Command::Heal
            | Command::Drop(_)
            | Command::Duplicate(_)
            | Command::Delay { .. }
            | Command::Waive(_)
            | Command::Enforce(_) => Ok(()),
            Command::Clock { node: of, rate_permille } => match rate_permille {
                0 | 100..=10_000 => node(of),
                rate => Err(BadCommand::Rate(rate)),
            },
            Command::Crash(of)
            | Command::Restart(of)
            | Command::Freeze(of)
            | Command::Resume(of)
            | Command::EraseDisk(of)
            | Command::ReplaceServer(of)
            | Command::CorruptDisk(of)
            | Command::Isolate(of)
            | Command::TimeOut(of)
            | Command::Timer { node: of, .. }
            | Command::ClockJump { node: of, .. }
            | Command::Disk { node: of, .. }
            | Command::Snapshot(of)
            | Command::Add(of)
            | Command::Remove(of)
            | Command::Transfer(of) => node(of),
            Command::Replace { node: old, by } => node(old).and_then(|()| node(by)),
            Command::Reconfigure { ref voters, ref learners } => {
                voters.iter().chain(learners).try_for_each(|&address| node(address))
            }
            Command::Configure { node: of, setting } => {
                node(of)?;
                let Some(of) = of.node() else { return Ok(()) };
                self.check_setting(of, setting).map_err(BadCommand::Setting)
            }
            Command::Administer { via, ref request } => {
                node(via)?;
                request.names().into_iter().try_for_each(node)
            }
            Command::Submit { client, via, .. } | Command::Resend { client, via, .. } => {
                match client {
                    Address::Client(_) if known(client) => via.map_or(Ok(()), node),
                    _ => Err(BadCommand::NoSuchClient(client)),
                }
            }
        }
    }
}
