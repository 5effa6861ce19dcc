//! The simulator itself: runs repeat exactly; links, disks and clients behave as specified.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

mod story;

use std::sync::Arc;

use raft_sim::raft_core::{Micros, NodeId};
use raft_sim::{
    Address, BadCommand, BadRun, BadScenario, Command, InFlightMessage, LinkConfig, Loss,
    MessageKind, Outcome, Record, RecordKind, Run, Scenario, Simulation, Status, Time,
};
use story::{Script, address, assert_settled, clockwork, trace, values};

fn eventful() -> Script {
    Script::default()
        .send(400, "x=1", None)
        .partition(500, &["A", "B"], &["C", "D", "E"])
        .send(600, "x=2", Some("B"))
        .crash(700, "C")
        .time_out(800, "D")
        .restart(1000, "C")
        .heal(1400)
        .send(1500, "get x", None)
}

fn lossy() -> Scenario {
    Scenario {
        network: LinkConfig { loss_permille: 100, ..LinkConfig::default() },
        ..Scenario::default()
    }
}

#[test]
fn the_same_run_gives_the_same_records_byte_for_byte() {
    let line = |seed| {
        let records = trace(eventful().run(lossy(), seed), Time::from_millis(3000));
        records.iter().map(Record::to_json).collect::<Vec<_>>()
    };
    assert!(line(5).len() > 500);
    assert_eq!(line(5), line(5));
    assert_ne!(line(5), line(6));
}

#[test]
fn a_run_is_replayed_from_its_commands() {
    let mut by_hand = Simulation::new(Run { seed: 3, ..Run::default() }).unwrap();
    let mut records = Vec::new();
    for (step, name) in (0..40).zip(["A", "B", "C", "D", "E"].into_iter().cycle()) {
        by_hand.run_until(Time(by_hand.now().0 + 50_000 + step));
        let node = address(name);
        let command = match step % 4 {
            0 => Command::Crash(node),
            1 => Command::Cut { from: node, to: address("X") },
            2 => Command::Restart(node),
            _ => Command::Submit {
                client: address("X"),
                via: None,
                operation: format!("x={step}").parse().unwrap(),
            },
        };
        by_hand.act(command).unwrap();
        records.extend(by_hand.take_records());
    }
    assert_eq!(trace(by_hand.run().clone(), by_hand.now()), records);
}

#[test]
fn causes_point_backwards_and_times_never_decrease() {
    let records = trace(eventful().run(lossy(), 5), Time::from_millis(3000));
    for (index, record) in records.iter().enumerate() {
        assert_eq!(record.seq, index as u64);
        assert!(record.cause.is_none_or(|cause| cause < record.seq));
        assert!(index == 0 || records[index - 1].at <= record.at);
        if let RecordKind::Delivered(envelope) = &record.kind {
            let cause = &records[usize::try_from(record.cause.unwrap()).unwrap()];
            assert!(
                matches!(&cause.kind, RecordKind::Sent(sent) if sent.message == envelope.message)
            );
        }
    }
}

/// Where and why the messages from A to B were lost.
fn losses(script: Script, scenario: Scenario) -> Vec<(u64, u16, Loss)> {
    let records = trace(script.run(scenario, 0), Time::from_millis(200));
    let lost = records.iter().filter_map(|record| match &record.kind {
        RecordKind::Lost { envelope, place_permille, loss }
            if (envelope.from, envelope.to) == (address("A"), address("B")) =>
        {
            Some((record.at.0, *place_permille, *loss))
        }
        _ => None,
    });
    lost.collect()
}

