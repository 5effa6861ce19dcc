//! A hidden page.

use tests::browser::on_page;

/// Records every change of the clock from now on, and whether the page was hidden.
const RECORD: &str = "
    const clock = document.querySelector('[data-clock]');
    const now = () => Number(clock.dataset.nowUs);
    window.recorded = [[now(), document.hidden]];
    const note = () => window.recorded.push([now(), document.hidden]);
    new MutationObserver(note).observe(clock, { attributeFilter: ['data-now-us'] });
    document.addEventListener('visibilitychange', note);";

/// More simulated time than this between two frames is a jump, in microseconds.
const JUMP_US: u64 = 150_000;

/// Advances the browser's clocks by this much.
const LATER: &str = "
    const late_ms = 3_600_000;
    const request = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (draw) => request((now) => draw(now + late_ms));
    for (const clock of [performance, Date]) {
        const now = clock.now.bind(clock);
        clock.now = () => now() + late_ms;
    }";

#[test]
fn a_page_hidden_for_an_hour_resumes_without_a_jump() {
    on_page("speed=1&seed=7", async |page| {
        let leader = page.leader().await?;
        page.driver().execute(RECORD, vec![]).await?;
        let once_hidden =
            format!("addEventListener('visibilitychange', () => {{ {LATER} }}, {{ once: true }})");
        page.driver().execute(once_hidden, vec![]).await?;
        let tab = page.driver().window().await?;
        let other = page.driver().new_tab().await?;
        page.driver().switch_to_window(other.clone()).await?;
        // Longer than the smallest jump.
        page.until_reads("a while", "return performance.now() > 1500", true).await?;
        page.driver().close_window().await?;
        page.driver().switch_to_window(tab).await?;
        let back = page.seen().await?.clock.now_us;
        page.until("time goes on", |seen| seen.clock.now_us > back).await?;
        let recorded: Vec<(u64, bool)> = page.read("return window.recorded", vec![]).await?;
        assert!(recorded.iter().any(|&(_, hidden)| hidden), "it was not hidden: {recorded:?}");
        let jumps = recorded.windows(2).filter(|pair| pair[1].0 - pair[0].0 > JUMP_US);
        assert_eq!(jumps.count(), 0, "{recorded:?}");
        let hidden = recorded.iter().filter(|&&(_, hidden)| hidden).map(|&(now_us, _)| now_us);
        let (first, last) = (hidden.clone().min().unwrap_or(0), hidden.max().unwrap_or(0));
        // A frame that had begun may end after the page was hidden.
        assert!(last - first <= JUMP_US, "time went on while nobody looked: {recorded:?}");
        assert_eq!(page.seen().await?.settled_leader().map(|node| &node.name), Some(&leader));
        Ok(())
    });
}

#[test]
fn a_page_resumes_without_a_jump_after_an_hour_of_sleep() {
    on_page("speed=1&seed=7", async |page| {
        page.until_settled().await?;
        page.driver().execute(RECORD, vec![]).await?;
        page.driver().execute(LATER, vec![]).await?;
        let woken = page.seen().await?.clock.now_us;
        page.until("half a second", |seen| seen.clock.now_us > woken + 500_000).await?;
        let recorded: Vec<(u64, bool)> = page.read("return window.recorded", vec![]).await?;
        let jumps = recorded.windows(2).filter(|pair| pair[1].0 - pair[0].0 > JUMP_US);
        assert_eq!(jumps.count(), 0, "{recorded:?}");
        Ok(())
    });
}
