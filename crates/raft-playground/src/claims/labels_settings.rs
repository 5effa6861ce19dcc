//! Claims in the tab of the settings: advice about what the form holds, and the rules that are off.

use std::rc::Rc;

use raft_sim::raft_core::Micros;

use super::labels_place::expect;
use super::{Checked, Moment};
use crate::text::{Sentence, Statement, Words};
use crate::view::{Piece, PieceKind};

pub(super) fn check(told: &Sentence, form: &Piece, moment: &Moment) -> Option<Checked> {
    match told.statement() {
        Statement::SettingsRulesOff { count } => {
            let off = moment.simulation.waived().iter().count() as u64;
            expect(off == count, || format!("{off} are off"))
        }
        Statement::AdviceLeaderWithoutMajority {} => {
            let on = |name| valid(form, name).as_deref() == Some("on");
            let (asks, counts) = (on("pre-vote"), on("check-quorum"));
            expect(asks && !counts && nodes(form) > 2, || {
                format!("pre-vote: {asks}, check-quorum: {counts}, nodes: {}", nodes(form))
            })
        }
        Statement::AdviceEqualTimeouts { span: told } => {
            let timeout = valid(form, "election-timeout");
            let is_exact = timeout.as_deref().and_then(span) == Some(told);
            expect(is_exact && nodes(form) > 1, || format!("the form says {timeout:?}"))
        }
        Statement::AdviceSlowVotes { span: told } => {
            let latency = valid(form, "latency").as_deref().and_then(span)?;
            let write = valid(form, "disk-latency").as_deref().and_then(span)?;
            let all = Micros(latency.0 * 2 + write.0);
            let least = least(&valid(form, "election-timeout")?)?;
            expect(all == told && all >= least && nodes(form) > 1, || {
                format!("they take {all:?}, and a timer runs for {least:?} or more")
            })
        }
        Statement::AdviceShortLease { span: told } => {
            let reads = valid(form, "reads")?;
            let drift = reads.strip_prefix("lease ")?.strip_suffix('%')?.parse::<f64>().ok()?;
            let least = least(&valid(form, "election-timeout")?)?;
            let renewed = valid(form, "heartbeat-interval").as_deref().and_then(span)?;
            #[allow(clippy::cast_precision_loss, reason = "spans are short")]
            let lasts = least.0 as f64 * (100.0 - drift) / 100.0;
            #[allow(clippy::cast_precision_loss, reason = "spans are short")]
            let differs = (lasts - told.0 as f64).abs();
            expect(differs < 1000.0 && told <= renewed, || {
                format!("it lasts {lasts} us, and is renewed every {renewed:?}")
            })
        }
        Statement::ValueHeartbeatTooSlow { span: interval, waited } => {
            let typed = field(form, "heartbeat-interval").as_deref().and_then(span);
            let timeout = least(&field(form, "election-timeout")?);
            let right = typed == Some(interval) && timeout == Some(waited);
            expect(right && interval >= waited, || format!("{typed:?} and {timeout:?}"))
        }
        Statement::ValueLeaseWithoutCheckQuorum {} => {
            let counts = field(form, "check-quorum");
            let reads = field(form, "reads")?;
            let is_lease = reads.starts_with("lease");
            expect(is_lease && counts.as_deref() == Some("off"), || {
                format!("check-quorum: {counts:?}, reads: {reads}")
            })
        }
        _ => None,
    }
}

fn nodes(form: &Piece) -> u64 {
    valid(form, "nodes").and_then(|text| text.parse().ok()).unwrap_or_default()
}

/// What a field holds, unless it is refused: then the value before it counts.
fn valid(form: &Piece, name: &str) -> Option<Rc<str>> {
    fn is_refused(piece: &Piece, name: &str) -> bool {
        matches!(piece.kind, PieceKind::Field { setting, refused: true } if setting.name() == name)
            || piece.parts.iter().any(|part| is_refused(part, name))
    }
    field(form, name).filter(|_| !is_refused(form, name))
}

/// What a field of the form holds, by the name of its setting in scripts.
fn field(piece: &Piece, name: &str) -> Option<Rc<str>> {
    let text = match piece.kind {
        PieceKind::Field { setting, .. } if setting.name() == name => match &piece.text {
            Some(Words::Data(text)) => Some(Rc::clone(text)),
            _ => None,
        },
        PieceKind::Switch { setting, is_on, .. } if setting.name() == name => {
            Some(if is_on { "on" } else { "off" }.into())
        }
        _ => None,
    };
    text.or_else(|| piece.parts.iter().find_map(|part| field(part, name)))
}

/// A span such as `20ms`, as a user writes it.
fn span(text: &str) -> Option<Micros> {
    let units = [("us", 1.0), ("ms", 1_000.0), ("s", 1_000_000.0)];
    let (number, unit) = units
        .iter()
        .find_map(|(unit, size)| Some((text.strip_suffix(unit)?.parse::<f64>().ok()?, size)))?;
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "spans are positive and short"
    )]
    Some(Micros((number * unit).round() as u64))
}

/// The lower end of a range such as `150ms to 300ms`.
fn least(text: &str) -> Option<Micros> {
    span(text.split(" to ").next()?)
}
