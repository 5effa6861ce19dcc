//! The inspector: its tabs, and in it logs side by side, a node in full, and what Raft promises.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

mod pieces;

use std::ops::RangeInclusive;

use pieces::{all, english, name, named, of, own_text, press, tab, text};
use raft_playground::intent::{Client, Fault, NodeAction, Panel, Playback, Setting, Setup, Tab};
use raft_playground::layout::{Shape, Stage};
use raft_playground::view::{NodeRole, Piece, PieceKind, PropertyStatus};
use raft_playground::{Address, Intent, Options, Playground, Speed};
use raft_sim::{Command, DiskChange};
use serde_json::Value;

/// Cuts a node's links with the other nodes.
fn isolate(node: Address) -> Intent {
    Fault::Node { node, action: NodeAction::Isolate }.into()
}

/// A cluster of five with a leader, a second old, that looks at a tab.
fn session(tab: Tab, settings: &[(&str, &str)]) -> Playground {
    let options = Options { seed: 7, nodes: 5, speed: Speed::FASTEST, paused: false };
    let mut session = Playground::new(&options).unwrap();
    for (name, text) in settings {
        session.handle(Setup::Set { setting: Setting::named(name).unwrap(), text: (*text).into() });
    }
    session.handle(Setup::Restart);
    session.handle(Panel::Inspect(Some(tab)));
    session.advance(1_000_000);
    session
}

/// The indexes of the columns of the table of logs.
fn shown(table: &Piece) -> RangeInclusive<u64> {
    let [head, ..] = &of(table, PieceKind::Row, "")[..] else { panic!("no row") };
    let indexes: Vec<u64> =
        head.parts.iter().filter_map(|cell| own_text(cell).parse().ok()).collect();
    indexes[0]..=indexes[indexes.len() - 1]
}

/// The row of a node.
fn row(table: &Piece, node: Address) -> &Piece {
    let rows = of(table, PieceKind::Row, "").into_iter();
    rows.into_iter().find(|row| own_text(&row.parts[0]) == node.to_string()).unwrap()
}

/// A place in the log of a node: how it looks, what is written there, and the marks below.
fn place(table: &Piece, node: Address, index: u64) -> (&'static str, String, String) {
    let cell = row(table, node).parts.iter().find(|cell| cell.key == index);
    let cell = cell.unwrap_or_else(|| panic!("{index} is not among {:?}", shown(table)));
    let entry = cell.parts.iter().filter(|piece| piece.class != "marks").map(text).collect();
    (cell.class, entry, own_text(of(cell, PieceKind::Text, "marks")[0]))
}

/// The names and values of a part of a node.
fn part(node: &Piece, class: &str) -> Vec<(String, String)> {
    let lists = of(node, PieceKind::List, class);
    let rows = lists.iter().flat_map(|list| &list.parts);
    rows.map(|row| (own_text(&row.parts[0]), own_text(&row.parts[1]))).collect()
}

/// What stands beside a name.
fn value(session: &mut Playground, class: &str, name: &str) -> String {
    let rows = part(&tab(session), class);
    let found = rows.iter().find(|(other, _)| other == name);
    found.unwrap_or_else(|| panic!("no {name} in {rows:?}")).1.clone()
}

fn title(session: &mut Playground) -> String {
    own_text(of(&tab(session), PieceKind::Heading, "")[0])
}

fn json(session: &mut Playground) -> Value {
    serde_json::from_str(&own_text(of(&tab(session), PieceKind::Wide, "json")[0])).unwrap()
}

fn with_role(session: &mut Playground, role: NodeRole) -> Address {
    let frame = session.frame();
    let nodes = frame.scene.nodes.iter().filter(|node| node.role == role);
    nodes.max_by_key(|node| node.term).unwrap().address
}

fn leader(session: &mut Playground) -> Address {
    with_role(session, NodeRole::Leader)
}

fn send(session: &mut Playground, text: &str, via: Option<Address>) {
    session.handle(Client::Send { text: text.into(), via });
}

/// Sends so many values, each after the one before was committed.
fn send_many(session: &mut Playground, count: u64) {
    for number in 0..count {
        send(session, &format!("x={number}"), None);
        session.advance(150_000);
    }
}

fn status(session: &mut Playground, key: &str) -> (PropertyStatus, Option<String>) {
    let frame = session.frame();
    let mut properties = frame.scene.properties.iter();
    let property = properties.find(|property| property.key == key).unwrap();
    (property.status, property.why.as_ref().map(english))
}