#[test]
fn sent_messages_are_counted_across_crashes_and_while_muted() {
    let mut simulation = Simulation::new(eventful().run(lossy(), 5)).unwrap();
    let mut muted = simulation.clone();
    muted.mute(true);
    muted.run_until(Time::from_millis(3000));
    simulation.run_until(Time::from_millis(3000));
    let records = simulation.take_records();
    for (host, unrecorded) in simulation.hosts().iter().zip(muted.hosts()) {
        for kind in MessageKind::ALL {
            let sends = |record: &&Record| match &record.kind {
                RecordKind::Sent(envelope) => MessageKind::of(&envelope.packet) == kind,
                _ => false,
            };
            let by_it = records.iter().filter(|record| record.subject == Some(host.id.into()));
            assert_eq!(host.sent(kind), by_it.filter(sends).count() as u64, "{} {kind}", host.id.0);
            assert_eq!(host.sent(kind), unrecorded.sent(kind));
        }
    }
    assert!(simulation.host(NodeId(2)).sent(MessageKind::AppendReply) > 0);
}

#[test]
fn a_cut_loses_the_messages_that_have_not_passed_it() {
    // A requests votes at 2 ms, and its messages take 10 ms.
    let asked = || Script::default().time_out(1, "A");
    let both = |millis| asked().partition(millis, &["A"], &["B"]).heal(100);
    assert_eq!(losses(both(3), clockwork())[0], (7_000, 500, Loss::Cut));
    assert_eq!(losses(asked().cut(3, "A", &["B"]), clockwork())[0], (9_500, 750, Loss::Cut));
    let after_the_middle = losses(both(8), clockwork());
    assert!(after_the_middle.iter().all(|(at, ..)| *at > 12_000), "{after_the_middle:?}");
    // If the link works again in time, the message passes.
    let in_time = asked().partition(3, &["A"], &["B"]).heal(6);
    assert!(losses(in_time, clockwork()).is_empty());
}

#[test]
fn cutting_one_direction_leaves_the_other_up() {
    let simulation =
        Script::default().cut(0, "A", &["B"]).time_out(1, "B").play(clockwork(), 0, 100);
    assert_eq!(simulation.leader(), Some(NodeId(1)));
    let network = simulation.network();
    assert_eq!(network.is_up(address("A"), address("B")), Some(false));
    assert_eq!(network.is_up(address("B"), address("A")), Some(true));
}

#[test]
fn a_crashed_node_receives_and_sends_nothing() {
    let records = trace(
        Script::default().time_out(1, "A").crash(60, "B").run(clockwork(), 0),
        Time::from_millis(500),
    );
    let b = Some(address("B"));
    let crashed =
        records.iter().position(|record| matches!(record.kind, RecordKind::Crashed { .. }));
    let after = &records[crashed.unwrap() + 1..];
    assert!(after.iter().all(|record| record.subject != b));
    let to_b = |record: &&Record| {
        matches!(&record.kind, RecordKind::Lost { envelope, loss: Loss::Down, place_permille: 1000 }
            if Some(envelope.to) == b)
    };
    assert!(after.iter().filter(to_b).count() > 5);
}

#[test]
fn a_crash_loses_writes_that_are_not_durable() {
    let slow = Scenario { disk_latency: Micros::from_millis(30), ..clockwork() };
    // The request arrives at 210 ms, so the leader's own write takes until 240 ms.
    let stored = |crash| {
        let started = Script::default().time_out(1, "A").send(200, "x=1", Some("A"));
        let simulation = started.crash(crash, "A").play(slow.clone(), 0, crash + 1);
        story::terms(&simulation, "A").len()
    };
    assert_eq!(stored(239), 1);
    assert_eq!(stored(241), 2);
}

fn status_of(simulation: &Simulation, index: usize) -> &Status {
    &simulation.clients()[0].operations()[index].status
}

#[test]
fn a_client_follows_a_redirect_and_remembers_the_leader() {
    let simulation = Script::default()
        .time_out(1, "C")
        .send(100, "x=1", None)
        .send(300, "x=2", None)
        .play(clockwork(), 0, 500);
    assert_eq!(*status_of(&simulation, 1), Status::Done(Outcome::Written));
    assert_eq!(simulation.clients()[0].leader, Some(NodeId(2)));
    assert_eq!(values(&simulation, "x"), [Some("2"); 5]);
}

