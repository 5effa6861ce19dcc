//! Sending values.

use anyhow::Result;
use tests::browser::{Key, Page, on_page};

#[test]
fn a_value_sent_with_enter_is_committed_on_all_nodes() {
    on_page("speed=1", async |page| {
        let before = page.until_settled().await?;
        page.click("Value").await?;
        page.press("x=8").await?;
        page.press(Key::Enter).await?;
        page.until("8 on all nodes", |seen| seen.all_show("8")).await?;
        let seen = page.until_settled().await?;
        assert_eq!(seen.nodes[0].commit, before.nodes[0].commit + 1);
        assert_eq!(seen.client().description, "Client X. x=8 committed");
        assert_eq!(seen.client().outcome, "done");
        assert_eq!(typed(page).await?, "", "what was sent leaves the field");
        Ok(())
    });
}

#[test]
fn a_value_sent_with_the_button_is_committed_on_all_nodes() {
    on_page("speed=1", async |page| {
        page.until_settled().await?;
        page.click("Value").await?;
        page.press("9").await?;
        page.click("Send").await?;
        page.until("9 on all nodes", |seen| seen.all_show("9")).await?;
        Ok(())
    });
}

#[test]
fn a_follower_redirects_the_client_to_the_leader() {
    on_page("speed=1&seed=7", async |page| {
        let leader = page.leader().await?;
        let follower = page.seen().await?.follower().name.clone();
        page.click("Pause").await?;
        page.send_to(&follower, "x=8").await?;
        let sent = |from: &'static str| {
            let to = follower.clone();
            move |seen: &tests::browser::Observation| seen.has_message("client-request", from, &to)
        };
        page.step_until("a request to the follower", sent("X")).await?;
        let refused = page.step_until("an answer from the follower", |seen| {
            seen.has_message("client-reply", &follower, "X")
        });
        refused.await?;
        let redirected = page.step_until("a request to the leader", |seen| {
            seen.has_message("client-request", "X", &leader)
        });
        redirected.await?;
        page.click("Play").await?;
        page.until("8 on all nodes", |seen| seen.all_show("8")).await?;
        Ok(())
    });
}

#[test]
fn values_are_added_deleted_compared_and_read() {
    on_page("speed=1", async |page| {
        page.until_settled().await?;
        for (text, status) in [
            ("x=8", "x=8 committed"),
            ("x+=2", "x+=2 committed"),
            ("get x", "answer: x is 10"),
            ("x: 10->7", "x: 10->7 committed"),
            ("x: 10->9", "answer: x is 7"),
            ("del x", "del x committed"),
            ("get x", "answer: x is not set"),
        ] {
            page.click("Value").await?;
            page.press(text).await?;
            page.press(Key::Enter).await?;
            let wanted = format!("Client X. {status}");
            page.until(&wanted, |seen| seen.client().description == wanted).await?;
        }
        Ok(())
    });
}

#[test]
fn markup_in_values_is_shown_as_text() {
    on_page("speed=1", async |page| {
        page.until_settled().await?;
        let elements = "return document.querySelectorAll(
            'img, b, script, iframe, a:not(.button)').length";
        let before: u32 = page.read(elements, vec![]).await?;
        let hostile = "<img/src=q/onerror=alert(1)><b>&amp;";
        page.click("Value").await?;
        page.paste(&format!("x={hostile}")).await?;
        page.press(Key::Enter).await?;
        let wanted = format!("Client X. x={hostile} committed");
        let seen = page.until(&wanted, |seen| seen.client().description == wanted).await?;
        assert!(seen.nodes.iter().any(|node| node.value == "<im…"), "{seen:#?}");
        assert_eq!(page.read::<u32>(elements, vec![]).await?, before, "nothing was injected");
        assert!(shown(page).await?.contains(&format!("x={hostile} committed")));
        Ok(())
    });
}

#[test]
fn an_invalid_operation_is_explained_and_changes_nothing() {
    on_page("speed=1&seed=7", async |page| {
        page.until_settled().await?;
        page.click("Pause").await?;
        let before = page.seen().await?;
        for text in ["", "two words", "=5", "<b>x</b>=5", &"9".repeat(10_000)] {
            page.click("Value").await?;
            page.press_with(Key::Control, 'a').await?;
            page.paste(text).await?;
            page.press(Key::Enter).await?;
            let complaints = "return document.querySelectorAll('[role=alert]').length";
            page.until_reads("a complaint", complaints, 1).await?;
            let [sentence] = &page.alerts().await?[..] else { panic!("one sentence") };
            assert!(sentence.ends_with('.') && sentence.len() < 120, "{text}: {sentence}");
            assert_eq!(typed(page).await?, text, "what was refused stays, to be corrected");
            assert_eq!(page.seen().await?, before);
        }
        let (width, room) = page.widths().await?;
        assert!(width <= room);
        Ok(())
    });
}

#[test]
fn sending_twice_clears_the_field_twice_and_keeps_later_text() {
    on_page("speed=1&seed=7", async |page| {
        page.until_settled().await?;
        page.click("Pause").await?;
        page.click("Value").await?;
        for _ in 0..2 {
            page.press("x=8").await?;
            page.press(Key::Enter).await?;
            let value = "return document.querySelector('[aria-label=Value]').value";
            page.until_reads("an empty field", value, String::new()).await?;
        }
        page.press("x=9").await?;
        page.press_with(Key::Shift, Key::Tab).await?;
        page.click("Play").await?;
        page.until("8 on all nodes", |seen| seen.all_show("8")).await?;
        assert_eq!(typed(page).await?, "x=9");
        Ok(())
    });
}

/// The content of the client's field.
async fn typed(page: &Page) -> Result<String> {
    page.read("return document.querySelector('[aria-label=Value]').value", vec![]).await
}

/// All text of the page.
async fn shown(page: &Page) -> Result<String> {
    page.read("return document.body.innerText", vec![]).await
}
