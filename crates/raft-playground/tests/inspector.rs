//! The inspector: its tabs, and in it logs side by side, a node in full, and what Raft promises.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

use std::ops::RangeInclusive;

use raft_playground::frame::{
    CellState, CellView, Content, LogsView, NodeDetails, PartView, RoleView, Standing, Tab,
};
use raft_playground::layout::{Shape, Stage};
use raft_playground::{Address, Intent, Options, Session, Speed};
use raft_sim::Command;
use serde_json::Value;

const COMMITTED: CellState = CellState::Entry { committed: true, durable: true };
const OPEN: CellState = CellState::Entry { committed: false, durable: true };
const UNSYNCED: CellState = CellState::Entry { committed: false, durable: false };

/// A cluster of five with a leader, a second old, that looks at a tab.
fn session(tab: Tab, settings: &[(&str, &str)]) -> Session {
    let options = Options { seed: 7, nodes: 5, speed: Speed::FASTEST, paused: false };
    let mut session = Session::new(&options).unwrap();
    for (name, text) in settings {
        session.handle(Intent::Set { name: (*name).into(), text: (*text).into() });
    }
    session.handle(Intent::BeginAgain);
    session.handle(Intent::Inspect(Some(tab)));
    session.advance(1_000_000);
    session
}

fn content(session: &mut Session) -> Content {
    session.frame().scene.inspector.as_ref().unwrap().content.clone()
}

fn logs(session: &mut Session) -> LogsView {
    let Content::Logs(view) = content(session) else { panic!("another tab is open") };
    view
}

fn node(session: &mut Session) -> NodeDetails {
    let Content::Node(view) = content(session) else { panic!("another tab is open") };
    view
}

fn json(session: &mut Session) -> Value {
    serde_json::from_str(&node(session).json).unwrap()
}

fn part<'a>(node: &'a NodeDetails, kind: &str) -> &'a PartView {
    node.parts.iter().find(|part| part.kind == kind).unwrap()
}

/// What stands beside a name.
fn value<'a>(part: &'a PartView, name: &str) -> &'a str {
    part.rows.iter().find(|(other, _)| &**other == name).map(|(_, value)| &**value).unwrap()
}

fn shown(view: &LogsView) -> RangeInclusive<u64> {
    view.first..=view.first + view.columns as u64 - 1
}

fn cell(view: &LogsView, node: Address, index: u64) -> &CellView {
    let row = view.rows.iter().position(|row| row.address == node).unwrap();
    assert!(shown(view).contains(&index), "{index} is not among {:?}", shown(view));
    let column = usize::try_from(index - view.first).unwrap();
    &view.cells[row * view.columns + column]
}

fn with_role(session: &mut Session, role: RoleView) -> Address {
    let frame = session.frame();
    let nodes = frame.scene.nodes.iter().filter(|node| node.role == role);
    nodes.max_by_key(|node| node.term).unwrap().address
}

fn leader(session: &mut Session) -> Address {
    with_role(session, RoleView::Leader)
}

fn send(session: &mut Session, text: &str, via: Option<Address>) {
    session.handle(Intent::Send { text: text.into(), via });
}

/// Sends so many values, each after the one before was committed.
fn send_many(session: &mut Session, count: u64) {
    for number in 0..count {
        send(session, &format!("x={number}"), None);
        session.advance(150_000);
    }
}

fn standing(session: &mut Session, key: &str) -> (Standing, Option<String>) {
    let frame = session.frame();
    let mut properties = frame.scene.properties.iter();
    let property = properties.find(|property| property.key == key).unwrap();
    (property.standing, property.why.as_deref().map(str::to_owned))
}

#[test]
fn it_opens_where_it_was_closed_and_settings_are_another_matter() {
    let mut session = session(Tab::Logs, &[]);
    let tab = |session: &mut Session, intent| {
        session.handle(intent);
        session.frame().scene.inspector.as_ref().map(|inspector| inspector.tab)
    };
    assert_eq!(tab(&mut session, Intent::Inspect(Some(Tab::Checks))), Some(Tab::Checks));
    assert_eq!(tab(&mut session, Intent::ToggleInspector), None);
    assert_eq!(tab(&mut session, Intent::ToggleInspector), Some(Tab::Checks));
    assert_eq!(tab(&mut session, Intent::Inspect(Some(Tab::Settings))), Some(Tab::Settings));
    assert_eq!(tab(&mut session, Intent::ToggleInspector), Some(Tab::Checks));
    assert_eq!(tab(&mut session, Intent::Reset), Some(Tab::Checks), "another run, the same tab");
}