#[test]
fn a_client_tries_other_nodes_after_its_timeout() {
    let simulation = Script::default()
        .send(400, "x=1", None)
        .crash(600, "A")
        .send(601, "x=2", None)
        .restart(3000, "A")
        .play(Scenario::default(), 2, 4000);
    assert_eq!(*status_of(&simulation, 1), Status::Done(Outcome::Written));
    assert_settled(&simulation);
}

#[test]
fn a_retry_is_applied_once() {
    // The first answer is lost, so the client retries.
    let simulation = Script::default()
        .time_out(1, "A")
        .send(100, "x+=1", None)
        .cut(115, "A", &["X"])
        .heal(300)
        .play(clockwork(), 0, 2000);
    assert_eq!(*status_of(&simulation, 0), Status::Done(Outcome::Written));
    let log = story::terms(&simulation, "A");
    assert_eq!(log.len(), 3, "the no-op and the entry, twice");
    assert_eq!(values(&simulation, "x"), [Some("1"); 5]);
}

#[test]
fn an_operation_that_was_never_committed_fails() {
    let simulation = Script::default()
        .time_out(1, "A")
        .partition(100, &["A"], &["B", "C", "D", "E"])
        .send(110, "x=9", Some("A"))
        .time_out(150, "B")
        .heal(300)
        .play(clockwork(), 0, 600);
    assert_eq!(*status_of(&simulation, 0), Status::Failed);
    assert_eq!(values(&simulation, "x"), [None; 5]);
    assert_settled(&simulation);
}

#[test]
fn network_settings_apply_to_every_link_for_later_messages() {
    let config = LinkConfig { latency: Micros::from_millis(30), ..clockwork().network };
    let simulation = Script::default()
        .time_out(1, "A")
        .at(100, Command::Network(config))
        .send(200, "x=9", Some("A"))
        .play(clockwork(), 0, 600);
    // To the leader, from there to the followers and back, and to the client, with one write in
    // between.
    let operation = &simulation.clients()[0].operations()[0];
    assert_eq!(operation.settled_at, Some(Time(321_000)));
    let network = simulation.network();
    for (from, to, _) in network.directions() {
        assert_eq!(network.link_config(from, to), Some(config));
    }
}

#[test]
fn an_unanswered_operation_is_unknown_until_an_answer_arrives() {
    let cut_off = |heal| {
        Script::default()
            .time_out(1, "A")
            .send(100, "x=9", Some("A"))
            .cut(115, "A", &["X"])
            .heal(heal)
            .play(clockwork(), 0, 800)
    };
    assert_eq!(*status_of(&cut_off(790), 0), Status::Unknown);
    assert_eq!(values(&cut_off(790), "x"), [Some("9"); 5]);
}

#[test]
fn the_store_answers_reads_and_compare_and_set() {
    let simulation = Script::default()
        .time_out(1, "A")
        .send(100, "x=5", None)
        .send(200, "x: 5->7", None)
        .send(300, "x: 5->8", None)
        .send(400, "get x", None)
        .send(500, "x=word", None)
        .send(600, "x+=1", None)
        .send(700, "del x", None)
        .send(800, "get x", None)
        .play(clockwork(), 0, 1000);
    let statuses: Vec<_> = (0..8).map(|index| status_of(&simulation, index).clone()).collect();
    let outcomes = [
        Outcome::Written,
        Outcome::Written,
        Outcome::Differs(Some("7".into())),
        Outcome::Read(Some("7".into())),
        Outcome::Written,
        Outcome::NotANumber,
        Outcome::Written,
        Outcome::Read(None),
    ];
    assert_eq!(statuses, outcomes.map(Status::Done));
}

