//! The examples in the project's README.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

mod lab;

use std::fs;
use std::path::Path;

use lab::{folder, lab};

/// Examples that take hours.
const LONG: [&str; 2] = ["fuzz --seeds 0..1000000", "mutants"];

#[test]
fn the_commands_in_the_readme_work_in_their_order() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let readme = fs::read_to_string(root.join("README.md")).unwrap();
    let folder = folder("readme");
    let scenario = "tests/scenarios/figure-8-d.raft";
    fs::create_dir_all(folder.join("tests/scenarios")).unwrap();
    fs::copy(root.join(scenario), folder.join(scenario)).unwrap();
    let commands = readme.lines().filter_map(|line| line.strip_prefix("raft-lab "));
    let commands = commands.map(|line| line.split('#').next().unwrap_or_default().trim());
    let mut count = 0;
    for command in commands.filter(|command| !LONG.contains(command)) {
        let output = lab(&folder, command);
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(matches!(output.status.code(), Some(0 | 1)), "{command}: {errors}");
        count += 1;
    }
    assert_eq!(count, 8, "an example is missing");
}
