//! The permitted dependencies between crates: "What must never be" of ARCHITECTURE.md, as one
//! table.

use std::collections::{BTreeSet, VecDeque};

use crate::metadata::{Member, Metadata};

use super::{Problem, Source};

/// The permitted dependencies of a crate.
struct Rule {
    name: &'static str,
    /// The workspace crates that it may use, also in tests. No rule lists a crate at the end of the
    /// graph.
    may_use: &'static [&'static str],
    /// The only external crates that it may use outside of tests; `None` allows all.
    only_external: Option<&'static [&'static str]>,
    /// The packages that it must not link, directly or indirectly, outside of tests.
    never_links: &'static [&'static [&'static str]],
}

/// Clocks, entropy and I/O would make a run differ from its replay.
const AMBIENT: &[&str] =
    &["chrono", "fastrand", "getrandom", "instant", "log", "rand", "time", "tracing", "web-time"];
/// Packages for browsers only.
const BROWSER: &[&str] = &["gloo", "js-sys", "wasm-bindgen", "web-sys", "yew"];
/// Packages that draw a page, which a crate for JavaScript must not link either.
const PAGE: &[&str] = &["gloo", "web-sys", "yew"];

/// No crate of the workspace, and any package.
const PLAIN: Rule = Rule { name: "", may_use: &[], only_external: None, never_links: &[] };
/// Packages that make a run differ from its replay, or that need a browser.
const IMPURE: &[&[&str]] = &[AMBIENT, BROWSER];

const RULES: &[Rule] = &[
    Rule { name: "raft-core", only_external: Some(&["serde"]), never_links: IMPURE, ..PLAIN },
    Rule { name: "raft-sim", may_use: &["raft-core"], never_links: IMPURE, ..PLAIN },
    Rule { name: "raft-playground", may_use: &["raft-sim"], never_links: IMPURE, ..PLAIN },
    Rule { name: "raft-search", may_use: &["raft-sim"], never_links: IMPURE, ..PLAIN },
    Rule { name: "raft-lab", may_use: &["raft-sim", "raft-search"], never_links: &[PAGE], ..PLAIN },
    Rule { name: "raft-js", may_use: &["raft-sim", "raft-search"], never_links: &[PAGE], ..PLAIN },
    Rule { name: "web", may_use: &["raft-playground"], ..PLAIN },
    Rule { name: "xtask", may_use: &["raft-sim", "raft-playground"], ..PLAIN },
    Rule { name: "tests", may_use: &["raft-core", "raft-sim", "raft-playground"], ..PLAIN },
];

pub(super) fn check(metadata: &Metadata, manifests: &[Source]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for member in &metadata.members {
        let path = &member.folder.join("Cargo.toml");
        let text = manifests.iter().find(|source| source.path == *path);
        let text = text.map_or("", |source| source.text.as_str());
        let problem = |key: &str, message| Problem::new(path, line_of(text, key), message);
        if let Some(rule) = RULES.iter().find(|rule| rule.name == member.name) {
            let found = named(rule, member, metadata).chain(linked(rule, member, metadata));
            problems.extend(found.map(|(key, message)| problem(key, message)));
        } else {
            let name = &member.name;
            let message = format!("`{name}` has no row in tidy's table of dependencies: add one");
            problems.push(problem("name", message));
        }
    }
    problems
}

/// The forbidden dependencies in the manifest itself, each with its message.
fn named<'a>(
    rule: &'a Rule,
    member: &'a Member,
    metadata: &'a Metadata,
) -> impl Iterator<Item = (&'a str, String)> {
    member.dependencies.iter().filter_map(|dependency| {
        let name = dependency.name.as_str();
        let message = if metadata.member(name).is_some() {
            let allowed = match rule.may_use {
                [] => "no crate of the workspace".to_owned(),
                crates if crates.contains(&name) => return None,
                crates => crates.join(" and "),
            };
            format!("`{}` must not import `{name}`: it may use {allowed}", rule.name)
        } else {
            let allowed = rule.only_external.filter(|_| !dependency.is_for_tests)?;
            if allowed.contains(&name) {
                return None;
            }
            let allowed = allowed.join(", ");
            format!("`{}` may use only {allowed} from crates.io, not `{name}`", rule.name)
        };
        Some((name, message))
    })
}

/// The direct dependencies that link a forbidden package, each with its message. The search is
/// breadth-first, so that the shortest path is reported.
fn linked<'a>(rule: &Rule, member: &'a Member, metadata: &'a Metadata) -> Vec<(&'a str, String)> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::from([member.id.as_str()]);
    let mut queue = VecDeque::from([(member.id.as_str(), Vec::<&str>::new())]);
    while let Some((id, path)) = queue.pop_front() {
        let Some(package) = metadata.graph.get(id) else { continue };
        let name = package.name.as_str();
        let path = [path.as_slice(), &[name]].concat();
        if rule.never_links.iter().any(|list| list.contains(&name)) {
            let message = format!("`{}` must not link this: {}", rule.name, path.join(" -> "));
            found.push((path.get(1).copied().unwrap_or_default(), message));
            continue;
        }
        for next in &package.with {
            if seen.insert(next) {
                queue.push_back((next, path.clone()));
            }
        }
    }
    found
}

