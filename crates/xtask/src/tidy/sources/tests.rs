use std::path::PathBuf;

use super::*;

const DOCS: &str = "//! Docs.\n";

/// The problems of one file in a workspace with the crate that its path names.
fn problems_of(path: &str, text: &str) -> Vec<String> {
    let folder: PathBuf = if path.starts_with("web") {
        "web".into()
    } else {
        Path::new(path).components().take(2).collect()
    };
    let member = Member {
        name: folder.file_name().unwrap().to_string_lossy().into_owned(),
        entry_files: vec![folder.join("src/lib.rs")],
        folder,
        ..Member::default()
    };
    let metadata = Metadata { members: vec![member], ..Metadata::default() };
    let source = Source { path: path.into(), text: text.to_owned() };
    check(&metadata, &[source]).iter().map(ToString::to_string).collect()
}

#[test]
fn a_clean_file_passes() {
    let text = "//! HashMap, f64 and std are only talked about.\n#![no_std]\npub fn f() {}\n";
    assert_eq!(problems_of("crates/raft-core/src/lib.rs", text), [""; 0]);
}

#[test]
fn each_forbidden_path_fails_in_its_crate_with_its_line() {
    for rule in RULES {
        for word in rule.words.concat() {
            let folder =
                if rule.krate == "web" { "web" } else { &format!("crates/{}", rule.krate) };
            let path = format!("{folder}/src/part.rs");
            let problems = problems_of(&path, &format!("fn f() {{}}\nuse {word}::thing;\n"));
            assert!(!problems.is_empty(), "{word} in {}", rule.krate);
            let expected = format!("{path}:2: `{word}` in {}", rule.krate);
            assert!(problems.iter().any(|problem| problem.starts_with(&expected)), "{problems:?}");
        }
    }
}

#[test]
fn floats_fail_in_deterministic_crates() {
    let text = "fn f() { g(0.5) }\n";
    assert_eq!(problems_of("crates/raft-sim/src/part.rs", text).len(), 1);
    assert_eq!(problems_of("crates/raft-core/src/part.rs", text).len(), 1);
    assert_eq!(problems_of("crates/raft-playground/src/part.rs", text), [""; 0]);
}

#[test]
fn a_serializer_may_refuse_floats_but_not_write_them() {
    let refuses = "fn serialize_f32(self, _: f32) -> R { unreachable!() }\n";
    assert_eq!(problems_of("crates/raft-sim/src/part.rs", refuses), [""; 0]);
    let writes = "fn serialize_f32(self, value: f32) -> R { self.write(value) }\n";
    assert_eq!(problems_of("crates/raft-sim/src/part.rs", writes).len(), 1);
}

#[test]
fn tests_may_use_forbidden_paths() {
    let inline = "fn f() {}\n#[cfg(test)]\nmod tests {\n    use std::collections::HashMap;\n}\n";
    assert_eq!(problems_of("crates/raft-core/src/part.rs", inline), [""; 0]);
    let own_file = "use std::collections::HashMap;\n";
    assert_eq!(problems_of("crates/raft-core/src/part/tests.rs", own_file), [""; 0]);
    assert_eq!(problems_of("crates/raft-core/tests/all.rs", own_file), [""; 0]);
    assert_eq!(problems_of("crates/raft-core/src/part.rs", own_file).len(), 2);
}

#[test]
fn a_crate_without_root_docs_fails() {
    let problems = problems_of("crates/raft-sim/src/lib.rs", "pub fn f() {}\n");
    assert!(problems[0].contains("opens without `//!` docs"), "{problems:?}");
}

#[test]
fn a_core_without_no_std_fails() {
    let problems = problems_of("crates/raft-core/src/lib.rs", DOCS);
    assert!(problems[0].contains("#![no_std]"), "{problems:?}");
    assert_eq!(problems_of("crates/raft-sim/src/lib.rs", DOCS), [""; 0]);
}

#[test]
fn a_long_file_fails_unless_it_holds_tests_or_data() {
    let text = "fn f() {}\n".repeat(MOST_LINES + 1);
    let problems = problems_of("web/src/part.rs", &text);
    assert!(problems[0].starts_with("web/src/part.rs:1: 501 lines"), "{problems:?}");
    for exempt in ["web/src/part/tests.rs", "web/src/part_tests.rs", "web/src/data/part.rs"] {
        assert_eq!(problems_of(exempt, &text), [""; 0], "{exempt}");
    }
    let text = "fn f() {}\n".repeat(MOST_LINES);
    assert_eq!(problems_of("web/src/part.rs", &text), [""; 0]);
}

#[test]
fn a_long_line_fails_counted_in_characters() {
    let line = |columns: usize| format!("// {}\n", "é".repeat(columns - 3));
    assert_eq!(problems_of("web/src/part.rs", &line(100)), [""; 0]);
    assert_eq!(problems_of("web/src/part.rs", &line(101)).len(), 1);
}

#[test]
fn todo_markers_fail_even_in_tests() {
    for code in UNFINISHED_CODE {
        let problems = problems_of("web/tests/part.rs", &format!("{code}()]\n"));
        assert_eq!(problems.len(), 1, "{code}");
    }
    for text in UNFINISHED_TEXT {
        let problems = problems_of("web/tests/part.rs", &format!("\n// {text}: later\n"));
        assert!(problems[0].starts_with("web/tests/part.rs:2: "), "{problems:?}");
    }
}
