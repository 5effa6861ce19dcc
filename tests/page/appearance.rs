//! Themes, panels, and reduced motion.

use anyhow::Result;
use serde_json::json;
use tests::browser::{Key, Page, on_page};

#[test]
fn the_theme_can_be_changed_and_is_kept() {
    on_page("theme=light&paused", async |page| {
        let light = background(page).await?;
        for _ in 0..3 {
            page.click("Dark mode").await?;
        }
        let dark = background(page).await?;
        assert_ne!(light, dark);
        page.open("paused").await?;
        page.until("life", |_| true).await?;
        assert_eq!(background(page).await?, dark, "what was chosen is kept");
        page.open("paused&theme=light").await?;
        assert_eq!(background(page).await?, light, "the address comes first");
        Ok(())
    });
}

#[test]
fn help_opens_and_closes() {
    on_page("paused", async |page| {
        page.click("Help").await?;
        page.until_dialogs(&["Help"]).await?;
        page.press(Key::Escape).await?;
        page.until_dialogs(&[]).await?;
        page.press("?").await?;
        page.until_dialogs(&["Help"]).await
    });
}

#[test]
fn all_properties_are_listed_and_two_are_not_yet_checked() {
    on_page("paused", async |page| {
        let states = "return [...document.querySelectorAll('[data-property]')]
            .map((property) => property.dataset.state)";
        let states: Vec<String> = page.read(states, vec![]).await?;
        assert_eq!(states[..10], ["holds"; 10]);
        assert_eq!(states[10..], ["waits"; 2]);
        Ok(())
    });
}

#[test]
fn reduced_motion_steps_from_event_to_event() {
    on_page("paused&seed=7", async |page| {
        let events: Vec<_> = {
            let first = page.step(1).await?.clock.now_us;
            let second = page.step(1).await?.clock.now_us;
            [0, first, second].into()
        };
        let reduce =
            json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] });
        page.driver().cdp().send_raw("Emulation.setEmulatedMedia", reduce).await?;
        page.open("seed=7&paused").await?;
        page.keep_frames().await?;
        page.click("Play").await?;
        page.play_until("two events", |seen| {
            assert!(events.contains(&seen.clock.now_us), "{} is between events", seen.clock.now_us);
            seen.clock.now_us == events[2]
        })
        .await?;
        page.release_frames().await
    });
}

async fn background(page: &Page) -> Result<String> {
    page.read("return getComputedStyle(document.documentElement).backgroundColor", vec![]).await
}
