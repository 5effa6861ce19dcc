//! What messages look like. Requests are filled, replies hollow and half as large; every kind and
//! every no has a mark of its own, since not everyone can tell red from green. The help shows them
//! too (`still/help.html`).

use raft_playground::frame::MessageKind;
use yew::prelude::*;

/// Radius of a node's request at scale 1; a client's is a little smaller.
pub(super) const REQUEST: f64 = 11.0;

/// A message around the origin, drawn for scale 1.
pub(super) fn glyph(kind: MessageKind, refusal: bool) -> Html {
    let strike = if refusal {
        html! { <path d="M-8 8 8-8" /> }
    } else {
        html! {}
    };
    match kind {
        MessageKind::Heartbeat => html! { <circle r="11" /> },
        MessageKind::Append => html! {
            <><circle r="11" /><rect x="-4" y="-4" width="8" height="8" /></>
        },
        MessageKind::VoteRequest => html! {
            <>
                <circle r="11" />
                <path class="mark"
                    d="M-3-2.9C-2.8-6.2 3.1-6.1 2.9-2.7 2.8-.6 0-.5 0 2.1M0 5.7v.1" />
            </>
        },
        MessageKind::VoteReply | MessageKind::AppendReply => html! {
            <><circle r="5.5" />{ strike }</>
        },
        MessageKind::ClientRequest => html! { <circle r="9" /> },
        MessageKind::ClientReply => html! { <><circle r="4.5" />{ strike }</> },
    }
}

/// The class that colours a message of this kind.
pub(super) fn class(kind: MessageKind) -> &'static str {
    match kind {
        MessageKind::Heartbeat | MessageKind::Append => "m append",
        MessageKind::AppendReply => "m append reply",
        MessageKind::VoteRequest => "m vote",
        MessageKind::VoteReply => "m vote reply",
        MessageKind::ClientRequest => "m ask",
        MessageKind::ClientReply => "m ask reply",
    }
}

/// Radius of a message of this kind at scale 1.
pub(super) fn radius(kind: MessageKind) -> f64 {
    match kind {
        MessageKind::ClientRequest => 9.0,
        MessageKind::ClientReply => 4.5,
        kind if kind.is_reply() => REQUEST / 2.0,
        _ => REQUEST,
    }
}
