//! The Embed dialog, and the way from a frame into the whole page.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use tests::browser::{Key, Page};

use crate::accessibility::audit;

use super::{Host, inside, run, until_ready, visit};

/// The text in a field of the dialog.
async fn text(page: &Page, field: &str) -> Result<String> {
    let script = "return document.querySelector(`#embedding [aria-label='${arguments[0]}']`).value";
    page.read(script, vec![json!(field)]).await
}

/// The moment of a state in simulated microseconds.
fn now_us(state: &Value) -> Option<u64> {
    let text = state["at"].to_string();
    let (millis, rest) = text.split_once('.').unwrap_or((&text, ""));
    format!("{millis}{rest:0<3}").parse().ok()
}

async fn open_dialog(page: &Page) -> Result<()> {
    page.click("Share").await?;
    page.until_dialogs(&["Share"]).await?;
    page.click("Embed it in a page").await?;
    page.until_dialogs(&["Embed this moment"]).await
}

async fn choose(page: &Page, place: usize, value: &str) -> Result<()> {
    let script = "const select = document.querySelectorAll('#embedding select')[arguments[0]];
        select.value = arguments[1];
        select.dispatchEvent(new Event('change', { bubbles: true }))";
    page.read(script, vec![json!(place), json!(value)]).await
}

#[test]
fn the_dialog_gives_two_lines_that_show_the_moment_elsewhere() {
    visit(async |page| {
        page.open("scenario=stories/partition.raft&beat=two-leaders").await?;
        let beat = "return document.querySelector('.progress')?.dataset.beat ?? ''";
        page.until_reads("the beat", beat, "two-leaders".to_owned()).await?;
        let seen = page.seen().await?;
        open_dialog(page).await?;
        let tag = text(page, "Two lines for your page").await?;
        ensure!(tag.lines().count() == 2, "{tag}");
        ensure!(tag.ends_with(
            "<raft-playground story=\"partition\" beat=\"two-leaders\"></raft-playground>"
        ));
        let preview = "const frame = document.querySelector('#embedding iframe').contentDocument;
            return frame?.querySelector('[data-node=E]')?.dataset.role ?? ''";
        page.until_reads("the preview", preview, "leader".to_owned()).await?;
        let found = audit(page, "the Embed dialog").await?;
        ensure!(found.is_empty(), "{found:#?}");
        choose(page, 0, "none").await?;
        choose(page, 1, "dark").await?;
        let tag = text(page, "Two lines for your page").await?;
        ensure!(tag.contains(" controls=\"none\" theme=\"dark\">"), "{tag}");
        let frame = text(page, "A plain frame instead").await?;
        ensure!(frame.contains("controls=none&amp;theme=dark"), "{frame}");
        let _host = Host::open(page, &format!("{}{tag}", super::EARS)).await?;
        let state: Value =
            run(page, "return document.querySelector('raft-playground').state()").await?;
        ensure!(now_us(&state) == Some(seen.clock.now_us), "{state}");
        ensure!(state["beat"] == "two-leaders", "{state}");
        Ok(())
    });
}

#[test]
fn the_dialog_embeds_a_run_of_the_user() {
    visit(async |page| {
        page.open("seed=7&speed=1").await?;
        let leader = page.leader().await?;
        page.act_on(&leader, "Isolate").await?;
        page.press(Key::Escape).await?;
        open_dialog(page).await?;
        let seen = page.seen().await?;
        let tag = text(page, "Two lines for your page").await?;
        ensure!(tag.contains(" run=\"r1="), "{tag}");
        let _host = Host::open(page, &format!("{}{tag}", super::EARS)).await?;
        let state: Value =
            run(page, "return document.querySelector('raft-playground').state()").await?;
        ensure!(state["seed"] == "7" && state["playing"] == false, "{state}");
        let cut = state["links"].as_array().into_iter().flatten();
        ensure!(cut.filter(|link| link["forward"] == "cut").count() == 4, "{state}");
        ensure!(now_us(&state) == Some(seen.clock.now_us), "{state}");
        Ok(())
    });
}

#[test]
fn the_whole_page_opens_with_the_state_of_a_frame() {
    visit(async |page| {
        for (prepare, wanted) in
            [("", "beat=split"), ("await p(0).command('crash C'); await p(0).seek(700)", "#r1=")]
        {
            let _host =
                Host::with_players(page, &["story=partition beat=split theme=dark"]).await?;
            until_ready(page, 1).await?;
            let state: Value = run(page, &format!("{prepare}; return p(0).state()")).await?;
            let own = page.driver().window().await?;
            let link = "document.querySelector('a.out')";
            while !inside::<bool>(page, 0, &format!("return Boolean({link})")).await? {}
            // A press of a user, who lets the frame open a tab.
            let press = format!(
                "const box = {link}.getBoundingClientRect();
                return [box.x + box.width / 2, box.y + box.height / 2]"
            );
            let (x, y): (f64, f64) = inside(page, 0, &press).await?;
            let place = "const box = p0.getBoundingClientRect(); return [box.x, box.y]";
            let (left, top): (f64, f64) = page.read(place, vec![]).await?;
            page.click_at((left + x, top + y)).await?;
            let tabs = loop {
                let tabs = page.driver().windows().await?;
                if tabs.len() == 2 {
                    break tabs;
                }
            };
            let new = tabs.into_iter().find(|tab| *tab != own).context("a new tab")?;
            page.driver().switch_to_window(new).await?;
            let address = page.driver().current_url().await?;
            ensure!(address.as_str().contains(wanted), "{address}");
            let at = now_us(&state).context("a moment")?;
            let seen = page.until("the moment", |seen| seen.clock.now_us == at).await?;
            for (node, shown) in
                seen.nodes.iter().zip(state["nodes"].as_array().into_iter().flatten())
            {
                ensure!(shown["role"] == node.role.as_str(), "{node:?}: {shown}");
            }
            let look = "return document.documentElement.dataset.theme === 'dark' &&
                document.querySelector('.tools').checkVisibility()";
            ensure!(page.read::<bool>(look, vec![]).await?, "the whole page, as dark as the frame");
            page.driver().close_window().await?;
            page.driver().switch_to_window(own).await?;
        }
        Ok(())
    });
}
