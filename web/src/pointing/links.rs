//! The link under a mouse, a finger or the focus, and the effect of activating it.

use raft_playground::intent::Fault;
use raft_playground::layout::LinkHit;
use raft_playground::text::{Sentence, say};
use raft_playground::view::LinkView;
use raft_playground::{Address, Intent};
use web_sys::Event;

use crate::page;

/// How the user points at a link.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum PointedBy {
    /// A mouse or pen hovers over it: a click activates it.
    Pointer,
    /// A finger touched it: a second touch activates it.
    Finger,
    /// It has the focus: Enter activates it.
    Focus,
}

/// The link that the user points at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Touched {
    pub(crate) hit: LinkHit,
    pub(crate) by: PointedBy,
}

/// The link at which an event occurred.
pub(crate) fn link_of(event: &Event) -> Option<LinkHit> {
    let link = page::closest(event, "[data-link]")?.get_attribute("data-link")?;
    let (first, second) = link.split_once('-')?;
    Some(LinkHit { first: first.parse().ok()?, second: second.parse().ok()?, arriving: None })
}

/// The link in the scene.
pub(crate) fn find<'a>(links: &'a [LinkView], hit: &LinkHit) -> Option<&'a LinkView> {
    links.iter().find(|link| (link.first, link.second) == (hit.first, hit.second))
}

/// The intent of activating the link.
pub(crate) fn intent(hit: &LinkHit) -> Intent {
    let &LinkHit { first, second, arriving } = hit;
    match arriving {
        Some(to) => {
            let from = if to == first { second } else { first };
            Fault::ToggleDirection { from, to }.into()
        }
        None => Fault::ToggleLink { first, second }.into(),
    }
}

/// The effect of activating the link: `cut D–E both ways`.
pub(crate) fn action(link: &LinkView, arriving: Option<Address>) -> Sentence {
    let &LinkView { first, second, forward_up, backward_up, .. } = link;
    let Some(to) = arriving else {
        let is_up = forward_up && backward_up;
        return if is_up {
            say::tip_cut_both(first, second)
        } else {
            say::tip_mend_both(first, second)
        };
    };
    let (from, is_up) = if to == first { (second, backward_up) } else { (first, forward_up) };
    if is_up { say::tip_cut_one(from, to) } else { say::tip_mend_one(from, to) }
}
