//! A story: its progress, its buttons, its questions and its task.

use raft_playground::Intent;
use raft_playground::intent::{Playback, Story};
use raft_playground::text::{Sentence, say};
use raft_playground::view::{ChoiceState, ChoiceView, Spotlight, StoryView, TaskView};
use yew::prelude::*;

use crate::icons::{self, icon};
use crate::text::{words, written};
use crate::tracked_view::View;

/// The folder of the chapters of the tour, within that of the stories.
const TOUR: &str = "tour/";

/// The title of the story, and a button for each beat.
pub(crate) fn render_progress(view: &View) -> Html {
    let Some(story) = view.story() else { return html! {} };
    let shown = story.place;
    let all = story.beats.len() + usize::from(story.has_task);
    let place = shown.unwrap_or(if story.task.is_some() { story.beats.len() } else { all });
    let segment = |number: usize| {
        let class = match number {
            _ if number < place && place < all => "past",
            _ if number == place => "here",
            _ => "",
        };
        let label = match story.beats.get(number) {
            Some(_) => say::story_progress(number + 1, all),
            None => say::task_label(),
        };
        html! {
            <button {class} aria-label={words(&label)} title={words(&label)}
                aria-current={(number == place).then_some("step")}
                onclick={view.on_click(Story::GoTo(number))} />
        }
    };
    html! {
        <nav class={if story.is_told { "progress told" } else { "progress" }}
            ~style={format!("--all:{all}")} aria-label={words(&say::story_label())}
            data-beat={shown.map(|shown| AttrValue::from(story.beats[shown].clone()))}>
            if let Some(title) = &story.title {
                <b>{ title.clone() }</b>
            }
            <span class="segments">
                for number in 0..all {
                    { segment(number) }
                }
            </span>
            if place < all {
                <small>{ words(&say::story_progress(place + 1, all)) }</small>
            }
        </nav>
    }
}

/// The buttons that go through the story.
pub(crate) fn render_buttons(view: &View, story: &StoryView) -> Html {
    if !story.is_told && story.task.is_none() {
        return html! {
            { button(view, "button primary", &say::story_return(), Story::Return, None) }
        };
    }
    let (label, is_skipping) = match (&story.task, view.transport().playing) {
        (None, true) => (say::story_skip(), true),
        _ if story.place.is_some_and(|place| place + 1 == story.beats.len()) => {
            (if story.has_task { say::story_begin_task() } else { say::story_continue() }, false)
        }
        _ => (say::story_continue(), false),
    };
    let is_done = story.task.as_ref().is_none_or(|task| task.solved_with.is_some());
    let class = if is_skipping { "button" } else { "button primary" };
    html! {
        <>
            if story.has_back {
                { button(view, "button", &say::story_back(), Story::Back, Some(icons::PREVIOUS)) }
            }
            if story.has_more {
                { button(view, class, &label, Story::Continue, None) }
            } else if let Some(next) = &story.next {
                <a class={if is_done { "button primary" } else { "button" }}
                    href={format!("?scenario=stories/{next}.raft")}>
                    { words(&if next.starts_with(TOUR) {
                        say::story_next_chapter()
                    } else {
                        say::story_next()
                    }) }
                </a>
            } else if story.task.is_none() {
                { button(view, "button", &say::play(), Playback::Toggle, None) }
            }
        </>
    }
}

fn button(
    view: &View,
    class: &'static str,
    label: &Sentence,
    intent: impl Into<Intent>,
    picture: Option<&'static str>,
) -> Html {
    html! {
        <button {class} onclick={view.on_click(intent)}>
            if let Some(picture) = picture {
                { icon(picture) }
            }
            { words(label) }
        </button>
    }
}

/// What stands below the sentence: the question, the invitation, or the task.
pub(crate) fn render_below(view: &View, story: &StoryView) -> Html {
    let mut points = String::new();
    for spotlight in &story.spotlights {
        if let Spotlight::Control(control) = spotlight {
            points.push_str(control.name());
            points.push(' ');
        }
    }
    html! {
        <div class="below" data-points={points}>
            if let Some(later) = &story.later {
                <p class="caption">{ words(later) }</p>
            }
            if let Some(question) = &story.question {
                <p class="question">{ question.text.clone() }</p>
                <div class="choices" role="group" aria-label={words(&say::story_choices())}>
                    for (place, choice) in question.choices.iter().enumerate() {
                        { render_choice(view, place, choice) }
                    }
                </div>
                <p class="because" role="status">{ question.because.clone() }</p>
            } else if let Some(invitation) = &story.invitation {
                <p class="caption">{ words(invitation) }</p>
            }
            if let Some(task) = &story.task {
                { render_task(view, task) }
            }
        </div>
    }
}

fn render_choice(view: &View, place: usize, choice: &ChoiceView) -> Html {
    let (picture, verdict) = match choice.state {
        ChoiceState::Right => (Some(icons::CHECK), Some(say::story_right())),
        ChoiceState::Wrong => (Some(icons::CROSS), Some(say::story_wrong())),
        ChoiceState::Open | ChoiceState::Other => (None, None),
    };
    html! {
        <button class={classes!("choice", choice.state.name())}
            disabled={choice.state != ChoiceState::Open}
            onclick={view.on_click(Story::Choose(place))}>
            if let (Some(picture), Some(verdict)) = (picture, verdict) {
                { icon(picture) }
                <span class="visually-hidden">{ words(&verdict) }</span>
            } else {
                <kbd>{ place + 1 }</kbd>
            }
            { written(&choice.text) }
        </button>
    }
}

fn render_task(view: &View, task: &TaskView) -> Html {
    let is_solved = task.solved_with.is_some();
    html! {
        <section class={classes!("task", is_solved.then_some("solved"))}
            aria-label={words(&say::task_label())}
            data-solved={task.solved_with.map(|acts| AttrValue::from(acts.to_string()))}>
            <p class="what">{ task.text.clone() }</p>
            <ul>
                for (goal, is_met) in &task.goals {
                    { render_goal(goal, *is_met) }
                }
            </ul>
            for hint in &task.hints {
                <p class="hint">{ hint.clone() }</p>
            }
            <p class="status" role="status">
                if let Some(status) = task.question.as_ref().or(task.status.as_ref()) {
                    { words(status) }
                }
            </p>
            <div class="tries">
                for (label, intent) in &task.actions {
                    { button(view, "small-button", label, *intent, None) }
                }
            </div>
        </section>
    }
}

fn render_goal(goal: &Sentence, is_met: bool) -> Html {
    let (class, word) =
        if is_met { ("met", say::task_goal_reached()) } else { ("", say::task_goal_open()) };
    html! {
        <li {class}>
            if is_met {
                { icon(icons::CHECK) }
            }
            <span>{ words(goal) }</span>
            <span class="visually-hidden">{ words(&word) }</span>
        </li>
    }
}
