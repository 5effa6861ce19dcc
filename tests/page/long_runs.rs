//! Runs with far more events than a user could read.

use anyhow::{Result, ensure};
use tests::browser::{Key, Observation, Page, Visit};

const HOUR_US: u64 = 3_600_000_000;

/// The maximum number of elements in the document, with the inspector open.
const MOST_ELEMENTS: usize = 1500;

#[test]
fn an_hour_of_events_can_be_rewound_and_branched() {
    Visit::to("seed=7&paused&at=3600s").sized(1280, 800).run(async |page| {
        let late = page.until("the hour's end", |seen| seen.clock.now_us == HOUR_US).await?;
        let leader = late.settled_leader().expect("a leader").name.clone();
        page.press("i").await?;
        for tab in ["Logs", "Node", "Network", "Clients", "Guarantees", "Transcript"] {
            page.click(tab).await?;
            ensure!(elements(page).await? < MOST_ELEMENTS, "{tab} has too much in it");
        }
        // Twenty heartbeats a second to each of four followers, and the events that follow from
        // them.
        page.click("All").await?;
        ensure!(elements(page).await? < MOST_ELEMENTS, "the transcript shows everything");
        page.until_reads("its last lines", LAST_LINE, true).await?;

        page.click("Back").await?;
        page.until("a step back", |seen| seen.clock.now_us < HOUR_US).await?;
        go(page, Key::Home, |seen| seen.clock.now_us == 0).await?;
        go(page, Key::End, |seen| seen.clock.now_us == HOUR_US).await?;
        page.act_on(&leader, "Stop").await?;
        page.press(Key::Escape).await?;
        page.press("+".repeat(9)).await?;
        page.click("Play").await?;
        let replaces = |seen: &Observation| seen.leaders().iter().any(|other| other.name != leader);
        let replaced = page.until("another leader", replaces).await?;
        ensure!(replaced.clock.now_us > HOUR_US, "time went on after the hour");
        Ok(())
    });
}

/// Whether the transcript shows the current moment.
const LAST_LINE: &str = "return document.querySelector('.tab').textContent.includes('3599.99')";

/// Seeks with a key.
async fn go(page: &Page, key: Key, is_there: impl Fn(&Observation) -> bool) -> Result<()> {
    page.press(key).await?;
    page.until("another moment", is_there).await?;
    Ok(())
}

async fn elements(page: &Page) -> Result<usize> {
    page.pass_frames(2).await?;
    page.read("return document.querySelectorAll('*').length", vec![]).await
}
