//! Opens the page for a test, and cleans up when the test ends.

use std::any::type_name;
use std::env;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::chromium::Browser;
use super::page::Page;
use super::site::{Site, Withheld};

/// Opens the page with this query on a wide screen, runs the test, and checks afterwards what
/// every test expects.
///
/// # Panics
/// If the test fails.
pub fn on_page(query: &str, test: impl AsyncFnOnce(&Page) -> Result<()>) {
    Visit::to(query).run(test);
}

/// How the page is opened.
pub struct Visit {
    /// None if the test opens the page itself.
    query: Option<String>,
    /// The folder of a built page; `None` for the usual one.
    folder: Option<PathBuf>,
    /// The folder of another built page, to be served compressed; `None` for the usual one.
    compressed: Option<PathBuf>,
    size: (u32, u32),
    finger: bool,
    withheld: Withheld,
    /// Whether the browser may keep files.
    caching: bool,
}

impl Visit {
    /// A visit on a wide screen, with a mouse.
    pub fn to(query: &str) -> Self {
        Self {
            query: Some(query.into()),
            folder: None,
            compressed: None,
            size: (1280, 720),
            finger: false,
            withheld: Withheld::Nothing,
            caching: false,
        }
    }

    /// The same to the page in this folder.
    pub fn in_folder(folder: PathBuf, query: &str) -> Self {
        Self { folder: Some(folder), ..Self::to(query) }
    }

    /// A first visit to the page in this folder, served compressed. The test opens the page itself,
    /// after it has configured the browser.
    pub fn first_to(folder: PathBuf) -> Self {
        Self { query: None, compressed: Some(folder), ..Self::to("") }
    }

    /// On a screen of this size.
    pub fn sized(mut self, width: u32, height: u32) -> Self {
        self.size = (width, height);
        self
    }

    /// On a small phone with a touch screen.
    pub fn on_a_phone(mut self) -> Self {
        self.finger = true;
        self.sized(360, 640)
    }

    /// Withholds some of the page's files.
    pub fn without(mut self, withheld: Withheld) -> Self {
        self.withheld = withheld;
        self
    }

    /// In a browser that may keep files.
    pub fn with_caching(mut self) -> Self {
        self.caching = true;
        self
    }

    /// Runs a test, and then checks what every test expects. After a failure, saves a screenshot
    /// and
    /// the state of the page.
    ///
    /// # Panics
    /// If the test fails.
    pub fn run<T: AsyncFnOnce(&Page) -> Result<()>>(self, test: T) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let runtime = runtime.expect("a runtime needs nothing that could be missing");
        let is_whole = !matches!(self.withheld, Withheld::ForGood(_));
        let started = runtime.block_on(self.start());
        let (browser, page) = started.unwrap_or_else(|error| panic!("{error:#}"));
        let outcome = catch_unwind(AssertUnwindSafe(|| {
            runtime.block_on(async {
                test(&page).await?;
                if is_whole { page.check().await } else { Ok(()) }
            })
        }));
        if !matches!(outcome, Ok(Ok(()))) {
            let name = type_name::<T>().replace("::{{closure}}", "").replace("::", "-");
            match runtime.block_on(save(&page, &name)) {
                Ok(path) => eprintln!("A picture and a log of the page: {}*", path.display()),
                Err(error) => eprintln!("The page could not be saved: {error:#}"),
            }
        }
        let ended = runtime.block_on(browser.quit());
        match outcome {
            Err(panic) => resume_unwind(panic),
            Ok(Err(error)) => panic!("{error:#}"),
            Ok(Ok(())) => ended.expect("the browser ends when asked to"),
        }
    }

    async fn start(self) -> Result<(Browser, Page)> {
        let site = if let Some(folder) = self.compressed {
            Site::serve_compressed(folder)
        } else {
            let folder = self.folder.map_or_else(dist, Ok)?;
            if self.caching {
                Site::serve_for_caching(folder)
            } else {
                Site::serve(folder, self.withheld)
            }
        };
        let site = site.context("serving the page")?;
        let browser = Browser::start(&[]).await?;
        let page = Page { driver: browser.driver().clone(), site, finger: self.finger };
        let prepared = async {
            page.resize(self.size).await?;
            let Some(query) = self.query else { return Ok(()) };
            if self.withheld != Withheld::Nothing {
                // The usual way to open the page waits until everything is loaded.
                let location = json!({ "url": page.site.url(&query) });
                page.driver.cdp().send_raw("Page.navigate", location).await?;
                return Ok(());
            }
            page.open(&query).await
        };
        match prepared.await {
            Ok(()) => Ok((browser, page)),
            Err(error) => {
                browser.quit().await?;
                Err(error)
            }
        }
    }
}

impl Page {
    /// Gives the window this size.
    ///
    /// # Errors
    /// If the browser does not answer.
    pub async fn resize(&self, (width, height): (u32, u32)) -> Result<()> {
        let (scale, mobile) = if self.finger { (2, true) } else { (1, false) };
        let metrics = json!({
            "width": width, "height": height, "deviceScaleFactor": scale, "mobile": mobile
        });
        let cdp = self.driver.cdp();
        cdp.send_raw("Emulation.setDeviceMetricsOverride", metrics).await?;
        let touch = json!({ "enabled": self.finger });
        cdp.send_raw("Emulation.setTouchEmulationEnabled", touch).await?;
        Ok(())
    }
}

/// The folder of the built page.
///
/// # Errors
/// If it was not built.
pub fn dist() -> Result<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../dist");
    let dist = env::var_os("RAFT_DIST").map_or(beside, PathBuf::from);
    let index = dist.join("index.html");
    ensure!(index.is_file(), "{} is not there: run `cargo xtask dist` first", index.display());
    Ok(dist)
}

/// Saves the evidence of a failure. The files share this path, with different endings.
async fn save(page: &Page, name: &str) -> Result<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/page-failures");
    fs::create_dir_all(&folder).context("creating the folder for failures")?;
    let path = folder.canonicalize()?.join(name);
    page.driver.screenshot(&path.with_extension("png")).await.context("taking a picture")?;
    let log = format!(
        "{}\n\nNot found: {:?}\n\nThe browser: {:#?}\n\nSeen: {:#?}\n",
        page.driver.current_url().await?,
        page.site.refused(),
        page.driver.browser_log().await?,
        page.seen().await,
    );
    fs::write(path.with_extension("txt"), log).context("writing the log")?;
    Ok(path)
}
