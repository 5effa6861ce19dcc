//! The form of settings: what it takes, what it refuses, and what comes of it.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

mod pieces;

use std::collections::BTreeSet;

use raft_playground::intent::{Client, Panel, Playback, Setting, Setup, Tab};
use raft_playground::view::{Piece, PieceKind};
use raft_playground::{Address, Options, Playground, Speed};

fn session() -> Playground {
    let options = Options { seed: 7, nodes: 5, speed: Speed::FASTEST, paused: false };
    let mut session = Playground::new(&options).unwrap();
    session.handle(Panel::Inspect(Some(Tab::Settings)));
    session
}

fn set(session: &mut Playground, name: &str, text: &str) {
    session.handle(Setup::Set { setting: Setting::named(name).unwrap(), text: text.into() });
}

/// A field as somebody sees it.
#[derive(Clone, PartialEq, Debug)]
struct Field {
    name: String,
    label: String,
    value: String,
    complaint: String,
    pending: bool,
}

/// All fields of the form.
fn form(session: &mut Playground) -> Vec<Field> {
    let tab = pieces::tab(session);
    let rows = pieces::all(&tab);
    let rows = rows
        .iter()
        .filter(|row| row.parts.first().is_some_and(|first| first.kind == PieceKind::Label));
    rows.map(|row| {
        let [words, field] = &row.parts[0].parts[..] else { panic!("{row:?}") };
        let is_complaint = |piece: &&Piece| piece.kind == PieceKind::Complaint;
        let (setting, value) = match field.kind {
            PieceKind::Field { setting, .. } => (setting, pieces::own_text(field)),
            PieceKind::Switch { setting, off, on, is_on } => {
                (setting, if is_on { on } else { off }.to_owned())
            }
            _ => panic!("{field:?}"),
        };
        Field {
            name: setting.name(),
            label: words
                .parts
                .iter()
                .fold(pieces::own_text(words), |label, hint| label + " " + &pieces::text(hint)),
            value,
            complaint: row.parts.iter().find(is_complaint).map(pieces::text).unwrap_or_default(),
            pending: row.class == "pending",
        }
    })
    .collect()
}

fn field(session: &mut Playground, name: &str) -> Field {
    form(session).into_iter().find(|field| field.name == name).unwrap()
}

/// Whether something waits for the next run.
fn is_pending(session: &mut Playground) -> bool {
    let tab = pieces::tab(session);
    pieces::all(&tab).iter().any(|piece| pieces::own_text(piece) == "Restart with these")
}

fn nodes(session: &mut Playground) -> usize {
    session.frame().scene.nodes.len()
}

/// The run as a script, without the comment that names the moment.
fn script(session: &Playground) -> String {
    session.share_snapshot().text("").split_once('\n').unwrap().1.into()
}

#[test]
fn every_field_has_a_unique_name_and_accepts_its_own_value() {
    let mut session = session();
    let fields = form(&mut session);
    let names: BTreeSet<_> = fields.iter().map(|field| field.name.clone()).collect();
    assert_eq!(names.len(), fields.len());
    for before in fields {
        assert!(!before.value.is_empty() && !before.label.is_empty(), "{before:?}");
        set(&mut session, &before.name, &before.value);
        assert_eq!(field(&mut session, &before.name), before);
    }
    assert!(!is_pending(&mut session));
    assert_eq!(script(&session), "seed 7\n\nend at 0ms\n", "nothing was done to the run");
}

#[test]
fn there_is_a_field_for_every_setting_of_a_scenario() {
    let mut session = session();
    let texts = [
        "4",
        "2",
        "2",
        "500ms",
        "forward",
        "21ms",
        "3ms",
        "1ms",
        "1%",
        "2%",
        "3%",
        "1000000",
        "90%",
        "200ms to 400ms",
        "40ms",
        "on",
        "on",
        "lease 5%",
        "32",
        "16",
        "20",
        "1000",
        "3ms",
        "1ms",
        "10%",
    ];
    let fields = form(&mut session);
    let texts = texts.into_iter();
    let clocks = |field: &&Field| !field.name.starts_with("clock ") || field.name == "clock A";
    for (field, text) in fields.iter().filter(clocks).zip(texts.chain(std::iter::repeat("on"))) {
        let off = field.name == "current-term";
        set(&mut session, &field.name, if off { "off" } else { text });
    }
    session.handle(Setup::Restart);
    let text = script(&session);
    let written = text.lines().take_while(|line| !line.is_empty());
    // Seed, all twenty settings of a scenario.
    assert_eq!(written.count(), 1 + 20, "{text}");
    assert!(text.contains("clock A 90%\n"), "{text}");
}

