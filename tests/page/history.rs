//! Runs are not lost: by a reset, or by going back in the browser.

use anyhow::{Result, ensure};
use tests::browser::{Key, Page, Visit, on_page};

use crate::stories::open_story;

const ADDRESS: &str = "return location.search";

async fn go(page: &Page, steps: i32) -> Result<()> {
    page.driver().execute(&format!("history.go({steps})"), vec![]).await?;
    Ok(())
}

#[test]
fn back_leads_from_a_story_to_the_run_before_and_forward_to_the_story() {
    on_page("seed=7&speed=1&lang=en", async |page| {
        let leader = page.leader().await?;
        page.act_on(&leader, "Isolate").await?;
        page.click("Pause").await?;
        let before = page.until("a pause", |seen| !seen.clock.playing).await?;
        open_story(page, "A split vote").await?;
        page.until("four nodes", |seen| seen.nodes.len() == 4).await?;
        let address: String = page.read(ADDRESS, vec![]).await?;
        assert_eq!(address, "?speed=1&lang=en&scenario=stories/split-vote.raft");
        // From beat to beat.
        let mut story = page.until("a pause", |seen| !seen.clock.playing).await?;
        while story.clock.now_us < 50_000 {
            page.press(Key::PageDown).await?;
            story = page.until("a pause", |seen| !seen.clock.playing).await?;
        }
        let kept = format!("return history.state?.at === {}", story.clock.now_us);
        page.until_reads("the entry of the story", &kept, true).await?;
        go(page, -1).await?;
        page.until("the run before", |seen| seen.links == before.links).await?;
        page.until("the same moment", |seen| *seen == before).await?;
        go(page, 1).await?;
        page.until("the story at its moment", |seen| *seen == story).await?;
        Ok(())
    });
}

#[test]
fn the_address_of_a_story_names_the_moment_when_the_page_loses_the_focus() {
    on_page("scenario=runs/hand-over.raft&at=0.7s&paused&speed=1", async |page| {
        page.until("that moment", |seen| seen.clock.now_us == 700_000).await?;
        let after = page.step(3).await?;
        page.driver().execute("dispatchEvent(new Event('blur'))", vec![]).await?;
        let address: String = page.read(ADDRESS, vec![]).await?;
        let now_us = after.clock.now_us;
        let at = format!("at={}", now_us / 1000);
        ensure!(address.contains(&at), "{address} at {now_us}");
        page.reload().await?;
        page.until("the same moment", |seen| seen.clock.now_us == now_us).await?;
        // What the user does in a story is in no address, but it is kept.
        page.act_on("A", "Stop").await?;
        let acted = page.until("it stops", |seen| seen.node("A").role == "stopped").await?;
        page.driver().goto("about:blank").await?;
        page.driver().back().await?;
        page.until("what was done", |seen| *seen == acted).await?;
        Ok(())
    });
}

#[test]
fn a_reset_can_be_undone_by_button_and_key() {
    on_page("seed=7&speed=1", async |page| {
        let leader = page.leader().await?;
        page.act_on(&leader, "Isolate").await?;
        page.click("Pause").await?;
        let before = page.until("a pause", |seen| !seen.clock.playing).await?;
        page.click("Reset").await?;
        page.until("the beginning", |seen| seen.clock.now_us == 0).await?;
        page.click("Undo reset").await?;
        page.until("the run before", |seen| *seen == before).await?;
        page.click("New seed").await?;
        page.until("another seed", |seen| seen.clock.seed != "7").await?;
        page.press("u").await?;
        page.until("the run before", |seen| *seen == before).await?;
        Ok(())
    });
    Visit::to("seed=7&paused").on_a_phone().run(async |page| {
        let before = page.step(25).await?;
        page.click("Reset").await?;
        page.click("Undo reset").await?;
        page.until("the run before", |seen| *seen == before).await?;
        Ok(())
    });
}
