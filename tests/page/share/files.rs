//! Files, pictures, films and traces: what the page saves, and what it opens.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use serde_json::json;
use tests::browser::{Page, TIMEOUT, on_page};

use super::{CAPTION, share};

#[test]
fn a_dropped_file_is_opened_or_its_error_reported() {
    on_page("paused&seed=7", async |page| {
        let folder = folder("dropped")?;
        let write = |name: &str, content: &[u8]| -> Result<PathBuf> {
            let path = folder.join(name);
            fs::write(&path, content)?;
            Ok(path)
        };
        let before = page.seen().await?;
        for (name, content, told) in [
            ("huge.raft", &vec![b'#'; 2_000_001][..], " was not opened: it is larger than 2 MB."),
            (
                "picture.png",
                b"\x89PNG\x0d\x0a\x1a\x0a\xff\xfe",
                " was not opened: it is not a text file.",
            ),
            (
                "wrong.raft",
                b"nodes 5\nat 0ms: crash Q",
                ", line 2, column 15: there is no node Q: the nodes are A to E.",
            ),
        ] {
            drop_file(page, &write(name, content)?).await?;
            let told = format!("“{name}”{told}");
            let alert = "return document.querySelector('.notices p')?.textContent ?? ''";
            page.until_reads("a sentence", alert, told).await?;
            let kept = page.seen().await?.without_places();
            assert_eq!(kept, before.clone().without_places(), "{name}");
        }
        let right = b"title \"From a file\"\nnodes 3\nat 0ms: expect leader A\nend at 1s";
        drop_file(page, &write("right.raft", right)?).await?;
        page.until("three nodes", |seen| seen.nodes.len() == 3).await?;
        page.until_reads("its caption", CAPTION, "From a file".to_owned()).await?;
        let alerts = page.alerts().await?;
        assert_eq!(
            alerts,
            ["“right.raft”, line 3: an expectation failed: expected leader A, but there is no \
              leader (at 0.000 s)."]
        );
        Ok(())
    });
}

#[test]
fn saved_files_can_be_opened_again() {
    on_page("speed=1&seed=7", async |page| {
        page.until_settled().await?;
        page.click("Send x=5").await?;
        page.until("5 on all nodes", |seen| seen.all_show("5")).await?;
        share(page, "Saved").await?;
        let shared = page.seen().await?;
        let folder = folder("saved")?;
        let behaviour = json!({ "behavior": "allow", "downloadPath": folder });
        page.driver().cdp().send_raw("Browser.setDownloadBehavior", behaviour).await?;
        for (button, name, part) in [
            ("Save", "raft-7.raft", "title \"Saved\"\nseed 7\n"),
            ("SVG", "raft-7.svg", ">Leader</tspan>"),
            ("PNG", "raft-7.png", "PNG"),
            ("NDJSON", "raft-7.ndjson", "{\"format\":\"raft-playground-trace\""),
            ("Mermaid", "raft-7.mmd", "sequenceDiagram\n"),
            ("ShiViz", "raft-7.log", "(?<clock>{.*})"),
        ] {
            page.click_in("Share", button).await?;
            let content = saved(&folder.join(name)).await?;
            assert!(String::from_utf8_lossy(&content).contains(part), "{name} has no {part}");
        }
        let svg = fs::read_to_string(folder.join("raft-7.svg"))?;
        assert!(!svg.contains("var(") && !svg.contains("class="), "it needs a style sheet: {svg}");
        page.open("paused").await?;
        drop_file(page, &folder.join("raft-7.raft")).await?;
        page.until("the same moment", |seen| *seen == shared).await?;
        Ok(())
    });
}

#[test]
fn an_animation_is_recorded_until_stopped() {
    on_page("speed=1&seed=7", async |page| {
        page.until_settled().await?;
        let folder = folder("recorded")?;
        let behaviour = json!({ "behavior": "allow", "downloadPath": folder });
        page.driver().cdp().send_raw("Browser.setDownloadBehavior", behaviour).await?;
        page.click("Share").await?;
        page.click_in("Share", "Record").await?;
        page.until_dialogs(&[]).await?;
        let began = page.until("time goes on", |seen| seen.clock.playing).await?;
        page.until("a while", |seen| seen.clock.now_us > began.clock.now_us + 500_000).await?;
        page.click("Stop recording").await?;
        let film = saved(&folder.join("raft-7.webm")).await?;
        assert!(film.len() > 1000 && film.starts_with(b"\x1a\x45\xdf\xa3"));
        Ok(())
    });
}

/// Drops a file on the middle of the page.
pub(crate) async fn drop_file(page: &Page, path: &Path) -> Result<()> {
    for kind in ["dragEnter", "dragOver", "drop"] {
        let data = json!({ "items": [], "files": [path], "dragOperationsMask": 1 });
        let event = json!({ "type": kind, "x": 600, "y": 300, "data": data });
        page.driver().cdp().send_raw("Input.dispatchDragEvent", event).await?;
    }
    Ok(())
}

/// An empty folder for the files of one test.
pub(crate) fn folder(name: &str) -> Result<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/page-files").join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    Ok(folder.canonicalize()?)
}

/// The content of a file, once the browser has saved it.
pub(crate) async fn saved(path: &Path) -> Result<Vec<u8>> {
    let began = Instant::now();
    while !path.exists() {
        ensure!(began.elapsed() < TIMEOUT, "{} was not saved", path.display());
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    fs::read(path).with_context(|| format!("reading {}", path.display()))
}
