//! Claims about why logs change, and why entries are committed and applied.

use raft_sim::raft_core::{AppendOutcome, Body, Event, LogPosition, Rule};
use raft_sim::{RecordKind, RoleName};

use super::super::arithmetic::{decides, voters};
use super::super::{Checked, Moment, claim};
use super::past::{
    Decided, agree, bugs, decided, is_fresh, refusing, rules_off, running, together, verdict,
};
use super::rules::conflicting;
use crate::text::Statement;

pub(super) fn check(said: &Statement, moment: &Moment) -> Option<Checked> {
    if let Some(RecordKind::Applied { entry, .. }) = moment.record.map(|record| &record.kind) {
        let state = moment.record?.state.as_ref()?;
        let is_committed = entry.index <= state.commit_index;
        return match *said {
            Statement::WhyApplies {} => claim(is_committed, || format!("{:?}", state.commit_index)),
            Statement::WhyAppliesDespite {} => {
                let off = rules_off(moment);
                claim(off.contains(Rule::ApplyCommitted), || format!("{off:?} are off"))
            }
            _ => None,
        };
    }
    let of = decided(moment)?;
    match *of.event {
        Event::AppendDecided { previous, own_term, .. } => {
            let agrees = own_term == Some(previous.term);
            let allowed = verdict(of.event)?.is_allowed();
            let truth = || format!("the term there is {own_term:?}; accepted: {allowed}");
            match *said {
                Statement::WhyAcceptsEntriesByRule {} => claim(allowed, truth),
                Statement::WhyAcceptsEntriesDespite {} => claim(allowed && !agrees, truth),
                Statement::WhyRejectsEntries {} => claim(!allowed && !agrees, truth),
                Statement::WhyRejectsEntriesByRule {} => {
                    let off = rules_off(moment).contains(Rule::CompactedMatches);
                    claim(refusing(of.event).is_some() || off, truth)
                }
                _ => None,
            }
        }
        Event::Truncated { first, last, .. } => removed(said, moment, first, last),
        Event::Appended { last, .. } => appended(said, moment, &of, last),
        Event::CommitDecided { .. } | Event::Committed { .. } => committed(said, moment, &of),
        _ => learned(said, moment, &of),
    }
}

fn removed(
    said: &Statement,
    moment: &Moment,
    first: LogPosition,
    last: LogPosition,
) -> Option<Checked> {
    let lost = moment.truth.committed_in(first.index, last.index).find(|position| {
        *position == first
            || *position == last
            || first.term == last.term && position.term == first.term
    });
    let conflicts = conflicting(moment, first.index, first.term);
    let truth = || format!("{lost:?} was committed; the leader's entry conflicts: {conflicts}");
    match *said {
        Statement::WhyRemoves {} => claim(lost.is_none() && conflicts, truth),
        Statement::WhyRemovesUnsure {} => claim(conflicts, truth),
        Statement::WhyRemovesCommitted { index } => {
            let mut committed = moment.truth.committed_in(index, index);
            let was = committed.next().is_some() && (first.index..=last.index).contains(&index);
            claim(was && conflicts, truth)
        }
        Statement::WhyRemovesPerhaps {} => {
            let off = rules_off(moment);
            let careless =
                off.contains(Rule::TruncateOnlyConflicts) || off.contains(Rule::CompactedMatches);
            claim(careless, truth)
        }
        Statement::WhyRemovesTooMuch {} => {
            let off = rules_off(moment);
            let careless =
                off.contains(Rule::TruncateOnlyConflicts) || off.contains(Rule::CompactedMatches);
            claim(careless && !conflicts, truth)
        }
        _ => None,
    }
}

fn appended(said: &Statement, moment: &Moment, of: &Decided, last: LogPosition) -> Option<Checked> {
    match *said {
        Statement::WhyAppends {} => {
            let (from, term, _) = moment.truth.message(of.record)?;
            let (Some(leader), Some(own)) = (running(moment, from), running(moment, of.node))
            else {
                return Some(Ok(()));
            };
            let still_leads = leader.is_leader() && leader.term() == term && is_fresh(moment);
            Some(if still_leads { agree(leader, own, last.index) } else { Ok(()) })
        }
        Statement::WhyAppendsAfter {} => {
            let differs = together(moment, of.record).into_iter().any(|event| {
                matches!(event, Event::AppendDecided { previous, own_term, .. }
                    if *own_term != Some(previous.term))
            });
            claim(!differs, || "the entry before them differs".into())
        }
        Statement::WhyAppendsDespite {} => {
            let off = rules_off(moment);
            let despite = together(moment, of.record).into_iter().any(|event| {
                matches!(event, Event::AppendDecided { .. })
                    && verdict(event)
                        .is_some_and(|verdict| refusing(event).is_none() && verdict.is_allowed())
            });
            claim(off.contains(Rule::ConsistencyCheck) && despite, || format!("{off:?} are off"))
        }
        _ => None,
    }
}

