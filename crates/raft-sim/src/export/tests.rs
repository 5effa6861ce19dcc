use std::collections::BTreeMap;

use raft_core::Micros;

use super::{mermaid, ndjson, shiviz, svg, words};
use crate::{Command, Record, Run, Simulation, Time};

/// A run with an election, a value, a cut, a crash and a restart.
fn records() -> Vec<Record> {
    let mut simulation = Simulation::new(Run { seed: 7, ..Run::default() }).unwrap();
    simulation.run_until(Time::from_millis(600));
    let leader = simulation.leader().unwrap().into();
    let submit = Command::Submit {
        client: "X".parse().unwrap(),
        via: None,
        operation: "x=8".parse().unwrap(),
    };
    let story = [submit, Command::Isolate(leader), Command::Heal, Command::Crash(leader)];
    for command in story.into_iter().chain([Command::Restart(leader)]) {
        simulation.act(command).unwrap();
        simulation.run_until(simulation.now() + Micros::from_millis(400));
    }
    simulation.take_records()
}

#[test]
fn a_trace_has_a_header_and_one_line_for_each_record() {
    let records = records();
    let run = Run { seed: 7, ..Run::default() };
    let text = ndjson::write(&run, &records);
    assert_eq!(text, ndjson::header(&run) + &ndjson::lines(&records));
    let (header, lines) = text.split_once('\n').unwrap();
    let header: serde_json::Value = serde_json::from_str(header).unwrap();
    assert_eq!(header["format"], "raft-playground-trace");
    assert_eq!(header["version"], 3);
    assert_eq!(serde_json::from_value::<Run>(header["run"].clone()).unwrap(), run);
    assert_eq!(lines.lines().count(), records.len());
    assert!(lines.lines().all(|line| line.starts_with("{\"seq\":") && line.ends_with('}')));
}

/// Host and clock of each event of a `ShiViz` log.
fn clocks(log: &str) -> Vec<(String, BTreeMap<String, u64>)> {
    let lines: Vec<&str> = log.lines().skip(2).collect();
    let clock = |pair: &[&str]| {
        assert!(pair[0].starts_with('['), "{pair:?}");
        let (host, clock) = pair[1].split_once(' ').unwrap();
        (host.to_owned(), serde_json::from_str(clock).unwrap())
    };
    lines.chunks(2).map(clock).collect()
}

#[test]
fn shiviz_clocks_increase_by_one() {
    let log = shiviz::write(&records());
    assert_eq!(log.lines().next(), Some(shiviz::PARSER));
    assert_eq!(log.lines().nth(1), Some(""));
    let mut known: BTreeMap<String, BTreeMap<String, u64>> = BTreeMap::new();
    let mut learnt = false;
    for (host, clock) in clocks(&log) {
        let before = known.remove(&host).unwrap_or_default();
        assert_eq!(clock[&host], before.get(&host).copied().unwrap_or_default() + 1);
        for (other, count) in &before {
            assert!(clock[other] >= *count, "{host} forgot about {other}");
            learnt |= clock[other] > *count && *other != host;
        }
        known.insert(host, clock);
    }
    assert!(learnt, "messages carry clocks");
}

#[test]
fn a_mermaid_diagram_shows_participants_deliveries_and_losses() {
    let diagram = mermaid::write(&records());
    let mut lines = diagram.lines();
    assert_eq!(lines.next(), Some("sequenceDiagram"));
    assert_eq!(lines.next(), Some("    participant A as Node A"));
    assert!(diagram.contains("    actor X as Client X\n"));
    for part in ["->>", "-->>", "-x", "Note over A,X: command: isolate"] {
        assert!(diagram.contains(part), "{part}");
    }
    let body = diagram.lines().skip(1);
    assert!(body.clone().all(|line| !line.contains([';', '#'])), "Mermaid takes them for its own");
}

#[test]
fn an_svg_export_is_well_formed_and_shows_the_events() {
    let picture = svg::write(&records(), Micros(500));
    let mut open = Vec::new();
    for tag in picture.split('<').skip(1) {
        let (tag, text) = tag.split_once('>').expect("every tag ends");
        assert!(!text.contains('&') || text.contains(';'), "{text}");
        let name = tag.split([' ', '/']).find(|name| !name.is_empty()).unwrap();
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name.to_owned()));
        } else if !tag.ends_with('/') {
            open.push(name.to_owned());
        }
    }
    assert_eq!(open, [""; 0]);
    for part in ["class=\"leader\"", "class=\"off\"", "class=\"commit\"", "lost", "isolate"] {
        assert!(picture.contains(part), "{part}");
    }
}

#[test]
fn every_record_has_a_description() {
    for record in records() {
        let line = words::line(&record);
        assert!(!line.trim().is_empty() && !line.contains('\n'), "{line}");
    }
}
