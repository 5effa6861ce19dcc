//! Why a node decided as it did.

use raft_sim::Address;
use raft_sim::raft_core::{Event, LogIndex, LogPosition, NodeId, Term, Verdict};

use super::Answer;
use crate::phrases::position;

/// Why what an event tells has happened, with the values that were compared.
pub(super) fn explain(event: &Event) -> Answer {
    match *event {
        Event::Booted { term, voted_for, last } => {
            Answer::new("A node starts as a follower, with what its disk remembers.", "§5.2")
                .with("term", &term, &"as on its disk", true)
                .with("vote", &named(voted_for), &"as on its disk", true)
                .with("last entry", &position(last), &"as on its disk", true)
        }
        Event::Malformed { .. } => {
            Answer::new("No node of this cluster can have sent such a message.", "§5")
        }
        Event::Ignored { term, own_term, verdict, .. } => {
            Answer::new("The message changes nothing.", "§5.1")
                .with("its term", &term, &format!("at least {own_term}"), term >= own_term)
                .judged(verdict)
        }
        Event::TermAdopted { from_term, to_term, told_by } => Answer::new(
            format!(
                "{} spoke in a newer term. Terms tell what is out of date, so everyone joins the \
                 newest, as a follower.",
                Address::Node(told_by)
            ),
            "§5.1",
        )
        .with("own term", &from_term, &format!("at least {to_term}"), false),
        Event::SteppedDown { was_leader, .. } => Answer::new(
            if was_leader {
                "A leader that hears of a newer term, or from too few, leads no longer: there may \
                 be another."
            } else {
                "Somebody else leads this term, or a newer term has begun, so its candidacy is \
                 over."
            },
            if was_leader { "§5.1" } else { "§5.2" },
        ),
        Event::VoteDecided { .. } | Event::PreVoteDecided { .. } | Event::VoteCounted { .. } => {
            explain_vote(event)
        }
        Event::LeaderElected { votes, needed, .. } => Answer::new(
            "A majority voted for it, and every majority shares a member with every other: nobody \
             else can win this term.",
            "§5.2",
        )
        .with("votes", &votes, &needed, votes >= needed),
        Event::LeaderRecognised { .. } => Answer::new(
            "Whoever sends entries or heartbeats in the present term has won its election.",
            "§5.2",
        ),
        Event::ElectionStarted { .. }
        | Event::PreVoteStarted { .. }
        | Event::StandDecided { .. }
        | Event::TermsUsedUp { .. } => explain_standing(event),
        Event::EntryCreated { .. }
        | Event::AppendDecided { .. }
        | Event::Truncated { .. }
        | Event::Appended { .. }
        | Event::Matched { .. }
        | Event::WentBack { .. } => explain_replication(event),
        Event::CommitDecided { candidate, copies, needed, term, verdict } => {
            commit(candidate, copies, needed, term, verdict)
        }
        Event::Committed { from, to, verdict } => Answer::new(
            "A leader commits what a majority holds; followers hear of it with its next message.",
            "§5.3",
        )
        .with("commit index", &from, &to, verdict == Verdict::Allow)
        .judged(verdict),
        _ => explain_rest(event),
    }
}

fn explain_standing(event: &Event) -> Answer {
    match *event {
        Event::ElectionStarted { handover: true, .. } => Answer::new(
            "Its leader told it to stand at once, to hand leadership over.",
            "diss. §3.10",
        ),
        Event::ElectionStarted { again: true, waited, .. } => Answer::new(
            "Nobody won the last election before its timer ran out, so it begins another one in a \
             new term. Timers of different length make the next one likelier to succeed.",
            "§5.2",
        )
        .with("waited", &millis(waited.0), &"for a majority of votes", false),
        Event::ElectionStarted { waited, .. } => Answer::new(
            "It heard from no leader for as long as its timer ran, so there may be none: it begins \
             a new term, votes for itself and asks the others.",
            "§5.2",
        )
        .with("silence", &millis(waited.0), &"its election timeout", true),
        Event::PreVoteStarted { waited, .. } => Answer::new(
            "It heard from no leader for as long as its timer ran. Before it begins a new term, \
             which would depose a leader that others hear, it asks whether it could win.",
            "diss. §9.6",
        )
        .with("silence", &millis(waited.0), &"its election timeout", true),
        Event::TermsUsedUp { term } => Answer::new(
            "An election needs a newer term than this one, and there is none. Only a faulty node \
             can have brought the cluster here.",
            "§5.1",
        )
        .with("term", &term, &"below the last", false),
        Event::StandDecided { verdict } => Answer::new(
            if verdict.is_allowed() { "It stands for election." } else { "It does not stand." },
            "§6",
        )
        .judged(verdict),
        _ => Answer::default(),
    }
}

fn explain_vote(event: &Event) -> Answer {
    match *event {
        Event::VoteDecided { candidate, voted_for, candidate_last, own_last, verdict, .. } => {
            let candidate = Address::Node(candidate);
            let free = voted_for.is_none_or(|voted| Address::Node(voted) == candidate);
            votes(verdict, "It gives its vote.", "It gives no vote.")
                .with(
                    "vote in this term",
                    &named(voted_for),
                    &format!("none, or {candidate}"),
                    free,
                )
                .with_logs(candidate_last, own_last)
        }
        Event::PreVoteDecided { candidate_last, own_last, verdict, .. } => {
            votes(verdict, "It would give its vote.", "It would give no vote.")
                .with_logs(candidate_last, own_last)
        }
        Event::VoteCounted { votes, needed, .. } => {
            Answer::new("A candidate needs the votes of a majority, its own among them.", "§5.2")
                .with("votes", &votes, &needed, votes >= needed)
        }
        _ => Answer::default(),
    }
}

