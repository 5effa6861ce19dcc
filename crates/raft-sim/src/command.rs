//! What is done to a run from outside, by a person or a script. Written as scenarios have it.

use core::fmt;

use raft_core::{Micros, Rule};
use serde::{Deserialize, Serialize};

use crate::address::Address;
use crate::kv::Operation;
use crate::message_kind::MessageKind;
use crate::network::MessageId;
use crate::quality::Quality;

/// Something done to the run from outside.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case", deny_unknown_fields)]
pub enum Command {
    /// Cuts one direction of a link: what is on it is lost.
    Cut {
        /// Where messages come from.
        from: Address,
        /// Where they no longer arrive.
        to: Address,
    },
    /// Mends one direction of a link.
    Mend {
        /// Where messages come from.
        from: Address,
        /// Where they arrive again.
        to: Address,
    },
    /// Cuts every link between different groups; links of those in no group stay as they are.
    Partition(Vec<Vec<Address>>),
    /// Cuts every link of one node.
    Isolate(Address),
    /// Holds up one direction of a link: what is sent on it waits.
    Clog {
        /// Where messages come from.
        from: Address,
        /// Where they no longer arrive.
        to: Address,
    },
    /// Lets one direction of a link flow again, and all that waited.
    Unclog {
        /// Where messages come from.
        from: Address,
        /// Where they arrive again.
        to: Address,
    },
    /// Mends and unclogs every link.
    Heal,
    /// Sets how one direction of a link carries.
    Link {
        /// Where messages come from.
        from: Address,
        /// Where they go.
        to: Address,
        /// How well.
        quality: Quality,
    },
    /// Sets how every link carries, each direction.
    Network(Quality),
    /// Loses the next message of a kind on one direction of a link.
    DropNext {
        /// The kind.
        kind: MessageKind,
        /// Where it comes from.
        from: Address,
        /// Where it will not arrive.
        to: Address,
    },
    /// Loses a message on its way.
    Drop(MessageId),
    /// Sends a message on its way a second time.
    Duplicate(MessageId),
    /// Lets a message on its way take longer.
    Delay {
        /// Which.
        message: MessageId,
        /// How much longer.
        by: Micros,
    },
    /// Stops a node as a power cut would.
    Crash(Address),
    /// Starts a stopped node from its disk.
    Restart(Address),
    /// Holds a node up as a long garbage collection would: everything waits.
    Pause(Address),
    /// Lets a node go on that was held up.
    Resume(Address),
    /// Stops a node and erases its disk. It stays down: a server that has
    /// forgotten what it promised must not come back under its name.
    Wipe(Address),
    /// Puts a new server with an empty disk in the place of one that was wiped, under its name. It
    /// begins outside the cluster. Nothing happens while anybody still counts the old one as a
    /// member.
    Renew(Address),
    /// Damages what is on a node's disk, which it finds when it next starts. Then it stays
    /// down.
    Rot(Address),
    /// The leader is asked to put another voter in the place of one.
    Replace {
        /// Who is to go.
        node: Address,
        /// Who is to come.
        by: Address,
    },
    /// Sets how fast a node's clock runs.
    Clock {
        /// Whose.
        node: Address,
        /// In thousandths of true time.
        rate_permille: u16,
    },
    /// Lets a node's election timer run out now.
    TimeOut(Address),
    /// Sets how long a node's election timer runs from now on.
    Timer {
        /// Whose.
        node: Address,
        /// How long, by true time.
        after: Micros,
    },
    /// A node replaces its log by a snapshot now (§7).
    Snapshot(Address),
    /// The leader is asked to change who belongs to the cluster.
    Reconfigure {
        /// Who is to vote.
        voters: Vec<Address>,
        /// Who is to be sent the log only.
        #[serde(default)]
        learners: Vec<Address>,
    },
    /// The leader is asked to add a voter to those there are.
    Add(Address),
    /// The leader is asked to remove a member.
    Remove(Address),
    /// The leader is asked to hand its leadership to this node.
    Transfer(Address),
    /// Switches a rule off, at every node.
    Waive(Rule),
    /// Switches a rule on again, at every node.
    Enforce(Rule),
    /// A client wants an operation done.
    Submit {
        /// Which client.
        client: Address,
        /// To this node, and to others only if it redirects; otherwise to whoever leads.
        #[serde(default)]
        via: Option<Address>,
        /// What.
        operation: Operation,
    },
}

