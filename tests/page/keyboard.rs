//! The whole page by keyboard.

use anyhow::{Result, bail};
use serde_json::json;
use tests::browser::{Key, Observation, Page, on_page};

#[test]
fn the_keyboard_sends_a_value_and_stops_a_node() {
    on_page("speed=1&seed=7", async |page| {
        page.until_settled().await?;
        press_until(page, Key::Tab, "Value").await?;
        page.press("x=8").await?;
        page.press(Key::Enter).await?;
        page.until("8 on all nodes", |seen| seen.all_show("8")).await?;
        press_until(page, Key::Tab, "Node A").await?;
        page.press(Key::Down).await?;
        assert!(page.focused().await?.starts_with("Node B"));
        page.press(Key::Enter).await?;
        page.until_dialogs(&["Node B"]).await?;
        press_until(page, Key::Down, "Stop").await?;
        page.press(Key::Enter).await?;
        page.until("B stops", |seen| seen.node("B").role == "stopped").await?;
        page.press(Key::Escape).await?;
        page.until_dialogs(&[]).await?;
        assert!(page.focused().await?.starts_with("Node B, stopped"), "the focus is back");
        Ok(())
    });
}

#[test]
fn the_keyboard_partitions_and_heals_the_cluster() {
    on_page("speed=1&seed=7", async |page| {
        press_until(page, Key::Tab, "Node A").await?;
        page.press("t").await?;
        page.until("A leads", |seen| seen.node("A").role == "leader").await?;
        page.press("x").await?;
        let cut = page.until("A is cut off", |seen| seen.link("A-B").forward == "cut").await?;
        let term = cut.node("A").term;
        let replaces = |seen: &Observation| seen.leaders().iter().any(|leader| leader.term > term);
        page.until("another leads", replaces).await?;
        press_until(page, Key::Tab, "Heal").await?;
        page.press(Key::Enter).await?;
        page.until("A follows", |seen| {
            seen.settled_leader().is_some_and(|leader| leader.name != "A")
        })
        .await?;
        Ok(())
    });
}

#[test]
fn space_toggles_playback_and_the_arrow_steps() {
    on_page("speed=1&seed=7", async |page| {
        page.press(" ").await?;
        let paused = page.until("a pause", |seen| !seen.clock.playing).await?;
        page.press(Key::Right).await?;
        let stepped = page.until("a step", |seen| *seen != paused).await?;
        assert!(!stepped.clock.playing);
        page.press(" ").await?;
        page.until("time goes on", |seen| seen.clock.playing).await?;
        page.press("--").await?;
        page.until("a slower pace", |seen| seen.clock.speed == "1/5").await?;
        page.press("+").await?;
        page.until("a faster pace", |seen| seen.clock.speed == "1/2").await?;
        Ok(())
    });
}

#[test]
fn the_arrow_steps_after_escape_has_closed_a_menu() {
    on_page("paused&seed=7", async |page| {
        let mut before = page.seen().await?;
        for open_with_keys in [false, true] {
            if open_with_keys {
                page.press(Key::Enter).await?;
                page.until_dialogs(&["Node B"]).await?;
            } else {
                page.open_menu("B").await?;
            }
            page.press(Key::Escape).await?;
            page.until_dialogs(&[]).await?;
            assert!(page.focused().await?.starts_with("Node B"), "the focus is back");
            page.press(Key::Right).await?;
            let now_us = before.clock.now_us;
            before = page.until("a step", |seen| seen.clock.now_us > now_us).await?;
        }
        page.press(Key::Left).await?;
        page.until("a step back", |seen| seen.clock.now_us < before.clock.now_us).await?;
        Ok(())
    });
}

#[test]
fn space_activates_the_focused_button_once() {
    on_page("speed=1&seed=7", async |page| {
        page.click("Pause").await?;
        page.until("a pause", |seen| !seen.clock.playing).await?;
        page.press(" ").await?;
        page.until("time goes on", |seen| seen.clock.playing).await?;
        page.pass_frames(3).await?;
        assert!(page.seen().await?.clock.playing);
        Ok(())
    });
}

#[test]
fn letters_typed_into_the_field_are_text() {
    on_page("speed=1&seed=7", async |page| {
        page.until_settled().await?;
        page.click("Value").await?;
        page.press("r +-?").await?;
        let seen = page.seen().await?;
        assert!(seen.clock.playing && seen.clock.speed == "1×" && seen.settled_leader().is_some());
        Ok(())
    });
}

#[test]
fn the_keyboard_cuts_links() {
    on_page("paused&seed=7", async |page| {
        press_until(page, Key::Tab, "Node A").await?;
        page.press("l").await?;
        assert_eq!(page.focused().await?, "Link A–B: up");
        page.press(Key::Down).await?;
        page.press(Key::Enter).await?;
        page.until("A-C is cut", |seen| seen.link("A-C").forward == "cut").await?;
        assert_eq!(page.focused().await?, "Link A–C: cut both ways");
        page.press(Key::Enter).await?;
        page.until("A-C is mended", |seen| seen.link("A-C").forward == "up").await?;
        page.press_with(Key::Shift, Key::Enter).await?;
        let seen = page.until("C-A is cut", |seen| seen.link("A-C").backward == "cut").await?;
        assert_eq!(seen.link("A-C").forward, "up", "only what arrives at A");
        page.press(Key::Escape).await?;
        assert!(page.focused().await?.starts_with("Node A"));
        Ok(())
    });
}

#[test]
fn every_control_is_reached_by_tab_and_shows_its_focus() {
    on_page("paused&seed=7", async |page| {
        let mut reached = Vec::new();
        for _ in 0..30 {
            page.press(Key::Tab).await?;
            let name = page.focused().await?;
            if name.is_empty() {
                break;
            }
            assert!(shows_focus(page).await?, "{name} does not show the focus");
            reached.push(name);
        }
        for control in ["Help", "Value", "Send", "Play", "Step", "Speed", "Reset", "New seed"] {
            assert!(reached.iter().any(|name| name == control), "{control}: {reached:?}");
        }
        assert_eq!(reached.iter().filter(|name| name.starts_with("Node ")).count(), 5);
        Ok(())
    });
}

/// Presses a key until the focused element's name begins like this.
async fn press_until(page: &Page, key: Key, name: &str) -> Result<()> {
    for _ in 0..20 {
        page.press(key.clone()).await?;
        if page.focused().await?.starts_with(name) {
            return Ok(());
        }
    }
    bail!("{name} does not get the focus, but {}", page.focused().await?)
}

/// Whether the focused element looks different without focus.
async fn shows_focus(page: &Page) -> Result<bool> {
    const MARGIN: f64 = 12.0;
    let box_of = "const box = document.activeElement.getBoundingClientRect();
        return [box.x, box.y, box.width, box.height]";
    let (x, y, width, height): (f64, f64, f64, f64) = page.read(box_of, vec![]).await?;
    let clip = json!({
        "x": (x - MARGIN).max(0.0), "y": (y - MARGIN).max(0.0), "scale": 1,
        "width": width + 2.0 * MARGIN, "height": height + 2.0 * MARGIN,
    });
    let picture = async || {
        let how = json!({ "clip": clip });
        page.driver().cdp().send_raw("Page.captureScreenshot", how).await
    };
    let with = picture().await?;
    page.driver().execute("document.activeElement.blur()", vec![]).await?;
    page.pass_frames(2).await?;
    Ok(with != picture().await?)
}
