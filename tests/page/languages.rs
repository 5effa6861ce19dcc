//! The page in each language, and in the two test languages: one with long words, one from right to
//! left.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use tests::browser::{Page, Visit, on_page};

/// The addresses of the catalogues that the page has loaded, and of translated stories.
const LOADED: &str = "return performance.getEntriesByType('resource')
    .map(({ name }) => new URL(name).pathname.match(/locales\\/.*/)?.[0]).filter(Boolean)";
const LANGUAGE: &str = "return document.documentElement.lang";

/// The texts that a user reads: the narration, the menu of a node, the tabs, the help.
const TEXTS: &str = "return [...document.querySelectorAll(
    '.sentence p, .menu h2, .menu button, [role=tab], [role=tablist] button, #help h2')]
    .map((element) => element.textContent.trim()).filter((text) => /\\p{L}{2}/u.test(text))";

#[test]
fn long_words_fit_the_page_and_every_text_is_translated() {
    on_page("lang=en-XA&seed=7&speed=1", async |page| {
        let texts = texts_of_a_menu(page).await?;
        // The language for tests puts an accent on every vowel of its own words.
        let plain = texts.iter().filter(|text| text.contains(['a', 'e', 'i', 'o', 'u']));
        let plain: Vec<&String> = plain.collect();
        assert!(plain.is_empty(), "without a translation: {plain:?}");
        Ok(())
    });
}

#[test]
fn a_page_from_right_to_left_keeps_its_stage() {
    on_page("lang=en-XB&seed=7&speed=1", async |page| {
        let texts = texts_of_a_menu(page).await?;
        let is_turned = |text: &&String| text.contains('\u{202e}');
        assert_eq!(texts.iter().filter(is_turned).count(), texts.len(), "{texts:?}");
        page.until_reads("a direction", "return document.documentElement.dir", "rtl".to_owned())
            .await?;
        // Links, messages and nodes are a picture, which no language turns round.
        let seen = page.seen().await?;
        let left_of = |first: &str, second: &str| {
            let place = |name: &str| seen.nodes.iter().find(|node| node.name == name);
            place(first).map(|node| node.at.0) < place(second).map(|node| node.at.0)
        };
        assert!(left_of("A", "C"), "{:?}", seen.nodes);
        Ok(())
    });
}

/// Opens the menu of the leader and gives the texts of the page.
async fn texts_of_a_menu(page: &Page) -> Result<Vec<String>> {
    let leader = page.leader().await?;
    page.click_node(&leader).await?;
    page.until_reads("a menu", "return document.querySelectorAll('.menu button').length > 5", true)
        .await?;
    let texts: Vec<String> = page.read(TEXTS, vec![]).await?;
    assert!(texts.len() > 12, "{texts:?}");
    Ok(texts)
}

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The languages with a folder of catalogues, and whether each is written from right to left.
fn languages() -> Vec<(String, bool)> {
    let folder = workspace().join("crates/raft-playground/locales");
    let entries = fs::read_dir(folder).expect("the catalogues are in the repository");
    let tags = entries.flatten().filter_map(|language| language.file_name().into_string().ok());
    tags.map(|tag| (tag.clone(), tag == "fa")).collect()
}

/// A message of a catalogue, or a text of a translated story.
pub(crate) fn message(path: &str, key: &str) -> Result<String> {
    let catalog = fs::read_to_string(workspace().join(path)).with_context(|| path.to_owned())?;
    let found = catalog.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = "));
    Ok(found.with_context(|| format!("{path} has no {key}"))?.trim().to_owned())
}

fn shell(language: &str, key: &str) -> Result<String> {
    message(&format!("crates/raft-playground/locales/{language}/shell.ftl"), key)
}

#[test]
fn each_language_is_complete_and_the_only_one_that_is_loaded() {
    for (language, is_from_right_to_left) in languages() {
        on_page(&format!("lang={language}&seed=7&speed=1"), async |page| {
            let direction = if is_from_right_to_left { "rtl" } else { "ltr" };
            page.until_reads(
                "a direction",
                "return document.documentElement.dir",
                String::from(direction),
            )
            .await?;
            ensure!(page.read::<String>(LANGUAGE, vec![]).await? == language);
            let texts = texts_of_a_menu(page).await?;
            let untranslated: Vec<&String> =
                texts.iter().filter(|text| text.contains("(English)")).collect();
            ensure!(untranslated.is_empty(), "{language}: {untranslated:?}");
            let title: String = page.read("return document.title", vec![]).await?;
            ensure!(title == shell(&language, "page-title")?, "{language}: {title}");
            let loaded: Vec<String> = page.read(LOADED, vec![]).await?;
            let own = format!("locales/{language}/");
            ensure!(loaded.iter().all(|path| path.starts_with(&own)), "{language}: {loaded:?}");
            Ok(())
        });
    }
}

