//! The badge that names rules that are off.

use anyhow::{Result, ensure};
use serde_json::json;
use tests::browser::{Key, Page, Visit, on_page};

use super::accessibility::audit;

const BADGE: &str = "return document.querySelector('.badge')?.textContent ?? ''";

#[test]
fn the_badge_names_a_rule_that_is_off_and_opens_the_settings() {
    on_page("speed=1&seed=7", async |page| {
        page.until_settled().await?;
        assert_eq!(page.read::<String>(BADGE, vec![]).await?, "");
        page.click("Settings").await?;
        page.click("Rules of the protocol takes effect now").await?;
        for (name, text) in
            [("commit-own-term", "Rule off: commit-own-term"), ("leader-alive", "2 rules off")]
        {
            let click = format!("document.querySelector('[name={name}]').click()");
            page.driver().execute(&click, vec![]).await?;
            page.until_reads("the badge", BADGE, text.to_owned()).await?;
        }
        page.press(Key::Escape).await?;
        page.until_reads("no settings", "return document.querySelectorAll('.settings').length", 0)
            .await?;
        page.click("2 rules off: commit-own-term and leader-alive. Open the settings").await?;
        let tab = "return document.querySelectorAll('.settings').length";
        page.until_reads("the settings", tab, 1).await
    });
}

#[test]
fn the_badge_is_in_view_on_a_phone_and_in_a_presentation_and_its_colours_contrast() {
    Visit::to(STORY).on_a_phone().run(async |page| look(page).await);
    on_page(&format!("{STORY}&embed&theme=dark"), async |page| look(page).await);
}

const STORY: &str = "scenario=runs/figure-8-without-rule.raft&paused&at=100";

async fn look(page: &Page) -> Result<()> {
    page.until("the story", |seen| seen.clock.now_us == 100_000).await?;
    let is_seen = "const box = document.querySelector('.badge').getBoundingClientRect();
        const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
        return top?.className === 'badge' && box.width >= 24 && box.height >= 24;";
    ensure!(page.read::<bool>(is_seen, vec![json!(null)]).await?);
    let found = audit(page, "badge").await?;
    ensure!(found.is_empty(), "{found:#?}");
    Ok(())
}
