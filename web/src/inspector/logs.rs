//! The tab “Logs”.

use raft_playground::frame::LogsView;
use yew::prelude::*;

use crate::part::View;

pub(super) fn draw(_view: &View, _content: &LogsView) -> Html {
    html! {}
}
