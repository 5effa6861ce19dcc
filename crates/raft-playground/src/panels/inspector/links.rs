//! The table of links.

use raft_sim::{Address, Command, LinkConfig};

use crate::intent::{Fault, Intent, LinkTool, Panel};
use crate::phrases::vocabulary;
use crate::query;
use crate::snapshot::Snapshot;
use crate::text::{Words, say};
use crate::view::{PieceKind, Writer};

/// What each direction of each link does: senders in rows, receivers in columns.
pub(super) fn add(snapshot: &Snapshot, page: &mut Writer) {
    let simulation = snapshot.simulation();
    page.open(PieceKind::Heading, "");
    page.open(PieceKind::Text, "").write(say::links());
    page.add(PieceKind::Small, say::links_note());
    page.close();
    page.open(PieceKind::Group, "chips").call(say::links_press_label());
    for tool in LinkTool::ALL {
        let pressed = tool == snapshot.panels.link_tool;
        page.add(PieceKind::Choice { pressed }, tool.label()).intent(Panel::SetLinkTool(tool));
    }
    page.close();
    page.close();

    let nodes = simulation.hosts().iter().map(|host| Address::from(host.id));
    let ends = nodes.chain(simulation.clients().iter().map(|client| client.id.into()));
    let ends: Vec<Address> = ends.collect();
    let usual = query::usual_quality(simulation);
    page.open(PieceKind::Table, "lanes").call(say::links_table());
    page.open(PieceKind::Row, "");
    page.add_empty(PieceKind::Cell);
    for &end in &ends {
        page.add(PieceKind::Head, end);
    }
    page.close();
    for &from in &ends {
        page.open(PieceKind::Row, "");
        page.add(PieceKind::Head, from);
        for &to in &ends {
            page.open(PieceKind::Cell, "");
            add_lane(snapshot, usual, (from, to), page);
            page.close();
        }
        page.close();
    }
    page.close();
}

/// One direction of a link, if there is one. Pressing it cuts it, or makes it hold its messages, or
/// undoes that.
fn add_lane(
    snapshot: &Snapshot,
    usual: LinkConfig,
    (from, to): (Address, Address),
    page: &mut Writer,
) {
    let network = snapshot.simulation().network();
    let Some(quality) = network.link_config(from, to) else { return };
    let is_up = network.is_up(from, to) == Some(true);
    let toggle = Intent::from(Fault::ToggleDirection { from, to });
    let (class, mark, name, intent) = if !is_up {
        ("cut", Some("×"), say::lane_cut(from, to), toggle)
    } else if network.is_stalled(from, to) == Some(true) {
        ("stalled", Some("="), say::lane_held(from, to), Command::Unstall { from, to }.into())
    } else {
        let intent = match snapshot.panels.link_tool {
            LinkTool::Cut => toggle,
            LinkTool::Hold => Command::Stall { from, to }.into(),
        };
        if quality == usual {
            ("", None, say::lane(from, to), intent)
        } else {
            let name = say::lane_special(from, to, vocabulary::quality(&quality));
            ("special", Some("~"), name, intent)
        }
    };
    let button = page.add_empty(PieceKind::Button).call(name).intent(intent).class(class);
    button.text = mark.map(Words::from);
}
