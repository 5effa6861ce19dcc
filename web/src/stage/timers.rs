//! Election timers: an arc inside a node's rim that closes as the timer runs. A knob at its end
//! lets the user drag the timer.

use raft_playground::intent::MenuSubject;
use raft_playground::view::{Motion, Scene};
use yew::prelude::*;

use crate::pointing::{Gesture, Pointing};
use crate::svg::{at, px, ring, thousandths};

/// Radius of a knob, relative to the width of the rim.
const KNOB: f64 = 1.2;

pub(super) fn render(scene: &Scene, motion: &Motion, pointing: &Pointing) -> Html {
    let layout = &scene.layout;
    let radius = px(layout.dial_radius());
    // The knob appears at the node that is dragged, hovered, or selected.
    let selected = match scene.menu.as_ref().map(|menu| menu.subject) {
        Some(MenuSubject::Node(node)) => Some(node),
        _ => None,
    };
    let (meant, dragged) = match pointing.gesture {
        Gesture::DragTimer(node, timer) => (Some(node), Some(timer)),
        _ => (pointing.over.node().or(selected), None),
    };
    let mut knob = html! {};
    let mut arcs = Vec::with_capacity(motion.timers.len());
    for ((place, timer), node) in layout.nodes.iter().zip(&motion.timers).zip(&scene.nodes) {
        let is_meant = meant == Some(node.address);
        let timer = dragged.filter(|_| is_meant).or(*timer);
        // A node without an election timer has an arc of length zero.
        let part = timer.map_or(0.0, |timer| timer.part);
        if is_meant && timer.is_some() {
            knob = ring("knob", layout.on_dial(place, part), KNOB * layout.sizes.rim, 1.0);
        }
        arcs.push(html! {
            <g transform={at(place.centre)}>
                <circle class="arc" r={radius.clone()} transform="rotate(-90)"
                    pathLength="1000"
                    stroke-dasharray={format!("{} 1000", thousandths(part))} />
            </g>
        });
    }
    html! { <g class="timers" aria-hidden="true">{ arcs }{ knob }</g> }
}