#[test]
fn a_new_cluster_size_takes_effect_in_the_next_run() {
    let mut session = session();
    session.advance(1_000_000);
    set(&mut session, "nodes", "7");
    set(&mut session, "clients", "3");
    assert_eq!(nodes(&mut session), 5);
    let shown = field(&mut session, "nodes");
    assert_eq!((&*shown.value, &*shown.label, shown.pending), ("7", "Nodes 5 now", true));
    assert!(is_pending(&mut session));
    session.advance(16_000);
    session.handle(Setup::Restart);
    let frame = session.frame();
    assert_eq!((frame.scene.nodes.len(), frame.scene.clients.len()), (7, 3));
    assert_eq!((frame.scene.layout.nodes.len(), frame.scene.layout.clients.len()), (7, 3));
    assert_eq!((frame.motion.now_us, frame.scene.transport.seed), (0, 7));
    assert!(!is_pending(&mut session));
}

#[test]
fn pending_settings_can_be_discarded_and_survive_a_reset() {
    let mut session = session();
    set(&mut session, "pre-vote", "on");
    session.handle(Playback::Reset { seed: None });
    assert_eq!(&*field(&mut session, "pre-vote").value, "on");
    session.handle(Setup::DiscardDraft);
    assert_eq!(&*field(&mut session, "pre-vote").value, "off");
    assert!(!is_pending(&mut session));
}

#[test]
fn an_invalid_setting_is_explained_and_changes_nothing() {
    let refusals = [
        ("nodes", "12", "Must be between 1 and 9."),
        ("spares", "6", "With 6 spare nodes, the cluster would have more than 9 nodes."),
        ("election-timeout", "150", "Write a time such as 20ms."),
        ("election-timeout", "300ms to 150ms", "The second time must be at least the first."),
        ("heartbeat-interval", "0ms", "Must be more than 0."),
        ("reads", "banana", "Write “round” or “lease 5%”."),
        ("compact-after", "soon", "Write a number of entries, or “never”."),
        ("bandwidth", "all", "Write a number of bytes per second, or “unlimited”."),
        ("max-in-flight", "x", "Write a whole number."),
        ("loss", "101%", "Must be between 0 % and 100 %."),
        ("loss", "5", "Write a percentage such as 5%."),
        ("clock B", "5%", "Must be between 10 % and 1000 %."),
        ("clock B", " ", "Write a value."),
        ("disk-latency", "2h", "Write a time such as 20ms."),
        ("disk-latency", "3601s", "Must be at most an hour."),
        ("latency", "<b>fast</b>", "Write a time such as 20ms."),
        (
            "heartbeat-interval",
            "200ms",
            "The heartbeat interval, 200 ms, must be shorter than the election timeout, 150 ms: \
             otherwise followers start elections although their leader is alive.",
        ),
    ];
    for (name, text, told) in refusals {
        let mut session = session();
        session.advance(300_000);
        let (before, run) = (session.frame().motion, script(&session));
        set(&mut session, name, text);
        let field = field(&mut session, name);
        assert_eq!((&*field.value, &*field.complaint), (text, told));
        assert_eq!((session.frame().motion, script(&session)), (before, run));
        assert!(!is_pending(&mut session));
        session.handle(Setup::Type { setting: Setting::named(name).unwrap(), text: "x".into() });
        assert_eq!(&*self::field(&mut session, name).complaint, "", "it is being corrected");
    }
}

