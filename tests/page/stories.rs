//! The gallery of stories, what is kept of a reader's progress, the way into the tour, and links to
//! beats.

use anyhow::{Result, ensure};
use serde_json::json;
use tests::browser::{Page, Visit, on_page};
use thirtyfour::{By, Key};

/// The titles that the gallery shows.
const TITLES: &str = "return [...document.querySelectorAll('#stories a')]
    .filter((link) => link.checkVisibility()).map((link) => link.textContent)";
/// The shown beat.
const BEAT: &str = "return document.querySelector('.progress')?.dataset.beat ?? null";
const PROGRESS: &str = "return JSON.parse(localStorage.getItem('progress'))";
const FILLED: &str = "return [...document.querySelectorAll('.button.primary')]
    .filter((button) => button.checkVisibility()).map((button) => button.textContent.trim())";
/// What is marked in the gallery, and how.
const MARKS: &str = "return [...document.querySelectorAll('#stories .mark')]
    .map((mark) => `${mark.parentElement.querySelector('a').textContent}: ${mark.textContent}`)";

/// Opens the gallery, and waits until it shows something.
pub(crate) async fn open_gallery(page: &Page) -> Result<()> {
    page.click("Stories").await?;
    page.until_dialogs(&["Stories"]).await?;
    let is_filled = "return document.querySelectorAll('#stories a').length > 50";
    page.until_reads("the stories", is_filled, true).await
}

/// Opens a story from the gallery.
pub(crate) async fn open_story(page: &Page, title: &str) -> Result<()> {
    open_gallery(page).await?;
    page.driver().find(By::LinkText(title)).await?.click().await?;
    page.until_dialogs(&[]).await
}

async fn search(page: &Page, text: &str) -> Result<Vec<String>> {
    let script = "const field = document.querySelector('#stories input');
        field.value = arguments[0];
        field.dispatchEvent(new Event('input'));";
    page.driver().execute(script, vec![json!(text)]).await?;
    page.read(TITLES, vec![]).await
}

#[test]
fn the_gallery_finds_stories_by_their_words_their_section_and_their_level() {
    on_page("seed=7&paused", async |page| {
        open_gallery(page).await?;
        let all: Vec<String> = page.read(TITLES, vec![]).await?;
        ensure!(all.len() >= 9 + 30 + 20, "{} stories", all.len());
        assert_eq!((&*all[0], &*all[2]), ("1. The problem", "3. Leader election"));
        let found = search(page, "WITHOUT rule 5.4.2").await?;
        assert_eq!(found, ["Figure 8 without its rule"]);
        assert_eq!(search(page, "no story has these words").await?, [""; 0]);
        search(page, "").await?;
        let choose = "const level = document.querySelector('#stories select');
            level.value = '3';
            level.dispatchEvent(new Event('change'));
            return [...document.querySelectorAll('#stories li')]
                .filter((item) => item.checkVisibility())
                .every((item) => item.querySelector('small').textContent.startsWith('Engineer'))";
        assert!(page.read::<bool>(choose, vec![]).await?);
        let engineers: Vec<String> = page.read(TITLES, vec![]).await?;
        ensure!(!engineers.is_empty() && engineers.len() < all.len(), "{engineers:?}");
        Ok(())
    });
}

#[test]
fn the_gallery_is_used_with_the_keyboard() {
    on_page("seed=7&paused", async |page| {
        open_gallery(page).await?;
        assert_eq!(page.focused().await?, "Search");
        page.press("split vote").await?;
        page.press(Key::Down).await?;
        let first: Vec<String> = page.read(TITLES, vec![]).await?;
        assert_eq!(page.focused().await?, first[0]);
        page.press(Key::Down).await?;
        assert_eq!(page.focused().await?, first[1]);
        page.press(Key::Up).await?;
        page.press(Key::Up).await?;
        assert_eq!(page.focused().await?, "Search");
        page.press(Key::Down).await?;
        page.press(Key::Enter).await?;
        page.until_dialogs(&[]).await?;
        page.until_reads("a story", "return location.search.includes('scenario=')", true).await
    });
}

#[test]
fn the_gallery_fills_a_phone_and_can_be_closed() {
    Visit::to("seed=7&paused").on_a_phone().run(async |page| {
        page.click("Help").await?;
        page.click_in("Help", "Stories").await?;
        let fills = "const box = document.querySelector('#stories').getBoundingClientRect();
            return document.querySelectorAll('#stories a').length > 50
                && box.width === innerWidth && box.height === innerHeight";
        page.until_reads("a full gallery", fills, true).await?;
        for control in ["Search", "Level", "Close"] {
            let place = page.find(control, Some("Stories")).await?;
            assert!(place.reached && place.size.1 >= 24.0, "{control}: {place:?}");
        }
        page.click_in("Stories", "Close").await?;
        page.until_dialogs(&["Help"]).await
    });
}

#[test]
fn a_link_to_a_beat_shows_it_and_the_address_names_the_next_one() {
    let link = "scenario=stories/tour/3-leader-election.raft&beat=majority";
    on_page(link, async |page| {
        page.until_reads("the beat", BEAT, Some("majority".to_owned())).await?;
        let seen = page.until("a pause", |seen| !seen.clock.playing).await?;
        assert_eq!(seen.node("D").role, "leader");
        page.click("Continue").await?;
        page.until_reads("the next beat", BEAT, Some("overlap".to_owned())).await?;
        page.driver().execute("dispatchEvent(new Event('blur'))", vec![]).await?;
        let address: String = page.read("return location.search", vec![]).await?;
        assert_eq!(address, "?scenario=stories/tour/3-leader-election.raft&beat=overlap");
        page.reload().await?;
        page.until_reads("the same beat", BEAT, Some("overlap".to_owned())).await?;
        page.open("scenario=stories/tour/3-leader-election.raft&beat=task").await?;
        let task = "return document.querySelector('.task') !== null";
        page.until_reads("the task", task, true).await
    });
}