#[test]
fn the_inspector_reopens_its_last_tab_except_settings() {
    let mut session = session(Tab::Logs, &[]);
    let tab = |session: &mut Playground, intent| {
        session.handle(intent);
        session.frame().scene.inspector.as_ref().map(|inspector| inspector.tab)
    };
    assert_eq!(tab(&mut session, Panel::Inspect(Some(Tab::Checks))), Some(Tab::Checks));
    assert_eq!(tab(&mut session, Panel::ToggleInspector), None);
    assert_eq!(tab(&mut session, Panel::ToggleInspector), Some(Tab::Checks));
    assert_eq!(tab(&mut session, Panel::Inspect(Some(Tab::Settings))), Some(Tab::Settings));
    assert_eq!(tab(&mut session, Panel::ToggleInspector), Some(Tab::Checks));
    session.handle(Playback::Reset { seed: None });
    let shown = session.frame().scene.inspector.as_ref().map(|inspector| inspector.tab);
    assert_eq!(shown, Some(Tab::Checks), "another run, the same tab");
}

#[test]
fn an_entry_shows_when_it_is_on_disk_and_when_it_is_committed() {
    let mut session = session(Tab::Logs, &[]);
    let leader = leader(&mut session);
    session.handle(Playback::Pause);
    send(&mut session, "x=8", None);
    let states = |session: &mut Playground| {
        let table = tab(session);
        let nodes = ["A", "B", "C", "D", "E"].map(|name| name.parse().unwrap());
        let others = nodes.into_iter().filter(|node| *node != leader);
        let having = others.filter(|node| !place(&table, *node, 2).1.is_empty());
        (place(&table, leader, 2).0, having.count())
    };
    let mut seen = vec![states(&mut session)];
    for _ in 0..200 {
        session.handle(Playback::Step);
        seen.push(states(&mut session));
    }
    seen.dedup();
    let expected = [
        ("", 0),
        ("open unsynced", 0),
        ("open", 0),
        ("open", 1),
        ("open", 2),
        ("open", 3),
        ("open", 4),
        ("done", 4),
    ];
    assert_eq!(seen, expected);
}

#[test]
fn marks_show_what_is_applied_and_what_the_leader_knows() {
    let mut session = session(Tab::Logs, &[]);
    let leader = leader(&mut session);
    send(&mut session, "x=8", None);
    session.advance(500_000);
    let table = tab(&mut session);
    for node in ["A", "B", "C", "D", "E"].map(|name| name.parse().unwrap()) {
        let leads = node == leader;
        let at = |index| place(&table, node, index);
        assert_eq!(at(1), ("done", "no-op1".into(), String::new()), "{node}");
        let known = if leads { "■" } else { "■●" };
        assert_eq!(at(2), ("done", "x=81".into(), known.into()), "{node}");
        let sent_next = if leads { "" } else { "►" };
        assert_eq!(at(3), ("", String::new(), sent_next.into()), "{node}");
    }
}

#[test]
fn pressing_an_entry_asks_why_it_is_committed_or_not() {
    let mut session = session(Tab::Logs, &[]);
    let leader = leader(&mut session);
    press(&mut session, &format!("Entry 1 of {leader}: no-op, committed. Why?"));
    let answer = session.frame().scene.why.clone().unwrap();
    let title = format!("Why is no-op, entry 1 of {leader}, committed?");
    assert_eq!(english(&answer.title), title);
}

#[test]
fn an_unreplicated_entry_is_uncommitted_and_a_stopped_nodes_entries_count_as_acknowledged() {
    let mut session = session(Tab::Logs, &[]);
    let old = leader(&mut session);
    session.handle(isolate(old));
    send(&mut session, "lost=1", Some(old));
    session.advance(300_000);
    session.handle(Command::Crash(old));
    session.advance(1_000_000);
    let table = tab(&mut session);
    assert_eq!(name(&row(&table, old).parts[0]), format!("{old}, stopped"));
    assert_eq!(
        place(&table, old, 1),
        ("done", "no-op1".into(), String::new()),
        "nothing is applied"
    );
    assert_eq!(place(&table, old, 2).0, "open");
    let frame = session.frame();
    let stopped = frame.scene.nodes.iter().find(|node| node.address == old).unwrap();
    assert_eq!(stopped.commit, 0, "what it knew is gone");
}

