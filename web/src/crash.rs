//! The crash report: one sentence and a text to copy, never a blank page.
//!
//! A panic leaves the rest of the program in an unknown state. So this module uses plain DOM calls,
//! outside the tree that Yew draws.

use std::cell::OnceCell;

use js_sys::WebAssembly;
use raft_playground::text::say;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, ErrorEvent, Event, HtmlDocument, HtmlTextAreaElement};
use yew::AttrValue;

use crate::listen::Listener;
use crate::text::words;
use crate::{page, share};

/// The id of the overlay.
const OVERLAY: &str = "crash";

/// The address for bug reports.
const REPORTS: &str = concat!(env!("CARGO_PKG_REPOSITORY"), "/issues");

thread_local! {
    static CRASH_WORDS: OnceCell<CrashWords> = const { OnceCell::new() };
}

/// The texts of the report. After a panic the program cannot be trusted to format them.
#[derive(Clone, Default)]
struct CrashWords {
    title: AttrValue,
    text: AttrValue,
    report: AttrValue,
    copy: AttrValue,
    copied: AttrValue,
    press_to_copy: AttrValue,
    restart: AttrValue,
}

/// Formats the texts in advance.
pub(crate) fn prepare() {
    CRASH_WORDS.with(|kept| {
        kept.get_or_init(|| CrashWords {
            title: words(&say::crash_title()),
            text: words(&say::crash_text(REPORTS)),
            report: words(&say::crash_report()),
            copy: words(&say::copy()),
            copied: words(&say::copied()),
            press_to_copy: words(&say::press_to_copy()),
            restart: words(&say::crash_restart()),
        });
    });
}

/// From now on, every crash shows the report.
pub(crate) fn install() {
    // Yew would replace a panic hook that it does not know.
    yew::set_custom_panic_hook(Box::new(|panic| show(&panic.to_string())));
    // Traps without a panic: out of memory, or a stack overflow.
    Listener::new(&page::window(), "error", |event| {
        if let Some(what) = trap(&event) {
            show(&what);
        }
    })
    .forever();
}

/// The error's message, if it came from WebAssembly.
fn trap(event: &Event) -> Option<String> {
    let error = event.dyn_ref::<ErrorEvent>()?.error();
    let trap = error.dyn_ref::<WebAssembly::RuntimeError>()?;
    Some(String::from(trap.message()))
}

/// Covers the page with the report. The first error counts; later ones are its consequences.
fn show(what: &str) {
    let document = page::document();
    if page::element(OVERLAY).is_some() {
        return;
    }
    // The page below does not work any more, so it must not be reachable.
    if let Some(app) = page::element("app") {
        let _ = app.set_attribute("inert", "");
    }
    let address = page::window().location().href().unwrap_or_default();
    // A script that can be opened again, with the error in comments above it.
    let mut report = String::new();
    for line in what.lines().chain([&*address]) {
        report += "# ";
        report += line;
        report += "\n";
    }
    report += &share::report();
    // If this fails too, no report can be shown.
    let _ = render(&document, &report);
}

fn render(document: &Document, report: &str) -> Option<()> {
    // Before the catalogues are loaded, the report has no explanation.
    let words = CRASH_WORDS.with(|kept| kept.get().cloned().unwrap_or_default());
    let overlay = add(document, document.body()?.as_ref(), "div", "")?;
    overlay.set_id(OVERLAY);
    overlay.set_class_name("crash");
    let _ = overlay.set_attribute("role", "alertdialog");
    let _ = overlay.set_attribute("aria-label", &words.title);
    let column = add(document, &overlay, "div", "")?;
    add(document, &column, "h1", &words.title)?;
    add(document, &column, "p", &words.text)?;

    let text = add(document, &column, "textarea", "")?;
    let text: HtmlTextAreaElement = text.dyn_into().ok()?;
    text.set_value(report);
    text.set_read_only(true);
    let _ = text.set_attribute("aria-label", &words.report);

    let copy = add(document, &column, "button", &words.copy)?;
    copy.set_class_name("button primary");
    let (button, restart) = (copy.clone(), words.restart.clone());
    Listener::new(&copy, "click", move |_| {
        let told = if copy_from(&text) { &words.copied } else { &words.press_to_copy };
        button.set_text_content(Some(told));
    })
    .forever();
    let again = add(document, &column, "button", &restart)?;
    again.set_class_name("button");
    Listener::new(&again, "click", |_| {
        let _ = page::window().location().reload();
    })
    .forever();
    page::focus(&copy);
    Some(())
}

fn add(document: &Document, parent: &Element, tag: &str, text: &str) -> Option<Element> {
    let element = document.create_element(tag).ok()?;
    element.set_text_content(Some(text));
    parent.append_child(&element).ok()?;
    Some(element)
}

/// Copies by selection: this needs no permission, and leaves the text selected if it fails.
fn copy_from(text: &HtmlTextAreaElement) -> bool {
    text.select();
    let document = page::document();
    let document = document.dyn_ref::<HtmlDocument>();
    document.is_some_and(|document| document.exec_command("copy").unwrap_or(false))
}

#[cfg(test)]
mod tests {
    use raft_playground::{Options, Playground, Speed};
    use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
    use web_sys::ErrorEventInit;

    use super::*;

    wasm_bindgen_test_configure!(run_in_browser);

    fn report() -> Option<String> {
        let text = page::find("#crash textarea")?;
        Some(text.unchecked_into::<HtmlTextAreaElement>().value())
    }

    fn clear() {
        if let Some(overlay) = page::element(OVERLAY) {
            overlay.remove();
        }
    }

    fn fail_with(error: &js_sys::Error) {
        let init = ErrorEventInit::new();
        init.set_error(error);
        let event = ErrorEvent::new_with_event_init_dict("error", &init).unwrap();
        page::window().dispatch_event(&event).unwrap();
    }

    #[wasm_bindgen_test]
    fn a_panic_shows_a_report_with_seed_and_commands_to_copy() {
        clear();
        crate::text::install();
        prepare();
        let options = Options { seed: 7, nodes: 5, speed: Speed::default(), paused: true };
        share::remember(Playground::new(&options).unwrap().share_snapshot());
        show("an invariant\ndoes not hold");
        let shown = report().unwrap();
        assert!(shown.starts_with("# an invariant\n# does not hold\n# http"), "{shown}");
        let text = shown.split_once("# raft-playground").unwrap().1;
        assert!(text.contains("\nseed 7\n"), "{shown}");
        assert!(shown.lines().skip_while(|line| line.starts_with('#')).count() > 1, "{shown}");
        assert!(page::find("#crash p").unwrap().text_content().unwrap().contains("bug"));

        let copy = page::find("#crash button").unwrap();
        assert_eq!(copy.text_content().unwrap(), "Copy");
        page::click(&copy);
        assert_ne!(copy.text_content().unwrap(), "Copy");
    }

    #[wasm_bindgen_test]
    fn a_later_error_does_not_replace_the_first_report() {
        clear();
        show("first");
        show("second");
        assert!(report().unwrap().starts_with("# first\n"));
        assert_eq!(page::find_all(".crash").len(), 1);
    }

    #[wasm_bindgen_test]
    fn a_trap_is_reported_but_errors_of_other_scripts_are_not() {
        clear();
        install();
        fail_with(&js_sys::Error::new("of a browser extension"));
        assert_eq!(report(), None);
        fail_with(&WebAssembly::RuntimeError::new("unreachable").unchecked_into());
        assert!(report().unwrap().starts_with("# unreachable\n"));
        clear();
    }
}
