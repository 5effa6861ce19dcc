//! Presentation mode: only the stage, a sentence and the transport, readable from the back of a
//! room.

use anyhow::Result;
use tests::browser::{Key, Page, on_page};

#[test]
fn presentation_mode_shows_only_stage_narration_and_transport() {
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
fn an_embedded_page_has_no_way_out_of_presentation_mode() {
    on_page("paused&embed", async |page| {
        page.press("f").await?;
        page.step(1).await?;
        assert_eq!(shown(page).await?, ["sentence", "transport"]);
        Ok(())
    });
}

/// The visible parts of the page.
async fn shown(page: &Page) -> Result<Vec<String>> {
    let parts = "return Object.entries({
            'top bar': '[aria-label=Help]', field: '#value', sentence: '.sentence p',
            transport: '.play'
        }).filter(([_, selector]) => document.querySelector(selector)?.checkVisibility())
        .map(([name]) => name)";
    page.read(parts, vec![]).await
}
