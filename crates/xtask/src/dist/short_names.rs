//! Shortens the names by which the program and its script know each other. wasm-bindgen ends most
//! of them with a hash, which does not compress.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::workspace::{Workspace, output};

/// Writes a program as text with short names for its imports and exports, and uses these names in
/// its script.
pub(super) fn shorten(
    workspace: &Workspace,
    program: &Path,
    script: &Path,
    into: &Path,
) -> Result<()> {
    let mut wasm_opt = workspace.command("wasm-opt");
    wasm_opt.args(["--minify-imports-and-exports-and-modules", "--strip-target-features"]);
    let names = output(wasm_opt.arg("--emit-text").arg(program).arg("-o").arg(into))?;
    let text = fs::read_to_string(script).context("reading the program's script")?;
    fs::write(script, renamed(&text, &names)?).context("writing the program's script")
}

/// The script with the new names. wasm-opt prints a line for each: `["module", "old", "new"]` for
/// an import, `["old", "new"]` for an export. It calls the module of all imports `a`.
fn renamed(script: &str, names: &str) -> Result<String> {
    let mut script = script.replace("\"./web_bg.js\":", "a:");
    for line in names.lines() {
        let words: Vec<&str> = line.split('"').skip(1).step_by(2).collect();
        match *words {
            // The script lists its functions by name.
            [_module, old, new] => {
                let old = format!("{old}: ");
                ensure!(script.matches(&old).count() == 1, "the script must provide {old}once");
                script = script.replace(&old, &format!("{new}: "));
            }
            [old, new] => {
                script = replace_word(&script, &format!("wasm.{old}"), &format!("wasm.{new}"));
            }
            _ => {}
        }
    }
    Ok(script)
}

/// Replaces a word, but not the beginning of a longer one.
fn replace_word(text: &str, old: &str, new: &str) -> String {
    let mut replaced = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(old) {
        let continues = after.starts_with(|next: char| next.is_ascii_alphanumeric() || next == '_');
        replaced.extend([before, if continues { old } else { new }]);
        rest = after;
    }
    replaced + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: &str = r#"{
 "imports": [
  ["./web_bg.js", "__wbg_focus_1f", "a"]
 ],
 "exports": [
  ["start", "b"],
  ["memory", "c"]
 ]
}"#;

    #[test]
    fn the_script_uses_the_names_of_the_program() {
        let script = "{ \"./web_bg.js\": import0 };\n\
            wasm.start(); wasm.start_import(wasm.memory); start();\n\
            __wbg_focus_1f: function(arg0) { arg0.focus(); },";
        let expected = "{ a: import0 };\n\
            wasm.b(); wasm.start_import(wasm.c); start();\n\
            a: function(arg0) { arg0.focus(); },";
        assert_eq!(renamed(script, NAMES).unwrap(), expected);
    }

    #[test]
    fn a_script_without_an_import_of_the_program_is_refused() {
        let error = renamed("wasm.start()", NAMES).unwrap_err();
        assert!(error.to_string().contains("__wbg_focus_1f"), "{error}");
    }
}
