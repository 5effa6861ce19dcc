//! Splitting the page's program: what opens only when asked for becomes a second file, which the
//! page loads when it first needs it.
//!
//! Exports whose names begin with `later_` and what nothing else can call or refer to move there.
//! Both files share memory, stack and table: the second one imports from the first what it calls,
//! and the first one reaches the second through the table. Nothing changes for the sources, and a
//! page that is not split works the same.
//!
//! It works on the text form, in which functions have names. The text is the one that `wasm-dis`
//! writes: one top-level form begins on each line that is indented by one space.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use anyhow::{Context, Result, ensure};

use super::constants;
use super::needs::Needs;

/// How the names of exports begin that are called later.
const LATER: &str = "later_";
/// What the first file calls the table that both share; its presence says that there is a second.
const TABLE: &str = "later";
/// What the second file calls the first.
const FIRST: &str = "first";

/// A program in two files, as text.
#[derive(Debug)]
pub(super) struct Split {
    pub(super) first: String,
    pub(super) later: String,
}

/// Whether what is exported under this name is in the first file. What the linker writes also has
/// a description of each export, which wasm-bindgen reads and takes away.
pub(super) fn is_at_once(export: &str) -> bool {
    !export.trim_start_matches("__wbindgen_describe_").starts_with(LATER)
}

/// Splits a program of which the linker said who needs what.
pub(super) fn split(text: &str, needs: &Needs) -> Result<Split> {
    let program = Program::read(text)?;
    let entries: Vec<&str> = program.exported(|name| name.starts_with(LATER)).collect();
    ensure!(!entries.is_empty(), "no export begins with `{LATER}`: there is nothing to split off");
    let addressed = program.slots.iter().filter(|(slot, _)| !needs.later_slots.contains(slot));
    let at_once = program.exported(is_at_once).chain(addressed.map(|(_, name)| *name));
    let at_once = program.reached(at_once);
    // What is imported is JavaScript, which is handed to the first file only.
    let ours = program.functions.iter().filter(|(_, form)| form.starts_with("func "));
    let later: BTreeSet<&str> =
        ours.map(|(name, _)| *name).filter(|name| !at_once.contains(name)).collect();
    for entry in &entries {
        ensure!(later.contains(entry), "{entry} is called by what is needed at once");
    }
    let shared = Shared::of(&program, &later)?;
    let constants: Vec<&str> = program.forms.iter().filter_map(|form| constant(form)).collect();
    let (of_first, of_later) = constants::divide(&constants, &needs.later_constants)?;
    let first = program.first(&entries, &later, &shared)?;
    let later = program.later(&entries, &later, &shared)?;
    Ok(Split { first: format!("{first}{of_first})\n"), later: format!("{later}{of_later})\n") })
}

/// The top-level forms of a program.
struct Program<'a> {
    forms: Vec<&'a str>,
    /// Functions and imported functions by name.
    functions: BTreeMap<&'a str, &'a str>,
    /// Those that are in the table, by their places.
    slots: BTreeMap<u32, &'a str>,
    table: &'a str,
    table_size: u32,
}

