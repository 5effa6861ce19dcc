//! The menu of a node or a message: what can be done with it now.

use raft_sim::raft_core::{Node, Role, Timer};
use raft_sim::{Address, Damage, Host};

use crate::frame::{Act, MemberView, Menu, MenuLetter, Subject};
use crate::intent::Intent;
use crate::layout::MenuSize;
use crate::scene;
use crate::session::Session;

/// The menu of what is selected, if anything is.
pub(crate) fn draw(session: &Session) -> Option<Menu> {
    match session.selected {
        Some(node) => of_node(session, node),
        None => session.menu_of_held(),
    }
}

/// The menu of the node with this address; none for what is no node.
fn of_node(session: &Session, address: Address) -> Option<Menu> {
    let host = session.simulation().hosts().get(address.node()?.0 as usize)?;
    let node = host.process.as_ref().map(|process| &process.node);
    let complaint = match &session.complaint {
        Some((Some(via), complaint)) if *via == address => complaint.clone(),
        _ => "".into(),
    };
    let mut menu = Menu {
        subject: Subject::Node(address),
        title: format!("Node {address}").into(),
        subtitle: "".into(),
        says: "".into(),
        acts: Vec::new(),
        links: Vec::new(),
        heirs: Vec::new(),
        complaint,
        place: None,
    };
    match session.question {
        Some(Act::LoseDisk) => {
            menu.subtitle = "lose its disk?".into();
            menu.acts.extend_from_slice(&[Act::Erase, Act::Corrupt, Act::Keep]);
        }
        Some(_) => {
            menu.subtitle = "out of the cluster?".into();
            menu.acts.extend_from_slice(&[Act::Leave, Act::Keep]);
        }
        None => {
            menu.subtitle = subtitle(node).into();
            add_links(&mut menu, session, address);
            menu.acts = acts(session, host);
            if let Some(node) = node.filter(|node| node.is_leader()) {
                add_heirs(&mut menu.heirs, node);
            }
        }
    }
    let lines = if menu.links.is_empty() { 0 } else { 2 } + usize::from(!menu.complaint.is_empty());
    let rows = [menu.links.len(), menu.heirs.len()];
    let (centre, radius) = session.layout.disc(address)?;
    let size = MenuSize { lines, acts: menu.acts.len(), rows };
    menu.place = session.layout.menu(centre, radius, size);
    Some(menu)
}

fn subtitle(node: Option<&Node>) -> String {
    let Some(node) = node else { return "stopped".into() };
    match node.role() {
        Role::Leader { .. } => format!("leads term {}", node.term()),
        Role::PreCandidate { .. } => format!("might stand after term {}", node.term()),
        Role::Candidate { .. } => format!("stands in term {}", node.term()),
        Role::Follower { leader: Some(leader) } => {
            format!("follows {} in term {}", Address::Node(*leader), node.term())
        }
        Role::Follower { leader: None } => format!("follower in term {}", node.term()),
    }
}

/// What can be done with a node now.
pub(crate) fn acts(session: &Session, host: &Host) -> Vec<Act> {
    let mut acts = Vec::new();
    match &host.process {
        None => {
            acts.push(Act::Start);
            if host.disk.damage() == Some(Damage::Erased) {
                acts.push(Act::Replace);
            }
        }
        Some(process) if process.is_paused() => acts.extend_from_slice(&[Act::Stop, Act::GoOn]),
        Some(process) => {
            acts.extend_from_slice(&[Act::Stop, Act::Pause]);
            if process.timer(Timer::Election).is_some() {
                acts.extend_from_slice(&[Act::TimeOut, Act::Sooner, Act::Later]);
            }
        }
    }
    let (mut up, mut cut) = (false, false);
    let address = Address::Node(host.id);
    for (from, to, is_up) in session.simulation().network().directions() {
        if from == address || to == address {
            cut |= !is_up;
            up |= is_up && from.node().is_some() && to.node().is_some();
        }
    }
    if up {
        acts.push(Act::Isolate);
    }
    if cut {
        acts.push(Act::Mend);
    }
    if host.process.is_some() {
        acts.push(Act::Snapshot);
    }
    let member = scene::member(session.simulation(), host);
    let belongs = if member == MemberView::Voter { Act::Remove } else { Act::Add };
    acts.extend_from_slice(&[Act::LoseDisk, belongs, Act::Inspect]);
    acts
}

fn add_links(menu: &mut Menu, session: &Session, address: Address) {
    let network = session.simulation().network();
    for (from, other, up) in network.directions() {
        if from == address {
            let up = up && network.is_up(other, address) == Some(true);
            let verb = if up { "Cut" } else { "Mend" };
            menu.links.push(MenuLetter {
                text: other.to_string().into(),
                name: format!("{verb} link {address}–{other}").into(),
                pressed: !up,
                intent: Intent::ToggleLink { first: address, second: other },
            });
        }
    }
}

fn add_heirs(heirs: &mut Vec<MenuLetter>, node: &Node) {
    for &other in &node.membership().voters {
        if other != node.id() {
            let other = Address::Node(other);
            heirs.push(MenuLetter {
                text: other.to_string().into(),
                name: format!("Hand leadership to {other}").into(),
                pressed: false,
                intent: Intent::HandOver(other),
            });
        }
    }
}
