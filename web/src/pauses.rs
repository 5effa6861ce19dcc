//! What playing pauses on, to be chosen.

use raft_playground::intent::{Breakpoint, Playback};
use yew::prelude::*;

use crate::app::Msg;
use crate::part::View;

/// The choice. It opens over the page.
pub(crate) fn draw(view: &View) -> Html {
    let pauses = view.transport().breakpoints;
    html! {
        <div id="pauses" class="panel low" popover="auto" role="dialog" aria-label="Pause when">
            for what in Breakpoint::ALL {
                <label>
                    <input type="checkbox" checked={pauses.on(what)}
                        onchange={view.tell.reform(move |_| Msg::Do(Playback::ToggleBreakpoint(what).into()))} />
                    { what.name() }
                </label>
            }
        </div>
    }
}
