//! The needs of people who cannot see, point or distinguish colours, as far as a program can check
//! them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use tests::browser::{Key, Page, Visit, on_page};

#[test]
fn the_audit_passes_on_every_screen_in_light() {
    on_page("speed=1&seed=7&theme=light", async |page| audit_screens(page).await);
}

#[test]
fn the_audit_passes_on_every_screen_in_dark() {
    on_page("speed=1&seed=7&theme=dark", async |page| audit_screens(page).await);
}

#[test]
fn the_audit_passes_on_a_phone() {
    Visit::to("speed=1&seed=7").on_a_phone().run(async |page| audit_screens(page).await);
}

#[test]
fn the_audit_passes_with_error_messages_and_embedded() {
    on_page("seed=banana&speed=1", async |page| {
        page.until_settled().await?;
        let mut found = audit(page, "complaints about the address").await?;
        page.open("embed&paused").await?;
        page.until("life", |_| true).await?;
        found.extend(audit(page, "embedded").await?);
        ensure!(found.is_empty(), "{found:#?}");
        Ok(())
    });
}

#[test]
fn events_are_announced_to_screen_readers() {
    on_page("speed=1&seed=7", async |page| {
        page.until_settled().await?;
        let heard = "return [...document.querySelectorAll('[aria-live=polite]')]
            .map((region) => region.textContent).join()";
        page.click("Pause").await?;
        page.act_on("B", "Isolate").await?;
        let wanted = "B is cut off from the other nodes.".to_owned();
        page.until_reads("the sentence", heard, wanted).await
    });
}

/// Audits every screen that a visit can open.
async fn audit_screens(page: &Page) -> Result<()> {
    let mut found = Vec::new();
    found.extend(audit(page, "the beginning").await?);
    let leader = page.leader().await?;
    page.click("Send x=5").await?;
    page.until("5 on all nodes", |seen| seen.all_show("5")).await?;
    page.click("Pause").await?;
    page.until("a pause", |seen| !seen.clock.playing).await?;
    found.extend(audit(page, "a committed value").await?);
    page.click("Why?").await?;
    found.extend(audit(page, "an answer").await?);
    page.press(Key::Escape).await?;
    let follower = page.seen().await?.follower().name.clone();
    let menu = page.open_menu(&follower).await?;
    found.extend(audit(page, "the menu of a follower").await?);
    page.click_in(&menu, "Lose disk…").await?;
    found.extend(audit(page, "a question").await?);
    page.click_in(&menu, "Nothing").await?;
    page.click_in(&menu, "Freeze").await?;
    page.press(Key::Escape).await?;
    page.step_until("messages", |seen| !seen.messages.is_empty()).await?;
    page.press("m").await?;
    found.extend(audit(page, "the menu of a message").await?);
    page.press(Key::Escape).await?;
    page.act_on(&leader, "Isolate").await?;
    found.extend(audit(page, "the menu of an isolated leader").await?);
    page.click_in(&format!("Node {leader}"), "Stop").await?;
    page.until("it stops", |seen| seen.node(&leader).role == "stopped").await?;
    found.extend(audit(page, "the menu of a stopped node").await?);
    page.click("Help").await?;
    found.extend(audit(page, "help").await?);
    page.press(Key::Escape).await?;
    if page.find("All guarantees hold", None).await?.count == 1 {
        page.click("All guarantees hold").await?;
    } else {
        page.click("Help").await?;
        page.click("Guarantees").await?;
    }
    found.extend(audit(page, "properties").await?);
    page.click("Close the inspector").await?;
    for dialog in ["Share", "Stories", "Language", "Pause when"] {
        if page.find(dialog, None).await?.count == 0 {
            page.click("Help").await?;
        }
        page.click(dialog).await?;
        found.extend(audit(page, dialog).await?);
        // On a phone the help stays open behind the dialog.
        page.press(Key::Escape).await?;
        page.press(Key::Escape).await?;
        page.until_dialogs(&[]).await?;
    }
    page.click("Value").await?;
    page.press("two words").await?;
    page.press(Key::Enter).await?;
    page.until_reads("a complaint", "return document.querySelectorAll('[role=alert]').length", 1)
        .await?;
    found.extend(audit(page, "a complaint").await?);
    page.click("Time").await?;
    for node in ["A", "B", "C"] {
        page.press(Key::Home).await?;
        page.until("the beginning", |seen| seen.clock.now_us == 0).await?;
        page.act_on(node, "Stop").await?;
        page.until("it stops", |seen| seen.node(node).role == "stopped").await?;
        page.press(Key::Escape).await?;
        page.until_dialogs(&[]).await?;
        found.extend(audit(page, "another branch").await?);
    }
    page.click("4 branches").await?;
    found.extend(audit(page, "branches").await?);
    ensure!(found.is_empty(), "{found:#?}");
    Ok(())
}

/// The violations that axe-core reports.
pub(crate) async fn audit(page: &Page, screen: &str) -> Result<Vec<String>> {
    if page.read::<bool>("return typeof axe === 'undefined'", vec![]).await? {
        page.driver().execute(axe()?, vec![]).await?;
    }
    // Moving elements would be judged at an outdated position.
    page.keep_frames().await?;
    page.until_transitions_end().await?;
    let script = "const [done] = arguments;
        axe.run().then(({ violations }) => done(violations.flatMap(({ id, help, nodes }) =>
            nodes.map(({ html, any }) => [id, help, html, any[0]?.message ?? ''].join(' | ')))));";
    let returned = page.driver().execute_async(script, vec![]).await?;
    page.release_frames().await?;
    let found: Vec<String> = serde_json::from_value(returned.json().clone())?;
    Ok(found.into_iter().map(|what| format!("{screen}: {what}")).collect())
}

/// The source of axe-core, which `cargo xtask setup` installs.
fn axe() -> Result<String> {
    let tools = Path::new(env!("CARGO_MANIFEST_DIR")).join("../.tools");
    let path = tools.join("node_modules/axe-core/axe.min.js");
    fs::read_to_string(&path)
        .with_context(|| format!("{} is not there: run `cargo xtask setup`", path.display()))
}
