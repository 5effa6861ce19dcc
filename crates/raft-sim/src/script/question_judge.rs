//! Judges which choices of a question are true.

use raft_core::Micros;

use super::report::{AskedQuestion, BeatReached, Failure};
use super::story::{ChoiceLabel, Condition, Question};
use crate::simulation::Simulation;
use crate::time::Time;

/// A question of a beat that was reached. Its choices are judged at every instant of their spans,
/// after all events of the instant.
#[derive(Clone, Debug)]
pub(super) struct OpenQuestion {
    /// The index of the beat among those that were reached.
    beat: usize,
    asked_at: Time,
    /// The conditions of the choices that have a span, with the index of the choice.
    conditions: Vec<(usize, Condition)>,
}

impl OpenQuestion {
    /// Asks the question of the last beat, and judges its choices at this instant.
    pub(super) fn ask(question: &Question, beats: &mut [BeatReached], now: &Simulation) -> Self {
        let beat = beats.len() - 1;
        let mut conditions = Vec::new();
        let asked = beats[beat].question.iter_mut().flat_map(|asked| &mut asked.choices);
        for (place, (asked, choice)) in asked.zip(&question.choices).enumerate() {
            if let Some(condition) = &choice.when {
                asked.is_true = condition.is_met(now);
                conditions.push((place, condition.clone()));
            }
        }
        // A choice without a span is about this instant only, also if more is done in it.
        conditions.retain(|(_, condition)| condition.within.is_some());
        Self { beat, asked_at: now.now(), conditions }
    }

    /// The last instant that matters.
    pub(super) fn last(&self) -> Time {
        let spans = self.conditions.iter().filter_map(|(_, condition)| condition.within);
        self.asked_at + spans.max().unwrap_or(Micros(0))
    }

    /// Judges its choices at a later instant.
    pub(super) fn observe(&self, beats: &mut [BeatReached], simulation: &Simulation) {
        let Some(asked) = &mut beats[self.beat].question else { return };
        for (place, condition) in &self.conditions {
            let span = condition.within.unwrap_or(Micros(0));
            let is_true = &mut asked.choices[*place].is_true;
            // One instant is enough, or one instant refutes it.
            if simulation.now() <= self.asked_at + span && *is_true == condition.must_last() {
                *is_true = condition.is_met(simulation);
            }
        }
    }
}

impl Condition {
    fn is_met(&self, simulation: &Simulation) -> bool {
        self.expectation.check(simulation).is_ok() != self.is_never
    }
}

/// Observes open questions while the run goes on without acts, until all are decided.
pub(super) fn decide(
    questions: &[OpenQuestion],
    beats: &mut [BeatReached],
    simulation: &Simulation,
) {
    let Some(last) = questions.iter().map(OpenQuestion::last).max() else { return };
    let mut simulation = simulation.clone();
    simulation.mute(true);
    while let Some(next) = simulation.next_at().filter(|next| *next <= last) {
        simulation.run_until(next);
        for question in questions {
            question.observe(beats, &simulation);
        }
    }
}

/// The failure of a question that does not have exactly one true choice.
pub(super) fn failure(asked: &AskedQuestion, at: Time) -> Option<Failure> {
    let mut labels: Vec<String> = Vec::new();
    for choice in asked.choices.iter().filter(|choice| choice.is_true) {
        labels.push(match &choice.label {
            ChoiceLabel::Text(text) => format!("“{text}”"),
            ChoiceLabel::Node(node) => node.to_string(),
        });
    }
    let actual = match labels.len() {
        1 => return None,
        0 => "none is true".to_owned(),
        count => format!("{count} are true: {}", labels.join(", ")),
    };
    let message = format!("expected exactly one true choice, but {actual}");
    Some(Failure { line: asked.line, at, message })
}
