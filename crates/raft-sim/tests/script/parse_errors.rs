use raft_sim::{Scenario, Script, Simulation};

/// The first line of the error for a text, and the suggestion.
pub(super) fn refusal(text: &str) -> String {
    let error = text.parse::<Script>().expect_err(text);
    let told = error.to_string();
    match told.split_once("did you mean ") {
        Some((_, meant)) => format!("{} {meant}", told.lines().next().unwrap()),
        None => told.lines().next().unwrap().into(),
    }
}

#[test]
fn an_error_shows_its_line_and_column() {
    let told = "\
line 3, column 12: there is no act `hael`
    at 300ms:  hael  # mends
               ^
did you mean `heal`?";
    let error = "nodes 5\n\nat 300ms:  hael  # mends".parse::<Script>().unwrap_err();
    assert_eq!(error.to_string(), told);
    assert_eq!((error.line, error.column), (3, 12));
    assert_eq!(error.suggestion.as_deref(), Some("heal"));
}

#[test]
fn error_columns_count_characters() {
    let told = "\
line 1, column 24: there is no node é: the nodes are A to E
    \tat 1s: say \"ü\"; crash é
    \t                      ^";
    let error = "\tat 1s: say \"ü\"; crash é".parse::<Script>().unwrap_err();
    assert_eq!(error.to_string(), told);
}

#[test]
fn an_error_shows_an_excerpt_of_a_long_line() {
    let text = format!("at 1s: say \"{}\"; hael{}", "a".repeat(5000), " a".repeat(5000));
    let error = text.parse::<Script>().unwrap_err();
    assert_eq!(error.column, 5016);
    let told = error.to_string();
    assert!(told.len() < 400, "{told}");
    let lines: Vec<&str> = told.lines().collect();
    assert_eq!(lines[1].find("hael"), lines[2].find('^'));
}

#[test]
fn invalid_settings_are_refused_at_their_position() {
    let refusals = [
        ("nodes 12", "line 1, column 7: nodes: must be between 1 and 9"),
        ("node 5", "line 1, column 1: there is no setting or step `node` `nodes`?"),
        ("network loss 200%", "line 1, column 14: network: must be between 0% and 100%"),
        ("crash B", "line 1, column 1: an act must follow a time such as `at 0ms:`"),
        ("spares 5", "line 1, column 8: spares: 5 more nodes would make more than 9"),
        (
            "election-timeout 300ms to 150ms",
            "line 1, column 27: election-timeout: the second time must be at least the first",
        ),
        ("seed 5\nseed 6", "line 2, column 1: `seed` is set twice"),
        ("end at 5s\nat 6s: heal", "line 2, column 1: no step may follow the end"),
        ("seed 99999999999999999999999999", "line 1, column 6: seed: the number is too large"),
        ("pre-vote yes", "line 1, column 10: pre-vote: expected `on` or `off`"),
    ];
    for (text, told) in refusals {
        assert_eq!(refusal(text), told, "{text}");
    }
}

#[test]
fn an_invalid_setting_is_refused_in_one_sentence_and_changes_nothing() {
    let refusals = [
        ("nodes", "12", "must be between 1 and 9"),
        ("nodes", " ", "expected a value"),
        ("nodes", "5 6", "expected only one value"),
        ("spares", "5", "spares: 5 more nodes would make more than 9"),
        ("loss", "5", "expected a percentage such as 5%"),
        ("reads", "leese", "expected `round` or `lease 5%`"),
        ("local-reads", "yes", "expected `on` or `off`"),
        ("wings", "2", "there is no setting `wings`"),
    ];
    for (name, text, told) in refusals {
        let mut scenario = Scenario::default();
        assert_eq!(scenario.set(name, text).unwrap_err().to_string(), told, "{name} {text}");
        assert_eq!(scenario, Scenario::default());
    }
}

