//! Acting on the cluster by hand: drawing, winding, carrying, menus of nodes and of messages.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

mod english;

use english::{english, sentence_of, written};
use raft_playground::intent::{
    Client, Fault, MenuSubject, MessageAction, NodeAction, Panel, Playback, Tab,
};
use raft_playground::layout::Point;
use raft_playground::view::{
    FlashKind, Hit, MemberKind, Menu, MenuAction, MessageView, NodeRole, hit_test,
};
use raft_playground::{Address, Command, Frame, Intent, Options, Playground, Speed};

/// Cuts a node's links with the other nodes.
fn isolate(node: Address) -> Intent {
    Fault::Node { node, action: NodeAction::Isolate }.into()
}

fn session() -> Playground {
    let options = Options { seed: 7, nodes: 5, speed: Speed::FASTEST, paused: false };
    Playground::new(&options).unwrap()
}

/// A session in which a leader leads and all follow, and the leader.
fn settled() -> (Playground, Address) {
    let mut session = session();
    let frame = pass(&mut session, 1000);
    let leader = frame.scene.nodes.iter().find(|node| node.role == NodeRole::Leader).unwrap();
    let address = leader.address;
    (session, address)
}

fn pass(session: &mut Playground, millis: u64) -> Frame {
    for _ in 0..millis {
        session.advance(1000);
    }
    session.frame()
}

fn address(name: &str) -> Address {
    name.parse().unwrap()
}

fn node(frame: &Frame, name: Address) -> &raft_playground::view::NodeView {
    frame.scene.nodes.iter().find(|node| node.address == name).unwrap()
}

fn do_to(session: &mut Playground, node: Address, act: NodeAction) {
    session.handle(Fault::Node { node, action: act });
}

/// What a node's menu offers.
fn actions(menu: &Menu) -> Vec<NodeAction> {
    let action = |action: &MenuAction| match action.intent {
        Intent::Fault(Fault::Node { action, .. }) => action,
        ref other => panic!("{other:?}"),
    };
    menu.actions.iter().map(action).collect()
}

fn labels(menu: &Menu) -> Vec<String> {
    menu.actions.iter().map(|action| english(&action.label)).collect()
}

/// What a message's menu offers.
fn message_actions(menu: &Menu) -> Vec<MessageAction> {
    let action = |action: &MenuAction| match action.intent {
        Intent::Fault(Fault::Message { action, .. }) => action,
        ref other => panic!("{other:?}"),
    };
    menu.actions.iter().map(action).collect()
}

/// The commands of the run, as a script tells them: a line each.
fn commands(session: &Playground) -> Vec<String> {
    let script = session.share_snapshot().text("");
    let acts = script.lines().filter_map(|line| match line.split_once(": ") {
        Some((when, act)) if when.starts_with("at ") => Some(act),
        _ => line.strip_prefix("  "),
    });
    acts.map(str::to_owned).collect()
}

/// The links that are cut both ways: `A-B`.
fn cut(frame: &Frame) -> Vec<String> {
    let links = frame.scene.links.iter().filter(|link| !link.forward_up && !link.backward_up);
    links.map(|link| format!("{}-{}", link.first, link.second)).collect()
}

/// A line around a disc, closed.
fn around(frame: &Frame, address: Address) -> Vec<Point> {
    let (centre, radius) = frame.scene.layout.disc(address).unwrap();
    let far = radius * 1.7;
    [(-far, -far), (far, -far), (far, far), (-far, far), (-far, -far)]
        .map(|(x, y)| centre.offset(x, y))
        .to_vec()
}

/// A line from the client between the upper and the lower nodes, past C.
fn across(frame: &Frame) -> Vec<Point> {
    let layout = &frame.scene.layout;
    let (client, radius) = layout.disc(address("X")).unwrap();
    let (c, past) = layout.disc(address("C")).unwrap();
    vec![client.offset(radius + 20.0, -4.0), c.offset(-past, -2.5 * past)]
}

fn flying(frame: &Frame) -> Vec<&MessageView> {
    frame.motion.messages.iter().filter(|message| message.dying.is_none()).collect()
}

/// A session that stands still with messages on their way.
fn with_messages() -> Playground {
    let (mut session, _) = settled();
    while flying(&session.frame()).len() < 4 {
        session.advance(1000);
    }
    session
}

#[test]
fn a_line_across_the_ring_is_one_command_that_partitions_it() {
    let (mut session, _) = settled();
    let line = across(&session.frame());
    session.handle(Fault::CutAlong(line));
    let frame = session.frame();
    assert_eq!(commands(&session), ["partition A,B | C,D,E"]);
    assert_eq!(cut(&frame), ["A-C", "A-D", "A-E", "B-C", "B-D", "B-E"]);
    assert_eq!(sentence_of(&frame), "A and B can no longer reach C, D and E.");
}

