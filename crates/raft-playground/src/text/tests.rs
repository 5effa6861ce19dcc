use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use expect_test::expect_file;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;
use raft_sim::raft_core::{LogIndex, Micros, NodeId, Term};
use raft_sim::{Address, ClientId, Time};

use super::native::ENGLISH;
use super::sentence::messages;
use super::{Catalog, Language, NativeCatalog, Sentence, Value, say};

fn english(sentence: &Sentence) -> String {
    NativeCatalog::new(Language::English).render(sentence)
}

#[test]
fn every_message_can_be_rendered_in_every_language() {
    for language in Language::ALL {
        let catalog = NativeCatalog::new(language);
        for (id, names) in messages() {
            for number in [0, 1, 2] {
                let arguments: Vec<_> =
                    names.iter().map(|name| (*name, Value::Number(number))).collect();
                let text = catalog.message(id, &arguments);
                assert!(text.is_some_and(|text| !text.is_empty()), "{id} in {}", language.tag());
            }
        }
    }
}

#[test]
fn a_number_chooses_the_form_and_is_written_without_separators() {
    assert_eq!(english(&say::links_cut(1_usize)), "1 link is cut: its messages are lost.");
    assert_eq!(english(&say::links_cut(1200_u64)), "1200 links are cut: their messages are lost.");
}

#[test]
fn a_sentence_may_stand_within_another() {
    let rule = say::rule_keep_committed();
    let off = "Rule switched off: Committed entries are never removed.";
    assert_eq!(english(&say::rule_off(rule)), off);
    let at = say::log_position(LogIndex(2), Term(1));
    assert_eq!(
        english(&say::log_removes_entries(LogIndex(2), LogIndex(4))),
        "removes entries 2 to 4"
    );
    assert_eq!(
        english(&say::log_compacts(at)),
        "replaces its log up to entry 2 (term 1) with a snapshot"
    );
}

#[test]
fn nodes_are_listed_with_commas_and_a_conjunction() {
    let nodes = |ids: &[u32]| ids.iter().map(|id| NodeId(*id)).collect::<Vec<_>>();
    let split = say::network_split_in_two(nodes(&[0, 1]), nodes(&[2, 3, 4]));
    assert_eq!(english(&split), "A and B can no longer reach C, D and E.");
    let split = say::network_split_in_two(nodes(&[4]), nodes(&[2]));
    assert_eq!(english(&split), "E can no longer reach C.");
    let cut = say::directions_cut_from(NodeId(4), nodes(&[1, 2, 3]));
    assert_eq!(english(&cut), "Messages from E no longer reach B, C or D.");
}

#[test]
fn a_joint_quorum_names_both_sets_of_voters() {
    let nodes = |ids: &[u32]| ids.iter().map(|id| NodeId(*id)).collect::<Vec<_>>();
    let quorum = say::quorum_joint(3_usize, nodes(&[0, 1, 2, 3]), 3_usize, nodes(&[0, 2, 3, 4]));
    let sentence = say::membership_in_log_joint(NodeId(0), quorum);
    let text = "The new membership is in A’s log. It needs 3 of A–D and 3 of A, C–E.";
    assert_eq!(english(&sentence), text);
}

#[test]
fn times_are_exact_and_the_same_everywhere() {
    let arrives = say::message_arrives(Time(183_999), Time(3_600_000_000));
    assert_eq!(english(&arrives), "Sent at 0.183 s, arrives at 3600.000 s.");
    for (micros, text) in [(42_000, "42 ms"), (42_999, "42 ms"), (2_500, "2.5 ms"), (3_000, "3 ms")]
    {
        assert_eq!(english(&say::drag_timer(Micros(micros))), format!("runs out in {text}"));
    }
    assert_eq!(english(&say::drag_timer(Micros(1_500_000))), "runs out in 1.500 s");
    assert_eq!(english(&say::in_time(Micros(12_000))), "in 12.0 ms");
    assert_eq!(english(&say::quality_loss(300)), "30 % lost");
    assert_eq!(english(&say::quality_loss(305)), "30.5 % lost");
}