/// The line of a manifest that sets this key; the first line if none does.
fn line_of(manifest: &str, key: &str) -> usize {
    let sets = |line: &str| {
        let rest = line.trim_start().strip_prefix(key);
        rest.is_some_and(|rest| rest.starts_with([' ', '.', '=']))
    };
    manifest.lines().position(sets).map_or(1, |at| at + 1)
}

#[cfg(test)]
mod tests {
    use crate::metadata::{Dependency, Linked};

    use super::*;

    /// The problems of a workspace of the known crates in which `of` also has this dependency.
    fn problems_of(of: &str, depends_on: &str, is_for_tests: bool) -> Vec<String> {
        let mut metadata = Metadata::default();
        for rule in RULES {
            metadata.members.push(member(rule.name));
        }
        let subject = metadata.members.iter_mut().find(|member| member.name == of).unwrap();
        subject.dependencies.push(Dependency { name: depends_on.to_owned(), is_for_tests });
        check(&metadata, &[manifest(depends_on)]).iter().map(ToString::to_string).collect()
    }

    fn member(name: &str) -> Member {
        Member { id: name.to_owned(), name: name.to_owned(), ..Member::default() }
    }

    fn manifest(depends_on: &str) -> Source {
        let text = format!("[package]\n\n[dependencies]\n{depends_on}.workspace = true\n");
        Source { path: "Cargo.toml".into(), text }
    }

    #[test]
    fn allowed_dependencies_pass() {
        for (of, depends_on) in [
            ("raft-sim", "raft-core"),
            ("raft-playground", "raft-sim"),
            ("web", "raft-playground"),
            ("raft-search", "raft-sim"),
            ("raft-lab", "raft-sim"),
            ("raft-lab", "raft-search"),
            ("raft-js", "raft-sim"),
            ("raft-js", "raft-search"),
            ("tests", "raft-sim"),
            ("raft-core", "serde"),
        ] {
            assert_eq!(problems_of(of, depends_on, false), [""; 0], "{of} -> {depends_on}");
        }
    }

    #[test]
    fn forbidden_dependencies_fail_with_their_line() {
        for (of, depends_on) in [
            ("raft-core", "raft-sim"),
            ("raft-sim", "raft-playground"),
            ("raft-playground", "raft-core"),
            ("web", "raft-core"),
            ("web", "raft-sim"),
            ("raft-sim", "raft-search"),
            ("raft-search", "raft-core"),
            ("raft-search", "raft-playground"),
            ("raft-js", "raft-core"),
            ("raft-lab", "raft-core"),
            ("raft-lab", "raft-js"),
            ("raft-lab", "raft-playground"),
            ("raft-js", "raft-lab"),
            ("raft-js", "web"),
            ("xtask", "raft-search"),
        ] {
            let problems = problems_of(of, depends_on, false);
            assert_eq!(problems.len(), 1, "{of} -> {depends_on}: {problems:?}");
            assert!(problems[0].starts_with("Cargo.toml:4: "), "{problems:?}");
            assert!(problems[0].contains("must not import"), "{problems:?}");
        }
    }

    #[test]
    fn a_leaf_crate_may_not_be_imported_even_by_tests() {
        for leaf in ["raft-lab", "raft-js", "web", "xtask", "tests"] {
            for rule in RULES.iter().filter(|rule| rule.name != leaf) {
                assert_eq!(problems_of(rule.name, leaf, true).len(), 1, "{} -> {leaf}", rule.name);
            }
        }
    }

    #[test]
    fn the_core_has_only_the_listed_external_dependencies() {
        let problems = problems_of("raft-core", "rand_core", false);
        assert!(problems[0].contains("may use only serde from crates.io, not `rand_core`"));
        assert_eq!(problems_of("raft-core", "proptest", true), [""; 0]);
    }

    #[test]
    fn a_crate_missing_from_the_table_fails() {
        let metadata = Metadata { members: vec![member("raft-extra")], ..Metadata::default() };
        let problems = check(&metadata, &[]);
        assert!(problems[0].message.contains("`raft-extra` has no row"), "{problems:?}");
    }

    #[test]
    fn a_forbidden_transitive_dependency_is_found() {
        for (of, culprit) in [
            ("raft-core", "log"),
            ("raft-sim", "getrandom"),
            ("raft-playground", "web-sys"),
            ("raft-search", "time"),
            ("raft-js", "yew"),
        ] {
            let mut metadata = Metadata { members: vec![member(of)], ..Metadata::default() };
            for (name, with) in [(of, "between"), ("between", culprit), (culprit, "")] {
                let with = vec![with.to_owned()];
                metadata.graph.insert(name.to_owned(), Linked { name: name.to_owned(), with });
            }
            let problems = check(&metadata, &[manifest("between")]);
            assert_eq!(problems.len(), 1, "{of}");
            assert_eq!(problems[0].line, 4);
            assert!(problems[0].message.contains(&format!("{of} -> between -> {culprit}")));
        }
    }
}
