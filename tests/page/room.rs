//! Nothing stands in front of what one wants to read: on usual screens, in small frames, with zoom,
//! in forced colours, in a hall, and on paper.

use anyhow::{Context, Result, ensure};
use serde_json::json;
use tests::browser::{Page, Visit, on_page};

/// What `arguments[0]` covers, at least by a pixel: the sentence, nodes, labels, logs, the field,
/// tabs and the transport.
const COVERED: &str = "
    const box = (element) => element.getBoundingClientRect();
    const cover = box(document.querySelector(arguments[0]));
    const seen = document.querySelectorAll(`.sentence p, .node .disc, .label, .log .row, .field,
        .client-disc, [role=tab], .tab, .top, .transport, .actions .button`);
    return [...seen].filter((element) => {
        const { left, right, top, bottom } = box(element);
        return Math.min(right, cover.right) - Math.max(left, cover.left) > 1
            && Math.min(bottom, cover.bottom) - Math.max(top, cover.top) > 1;
    }).map((element) => element.getAttribute('class') ?? element.tagName);";

/// Fails if this element covers something, or is not whole in the window.
async fn covers_nothing(page: &Page, selector: &str) -> Result<()> {
    let there = format!("return !!document.querySelector('{selector}')");
    page.until_reads(selector, &there, true).await?;
    page.pass_frames(3).await?;
    let covered: Vec<String> = page.read(COVERED, vec![json!(selector)]).await?;
    ensure!(covered.is_empty(), "{selector} covers {covered:?}");
    let inside = "const { left, right, top, bottom } =
            document.querySelector(arguments[0]).getBoundingClientRect();
        return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;";
    ensure!(page.read::<bool>(inside, vec![json!(selector)]).await?, "{selector} is cut off");
    Ok(())
}

#[test]
fn an_answer_covers_neither_the_sentence_nor_the_cluster() {
    for (size, inspects) in [((1280, 800), true), ((1280, 800), false), ((1920, 1080), true)] {
        Visit::to("seed=7&paused").sized(size.0, size.1).run(async |page| {
            page.step_until("a leader", |seen| !seen.leaders().is_empty()).await?;
            if inspects {
                page.press("i").await?;
            }
            page.click("Why?").await?;
            covers_nothing(page, ".why").await.with_context(|| format!("{size:?} {inspects}"))
        });
    }
}

#[test]
fn the_notice_of_a_violation_covers_nothing() {
    let story = "scenario=runs/figure-8-without-rule.raft&speed=1";
    Visit::to(story).sized(1280, 800).run(async |page| {
        page.press("i").await?;
        page.until("a violation", |seen| !seen.violated.is_empty()).await?;
        covers_nothing(page, ".notices").await?;
        page.click("Why?").await?;
        covers_nothing(page, ".notices").await?;
        covers_nothing(page, ".why").await?;
        // The checks after a visit require that every property holds.
        page.open("paused").await
    });
}

/// Whether the whole sentence is in the window, and nothing stands in front of it.
const SENTENCE_IN_VIEW: &str = "
    const range = document.createRange();
    range.selectNodeContents(document.querySelector('.sentence p'));
    return [...range.getClientRects()].every(({ left, right, top, bottom }) =>
        top >= 0 && bottom <= innerHeight && [left + 2, right - 2].every((x) =>
            document.elementFromPoint(x, (top + bottom) / 2)?.closest('.sentence')));";

#[test]
fn a_small_frame_always_shows_the_sentence_and_play() {
    // 200 % and 400 % of usual windows, and a frame in a page.
    let sizes = [(640, 400), (640, 360), (400, 300), (320, 256)];
    for query in ["seed=7&paused", "seed=7&paused&embed"] {
        Visit::to(query).run(async |page| {
            for size in sizes {
                page.resize(size).await?;
                page.until_reads("the size", "return [innerWidth, innerHeight]", size).await?;
                for down in ["0", "1e6"] {
                    page.driver().execute(format!("scrollTo(0, {down})"), vec![]).await?;
                    page.pass_frames(3).await?;
                    let place = page.find("Play", None).await?;
                    ensure!(place.at_hand, "{query} {size:?}: {place:?}");
                    page.driver().execute(format!("scrollTo(0, {down})"), vec![]).await?;
                    let is_seen: bool = page.read(SENTENCE_IN_VIEW, vec![]).await?;
                    ensure!(is_seen, "{query} {size:?}: the sentence is not in view");
                }
            }
            Ok(())
        });
    }
}

