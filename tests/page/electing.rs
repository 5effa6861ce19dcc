//! Electing leaders.

use tests::browser::on_page;

#[test]
fn a_leader_appears_without_a_click() {
    on_page("speed=1", async |page| {
        let seen = page.until_settled().await?;
        assert_eq!(seen.nodes.len(), 5);
        assert!(seen.clock.playing);
        Ok(())
    });
}

#[test]
fn a_node_told_to_time_out_stands_at_once() {
    on_page("speed=1&seed=7", async |page| {
        let before = page.until_settled().await?;
        page.click("Pause").await?;
        let node = before.follower().name.clone();
        page.act_on(&node, "Start an election now").await?;
        let seen = page.until("a candidate", |seen| seen.node(&node).role == "candidate").await?;
        assert!(seen.node(&node).term > before.node(&node).term);
        page.press(tests::browser::Key::Escape).await?;
        page.click("Play").await?;
        page.until("it leads", |seen| seen.node(&node).role == "leader").await?;
        Ok(())
    });
}
