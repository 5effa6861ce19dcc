//! What happened, in words.

use raft_sim::export::words;
use raft_sim::{Fact, Record};

use super::piece::{Picture, Shape, Writer};
use crate::frame::Question;
use crate::intent::Intent;
use crate::session::Session;
use crate::words::seconds;

/// How many lines are shown.
const MOST: usize = 40;

/// What a transcript tells. What the user did and what must never happen is always told.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Told {
    /// The turns of the story.
    Turns,
    /// All that nodes decided.
    Protocol,
    /// What was sent, arrived and was lost.
    Messages,
    /// What was written.
    Disks,
    /// Everything.
    All,
}

impl Told {
    /// Every choice, in reading order.
    pub const ALL: [Self; 5] =
        [Self::Turns, Self::Protocol, Self::Messages, Self::Disks, Self::All];

    /// As it stands on its button.
    pub fn name(self) -> &'static str {
        match self {
            Self::Turns => "Turns",
            Self::Protocol => "Protocol",
            Self::Messages => "Messages",
            Self::Disks => "Disks",
            Self::All => "All",
        }
    }

    fn has(self, kind: LineKind) -> bool {
        match kind {
            LineKind::Act | LineKind::Alarm => true,
            LineKind::Turn => matches!(self, Self::Turns | Self::Protocol | Self::All),
            LineKind::Step => matches!(self, Self::Protocol | Self::All),
            LineKind::Message => matches!(self, Self::Messages | Self::All),
            LineKind::Disk => matches!(self, Self::Disks | Self::All),
        }
    }
}

/// What kind of thing happened.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum LineKind {
    /// The user did something, or a scenario.
    Act,
    /// A property was violated.
    Alarm,
    /// A turn of the story: a role, a vote, a commit, a crash, an answer to a client.
    Turn,
    /// Something else that a node decided or did.
    Step,
    /// Something about a message.
    Message,
    /// Something about a disk.
    Disk,
}

impl LineKind {
    /// What kind of thing a fact is.
    pub(crate) fn of(fact: &Fact) -> Self {
        match fact {
            Fact::Commanded(_) => Self::Act,
            Fact::Violated(_) => Self::Alarm,
            Fact::Protocol(event) if words::is_turn(event) => Self::Turn,
            Fact::Crashed { .. }
            | Fact::RefusedToStart { .. }
            | Fact::WriteFailed(_)
            | Fact::TailLost { .. }
            | Fact::Administered { .. }
            | Fact::Settled { .. } => Self::Turn,
            Fact::Sent(_) | Fact::Doubled(_) | Fact::Delivered(_) | Fact::Lost { .. } => {
                Self::Message
            }
            Fact::WriteBegan(_) | Fact::Persisted(_) => Self::Disk,
            Fact::Protocol(_)
            | Fact::TimerFired(_)
            | Fact::Applied { .. }
            | Fact::Submitted { .. } => Self::Step,
        }
    }

    /// Whether it is remembered for longer than the rest.
    pub(crate) fn is_memorable(self) -> bool {
        matches!(self, Self::Act | Self::Alarm | Self::Turn)
    }
}

/// Lines, the latest one first. Pressing one goes there; beside it one can ask why.
pub(super) fn draw(session: &Session, page: &mut Writer) {
    let chosen = session.inspected.told;
    page.open(Shape::Group, "chips").call(&"What is told");
    for told in Told::ALL {
        let pressed = told == chosen;
        page.add(Shape::Choice { pressed }, &told.name()).does(Intent::Tell(told));
    }
    page.close();
    page.open(Shape::List, "transcript");
    let (memorable, all) = (session.recent.memorable(), session.recent.records());
    let of_turns = chosen == Told::Turns;
    let mut count = 0;
    // Turns are among what is remembered for longer.
    for record in memorable.rev().filter(|_| of_turns).chain(all.rev().filter(|_| !of_turns)) {
        if count < MOST && chosen.has(LineKind::of(&record.fact)) {
            count += 1;
            add_line(record, page);
        }
    }
    page.close();
    if session.recent.records().next().is_some_and(|first| first.seq > 0) {
        let text = "What came before is told when you go back there.";
        page.add(Shape::Paragraph, &text).look = "quiet";
    }
}

fn add_line(record: &Record, page: &mut Writer) {
    let look = match LineKind::of(&record.fact) {
        LineKind::Act => "act",
        LineKind::Alarm => "alarm",
        LineKind::Turn => "turn",
        LineKind::Step | LineKind::Message | LineKind::Disk => "",
    };
    page.open(Shape::Item, look).key = record.seq + 1;
    page.open(Shape::Button, "").does(Intent::Seek { to_us: record.at.0 });
    page.add(Shape::Time, &seconds(record.at.0));
    let place = page.add(Shape::Strong, &"");
    if let Some(at) = record.place {
        place.write(&at);
    }
    match &record.fact {
        Fact::Commanded(command) => page.add(Shape::Text, command),
        fact => page.add(Shape::Text, &words::fact(fact)),
    };
    page.close();
    page.open(Shape::Button, "reason")
        .call(&"Why?")
        .does(Intent::Ask(Some(Question::Record(record.seq))));
    page.add(Shape::Picture(Picture::Question), &"");
    page.close();
    page.close();
}
