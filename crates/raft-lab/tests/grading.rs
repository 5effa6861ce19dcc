//! Checks stories and tasks, and judges solutions.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

mod lab;

use std::fs;

use lab::{error_of, folder, json, lab, says};
use serde_json::Value;

/// Without randomness: A leads at 23 ms, and every node has its first entry when the task begins.
const STORY: &str = "\
title \"Two <leaders> & \\\"one\\\" majority\"
election-timeout 600s
network latency 10ms jitter 0ms
disk-latency 1ms
at 1ms: time out A
until leader A within 1s
beat elected:
  say \"A leads.\"
  ask \"Which term is this?\"
    choice \"The first\" when leader A in term 1
    choice \"The second\" when leader A in term 2
    because \"No node has asked for votes before.\"
end at 100ms
";

const TASK: &str = "\
task \"Make B the leader\"
  allow time out, cut
  goal leader B
  goal latch candidate B
  hint \"A node whose timer runs out asks for votes.\"
  par 1
  solution:
    time out B
    until leader B within 1s
";

#[test]
fn a_story_and_its_task_pass_the_check() {
    let folder = folder("check-story");
    fs::write(folder.join("story.raft"), format!("{STORY}{TASK}")).unwrap();
    let steps: Vec<&str> = STORY.lines().take(6).collect();
    let alone = format!("{}\nend at 100ms\n{TASK}", steps.join("\n"));
    fs::write(folder.join("task.raft"), alone).unwrap();
    let story = "story.raft: a story of 5 nodes, steps: 2, beats: 1, questions: 1, goals: 2, \
                 hints: 1\n";
    assert!(says(&folder, "check story.raft", 0).starts_with(story));
    let found = json(&folder, "check --json story.raft", 0);
    assert_eq!((&found["kind"], &found["beats"]), (&"story".into(), &1.into()));
    assert_eq!(found["failures"], Value::Array(Vec::new()));
    assert!(says(&folder, "check task.raft", 0).starts_with("task.raft: a task of 5 nodes, "));
}

#[test]
fn a_wrong_question_or_task_fails_the_check() {
    let folder = folder("check-wrong");
    for (from, to, wrong) in [
        (
            "leader A in term 1",
            "leader A in term 3",
            "wrong: line 9: expected exactly one true choice, but none is true (at 23.000 ms)\n",
        ),
        ("goal leader B", "goal leader C", "the solution does not solve the task: not reached: "),
        ("allow time out", "allow send", "`time out B` at 100.000 ms is not allowed (time-out)"),
        ("    time out B\n", "", "expected leader B, but A leads term 1"),
    ] {
        fs::write(folder.join("a.raft"), format!("{STORY}{TASK}").replace(from, to)).unwrap();
        let told = says(&folder, "check a.raft", 1);
        assert!(told.contains(wrong), "{told}");
        let found = json(&folder, "check a.raft --json", 1);
        assert!(!found["failures"].as_array().unwrap().is_empty());
    }
    let idle =
        format!("{STORY}task \"Wait\"\n goal commit-index 1 on C\n solution: say \"Now.\"\n");
    fs::write(folder.join("idle.raft"), idle.replace("end at 100ms", "end at 25ms")).unwrap();
    let told = says(&folder, "check idle.raft", 0);
    assert!(told.contains("note: task: It is solved although the reader does nothing."), "{told}");
}

#[test]
fn each_file_is_checked_although_another_is_bad() {
    let folder = folder("check-several");
    fs::write(folder.join("good.raft"), STORY).unwrap();
    fs::write(folder.join("bad.raft"), "at 0ms\nbeat a: sya \"A\"\n").unwrap();
    let output = lab(&folder, "check bad.raft good.raft nowhere.raft");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stdout).unwrap().starts_with("good.raft: a story of 5 "));
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(errors.contains("bad.raft: line 2, column 9: there is no act `sya`"), "{errors}");
    assert!(errors.contains("did you mean `say`?\nnowhere.raft: "), "{errors}");
}

/// A folder with a task and four solutions: good, unfinished, not allowed and invalid.
fn solutions(name: &str) -> (std::path::PathBuf, String) {
    let folder = folder(name);
    fs::write(folder.join("task.raft"), format!("{STORY}{TASK}")).unwrap();
    let settings: Vec<&str> = STORY.lines().skip(1).take(3).collect();
    let whole = "at 1ms: time out A\nat 150ms: time out B\nend at 200ms\n";
    let whole = format!("# as the page saves it\n{}\n{whole}", settings.join("\n"));
    fs::write(folder.join("whole.raft"), whole).unwrap();
    fs::write(folder.join("steps.raft"), "cut A-B\nafter 5ms: time out B\n").unwrap();
    fs::write(folder.join("open.raft"), "time out C\n").unwrap();
    fs::write(folder.join("crash.raft"), "crash A\ntime out B\n").unwrap();
    let files = "task.raft whole.raft steps.raft open.raft crash.raft".to_owned();
    (folder, files)
}