#[test]
fn the_network_changes_at_once_on_every_link_by_one_command_of_the_run() {
    let mut session = session();
    session.advance(500_000);
    set(&mut session, "latency", "50ms");
    set(&mut session, "loss", "10%");
    assert_eq!(&*field(&mut session, "latency").value, "50ms");
    assert!(!is_pending(&mut session));
    let acts = "at 500ms:\n  network latency 50ms jitter 4ms\n  network latency 50ms jitter 4ms \
                loss 10%\n";
    assert_eq!(script(&session), format!("seed 7\n\n{acts}\nend at 500ms\n"));
    session.handle(Playback::StepBack);
    assert_eq!(&*field(&mut session, "loss").value, "0%", "it can be taken back");
}

#[test]
fn a_rule_is_waived_and_enforced_while_the_cluster_runs() {
    let mut session = session();
    session.advance(500_000);
    set(&mut session, "up-to-date-log", "off");
    set(&mut session, "up-to-date-log", "off");
    let shown = field(&mut session, "up-to-date-log");
    assert_eq!(shown.value, "off");
    assert!(shown.label.ends_with(" §5.4.1. up-to-date-log"), "{}", shown.label);
    assert!(pieces::sentence_of(&session.frame()).starts_with("Rule switched off: "));
    set(&mut session, "up-to-date-log", "on");
    let acts = "at 500ms:\n  waive up-to-date-log\n  enforce up-to-date-log\n";
    assert_eq!(script(&session), format!("seed 7\n\n{acts}\nend at 500ms\n"));
}

#[test]
fn the_next_run_keeps_immediate_changes_and_the_defaults_revert_them() {
    let mut session = session();
    session.advance(500_000);
    for (name, text) in
        [("latency", "50ms"), ("commit-own-term", "off"), ("clock B", "90%"), ("nodes", "3")]
    {
        set(&mut session, name, text);
    }
    session.handle(Setup::Restart);
    let wanted = "seed 7\nnodes 3\nnetwork latency 50ms jitter 4ms\nwaive commit-own-term\n\n\
                  at 0ms: clock B 90%\n\nend at 0ms\n";
    assert_eq!(script(&session), wanted);
    session.handle(Setup::SetDefaults);
    for (name, text) in [("latency", "20ms"), ("commit-own-term", "on"), ("clock B", "100%")] {
        assert_eq!(&*field(&mut session, name).value, text);
    }
    assert_eq!((nodes(&mut session), is_pending(&mut session)), (3, true));
    session.handle(Setup::Restart);
    assert_eq!(script(&session), "seed 7\n\nend at 0ms\n");
}

#[test]
fn spare_nodes_do_not_count_towards_a_majority() {
    let mut session = session();
    set(&mut session, "nodes", "3");
    set(&mut session, "spares", "6");
    session.handle(Setup::Restart);
    assert_eq!(nodes(&mut session), 9);
    for _ in 0..60 {
        session.advance(16_000);
    }
    session.handle(Client::Send { text: "x=8".into(), via: None });
    let mut told = BTreeSet::new();
    for _ in 0..200 {
        session.handle(Playback::Step);
        told.insert(pieces::sentence_of(&session.frame()));
    }
    assert!(
        told.iter().any(|sentence| sentence.contains("once 2 of 3 nodes have it")),
        "{told:#?}"
    );
    assert!(!told.iter().any(|sentence| sentence.contains("of 9")), "{told:#?}");
}

#[test]
fn the_selected_client_sends_the_typed_value() {
    let mut session = session();
    set(&mut session, "clients", "2");
    session.handle(Setup::Restart);
    let y: Address = "Y".parse().unwrap();
    session.handle(Client::SendAs(y));
    session.handle(Client::Send { text: "x=8".into(), via: None });
    assert_eq!(session.frame().scene.sender().unwrap().address, y);
    assert!(script(&session).contains("Y sends x=8\n"));
    session.handle(Client::SendAs("Z".parse().unwrap()));
    assert_eq!(session.frame().scene.sender().unwrap().address, y, "there is no Z");
    set(&mut session, "clients", "1");
    session.handle(Setup::Restart);
    assert_eq!(&*session.frame().scene.sender().unwrap().name, "X");
}

