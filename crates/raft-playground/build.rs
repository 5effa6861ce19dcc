//! Makes a function of each message of the English catalogue, so that a message that is missing and
//! an argument that is missing, superfluous or of another type do not compile.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

/// The files of each catalogue, in the order in which the page loads them.
const FILES: [&str; 4] = ["stage", "panels", "why", "shell"];

/// The type of each argument, by its name: a name means the same in every message. In the second
/// place is the method that adds it to a sentence, with `_` for it, in the third and the fourth its
/// type in a sentence that is read again, and the function that reads it there.
#[rustfmt::skip]
const KINDS: [(&str, &str, &str, &str, &[&str]); 18] = [
    ("impl Into<Address>", "address(_.into())", "Address", "address", &[
        "candidate", "client", "first", "follower", "from", "last", "leader", "node", "other",
        "second", "successor", "to", "voter",
    ]),
    ("Term", "number(_.0)", "Term", "term", &[
        "committed-term", "entry-term", "first-term", "leader-term", "other-term", "second-term",
        "term",
    ]),
    ("LogIndex", "number(_.0)", "LogIndex", "index", &[
        "before-index", "commit-index", "index", "last-index", "match-index", "next-index",
        "other-index",
    ]),
    ("impl Count", "number(_.count())", "u64", "number", &[
        "all", "answered", "broken", "column", "copies", "count", "holding", "least", "line",
        "most", "needed", "number", "other-needed", "sent", "undecided", "votes",
    ]),
    ("Time", "time(_)", "Time", "time", &["at", "healed-at", "until"]),
    ("u64", "argument(Argument::WholeSeconds(_))", "u64", "number", &["whole-seconds"]),
    ("Micros", "span(_)", "Micros", "span", &["latency", "most-latency", "span", "waited"]),
    ("Micros", "argument(Argument::Due(_))", "Micros", "span", &["due"]),
    // In thousandths.
    ("u16", "argument(Argument::Share(_))", "u16", "share", &[
        "least-share", "most-share", "share",
    ]),
    ("impl IntoIterator<Item: Into<Address>>", "addresses(Join::And, each(_))",
        "&'a [Address]", "addresses", &["nodes", "others"]),
    ("impl IntoIterator<Item: Into<Address>>", "addresses(Join::Or, each(_))",
        "&'a [Address]", "addresses", &["any-of"]),
    ("impl IntoIterator<Item: Into<Address>>", "addresses(Join::Comma, each(_))",
        "&'a [Address]", "addresses", &["old-voters", "voters"]),
    ("Sentence", "sentence(_)", "&'a Sentence", "sentence", &[
        "action", "answer", "badge", "bugs", "damage", "detail", "done", "entry", "error",
        "event", "facts", "first-part", "groups", "guarantee", "item", "list", "mark", "message",
        "missing", "other-answer",
        "outcome", "packet", "position", "quality", "quorum", "role",
        "rule", "rules", "second-part", "section", "source", "state", "status",
        "transit", "what", "who", "write",
    ]),
    // What people, scripts or a browser have written: never translated or interpreted.
    ("impl Into<Rc<str>>", "text(_.into())", "&'a str", "text", &[
        "address", "amount", "command", "expectation", "expected", "file", "key",
        "name", "operation", "parameter", "problem", "section-number", "text",
        "value", "version", "word",
    ]),
    ("impl IntoIterator<Item: Into<Rc<str>>>", "texts(Join::And, each(_))",
        "&'a [Rc<str>]", "texts", &["keys"]),
    // By their names in scripts.
    ("Rule", "text(_.to_string().into())", "&'a str", "text", &["rule-name"]),
    ("RuleSet", "texts(Join::And, names(_))", "&'a [Rc<str>]", "texts", &["rule-names"]),
    ("impl IntoIterator<Item: Into<Rc<str>>>", "texts(Join::Or, each(_))",
        "&'a [Rc<str>]", "texts", &["choices"]),
];

