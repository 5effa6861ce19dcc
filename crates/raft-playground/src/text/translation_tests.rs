//! Each translation has every message, with the same arguments and with forms of its language, and
//! the page offers the language.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};
use fluent_syntax::parser;

use super::Language;
use super::native::ENGLISH;

const FILES: [&str; 4] = ["stage.ftl", "panels.ftl", "why.ftl", "shell.ftl"];

/// The forms that a number has in each language, after Unicode's plural rules.
const FORMS: [(&str, &[&str]); 4] = [
    ("en", &["one", "other"]),
    ("zh", &["other"]),
    ("es", &["one", "many", "other"]),
    ("fa", &["one", "other"]),
];

/// The forms of all languages.
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// Whether a choice is by number: Spanish also chooses a conjunction by the name that follows it.
fn is_plural(choice: &[String]) -> bool {
    let is_form =
        |form: &String| CATEGORIES.contains(&form.as_str()) || form.parse::<u64>().is_ok();
    choice.iter().all(is_form)
}

/// What a catalogue must have in common with the English one, and the forms that it distinguishes.
#[derive(Default)]
struct Found {
    arguments: Vec<String>,
    /// The forms of each choice; a number stands for itself.
    choices: Vec<Vec<String>>,
}

fn read(files: &[&str]) -> Result<BTreeMap<String, Found>, String> {
    let mut messages = BTreeMap::new();
    for text in files {
        let resource = parser::parse(*text).map_err(|(resource, errors)| {
            let end = errors[0].slice.clone().map_or(0, |slice| slice.start);
            let line = text[..end.min(text.len())].lines().count();
            format!("line {line}: {} ({} entries)", errors[0], resource.body.len())
        })?;
        for entry in &resource.body {
            let message = match entry {
                Entry::Message(message) => message,
                Entry::Term(term) => return Err(format!("-{} is a term", term.id.name)),
                Entry::Junk { content } => return Err(format!("not a message: {content}")),
                _ => continue,
            };
            let name = message.id.name;
            let mut found = Found::default();
            let pattern = message.value.as_ref().ok_or_else(|| format!("{name} says nothing"))?;
            collect(pattern, &mut found).map_err(|error| format!("{name}: {error}"))?;
            found.arguments.sort();
            if messages.insert(name.to_owned(), found).is_some() {
                return Err(format!("{name} stands twice"));
            }
        }
    }
    Ok(messages)
}

fn collect(pattern: &Pattern<&str>, found: &mut Found) -> Result<(), String> {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        let (inline, variants) = match expression {
            Expression::Inline(inline) => (inline, &[][..]),
            Expression::Select { selector, variants } => (selector, &variants[..]),
        };
        match inline {
            InlineExpression::VariableReference { id } => {
                if found.arguments.iter().all(|argument| argument != id.name) {
                    found.arguments.push(id.name.to_owned());
                }
            }
            InlineExpression::StringLiteral { .. } => {}
            other => return Err(format!("{other:?} stands in braces")),
        }
        if !variants.is_empty() {
            let name = |key: &VariantKey<&str>| match key {
                VariantKey::Identifier { name } => (*name).to_owned(),
                VariantKey::NumberLiteral { value } => (*value).to_owned(),
            };
            found.choices.push(variants.iter().map(|variant| name(&variant.key)).collect());
        }
        for variant in variants {
            collect(&variant.value, found)?;
        }
    }
    Ok(())
}

/// What is wrong with a translation.
fn differences(english: &[&str], other: &[&str], language: &str) -> Vec<String> {
    let english = read(english).expect("the English catalogue can be read");
    let other = match read(other) {
        Ok(other) => other,
        Err(error) => return vec![error],
    };
    let forms = FORMS.iter().find(|(tag, _)| *tag == language).map(|(_, forms)| *forms);
    let forms = forms.expect("the forms of each language are known");
    let mut wrong = Vec::new();
    for (id, expected) in &english {
        let Some(found) = other.get(id) else {
            wrong.push(format!("{id} is missing"));
            continue;
        };
        if found.arguments != expected.arguments {
            let (found, expected) = (&found.arguments, &expected.arguments);
            wrong.push(format!("{id} has {found:?} instead of {expected:?}"));
        }
        for choice in found.choices.iter().filter(|choice| is_plural(choice)) {
            let is_foreign = |form: &&String| {
                CATEGORIES.contains(&form.as_str()) && !forms.contains(&form.as_str())
            };
            if let Some(form) = choice.iter().find(is_foreign) {
                wrong.push(format!("{id}: no number is [{form}] in {language}"));
            }
            // Most readers never see the form of millions.
            let needed = forms.iter().filter(|form| **form != "many");
            for form in needed.filter(|form| !choice.iter().any(|has| has == **form)) {
                wrong.push(format!("{id} lacks [{form}]"));
            }
        }
    }
    let superfluous = other.keys().filter(|id| !english.contains_key(*id));
    wrong.extend(superfluous.map(|id| format!("{id} is not in English")));
    wrong
}

