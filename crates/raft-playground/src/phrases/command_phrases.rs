//! What is done to a cluster from outside, as one asks for it and as one tells of it.

use raft_sim::{Address, Command, TimedCommand};

/// Something done from outside.
pub(crate) struct Phrase {
    verb: &'static str,
    past: &'static str,
    object: String,
}

impl Phrase {
    /// As one asks for it: `stop C`.
    pub(crate) fn to_do(&self) -> String {
        joined(self.verb, &self.object)
    }

    /// As one tells of it: `stopped C`.
    pub(crate) fn done(&self) -> String {
        joined(self.past, &self.object)
    }
}

fn joined(verb: &str, object: &str) -> String {
    format!("{verb} {object}").trim_end().into()
}

/// What was done with one gesture: a command, or the cutting or mending of several directions.
pub(crate) fn phrase_of(acts: &[TimedCommand]) -> Option<Phrase> {
    let (first, rest) = acts.split_first()?;
    let mut phrase = phrase(&first.command);
    if let Some((cuts, from, to)) = direction(&first.command) {
        let rest = rest.iter().take_while(|timed| timed.at == first.at);
        let mut others = rest.map_while(|timed| direction(&timed.command));
        phrase.object = match (others.next(), others.next()) {
            (None, _) => phrase.object,
            (Some(other), None) if other == (cuts, to, from) => format!("the link {from}–{to}"),
            _ => "links".into(),
        };
    }
    Some(phrase)
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
pub(crate) fn phrase(command: &Command) -> Phrase {
    let say = |verb, past, object: &dyn ToString| Phrase { verb, past, object: object.to_string() };
    let same = |verb, object: &dyn ToString| say(verb, verb, object);
    match command {
        Command::Submit { via, operation, .. } => {
            let to = via.map_or_else(String::new, |node| format!(" to {node}"));
            say("send", "sent", &format!("{operation}{to}"))
        }
        Command::Partition(groups) if matches!(&groups[..], [alone, _] if alone.len() == 1) => {
            same("cut off", &groups[0][0])
        }
        Command::Crash(node) => say("stop", "stopped", node),
        Command::Restart(node) => say("start", "started", node),
        Command::Cut { from, to } => same("cut", &format!("{from}->{to}")),
        Command::Mend { from, to } => say("mend", "mended", &format!("{from}->{to}")),
        Command::Heal => say("mend every link", "mended every link", &""),
        Command::Partition(groups) => say("part", "parted", &self::groups(groups)),
        Command::Isolate(node) => same("cut off", node),
        Command::TimeOut(node) => say("time out", "timed out", node),
        Command::Timer { node, after } => {
            same("set the timer of", &format!("{node} to {} ms", after.0 / 1000))
        }
        Command::Pause(node) => say("pause", "paused", node),
        Command::Resume(node) => say("resume", "resumed", node),
        Command::EraseDisk(node) => say("wipe", "wiped", node),
        Command::Snapshot(node) => say("snapshot", "snapshotted", node),
        Command::Drop(message) => say("drop", "dropped", &format!("message {}", message.0)),
        Command::DropNext { kind, from, to } => {
            say("drop", "dropped", &format!("next {kind} {from}->{to}"))
        }
        Command::Duplicate(message) => {
            say("duplicate", "duplicated", &format!("message {}", message.0))
        }
        Command::Delay { message, by } => {
            say("delay", "delayed", &format!("message {} by {} ms", message.0, by.0 / 1000))
        }
        Command::Transfer(node) => say("hand over to", "handed over to", node),
        Command::Add(node) => say("add", "added", node),
        Command::Remove(node) => say("remove", "removed", node),
        other => say("do", "did", &format!("“{other}”")),
    }
}

/// Groups as scripts write them: `A,B | C,D,E`.
fn groups(groups: &[Vec<Address>]) -> String {
    let names =
        |group: &Vec<Address>| group.iter().map(Address::to_string).collect::<Vec<_>>().join(",");
    groups.iter().map(names).collect::<Vec<_>>().join(" | ")
}
