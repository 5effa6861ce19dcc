//! A presentation: the stage, a sentence and the transport, for the back of the room.

use anyhow::Result;
use tests::browser::{Key, Page, on_page};

#[test]
fn a_presentation_hides_all_but_stage_sentence_and_transport_and_ends() {
    on_page("paused&seed=7", async |page| {
        assert_eq!(shown(page).await?, ["top bar", "field", "sentence", "transport"]);
        page.press("f").await?;
        page.until_reads("a bare page", "return !document.querySelector('.field')", true).await?;
        assert_eq!(shown(page).await?, ["sentence", "transport"]);
        page.step(1).await?;
        page.click("End the presentation").await?;
        page.until_reads("a field", "return !!document.querySelector('.field')", true).await?;
        assert_eq!(shown(page).await?, ["top bar", "field", "sentence", "transport"]);
        page.press(Key::Escape).await
    });
}

#[test]
fn inside_another_page_there_is_nothing_to_come_back_to() {
    on_page("paused&embed", async |page| {
        page.press("f").await?;
        page.step(1).await?;
        assert_eq!(shown(page).await?, ["sentence", "transport"]);
        Ok(())
    });
}

/// Which parts of the page are there to be seen.
async fn shown(page: &Page) -> Result<Vec<String>> {
    let parts = "return Object.entries({
            'top bar': '[aria-label=Help]', field: '#value', sentence: '.say p', transport: '.play'
        }).filter(([_, selector]) => document.querySelector(selector)?.checkVisibility())
        .map(([name]) => name)";
    page.read(parts, vec![]).await
}
