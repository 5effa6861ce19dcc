//! The actions of a node, by the shortcuts in its menu.

use anyhow::Result;
use tests::browser::{Key, Page, on_page};

#[test]
fn shortcuts_act_on_the_focused_node() {
    on_page("speed=1&seed=7", async |page| {
        page.until_settled().await?;
        page.click("Pause").await?;
        focus(page, "B").await?;
        page.press("s").await?;
        page.until("B stops", |seen| seen.node("B").role == "stopped").await?;
        page.press("s").await?;
        page.until("B starts", |seen| seen.node("B").role == "follower").await?;
        page.press("p").await?;
        page.until("B is frozen", |seen| seen.node("B").paused).await?;
        assert_eq!(page.seen().await?.node("B").role, "follower", "it does not tell");
        page.press("p").await?;
        page.until("B resumes", |seen| !seen.node("B").paused).await?;
        page.press("x").await?;
        page.until("B is isolated", |seen| seen.link("A-B").forward == "cut").await?;
        page.press("h").await?;
        page.until("B is mended", |seen| seen.link("A-B").forward == "up").await?;
        page.press("t").await?;
        page.until("B stands", |seen| seen.node("B").role == "candidate").await?;
        Ok(())
    });
}

#[test]
fn irreversible_actions_ask_and_shortcuts_answer() {
    on_page("speed=1&seed=7", async |page| {
        let leader = page.leader().await?;
        let other = if leader == "D" { "E" } else { "D" };
        page.click("Pause").await?;
        focus(page, other).await?;
        page.press("d").await?;
        page.until_dialogs(&[&format!("Node {other}")]).await?;
        page.press("k").await?;
        assert_ne!(page.seen().await?.node(other).role, "stopped", "it keeps its disk");
        page.press("d").await?;
        page.press("e").await?;
        page.until("it is lost", |seen| seen.node(other).role == "stopped").await?;
        page.press("a").await?;
        page.press("e").await?;
        page.press(Key::Escape).await?;
        page.click("Play").await?;
        page.until("it is out", |seen| seen.node(other).member == "outside").await?;
        page.act_on(other, "Replace it").await?;
        page.until("a new server", |seen| seen.node(other).role != "stopped").await?;
        page.act_on(other, "Add to the cluster").await?;
        page.until("it belongs again", |seen| seen.node(other).member == "voter").await?;
        Ok(())
    });
}

#[test]
fn shortcuts_transfer_leadership_and_inspect_a_node() {
    on_page("speed=1&seed=7", async |page| {
        let leader = page.leader().await?;
        let heir = page.seen().await?.follower().name.clone();
        page.act_on(&leader, &format!("Hand leadership to {heir}")).await?;
        page.press(Key::Escape).await?;
        page.until("the heir leads", |seen| seen.node(&heir).role == "leader").await?;
        page.act_on(&heir, "Inspect").await?;
        let tab = "return document.querySelector('[role=tab][aria-selected=true]')?.textContent";
        page.until_reads("the tab of a node", tab, "Node".to_owned()).await
    });
}

async fn focus(page: &Page, node: &str) -> Result<()> {
    let script = format!("document.querySelector('[data-node={node}]').focus()");
    page.driver().execute(script, vec![]).await?;
    Ok(())
}
