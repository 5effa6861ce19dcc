//! Parses beats and their questions.

use raft_core::LogIndex;

use super::act::{check_link, message_kind};
use super::error::ParseError;
use super::parse::{Located, Reader};
use super::story::{Beat, Choice, ChoiceLabel, Condition, PointTarget, Question};
use super::words::{Parsed, Words};
use super::{Line, ScriptAction, command_kind, expect};
use crate::address::Address;

/// The fewest and the most choices of a question.
const CHOICES: (usize, usize) = (2, 4);

impl Reader {
    /// Parses `beat` and its name, or a part that only beats have.
    pub(super) fn beat_act(&mut self, number: usize, words: &mut Words) -> Result<(), Located> {
        let here = |error| (number, error);
        let place = words.place();
        let word = words.word();
        if self.script.task.is_some() {
            return Err(here(ParseError::new(place, "a solution has no beats")));
        }
        if word == "beat" {
            self.end_beat()?;
            let beat = self.beat(number, words).map_err(here)?;
            if let Some(step) = self.script.steps.last_mut() {
                step.beats.push(beat);
                self.open_beat = Some((number, place));
            }
            return Ok(());
        }
        let Some(beat) = self.current_beat() else {
            let message = format!("`{word}` must stand in a beat, below `beat NAME:`");
            return Err(here(ParseError::new(place, message)));
        };
        if word == "ask" {
            question(beat, number, place, words).map_err(here)?;
            self.open_question = Some((number, place));
            return Ok(());
        }
        part(beat, word, place, words).map_err(here)
    }

    /// The beat to which acts belong now.
    pub(super) fn current_beat(&mut self) -> Option<&mut Beat> {
        self.open_beat?;
        self.script.steps.last_mut()?.beats.last_mut()
    }

    /// Parses the name of a beat.
    fn beat(&mut self, number: usize, words: &mut Words) -> Parsed<Beat> {
        let place = words.place();
        let name = words.word();
        let mut parts = name.split('-');
        let is_part = |part: &str| {
            let fits = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit();
            !part.is_empty() && part.chars().all(fits)
        };
        if !parts.all(is_part) || !name.starts_with(|first: char| first.is_ascii_lowercase()) {
            let message = "a beat needs a name such as `split-vote`: lower-case letters, digits \
                           and hyphens";
            return Err(ParseError::new(place, message));
        }
        let beats = self.script.steps.iter().flat_map(|step| &step.beats);
        if let Some(Beat { line: Line(line), .. }) =
            beats.into_iter().find(|beat| beat.name == name)
        {
            let message = format!("the beat on line {line} has the same name");
            return Err(ParseError::new(place, message));
        }
        words.expect(":")?;
        Ok(Beat { line: Line(number), name: name.into(), ..Beat::default() })
    }

    /// Ends the current beat, if there is one.
    ///
    /// # Errors
    /// If something is missing in it.
    pub(super) fn end_beat(&mut self) -> Result<(), Located> {
        let question_at = self.open_question.take();
        let Some(beat) = self.current_beat() else { return Ok(()) };
        let is_text = |action: &ScriptAction| matches!(action, ScriptAction::Say(_));
        let says_nothing = !beat.acts.iter().any(|act| is_text(&act.action));
        let lacks = beat.question.as_ref().and_then(|question| match question.choices.len() {
            count if count < CHOICES.0 => Some("a question needs at least two lines with `choice`"),
            _ if question.because.is_empty() => Some("a question needs a line with `because`"),
            _ => None,
        });
        let beat_at = self.open_beat.take();
        let missing = match (lacks, question_at, beat_at) {
            (Some(message), Some(at), _) => Some((at, message)),
            (_, _, Some(at)) if says_nothing => Some((at, "a beat needs a line with `say`")),
            _ => None,
        };
        match missing {
            None => Ok(()),
            Some(((line, place), message)) => Err((line, ParseError::new(place, message))),
        }
    }
}

