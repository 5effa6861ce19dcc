//! Finds import cycles between modules.
//!
//! From outside, a folder counts as one module; inside it, the same rule applies again. So at each
//! level of a crate's module tree, imports between siblings must not form a cycle. Imports between
//! a module and its own children are not checked: a parent names its children, and children use
//! the parent's shared definitions.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use super::imports::{Import, imports};
use super::{Problem, Source};

/// The path of a module in its crate: `["stage", "scene"]`; the crate's root is empty.
type ModulePath<'a> = Vec<&'a str>;

/// The imports between siblings, each with the first place where it occurs.
type Edges<'a> = BTreeMap<(&'a str, &'a str), String>;

/// The permitted cycles: the crate, the siblings that may form the cycle, and the reason.
const ALLOWED: &[(&str, &[&str], &str)] = &[(
    "raft-core",
    &[
        "append",
        "commit",
        "election",
        "leader",
        "node",
        "pre_vote",
        "proposal",
        "read",
        "reconfiguration",
        "replication",
        "request",
        "role",
        "snapshot",
        "term",
        "transfer",
    ],
    "`impl Node`, one file for each section of the paper",
)];

/// Finds the cycles among the modules of one crate, given its `src` folder.
pub(super) fn check(krate: &str, src: &Path, sources: &[Source]) -> Vec<Problem> {
    let tree = Tree::new(src, sources);
    let mut problems = Vec::new();
    for (parent, edges) in &tree.sibling_edges() {
        for cycle in cycles(edges) {
            if !is_allowed(krate, &cycle) {
                let first = [parent.as_slice(), &cycle[..1]].concat();
                let file = tree.files.iter().find(|file| file.module == first);
                let file = file.map_or(src, |file| file.path);
                problems.push(Problem::new(file, 1, describe(&cycle, edges)));
            }
        }
    }
    problems
}

fn is_allowed(krate: &str, cycle: &[&str]) -> bool {
    ALLOWED.iter().any(|(name, members, _reason)| {
        *name == krate && cycle.iter().all(|module| members.contains(module))
    })
}

/// Describes a cycle for the person who must break it: each import, and its place.
fn describe(cycle: &[&str], edges: &Edges) -> String {
    let mut text = format!("modules import each other in a cycle: {}", cycle.join(", "));
    for ((from, to), place) in edges {
        if cycle.contains(from) && cycle.contains(to) {
            let _ = write!(text, "\n    {from} uses {to}: {place}");
        }
    }
    text
}

struct ModuleFile<'a> {
    module: ModulePath<'a>,
    path: &'a Path,
    imports: Vec<Import<'a>>,
}

/// `stage/scene.rs` and `stage/scene/mod.rs` are both `stage::scene`. Tests and programs have no
/// path.
fn module_path(inside: &Path) -> Option<ModulePath<'_>> {
    let mut path: ModulePath = inside.iter().map(|part| part.to_str()).collect::<Option<_>>()?;
    let name = path.pop()?.strip_suffix(".rs")?;
    if !matches!(name, "mod" | "lib" | "main") {
        path.push(name);
    }
    let is_checked = !path.iter().any(|part| matches!(*part, "tests" | "bin"));
    is_checked.then_some(path)
}

struct Tree<'a> {
    files: Vec<ModuleFile<'a>>,
    /// The re-exports: a module and a name lead to the module that defines the name.
    reexports: BTreeMap<(ModulePath<'a>, &'a str), ModulePath<'a>>,
}

impl<'a> Tree<'a> {
    fn new(src: &Path, sources: &'a [Source]) -> Self {
        let files = sources.iter().filter_map(|source| {
            let module = module_path(source.path.strip_prefix(src).ok()?)?;
            Some(ModuleFile { module, path: &source.path, imports: imports(&source.text) })
        });
        let mut tree = Self { files: files.collect(), reexports: BTreeMap::new() };
        let mut reexports = BTreeMap::new();
        for file in &tree.files {
            for import in file.imports.iter().filter(|import| import.is_use) {
                if let Some((target, Some(name))) = tree.resolve(&file.module, &import.path)
                    && target != file.module
                {
                    reexports.entry((file.module.clone(), name)).or_insert(target);
                }
            }
        }
        tree.reexports = reexports;
        tree
    }

