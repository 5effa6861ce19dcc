//! Performs every story in `scenarios/`: its expectations are met, and the equivalent plain run
//! gives the same records, byte for byte.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

mod stories;

use raft_sim::export::ndjson;
use raft_sim::script::{Report, ScriptRun};
use raft_sim::{Run, Script, Simulation, Time};

/// Performs a script, in pieces of this many microseconds, and returns its report and records.
fn perform(script: Script, piece: u64) -> (Report, String) {
    let mut performance = ScriptRun::new(script).unwrap();
    let mut records = String::new();
    let mut until = Time::default();
    while !performance.is_over() {
        until.0 += piece;
        performance.advance(until);
        records += &ndjson::lines(&performance.simulation_mut().take_records());
    }
    (performance.play(), records)
}

fn replay(run: Run, end: Time) -> String {
    let mut simulation = Simulation::new(run).unwrap();
    simulation.run_until(end);
    ndjson::lines(&simulation.take_records())
}

#[test]
fn every_story_meets_its_expectations() {
    let scenarios = stories::all();
    assert!(scenarios.len() >= 15);
    let mut failures = Vec::new();
    for (name, text) in scenarios {
        let script: Script = text.parse().unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(script.title.is_some(), "{name} has no title");
        assert!(text.starts_with("# "), "{name} does not begin with what it shows");
        let report = script.play().unwrap();
        assert!(!report.said.is_empty(), "{name} tells nothing");
        failures.extend(report.failures.iter().map(|failure| format!("{name}: {failure}")));
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Without the rule, the stories about late replies violate a property.
#[test]
fn counting_late_answers_violates_a_property() {
    let late = stories::all().into_iter().filter(|(name, _)| name.starts_with("late-"));
    let mut stories = 0;
    for (name, text) in late {
        let careless = text.replace("nodes 3\n", "nodes 3\nwaive current-request\n");
        let report = careless.parse::<Script>().unwrap().play().unwrap();
        assert_ne!(report.failures, [], "{name}");
        stories += 1;
    }
    assert_eq!(stories, 3);
}

#[test]
fn the_run_of_a_story_replays_byte_for_byte() {
    for (name, text) in stories::all() {
        let script: Script = text.parse().unwrap();
        let (report, records) = perform(script.clone(), 3_600_000_000);
        assert!(records == replay(report.run.clone(), report.end), "{name}: replayed otherwise");
        let (in_pieces, same) = perform(script, 7_001);
        assert_eq!(report, in_pieces, "{name}: pieces make a difference");
        assert!(records == same, "{name}: pieces make a difference");
        // The script of the run, printed and parsed, is the same run.
        let printed = Script::from(report.run.clone()).to_string();
        let read: Script = printed.parse().unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(read.play().unwrap().run, report.run, "{name}");
    }
}

#[test]
fn every_story_round_trips() {
    for (name, text) in stories::all() {
        let script: Script = text.parse().unwrap();
        let printed = script.to_string();
        assert_eq!(printed.parse().as_ref(), Ok(&script), "{name}");
        assert_eq!(printed.parse::<Script>().unwrap().to_string(), printed, "{name}");
    }
}

#[test]
fn files_saved_by_an_earlier_build_still_run() {
    let saved = stories::in_folder("kept");
    assert_eq!(saved.len(), 5);
    for (name, text) in saved {
        let script: Script = text.parse().unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(script.to_string().parse().as_ref(), Ok(&script), "{name}");
        let commands = script.play().unwrap().run.commands.len();
        let saved = text.lines().filter(|line| line.starts_with("  ")).count();
        assert!(commands >= saved, "{name}: {commands} commands are left of {saved}");
    }
}

/// Marsaglia's xorshift generator: the same mutations every time.
struct Draws(u64);

impl Draws {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end.max(1) as u64).unwrap()
    }
}

/// Replaces, removes, duplicates or inserts a few bytes, or moves a piece.
fn mutate(text: &str, draws: &mut Draws) -> String {
    const TELLING: &[u8] = b"\"#;:,|->%\\ \n\t\r\x00019.AFXZaz'=\xc3\xff\xe2\x80";
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..=draws.below(4) {
        let (from, to) = (draws.below(bytes.len()), draws.below(bytes.len()));
        let byte = TELLING[draws.below(TELLING.len())];
        match draws.below(5) {
            0 => bytes[from] = byte,
            1 => bytes.insert(from, byte),
            2 => drop(bytes.remove(from)),
            3 => bytes.swap(from, to),
            _ => {
                let piece = bytes[from..bytes.len().min(from + 12)].to_vec();
                bytes.splice(to..to, piece);
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The examples of the grammar, which have every word of the language.
fn examples() -> impl Iterator<Item = &'static str> {
    let grammar = include_str!("../crates/raft-sim/src/script/grammar.md");
    grammar.split("```raft\n").skip(1).map(|rest| rest.split("```").next().unwrap())
}

#[test]
fn a_damaged_story_is_read_or_refused_with_a_position() {
    let mut draws = Draws(2014);
    let (mut read, mut refused) = (0, 0);
    let stories = stories::all().into_iter().map(|(_, text)| text);
    for text in stories.chain(examples().map(str::to_owned)) {
        for _ in 0..1000 {
            let mangled = mutate(&text, &mut draws);
            match mangled.parse::<Script>() {
                Ok(script) => {
                    read += 1;
                    assert_eq!(script.to_string().parse().as_ref(), Ok(&script), "{mangled}");
                    if read % 10 == 0 {
                        // Any parsed script is performed, or fails with an error value.
                        ScriptRun::new(script).unwrap().advance(Time::from_millis(400));
                    }
                }
                Err(error) => {
                    refused += 1;
                    let line = mangled.split('\n').nth(error.line - 1).unwrap();
                    let length = line.chars().count();
                    assert!(error.column >= 1 && error.column <= length + 1, "{error}");
                    assert_eq!(line.trim_end_matches('\r'), error.source_line, "{error}");
                    assert!(error.to_string().lines().count() >= 3, "{error}");
                }
            }
        }
    }
    assert!(read > 1000 && refused > 1000, "{read} were read, {refused} refused");
}