/// What the second file has from the first.
struct Shared<'a> {
    /// Functions, by what they are exported as.
    functions: Vec<(String, &'a str)>,
    globals: Vec<(String, &'a str)>,
}

impl<'a> Program<'a> {
    fn read(text: &'a str) -> Result<Self> {
        let inside = text.trim_end().strip_prefix("(module\n (").context("this is no module")?;
        let inside = inside.strip_suffix("\n)").context("this is no whole module")?;
        let forms: Vec<&str> = inside.split("\n (").collect();
        let functions = forms.iter().filter_map(|form| Some((function(form)?, *form)));
        let slots = forms.iter().filter_map(|form| elements(form)).flatten();
        let (table, table_size) = forms.iter().find_map(|form| function_table(form)).context(
            "there is no table of functions of a fixed size through which to call the second file",
        )?;
        Ok(Self {
            functions: functions.collect(),
            slots: slots.collect(),
            forms,
            table,
            table_size,
        })
    }

    /// The functions that are exported under certain names.
    fn exported(&self, wanted: impl Fn(&str) -> bool) -> impl Iterator<Item = &'a str> {
        let exports = self.forms.iter().filter_map(|form| form.strip_prefix("export \""));
        exports.filter_map(move |export| {
            let (name, what) = export.split_once('"')?;
            what.strip_prefix(" (func ").filter(|_| wanted(name))?.split(')').next()
        })
    }

    /// All functions that these call, and so on, and these.
    fn reached(&self, from: impl Iterator<Item = &'a str>) -> BTreeSet<&'a str> {
        let mut reached = BTreeSet::new();
        let mut left: Vec<&str> = from.collect();
        while let Some(name) = left.pop() {
            if let Some(form) = self.functions.get(name)
                && reached.insert(name)
            {
                left.extend(called(form));
            }
        }
        reached
    }

    /// The names and the types of the other tables, and what they are exported as: they hold what
    /// belongs to JavaScript.
    fn other_tables(&self) -> impl Iterator<Item = (String, &'a str, &'a str)> {
        let tables = self.forms.iter().filter_map(|form| form.strip_prefix("table "));
        let named = tables.filter_map(|table| table.strip_suffix(')')?.split_once(' '));
        let others = named.filter(|(name, _)| *name != self.table);
        others.enumerate().map(|(place, (name, holds))| (format!("t{place}"), name, holds))
    }

    fn first(&self, entries: &[&str], later: &BTreeSet<&str>, shared: &Shared) -> Result<String> {
        let mut text = String::from("(module\n");
        let size = self.table_size + u32::try_from(entries.len())?;
        for form in &self.forms {
            if function_table(form).is_some() {
                writeln!(text, " (table {} {size} {size} funcref)", self.table)?;
            } else if !is_in(form, later) && constant(form).is_none() && !is_elements(form) {
                writeln!(text, " ({form}")?;
            }
        }
        self.write_slots(|name| !later.contains(name), &mut text)?;
        writeln!(text, " (export \"{TABLE}\" (table {}))", self.table)?;
        for (as_name, name, _) in self.other_tables() {
            writeln!(text, " (export \"{as_name}\" (table {name}))")?;
        }
        for (kind, exported) in [("func", &shared.functions), ("global", &shared.globals)] {
            for (as_name, name) in exported {
                writeln!(text, " (export \"{as_name}\" ({kind} {name}))")?;
            }
        }
        for (place, entry) in (self.table_size..).zip(entries) {
            let (parameters, result) = self.signature(entry)?;
            write!(text, " (func {entry} {} {result} ", typed("param", &parameters))?;
            write!(text, "(call_indirect {} {} {result}", self.table, typed("param", &parameters))?;
            for parameter in 0..parameters.len() {
                write!(text, " (local.get {parameter})")?;
            }
            writeln!(text, " (i32.const {place})))")?;
        }
        Ok(text)
    }

    fn later(&self, entries: &[&str], later: &BTreeSet<&str>, shared: &Shared) -> Result<String> {
        let mut text = String::from("(module\n");
        for form in self.forms.iter().filter(|form| form.starts_with("type ")) {
            writeln!(text, " ({form}")?;
        }
        let size = self.table_size + u32::try_from(entries.len())?;
        writeln!(text, " (import \"{FIRST}\" \"memory\" (memory 0))")?;
        writeln!(text, " (import \"{FIRST}\" \"{TABLE}\" (table {} {size} funcref))", self.table)?;
        for (as_name, name, holds) in self.other_tables() {
            writeln!(text, " (import \"{FIRST}\" \"{as_name}\" (table {name} {holds}))")?;
        }
        for (as_name, name) in &shared.globals {
            writeln!(text, " (import \"{FIRST}\" \"{as_name}\" (global {name} (mut i32)))")?;
        }
        for (as_name, name) in &shared.functions {
            let (parameters, result) = self.signature(name)?;
            let parameters = typed("param", &parameters);
            let function = format!("(func {name} {parameters} {result})");
            writeln!(text, " (import \"{FIRST}\" \"{as_name}\" {function})")?;
        }
        let place = self.table_size;
        let entries = entries.join(" ");
        writeln!(text, " (elem (table {}) (i32.const {place}) func {entries})", self.table)?;
        self.write_slots(|name| later.contains(name), &mut text)?;
        for form in self.forms.iter().filter(|form| is_in(form, later)) {
            writeln!(text, " ({form}")?;
        }
        Ok(text)
    }

    /// Puts functions in their places in the table.
    fn write_slots(&self, is_here: impl Fn(&str) -> bool, text: &mut String) -> Result<()> {
        let mut next = None;
        for (slot, name) in self.slots.iter().filter(|(_, name)| is_here(name)) {
            if next != Some(*slot) {
                let close = if next.is_some() { ")\n" } else { "" };
                write!(text, "{close} (elem (table {}) (i32.const {slot}) func", self.table)?;
            }
            write!(text, " {name}")?;
            next = Some(slot + 1);
        }
        text.push_str(if next.is_some() { ")\n" } else { "" });
        Ok(())
    }

    /// The types of a function's parameters, and its result as it is written.
    fn signature(&self, name: &str) -> Result<(Vec<&'a str>, &'a str)> {
        let form = self.functions.get(name).with_context(|| format!("there is no {name}"))?;
        let head = form.lines().next().unwrap_or(form);
        let head = head.split_once(&format!("(func {name}")).map_or(head, |(_, head)| head);
        let result = head.find("(result ").map_or("", |start| {
            let rest = &head[start..];
            &rest[..=rest.find(')').unwrap_or(rest.len() - 1)]
        });
        let parameters = head.split("(param ").skip(1).flat_map(|parameter| {
            let words = parameter.split(')').next().unwrap_or_default().split(' ');
            words.filter(|word| !word.starts_with('$'))
        });
        Ok((parameters.collect(), result))
    }
}

impl<'a> Shared<'a> {
    fn of(program: &Program<'a>, later: &BTreeSet<&'a str>) -> Result<Self> {
        let forms = later.iter().map(|name| program.functions[name]);
        let mut functions = BTreeSet::new();
        let mut globals = BTreeSet::new();
        for form in forms {
            for trouble in ["(memory.init", "(data.drop", "(throw"] {
                ensure!(!form.contains(trouble), "{trouble} …) cannot be split off");
            }
            functions.extend(called(form).filter(|name| !later.contains(name)));
            globals.extend(after(form, "(global.get ").chain(after(form, "(global.set ")));
        }
        let is_variable = |name: &str| {
            program.forms.iter().any(|form| form.starts_with(&format!("global {name} (mut i32)")))
        };
        for global in &globals {
            ensure!(is_variable(global), "{global} is no variable that both files could share");
        }
        let named = |letter: &str, names: BTreeSet<&'a str>| {
            (0..).zip(names).map(|(n, name): (u32, _)| (format!("{letter}{n}"), name)).collect()
        };
        Ok(Self { functions: named("", functions), globals: named("g", globals) })
    }
}