#[test]
fn a_line_around_a_node_cuts_it_off_from_its_client_too() {
    let (mut session, _) = settled();
    let line = around(&session.frame(), address("B"));
    session.handle(Fault::CutAlong(line));
    assert_eq!(commands(&session), ["partition A,C,D,E,X | B"]);
    assert_eq!(cut(&session.frame()), ["A-B", "B-C", "B-D", "B-E", "B-X"]);
}

#[test]
fn a_line_that_separates_no_group_cuts_single_links() {
    let (mut session, _) = settled();
    let frame = session.frame();
    let middle = frame.scene.layout.link(address("B"), address("D")).at(0.2);
    let line = vec![middle.offset(-3.0, 0.0), middle.offset(3.0, 0.0)];
    session.handle(Fault::CutAlong(line));
    assert_eq!(commands(&session), ["cut B->D", "cut D->B"]);
    session.handle(Fault::CutAlong(vec![Point::default(), Point { x: 5.0, y: 5.0 }]));
    assert_eq!(commands(&session).len(), 2, "a line that crosses nothing does nothing");
}

#[test]
fn a_drawn_line_stays_while_it_cuts_and_has_its_button_at_its_end() {
    let (mut session, _) = settled();
    let line = across(&session.frame());
    session.handle(Fault::CutAlong(line));
    let frame = session.frame();
    assert_eq!(frame.scene.cut_line.len(), 5, "through six links");
    assert!(frame.scene.links.iter().all(|link| link.in_line != link.forward_up));
    assert!(frame.scene.transport.pill.is_some());

    let (first, second) = (address("A"), address("C"));
    session.handle(Fault::ToggleLink { first, second });
    let frame = session.frame();
    assert!(frame.scene.cut_line.len() < 5, "a mended link interrupts it");
    assert!(!frame.scene.links.iter().any(|link| link.in_line && link.forward_up));

    session.handle(Command::Heal);
    let frame = session.frame();
    assert!(frame.scene.cut_line.is_empty() && frame.scene.transport.pill.is_none());
}

#[test]
fn seeking_back_removes_a_line_and_seeking_forward_restores_it() {
    let (mut session, _) = settled();
    let before = session.frame().motion.now_us;
    let line = across(&session.frame());
    session.handle(Fault::CutAlong(line));
    let drawn = pass(&mut session, 100);
    session.handle(Playback::Seek { to_us: before - 50_000 });
    assert!(session.frame().scene.cut_line.is_empty());
    session.handle(Playback::Seek { to_us: drawn.motion.now_us });
    assert_eq!(session.frame().scene.cut_line, drawn.scene.cut_line);
}

#[test]
fn a_message_is_lost_at_the_line_without_a_jump() {
    let mut session = with_messages();
    let line = across(&session.frame());
    let before = session.frame();
    session.handle(Fault::CutAlong(line));
    let mut last = session.frame();
    for (before, after) in flying(&before).iter().zip(flying(&last)) {
        assert!(before.at.distance(after.at) < 0.5, "drawing moves nothing");
    }
    let mut deaths = 0;
    for _ in 0..400 {
        session.advance(500);
        let frame = session.frame();
        for message in &frame.motion.messages {
            let Some(known) = last.motion.messages.iter().find(|other| other.id == message.id)
            else {
                continue;
            };
            let lane = frame.scene.layout.lane(message.from, message.to).length();
            assert!(
                known.at.distance(message.at) < 0.12 * lane,
                "{message:?} comes from {known:?}"
            );
            if known.dying.is_none() && message.dying.is_some() {
                let nearest = frame.scene.cut_line.iter().map(|piece| piece.nearest(message.at).0);
                let nearest = nearest.fold(f64::MAX, f64::min);
                assert!(nearest < 16.0, "{nearest} px from the line: {message:?}");
                deaths += 1;
            }
        }
        last = frame;
    }
    assert!(deaths > 5, "{deaths}");
}

