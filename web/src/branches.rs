//! The other futures of the run: lines that leave the bar of time, or if there are many, a list.

use raft_playground::Intent;
use raft_playground::frame::{BranchView, Timeline};
use yew::prelude::*;

use crate::icons::{self, icon};
use crate::part::View;
use crate::time_bar::Part;

/// Two lines that leave the bar closer together than this part of it could not be told apart by a
/// finger.
const CLOSE: u64 = 12;

/// Lines for up to two other branches, otherwise what opens the list of all.
pub(crate) fn draw(view: &View) -> Html {
    let timeline = &**view.timeline();
    let mut others = timeline.branches.iter().filter(|branch| !branch.shown);
    match (others.next(), others.next(), others.next()) {
        (None, ..) => html! {},
        (Some(one), None, _) => html! { { line(view, one, "line") } },
        (Some(one), Some(other), None)
            if one.from_us.abs_diff(other.from_us) > timeline.range_us / CLOSE =>
        {
            // The later one lies on top, or nothing of it could be touched.
            let (first, second) =
                if one.from_us < other.from_us { (one, other) } else { (other, one) };
            html! {
                <>
                    { line(view, first, "line low") }
                    { line(view, second, "line") }
                </>
            }
        }
        _ => list(view, timeline),
    }
}

fn line(view: &View, branch: &BranchView, class: &'static str) -> Html {
    let range_us = view.timeline().range_us;
    let length_us = branch.end_us.saturating_sub(branch.from_us);
    let (left, width) = (Part(branch.from_us, range_us), Part(length_us, range_us));
    html! {
        <button {class} style={format!("left:{left}%;width:{width}%")}
            aria-label={format!("Branch: {}", branch.name)} title={branch.name.clone()}
            onclick={view.does(Intent::SwitchBranch(branch.id))} />
    }
}

fn list(view: &View, timeline: &Timeline) -> Html {
    html! {
        <>
            <button class="tb count" popovertarget="branches" aria-label="Branches"
                title="Branches">
                { icon(icons::BRANCH) }{ timeline.branches.len() }
            </button>
            <div id="branches" class="panel low" popover="auto" role="dialog" aria-label="Branches">
                <h2>{ "Branches" }</h2>
                <ol>
                    for branch in &timeline.branches {
                        <li>
                            <button class="mi" popovertarget="branches"
                                aria-current={branch.shown.then_some("true")}
                                onclick={view.does(Intent::SwitchBranch(branch.id))}>
                                { branch.name.clone() }
                            </button>
                        </li>
                    }
                </ol>
            </div>
        </>
    }
}
