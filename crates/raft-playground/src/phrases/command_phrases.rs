//! What is done to a cluster from outside: as it is asked for, `stop C`, and once it is done,
//! `C stopped`.

use raft_sim::{Address, Command, TimedCommand};

use super::administration::request_phrase;
use crate::text::{Sentence, say};

/// The two ways to say what is done to a cluster.
pub(super) struct CommandPhrases {
    /// As it is asked for.
    pub(super) to_do: Sentence,
    /// Once it is done.
    pub(super) done: Sentence,
}

fn both(to_do: Sentence, done: Sentence) -> CommandPhrases {
    CommandPhrases { to_do, done }
}

/// What was done with one gesture: a command, or the cutting or mending of several directions at
/// once.
pub(super) fn gesture(commands: &[TimedCommand]) -> Option<CommandPhrases> {
    let (first, rest) = commands.split_first()?;
    let Some((cuts, from, to)) = direction(&first.command) else {
        return Some(phrases(&first.command));
    };
    let rest = rest.iter().take_while(|timed| timed.at == first.at);
    let mut others = rest.map_while(|timed| direction(&timed.command));
    let (one, other) = (from.min(to), from.max(to));
    Some(match (others.next(), others.next()) {
        (None, _) => phrases(&first.command),
        (Some(back), None) if back == (cuts, to, from) => {
            if cuts {
                both(say::do_cut_link(one, other), say::did_cut_link(one, other))
            } else {
                both(say::do_mend_link(one, other), say::did_mend_link(one, other))
            }
        }
        _ if cuts => both(say::do_cut_links(), say::did_cut_links()),
        _ => both(say::do_mend_links(), say::did_mend_links()),
    })
}

/// The direction that a command cuts, or else mends.
fn direction(command: &Command) -> Option<(bool, Address, Address)> {
    match *command {
        Command::Cut { from, to } => Some((true, from, to)),
        Command::Mend { from, to } => Some((false, from, to)),
        _ => None,
    }
}

/// What a command does: `stop C`.
pub(crate) fn command_to_do(command: &Command) -> Sentence {
    phrases(command).to_do
}

fn phrases(command: &Command) -> CommandPhrases {
    match command {
        Command::Partition(groups) => match isolated(groups) {
            Some(node) => both(say::do_isolate(node), say::did_isolate(node)),
            None => both(say::do_partition(), say::did_partition()),
        },
        Command::Cut { from, to } => both(say::do_cut(*from, *to), say::did_cut(*from, *to)),
        Command::Mend { from, to } => both(say::do_mend(*from, *to), say::did_mend(*from, *to)),
        Command::Isolate(node) => both(say::do_isolate(*node), say::did_isolate(*node)),
        Command::Stall { from, to } => both(say::do_hold(*from, *to), say::did_hold(*from, *to)),
        Command::Unstall { from, to } => {
            both(say::do_release(*from, *to), say::did_release(*from, *to))
        }
        Command::Heal => both(say::do_heal(), say::did_heal()),
        Command::Link { from, to, .. } => both(say::do_link(*from, *to), say::did_link(*from, *to)),
        Command::Network(_) => both(say::do_network(), say::did_network()),
        Command::DropNext { .. } | Command::Drop(_) => both(say::do_drop(), say::did_drop()),
        Command::Duplicate(_) => both(say::do_duplicate(), say::did_duplicate()),
        Command::Delay { .. } => both(say::do_delay(), say::did_delay()),
        Command::Crash(node) => both(say::do_stop(*node), say::did_stop(*node)),
        Command::Restart(node) => both(say::do_start(*node), say::did_start(*node)),
        Command::Freeze(node) => both(say::do_freeze(*node), say::did_freeze(*node)),
        Command::Resume(node) => both(say::do_resume(*node), say::did_resume(*node)),
        Command::EraseDisk(node) => both(say::do_erase(*node), say::did_erase(*node)),
        Command::ReplaceServer(node) => both(say::do_replace(*node), say::did_replace(*node)),
        Command::CorruptDisk(node) => both(say::do_damage(*node), say::did_damage(*node)),
        Command::Replace { node, by } => {
            both(say::do_replace_by(*node, *by), say::did_replace_by(*node, *by))
        }
        Command::Clock { node, .. } | Command::ClockJump { node, .. } => {
            both(say::do_clock(*node), say::did_clock(*node))
        }
        Command::Disk { node, .. } => both(say::do_disk(*node), say::did_disk(*node)),
        Command::Configure { node, .. } => {
            both(say::do_configure(*node), say::did_configure(*node))
        }
        Command::TimeOut(node) => both(say::do_time_out(*node), say::did_time_out(*node)),
        Command::Timer { node, .. } => both(say::do_set_timer(*node), say::did_set_timer(*node)),
        Command::Snapshot(node) => both(say::do_snapshot(*node), say::did_snapshot(*node)),
        Command::Reconfigure { .. } => both(say::do_change_members(), say::did_change_members()),
        Command::Add(node) => both(say::do_add(*node), say::did_add(*node)),
        Command::Remove(node) => both(say::do_remove(*node), say::did_remove(*node)),
        Command::Transfer(node) => both(say::do_transfer(*node), say::did_transfer(*node)),
        Command::Administer { via, request } => both(
            say::do_ask(*via, request_phrase(request)),
            say::did_ask(*via, request_phrase(request)),
        ),
        Command::Waive(rule) => both(say::do_waive(*rule), say::did_waive(*rule)),
        Command::Enforce(rule) => both(say::do_enforce(*rule), say::did_enforce(*rule)),
        Command::Submit { via: None, operation, .. } => {
            both(say::do_send(operation.to_string()), say::did_send(operation.to_string()))
        }
        Command::Submit { via: Some(node), operation, .. } => both(
            say::do_send_to(operation.to_string(), *node),
            say::did_send_to(operation.to_string(), *node),
        ),
        Command::Resend { client, serial, .. } => {
            both(say::do_send_again(*client, *serial), say::did_send_again(*client, *serial))
        }
    }
}

/// The node that a partition separates from all others.
fn isolated(groups: &[Vec<Address>]) -> Option<Address> {
    match groups {
        [alone, _] if alone.len() == 1 => alone.first().copied(),
        _ => None,
    }
}