#[test]
fn an_entry_is_seen_on_its_way_to_disks_and_to_commitment() {
    let mut session = session(Tab::Logs, &[]);
    let leader = leader(&mut session);
    session.handle(Intent::Pause);
    send(&mut session, "x=8", None);
    let states = |session: &mut Session| {
        let view = logs(session);
        let row = view.rows.iter().filter(|row| row.address != leader);
        let followers = row.filter(|row| cell(&view, row.address, 2).state != CellState::Free);
        (cell(&view, leader, 2).state, followers.count())
    };
    let mut seen = vec![states(&mut session)];
    for _ in 0..200 {
        session.handle(Intent::Step);
        seen.push(states(&mut session));
    }
    seen.dedup();
    let expected = [
        (CellState::Free, 0),
        (UNSYNCED, 0),
        (OPEN, 0),
        (OPEN, 1),
        (OPEN, 2),
        (OPEN, 3),
        (OPEN, 4),
        (COMMITTED, 4),
    ];
    assert_eq!(seen, expected);
}

#[test]
fn marks_tell_what_is_applied_and_what_the_leader_knows() {
    let mut session = session(Tab::Logs, &[]);
    let leader = leader(&mut session);
    send(&mut session, "x=8", None);
    session.advance(500_000);
    let view = logs(&mut session);
    for row in &view.rows {
        let follows = row.address != leader;
        let at = |index| {
            let cell = cell(&view, row.address, index);
            (cell.is_applied, cell.is_match, cell.is_next)
        };
        assert_eq!(at(1), (false, false, false), "{}", row.address);
        assert_eq!(at(2), (true, follows, false), "{}", row.address);
        assert_eq!(at(3), (false, false, follows), "{}", row.address);
    }
    assert_eq!(cell(&view, leader, 2).text.as_deref(), Some("x=8"));
    assert_eq!(cell(&view, leader, 2).term, 1);
}

#[test]
fn an_entry_that_nobody_else_has_stays_open_and_a_stopped_nodes_entries_count_as_others_know() {
    let mut session = session(Tab::Logs, &[]);
    let old = leader(&mut session);
    session.handle(Intent::Isolate(old));
    send(&mut session, "lost=1", Some(old));
    session.advance(300_000);
    session.handle(Intent::Stop(old));
    session.advance(1_000_000);
    let view = logs(&mut session);
    assert_eq!(view.rows.iter().find(|row| row.address == old).unwrap().role, RoleView::Stopped);
    assert_eq!(cell(&view, old, 1).state, COMMITTED);
    assert_eq!(cell(&view, old, 2).state, OPEN);
    assert!(!cell(&view, old, 1).is_applied, "its state machine is gone");
    let frame = session.frame();
    let stopped = frame.scene.nodes.iter().find(|node| node.address == old).unwrap();
    assert_eq!(stopped.commit, 0, "and with it what it knew");
}

#[test]
fn a_table_of_long_logs_shows_a_window_that_follows_their_end_until_told_otherwise() {
    let mut session = session(Tab::Logs, &[]);
    let behind = with_role(&mut session, RoleView::Follower);
    session.handle(Intent::Stop(behind));
    assert_eq!(shown(&logs(&mut session)), 1..=7);
    send_many(&mut session, 1200);
    let view = logs(&mut session);
    assert_eq!(shown(&view), 1196..=1202, "with the place after the last");
    assert_eq!(view.cells.len(), 5 * 7, "and nothing else is in the frame");
    let row = view.rows.iter().find(|row| row.address == behind).unwrap();
    assert!(row.note.as_deref().unwrap().starts_with("ends at 1, matchIndex 1, nextIndex "));

    session.handle(Intent::ShowEntries { from: 600 });
    send_many(&mut session, 3);
    let view = logs(&mut session);
    assert_eq!((view.first, view.first_at_end), (600, 1199));
    let leader = leader(&mut session);
    assert_eq!(cell(&view, leader, 600).text.as_deref(), Some("x=598"));

    session.handle(Intent::ShowEntries { from: 5000 });
    send_many(&mut session, 2);
    assert_eq!(logs(&mut session).first, 1201, "at the end it follows again");
    session.handle(Intent::ShowEntries { from: 0 });
    assert_eq!(logs(&mut session).first, 1);
}

#[test]
fn a_snapshot_is_shown_in_place_of_what_it_replaces() {
    let mut session = session(Tab::Logs, &[]);
    let node = leader(&mut session);
    send_many(&mut session, 3);
    session.handle(Intent::Act(Command::Snapshot(node)));
    session.advance(100_000);
    send_many(&mut session, 1);
    let view = logs(&mut session);
    for index in 1..=4 {
        assert_eq!(cell(&view, node, index).state, CellState::Snapshot, "{index}");
    }
    assert_eq!(cell(&view, node, 5).state, COMMITTED);
    session.handle(Intent::Stop(node));
    let view = logs(&mut session);
    assert_eq!(cell(&view, node, 4).state, CellState::Snapshot, "the disk keeps it");
    assert_eq!(cell(&view, node, 5).state, COMMITTED);
}