#[test]
fn the_log_table_follows_the_end_of_long_logs_until_the_user_scrolls() {
    let mut session = session(Tab::Logs, &[]);
    let behind = with_role(&mut session, NodeRole::Follower);
    session.handle(Command::Crash(behind));
    assert_eq!(shown(&tab(&mut session)), 1..=7);
    send_many(&mut session, 1200);
    let table = tab(&mut session);
    assert_eq!(shown(&table), 1196..=1202, "with the place after the last");
    let cells = all(&table).iter().filter(|piece| piece.kind == PieceKind::Cell).count();
    assert_eq!(cells, 1 + 5 * 7, "and nothing else is in the frame");
    let note = text(&row(&table, behind).parts[0]);
    assert!(note.contains("ends at 1, matchIndex 1, nextIndex "), "{note}");

    session.handle(Panel::ShowEntries { from: 600 });
    send_many(&mut session, 3);
    let leader = leader(&mut session);
    let table = tab(&mut session);
    assert_eq!(shown(&table), 600..=606);
    assert_eq!(place(&table, leader, 600).1, "x=5981");
    let slider = named(&table, "First index shown");
    assert_eq!(slider.kind, PieceKind::Slider { at: 600, most: 1199 });
    press(&mut session, "Earlier entries");
    assert_eq!(shown(&tab(&mut session)), 593..=599);
    press(&mut session, "Later entries");
    assert_eq!(shown(&tab(&mut session)), 600..=606);

    session.handle(Panel::ShowEntries { from: 5000 });
    send_many(&mut session, 2);
    assert_eq!(shown(&tab(&mut session)), 1201..=1207, "at the end it follows again");
    session.handle(Panel::ShowEntries { from: 0 });
    assert_eq!(shown(&tab(&mut session)), 1..=7);
}

#[test]
fn a_snapshot_is_shown_in_place_of_what_it_replaces() {
    let mut session = session(Tab::Logs, &[]);
    let node = leader(&mut session);
    send_many(&mut session, 3);
    session.handle(Command::Snapshot(node));
    session.advance(100_000);
    send_many(&mut session, 1);
    let table = tab(&mut session);
    for index in 1..=4 {
        assert_eq!(place(&table, node, index).0, "compact", "{index}");
    }
    assert_eq!(place(&table, node, 5).0, "done");
    session.handle(Command::Crash(node));
    let table = tab(&mut session);
    assert_eq!(place(&table, node, 4).0, "compact", "the disk keeps it");
    assert_eq!(place(&table, node, 5).0, "done");
}

#[test]
fn a_phone_has_as_many_columns_as_fit() {
    let mut session = session(Tab::Logs, &[]);
    for (width, columns) in [(320.0, 4), (360.0, 5), (599.0, 9), (768.0, 7)] {
        let stage = Stage { shape: Shape::Tall, width, height: 400.0, field: true };
        session.handle(Panel::Resize(stage));
        assert_eq!(shown(&tab(&mut session)), 1..=columns, "{width} px");
    }
}

