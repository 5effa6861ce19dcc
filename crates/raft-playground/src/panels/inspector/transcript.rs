//! What happened, in words.

use raft_sim::export::words;
use raft_sim::{Fact, Record};

use crate::intent::{Panel, Playback, Question, TranscriptFilter};
use crate::significance::{LineKind, line_kind};
use crate::snapshot::Snapshot;
use crate::text::seconds;
use crate::view::{Picture, Shape, Writer};

/// How many lines are shown.
const MOST: usize = 40;

/// Lines, the latest one first. Pressing one goes there; beside it one can ask why.
pub(super) fn add(snapshot: &Snapshot, page: &mut Writer) {
    let chosen = snapshot.panels.filter;
    page.open(Shape::Group, "chips").call(&"What is told");
    for filter in TranscriptFilter::ALL {
        let pressed = filter == chosen;
        page.add(Shape::Choice { pressed }, &filter.name()).does(Panel::FilterTranscript(filter));
    }
    page.close();
    page.open(Shape::List, "transcript");
    let (memorable, all) = (snapshot.lane.recent().memorable(), snapshot.lane.recent().records());
    let of_turns = chosen == TranscriptFilter::Turns;
    let mut count = 0;
    // Turns are among what is remembered for longer.
    for record in memorable.rev().filter(|_| of_turns).chain(all.rev().filter(|_| !of_turns)) {
        if count < MOST && line_kind(&record.fact).passes(chosen) {
            count += 1;
            add_line(record, page);
        }
    }
    page.close();
    if snapshot.lane.recent().records().next().is_some_and(|first| first.seq > 0) {
        let text = "What came before is told when you go back there.";
        page.add(Shape::Paragraph, &text).look = "quiet";
    }
}

fn add_line(record: &Record, page: &mut Writer) {
    let look = match line_kind(&record.fact) {
        LineKind::Act => "act",
        LineKind::Alarm => "alarm",
        LineKind::Turn => "turn",
        LineKind::Step | LineKind::Message | LineKind::Disk => "",
    };
    page.open(Shape::Item, look).key = record.seq + 1;
    page.open(Shape::Button, "").does(Playback::Seek { to_us: record.at.0 });
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
        .does(Panel::Ask(Some(Question::Record(record.seq))));
    page.add(Shape::Picture(Picture::Question), &"");
    page.close();
    page.close();
}
