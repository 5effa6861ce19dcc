//! The page before the program starts.

use anyhow::Result;
use tests::browser::{Key, Page, Visit, Withheld};

/// The positions of visible discs as large as nodes, from left to right.
const DISCS: &str = "return [...document.querySelectorAll('main svg circle')]
    .filter((circle) => circle.checkVisibility({ visibilityProperty: true }))
    .filter((circle) => getComputedStyle(circle).fill !== 'none')
    .map((circle) => circle.getBoundingClientRect())
    .filter((box) => box.width > 30)
    .map((box) => [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)])
    .sort(([left], [right]) => left - right)";

#[test]
fn the_placeholder_shows_the_cluster_where_the_program_draws_it() {
    for visit in [Visit::to("paused"), Visit::to("paused").on_a_phone()] {
        visit.without(Withheld::ForNow(".wasm")).run(async |page| {
            page.until_reads("the picture", "return document.readyState !== 'loading'", true)
                .await?;
            let still = discs(page).await?;
            assert_eq!(still.len(), 6, "five nodes and a client: {still:?}");
            assert!(page.seen().await.is_err(), "nothing is alive yet");
            page.site().release();
            let seen = page.until("life", |_| true).await?;
            let nodes = seen.nodes.iter().map(|node| node.at);
            for (x, y) in nodes.chain(seen.clients.iter().map(|client| client.at)) {
                let near = |place: &&(f64, f64)| (place.0 - x).hypot(place.1 - y) < 3.0;
                assert!(still.iter().any(|place| near(&place)), "({x}, {y}) was at {still:?}");
            }
            Ok(())
        });
    }
}

#[test]
fn menus_and_banners_wait_for_their_catalogue() {
    let visit = Visit::to("paused&seed=7&nodes=99");
    visit.without(Withheld::ForNow("panels.ftl")).run(async |page| {
        page.until("life", |_| true).await?;
        page.click_node("A").await?;
        page.until_dialogs(&[]).await?;
        assert_eq!(page.alerts().await?, [""; 0]);
        page.site().release();
        page.until_dialogs(&["Node A"]).await?;
        page.until_alerts(1).await?;
        Ok(())
    });
}

#[test]
fn a_dialog_that_still_loads_opens_when_it_has_arrived() {
    for (control, file) in [("Help", "help.html"), ("Share", "share.html")] {
        Visit::to("paused&seed=7").without(Withheld::ForNow(file)).run(async |page| {
            page.until("life", |_| true).await?;
            page.click(control).await?;
            page.until_dialogs(&[]).await?;
            page.site().release();
            page.until_dialogs(&[control]).await?;
            page.press(Key::Escape).await?;
            page.until_dialogs(&[]).await?;
            assert_eq!(page.focused().await?, control, "the focus returns to the button");
            Ok(())
        });
    }
}

async fn discs(page: &Page) -> Result<Vec<(f64, f64)>> {
    page.read(DISCS, vec![]).await
}
