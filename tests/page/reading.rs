//! For how long a sentence stands, with frames of known length.

use anyhow::{Result, ensure};
use tests::browser::{Page, on_page};

/// The length of a frame.
const FRAME_MS: f64 = 100.0;

const SENTENCE: &str = "return document.querySelector('.sentence p').firstChild.textContent";

/// What a script returns in each of so many frames, and for how many frames each stood.
async fn watch(page: &Page, script: &str, frames: u32) -> Result<Vec<(String, u32)>> {
    let mut seen: Vec<(String, u32)> = Vec::new();
    for _ in 0..frames {
        page.give_frame(FRAME_MS).await?;
        let text: String = page.read(script, vec![]).await?;
        match seen.last_mut() {
            Some((last, times)) if *last == text => *times += 1,
            _ => seen.push((text, 1)),
        }
    }
    Ok(seen)
}

#[test]
fn at_full_speed_a_sentence_that_matters_can_be_read() {
    on_page("speed=1&seed=7&paused", async |page| {
        page.keep_frames().await?;
        page.click("Play").await?;
        let seen = watch(page, SENTENCE, 150).await?;
        let (asks, times) = &seen[1];
        ensure!(asks.contains("asks for votes in term 1"), "{seen:?}");
        // 180 words a minute.
        let words = u32::try_from(asks.split_whitespace().count())?;
        ensure!(f64::from(*times) * FRAME_MS >= f64::from(words) * 333.0, "{seen:?}");
        let leads = seen.iter().find(|(sentence, _)| sentence.contains("it leads term 1"));
        ensure!(leads.is_some_and(|(_, times)| f64::from(*times) * FRAME_MS >= 2500.0), "{seen:?}");
        page.release_frames().await
    });
}
