//! Recent events: the transcript, lost messages, and the flashes at nodes.

use std::rc::Rc;

use raft_sim::raft_core::Micros;
use raft_sim::{Address, MessageKind, Record, RecordKind, Time};

use crate::query;
use crate::significance::{self, line_kind};
use crate::view::FlashView;

/// How long a lost message is shown, in simulated time.
pub(crate) const DYING: Micros = Micros::from_millis(12);

/// How many records are kept.
const MOST: usize = 1000;

/// How many memorable records are kept.
const MOST_MEMORABLE: usize = 300;

/// The recent events at the cursor.
#[derive(Clone, Debug, Default)]
pub(crate) struct RecentEvents {
    /// The last records, the oldest first.
    pub(crate) records: Vec<Rc<Record>>,
    /// The last memorable records, the oldest first.
    pub(crate) memorable: Vec<Rc<Record>>,
    /// The messages that were lost a moment ago.
    pub(crate) dying: Vec<DyingMessage>,
    /// The flashes at nodes.
    pub(crate) flashes: Vec<FlashView>,
}

impl RecentEvents {
    /// Every record that is still known: the memorable ones, and the last ones.
    pub(crate) fn known(&self) -> [&[Rc<Record>]; 2] {
        [&self.memorable, &self.records]
    }

    /// A record that is still known.
    pub(crate) fn find(&self, seq: u64) -> Option<&Rc<Record>> {
        self.records.iter().chain(&self.memorable).find(|record| record.seq == seq)
    }

    /// Adds the records until now; whether any is visible.
    pub(crate) fn add(&mut self, records: Vec<Rc<Record>>, now: Time) -> bool {
        for record in &records {
            if let Some((node, kind, entries)) = significance::flash_of(record) {
                let (node, at_us) = (node.0 as usize, record.at.0);
                self.flashes.push(FlashView { kind, node, entries, at_us });
            }
        }
        self.flashes.retain(|flash| now.0 < flash.at_us + FlashView::LASTS_US);
        let seen = records.iter().any(|record| significance::is_visible(record));
        self.dying.extend(records.iter().filter_map(|record| dying(record)));
        self.dying.retain(|dying| now.since(dying.since) < DYING);
        let is_memorable = |record: &&Rc<Record>| line_kind(&record.kind).is_memorable();
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

/// A message that was lost a moment ago.
#[derive(Clone, Debug)]
pub(crate) struct DyingMessage {
    pub(crate) id: u64,
    pub(crate) kind: MessageKind,
    pub(crate) is_refusal: bool,
    pub(crate) ends: (Address, Address),
    /// How far it had come in thousandths; none if it is where its link is cut both ways.
    pub(crate) place_permille: Option<u16>,
    pub(crate) since: Time,
}

fn dying(record: &Record) -> Option<DyingMessage> {
    let RecordKind::Lost { envelope, place_permille, loss } = &record.kind else { return None };
    Some(DyingMessage {
        id: envelope.message.0,
        kind: MessageKind::of(&envelope.packet),
        is_refusal: query::is_refusal(&envelope.packet),
        ends: (envelope.from, envelope.to),
        place_permille: significance::place_of_loss(*loss, *place_permille),
        since: record.at,
    })
}
