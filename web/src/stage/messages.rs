//! Messages: on their way below the nodes, dying above everything, since that is where to look.

use std::rc::Rc;

use raft_playground::Address;
use raft_playground::frame::{MessageView, Motion};
use raft_playground::layout::Layout;
use yew::prelude::*;

use super::glyph::{self, glyph};
use crate::draw::{Factor, Px, px};
use crate::shared::Shared;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) layout: Rc<Layout>,
    pub(super) motion: Shared<Motion>,
}

/// Messages on their way.
#[component]
pub(super) fn Messages(props: &Props) -> Html {
    let scale = scale(&props.layout);
    let flying = props.motion.messages.iter().filter(|message| message.dying.is_none());
    html! {
        <g class="messages" aria-hidden="true">
            { for flying.map(|message| html! {
                <g key={message.id} class={glyph::class(message.kind)} data-message=""
                    data-kind={message.kind.name()} data-from={name(message.from)}
                    data-to={name(message.to)} transform={place(message, scale)}>
                    { glyph(message.kind, message.refusal) }
                </g>
            }) }
        </g>
    }
}

/// Messages that die where their link is cut, at a stopped node's rim, or lost on the way.
#[component]
pub(super) fn Deaths(props: &Props) -> Html {
    let scale = scale(&props.layout);
    let dying = props
        .motion
        .messages
        .iter()
        .filter_map(|message| message.dying.map(|progress| (message, progress)));
    html! {
        <g class="deaths" aria-hidden="true">
            { for dying.map(|(message, progress)| {
                let kind = message.kind;
                html! {
                    <g key={message.id} class={classes!(glyph::class(kind), "dead")}
                        data-message="" data-kind={kind.name()} data-from={name(message.from)}
                        data-to={name(message.to)} data-dying={Factor(progress).to_string()}
                        transform={place(message, scale)}>
                        { dying_glyph(glyph::radius(kind), progress) }
                    </g>
                }
            }) }
        </g>
    }
}

/// A ring that grows and fades around a cross.
fn dying_glyph(radius: f64, progress: f64) -> Html {
    let grown = radius * (1.0 + 0.6 * progress);
    let arm = Px(radius / 2.2);
    html! {
        <>
            <circle class="halo" r={px(grown + 4.0)} />
            <circle r={px(grown)} pathLength="16" opacity={Factor(1.0 - 0.6 * progress).to_string()} />
            <path d={format!("M-{arm}-{arm} {arm} {arm}M{arm}-{arm}-{arm} {arm}")} />
        </>
    }
}

fn place(message: &MessageView, scale: f64) -> AttrValue {
    let at = message.at;
    format!("translate({} {}) scale({})", Px(at.x), Px(at.y), Factor(scale)).into()
}

fn scale(layout: &Layout) -> f64 {
    layout.sizes.message / glyph::REQUEST
}

fn name(address: Address) -> AttrValue {
    address.to_string().into()
}
