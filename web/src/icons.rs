//! The icons on buttons: strokes on a square of 20.

use raft_playground::intent::Icon;
use yew::prelude::*;

pub(crate) const PLAY: &str = "M6.5 4.5 16 10l-9.5 5.5z";
pub(crate) const PAUSE: &str = "M7 4.5v11M13 4.5v11";
pub(crate) const BACK: &str = "M15 5l-7 5 7 5zM5 5v10";
pub(crate) const STEP: &str = "M5 5l7 5-7 5zM15 5v10";
pub(crate) const PREVIOUS: &str = "M12.5 4.5 7 10l5.5 5.5";
pub(crate) const RESET: &str = "M4.5 8a6 6 0 1 1-.3 4M4.5 3.5V8H9";
pub(crate) const FLAG: &str = "M5.5 17V3.5M5.5 4h9.5l-2.5 3.5L15 11H5.5";
pub(crate) const BRANCH: &str = "M3 5.5h14M6 5.5c2.5 0 2.5 9 5 9h6";
pub(crate) const DICE: &str = "M6 3.5h8A2.5 2.5 0 0 1 16.5 6v8a2.5 2.5 0 0 1-2.5 2.5H6A2.5 2.5 0 0 \
     1 3.5 14V6A2.5 2.5 0 0 1 6 3.5z\
     M7 6.5a.5.5 0 1 0 0 1 .5.5 0 1 0 0-1M13 6.5a.5.5 0 1 0 0 1 .5.5 0 1 0 0-1\
     M10 9.5a.5.5 0 1 0 0 1 .5.5 0 1 0 0-1\
     M7 12.5a.5.5 0 1 0 0 1 .5.5 0 1 0 0-1M13 12.5a.5.5 0 1 0 0 1 .5.5 0 1 0 0-1";
pub(crate) const INSPECTOR: &str = "M3 4.5h14v11H3zM12 4.5v11";
pub(crate) const SLIDERS: &str = "M3 6.5h7M14 6.5h3M12 4.5v4M3 13.5h3M10 13.5h7M8 11.5v4";
pub(crate) const CHECK: &str = "M4 10.5 8.3 15 16 5.5";
pub(crate) const CROSS: &str = "M5 5l10 10M15 5 5 15";
pub(crate) const QUESTION: &str = "M7 7.2C7.1 3.6 13.2 3.7 13 7.4 12.9 9.8 10 9.9 10 12.4M10 16v.1";
pub(crate) const DOTS: &str = "M4.5 10v.1M10 10v.1M15.5 10v.1";
pub(crate) const STOP: &str = "M5.5 5.5h9v9h-9z";
pub(crate) const TWICE: &str = "M3.5 7.5h9v9h-9zM7.5 7.5v-4h9v9h-4";
pub(crate) const CLOCK: &str = "M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14M10 6v4l2.6 1.8";
pub(crate) const ISOLATE: &str =
    "M10 6.8a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4M10 2v1.6M10 16.4V18M2 10h1.6M16.4 10H18";
pub(crate) const RECONNECT: &str =
    "M10 6.8a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4M10 1v4.6M10 14.4V19M1 10h4.6M14.4 10H19";
pub(crate) const SNAPSHOT: &str = "M4.5 8.5h11v8h-11zM5.5 6h9M7 3.5h6";
pub(crate) const DISK: &str =
    "M4.5 5.5c0-2.7 11-2.7 11 0v9c0 2.7-11 2.7-11 0zM4.5 5.5c0 2.7 11 2.7 11 0";
pub(crate) const REMOVE: &str = "M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14M6.5 10h7";
pub(crate) const ADD: &str = "M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14M6.5 10h7M10 6.5v7";
pub(crate) const EYE: &str = "M2 10c4-6.5 12-6.5 16 0-4 6.5-12 6.5-16 0M10 7.6a2.4 2.4 0 1 0 0 4.8 \
     2.4 2.4 0 0 0 0-4.8";
pub(crate) const ARROW: &str = "M4 10h12M11.5 5.5 16 10l-4.5 4.5";
pub(crate) const DUPLICATE: &str =
    "M4 7h12M12.5 3.5 16 7l-3.5 3.5M4 13.5h12M12.5 10l3.5 3.5-3.5 3.5";

/// The path of an icon.
pub(crate) fn path(icon: Icon) -> &'static str {
    match icon {
        Icon::Stop => STOP,
        Icon::Play => PLAY,
        Icon::Freeze => PAUSE,
        Icon::Clock => CLOCK,
        Icon::Remove => REMOVE,
        Icon::Add => ADD,
        Icon::Isolate => ISOLATE,
        Icon::Reconnect => RECONNECT,
        Icon::Snapshot => SNAPSHOT,
        Icon::Disk => DISK,
        Icon::Eye => EYE,
        Icon::Cross => CROSS,
        Icon::Check => CHECK,
        Icon::Duplicate => DUPLICATE,
        Icon::Arrow => ARROW,
    }
}

/// An icon that screen readers ignore.
pub(crate) fn icon(path: &'static str) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path d={path} /></svg>
    }
}
