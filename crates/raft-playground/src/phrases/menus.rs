//! The words of menus.

use raft_sim::Address;
use raft_sim::raft_core::{Node, Role};

use crate::intent::Confirmation;
use crate::text::{Sentence, say};

/// The subtitle of a node’s menu: the question that the menu asks, or the node's role.
pub(crate) fn menu_subtitle(
    address: Address,
    node: Option<&Node>,
    confirming: Option<Confirmation>,
) -> Sentence {
    match confirming {
        Some(Confirmation::LoseDisk) => say::menu_disk_question(address),
        Some(Confirmation::Remove) => say::menu_remove_question(address),
        None => node.map_or_else(say::menu_stopped, node_subtitle),
    }
}

fn node_subtitle(node: &Node) -> Sentence {
    let term = node.term();
    match node.role() {
        Role::Leader { .. } => say::menu_leads(term),
        Role::PreCandidate { .. } => say::menu_asks(term),
        Role::Candidate { .. } => say::menu_candidate(term),
        Role::Follower { leader: Some(leader) } => say::menu_follows(*leader, term),
        Role::Follower { leader: None } => say::menu_follower(term),
    }
}

/// What pressing the letter of a link does.
pub(crate) fn toggle_link(first: Address, second: Address, up: bool) -> Sentence {
    if up { say::menu_cut_link(first, second) } else { say::menu_mend_link(first, second) }
}
