//! Explanations: why, and why not.

use anyhow::{Result, ensure};
use tests::browser::{Key, Page, Visit, on_page};

const TITLE: &str = "return document.querySelector('.why h2')?.textContent ?? ''";

#[test]
fn the_narration_explains_itself() {
    on_page("seed=7&paused", async |page| {
        page.step_until("a leader", |seen| !seen.leaders().is_empty()).await?;
        page.click("Why?").await?;
        let answer = answer(page).await?;
        ensure!(answer.contains('§') && answer.contains("voters voted for it"), "{answer}");
        page.press(Key::Escape).await?;
        page.until_reads("no answer", TITLE, String::new()).await?;
        page.press("w").await?;
        self::answer(page).await?;
        page.click("Close the answer").await?;
        page.until_reads("no answer", TITLE, String::new()).await
    });
}

#[test]
fn an_uncommitted_entry_names_the_missing_nodes() {
    Visit::to("seed=7&speed=1").sized(1280, 800).run(async |page| {
        let leader = page.leader().await?;
        page.click("Pause").await?;
        page.act_on(&leader, "Isolate").await?;
        page.send_to(&leader, "x=5").await?;
        page.press(Key::Escape).await?;
        page.step_until("an entry", |seen| seen.node(&leader).last_index == 2).await?;
        page.click("Why?").await?;
        page.click(&format!("Why is entry 2 of {leader} not known to be committed?")).await?;
        let waits = answer(page).await?;
        ensure!(
            waits.contains("Missing: ") && waits.contains("messages to it are lost"),
            "{waits}"
        );
        page.click("Heal").await?;
        page.click("Play").await?;
        let committed = format!("Why is x=5, entry 2 of {leader}, committed?");
        page.until_reads("another answer", TITLE, committed).await
    });
}

#[test]
fn a_cluster_without_a_leader_says_why_on_a_phone_too() {
    Visit::to("seed=7&paused").on_a_phone().run(async |page| {
        page.click("Why?").await?;
        page.until_reads("the question", TITLE, "Why is there no leader?".to_owned()).await?;
        let answer = answer(page).await?;
        ensure!(answer.contains("timers run out"), "{answer}");
        Ok(())
    });
}

/// The answer, once it is there.
async fn answer(page: &Page) -> Result<String> {
    page.until_reads("an answer", "return !!document.querySelector('.why')", true).await?;
    page.read("return document.querySelector('.why').innerText", vec![]).await
}