#[test]
fn conflicting_settings_are_refused_at_the_last_of_them() {
    let lease = "a lease needs check-quorum on, or followers elect a new leader before the lease \
                 ends and reads are stale (to see that, waive leader-alive)";
    let slow = "200 ms is not shorter than the election timeout, 150 ms, so followers would start \
                elections although their leader is alive";
    for (text, place, told) in [
        ("check-quorum off\nreads lease 10%\nat 1s: heal", "line 2, column 7: reads: ", lease),
        ("reads lease 10%\nnodes 3\ncheck-quorum off", "line 3, column 14: reads: ", lease),
        ("heartbeat-interval 200ms", "line 1, column 20: heartbeat-interval: ", slow),
        (
            "heartbeat-interval 200ms\nelection-timeout 150ms",
            "line 2, column 18: heartbeat-interval: ",
            slow,
        ),
        (
            "check-quorum on\nreads lease 150%",
            "line 2, column 7: reads: ",
            "a lease that allows 150 % clock drift has no time left: the drift must be less than \
             100 %",
        ),
    ] {
        assert_eq!(refusal(text), format!("{place}{told}"), "{text}");
    }
    assert!("reads lease 10%\nwaive leader-alive".parse::<Script>().is_ok(), "asked for as a bug");
}

#[test]
fn settings_of_one_node_are_checked_in_order() {
    let good = "at 1s: node A check-quorum on; node A reads lease 10%";
    assert!(good.parse::<Script>().is_ok());
    let bad = "at 1s: node A reads lease 10%; node A check-quorum on";
    assert!(refusal(bad).starts_with("line 1, column 8: reads: a lease needs check-quorum on"));
    let run = good.parse::<Script>().unwrap().play().unwrap().run;
    assert!(Simulation::new(run.clone()).is_ok());
    let mut backwards = run;
    backwards.commands.swap(0, 1);
    let error = Simulation::new(backwards).unwrap_err().to_string();
    assert!(error.starts_with("commands[0]: reads: a lease needs"), "{error}");
}