#[test]
fn solutions_are_judged_in_words() {
    let (folder, files) = solutions("grade-words");
    let told = says(&folder, &format!("grade {files}"), 1);
    let expected = "\
solved      whole.raft: 1 act (par 1), 72.000 ms after the beginning
solved      steps.raft: 2 acts (par 1), 27.000 ms after the beginning
not solved  open.raft: not reached: leader B; candidate B; 1 act (par 1)
not solved  crash.raft: `crash A` at 100.000 ms is not allowed (crash); 2 acts (par 1)
";
    assert_eq!(told, expected);
    assert!(says(&folder, "grade task.raft whole.raft", 0).starts_with("solved "));
}

#[test]
fn solutions_are_judged_as_lines_of_json() {
    let (folder, files) = solutions("grade-json");
    let told = says(&folder, &format!("grade {files} --format json"), 1);
    let lines: Vec<Value> = told.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 4);
    assert_eq!(lines[0]["kind"], "solved");
    assert_eq!(lines[0]["solved-at"], 172_000);
    assert_eq!(lines[0]["after"], 72_000);
    assert_eq!(lines[2]["goals"][0]["goal"], "leader B");
    assert_eq!(lines[2]["goals"][0]["reached"], false);
    assert_eq!(lines[3]["not-allowed"]["command"]["crash"], "A");
}

#[test]
fn solutions_are_judged_as_a_test_suite() {
    let (folder, files) = solutions("grade-junit");
    fs::write(folder.join("a&b.raft"), "time oot \"<B>\"\n").unwrap();
    let output = lab(&folder, &format!("grade {files} a&b.raft --format junit"));
    assert_eq!(output.status.code(), Some(2));
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(errors.starts_with("raft-lab: 1 file is no solution of this task"), "{errors}");
    let xml = String::from_utf8(output.stdout).unwrap();
    assert_eq!(elements(&xml)[..2], ["testsuites", "testsuite"]);
    assert_eq!(elements(&xml).iter().filter(|name| **name == "testcase").count(), 5);
    assert!(xml.contains("tests=\"5\" failures=\"2\" errors=\"1\""), "{xml}");
    assert!(xml.contains("<testcase classname=\"task.raft\" name=\"a&amp;b.raft\">"), "{xml}");
    assert!(
        xml.contains("<error message=\"line 1, column 6: expected `out`, found `oot`"),
        "{xml}"
    );
    assert!(xml.contains("<failure message=\"`crash A` at 100.000 ms is not allowed"), "{xml}");
}

/// The names of the elements of a text in XML, in order. Panics unless it is well formed, as far
/// as a test suite needs it.
fn elements(xml: &str) -> Vec<&str> {
    let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    let mut rest = xml.strip_prefix(declaration).unwrap();
    let (mut open, mut names) = (Vec::new(), Vec::new());
    while let Some((text, tag)) = rest.split_once('<') {
        assert_text(text);
        let (tag, after) = tag.split_once('>').unwrap();
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "{xml}");
            continue;
        }
        let (tag, is_empty) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        let quoted: Vec<&str> = attributes.split('"').collect();
        for pair in quoted.chunks(2).filter(|pair| pair.len() == 2) {
            assert!(pair[0].trim().ends_with('='), "{tag}");
            assert_text(pair[1]);
        }
        assert_eq!(quoted.len() % 2, 1, "{tag}");
        assert!(names.is_empty() || !open.is_empty(), "there is one root");
        names.push(name);
        if !is_empty {
            open.push(name);
        }
    }
    assert_eq!((open, rest.trim()), (Vec::new(), ""));
    names
}

fn assert_text(text: &str) {
    assert!(!text.contains(['<', '>']), "{text}");
    for reference in text.split('&').skip(1) {
        let (name, _) = reference.split_once(';').unwrap();
        assert!(["amp", "lt", "gt", "quot", "#10", "#9"].contains(&name), "{text}");
    }
}

#[test]
fn a_file_without_a_task_cannot_be_graded() {
    let folder = folder("grade-bad");
    fs::write(folder.join("story.raft"), STORY).unwrap();
    fs::write(folder.join("run.json"), "{}").unwrap();
    fs::write(folder.join("wrong.raft"), format!("at 0ms: expect leader\n{TASK}")).unwrap();
    fs::write(folder.join("steps.raft"), "time out B\n").unwrap();
    for (task, told) in [
        ("story.raft", "story.raft: this scenario has no task"),
        ("run.json", "run.json: a run has no task"),
        ("wrong.raft", "wrong.raft: line 1: expected leader, but there is no leader"),
        ("nowhere.raft", "nowhere.raft: "),
    ] {
        let error = error_of(&folder, &format!("grade {task} steps.raft"));
        assert!(error.contains(told), "{error}");
    }
    fs::write(folder.join("task.raft"), format!("{STORY}{TASK}")).unwrap();
    fs::write(folder.join("other.raft"), "seed 7\nat 1s: time out B\n").unwrap();
    let output = lab(&folder, "grade task.raft nowhere.raft other.raft steps.raft");
    assert_eq!(output.status.code(), Some(2), "bad input");
    let told = String::from_utf8(output.stdout).unwrap();
    let lines: Vec<&str> = told.lines().collect();
    assert!(lines[0].starts_with("invalid     nowhere.raft: "), "{told}");
    assert_eq!(
        lines[1],
        "invalid     other.raft: its settings or its seed are not those of the task"
    );
    assert!(lines[2].starts_with("solved      steps.raft: "), "{told}");
}
