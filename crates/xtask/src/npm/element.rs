//! The custom element, which the page has beside its own files, as an entry of the package.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::workspace::{Workspace, output, run as run_command};

/// The module that defines the element.
const SOURCE: &str = "web/placeholder/embedding/embed.js";
pub(super) const MODULE: &str = "element.js";

/// How the module finds the page: beside itself.
const PAGE_BESIDE: &str = r#"new URL("./", import.meta.url).href"#;
/// In a package there is no page, and a bundler would look for it. The attribute `page` names it;
/// otherwise it lies beside the application.
const PAGE_OF_APPLICATION: &str = r#""./""#;

/// How TypeScript emits the types of a module.
const EMIT_TYPES: [&str; 13] = [
    "--allowJs",
    "--declaration",
    "--emitDeclarationOnly",
    "--strict",
    "--target",
    "es2022",
    "--module",
    "esnext",
    "--lib",
    "es2022,dom",
    "--types",
    "",
    "--outDir",
];
const TAG_TYPES: &str = "declare global {
  interface HTMLElementTagNameMap {
    \"raft-playground\": RaftPlayground;
  }
}
";

/// Writes the module and its types, if the page has the element.
pub(super) fn add(workspace: &Workspace, folder: &Path) -> Result<()> {
    let source = workspace.root().join(SOURCE);
    if !source.is_file() {
        return Ok(());
    }
    let mut esbuild = workspace.command("esbuild");
    esbuild.args(["--bundle", "--format=esm", "--log-level=warning"]).arg(&source);
    let text = output(&mut esbuild)?;
    fs::write(folder.join(MODULE), without_page(&text)?).context("writing the custom element")?;
    // The types of the module that it imports are not part of the interface.
    let emitted = workspace.root().join("target/npm/element-types");
    run_command(workspace.command("tsc").args(EMIT_TYPES).arg(&emitted).arg(&source))?;
    let types = fs::read_to_string(emitted.join("embed.d.ts"));
    let types = types.context("reading the types of the element")? + TAG_TYPES;
    fs::write(folder.join("element.d.ts"), types).context("writing the types of the element")
}

fn without_page(module: &str) -> Result<String> {
    let found = module.matches(PAGE_BESIDE).count();
    ensure!(found == 1, "{SOURCE} contains {PAGE_BESIDE} {found} times, not once");
    Ok(module.replace(PAGE_BESIDE, PAGE_OF_APPLICATION))
}

/// The manifest with the entry `element`, which defines the element when it is imported.
pub(super) fn in_manifest(manifest: &str) -> Result<String> {
    let (before, after) =
        manifest.split_once("    \"./raft_playground.wasm\"").context("no place for an entry")?;
    let entry = "    \"./element\": {\n      \"types\": \"./element.d.ts\",\n      \
                 \"default\": \"./element.js\"\n    },\n";
    let text = format!("{before}{entry}    \"./raft_playground.wasm\"{after}");
    Ok(text.replace("\"sideEffects\": false", "\"sideEffects\": [\"./element.js\"]"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_manifest_gets_an_entry_with_side_effects() {
        let template = include_str!("../../../raft-js/package/package.json");
        assert!(!template.contains("element"));
        let text = in_manifest(template).unwrap();
        let manifest: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(manifest["exports"]["./element"]["default"], "./element.js");
        assert_eq!(manifest["sideEffects"][0], "./element.js");
    }

    #[test]
    fn the_module_names_no_page_beside_itself() {
        let module = format!("const PAGE = {PAGE_BESIDE};");
        assert_eq!(without_page(&module).unwrap(), "const PAGE = \"./\";");
        assert!(without_page("const PAGE = 1;").is_err());
    }
}
