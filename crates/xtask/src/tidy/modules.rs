//! Finds import cycles between modules.
//!
//! From outside, a folder counts as one module; inside it, the same rule applies again. So at each
//! level of a crate's module tree, imports between siblings must not form a cycle. Imports between
//! a module and its own children are not checked: a parent names its children, and children use
//! the parent's shared definitions.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use super::code::only_code;
use super::{Problem, Source};

/// The path of a module in its crate: `["stage", "scene"]`; the crate's root is empty.
type ModulePath = Vec<String>;

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
    let files = module_files(src, sources);
    let tree = Tree::new(&files);
    let edges = tree.sibling_edges();
    let mut problems = Vec::new();
    for (parent, edges) in &edges {
        for circle in circles(edges) {
            if is_allowed(krate, &circle) {
                continue;
            }
            let first = parent.iter().chain([circle[0]]).cloned().collect::<ModulePath>();
            let file = tree.file_of(&first).unwrap_or(src);
            problems.push(Problem::new(file, 1, describe(&circle, edges)));
        }
    }
    problems
}

fn is_allowed(krate: &str, circle: &[&String]) -> bool {
    ALLOWED.iter().any(|(name, members, _reason)| {
        *name == krate && circle.iter().all(|module| members.contains(&module.as_str()))
    })
}

/// Describes a cycle for the person who must break it: each import, and its place.
fn describe(circle: &[&String], edges: &Edges) -> String {
    let names: Vec<&str> = circle.iter().map(|name| name.as_str()).collect();
    let mut text = format!("modules import each other in a cycle: {}", names.join(", "));
    for ((from, to), place) in edges {
        if circle.contains(&from) && circle.contains(&to) {
            let _ = write!(text, "\n    {from} uses {to}: {place}");
        }
    }
    text
}

/// The imports between siblings, each with the first place where it occurs.
type Edges = BTreeMap<(String, String), String>;

struct ModuleFile<'a> {
    module: ModulePath,
    file: &'a Path,
    code: String,
}

fn module_files<'a>(src: &Path, sources: &'a [Source]) -> Vec<ModuleFile<'a>> {
    let of_crate = sources.iter().filter_map(|source| {
        let inside = source.path.strip_prefix(src).ok()?;
        let module = module_path(inside)?;
        let code = without_tests(&only_code(&source.text));
        Some(ModuleFile { module, file: &source.path, code })
    });
    of_crate.collect()
}

/// `stage/scene.rs` and `stage/scene/mod.rs` are both `stage::scene`. Tests have no path.
fn module_path(inside: &Path) -> Option<ModulePath> {
    let mut parts: Vec<String> =
        inside.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
    let name = parts.pop()?.strip_suffix(".rs")?.to_owned();
    if name == "tests" || parts.iter().any(|part| part == "tests" || part == "bin") {
        return None;
    }
    if !matches!(name.as_str(), "mod" | "lib" | "main") {
        parts.push(name);
    }
    Some(parts)
}

fn without_tests(code: &str) -> String {
    let end = super::code::tests_begin(code).unwrap_or(usize::MAX);
    code.lines().take(end).flat_map(|line| [line, "\n"]).collect()
}

struct Tree<'a> {
    files: &'a [ModuleFile<'a>],
    modules: BTreeSet<&'a [String]>,
    /// The re-exports: `(module, name)` leads to the module that defines the name.
    reexports: BTreeMap<(ModulePath, String), ModulePath>,
}

impl<'a> Tree<'a> {
    fn new(files: &'a [ModuleFile<'a>]) -> Self {
        let modules = files.iter().map(|file| file.module.as_slice()).collect();
        let mut tree = Self { files, modules, reexports: BTreeMap::new() };
        for file in files {
            for path in paths_after_use(&file.code) {
                if let Some((target, Some(name))) = tree.resolve(&file.module, &path)
                    && target != file.module
                {
                    tree.reexports.entry((file.module.clone(), name)).or_insert(target);
                }
            }
        }
        tree
    }

    fn file_of(&self, module: &[String]) -> Option<&'a Path> {
        self.files.iter().find(|file| file.module == module).map(|file| file.file)
    }

    /// Resolves a path from this module: the target module, and the first name after it; `None` if
    /// the path leads out of the crate.
    fn resolve(&self, from: &[String], path: &[String]) -> Option<(ModulePath, Option<String>)> {
        let mut at: ModulePath = match path.first()?.as_str() {
            "crate" => Vec::new(),
            "self" | "super" => from.to_vec(),
            name if self.is_module(from, name) => from.to_vec(),
            _ => return None,
        };
        let keywords = ["crate", "self", "super"];
        for (index, name) in path.iter().enumerate() {
            if name == "super" {
                at.pop();
            } else if index == 0 && keywords.contains(&name.as_str()) {
                // The first segment of the path.
            } else if self.is_module(&at, name) {
                at.push(name.clone());
            } else if let Some(real) = self.reexports.get(&(at.clone(), name.clone())) {
                return Some((real.clone(), Some(name.clone())));
            } else {
                return Some((at, Some(name.clone())));
            }
        }
        Some((at, None))
    }

    fn is_module(&self, parent: &[String], name: &str) -> bool {
        let child: ModulePath = parent.iter().cloned().chain([name.to_owned()]).collect();
        self.modules.contains(child.as_slice())
    }

    /// The imports between the children of each parent.
    fn sibling_edges(&self) -> BTreeMap<ModulePath, Edges> {
        let mut edges: BTreeMap<ModulePath, Edges> = BTreeMap::new();
        for file in self.files {
            for (line, path) in paths_with_lines(&file.code) {
                let Some((target, _)) = self.resolve(&file.module, &path) else { continue };
                let shared = common_length(&file.module, &target);
                let (Some(from), Some(to)) = (file.module.get(shared), target.get(shared)) else {
                    continue; // A module and its parent, or itself.
                };
                let place = format!("{}:{line}", file.file.display());
                let siblings = edges.entry(file.module[..shared].to_vec()).or_default();
                siblings.entry((from.clone(), to.clone())).or_insert(place);
            }
        }
        edges
    }
}

