//! Nodes: each is a disc with its role as the outline and its value inside.

use raft_playground::intent::MenuSubject;
use raft_playground::layout::NodePlace;
use raft_playground::view::{MemberKind, NodeRole, NodeView};
use yew::prelude::*;

use crate::svg::{Px, at, circle, px};
use crate::text::words;
use crate::tracked_view::View;

/// Radius of the ring around the focused or selected node, relative to the radius of the disc.
const RING: f64 = 1.25;

/// A longer value has a smaller font.
const SHORT_VALUE: usize = 3;

pub(crate) fn render(view: &View) -> Html {
    html! {
        <>
            for (node, place) in view.nodes().iter().zip(&view.layout().nodes) {
                { render_node(view, node, place) }
            }
        </>
    }
}

fn render_node(view: &View, node: &NodeView, place: &NodePlace) -> Html {
    let sizes = &view.layout().sizes;
    let radius = sizes.node_radius;
    let role = node.role;
    let selected = view.selected() == Some(MenuSubject::Node(node.address));
    let class = format!(
        "node {}{}{}",
        role.name(),
        if selected { " selected" } else { "" },
        if node.member == MemberKind::Voter { "" } else { " non-voter" },
    );
    html! {
        <g {class} transform={at(place.centre)} role="button" tabindex="0" aria-haspopup="dialog"
            aria-expanded={selected.to_string()} aria-label={words(&node.description)}
            data-node={node.name.clone()} data-role={role.name()} data-term={node.term.to_string()}
            data-commit={node.commit.to_string()} data-last-index={node.last_index.to_string()}
            data-value={node.value.clone()} data-paused={node.frozen.to_string()}
            data-member={node.member.name()}>
            { circle("ring", radius * RING) }
            { circle("disc", radius) }
            if matches!(role, NodeRole::PreCandidate | NodeRole::Candidate | NodeRole::Leader) {
                <circle class="rim" r={px(radius + sizes.rim / 2.0)} pathLength="24" />
            }
            if node.member != MemberKind::Voter {
                { circle("backing", radius - 1.0) }
            }
            if role == NodeRole::Stopped {
                <path class="cross" d={cross(radius * 0.27)} />
            } else if node.frozen {
                <path class="cross" d={bars(radius * 0.22)} />
            } else {
                <text class={value_class(&node.value)}>{ node.value.clone() }</text>
            }
        </g>
    }
}

fn value_class(value: &str) -> &'static str {
    if value.chars().nth(SHORT_VALUE).is_some() { "value long" } else { "value" }
}

/// Two upright bars.
fn bars(half: f64) -> String {
    let (aside, half) = (Px(half * 0.6), Px(half));
    format!("M-{aside}-{half}V{half}M{aside}-{half}V{half}")
}

fn cross(arm: f64) -> String {
    let arm = Px(arm);
    format!("M-{arm}-{arm} {arm} {arm}M{arm}-{arm}-{arm} {arm}")
}
