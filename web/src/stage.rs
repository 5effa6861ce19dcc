//! The stage: the ring with its links and logs, and what moves on it.
//!
//! One picture in layers, lowest first: links, logs, messages, client, nodes, timers, labels,
//! dying messages. What stands still is drawn again only when the scene changed; messages and
//! timers in every animation frame.

mod glyph;
mod labels;
mod link;
mod link_art;
mod link_tip;
mod links;
mod logs;
mod messages;
mod nodes;
mod timers;
mod touch;

use std::cell::Cell;
use std::rc::Rc;

use raft_playground::frame::{Motion, Scene};
use raft_playground::layout::{Shape, Sizes};
use yew::prelude::*;

use crate::client::ClientDiscs;
use crate::draw::Px;
use crate::shared::Shared;

pub(crate) use glyph::{class, glyph};
use labels::Labels;
use link_tip::LinkTip;
use links::Links;
use logs::Logs;
use messages::{Deaths, Messages};
use nodes::Nodes;
use timers::Timers;
use touch::Touched;

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) scene: Shared<Scene>,
    pub(crate) motion: Shared<Motion>,
}

#[component]
pub(crate) fn Stage(props: &Props) -> Html {
    let Props { scene, motion } = props;
    let touched = use_state_eq(|| None::<Touched>);
    let on_touch = {
        let touched = touched.setter();
        use_callback((), move |touch, ()| touched.set(touch))
    };
    let via = use_memo((), |()| Cell::new(None));
    let shape = match scene.layout.stage.shape {
        Shape::Wide => None,
        Shape::Tall => Some("small"),
    };
    html! {
        <div class="stage">
            <svg class={shape} style={text_sizes(&scene.layout.sizes)} role="group"
                aria-label="Nodes and links">
                <Links {scene} touched={*touched} {on_touch} via={Rc::clone(&via)} />
                <Logs {scene} />
                <Messages layout={&scene.layout} {motion} />
                <ClientDiscs {scene} />
                <Nodes {scene} {via} />
                <Timers layout={&scene.layout} {motion} />
                <Labels {scene} />
                <Deaths layout={&scene.layout} {motion} />
            </svg>
            <LinkTip {scene} touched={*touched} />
        </div>
    }
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
