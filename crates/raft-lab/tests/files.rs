//! Valid and invalid scenarios and runs from files.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

mod lab;

use std::fs;

use lab::{error_of, folder, json, lab, says};
use serde_json::Value;

const STORY: &str = "nodes 3\nuntil leader: X sends x=8\nuntil committed x=8: say \"Done.\"\n";

#[test]
fn a_run_prints_its_records_as_text_or_json() {
    let folder = folder("default");
    let words = says(&folder, "run --seed 7 --millis 400", 0);
    let lines = says(&folder, "run --seed 7 --millis 400 --json", 0);
    assert_eq!(words.lines().count() + 1, lines.lines().count(), "a trace begins with its run");
    assert!(words.contains("leads term 1"), "{words}");
    for (number, line) in lines.lines().skip(1).enumerate() {
        let record: Value = serde_json::from_str(line).unwrap();
        assert_eq!(record["seq"], number);
    }
    assert_ne!(lines, says(&folder, "run --seed 8 --millis 400 --json", 0));
}

#[test]
fn a_run_is_read_from_a_file() {
    let folder = folder("run-file");
    let run = r#"{"scenario":{"nodes":3},"seed":7,"commands":[{"at":5000,"command":"heal"}]}"#;
    fs::write(folder.join("run.json"), run).unwrap();
    let words = says(&folder, "run run.json --millis 10", 0);
    assert!(words.contains("5.000 ms  ·  command: heal"), "{words}");
    assert_eq!(says(&folder, "check run.json", 0), "run.json: a run of 3 nodes, commands: 1\n");
    let checked = json(&folder, "check run.json --json", 0);
    assert_eq!(checked["kind"], "run");
}

#[test]
fn a_scenario_reports_its_expectations() {
    let folder = folder("scenario");
    fs::write(folder.join("good.raft"), STORY).unwrap();
    fs::write(folder.join("bad.raft"), format!("{STORY}  expect value x=9\n")).unwrap();
    assert!(says(&folder, "run good.raft", 0).contains("“Done.”"));
    assert!(says(&folder, "run good.raft --json", 0).contains(r#""kind":"said""#));
    assert_eq!(says(&folder, "check good.raft", 0), "good.raft: a scenario of 3 nodes, steps: 2\n");
    let checked = says(&folder, "check bad.raft good.raft", 1);
    let lines: Vec<&str> = checked.lines().collect();
    assert_eq!(lines[0], "bad.raft: a scenario of 3 nodes, steps: 2");
    assert!(lines[1].starts_with("wrong: line 4: expected value x=9, but A has x=8 (at "));
    assert_eq!(lines[2..], ["good.raft: a scenario of 3 nodes, steps: 2"]);
    let output = lab(&folder, "run bad.raft");
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stderr).unwrap().contains("line 4: expected value x=9"));
}

#[test]
fn a_trace_header_reproduces_its_trace() {
    let folder = folder("trace");
    let story = format!("{STORY}after 5ms: isolate B\nend after 90ms\n");
    fs::write(folder.join("story.raft"), story).unwrap();
    let trace = says(&folder, "export story.raft --format ndjson", 0);
    let played = says(&folder, "run story.raft --json", 0);
    let again = |trace: &str| {
        let first: Value = serde_json::from_str(trace.lines().next().unwrap()).unwrap();
        let last: Value = serde_json::from_str(trace.lines().last().unwrap()).unwrap();
        fs::write(folder.join("run.json"), first["run"].to_string()).unwrap();
        let millis = last["at"].as_u64().unwrap().div_ceil(1000);
        let again = says(&folder, &format!("run run.json --json --millis {millis}"), 0);
        assert!(again.starts_with(trace), "the same run gives the same lines");
    };
    again(&trace);
    assert_eq!(without(&played, "said"), trace);
    let evaluated = without(&says(&folder, "replay run.json --json --last 0", 0), "verdict");
    assert!(evaluated.contains("healed"), "an evaluated run submits a write of its own");
    again(&evaluated);
}