#[test]
fn incompatible_settings_are_refused_beside_the_changed_field() {
    let lease = "A lease needs “Check quorum”: otherwise followers may elect a new leader before \
                 the lease ends, and reads are stale. To see that, switch off the rule \
                 leader-alive.";
    let mut session = session();
    set(&mut session, "reads", "lease 10%");
    assert_eq!(&*field(&mut session, "reads").complaint, lease);
    set(&mut session, "check-quorum", "on");
    set(&mut session, "reads", "lease 10%");
    assert_eq!(&*field(&mut session, "reads").complaint, "");
    set(&mut session, "check-quorum", "off");
    assert_eq!(&*field(&mut session, "check-quorum").complaint, lease);
    set(&mut session, "heartbeat-interval", "150ms");
    assert!(field(&mut session, "heartbeat-interval").complaint.contains("must be shorter than"));
    // Asked for as a bug it is taken, and the rule stays off as long as it is.
    set(&mut session, "leader-alive", "off");
    set(&mut session, "check-quorum", "off");
    assert_eq!(&*field(&mut session, "check-quorum").complaint, "");
    set(&mut session, "leader-alive", "on");
    assert_eq!(&*field(&mut session, "leader-alive").complaint, lease);
    session.handle(Setup::Restart);
    assert!(script(&session).contains("reads lease 10%\nwaive leader-alive\n"));
}

#[test]
fn a_setting_that_may_stall_says_so_beside_it() {
    let mut session = session();
    set(&mut session, "pre-vote", "on");
    let tab = pieces::tab(&mut session);
    let has_advice = |tab: &Piece| {
        let notes = pieces::all(tab);
        notes
            .iter()
            .any(|piece| pieces::own_text(piece).starts_with("Without “Check quorum”, a leader"))
    };
    assert!(has_advice(&tab));
    set(&mut session, "check-quorum", "on");
    assert!(!has_advice(&pieces::tab(&mut session)));
}

/// What the badge says, and its accessible name.
fn badge(session: &mut Playground) -> Option<(String, String)> {
    let frame = session.frame();
    let badge = frame.scene.badge.as_ref()?;
    Some((pieces::english(badge.text.as_ref().unwrap()), pieces::english(&badge.title)))
}

fn says(text: &str, title: &str) -> (String, String) {
    (text.into(), title.into())
}

#[test]
fn the_badge_names_a_rule_from_the_moment_it_is_switched_off_until_it_is_on_again() {
    let mut session = session();
    session.handle(Playback::Play);
    session.advance(300_000);
    assert_eq!(badge(&mut session), None);
    set(&mut session, "commit-own-term", "off");
    let one =
        Some(says("Rule off: commit-own-term", "Rule off: commit-own-term. Open the settings"));
    assert_eq!(badge(&mut session), one);
    session.advance(300_000);
    assert_eq!(badge(&mut session), one);
    set(&mut session, "up-to-date-log", "off");
    let names = "2 rules off: up-to-date-log and commit-own-term. Open the settings";
    assert_eq!(badge(&mut session), Some(says("2 rules off", names)));
    session.handle(Playback::Seek { to_us: 400_000 });
    assert_eq!(badge(&mut session), one);
    session.handle(Playback::Seek { to_us: 200_000 });
    assert_eq!(badge(&mut session), None);
    session.handle(Playback::Seek { to_us: u64::MAX });
    set(&mut session, "up-to-date-log", "on");
    set(&mut session, "commit-own-term", "on");
    assert_eq!(badge(&mut session), None);
}

#[test]
fn the_badge_names_injected_bugs() {
    let mut session = session();
    set(&mut session, "half-is-enough", "on");
    assert_eq!(badge(&mut session), None, "it is for the next run");
    session.handle(Setup::Restart);
    let one = Some(says("Bug: half-is-enough", "Bug: half-is-enough. Open the settings"));
    assert_eq!(badge(&mut session), one);
    set(&mut session, "commit-own-term", "off");
    let names = "1 rule off, 1 bug: commit-own-term and half-is-enough. Open the settings";
    assert_eq!(badge(&mut session), Some(says("1 rule off, 1 bug", names)));
}
