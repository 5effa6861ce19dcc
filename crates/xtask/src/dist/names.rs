//! Short names for what the page's program and its script call each other by: wasm-bindgen's names
//! are long, and their digests do not compress. 5 KB gzipped.

use std::collections::{BTreeMap, BTreeSet};

/// How the names begin that wasm-bindgen makes up. Nobody else knows them.
const MADE_UP: [&str; 2] = ["__wb", "wasm_bindgen__"];

/// Gives the made-up names that the program's text imports and exports shorter ones, in the text
/// and in the script.
pub(super) fn shorten(program: &str, script: &str) -> (String, String) {
    let forms = program.lines().filter_map(|line| line.trim_start().strip_prefix('('));
    let interface = forms.filter(|form| form.starts_with("import ") || form.starts_with("export "));
    let quoted: BTreeSet<&str> = interface.flat_map(|form| form.split('"')).collect();
    let is_made_up = |name: &&&str| MADE_UP.iter().any(|lead| name.starts_with(lead));
    let long = quoted.iter().filter(is_made_up).copied();
    let free = (0..).map(short).filter(|name| !quoted.contains(name.as_str()));
    let names: BTreeMap<&str, String> = long.zip(free).collect();
    (replace(program, &names), replace(script, &names))
}

/// The names `a` to `z`, `ab` to `zb`, and so on.
fn short(mut number: usize) -> String {
    let letter = |place: usize| char::from(b"abcdefghijklmnopqrstuvwxyz"[place % 26]);
    let mut name = String::from(letter(number));
    while number >= 26 {
        number /= 26;
        name.push(letter(number));
    }
    name
}

/// Replaces words that are names.
fn replace(text: &str, names: &BTreeMap<&str, String>) -> String {
    let is_of_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    let mut replaced = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let (name, after) =
            rest.split_at(rest.find(|letter| !is_of_name(letter)).unwrap_or(rest.len()));
        replaced.push_str(names.get(name).map_or(name, String::as_str));
        let (between, next) = after.split_at(after.find(is_of_name).unwrap_or(after.len()));
        replaced.push_str(between);
        rest = next;
    }
    replaced
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_sides_call_each_other_by_the_same_short_names() {
        let program = r#"(module
 (import "./web_bg.js" "__wbg_say_0123456789abcdef" (func $say))
 (export "a" (func $a))
 (export "memory" (memory $0))
 (export "__wbindgen_free" (func $__wbindgen_free))
)"#;
        let script = "x={__wbg_say_0123456789abcdef:()=>0};y.__wbindgen_free(y.memory,y.a)";
        let (program, script) = shorten(program, script);
        assert!(program.contains(r#""./web_bg.js" "b" (func $say)"#), "{program}");
        assert!(program.contains(r#"(export "c" "#), "{program}");
        assert!(program.contains(r#"(export "a" "#) && program.contains(r#"(export "memory" "#));
        assert_eq!(script, "x={b:()=>0};y.c(y.memory,y.a)");
    }

    #[test]
    fn no_two_short_names_are_the_same() {
        let names: BTreeSet<String> = (0..1000).map(short).collect();
        assert_eq!(names.len(), 1000);
    }
}
