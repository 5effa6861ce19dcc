//! The shapes of messages, as the page draws them (`web/src/stage/message_icon.rs`).

use std::fmt::{Formatter, Result};

use raft_playground::view::MessageKind;

/// Radius of a node's request at scale 1.
pub(super) const REQUEST: f64 = 11.0;

/// A question mark.
const QUESTION: &str = "M-3-2.9C-2.8-6.2 3.1-6.1 2.9-2.7 2.8-.6 0-.5 0 2.1M0 5.7v.1";

/// Radius of a message of this kind at scale 1.
pub(super) fn radius(kind: MessageKind) -> f64 {
    match (is_of_client(kind), kind.is_reply()) {
        (true, true) => 4.5,
        (true, false) => 9.0,
        (false, true) => 5.5,
        (false, false) => REQUEST,
    }
}

/// The classes that colour a message of this kind.
pub(super) fn class(kind: MessageKind) -> &'static str {
    let is_vote = matches!(
        kind,
        MessageKind::PreVote
            | MessageKind::PreVoteReply
            | MessageKind::VoteRequest
            | MessageKind::VoteReply
    );
    match (is_of_client(kind), is_vote, kind.is_reply()) {
        (true, _, false) => "client",
        (true, _, true) => "client reply",
        (false, true, false) => "vote",
        (false, true, true) => "vote reply",
        (false, false, false) => "append",
        (false, false, true) => "append reply",
    }
}

/// Whether it carries something from or for a client.
fn is_of_client(kind: MessageKind) -> bool {
    matches!(
        kind,
        MessageKind::ClientRequest
            | MessageKind::ClientReply
            | MessageKind::ReadIndex
            | MessageKind::ReadIndexReply
            | MessageKind::Forward
            | MessageKind::ForwardReply
    )
}

/// Draws a message around the origin, at scale 1.
pub(super) fn draw(
    kind: MessageKind,
    is_refusal: bool,
    is_duplicate: bool,
    f: &mut Formatter<'_>,
) -> Result {
    let radius = radius(kind);
    if is_duplicate {
        let aside = radius / 2.0;
        write!(f, "<circle class=\"twin\" cx=\"{aside}\" cy=\"-{aside}\" r=\"{radius}\"/>")?;
    }
    if kind == MessageKind::PreVote {
        f.write_str("<circle class=\"open\" r=\"10\" pathLength=\"16\"/>")?;
    } else {
        write!(f, "<circle r=\"{radius}\"/>")?;
    }
    match kind {
        MessageKind::Append => f.write_str("<rect x=\"-4\" y=\"-4\" width=\"8\" height=\"8\"/>"),
        MessageKind::Snapshot => {
            f.write_str("<path class=\"bars\" d=\"M-5-5h10v4h-10zM-5 1h10v4h-10z\"/>")
        }
        MessageKind::TimeoutNow => f.write_str("<path class=\"mark\" d=\"M0-5.5v6M0 5.4v.1\"/>"),
        MessageKind::VoteRequest => write!(f, "<path class=\"mark\" d=\"{QUESTION}\"/>"),
        MessageKind::PreVote => write!(f, "<path d=\"{QUESTION}\"/>"),
        _ if is_refusal => f.write_str("<path d=\"M-8 8 8-8\"/>"),
        _ => Ok(()),
    }
}
