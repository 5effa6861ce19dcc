//! The tab “Node”.

use raft_playground::frame::NodeDetails;
use yew::prelude::*;

use crate::part::View;

pub(super) fn draw(_view: &View, _content: &NodeDetails) -> Html {
    html! {}
}
