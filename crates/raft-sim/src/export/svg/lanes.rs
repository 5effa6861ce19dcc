//! The lanes of the diagram, with the role of each node over time.

use std::fmt::{self, Write};

use super::{Diagram, TOP};
use crate::record::{Record, RecordKind, RoleName};
use crate::time::Time;

impl Diagram {
    /// Draws the lanes, with the role of each node over time.
    pub(super) fn lanes(&self, records: &[Record], svg: &mut String) -> fmt::Result {
        for &address in &self.lanes {
            let (x, bottom) = (self.x(address), self.y(self.end) + 20);
            writeln!(
                svg,
                "<text class=\"head\" x=\"{x}\" y=\"46\">{address}</text><path class=\"lane\" \
                 d=\"M{x} {}V{bottom}\"/>",
                TOP - 20
            )?;
            let mut span = (LaneState::Follower, self.begin);
            for record in records.iter().filter(|record| record.subject == Some(address)) {
                let state = LaneState::after(record).unwrap_or(span.0);
                if state != span.0 {
                    self.span(x, span, record.at, svg)?;
                    span = (state, record.at);
                }
            }
            self.span(x, span, self.end, svg)?;
        }
        Ok(())
    }

    fn span(&self, x: u64, from: (LaneState, Time), to: Time, svg: &mut String) -> fmt::Result {
        let (top, bottom) = (self.y(from.1), self.y(to));
        let class = match from.0 {
            LaneState::Follower => return Ok(()),
            LaneState::Stopped => {
                let way = format!("M{x} {top}V{bottom}");
                let gap = format!("<path class=\"down\" d=\"{way}\"/>");
                return writeln!(svg, "{gap}<path class=\"off\" d=\"{way}\"/>");
            }
            LaneState::Candidate => "candidate",
            LaneState::Leader => "leader",
        };
        let height = (bottom - top).max(1);
        writeln!(
            svg,
            "<rect class=\"{class}\" x=\"{}\" y=\"{top}\" width=\"8\" height=\"{height}\" \
             rx=\"3\"/>",
            x - 4
        )
    }
}

/// The state of a node, as far as its lane shows it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum LaneState {
    Follower,
    Candidate,
    Leader,
    Stopped,
}

impl LaneState {
    fn after(record: &Record) -> Option<Self> {
        if matches!(record.kind, RecordKind::Crashed { .. } | RecordKind::RefusedToStart { .. }) {
            return Some(Self::Stopped);
        }
        record.state.as_ref().map(|state| match state.role {
            RoleName::Follower => Self::Follower,
            RoleName::PreCandidate | RoleName::Candidate => Self::Candidate,
            RoleName::Leader => Self::Leader,
        })
    }
}
