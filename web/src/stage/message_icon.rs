//! The shapes of messages. Requests are filled, replies hollow and half as large; every kind and
//! every refusal has its own mark, since some users cannot distinguish red from green. The help
//! shows them too (`placeholder/help.html`).

use raft_playground::view::MessageKind;
use yew::prelude::*;

use crate::svg::px;

/// Radius of a node's request at scale 1; a client's request is slightly smaller.
pub(super) const REQUEST: f64 = 11.0;

/// A question mark.
const QUESTION: &str = "M-3-2.9C-2.8-6.2 3.1-6.1 2.9-2.7 2.8-.6 0-.5 0 2.1M0 5.7v.1";

/// A message around the origin, drawn for scale 1.
pub(super) fn message_icon(kind: MessageKind, refusal: bool) -> Html {
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
        MessageKind::Snapshot => html! {
            <><circle r="11" /><path class="bars" d="M-5-5h10v4h-10zM-5 1h10v4h-10z" /></>
        },
        MessageKind::TimeoutNow => html! {
            <><circle r="11" /><path class="mark" d="M0-5.5v6M0 5.4v.1" /></>
        },
        MessageKind::VoteRequest => html! {
            <><circle r="11" /><path class="mark" d={QUESTION} /></>
        },
        MessageKind::PreVote => html! {
            <><circle class="open" r="10" pathLength="16" /><path d={QUESTION} /></>
        },
        MessageKind::PreVoteReply
        | MessageKind::VoteReply
        | MessageKind::AppendReply
        | MessageKind::SnapshotReply => html! { <><circle r="5.5" />{ strike }</> },
        MessageKind::ClientRequest | MessageKind::ReadIndex | MessageKind::Forward => {
            html! { <circle r="9" /> }
        }
        MessageKind::ClientReply | MessageKind::ReadIndexReply | MessageKind::ForwardReply => {
            html! { <><circle r="4.5" />{ strike }</> }
        }
    }
}

/// What shows behind a message that it is a duplicate: another one, up and to the right.
pub(super) fn twin(kind: MessageKind) -> Html {
    let radius = radius(kind);
    let aside = px(radius * 0.5);
    html! { <circle class="twin" cx={aside.clone()} cy={format!("-{aside}")} r={px(radius)} /> }
}

/// The class that colours a message of this kind.
pub(super) fn class(kind: MessageKind) -> &'static str {
    match kind {
        MessageKind::Heartbeat
        | MessageKind::Append
        | MessageKind::Snapshot
        | MessageKind::TimeoutNow => "message append",
        MessageKind::AppendReply | MessageKind::SnapshotReply => "message append reply",
        MessageKind::VoteRequest | MessageKind::PreVote => "message vote",
        MessageKind::VoteReply | MessageKind::PreVoteReply => "message vote reply",
        MessageKind::ClientRequest | MessageKind::ReadIndex | MessageKind::Forward => {
            "message client"
        }
        MessageKind::ClientReply | MessageKind::ReadIndexReply | MessageKind::ForwardReply => {
            "message client reply"
        }
    }
}

/// Radius of a message of this kind at scale 1.
pub(super) fn radius(kind: MessageKind) -> f64 {
    match kind {
        MessageKind::ClientRequest | MessageKind::ReadIndex | MessageKind::Forward => 9.0,
        MessageKind::ClientReply | MessageKind::ReadIndexReply | MessageKind::ForwardReply => 4.5,
        kind if kind.is_reply() => REQUEST / 2.0,
        _ => REQUEST,
    }
}
