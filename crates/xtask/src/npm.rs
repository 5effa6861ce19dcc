//! `npm`: builds the package for JavaScript and prints its size.
//!
//! wasm-bindgen writes `bindings.js` and its types. `crates/raft-js/package` contains the rest: the
//! entries, and the interface around the bindings.

mod element;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::complete::NPM_TOOLS;
use crate::weight::{BYTES_PER_KB, gzipped, kilobytes};
use crate::workspace::{Workspace, output, run as run_command};
use crate::{js_program, tools};

/// The sources of the package, beside its manifest.
const SOURCES: &str = "crates/raft-js/package";
const LICENSES: [&str; 2] = ["LICENSE-MIT", "LICENSE-APACHE"];

const PROGRAM: &str = "raft_playground.wasm";
/// The program inside a module, for the entry `inline`.
const INLINE_PROGRAM: &str = "inline_wasm.js";

/// The entries, each with the files that an application loads for it.
const ENTRIES: [(&str, [&str; 5]); 2] = [
    ("raft-playground", ["index.js", "api.js", "init.js", "bindings.js", PROGRAM]),
    ("raft-playground/inline", ["inline.js", "api.js", "init.js", "bindings.js", INLINE_PROGRAM]),
];

/// The compressed size limit for what an application loads for one entry. The simulator with its
/// scripts takes 140 KB of it, reading and writing values 35 KB, and searching and grading 35 KB.
const BUDGET_GZIPPED_KB: usize = 225;

pub(crate) fn run(workspace: &Workspace) -> Result<()> {
    tools::ensure(workspace, &NPM_TOOLS)?;
    let out = workspace.root().join("target/npm");
    let folder = out.join("package");
    if folder.exists() {
        fs::remove_dir_all(&folder).context("removing the last package")?;
    }
    fs::create_dir_all(&folder).context("creating a folder for the package")?;
    copy_sources(workspace, &folder)?;
    bind(workspace, &out, &folder)?;
    element::add(workspace, &folder)?;
    minify(workspace, &folder)?;
    let manifest = manifest(workspace, &folder)?;
    fs::write(folder.join("package.json"), manifest).context("writing the manifest")?;
    let tarball = pack(workspace, &out, &folder)?;
    weigh(&folder, &tarball)
}

/// Copies the sources and the licences.
fn copy_sources(workspace: &Workspace, folder: &Path) -> Result<()> {
    let copy = |from: PathBuf, to: &str| {
        fs::copy(&from, folder.join(to)).with_context(|| format!("copying {}", from.display()))
    };
    let sources = workspace.root().join(SOURCES);
    for entry in fs::read_dir(&sources).context("listing the sources of the package")? {
        let path = entry.context("listing the sources of the package")?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        copy(path, &name)?;
    }
    for license in LICENSES {
        copy(workspace.root().join(license), license)?;
    }
    Ok(())
}

/// Writes the program, its bindings and their types.
fn bind(workspace: &Workspace, out: &Path, folder: &Path) -> Result<()> {
    let built = out.join("raft_js.wasm");
    fs::write(&built, js_program::compile(workspace)?).context("writing the program")?;
    let mut wasm_bindgen = workspace.command("wasm-bindgen");
    // The entries say where the program is.
    wasm_bindgen.args(["--target", "web", "--omit-default-module-path", "--out-name", "bindings"]);
    run_command(wasm_bindgen.arg("--out-dir").arg(folder).arg(&built))?;
    let bound = folder.join("bindings_bg.wasm");
    js_program::optimize(workspace, &bound, &folder.join(PROGRAM))?;
    for file in [&built, &bound, &folder.join("bindings_bg.wasm.d.ts")] {
        fs::remove_file(file).with_context(|| format!("removing {}", file.display()))?;
    }
    let types = folder.join("bindings.d.ts");
    let declared = fs::read_to_string(&types).context("reading the types")?;
    fs::write(&types, without_internals(&declared)?).context("writing the types")?;
    let program = fs::read(folder.join(PROGRAM)).context("reading the program")?;
    let compressed = STANDARD.encode(gzipped(&program)?);
    let module = format!("export const COMPRESSED =\n  \"{compressed}\";\n");
    fs::write(folder.join(INLINE_PROGRAM), module).context("writing the program as a module")
}

/// Minifies the modules that are not written to be read in the package.
fn minify(workspace: &Workspace, folder: &Path) -> Result<()> {
    for module in ["bindings.js", element::MODULE].map(|name| folder.join(name)) {
        if module.is_file() {
            let mut esbuild = workspace.command("esbuild");
            esbuild.args(["--minify", "--format=esm", "--log-level=warning", "--allow-overwrite"]);
            run_command(esbuild.arg(&module).arg(format!("--outfile={}", module.display())))?;
        }
    }
    Ok(())
}

/// The types without those of wasm-bindgen's own start, which `init` replaces.
fn without_internals(types: &str) -> Result<&str> {
    let (own, _) = types.split_once("export type InitInput").context("the types have no start")?;
    Ok(own)
}

/// The manifest with the version of the workspace, and with the custom element if there is one.
fn manifest(workspace: &Workspace, folder: &Path) -> Result<String> {
    let template = fs::read_to_string(folder.join("package.json")).context("reading a manifest")?;
    let cargo = fs::read_to_string(workspace.root().join("Cargo.toml")).context("Cargo.toml")?;
    let version = cargo.lines().find_map(|line| line.strip_prefix("version = \""));
    let version = version.and_then(|line| line.strip_suffix('"'));
    let mut text = template.replace("VERSION", version.context("Cargo.toml has no version")?);
    if folder.join(element::MODULE).is_file() {
        text = element::in_manifest(&text)?;
    }
    Ok(text)
}

/// Runs `npm pack` and returns the archive.
fn pack(workspace: &Workspace, out: &Path, folder: &Path) -> Result<PathBuf> {
    let mut npm = workspace.command("npm");
    npm.args(["pack", "--silent", "--pack-destination"]).arg(out).current_dir(folder);
    let name = output(&mut npm)?;
    Ok(out.join(name.trim()))
}

fn weigh(folder: &Path, tarball: &Path) -> Result<()> {
    let mut heaviest = 0;
    for (entry, files) in ENTRIES {
        println!("\n{:>12} {:>12}  loaded for {entry}", "raw", "gzipped");
        let (mut raw, mut compressed) = (0, 0);
        for name in files {
            let content = fs::read(folder.join(name)).with_context(|| format!("reading {name}"))?;
            let gzipped = gzipped(&content)?.len();
            println!("{:>12} {:>12}  {name}", kilobytes(content.len()), kilobytes(gzipped));
            raw += content.len();
            compressed += gzipped;
        }
        println!("{:>12} {:>12}  total", kilobytes(raw), kilobytes(compressed));
        heaviest = heaviest.max(compressed);
    }
    let size = fs::metadata(tarball).context("the archive")?.len();
    let size = kilobytes(usize::try_from(size)?);
    println!("\nWrote {} ({size}, with the program for each entry).", tarball.display());
    ensure!(
        heaviest <= BUDGET_GZIPPED_KB * BYTES_PER_KB,
        "an application loads {} gzipped, over the budget of {BUDGET_GZIPPED_KB} KB",
        kilobytes(heaviest)
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_types_end_before_those_of_wasm_bindgen() {
        let types = "export class A {}\n\nexport type InitInput = 1;\n";
        assert_eq!(without_internals(types).unwrap(), "export class A {}\n\n");
        assert!(without_internals("export class A {}").is_err());
    }
}
