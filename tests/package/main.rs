//! The packed package for JavaScript in Chromium: as it is, and in the production build of each
//! bundler. `build.mjs` writes the pages; each shows "ok" or what is wrong.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use tests::browser::{Browser, Site, Withheld};
use thirtyfour::By;
use thirtyfour::extensions::query::ElementQueryable;

/// One page for each way in which an application gets the package.
const PAGES: [&str; 9] = [
    "plain/index.html",
    "plain/inline.html",
    "vite/index.html",
    "webpack/index.html",
    "esbuild/index.html",
    "esbuild_inline/index.html",
    "rollup/index.html",
    "rollup_inline/index.html",
    "parcel/index.html",
];

#[test]
fn the_package_works_in_a_page_in_a_worker_and_in_every_bundle() -> Result<()> {
    let folder = env::var_os("RAFT_PACKAGE").context("RAFT_PACKAGE names the built pages")?;
    let site = Site::serve(PathBuf::from(folder), Withheld::Nothing)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let browser = Browser::start(&[]).await?;
        let mut failed = Vec::new();
        for page in PAGES {
            let outcome = outcome(&browser, &format!("{}{page}", site.folder())).await;
            match outcome {
                Ok(text) if text.starts_with("ok") => {}
                Ok(text) => failed.push(format!("{page}: {text}")),
                Err(error) => failed.push(format!("{page}: {error:#}")),
            }
        }
        browser.quit().await?;
        let refused = site.refused();
        ensure!(failed.is_empty() && refused.is_empty(), "{failed:#?}, not found: {refused:?}");
        Ok(())
    })
}

/// What a page shows when it is done, and what the browser logged if it shows nothing.
async fn outcome(browser: &Browser, address: &str) -> Result<String> {
    let driver = browser.driver();
    driver.goto(address).await?;
    let result = driver.query(By::Css("#result:not(:empty)"));
    match result.wait(tests::browser::TIMEOUT, tests::browser::TIMEOUT / 100).first().await {
        Ok(element) => Ok(element.text().await?),
        Err(error) => {
            let log = driver.browser_log().await?;
            Err(error).with_context(|| format!("the browser logged {log:?}"))
        }
    }
}
