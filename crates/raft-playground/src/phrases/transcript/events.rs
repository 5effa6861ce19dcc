//! What a node decided, as a line of the transcript.

use raft_sim::Address;
use raft_sim::raft_core::{Event, MalformedReason, NodeId, Rule, Term, Verdict};

use crate::phrases::rules::section;
use crate::phrases::vocabulary::position;
use crate::text::{Sentence, say};

/// What an event at a node says.
pub(super) fn line(event: &Event, node: Option<Address>) -> Sentence {
    match event {
        Event::Booted { term, last, .. } => say::log_boots(*term, position(*last)),
        Event::Malformed { from, reason } => match reason {
            MalformedReason::UnknownSender => say::log_unknown_sender(*from),
            MalformedReason::LastTerm => say::log_last_term(*from),
            MalformedReason::BrokenEntries => say::log_broken_entries(*from),
            MalformedReason::BrokenSnapshot => say::log_broken_snapshot(*from),
        },
        Event::TermAdopted { from_term, to_term, told_by } => {
            say::log_adopts_term(*from_term, *to_term, *told_by)
        }
        Event::SteppedDown { was_leader: true, term } => say::log_steps_down_leader(*term),
        Event::SteppedDown { term, .. } => say::log_steps_down_candidate(*term),
        Event::ElectionStarted { term, .. } => say::log_starts_election(*term),
        Event::TermsUsedUp { term } => say::log_terms_used_up(*term),
        Event::PreVoteStarted { term, .. } => say::log_starts_pre_vote(*term),
        Event::VoteCounted { voter, granted, votes, needed } => match granted {
            true if node == Some(Address::Node(*voter)) => {
                say::log_counts_own_vote(*votes, *needed)
            }
            true => say::log_counts_vote(*voter, *votes, *needed),
            false => say::log_counts_refusal(*voter, *votes, *needed),
        },
        Event::LeaderElected { term, votes, needed } => say::log_leads(*term, *votes, *needed),
        Event::LeaderRecognised { leader, term } => say::log_follows(*leader, *term),
        Event::EntryCreated { position, no_op: true } => {
            say::log_creates_no_op(position.index, position.term)
        }
        Event::EntryCreated { position, .. } => {
            say::log_creates_entry(position.index, position.term)
        }
        Event::Truncated { first, last, .. } if first == last => {
            say::log_removes_entry(first.index, first.term)
        }
        Event::Truncated { first, last, .. } => say::log_removes_entries(first.index, last.index),
        Event::Appended { first, last } if *first == last.index => {
            say::log_appends_entry(last.index, last.term)
        }
        Event::Appended { first, last } => say::log_appends_entries(*first, last.index),
        Event::Matched { follower, index } => say::log_learns_match(*follower, *index),
        Event::WentBack { follower, next } => say::log_backs_off(*follower, *next),
        Event::Compacted { last } => say::log_compacts(position(*last)),
        Event::MembershipCreated { membership } => {
            let voters = membership.voters.iter().copied();
            if membership.is_joint() {
                say::log_voters_joint(voters, membership.outgoing.iter().copied())
            } else {
                say::log_voters(voters)
            }
        }
        Event::TransferStarted { successor } => say::log_hands_over(*successor),
        Event::TransferEnded { successor } => say::log_gives_up_hand_over(*successor),
        Event::QuorumLost { active: 1 } => say::log_hears_only_itself(),
        Event::QuorumLost { active } => say::log_hears_too_few(*active),
        Event::Redirected { hint: Some(leader) } => say::log_redirects(*leader),
        Event::Redirected { hint: None } => say::log_redirects_nowhere(),
        Event::Ignored { from, term, verdict, .. } => ignored(*from, *term, *verdict),
        Event::StandDecided { verdict } if verdict.is_allowed() => {
            say::log_stands_without_rule(waived(*verdict))
        }
        Event::StandDecided { .. } => say::log_may_not_stand(),
        Event::PreVoteDecided { candidate, verdict, .. } => would_vote(*candidate, *verdict),
        Event::VoteDecided { candidate, term, verdict, .. } => vote(*candidate, *term, *verdict),
        Event::AppendDecided { leader, previous, entries, verdict, .. } => {
            append(*leader, position(*previous), *entries, *verdict)
        }
        Event::CommitDecided { candidate, copies, needed, verdict, .. } => {
            commit(position(*candidate), *copies, *needed, *verdict)
        }
        Event::Committed { from, to, verdict } => match *verdict {
            Verdict::Allow => say::log_commit_index(*from, *to),
            Verdict::Refuse(rule) => {
                say::log_commit_index_by_rule(*from, *to, rule.to_string(), section(rule))
            }
            Verdict::Waive(_) => say::log_commit_index_without_rule(*from, *to, waived(*verdict)),
        },
        Event::ReadDecided { index, verdict } => match *verdict {
            Verdict::Allow => say::log_reads(*index),
            Verdict::Refuse(rule) => say::log_read_waits(rule.to_string(), section(rule)),
            Verdict::Waive(_) => say::log_reads_without_rule(*index, waived(*verdict)),
        },
        Event::SnapshotInstalled { last, verdict, .. } => {
            let last = position(*last);
            match *verdict {
                Verdict::Allow => say::log_installs_snapshot(last),
                Verdict::Refuse(rule) => {
                    say::log_ignores_snapshot(last, rule.to_string(), section(rule))
                }
                Verdict::Waive(_) => {
                    say::log_installs_snapshot_without_rule(last, waived(*verdict))
                }
            }
        }
        Event::ChangeDecided { verdict } => change(*verdict),
    }
}

