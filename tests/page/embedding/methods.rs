//! The methods and the events of the element.

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use tests::browser::Page;

use super::{Host, inside, refusal, run, until, until_ready, visit};

/// The moment in simulated microseconds.
async fn moment(page: &Page) -> Result<u64> {
    run(page, "return Math.round(1000 * (await p(0).state()).at)").await
}

#[test]
fn playing_pausing_seeking_and_stepping() {
    visit(async |page| {
        let _host = Host::with_players(page, &["seed=7 speed=20 autoplay=false"]).await?;
        // A request loads the player, and waits until it is ready.
        let playing: Value = run(page, "return p(0).play()").await?;
        ensure!(playing["playing"] == true, "{playing}");
        let before = moment(page).await?;
        while moment(page).await? <= before {}
        let paused: Value = run(page, "return p(0).pause()").await?;
        ensure!(paused["playing"] == false, "{paused}");
        ensure!(run::<Value>(page, "return p(0).pause()").await? == paused, "it stands still");
        for (to, at) in [("1200", 1200.0), ("'1.5s'", 1500.0), ("'300ms'", 300.0)] {
            let there: Value = run(page, &format!("return p(0).seek({to})")).await?;
            ensure!(there["at"] == at && there["playing"] == false, "{there}");
        }
        let next: Value = run(page, "return p(0).step()").await?;
        ensure!(next["at"].as_f64() >= Some(300.0), "{next}");
        let further: Value = run(page, "return p(0).step(3)").await?;
        ensure!(further["at"].as_f64() > next["at"].as_f64(), "{further}");
        let back: Value = run(page, "return p(0).step(-3)").await?;
        ensure!(back["at"] == next["at"], "{back}");
        let code = refusal(page, "await p(0).seek('no-such-beat')").await?;
        ensure!(code == "not-found", "{code}");
        Ok(())
    });
}

#[test]
fn commands_act_in_the_cluster_and_a_wrong_one_changes_nothing() {
    visit(async |page| {
        let _host = Host::with_players(page, &["seed=7 speed=1 autoplay=false at=2s"]).await?;
        let before: Value = run(page, "return p(0).state()").await?;
        for wrong in
            ["crsh A", "crash I", "say \"hello\"", "", "at 3s: crash A", "expect no leader"]
        {
            let code = refusal(page, &format!("await p(0).command({})", json!(wrong))).await?;
            ensure!(code == "refused", "{wrong}: {code}");
        }
        let same: Value = run(page, "return p(0).state()").await?;
        ensure!(same == before, "{same}");
        run::<Value>(page, "return p(0).command('crash A; cut B-C')").await?;
        let after: Value = run(page, "return p(0).state()").await?;
        ensure!(after["nodes"][0]["role"] == "stopped", "{after}");
        let cut = after["links"].as_array().into_iter().flatten();
        let cut: Vec<&Value> = cut.filter(|link| link["forward"] == "cut").collect();
        ensure!(cut.len() == 1 && cut[0]["name"] == "B-C", "{cut:?}");
        run::<Value>(page, "await p(0).command('heal; X sends x=8'); return p(0).play()").await?;
        while !run::<bool>(
            page,
            "return (await p(0).state()).nodes.slice(1).every(
            ({ value }) => value === '8')",
        )
        .await?
        {}
        Ok(())
    });
}

