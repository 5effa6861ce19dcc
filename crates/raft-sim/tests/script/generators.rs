//! Draws beats and tasks.

use proptest::prelude::*;
use raft_sim::MessageKind;
use raft_sim::raft_core::{LogIndex, Micros};
use raft_sim::script::{
    Act, Beat, Choice, ChoiceLabel, CommandKind, Condition, Goal, Line, PointTarget, Question,
    ScriptAction, Step, Task,
};

use super::round_trip::{HOUR, expectation, link, micros, node, step_without_beats, text};

fn act(action: ScriptAction) -> Act {
    Act { line: Line::default(), action }
}

fn says_and_expects() -> impl Strategy<Value = Vec<Act>> {
    let action = prop_oneof![
        text().prop_map(ScriptAction::Say),
        expectation().prop_map(ScriptAction::Expect),
        expectation().prop_map(ScriptAction::Never),
    ];
    (prop::collection::vec(action, 0..3), text(), 0..3usize).prop_map(|(mut actions, text, at)| {
        actions.insert(at.min(actions.len()), ScriptAction::Say(text));
        actions.into_iter().map(act).collect()
    })
}

fn point() -> impl Strategy<Value = PointTarget> {
    prop_oneof![
        node().prop_map(PointTarget::End),
        node().prop_map(PointTarget::Label),
        node().prop_map(PointTarget::Log),
        (1..u64::MAX, node()).prop_map(|(index, node)| PointTarget::Entry(LogIndex(index), node)),
        node().prop_map(PointTarget::Timer),
        link().prop_map(|(from, to)| PointTarget::Link(from, to)),
        (prop::sample::select(MessageKind::ALL.to_vec()), link())
            .prop_map(|(kind, (from, to))| PointTarget::Message(kind, from, to)),
        prop::sample::select(vec![
            PointTarget::Partition,
            PointTarget::TimeBar,
            PointTarget::Clock,
            PointTarget::Speed,
            PointTarget::Inspector,
        ]),
    ]
}

fn points() -> impl Strategy<Value = Vec<PointTarget>> {
    prop::collection::vec(point(), 0..4).prop_map(|points| {
        let mut once = Vec::new();
        for point in points {
            if !once.contains(&point) {
                once.push(point);
            }
        }
        once
    })
}

fn kinds() -> impl Strategy<Value = Vec<CommandKind>> {
    prop::sample::subsequence(CommandKind::all().collect::<Vec<_>>(), 0..=4).prop_shuffle()
}

fn choice() -> impl Strategy<Value = Choice> {
    let label = prop_oneof![text().prop_map(ChoiceLabel::Text), node().prop_map(ChoiceLabel::Node)];
    let condition = (expectation(), any::<bool>(), prop::option::of(micros(HOUR))).prop_map(
        |(expectation, is_never, within)| {
            // `never` needs a span.
            let is_never = is_never && within.is_some();
            Condition { expectation, is_never, within }
        },
    );
    (label, prop::option::of(condition)).prop_map(|(label, when)| Choice { label, when })
}

fn question() -> impl Strategy<Value = Question> {
    (text(), prop::collection::vec(choice(), 2..=4), text()).prop_map(|(text, choices, because)| {
        Question { line: Line::default(), text, choices, because: format!("So: {because}") }
    })
}

fn beat() -> impl Strategy<Value = Beat> {
    (says_and_expects(), points(), kinds(), prop::option::of(question())).prop_map(
        |(acts, points, invites, question)| {
            let (line, name) = (Line::default(), String::new());
            Beat { line, name, acts, points, invites, question }
        },
    )
}

/// A step of a story. Its beats have no names yet.
pub(super) fn step() -> impl Strategy<Value = Step> {
    let beats = prop_oneof![2 => Just(Vec::new()), 1 => prop::collection::vec(beat(), 1..3)];
    (step_without_beats(), beats).prop_map(|(step, beats)| Step { beats, ..step })
}

/// Gives every beat a name of its own.
pub(super) fn name_beats(steps: &mut [Step]) {
    let beats = steps.iter_mut().flat_map(|step| &mut step.beats);
    for (number, beat) in beats.enumerate() {
        beat.name = format!("beat-{number}");
    }
}

/// A task. The times of its solution are not in order yet.
pub(super) fn task() -> impl Strategy<Value = Task> {
    let goal = (any::<bool>(), expectation()).prop_map(|(is_latched, expectation)| Goal {
        line: Line::default(),
        is_latched,
        expectation,
    });
    let goals = prop::collection::vec(goal, 1..4);
    let hints = prop::collection::vec(text(), 0..3);
    let at_once = step_without_beats()
        .prop_map(|step| Step { when: raft_sim::script::When::After(Micros(0)), ..step });
    let solution = (prop::option::of(at_once), prop::collection::vec(step_without_beats(), 0..3))
        .prop_map(|(first, others)| first.into_iter().chain(others).collect());
    let par = prop::option::of(1..u32::MAX);
    (text(), kinds(), goals, hints, par, solution).prop_map(
        |(text, allow, goals, hints, par, solution)| {
            let line = Line::default();
            Task { line, text, allow, goals, hints, par, solution }
        },
    )
}
