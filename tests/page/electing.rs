//! Electing leaders.

use tests::browser::on_page;

#[test]
fn a_leader_is_elected_without_interaction() {
    on_page("speed=1", async |page| {
        let seen = page.until_settled().await?;
        assert_eq!(seen.nodes.len(), 5);
        assert!(seen.clock.playing);
        Ok(())
    });
}

#[test]
fn a_forced_timeout_starts_an_election_at_once() {
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