/// Parses the question of a beat.
fn question(beat: &mut Beat, number: usize, place: usize, words: &mut Words) -> Parsed<()> {
    if beat.question.is_some() {
        return Err(ParseError::new(place, "this beat already asks a question"));
    }
    let text = words.quoted()?;
    beat.question = Some(Question { line: Line(number), text, ..Question::default() });
    Ok(())
}

/// Parses what belongs to a beat, after its first word.
fn part(beat: &mut Beat, word: &str, place: usize, words: &mut Words) -> Parsed<()> {
    let twice = |is_so: bool| {
        let message = format!("`{word}` stands twice: write one list");
        if is_so { Err(ParseError::new(place, message)) } else { Ok(()) }
    };
    match (word, &mut beat.question) {
        ("point", _) => {
            words.expect("at")?;
            twice(!beat.points.is_empty())?;
            beat.points = words.list(target)?;
        }
        ("invite", _) => {
            twice(!beat.invites.is_empty())?;
            beat.invites = words.list(command_kind::read)?;
        }
        (_, None) => {
            return Err(ParseError::new(place, format!("`{word}` must follow `ask`")));
        }
        (_, Some(question)) if !question.because.is_empty() => {
            return Err(ParseError::new(place, "this question has already ended with `because`"));
        }
        ("choice", Some(question)) if question.choices.len() == CHOICES.1 => {
            return Err(ParseError::new(place, "a question has at most four choices"));
        }
        ("choice", Some(question)) => question.choices.push(choice(words)?),
        (_, Some(question)) => {
            let place = words.place();
            question.because = words.quoted()?;
            if question.because.is_empty() {
                return Err(ParseError::new(place, "expected a text that is not empty"));
            }
        }
    }
    Ok(())
}

/// `"Neither" when no leader within 2s`
fn choice(words: &mut Words) -> Parsed<Choice> {
    let label = if words.rest().starts_with('"') {
        ChoiceLabel::Text(words.quoted()?)
    } else {
        ChoiceLabel::Node(words.node()?)
    };
    if !words.accept("when") {
        if words.is_done() || words.rest().starts_with(';') {
            return Ok(Choice { label, when: None });
        }
        let word = words.peek();
        return Err(words.wanted("`when`").suggest(word, &["when"]));
    }
    let is_never = words.accept("never");
    let expectation = expect::read(words)?;
    if is_never && words.is_done() {
        return Err(words.wanted("`within`"));
    }
    let within = if words.accept("within") { Some(words.span()?) } else { None };
    Ok(Choice { label, when: Some(Condition { expectation, is_never, within }) })
}

/// Parses what a text can point at.
fn target(words: &mut Words) -> Parsed<PointTarget> {
    let word = words.peek();
    if word.len() == 1 || word.starts_with(|first: char| first.is_ascii_uppercase()) {
        return words.end().map(PointTarget::End);
    }
    let names = [
        "label",
        "log",
        "entry",
        "timer",
        "link",
        "message",
        "partition",
        "time-bar",
        "clock",
        "speed",
        "inspector",
    ];
    Ok(match names[words.one_of("thing to point at", &names)?] {
        "label" => PointTarget::Label(words.node()?),
        "log" => PointTarget::Log(words.node()?),
        "entry" => PointTarget::Entry(LogIndex(words.number(1, u64::MAX)?), words.node()?),
        "timer" => PointTarget::Timer(words.node()?),
        "link" => {
            let (from, to) = ends(words, "-")?;
            PointTarget::Link(from, to)
        }
        "message" => {
            let kind = message_kind(words)?;
            let (from, to) = ends(words, "->")?;
            PointTarget::Message(kind, from, to)
        }
        "partition" => PointTarget::Partition,
        "time-bar" => PointTarget::TimeBar,
        "clock" => PointTarget::Clock,
        "speed" => PointTarget::Speed,
        _ => PointTarget::Inspector,
    })
}

/// The two ends of a link, with a sign between them.
fn ends(words: &mut Words, sign: &str) -> Parsed<(Address, Address)> {
    let from = words.end()?;
    words.expect(sign)?;
    let place = words.place();
    let to = words.end()?;
    check_link(from, to, place)?;
    Ok((from, to))
}
