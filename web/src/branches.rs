//! The branches of the run: lines lead from the time bar to the others; if there are many, a button
//! opens a list.

use raft_playground::intent::Playback;
use raft_playground::text::say;
use raft_playground::view::BranchView;
use yew::prelude::*;

use crate::icons::{self, icon};
use crate::text::words;
use crate::time_bar::Percentage;
use crate::tracked_view::View;

/// A finger cannot distinguish two lines that leave the bar closer together than this share of it.
const CLOSE: u64 = 12;

/// Lines to up to two other branches, or the button that opens the list.
pub(crate) fn render(view: &View) -> Html {
    let timeline = view.timeline();
    let all = &timeline.branches;
    let mut others = all.iter().filter(|branch| !branch.shown);
    let are_close = |one: &BranchView, other: &BranchView| {
        one.from_us.abs_diff(other.from_us) < timeline.range_us / CLOSE
    };
    let as_lines = match (others.next(), others.next(), others.next()) {
        (None, ..) => return html! {},
        (Some(one), Some(other), None) => !are_close(one, other),
        (.., rest) => rest.is_none(),
    };
    let listed = all.iter().filter(|branch| !(as_lines && branch.shown));
    let choices = listed.map(|branch| choice(view, branch));
    if as_lines {
        return html! {
            <div class="lines" role="group" aria-label={words(&say::branches())}>
                { for choices }
            </div>
        };
    }
    html! {
        <>
            <button class="top-button" popovertarget="branches" title={words(&say::branches())}
                aria-label={words(&say::branches_count(all.len()))}>
                { icon(icons::BRANCH) }{ all.len() }
            </button>
            <div id="branches" class="panel low" popover="auto" role="dialog"
                aria-label={words(&say::branches())}>
                { for choices }
            </div>
        </>
    }
}

/// The link to a branch. The branch that leaves later lies on top; otherwise it could not be
/// touched.
fn choice(view: &View, branch: &BranchView) -> Html {
    let range_us = view.timeline().range_us;
    let from = Percentage(branch.from_us.min(range_us), range_us);
    let length = Percentage(branch.end_us.saturating_sub(branch.from_us), range_us);
    let over = branch.from_us.min(range_us) / 1000;
    html! {
        <button popovertarget="branches" aria-current={branch.shown.to_string()}
            ~style={format!("--from:{from}%;--length:{length}%;--over:{over}")}
            onclick={view.on_click(Playback::SwitchBranch(branch.id))}>
            <span>{ words(&branch.name) }</span>
        </button>
    }
}
