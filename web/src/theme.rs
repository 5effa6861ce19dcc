//! Light or dark: what the address says, else what was chosen before, else what the device prefers.
//!
//! A script in `index.html` decides before the first paint; this changes it afterwards.

use raft_playground::page_options::Theme;
use web_sys::Storage;

use crate::page;

/// The attribute of the root element, and the key of what was chosen before.
const ATTRIBUTE: &str = "data-theme";
const KEY: &str = "theme";

/// The theme that is shown.
pub(crate) fn shown() -> Theme {
    let root = page::document().document_element();
    let name = root.and_then(|root| root.get_attribute(ATTRIBUTE));
    name.and_then(|name| Theme::from_name(&name)).unwrap_or(Theme::Light)
}

/// Shows this theme.
pub(crate) fn show(theme: Theme) {
    if let Some(root) = page::document().document_element() {
        let _ = root.set_attribute(ATTRIBUTE, theme.name());
    }
}

/// Shows the other theme and remembers that.
pub(crate) fn toggle() -> Theme {
    let other = match shown() {
        Theme::Light => Theme::Dark,
        Theme::Dark => Theme::Light,
    };
    show(other);
    if let Some(storage) = storage() {
        let _ = storage.set_item(KEY, other.name());
    }
    other
}

/// The storage of this site; none if the reader switched it off.
fn storage() -> Option<Storage> {
    page::window().local_storage().ok().flatten()
}
