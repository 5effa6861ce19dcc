//! What playing pauses on, to be chosen.

use raft_playground::intent::{Breakpoint, Playback};
use yew::prelude::*;

use crate::message::Msg;
use crate::part::View;

/// The choice. It opens over the page.
pub(crate) fn draw(view: &View) -> Html {
    let breakpoints = view.transport().breakpoints;
    let toggle = |what: Breakpoint| {
        view.tell.reform(move |_| Msg::Do(Playback::ToggleBreakpoint(what).into()))
    };
    html! {
        <div id="pauses" class="panel low" popover="auto" role="dialog" aria-label="Pause when">
            for what in Breakpoint::ALL {
                <label>
                    <input type="checkbox" checked={breakpoints.on(what)}
                        onchange={toggle(what)} />
                    { what.name() }
                </label>
            }
        </div>
    }
}
