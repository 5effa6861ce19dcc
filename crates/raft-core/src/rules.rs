//! The guards of the protocol as data. Each has a name and a section. A decision checks its guards
//! in order, and each can be waived to show what it is for.

use core::fmt::{self, Write as _};
use core::str::FromStr;

macro_rules! rules {
    ($($(#[$doc:meta])+ $rule:ident = $section:literal,)+) => {
        /// A guard: a condition that must hold before the node does something.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
        #[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
        pub enum Rule {
            $($(#[$doc])+ $rule,)+
        }

        impl Rule {
            /// Every rule, in the order of the paper.
            pub const ALL: &'static [Self] = &[$(Self::$rule,)+];

            /// Where the rule is stated: a section of the extended Raft paper or, after "diss.", of
            /// Ongaro's dissertation.
            pub const fn section(self) -> &'static str {
                match self {
                    $(Self::$rule => $section,)+
                }
            }
        }
    };
}

rules! {
    /// Requests and replies of an older term have no effect.
    CurrentTerm = "§5.1",
    /// A vote is final for its term, whatever happens to the node's role.
    VoteSurvivesStepDown = "§5.1",
    /// A node votes once per term, first come first served.
    OneVotePerTerm = "§5.2",
    /// Only granted votes count.
    CountGrantedVotes = "§5.2",
    /// A leader never accepts entries from another node in its own term.
    OneLeaderPerTerm = "§5.2",
    /// A follower appends entries only after an entry that both logs contain.
    ConsistencyCheck = "§5.3",
    /// A follower removes only entries that conflict, so an outdated message removes nothing.
    TruncateOnlyConflicts = "§5.3",
    /// A follower removes entries that conflict.
    TruncateConflicts = "§5.3",
    /// A follower commits only entries that this leader has confirmed.
    CommitVerifiedPrefix = "§5.3",
    /// A leader credits a follower only with what its answer confirms, not with what it sent since.
    CreditWhatIsAnswered = "§5.3",
    /// A node applies only committed entries.
    ApplyCommitted = "§5.3",
    /// A node votes only for a candidate whose log is at least as up-to-date as its own.
    UpToDateLog = "§5.4.1",
    /// A leader counts copies only of entries of its own term.
    CommitOwnTerm = "§5.4.2",
    /// Committed entries are never removed.
    KeepCommitted = "§5.4.3",
    /// A membership takes effect as soon as it is in the log.
    MembershipOnAppend = "§6",
    /// A membership that was removed from the log is no longer in effect.
    MembershipRollsBack = "§6",
    /// Only voters start elections, including nodes that are voters if the newest entries are lost.
    OnlyVotersStand = "§6",
    /// A node votes even if its own log does not list it as a voter: its log may be behind.
    AnyMemberVotes = "§6",
    /// Only voters count, not learners or removed nodes.
    CountOnlyVoters = "§6",
    /// Only one membership change is in progress at a time.
    OneChangeAtATime = "§6",
    /// A leader changes the membership only after it has committed an entry of its own term.
    OwnTermBeforeChange = "diss. §4.1",
    /// New voters catch up before they count.
    CatchUpFirst = "diss. §4.2.1",
    /// Voters are added and removed through a joint membership.
    JointConsensus = "§6",
    /// An acknowledgement counts only if it answers a message sent since the follower was added.
    CurrentProgress = "diss. §4.2",
    /// Nodes that hear a leader refuse to vote against it.
    LeaderAlive = "diss. §4.2.3",
    /// A snapshot older than the commit index has no effect.
    SnapshotNotOlder = "§7",
    /// A snapshot leaves the later entries in the log if the log agrees with it.
    SnapshotKeepsSuffix = "§7",
    /// A log that does not agree with a snapshot is discarded.
    SnapshotDropsConflict = "§7",
    /// The entries that a snapshot has replaced never conflict.
    CompactedMatches = "§7",
    /// A leader accepts nothing new during a leadership transfer.
    NothingDuringTransfer = "diss. §3.10",
    /// Only a node's own leader can tell it to start an election immediately.
    TransferFromLeader = "diss. §3.10",
    /// A node that refuses to support a candidate reports its newer term.
    PreVoteSpreadsTerm = "diss. §9.6",
    /// An answer counts only if the request is open: to this node, in this term and in this
    /// incarnation.
    CurrentRequest = "diss. §6.4",
    /// A leader answers reads only after it has committed an entry of its own term.
    ReadAfterOwnTerm = "diss. §6.4",
    /// A leader answers reads only after a majority has confirmed its leadership.
    ReadAfterRound = "diss. §6.4",
    /// A lease is shorter than the election timeout by the possible clock drift.
    LeaseWithinDrift = "diss. §6.4.1",
    /// A leader that told another node to start an election has no lease in that term.
    NoLeaseDuringTransfer = "diss. §6.4.1",
}

impl fmt::Display for Rule {
    /// Writes the name that traces and scenarios use: `commit-own-term`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, kind) in alloc::format!("{self:?}").char_indices() {
            if place > 0 && kind.is_ascii_uppercase() {
                f.write_char('-')?;
            }
            f.write_char(kind.to_ascii_lowercase())?;
        }
        Ok(())
    }
}

/// The word is not the name of a rule.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct UnknownRule;

impl fmt::Display for UnknownRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("there is no such rule")
    }
}

