//! What happened lately: the transcript, the messages that can be seen dying, and what else can be
//! felt for a moment.

use std::rc::Rc;

use raft_sim::raft_core::Event;
use raft_sim::{Address, Fact, Loss, MessageKind, Record, Time};

use crate::frame::{FlashKind, FlashView};
use crate::inspector::LineKind;
use crate::motion::{self, Dying};

/// How many records are kept.
const MOST: usize = 1000;

/// How many records are kept of what is remembered for longer.
const MOST_MEMORABLE: usize = 300;

/// What happened lately at the cursor.
#[derive(Clone, Debug, Default)]
pub(crate) struct Recent {
    records: Vec<Rc<Record>>,
    memorable: Vec<Rc<Record>>,
    dying: Vec<Dying>,
    flashes: Vec<FlashView>,
}

impl Recent {
    /// The last records, the oldest first.
    pub(crate) fn records(&self) -> impl DoubleEndedIterator<Item = &Rc<Record>> {
        self.records.iter()
    }

    /// The last records of what is remembered for longer, the oldest first.
    pub(crate) fn memorable(&self) -> impl DoubleEndedIterator<Item = &Rc<Record>> {
        self.memorable.iter()
    }

    /// A record that is still known.
    pub(crate) fn find(&self, seq: u64) -> Option<&Rc<Record>> {
        self.records.iter().chain(&self.memorable).find(|record| record.seq == seq)
    }

    /// The messages that were lost a moment ago.
    pub(crate) fn dying(&self) -> &[Dying] {
        &self.dying
    }

    /// What happened to nodes a moment ago.
    pub(crate) fn flashes(&self) -> &[FlashView] {
        &self.flashes
    }

    /// Takes in what happened until now; says whether any of it can be seen.
    pub(super) fn add(&mut self, records: Vec<Rc<Record>>, now: Time) -> bool {
        for record in &records {
            if let (Fact::Protocol(event), Some(Address::Node(node))) = (&record.fact, record.place)
                && let Some((kind, entries)) = felt(event)
            {
                let (node, at_us) = (node.0 as usize, record.at.0);
                self.flashes.push(FlashView { kind, node, entries, at_us });
            }
        }
        self.flashes.retain(|flash| now.0 < flash.at_us + FlashView::LASTS_US);
        let seen = records.iter().any(|record| is_visible(record));
        self.dying.extend(records.iter().filter_map(|record| dies(record)));
        self.dying.retain(|dying| now.since(dying.since) < motion::DYING);
        let is_memorable = |record: &&Rc<Record>| LineKind::of(&record.fact).is_memorable();
        let memorable: Vec<_> = records.iter().filter(is_memorable).cloned().collect();
        keep(&mut self.memorable, memorable, MOST_MEMORABLE);
        keep(&mut self.records, records, MOST);
        seen
    }
}

/// Adds records, and forgets the oldest if there are too many.
fn keep(known: &mut Vec<Rc<Record>>, records: Vec<Rc<Record>>, most: usize) {
    let too_many = (known.len() + records.len()).saturating_sub(most);
    known.drain(..too_many.min(known.len()));
    known.extend(records);
}

/// What of an event can be felt, and by which entries.
fn felt(event: &Event) -> Option<(FlashKind, (u64, u64))> {
    match event {
        Event::LeaderElected { .. } => Some((FlashKind::Won, (0, 0))),
        Event::Booted { term, .. } if term.0 > 0 => Some((FlashKind::Started, (0, 0))),
        Event::Committed { from, to, .. } => Some((FlashKind::Committed, (from.0 + 1, to.0))),
        Event::Truncated { first, last, .. } => {
            Some((FlashKind::RolledBack, (first.index.0, last.index.0)))
        }
        _ => None,
    }
}

fn dies(record: &Record) -> Option<Dying> {
    let Fact::Lost { parcel, place_permille, loss } = &record.fact else { return None };
    Some(Dying {
        id: parcel.message.0,
        kind: MessageKind::of(&parcel.packet),
        refusal: motion::is_refusal(&parcel.packet),
        ends: (parcel.from, parcel.to),
        place_permille: (*loss != Loss::Cut || *place_permille != 500).then_some(*place_permille),
        since: record.at,
    })
}

/// Whether a person watching the stage would notice.
pub(super) fn is_visible(record: &Record) -> bool {
    match record.fact {
        Fact::WriteBegan(_) | Fact::Persisted(_) | Fact::TimerFired(_) => false,
        Fact::Commanded(_)
        | Fact::Sent(_)
        | Fact::Doubled(_)
        | Fact::Delivered(_)
        | Fact::Lost { .. }
        | Fact::Crashed { .. }
        | Fact::RefusedToStart { .. }
        | Fact::WriteFailed(_)
        | Fact::TailLost { .. }
        | Fact::Administered { .. }
        | Fact::Protocol(_)
        | Fact::Applied { .. }
        | Fact::Submitted { .. }
        | Fact::Settled { .. }
        | Fact::Violated(_) => true,
    }
}
