//! The tab “Clients”.

use raft_playground::frame::ClientsView;
use yew::prelude::*;

use crate::part::View;

pub(super) fn draw(_view: &View, _content: &ClientsView) -> Html {
    html! {}
}