fn main() {
    // The page loads its translations; other programs contain them.
    let is_page = env::var("CARGO_CFG_TARGET_FAMILY").is_ok_and(|family| family == "wasm");
    println!("cargo::rerun-if-changed=locales{}", if is_page { "/en" } else { "" });
    let mut messages: Vec<(String, Vec<String>)> = Vec::new();
    let mut functions = String::new();
    let (mut variants, mut arms) = (String::new(), String::new());
    for file in FILES {
        let path = format!("locales/en/{file}.ftl");
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
        let resource = parser::parse(text.as_str())
            .unwrap_or_else(|(_, errors)| panic!("{path} is no Fluent file: {}", errors[0]));
        for entry in &resource.body {
            let Entry::Message(message) = entry else { continue };
            let id = message.id.name;
            assert!(messages.iter().all(|(other, _)| other != id), "{path}: {id} stands twice");
            assert!(message.attributes.is_empty(), "{path}: {id} has attributes");
            let pattern = message.value.as_ref();
            let pattern = pattern.unwrap_or_else(|| panic!("{path}: {id} says nothing"));
            let mut arguments = Vec::new();
            collect(pattern, &mut arguments);
            functions += &function(messages.len(), id, &arguments);
            let (variant, arm) = said(messages.len(), id, &arguments);
            variants += &variant;
            arms += &arm;
            messages.push((id.to_owned(), arguments));
        }
    }
    // A translation has the arguments of the English message, but perhaps in another order. So they
    // are counted in the order of the alphabet, which every catalogue shows.
    for (_, arguments) in &mut messages {
        arguments.sort_unstable();
    }
    let mut names: Vec<&String> = messages.iter().flat_map(|(_, arguments)| arguments).collect();
    names.sort_unstable();
    names.dedup();
    let place = |name: &String| {
        let place = names.binary_search(&name).ok().and_then(|place| u8::try_from(place).ok());
        place.expect("there are fewer than 256 names, and this is one of them")
    };
    let (mut ids, mut places) = (String::new(), Vec::new());
    let (mut id_ends, mut place_ends) = (Vec::new(), Vec::new());
    for (id, arguments) in &messages {
        ids += id;
        places.extend(arguments.iter().map(place));
        id_ends.push(ids.len());
        place_ends.push(places.len());
    }
    let count = messages.len();
    let constant = |(number, (id, _)): (usize, &(String, Vec<String>))| {
        let name = id.replace('-', "_").to_uppercase();
        format!("pub(super) const {name}: Self = Self({number});\n")
    };
    let constants: String = messages.iter().enumerate().map(constant).collect();
    let numbers = format!(
        "#[allow(dead_code, reason = \"few messages are named outside a sentence\")]\n\
         impl Message {{\n{constants}}}\n"
    );
    let table = format!(
        "static IDS: &str = {ids:?};\nstatic ID_ENDS: [u16; {count}] = {id_ends:?};\n\
         static NAMES: [&str; {}] = {names:?};\n\
         static PLACES: [u8; {}] = {places:?};\n\
         static PLACE_ENDS: [u16; {count}] = {place_ends:?};\n",
        names.len(),
        places.len(),
    );
    let out = env::var("OUT_DIR").expect("cargo names a folder");
    let said = format!(
        "/// A message with its arguments.\n\
         #[derive(Clone, Copy, Debug)]\n\
         pub(crate) enum Statement<'a> {{ {variants} }}\n\
         /// A message by its number, with these arguments.\n\
         #[allow(clippy::too_many_lines, reason = \"there is an arm for each message\")]\n\
         fn read(message: u16, a: &[Argument]) -> Statement<'_> {{\n\
             match message {{ {arms} _ => unreachable!() }}\n\
         }}\n"
    );
    for (name, text) in [
        ("say.rs", functions),
        ("messages.rs", numbers),
        ("names.rs", table),
        ("statement.rs", said),
        ("translations.rs", translations()),
    ] {
        fs::write(Path::new(&out).join(name), text).expect("cargo's folder can be written");
    }
}

