//! A page that nobody looks at.

use tests::browser::on_page;

/// Notes every change of the clock from now on, and whether the page was hidden.
const RECORD: &str = "
    const clock = document.querySelector('[data-clock]');
    const now = () => Number(clock.dataset.nowUs);
    window.recorded = [[now(), document.hidden]];
    const note = () => window.recorded.push([now(), document.hidden]);
    new MutationObserver(note).observe(clock, { attributeFilter: ['data-now-us'] });
    document.addEventListener('visibilitychange', note);";

/// More simulated time than this between two frames is a jump, in microseconds.
const JUMP_US: u64 = 150_000;

#[test]
fn a_hidden_page_pauses_and_goes_on_without_a_jump() {
    on_page("speed=1&seed=7", async |page| {
        page.until_settled().await?;
        page.driver().execute(RECORD, vec![]).await?;
        let tab = page.driver().window().await?;
        let other = page.driver().new_tab().await?;
        page.driver().switch_to_window(other.clone()).await?;
        // Longer than any jump that would go unnoticed.
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
        Ok(())
    });
}
