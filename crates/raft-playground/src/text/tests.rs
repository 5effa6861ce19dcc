use std::fs;
use std::path::{Path, PathBuf};

use expect_test::expect_file;
use fluent_bundle::FluentArgs;
use raft_sim::raft_core::{LogIndex, Micros, NodeId, Term};
use raft_sim::{Address, ClientId, Time};

use super::{Catalog, Language, Message, NativeCatalog, Sentence, count_words, say};

fn english(sentence: &Sentence) -> String {
    NativeCatalog::new(Language::English).render(sentence)
}

#[test]
fn every_message_can_be_rendered_in_every_language() {
    for language in Language::ALL {
        let catalog = NativeCatalog::new(language);
        for message in Message::all() {
            for number in [0, 1, 2] {
                let id = message.id();
                let names = message.argument_names();
                let text = catalog.find(id, &names.map(|name| (name, number)).collect());
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
fn chinese_is_read_two_characters_a_word() {
    assert_eq!(count_words("A votes for C in term 3."), 7);
    assert_eq!(count_words("A 在任期 3 投票给 C。"), 4 + 4);
}

#[test]
fn a_language_may_be_named_with_its_region() {
    for (tag, language) in [
        ("zh", Some(Language::Chinese)),
        ("zh-Hans-CN", Some(Language::Chinese)),
        ("ES-mx", Some(Language::Spanish)),
        ("en-XB", Some(Language::RightToLeft)),
        ("en-GB", Some(Language::English)),
        ("de", None),
    ] {
        assert_eq!(Language::from_tag(tag), language, "{tag}");
    }
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

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
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
    sources(&workspace().join("crates/xtask/src/dist"), &mut texts);
    texts.push(("index.html".into(), fs::read_to_string(workspace().join("index.html")).unwrap()));
    let mut unused = String::new();
    for id in Message::all().map(Message::id) {
        let function = id.replace('-', "_");
        let is_used = texts.iter().any(|(path, text)| {
            if path.extension().is_some_and(|end| end == "rs") && !path.ends_with("catalog.rs") {
                return names(text, "say::", &function);
            }
            text.contains(&format!("\"{id}\""))
                || names(text, "Message::", &function.to_uppercase())
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
                let words = catalog.find(id, &FluentArgs::new());
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
