//! A gesture in progress: a line being drawn or a value being dragged, and the effect of releasing
//! it.

use raft_playground::Micros;
use raft_playground::layout::Segment;
use raft_playground::text::say;
use raft_playground::view::Scene;
use yew::prelude::*;

use crate::client;
use crate::pointing::{Gesture, Pointing};
use crate::svg::{Px, ring, stroke};
use crate::text::words;

/// Radius of the ring around the target, relative to the radius of the disc.
const RING: f64 = 1.25;

/// Radius of the dragged value.
const LOAD: f64 = 9.0;

/// The distance from the rim of a node to its tip.
const GAP: f64 = 14.0;

/// Height of a tip of one line.
const HEIGHT: f64 = 30.0;

/// The drawn line or the dragged value, over everything else.
pub(super) fn render(scene: &Scene, pointing: &Pointing) -> Html {
    let layout = &scene.layout;
    let mut marks = Vec::new();
    let gesture = &pointing.gesture;
    match *gesture {
        Gesture::Line(_) => {
            let corners = gesture.line(layout);
            for crossing in layout.crossings(&corners) {
                let link = layout.link(crossing.first, crossing.second);
                marks.push(stroke("crossed", &[link]));
            }
            let mut pieces = Vec::new();
            for pair in corners.windows(2) {
                pieces.push(Segment { from: pair[0], to: pair[1] });
            }
            marks.push(stroke("stripe", &pieces));
        }
        Gesture::DragValue(client, to, over) => {
            let (from, radius) = layout.disc(client).unwrap_or_default();
            let target = over.and_then(|node| layout.disc(node));
            let (to, short) = target.unwrap_or((to, 0.0));
            let way = Segment { from, to }.shorten(radius, short);
            marks.push(stroke("carried", &[way]));
            match target {
                Some((centre, radius)) => {
                    marks.push(ring("drop-target", centre, radius * RING, 1.0));
                }
                None => marks.push(ring("payload", to, LOAD, 1.0)),
            }
        }
        _ => return html! {},
    }
    html! { <g class="gesture" aria-hidden="true">{ marks }</g> }
}

/// The effect of releasing now, beside the affected node, where it does not cover the label.
pub(crate) fn render_tip(scene: &Scene, gesture: &Gesture) -> Html {
    let (node, text) = match *gesture {
        Gesture::DragTimer(node, timer) => (node, say::drag_timer(Micros(timer.left_us()))),
        Gesture::DragValue(.., Some(node)) => {
            (node, say::drag_send(client::to_be_sent(scene), node))
        }
        _ => return html! {},
    };
    let Some(place) = scene.layout.node(node) else { return html! {} };
    let reach = scene.layout.sizes.node_radius + GAP;
    let away = if place.label.y < place.centre.y { reach } else { -reach - HEIGHT };
    let style = format!("left:{}px;top:{}px", Px(place.centre.x), Px(place.centre.y + away));
    html! { <div class="tip" ~{style}>{ words(&text) }</div> }
}
