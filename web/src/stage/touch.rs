//! What of a link is pointed at, and what acting on it would do.

use raft_playground::frame::{LinkView, Scene};
use raft_playground::layout::LinkHit;
use raft_playground::{Address, Intent};

/// How somebody points at a link.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum By {
    /// A mouse or pen hovers over it: a click acts.
    Pointer,
    /// A finger touched it: a second touch acts.
    Finger,
    /// The focus is on it: Enter acts.
    Focus,
}

/// A link that somebody points at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Touched {
    pub(crate) hit: LinkHit,
    pub(crate) by: By,
}

/// One direction of a link.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Direction {
    pub(crate) from: Address,
    pub(crate) to: Address,
    pub(crate) up: bool,
}

/// Both directions of a link.
pub(crate) fn directions(link: &LinkView) -> [Direction; 2] {
    let &LinkView { first, second, forward_up, backward_up } = link;
    [
        Direction { from: first, to: second, up: forward_up },
        Direction { from: second, to: first, up: backward_up },
    ]
}

/// The link as the scene knows it.
pub(crate) fn find(scene: &Scene, hit: &LinkHit) -> Option<LinkView> {
    scene.links.iter().find(|link| (link.first, link.second) == (hit.first, hit.second)).copied()
}

/// What acting on it does.
pub(crate) fn intent(hit: &LinkHit) -> Intent {
    let &LinkHit { first, second, arriving } = hit;
    match arriving {
        Some(to) if to == first => Intent::ToggleDirection { from: second, to },
        Some(to) => Intent::ToggleDirection { from: first, to },
        None => Intent::ToggleLink { first, second },
    }
}

/// What acting on it does, in words: `cut D–E both ways`.
pub(crate) fn words(link: &LinkView, hit: &LinkHit) -> String {
    let Some(to) = hit.arriving else {
        let verb = if link.forward_up && link.backward_up { "cut" } else { "mend" };
        return format!("{verb} {}–{} both ways", link.first, link.second);
    };
    let arriving = directions(link).into_iter().find(|direction| direction.to == to);
    match arriving {
        Some(Direction { from, up: true, .. }) => format!("cut only {from} to {to}"),
        Some(Direction { from, .. }) => format!("mend only {from} to {to}"),
        None => String::new(),
    }
}
