//! A beat: its picture, its text and its question; and the task of a chapter.

use std::collections::BTreeMap;
use std::fmt::{Formatter, Result};

use raft_playground::text::{Sentence, say};
use raft_playground::view::{ChoiceState, QuestionView};

use super::description::{notes, sentences};
use super::picture::Picture;
use super::words::{Rendered, Told, Words};
use super::{Chapter, Moment, TOUR};
use crate::html::Escaped;

/// A beat or the task of a chapter.
pub(super) struct Beat<'a> {
    pub(super) words: &'a Words<'a>,
    pub(super) chapter: &'a Chapter,
    /// Its name in the page's address.
    pub(super) name: &'a str,
    pub(super) moment: &'a Moment,
    /// The English texts of the chapter.
    pub(super) texts: &'a BTreeMap<&'a str, &'a str>,
}

impl Beat<'_> {
    fn say(&self, sentence: Sentence) -> Rendered<'_> {
        self.words.say(sentence)
    }

    fn told(&self, key: &str) -> Told<'_> {
        let english = self.texts.get(key).copied().unwrap_or_default();
        self.words.told(&self.chapter.name, key, english)
    }

    /// Writes a beat, which is at this place in its chapter.
    pub(super) fn write(&self, place: usize, f: &mut Formatter<'_>) -> Result {
        self.begin("beat", f)?;
        let story = self.moment.frame.scene.story.as_deref();
        let number = say::story_progress(place + 1, self.chapter.beats.len());
        write!(f, "<h3>{}", self.say(number))?;
        if let Some(later) = story.and_then(|story| story.later.clone()) {
            write!(f, " <small>· {}</small>", self.say(later))?;
        }
        write!(f, "</h3>\n<p class=\"text\">{}</p>\n", self.told(&format!("{}-say", self.name)))?;
        if let Some(question) = story.and_then(|story| story.question.as_ref()) {
            self.question(question, f)?;
        }
        if let Some(invitation) = story.and_then(|story| story.invitation.clone()) {
            writeln!(f, "<p>{}</p>", self.say(invitation))?;
        }
        self.end(f)
    }

    fn question(&self, question: &QuestionView, f: &mut Formatter<'_>) -> Result {
        let choice = |number: usize| {
            let key = format!("{}-choice-{number}", self.name);
            match question.choices[number - 1].node {
                Some(node) => node.to_string(),
                None => self.told(&key).to_string(),
            }
        };
        let asked = self.told(&format!("{}-ask", self.name));
        write!(f, "<p class=\"question\">{asked}</p>\n<ul>\n")?;
        for number in 1..=question.choices.len() {
            writeln!(f, "<li>{}</li>", choice(number))?;
        }
        let is_true = |state| state == ChoiceState::Right;
        let answer = question.choices.iter().position(|choice| is_true(choice.state));
        write!(f, "</ul>\n<details><summary>{}</summary>\n", self.say(say::readable_answer()))?;
        if let Some(answer) = answer {
            writeln!(f, "<p><b>{}</b></p>", choice(answer + 1))?;
        }
        let because = self.told(&format!("{}-because", self.name));
        write!(f, "<p>{because}</p>\n</details>\n")
    }

    /// Writes the task.
    pub(super) fn write_task(&self, f: &mut Formatter<'_>) -> Result {
        let story = self.moment.frame.scene.story.as_deref();
        let (Some(view), Some(task)) =
            (story.and_then(|story| story.task.as_ref()), &self.chapter.script.task)
        else {
            return Ok(());
        };
        self.begin("beat task", f)?;
        writeln!(f, "<h3>{}</h3>", self.say(say::task_label()))?;
        writeln!(f, "<p class=\"text\">{}</p>", self.told("task"))?;
        write!(f, "<p>{}</p>\n<ul>\n", self.say(say::readable_goals()))?;
        for (goal, _) in &view.goals {
            writeln!(f, "<li>{}</li>", self.say(goal.clone()))?;
        }
        f.write_str("</ul>\n")?;
        for number in 1..=task.hints.len() {
            let (hint, text) = (self.say(say::task_hint()), self.told(&format!("hint-{number}")));
            write!(f, "<details><summary>{hint}</summary>\n<p>{text}</p>\n</details>\n")?;
        }
        // The solution is the end of a script.
        let script = self.chapter.script.to_string();
        if let Some((_, solution)) = script.split_once("\n  solution:\n") {
            let summary = self.say(say::task_show_solution());
            let solution: Vec<&str> = solution.lines().map(str::trim_end).collect();
            write!(
                f,
                "<details><summary>{summary}</summary>\n<pre lang=\"en\" dir=\"ltr\">{}</pre>\n\
                 </details>\n",
                Escaped(&solution.join("\n")),
            )?;
        }
        self.end(f)
    }

    /// The picture, and the beginning of the text.
    fn begin(&self, class: &str, f: &mut Formatter<'_>) -> Result {
        let Self { words, chapter, name, moment, .. } = self;
        let frame = &moment.frame;
        let id = format!("{}.{name}", chapter.name);
        write!(f, "<article class=\"{class}\" id=\"{id}\">\n<figure>\n")?;
        writeln!(f, "{}", Picture { frame, catalog: &words.catalog })?;
        f.write_str("<ul class=\"in-words\">\n")?;
        for sentence in sentences(frame) {
            writeln!(f, "<li>{}</li>", self.say(sentence))?;
        }
        f.write_str("</ul>\n<figcaption>\n")?;
        for note in notes(moment) {
            writeln!(f, "<p>{}</p>", self.say(note))?;
        }
        f.write_str("</figcaption>\n</figure>\n<div>\n")
    }

    /// The end of the text, with a link to the moment in the playground.
    fn end(&self, f: &mut Formatter<'_>) -> Result {
        let Self { words, chapter, name, .. } = self;
        let story = format!("stories/{TOUR}/{}.raft", chapter.name);
        let language =
            if words.tag == "en" { String::new() } else { format!("&amp;lang={}", words.tag) };
        let open = self.say(say::readable_open());
        write!(
            f,
            "<p class=\"to-playground\">\
             <a href=\"./?scenario={story}&amp;beat={name}{language}\">{open}</a></p>\n\
             </div>\n</article>\n",
        )
    }
}