#[test]
fn a_phone_has_as_many_columns_as_fit() {
    let mut session = session(Tab::Logs, &[]);
    for (width, columns) in [(320.0, 4), (360.0, 5), (599.0, 9), (768.0, 7)] {
        let stage = Stage { shape: Shape::Tall, width, height: 400.0, field: true };
        session.handle(Intent::Resize(stage));
        assert_eq!(logs(&mut session).columns, columns, "{width} px");
    }
}

#[test]
fn what_a_crash_leaves_is_told_apart_from_what_it_takes() {
    let mut session = session(Tab::Node, &[]);
    let leader = leader(&mut session);
    session.handle(Intent::Pause);
    send(&mut session, "y=7", None);
    while node(&mut session).parts.iter().all(|part| part.kind != "unsynced") {
        session.handle(Intent::Step);
    }
    let before = node(&mut session);
    assert_eq!(before.node, leader, "whoever leads is shown first");
    let disk = part(&before, "disk");
    assert_eq!(value(disk, "term"), "1");
    assert_eq!(value(disk, "vote"), leader.to_string());
    assert_eq!(value(disk, "log"), "1");
    let [(when, write)] = &part(&before, "unsynced").rows[..] else { panic!("one write") };
    assert!(when.starts_with("in ") && when.ends_with(" ms"), "{when}");
    assert_eq!(&**write, "1 entry from index 2: y=7");
    assert_eq!(value(part(&before, "memory"), "role"), "leader");
    assert_eq!(part(&before, "followers").rows.len(), 4);

    session.handle(Intent::Stop(leader));
    let after = node(&mut session);
    assert_eq!(part(&after, "disk"), disk, "the crash has left the disk");
    let kinds: Vec<_> = after.parts.iter().map(|part| part.kind).collect();
    assert_eq!(kinds, ["disk", "memory", "sent"], "and taken the rest");
    assert!(part(&after, "memory").rows.is_empty());
}

#[test]
fn a_node_is_chosen_by_its_letter_by_its_menu_or_on_the_stage() {
    let mut session = session(Tab::Logs, &[]);
    let [b, c, d] = ["B", "C", "D"].map(|name| name.parse::<Address>().unwrap());
    session.handle(Intent::Select(Some(b)));
    session.handle(Intent::Inspect(Some(Tab::Node)));
    assert_eq!(node(&mut session).node, b);
    assert!(session.frame().scene.menu.is_none(), "the menu makes way");
    session.handle(Intent::Select(Some(c)));
    assert_eq!(node(&mut session).node, c);
    session.handle(Intent::InspectNode(d));
    assert_eq!(node(&mut session).node, d);
}

#[test]
fn timers_votes_and_membership_are_in_its_memory() {
    let mut session = session(Tab::Node, &[]);
    let candidate = with_role(&mut session, RoleView::Follower);
    session.handle(Intent::InspectNode(candidate));
    session.handle(Intent::Pause);
    let due = value(part(&node(&mut session), "memory"), "election timer").to_owned();
    assert!(due.starts_with("in "), "{due}");
    session.handle(Intent::TimeOut(candidate));
    while value(part(&node(&mut session), "memory"), "role") != "candidate" {
        session.handle(Intent::Step);
    }
    assert_eq!(value(part(&node(&mut session), "memory"), &candidate.to_string()), "votes for it");

    session.handle(Intent::Play);
    session.advance(2_000_000);
    let voters = ["A", "B", "C"].map(|name| name.parse().unwrap()).into();
    let learners = vec!["D".parse().unwrap()];
    session.handle(Intent::Act(Command::Reconfigure { voters, learners }));
    session.handle(Intent::Inspect(Some(Tab::Node)));
    let leader = leader(&mut session);
    session.handle(Intent::InspectNode(leader));
    let mut joint = None;
    for _ in 0..200 {
        session.advance(1000);
        let view = node(&mut session);
        let memory = part(&view, "memory");
        if memory.rows.iter().any(|(name, _)| &**name == "old voters") {
            joint = Some(["voters", "old voters"].map(|name| value(memory, name).to_owned()));
        }
    }
    assert_eq!(joint.unwrap(), ["A B C", "A B C D E"]);
    assert_eq!(value(part(&node(&mut session), "memory"), "learners"), "D");
}

