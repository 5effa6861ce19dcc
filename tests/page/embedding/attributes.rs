//! What the attributes of the element show.

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use tests::browser::Page;

use super::{EARS, ELEMENT, Host, inside, refusal, run, until, until_ready, visit};

/// The state of the first player.
async fn state(page: &Page) -> Result<Value> {
    run(page, "return p(0).state()").await
}

#[test]
fn two_lines_in_an_empty_file_give_a_running_cluster() {
    visit(async |page| {
        let host =
            Host::open(page, &format!("{ELEMENT}\n<raft-playground></raft-playground>")).await?;
        ensure!(host.site.folder() != page.site().folder(), "it has another origin");
        let player = "document.querySelector('raft-playground')";
        let leads = format!("return (await {player}.state()).nodes.map(({{ role }}) => role)");
        let began = run::<Vec<String>>(page, &leads).await?;
        ensure!(began.len() == 5, "{began:?}");
        let at = format!("return (await {player}.state()).at");
        let before: f64 = run(page, &at).await?;
        while run::<f64>(page, &at).await? <= before {}
        // It is as high as its content.
        let height = format!("{player}.getBoundingClientRect().height");
        until(page, "a height of its own", &format!("{height} > 400 && {height} < 1000")).await
    });
}

#[test]
fn a_story_a_beat_a_seed_and_a_number_of_nodes_are_shown() {
    visit(async |page| {
        let _host = Host::with_players(page, &["story=partition beat=split speed=20"]).await?;
        let shown = state(page).await?;
        ensure!(shown["story"] == "partition" && shown["beat"] == "split", "{shown}");
        ensure!(shown["playing"] == false, "a beat is shown paused: {shown}");
        let _host = Host::with_players(page, &["seed=7 nodes=3 speed=1 autoplay=false"]).await?;
        let shown = state(page).await?;
        ensure!(
            shown["seed"] == "7" && shown["nodes"].as_array().is_some_and(|all| all.len() == 3)
        );
        ensure!(shown["playing"] == false && shown["at"] == 0.0, "it starts paused: {shown}");
        let speed = shown["speed"].as_str().unwrap_or_default();
        ensure!(speed.contains('1') && !speed.contains("50"), "{shown}");
        let _host = Host::with_players(page, &["seed=7 at=1.2s autoplay=false"]).await?;
        let shown = state(page).await?;
        ensure!(shown["at"] == 1200.0, "{shown}");
        let _host = Host::with_players(page, &["story=partition beat=split autoplay"]).await?;
        run::<Value>(page, "await p(0).state()").await?;
        until(
            page,
            "it plays on to the next beat",
            "heard.some(([, kind, detail]) =>
            kind === 'beat' && detail.name === 'two-leaders')",
        )
        .await
    });
}

#[test]
fn a_file_of_the_host_page_and_a_link_are_opened() {
    visit(async |page| {
        let _host = Host::with_players(page, &["src=own.raft beat=elected"]).await?;
        let shown = state(page).await?;
        ensure!(
            shown["title"] == "A scenario of the host" && shown["beat"] == "elected",
            "{shown}"
        );
        let _host = Host::with_players(page, &["src=missing.raft"]).await?;
        until_ready(page, 1).await?;
        until(
            page,
            "an error",
            "heard.some(([, kind, detail]) =>
            kind === 'error' && detail.code === 'not-found')",
        )
        .await?;
        // The browser logs what was not found.
        page.complaints().await?;
        page.open("seed=9&paused&at=300ms").await?;
        let encode = "const text = wasmBindings.script('Shared');
            const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate'));
            const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
            const code = btoa(String.fromCharCode(...bytes))
              .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
            return `r1=${code.length}.${code}`";
        let link: String = run(page, encode).await?;
        let _host = Host::with_players(page, &[&format!("run='{link}'")]).await?;
        let shown = state(page).await?;
        ensure!(shown["seed"] == "9" && shown["title"] == "Shared", "{shown}");
        ensure!(shown["at"] == 300.0 && shown["playing"] == false, "{shown}");
        Ok(())
    });
}