#[test]
fn every_action_of_a_node_menu_is_a_command() {
    let (mut session, leader) = settled();
    let b = address("B");
    let act = |session: &mut Playground, act| {
        do_to(session, b, act);
        commands(session).pop().unwrap()
    };
    assert_eq!(act(&mut session, NodeAction::Freeze), "freeze B");
    assert_eq!(act(&mut session, NodeAction::Resume), "resume B");
    assert_eq!(act(&mut session, NodeAction::TimeOut), "time out B");
    assert_eq!(act(&mut session, NodeAction::Isolate), "partition B | A,C,D,E");
    assert_eq!(act(&mut session, NodeAction::Reconnect), "mend E->B");
    assert_eq!(act(&mut session, NodeAction::Snapshot), "snapshot B");
    assert_eq!(act(&mut session, NodeAction::CorruptDisk), "corrupt B");
    assert_eq!(act(&mut session, NodeAction::Stop), "crash B");
    assert_eq!(act(&mut session, NodeAction::Start), "restart B");
    assert_eq!(act(&mut session, NodeAction::EraseDisk), "erase B");
    assert_eq!(act(&mut session, NodeAction::Replace), "replace server B");
    assert_eq!(act(&mut session, NodeAction::ConfirmRemove), "remove B");
    assert_eq!(act(&mut session, NodeAction::Add), "add B");
    session.handle(Command::Transfer(leader));
    assert_eq!(commands(&session).pop().unwrap(), format!("hand over to {leader}"));
    do_to(&mut session, b, NodeAction::Inspect);
    assert_eq!(session.frame().scene.inspector.as_ref().unwrap().tab, Tab::Node);
}

#[test]
fn a_leader_that_another_one_has_replaced_is_asked_itself_to_hand_over() {
    let (mut session, leader) = settled();
    session.handle(isolate(leader));
    pass(&mut session, 1000);
    session.handle(Panel::Select(Some(leader)));
    let menu = session.frame().scene.menu.clone().unwrap();
    let target = &menu.transfer_targets[0];
    session.handle(target.intent.clone());
    let successor = &target.text;
    assert_eq!(commands(&session).pop().unwrap(), format!("hand over to {successor} via {leader}"));
}

#[test]
fn irreversible_actions_ask_for_confirmation() {
    let (mut session, _) = settled();
    let d = address("D");
    session.handle(Fault::NodeShortcut { node: d, key: 'd' });
    let menu = session.frame().scene.menu.clone().unwrap();
    assert_eq!(menu.subject, MenuSubject::Node(d));
    assert_eq!(
        actions(&menu),
        [NodeAction::EraseDisk, NodeAction::CorruptDisk, NodeAction::KeepDisk]
    );
    assert_eq!(english(&menu.subtitle), "What happens to D’s disk?");
    assert_eq!(labels(&menu), ["Erase", "Damage", "Nothing"]);
    assert!(menu.links.is_empty(), "it only asks");
    do_to(&mut session, d, NodeAction::KeepDisk);
    assert!(actions(session.frame().scene.menu.as_ref().unwrap()).contains(&NodeAction::LoseDisk));
    assert_eq!(commands(&session), [""; 0]);
    do_to(&mut session, d, NodeAction::Remove);
    let menu = session.frame().scene.menu.clone().unwrap();
    assert_eq!(actions(&menu), [NodeAction::ConfirmRemove, NodeAction::Cancel]);
    assert_eq!(english(&menu.subtitle), "Remove D from the cluster?");
    assert_eq!(labels(&menu), ["Remove", "Cancel"]);
    do_to(&mut session, d, NodeAction::ConfirmRemove);
    assert_eq!(commands(&session), ["remove D"]);
}

#[test]
fn a_lost_disk_is_replaced_after_its_node_is_removed() {
    let (mut session, leader) = settled();
    let lost = ["A", "B", "C"].map(address).into_iter().find(|node| *node != leader).unwrap();
    do_to(&mut session, lost, NodeAction::EraseDisk);
    let menu = |session: &mut Playground| {
        session.handle(Panel::Select(Some(lost)));
        actions(session.frame().scene.menu.as_ref().unwrap())
    };
    for impossible in [NodeAction::Start, NodeAction::Replace, NodeAction::LoseDisk] {
        assert!(!menu(&mut session).contains(&impossible), "{impossible:?}");
    }
    session.handle(Command::ReplaceServer(lost));
    assert!(sentence_of(&session.frame()).ends_with("Remove it first, then replace it."));
    do_to(&mut session, lost, NodeAction::ConfirmRemove);
    let frame = pass(&mut session, 500);
    assert_eq!(node(&frame, lost).member, MemberKind::Outside);
    assert!(menu(&mut session).contains(&NodeAction::Replace));
    do_to(&mut session, lost, NodeAction::Replace);
    let frame = session.frame();
    assert_eq!(sentence_of(&frame), format!("A new server with an empty disk replaces {lost}."));
    assert_eq!(english(&node(&frame, lost).status), "Not a member");
    assert!(menu(&mut session).contains(&NodeAction::Add));
    do_to(&mut session, lost, NodeAction::Add);
    let frame = pass(&mut session, 500);
    assert_eq!(node(&frame, lost).member, MemberKind::Voter);
}

