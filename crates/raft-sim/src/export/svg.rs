//! A space-time diagram: a lane for each node and client, time from top to bottom, a slanting arrow
//! for each message. Coordinates are whole pixels, so the same records give the same picture on
//! every machine.

use std::fmt::{self, Write};

use raft_core::{Event, Micros};

use super::{participants, words};
use crate::address::Address;
use crate::message_id::MessageId;
use crate::message_kind::MessageKind;
use crate::record::{Envelope, Record, RecordKind};
use crate::time::Time;

mod lanes;

/// The distance between two lanes, in pixels.
const LANE: u64 = 150;
/// The position of the first lane.
const LEFT: u64 = 110;
/// The position of the first record.
const TOP: u64 = 80;
/// The width of the right margin, for commands and violations.
const RIGHT: u64 = 330;
/// The height of a label in the right margin.
const LABEL: u64 = 15;

const STYLE: &str = "text{font:12px system-ui,sans-serif;fill:#333}.head{font-weight:700;font-size:\
16px;text-anchor:middle}.time{text-anchor:end;fill:#999;font-size:11px}.grid{stroke:#eee}.lane{\
stroke:#bbb;stroke-width:2}.down{stroke:#fbfbf9;stroke-width:4}.off{stroke:#c33;stroke-dasharray:\
2 4}.leader{fill:#2b7bba}.candidate{fill:#e3a63b}.message{fill:none;stroke-width:1.4}.vote{stroke:\
#2f9e44;color:#2f9e44}.append{stroke:#d6336c;color:#d6336c}.client{stroke:#333;color:#333}.other{\
stroke:#7048c6;color:#7048c6}.reply{stroke-dasharray:5 3}.idle{opacity:.3}.lost{stroke-width:2}\
.note{paint-order:stroke;stroke:#fbfbf9;stroke-width:4px;font-size:11px}.commit{stroke:#2f9e44;\
stroke-width:2}.tick{fill:#2f9e44;font-size:10px;text-anchor:end}.command{fill:#555;font-style:\
italic}.act{stroke:#ddd;stroke-dasharray:4 4}.bad{fill:#c92a2a;font-weight:700}.wrong{stroke:\
#c92a2a;stroke-width:1.5}";

/// Draws records, which are in order of time. `pixel` is the time that one pixel represents.
pub fn write(records: &[Record], pixel: Micros) -> String {
    let mut svg = String::new();
    // Writing to a string cannot fail.
    let _ = Diagram::new(records, pixel).draw(records, &mut svg);
    svg
}

struct Diagram {
    lanes: Vec<Address>,
    begin: Time,
    end: Time,
    pixel: Micros,
    /// The time at which each message was sent, by message number.
    sent: Vec<(MessageId, Time)>,
    /// The position of the last label in the right margin.
    last_label: u64,
}

impl Diagram {
    fn new(records: &[Record], pixel: Micros) -> Self {
        let at = |record: Option<&Record>| record.map_or(Time::default(), |record| record.at);
        let mut sent = Vec::new();
        for record in records {
            if let RecordKind::Sent(envelope) | RecordKind::Duplicated(envelope) = &record.kind {
                sent.push((envelope.message, record.at));
            }
        }
        debug_assert!(sent.is_sorted(), "messages are numbered as they are sent");
        let (begin, end) = (at(records.first()), at(records.last()));
        let pixel = Micros(pixel.0.max(1));
        Self { lanes: participants(records), begin, end, pixel, sent, last_label: 0 }
    }

    fn x(&self, address: Address) -> u64 {
        let lane = self.lanes.iter().position(|lane| *lane == address).unwrap_or_default();
        LEFT + lane as u64 * LANE
    }

    fn y(&self, at: Time) -> u64 {
        TOP + at.since(self.begin).0 / self.pixel.0
    }

    fn right(&self) -> u64 {
        LEFT + (self.lanes.len() as u64).saturating_sub(1) * LANE + LANE
    }

    fn draw(&mut self, records: &[Record], svg: &mut String) -> fmt::Result {
        let (width, height) = (self.right() + RIGHT, self.y(self.end) + 60);
        writeln!(
            svg,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
             width=\"{width}\" height=\"{height}\">\n<title>A run of Raft</title>\n\
             <style>{STYLE}</style>\n<defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"8\" \
             refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0 8 4 0 \
             8Z\" fill=\"context-stroke\"/></marker></defs>\n\
             <rect width=\"{width}\" height=\"{height}\" fill=\"#fbfbf9\"/>"
        )?;
        self.grid(svg)?;
        self.lanes(records, svg)?;
        for record in records {
            self.message(record, svg)?;
        }
        for record in records {
            self.mark(record, svg)?;
        }
        writeln!(svg, "</svg>")
    }