#[test]
fn invalid_steps_are_refused_at_their_position() {
    let refusals = [
        ("at 5s: crash F", "line 1, column 14: there is no node F: the nodes are A to E"),
        ("at 5s: crash x", "line 1, column 14: there is no node x: the nodes are A to E"),
        ("at 5s: crash b", "line 1, column 14: there is no node b: the nodes are A to E `B`?"),
        ("at 5: crash B", "line 1, column 4: expected a time such as 20ms (units: us, ms, s)"),
        ("at 5min: crash B", "line 1, column 4: expected a time such as 20ms (units: us, ms, s)"),
        ("at 5s crash B", "line 1, column 7: expected `:`, found `crash`"),
        ("at 1s: nodes 4", "line 1, column 8: settings must come before the first step"),
        ("at 1s: heal heal", "line 1, column 13: expected `;`, found `heal`"),
        ("at 1s: heal;", "line 1, column 13: expected an act, found the end of the line"),
        ("at 1s: say \"hello", "line 1, column 12: this quote is not closed"),
        (
            "at 1s: X send x=8",
            "line 1, column 10: expected `sends` or `resends`, found `send` \
             `sends`?",
        ),
        ("at 1s: A sends x=8", "line 1, column 8: A is a node: only clients send"),
        (
            "at 1s: X sends get 5x",
            "line 1, column 16: A key is up to 16 letters, digits or _, beginning with a letter.",
        ),
        ("at 1s: Y sends x=8", "line 1, column 8: there is no client Y: the only client is X"),
        ("at 1s: partition A,B | B,C", "line 1, column 24: B is named twice"),
        (
            "at 1s: partition A,B |",
            "line 1, column 23: expected a node or client, found the end of the line",
        ),
        ("at 1s: cut A->A", "line 1, column 15: A has no link to itself"),
        ("at 1s: cut A>B", "line 1, column 13: expected `->` or `-`, found `>B`"),
        (
            "at 1s: waive commit-own-trem",
            "line 1, column 14: there is no rule `commit-own-trem` `commit-own-term`?",
        ),
        (
            "at 1s: drop next append-entry A->B",
            "line 1, column 18: there is no kind of message `append-entry`; the kinds are \
             pre-vote, pre-vote-reply, request-vote, request-vote-reply, heartbeat, \
             append-entries, append-entries-reply, install-snapshot, install-snapshot-reply, \
             timeout-now, read-index, read-index-reply, forward, forward-reply, client-request, \
             client-reply \
             `append-entries`?",
        ),
        ("at 1s: clock A 5%", "line 1, column 16: must be between 10% and 1000%"),
        (
            "at 1s: expect violation leader-completness",
            "line 1, column 25: there is no property `leader-completness` `leader-completeness`?",
        ),
        (
            "at 1s: expect comitted x=8 on A",
            "line 1, column 15: there is no expectation `comitted` `committed`?",
        ),
        ("at 1s: expect X operation 1 done", "line 1, column 17: expected `'s`, found `operation`"),
        ("at 1s: expect log on A", "line 1, column 19: expected a whole number"),
        ("until leder within 5s", "line 1, column 7: there is no expectation `leder` `leader`?"),
        (
            "until leader wthin 5s",
            "line 1, column 14: expected `within` or `:`, found `wthin` `within`?",
        ),
        (
            "at 300ms: heal\nat 200ms: heal",
            "line 2, column 4: this step is earlier than the one above it (300ms)",
        ),
        ("at 1s: stop A", "line 1, column 8: there is no act `stop` `crash`?"),
        ("at 1s: timeout A", "line 1, column 8: there is no act `timeout` `time out`?"),
        ("at 1s: time A", "line 1, column 13: expected `out`, found `A`"),
        ("at 0.0001ms: heal", "line 1, column 4: expected a whole number of microseconds"),
        ("at 99999999999999999999s: heal", "line 1, column 4: must be at most a day"),
        ("at 1s: restart A B", "line 1, column 18: expected `;`, found `B`"),
        ("at 1s: expect value x on A", "line 1, column 21: expected a key and a value such as x=8"),
        ("at 1s: hand over C", "line 1, column 18: expected `to`, found `C`"),
        (
            "at 1s: X via sends x=8",
            "line 1, column 14: there is no node sends: the nodes are A to E",
        ),
        ("at 1s: X sends ", "line 1, column 15: Write something to send, such as x=8."),
    ];
    for (text, told) in refusals {
        assert_eq!(refusal(text), told, "{text}");
    }
}

#[test]
fn invalid_expectations_are_refused_at_their_position() {
    let refusals = [
        ("at 1s: disk A loses tial 2", "line 1, column 21: expected `tail`, found `tial` `tail`?"),
        ("at 1s: disk A fals", "line 1, column 15: there is no change of disk `fals` `fails`?"),
        (
            "at 1s: clock A jumps back 5ms",
            "line 1, column 22: a clock never jumps back, since nodes rely on that",
        ),
        (
            "at 1s: clock A stand",
            "line 1, column 16: expected a percentage such as 90%, `jumps` or `stands`, \
             found `stand` `stands`?",
        ),
        (
            "at 1s: node A: pre-vot on",
            "line 1, column 16: there is no setting of one node `pre-vot` `pre-vote`?",
        ),
        (
            "at 1s: node A heartbeat-interval 150ms",
            "line 1, column 8: heartbeat-interval: 150 ms is not shorter than the election \
             timeout, 150 ms, so followers would start elections although their leader is alive",
        ),
        ("at 1s: remove C via X", "line 1, column 21: X is a client, not a node"),
        ("until never leader C", "line 1, column 7: `never` must directly follow `expect`"),
        (
            "at 1s: expect either leader A",
            "line 1, column 30: expected `or`, found the end of the line",
        ),
        ("at 1s: expect same lag", "line 1, column 20: there is no item to compare `lag` `log`?"),
    ];
    for (text, told) in refusals {
        assert_eq!(refusal(text), told, "{text}");
    }
}
