//! What stands in menus.

use raft_sim::Address;
use raft_sim::raft_core::Node;

use super::node_subtitle;
use crate::intent::Confirmation;

/// The title of a node's menu.
pub(crate) fn node_title(node: Address) -> String {
    format!("Node {node}")
}

/// What stands below it: what is asked, or what the node is.
pub(crate) fn menu_subtitle(node: Option<&Node>, confirming: Option<Confirmation>) -> String {
    match confirming {
        Some(Confirmation::LoseDisk) => "lose its disk?".into(),
        Some(Confirmation::Remove) => "out of the cluster?".into(),
        None => node_subtitle(node),
    }
}

/// The title of a message's menu, and of its line in the list of messages.
pub(crate) fn message_title(from: Address, to: Address) -> String {
    format!("{from} to {to}")
}

/// What pressing the letter of a link does.
pub(crate) fn toggle_link(first: Address, second: Address, up: bool) -> String {
    let verb = if up { "Cut" } else { "Mend" };
    format!("{verb} link {first}–{second}")
}

/// What pressing the letter of another voter does.
pub(crate) fn hand_over(to: Address) -> String {
    format!("Hand leadership to {to}")
}
