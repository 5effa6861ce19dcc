//! The page when the program fails.

use tests::browser::{Visit, Withheld, on_page};

#[test]
fn a_page_that_cannot_load_the_program_reports_it() {
    Visit::to("").without(Withheld::ForGood(".wasm")).run(async |page| {
        let says = "return document.body.innerText.includes('The playground did not start.')";
        page.until_reads("a sentence", says, true).await
    });
}

#[test]
fn a_crash_of_the_program_offers_a_report_to_copy() {
    on_page("speed=1&seed=7", async |page| {
        page.until_settled().await?;
        page.click("Send x=5").await?;
        page.until("5 on all nodes", |seen| seen.all_show("5")).await?;
        // Simulates the browser's error for a trap of the program; no user action causes one.
        let trap = "const error = new WebAssembly.RuntimeError('unreachable');
            dispatchEvent(new ErrorEvent('error', { error }))";
        page.driver().execute(trap, vec![]).await?;
        let dialogs = "return document.querySelectorAll('[role=alertdialog]').length";
        page.until_reads("a report", dialogs, 1).await?;
        assert_eq!(page.focused().await?, "Copy");
        let report = "return document.querySelector('[aria-label=Report]').value";
        let report: String = page.read(report, vec![]).await?;
        for part in ["unreachable", "seed 7", "x=5", "speed=1&seed=7"] {
            assert!(report.contains(part), "{part} is not in {report}");
        }
        page.click("Copy").await?;
        let copied = "return [...document.querySelectorAll('button')]
            .some((button) => button.textContent === 'Copied')";
        page.until_reads("it is copied", copied, true).await?;
        page.click("Start again").await?;
        page.until("life", |_| true).await?;
        Ok(())
    });
}
