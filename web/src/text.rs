//! The texts of the page. A script (`web/placeholder/text.js`) loads the catalogues: Fluent for
//! JavaScript is twelve times smaller than Fluent for Rust.

use std::rc::Rc;

use js_sys::{Array, JsString};
use raft_playground::text::{Catalog, Language, Message, Sentence, Value, Words};
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use yew::AttrValue;

#[wasm_bindgen]
extern "C" {
    /// The text of a message by its number; empty while its catalogue is being loaded, its name if
    /// it has no text.
    #[wasm_bindgen(js_namespace = words)]
    fn format(number: u16, arguments: &Array) -> String;

    #[wasm_bindgen(js_namespace = words)]
    fn language() -> String;

    /// Calls back once the catalogue of the stage is loaded.
    #[wasm_bindgen(js_namespace = words)]
    fn ready(then: JsValue);

    /// Loads the other catalogues, and calls back once they are complete.
    #[wasm_bindgen(js_namespace = words)]
    fn complete(then: JsValue);
}

/// The largest integer that JavaScript represents exactly.
const LARGEST_EXACT: u64 = (1 << 53) - 1;

/// The catalogues of the page's language.
struct PageCatalog;

impl Catalog for PageCatalog {
    fn language(&self) -> Language {
        Language::from_tag(&language()).unwrap_or_default()
    }

    fn message(&self, message: Message, arguments: &[Value]) -> String {
        format(message.number(), &arguments.iter().map(argument).collect())
    }
}

#[expect(clippy::cast_precision_loss, reason = "a larger number is written")]
fn argument(value: &Value) -> JsValue {
    match value {
        Value::Text(text) => JsValue::from_str(text),
        Value::Number(number) if *number <= LARGEST_EXACT => JsValue::from_f64(*number as f64),
        Value::Number(number) => JsValue::from_str(&number.to_string()),
    }
}

/// A sentence in the page's language.
pub(crate) fn words(sentence: &Sentence) -> AttrValue {
    PageCatalog.render(sentence).into()
}

/// The text at one place of a panel.
pub(crate) fn written(words: &Words) -> AttrValue {
    match words {
        Words::Data(data) => Rc::clone(data).into(),
        words => PageCatalog.write(words).into(),
    }
}

/// Whether a line contains a text, in upper or lower case. The browser has the tables of letters.
pub(crate) fn contains(line: &[Words], wanted: &str) -> bool {
    let mut written = String::new();
    for words in line {
        written.push_str(&PageCatalog.write(words));
        written.push(' ');
    }
    let lower = |text: &str| JsString::from(text).to_lower_case();
    lower(&written).includes(&String::from(lower(wanted)), 0)
}

/// Calls back once the catalogue of the stage is loaded.
pub(crate) fn when_ready(start: impl FnOnce() + 'static) {
    ready(Closure::once_into_js(start));
}

/// Loads the other catalogues, and calls back once they are there.
pub(crate) fn when_complete(then: impl FnOnce() + 'static) {
    complete(Closure::once_into_js(then));
}

/// Provides the catalogues in tests, whose page lacks the scripts.
#[cfg(test)]
pub(crate) fn install() {
    for (path, text) in [
        ("stage", include_str!("../../crates/raft-playground/locales/en/stage.ftl")),
        ("panels", include_str!("../../crates/raft-playground/locales/en/panels.ftl")),
        ("why", include_str!("../../crates/raft-playground/locales/en/why.ftl")),
        ("shell", include_str!("../../crates/raft-playground/locales/en/shell.ftl")),
    ] {
        let document = crate::page::document();
        let kept = document.create_element("script").expect("a page has scripts");
        kept.set_text_content(Some(text));
        for (name, value) in
            [("type", "text/plain"), ("data-catalog", &*format!("locales/en/{path}.ftl"))]
        {
            kept.set_attribute(name, value).expect("an element has attributes");
        }
        document.body().expect("a page has a body").append_child(&kept).expect("it has room");
    }
    for script in
        [include_str!("../vendor/fluent-bundle.js"), include_str!("../placeholder/text.js")]
    {
        js_sys::eval(script).expect("the page's scripts run");
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use raft_playground::NodeId;
    use raft_playground::text::say;
    use wasm_bindgen_test::wasm_bindgen_test;
    use yew::platform::time::sleep;

    use super::{install, when_complete, words};

    #[wasm_bindgen_test]
    async fn numbers_of_messages_and_order_of_arguments_agree_with_the_script() {
        install();
        when_complete(|| ());
        sleep(Duration::ZERO).await;
        for (sentence, text) in [
            (say::branch_first(), "The first branch"),
            (say::links_cut(2_u64), "2 links are cut: their messages are lost."),
            (say::log_redirects_nowhere(), "does not lead and knows no leader"),
            (say::log_voters_joint([NodeId(0)], [NodeId(1)]), "voters are now A together with B"),
        ] {
            assert_eq!(&*words(&sentence), text);
        }
    }
}
