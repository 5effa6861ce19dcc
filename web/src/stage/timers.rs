//! Election timers: an arc inside a node's rim that closes as the timer runs.

use std::rc::Rc;

use raft_playground::frame::Motion;
use raft_playground::layout::Layout;
use yew::prelude::*;

use crate::draw::{at, px, thousandths};
use crate::shared::Shared;

/// From the rim to the middle of the arc, per the width of the rim.
const INSET: f64 = 1.4;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) layout: Rc<Layout>,
    pub(super) motion: Shared<Motion>,
}

#[component]
pub(super) fn Timers(props: &Props) -> Html {
    let sizes = &props.layout.sizes;
    let radius = px(sizes.node_radius - INSET * sizes.rim);
    let timers = props.layout.nodes.iter().zip(&props.motion.timers);
    html! {
        <g class="timers" aria-hidden="true">
            { for timers.enumerate().filter_map(|(number, (place, timer))| {
                let run = thousandths((*timer)?);
                Some(html! {
                    <g key={number} transform={at(place.centre)}>
                        <circle class="arc" r={radius.clone()} transform="rotate(-90)"
                            pathLength="1000" stroke-dasharray={format!("{run} 1000")} />
                    </g>
                })
            }) }
        </g>
    }
}
