//! Time: pausing, stepping, speed, seeking, and restarting.

use anyhow::Result;
use tests::browser::{Key, Observation, Page, Visit, on_page};

#[test]
fn pause_freezes_the_page_and_play_resumes() {
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
fn a_step_advances_one_visible_event() {
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
fn back_returns_to_the_previous_event() {
    on_page("seed=7&paused", async |page| {
        let mut seen = vec![page.seen().await?];
        for _ in 0..25 {
            seen.push(page.step(1).await?);
        }
        let last = seen.pop();
        assert_eq!(Some(page.seen().await?), last);
        while let Some(before) = seen.pop() {
            page.click("Back").await?;
            assert_eq!(page.seen().await?, before);
        }
        Ok(())
    });
}

#[test]
fn dragging_the_playhead_seeks_while_time_stands_still() {
    on_page(HALF_A_SECOND, async |page| drag_the_head(page).await);
}

#[test]
fn touch_drags_the_playhead() {
    Visit::to(HALF_A_SECOND).on_a_phone().run(async |page| drag_the_head(page).await);
}

const HALF_A_SECOND: &str = "seed=7&speed=1&at=500&paused";

async fn drag_the_head(page: &Page) -> Result<()> {
    // The bar shows a second at first.
    page.until("half a second", |seen| seen.clock.now_us == 500_000).await?;
    let bar = page.find("Time", None).await?;
    let at = |part: f64| (bar.at.0 + (part - 0.5) * bar.size.0, bar.at.1);
    page.keep_frames().await?;
    page.click("Play").await?;
    page.press_and_move(&[at(0.2), at(0.05), at(0.1)]).await?;
    // The browser may delay pointer events until its next frame.
    page.pass_frames(5).await?;
    page.release_frames().await?;
    let part = |seen: &Observation| seen.clock.now_us;
    let held = page.until("the past", |seen| part(seen) < 120_000).await?;
    assert!(held.clock.playing, "it will go on");
    page.pass_frames(10).await?;
    assert_eq!(page.seen().await?, held);
    page.keep_frames().await?;
    page.let_go().await?;
    page.play_until("time goes on", |seen| part(seen) > part(&held)).await?;
    page.click("Pause").await?;
    page.until("a pause", |seen| !seen.clock.playing).await?;
    page.release_frames().await?;
    page.click_at(at(0.06)).await?;
    page.until("another place", |seen| part(seen) < 90_000).await?;
    assert_eq!(value_text(page).await?.split(' ').nth(2), Some("of"), "the rest is known");
    Ok(())
}

/// The text that a screen reader reads for the playhead.
async fn value_text(page: &Page) -> Result<String> {
    let script = "return document.querySelector('[role=slider]').ariaValueText";
    page.read(script, vec![]).await
}

#[test]
fn keys_seek_to_ends_marks_and_events() {
    on_page("seed=7&speed=1", async |page| {
        page.until_settled().await?;
        page.click("Pause").await?;
        let end = page.until("a pause", |seen| !seen.clock.playing).await?;
        page.press(Key::Home).await?;
        let beginning = page.until("the beginning", |seen| seen.clock.now_us == 0).await?;
        page.press(Key::End).await?;
        page.until("the end", |seen| *seen == end).await?;

        page.click("Time").await?;
        assert_eq!(page.focused().await?, "Time");
        page.press(Key::Home).await?;
        page.until("the beginning", |seen| *seen == beginning).await?;
        page.press(Key::PageUp).await?;
        let elected = page.until("a mark", |seen| seen.clock.now_us > 0).await?;
        let leader = elected.leaders()[0].name.clone();
        let text = value_text(page).await?;
        assert!(text.ends_with(&format!(", term 1, {leader} becomes leader")), "{text}");
        page.press(Key::Right).await?;
        page.until("a step", |seen| seen.clock.now_us > elected.clock.now_us).await?;
        page.press(Key::Left).await?;
        page.until("the step back", |seen| *seen == elected).await?;
        page.press(Key::PageDown).await?;
        page.until("the beginning", |seen| *seen == beginning).await?;
        let script = "const bar = document.querySelector('[role=slider]');
            return [bar.ariaValueMin, bar.ariaValueNow, bar.ariaValueMax].map(Number)";
        let values: [u64; 3] = page.read(script, vec![]).await?;
        assert_eq!(values, [0, 0, end.clock.now_us / 1000]);
        Ok(())
    });
}

#[test]
fn acting_in_the_past_starts_a_branch_and_keeps_the_old_one() {
    on_page("seed=7&speed=1", async |page| {
        page.until_settled().await?;
        page.click("Send x=5").await?;
        page.until("5 on all nodes", |seen| seen.all_show("5")).await?;
        page.click("Pause").await?;
        let old = page.until("a pause", |seen| !seen.clock.playing).await?;
        page.press(Key::Home).await?;
        page.until("the beginning", |seen| seen.clock.now_us == 0).await?;
        page.act_on("C", "Stop").await?;
        let sentence = "return document.querySelector('.sentence').innerText.split(' Why?')[0]";
        let wanted = "New branch from 0.000 s; the old one is kept.";
        page.until_reads("the sentence", sentence, wanted.to_owned()).await?;
        page.press(Key::Escape).await?;
        page.press(Key::Escape).await?;
        page.click("Play").await?;
        page.until("another leader", |seen| !seen.leaders().is_empty()).await?;
        page.click("Pause").await?;
        let new = page.until("a pause", |seen| !seen.clock.playing).await?;
        assert_eq!(new.node("C").role, "stopped");

        page.click("The first branch").await?;
        page.until("the old branch", |seen| seen.node("C").role != "stopped").await?;
        page.press(Key::End).await?;
        page.until("its end", |seen| *seen == old).await?;
        page.click("At 0.000 s: stop C").await?;
        page.press(Key::End).await?;
        page.until("the new branch", |seen| *seen == new).await?;
        Ok(())
    });
}

#[test]
fn many_branches_are_shown_as_a_list() {
    on_page("seed=7&speed=1", async |page| {
        page.until_settled().await?;
        page.click("Pause").await?;
        for name in ["A", "B", "C"] {
            page.press(Key::Home).await?;
            page.until("the beginning", |seen| seen.clock.now_us == 0).await?;
            page.act_on(name, "Stop").await?;
            page.until("it stops", |seen| seen.node(name).role == "stopped").await?;
            page.press(Key::Escape).await?;
            page.until_dialogs(&[]).await?;
            page.step(3).await?;
        }
        page.click("4 branches").await?;
        page.until_dialogs(&["Branches"]).await?;
        page.click_in("Branches", "At 0.000 s: stop B").await?;
        page.until_dialogs(&[]).await?;
        page.until("B stopped alone", |seen| {
            let stopped = seen.nodes.iter().filter(|node| node.role == "stopped");
            stopped.map(|node| &*node.name).eq(["B"])
        })
        .await?;
        Ok(())
    });
}

#[test]
fn playback_pauses_at_breakpoints() {
    on_page("seed=7&speed=1&paused", async |page| {
        page.click("Pause when").await?;
        page.click_in("Pause when", "a leader is elected").await?;
        page.press(Key::Escape).await?;
        page.click("Play").await?;
        let seen = page.until("a leader", |seen| !seen.leaders().is_empty()).await?;
        page.pass_frames(5).await?;
        let paused = page.seen().await?;
        assert!(!paused.clock.playing);
        assert_eq!(paused.clock.now_us, seen.clock.now_us);
        let text = value_text(page).await?;
        assert!(text.ends_with("becomes leader"), "{text}");
        Ok(())
    });
}

#[test]
fn the_speed_control_changes_the_speed() {
    on_page("seed=7&speed=1", async |page| {
        assert_eq!(page.seen().await?.clock.speed, "1×");
        assert!((pace(page).await? - 1.0).abs() < 0.01);
        page.click("Speed").await?;
        page.press(Key::Home).await?;
        page.until("the slowest speed", |seen| seen.clock.speed == "1/1000").await?;
        assert!((pace(page).await? - 0.001).abs() < 0.0001);
        page.press(Key::Right).await?;
        page.until("the next speed", |seen| seen.clock.speed == "1/500").await?;
        Ok(())
    });
}

#[test]
fn reset_restarts_the_run_and_a_new_seed_starts_another() {
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

/// The part of an observation that does not depend on playback.
fn run_of(seen: Observation) -> impl PartialEq + std::fmt::Debug {
    (seen.clock.now_us, seen.nodes, seen.links, seen.messages)
}

/// Simulated time per wall time over some frames.
async fn pace(page: &Page) -> Result<f64> {
    const FRAMES: u32 = 30;
    const FRAME_MS: f64 = 20.0;
    page.keep_frames().await?;
    page.give_frame(FRAME_MS).await?;
    let before = page.seen().await?.clock.now_us;
    for _ in 0..FRAMES {
        page.give_frame(FRAME_MS).await?;
    }
    let passed_us = page.seen().await?.clock.now_us - before;
    page.release_frames().await?;
    let passed = std::time::Duration::from_micros(passed_us).as_secs_f64();
    Ok(passed * 1000.0 / (f64::from(FRAMES) * FRAME_MS))
}
