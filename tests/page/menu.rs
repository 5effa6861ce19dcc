//! The menu of a node.

use tests::browser::{Key, Spot, on_page};

#[test]
fn a_click_elsewhere_closes_the_menu_and_does_nothing_else() {
    on_page("paused&seed=7", async |page| {
        page.open_menu("A").await?;
        let before = page.seen().await?;
        page.click_link("B-D", Spot::Middle).await?;
        page.until_dialogs(&[]).await?;
        assert_eq!(page.seen().await?, before);
        page.click_link("B-D", Spot::Middle).await?;
        page.until("B-D is cut", |seen| seen.link("B-D").forward == "cut").await?;
        Ok(())
    });
}

#[test]
fn a_click_on_another_node_opens_its_menu_and_a_second_closes_it() {
    on_page("paused&seed=7", async |page| {
        page.open_menu("C").await?;
        page.open_menu("D").await?;
        page.until_dialogs(&["Node D"]).await?;
        page.click_node("D").await?;
        page.until_dialogs(&[]).await
    });
}

#[test]
fn refused_text_is_explained_in_the_menu() {
    on_page("paused&seed=7", async |page| {
        let menu = page.open_menu("B").await?;
        page.click_in(&menu, "Value for B").await?;
        page.press("two words").await?;
        page.press(Key::Enter).await?;
        page.until_reads(
            "a complaint",
            "return document.querySelectorAll('[role=alert]').length",
            1,
        )
        .await?;
        let inside = "return document.querySelector('[role=dialog] [role=alert]') !== null";
        assert!(page.read::<bool>(inside, vec![]).await?);
        page.press(Key::Escape).await?;
        page.until_dialogs(&[]).await?;
        assert_eq!(page.alerts().await?, [""; 0]);
        Ok(())
    });
}

#[test]
fn the_menu_stays_usable_while_the_cluster_changes() {
    on_page("speed=1&seed=7", async |page| {
        let leader = page.leader().await?;
        let menu = page.open_menu(&leader).await?;
        page.click_in(&menu, "Isolate").await?;
        page.until("a second leader", |seen| seen.leaders().len() == 2).await?;
        page.click_in(&menu, "Stop").await?;
        page.until("it stops", |seen| seen.node(&leader).role == "stopped").await?;
        page.click_in(&menu, "Start again").await?;
        page.click_in(&menu, "Reconnect").await?;
        page.until_settled().await?;
        page.press(Key::Escape).await?;
        page.until_dialogs(&[]).await
    });
}