#[test]
fn user_text_is_shown_verbatim() {
    let client = ClientId(0);
    for text in ["x={ $node }", "x=<b>&amp;", "x=\u{22}\\u0041"] {
        let told = english(&say::client_told_committed(client, text));
        assert_eq!(told, format!("X gets the answer: {text} is committed."));
    }
}

#[test]
fn bidirectional_text_is_isolated() {
    let told = english(&say::client_told_committed(ClientId(0), "x=سلام"));
    assert_eq!(told, "X gets the answer: \u{2068}x=سلام\u{2069} is committed.");
    let turned = NativeCatalog::new(Language::RightToLeft);
    let told = turned.render(&say::client_told_committed(ClientId(0), "x=8"));
    assert!(told.starts_with("\u{2068}X\u{2069} "), "{told}");
    assert!(told.contains("\u{2068}x=8\u{2069}"), "{told}");
}

#[test]
fn pseudo_languages_change_words_but_not_arguments() {
    let sentence = say::client_sends(ClientId(0), "x=8");
    let long = NativeCatalog::new(Language::Long).render(&sentence);
    assert_eq!(long, "X šééñdš x=8.");
    let turned = NativeCatalog::new(Language::RightToLeft).render(&sentence);
    assert!(turned.contains("\u{202e}sends\u{202c}"), "{turned}");
}

#[test]
fn equal_messages_with_equal_arguments_are_equal() {
    let address = Address::Node(NodeId(0));
    assert_eq!(say::node_frozen(NodeId(0)), say::node_frozen(address));
    assert_ne!(say::node_frozen(NodeId(0)), say::node_resumed(NodeId(0)));
    assert_ne!(say::node_frozen(NodeId(0)), say::node_frozen(NodeId(1)));
    assert_eq!(say::heal(), say::heal());
    assert_eq!(say::heal().id(), "heal");
}

/// The messages of a catalogue with their arguments in the order of the alphabet.
fn read(files: &[&str]) -> Result<BTreeMap<String, Vec<String>>, String> {
    let mut found = BTreeMap::new();
    for text in files {
        let resource = parser::parse(*text).map_err(|(_, errors)| errors[0].to_string())?;
        for entry in &resource.body {
            let Entry::Message(message) = entry else { continue };
            let mut arguments = Vec::new();
            if let Some(pattern) = &message.value {
                collect(pattern, &mut arguments);
            }
            arguments.sort();
            if found.insert(message.id.name.to_owned(), arguments).is_some() {
                return Err(format!("{} stands twice", message.id.name));
            }
        }
    }
    Ok(found)
}

fn collect(pattern: &Pattern<&str>, arguments: &mut Vec<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        let (inline, variants) = match expression {
            Expression::Inline(inline) => (inline, &[][..]),
            Expression::Select { selector, variants } => (selector, &variants[..]),
        };
        if let InlineExpression::VariableReference { id } = inline
            && arguments.iter().all(|argument| argument != id.name)
        {
            arguments.push(id.name.to_owned());
        }
        for variant in variants {
            collect(&variant.value, arguments);
        }
    }
}

/// What is wrong with a translation.
fn differences(english: &[&str], other: &[&str]) -> Vec<String> {
    let english = read(english).expect("the English catalogue can be read");
    let other = match read(other) {
        Ok(other) => other,
        Err(error) => return vec![error],
    };
    let mut wrong = Vec::new();
    for (id, arguments) in &english {
        match other.get(id) {
            None => wrong.push(format!("{id} is missing")),
            Some(others) if others != arguments => {
                wrong.push(format!("{id} has {others:?} instead of {arguments:?}"));
            }
            Some(_) => {}
        }
    }
    let superfluous = other.keys().filter(|id| !english.contains_key(*id));
    wrong.extend(superfluous.map(|id| format!("{id} is not in English")));
    wrong
}

