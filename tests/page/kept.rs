//! Share links from an earlier build still open and show the same moment.

use anyhow::Context;
use serde_json::{Value, json};
use tests::browser::{Link, Observation, on_page};

/// Runs in which a node joins. Since then, new servers catch up outside of the membership (diss.
/// §4.2.1), so the logs of these runs are shorter; their commands are the same.
const LOGS_DIFFER: [&str; 2] = ["membership", "renew"];

/// Links made by the page of November 2026.
const LINKS: &str = include_str!("../kept/links.json");

#[test]
fn share_links_of_an_earlier_build_show_the_same_moment() {
    on_page("paused", async |page| {
        for kept in serde_json::from_str::<Vec<Value>>(LINKS)? {
            let name = kept["name"].as_str().context("a link has a name")?;
            let link = kept["link"].as_str().context("a link has a code")?;
            let now_us = kept["now_us"].as_u64().context("a link leads to a moment")?;
            page.open(&format!("seed=77&paused#{link}")).await?;
            let seen = page.until(name, |seen| seen.clock.now_us == now_us).await?;
            let (mut shown, mut kept) = (moment(&seen, &kept), kept.clone());
            if LOGS_DIFFER.contains(&name) {
                shown["nodes"].take();
                kept["nodes"].take();
            }
            assert_eq!(shown, kept, "{name}");
            // Where bugs are injected, the page reports the violated properties; where logs differ,
            // that the link comes from another version.
            let complaints = page.alerts().await?;
            let is_explained = !seen.violated.is_empty() || LOGS_DIFFER.contains(&name);
            assert!(complaints.is_empty() || is_explained, "{name}: {complaints:?}");
        }
        // The checks after a visit require that every property holds.
        page.open("paused").await
    });
}

/// The observation in the form of the stored file.
fn moment(seen: &Observation, kept: &Value) -> Value {
    let nodes = seen.nodes.iter().map(|node| {
        json!({
            "name": node.name,
            "role": node.role,
            "term": node.term,
            "commit": node.commit,
            "last_index": node.last_index,
            "value": node.value,
            "member": node.member,
            "paused": node.paused,
        })
    });
    let is_cut = |link: &&Link| link.forward != "up" || link.backward != "up";
    json!({
        "name": kept["name"],
        "link": kept["link"],
        "now_us": seen.clock.now_us,
        "seed": seen.clock.seed,
        "nodes": nodes.collect::<Vec<_>>(),
        "cut": seen.links.iter().filter(is_cut).map(|link| &link.name).collect::<Vec<_>>(),
        "clients": seen.clients.len(),
    })
}
