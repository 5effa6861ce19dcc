//! Election timers: an arc inside a node's rim that closes as the timer runs.

use raft_playground::frame::Motion;
use raft_playground::layout::Layout;
use yew::prelude::*;

use crate::draw::{at, px, thousandths};

/// From the rim to the middle of the arc, per the width of the rim.
const INSET: f64 = 1.4;

pub(super) fn draw(layout: &Layout, motion: &Motion) -> Html {
    let sizes = &layout.sizes;
    let radius = px(sizes.node_radius - INSET * sizes.rim);
    html! {
        <g class="timers" aria-hidden="true">
            for (place, timer) in layout.nodes.iter().zip(&motion.timers) {
                // A node without such a timer has an arc too, of no length.
                <g transform={at(place.centre)}>
                    <circle class="arc" r={radius.clone()} transform="rotate(-90)"
                        pathLength="1000"
                        stroke-dasharray={format!("{} 1000", thousandths(timer.unwrap_or(0.0)))} />
                </g>
            }
        </g>
    }
}
