//! Errors in beats, questions and tasks.

use super::parse_errors::refusal;

fn assert_refused(refusals: &[(&str, &str)]) {
    for (text, told) in refusals {
        assert_eq!(refusal(text), *told, "{text}");
    }
}

#[test]
fn settings_of_stories_are_refused_at_their_position() {
    assert_refused(&[
        ("level 4", "line 1, column 7: level: must be between 1 and 3"),
        ("speed 50", "line 1, column 7: expected a speed from 1/1 to 1/1000"),
        ("speed 1/0", "line 1, column 7: expected a speed from 1/1 to 1/1000"),
        ("sumary \"A\"", "line 1, column 1: there is no setting or step `sumary` `summary`?"),
        ("summary A", "line 1, column 9: expected a text in quotes, found `A`"),
        ("at 0ms: heal\nlevel 1", "line 2, column 1: settings must come before the first step"),
    ]);
}

#[test]
fn beats_are_refused_at_their_position() {
    assert_refused(&[
        ("beat a: say \"A\"", "line 1, column 1: an act must follow a time such as `at 0ms:`"),
        (
            "at 0ms\nbeat Split: say \"A\"",
            "line 2, column 6: a beat needs a name such as `split-vote`: lower-case letters, \
             digits and hyphens",
        ),
        ("at 0ms\nbeat a say \"A\"", "line 2, column 8: expected `:`, found `say`"),
        ("at 0ms\n beat a:\nat 5ms", "line 2, column 2: a beat needs a line with `say`"),
        (
            "at 0ms\nbeat a: say \"A\"\nat 5ms: beat a: say \"B\"",
            "line 3, column 14: the beat on line 2 has the same name",
        ),
        (
            "at 0ms\nbeat a: say \"A\"; crash A",
            "line 2, column 18: a beat has no commands: write this act above the beat, or into the \
             next step",
        ),
        ("at 0ms: baet a:", "line 1, column 9: there is no act `baet` `beat`?"),
        ("at 0ms: ask \"?\"", "line 1, column 9: `ask` must stand in a beat, below `beat NAME:`"),
        (
            "at 0ms\nbeat a: say \"A\"; point ta B",
            "line 2, column 24: expected `at`, found `ta` `at`?",
        ),
        (
            "at 0ms\nbeat a: say \"A\"; point at lable B",
            "line 2, column 27: there is no thing to point at `lable` `label`?",
        ),
        (
            "at 0ms\nbeat a: say \"A\"; point at link A-A",
            "line 2, column 34: A has no link to itself",
        ),
        ("at 0ms\nbeat a: say \"A\"; point at entry 0 A", "line 2, column 33: must be at least 1"),
        ("at 0ms\nbeat a: say \"A\"; point at B,B", "line 2, column 29: `B` is named twice"),
        (
            "at 0ms\nbeat a: say \"A\"; invite cut; invite send",
            "line 2, column 30: `invite` stands twice: write one list",
        ),
        (
            "at 0ms\nbeat a: say \"A\"; invite stop",
            "line 2, column 25: there is no act to try `stop` `crash`?",
        ),
        (
            "at 0ms\nbeat a: say \"A\"; invite time uot",
            "line 2, column 30: expected `out`, found `uot` `out`?",
        ),
    ]);
}

#[test]
fn questions_are_refused_at_their_position() {
    let in_beat = |rest: &str| refusal(&format!("at 0ms\nbeat a: say \"A\"\n{rest}"));
    for (rest, told) in [
        ("choice A", "line 3, column 1: `choice` must follow `ask`"),
        ("ask \"?\"", "line 3, column 1: a question needs at least two lines with `choice`"),
        (
            "ask \"?\"; choice A; because \"A\"\nat 5ms",
            "line 3, column 1: a question needs at least two lines with `choice`",
        ),
        (
            "ask \"?\"; choice A; choice B\nend at 5ms",
            "line 3, column 1: a question needs a line with `because`",
        ),
        (
            "ask \"?\"; choice A; choice B; choice C; choice D; choice E",
            "line 3, column 50: a question has at most four choices",
        ),
        ("ask \"?\"; ask \"?\"", "line 3, column 10: this beat already asks a question"),
        (
            "ask \"?\"; choice A; choice B; because \"A\"; choice C",
            "line 3, column 43: this question has already ended with `because`",
        ),
        ("ask \"?\"; because \"\"", "line 3, column 18: expected a text that is not empty"),
        ("ask \"?\"; choice F", "line 3, column 17: there is no node F: the nodes are A to E"),
        (
            "ask \"?\"; choice A wen leader A",
            "line 3, column 19: expected `when`, found `wen` `when`?",
        ),
        (
            "ask \"?\"; choice A when never leader A",
            "line 3, column 38: expected `within`, found the end of the line",
        ),
        (
            "ask \"?\"; choice A when leder A",
            "line 3, column 24: there is no expectation `leder` `leader`?",
        ),
        ("ask \"?\"; choce A", "line 3, column 10: there is no act `choce` `choice`?"),
    ] {
        assert_eq!(in_beat(rest), told, "{rest}");
    }
}

#[test]
fn tasks_are_refused_at_their_position() {
    assert_refused(&[
        ("task \"T\"", "line 1, column 1: a task needs a line with `goal`"),
        ("at 0ms\n task \"T\"\n hint \"H\"", "line 2, column 2: a task needs a line with `goal`"),
        ("task T", "line 1, column 6: expected a text in quotes, found `T`"),
        ("task \"T\"\ngoal leader A\ntask \"U\"", "line 3, column 1: a script has only one task"),
        (
            "task \"T\"\ngole leader A",
            "line 2, column 1: there is no part of a task `gole` `goal`?",
        ),
        (
            "task \"T\"\ngoal leader A\ncrash A",
            "line 3, column 1: in a task, times and acts must stand below `solution:`",
        ),
        (
            "task \"T\"\ngoal leader A\nafter 5ms",
            "line 3, column 1: in a task, times and acts must stand below `solution:`",
        ),
        ("task \"T\"\nallow cut\nallow mend", "line 3, column 1: `allow` is given twice"),
        ("task \"T\"\nallow cut, cut", "line 2, column 12: `cut` is named twice"),
        (
            "task \"T\"\nallow send, kill",
            "line 2, column 13: there is no act to try `kill` `crash`?",
        ),
        ("task \"T\"\npar 0", "line 2, column 5: must be between 1 and 4294967295"),
        (
            "task \"T\"\ngoal latch",
            "line 2, column 11: expected an expectation, found the end of the line",
        ),
        ("task \"T\"\nsolution: crsh A", "line 2, column 11: there is no act `crsh` `crash`?"),
        (
            "task \"T\"\nsolution:\ncrash F",
            "line 3, column 7: there is no node F: the nodes are A to E",
        ),
        ("task \"T\"\nsolution:\nat 5ms: beat a:", "line 3, column 9: a solution has no beats"),
        ("task \"T\"\nsolution:\nend at 5s", "line 3, column 1: a solution has no end"),
        (
            "at 5ms\ntask \"T\"\nsolution:\nat 4ms",
            "line 4, column 4: this step is earlier than the one above it (5ms)",
        ),
        ("end at 5s\nheal", "line 2, column 1: no step may follow the end"),
    ]);
}