#[test]
fn a_translation_with_gaps_leftovers_or_other_arguments_is_refused() {
    let english = ["a = one { $node }\nb = two"];
    assert!(differences(&english, &["a = { $node } uno\nb = dos"]).is_empty());
    let wrong = |other: &str| differences(&english, &[other]).join("; ");
    assert_eq!(wrong("a = uno { $node }"), "b is missing");
    assert_eq!(wrong("a = uno { $node }\nb = dos\nc = tres"), "c is not in English");
    assert_eq!(wrong("a = uno { $nodo }\nb = dos"), r#"a has ["nodo"] instead of ["node"]"#);
    assert_eq!(wrong("a = uno { $node }\nb = dos\nb = dos"), "b stands twice");
    assert!(!wrong("a = { $node\nb = dos").is_empty());
}

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

#[test]
fn every_translation_is_complete() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
    for language in fs::read_dir(folder).unwrap() {
        let path = language.unwrap().path();
        let file = |name: &str| fs::read_to_string(path.join(name)).unwrap_or_default();
        let files = ["stage.ftl", "panels.ftl", "why.ftl", "shell.ftl"].map(file);
        let wrong = differences(&ENGLISH, &files.each_ref().map(String::as_str));
        assert!(wrong.is_empty(), "{}: {}", path.display(), wrong.join("\n"));
    }
}

fn sources(folder: &Path, texts: &mut Vec<(PathBuf, String)>) {
    let mut paths: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            sources(&path, texts);
        } else if path.extension().is_some_and(|end| ["rs", "js", "html"].iter().any(|x| end == *x))
            && !path.ends_with("text/tests.rs")
        {
            let text = fs::read_to_string(&path).unwrap();
            texts.push((path, text));
        }
    }
}

/// Whether a name stands in a text as a whole.
fn names(text: &str, before: &str, name: &str) -> bool {
    let whole = format!("{before}{name}");
    text.match_indices(&whole).any(|(at, _)| {
        let after = text[at + whole.len()..].chars().next();
        after.is_none_or(|letter| !(letter.is_alphanumeric() || letter == '_' || letter == '-'))
    })
}

/// Until everything that the page says is a sentence, this list gets shorter and shorter; then it
/// is empty and stays so. `UPDATE_EXPECT=1` writes it anew.
#[test]
fn only_messages_that_are_known_to_wait_are_unused() {
    let mut texts = Vec::new();
    sources(&workspace().join("crates/raft-playground/src"), &mut texts);
    sources(&workspace().join("web"), &mut texts);
    texts.push(("index.html".into(), fs::read_to_string(workspace().join("index.html")).unwrap()));
    let mut unused = String::new();
    for (id, _) in messages() {
        let function = id.replace('-', "_");
        let is_used = texts.iter().any(|(path, text)| {
            if path.extension().is_some_and(|end| end == "rs") && !path.ends_with("catalog.rs") {
                return names(text, "say::", &function);
            }
            text.contains(&format!("\"{id}\""))
        });
        if !is_used {
            unused.extend([id, "\n"]);
        }
    }
    expect_file!["unused.txt"].assert_eq(&unused);
}

/// Before the program runs, the page shows what stands in its files. That is the same English.
#[test]
fn the_static_page_has_the_text_of_the_catalogue() {
    let catalog = NativeCatalog::new(Language::English);
    let mut texts = Vec::new();
    sources(&workspace().join("web/placeholder"), &mut texts);
    texts.push(("index.html".into(), fs::read_to_string(workspace().join("index.html")).unwrap()));
    for (path, text) in
        texts.iter().filter(|(path, _)| path.extension().is_some_and(|end| end == "html"))
    {
        for tag in text.split('<').skip(1) {
            let Some((tag, content)) = tag.split_once('>') else { continue };
            let attribute = |name: &str| {
                let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
                rest.split_once('"').map(|(value, _)| value)
            };
            let same = |id: Option<&str>, shown: Option<&str>| {
                let Some(id) = id else { return };
                let words = catalog.message(id, &[]);
                assert_eq!(shown, words.as_deref(), "{id} in {}", path.display());
            };
            same(attribute("data-text"), Some(content.trim_end()));
            same(attribute("data-label"), attribute("aria-label"));
            same(attribute("data-tip"), attribute("title"));
            same(attribute("data-hint"), attribute("placeholder"));
            same(attribute("data-about"), attribute("content"));
        }
    }
}
