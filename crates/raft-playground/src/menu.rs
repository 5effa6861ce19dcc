//! The menu of a node: what can be done with it now.

use raft_sim::Address;
use raft_sim::raft_core::Role;

use crate::frame::{ActIcon, MenuAct, MenuLink, NodeMenu};
use crate::intent::Intent;
use crate::session::Session;

/// The menu of the node with this address; none for what is no node.
pub(crate) fn menu(session: &Session, address: Address) -> Option<NodeMenu> {
    let Address::Node(node) = address else { return None };
    let host = session.simulation().hosts().get(node.0 as usize)?;
    let process = host.process.as_ref();
    let subtitle = match process.map(|process| &process.node) {
        None => "stopped".into(),
        Some(node) => match node.role() {
            Role::Leader { .. } => format!("leads term {}", node.term()),
            Role::PreCandidate { .. } => format!("might stand after term {}", node.term()),
            Role::Candidate { .. } => format!("stands in term {}", node.term()),
            Role::Follower { leader: Some(leader) } => {
                format!("follows {} in term {}", Address::Node(*leader), node.term())
            }
            Role::Follower { leader: None } => format!("follower in term {}", node.term()),
        },
    };
    let links = links(session, address);
    let complaint = match &session.complaint {
        Some((Some(via), complaint)) if *via == address => complaint.clone(),
        _ => "".into(),
    };
    Some(NodeMenu {
        address,
        title: format!("Node {address}").into(),
        subtitle: subtitle.into(),
        acts: acts(address, process.map(|process| process.node.is_leader()), &links),
        links,
        complaint,
    })
}

/// What can be done; `leads` is none for a stopped node.
fn acts(address: Address, leads: Option<bool>, links: &[MenuLink]) -> Vec<MenuAct> {
    let act = |icon, label: &str, intent| MenuAct { icon, label: label.into(), intent };
    let mut acts = Vec::new();
    match leads {
        None => acts.push(act(ActIcon::Start, "Start again", Intent::Restart(address))),
        Some(leads) => {
            acts.push(act(ActIcon::Stop, "Stop", Intent::Stop(address)));
            if !leads {
                acts.push(act(ActIcon::Timeout, "Time out now", Intent::TimeOut(address)));
            }
        }
    }
    if links.iter().any(|link| link.up) {
        acts.push(act(ActIcon::Isolate, "Isolate", Intent::Isolate(address)));
    }
    if links.iter().any(|link| !link.up) {
        acts.push(act(ActIcon::Rejoin, "Mend its links", Intent::Rejoin(address)));
    }
    acts
}

fn links(session: &Session, address: Address) -> Vec<MenuLink> {
    let network = session.simulation().network();
    network
        .directions()
        .filter(|&(from, ..)| from == address)
        .map(|(_, other, up)| MenuLink {
            name: other.to_string().into(),
            up: up && network.is_up(other, address) == Some(true),
            intent: Intent::ToggleLink { first: address, second: other },
        })
        .collect()
}
