//! The transcript: the records in words.

use raft_sim::Record;

use crate::intent::{Panel, Playback, Question, TranscriptFilter};
use crate::phrases;
use crate::significance::{LineKind, line_kind};
use crate::snapshot::Snapshot;
use crate::text::{Words, say};
use crate::view::{Picture, PieceKind, Writer};

/// How many lines are shown.
const MOST: usize = 40;

/// The lines, the latest first. Pressing a line goes to its moment; a button beside it asks why.
pub(super) fn add(snapshot: &Snapshot, page: &mut Writer) {
    let chosen = snapshot.panels.filter;
    page.open(PieceKind::Group, "chips").call(say::transcript_filter());
    for filter in TranscriptFilter::ALL {
        let pressed = filter == chosen;
        page.add(PieceKind::Choice { pressed }, filter.label())
            .intent(Panel::FilterTranscript(filter));
    }
    page.close();
    page.open(PieceKind::List, "transcript");
    let recent = &snapshot.lane.recent;
    // Turns are among the memorable records, which are kept for longer.
    let of_turns = chosen == TranscriptFilter::Turns;
    let records = if of_turns { &recent.memorable } else { &recent.records };
    let shown = records.iter().rev().filter(|record| line_kind(&record.kind).passes(chosen));
    for record in shown.take(MOST) {
        add_line(snapshot, record, page);
    }
    page.close();
    if recent.records.first().is_some_and(|first| first.seq > 0) {
        page.add(PieceKind::Paragraph, say::transcript_earlier()).class("quiet");
    }
}

fn add_line(snapshot: &Snapshot, record: &Record, page: &mut Writer) {
    let kind = line_kind(&record.kind);
    let class = match kind {
        LineKind::Command => "command",
        LineKind::Alarm => "alarm",
        LineKind::Turn => "turn",
        LineKind::Step | LineKind::Message | LineKind::Disk => "",
    };
    page.open(PieceKind::Item, class).key = record.seq + 1;
    page.open(PieceKind::Button, "").intent(Playback::Seek { to_us: record.at.0 });
    page.add(PieceKind::Time, record.at);
    page.add_empty(PieceKind::Strong).text = record.subject.map(Words::from);
    page.add(PieceKind::Text, phrases::line(record, snapshot.simulation()));
    page.close();
    // A command has no cause in the cluster.
    if kind != LineKind::Command {
        let why = Panel::Ask(Some(Question::Record(record.seq)));
        page.add_picture_button(Picture::Question, "reason", say::transcript_why(), why);
    }
    page.close();
}
