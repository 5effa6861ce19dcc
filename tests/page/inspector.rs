//! The inspector: opening, closing, and its tabs Logs, Node and Guarantees.

use anyhow::{Result, ensure};
use serde_json::Value;
use tests::browser::{Key, Page, Visit, on_page};

use crate::accessibility::audit;

/// Its tabs by name, in order.
const TABS: [&str; 7] =
    ["Logs", "Node", "Network", "Clients", "Guarantees", "Transcript", "Settings"];

#[test]
fn the_inspector_opens_switches_tabs_and_returns_focus_by_keyboard() {
    on_page("speed=1&seed=7", async |page| {
        page.until_settled().await?;
        page.click("Pause").await?;
        page.press("i").await?;
        until_focused(page, "Logs").await?;
        for (key, tab) in [
            (Key::Right, "Node"),
            (Key::Left, "Logs"),
            (Key::Left, "Settings"),
            (Key::Home, "Logs"),
            (Key::End, "Settings"),
            (Key::Left, "Transcript"),
        ] {
            page.press(key).await?;
            until_focused(page, tab).await?;
            ensure!(open_tab(page).await? == [tab], "{tab} is not the one that is open");
        }
        page.press(Key::Escape).await?;
        until_focused(page, "Play").await?;
        ensure!(open_tab(page).await?.is_empty(), "it is still open");
        page.press("i").await?;
        until_focused(page, "Transcript").await?;
        page.click("Close the inspector").await?;
        until_focused(page, "Play").await
    });
}

#[test]
fn every_tab_is_visible_beside_the_stage_and_on_a_phone() {
    on_page("paused&seed=7", async |page| {
        page.press("i").await?;
        all_tabs_reached(page).await
    });
    Visit::to("paused&seed=7").on_a_phone().run(async |page| {
        open_on_a_phone(page).await?;
        all_tabs_reached(page).await?;
        for control in ["Play", "Step", "Back", "Close the inspector"] {
            let place = page.find(control, None).await?;
            ensure!(place.at_hand, "{control} is not at hand: {place:?}");
        }
        let covered = "return [...document.querySelectorAll('header, .stage-area, .actions')]
            .flatMap((part) => [...part.querySelectorAll('button, input, [tabindex]')])
            .filter((control) => control.checkVisibility({ visibilityProperty: true })).length";
        ensure!(page.read::<u32>(covered, vec![]).await? == 0, "what it covers takes the focus");
        page.click("Close the inspector").await?;
        page.until("the stage", |_| true).await?;
        ensure!(page.find("Send", None).await?.at_hand, "the stage is not back");
        Ok(())
    });
}

#[test]
fn the_keyboard_asks_why_an_entry_is_committed() {
    on_page("speed=1&seed=7", async |page| {
        page.until_settled().await?;
        page.click("Send x=5").await?;
        page.until("5 on all nodes", |seen| seen.all_show("5")).await?;
        page.press("i").await?;
        until_focused(page, "Logs").await?;
        for _ in 0..3 {
            page.press(Key::Tab).await?;
        }
        until_focused(page, "Entry 1 of A: no-op, committed. Why?").await?;
        page.press(Key::Down).await?;
        page.press(Key::Right).await?;
        until_focused(page, "Entry 2 of B: x=5, committed. Why?").await?;
        page.press(Key::Enter).await?;
        page.until_dialogs(&["Why is x=5, entry 2 of B, committed?"]).await
    });
}

#[test]
fn long_logs_are_paged_with_buttons_and_keys() {
    on_page("speed=1&seed=7", async |page| {
        page.until_settled().await?;
        page.click("Value").await?;
        for number in 0..9 {
            page.press(format!("{number}")).await?;
            page.press(Key::Enter).await?;
            let value = number.to_string();
            page.until("the value everywhere", |seen| seen.all_show(&value)).await?;
        }
        page.press(Key::Tab).await?;
        page.press("i").await?;
        until_indexes(page, 5..=11).await?;
        page.click("Earlier entries").await?;
        until_indexes(page, 1..=7).await?;
        page.click("First index shown").await?;
        page.press(Key::Home).await?;
        page.press(Key::Right).await?;
        until_indexes(page, 2..=8).await?;
        page.press(Key::End).await?;
        until_indexes(page, 5..=11).await
    });
}

