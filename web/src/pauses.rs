//! What playing pauses on, to be chosen.

use raft_playground::Intent;
use raft_playground::frame::PauseOn;
use yew::prelude::*;

use crate::app::Msg;
use crate::part::View;

/// The choice. It opens over the page.
pub(crate) fn draw(view: &View) -> Html {
    let pauses = view.transport().pauses;
    html! {
        <div id="pauses" class="panel low" popover="auto" role="dialog" aria-label="Pause when">
            for what in PauseOn::ALL {
                <label>
                    <input type="checkbox" checked={pauses.on(what)}
                        onchange={view.tell.reform(move |_| Msg::Do(Intent::TogglePause(what)))} />
                    { what.name() }
                </label>
            }
        </div>
    }
}