fn common_length(one: &[String], other: &[String]) -> usize {
    one.iter().zip(other).take_while(|(one, other)| one == other).count()
}

fn paths_after_use(code: &str) -> Vec<ModulePath> {
    let uses = code.split(';').filter_map(|item| {
        let at = item.rfind("use ")?;
        let before = item[..at].trim_end();
        (before.is_empty() || before.ends_with([')', '}', 'b', ']', '{'])).then(|| &item[at + 4..])
    });
    uses.flat_map(|tree| expand(tree.trim())).collect()
}

/// Every path in the code of a file, in a `use` or inside an expression, with its line.
fn paths_with_lines(code: &str) -> Vec<(usize, ModulePath)> {
    let mut found = Vec::new();
    for start in ["crate::", "super::", "self::"] {
        for (at, _) in code.match_indices(start) {
            let before = code[..at].chars().next_back();
            if before
                .is_some_and(|before| before.is_alphanumeric() || before == '_' || before == ':')
            {
                continue;
            }
            let line = code[..at].matches('\n').count() + 1;
            found.extend(expand(&code[at..]).into_iter().map(|path| (line, path)));
        }
    }
    for path in paths_after_use(code) {
        if !matches!(path[0].as_str(), "crate" | "super" | "self") {
            found.push((1, path));
        }
    }
    found
}

/// `a::{b, c::D}` becomes `a::b` and `a::c::D`.
fn expand(tree: &str) -> Vec<ModulePath> {
    let mut paths = Vec::new();
    expand_into(tree, &mut Vec::new(), &mut paths);
    paths
}

/// Parses one `use` tree, and returns the text after it.
fn expand_into<'t>(tree: &'t str, prefix: &mut ModulePath, paths: &mut Vec<ModulePath>) -> &'t str {
    let tree = tree.trim_start();
    if let Some(mut rest) = tree.strip_prefix('{') {
        loop {
            rest = expand_into(rest, prefix, paths).trim_start();
            match rest.strip_prefix(',') {
                Some(next) if !next.trim_start().starts_with('}') => rest = next,
                other => {
                    let end = other.unwrap_or(rest).trim_start();
                    return end.strip_prefix('}').unwrap_or(end);
                }
            }
        }
    }
    let length = tree.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(tree.len());
    let (name, rest) = tree.split_at(length);
    if name.is_empty() {
        paths.push(prefix.clone()); // `*`, or a turbofish
        return rest.strip_prefix('*').unwrap_or(rest);
    }
    prefix.push(name.to_owned());
    let rest = if let Some(further) = rest.strip_prefix("::") {
        expand_into(further, prefix, paths)
    } else {
        paths.push(prefix.clone());
        without_alias(rest)
    };
    prefix.pop();
    rest
}

fn without_alias(rest: &str) -> &str {
    match rest.trim_start().strip_prefix("as ") {
        Some(alias) => {
            alias.trim_start_matches(|c: char| c.is_alphanumeric() || c == '_' || c == ' ')
        }
        None => rest,
    }
}

/// The strongly connected sets of siblings.
fn circles(edges: &Edges) -> Vec<Vec<&String>> {
    let names: BTreeSet<&String> = edges.keys().flat_map(|(from, to)| [from, to]).collect();
    let reach: BTreeMap<&String, BTreeSet<&String>> =
        names.iter().map(|&name| (name, reachable(name, edges))).collect();
    let mut found: Vec<Vec<&String>> = Vec::new();
    for &name in &names {
        let circle: Vec<&String> = names
            .iter()
            .copied()
            .filter(|other| reach[name].contains(other) && reach[other].contains(name))
            .collect();
        if circle.len() > 1 && !found.contains(&circle) {
            found.push(circle);
        }
    }
    found
}

fn reachable<'a>(start: &'a String, edges: &'a Edges) -> BTreeSet<&'a String> {
    let mut seen = BTreeSet::from([start]);
    let mut open = vec![start];
    while let Some(from) = open.pop() {
        let next = edges.keys().filter(|(source, _)| source == from).map(|(_, target)| target);
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

    #[test]
    fn tests_and_comments_are_ignored() {
        let tests = "// crate::b::B\n#[cfg(test)]\nmod tests {\n    use crate::b::B;\n}\n";
        let files =
            [("lib.rs", "mod a;\nmod b;\n"), ("a.rs", tests), ("b.rs", "use crate::a::A;\n")];
        assert_eq!(problems(&files), [""; 0]);
    }

    #[test]
    fn use_trees_are_expanded() {
        let paths: Vec<String> =
            expand("a::{b, c::{D, E as F}, g::*,};").iter().map(|path| path.join("::")).collect();
        assert_eq!(paths, ["a::b", "a::c::D", "a::c::E", "a::g"]);
    }
}
