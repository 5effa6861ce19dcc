//! Claims of the answers to “Why?”: about the record that was asked about, as things were at its
//! moment, or about the present.

mod client_messages;
mod clients;
mod disks;
mod elections;
mod entries;
mod log;
mod members;
mod messages;
mod past;
mod present;
mod present_values;
mod roles;
mod rules;
mod titles;
mod value;
mod values;
mod vote_pairs;
mod votes;
mod waiting;

pub(super) use rules::check_refusing;
pub(super) use values::check as check_row;

use super::{Checked, Moment};
use crate::text::Statement;

/// Judges a sentence of an answer; none if it states only what is always so.
pub(super) fn check(said: &Statement, moment: &Moment) -> Option<Checked> {
    let checks: [fn(&Statement, &Moment) -> Option<Checked>; 13] = [
        titles::check,
        rules::check,
        elections::check,
        votes::check,
        messages::check,
        log::check,
        members::check,
        disks::check,
        clients::check,
        entries::check,
        present::check,
        vote_pairs::check,
        waiting::check,
    ];
    checks.iter().find_map(|check| check(said, moment))
}