/// Which of these elements overlap another one of them.
const OVERLAPS: &str = "
    const all = [...document.querySelectorAll(arguments[0])].map((element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        const box = element.matches('input, button, .status')
            ? element.getBoundingClientRect() : range.getBoundingClientRect();
        return [element.className || element.tagName, box];
    });
    return all.flatMap(([name, one], place) => all.slice(place + 1).filter(([, other]) =>
        Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1
        && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1
    ).map(([other]) => `${name} and ${other}`));";

#[test]
fn the_clock_stands_clear_of_the_slider_on_the_narrowest_phone() {
    Visit::to("seed=7&paused&at=100s").sized(320, 568).run(async |page| {
        page.pass_frames(3).await?;
        let parts = ".clock, .track, .speed input, .speed output, .transport button";
        let overlaps: Vec<String> = page.read(OVERLAPS, vec![json!(parts)]).await?;
        ensure!(overlaps.is_empty(), "{overlaps:?}");
        Ok(())
    });
}

#[test]
fn the_status_of_a_client_leaves_room_for_what_is_typed_on_a_phone() {
    Visit::to("scenario=runs/partition.raft&speed=1").on_a_phone().run(async |page| {
        let status = "return document.querySelector('.field .status').textContent !== ''";
        page.until_reads("a status", status, true).await?;
        page.click("Pause").await?;
        let parts = ".field .status, .field input, .field button";
        let overlaps: Vec<String> = page.read(OVERLAPS, vec![json!(parts)]).await?;
        ensure!(overlaps.is_empty(), "{overlaps:?}");
        let example =
            "return getComputedStyle(document.querySelector('#value'), '::placeholder').color";
        let example: String = page.read(example, vec![]).await?;
        ensure!(example == "rgba(0, 0, 0, 0)", "the example stands beside the status: {example}");
        page.click("Value").await?;
        page.press("x: 5->7").await?;
        let fits = "const input = document.querySelector('#value');
            return input.scrollWidth <= input.clientWidth";
        page.until_reads("all that is typed", fits, true).await
    });
}

#[test]
fn the_slider_has_a_track_in_forced_colours() {
    on_page("seed=7&paused", async |page| {
        let forced = json!({ "features": [{ "name": "forced-colors", "value": "active" }] });
        page.driver().cdp().send_raw("Emulation.setEmulatedMedia", forced).await?;
        page.driver().execute("document.querySelector('.speed input').value = 0", vec![]).await?;
        // The right half of the slider, where only the track is.
        let part = "const { right, top, height } =
                document.querySelector('.speed input').getBoundingClientRect();
            return [right - 40, top, height]";
        let (x, y, height): (f64, f64, f64) = page.read(part, vec![]).await?;
        let how = json!({ "clip": { "x": x, "y": y, "width": 40, "height": height, "scale": 1 } });
        let picture = async || {
            page.pass_frames(2).await?;
            let cdp = page.driver().cdp();
            cdp.send_raw("Page.captureScreenshot", how.clone()).await.context("a picture")
        };
        let with = picture().await?;
        let hide = "document.querySelector('.speed input').style.visibility = 'hidden'";
        page.driver().execute(hide, vec![]).await?;
        ensure!(with != picture().await?, "the track cannot be seen");
        Ok(())
    });
}

#[test]
fn a_story_is_readable_in_a_hall() {
    let story = "scenario=stories/partition.raft&paused";
    Visit::to(story).sized(1920, 1080).run(async |page| {
        page.press("f").await?;
        page.click("Continue").await?;
        let size =
            "return parseFloat(getComputedStyle(document.querySelector(arguments[0])).fontSize)";
        for (line, least) in [(".sentence > p", 32.0), (".label", 24.0)] {
            let size: f64 = page.read(size, vec![json!(line)]).await?;
            ensure!(size >= least, "{line} is written with {size} px");
        }
        Ok(())
    });
}

#[test]
fn paper_shows_the_stage_and_the_sentence() {
    on_page("seed=7&paused&theme=dark", async |page| {
        page.driver()
            .cdp()
            .send_raw("Emulation.setEmulatedMedia", json!({ "media": "print" }))
            .await?;
        page.pass_frames(3).await?;
        let shown = "return Object.entries({
                'top bar': '.name', tools: '.tools', field: '#value', stage: '.node .disc',
                sentence: '.sentence p', why: '.why-button', actions: '.actions .button',
                transport: '.play'
            }).filter(([, selector]) => document.querySelector(selector)?.checkVisibility())
            .map(([name]) => name)";
        let shown: Vec<String> = page.read(shown, vec![]).await?;
        ensure!(shown == ["stage", "sentence"], "{shown:?}");
        let ink = "return getComputedStyle(document.querySelector('.label')).fill";
        let ink: String = page.read(ink, vec![]).await?;
        ensure!(ink == "rgb(20, 24, 29)", "{ink} on white paper, although the page is dark");
        Ok(())
    });
}
