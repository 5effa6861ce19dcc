//! Which run the page shows at first, and showing another one.

use std::mem::take;

use raft_playground::Playground;
use raft_playground::intent::Playback;
use raft_playground::share::OpenedRun;
use raft_playground::text::{Words, say};

use super::{App, Props};

/// How long an election takes to come, at first. Nothing happens before it, and a user should see
/// something soon.
const UNTIL_FIRST_ELECTION_US: u64 = 2_000_000;

/// Goes to the moment in the address; without one, to a moment soon before something happens.
pub(super) fn begin(session: &mut Playground, address: &Props) {
    match address.at_us {
        _ if address.is_awaited => {}
        Some(at_us) => session.show(at_us),
        None if address.options.paused => {}
        None => session.begin_soon(UNTIL_FIRST_ELECTION_US),
    }
}

impl App {
    /// Shows another run. For the first one, the address may give a moment, and pause it.
    pub(super) fn open(&mut self, mut opened: OpenedRun, address: &Props) {
        self.complaint = opened.complaint.take().map(Words::from);
        self.dismissed = self.dismissed.and(Some(0));
        self.session.open(opened);
        if take(&mut self.is_awaited) {
            if let Some(at_us) = address.at_us {
                self.session.show(at_us);
            }
            if let Some(beat) = &address.beat {
                self.show_beat(beat);
            }
            if address.options.paused {
                self.session.handle(Playback::Pause);
            }
        }
    }

    /// Shows a beat of the story.
    pub(super) fn show_beat(&mut self, name: &str) {
        if !self.session.show_beat(name) {
            let parameter = ["beat=", name].concat();
            self.complaint = Some(say::address_beat_unknown(parameter).into());
        }
    }
}