#[test]
fn a_command_for_an_unknown_node_is_refused() {
    let mut simulation = Simulation::new(Run::default()).unwrap();
    let before = simulation.run().clone();
    let ghost = address("W");
    let refused = simulation.act(Command::Crash(ghost)).unwrap_err();
    assert_eq!(refused, BadCommand::NoSuchNode(ghost));
    let refused = simulation.act(Command::Crash(address("X"))).unwrap_err();
    assert_eq!(refused.to_string(), "there is no node X");
    let link = Command::Cut { from: address("X"), to: address("Y") };
    assert!(matches!(simulation.act(link), Err(BadCommand::NoSuchLink(..))));
    assert_eq!(*simulation.run(), before);
}

#[test]
fn an_impossible_run_names_the_offending_setting() {
    let refuse = |run| Simulation::new(run).map(|_| ()).unwrap_err();
    let scenario = Scenario { nodes: 10, ..Scenario::default() };
    let refused = refuse(Run { scenario, ..Run::default() });
    assert_eq!(refused, BadRun::Scenario(BadScenario::Nodes(10)));
    assert_eq!(refused.to_string(), "scenario: nodes: 10 is not from 1 to 9");
    let backwards = Script::default().heal(2).heal(1).run(Scenario::default(), 0);
    assert_eq!(refuse(backwards), BadRun::Order(1));
    let ghost = Script::default().heal(1).crash(2, "W").run(Scenario::default(), 0);
    assert_eq!(refuse(ghost).to_string(), "commands[1]: there is no node W");
}

#[test]
fn addresses_are_letters() {
    for (text, address) in [("A", Address::Node(NodeId(0))), ("I", Address::Node(NodeId(8)))] {
        assert_eq!(text.parse(), Ok(address));
        assert_eq!(address.to_string(), text);
    }
    assert_eq!("Z".parse::<Address>().unwrap().to_string(), "Z");
    for text in ["", "a", "AB", "é", "5"] {
        assert!(text.parse::<Address>().is_err(), "{text}");
    }
}

#[test]
fn records_share_an_unchanged_membership() {
    let records = trace(eventful().run(lossy(), 5), Time::from_millis(3000));
    let of_c = records.iter().filter(|record| record.subject == Some(address("C")));
    let memberships: Vec<_> =
        of_c.filter_map(|record| Some(&record.state.as_ref()?.membership)).collect();
    assert!(memberships.len() > 100 && memberships[0].voters.len() == 5);
    let copies = memberships.windows(2).filter(|pair| !Arc::ptr_eq(pair[0], pair[1])).count();
    assert!(copies <= 1, "C was started twice: {copies} copies");
}

#[test]
fn a_message_that_waits_is_lost_when_its_link_is_cut_both_ways() {
    let [from, to] = [0, 1].map(|node| Address::Node(NodeId(node)));
    let mut simulation = Simulation::new(Run::default()).unwrap();
    simulation.run_until(Time::from_millis(100));
    simulation.act(Command::Stall { from, to }).unwrap();
    simulation.act(Command::TimeOut(from)).unwrap();
    simulation.run_until(Time::from_millis(600));
    simulation.take_records();
    let is_held = |flight: &InFlightMessage| (flight.from, flight.to) == (from, to);
    assert!(simulation.network().messages().any(is_held));
    simulation.act(Command::Isolate(from)).unwrap();
    let mut last = simulation.now();
    while simulation.network().messages().any(is_held) && simulation.step() {
        assert!(simulation.now() >= last, "time never goes back");
        last = simulation.now();
    }
    let records = simulation.take_records();
    let of_link = records.iter().filter_map(|record| match &record.kind {
        RecordKind::Delivered(envelope) | RecordKind::Lost { envelope, .. } => {
            let is_lost = matches!(record.kind, RecordKind::Lost { .. });
            ((envelope.from, envelope.to) == (from, to)).then_some((record.at, is_lost))
        }
        _ => None,
    });
    let of_link: Vec<_> = of_link.collect();
    assert!(!of_link.is_empty());
    assert!(of_link.iter().all(|link| *link == (Time::from_millis(600), true)), "{of_link:?}");
}
