//! The stage: the ring with its links and logs, and the moving elements on it.
//!
//! The layers of the picture, lowest first: links, logs, messages, client, nodes, timers, labels,
//! dropped messages. Static layers are drawn only when the scene has changed; messages and timers
//! are drawn in every animation frame.

mod flashes;
mod glyph;
mod hand;
mod labels;
mod link_art;
mod link_tip;
mod links;
mod logs;
mod messages;
mod nodes;
mod timers;

use raft_playground::layout::{Shape, Sizes};
use raft_playground::text::say;
use raft_playground::view::{Hit, MessageKind, Motion, Scene};
use yew::prelude::*;

use crate::client;
use crate::draw::Px;
use crate::part::Draw;
use crate::pointing::{Hand, Pointing};
use crate::text::words;

pub(crate) use hand::draw_tip as draw_hand_tip;
pub(crate) use link_tip::draw as draw_tip;
#[cfg(test)]
pub(crate) use nodes::draw as draw_nodes;

/// The stage. `still` makes a part of what does not move.
pub(crate) fn draw(
    scene: &Scene,
    motion: &Motion,
    pointing: &Pointing,
    still: &dyn Fn(Draw) -> Html,
) -> Html {
    let layout = &scene.layout;
    html! {
        <div class="stage">
            <svg class={class(layout.stage.shape, pointing)} style={text_sizes(&layout.sizes)}
                role="group" aria-label={words(&say::nodes_and_links_label())}>
                { still(links::draw) }
                { still(logs::draw) }
                { messages::draw_flying(scene, motion) }
                { still(client::draw_discs) }
                { still(nodes::draw) }
                { timers::draw(scene, motion, pointing) }
                { still(labels::draw) }
                { flashes::draw(scene, motion) }
                { hand::draw(scene, pointing) }
                { messages::draw_dying(layout, motion) }
            </svg>
        </div>
    }
}

/// The picture of a single message, as on the stage.
pub(crate) fn picture(kind: MessageKind, refusal: bool) -> Html {
    html! {
        <svg class="token" viewBox="-13 -13 26 26" aria-hidden="true">
            <g class={glyph::class(kind)}>{ glyph::glyph(kind, refusal) }</g>
        </svg>
    }
}

/// The shape of the stage, and what the pointer would do there.
fn class(shape: Shape, pointing: &Pointing) -> String {
    let shape = match shape {
        Shape::Wide => "wide ",
        Shape::Tall => "small ",
    };
    let does = match (&pointing.hand, pointing.over) {
        (Hand::Carry(..) | Hand::Wind(..), _) => "grabs",
        (Hand::Line(_), _) | (_, Hit::Nothing) => "",
        (_, Hit::Timer(_) | Hit::Client(_)) => "grab",
        _ => "hot",
    };
    format!("{shape}{does}")
}

/// The sizes of the layout for the style sheet.
fn text_sizes(sizes: &Sizes) -> String {
    let log = &sizes.log;
    format!(
        "--value:{}px;--label:{}px;--log:{}px;--log-small:{}px;--log-term:{}px;--rim:{}px",
        Px(sizes.value_text),
        Px(sizes.label_text),
        Px(log.text),
        Px(log.small_text),
        Px(log.term_text),
        Px(sizes.rim),
    )
}