#[test]
fn a_node_is_shown_and_copied_as_json() {
    on_page("speed=1&seed=7", async |page| {
        let leader = page.leader().await?;
        page.click("Pause").await?;
        page.click("Inspector").await?;
        page.click("Node").await?;
        until_titled(page, &format!("Disk of {leader}")).await?;
        let other = page.seen().await?.follower().name.clone();
        page.click_node(&other).await?;
        until_titled(page, &format!("Disk of {other}")).await?;
        page.press(Key::Escape).await?;
        page.click("Copy").await?;
        let word = "return document.querySelector('.copy').textContent";
        page.until_reads("the word that it is copied", word, "Copied".to_owned()).await?;
        let copied: String = page.read("return getSelection().toString()", vec![]).await?;
        let copied: Value = serde_json::from_str(&copied)?;
        ensure!(copied["node"] == other.as_str(), "{copied}");
        ensure!(copied["state"] == "follower", "{copied}");
        ensure!(copied["messages_sent"]["append-entries-reply"].as_u64() > Some(0), "{copied}");
        Ok(())
    });
}

#[test]
fn the_properties_in_the_top_bar_open_their_tab() {
    on_page("speed=1&seed=7", async |page| {
        page.until_settled().await?;
        page.click("Pause").await?;
        page.click("All guarantees hold").await?;
        until_focused(page, "Guarantees").await?;
        let standing = "return [...document.querySelectorAll('.guarantees > li')]
            .map((promise) => promise.className)";
        let standing: Vec<String> = page.read(standing, vec![]).await?;
        ensure!(standing.len() == 12, "{standing:?}");
        ensure!(standing.iter().filter(|how| *how == "holds").count() == 11, "{standing:?}");
        ensure!(standing[10] == "waits", "{standing:?}");
        Ok(())
    });
}

#[test]
fn the_audit_passes_on_every_tab_in_light() {
    Visit::to("speed=1&seed=7&theme=light").sized(1280, 800).run(audit_beside_the_stage);
}

#[test]
fn the_audit_passes_on_every_tab_in_dark() {
    Visit::to("speed=1&seed=7&theme=dark").sized(1280, 800).run(audit_beside_the_stage);
}

#[test]
fn the_audit_passes_on_every_tab_of_a_phone_in_light() {
    Visit::to("speed=1&seed=7&theme=light").on_a_phone().run(audit_on_a_phone);
}

#[test]
fn the_audit_passes_on_every_tab_of_a_phone_in_dark() {
    Visit::to("speed=1&seed=7&theme=dark").on_a_phone().run(audit_on_a_phone);
}

async fn audit_beside_the_stage(page: &Page) -> Result<()> {
    page.until_settled().await?;
    page.press("i").await?;
    audit_tabs(page).await
}

async fn audit_on_a_phone(page: &Page) -> Result<()> {
    page.until_settled().await?;
    open_on_a_phone(page).await?;
    audit_tabs(page).await
}

/// Audits each tab of the open inspector.
async fn audit_tabs(page: &Page) -> Result<()> {
    let mut found = Vec::new();
    for tab in TABS {
        until_focused(page, tab).await?;
        found.extend(audit(page, tab).await?);
        page.press(Key::Right).await?;
    }
    ensure!(found.is_empty(), "{found:#?}");
    Ok(())
}

async fn open_on_a_phone(page: &Page) -> Result<()> {
    page.click("Help").await?;
    page.click_in("Help", "Inspector").await?;
    until_focused(page, "Logs").await
}

/// Fails unless a pointer reaches every tab without scrolling, and a finger hits it.
async fn all_tabs_reached(page: &Page) -> Result<()> {
    let script = "return [...document.querySelectorAll('[role=tab]')].filter((tab) => {
        const { left, top, width, height } = tab.getBoundingClientRect();
        const reached = [0.05, 0.5, 0.95].every((part) =>
            tab.contains(document.elementFromPoint(left + width * part, top + height / 2)));
        return reached && width >= 24 && height >= 24;
    }).map((tab) => tab.textContent)";
    page.until_reads("the tabs in sight", script, TABS.map(String::from)).await
}

/// The open tab, if any.
async fn open_tab(page: &Page) -> Result<Vec<String>> {
    let script = "return [...document.querySelectorAll('[role=tab][aria-selected=true]')]
        .map((tab) => tab.textContent)";
    page.read(script, vec![]).await
}

async fn until_focused(page: &Page, name: &str) -> Result<()> {
    let script = "const focused = document.activeElement;
        return focused === document.body ? ''
            : (focused.getAttribute('aria-label') ?? focused.textContent).trim();";
    page.until_reads(&format!("the focus on “{name}”"), script, name.to_owned()).await
}

async fn until_titled(page: &Page, title: &str) -> Result<()> {
    let script = "return document.querySelector('.tab h2').firstChild.data";
    page.until_reads(title, script, title.to_owned()).await
}

async fn until_indexes(page: &Page, indexes: std::ops::RangeInclusive<u64>) -> Result<()> {
    let script = "return [...document.querySelectorAll('.entries tr:first-child th')]
        .map((head) => Number(head.textContent)).filter((index) => index)";
    let wanted: Vec<u64> = indexes.collect();
    page.until_reads("the indexes of the columns", script, wanted).await
}
