//! The transcript: the records in words.

use std::rc::Rc;

use raft_sim::Record;

use crate::intent::{Panel, Playback, Question, Transcript, TranscriptFilter};
use crate::phrases;
use crate::significance::{LineKind, line_kind};
use crate::snapshot::Snapshot;
use crate::text::{Words, say};
use crate::view::{Picture, PieceKind, Writer};

/// A page of lines, the latest first. Pressing a line goes to its moment; a button beside it asks
/// why.
pub(super) fn add(snapshot: &Snapshot, page: &mut Writer) {
    let transcript = &snapshot.panels.transcript;
    page.open(PieceKind::Group, "chips").call(say::transcript_filter());
    for filter in TranscriptFilter::ALL {
        let pressed = filter == transcript.filter;
        page.add(PieceKind::Choice { pressed }, filter.label()).intent(Transcript::Filter(filter));
    }
    page.close();
    let text = Rc::clone(&transcript.search);
    page.add(PieceKind::Search, text).call(say::transcript_search());
    page.open(PieceKind::List, "transcript");
    for record in transcript.lines() {
        add_line(snapshot, record, page);
    }
    page.close();
    if let Some(at) = transcript.searches_before() {
        page.add(PieceKind::Paragraph, say::transcript_searches(at)).class("quiet");
    } else if transcript.lines().is_empty() {
        page.add(PieceKind::Paragraph, say::transcript_finds_nothing()).class("quiet");
    }
    page.open(PieceKind::Group, "turns");
    if transcript.has_later() {
        page.add(PieceKind::Button, say::transcript_later())
            .class("copy")
            .intent(Transcript::Later);
    }
    if transcript.has_earlier() {
        page.add(PieceKind::Button, say::transcript_earlier())
            .class("copy")
            .intent(Transcript::Earlier);
    }
    page.close();
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
