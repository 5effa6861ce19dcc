//! What is done to a cluster from outside, as one asks for it and as one tells of it.

use raft_sim::{Address, Command, TimedCommand};

/// How a command begins as scenarios write it, as one asks for it, and as one tells of it.
const VERBS: [(&str, &str, &str); 19] = [
    ("crash", "stop", "stopped"),
    ("restart", "start", "started"),
    ("cut", "cut", "cut"),
    ("mend", "mend", "mended"),
    ("heal", "mend every link", "mended every link"),
    ("partition", "part", "parted"),
    ("isolate", "cut off", "cut off"),
    ("time", "time", "timed"),
    ("timer", "set the timer of", "set the timer of"),
    ("pause", "pause", "paused"),
    ("resume", "resume", "resumed"),
    ("wipe", "wipe", "wiped"),
    ("snapshot", "snapshot", "snapshotted"),
    ("drop", "drop", "dropped"),
    ("duplicate", "duplicate", "duplicated"),
    ("delay", "delay", "delayed"),
    ("hand", "hand", "handed"),
    ("add", "add", "added"),
    ("remove", "remove", "removed"),
];

/// Something done from outside.
pub(crate) struct Deed {
    verb: &'static str,
    past: &'static str,
    object: String,
}

impl Deed {
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
pub(crate) fn deed_of(acts: &[TimedCommand]) -> Option<Deed> {
    let (first, rest) = acts.split_first()?;
    let mut deed = deed(&first.command);
    if let Some((cuts, from, to)) = direction(&first.command) {
        let rest = rest.iter().take_while(|timed| timed.at == first.at);
        let mut others = rest.map_while(|timed| direction(&timed.command));
        deed.object = match (others.next(), others.next()) {
            (None, _) => deed.object,
            (Some(other), None) if other == (cuts, to, from) => format!("the link {from}–{to}"),
            _ => "links".into(),
        };
    }
    Some(deed)
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
    let text = match command {
        Command::Submit { via, operation, .. } => {
            let to = via.map_or_else(String::new, |node| format!(" to {node}"));
            return Deed { verb: "send", past: "sent", object: format!("{operation}{to}") };
        }
        Command::Partition(groups) if matches!(&groups[..], [alone, _] if alone.len() == 1) => {
            return Deed { verb: "cut off", past: "cut off", object: groups[0][0].to_string() };
        }
        other => other.to_string(),
    };
    let (word, object) = text.split_once(' ').unwrap_or((&text, ""));
    match VERBS.iter().find(|(begins, ..)| *begins == word) {
        Some((_, verb, past)) => Deed { verb, past, object: object.into() },
        None => Deed { verb: "do", past: "did", object: format!("“{text}”") },
    }
}
