//! The metadata of the workspace from cargo: its crates, their targets and their dependencies.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use cargo_metadata::{DependencyKind, MetadataCommand, Package, TargetKind};

use crate::workspace::{Workspace, output};

/// The workspace's crates, and the graph of all packages that they link.
#[derive(Debug, Default)]
pub(crate) struct Metadata {
    pub(crate) members: Vec<Member>,
    /// The packages that each package links, by cargo's package id; without build scripts and
    /// tests.
    pub(crate) graph: BTreeMap<String, Linked>,
}

/// A crate of the workspace.
#[derive(Clone, Debug, Default)]
pub(crate) struct Member {
    pub(crate) id: String,
    pub(crate) name: String,
    /// The crate's folder, relative to the root.
    pub(crate) folder: PathBuf,
    /// The packages in its manifest, for any purpose.
    pub(crate) dependencies: Vec<Dependency>,
    /// The root files of its library and programs, relative to the root.
    pub(crate) entry_files: Vec<PathBuf>,
}

/// One dependency in a crate's manifest.
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

/// A package that something here is built with, on any system.
#[derive(Debug)]
pub(crate) struct Licensed {
    pub(crate) name: String,
    /// The expression in its manifest; empty if it has none.
    pub(crate) licence: String,
    /// Where cargo gets it from; `None` for a crate of the workspace.
    pub(crate) source: Option<String>,
}

/// All packages of the lock file. Packages for other systems may have to be downloaded first.
pub(crate) fn licensed(workspace: &Workspace) -> Result<Vec<Licensed>> {
    let mut cargo = workspace.cargo();
    cargo.args(["metadata", "--format-version", "1"]);
    let metadata = MetadataCommand::parse(output(&mut cargo)?)
        .context("reading the output of `cargo metadata`")?;
    let licensed = metadata.packages.into_iter().map(|package| Licensed {
        name: package.name.to_string(),
        licence: package.license.unwrap_or_default(),
        source: package.source.map(|source| source.repr),
    });
    Ok(licensed.collect())
}

impl Metadata {
    /// Runs `cargo metadata` for the page's target: dependencies for other systems do not matter
    /// here.
    pub(crate) fn of(workspace: &Workspace) -> Result<Self> {
        let mut cargo = workspace.cargo();
        cargo.args(["metadata", "--format-version", "1"]);
        cargo.args(["--filter-platform", "wasm32-unknown-unknown"]);
        let metadata = MetadataCommand::parse(output(&mut cargo)?)
            .context("reading the output of `cargo metadata`")?;
        Self::new(&metadata, workspace.root())
    }

    fn new(metadata: &cargo_metadata::Metadata, root: &Path) -> Result<Self> {
        let resolve = metadata.resolve.as_ref().context("`cargo metadata` returned no graph")?;
        let linked = resolve.nodes.iter().map(|node| {
            let is_linked = |dependency: &&cargo_metadata::NodeDep| {
                dependency.dep_kinds.iter().any(|info| info.kind == DependencyKind::Normal)
            };
            let with = node.deps.iter().filter(is_linked).map(|dependency| &dependency.pkg.repr);
            let name = metadata[&node.id].name.to_string();
            (node.id.repr.clone(), Linked { name, with: with.cloned().collect() })
        });
        let members = metadata.workspace_packages().into_iter();
        let members = members.map(|package| member(package, root));
        Ok(Self { graph: linked.collect(), members: members.collect::<Result<_>>()? })
    }

    pub(crate) fn member(&self, name: &str) -> Option<&Member> {
        self.members.iter().find(|member| member.name == name)
    }
}

fn member(package: &Package, root: &Path) -> Result<Member> {
    let relative = |path: &Path| -> Result<PathBuf> {
        let inside = path.strip_prefix(root).context("a crate lies outside the workspace")?;
        Ok(inside.to_path_buf())
    };
    let dependencies = package.dependencies.iter().map(|dependency| Dependency {
        name: dependency.name.clone(),
        is_for_tests: dependency.kind == DependencyKind::Development,
    });
    let is_entry = |kind: &TargetKind| {
        matches!(kind, TargetKind::Lib | TargetKind::RLib | TargetKind::CDyLib | TargetKind::Bin)
    };
    let entries = package.targets.iter().filter(|target| target.kind.iter().any(is_entry));
    let entries = entries.map(|target| relative(target.src_path.as_std_path()));
    let manifest = relative(package.manifest_path.as_std_path())?;
    Ok(Member {
        id: package.id.repr.clone(),
        name: package.name.to_string(),
        folder: manifest.parent().map(Path::to_path_buf).unwrap_or_default(),
        dependencies: dependencies.collect(),
        entry_files: entries.collect::<Result<_>>()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dependency_graph_excludes_dev_dependencies() {
        let metadata = Metadata::of(&Workspace::find().unwrap()).unwrap();
        let core = metadata.member("raft-core").unwrap();
        assert_eq!(core.folder, Path::new("crates/raft-core"));
        assert_eq!(core.entry_files, [Path::new("crates/raft-core/src/lib.rs")]);
        let proptest = core.dependencies.iter().find(|dependency| dependency.name == "proptest");
        assert!(proptest.unwrap().is_for_tests);
        let linked_with = |name| {
            let with = &metadata.graph[&metadata.member(name).unwrap().id].with;
            with.iter().map(|id| &*metadata.graph[id].name).collect::<Vec<_>>()
        };
        assert!(!linked_with("raft-core").contains(&"proptest"));
        assert!(linked_with("raft-sim").contains(&"raft-core"));
    }
}
