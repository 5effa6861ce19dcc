//! Every setting of a scenario: its name in scripts, what it is called, what may stand there.

/// Settings about one thing.
pub(super) struct Group {
    pub(super) name: &'static str,
    /// Whether they change while the cluster runs.
    pub(super) at_once: bool,
    pub(super) rows: &'static [Row],
}

/// One setting.
pub(super) struct Row {
    pub(super) name: &'static str,
    pub(super) label: &'static str,
    pub(super) hint: &'static str,
    /// For a switch what stands for off and for on.
    pub(super) switch: Option<(&'static str, &'static str)>,
}

/// The usual words for off and on.
pub(super) const SWITCH: (&str, &str) = ("off", "on");

/// The clocks come before this group, since they change at once as the network does.
pub(super) const CLOCKS_BEFORE: usize = 2;

/// The names of the clocks and what they are called; there are never more nodes.
pub(super) const CLOCKS: [(&str, &str); 9] = [
    ("clock A", "Clock of A"),
    ("clock B", "Clock of B"),
    ("clock C", "Clock of C"),
    ("clock D", "Clock of D"),
    ("clock E", "Clock of E"),
    ("clock F", "Clock of F"),
    ("clock G", "Clock of G"),
    ("clock H", "Clock of H"),
    ("clock I", "Clock of I"),
];

const fn text(name: &'static str, label: &'static str, hint: &'static str) -> Row {
    Row { name, label, hint, switch: None }
}

const fn switch(name: &'static str, label: &'static str, hint: &'static str) -> Row {
    Row { name, label, hint, switch: Some(SWITCH) }
}

pub(super) const GROUPS: &[Group] = &[
    Group {
        name: "Cluster",
        at_once: false,
        rows: &[
            text("nodes", "Nodes", "1 to 9 that vote"),
            text("spares", "Spare nodes", "may join; 9 nodes in all"),
            text("clients", "Clients", "0 to 3"),
            text("client-patience", "Patience of a client", "then it asks another node"),
            Row {
                switch: Some(("redirect", "forward")),
                ..switch("requests", "Followers forward requests", "or they name the leader, §8")
            },
        ],
    },
    Group {
        name: "Network",
        at_once: true,
        rows: &[
            text("latency", "Latency", "at least; such as 20ms"),
            text("jitter", "Jitter", "up to so much more"),
            text("tail", "Tail", "on average so much more still"),
            text("loss", "Loss", "lost at random; such as 5%"),
            text("duplicate", "Duplication", "arrives twice"),
            text("reorder", "Reordering", "takes five times as long"),
            text("bandwidth", "Bandwidth", "bytes a second, or unlimited"),
        ],
    },
    Group {
        name: "Timing and elections",
        at_once: false,
        rows: &[
            text("election-timeout", "Election timeout", "a span, or span to span, §5.2"),
            text("heartbeat-interval", "Heartbeat every", "shorter than the timeout, §5.2"),
            switch("pre-vote", "Pre-vote", "asks before it stands, diss. §9.6"),
            switch("check-quorum", "Check quorum", "no majority, no leader, diss. §6.2"),
            text("reads", "Reads", "round, or lease and drift: lease 5%"),
        ],
    },
    Group {
        name: "Log and snapshots",
        at_once: false,
        rows: &[
            text("max-entries-per-message", "Entries in a message", "at most"),
            text("max-in-flight", "Messages under way", "at most, to one follower"),
            text("compact-after", "Snapshot after", "so many entries, or never, §7"),
            text("snapshot-chunk", "Snapshot chunk", "bytes in a message"),
        ],
    },
    Group {
        name: "Disks",
        at_once: false,
        rows: &[
            text("disk-latency", "A write takes", "its sync included"),
            text("disk-jitter", "Jitter", "up to so much more"),
            text("torn-writes", "Torn writes", "of crashes in the middle of a write"),
        ],
    },
    Group {
        name: "Mistakes of real systems",
        at_once: false,
        rows: &[
            switch("votes-not-durable", "Votes do not reach the disk", "Figure 2 demands it"),
            switch("hasty-promises", "Promises do not wait for the disk", "Figure 2 demands it"),
            switch("half-is-enough", "Half of the voters are enough", "§5.2 wants a majority"),
            switch("local-reads", "Any node answers reads", "§8 forbids it"),
            switch("retries-applied", "What is sent again is applied again", "no sessions, §8"),
        ],
    },
];
