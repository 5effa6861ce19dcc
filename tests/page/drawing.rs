//! Drawing lines that cut links, and dragging values from a client.

use tests::browser::{Key, Observation, Visit, on_page};

/// The links that a line between A, B and C, D, E cuts.
const BETWEEN: [&str; 6] = ["A-C", "A-D", "A-E", "B-C", "B-D", "B-E"];

#[test]
fn a_line_across_the_stage_cuts_the_crossed_links_and_offers_heal() {
    on_page("paused&seed=7", async |page| {
        let line = between(&page.seen().await?);
        page.press_and_move(&line).await?;
        page.pass_frames(2).await?;
        let crossed = "return document.querySelectorAll('.gesture .crossed').length";
        assert_eq!(page.read::<usize>(crossed, vec![]).await?, 6, "one sees it before");
        assert_eq!(cut(&page.seen().await?), [""; 0], "nothing is cut before one lets go");
        page.let_go().await?;
        page.until("the cut", |seen| cut(seen) == BETWEEN).await?;
        let place = page.find("Heal", None).await?;
        let on_stage = "return document.querySelector('main').contains(
            document.elementFromPoint(...arguments[0]))";
        assert!(page.read::<bool>(on_stage, vec![serde_json::json!(place.at)]).await?);
        page.click("Heal").await?;
        page.until("all links", |seen| cut(seen).is_empty()).await?;
        assert_eq!(page.find("Heal", None).await?.count, 0);
        Ok(())
    });
}

#[test]
fn escape_or_a_short_line_cancels_drawing() {
    on_page("paused&seed=7", async |page| {
        let line = between(&page.seen().await?);
        page.press_and_move(&line).await?;
        page.press(Key::Escape).await?;
        page.let_go().await?;
        page.pass_frames(2).await?;
        assert_eq!(cut(&page.seen().await?), [""; 0]);
        let link = page.seen().await?;
        let (b, d) = (link.node("B").at, link.node("D").at);
        let middle = (f64::midpoint(b.0, d.0), f64::midpoint(b.1, d.1));
        page.drag_and_drop(&[middle, (middle.0 + 3.0, middle.1)]).await?;
        page.until("a click", |seen| cut(seen) == ["B-D"]).await?;
        Ok(())
    });
}

#[test]
fn resizing_the_window_while_drawing_loses_no_line() {
    on_page("paused&seed=7", async |page| {
        let line = between(&page.seen().await?);
        page.press_and_move(&line[..2]).await?;
        page.resize((1100, 700)).await?;
        page.until_reads("the new size", "return innerWidth", 1100).await?;
        page.pass_frames(3).await?;
        let drawn = "return document.querySelectorAll('.gesture .stripe').length";
        assert_eq!(page.read::<usize>(drawn, vec![]).await?, 1);
        let end = between(&page.seen().await?)[2];
        page.drag_on(end).await?;
        page.let_go().await?;
        page.until("the cut", |seen| cut(seen) == BETWEEN).await?;
        Ok(())
    });
}

#[test]
fn touch_draws_a_line_without_scrolling() {
    Visit::to("paused&seed=7").on_a_phone().run(async |page| {
        let seen = page.seen().await?;
        let (client, b, c) = (seen.client().at, seen.node("B").at, seen.node("C").at);
        // From between the client and the ring up between B and C.
        let start = (client.0, client.1 - 26.0);
        let end = (f64::midpoint(b.0, c.0), f64::midpoint(b.1, c.1) - 30.0);
        let middle = (f64::midpoint(start.0, end.0), f64::midpoint(start.1, end.1));
        page.drag_and_drop(&[start, middle, end]).await?;
        page.until("the cut", |seen| cut(seen).len() >= 5).await?;
        assert_eq!(page.read::<u32>("return scrollY", vec![]).await?, 0);
        // A tap where the finger has just been lifted counts as the second one of a double tap.
        page.click("Heal").await?;
        page.until("all links", |seen| cut(seen).is_empty()).await?;
        Ok(())
    });
}

#[test]
fn a_value_is_dragged_from_the_client_to_a_node() {
    on_page("speed=1&seed=7", async |page| {
        page.until_settled().await?;
        page.click("Value").await?;
        page.press("x=42").await?;
        let seen = page.seen().await?;
        let (from, to) = (seen.client().at, seen.follower().at);
        let name = seen.follower().name.clone();
        page.press_and_move(&[from, (from.0 + 40.0, from.1), to]).await?;
        let tip = "return document.querySelector('.tip')?.textContent ?? ''";
        page.until_reads("what would come of it", tip, format!("Send x=42 to {name}")).await?;
        page.let_go().await?;
        page.until("42 on all nodes", |seen| seen.all_show("42")).await?;
        page.until_reads(
            "an empty field",
            "return document.querySelector('#value').value",
            String::new(),
        )
        .await
    });
}

#[test]
fn a_value_dropped_outside_a_node_is_not_sent() {
    on_page("paused&seed=7", async |page| {
        let before = page.seen().await?;
        let (x, y) = before.client().at;
        page.drag_and_drop(&[(x, y), (x + 40.0, y), (x + 90.0, y)]).await?;
        page.pass_frames(2).await?;
        assert_eq!(page.seen().await?, before);
        Ok(())
    });
}

#[test]
fn touch_drags_a_value() {
    Visit::to("speed=1&seed=7").on_a_phone().run(async |page| {
        page.until_settled().await?;
        let seen = page.seen().await?;
        let (from, to) = (seen.client().at, seen.node("E").at);
        page.drag_and_drop(&[from, (from.0 + 15.0, from.1 - 15.0), to]).await?;
        page.until("5 on all nodes", |seen| seen.all_show("5")).await?;
        Ok(())
    });
}

/// A line from beside the client between the upper and the lower nodes, past C.
fn between(seen: &Observation) -> [(f64, f64); 3] {
    let (client, c) = (seen.client().at, seen.node("C").at);
    let start = (client.0 + 50.0, client.1 - 4.0);
    let end = (c.0 - 34.0, c.1 - 86.0);
    [start, (f64::midpoint(start.0, end.0), f64::midpoint(start.1, end.1)), end]
}

/// The links that are cut both ways.
fn cut(seen: &Observation) -> Vec<&str> {
    let links = seen.links.iter().filter(|link| link.forward == "cut" && link.backward == "cut");
    let mut names: Vec<_> = links.map(|link| &*link.name).collect();
    names.sort_unstable();
    names
}
