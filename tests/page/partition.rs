//! Isolating the leader, and healing.

use anyhow::Result;
use tests::browser::{Key, Observation, Page, Spot, Visit, on_page};

#[test]
fn a_leader_cut_off_link_by_link_is_replaced() {
    on_page("speed=1&seed=7", async |page| {
        let old = page.leader().await?;
        // At the same instant; otherwise the leader may change in between.
        page.click("Pause").await?;
        for link in links_of(&page.seen().await?, &old) {
            page.click_link(&link, Spot::Middle).await?;
        }
        page.click("Play").await?;
        replaced(page, &old).await
    });
}

#[test]
fn a_leader_isolated_by_its_menu_is_replaced() {
    on_page("speed=1&seed=7", async |page| {
        let old = page.leader().await?;
        page.act_on(&old, "Isolate").await?;
        replaced(page, &old).await
    });
}

#[test]
fn a_leader_cut_off_by_the_suggestion_is_replaced() {
    on_page("speed=1&seed=7", async |page| {
        let old = page.leader().await?;
        page.click("Send x=5").await?;
        page.until("5 on all nodes", |seen| seen.all_show("5")).await?;
        page.click(&format!("Cut off {old}, the leader")).await?;
        replaced(page, &old).await
    });
}

#[test]
fn healing_rolls_back_entries_of_the_old_leader() {
    on_page("speed=1&seed=7", async |page| {
        let old = page.leader().await?;
        let before = page.seen().await?;
        page.act_on(&old, "Isolate").await?;
        replaced(page, &old).await?;
        page.press(Key::Escape).await?;
        page.click("Pause").await?;
        page.send_to(&old, "x=9").await?;
        let tried = page
            .step_until("x=9 in the old leader's log", |seen| {
                seen.node(&old).last_index > before.node(&old).last_index
            })
            .await?;
        assert_eq!(tried.node(&old).commit, before.node(&old).commit, "no majority holds it");
        assert_eq!(tried.client().outcome, "waiting");
        page.click("Heal").await?;
        page.click("Play").await?;
        let after = page.until_settled().await?;
        assert!(after.links.iter().all(|link| link.forward == "up" && link.backward == "up"));
        assert_eq!(after.node(&old).role, "follower");
        let told = page.until("an answer", |seen| seen.client().outcome != "waiting").await?;
        assert_eq!(told.client().outcome, "failed");
        assert_eq!(told.client().description, "Client X. x=9 never committed");
        assert!(told.nodes.iter().all(|node| node.value.is_empty()), "{told:#?}");
        Ok(())
    });
}

#[test]
fn suggestions_guide_through_a_partition() {
    on_page("speed=1&seed=7", async |page| {
        let old = page.leader().await?;
        page.click("Send x=5").await?;
        page.until("5 on all nodes", |seen| seen.all_show("5")).await?;
        page.click(&format!("Cut off {old}, the leader")).await?;
        replaced(page, &old).await?;
        page.click("Pause").await?;
        page.click(&format!("Send x=8 to {old}, the old leader")).await?;
        page.until("x=8 on its way", |seen| seen.client().outcome == "waiting").await?;
        page.click("Play").await?;
        page.click("Heal").await?;
        let leader = page.leader().await?;
        let after = page.seen().await?;
        assert!(after.all_show("5"), "{after:#?}");
        page.click(&format!("Stop {leader}, the leader")).await?;
        page.until("it stopped", |seen| seen.node(&leader).role == "stopped").await?;
        page.click(&format!("Start {leader} again")).await?;
        page.until_settled().await?;
        Ok(())
    });
}

#[test]
fn a_double_click_on_a_suggestion_does_not_hit_the_next_one() {
    on_page("speed=1&seed=7", async |page| {
        let old = page.leader().await?;
        page.double_click("Send x=5").await?;
        page.until("5 on all nodes", |seen| seen.all_show("5")).await?;
        let seen = page.seen().await?;
        assert!(seen.links.iter().all(|link| link.forward == "up"), "“Cut off” came after “Send”");
        page.click("Pause").await?;
        page.double_click(&format!("Cut off {old}, the leader")).await?;
        page.pass_frames(2).await?;
        let seen = page.seen().await?;
        for link in links_of(&seen, &old) {
            assert_eq!(seen.link(&link).forward, "cut", "{link}: “Heal” came after “Cut off”");
        }
        page.click("Heal").await?;
        page.until("all links up", |seen| seen.links.iter().all(|link| link.forward == "up"))
            .await?;
        Ok(())
    });
}

#[test]
fn a_double_tap_on_a_suggestion_acts_once() {
    Visit::to("speed=1&seed=7").on_a_phone().run(async |page| {
        let old = page.leader().await?;
        page.double_click("Send x=5").await?;
        page.until("5 on all nodes", |seen| seen.all_show("5")).await?;
        page.click("Pause").await?;
        page.double_click(&format!("Cut off {old}, the leader")).await?;
        page.pass_frames(2).await?;
        let seen = page.seen().await?;
        assert!(links_of(&seen, &old).iter().all(|link| seen.link(link).forward == "cut"));
        Ok(())
    });
}

/// Waits until the old leader, which cannot know of it, and a new one lead in different terms.
async fn replaced(page: &Page, old: &str) -> Result<()> {
    let seen = page.until("a second leader", |seen| seen.leaders().len() == 2).await?;
    assert_eq!(seen.node(old).role, "leader");
    let mut others = seen.leaders().into_iter().filter(|leader| leader.name != old);
    assert!(others.all(|new| new.term > seen.node(old).term));
    Ok(())
}

/// The links between a node and the other nodes.
fn links_of(seen: &Observation, node: &str) -> Vec<String> {
    let names = seen.links.iter().map(|link| link.name.clone());
    names.filter(|name| name.contains(node) && !name.contains('X')).collect()
}
