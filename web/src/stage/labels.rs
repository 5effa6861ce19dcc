//! What is written at each node: name, term, and what it is up to.

use raft_playground::layout::{Align, NodePlace, Sizes};
use raft_playground::view::NodeView;
use yew::prelude::*;

use crate::draw::{at, px};
use crate::part::View;

pub(super) fn draw(view: &View) -> Html {
    let layout = view.layout();
    html! {
        <g class="labels" aria-hidden="true">
            for (node, place) in view.nodes().iter().zip(&layout.nodes) {
                { label(node, place, &layout.sizes) }
            }
        </g>
    }
}

fn label(node: &NodeView, place: &NodePlace, sizes: &Sizes) -> Html {
    let class = match place.align {
        Align::Start => "lab start",
        Align::Middle => "lab",
        Align::End => "lab end",
    };
    let next = px(sizes.label_line);
    html! {
        <text {class} transform={at(place.label)}>
            if sizes.label_lines > 2 {
                <tspan class="nm">{ "Node " }{ node.name.clone() }</tspan>
                <tspan x="0" dy={next.clone()}>{ "Term: " }{ node.term }</tspan>
            } else {
                <tspan class="nm">{ node.name.clone() }</tspan>{ " Term: " }{ node.term }
            }
            <tspan x="0" dy={next}>{ node.status.clone() }</tspan>
        </text>
    }
}
