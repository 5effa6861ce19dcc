//! The tab “Checks”.

use raft_playground::frame::ChecksView;
use yew::prelude::*;

use crate::part::View;

pub(super) fn draw(_view: &View, _content: &ChecksView) -> Html {
    html! {}
}
