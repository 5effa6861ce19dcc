//! What is done to a run from outside, by a person or a script. Written as scenarios have it.

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
    /// Mends every link and ends every stall.
    Heal,
    /// Sets how one direction of a link carries.
    Link {
        /// Where messages come from.
        from: Address,
        /// Where they go.
        to: Address,
        /// Its new settings. Traces and the JavaScript interface call them `quality`.
        #[serde(rename = "quality")]
        config: LinkConfig,
    },
    /// Sets how every link carries, each direction.
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
    #[serde(rename = "wipe", alias = "erase")]
    EraseDisk(Address),
    /// Replaces a server whose disk was erased by a new one with an empty disk, under the same
    /// name. It begins outside the cluster. Nothing happens while a node still counts the old
    /// server as a member.
    #[serde(rename = "renew", alias = "replace-server")]
    ReplaceServer(Address),
    /// Damages what is on a node's disk, which it finds when it next starts. Then it stays
    /// down.
    #[serde(rename = "rot", alias = "corrupt")]
    CorruptDisk(Address),
    /// The leader is asked to put another voter in the place of one.
    Replace {
        /// The node to remove.
        node: Address,
        /// The node to add.
        by: Address,
    },
    /// Sets how fast a node's clock runs.
    Clock {
        /// Whose.
        node: Address,
        /// In thousandths of true time; at 0 the clock and its timers stop.
        rate_permille: u16,
    },
    /// A node's clock jumps forward, as when it is set right; timers run out so much earlier. It
    /// never jumps back: the protocol must be told of a time that does not.
    ClockJump {
        /// Whose.
        node: Address,
        /// How far.
        by: Micros,
    },
    /// A node's disk becomes slow, stuck or broken, works again, or loses what it had acknowledged.
    Disk {
        /// Whose.
        node: Address,
        /// What becomes of it.
        change: DiskChange,
    },
    /// Sets up one node otherwise than the others.
    Configure {
        /// Which.
        node: Address,
        /// The setting.
        setting: NodeSetting,
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
        /// The new voters.
        voters: Vec<Address>,
        /// The new learners, which receive the log and do not vote.
        #[serde(default)]
        learners: Vec<Address>,
    },
    /// The leader is asked to add a voter to those there are.
    Add(Address),
    /// The leader is asked to remove a member.
    Remove(Address),
    /// The leader is asked to hand its leadership to this node.
    Transfer(Address),
    /// An administrator asks a node of his choice, be it the leader or not.
    Administer {
        /// Which node is asked.
        via: Address,
        /// For what.
        request: AdminRequest,
    },
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
    /// A client sends an operation of its own again that it may have settled long ago, with the
    /// number that it had. Nothing happens if it has sent no such operation, or if it was told that
    /// the operation will never take effect.
    Resend {
        /// Which client.
        client: Address,
        /// To this node; otherwise to the one that it asked last.
        #[serde(default)]
        via: Option<Address>,
        /// The operation's number among the client's, from 1.
        serial: u64,
    },
}

impl Command {
    /// What it asks of the leader; none if it asks for something else.
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
