//! The book: Help leads to it, it is readable on every screen, and it leads back into the page.

use anyhow::{Result, ensure};
use serde_json::json;
use tests::browser::{Page, Visit, on_page};

use crate::accessibility::audit;

/// Pages with pictures, code, wide tables and long lines.
const PAGES: [&str; 5] = ["index", "stories", "rules", "searching", "javascript-types"];

async fn open(page: &Page, name: &str) -> Result<()> {
    Ok(page.driver().goto(format!("{}book/{name}.html", page.site().folder())).await?)
}

/// Opens the page to which the link with this selector leads.
async fn follow(page: &Page, selector: &str) -> Result<()> {
    let script = "return document.querySelector(arguments[0]).href";
    let address: String = page.read(script, vec![json!(selector)]).await?;
    Ok(page.driver().goto(address).await?)
}

#[test]
fn help_leads_to_the_book() {
    on_page("paused", async |page| {
        page.click("Help").await?;
        follow(page, "#help a[href^='book/']").await?;
        let title: String =
            page.read("return document.querySelector('h1').textContent", vec![]).await?;
        ensure!(title == "Raft Playground", "it leads to {title}");
        page.open("paused").await
    });
}

#[test]
fn a_scenario_of_the_book_opens_in_the_playground() {
    on_page("paused", async |page| {
        open(page, "stories").await?;
        follow(page, "figcaption a:not([download])").await?;
        // Without the marks that isolate a text from the direction of another.
        let text = "return document.querySelector('.sentence p')?.textContent
            .replace(/[\\u2068\\u2069]/g, '').trim() ?? ''";
        page.until_reads("its first beat", text, "A is the leader of term 1.".to_owned()).await
    });
}

#[test]
fn the_search_of_the_book_finds_a_section() {
    on_page("paused", async |page| {
        open(page, "index").await?;
        page.click("Search the book").await?;
        page.press("drift lease").await?;
        let found = "return [...document.querySelectorAll('.found a')].some((link) =>
            link.href.endsWith('glossary.html') || link.href.endsWith('rules.html#rules'))";
        page.until_reads("a section about leases", found, true).await?;
        page.open("paused").await
    });
}

#[test]
fn the_book_is_readable_on_a_wide_screen() {
    Visit::to("paused").run(every_page_is_readable);
}

#[test]
fn the_book_is_readable_on_a_phone() {
    Visit::to("paused").on_a_phone().run(every_page_is_readable);
}

async fn every_page_is_readable(page: &Page) -> Result<()> {
    for theme in ["light", "dark"] {
        page.read::<()>("localStorage.setItem('theme', arguments[0])", vec![json!(theme)]).await?;
        for name in PAGES {
            open(page, name).await?;
            let (width, room) = page.widths().await?;
            ensure!(width <= room, "{name} is {width} wide in a window of {room}");
            let found = audit(page, name).await?;
            ensure!(found.is_empty(), "{theme}: {found:#?}");
        }
    }
    page.open("paused").await
}