#[test]
fn a_story_is_told_in_the_language_of_the_page() {
    for (language, _) in languages() {
        let catalog = format!("web/stories/locales/{language}/split-vote.ftl");
        if !workspace().join(&catalog).exists() {
            continue;
        }
        on_page(&format!("lang={language}&scenario=stories/split-vote.raft"), async |page| {
            let title = message(&catalog, "title")?;
            let shown =
                "return document.querySelector('.progress b')?.textContent.replace('\u{200f}', '')";
            page.until_reads("the title", shown, title).await?;
            ensure!(page.alerts().await?.is_empty(), "{language}: {:?}", page.alerts().await?);
            Ok(())
        });
    }
}

#[test]
fn a_story_without_a_translation_is_english_and_says_so() {
    for (language, _) in languages().into_iter().filter(|(language, _)| language != "en") {
        let catalog = format!("web/stories/locales/{language}/lost-tail.ftl");
        if workspace().join(&catalog).exists() {
            continue;
        }
        on_page(&format!("lang={language}&scenario=stories/lost-tail.raft"), async |page| {
            page.until_reads("a notice", "return document.querySelectorAll('.notices').length", 1)
                .await?;
            let panels = format!("crates/raft-playground/locales/{language}/panels.ftl");
            let notice = message(&panels, "story-not-translated")?;
            let alerts = page.alerts().await?;
            ensure!(alerts.iter().any(|alert| alert.contains(&notice)), "{language}: {alerts:?}");
            // The checks after a visit require that nothing was requested that is not there.
            let loaded: Vec<String> = page.read(LOADED, vec![]).await?;
            ensure!(!loaded.iter().any(|path| path.ends_with("lost-tail.ftl")), "{loaded:?}");
            Ok(())
        });
    }
}

#[test]
fn the_menu_changes_the_language_and_keeps_the_run() {
    on_page("seed=7&speed=1&lang=en", async |page| {
        let leader = page.leader().await?;
        page.act_on(&leader, "Isolate").await?;
        page.click("Pause").await?;
        let before = page.until("a pause", |seen| !seen.clock.playing).await?;
        page.click("Language").await?;
        page.until_dialogs(&["Language"]).await?;
        let choices: Vec<String> = page
            .read(
                "return [...document.querySelectorAll('#languages a')]
                    .map((link) => link.textContent)",
                vec![],
            )
            .await?;
        assert_eq!(choices, ["English", "简体中文", "Español", "فارسی"]);
        choose(page, "English").await?;
        page.until("the same run", |seen| seen.clock == before.clock && seen.links == before.links)
            .await?;
        // The address asks for no language any more: the choice is kept in the browser.
        let address: String = page.read("return location.search", vec![]).await?;
        ensure!(!address.contains("lang"), "{address}");
        if languages().iter().any(|(language, _)| language == "es") {
            page.click("Language").await?;
            choose(page, "Español").await?;
            page.until("the same run", |seen| {
                seen.clock == before.clock && seen.links == before.links
            })
            .await?;
            page.open("seed=7&paused").await?;
            page.until_reads("the chosen language", LANGUAGE, "es".to_owned()).await?;
        }
        Ok(())
    });
}

#[test]
fn on_a_phone_the_languages_are_in_the_help() {
    Visit::to("seed=7&paused&lang=en").on_a_phone().run(async |page| {
        page.click("Help").await?;
        page.click_in("Help", "Language").await?;
        page.until_dialogs(&["Help", "Language"]).await
    });
}

/// Presses a language in the menu and waits for the page in it.
async fn choose(page: &Page, language: &str) -> Result<()> {
    page.driver().execute("window.isOld = true", vec![]).await?;
    page.driver().find(thirtyfour::By::LinkText(language)).await?.click().await?;
    page.until_reads("another page", "return window.isOld === undefined", true).await
}