#[test]
fn a_translation_with_gaps_leftovers_or_other_arguments_is_refused() {
    let english = ["a = one { $node }\nb = two"];
    assert!(differences(&english, &["a = { $node } uno\nb = dos"], "es").is_empty());
    let wrong = |other: &str| differences(&english, &[other], "es").join("; ");
    assert_eq!(wrong("a = uno { $node }"), "b is missing");
    assert_eq!(wrong("a = uno { $node }\nb = dos\nc = tres"), "c is not in English");
    assert_eq!(wrong("a = uno { $nodo }\nb = dos"), r#"a has ["nodo"] instead of ["node"]"#);
    assert_eq!(wrong("a = uno { $node }\nb = dos\nb = dos"), "b stands twice");
    assert!(!wrong("a = { $node\nb = dos").is_empty());
    assert!(!wrong("a = uno { $node }\nb = { a }").is_empty());
}

#[test]
fn a_translation_has_the_forms_of_its_language_and_no_others() {
    let select = |forms: &[&str]| {
        let mut text = "a = { $count ->\n".to_owned();
        for form in forms {
            let _ = writeln!(text, "    [{form}] x");
        }
        text + "   *[other] { $count } x\n }"
    };
    let english = select(&["one"]);
    let wrong = |forms: &[&str], language: &str| {
        differences(&[&english], &[&select(forms)], language).join("; ")
    };
    assert_eq!(wrong(&["one"], "fa"), "");
    assert_eq!(wrong(&["0", "one", "many"], "es"), "");
    assert_eq!(wrong(&[], "zh"), "");
    assert_eq!(wrong(&[], "es"), "a lacks [one]");
    assert_eq!(wrong(&["one"], "zh"), "a: no number is [one] in zh");
    assert_eq!(wrong(&["one", "few"], "fa"), "a: no number is [few] in fa");
    assert_eq!(differences(&[&english], &["a = { $count } x"], "zh"), [""; 0]);
}

#[test]
fn every_translation_is_complete() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
    let mut wrong = String::new();
    for language in fs::read_dir(folder).unwrap() {
        let path = language.unwrap().path();
        let tag = path.file_name().unwrap().to_string_lossy().into_owned();
        assert!(Language::ALL.iter().any(|known| known.tag() == tag), "{tag} is no Language");
        for file in fs::read_dir(&path).unwrap() {
            let name = file.unwrap().file_name().into_string().unwrap();
            assert!(FILES.contains(&&*name), "{name} of {tag} is never loaded");
        }
        for (name, english) in FILES.iter().zip(ENGLISH) {
            let own = fs::read_to_string(path.join(name)).unwrap_or_default();
            for difference in differences(&[english], &[&own], &tag) {
                let _ = writeln!(wrong, "{tag}/{name}: {difference}");
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// The page chooses a language before the program runs, so its files name the languages, too.
#[test]
fn the_page_offers_every_language() {
    let read = |name: &str| {
        let web = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../web/placeholder");
        fs::read_to_string(web.join(name)).unwrap()
    };
    let tags: Vec<&str> = Language::ALL.iter().map(|language| language.tag()).collect();
    let tags: Vec<&str> = tags.into_iter().filter(|tag| tag.len() == 2).collect();
    let choice = format!("/^(en-x[ab]|{})(?![a-z])/i", tags.join("|"));
    assert!(read("early.js").contains(&choice), "early.js must have {choice}");
    let menu = read("share.html");
    for tag in tags {
        let link = format!("<a href=\"?lang={tag}\" lang=\"{tag}\">");
        assert!(menu.contains(&link), "the menu of languages must have {link}");
    }
}
