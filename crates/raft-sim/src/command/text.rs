//! How commands are written in scripts.

use core::fmt;

use super::Command;
use crate::message_id::MessageId;
use crate::notation::{Permille, Span, names, write_members};

impl fmt::Display for Command {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cut { from, to } => write!(f, "cut {from}->{to}"),
            Self::Mend { from, to } => write!(f, "mend {from}->{to}"),
            Self::Partition(groups) => {
                // An empty group separates nothing, and the language has no notation for it.
                let groups = groups.iter().filter(|group| !group.is_empty());
                let groups: Vec<_> = groups.map(|group| names(group)).collect();
                if groups.is_empty() {
                    return write!(f, "partition nobody");
                }
                write!(f, "partition {}", groups.join(" | "))
            }
            Self::Isolate(node) => write!(f, "isolate {node}"),
            Self::Stall { from, to } => write!(f, "stall {from}->{to}"),
            Self::Unstall { from, to } => write!(f, "unstall {from}->{to}"),
            Self::Heal => write!(f, "heal"),
            Self::Link { from, to, config } => write!(f, "link {from}->{to} {config}"),
            Self::Network(config) => write!(f, "network {config}"),
            Self::DropNext { kind, from, to } => write!(f, "drop next {kind} {from}->{to}"),
            Self::Drop(MessageId(message)) => write!(f, "drop message {message}"),
            Self::Duplicate(MessageId(message)) => write!(f, "duplicate message {message}"),
            Self::Delay { message: MessageId(message), by } => {
                write!(f, "delay message {message} by {}", Span(*by))
            }
            Self::Crash(node) => write!(f, "crash {node}"),
            Self::Restart(node) => write!(f, "restart {node}"),
            Self::Freeze(node) => write!(f, "freeze {node}"),
            Self::Resume(node) => write!(f, "resume {node}"),
            Self::EraseDisk(node) => write!(f, "erase {node}"),
            Self::ReplaceServer(node) => write!(f, "replace server {node}"),
            Self::CorruptDisk(node) => write!(f, "corrupt {node}"),
            Self::Replace { node, by } => write!(f, "replace {node} by {by}"),
            Self::Clock { node, rate_permille: 0 } => write!(f, "clock {node} stands"),
            Self::Clock { node, rate_permille } => {
                write!(f, "clock {node} {}", Permille(*rate_permille))
            }
            Self::ClockJump { node, by } => write!(f, "clock {node} jumps {}", Span(*by)),
            Self::Disk { node, change } => write!(f, "disk {node} {change}"),
            Self::Configure { node, setting } => write!(f, "node {node} {setting}"),
            Self::TimeOut(node) => write!(f, "time out {node}"),
            Self::Timer { node, after } => write!(f, "timer {node} {}", Span(*after)),
            Self::Snapshot(node) => write!(f, "snapshot {node}"),
            Self::Reconfigure { voters, learners } => write_members(voters, learners, f),
            Self::Add(node) => write!(f, "add {node}"),
            Self::Remove(node) => write!(f, "remove {node}"),
            Self::Transfer(node) => write!(f, "hand over to {node}"),
            Self::Administer { via, request } => write!(f, "{request} via {via}"),
            Self::Waive(rule) => write!(f, "waive {rule}"),
            Self::Enforce(rule) => write!(f, "enforce {rule}"),
            Self::Submit { client, via: None, operation } => {
                write!(f, "{client} sends {operation}")
            }
            Self::Submit { client, via: Some(node), operation } => {
                write!(f, "{client} via {node} sends {operation}")
            }
            Self::Resend { client, via: None, serial } => write!(f, "{client} resends {serial}"),
            Self::Resend { client, via: Some(node), serial } => {
                write!(f, "{client} via {node} resends {serial}")
            }
        }
    }
}
