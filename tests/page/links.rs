//! Cutting links by pointing at them.

use anyhow::Result;
use tests::browser::{Page, Spot, on_page};

#[test]
fn a_click_in_the_middle_of_a_link_cuts_or_mends_both_directions() {
    on_page("paused&seed=7", async |page| {
        for link in links_between_nodes(page).await? {
            page.click_link(&link, Spot::Middle).await?;
            is(page, &link, "cut", "cut").await?;
            page.click_link(&link, Spot::Middle).await?;
            is(page, &link, "up", "up").await?;
        }
        Ok(())
    });
}

#[test]
fn a_click_near_an_end_cuts_or_mends_the_incoming_direction() {
    on_page("paused&seed=7", async |page| {
        for link in links_between_nodes(page).await? {
            let (first, second) = link.split_once('-').unwrap();
            page.click_link(&link, Spot::Near(second)).await?;
            is(page, &link, "cut", "up").await?;
            page.click_link(&link, Spot::Near(second)).await?;
            is(page, &link, "up", "up").await?;
            page.click_link(&link, Spot::Near(first)).await?;
            is(page, &link, "up", "cut").await?;
            page.click_link(&link, Spot::Near(first)).await?;
            is(page, &link, "up", "up").await?;
        }
        Ok(())
    });
}

#[test]
fn links_are_cut_and_mended_in_the_menus_of_nodes() {
    on_page("paused&seed=7", async |page| {
        for node in ["A", "B", "C", "D", "E"] {
            let menu = page.open_menu(node).await?;
            for other in ["A", "B", "C", "D", "E", "X"].into_iter().filter(|other| *other != node) {
                let link = if node < other {
                    format!("{node}-{other}")
                } else {
                    format!("{other}-{node}")
                };
                page.click_in(&menu, &format!("Cut link {node}–{other}")).await?;
                is(page, &link, "cut", "cut").await?;
                page.click_in(&menu, &format!("Reconnect link {node}–{other}")).await?;
                is(page, &link, "up", "up").await?;
            }
        }
        Ok(())
    });
}

#[test]
fn a_message_on_a_cut_link_is_lost() {
    on_page("speed=1&seed=7", async |page| {
        let leader = page.leader().await?;
        page.click("Pause").await?;
        page.act_on(&leader, "Isolate").await?;
        page.press(tests::browser::Key::Escape).await?;
        let seen = page
            .step_until("a dying message", |seen| seen.messages.iter().any(|message| message.dying))
            .await?;
        let dying = seen.messages.iter().find(|message| message.dying).unwrap();
        assert!([&dying.from, &dying.to].contains(&&leader), "{dying:?}");
        let (from, to) = (seen.node(&dying.from).at, seen.node(&dying.to).at);
        let middle = (f64::midpoint(from.0, to.0), f64::midpoint(from.1, to.1));
        assert!((dying.at.0 - middle.0).hypot(dying.at.1 - middle.1) < 20.0, "{dying:?}");
        let gone = page.step_until("no dying message there", |seen| {
            !seen.messages.iter().any(|message| message.at == dying.at)
        });
        gone.await?;
        Ok(())
    });
}

#[test]
fn a_click_beside_the_links_changes_nothing() {
    on_page("paused&seed=7", async |page| {
        let before = page.seen().await?;
        let (x, y) = before.node("C").at;
        page.click_at((x + 120.0, y - 120.0)).await?;
        page.pass_frames(2).await?;
        assert_eq!(page.seen().await?, before);
        Ok(())
    });
}

async fn is(page: &Page, link: &str, forward: &str, backward: &str) -> Result<()> {
    let what = format!("{link} to be {forward} forward and {backward} backward");
    let seen = page
        .until(&what, |seen| {
            let link = seen.link(link);
            link.forward == forward && link.backward == backward
        })
        .await?;
    let others = seen.links.iter().filter(|other| other.name != link);
    for other in others {
        assert_eq!((&*other.forward, &*other.backward), ("up", "up"), "{} too", other.name);
    }
    Ok(())
}

async fn links_between_nodes(page: &Page) -> Result<Vec<String>> {
    let links = page.seen().await?.links.into_iter().map(|link| link.name);
    let links: Vec<_> = links.filter(|name| !name.contains('X')).collect();
    assert_eq!(links.len(), 10);
    Ok(links)
}
