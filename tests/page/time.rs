//! Time: pausing, stepping, its speed, and beginning again.

use anyhow::Result;
use tests::browser::{Key, Page, Seen, on_page};

#[test]
fn pause_freezes_everything_and_play_goes_on() {
    on_page("seed=7&speed=5", async |page| {
        page.until("messages", |seen| !seen.messages.is_empty()).await?;
        page.click("Pause").await?;
        let before = page.until("a pause", |seen| !seen.clock.playing).await?;
        page.pass_frames(15).await?;
        assert_eq!(page.seen().await?, before);
        page.click("Play").await?;
        page.until("time goes on", |seen| seen.clock.now_us > before.clock.now_us).await?;
        Ok(())
    });
}

#[test]
fn a_step_goes_to_the_next_event_and_no_further() {
    on_page("seed=7&paused", async |page| {
        let mut before = page.seen().await?;
        for _ in 0..30 {
            let after = page.step(1).await?;
            assert_ne!(after, before, "a step can be seen");
            assert!(!after.clock.playing && after.clock.now_us >= before.clock.now_us);
            before = after;
        }
        assert!(before.clock.now_us > 0);
        page.pass_frames(5).await?;
        assert_eq!(page.seen().await?, before);
        Ok(())
    });
}

#[test]
fn the_speed_control_changes_how_fast_time_runs() {
    on_page("seed=7&speed=1", async |page| {
        assert_eq!(page.seen().await?.clock.speed, "1×");
        assert!(pace(page).await? > 0.5);
        page.click("Speed").await?;
        page.press(Key::Home).await?;
        page.until("the slowest speed", |seen| seen.clock.speed == "1/1000").await?;
        assert!(pace(page).await? < 0.01);
        page.press(Key::Right).await?;
        page.until("the next speed", |seen| seen.clock.speed == "1/500").await?;
        Ok(())
    });
}

#[test]
fn reset_begins_the_same_run_and_a_new_seed_another() {
    on_page("seed=7&paused", async |page| {
        let first = page.step(25).await?;
        page.click("Reset").await?;
        let begun = page.until("the beginning", |seen| seen.clock.now_us == 0).await?;
        assert_eq!(begun.clock.seed, "7");
        assert_eq!(page.step(25).await?, first);
        page.click("New seed").await?;
        let begun = page.until("another seed", |seen| seen.clock.seed != "7").await?;
        assert_eq!(begun.clock.now_us, 0);
        assert_ne!(run_of(page.step(25).await?), run_of(first));
        Ok(())
    });
}

#[test]
fn two_pages_with_the_same_seed_show_the_same_run() {
    on_page("seed=4294967297&paused", async |page| {
        let first = page.step(40).await?;
        page.open("seed=4294967297&paused&speed=1").await?;
        assert_eq!(run_of(page.step(40).await?), run_of(first));
        Ok(())
    });
}

/// What does not depend on how the run is watched.
fn run_of(seen: Seen) -> impl PartialEq + std::fmt::Debug {
    (seen.clock.now_us, seen.nodes, seen.links, seen.messages)
}

/// Simulated time per wall time over some frames.
async fn pace(page: &Page) -> Result<f64> {
    let script = "const now = () => Number(document.querySelector('[data-clock]').dataset.nowUs);
        const done = arguments[0];
        requestAnimationFrame((began) => {
            const before = now();
            let left = 30;
            const frame = (at) => left-- > 0 ? requestAnimationFrame(frame)
                : done((now() - before) / 1000 / (at - began));
            frame();
        });";
    let returned = page.driver().execute_async(script, vec![]).await?;
    Ok(returned.json().as_f64().expect("a number"))
}