/// The catalogues of the other languages, for programs outside a browser.
fn translations() -> String {
    let mut languages: Vec<String> = fs::read_dir("locales")
        .expect("there is a folder for each language")
        .map(|language| language.expect("the folder can be read").file_name())
        .map(|language| language.into_string().expect("a language has a tag"))
        .filter(|language| language != "en")
        .collect();
    languages.sort_unstable();
    let mut rows = String::new();
    for language in languages {
        let _ = write!(rows, "({language:?}, [");
        for file in FILES {
            let path = format!("/locales/{language}/{file}.ftl");
            // A test says that it is missing.
            let _ = if Path::new(&path[1..]).exists() {
                write!(rows, "include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), {path:?})), ")
            } else {
                write!(rows, "\"\", ")
            };
        }
        rows += "]), ";
    }
    format!("static TRANSLATIONS: &[(&str, [&str; {}])] = &[{rows}];", FILES.len())
}

/// Adds the arguments of a message in the order in which they come.
fn collect(pattern: &Pattern<&str>, arguments: &mut Vec<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        let (inline, variants) = match expression {
            Expression::Inline(inline) => (inline, &[][..]),
            Expression::Select { selector, variants } => (selector, &variants[..]),
        };
        match inline {
            InlineExpression::VariableReference { id } => {
                if arguments.iter().all(|argument| argument != id.name) {
                    arguments.push(id.name.to_owned());
                }
            }
            InlineExpression::StringLiteral { .. } => {}
            other => panic!("only arguments and texts may stand in braces, not {other:?}"),
        }
        for variant in variants {
            collect(&variant.value, arguments);
        }
    }
}

/// The function that makes a sentence of a message.
fn function(number: usize, id: &str, arguments: &[String]) -> String {
    let name = id.replace('-', "_");
    if arguments.is_empty() {
        return format!(
            "pub const fn {name}() -> Sentence {{ Sentence::plain(Message({number})) }}\n"
        );
    }
    let (mut parameters, mut calls) = (String::new(), String::new());
    for argument in arguments {
        let _ = write!(parameters, "{}: {}, ", argument.replace('-', "_"), kind(argument).0);
    }
    for argument in sorted(arguments) {
        let name = argument.replace('-', "_");
        let (_, method, ..) = kind(argument);
        let (method, value) = method.split_once('(').expect("a method has an argument");
        let value = value.replacen('_', &name, 1);
        let _ = write!(calls, ".{method}({value}");
    }
    format!(
        "pub fn {name}({parameters}) -> Sentence {{ \
         SentenceBuilder::new(Message({number})){calls}.build() }}
"
    )
}

/// The variant that a message has when it is read, and the arm that reads it.
fn said(number: usize, id: &str, arguments: &[String]) -> (String, String) {
    let capital = |word: &str| word[..1].to_uppercase() + &word[1..];
    let name: String = id.split('-').map(capital).collect();
    let (mut fields, mut reads) = (String::new(), String::new());
    for (place, argument) in sorted(arguments).into_iter().enumerate() {
        let field = argument.replace('-', "_");
        let (.., kind, read) = kind(argument);
        let _ = write!(fields, "{field}: {kind}, ");
        let _ = write!(reads, "{field}: {read}(&a[{place}]), ");
    }
    (format!("{name} {{ {fields} }},\n"), format!("{number} => Statement::{name} {{ {reads} }},\n"))
}

/// The arguments in the order in which a sentence holds them.
fn sorted(arguments: &[String]) -> Vec<&String> {
    let mut sorted: Vec<&String> = arguments.iter().collect();
    sorted.sort_unstable();
    sorted
}

/// The row of an argument.
fn kind(argument: &str) -> (&'static str, &'static str, &'static str, &'static str) {
    let kind = KINDS.iter().find(|(.., names)| names.contains(&argument));
    let (kind, method, said, read, _) =
        kind.unwrap_or_else(|| panic!("${argument} has no type: see build.rs"));
    (kind, method, said, read)
}
