//! Claims of the transcript's lines about snapshots.

use raft_sim::Record;
use raft_sim::raft_core::Body;

use super::transcript_facts::{all_off, is_on, node};
use super::transcript_parts::position_is;
use super::{Checked, Moment, claim};
use crate::text::{Sentence, Statement};

pub(super) fn snapshots(said: &Statement, record: &Record, moment: &Moment) -> Option<Checked> {
    let begins = |position: &Sentence| {
        let Some(node) = node(record, moment) else { return Ok(()) };
        let base = node.log().base();
        if position_is(position, base) {
            Ok(())
        } else {
            Err(format!("its log begins after {base:?}"))
        }
    };
    match *said {
        Statement::LogCompacts { position } | Statement::LogInstallsSnapshot { position } => {
            begins(position).into()
        }
        Statement::LogInstallsSnapshotWithoutRule { position, rule_names } => {
            begins(position).and_then(|()| all_off(rule_names, moment)).into()
        }
        Statement::LogIgnoresSnapshot { position, rule_name, section } => {
            let (_, _, body) = moment.truth.message(record)?;
            let Body::InstallSnapshot(chunk) = body else { return None };
            claim(position_is(position, chunk.last), || format!("{:?}", chunk.last))
                .map(|checked| checked.and_then(|()| is_on(rule_name, section, moment)))
        }
        _ => None,
    }
}
