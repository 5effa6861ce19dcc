//! The choice of breakpoints.

use raft_playground::intent::{Breakpoint, Playback};
use raft_playground::text::say;
use yew::prelude::*;

use crate::message::Msg;
use crate::text::words;
use crate::tracked_view::View;

/// The choice, which opens over the page.
pub(crate) fn render(view: &View) -> Html {
    let breakpoints = view.transport().breakpoints;
    let toggle = |what: Breakpoint| {
        view.dispatch.reform(move |_| Msg::Do(Playback::ToggleBreakpoint(what).into()))
    };
    html! {
        <div id="pauses" class="panel low" popover="auto" role="dialog"
            aria-label={words(&say::pause_when())}>
            for what in Breakpoint::ALL {
                <label>
                    <input type="checkbox" checked={breakpoints.on(what)}
                        onchange={toggle(what)} />
                    { words(&what.name()) }
                </label>
            }
        </div>
    }
}
