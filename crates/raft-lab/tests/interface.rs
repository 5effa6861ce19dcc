//! The command line of `raft-lab`, as it is recorded in `tests/expected/interface/`. A change of it
//! belongs into CHANGELOG.md.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

mod lab;

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use lab::{folder, says};

#[test]
fn the_command_line_is_the_recorded_one() {
    let folder = folder("interface");
    let all = says(&folder, "--help", 0);
    let commands = all.lines().skip_while(|line| *line != "Commands:").skip(1);
    let commands = commands.take_while(|line| !line.is_empty());
    let mut text = all.clone();
    for command in commands.filter_map(|line| line.split_whitespace().next()) {
        if command != "help" {
            let help = says(&folder, &format!("{command} --help"), 0);
            write!(text, "\n== {command}\n{help}").unwrap();
        }
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/expected/interface");
    let path = path.join("raft-lab.txt");
    if env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(&path, &text).unwrap();
    }
    let recorded = fs::read_to_string(&path).unwrap_or_default();
    let change = recorded.lines().zip(text.lines()).find(|(old, new)| old != new);
    assert!(
        recorded == text,
        "the command line has changed: record it in CHANGELOG.md, and run this test with \
         UPDATE_EXPECT=1: {change:?}"
    );
}
