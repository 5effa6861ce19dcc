//! The guards of the protocol as data: each has a name and a section, a decision weighs them in
//! order, and any of them can be waived to see what it was for.

use core::fmt;

/// A guard: a condition that must hold before the node does something.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum Rule {
    /// A request or reply of an older term changes nothing.
    CurrentTerm,
    /// One vote per term, first come first served.
    OneVotePerTerm,
    /// A vote only for a candidate whose log is at least as up-to-date as the voter's.
    UpToDateLog,
    /// A leader takes entries from nobody in its own term.
    OneLeaderPerTerm,
    /// Entries are taken only after an entry that both logs hold.
    ConsistencyCheck,
    /// What is committed is never removed.
    KeepCommitted,
    /// A follower commits only what this leader has shown it to hold.
    CommitVerifiedPrefix,
    /// A leader counts copies only for entries of its own term.
    CommitOwnTerm,
}

impl Rule {
    /// Every rule, in the order of the paper.
    pub const ALL: [Self; 8] = [
        Self::CurrentTerm,
        Self::OneVotePerTerm,
        Self::UpToDateLog,
        Self::OneLeaderPerTerm,
        Self::ConsistencyCheck,
        Self::KeepCommitted,
        Self::CommitVerifiedPrefix,
        Self::CommitOwnTerm,
    ];

    /// Where the extended Raft paper states it.
    pub const fn section(self) -> &'static str {
        match self {
            Self::CurrentTerm => "§5.1",
            Self::OneVotePerTerm | Self::OneLeaderPerTerm => "§5.2",
            Self::ConsistencyCheck | Self::CommitVerifiedPrefix => "§5.3",
            Self::UpToDateLog => "§5.4.1",
            Self::CommitOwnTerm => "§5.4.2",
            Self::KeepCommitted => "§5.4.3",
        }
    }
}

/// A set of rules.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct RuleSet(u32);

impl RuleSet {
    /// No rule.
    pub const EMPTY: Self = Self(0);

    /// This set and `rule`.
    #[must_use]
    pub const fn with(self, rule: Rule) -> Self {
        Self(self.0 | 1 << rule as u32)
    }

    /// Whether `rule` is in the set.
    pub const fn contains(self, rule: Rule) -> bool {
        self.0 & 1 << rule as u32 != 0
    }

    /// The rules of the set, in the order of the paper.
    pub fn iter(self) -> impl Iterator<Item = Rule> {
        Rule::ALL.into_iter().filter(move |&rule| self.contains(rule))
    }

    /// Weighs a decision: the first condition that does not hold refuses it, unless its rule is
    /// in this set of waived ones; then the decision goes on, and the verdict remembers.
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

/// What a decision came to.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum Verdict {
    /// Every rule agrees.
    Allow,
    /// This rule forbids it.
    Refuse(Rule),
    /// These rules would have forbidden it, had they not been switched off.
    Waive(RuleSet),
}

impl Verdict {
    /// Whether the thing is done.
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
    fn a_waived_rule_lets_the_next_one_speak() {
        let waived = RuleSet::EMPTY.with(Rule::OneVotePerTerm);
        assert_eq!(waived.judge(CONDITIONS), Verdict::Refuse(Rule::UpToDateLog));
    }

    #[test]
    fn what_was_waived_is_told() {
        let waived = RuleSet::from_iter(Rule::ALL);
        let mattered = RuleSet::from_iter([Rule::OneVotePerTerm, Rule::UpToDateLog]);
        assert_eq!(waived.judge(CONDITIONS), Verdict::Waive(mattered));
    }
}