#[test]
fn a_node_as_json_can_be_read_whatever_was_sent() {
    let mut session = session(Tab::Node, &[]);
    let hostile = r#""}],</pre>\u0000'"#;
    send(&mut session, &format!("x={hostile}"), None);
    session.advance(300_000);
    let leader = leader(&mut session).to_string();
    let json = json(&mut session);
    assert_eq!(json["node"], leader.as_str());
    assert_eq!((&json["state"], &json["leader"]), (&"leader".into(), &leader.as_str().into()));
    assert_eq!(json["term"]["number"], 1);
    assert!(json["term"]["votes"].as_array().unwrap().len() >= 3);
    assert_eq!((&json["commit_index"], &json["last_applied"]), (&2.into(), &2.into()));
    let heartbeat = json["timers_fire_at_us"]["heartbeat timer"].as_u64().unwrap();
    assert!(heartbeat > json["at_us"].as_u64().unwrap());
    assert_eq!(json["memory"]["value of x"], hostile);
    assert_eq!(json["disk"]["log"], "1–2");
}

#[test]
fn messages_are_counted_by_kind_and_the_counts_are_right_after_going_back() {
    let mut session = session(Tab::Node, &[]);
    let leader = leader(&mut session);
    let heartbeats = |session: &mut Session| json(session)["messages_sent"]["heartbeat"].as_u64();
    let then = session.frame().motion.now_us;
    let before = json(&mut session)["messages_sent"].clone();
    assert_eq!(before["request-vote"], 4, "it asked the four others, once");
    send(&mut session, "x=1", None);
    session.advance(1_000_000);
    let after = json(&mut session)["messages_sent"].clone();
    assert_eq!(after["client-reply"], 1);
    assert!(heartbeats(&mut session) > before["heartbeat"].as_u64());
    session.handle(Intent::Stop(leader));
    assert_eq!(json(&mut session)["messages_sent"], after, "a crash undoes no message");
    session.handle(Intent::Seek { to_us: then });
    assert_eq!(json(&mut session)["messages_sent"], before);
}

#[test]
fn ten_promises_hold_and_two_are_not_decided_before_anybody_leads() {
    let options = Options { seed: 7, nodes: 5, speed: Speed::FASTEST, paused: true };
    let mut session = Session::new(&options).unwrap();
    let frame = session.frame();
    let waits = frame.scene.properties.iter().filter(|it| it.standing == Standing::Waits);
    let waits: Vec<_> = waits.map(|property| property.key).collect();
    assert_eq!(waits, ["stable-leadership", "liveness"]);
    let holds = frame.scene.properties.iter().filter(|it| it.standing == Standing::Holds);
    assert_eq!(holds.count(), 10);
    assert!(frame.scene.properties.iter().all(|property| property.meaning.contains('§')));
}

#[test]
fn progress_is_awaited_with_what_is_in_its_way() {
    let mut session = session(Tab::Checks, &[]);
    assert_eq!(standing(&mut session, "liveness"), (Standing::Holds, None));
    let leader = leader(&mut session);
    session.handle(Intent::Isolate(leader));
    let (state, why) = standing(&mut session, "liveness");
    assert_eq!(state, Standing::Waits);
    assert!(why.unwrap().contains("majority"));
    session.handle(Intent::Heal);
    session.handle(Intent::Stop(leader));
    let (state, why) = standing(&mut session, "liveness");
    assert_eq!((state, why.as_deref()), (Standing::Waits, Some("Nobody leads yet.")));
    session.advance(2_000_000);
    assert_eq!(standing(&mut session, "liveness"), (Standing::Holds, None));
}

#[test]
fn a_broken_promise_names_the_two_facts_that_contradict_each_other() {
    let mut session = session(Tab::Checks, &[("local-reads", "on")]);
    send(&mut session, "x=1", None);
    session.advance(300_000);
    let follower = with_role(&mut session, RoleView::Follower);
    session.handle(Intent::Isolate(follower));
    send(&mut session, "x=2", None);
    session.advance(300_000);
    assert_eq!(standing(&mut session, "linearizability").0, Standing::Holds);
    send(&mut session, "get x", Some(follower));
    session.advance(300_000);
    let (state, why) = standing(&mut session, "linearizability");
    assert_eq!(state, Standing::Violated);
    let why = why.unwrap();
    assert!(why.contains("X was told about its operation 3"), "{why}");
    assert!(why.contains("after operation 2 of X"), "{why}");
    assert_eq!(standing(&mut session, "exactly-once").0, Standing::Holds);
    session.handle(Intent::StepBack);
    session.handle(Intent::Seek { to_us: 0 });
    assert_eq!(standing(&mut session, "linearizability").0, Standing::Holds, "it was not yet");
}
