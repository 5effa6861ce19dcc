//! Inspecting and manipulating messages in flight.

use anyhow::{Context, Result};
use tests::browser::{Key, Message, Page, Visit, on_page};

#[test]
fn a_message_in_flight_is_dropped_by_click() {
    on_page("paused&speed=50&seed=7", async |page| {
        let message = pick(page).await?;
        let seen = page.until("time stands still", |seen| !seen.clock.playing).await?;
        let name = format!("{} to {}", message.from, message.to);
        page.until_dialogs(&[&name]).await?;
        page.release_frames().await?;
        page.pass_frames(5).await?;
        assert_eq!(page.seen().await?.clock.now_us, seen.clock.now_us);
        page.keep_frames().await?;
        page.click_in(&name, "Drop").await?;
        page.until("it dies, and time goes on", |seen| {
            let mut dying = seen.messages.iter().filter(|other| other.dying);
            seen.clock.playing
                && dying.any(|dying| (&dying.from, &dying.to) == (&message.from, &message.to))
        })
        .await?;
        page.until_dialogs(&[]).await
    });
}

#[test]
fn a_press_hits_a_message_where_it_was_drawn_despite_a_slow_frame() {
    let query = "paused&speed=20&seed=7";
    for visit in [Visit::to(query), Visit::to(query).on_a_phone()] {
        visit.run(async |page| take_late(page, SLOW_FRAME_MS).await);
    }
}

#[test]
fn a_press_hits_a_message_that_arrived_before_the_event_was_handled() {
    on_page("paused&speed=2&seed=7", async |page| take_late(page, 0.7 * SLOW_FRAME_MS).await);
}

/// A frame time of a slow device: a message moves by several times its own size.
const SLOW_FRAME_MS: f64 = 100.0;

/// Presses at the position of a message; the next frame is drawn before the page receives the
/// event.
async fn take_late(page: &Page, frame_ms: f64) -> Result<()> {
    let message = first(page).await?;
    let pressed_at: f64 =
        page.read("return (performance.timeOrigin + performance.now()) / 1000", vec![]).await?;
    page.give_frame(frame_ms).await?;
    let now = page.seen().await?;
    assert!(now.messages.iter().all(|other| far(other.at, message.at)), "it is still there");
    page.click_as_of(message.at, pressed_at).await?;
    page.until_dialogs(&[&format!("{} to {}", message.from, message.to)]).await?;
    let after = page.seen().await?;
    assert!(after.links.iter().all(|link| link.forward == "up" && link.backward == "up"));
    page.release_frames().await
}

/// Whether a pointer at one of these positions misses the other.
fn far(one: (f64, f64), other: (f64, f64)) -> bool {
    (one.0 - other.0).hypot(one.1 - other.1) > 14.0
}

#[test]
fn a_pressed_message_waits_until_release() {
    Visit::to("paused&speed=50&seed=7").on_a_phone().run(async |page| {
        let message = first(page).await?;
        let pressed = page.seen().await?;
        page.press_at(message.at).await?;
        for _ in 0..30 {
            page.give_frame(SLOW_FRAME_MS).await?;
        }
        assert_eq!(page.seen().await?.clock.now_us, pressed.clock.now_us);
        page.let_go().await?;
        page.until_dialogs(&[&format!("{} to {}", message.from, message.to)]).await?;
        page.release_frames().await
    });
}

#[test]
fn a_message_is_duplicated_and_delayed() {
    on_page("paused&speed=50&seed=7", async |page| {
        let message = first(page).await?;
        page.click("Pause").await?;
        page.until("a pause", |seen| !seen.clock.playing).await?;
        page.click_at(message.at).await?;
        let name = format!("{} to {}", message.from, message.to);
        page.until_dialogs(&[&name]).await?;
        let before = page.seen().await?.messages.len();
        page.click_in(&name, "Duplicate").await?;
        page.until("one more", |seen| seen.messages.len() == before + 1).await?;
        let says = "return document.querySelector('[role=dialog] p').innerText";
        let text: String = page.read(says, vec![]).await?;
        assert!(text.contains("Vote requested") && text.contains(", arrives at "), "{text}");
        page.click_in(&name, "Delay 200 ms").await?;
        page.until_reads("another time", &format!("{says} !== `{text}`"), true).await?;
        page.press(Key::Escape).await?;
        page.until_dialogs(&[]).await?;
        assert!(!page.seen().await?.clock.playing, "it stood still before");
        page.release_frames().await
    });
}

#[test]
fn messages_are_reachable_by_keyboard() {
    on_page("paused&speed=50&seed=7", async |page| {
        first(page).await?;
        assert!(page.seen().await?.messages.len() > 1);
        page.press("m").await?;
        page.until("time stands still", |seen| !seen.clock.playing).await?;
        let first: String = page.read(TITLE, vec![]).await?;
        assert_eq!(page.focused().await?, "Drop");
        page.press("m").await?;
        page.until_reads("another message", &format!("{TITLE} !== '{first}'"), true).await?;
        page.press("d").await?;
        page.until("time goes on", |seen| seen.clock.playing).await?;
        page.until_dialogs(&[]).await?;
        page.press(" ").await?;
        page.until("a pause", |seen| !seen.clock.playing).await?;
        page.release_frames().await?;
        for _ in 0..30 {
            page.press(Key::Tab).await?;
            if page.focused().await? == "Messages in transit" {
                page.press(Key::Enter).await?;
                return page.until_reads("a menu", &format!("{TITLE}.length > 0"), true).await;
            }
        }
        anyhow::bail!("the messages do not get the focus")
    });
}

#[test]
fn the_menu_of_a_message_closes_on_arrival() {
    on_page("paused&speed=50&seed=7", async |page| {
        first(page).await?;
        page.press("m").await?;
        page.until("time stands still", |seen| !seen.clock.playing).await?;
        page.release_frames().await?;
        page.click("Play").await?;
        page.until_dialogs(&[]).await?;
        assert!(page.seen().await?.clock.playing);
        Ok(())
    });
}

#[test]
fn touch_opens_a_message_menu_that_does_not_cover_it() {
    Visit::to("paused&speed=50&seed=7").on_a_phone().run(async |page| {
        let message = pick(page).await?;
        page.release_frames().await?;
        page.until_dialogs(&[&format!("{} to {}", message.from, message.to)]).await?;
        let clear = "const sheet = document.querySelector('[role=dialog]').getBoundingClientRect();
            const ring = document.querySelector('.picked').getBoundingClientRect();
            return ring.bottom < sheet.top && sheet.height <= innerHeight * 0.56";
        page.until_reads("a sheet that does not hide it", clear, true).await
    });
}

/// The name of the open menu.
const TITLE: &str = "return (document.querySelector('.menu h2')?.textContent ?? '')";

/// Plays from the beginning until a message is uncovered, then holds all frames back.
async fn first(page: &Page) -> Result<Message> {
    page.keep_frames().await?;
    page.click("Play").await?;
    let seen = page.play_until("messages", |seen| seen.messages.iter().any(in_the_open)).await?;
    let message = seen.messages.iter().find(|message| in_the_open(message));
    Ok(message.context("a message in the open")?.clone())
}

/// Clicks on the first message.
async fn pick(page: &Page) -> Result<Message> {
    let message = first(page).await?;
    page.click_at(message.at).await?;
    Ok(message)
}

/// Whether the message is far from everything drawn above messages. This holds on the middle part
/// of its way.
fn in_the_open(message: &Message) -> bool {
    !message.dying && message.progress > 0.35 && message.progress < 0.75
}
