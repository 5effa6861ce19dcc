//! The scene: everything that does not move between events.

use std::rc::Rc;

use raft_sim::Address;

use super::badge::badge;
use super::nodes::nodes;
use super::{properties, story, suggestion, timeline};
use crate::layout::Crossing;
use crate::phrases;
use crate::query;
use crate::snapshot::Snapshot;
use crate::view::{ClientView, LinkView, OutcomeKind, Panels, Scene, Transport};

/// The scene of a snapshot with the panels around it, or the one before if nothing in it differs.
pub(crate) fn scene(snapshot: &Snapshot, panels: Panels, before: Option<Rc<Scene>>) -> Rc<Scene> {
    let simulation = snapshot.simulation();
    let revision = before.as_ref().map_or(0, |scene| scene.revision);
    let layout = Rc::clone(&snapshot.lane.layout);
    let (cut_line, crossings) = snapshot.lane.cut_lines.remaining(simulation, &layout);
    let links = links(snapshot, &crossings);
    let healable = links.iter().any(|link| !(link.forward_up && link.backward_up));
    let badge = badge(simulation, &layout);
    let pill = layout.pill(&cut_line, badge.as_ref().map(|badge| badge.place));
    let Panels { menu, why, inspector } = panels;
    let nodes = nodes(simulation, layout.log_rows() as u64);
    let story = story::story(snapshot, &cut_line, &nodes);
    let mut scene = Scene {
        revision,
        nodes,
        badge,
        layout,
        links,
        cut_line,
        clients: clients(snapshot),
        sentence: snapshot.sentence(),
        caption: snapshot.caption(),
        story,
        is_untouched: snapshot.is_untouched(),
        suggestion: suggestion::suggestion(simulation, healable, snapshot.provenance.is_story),
        properties: properties(simulation),
        menu,
        why,
        inspector,
        timeline: timeline::timeline(snapshot.lane, before.as_ref().map(|scene| &scene.timeline)),
        transport: Transport {
            playing: snapshot.playback.is_playing,
            speed: snapshot.playback.speed,
            breakpoints: snapshot.playback.breakpoints,
            seed: simulation.run().seed,
            healable,
            pill,
            undo: snapshot.undo.cloned(),
        },
    };
    match before {
        Some(before) if *before == scene => before,
        before => {
            scene.revision += u64::from(before.is_some());
            Rc::new(scene)
        }
    }
}

fn links(snapshot: &Snapshot, crossings: &[Crossing]) -> Vec<LinkView> {
    let (network, now) = (snapshot.simulation().network(), snapshot.simulation().now());
    let mut links = Vec::new();
    for (first, second, forward_up) in network.directions() {
        if first < second {
            links.push(LinkView {
                first,
                second,
                forward_up,
                backward_up: network.is_up(second, first) == Some(true),
                cut_at: snapshot.lane.cut_lines.cut_at(now, first, second),
                in_line: crossings.iter().any(|crossing| crossing.is_of(first, second)),
            });
        }
    }
    links
}

fn clients(snapshot: &Snapshot) -> Vec<Rc<ClientView>> {
    let simulation = snapshot.simulation();
    let complaint = match &snapshot.selection.complaint {
        // A complaint about an operation for a node is shown in that node's menu while it is open.
        Some((via, complaint)) if via.is_none() || *via != snapshot.selection.node() => {
            Some(complaint)
        }
        _ => None,
    };
    let view = |client: &raft_sim::Client| {
        let address = Address::Client(client.id);
        let latest = client.operations().last();
        ClientView {
            name: address.to_string().into(),
            address,
            sends: client.id == snapshot.selection.sender,
            status: latest.map(|latest| phrases::client_status(latest, simulation)),
            complaint: complaint.cloned(),
            outcome: latest.map_or(OutcomeKind::Idle, query::outcome),
            placeholder: suggestion::example(simulation).into(),
        }
    };
    simulation.clients().iter().map(|client| Rc::new(view(client))).collect()
}
