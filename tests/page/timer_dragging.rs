//! Setting election timers by dragging.

use anyhow::{Context, Result};
use tests::browser::{Key, Page, Visit, on_page};

#[test]
fn the_pointer_drags_an_election_timer() {
    on_page("paused&seed=7", async |page| wind(page).await);
}

#[test]
fn touch_drags_an_election_timer() {
    Visit::to("paused&seed=7").on_a_phone().run(async |page| wind(page).await);
}

/// Drags the timer of A to three quarters, which leaves a quarter of it.
async fn wind(page: &Page) -> Result<()> {
    page.until("life", |seen| seen.nodes.len() == 5).await?;
    page.drag_and_drop(&around(page, &[0.0, 0.15, 0.3, 0.5, 0.75]).await?).await?;
    let said =
        "return document.querySelector('.sentence p').textContent.match(/run out in (\\d+) ms/)";
    page.until_reads("what came of it", &format!("{said} !== null"), true).await?;
    let left_ms: u64 = page.read(&format!("{said} && Number(RegExp.$1)"), vec![]).await?;
    assert!((30..100).contains(&left_ms), "a quarter of 150 to 300 ms is left: {left_ms}");
    let fires = page.step_until("A stands", |seen| seen.node("A").role == "candidate").await?;
    assert!(fires.clock.now_us.abs_diff(left_ms * 1000) < 3000, "{left_ms}: {fires:?}");
    Ok(())
}

/// The positions at these parts of A's dial.
async fn around(page: &Page, parts: &[f64]) -> Result<Vec<(f64, f64)>> {
    let (x, y) = page.seen().await?.node("A").at;
    let radius = dial(page).await?;
    let at = |part: &f64| {
        let (sine, cosine) = (part * std::f64::consts::TAU).sin_cos();
        (x + radius * sine, y - radius * cosine)
    };
    Ok(parts.iter().map(at).collect())
}

#[test]
fn dragging_shows_the_remaining_time() {
    on_page("paused&seed=7", async |page| {
        page.press_and_move(&around(page, &[0.0, 0.15, 0.3]).await?).await?;
        let tip = "return document.querySelector('.tip')?.textContent ?? ''";
        let earlier = number(&page.read::<String>(tip, vec![]).await?)?;
        for place in around(page, &[0.5, 0.7]).await? {
            page.drag_on(place).await?;
        }
        let later = number(&page.read::<String>(tip, vec![]).await?)?;
        assert!(later < earlier, "{earlier}, {later}");
        page.let_go().await
    });
}

fn number(tip: &str) -> Result<u64> {
    let left = tip.strip_prefix("runs out in ").and_then(|rest| rest.strip_suffix(" ms"));
    Ok(left.with_context(|| format!("the tip says “{tip}”"))?.parse()?)
}

#[test]
fn a_click_on_the_timer_handle_opens_the_menu() {
    on_page("paused&seed=7", async |page| {
        let (x, y) = page.seen().await?.node("A").at;
        let radius = dial(page).await?;
        page.click_at((x, y - radius)).await?;
        page.until_dialogs(&["Node A"]).await
    });
}

#[test]
fn escape_cancels_dragging_a_timer() {
    on_page("paused&seed=7", async |page| {
        let before = page.read::<String>(ARC, vec![]).await?;
        let (x, y) = page.seen().await?.node("A").at;
        let radius = dial(page).await?;
        page.press_and_move(&[(x, y - radius), (x + radius, y)]).await?;
        page.until_reads("another arc", &format!("{ARC} !== '{before}'"), true).await?;
        page.press(Key::Escape).await?;
        page.until_reads("the arc as before", ARC, before).await?;
        page.let_go().await?;
        page.until_dialogs(&[]).await
    });
}

/// The drawn part of A's arc.
const ARC: &str = "return document.querySelector('.arc').getAttribute('stroke-dasharray')";

async fn dial(page: &Page) -> Result<f64> {
    page.read("return document.querySelector('.arc').r.baseVal.value", vec![]).await
}