#[test]
fn an_unknown_beat_is_complained_about_in_a_sentence() {
    on_page("scenario=stories/tour/3-leader-election.raft&beat=nowhere", async |page| {
        let alerts = page.until_alerts(1).await?;
        assert!(alerts[0].contains("beat=nowhere ignored"), "{alerts:?}");
        Ok(())
    });
}

#[test]
fn the_tour_is_the_one_filled_button_and_goes_on_where_it_was_left() {
    on_page("seed=7", async |page| {
        page.until_reads("the button", FILLED, vec!["Start the tour".to_owned()]).await?;
        page.click("Start the tour").await?;
        page.until_reads("the first chapter", BEAT, Some(first_beat(page).await?)).await?;
        let chapter = "scenario=stories/tour/3-leader-election.raft&beat=majority";
        page.open(chapter).await?;
        page.until_reads("the beat", BEAT, Some("majority".to_owned())).await?;
        page.until_reads(
            "what is kept",
            "return JSON.parse(localStorage.getItem('progress')).tour",
            json!({ "story": "tour/3-leader-election", "beat": "majority" }),
        )
        .await?;
        page.open("seed=7").await?;
        page.until_reads("the button", FILLED, vec!["Continue the tour".to_owned()]).await?;
        page.click("Continue the tour").await?;
        page.until_reads("the beat", BEAT, Some("majority".to_owned())).await?;
        let done = "localStorage.setItem('progress',
            JSON.stringify({ version: 1, stories: {}, tasks: {}, tour: {} }))";
        page.driver().execute(done, vec![]).await?;
        page.open("seed=7").await?;
        page.until("a leader", |seen| !seen.leaders().is_empty()).await?;
        let filled: Vec<String> = page.read(FILLED, vec![]).await?;
        assert!(filled.iter().all(|text| !text.contains("tour")), "{filled:?}");
        // The top bar still leads to it.
        page.find("Tour", None).await?;
        Ok(())
    });
}

/// The first beat that the page shows.
async fn first_beat(page: &Page) -> Result<String> {
    page.until_reads("a beat", "return !!document.querySelector('.progress')?.dataset.beat", true)
        .await?;
    page.read(BEAT, vec![]).await
}

#[test]
fn the_first_election_comes_within_three_seconds() {
    on_page("seed=7", async |page| {
        let seen = page.until("the page", |_| true).await?;
        // At 1/50, three seconds are 60 ms.
        let candidate =
            page.until("an election", |seen| seen.nodes.iter().any(|node| node.term > 0)).await?;
        let waited_us = candidate.clock.now_us - seen.clock.now_us;
        ensure!(seen.clock.now_us > 0 && waited_us <= 60_000, "{waited_us} µs");
        page.open("seed=7&paused").await?;
        page.until("the beginning", |seen| seen.clock.now_us == 0).await?;
        Ok(())
    });
}

#[test]
fn what_a_reader_has_done_is_kept_marked_saved_and_loaded() {
    on_page("scenario=stories/tasks/elect-a-leader.raft&beat=task", async |page| {
        let kept = "return JSON.parse(localStorage.getItem('progress'))
            ?.stories['tasks/elect-a-leader'] ?? null";
        page.until_reads("the task", kept, json!({ "beat": "task", "end": true })).await?;
        let reached = json!({
            "version": 1, "stories": { "split-vote": { "beat": "a", "end": true } },
            "tasks": { "tasks/elect-a-leader": 1 },
        });
        open_gallery(page).await?;
        page.until_reads("the mark", MARKS, vec!["Elect a leader: Begun".to_owned()]).await?;
        let load = "const file = document.querySelector('#stories input[type=file]');
            const transfer = new DataTransfer();
            transfer.items.add(new File([arguments[0]], 'progress.json'));
            file.files = transfer.files;
            file.dispatchEvent(new Event('change'));";
        page.driver().execute(load, vec![json!("{}")]).await?;
        let status = "return document.querySelector('#stories [role=status]').textContent";
        let refusal = "progress.json holds no progress of this page.".to_owned();
        page.until_reads("a refusal", status, refusal).await?;
        page.driver().execute(load, vec![json!(reached.to_string())]).await?;
        let marks = ["A split vote: ✓ Done", "Elect a leader: ✓ Solved with 1 act"];
        page.until_reads("the marks", MARKS, marks.map(str::to_owned).to_vec()).await?;
        let kept: serde_json::Value = page.read(PROGRESS, vec![]).await?;
        assert_eq!(kept["tasks"]["tasks/elect-a-leader"], 1);
        Ok(())
    });
}

#[test]
fn without_storage_stories_are_told_and_the_progress_lasts_for_the_visit() {
    on_page("seed=7&paused", async |page| {
        let refuse = "const { prototype } = Storage;
            prototype.getItem = prototype.setItem = () => { throw new Error('no') }";
        page.driver().execute(refuse, vec![]).await?;
        open_story(page, "3. Leader election").await?;
        page.until_reads("the first beat", BEAT, Some("start".to_owned())).await?;
        open_gallery(page).await?;
        page.until_reads("the mark", MARKS, vec!["3. Leader election: Begun".to_owned()]).await
    });
}
