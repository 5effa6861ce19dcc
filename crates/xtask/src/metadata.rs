//! What cargo knows about the workspace: its crates, their targets, and what they depend on.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::workspace::{Workspace, output};

/// The workspace's crates, and the graph of everything they are linked with.
#[derive(Debug, Default)]
pub(crate) struct Metadata {
    pub(crate) members: Vec<Member>,
    /// By cargo's id, every package with the packages it is linked with (build scripts and tests
    /// apart).
    pub(crate) graph: BTreeMap<String, Linked>,
}

/// A crate of the workspace.
#[derive(Clone, Debug, Default)]
pub(crate) struct Member {
    pub(crate) id: String,
    pub(crate) name: String,
    /// Relative to the root.
    pub(crate) folder: PathBuf,
    /// The names of the packages it asks for, for any purpose.
    pub(crate) dependencies: Vec<Dependency>,
    pub(crate) features: Vec<String>,
    /// The files where its library and programs begin, relative to the root.
    pub(crate) entry_files: Vec<PathBuf>,
}

/// One line of a crate's manifest.
#[derive(Clone, Debug)]
pub(crate) struct Dependency {
    pub(crate) name: String,
    /// Whether only tests use it.
    pub(crate) is_for_tests: bool,
}

/// A node of the graph.
#[derive(Debug, Default)]
pub(crate) struct Linked {
    pub(crate) name: String,
    pub(crate) with: Vec<String>,
}

impl Metadata {
    /// Asks cargo, as for the page: what other systems need besides is of no concern here.
    pub(crate) fn of(workspace: &Workspace) -> Result<Self> {
        let mut cargo = workspace.cargo();
        cargo.args(["metadata", "--format-version", "1"]);
        cargo.args(["--filter-platform", "wasm32-unknown-unknown"]);
        let json: Value = serde_json::from_str(&output(&mut cargo)?)
            .context("reading what `cargo metadata` printed")?;
        Self::parse(&json, workspace.root())
    }

    fn parse(json: &Value, root: &Path) -> Result<Self> {
        let mut metadata = Self::default();
        let member_ids = list(json, "workspace_members")?;
        for package in list(json, "packages")? {
            let id = text(package, "id")?;
            metadata
                .graph
                .insert(id.clone(), Linked { name: text(package, "name")?, with: Vec::new() });
            if member_ids.iter().any(|member| member.as_str() == Some(&id)) {
                metadata.members.push(member(package, root)?);
            }
        }
        for node in list(&json["resolve"], "nodes")? {
            let with = linked(node)?;
            metadata
                .graph
                .get_mut(&text(node, "id")?)
                .context("the graph names a package that is not listed")?
                .with = with;
        }
        Ok(metadata)
    }

    pub(crate) fn member(&self, name: &str) -> Option<&Member> {
        self.members.iter().find(|member| member.name == name)
    }
}

fn member(package: &Value, root: &Path) -> Result<Member> {
    let relative = |path: String| -> Result<PathBuf> {
        let path = PathBuf::from(path);
        let inside = path.strip_prefix(root).context("a crate lies outside the workspace")?;
        Ok(inside.to_path_buf())
    };
    let mut member = Member {
        id: text(package, "id")?,
        name: text(package, "name")?,
        folder: relative(text(package, "manifest_path")?)?
            .parent()
            .map(Path::to_path_buf)
            .unwrap_or_default(),
        features: package["features"]
            .as_object()
            .map(|features| features.keys().cloned().collect())
            .unwrap_or_default(),
        ..Member::default()
    };
    for dependency in list(package, "dependencies")? {
        member.dependencies.push(Dependency {
            name: text(dependency, "name")?,
            is_for_tests: dependency["kind"].as_str() == Some("dev"),
        });
    }
    for target in list(package, "targets")? {
        let is_entry = list(target, "kind")?
            .iter()
            .any(|kind| matches!(kind.as_str(), Some("lib" | "rlib" | "cdylib" | "bin")));
        if is_entry {
            member.entry_files.push(relative(text(target, "src_path")?)?);
        }
    }
    Ok(member)
}

fn linked(node: &Value) -> Result<Vec<String>> {
    let mut with = Vec::new();
    for dependency in list(node, "deps")? {
        // A kind of `null` is an ordinary dependency; the others are named "dev" and "build".
        if list(dependency, "dep_kinds")?.iter().any(|kind| kind["kind"].is_null()) {
            with.push(text(dependency, "pkg")?);
        }
    }
    Ok(with)
}

fn list<'json>(json: &'json Value, key: &str) -> Result<&'json [Value]> {
    let list = json[key].as_array();
    list.map(Vec::as_slice).with_context(|| format!("`cargo metadata` gave no list `{key}`"))
}

fn text(json: &Value, key: &str) -> Result<String> {
    let text = json[key].as_str();
    text.map(str::to_owned).with_context(|| format!("`cargo metadata` gave no text `{key}`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_member_keeps_its_manifest_and_the_graph_leaves_tests_out() {
        let json = serde_json::json!({
            "workspace_members": ["core"],
            "packages": [
                {
                    "id": "core", "name": "raft-core", "manifest_path": "/r/crates/core/Cargo.toml",
                    "features": {"serde": []},
                    "dependencies": [
                        {"name": "serde", "kind": null},
                        {"name": "proptest", "kind": "dev"},
                    ],
                    "targets": [
                        {"kind": ["lib"], "src_path": "/r/crates/core/src/lib.rs"},
                        {"kind": ["test"], "src_path": "/r/crates/core/tests/all.rs"},
                    ],
                },
                {"id": "s", "name": "serde"},
                {"id": "p", "name": "proptest"},
            ],
            "resolve": {"nodes": [{"id": "core", "deps": [
                {"pkg": "s", "dep_kinds": [{"kind": null}]},
                {"pkg": "p", "dep_kinds": [{"kind": "dev"}]},
            ]}]},
        });
        let metadata = Metadata::parse(&json, Path::new("/r")).unwrap();
        let core = metadata.member("raft-core").unwrap();
        assert_eq!(core.folder, Path::new("crates/core"));
        assert_eq!(core.entry_files, [Path::new("crates/core/src/lib.rs")]);
        assert_eq!(core.features, ["serde"]);
        assert_eq!(core.dependencies.len(), 2);
        assert!(core.dependencies[1].is_for_tests);
        assert_eq!(metadata.graph["core"].with, ["s"]);
    }
}
