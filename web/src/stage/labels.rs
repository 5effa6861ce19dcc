//! The text at each node: name, term, and status.

use raft_playground::Term;
use raft_playground::layout::{Align, NodePlace, Sizes};
use raft_playground::text::say;
use raft_playground::view::NodeView;
use yew::prelude::*;

use crate::svg::{at, px};
use crate::text::words;
use crate::tracked_view::View;

pub(super) fn render(view: &View) -> Html {
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
        Align::Start => "label start",
        Align::Middle => "label",
        Align::End => "label end",
    };
    let next = px(sizes.label_line);
    let term = words(&say::node_term(Term(node.term)));
    html! {
        <text {class} transform={at(place.label)}>
            if sizes.label_lines > 2 {
                <tspan class="node-name">{ words(&say::node_name(node.address)) }</tspan>
                <tspan x="0" dy={next.clone()}>{ term }</tspan>
            } else {
                <tspan class="node-name">{ node.name.clone() }</tspan>{ " " }{ term }
            }
            <tspan x="0" dy={next}>{ words(&node.status) }</tspan>
        </text>
    }
}
