//! Links: a shared run opens again, and a damaged one changes nothing.

pub(crate) mod files;

use std::time::Instant;

use crate::stories::open_story;
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use tests::browser::{Key, Page, TIMEOUT, Visit, Withheld, on_page};

/// The sentence, without its link.
const SENTENCE: &str = "return document.querySelector('.sentence p').firstChild.textContent";
/// The caption below the sentence.
const CAPTION: &str = "return document.querySelector('.caption')?.textContent ?? ''";

#[test]
fn a_share_link_shows_the_same_moment() {
    on_page("speed=1&seed=7", async |page| {
        let leader = page.leader().await?;
        page.click("Send x=5").await?;
        page.until("5 on all nodes", |seen| seen.all_show("5")).await?;
        page.act_on(&leader, "Isolate").await?;
        page.press(Key::Escape).await?;
        page.until("a second leader", |seen| seen.leaders().len() == 2).await?;
        let link = share(page, "Two leaders <img src=q onerror=alert(1)>").await?;
        let shared = page.seen().await?;
        assert!(!shared.clock.playing, "what is shared stands still");
        // In another tab without this run.
        page.open("").await?;
        page.driver().goto(&link).await?;
        page.until("the same moment", |seen| *seen == shared).await?;
        let caption: String = page.read(CAPTION, vec![]).await?;
        assert_eq!(caption, "Two leaders <img src=q onerror=alert(1)>");
        assert_eq!(page.alerts().await?, [""; 0]);
        page.click("Play").await?;
        page.until("it goes on", |seen| seen.clock.now_us > shared.clock.now_us).await?;
        // The address still contains the shared moment.
        page.reload().await?;
        page.until("the same time again", |seen| *seen == shared).await?;
        Ok(())
    });
}

#[test]
fn a_shared_story_keeps_its_beats_what_they_point_at_and_its_question() {
    on_page("scenario=stories/tour/3-leader-election.raft&beat=return&speed=1", async |page| {
        let shown = "return [document.querySelector('.progress')?.dataset.beat,
            document.querySelectorAll('.segments button').length,
            document.querySelectorAll('.spotlights > *').length,
            document.querySelectorAll('.choice.open').length]";
        let has_beat = "return document.querySelector('.progress')?.dataset.beat ?? ''";
        page.until_reads("the beat", has_beat, "return".to_owned()).await?;
        let before: Value = page.read(shown, vec![]).await?;
        let seen = page.seen().await?;
        assert_eq!(before[3], 3, "{before}");
        let link = share(page, "").await?;
        page.open("").await?;
        page.driver().goto(&link).await?;
        page.until_reads("the same place", shown, before).await?;
        page.until("the same moment", |other| *other == seen).await?;
        assert_eq!(page.alerts().await?, [""; 0]);
        page.click("Continue").await?;
        page.until_reads("the next beat", has_beat, "clock".to_owned()).await?;
        // A caption is said at the shared moment.
        let link = share(page, "Look at D").await?;
        page.open("").await?;
        page.driver().goto(&link).await?;
        let sentence = "return document.querySelector('.sentence p').textContent.trim()";
        page.until_reads("the caption", sentence, "Look at D".to_owned()).await?;
        page.until_reads("its beat", has_beat, "look-at-d".to_owned()).await?;
        assert_eq!(page.alerts().await?, [""; 0]);
        Ok(())
    });
}

#[test]
fn a_damaged_link_is_reported_and_keeps_the_run() {
    on_page("seed=7&speed=1", async |page| {
        page.until_settled().await?;
        let link = share(page, "").await?;
        page.press(Key::Escape).await?;
        let code = link.split_once('#').context("a link has a code")?.1.to_owned();
        let before = page.seen().await?;
        let (head, tail) = code.split_at(code.len() / 2);
        let bomb = bomb(page).await?;
        for (mangled, told) in [
            (code.replacen("r1", "r2", 1), "it has version 2, and this page reads version 1."),
            ("r1".into(), "it is incomplete or damaged at its beginning."),
            (head.into(), "it is incomplete. It has "),
            (format!("{head}!{tail}"), "character "),
            (format!("{head}AAAAAA{}", &tail[6..]), "it is damaged (its checksum does not match)."),
            (bomb, "it is larger than 2 MB."),
        ] {
            page.read::<Value>("location.hash = arguments[0]", vec![json!(mangled)]).await?;
            let told = format!("The link was not opened: {told}");
            let alerts = "return [...document.querySelectorAll('.notices p')]
                .filter((line) => line.textContent.startsWith(arguments[0])).length";
            let look = async || page.read::<u32>(alerts, vec![json!(told)]).await;
            let began = Instant::now();
            while look().await? != 1 {
                ensure!(began.elapsed() < TIMEOUT, "{mangled}: {:?}", page.alerts().await?);
            }
            assert_eq!(page.alerts().await?.len(), 1, "{mangled}");
            let kept = page.seen().await?.without_places();
            assert_eq!(kept, before.clone().without_places(), "{mangled}");
        }
        // Mail programs add the punctuation after a link.
        let extended = json!(format!("{code}.)"));
        page.read::<Value>("location.hash = arguments[0]", vec![extended]).await?;
        let alerts = "return document.querySelectorAll('[role=alert]').length";
        page.until_reads("no complaint", alerts, 0).await
    });
}

#[test]
fn a_first_visit_with_a_damaged_link_works() {
    on_page("seed=7&speed=1#r1=9.abc", async |page| {
        page.until_settled().await?;
        page.until_alerts(1).await?;
        Ok(())
    });
}

