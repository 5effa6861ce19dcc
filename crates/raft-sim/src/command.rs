//! Commands: changes to a run from outside, by a user or a script. They are written as in scripts.

mod text;

use raft_core::{Micros, Rule};
use serde::{Deserialize, Serialize};

use crate::address::Address;
use crate::administration::AdminRequest;
use crate::disk::DiskChange;
use crate::kv::Operation;
use crate::link_config::LinkConfig;
use crate::message_id::MessageId;
use crate::message_kind::MessageKind;
use crate::node_setting::NodeSetting;

/// A change to a run from outside.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case", deny_unknown_fields)]
pub enum Command {
    /// Cuts one direction of a link: messages on it are lost.
    Cut {
        /// Where messages come from.
        from: Address,
        /// Where they no longer arrive.
        to: Address,
    },
    /// Restores one direction of a link.
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
    /// Stalls one direction of a link: messages sent on it wait.
    #[serde(rename = "clog", alias = "stall")]
    Stall {
        /// Where messages come from.
        from: Address,
        /// Where they no longer arrive.
        to: Address,
    },
    /// Ends a stall: messages that waited continue.
    #[serde(rename = "unclog", alias = "unstall")]
    Unstall {
        /// Where messages come from.
        from: Address,
        /// Where they arrive again.
        to: Address,
    },
    /// Restores every link and ends every stall.
    Heal,
    /// Changes the settings of one direction of a link.
    Link {
        /// Where messages come from.
        from: Address,
        /// Where they go.
        to: Address,
        /// Its new settings. Traces and the JavaScript interface call them `quality`.
        #[serde(rename = "quality")]
        config: LinkConfig,
    },
    /// Changes the settings of every direction of every link.
    Network(LinkConfig),
    /// Loses the next message of a kind on one direction of a link.
    DropNext {
        /// The kind.
        kind: MessageKind,
        /// Where it comes from.
        from: Address,
        /// Where it will not arrive.
        to: Address,
    },
    /// Loses a message in flight.
    Drop(MessageId),
    /// Duplicates a message in flight.
    Duplicate(MessageId),
    /// Delays a message in flight.
    Delay {
        /// The message.
        message: MessageId,
        /// The additional time.
        by: Micros,
    },
    /// Stops a node as a power failure would.
    Crash(Address),
    /// Starts a stopped node from its disk.
    Restart(Address),
    /// Freezes a node as a long garbage collection would: messages and timers wait.
    #[serde(rename = "pause", alias = "freeze")]
    Freeze(Address),
    /// Resumes a frozen node.
    Resume(Address),
    /// Stops a node and erases its disk. The node stays stopped: a server that has forgotten its
    /// promises must not return under the same name.
    #[serde(rename = "wipe", alias = "erase")]
    EraseDisk(Address),
    /// Replaces a server whose disk was erased by a new one with an empty disk, under the same
    /// name. It begins outside the cluster. Nothing happens while a node still counts the old
    /// server as a member.
    #[serde(rename = "renew", alias = "replace-server")]
    ReplaceServer(Address),
    /// Damages the contents of a node's disk. The node notices this at its next start, and stays
    /// stopped.
    #[serde(rename = "rot", alias = "corrupt")]
    CorruptDisk(Address),
    /// Asks the leader to replace one voter with another.
    Replace {
        /// The node to remove.
        node: Address,
        /// The node to add.
        by: Address,
    },
    /// Changes the rate of a node's clock.
    Clock {
        /// The node.
        node: Address,
        /// In thousandths of true time; at 0 the clock and its timers stop.
        rate_permille: u16,
    },
    /// Moves a node's clock forward, as a correction does; its timers run out that much earlier.
    /// Clocks never move back: the protocol needs monotonic readings.
    ClockJump {
        /// The node.
        node: Address,
        /// By how much.
        by: Micros,
    },
    /// Makes a node's disk slow, stuck or broken, lets it work again, or loses entries that it had
    /// acknowledged.
    Disk {
        /// The node.
        node: Address,
        /// The change.
        change: DiskChange,
    },
    /// Changes a setting of one node only.
    Configure {
        /// The node.
        node: Address,
        /// The setting.
        setting: NodeSetting,
    },
    /// Lets a node's election timer run out now.
    TimeOut(Address),
    /// Sets the remaining time of a node's election timer.
    Timer {
        /// The node.
        node: Address,
        /// The remaining time, in true time.
        after: Micros,
    },
    /// Replaces a node's log with a snapshot (§7).
    Snapshot(Address),
    /// Asks the leader to change the members of the cluster.
    Reconfigure {
        /// The new voters.
        voters: Vec<Address>,
        /// The new learners, which receive the log and do not vote.
        #[serde(default)]
        learners: Vec<Address>,
    },
    /// Asks the leader to add a voter.
    Add(Address),
    /// Asks the leader to remove a member.
    Remove(Address),
    /// Asks the leader to transfer its leadership to this node.
    Transfer(Address),
    /// Sends an administrator's request to a chosen node, whether it is the leader or not.
    Administer {
        /// The node that receives the request.
        via: Address,
        /// The request.
        request: AdminRequest,
    },
    /// Switches a rule off, at every node.
    Waive(Rule),
    /// Switches a rule on again, at every node.
    Enforce(Rule),
    /// Starts an operation of a client.
    Submit {
        /// The client.
        client: Address,
        /// The node that receives the request; the client tries others only if redirected. If
        /// `None`, the client chooses.
        #[serde(default)]
        via: Option<Address>,
        /// The operation.
        operation: Operation,
    },
    /// A client repeats one of its operations, possibly a settled one, under its old number.
    /// Nothing happens if there is no such operation, or if it can never take effect.
    Resend {
        /// The client.
        client: Address,
        /// The node that receives the request; if `None`, the last one that did.
        #[serde(default)]
        via: Option<Address>,
        /// The operation's number among the client's, from 1.
        serial: u64,
    },
}

impl Command {
    /// The request to the leader that this command contains, if any.
    pub(crate) fn admin_request(&self) -> Option<AdminRequest> {
        Some(match self {
            Self::Reconfigure { voters, learners } => {
                AdminRequest::Reconfigure { voters: voters.clone(), learners: learners.clone() }
            }
            Self::Add(node) => AdminRequest::Add(*node),
            Self::Remove(node) => AdminRequest::Remove(*node),
            Self::Replace { node, by } => AdminRequest::Replace { node: *node, by: *by },
            Self::Transfer(node) => AdminRequest::Transfer(*node),
            _ => return None,
        })
    }
}
