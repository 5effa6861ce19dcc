//! The page without its server, after one visit; and what it requests while it has one.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::json;
use tests::browser::{Key, Page, Visit, dist};

use crate::embedding::Host;
use crate::languages::message;
use crate::stories::open_story;

/// Whether the service worker has kept all files and answers for the page.
const IS_KEPT: &str = "return navigator.serviceWorker.controller !== null";
/// Whether a file is kept.
const HAS: &str = "return caches.match(arguments[0], { ignoreSearch: true }).then(Boolean)";
const CACHES: &str = "return caches.keys()";
/// Enough simulated time for elections and many heartbeats.
const LONG_US: u64 = 3_000_000;

async fn until_kept(page: &Page) -> Result<()> {
    page.until_reads("the service worker", IS_KEPT, true).await
}

async fn has(page: &Page, path: &str) -> Result<bool> {
    page.read(HAS, vec![json!(path)]).await
}

#[test]
fn after_one_visit_the_page_needs_no_server() {
    Visit::to("seed=7&paused").with_caching().run(async |page| {
        until_kept(page).await?;
        page.site().stop();
        page.reload().await?;
        page.open("seed=7&speed=1").await?;
        let leader = page.leader().await?;
        page.click_node(&leader).await?;
        page.until_dialogs(&[&format!("Node {leader}")]).await?;
        page.press(Key::Escape).await?;
        page.click("Inspector").await?;
        page.click("Transcript").await?;
        for dialog in ["Help", "Share"] {
            page.click(dialog).await?;
            page.until_dialogs(&[dialog]).await?;
            page.press(Key::Escape).await?;
        }
        open_story(page, "A split vote").await?;
        page.until("four nodes", |seen| seen.nodes.len() == 4).await?;
        page.open("scenario=stories/tasks/make-a-split-vote.raft").await?;
        ensure!(page.alerts().await?.is_empty(), "{:?}", page.alerts().await?);
        Ok(())
    });
}

#[test]
fn without_a_server_the_page_speaks_the_languages_in_which_it_was_visited() {
    Visit::to("seed=7&paused&lang=en").with_caching().run(async |page| {
        until_kept(page).await?;
        ensure!(!has(page, "locales/es/why.ftl").await?, "a language was kept without need");
        page.open("seed=7&paused&lang=es").await?;
        for path in files_for("es")? {
            let is_kept = HAS.replace("arguments[0]", &json!(path).to_string());
            page.until_reads(&path, &is_kept, true).await?;
        }
        page.site().stop();
        let chapter = "tour/3-leader-election";
        let translated = message(&format!("web/stories/locales/es/{chapter}.ftl"), "title")?;
        for (language, title) in [("es", translated), ("en", "3. Leader election".to_owned())] {
            page.open(&format!("lang={language}&scenario=stories/{chapter}.raft")).await?;
            let shown = "return document.querySelector('.progress b')?.textContent";
            page.until_reads("the title", shown, title).await?;
            page.click_node("A").await?;
            let menu = "return document.querySelectorAll('.menu button').length > 5";
            page.until_reads("a menu", menu, true).await?;
            ensure!(page.alerts().await?.is_empty(), "{:?}", page.alerts().await?);
        }
        Ok(())
    });
}

/// The files for one language.
fn files_for(language: &str) -> Result<Vec<String>> {
    let mut files = vec![format!("glossary/{language}.ftl")];
    for folder in ["locales", "stories/locales", "stories/locales/tour"] {
        let folder = folder.replacen("locales", &format!("locales/{language}"), 1);
        for entry in fs::read_dir(dist()?.join(&folder)).context("listing what was built")? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            if name.contains('.') {
                files.push(format!("{folder}/{name}"));
            }
        }
    }
    Ok(files)
}

#[test]
fn a_first_visit_loads_no_file_twice_and_then_nothing_more() {
    Visit::to("seed=7&speed=1").with_caching().run(async |page| {
        until_kept(page).await?;
        let requested = page.site().requested();
        let mut seen = BTreeSet::new();
        let twice: Vec<&String> = requested.iter().filter(|path| !seen.insert(*path)).collect();
        ensure!(twice.is_empty(), "requested twice: {twice:?}");
        let entries = "return performance.getEntriesByType('resource').length";
        let before: u32 = page.read(entries, vec![]).await?;
        let now = page.seen().await?.clock.now_us;
        page.until("some seconds of the run", |seen| seen.clock.now_us > now + LONG_US).await?;
        ensure!(page.read::<u32>(entries, vec![]).await? == before, "the page loaded something");
        let requested = page.site().requested().split_off(requested.len());
        ensure!(requested.is_empty(), "the server was asked for {requested:?}");
        Ok(())
    });
}

#[test]
fn a_new_build_replaces_the_files_of_the_old_one() {
    let folder = copied(&dist().expect("a built page"), "rebuilt").expect("a copy of the page");
    Visit::in_folder(folder.clone(), "seed=7&paused").with_caching().run(async |page| {
        until_kept(page).await?;
        let caches: Vec<String> = page.read(CACHES, vec![]).await?;
        let [old] = &caches[..] else { anyhow::bail!("{caches:?}") };
        let build = old.rsplit(' ').next().context("the name of a build")?;
        // A worker with another name for its build stands for another build.
        let worker = folder.join("offline.js");
        let new = fs::read_to_string(&worker)?.replace(build, "another-build");
        fs::write(&worker, new)?;
        page.open("seed=7&paused").await?;
        let update = "return navigator.serviceWorker.getRegistration()
            .then((registration) => registration.update()).then(() => true)";
        page.until_reads("an update", update, true).await?;
        let replaced = vec![old.replace(build, "another-build")];
        page.until_reads("only the new files", CACHES, replaced).await?;
        page.site().stop();
        page.reload().await
    });
    fs::remove_dir_all(folder).expect("the copy can be removed");
}

#[test]
fn a_frame_in_another_site_keeps_nothing() {
    Visit::to("seed=7&paused").with_caching().run(async |page| {
        until_kept(page).await?;
        let before = page.site().requested().len();
        let frame = "<iframe width=800 height=600 src='PAGE?seed=7&paused&embed'></iframe>";
        let _host = Host::open(page, frame).await?;
        page.driver().enter_frame(0).await?;
        page.until("life", |_| true).await?;
        page.until_reads("all words", "return self.words?.isComplete ?? false", true).await?;
        // The page registers the worker as soon as it has all words.
        page.pass_frames(2).await?;
        let requested = page.site().requested().split_off(before);
        ensure!(requested.iter().any(|path| path.contains("_bg.wasm")), "{requested:?}");
        ensure!(!requested.iter().any(|path| path.ends_with("offline.js")), "{requested:?}");
        page.driver().enter_default_frame().await?;
        page.open("seed=7&paused").await
    });
}

/// A copy of a folder in the folder for temporary files of the tests.
fn copied(from: &Path, name: &str) -> Result<PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    copy(from, &folder)?;
    Ok(folder)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let copied = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &copied)?;
        } else {
            fs::copy(entry.path(), copied)?;
        }
    }
    Ok(())
}