impl core::error::Error for UnknownRule {}

impl FromStr for Rule {
    type Err = UnknownRule;

    fn from_str(text: &str) -> Result<Self, UnknownRule> {
        let named = |rule: &&Self| alloc::format!("{rule}") == text;
        Self::ALL.iter().find(named).copied().ok_or(UnknownRule)
    }
}

/// A set of rules.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct RuleSet(u64);

impl RuleSet {
    /// The empty set.
    pub const EMPTY: Self = Self(0);

    /// This set and `rule`.
    #[must_use]
    pub const fn with(self, rule: Rule) -> Self {
        Self(self.0 | 1 << rule as u32)
    }

    /// This set without `rule`.
    #[must_use]
    pub const fn without(self, rule: Rule) -> Self {
        Self(self.0 & !(1 << rule as u32))
    }

    /// Whether `rule` is in the set.
    pub const fn contains(self, rule: Rule) -> bool {
        self.0 & 1 << rule as u32 != 0
    }

    /// The rules of the set, in the order of the paper.
    pub fn iter(self) -> impl Iterator<Item = Rule> {
        Rule::ALL.iter().copied().filter(move |&rule| self.contains(rule))
    }

    /// Makes a decision. The first condition that does not hold refuses it, unless this set of
    /// waived rules contains its rule; then the decision continues, and the verdict names that
    /// rule.
    pub fn judge(self, conditions: impl IntoIterator<Item = (Rule, bool)>) -> Verdict {
        let mut waived = Self::EMPTY;
        for (rule, holds) in conditions {
            match (holds, self.contains(rule)) {
                (true, _) => {}
                (false, true) => waived = waived.with(rule),
                (false, false) => return Verdict::Refuse(rule),
            }
        }
        if waived == Self::EMPTY { Verdict::Allow } else { Verdict::Waive(waived) }
    }
}

impl fmt::Debug for RuleSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

impl FromIterator<Rule> for RuleSet {
    fn from_iter<I: IntoIterator<Item = Rule>>(rules: I) -> Self {
        rules.into_iter().fold(Self::EMPTY, Self::with)
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for RuleSet {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for RuleSet {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let rules = alloc::vec::Vec::<Rule>::deserialize(deserializer)?;
        Ok(rules.into_iter().collect())
    }
}

/// The result of a decision.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum Verdict {
    /// Every rule is satisfied.
    Allow,
    /// This rule forbids it.
    Refuse(Rule),
    /// These rules would have forbidden it, but they are waived.
    Waive(RuleSet),
}

impl Verdict {
    /// Whether the node goes ahead.
    pub const fn is_allowed(self) -> bool {
        !matches!(self, Self::Refuse(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CONDITIONS: [(Rule, bool); 3] =
        [(Rule::CurrentTerm, true), (Rule::OneVotePerTerm, false), (Rule::UpToDateLog, false)];

    #[test]
    fn the_first_broken_rule_refuses() {
        assert_eq!(RuleSet::EMPTY.judge(CONDITIONS), Verdict::Refuse(Rule::OneVotePerTerm));
    }

    #[test]
    fn a_waived_rule_leaves_the_verdict_to_the_next_one() {
        let waived = RuleSet::EMPTY.with(Rule::OneVotePerTerm);
        assert_eq!(waived.judge(CONDITIONS), Verdict::Refuse(Rule::UpToDateLog));
    }

    #[test]
    fn the_verdict_names_the_waived_rule() {
        let waived: RuleSet = Rule::ALL.iter().copied().collect();
        let mattered = RuleSet::from_iter([Rule::OneVotePerTerm, Rule::UpToDateLog]);
        assert_eq!(waived.judge(CONDITIONS), Verdict::Waive(mattered));
    }

    #[test]
    fn rules_round_trip_through_their_trace_names() {
        assert_eq!(alloc::format!("{}", Rule::CommitOwnTerm), "commit-own-term");
        assert!(Rule::ALL.iter().all(|rule| alloc::format!("{rule}").parse() == Ok(*rule)));
        assert_eq!("commit-any-term".parse::<Rule>(), Err(UnknownRule));
    }

    #[test]
    fn every_rule_has_its_own_bit() {
        for (place, rule) in Rule::ALL.iter().enumerate() {
            assert_eq!(RuleSet::EMPTY.with(*rule).iter().collect::<alloc::vec::Vec<_>>(), [*rule]);
            assert!(place < 64 && rule.section().contains('§'));
        }
    }
}
