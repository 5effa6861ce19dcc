//! The glossary: what the terms of a text mean, where the tour teaches them, and the list of all.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::json;
use tests::browser::{Page, Visit, on_page};
use thirtyfour::Key;

/// The marked terms.
const MARKED: &str = "return [...CSS.highlights.get('term') ?? []].map(String)";
/// The middle of a marked term.
const PLACE: &str = "const term = [...CSS.highlights.get('term')]
    .find((range) => String(range) === arguments[0]).getClientRects()[0];
    return [term.x + term.width / 2, term.y + term.height / 2]";
/// What the panel says; nothing if it is closed.
const PANEL: &str = "return document.querySelector('.glossary:popover-open')?.innerText ?? ''";
/// Which terms the panel explains.
const TERMS: &str = "return [...document.querySelectorAll('.glossary:popover-open dt')]
    .map((term) => term.textContent)";
const PLAYING: &str = "return document.querySelector('[data-playing]').dataset.playing";
const BEAT: &str = "return document.querySelector('.progress')?.dataset.beat ?? null";

const STORY: &str = "scenario=stories/tour/3-leader-election.raft&beat=one-leader";

/// What a term means in a language.
fn meaning(language: &str, term: &str) -> Result<String> {
    let path = format!("../web/glossary/{language}.ftl");
    let glossary = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path))?;
    let mut lines = glossary.lines().skip_while(|line| !line.starts_with(&format!("{term} = ")));
    let means = lines.find_map(|line| line.strip_prefix("    .means = "));
    Ok(means.with_context(|| format!("{language} has no {term}"))?.to_owned())
}

/// Clicks on a marked term, and waits for the panel.
async fn click_term(page: &Page, word: &str) -> Result<String> {
    let is_marked = format!("{MARKED}.includes({})", json!(word));
    page.until_reads("a marked term", &is_marked, true).await?;
    let at = page.read(PLACE, vec![json!(word)]).await?;
    page.click_at(at).await?;
    page.until_reads("a panel", &format!("{TERMS}.length"), 1).await?;
    page.read(PANEL, vec![]).await
}

#[test]
fn a_click_on_a_term_of_the_narration_says_what_it_means() {
    on_page("seed=7&paused", async |page| {
        let panel = click_term(page, "votes").await?;
        ensure!(panel.contains(&meaning("en", "vote")?), "{panel}");
        let panel = click_term(page, "leader").await?;
        ensure!(panel.contains(&meaning("en", "leader")?), "{panel}");
        page.press(Key::Escape).await?;
        page.until_reads("no panel", PANEL, String::new()).await?;
        // The button in the same text still does what it says.
        page.click("Why?").await?;
        page.until_reads("an answer", "return !!document.querySelector('.why')", true).await?;
        assert_eq!(page.read::<String>(PANEL, vec![]).await?, "");
        Ok(())
    });
}

#[test]
fn a_term_of_a_story_leads_to_the_beat_that_teaches_it() {
    on_page(STORY, async |page| {
        let panel = click_term(page, "majority").await?;
        ensure!(panel.contains(&meaning("en", "majority")?), "{panel}");
        page.press(Key::Escape).await?;
        click_term(page, "leader").await?;
        page.click("Learn about “leader” in the tour").await?;
        page.until_reads("the beat", BEAT, Some("leader".to_owned())).await?;
        page.until_reads("no panel", PANEL, String::new()).await?;
        let title = "return document.querySelector('.progress b').textContent";
        page.until_reads("the chapter", title, "2. Raft at a glance".to_owned()).await
    });
}

#[test]
fn a_key_explains_the_terms_of_the_sentence_while_time_stands_still() {
    Visit::to("seed=7&speed=1").sized(1280, 800).run(async |page| {
        page.leader().await?;
        page.press("g").await?;
        page.until_reads("stopped time", PLAYING, "false".to_owned()).await?;
        let (marked, terms): (Vec<String>, Vec<String>) =
            (page.read(MARKED, vec![]).await?, page.read(TERMS, vec![]).await?);
        ensure!(!terms.is_empty() && terms.len() <= marked.len(), "{terms:?} of {marked:?}");
        assert_eq!(page.focused().await?, "Glossary");
        page.press(Key::Escape).await?;
        page.until_reads("no panel", PANEL, String::new()).await?;
        page.until_reads("running time", PLAYING, "true".to_owned()).await?;
        // An act on the run closes the panel, and decides whether time runs.
        page.press("g").await?;
        page.until_reads("stopped time", PLAYING, "false".to_owned()).await?;
        page.click("Step").await?;
        page.until_reads("no panel", PANEL, String::new()).await?;
        assert_eq!(page.read::<String>(PLAYING, vec![]).await?, "false");
        Ok(())
    });
}

#[test]
fn a_finger_reads_a_definition_in_persian_and_only_its_glossary_is_loaded() {
    Visit::to(&format!("lang=fa&{STORY}")).on_a_phone().run(async |page| {
        let panel = click_term(page, "اکثریت").await?;
        ensure!(panel.contains(&meaning("fa", "majority")?), "{panel}");
        let fits = "const panel = document.querySelector('.glossary:popover-open');
            const { left, right, top, bottom } = panel.getBoundingClientRect();
            const term = [...CSS.highlights.get('term')]
                .find((range) => String(range) === 'اکثریت').getBoundingClientRect();
            const isInside = left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight;
            return isInside && (term.bottom <= top || bottom <= term.top)
                && panel.scrollHeight <= panel.clientHeight";
        ensure!(page.read::<bool>(fits, vec![]).await?, "the panel covers its term, or is cut off");
        let loaded = "return performance.getEntriesByType('resource')
            .map(({ name }) => name.match(/glossary\\/[a-z]+\\.ftl$/)?.[0]).filter(Boolean)";
        assert_eq!(page.read::<Vec<String>>(loaded, vec![]).await?, ["glossary/fa.ftl"]);
        Ok(())
    });
}

#[test]
fn the_help_lists_every_term() {
    on_page("seed=7&paused", async |page| {
        page.press("?").await?;
        page.until_dialogs(&["Help"]).await?;
        page.click_in("Help", "Glossary").await?;
        let visible = "return [...document.querySelectorAll('#help .glossary dt')]
            .filter((term) => term.checkVisibility()).length";
        page.until_reads("every term", visible, 34).await?;
        page.click_in("Help", "Learn about “snapshot” in the tour").await?;
        page.until_reads("the beat", BEAT, Some("snapshot".to_owned())).await?;
        page.until_dialogs(&[]).await
    });
}