#[test]
fn the_narration_says_when_there_is_no_leader_to_ask() {
    let mut session = session();
    do_to(&mut session, address("B"), NodeAction::ConfirmRemove);
    assert_eq!(sentence_of(&session.frame()), "There is no leader to ask.");
}

#[test]
fn a_frozen_node_keeps_its_role_and_its_timer_stops() {
    let (mut session, leader) = settled();
    let frozen = ["A", "B"].map(address).into_iter().find(|node| *node != leader).unwrap();
    let place = frozen.node().unwrap().0 as usize;
    do_to(&mut session, frozen, NodeAction::Freeze);
    let before = session.frame();
    assert!(node(&before, frozen).frozen);
    assert_eq!(english(&node(&before, frozen).status), "Frozen");
    let later = pass(&mut session, 40);
    assert_eq!(later.motion.timers[place], before.motion.timers[place]);
    assert_eq!(node(&later, frozen).role, NodeRole::Follower, "the contract's word stays");
    do_to(&mut session, frozen, NodeAction::Resume);
    assert!(!node(&session.frame(), frozen).frozen);
}

#[test]
fn a_timer_is_set_to_the_value_on_the_dial_and_its_arc_stays_there() {
    let (mut session, leader) = settled();
    let wound = ["A", "B"].map(address).into_iter().find(|node| *node != leader).unwrap();
    let place = wound.node().unwrap().0 as usize;
    let whole_us = session.frame().motion.timers[place].unwrap().whole_us;
    session.handle(Fault::SetTimer { node: wound, after_us: whole_us / 4 });
    let frame = session.frame();
    let timer = frame.motion.timers[place].unwrap();
    assert!((timer.part - 0.75).abs() < 0.001, "{timer:?}");
    assert_eq!(timer.whole_us, whole_us);
    let sentence = format!("{wound}’s election timer will run out in {} ms.", whole_us / 4000);
    assert_eq!(sentence_of(&frame), sentence);

    session.handle(Fault::NodeShortcut { node: wound, key: '.' });
    let nudged = session.frame().motion.timers[place].unwrap();
    assert!(nudged.left_us().abs_diff(timer.left_us() + 25_000) < 10, "{nudged:?}");
    for _ in 0..20 {
        session.handle(Fault::NodeShortcut { node: wound, key: ',' });
    }
    assert!(session.frame().motion.timers[place].unwrap().left_us() <= 1000, "not less than that");
    let frame = pass(&mut session, 3);
    assert_eq!(node(&frame, wound).role, NodeRole::Candidate);
}

#[test]
fn the_dial_gives_back_the_part_at_which_a_point_lies() {
    let frame = session().frame();
    let layout = &frame.scene.layout;
    for place in &layout.nodes {
        for step in 0_u32..64 {
            let part = f64::from(step) / 64.0;
            let point = layout.on_dial(place, part);
            assert!((point.distance(place.centre) - layout.dial_radius()).abs() < 1e-6);
            let found = layout.part_of_dial(place, point);
            let apart = (found - part).abs();
            assert!(apart.min(1.0 - apart) < 0.001, "{part} became {found}");
        }
    }
}

#[test]
fn a_selected_message_pauses_time_until_it_is_released() {
    let mut session = with_messages();
    let frame = session.frame();
    let message = flying(&frame)[0];
    session.handle(Panel::SelectMessage(message.id));
    let held = session.frame();
    assert!(!held.scene.transport.playing);
    let menu = held.scene.menu.clone().unwrap();
    assert_eq!(menu.subject, MenuSubject::Message(message.id));
    assert_eq!(english(&menu.title), format!("{} to {}", message.from, message.to));
    assert_eq!(english(&menu.subtitle), "Heartbeat");
    let says: Vec<String> = menu.says.iter().map(written).collect();
    assert!(says[0].starts_with("Heartbeat (term 1"), "{says:?}");
    assert!(says[2].contains(", arrives at "), "{says:?}");
    assert_eq!(message_actions(&menu), MessageAction::ALL);
    assert_eq!(pass(&mut session, 50).motion, held.motion);
    session.handle(Panel::Select(None));
    assert!(session.frame().scene.transport.playing, "time goes on as before");
}

