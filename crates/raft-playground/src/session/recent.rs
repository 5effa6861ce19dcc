//! What happened lately: the transcript, and the messages that can be seen dying.

use std::rc::Rc;

use raft_sim::{Fact, MessageKind, Record, Time};

use crate::motion::{self, Dying};

/// How many records are kept.
const MOST: usize = 1000;

/// What happened lately at the cursor.
#[derive(Clone, Debug, Default)]
pub(crate) struct Recent {
    records: Vec<Rc<Record>>,
    dying: Vec<Dying>,
}

impl Recent {
    /// The last records, the oldest first.
    pub(crate) fn records(&self) -> impl DoubleEndedIterator<Item = &Rc<Record>> {
        self.records.iter()
    }

    /// The messages that were lost a moment ago.
    pub(crate) fn dying(&self) -> &[Dying] {
        &self.dying
    }

    /// Takes in what happened until now; says whether any of it can be seen.
    pub(super) fn add(&mut self, records: Vec<Rc<Record>>, now: Time) -> bool {
        let seen = records.iter().any(|record| is_visible(&record.fact));
        self.dying.extend(records.iter().filter_map(|record| dies(record)));
        self.dying.retain(|dying| now.since(dying.since) < motion::DYING);
        let too_many = (self.records.len() + records.len()).saturating_sub(MOST);
        self.records.drain(..too_many.min(self.records.len()));
        self.records.extend(records);
        seen
    }
}

fn dies(record: &Record) -> Option<Dying> {
    let Fact::Lost { parcel, place_permille, .. } = &record.fact else { return None };
    Some(Dying {
        id: parcel.message.0,
        kind: MessageKind::of(&parcel.packet),
        refusal: motion::is_refusal(&parcel.packet),
        ends: (parcel.from, parcel.to),
        progress: f64::from(*place_permille) / 1000.0,
        since: record.at,
    })
}

/// Whether a person watching the stage would notice.
fn is_visible(fact: &Fact) -> bool {
    match fact {
        Fact::WriteBegan(_) | Fact::Persisted(_) | Fact::TimerFired(_) => false,
        Fact::Commanded(_)
        | Fact::Sent(_)
        | Fact::Doubled(_)
        | Fact::Delivered(_)
        | Fact::Lost { .. }
        | Fact::Crashed { .. }
        | Fact::RefusedToStart { .. }
        | Fact::Protocol(_)
        | Fact::Applied { .. }
        | Fact::Submitted { .. }
        | Fact::Settled { .. }
        | Fact::Violated(_) => true,
    }
}
