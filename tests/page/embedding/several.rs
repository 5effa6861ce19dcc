//! Several players on a page: they load late, and only visible ones run.

use anyhow::{Result, ensure};
use tests::browser::Page;

use super::{ELEMENT, Host, inside, run, until, until_ready, visit};

/// The moment of a player, by its number.
async fn at(page: &Page, player: u32) -> Result<u64> {
    inside(page, player, "return Number(document.querySelector('[data-clock]').dataset.nowUs)")
        .await
}

#[test]
fn only_visible_players_run() {
    visit(async |page| {
        let far = "style='margin-top: 3000px' seed=3 speed=20";
        let _host = Host::with_players(page, &["seed=7 speed=20", "seed=2 speed=20", far]).await?;
        until_ready(page, 1).await?;
        let frames = "[...document.querySelectorAll('raft-playground')]
            .map((player) => player.shadowRoot.querySelectorAll('iframe').length).join()";
        // The third one is a picture until the user comes near.
        until(page, "a picture far away", &format!("{frames} === '1,1,0'")).await?;
        until(page, "its picture", "p2.shadowRoot.querySelector('button svg').checkVisibility()")
            .await?;
        let before = at(page, 0).await?;
        while at(page, 0).await? <= before {}
        run::<()>(page, "p(2).scrollIntoView({ behavior: 'instant' })").await?;
        until_ready(page, 3).await?;
        let began = at(page, 2).await?;
        while at(page, 2).await? <= began {}
        // The first one is out of view now, and stands still while the third one runs.
        let hidden = "return document.querySelectorAll('.out-of-view').length";
        while inside::<u32>(page, 0, hidden).await? != 1 {}
        let (first, third) = (at(page, 0).await?, at(page, 2).await?);
        while at(page, 2).await? <= third {}
        ensure!(at(page, 0).await? == first, "it stands still");
        // What stands still still answers.
        ensure!(run::<u32>(page, "return (await p(0).seek(1234)).at").await? == 1234);
        run::<()>(page, "await p(0).play(); scrollTo(0, 0)").await?;
        while at(page, 0).await? <= 1_234_000 {}
        Ok(())
    });
}

#[test]
fn a_touched_picture_is_loaded() {
    visit(async |page| {
        let far = "style='margin-top: 9000px' autoplay=false";
        let _host = Host::with_players(page, &[far]).await?;
        until(page, "a picture", "p0.shadowRoot?.querySelector('button')").await?;
        run::<()>(page, "p(0).shadowRoot.querySelector('button').click()").await?;
        until_ready(page, 1).await?;
        until(page, "no picture any more", "!p0.shadowRoot.querySelector('button')").await
    });
}

#[test]
fn a_player_fits_its_content_and_the_host_page_may_decide() {
    visit(async |page| {
        let players = ["seed=1", "seed=1 style='width: 360px'", "seed=1 style='height: 500px'"];
        let _host = Host::with_players(page, &players).await?;
        for player in 0..2 {
            run::<()>(page, &format!("await p({player}).state()")).await?;
            let fits = "return document.scrollingElement.scrollHeight <= innerHeight";
            while !inside::<bool>(page, player, fits).await? {}
        }
        run::<()>(page, "await p(2).state()").await?;
        let heights: Vec<u32> =
            run(page, "return [0, 1, 2].map((place) => p(place).offsetHeight)").await?;
        ensure!(heights[2] == 500 && heights[0] > 600, "{heights:?}");
        Ok(())
    });
}

#[test]
fn a_player_that_moves_in_the_page_is_loaded_again() {
    visit(async |page| {
        let _host = Host::with_players(page, &["seed=1 autoplay=false"]).await?;
        until_ready(page, 1).await?;
        run::<()>(
            page,
            "const player = p(0); document.body.append(document.createElement('div'));
            player.remove(); heard.length = 0; document.body.lastChild.append(player)",
        )
        .await?;
        until_ready(page, 1).await?;
        let at: u32 = run(page, "return (await p(0).seek(500)).at").await?;
        ensure!(at == 500, "{at}");
        Ok(())
    });
}

#[test]
fn a_host_page_with_a_strict_policy_can_show_a_player() {
    visit(async |page| {
        let policy = "default-src 'none'; img-src data:; script-src PAGE; frame-src PAGE";
        let body = format!(
            "<meta http-equiv=Content-Security-Policy content=\"{policy}\">{ELEMENT}
             <raft-playground id=p0 seed=1></raft-playground>"
        );
        let _host = Host::open(page, &body).await?;
        let nodes: u32 = run(page, "return (await p(0).state()).nodes.length").await?;
        ensure!(nodes == 5);
        // The style sheet counts: the frame fills the element.
        let fills = "p0.offsetHeight > 400
            && p0.shadowRoot.querySelector('iframe').offsetHeight === p0.offsetHeight";
        until(page, "a frame of the height of the element", fills).await
    });
}