#[test]
fn playing_with_an_open_message_closes_its_menu_on_arrival() {
    let mut session = with_messages();
    session.handle(Playback::Pause);
    session.handle(Panel::NextMessage);
    let first = session.frame().scene.menu.clone().unwrap().subject;
    session.handle(Panel::NextMessage);
    assert_ne!(session.frame().scene.menu.as_ref().unwrap().subject, first);
    session.handle(Playback::Play);
    assert!(pass(&mut session, 60).scene.menu.is_none());
    assert!(session.frame().scene.transport.playing);
}

#[test]
fn a_message_is_dropped_duplicated_and_delayed() {
    let mut session = with_messages();
    session.handle(Panel::NextMessage);
    let frame = session.frame();
    let MenuSubject::Message(id) = frame.scene.menu.as_ref().unwrap().subject else { panic!() };
    let count = flying(&frame).len();
    session.handle(Fault::Message { message: id, action: MessageAction::Duplicate });
    let messages = session.frame().motion.messages;
    let marked = messages.iter().filter(|message| message.is_duplicate);
    assert!(marked.map(|message| message.id).all(|twin| twin > id), "the first is no duplicate");
    assert_eq!(messages.iter().filter(|message| message.is_duplicate).count(), 1);
    assert_eq!(flying(&session.frame()).len(), count + 1);
    let says = session.frame().scene.menu.as_ref().unwrap().says.clone();
    session.handle(Fault::Message { message: id, action: MessageAction::Delay });
    assert_ne!(session.frame().scene.menu.as_ref().unwrap().says, says, "it arrives later");
    session.handle(Fault::Message { message: id, action: MessageAction::Drop });
    let frame = session.frame();
    assert!(frame.scene.menu.is_none() && frame.scene.transport.playing);
    assert!(
        frame.motion.messages.iter().any(|message| message.id == id && message.dying.is_some())
    );
    let [.., delayed, dropped] = &commands(&session)[..] else { panic!() };
    assert_eq!(*delayed, format!("delay message {id} by 10ms"));
    assert_eq!(*dropped, format!("drop message {id}"));
}

#[test]
fn a_pointer_hits_the_topmost_element() {
    let mut session = with_messages();
    let frame = session.frame();
    let layout = &frame.scene.layout;
    let at = |point| hit_test(&frame.scene, &frame.motion, point);
    for (node, place) in frame.scene.nodes.iter().zip(&layout.nodes) {
        let lower = place.centre.offset(0.0, layout.sizes.node_radius - 2.0);
        assert_eq!(at(lower), Hit::Node(node.address));
        let timer = frame.motion.timers[node.address.node().unwrap().0 as usize];
        if let Some(timer) = timer {
            assert_eq!(at(layout.on_dial(place, timer.part)), Hit::Timer(node.address));
        }
    }
    assert_eq!(at(layout.disc(address("X")).unwrap().0), Hit::Client(address("X")));
    let message = flying(&frame)[0];
    assert_eq!(at(message.at), Hit::Message(message.id), "not the link beneath it");
    assert!(matches!(
        at(layout.link(address("A"), address("B")).at(0.1)),
        Hit::Link(hit) if hit.arriving == Some(address("A"))
    ));
    assert_eq!(at(Point { x: 3.0, y: 3.0 }), Hit::Nothing);
}

#[test]
fn a_refused_dragged_value_is_explained_at_the_client() {
    let (mut session, _) = settled();
    session.handle(Client::Send { text: "two words".into(), via: Some(address("B")) });
    let frame = session.frame();
    assert!(frame.scene.clients[0].complaint.is_some());
}

#[test]
fn important_events_flash_for_a_moment() {
    let mut session = session();
    let mut felt = Vec::new();
    let (mut cut_off, mut healed) = (None, false);
    for step in 0..3000 {
        let frame = pass(&mut session, 1);
        for flash in &frame.motion.flashes {
            assert!(frame.motion.now_us - flash.at_us < 30_000);
            felt.push(flash.kind);
        }
        let leader = frame.scene.nodes.iter().find(|node| node.role == NodeRole::Leader);
        match (leader, cut_off) {
            (Some(leader), None) if step > 600 => {
                cut_off = Some(step);
                session.handle(isolate(leader.address));
                session.handle(Client::Send { text: "x=9".into(), via: Some(leader.address) });
            }
            (_, Some(at)) if step > at + 900 && !healed => {
                healed = true;
                session.handle(Command::Heal);
            }
            _ => {}
        }
    }
    for kind in [FlashKind::Won, FlashKind::Committed, FlashKind::RolledBack] {
        assert!(felt.contains(&kind), "{kind:?}");
    }
}