fn learned(said: &Statement, moment: &Moment, of: &Decided) -> Option<Checked> {
    match (said, of.event) {
        (
            Statement::WhyMatched {} | Statement::WhyMatchedDespite {},
            Event::Matched { follower, index },
        ) => {
            let is_voter = voters(&of.state.membership).contains(follower);
            let caused = moment.truth.message(of.record);
            let covers = caused.is_some_and(|(from, term, body)| {
                let covers = match body {
                    Body::AppendEntriesReply {
                        outcome: AppendOutcome::Matched { through },
                        ..
                    } => through >= index,
                    Body::InstallSnapshotReply { last, done, .. } => *done && last >= index,
                    _ => false,
                };
                from == *follower && term == of.state.term && covers
            });
            let despite = matches!(said, Statement::WhyMatchedDespite {});
            let off = rules_off(moment);
            let counts = is_voter || off.contains(Rule::CountOnlyVoters);
            claim(if despite { off.iter().next().is_some() } else { covers && counts }, || {
                format!("{caused:?} caused it; {:?}; {off:?} are off", of.state.membership)
            })
        }
        (Statement::WhyMatchedLearner {}, Event::Matched { follower, .. }) => {
            let is_voter = voters(&of.state.membership).contains(follower);
            claim(!is_voter, || format!("{:?}", of.state.membership))
        }
        (Statement::WhyBacksOff {}, Event::WentBack { follower, .. }) => {
            let caused = moment.truth.message(of.record);
            let rejected = caused.is_some_and(|(from, _, body)| {
                from == *follower
                    && matches!(
                        body,
                        Body::AppendEntriesReply { outcome: AppendOutcome::Mismatched { .. }, .. }
                    )
            });
            claim(rejected, || format!("{caused:?} caused it"))
        }
        (Statement::WhyCreatesNoOp {}, Event::EntryCreated { no_op, .. }) => {
            claim(*no_op, || "it is no no-op".into())
        }
        (Statement::WhyCreatesEntry {}, Event::EntryCreated { no_op, .. }) => {
            claim(!no_op && of.state.role == RoleName::Leader, || format!("{:?}", of.state.role))
        }
        (
            Statement::WhyInstallsSnapshot { index }
            | Statement::WhyInstallsSnapshotBefore { index },
            Event::SnapshotInstalled { last, kept_suffix, .. },
        ) => {
            let before = super::past::before(moment, of.node);
            let mut before = before.filter(|other| other.cause != of.record.cause);
            let had = before.find_map(|other| Some(other.state.as_ref()?.last));
            let kept = matches!(said, Statement::WhyInstallsSnapshotBefore { .. });
            let lacked = had.is_none_or(|had| had.index < last.index);
            let right = *index == last.index && kept == *kept_suffix && !(kept && lacked);
            claim(right, || format!("its log ended at {had:?}; kept: {kept_suffix}"))
        }
        (Statement::WhyCompacts {}, Event::Compacted { last }) => {
            let applied = running(moment, of.node).map(|node| node.log().base());
            let covers = applied.is_none_or(|base| base.index >= last.index);
            claim(covers && of.state.commit_index >= last.index, || format!("{applied:?}"))
        }
        (Statement::WhyInstallsSnapshotDespite {}, Event::SnapshotInstalled { .. }) => {
            let off = rules_off(moment);
            let despite = off.contains(Rule::SnapshotKeepsSuffix)
                || off.contains(Rule::SnapshotDropsConflict);
            claim(despite, || format!("{off:?} are off"))
        }
        _ => None,
    }
}

fn committed(said: &Statement, moment: &Moment, of: &Decided) -> Option<Checked> {
    let state = of.state;
    if let Event::CommitDecided { candidate, copies, needed, term, .. } = *of.event {
        let voters = voters(&state.membership);
        let hosts = moment.simulation.hosts().iter();
        let acknowledged: Vec<_> = hosts
            .filter(|host| super::super::arithmetic::has(host, candidate))
            .map(|host| host.id)
            .collect();
        // A membership that is committed may have begun the next one in the same step.
        let changed = together(moment, of.record)
            .into_iter()
            .any(|event| matches!(event, Event::MembershipCreated { .. }));
        let enough = !is_fresh(moment)
            || changed
            || decides(moment.simulation, &state.membership, |voter| acknowledged.contains(&voter));
        let own = candidate.term == term;
        let allowed = verdict(of.event)?.is_allowed();
        let truth = || format!("{acknowledged:?} of {voters:?} have it; of its own term: {own}");
        let is_by_half = bugs(moment).half_is_enough && copies * 2 <= voters.len();
        return match *said {
            Statement::WhyCommit { copies: told } => {
                let counted = !is_fresh(moment) || acknowledged.len() as u64 >= told;
                claim(allowed && own && enough && counted && !is_by_half, truth)
            }
            Statement::WhyCommitUnsure {} => claim(allowed && own && copies >= needed, truth),
            Statement::WhyCommitJoint {} => {
                claim(allowed && own && enough && state.membership.is_joint(), truth)
            }
            Statement::WhyCommitByHalf {} => claim(allowed && is_by_half, truth),
            Statement::WhyCommitDespite {} => claim(allowed && !own, truth),
            Statement::WhyCommitWaits {} => claim(!allowed && !own, truth),
            _ => None,
        };
    }
    match *said {
        Statement::WhyCommitted {} => {
            let careless = rules_off(moment).contains(Rule::ApplyCommitted);
            let told = moment.truth.message(of.record);
            let by_leader = match told {
                Some((_, _, Body::AppendEntries { leader_commit, .. })) => {
                    *leader_commit >= state.commit_index
                }
                _ => true,
            };
            claim(by_leader, || format!("careless: {careless}; {told:?}"))
        }
        Statement::WhyCommittedDespite {} => {
            let all = state.commit_index == state.last.index;
            claim(all, || format!("{:?} of {:?}", state.commit_index, state.last))
        }
        _ => None,
    }
}