/// Whether a form is one of these functions.
fn is_in(form: &str, functions: &BTreeSet<&str>) -> bool {
    function(form).is_some_and(|name| functions.contains(name))
}

/// The name of the function that a form is or imports.
fn function(form: &str) -> Option<&str> {
    let is_import = form.starts_with("import ");
    let named = form.strip_prefix("func ").or_else(|| {
        is_import.then(|| form.split_once("(func ").map(|(_, named)| named)).flatten()
    })?;
    Some(word(named))
}

/// The name and the size of a table of functions, if a form is one of a fixed size.
fn function_table(form: &str) -> Option<(&str, u32)> {
    let mut words = form.strip_prefix("table ")?.strip_suffix(" funcref)")?.split(' ');
    let (name, least, most) = (words.next()?, words.next()?, words.next()?);
    (least == most).then(|| Some((name, least.parse().ok()?)))?
}

/// What a form says that puts constants into memory.
fn constant<'a>(form: &&'a str) -> Option<&'a str> {
    form.strip_prefix("data ")
}

/// Whether a form puts functions into a table.
fn is_elements(form: &str) -> bool {
    form.starts_with("elem ")
}

/// The functions that a form puts into the table, by their places.
fn elements(form: &str) -> Option<impl Iterator<Item = (u32, &str)>> {
    let placed = is_elements(form).then(|| form.split_once("(i32.const ")).flatten()?.1;
    let (slot, functions) = placed.split_once(')')?;
    let names = functions.split([' ', ')']).filter(|word| word.starts_with('$'));
    Some((slot.parse().ok()?..).zip(names))
}

