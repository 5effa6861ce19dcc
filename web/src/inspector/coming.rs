//! What happens next, as a list.

use raft_playground::frame::ComingView;
use yew::prelude::*;

/// The list. Whoever shows it says how much of it.
pub(super) fn draw(coming: &[ComingView]) -> Html {
    html! {
        <ol class="coming">
            for next in coming {
                <li><time>{ next.when.clone() }</time>{ next.what.clone() }</li>
            }
        </ol>
    }
}