fn votes(verdict: Verdict, yes: &str, no: &str) -> Answer {
    let (sentence, section) = if verdict.is_allowed() {
        (
            format!(
                "{yes} It has none given away in this term, and the log is no older than its own."
            ),
            "§5.2, §5.4.1",
        )
    } else {
        (no.to_owned(), "§5.2")
    };
    Answer::new(sentence, section).judged(verdict)
}

impl Answer {
    /// Compares two logs by their last entries, as voters do (§5.4.1).
    pub(super) fn with_logs(self, candidate: LogPosition, voter: LogPosition) -> Self {
        let needed = match voter.index {
            LogIndex::ZERO => "any".to_owned(),
            _ => format!("not before {}", position(voter)),
        };
        self.with("candidate’s last", &position(candidate), &needed, candidate >= voter)
    }
}

fn explain_replication(event: &Event) -> Answer {
    match *event {
        Event::EntryCreated { no_op: true, .. } => Answer::new(
            "A new leader begins with an entry that does nothing: once that is committed, so is \
             everything before it.",
            "diss. §6.4",
        ),
        Event::EntryCreated { .. } => Answer::new(
            "A leader puts each request into its log first, then sends it to the others.",
            "§5.3",
        ),
        Event::AppendDecided { previous, own_term, verdict, .. } => Answer::new(
            if verdict.is_allowed() { "It takes the entries." } else { "It refuses the entries." },
            "§5.3",
        )
        .with(
            "term of the entry before",
            &own_term.map_or_else(|| "no such entry".into(), |term| term.to_string()),
            &format!("{}, at index {}", previous.term, previous.index),
            own_term == Some(previous.term),
        )
        .judged(verdict),
        Event::Truncated { first, leaders_term, .. } => Answer::new(
            "The leader has something else there, and a leader’s log decides. What is dropped was \
             never committed.",
            "§5.3",
        )
        .with("term of its entry", &first.term, &leaders_term, first.term == leaders_term),
        Event::Appended { .. } => Answer::new(
            "The entry before these is the same in both logs, so everything up to them is.",
            "§5.3",
        ),
        Event::Matched { index, .. } => Answer::new(
            "The follower acknowledged everything up to there: it counts as a copy.",
            "§5.3",
        )
        .with("matchIndex", &index, &index, true),
        Event::WentBack { next, .. } => Answer::new(
            "The follower lacks the entry before those it was sent, so the leader looks further \
             back for a place where both logs agree.",
            "§5.3",
        )
        .with("nextIndex", &next, &"where both agree", true),
        _ => Answer::default(),
    }
}

fn commit(
    candidate: LogPosition,
    copies: usize,
    needed: usize,
    term: Term,
    verdict: Verdict,
) -> Answer {
    let sentence = if verdict.is_allowed() {
        "It is on the disks of a majority and of the leader’s own term: no later leader can lack \
         it."
    } else {
        "It stays uncommitted; it will commit together with the next entry of the leader’s term."
    };
    Answer::new(sentence, "§5.4.2")
        .with("copies", &copies, &needed, copies >= needed)
        .with("its term", &candidate.term, &term, candidate.term == term)
        .judged(verdict)
}

fn explain_rest(event: &Event) -> Answer {
    match *event {
        Event::ReadDecided { verdict, .. } => Answer::new(
            if verdict.is_allowed() {
                "It is sure that it still leads and knows what is committed, so it may answer."
            } else {
                "It does not answer yet."
            },
            "diss. §6.4",
        )
        .judged(verdict),
        Event::Compacted { .. } => Answer::new(
            "A log cannot grow for ever: what is applied is in the state, so a snapshot of the \
             state replaces it.",
            "§7",
        ),
        Event::SnapshotInstalled { verdict, .. } => Answer::new(
            "It was so far behind that its leader no longer has the entries it lacks, and sent a \
             snapshot instead.",
            "§7",
        )
        .judged(verdict),
        Event::ChangeDecided { verdict } => Answer::new(
            if verdict.is_allowed() { "The change begins." } else { "The change is refused." },
            "§6",
        )
        .judged(verdict),
        Event::MembershipCreated { ref membership } => Answer::new(
            if membership.is_joint() {
                "While voters change, decisions need a majority of the old and of the new ones: \
                 never can two groups decide apart."
            } else {
                "The new voters decide alone from here on."
            },
            "§6",
        ),
        Event::TransferStarted { .. } => Answer::new(
            "It was asked to; it brings its successor up to date, then tells it to stand at once.",
            "diss. §3.10",
        ),
        Event::TransferEnded { .. } => Answer::new(
            "The successor did not take over within an election timeout, is no longer a voter, or \
             the leader was asked to stay.",
            "diss. §3.10",
        ),
        Event::QuorumLost { active } => Answer::new(
            "A leader that is heard by no majority can commit nothing, and clients should not wait \
             for it.",
            "diss. §6.2",
        )
        .with("heard from", &active, &"a majority", false),
        Event::Redirected { hint } => Answer::new(
            "Only the leader takes requests; a follower says whom it takes for the leader.",
            "§8",
        )
        .with("leader it knows", &named(hint), &"itself", false),
        _ => Answer::default(),
    }
}

fn named(node: Option<NodeId>) -> String {
    node.map_or_else(|| "none".into(), |node| Address::Node(node).to_string())
}

fn millis(micros: u64) -> String {
    format!("{} ms", micros / 1000)
}