    /// Draws time lines at steps of 1, 2 or 5 times a power of ten, at least 40 pixels apart.
    fn grid(&self, svg: &mut String) -> fmt::Result {
        let steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];
        let wide = |step: &u64| step * 1000 / self.pixel.0 >= 40;
        let step = steps.into_iter().find(wide).unwrap_or(60_000) * 1000;
        let mut at = Time(self.begin.0.next_multiple_of(step));
        while at <= self.end {
            let (y, right) = (self.y(at), self.right());
            writeln!(
                svg,
                "<path class=\"grid\" d=\"M{} {y}H{right}\"/><text class=\"time\" x=\"{}\" \
                 y=\"{}\">{} ms</text>",
                LEFT - 40,
                LEFT - 46,
                y + 4,
                at.0 / 1000
            )?;
            at = at + Micros(step);
        }
        Ok(())
    }

    fn message(&self, record: &Record, svg: &mut String) -> fmt::Result {
        let (envelope, thousandths) = match &record.kind {
            RecordKind::Delivered(envelope) => (envelope, 1000),
            RecordKind::Lost { envelope, place_permille, .. } => {
                (envelope, u64::from(*place_permille))
            }
            _ => return Ok(()),
        };
        // A message that was sent before the first record starts at the top.
        let sent = self.sent.binary_search_by_key(&envelope.message, |of| of.0);
        let sent = sent.map_or(self.begin, |at| self.sent[at].1);
        let (x, y) = (self.x(envelope.from), self.y(sent));
        let (to, bottom) = (self.x(envelope.to), self.y(record.at));
        let reached = if to >= x {
            x + (to - x) * thousandths / 1000
        } else {
            x - (x - to) * thousandths / 1000
        };
        let class = classes(envelope);
        let title = escaped(&words::line(record));
        if thousandths == 1000 && matches!(record.kind, RecordKind::Delivered(_)) {
            return writeln!(
                svg,
                "<path class=\"message {class}\" d=\"M{x} {y}L{reached} {bottom}\" \
                 marker-end=\"url(#arrow)\"><title>{title}</title></path>"
            );
        }
        writeln!(
            svg,
            "<path class=\"message {class}\" d=\"M{x} {y}L{reached} {bottom}\"/><path \
             class=\"lost {class}\" d=\"M{} {}l8 8m0 -8l-8 8\"><title>{title}</title></path>",
            reached - 4,
            bottom - 4
        )
    }

    /// Draws a mark beside a lane, or a label in the right margin.
    fn mark(&mut self, record: &Record, svg: &mut String) -> fmt::Result {
        let y = self.y(record.at);
        match (&record.kind, record.subject) {
            (RecordKind::Protocol(Event::Committed { to, .. }), Some(subject)) => {
                let x = self.x(subject);
                writeln!(
                    svg,
                    "<path class=\"commit\" d=\"M{} {y}h14\"/><text class=\"tick\" x=\"{}\" \
                     y=\"{}\">{to}</text>",
                    x - 7,
                    x - 10,
                    y + 4
                )
            }
            (RecordKind::Protocol(event), Some(subject)) if is_noted(event) => {
                self.note(subject, y, &words::event(event), svg)
            }
            (RecordKind::Crashed { .. } | RecordKind::RefusedToStart { .. }, Some(subject)) => {
                self.note(subject, y, "stops", svg)
            }
            (RecordKind::Settled { .. }, Some(subject)) => {
                self.note(subject, y, &words::describe(&record.kind), svg)
            }
            (RecordKind::Commanded(command), _) => self.label(y, &command.to_string(), false, svg),
            (RecordKind::Violated(violation), _) => {
                self.label(y, violation.property().name(), true, svg)?;
                let sentence = words::violation(violation);
                for line in wrapped(&sentence) {
                    self.label(y, &line, true, svg)?;
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn note(&self, subject: Address, y: u64, text: &str, svg: &mut String) -> fmt::Result {
        let (x, y) = (self.x(subject) + 9, y + 4);
        writeln!(svg, "<text class=\"note\" x=\"{x}\" y=\"{y}\">{}</text>", escaped(text))
    }

    fn label(&mut self, y: u64, text: &str, bad: bool, svg: &mut String) -> fmt::Result {
        let right = self.right();
        let at = y.max(self.last_label + LABEL);
        self.last_label = at;
        let (line, class) = if bad { ("wrong", "bad") } else { ("act", "command") };
        writeln!(
            svg,
            "<path class=\"{line}\" d=\"M{} {y}H{right}L{} {at}\" fill=\"none\"/><text \
             class=\"{class}\" x=\"{}\" y=\"{}\">{}</text>",
            LEFT - 40,
            right + 14,
            right + 18,
            at + 4,
            escaped(text)
        )
    }
}

fn is_noted(event: &Event) -> bool {
    match event {
        Event::VoteDecided { verdict, .. } => verdict.is_allowed(),
        Event::CommitDecided { .. } => false,
        event => words::is_turn(event),
    }
}

fn classes(envelope: &Envelope) -> String {
    let kind = MessageKind::of(&envelope.packet);
    let class = match kind {
        MessageKind::PreVote
        | MessageKind::PreVoteReply
        | MessageKind::VoteRequest
        | MessageKind::VoteReply => "vote",
        MessageKind::Heartbeat => "append idle",
        MessageKind::Append | MessageKind::AppendReply => "append",
        MessageKind::ClientRequest | MessageKind::ClientReply => "client",
        _ => "other",
    };
    if kind.is_reply() { format!("{class} reply") } else { class.to_owned() }
}

/// Breaks a sentence into lines that fit the margin.
fn wrapped(sentence: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in sentence.split(' ') {
        match lines.last_mut() {
            Some(line) if line.is_empty() => word.clone_into(line),
            Some(line) if line.len() + word.len() < 46 => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
