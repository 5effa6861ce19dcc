//! The table of links.

use raft_sim::{Address, Command, Quality};

use crate::intent::{Fault, Intent, LinkTool, Panel};
use crate::query;
use crate::snapshot::Snapshot;
use crate::view::{Shape, Writer};

/// What each direction of each link does: from whom in rows, to whom in columns.
pub(super) fn add(snapshot: &Snapshot, page: &mut Writer) {
    let simulation = snapshot.simulation();
    page.open(Shape::Heading, "");
    page.open(Shape::Text, "").text.push_str("Links ");
    page.add(Shape::Small, &"from row to column");
    page.close();
    page.open(Shape::Group, "chips").call(&"A press on a link");
    for tool in LinkTool::ALL {
        let pressed = tool == snapshot.panels.link_tool;
        page.add(Shape::Choice { pressed }, &tool.name()).does(Panel::SetLinkTool(tool));
    }
    page.close();
    page.close();

    let nodes = simulation.hosts().iter().map(|host| Address::from(host.id));
    let ends = nodes.chain(simulation.clients().iter().map(|client| client.id.into()));
    let ends: Vec<Address> = ends.collect();
    let usual = query::usual_quality(simulation);
    page.open(Shape::Table, "lanes").call(&"Links, from row to column");
    page.open(Shape::Row, "");
    page.add(Shape::Cell, &"");
    for end in &ends {
        page.add(Shape::Head, end);
    }
    page.close();
    for &from in &ends {
        page.open(Shape::Row, "");
        page.add(Shape::Head, &from);
        for &to in &ends {
            page.open(Shape::Cell, "");
            add_lane(snapshot, usual, (from, to), page);
            page.close();
        }
        page.close();
    }
    page.close();
}

/// One direction of a link, if there is one: pressing it cuts it or holds it up, or lets it carry
/// again.
fn add_lane(
    snapshot: &Snapshot,
    usual: Quality,
    (from, to): (Address, Address),
    page: &mut Writer,
) {
    let network = snapshot.simulation().network();
    let Some(quality) = network.quality(from, to) else { return };
    let is_up = network.is_up(from, to) == Some(true);
    let toggle = Intent::from(Fault::ToggleDirection { from, to });
    let (look, mark, word, intent) = if !is_up {
        ("cut", "×", ", cut".into(), toggle)
    } else if network.is_clogged(from, to) == Some(true) {
        ("held", "=", ", held up".into(), Command::Unclog { from, to }.into())
    } else {
        let intent = match snapshot.panels.link_tool {
            LinkTool::Cut => toggle,
            LinkTool::Hold => Command::Clog { from, to }.into(),
        };
        if quality == usual {
            ("", "", String::new(), intent)
        } else {
            ("otherwise", "~", format!(", with {quality}"), intent)
        }
    };
    page.add(Shape::Button, &mark).call(&format_args!("{from} to {to}{word}")).does(intent).look =
        look;
}