#[test]
fn loading_a_story_a_text_a_file_and_a_link() {
    visit(async |page| {
        let host = Host::with_players(page, &["autoplay=false"]).await?;
        for (source, title, beat) in [
            ("{ story: 'partition', beat: 'healed' }", "A partition with two leaders", "healed"),
            ("{ src: 'own.raft', beat: 'elected' }", "A scenario of the host", "elected"),
        ] {
            run::<Value>(page, &format!("return p(0).load({source})")).await?;
            let state: Value = run(page, "return p(0).state()").await?;
            ensure!(state["title"] == title && state["beat"] == beat, "{source}: {state}");
        }
        let text = "await p(0).load('title \"Typed\"\\nseed 3\\nat 10ms: crash A\\n');
            await p(0).pause();
            return p(0).state()";
        let state: Value = run(page, text).await?;
        ensure!(state["title"] == "Typed" && state["seed"] == "3", "{state}");
        for (source, wanted) in [
            ("'not a scenario'", "refused"),
            ("{ story: 'no-such-story' }", "refused"),
            ("{ story: '../../x' }", "bad-params"),
            ("{ run: 'r1=5.abcde' }", "refused"),
            ("{ src: 'missing.raft' }", "not-found"),
            ("{}", "bad-params"),
            ("'x'.repeat(2e6 + 1)", "too-large"),
        ] {
            let code = refusal(page, &format!("await p(0).load({source})")).await?;
            ensure!(code == wanted, "{source}: {code}");
        }
        let same: Value = run(page, "return p(0).state()").await?;
        ensure!(same["title"] == "Typed" && same["nodes"] == state["nodes"], "{same}");
        // What was not found is logged, and was asked for.
        page.complaints().await?;
        ensure!(host.site.refused().len() == 1, "{:?}", host.site.refused());
        ensure!(
            inside::<u32>(page, 0, "return history.length").await? <= 3,
            "no entries are added"
        );
        page.site().forget_refused();
        Ok(())
    });
}

#[test]
fn beats_records_violations_and_solved_tasks_are_events() {
    visit(async |page| {
        let _host = Host::with_players(page, &["story=partition beat=one-leader"]).await?;
        until_ready(page, 1).await?;
        until(
            page,
            "a beat",
            "heard.some(([, kind, detail]) => kind === 'beat'
            && detail.name === 'one-leader' && detail.story === 'partition'
            && detail.sentence.startsWith('B leads term 1.'))",
        )
        .await?;
        run::<Value>(
            page,
            "window.records = []; p(0).addEventListener('record',
            ({ detail }) => records.push(detail)); await p(0).state(); return p(0).seek('split')",
        )
        .await?;
        until(page, "records", "records.length > 10").await?;
        let kinds: Vec<String> =
            run(page, "return [...new Set(records.map(({ kind }) => kind))]").await?;
        ensure!(kinds.iter().any(|kind| kind == "sent"), "{kinds:?}");
        let gapless = "return records.every(({ seq }, place) => seq === records[0].seq + place)";
        ensure!(run::<bool>(page, gapless).await?, "records come once and in order");
        run::<Value>(page, "records.length = 0; return p(0).command('crash C')").await?;
        until(
            page,
            "the record of the command",
            "records.some(({ kind, detail }) =>
            kind === 'commanded' && JSON.stringify(detail).includes('rash'))",
        )
        .await?;
        run::<Value>(page, "return p(0).load({ story: 'half-is-enough', beat: 'overwritten' })")
            .await?;
        until(
            page,
            "a violation",
            "heard.some(([, kind, detail]) => kind === 'violation'
            && detail.property === 'state-machine-safety')",
        )
        .await?;
        let task = "await p(0).load({ story: 'tasks/a-leader-that-froze', beat: 'task' });
            await p(0).command('freeze A');
            const { at } = await p(0).state();
            await p(0).seek(at + 2000);
            await p(0).command('resume A');
            await p(0).seek(at + 3000);
            return p(0).state()";
        let state: Value = run(page, task).await?;
        until(
            page,
            "a solved task",
            "heard.some(([, kind, detail]) => kind === 'solved'
            && detail.story === 'tasks/a-leader-that-froze' && detail.acts === 2)",
        )
        .await?;
        ensure!(state["solvedWith"] == 2, "{state}");
        ensure!(run::<bool>(page, "return !heard.some(([, kind]) => kind === 'error')").await?);
        Ok(())
    });
}

#[test]
fn a_wrong_attribute_is_an_error_event() {
    visit(async |page| {
        let _host =
            Host::with_players(page, &["seed=many", "story=partition beat=nowhere"]).await?;
        for player in 0..2 {
            let told = format!(
                "heard.some(([id, kind, detail]) => id === 'p{player}' && kind === 'error'
                   && detail.code === 'refused' && detail.message.includes('ignored'))"
            );
            until(page, "an error", &told).await?;
        }
        Ok(())
    });
}
