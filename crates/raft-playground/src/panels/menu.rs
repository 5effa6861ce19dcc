//! The menu of a node or a message.

use raft_sim::raft_core::Node;
use raft_sim::{Address, AdminRequest, Command, MessageId, MessageKind};

use crate::intent::{Confirmation, Fault, MenuSubject, MessageAction, NodeAction};
use crate::layout::MenuSize;
use crate::phrases::{self, packets};
use crate::query;
use crate::snapshot::Snapshot;
use crate::state::{MessageSelection, Selected};
use crate::text::{Words, say};
use crate::view::{Menu, MenuAction, MenuTarget};

/// The menu of the selected node or message, if any.
pub(super) fn menu(snapshot: &Snapshot) -> Option<Menu> {
    match &snapshot.selection.selected {
        Selected::Nothing => None,
        Selected::Node(node, confirming) => of_node(snapshot, *node, *confirming),
        Selected::Message(selected) => of_message(snapshot, selected),
    }
}

fn of_node(
    snapshot: &Snapshot,
    address: Address,
    confirming: Option<Confirmation>,
) -> Option<Menu> {
    let simulation = snapshot.simulation();
    let node = query::running_node(simulation, address.node()?);
    let situation = query::situation(simulation, address, confirming)?;
    let complaint = match &snapshot.selection.complaint {
        Some((Some(via), complaint)) if *via == address => Some(complaint.clone()),
        _ => None,
    };
    let actions: Vec<_> =
        NodeAction::possible(&situation).map(|action| node_action(address, action)).collect();
    let is_asking = confirming.is_some();
    let links = if is_asking { Vec::new() } else { links(snapshot, address) };
    let leader = node.filter(|node| node.is_leader() && !is_asking);
    let transfer_targets = leader
        .filter(|leader| !query::is_frozen(simulation, leader.id()))
        .map(|leader| transfer_targets(address, leader))
        .unwrap_or_default();
    let lines = if links.is_empty() { 0 } else { 2 } + usize::from(complaint.is_some());
    let rows = [links.len(), transfer_targets.len()];
    let (centre, radius) = snapshot.layout().disc(address)?;
    let size = MenuSize { lines, actions: actions.len(), rows };
    Some(Menu {
        subject: MenuSubject::Node(address),
        title: say::menu_node(address),
        subtitle: phrases::menu_subtitle(address, node, confirming),
        says: Vec::new(),
        actions,
        links,
        transfer_targets,
        complaint,
        place: snapshot.layout().menu(centre, radius, size),
    })
}

fn node_action(node: Address, action: NodeAction) -> MenuAction {
    let row = action.row();
    MenuAction {
        label: row.label,
        icon: row.icon,
        shortcut: row.shortcut,
        is_answer: row.answers.is_some(),
        intent: Fault::Node { node, action }.into(),
    }
}

fn links(snapshot: &Snapshot, address: Address) -> Vec<MenuTarget> {
    let simulation = snapshot.simulation();
    let mut targets = Vec::new();
    for (from, other, _) in simulation.network().directions() {
        if from == address {
            let up = query::reach(simulation, address, other);
            targets.push(MenuTarget {
                text: other.to_string().into(),
                name: phrases::toggle_link(address, other, up),
                pressed: !up,
                intent: Fault::ToggleLink { first: address, second: other }.into(),
            });
        }
    }
    targets
}

/// The nodes to which this leader can hand over. It is asked itself, because there may be a leader
/// of a newer term.
fn transfer_targets(via: Address, leader: &Node) -> Vec<MenuTarget> {
    let target = |other: Address| MenuTarget {
        text: other.to_string().into(),
        name: say::menu_hand_over(other),
        pressed: false,
        intent: Command::Administer { via, request: AdminRequest::Transfer(other) }.into(),
    };
    query::transfer_targets(leader).map(target).collect()
}

/// A message's content, the reason why it was sent, and its actions.
fn of_message(snapshot: &Snapshot, selected: &MessageSelection) -> Option<Menu> {
    let MessageId(message) = selected.message;
    let in_flight = snapshot.simulation().network().message(selected.message)?;
    let (from, to) = (in_flight.from, in_flight.to);
    let layout = snapshot.layout();
    let at = layout.lane(from, to).at(selected.progress);
    let actions: Vec<_> = MessageAction::ALL
        .into_iter()
        .map(|action| {
            let (row, intent) = (action.row(), Fault::Message { message, action }.into());
            let (label, icon, shortcut) = (row.label, row.icon, row.shortcut);
            MenuAction { label, icon, shortcut, is_answer: false, intent }
        })
        .collect();
    let reason = phrases::why_sent(in_flight, &snapshot.lane.past());
    let mut says = vec![packets::packet(&in_flight.packet).in_menu];
    says.extend(reason);
    let mut says: Vec<Words> = says.into_iter().map(Words::from).collect();
    says.push(phrases::arrival(in_flight).into());
    let kind = packets::kind(MessageKind::of(&in_flight.packet));
    let size = MenuSize { lines: 5, actions: actions.len(), rows: [0, 0] };
    Some(Menu {
        subject: MenuSubject::Message(message),
        title: say::menu_message(from, to),
        subtitle: if in_flight.is_duplicate { say::menu_duplicate(kind) } else { kind },
        says,
        actions,
        links: Vec::new(),
        transfer_targets: Vec::new(),
        complaint: None,
        place: layout.menu(at, layout.sizes.message, size),
    })
}