impl fmt::Display for Command {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cut { from, to } => write!(f, "cut {from}->{to}"),
            Self::Mend { from, to } => write!(f, "mend {from}->{to}"),
            Self::Partition(groups) => {
                // An empty group separates nothing, and the language has no word for it.
                let groups = groups.iter().filter(|group| !group.is_empty());
                let groups: Vec<_> = groups.map(|group| names(group)).collect();
                if groups.is_empty() {
                    return write!(f, "partition nobody");
                }
                write!(f, "partition {}", groups.join(" | "))
            }
            Self::Isolate(node) => write!(f, "isolate {node}"),
            Self::Clog { from, to } => write!(f, "clog {from}->{to}"),
            Self::Unclog { from, to } => write!(f, "unclog {from}->{to}"),
            Self::Heal => write!(f, "heal"),
            Self::Link { from, to, quality } => write!(f, "link {from}->{to} {quality}"),
            Self::Network(quality) => write!(f, "network {quality}"),
            Self::DropNext { kind, from, to } => write!(f, "drop next {kind} {from}->{to}"),
            Self::Drop(MessageId(message)) => write!(f, "drop message {message}"),
            Self::Duplicate(MessageId(message)) => write!(f, "duplicate message {message}"),
            Self::Delay { message: MessageId(message), by } => {
                write!(f, "delay message {message} by {}", Span(*by))
            }
            Self::Crash(node) => write!(f, "crash {node}"),
            Self::Restart(node) => write!(f, "restart {node}"),
            Self::Pause(node) => write!(f, "pause {node}"),
            Self::Resume(node) => write!(f, "resume {node}"),
            Self::Wipe(node) => write!(f, "wipe {node}"),
            Self::Renew(node) => write!(f, "renew {node}"),
            Self::Rot(node) => write!(f, "rot {node}"),
            Self::Replace { node, by } => write!(f, "replace {node} by {by}"),
            Self::Clock { node, rate_permille } => {
                write!(f, "clock {node} {}", Permille(*rate_permille))
            }
            Self::TimeOut(node) => write!(f, "time out {node}"),
            Self::Timer { node, after } => write!(f, "timer {node} {}", Span(*after)),
            Self::Snapshot(node) => write!(f, "snapshot {node}"),
            Self::Reconfigure { voters, learners } => {
                write!(f, "members {}", names(voters))?;
                if !learners.is_empty() {
                    write!(f, " learners {}", names(learners))?;
                }
                Ok(())
            }
            Self::Add(node) => write!(f, "add {node}"),
            Self::Remove(node) => write!(f, "remove {node}"),
            Self::Transfer(node) => write!(f, "hand over to {node}"),
            Self::Waive(rule) => write!(f, "waive {rule}"),
            Self::Enforce(rule) => write!(f, "enforce {rule}"),
            Self::Submit { client, via: None, operation } => {
                write!(f, "{client} sends {operation}")
            }
            Self::Submit { client, via: Some(node), operation } => {
                write!(f, "{client} via {node} sends {operation}")
            }
        }
    }
}

pub(crate) fn names(addresses: &[Address]) -> String {
    if addresses.is_empty() {
        return "nobody".into();
    }
    addresses.iter().map(Address::to_string).collect::<Vec<_>>().join(",")
}

/// A span of time as scenarios write it: `20ms`, or `2500us` if it is no whole millisecond.
pub(crate) struct Span(pub(crate) Micros);

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.0 {
            0 => f.write_str("0ms"),
            micros if micros % 1_000_000 == 0 => write!(f, "{}s", micros / 1_000_000),
            micros if micros % 1000 == 0 => write!(f, "{}ms", micros / 1000),
            micros => write!(f, "{micros}us"),
        }
    }
}

/// Thousandths as scenarios write them: `5%`, `0.5%`.
pub(crate) struct Permille(pub(crate) u16);

impl fmt::Display for Permille {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 % 10 {
            0 => write!(f, "{}%", self.0 / 10),
            tenth => write!(f, "{}.{tenth}%", self.0 / 10),
        }
    }
}
