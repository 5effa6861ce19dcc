//! Violations of Raft's properties, caused by waiving a rule.

use anyhow::ensure;
use tests::browser::{Key, on_page};

#[test]
fn a_violation_pauses_playback_and_names_the_contradiction() {
    on_page("scenario=runs/figure-8-without-rule.raft&speed=1", async |page| {
        let seen = page.until("a violation", |seen| !seen.violated.is_empty()).await?;
        page.until("a pause", |seen| !seen.clock.playing).await?;
        let alerts = page.until_alerts(1).await?;
        ensure!(alerts[0].contains("committed"), "{alerts:?}");
        let count = seen.violated.len();
        let name = match count {
            1 => "1 guarantee is broken".to_owned(),
            _ => format!("{count} guarantees are broken"),
        };
        page.click(&name).await?;
        let told = "return document.querySelector('.guarantees .violated')?.textContent ?? ''";
        let told: String = page.read(told, vec![]).await?;
        ensure!(told.contains("§"), "{told}");
        page.click("Dismiss").await?;
        ensure!(page.alerts().await?.is_empty(), "it was read");
        page.press(Key::Home).await?;
        page.until("a past without it", |seen| seen.violated.is_empty()).await?;
        // The checks after a visit require that every property holds.
        page.open("paused").await
    });
}
