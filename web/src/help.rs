//! What the marks mean and what the keys do.

use raft_playground::frame::MessageKind;
use yew::prelude::*;

use crate::icons::{self, icon};
use crate::page;
use crate::stage::{class, glyph};
use crate::top_bar::ThemeButton;

/// The id of the button that opens the panel.
const BUTTON: &str = "help-button";

/// Opens the panel, or closes it.
pub(crate) fn toggle() {
    if let Some(button) = page::element(BUTTON) {
        page::click(&button);
    }
}

/// The marks in reading order, two a line, and what they say.
const MARKS: [(MessageKind, bool, &str); 8] = [
    (MessageKind::VoteRequest, false, "asks for a vote"),
    (MessageKind::VoteReply, false, "grants it"),
    (MessageKind::Heartbeat, false, "heartbeat"),
    (MessageKind::VoteReply, true, "refuses it"),
    (MessageKind::Append, false, "carries entries"),
    (MessageKind::AppendReply, false, "accepts them"),
    (MessageKind::ClientRequest, false, "from a client"),
    (MessageKind::ClientReply, false, "the answer"),
];

const KEYS: [(&str, &str); 10] = [
    ("Space", "play or pause"),
    ("→", "step to the next event"),
    ("+ −", "faster, slower"),
    ("R", "the same run again"),
    ("Tab", "to the client, then to the nodes"),
    ("← →", "on a node: around the ring"),
    ("Enter", "on a node: its menu; on a link: cut or mend it"),
    ("L", "on a node: its links"),
    ("Shift+Enter", "on a link: only what arrives at that node"),
    ("?", "this help"),
];

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) seed: u64,
}

#[component]
pub(crate) fn Help(props: &Props) -> Html {
    html! {
        <>
            <button id={BUTTON} class="tb" popovertarget="help" aria-label="Help" title="Help (?)">
                { icon(icons::HELP) }
            </button>
            <div id="help" class="panel" popover="auto">
                <section class="marks"><h2>{ "Messages" }</h2><dl>{ for MARKS.map(mark) }</dl></section>
                <section>
                    <h2>{ "By hand" }</h2>
                    <p>{ "Click a node to stop it, start it or send it a value. Click a link to cut \
                          it, near an end for one direction only." }</p>
                    <p>{ "Send x=8, 8, x+=2, del x, x: 5->7 or get x." }</p>
                </section>
                <section class="wide-only"><h2>{ "Keys" }</h2><dl>{ for KEYS.map(key) }</dl></section>
                <section class="tall-only theme">
                    <p>{ format!("Seed {}", props.seed) }</p>
                    <button class="tb" popovertarget="properties">{ "Properties" }</button>
                    <ThemeButton />
                </section>
            </div>
        </>
    }
}

fn mark((kind, refusal, meaning): (MessageKind, bool, &'static str)) -> Html {
    html! {
        <>
            <dt>
                <svg viewBox="-13 -13 26 26" aria-hidden="true">
                    <g class={class(kind)}>{ glyph(kind, refusal) }</g>
                </svg>
            </dt>
            <dd>{ meaning }</dd>
        </>
    }
}

fn key((key, meaning): (&'static str, &'static str)) -> Html {
    html! { <><dt>{ key }</dt><dd>{ meaning }</dd></> }
}