    /// Resolves a path from this module: the target module, and the first name after it; `None` if
    /// the path leads out of the crate.
    fn resolve(
        &self,
        from: &[&'a str],
        path: &[&'a str],
    ) -> Option<(ModulePath<'a>, Option<&'a str>)> {
        let mut at = from.to_vec();
        for (index, &name) in path.iter().enumerate() {
            match name {
                "crate" => at.clear(),
                "self" => {}
                "super" => _ = at.pop(),
                _ if self.is_module(&at, name) => at.push(name),
                _ if index == 0 => return None,
                _ => {
                    let defined = self.reexports.get(&(at.clone(), name));
                    return Some((defined.cloned().unwrap_or(at), Some(name)));
                }
            }
        }
        Some((at, None))
    }

    fn is_module(&self, parent: &[&str], name: &str) -> bool {
        self.files.iter().any(|file| {
            file.module.split_last().is_some_and(|(last, rest)| *last == name && rest == parent)
        })
    }

    /// The imports between the children of each parent.
    fn sibling_edges(&self) -> BTreeMap<ModulePath<'a>, Edges<'a>> {
        let mut edges: BTreeMap<ModulePath, Edges> = BTreeMap::new();
        for file in &self.files {
            for import in &file.imports {
                let Some((target, _)) = self.resolve(&file.module, &import.path) else { continue };
                let both = file.module.iter().zip(&target);
                let shared = both.take_while(|(one, other)| one == other).count();
                let (Some(&from), Some(&to)) = (file.module.get(shared), target.get(shared)) else {
                    continue; // A module and its parent, or itself.
                };
                let siblings = edges.entry(file.module[..shared].to_vec()).or_default();
                let place = || format!("{}:{}", file.path.display(), import.line);
                siblings.entry((from, to)).or_insert_with(place);
            }
        }
        edges
    }
}

/// The largest sets of siblings that all reach each other.
fn cycles<'a>(edges: &Edges<'a>) -> BTreeSet<Vec<&'a str>> {
    let reached: BTreeMap<&str, BTreeSet<&str>> =
        edges.keys().map(|(from, _)| (*from, reachable(from, edges))).collect();
    let cycle_of = |name: &&'a str| -> Vec<&'a str> {
        let returns = |other: &&&str| reached.get(**other).is_some_and(|it| it.contains(name));
        reached[name].iter().filter(returns).copied().collect()
    };
    reached.keys().map(cycle_of).filter(|cycle| cycle.len() > 1).collect()
}

/// A module and all siblings that it imports, directly or through others.
fn reachable<'a>(start: &'a str, edges: &Edges<'a>) -> BTreeSet<&'a str> {
    let mut seen = BTreeSet::from([start]);
    let mut open = vec![start];
    while let Some(from) = open.pop() {
        let next = edges.keys().filter(|(source, _)| *source == from).map(|(_, target)| *target);
        open.extend(next.filter(|target| seen.insert(target)));
    }
    seen
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(files: &[(&str, &str)]) -> Vec<String> {
        let sources: Vec<Source> = files
            .iter()
            .map(|(path, text)| Source { path: Path::new("src").join(path), text: (*text).into() })
            .collect();
        check("a-crate", Path::new("src"), &sources).into_iter().map(|it| it.to_string()).collect()
    }

    #[test]
    fn two_modules_that_import_each_other_are_found() {
        let found = problems(&[
            ("lib.rs", "mod a;\nmod b;\n"),
            ("a.rs", "use crate::b::B;\n"),
            ("b.rs", "fn f() { crate::a::g(); }\n"),
        ]);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].contains("cycle: a, b"), "{found:?}");
        assert!(found[0].contains("b uses a: src/b.rs:1"), "{found:?}");
    }

    #[test]
    fn dependencies_in_one_direction_are_accepted() {
        let files =
            [("lib.rs", "mod a;\nmod b;\n"), ("a.rs", "use crate::b::{B, C};\n"), ("b.rs", "")];
        assert_eq!(problems(&files), [""; 0]);
    }

    #[test]
    fn a_reexported_name_counts_for_its_own_module() {
        let found = problems(&[
            ("lib.rs", "mod a;\nmod b;\npub use a::A;\npub use b::{B, C};\n"),
            ("a.rs", "use crate::{C, A};\n"),
            ("b.rs", "use crate::A;\n"),
        ]);
        assert_eq!(found.len(), 1, "{found:?}");
    }

    #[test]
    fn a_folder_is_one_module_from_outside_and_is_checked_inside() {
        let found = problems(&[
            ("lib.rs", "mod room;\nmod other;\n"),
            ("room/mod.rs", "mod x;\nmod y;\npub struct Shared;\n"),
            ("room/x.rs", "use super::Shared;\nuse super::y::Y;\n"),
            ("room/y.rs", "use super::x::X;\n"),
            ("other.rs", "use crate::room::Shared;\n"),
        ]);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].starts_with("src/room/x.rs:1:"), "{found:?}");
    }
}
