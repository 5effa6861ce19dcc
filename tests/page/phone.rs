//! Small and large screens.

use anyhow::{Context, Result, ensure};
use tests::browser::{Key, Page, Spot, Visit};

/// The controls that must always be reachable.
const CONTROLS: [&str; 8] =
    ["Help", "Value", "Send", "Pause", "Step", "Speed", "Reset", "New seed"];

#[test]
fn a_phone_has_room_for_every_control() {
    Visit::to("speed=1&seed=7").on_a_phone().run(async |page| {
        page.until_settled().await?;
        all_at_hand(page).await?;
        page.click("Value").await?;
        page.press("x=8").await?;
        page.click("Send").await?;
        page.until("8 on all nodes", |seen| seen.all_show("8")).await?;
        page.click("Pause").await?;
        page.until("a pause", |seen| !seen.clock.playing).await?;
        Ok(())
    });
}

#[test]
fn a_phone_has_room_for_the_menu_of_a_node() {
    Visit::to("speed=1&seed=7").on_a_phone().run(async |page| {
        page.until_settled().await?;
        for node in ["A", "B", "C", "D", "E"] {
            let menu = page.open_menu(node).await?;
            let links = ["A", "B", "C", "D", "E", "X"].into_iter().filter(|other| *other != node);
            let links = links.map(|other| format!("Cut link {node}–{other}"));
            let acts = ["Send", "Stop", "Freeze", "Isolate", "Lose disk…", "Remove…", "Inspect"];
            for act in acts.map(str::to_owned).into_iter().chain(links) {
                let place = page.find(&act, Some(&menu)).await?;
                assert!(place.reached, "{act} in the menu of {node}: {place:?}");
                assert!(place.size.0 >= 24.0 && place.size.1 >= 24.0, "{act}: {place:?}");
            }
            let (width, room) = page.widths().await?;
            assert!(width <= room);
            let high = "return document.querySelector('[role=dialog]').clientHeight / innerHeight";
            assert!(page.read::<f64>(high, vec![]).await? < 0.56, "the run stays visible");
            page.press(Key::Escape).await?;
            page.until_dialogs(&[]).await?;
        }
        page.act_on("E", "Stop").await?;
        page.until("E stops", |seen| seen.node("E").role == "stopped").await?;
        Ok(())
    });
}

#[test]
fn two_taps_cut_a_link() {
    Visit::to("paused&seed=7").on_a_phone().run(async |page| {
        let before = page.seen().await?;
        page.click_link("B-E", Spot::Middle).await?;
        page.pass_frames(2).await?;
        assert_eq!(page.seen().await?.links, before.links, "the first touch only shows it");
        page.click_link("B-E", Spot::Middle).await?;
        let seen = page.until("B-E is cut", |seen| seen.link("B-E").forward == "cut").await?;
        assert_eq!(seen.link("B-E").backward, "cut");
        Ok(())
    });
}

#[test]
fn clusters_of_any_size_have_room_on_a_phone() {
    Visit::to("paused&nodes=1").on_a_phone().run(async |page| {
        for nodes in 1..=9 {
            page.open(&format!("paused&nodes={nodes}")).await?;
            page.until("the nodes", |seen| seen.nodes.len() == nodes).await?;
            page.pass_frames(2).await?;
            nothing_is_cut_off(page).await.with_context(|| format!("{nodes} nodes"))?;
        }
        Ok(())
    });
}

#[test]
fn every_screen_has_room_for_every_control() {
    Visit::to("speed=1&seed=7").run(async |page| {
        page.until_settled().await?;
        for size in [(320, 568), (360, 640), (768, 1024), (1024, 600), (1280, 720), (1920, 1080)] {
            become_so_large(page, size).await?;
            all_at_hand(page).await.with_context(|| format!("{size:?}"))?;
        }
        Ok(())
    });
}

#[test]
fn content_without_room_scrolls() {
    Visit::to("speed=1&seed=7").run(async |page| {
        page.until_settled().await?;
        // A phone in landscape, a small frame, and 1280 by 1024 at 400 % zoom.
        for size in [(640, 360), (400, 300), (320, 256)] {
            become_so_large(page, size).await?;
            for control in CONTROLS {
                let place = page.find(control, None).await?;
                ensure!(place.reached, "{size:?}: {control} cannot be reached: {place:?}");
            }
            nothing_is_cut_off(page).await.with_context(|| format!("{size:?}"))?;
        }
        Ok(())
    });
}

#[test]
fn the_focused_element_is_never_covered() {
    Visit::to("paused&seed=7").run(async |page| {
        let hidden = "const focused = document.activeElement;
            if (focused === document.body) return null;
            const { left, right, top, bottom } = focused.getBoundingClientRect();
            const seen = [0.25, 0.5, 0.75].some((part) => focused.contains(
                document.elementFromPoint((left + right) / 2, top + (bottom - top) * part)));
            return seen ? null : focused.getAttribute('aria-label') ?? focused.textContent;";
        for size in [(640, 360), (400, 300), (320, 256)] {
            become_so_large(page, size).await?;
            for _ in 0..16 {
                page.press(Key::Tab).await?;
                page.pass_frames(2).await?;
                let hidden: Option<String> = page.read(hidden, vec![]).await?;
                ensure!(hidden.is_none(), "{size:?}: {} is hidden", hidden.unwrap_or_default());
            }
        }
        Ok(())
    });
}

#[test]
fn an_embedded_page_shows_only_stage_narration_and_transport() {
    Visit::to("embed&speed=1&seed=7").run(async |page| {
        page.until_settled().await?;
        for size in [(400, 500), (800, 500), (1280, 720)] {
            become_so_large(page, size).await?;
            for control in ["Value", "Help"] {
                ensure!(page.find(control, None).await?.count == 0, "{control} is there");
            }
            ensure!(page.find("Pause", None).await?.reached, "{size:?}: no transport");
            nothing_is_cut_off(page).await.with_context(|| format!("{size:?}"))?;
        }
        Ok(())
    });
}

async fn become_so_large(page: &Page, size: (u32, u32)) -> Result<()> {
    page.resize(size).await?;
    page.until_reads("the new size", "return [innerWidth, innerHeight]", size).await?;
    page.pass_frames(3).await
}

/// Fails unless every control is reachable without scrolling and large enough for a finger.
async fn all_at_hand(page: &Page) -> Result<()> {
    for control in CONTROLS {
        let place = page.find(control, None).await?;
        ensure!(place.at_hand, "{control} is not at hand: {place:?}");
        let (width, height) = place.size;
        ensure!(width >= 24.0 && height >= 24.0, "{control} is too small: {place:?}");
    }
    nothing_is_cut_off(page).await
}

/// Fails if a text overflows at a side where scrolling cannot show it.
async fn nothing_is_cut_off(page: &Page) -> Result<()> {
    let script = "const shown = [...document.querySelectorAll('body *')].filter((element) =>
            [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())
            && element.checkVisibility() && !element.closest('.visually-hidden, [popover]'));
        return shown.filter((element) => {
            const { left, right } = element.getBoundingClientRect();
            return left < 0 || right > innerWidth;
        }).map((element) => element.textContent);";
    let cut_off: Vec<String> = page.read(script, vec![]).await?;
    ensure!(cut_off.is_empty(), "cut off at the side: {cut_off:?}");
    let (width, room) = page.widths().await?;
    ensure!(width <= room, "the page is {width} wide in a window of {room}");
    Ok(())
}