#[test]
fn controls_theme_and_language_change_the_look() {
    visit(async |page| {
        let players =
            ["controls=none theme=dark", "theme=light lang=es", "controls=full lang=fa seed=1"];
        let host = Host::with_players(page, &players).await?;
        let look =
            "const at = (selector) => document.querySelector(selector)?.checkVisibility() ?? false;
            const { dataset, lang } = document.documentElement;
            return [at('.transport'), at('.tools'), dataset.theme, lang]";
        for (player, wanted) in [
            (0, json!([false, false, "dark", "en"])),
            (1, json!([true, false, "light", "es"])),
            (2, json!([true, true, "light", "fa"])),
        ] {
            run::<()>(page, &format!("await p({player}).state()")).await?;
            let seen: Value = inside(page, player, look).await?;
            ensure!(seen == wanted, "{player}: {seen}");
        }
        drop(host);
        Ok(())
    });
}

#[test]
fn a_story_goes_on_at_its_beats_if_asked_to() {
    visit(async |page| {
        let story = "story=leader-stops pause-on-beats=false autoplay speed=1";
        let _host = Host::with_players(page, &[story]).await?;
        // Without a press of a button.
        until(
            page,
            "two beats",
            "new Set(heard.filter(([, kind]) => kind === 'beat')
            .map(([, , { name }]) => name)).size >= 2",
        )
        .await
    });
}

#[test]
fn a_script_as_the_address_of_the_page_is_refused() {
    visit(async |page| {
        let player = "page='javascript:parent.led = true' src=own.raft";
        let _host = Host::with_players(page, &[player]).await?;
        until(page, "an error", "heard.some(([, , { code }]) => code === 'bad-page')").await?;
        let code = refusal(page, "await p(0).play()").await?;
        ensure!(code == "bad-page", "{code}");
        let quiet = "return !window.led && !p(0).shadowRoot.querySelector('iframe')";
        ensure!(run::<bool>(page, quiet).await?);
        Ok(())
    });
}

#[test]
fn a_property_that_is_set_before_the_element_is_defined_counts() {
    visit(async |page| {
        let early = "<raft-playground id=p0></raft-playground>
            <script>p0.story = 'partition'; p0.beat = 'split'; p0.pauseOnBeats = false</script>";
        let _host = Host::open(page, &format!("{EARS}{early}{ELEMENT}")).await?;
        until_ready(page, 1).await?;
        let shown = state(page).await?;
        ensure!(shown["story"] == "partition" && shown["beat"] == "split", "{shown}");
        ensure!(run::<bool>(page, "return p(0).getAttribute('beat') === 'split'").await?);
        Ok(())
    });
}

#[test]
fn attributes_are_properties_and_a_changed_one_is_shown() {
    visit(async |page| {
        let _host = Host::with_players(page, &["story=partition"]).await?;
        let properties = "const player = p(0), found = {};
            for (const [name, value] of Object.entries({ src: 'a.raft', run: 'r1=1.a', story: 'b',
              beat: 'c', at: '1s', seed: '1', nodes: '3', speed: '5', controls: 'none',
              theme: 'dark', lang: 'es' })) {
              const other = document.createElement('raft-playground');
              other[name] = value;
              found[name] = other.getAttribute(name) === value && other[name] === value;
            }
            const other = document.createElement('raft-playground');
            found.defaults = other.controls === 'auto' && other.theme === 'auto' && other.src === ''
              && other.autoplay === undefined && other.pauseOnBeats;
            other.autoplay = true;
            other.pauseOnBeats = false;
            found.autoplay = other.getAttribute('autoplay') === '' && other.autoplay;
            found.pauses = other.getAttribute('pause-on-beats') === 'false' && !other.pauseOnBeats;
            return Object.keys(found).filter((name) => !found[name])";
        let wrong: Vec<String> = run(page, properties).await?;
        ensure!(wrong.is_empty(), "{wrong:?}");
        until_ready(page, 1).await?;
        // Another beat is shown without loading the page again.
        run::<()>(page, "p(0).beat = 'healed'").await?;
        until(
            page,
            "the beat",
            "heard.some(([, kind, detail]) =>
            kind === 'beat' && detail.name === 'healed')",
        )
        .await?;
        until(page, "one load", "heard.filter(([, kind]) => kind === 'ready').length === 1")
            .await?;
        // Another story is.
        run::<()>(page, "p(0).beat = ''; p(0).story = 'four-nodes'").await?;
        until(
            page,
            "another story",
            "heard.some(([, kind, detail]) =>
            kind === 'ready' && detail.story === 'four-nodes')",
        )
        .await?;
        // A request to a player that is no longer in the page is refused.
        let code =
            refusal(page, "const player = p(0); player.remove(); await player.play()").await?;
        ensure!(code == "closed", "{code}");
        Ok(())
    });
}