/// The rules that would have refused what a node did, had they not been switched off.
fn waived(verdict: Verdict) -> Vec<String> {
    match verdict {
        Verdict::Waive(rules) => rules.iter().map(|rule| rule.to_string()).collect(),
        Verdict::Allow | Verdict::Refuse(_) => Vec::new(),
    }
}

/// The core reports a message as ignored only if a rule refuses it, or would.
fn ignored(from: NodeId, term: Term, verdict: Verdict) -> Sentence {
    match verdict {
        Verdict::Refuse(Rule::CurrentTerm) => say::log_rejects_old_term(from, term),
        Verdict::Refuse(rule) => {
            say::log_rejects_by_rule(from, term, rule.to_string(), section(rule))
        }
        _ => say::log_accepts_without_rule(from, term, waived(verdict)),
    }
}

fn would_vote(candidate: NodeId, verdict: Verdict) -> Sentence {
    match verdict {
        Verdict::Allow => say::log_would_vote(candidate),
        Verdict::Refuse(Rule::CurrentTerm) => say::log_would_not_vote_old_term(candidate),
        Verdict::Refuse(Rule::UpToDateLog) => say::log_would_not_vote_log(candidate),
        Verdict::Refuse(Rule::LeaderAlive) => say::log_would_not_vote_leader(candidate),
        Verdict::Refuse(rule) => {
            say::log_would_not_vote_by_rule(candidate, rule.to_string(), section(rule))
        }
        Verdict::Waive(_) => say::log_would_vote_without_rule(candidate, waived(verdict)),
    }
}

fn vote(candidate: NodeId, term: Term, verdict: Verdict) -> Sentence {
    match verdict {
        Verdict::Allow => say::log_votes(candidate, term),
        Verdict::Refuse(Rule::OneVotePerTerm) => say::log_refuses_vote_voted(candidate, term),
        Verdict::Refuse(Rule::CurrentTerm) => say::log_refuses_vote_old_term(candidate, term),
        Verdict::Refuse(Rule::UpToDateLog) => say::log_refuses_vote_log(candidate, term),
        Verdict::Refuse(Rule::LeaderAlive) => say::log_refuses_vote_leader(candidate, term),
        Verdict::Refuse(rule) => {
            say::log_refuses_vote_by_rule(candidate, term, rule.to_string(), section(rule))
        }
        Verdict::Waive(_) => say::log_votes_without_rule(candidate, term, waived(verdict)),
    }
}

/// The core reports entries only if a rule refuses them, or would.
fn append(leader: NodeId, previous: Sentence, entries: usize, verdict: Verdict) -> Sentence {
    match verdict {
        Verdict::Refuse(Rule::ConsistencyCheck) => {
            say::log_rejects_entries(entries, leader, previous)
        }
        Verdict::Refuse(rule) => {
            say::log_rejects_entries_by_rule(leader, previous, rule.to_string(), section(rule))
        }
        _ => say::log_accepts_entries_without_rule(leader, previous, waived(verdict)),
    }
}

fn commit(entry: Sentence, copies: usize, needed: usize, verdict: Verdict) -> Sentence {
    match verdict {
        Verdict::Allow => say::log_commits(entry, copies, needed),
        Verdict::Refuse(Rule::CommitOwnTerm) => say::log_does_not_commit(entry),
        Verdict::Refuse(rule) => {
            say::log_does_not_commit_by_rule(entry, rule.to_string(), section(rule))
        }
        Verdict::Waive(_) => say::log_commits_without_rule(entry, waived(verdict)),
    }
}

fn change(verdict: Verdict) -> Sentence {
    match verdict {
        Verdict::Allow => say::log_changes_members(),
        Verdict::Refuse(Rule::OneChangeAtATime) => say::log_refuses_change_another(),
        Verdict::Refuse(Rule::OwnTermBeforeChange) => say::log_refuses_change_own_term(),
        Verdict::Refuse(rule) => say::log_refuses_change_by_rule(rule.to_string(), section(rule)),
        Verdict::Waive(_) => say::log_changes_members_without_rule(waived(verdict)),
    }
}