/// A trace without the records of this kind.
fn without(trace: &str, kind: &str) -> String {
    let kind = format!(r#""kind":"{kind}""#);
    trace.lines().filter(|line| !line.contains(&kind)).map(|line| line.to_owned() + "\n").collect()
}

#[test]
fn an_error_in_a_file_is_reported_once_with_its_position() {
    let folder = folder("bad-files");
    let bad = [
        ("word.raft", "nodes 3\nat 0ms: isolat A\n", "line 2, column 9"),
        ("node.raft", "nodes 3\nat 0ms: isolate E\n", "E"),
        ("type.json", "{\"commands\":[{\"at\":\"x\",\"command\":\"heal\"}]}", "commands[0].at"),
        ("form.json", "{\"seed\": 7,\n \"scenario\" 3}", "line 2, column"),
        ("more.json", "{} {}", "line 1, column 4"),
        ("setting.json", "{\"scenario\":{\"knots\":3}}", "scenario.knots"),
        ("none.json", "{\"commands\":[{\"at\":1,\"command\":{\"crash\":\"I\"}}]}", "commands[0]"),
        ("zero.json", "{\"scenario\":{\"nodes\":0}}", "nodes: 0 is not from 1 to 9"),
    ];
    for (name, text, place) in bad {
        fs::write(folder.join(name), text).unwrap();
        for action in ["check", "run", "replay", "shrink -o small.raft", "export --format svg"] {
            let error = error_of(&folder, &format!("{action} {name}"));
            assert!(error.contains(name) && error.contains(place), "{action}: {error}");
        }
    }
    let error = error_of(&folder, "check word.raft");
    assert!(
        error.contains("\n            ^") && error.contains("did you mean `isolate`?"),
        "{error}"
    );
    let reported = json(&folder, "check nowhere.raft --json", 2);
    assert!(reported["error"].as_str().unwrap().starts_with("nowhere.raft: "), "{reported}");
}

#[test]
fn an_invalid_argument_lists_the_valid_values() {
    let folder = folder("bad-arguments");
    for (arguments, part) in [
        ("fuzz --seeds 7", "write two numbers, such as 0..1000"),
        ("fuzz --seeds 9..3", "the range 9..3 contains no seed"),
        ("fuzz --without up-to-date", "the rules are current-term,"),
        ("fuzz --mutant 99", "the mutants are 1, 2,"),
        ("replay 7 --property safety", "the properties are election-safety,"),
        ("export 7 --format png", "ndjson"),
        ("fuzz --jobs 0", "it must be a whole number from 1 to 1024"),
        ("mutants --jobs 1025", "it must be a whole number from 1 to 1024"),
        ("mutants --campaigns 0", "it must be a whole number from 1"),
        ("mutants --limit 0", "it must be a whole number from 1"),
        ("mutants --campaigns 9 --limit 9000000000000000000", "need more than 2^64 seeds"),
        ("shrink 7 -o small.raft --trials 0", "it must be a whole number from 1"),
        ("export 7 --format svg --pixel 0", "it must be a whole number from 1 to 1000000000"),
        ("export 7 --format svg --from 18446744073709552", "from 0 to 18446744073709551"),
        ("run --millis 18446744073709552", "from 0 to 18446744073709551"),
        ("run --millis soon", "it must be a whole number from 0"),
        ("mutants --write nowhere.md", "nowhere.md"),
    ] {
        let output = lab(&folder, arguments);
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2));
        assert!(error.contains(part), "{arguments}: {error}");
    }
    let help = says(&folder, "--help", 0);
    assert!(help.contains("130  interrupted; "), "{help}");
}

#[test]
fn settings_that_may_stall_give_notes_and_invalid_ones_are_refused() {
    let folder = folder("advice");
    fs::write(folder.join("polls.raft"), format!("pre-vote on\n{STORY}")).unwrap();
    let checked = says(&folder, "check polls.raft", 0);
    assert!(checked.contains("\nnote: pre-vote: Without check-quorum, a leader"), "{checked}");
    assert_eq!(json(&folder, "check polls.raft --json", 0)["notes"].as_array().unwrap().len(), 1);
    let output = lab(&folder, "run polls.raft");
    assert_eq!(output.status.code(), Some(0));
    assert!(String::from_utf8(output.stderr).unwrap().starts_with("note: pre-vote: "));

    fs::write(folder.join("lease.raft"), format!("reads lease 10%\n{STORY}")).unwrap();
    let error = error_of(&folder, "check lease.raft");
    assert!(error.contains("line 1, column 7: reads: a lease needs check-quorum on"), "{error}");
    let run = r#"{"scenario":{"heartbeat-interval":150000}}"#;
    fs::write(folder.join("slow.json"), run).unwrap();
    let error = error_of(&folder, "check slow.json");
    assert!(error.contains("150 ms is not shorter than the election timeout"), "{error}");
}

#[test]
fn a_violation_after_a_lost_tail_names_the_disk() {
    let folder = folder("lost-tail");
    let story = "nodes 3\nelection-timeout 600s\nat 1ms: time out A\n\
                 at 200ms: X sends x=8; cut A-C\n\
                 at 400ms: disk B loses tail 1; crash A; restart B; heal\nat 401ms: time out B\n\
                 end at 600ms\n";
    fs::write(folder.join("tail.raft"), story).unwrap();
    let output = lab(&folder, "run tail.raft");
    assert_eq!(output.status.code(), Some(1));
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(errors.contains("after B's disk lost acknowledged entries at 400.000 ms"), "{errors}");
    // A replay reports it, too.
    let output = lab(&folder, "replay tail.raft");
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(
        errors.contains("at 400.000 ms B's disk lost entries that it had acknowledged"),
        "{errors}"
    );
}
