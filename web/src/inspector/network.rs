//! The tab “Network”.

use raft_playground::frame::NetworkView;
use yew::prelude::*;

use crate::part::View;

pub(super) fn draw(_view: &View, _content: &NetworkView) -> Html {
    html! {}
}
