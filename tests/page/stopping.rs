//! Stopping and restarting nodes.

use tests::browser::{Key, on_page};

#[test]
fn a_stopped_node_sends_nothing_and_starts_again_from_its_disk() {
    on_page("speed=1&seed=7", async |page| {
        page.until_settled().await?;
        page.click("Send x=5").await?;
        page.until("5 on all nodes", |seen| seen.all_show("5")).await?;
        let before = page.until_settled().await?;
        page.click("Pause").await?;
        let node = before.follower().name.clone();
        page.act_on(&node, "Stop").await?;
        page.press(Key::Escape).await?;
        let stopped = page.until("it stops", |seen| seen.node(&node).role == "stopped").await?;
        // Its earlier messages are still in flight.
        let mut on_the_way = sent_by(&stopped, &node);
        for _ in 0..60 {
            let seen = page.step(1).await?;
            let now = sent_by(&seen, &node);
            assert!(now <= on_the_way, "{node} sends though it is stopped: {seen:#?}");
            on_the_way = now;
        }
        assert_eq!(on_the_way, 0);
        page.act_on(&node, "Start again").await?;
        let started = page.until("it starts", |seen| seen.node(&node).role != "stopped").await?;
        let (is, was) = (started.node(&node), before.node(&node));
        assert_eq!((is.term, is.last_index), (was.term, was.last_index));
        assert_eq!((&*is.role, &*is.value), ("follower", ""), "its memory is lost");
        page.press(Key::Escape).await?;
        page.click("Play").await?;
        page.until("it has applied the value again", |seen| seen.node(&node).value == "5").await?;
        Ok(())
    });
}

#[test]
fn a_cluster_of_five_survives_two_stopped_nodes_but_not_three() {
    on_page("speed=1&seed=7", async |page| {
        page.until_settled().await?;
        for count in 1..=3 {
            let seen = page.until("a leader", |seen| !seen.leaders().is_empty()).await?;
            let leader = seen.leaders()[0].name.clone();
            page.act_on(&leader, "Stop").await?;
            page.press(Key::Escape).await?;
            page.until("it stops", |seen| seen.node(&leader).role == "stopped").await?;
            if count < 3 {
                page.until_settled().await?;
            }
        }
        let term = page.seen().await?.nodes.iter().map(|node| node.term).max();
        let seen = page
            .until("several vain elections", |seen| {
                seen.nodes.iter().map(|node| node.term).max() >= term.map(|term| term + 3)
            })
            .await?;
        assert_eq!(seen.leaders().len(), 0);
        Ok(())
    });
}

fn sent_by(seen: &tests::browser::Observation, node: &str) -> usize {
    seen.messages.iter().filter(|message| message.from == node && !message.dying).count()
}
