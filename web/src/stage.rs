//! The stage: the ring with its links and logs, and the moving elements on it.
//!
//! The layers of the picture, lowest first: links, logs, messages, client, nodes, timers, labels,
//! dropped messages. Static layers are drawn only when the scene has changed; messages and timers
//! are drawn in every animation frame.

mod flashes;
mod gesture_overlay;
mod labels;
mod link_shape;
mod link_tip;
mod links;
mod logs;
mod message_icon;
mod messages;
mod nodes;
mod spotlights;
mod timers;

use raft_playground::layout::{Shape, Sizes};
use raft_playground::text::say;
use raft_playground::view::{Hit, MessageKind, Motion, Scene};
use yew::prelude::*;

use crate::client;
use crate::pointing::{Gesture, Pointing};
use crate::svg::Px;
use crate::text::words;
use crate::tracked_view::Render;

pub(crate) use gesture_overlay::render_tip as render_gesture_tip;
pub(crate) use link_tip::render as render_tip;
#[cfg(test)]
pub(crate) use nodes::render as render_nodes;

/// The stage. `memo` makes a tracked view of what does not move.
pub(crate) fn render(
    scene: &Scene,
    motion: &Motion,
    pointing: &Pointing,
    memo: &dyn Fn(Render) -> Html,
) -> Html {
    let layout = &scene.layout;
    let room = format!("0 0 {} {}", Px(layout.stage.width), Px(layout.stage.height));
    html! {
        <div class="stage">
            <svg viewBox={room} class={class(layout.stage.shape, pointing)}
                ~style={text_sizes(&layout.sizes)} role="group"
                aria-label={words(&say::nodes_and_links_label())}>
                { memo(links::render) }
                { memo(logs::render) }
                { memo(spotlights::render) }
                { messages::render_flying(scene, motion) }
                { memo(client::render_discs) }
                { memo(nodes::render) }
                { timers::render(scene, motion, pointing) }
                { memo(labels::render) }
                { flashes::render(scene, motion) }
                { gesture_overlay::render(scene, pointing) }
                { messages::render_dying(layout, motion) }
            </svg>
        </div>
    }
}

/// The picture of a single message, as on the stage.
pub(crate) fn picture(kind: MessageKind, refusal: bool, is_duplicate: bool) -> Html {
    html! {
        <svg class="token" viewBox="-13 -13 26 26" aria-hidden="true">
            <g class={message_icon::class(kind)}>
                if is_duplicate {
                    { message_icon::twin(kind) }
                }
                { message_icon::message_icon(kind, refusal) }
            </g>
        </svg>
    }
}

/// The shape of the stage, and what the pointer would do there.
fn class(shape: Shape, pointing: &Pointing) -> String {
    let shape = match shape {
        Shape::Wide => "wide ",
        Shape::Tall => "small ",
    };
    let does = match (&pointing.gesture, pointing.over) {
        (Gesture::DragValue(..) | Gesture::DragTimer(..), _) => "grabbing",
        (Gesture::Line(_), _) | (_, Hit::Nothing) => "",
        (_, Hit::Timer(_) | Hit::Client(_)) => "grabbable",
        _ => "clickable",
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
