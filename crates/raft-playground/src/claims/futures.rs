//! Claims about what will never be: judged when the run has ended.

use raft_sim::{ClientId, RecordKind};

use super::{Moment, Witness};
use crate::text::Said;

/// Claims that the rest of the run can refute.
#[derive(Default)]
pub(super) struct Futures {
    never_applied: Vec<(&'static str, ClientId, u64)>,
}

impl Futures {
    /// Remembers what a sentence says about the future.
    pub(super) fn expect(&mut self, said: &Said, moment: &Moment) {
        if let (Said::ClientToldSuperseded { .. }, Some(record)) = (said, moment.record)
            && let RecordKind::Settled { serial, .. } = record.kind
            && let Some(raft_sim::Address::Client(client)) = record.subject
        {
            self.never_applied.push(("client-told-superseded", client, serial));
        }
    }

    /// The claims that the run refuted: which message, and what happened.
    pub(super) fn refuted(self, witness: &Witness) -> impl Iterator<Item = (&'static str, String)> {
        let applied = self
            .never_applied
            .into_iter()
            .filter(|(_, client, serial)| witness.was_applied(*client, *serial));
        applied.map(|(id, client, serial)| {
            (id, format!("request {serial} of {client:?} was applied, before or afterwards"))
        })
    }
}