#[test]
fn durable_and_volatile_state_are_distinguished() {
    let mut session = session(Tab::Node, &[]);
    let leader = leader(&mut session);
    session.handle(Playback::Pause);
    send(&mut session, "y=7", None);
    while part(&tab(&mut session), "unsynced").is_empty() {
        session.handle(Playback::Step);
    }
    assert_eq!(title(&mut session), format!("Disk of {leader}"), "whoever leads is shown first");
    let disk = part(&tab(&mut session), "disk");
    let expected = [("term", "1"), ("vote", &*leader.to_string()), ("log", "1")];
    assert_eq!(disk, expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
    let [(when, write)] = &part(&tab(&mut session), "unsynced")[..] else { panic!("one write") };
    assert!(when.starts_with("in ") && when.ends_with(" ms"), "{when}");
    assert_eq!(write, "1 entry from index 2: y=7");
    assert_eq!(value(&mut session, "memory", "role"), "leader");
    assert_eq!(part(&tab(&mut session), "followers").len(), 4);

    session.handle(Command::Crash(leader));
    let after = tab(&mut session);
    assert_eq!(part(&after, "disk"), disk, "the crash has left the disk");
    for lost in ["unsynced", "memory", "followers"] {
        assert!(part(&after, lost).is_empty(), "{lost} is still there");
    }
    assert!(text(&after).contains("nothing: it is stopped"));
}

#[test]
fn a_node_is_chosen_by_its_letter_by_its_menu_or_on_the_stage() {
    let mut session = session(Tab::Logs, &[]);
    let [b, c] = ["B", "C"].map(|name| name.parse::<Address>().unwrap());
    session.handle(Panel::Select(Some(b)));
    session.handle(Panel::Inspect(Some(Tab::Node)));
    assert_eq!(title(&mut session), "Disk of B");
    assert!(session.frame().scene.menu.is_none(), "the menu makes way");
    session.handle(Panel::Select(Some(c)));
    assert_eq!(title(&mut session), "Disk of C");
    let d =
        |piece: &&&Piece| own_text(piece) == "D" && matches!(piece.kind, PieceKind::Choice { .. });
    let letter = all(&tab(&mut session)).iter().find(d).and_then(|letter| letter.intent.clone());
    session.handle(letter.unwrap());
    assert_eq!(title(&mut session), "Disk of D");
    let pressed = |piece: &&&Piece| piece.kind == PieceKind::Choice { pressed: true };
    let tab = tab(&mut session);
    let pressed: Vec<_> = all(&tab).iter().filter(pressed).map(|piece| own_text(piece)).collect();
    assert_eq!(pressed, ["D"]);
}

#[test]
fn timers_votes_and_membership_are_in_its_memory() {
    let mut session = session(Tab::Node, &[]);
    let candidate = with_role(&mut session, NodeRole::Follower);
    session.handle(Panel::InspectNode(candidate));
    session.handle(Playback::Pause);
    let due = value(&mut session, "memory", "election timer");
    assert!(due.starts_with("in "), "{due}");
    session.handle(Command::TimeOut(candidate));
    while value(&mut session, "memory", "role") != "candidate" {
        session.handle(Playback::Step);
    }
    assert_eq!(value(&mut session, "memory", &candidate.to_string()), "votes for it");

    session.handle(Playback::Play);
    session.advance(2_000_000);
    let voters = ["A", "B", "C"].map(|name| name.parse().unwrap()).into();
    let learners = vec!["D".parse().unwrap()];
    session.handle(Command::Reconfigure { voters, learners });
    let leader = leader(&mut session);
    session.handle(Panel::InspectNode(leader));
    let mut joint = None;
    for _ in 0..200 {
        session.advance(1000);
        let memory = part(&tab(&mut session), "memory");
        if memory.iter().any(|(name, _)| name == "old voters") {
            joint = Some(["voters", "old voters"].map(|name| value(&mut session, "memory", name)));
        }
    }
    assert_eq!(joint.unwrap(), ["A–C", "A–E"]);
    assert_eq!(value(&mut session, "memory", "learners"), "D");
}

#[test]
fn timers_of_a_stopped_clock_and_writes_of_a_stuck_disk_have_no_time() {
    let mut session = session(Tab::Node, &[]);
    let follower = with_role(&mut session, NodeRole::Follower);
    session.handle(Panel::InspectNode(follower));
    session.handle(Command::Clock { node: follower, rate_permille: 0 });
    assert_eq!(value(&mut session, "memory", "election timer"), "not until its clock runs");
    assert_eq!(json(&mut session)["memory"]["timers_fire_at_us"], serde_json::json!({}));
    session.handle(Command::Disk { node: follower, change: DiskChange::Stuck });
    send(&mut session, "y=7", None);
    session.advance(300_000);
    let writes = part(&tab(&mut session), "unsynced");
    assert!(
        writes[0].0 == "not until the disk works" && writes[0].1.ends_with("y=7"),
        "{writes:?}"
    );
    assert_eq!(json(&mut session)["writes"][0]["on_disk_at_us"], Value::Null);
}

#[test]
fn a_node_is_valid_json_for_any_value() {
    let mut session = session(Tab::Node, &[]);
    let hostile = r#""}],</pre>\u0000'"#;
    send(&mut session, &format!("x={hostile}"), None);
    session.advance(300_000);
    let leader = leader(&mut session).to_string();
    let json = json(&mut session);
    assert_eq!(json["node"], leader.as_str());
    let memory = &json["memory"];
    assert_eq!((&json["state"], &memory["leader"]), (&"leader".into(), &leader.as_str().into()));
    assert_eq!(memory["term"]["number"], 1);
    assert!(memory["term"]["votes"].as_array().unwrap().len() >= 3);
    assert_eq!((&memory["commit_index"], &memory["last_applied"]), (&2.into(), &2.into()));
    let heartbeat = memory["timers_fire_at_us"]["heartbeat"].as_u64().unwrap();
    assert!(heartbeat > json["at_us"].as_u64().unwrap());
    assert_eq!(memory["values"]["x"], hostile);
    assert_eq!(json["disk"]["log"], serde_json::json!([1, 2]));
    assert_eq!(memory["voters"], serde_json::json!(["A", "B", "C", "D", "E"]));
    assert_eq!(memory["followers"].as_object().unwrap().len(), 4);
}

#[test]
fn messages_are_counted_by_kind_and_the_counts_are_right_after_going_back() {
    let mut session = session(Tab::Node, &[]);
    let leader = leader(&mut session);
    let sent = |session: &mut Playground| json(session)["messages_sent"].clone();
    let then = session.frame().motion.now_us;
    let before = sent(&mut session);
    assert_eq!(before["request-vote"], 4, "it asked the four others, once");
    send(&mut session, "x=1", None);
    session.advance(1_000_000);
    let after = sent(&mut session);
    assert_eq!(after["client-reply"], 1);
    assert!(after["heartbeat"].as_u64() > before["heartbeat"].as_u64());
    assert_eq!(value(&mut session, "sent", "Answer to a client"), "1");
    session.handle(Command::Crash(leader));
    assert_eq!(sent(&mut session), after, "a crash undoes no message");
    session.handle(Playback::Seek { to_us: then });
    assert_eq!(sent(&mut session), before);
}

#[test]
fn ten_properties_hold_and_two_are_undecided_before_an_election() {
    let options = Options { seed: 7, nodes: 5, speed: Speed::FASTEST, paused: true };
    let mut session = Playground::new(&options).unwrap();
    let frame = session.frame();
    let waits = frame.scene.properties.iter().filter(|it| it.status == PropertyStatus::Waits);
    let waits: Vec<_> = waits.map(|property| property.key).collect();
    assert_eq!(waits, ["stable-leadership", "liveness"]);
    let holds = frame.scene.properties.iter().filter(|it| it.status == PropertyStatus::Holds);
    assert_eq!(holds.count(), 10);
    session.handle(Panel::Inspect(Some(Tab::Checks)));
    let tab = tab(&mut session);
    assert!(text(&tab).contains("10 hold, 0 broken, 2 undecided"));
    let promises = &of(&tab, PieceKind::List, "guarantees")[0].parts;
    assert_eq!(promises.len(), 12);
    assert!(promises.iter().all(|promise| text(promise).contains('§')));
}

#[test]
fn missing_progress_is_explained_by_its_obstacle() {
    let mut session = session(Tab::Checks, &[]);
    assert_eq!(status(&mut session, "liveness"), (PropertyStatus::Holds, None));
    let leader = leader(&mut session);
    session.handle(isolate(leader));
    let (state, why) = status(&mut session, "liveness");
    assert_eq!(state, PropertyStatus::Waits);
    assert!(why.unwrap().contains("too few nodes"));
    session.handle(Command::Heal);
    session.handle(Command::Crash(leader));
    let (state, why) = status(&mut session, "liveness");
    assert_eq!((state, why.as_deref()), (PropertyStatus::Waits, Some("There is no leader.")));
    session.advance(2_000_000);
    assert_eq!(status(&mut session, "liveness"), (PropertyStatus::Holds, None));
}

#[test]
fn a_violation_names_the_two_contradicting_facts() {
    let mut session = session(Tab::Checks, &[("local-reads", "on")]);
    send(&mut session, "x=1", None);
    session.advance(300_000);
    let follower = with_role(&mut session, NodeRole::Follower);
    session.handle(isolate(follower));
    send(&mut session, "x=2", None);
    session.advance(300_000);
    assert_eq!(status(&mut session, "linearizability").0, PropertyStatus::Holds);
    send(&mut session, "get x", Some(follower));
    session.advance(300_000);
    let (state, why) = status(&mut session, "linearizability");
    assert_eq!(state, PropertyStatus::Violated);
    let why = why.unwrap();
    let facts = "No order of the requests explains X’s “get x: 1” after X’s “x=2: done”.";
    assert_eq!(why, facts);
    assert_eq!(status(&mut session, "exactly-once").0, PropertyStatus::Holds);
    let violated = tab(&mut session);
    let [violated] = of(&violated, PieceKind::Item, "violated")[..] else { panic!("one of them") };
    assert!(text(violated).starts_with("Linearizability") && text(violated).ends_with(&why));
    session.handle(Playback::StepBack);
    session.handle(Playback::Seek { to_us: 0 });
    assert_eq!(status(&mut session, "linearizability").0, PropertyStatus::Holds, "it was not yet");
}
