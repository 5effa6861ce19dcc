//! The story: where the reader is, its question and its task.

use std::rc::Rc;

use raft_sim::Property;
use raft_sim::script::{AskedChoice, BeatReached, ChoiceLabel, CommandKind};

use super::spotlights::spotlights;
use crate::intent::Story as Act;
use crate::layout::Segment;
use crate::phrases;
use crate::snapshot::Snapshot;
use crate::state::{Story, TaskAttempt};
use crate::text::{Sentence, Words, say};
use crate::view::{ChoiceState, ChoiceView, NodeView, QuestionView, StoryView, TaskView};

/// The story as it is shown; none if the run is none.
pub(super) fn story(
    snapshot: &Snapshot,
    cut_line: &[Segment],
    nodes: &[Rc<NodeView>],
) -> Option<Rc<StoryView>> {
    let story = snapshot.provenance.story.as_ref()?;
    let is_told = snapshot.is_told();
    let beat = story.beat().filter(|_| is_told);
    let is_here = beat.filter(|beat| beat.at == snapshot.lane.now());
    let is_at_end = story.is_at_end();
    Some(Rc::new(StoryView {
        title: snapshot.provenance.title.clone(),
        beats: story.content.beats.iter().map(|beat| beat.name.as_str().into()).collect(),
        place: story.place(),
        is_told,
        told_violations: if is_told { usize::MAX } else { told_violations(story) },
        has_back: story.is_at_task || story.place().is_some_and(|place| place > 0),
        has_more: !is_at_end,
        has_task: story.task.is_some(),
        next: story.content.next.clone().filter(|_| is_at_end),
        later: story.later().filter(|_| is_here.is_some()).map(say::story_later),
        invitation: is_here.and_then(invitation),
        spotlights: is_here
            .map_or_else(Vec::new, |beat| spotlights(beat, snapshot, cut_line, nodes)),
        question: beat.and_then(|beat| question(story, beat)),
        task: story.task.as_ref().filter(|_| story.is_at_task).map(|task| view(task, snapshot)),
    }))
}

/// How many properties are violated when the task begins.
fn told_violations(story: &Story) -> usize {
    let Some(task) = story.task.as_ref().filter(|_| story.is_at_task) else { return 0 };
    let violations = task.start.simulation().violations();
    let mut count = 0;
    for property in Property::ALL {
        count += usize::from(violations.iter().any(|violation| violation.property() == property));
    }
    count
}

fn invitation(beat: &BeatReached) -> Option<Sentence> {
    Some(say::story_invitation(phrases::acts(&beat.invites)?))
}

fn question(story: &Story, beat: &BeatReached) -> Option<QuestionView> {
    let question = beat.question.as_ref()?;
    let chosen = story.answer();
    let choice = |(place, choice): (usize, &AskedChoice)| {
        let (text, node) = match choice.label {
            ChoiceLabel::Text(ref text) => (Words::from(text.as_str()), None),
            ChoiceLabel::Node(node) => (Words::from(node), Some(node)),
        };
        let state = match chosen {
            None => ChoiceState::Open,
            Some(_) if choice.is_true => ChoiceState::Right,
            Some(chosen) if chosen == place => ChoiceState::Wrong,
            Some(_) => ChoiceState::Other,
        };
        ChoiceView { text, node, state }
    };
    Some(QuestionView {
        text: question.text.as_str().into(),
        choices: question.choices.iter().enumerate().map(choice).collect(),
        because: chosen.map(|_| question.because.as_str().into()),
    })
}

fn view(attempt: &TaskAttempt, snapshot: &Snapshot) -> TaskView {
    let (task, verdict) = (attempt.task(), attempt.verdict());
    let is_solved = verdict.solved_at.is_some();
    let acts = u64::from(verdict.acts);
    let status = match (&verdict.not_allowed, task.par.map(u64::from)) {
        _ if attempt.is_shown => say::task_solution_runs(),
        (Some(act), _) => say::task_not_allowed(phrases::act(CommandKind::of(&act.command))),
        (None, Some(par)) if is_solved && acts > par => say::task_solved_best(acts, par),
        _ if is_solved => say::task_solved(acts),
        _ => say::task_acts(acts),
    };
    let has_status = acts > 0 || is_solved || attempt.is_shown;
    let goals = verdict.goals.iter();
    TaskView {
        text: task.text.as_str().into(),
        goals: goals
            .map(|judged| (phrases::goal(&judged.goal.expectation), judged.is_met))
            .collect(),
        hints: task.hints[..attempt.hints].iter().map(|hint| hint.as_str().into()).collect(),
        question: attempt.is_asking.then(say::task_show_question),
        status: has_status.then_some(status),
        solved_with: attempt.solved_with(),
        actions: actions(attempt, !attempt.acts(snapshot.simulation()).is_empty(), is_solved),
    }
}

/// What the reader can do at the task besides acting.
fn actions(attempt: &TaskAttempt, has_acted: bool, is_solved: bool) -> Vec<(Sentence, Act)> {
    if attempt.is_asking {
        return vec![
            (say::task_show_yes(), Act::ShowSolution),
            (say::task_show_no(), Act::AskForSolution(false)),
        ];
    }
    let mut actions = Vec::new();
    if has_acted && !attempt.is_shown {
        actions.push((say::task_undo(), Act::UndoAct));
    }
    if has_acted {
        actions.push((say::task_start_over(), Act::StartOver));
    }
    if attempt.hints < attempt.task().hints.len() && !is_solved {
        actions.push((say::task_hint(), Act::Hint));
    }
    if !attempt.solution.is_empty() && !attempt.is_shown && !is_solved {
        actions.push((say::task_show_solution(), Act::AskForSolution(true)));
    }
    actions
}
