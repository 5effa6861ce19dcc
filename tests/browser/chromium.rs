//! A separate browser: chromedriver, and the Chromium that it starts with a new, empty profile.

use std::env;
use std::ffi::OsString;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::thread;

use anyhow::{Context, Result};
use serde_json::json;
use thirtyfour::prelude::*;
use thirtyfour::{ChromiumLikeCapabilities, LoggingPrefsLogLevel};

use super::page::TIMEOUT;

/// No window, and no network access except to the page. The sandbox needs privileges that a
/// container lacks, and the page is trusted.
const ARGUMENTS: [&str; 9] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1280,900",
];

/// A running browser.
pub struct Browser {
    driver: WebDriver,
    // Dropped after the session has ended.
    _chromedriver: Chromedriver,
}

impl Browser {
    /// Starts chromedriver, named by the variable `CHROMEDRIVER` or found on `PATH`, and a browser.
    /// The variable `RAFT_SLOWDOWN` gives the factor by which its processor is slowed.
    ///
    /// # Errors
    /// If either does not start.
    pub async fn start(arguments: &[&str]) -> Result<Self> {
        let chromedriver = Chromedriver::start()?;
        let mut wishes = DesiredCapabilities::chrome();
        for argument in ARGUMENTS.iter().chain(arguments) {
            wishes.add_arg(argument)?;
        }
        wishes.set_browser_log_level(LoggingPrefsLogLevel::All)?;
        let address = format!("http://127.0.0.1:{}", chromedriver.port);
        let driver = WebDriver::new(address, wishes).await.context("starting Chromium")?;
        let browser = Self { driver, _chromedriver: chromedriver };
        browser.driver.set_script_timeout(TIMEOUT).await?;
        if let Some(times) = slowdown()? {
            let rate = json!({ "rate": times });
            browser.driver.cdp().send_raw("Emulation.setCPUThrottlingRate", rate).await?;
        }
        Ok(browser)
    }

    /// The session of this browser.
    pub fn driver(&self) -> &WebDriver {
        &self.driver
    }

    /// Ends the browser and its chromedriver.
    ///
    /// # Errors
    /// If the browser does not answer any more.
    pub async fn quit(self) -> Result<()> {
        self.driver.quit().await.context("ending Chromium")
    }
}

struct Chromedriver {
    process: Child,
    port: u16,
}

impl Chromedriver {
    fn start() -> Result<Self> {
        /// chromedriver takes a port that is free for one address family, and may find it taken for
        /// the other.
        const TRIES: u32 = 5;
        let mut tried = Self::try_to_start();
        for _ in 1..TRIES {
            tried = tried.or_else(|_| Self::try_to_start());
        }
        tried
    }

    fn try_to_start() -> Result<Self> {
        let program = env::var_os("CHROMEDRIVER").unwrap_or_else(|| OsString::from("chromedriver"));
        let mut process = Command::new(&program)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("starting {}", program.display()))?;
        let output = process.stdout.take().context("a child without the output just asked for")?;
        let mut chromedriver = Self { process, port: 0 };
        let mut printed = Vec::new();
        let mut lines = BufReader::new(output).lines().map_while(Result::ok);
        chromedriver.port = lines
            .find_map(|line| {
                port_in(&line).or_else(|| {
                    printed.push(line);
                    None
                })
            })
            .with_context(|| format!("chromedriver names no port, but prints {printed:?}"))?;
        // Drain the remaining output: a full pipe would block chromedriver.
        thread::spawn(move || lines.for_each(drop));
        Ok(chromedriver)
    }
}

impl Drop for Chromedriver {
    fn drop(&mut self) {
        // The process may have ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The factor by which the processor is slowed.
fn slowdown() -> Result<Option<u32>> {
    let Some(times) = env::var_os("RAFT_SLOWDOWN") else { return Ok(None) };
    let times = times.to_str().and_then(|times| times.parse().ok());
    Ok(Some(times.context("RAFT_SLOWDOWN is to be how many times slower, such as 6")?))
}

/// The port in `ChromeDriver was started successfully on port 41235.`
fn port_in(line: &str) -> Option<u16> {
    line.strip_suffix('.')?.rsplit_once("successfully on port ")?.1.parse().ok()
}