/// The functions that a function calls, or whose address it takes.
fn called(form: &str) -> impl Iterator<Item = &str> {
    ["(call ", "(return_call ", "(ref.func "].into_iter().flat_map(|call| after(form, call))
}

/// The words that follow a text wherever it occurs.
fn after<'a>(form: &'a str, lead: &'static str) -> impl Iterator<Item = &'a str> {
    form.split(lead).skip(1).map(word)
}

fn word(text: &str) -> &str {
    text.split([' ', ')', '\n']).next().unwrap_or_default()
}

/// `(param i32 i32)`, or nothing.
fn typed(kind: &str, types: &[&str]) -> String {
    if types.is_empty() { String::new() } else { format!("({kind} {})", types.join(" ")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROGRAM: &str = r#"(module
 (type $0 (func (param i32)))
 (import "./x.js" "say" (func $say (param i32 i32)))
 (global $stack (mut i32) (i32.const 8))
 (memory $0 1)
 (table $t 4 4 funcref)
 (table $x 128 externref)
 (elem $0 (table $t) (i32.const 1) func $addressed $told $both)
 (data $0 (i32.const 16) "..\6cast")
 (export "memory" (memory $0))
 (export "start" (func $start))
 (export "later_open" (func $open))
 (func $start
  (call $both)
 )
 (func $open (param $0 i32) (param $1 i32) (result i32)
  (global.set $stack
   (call $only)
  )
  (call $addressed)
  (call $both)
 )
 (func $only (result i32)
  (call $say
   (i32.const 1)
   (i32.const 2)
  )
  (i32.const 1)
 )
 (func $both
 )
 (func $addressed
 )
 (func $told
  (call $only)
 )
)
"#;

    /// What the linker says of it.
    fn needs() -> Needs {
        let later_constants = Vec::from([18..22, 40..48]);
        Needs { later_slots: BTreeSet::from([2]), later_constants }
    }

    #[test]
    fn what_only_a_later_export_needs_is_in_the_second_file() {
        let Split { first, later } = split(PROGRAM, &needs()).unwrap();
        for (name, is_first) in
            [("start", true), ("both", true), ("addressed", true), ("only", false), ("told", false)]
        {
            let defined = format!("\n (func ${name}");
            assert_eq!((first.contains(&defined), later.contains(&defined)), (is_first, !is_first));
        }
        assert!(first.contains(
            "(func $open (param i32 i32) (result i32) (call_indirect $t (param i32 i32) \
             (result i32) (local.get 0) (local.get 1) (i32.const 4)))"
        ));
        assert!(first.contains(" (table $t 5 5 funcref)") && first.contains("(export \"later\""));
        for slots in ["(i32.const 1) func $addressed)", "(i32.const 3) func $both)"] {
            assert!(first.contains(&format!(" (elem (table $t) {slots}")), "{first}");
        }
        for slots in ["(i32.const 2) func $told)", "(i32.const 4) func $open)"] {
            assert!(later.contains(&format!(" (elem (table $t) {slots}")), "{later}");
        }
        assert!(first.contains("(export \"t0\" (table $x))"), "{first}");
        assert!(later.contains("(import \"first\" \"t0\" (table $x 128 externref))"), "{later}");
        assert!(first.ends_with("(data (i32.const 16) \"\\2e\\2e\")\n)\n"), "{first}");
        assert!(later.ends_with("(data (i32.const 18) \"\\6c\\61\\73\\74\")\n)\n"), "{later}");
        assert!(later.contains("(import \"first\" \"g0\" (global $stack (mut i32)))"), "{later}");
        assert!(later.contains("(func $say (param i32 i32) ))"), "{later}");
    }

    #[test]
    fn what_is_needed_at_once_cannot_be_later() {
        let program =
            PROGRAM.replace("(call $both)\n )\n (func $open", "(call $open)\n )\n (func $open");
        let error = split(&program, &needs()).unwrap_err().to_string();
        assert!(error.contains("$open is called by what is needed at once"), "{error}");
        assert!(split(&PROGRAM.replace("later_", ""), &needs()).is_err());
    }
}
