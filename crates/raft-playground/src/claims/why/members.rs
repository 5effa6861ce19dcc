//! Claims about members, hand-overs, reads and redirections.

use raft_sim::raft_core::{Answer, Event, Rule, RuleSet, Timer};
use raft_sim::{Address, AdminRequest, Command, Record, RecordKind, RoleName};

use super::super::leases::may_lease_fail;
use super::super::{Checked, Moment, claim};
use super::past::{Decided, bugs, decided, is_faulty, refusing, rules_off, verdict};
use crate::text::Statement;

pub(super) fn check(said: &Statement, moment: &Moment) -> Option<Checked> {
    if let Some(RecordKind::Administered { request, answer }) =
        moment.record.map(|record| &record.kind)
    {
        return administered(said, moment.record?, request, answer);
    }
    let Decided { event, state, node, record } = decided(moment)?;
    match (said, event) {
        (
            Statement::WhyChangeBegins {} | Statement::WhyChangeRefused {},
            Event::ChangeDecided { verdict },
        ) => {
            let begins = matches!(said, Statement::WhyChangeBegins {});
            claim(verdict.is_allowed() == begins, || format!("{verdict:?}"))
        }
        (Statement::WhyMembersJoint {}, Event::MembershipCreated { membership }) => {
            claim(membership.is_joint() && !bugs(moment).half_is_enough, || {
                format!("{membership:?}")
            })
        }
        (Statement::WhyChangeLeavesNoVoter {}, Event::ChangeDecided { .. }) => {
            claim(refusing(event) == Some(Rule::JointConsensus), || format!("{event:?}"))
        }
        (Statement::WhyMembersJointByHalf {}, Event::MembershipCreated { membership }) => {
            claim(membership.is_joint() && bugs(moment).half_is_enough, || {
                format!("{membership:?}")
            })
        }
        (Statement::WhyMembersNewLater {}, Event::MembershipCreated { membership }) => {
            let later = rules_off(moment).contains(Rule::MembershipOnAppend);
            claim(!membership.is_joint() && later, || format!("{membership:?}; later: {later}"))
        }
        (Statement::WhyMembersNew {}, Event::MembershipCreated { membership }) => {
            let at_once = !rules_off(moment).contains(Rule::MembershipOnAppend);
            claim(!membership.is_joint() && at_once, || {
                format!("{membership:?}; in effect at once: {at_once}")
            })
        }
        (Statement::WhyTransferStarts {}, Event::TransferStarted { .. }) => {
            claim(state.role == RoleName::Leader, || format!("{:?}", state.role))
        }
        (Statement::WhyTransferEnds {}, Event::TransferEnded { .. }) => {
            let cause = moment.truth.cause(record).map(|cause| &cause.kind);
            let is_late = matches!(cause, Some(RecordKind::TimerFired(Timer::Transfer)));
            claim(is_late, || format!("{cause:?}"))
        }
        (Statement::WhyTransferWithdrawn {}, Event::TransferEnded { .. }) => {
            let cause = moment.truth.cause(record).map(|cause| &cause.kind);
            let stays = match cause {
                Some(RecordKind::Commanded(
                    Command::Transfer(to)
                    | Command::Administer { request: AdminRequest::Transfer(to), .. },
                )) => *to == Address::Node(node),
                _ => false,
            };
            claim(stays, || format!("{cause:?}"))
        }
        (Statement::WhyTransferImpossible { successor }, Event::TransferEnded { .. }) => {
            let successor = successor.node()?;
            let can = successor != node && state.membership.voters.contains(&successor);
            claim(!can, || format!("{:?}", state.membership))
        }
        (Statement::WhyRedirects {}, Event::Redirected { hint }) => {
            let right = hint.is_some() && state.role != RoleName::Leader;
            claim(right, || format!("it is {:?}, names {hint:?}", state.role))
        }
        (Statement::WhyRedirectsNowhere {}, Event::Redirected { hint }) => {
            let right = hint.is_none() && state.role != RoleName::Leader;
            claim(right, || format!("it is {:?}, names {hint:?}", state.role))
        }
        (_, Event::ReadDecided { .. }) => read(said, moment, event),
        _ => None,
    }
}

fn administered(
    said: &Statement,
    record: &Record,
    request: &AdminRequest,
    answer: &Answer,
) -> Option<Checked> {
    let leads = record.state.as_ref().is_some_and(|state| state.role == RoleName::Leader);
    let is_transfer = matches!(request, AdminRequest::Transfer(_));
    let truth = || format!("{request:?}: {answer:?}; it leads: {leads}");
    match *said {
        Statement::WhyChangeLeavesNoVoter {} => {
            claim(*answer == Answer::Refused(Rule::JointConsensus), truth)
        }
        Statement::WhyRequestRefused {} => {
            claim(leads && matches!(answer, Answer::Refused(_)), truth)
        }
        Statement::WhyRequestNotLeader {} => {
            claim(!leads && matches!(answer, Answer::NotLeader { .. }), truth)
        }
        Statement::WhyRequestCommitted {} => {
            claim(!is_transfer && matches!(answer, Answer::Committed(_)), truth)
        }
        Statement::WhyRequestLost {} => {
            claim(!leads && !is_transfer && *answer == Answer::Unknown, truth)
        }
        _ => None,
    }
}

/// Rules without which a leader may read although it no longer leads, or does not know everything.
pub(super) const PROTECT_READS: [Rule; 7] = [
    Rule::ReadAfterOwnTerm,
    Rule::ReadAfterRound,
    Rule::LeaseWithinDrift,
    Rule::NoLeaseDuringTransfer,
    Rule::LeaderAlive,
    Rule::NothingDuringTransfer,
    Rule::CurrentRequest,
];

fn read(said: &Statement, moment: &Moment, event: &Event) -> Option<Checked> {
    let Decided { node, state, .. } = decided(moment)?;
    let allowed = verdict(event)?.is_allowed();
    match *said {
        Statement::WhyReadAnswered {} => {
            let newer = moment.truth.newest_led().filter(|term| *term > state.term);
            let off = rules_off(moment);
            let reads = PROTECT_READS.iter().any(|rule| off.contains(*rule));
            claim(allowed && newer.is_none() && !reads, || {
                format!("{newer:?} has a leader; {off:?} are off; {node:?}")
            })
        }
        Statement::WhyReadAnsweredByLease {} => {
            claim(allowed && may_lease_fail(moment), || "no lease can fail".into())
        }
        Statement::WhyReadAnsweredDespite {} => {
            let unsure = is_faulty(moment) || may_lease_fail(moment);
            claim(allowed && unsure, || "nothing is amiss".into())
        }
        Statement::WhyReadWaits {} => {
            claim(refusing(event).is_some(), || "it does not wait".into())
        }
        _ => None,
    }
}

/// Whether a read may be stale: no node makes sure, or what it relies on is off.
pub(super) fn is_read_unsure(moment: &Moment) -> bool {
    let off: RuleSet = rules_off(moment);
    bugs(moment).local_reads || PROTECT_READS.iter().any(|rule| off.contains(*rule))
}
