//! The texts of a script, for translations.

use super::story::{Beat, ChoiceLabel};
use super::{Act, Line, Script, ScriptAction, Step};

/// What may replace a text, by its key.
type Replace<'a> = dyn FnMut(&str, &mut String) + 'a;

impl Script {
    /// The texts that the reader sees, with their keys, in the order of the script: `title`,
    /// `summary`, `BEAT-say`, `BEAT-ask`, `BEAT-choice-1`, `BEAT-because`, `task` and `hint-1`. A
    /// text outside a beat is `say-1`, in a solution `solution-say-1`.
    pub fn texts(&self) -> Vec<(String, String)> {
        let mut texts = Vec::new();
        self.clone().visit_texts(&mut |key, text| texts.push((key.into(), text.clone())));
        texts
    }

    /// Calls `replace` with the key and the text of each, which it may change.
    pub fn translate(&mut self, mut replace: impl FnMut(&str, &mut String)) {
        self.visit_texts(&mut replace);
    }

    fn visit_texts(&mut self, visit: &mut Replace<'_>) {
        for (key, text) in [("title", &mut self.title), ("summary", &mut self.summary)] {
            if let Some(text) = text {
                visit(key, text);
            }
        }
        visit_steps(&mut self.steps, "say", visit);
        let Some(task) = &mut self.task else { return };
        visit("task", &mut task.text);
        for (number, hint) in (1..).zip(&mut task.hints) {
            visit(&format!("hint-{number}"), hint);
        }
        visit_steps(&mut task.solution, "solution-say", visit);
    }
}

fn visit_steps(steps: &mut [Step], name: &str, visit: &mut Replace<'_>) {
    let mut number = 0;
    for step in steps {
        for act in &mut step.acts {
            if let ScriptAction::Say(text) = &mut act.action {
                number += 1;
                visit(&format!("{name}-{number}"), text);
            }
        }
        step.beats.iter_mut().for_each(|beat| visit_beat(beat, visit));
    }
}

fn visit_beat(beat: &mut Beat, visit: &mut Replace<'_>) {
    let name = &beat.name;
    let original = beat.text();
    let mut text = original.clone();
    visit(&format!("{name}-say"), &mut text);
    if text != original {
        beat.acts.retain(|act| !matches!(act.action, ScriptAction::Say(_)));
        beat.acts.insert(0, Act { line: Line::default(), action: ScriptAction::Say(text) });
    }
    let Some(question) = &mut beat.question else { return };
    visit(&format!("{name}-ask"), &mut question.text);
    for (number, choice) in (1..).zip(&mut question.choices) {
        if let ChoiceLabel::Text(text) = &mut choice.label {
            visit(&format!("{name}-choice-{number}"), text);
        }
    }
    visit(&format!("{name}-because"), &mut question.because);
}
