//! The content security policy of the page. Every test runs with it, and fails if the browser
//! reports a violation; these open what no other test opens, and show that it is in force.

use anyhow::ensure;
use serde_json::json;
use tests::browser::{Key, on_page};

use crate::stories::open_gallery;

/// Notes the violations of the policy in each document from its beginning.
const LISTEN: &str = "self.violations = [];
    addEventListener('securitypolicyviolation', (event) =>
        violations.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`));";
const VIOLATIONS: &str = "return self.violations";
const OPEN_TAB: &str =
    "return document.querySelector('[role=tab][aria-selected=true]')?.textContent ?? ''";

#[test]
fn nothing_in_the_page_violates_its_policy() {
    on_page("seed=7&paused", async |page| {
        let listen = json!({ "source": LISTEN });
        page.driver().cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", listen).await?;
        page.open("seed=7&speed=1").await?;
        let leader = page.leader().await?;
        page.press("i").await?;
        for tab in ["Logs", "Node", "Network", "Clients", "Guarantees", "Transcript", "Settings"] {
            page.until_reads(tab, OPEN_TAB, tab.to_owned()).await?;
            page.press(Key::Right).await?;
        }
        page.click("Close the inspector").await?;
        page.act_on(&leader, "Isolate").await?;
        page.press(Key::Escape).await?;
        for dialog in ["Help", "Share", "Language"] {
            page.click(dialog).await?;
            page.until_dialogs(&[dialog]).await?;
            page.press(Key::Escape).await?;
        }
        open_gallery(page).await?;
        let mut violations: Vec<String> = page.read(VIOLATIONS, vec![]).await?;
        for page_of_folder in ["tour.html", "tour.fa.html", "book/index.html"] {
            page.driver().goto(format!("{}{page_of_folder}", page.site().folder())).await?;
            violations.extend(page.read::<Vec<String>>(VIOLATIONS, vec![]).await?);
        }
        page.open("seed=7&paused&scenario=stories/partition.raft&beat=split").await?;
        violations.extend(page.read::<Vec<String>>(VIOLATIONS, vec![]).await?);
        ensure!(violations.is_empty(), "{violations:#?}");
        Ok(())
    });
}

#[test]
fn the_policy_is_in_force() {
    on_page("seed=7&paused", async |page| {
        let attempt = "const [tag, content] = arguments;
            const element = document.createElement(tag);
            element.textContent = content;
            document.head.append(element);";
        page.driver().execute(LISTEN, vec![]).await?;
        for (tag, content) in [("script", "self.isReached = true"), ("style", "body{color:red}")] {
            page.driver().execute(attempt, vec![json!(tag), json!(content)]).await?;
        }
        let reached: bool = page.read("return self.isReached ?? false", vec![]).await?;
        ensure!(!reached, "a foreign script ran");
        page.until_reads("two violations", "return self.violations.length", 2).await?;
        // The browser reports these, too.
        let complaints = page.complaints().await?;
        ensure!(complaints.len() == 2, "{complaints:?}");
        Ok(())
    });
}