#[test]
fn the_address_is_opened_although_the_catalogue_loads_late() {
    let story = "scenario=stories/split-vote.raft&paused";
    late_words(story, async |page| {
        page.until("four nodes", |seen| seen.nodes.len() == 4).await?;
        Ok(())
    });
    late_words("seed=7&speed=1#r1=9.abc", async |page| {
        page.until_settled().await?;
        page.until_alerts(1).await?;
        Ok(())
    });
}

/// A visit whose catalogues arrive after the program already waits for them.
fn late_words(query: &str, test: impl AsyncFnOnce(&Page) -> Result<()>) {
    Visit::to(query).without(Withheld::ForNow(".ftl")).run(async |page| {
        let waits = "return typeof wasmBindings !== 'undefined'";
        page.until_reads("the program", waits, true).await?;
        page.site().release();
        test(page).await
    });
}

#[test]
fn the_address_opens_a_story_at_a_moment() {
    on_page("scenario=stories/partition.raft&at=0.7s&paused&speed=1", async |page| {
        let seen = page.until("that moment", |seen| seen.clock.now_us == 700_000).await?;
        assert_eq!((&*seen.clock.seed, seen.clients.len()), ("3", 2));
        let speaks = format!("{SENTENCE} !== ''");
        page.until_reads("the story's sentence", &speaks, true).await?;
        page.open("seed=7&at=1200&paused").await?;
        page.until("that moment", |seen| seen.clock.now_us == 1_200_000).await?;
        page.open("seed=7&scenario=%2F%2Felsewhere/x.raft&lang=de&speed=1").await?;
        page.until_settled().await?;
        page.until_alerts(2).await?;
        Ok(())
    });
}

#[test]
fn stories_opened_from_the_page_start_at_the_beginning() {
    on_page("seed=7&speed=1", async |page| {
        page.until_settled().await?;
        open_story(page, "A split vote").await?;
        page.until("four nodes", |seen| seen.nodes.len() == 4).await?;
        let seen = page.until("its first beat", |seen| !seen.clock.playing).await?;
        assert!(seen.leaders().is_empty(), "it is before any election");
        assert!(!page.read::<String>(SENTENCE, vec![]).await?.is_empty());
        Ok(())
    });
}

#[test]
fn sharing_works_without_clipboard_and_storage() {
    on_page("speed=1&seed=7", async |page| {
        page.until_settled().await?;
        let link = share(page, "").await?;
        page.click_in("Share", "Copy the link").await?;
        let done = "return document.getElementById('done').textContent";
        let refuse = "navigator.clipboard.writeText = () => Promise.reject(new Error('no'));
            const { prototype } = Storage;
            prototype.getItem = prototype.setItem = () => { throw new Error('no') }";
        page.driver().execute(refuse, vec![]).await?;
        page.click_in("Share", "Copy the link").await?;
        page.until_reads("what to do instead", done, "Press Ctrl+C to copy.".to_owned()).await?;
        let selected = "const field = document.activeElement;
            return field.value.slice(field.selectionStart, field.selectionEnd)";
        assert_eq!(page.read::<String>(selected, vec![]).await?, link);
        Ok(())
    });
}

#[test]
fn a_phone_shares_from_its_menu() {
    Visit::to("speed=1&seed=7").on_a_phone().run(async |page| {
        page.until_settled().await?;
        page.click("Help").await?;
        page.click_in("Help", "Share").await?;
        let link = "return document.getElementById('link').value.includes('#r1=')";
        page.until_reads("a link", link, true).await?;
        for control in ["Copy the link", "Save", "SVG", "NDJSON"] {
            let place = page.find(control, Some("Share")).await?;
            assert!(place.reached && place.size.1 >= 24.0, "{control}: {place:?}");
        }
        page.press(Key::Escape).await?;
        page.click_in("Help", "Stories").await?;
        page.until_dialogs(&["Help", "Stories"]).await?;
        let is_filled = "return document.querySelectorAll('#stories a').length > 50";
        page.until_reads("the stories", is_filled, true).await?;
        let story = page.driver().find(thirtyfour::By::LinkText("A split vote")).await?;
        story.click().await?;
        page.until("four nodes", |seen| seen.nodes.len() == 4).await?;
        page.until_dialogs(&[]).await
    });
}

/// Opens the dialog, enters this caption, and returns the link.
async fn share(page: &Page, caption: &str) -> Result<String> {
    page.click("Share").await?;
    page.until_dialogs(&["Share"]).await?;
    let read = "return document.getElementById('link').value";
    let has_link = format!("{read}.includes('#r1=')");
    page.until_reads("a link", &has_link, true).await?;
    let before: String = page.read(read, vec![]).await?;
    if caption.is_empty() {
        return Ok(before);
    }
    page.click_in("Share", "Caption").await?;
    page.driver().execute("document.activeElement.select()", vec![]).await?;
    page.press(caption).await?;
    let began = Instant::now();
    let mut last = before.clone();
    loop {
        let link: String = page.read(read, vec![]).await?;
        if link != before && link == last {
            return Ok(link);
        }
        ensure!(began.elapsed() < TIMEOUT, "the link does not change");
        last = link;
        page.pass_frames(10).await?;
    }
}

/// The code of a link that decompresses to far more than any run.
async fn bomb(page: &Page) -> Result<String> {
    let script = "const [done] = arguments;
        const stream = new Blob(['#'.repeat(5e7)]).stream();
        new Response(stream.pipeThrough(new CompressionStream('deflate'))).arrayBuffer().then(
            (bytes) => {
                let letters = '';
                for (const byte of new Uint8Array(bytes)) letters += String.fromCharCode(byte);
                const code = btoa(letters).replace(/\\+/g, '-').replace(/\\//g, '_');
                done('r1=' + code.replace(/=/g, '').length + '.' + code.replace(/=/g, ''));
            });";
    let returned = page.driver().execute_async(script, vec![]).await?;
    Ok(serde_json::from_value(returned.json().clone())?)
}
