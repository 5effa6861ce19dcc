//! The messages that claim nothing that could be wrong.

/// Titles, buttons, names, definitions and hints; and values that are judged together with the name
/// that they stand beside.
#[rustfmt::skip]
pub(super) const NO_CLAIM: &[&str] = &[
    // Titles, buttons and hints.
    "guarantees", "copy", "menu-node", "menu-disk-question", "menu-remove-question",
    "action-next-message", "inspector-close", "tab-logs", "tab-node", "tab-network", "tab-clients",
    "tab-guarantees", "tab-transcript", "tab-settings", "logs-label", "legend-committed",
    "legend-uncommitted", "legend-not-on-disk", "legend-applied", "legend-progress", "legend-term",
    "entries-earlier", "entries-later", "entries-first-shown", "node-choice", "node-disk",
    "node-writes", "node-writes-note", "node-memory", "node-memory-note", "node-followers",
    "node-messages-sent", "node-messages-note", "node-json", "links", "links-note", "links-table",
    "links-press-label", "links-press-cuts", "links-press-holds", "messages-in-transit",
    "next-events", "clients", "clients-overlap", "clients-history", "clients-requests",
    "column-request", "column-outcome", "column-from", "column-until", "transcript-filter",
    "filter-highlights", "filter-protocol", "filter-messages", "filter-disks", "filter-all",
    "transcript-earlier", "transcript-why", "undecided-while-acting",
    // Names, and what a rule or a guarantee is.
    "role-follower", "role-pre-candidate", "role-candidate", "role-leader", "role-stopped",
    "rule-off", "rule-on", "guarantee-election-safety", "guarantee-leader-append-only",
    "guarantee-log-matching", "guarantee-leader-completeness", "guarantee-state-machine-safety",
    "guarantee-durable-quorum", "guarantee-quorums-meet", "guarantee-applied-in-order",
    "guarantee-linearizability", "guarantee-exactly-once", "guarantee-stable-leadership",
    "guarantee-liveness", "meaning-election-safety", "meaning-leader-append-only",
    "meaning-log-matching", "meaning-leader-completeness", "meaning-state-machine-safety",
    "meaning-durable-quorum", "meaning-quorums-meet", "meaning-applied-in-order",
    "meaning-linearizability", "meaning-exactly-once", "meaning-stable-leadership",
    "meaning-liveness", "rule-current-term", "rule-vote-survives-step-down",
    "rule-one-vote-per-term", "rule-count-granted-votes", "rule-one-leader-per-term",
    "rule-consistency-check", "rule-truncate-only-conflicts", "rule-truncate-conflicts",
    "rule-commit-verified-prefix", "rule-credit-what-is-answered", "rule-apply-committed",
    "rule-up-to-date-log", "rule-commit-own-term", "rule-keep-committed",
    "rule-membership-on-append", "rule-membership-rolls-back", "rule-only-voters-stand",
    "rule-any-member-votes", "rule-count-only-voters", "rule-one-change-at-a-time",
    "rule-own-term-before-change", "rule-catch-up-first", "rule-joint-consensus",
    "rule-current-progress", "rule-leader-alive", "rule-snapshot-not-older",
    "rule-snapshot-keeps-suffix", "rule-snapshot-drops-conflict", "rule-compacted-matches",
    "rule-nothing-during-transfer", "rule-transfer-from-leader", "rule-pre-vote-spreads-term",
    "rule-current-request", "rule-read-after-own-term", "rule-read-after-round",
    "rule-lease-within-drift", "rule-no-lease-during-transfer",
    // Settings.
    "settings-now", "settings-current", "settings-restart", "settings-discard", "settings-defaults",
    "settings-cluster", "setting-nodes", "setting-nodes-hint", "setting-spares",
    "setting-spares-hint", "setting-clients", "setting-clients-hint", "setting-client-timeout",
    "setting-client-timeout-hint", "setting-forward", "setting-forward-hint", "settings-network",
    "setting-latency", "setting-latency-hint", "setting-jitter", "setting-jitter-hint",
    "setting-tail", "setting-tail-hint", "setting-loss", "setting-loss-hint", "setting-duplicate",
    "setting-duplicate-hint", "setting-reorder", "setting-reorder-hint", "setting-bandwidth",
    "setting-bandwidth-hint", "settings-clocks", "setting-clock", "setting-clock-hint",
    "settings-timing", "setting-election-timeout", "setting-election-timeout-hint",
    "setting-heartbeat-interval", "setting-heartbeat-interval-hint", "setting-pre-vote",
    "setting-pre-vote-hint", "setting-check-quorum", "setting-check-quorum-hint", "setting-reads",
    "setting-reads-hint", "settings-log", "setting-max-entries", "setting-max-entries-hint",
    "setting-max-in-flight", "setting-max-in-flight-hint", "setting-compact-after",
    "setting-compact-after-hint", "setting-snapshot-chunk", "setting-snapshot-chunk-hint",
    "settings-disks", "setting-disk-latency", "setting-disk-latency-hint", "setting-disk-jitter",
    "setting-disk-jitter-hint", "setting-torn-writes", "setting-torn-writes-hint", "settings-bugs",
    "setting-votes-not-durable", "setting-votes-not-durable-hint", "setting-early-answers",
    "setting-early-answers-hint", "setting-half-is-enough", "setting-half-is-enough-hint",
    "setting-local-reads", "setting-local-reads-hint", "setting-retries-applied",
    "setting-retries-applied-hint", "settings-rules", "setting-rule-hint",
    // Values, judged together with what they belong to.
    "entry-command", "entry-no-op", "entry-membership", "entry-unknown", "in-time", "now",
    "at-time", "value-none", "value-nodes", "value-empty", "due-never-clock", "due-never-disk",
    "index-range", "value-other", "value-span", "transcript-search",
];

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]
mod tests {
    use raft_sim::swarm::{FaultConfig, Mutant};

    use super::NO_CLAIM;
    use crate::claims::{Report, Trial, fuzz};
    use crate::text::Message;

    #[test]
    fn every_message_that_a_run_shows_is_judged_or_claims_nothing() {
        let mut report = Report::default();
        for seed in 0..12 {
            let place = usize::try_from(seed).unwrap();
            let bug = Some(Mutant::ALL[place % Mutant::ALL.len()]).into();
            for faults in [FaultConfig::default(), bug] {
                report = report.merged(fuzz(Trial { seed, faults, by_hand: true }));
            }
        }
        let unchecked = report.unchecked();
        assert!(unchecked.is_empty(), "no check judges {unchecked:?}");
        assert!(report.judged.len() > 300, "only {} kinds are judged", report.judged.len());
    }

    #[test]
    fn every_message_that_claims_nothing_exists_once() {
        let known: Vec<_> = Message::all().map(Message::id).collect();
        for (place, id) in NO_CLAIM.iter().enumerate() {
            assert!(known.contains(id), "there is no message {id}");
            assert!(!NO_CLAIM[..place].contains(id), "{id} is listed twice");
        }
    }
}
