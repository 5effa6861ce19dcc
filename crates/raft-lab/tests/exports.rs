//! Exports to the formats of other tools. `raft-sim` tests their content.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

mod lab;

use std::fs;

use lab::{error_of, folder, says};

#[test]
fn a_seed_and_a_file_are_exported_in_every_format() {
    let folder = folder("exports");
    let story = "nodes 3\nuntil leader\nafter 100ms: isolate A\nend after 300ms\n";
    fs::write(folder.join("story.raft"), story).unwrap();
    for (format, first) in [
        ("ndjson", "{\"format\":\"raft-playground-trace\",\"version\":3,\"run\":{"),
        ("shiviz", "\\[(?<time>.*?)\\] (?<event>.*)\\n(?<host>"),
        ("mermaid", "sequenceDiagram\n    participant A as Node A\n"),
        ("svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 "),
    ] {
        for what in ["story.raft", "3 --until 1000"] {
            let text = says(&folder, &format!("export {what} --format {format}"), 0);
            assert!(text.starts_with(first), "{format}: {text:.200}");
            assert_eq!(text, says(&folder, &format!("export {what} --format {format}"), 0));
        }
        let out = format!("story.{format}");
        assert_eq!(says(&folder, &format!("export story.raft --format {format} -o {out}"), 0), "");
        assert!(fs::read_to_string(folder.join(out)).unwrap().starts_with(first));
    }
}

#[test]
fn a_range_without_records_is_refused() {
    let folder = folder("empty-export");
    let error = error_of(&folder, "export 3 --format svg --from 99999999");
    assert!(error.contains("seed 3 has no records in that range"), "{error}");
}

#[test]
fn a_range_that_ends_before_it_begins_is_refused() {
    let folder = folder("reversed-range");
    let error = error_of(&folder, "export 3 --format svg --from 500 --until 100");
    assert!(error.contains("--from (500.000 ms) is later than --until (100.000 ms)"), "{error}");
    says(&folder, "export 3 --format svg --from 0 --until 0", 0);
}
