//! Looking at messages on their way, and interfering with them.

use anyhow::{Context, Result};
use tests::browser::{Key, Message, Page, Visit, on_page};

#[test]
fn a_message_is_clicked_on_its_way_and_dropped() {
    on_page("speed=1&seed=7", async |page| {
        page.until_settled().await?;
        while page.seen().await?.clock.speed != "1/200" {
            page.press("-").await?;
        }
        page.until("messages", |seen| seen.messages.iter().any(in_the_open)).await?;
        // It moves meanwhile, and is meant all the same.
        let message = pick(page).await?;
        let seen = page.until("time stands still", |seen| !seen.clock.playing).await?;
        let name = format!("{} to {}", message.from, message.to);
        page.until_dialogs(&[&name]).await?;
        page.pass_frames(5).await?;
        assert_eq!(page.seen().await?.clock.now_us, seen.clock.now_us);
        page.click_in(&name, "Drop").await?;
        page.until("it dies, and time goes on", |seen| {
            let dying = seen.messages.iter().filter(|other| other.dying);
            seen.clock.playing
                && dying
                    .into_iter()
                    .any(|dying| (&dying.from, &dying.to) == (&message.from, &message.to))
        })
        .await?;
        page.until_dialogs(&[]).await
    });
}

#[test]
fn a_message_is_sent_twice_and_delayed() {
    on_page("speed=50&seed=7", async |page| {
        page.until("messages", |seen| seen.messages.iter().any(in_the_open)).await?;
        page.click("Pause").await?;
        page.until("a pause", |seen| !seen.clock.playing).await?;
        let message = pick(page).await?;
        let name = format!("{} to {}", message.from, message.to);
        page.until_dialogs(&[&name]).await?;
        let before = page.seen().await?.messages.len();
        page.click_in(&name, "Send twice").await?;
        page.until("one more", |seen| seen.messages.len() == before + 1).await?;
        let says = "return document.querySelector('[role=dialog] p').innerText";
        let text: String = page.read(says, vec![]).await?;
        assert!(text.contains(&message.kind) && text.contains("it arrives at"), "{text}");
        page.click_in(&name, "200 ms later").await?;
        page.until_reads("another time", &format!("{says} !== `{text}`"), true).await?;
        page.press(Key::Escape).await?;
        page.until_dialogs(&[]).await?;
        assert!(!page.seen().await?.clock.playing, "it stood still before");
        Ok(())
    });
}

#[test]
fn messages_are_reached_with_keys_only() {
    on_page("speed=50&seed=7", async |page| {
        page.until("two messages", |seen| seen.messages.len() > 1).await?;
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
        for _ in 0..30 {
            page.press(Key::Tab).await?;
            if page.focused().await? == "Messages on their way" {
                page.press(Key::Enter).await?;
                return page.until_reads("a menu", &format!("{TITLE}.length > 0"), true).await;
            }
        }
        anyhow::bail!("the messages do not get the focus")
    });
}

#[test]
fn a_message_that_arrives_closes_its_menu() {
    on_page("speed=50&seed=7", async |page| {
        page.until("messages", |seen| !seen.messages.is_empty()).await?;
        page.press("m").await?;
        page.until("time stands still", |seen| !seen.clock.playing).await?;
        page.click("Play").await?;
        page.until_dialogs(&[]).await?;
        assert!(page.seen().await?.clock.playing);
        Ok(())
    });
}

#[test]
fn a_finger_touches_a_message_and_its_sheet_does_not_hide_it() {
    Visit::to("speed=50&seed=7").on_a_phone().run(async |page| {
        page.until("messages", |seen| seen.messages.iter().any(in_the_open)).await?;
        let message = pick(page).await?;
        page.until_dialogs(&[&format!("{} to {}", message.from, message.to)]).await?;
        let clear = "const sheet = document.querySelector('[role=dialog]').getBoundingClientRect();
            const ring = document.querySelector('.picked').getBoundingClientRect();
            return ring.bottom < sheet.top && sheet.height <= innerHeight * 0.56";
        assert!(page.read::<bool>(clear, vec![]).await?);
        Ok(())
    });
}

/// The name of the open menu.
const TITLE: &str = "return (document.querySelector('.menu h2')?.textContent ?? '')";

/// Clicks on a message that nothing hides.
async fn pick(page: &Page) -> Result<Message> {
    let seen = page.seen().await?;
    let message = seen.messages.iter().find(|message| in_the_open(message));
    let message = message.context("a message in the open")?.clone();
    page.click_at(message.at).await?;
    Ok(message)
}

/// Whether it is far from whatever is drawn above messages. A part of its way is enough.
fn in_the_open(message: &Message) -> bool {
    !message.dying && message.progress > 0.35 && message.progress < 0.75
}
