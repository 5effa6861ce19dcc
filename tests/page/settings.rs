//! The settings form.

use anyhow::{Result, ensure};
use serde_json::json;
use tests::browser::{Key, Observation, Page, Visit, on_page};

use super::accessibility::audit;

/// The sentence under the stage.
const SENTENCE: &str = "return document.querySelector('.sentence p').textContent";

/// Replaces the text of a field, and presses Enter.
async fn write(page: &Page, field: &str, text: &str) -> Result<()> {
    page.click(field).await?;
    page.press_with(Key::Control, 'a').await?;
    page.press(text).await?;
    page.press(Key::Enter).await
}

fn has(nodes: usize, clients: usize) -> impl Fn(&Observation) -> bool {
    move |seen| (seen.nodes.len(), seen.clients.len()) == (nodes, clients)
}

#[test]
fn applied_settings_start_a_new_cluster_whose_clients_can_send() {
    on_page("speed=1&seed=7", async |page| {
        page.until_settled().await?;
        page.click("Settings").await?;
        write(page, "Nodes 1 to 9 voters", "7").await?;
        write(page, "Clients 0 to 3", "3").await?;
        page.until("what ran goes on", has(5, 1)).await?;
        page.click("Restart with these").await?;
        let seen = page.until("the other cluster", has(7, 3)).await?;
        assert_eq!(seen.clock.seed, "7");
        page.until_settled().await?;
        page.click("Client Y").await?;
        page.click("Value").await?;
        page.press("x=8").await?;
        page.press(Key::Enter).await?;
        let seen = page.until("8 on all nodes", |seen| seen.all_show("8")).await?;
        assert_eq!(seen.clients[0].outcome, "idle");
        page.until("Y has its answer", |seen| seen.clients[1].outcome == "done").await?;
        Ok(())
    });
}

#[test]
fn an_invalid_setting_is_explained_beside_its_field() {
    on_page("paused&seed=7", async |page| {
        page.click("Settings").await?;
        page.until_reads(
            "the form",
            "return document.querySelectorAll('.inspector details').length",
            8,
        )
        .await?;
        let before = page.seen().await?;
        write(page, "Nodes 1 to 9 voters", "12").await?;
        let beside = "return document.querySelector('[name=nodes]').closest('div')
            .querySelector('[role=alert]')?.textContent ?? ''";
        page.until_reads("a complaint", beside, "Must be between 1 and 9.".to_owned()).await?;
        let text: String =
            page.read("return document.querySelector('[name=nodes]').value", vec![]).await?;
        assert_eq!(text, "12", "it can be corrected");
        assert_eq!(page.find("Restart with these", None).await?.count, 0);
        assert_eq!(page.seen().await?, before);
        write(page, "Nodes 1 to 9 voters", "3").await?;
        page.until_reads("no complaint", beside, String::new()).await?;
        page.click("Discard changes").await?;
        assert_eq!(page.find("Restart with these", None).await?.count, 0);
        Ok(())
    });
}

#[test]
fn network_settings_apply_at_once_and_typed_text_stays() {
    on_page("speed=1&seed=7", async |page| {
        page.until_settled().await?;
        page.click("Settings").await?;
        page.click("Network takes effect now").await?;
        page.click("Latency minimum, such as 20ms").await?;
        page.press_with(Key::Control, 'a').await?;
        page.press("50m").await?;
        let before = page.seen().await?.clock.now_us;
        page.until("time goes on", |seen| seen.clock.now_us > before + 200_000).await?;
        page.press("s").await?;
        // The next sentence would replace it.
        page.keep_frames().await?;
        page.press(Key::Enter).await?;
        let told = format!("{SENTENCE}.startsWith('Every link now: latency 50 ms to 54 ms.')");
        page.until_reads("the sentence", &told, true).await?;
        page.release_frames().await
    });
}

#[test]
fn the_keyboard_waives_a_rule_while_time_runs() {
    on_page("paused&seed=7", async |page| {
        page.click("Settings").await?;
        page.click("Rules of the protocol takes effect now").await?;
        let field = "document.querySelector('[name=commit-own-term]')";
        page.read::<()>(&format!("{field}.focus()"), vec![]).await?;
        page.press(" ").await?;
        page.until_reads("a rule that is off", &format!("return {field}.checked"), false).await?;
        assert!(!page.seen().await?.clock.playing);
        let told: String = page.read(SENTENCE, vec![]).await?;
        ensure!(told.starts_with("Rule switched off: "), "{told}");
        page.click("Back").await?;
        page.until_reads("it is taken back", &format!("return {field}.checked"), true).await
    });
}

#[test]
fn the_audit_passes_on_the_settings_form() {
    on_page("paused&seed=7&theme=light", async |page| audit_form(page).await);
    on_page("paused&seed=7&theme=dark", async |page| audit_form(page).await);
    Visit::to("paused&seed=7").on_a_phone().run(async |page| audit_form(page).await);
}

async fn audit_form(page: &Page) -> Result<()> {
    if page.find("Settings", None).await?.count == 0 {
        page.click("Help").await?;
    }
    page.click("Settings").await?;
    write(page, "Nodes 1 to 9 voters", "12").await?;
    write(page, "Clients 0 to 3", "3").await?;
    let open =
        "document.querySelectorAll('.inspector details').forEach((fold) => fold.open = true);
        return document.querySelectorAll('.inspector details').length";
    ensure!(page.read::<u32>(open, vec![]).await? == 8);
    let found = audit(page, "settings").await?;
    ensure!(found.is_empty(), "{found:#?}");
    let too_small = "return [...document.querySelectorAll('.settings input, .settings button')]
        .map((control) => control.getBoundingClientRect())
        .filter(({ width, height }) => width < 24 || height < 24).length";
    assert_eq!(page.read::<u32>(too_small, vec![json!(null)]).await?, 0);
    Ok(())
}
