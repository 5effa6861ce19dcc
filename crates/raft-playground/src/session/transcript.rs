//! Reading what happened: pages, search, and lines that stand still.

use raft_sim::Time;

use super::Session;
use crate::intent::{Question, Tab, Transcript};
use crate::text::Contains;

impl Session {
    /// From now on the transcript is searched with this.
    pub(crate) fn search_with(&mut self, contains: Contains) {
        self.panels.transcript.contains = Some(contains);
    }

    pub(super) fn handle_transcript(&mut self, intent: Transcript) {
        let Self { lanes: [lane], panels, .. } = self;
        let (transcript, recent) = (&mut panels.transcript, lane.recent_records());
        match intent {
            Transcript::Filter(filter) => {
                transcript.filter = filter;
                transcript.list_again(&recent);
            }
            // Leaving the field sends the same text again.
            Transcript::Search(text) if text == transcript.search => {}
            Transcript::Search(text) => {
                transcript.search = text;
                transcript.list_again(&recent);
            }
            Transcript::Earlier => transcript.turn_earlier(&recent),
            Transcript::Later => transcript.turn_later(&recent),
            Transcript::Hold(is_held) => transcript.is_held = is_held,
        }
    }

    /// Takes in what has happened, if the transcript is open; whether its lines differ.
    pub(super) fn follow_transcript(&mut self) -> bool {
        let Self { lanes: [lane], panels, .. } = self;
        if panels.tab != Some(Tab::Transcript) {
            panels.transcript.is_held = false;
            return false;
        }
        panels.transcript.follow(&lane.recent_records())
    }

    /// Looks for more lines of the open transcript in a piece of the past; whether any was left to
    /// look at.
    pub(crate) fn look_back(&mut self) -> bool {
        let Self { lanes: [lane], panels, .. } = self;
        panels.tab == Some(Tab::Transcript) && panels.transcript.look_back(&lane.history)
    }

    /// When a line happened that is asked about and is not among the recent events: there it can be
    /// explained.
    pub(super) fn moment_to_explain(&self, question: Option<Question>) -> Option<Time> {
        let Some(Question::Record(seq)) = question else { return None };
        let line = self.panels.transcript.find(seq)?;
        self.lane().recent.find(seq).is_none().then_some(line.at)
    }
}
