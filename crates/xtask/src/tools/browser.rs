//! The browser for the tests: a chromedriver, and the Chrome or Chromium that it starts.

use std::env;
use std::path::PathBuf;

use crate::workspace::Workspace;

/// The names of the browser's program on Debian, Ubuntu and other systems.
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "chrome"];
/// Where macOS and Windows install the browser, outside `PATH`. chromedriver knows these places.
const WELL_KNOWN: [&str; 2] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
];

/// Finds the chromedriver for the tests, if it has a browser to start.
///
/// `CHROMEDRIVER` names the program and `CHROMEWEBDRIVER` its folder, as on GitHub's runners.
pub(crate) fn find(workspace: &Workspace) -> Option<PathBuf> {
    let has_browser = env::var_os("CHROME").is_some()
        || BROWSERS.iter().any(|name| workspace.which(name).is_some())
        || WELL_KNOWN.iter().any(|path| PathBuf::from(path).is_file());
    has_browser.then(|| chromedriver(workspace)).flatten()
}

fn chromedriver(workspace: &Workspace) -> Option<PathBuf> {
    let named = env::var_os("CHROMEDRIVER").map(PathBuf::from);
    let in_folder = env::var_os("CHROMEWEBDRIVER").map(|folder| {
        PathBuf::from(folder).join(format!("chromedriver{}", env::consts::EXE_SUFFIX))
    });
    [named, in_folder]
        .into_iter()
        .flatten()
        .find(|path| path.is_file())
        .or_else(|| workspace.which("chromedriver"))
}
