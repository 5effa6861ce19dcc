//! What is done to a cluster from outside, as one asks for it and as one tells of it.

use raft_sim::{Address, Command, TimedCommand};

/// Something done from outside.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Deed {
    /// As one asks for it: `stop C`.
    pub(crate) to_do: String,
    /// As one tells of it: `stopped C`.
    pub(crate) done: String,
}

/// What was done at one moment: a command, or the cutting or mending of several directions.
pub(crate) fn deed_of(acts: &[TimedCommand]) -> Option<Deed> {
    let (first, rest) = acts.split_first()?;
    let Some((cuts, from, to)) = direction(&first.command) else {
        return Some(deed(&first.command));
    };
    let same_act = |timed: &&TimedCommand| {
        timed.at == first.at && direction(&timed.command).is_some_and(|(cut, ..)| cut == cuts)
    };
    let others: Vec<_> = rest.iter().take_while(same_act).collect();
    let all_at = |end: Address| {
        let ends = others.iter().filter_map(|timed| direction(&timed.command));
        ends.into_iter().all(|(_, from, to)| from == end || to == end)
    };
    let what = match (others.is_empty(), all_at(from), all_at(to)) {
        (true, ..) => return Some(deed(&first.command)),
        (_, true, true) => format!("the link {from}–{to}"),
        (_, true, false) => format!("links of {from}"),
        (_, false, true) => format!("links of {to}"),
        _ => "links".into(),
    };
    let (verb, past) = if cuts { ("cut", "cut") } else { ("mend", "mended") };
    Some(Deed { to_do: format!("{verb} {what}"), done: format!("{past} {what}") })
}

/// The direction that a command cuts, or else mends.
fn direction(command: &Command) -> Option<(bool, Address, Address)> {
    match *command {
        Command::Cut { from, to } => Some((true, from, to)),
        Command::Mend { from, to } => Some((false, from, to)),
        _ => None,
    }
}

/// What a command does.
pub(crate) fn deed(command: &Command) -> Deed {
    let (verb, past, object) = match command {
        Command::Crash(node) => ("stop", "stopped", node.to_string()),
        Command::Restart(node) => ("start", "started", node.to_string()),
        Command::Isolate(node) => ("cut off", "cut off", node.to_string()),
        Command::Partition(groups) => {
            let names = |group: &Vec<Address>| {
                group.iter().map(Address::to_string).collect::<Vec<_>>().join(", ")
            };
            let groups = groups.iter().map(names).collect::<Vec<_>>().join(" from ");
            ("part", "parted", groups)
        }
        Command::TimeOut(node) => ("time out", "timed out", node.to_string()),
        Command::Cut { from, to } => ("cut", "cut", format!("{from} to {to}")),
        Command::Mend { from, to } => ("mend", "mended", format!("{from} to {to}")),
        Command::Heal => ("mend", "mended", "every link".into()),
        Command::Submit { via: Some(node), operation, .. } => {
            ("send", "sent", format!("{operation} to {node}"))
        }
        Command::Submit { operation, .. } => ("send", "sent", operation.to_string()),
        other => {
            let to_do = other.to_string();
            return Deed { done: format!("did “{to_do}”"), to_do };
        }
    };
    Deed { to_do: format!("{verb} {object}"), done: format!("{past} {object}") }
}
