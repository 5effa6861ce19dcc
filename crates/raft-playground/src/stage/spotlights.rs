//! Where the things are of which a story's text speaks.

use std::rc::Rc;

use raft_sim::MessageKind;
use raft_sim::script::{BeatReached, PointTarget};

use crate::layout::{Layout, Rect, Segment};
use crate::snapshot::Snapshot;
use crate::view::{Control, NodeView, Spotlight};

/// The room between a thing and its spotlight, in CSS pixels.
const MARGIN: f64 = 4.0;

/// The same for a node, whose label is near.
const NODE_MARGIN: f64 = 2.0;

/// The spotlights of a beat. What is not on the stage now has none.
pub(super) fn spotlights(
    beat: &BeatReached,
    snapshot: &Snapshot,
    cut_line: &[Segment],
    nodes: &[Rc<NodeView>],
) -> Vec<Spotlight> {
    let layout = snapshot.layout();
    let mut spotlights = Vec::new();
    for target in &beat.points {
        match *target {
            PointTarget::Partition => {
                spotlights.extend(cut_line.iter().map(|line| Spotlight::Line(*line)));
            }
            target => spotlights.extend(spotlight(target, snapshot, layout, nodes)),
        }
    }
    spotlights
}

fn spotlight(
    target: PointTarget,
    snapshot: &Snapshot,
    layout: &Layout,
    nodes: &[Rc<NodeView>],
) -> Option<Spotlight> {
    Some(match target {
        PointTarget::End(end) => {
            let (centre, radius) = layout.disc(end)?;
            Spotlight::Circle(centre, radius + layout.sizes.rim + NODE_MARGIN)
        }
        PointTarget::Label(node) => around(layout.label_box(layout.node(node)?)),
        PointTarget::Log(node) => around(layout.log_box(layout.node(node)?)),
        PointTarget::Entry(index, node) => {
            let log = &nodes.iter().find(|view| view.address == node)?.log;
            let Rect { x, y, width, .. } = layout.log_box(layout.node(node)?);
            let sizes = &layout.sizes.log;
            let y = y + log.row_top(sizes, index.0)?;
            around(Rect { x, y, width, height: sizes.row })
        }
        PointTarget::Timer(node) => {
            Spotlight::Circle(layout.node(node)?.centre, layout.dial_radius() + MARGIN)
        }
        PointTarget::Link(from, to) => Spotlight::Line(layout.link(from, to)),
        PointTarget::Message(kind, from, to) => {
            let mut all = snapshot.simulation().network().messages();
            let in_flight = all.find(|in_flight| {
                (in_flight.from, in_flight.to) == (from, to)
                    && is_of(kind, MessageKind::of(&in_flight.packet))
            })?;
            let way = layout.lane(from, to).at(snapshot.lane.drawn_progress(in_flight));
            Spotlight::Circle(way, layout.sizes.message + 2.0 * MARGIN)
        }
        PointTarget::Partition => return None,
        PointTarget::TimeBar => Spotlight::Control(Control::TimeBar),
        PointTarget::Clock => Spotlight::Control(Control::Clock),
        PointTarget::Speed => Spotlight::Control(Control::Speed),
        PointTarget::Inspector => Spotlight::Control(Control::Inspector),
    })
}

/// AppendEntries means heartbeats, too, as in scripts.
fn is_of(wanted: MessageKind, kind: MessageKind) -> bool {
    kind == wanted || (wanted == MessageKind::Append && kind == MessageKind::Heartbeat)
}

fn around(Rect { x, y, width, height }: Rect) -> Spotlight {
    Spotlight::Box(Rect {
        x: x - MARGIN,
        y: y - MARGIN,
        width: width + 2.0 * MARGIN,
        height: height + 2.0 * MARGIN,
    })
}
