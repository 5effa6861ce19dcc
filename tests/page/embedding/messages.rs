//! The protocol: a plain frame speaks it, and wrong, foreign and huge messages change nothing.

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use tests::browser::Page;

use super::{EARS, Host, inside, run, until, until_ready, visit};

/// A host page that speaks the protocol without the element.
const PLAIN: &str =
    "<iframe id=frame src='PAGE?embed&seed=7&paused&at=1s' width=800 height=600></iframe>
    <script>
    const frame = document.getElementById('frame');
    const post = (data) => frame.contentWindow.postMessage(data, '*');
    const answers = () => received.map(({ data }) => data).filter((data) => data?.id !== undefined);
    const answer = async (id) => {
      for (;;) {
        const found = answers().find((data) => data.id === id);
        if (found) return found;
        await new Promise((then) => setTimeout(then, 10));
      }
    };
    const ask = (id, method, params) => {
      post({ raftPlayground: 1, id, method, params });
      return answer(id);
    };
    </script>";

async fn plain(page: &Page) -> Result<Host> {
    let host = Host::open(page, &format!("{EARS}{PLAIN}")).await?;
    until(page, "a page that listens", "received.some(({ data }) => data.event === 'listening')")
        .await?;
    run::<Value>(page, "return ask('hello', 'connect')").await?;
    until(page, "a page that is ready", "received.some(({ data }) => data.event === 'ready')")
        .await?;
    Ok(host)
}

/// The state that a plain frame reports.
async fn state(page: &Page, id: u32) -> Result<Value> {
    run(page, &format!("return (await ask({id}, 'state')).result")).await
}

#[test]
fn a_plain_frame_speaks_the_protocol() {
    visit(async |page| {
        let host = plain(page).await?;
        let version: Value = run(page, "return (await ask(1, 'connect')).result").await?;
        ensure!(version == json!({ "version": 1 }), "{version}");
        let ready: Value =
            run(page, "return received.find(({ data }) => data.event === 'ready').data.detail")
                .await?;
        ensure!(ready == state(page, 2).await? && ready["at"] == 1000.0, "{ready}");
        let there: Value =
            run(page, "return (await ask(3, 'seek', { to: '1.5s' })).result").await?;
        ensure!(there["at"] == 1500.0, "{there}");
        until(
            page,
            "a size",
            "received.some(({ data }) =>
            data.event === 'size' && data.detail.height > 400)",
        )
        .await?;
        let origins: Vec<String> =
            run(page, "return [...new Set(received.map(({ origin }) => origin))]").await?;
        ensure!(origins.len() == 1 && page.site().folder().starts_with(&origins[0]), "{origins:?}");
        drop(host);
        Ok(())
    });
}

#[test]
fn malformed_and_huge_messages_change_nothing_and_give_one_error_each() {
    visit(async |page| {
        let _host = plain(page).await?;
        let before = state(page, 1).await?;
        for (place, (message, code)) in [
            ("{ raftPlayground: 2, id: ID, method: 'play' }", "bad-version"),
            ("{ raftPlayground: 1, id: ID, method: 'eval' }", "unknown-method"),
            ("{ raftPlayground: 1, id: ID, method: '__proto__' }", "unknown-method"),
            ("{ raftPlayground: 1, id: ID, method: ['play'] }", "unknown-method"),
            ("{ raftPlayground: 1, id: ID, method: 'play', params: 7 }", "bad-params"),
            ("{ raftPlayground: 1, id: ID, method: 'seek', params: { to: [1, 2] } }", "bad-params"),
            ("{ raftPlayground: 1, id: ID, method: 'seek', params: { to: -5 } }", "bad-params"),
            ("{ raftPlayground: 1, id: ID, method: 'step', params: { count: 1e9 } }", "bad-params"),
            (
                "{ raftPlayground: 1, id: ID, method: 'command',
                   params: { text: 'x'.repeat(5e6) } }",
                "too-large",
            ),
            (
                "{ raftPlayground: 1, id: ID, method: 'load', params: { text: 'x'.repeat(1e7) } }",
                "too-large",
            ),
            (
                "{ raftPlayground: 1, id: ID, method: 'load',
                   params: { text: 'x'.repeat(1.5e6) } }",
                "refused",
            ),
        ]
        .into_iter()
        .enumerate()
        {
            let message = message.replace("ID", &format!("'wrong {place}'"));
            let script = format!("post({message}); return (await answer('wrong {place}')).error");
            let error: Value = run(page, &script).await?;
            ensure!(error["code"] == code, "{message}: {error}");
            ensure!(error["message"].as_str().is_some_and(|told| !told.is_empty()), "{error}");
        }
        // Without an id, the error is an event; what is not of the protocol is ignored.
        run::<()>(
            page,
            "received.length = 0;
            post({ raftPlayground: 1 }); post({ raftPlayground: 1, id: { a: 1 }, method: 'play' });
            const others = [null, 7, 'play', [], { method: 'play' }, new Map([[1, 2]])];
            for (const other of others) post(other);
            post({ huge: 'x'.repeat(1e7) });
            post({ raftPlayground: 1, id: 'x'.repeat(1e6), method: 'play' })",
        )
        .await?;
        let same = state(page, 2).await?;
        let errors: Vec<String> = run(
            page,
            "return received.filter(({ data }) =>
            data.event === 'error').map(({ data }) => data.detail.code)",
        )
        .await?;
        ensure!(errors == ["bad-message"; 3], "{errors:?}");
        ensure!(same == before, "{same}");
        // A flood is answered, and refused from some number on.
        let flood = "received.length = 0;
            for (let id = 0; id < 1000; id += 1) post({ raftPlayground: 1, id, method: 'state' });
            while (answers().length < 1000) await new Promise((then) => setTimeout(then, 10));
            const busy = answers().filter(({ error }) => error?.code === 'busy');
            return [answers().length, busy.length]";
        let (all, busy): (u32, u32) = run(page, flood).await?;
        ensure!(all == 1000 && busy > 0 && busy < 1000, "{all} answers, {busy} busy");
        ensure!(state(page, 2000).await? == before);
        Ok(())
    });
}

#[test]
fn messages_of_other_windows_are_ignored_with_one_warning() {
    visit(async |page| {
        let _host = plain(page).await?;
        let before = state(page, 1).await?;
        // A sibling frame of the page's own origin, and one of another origin, both know the frame.
        run::<()>(
            page,
            "const siblings = [...'ab'].map(() => document.createElement('iframe'));
            const script = `for (let left = 3; left; left -= 1) parent.frames[0].postMessage(
              { raftPlayground: 1, id: 1, method: 'play' }, '*'); parent.postMessage('sent', '*')`;
            siblings[0].srcdoc = `<script>${script}<\\/script>`;
            siblings[1].src = `data:text/html,<script>${encodeURIComponent(script)}<\\/script>`;
            document.body.append(...siblings)",
        )
        .await?;
        until(
            page,
            "messages of both",
            "received.filter(({ data }) => data === 'sent').length === 2",
        )
        .await?;
        let same = state(page, 2).await?;
        ensure!(same == before, "{same}");
        let complaints = page.complaints().await?;
        let told = complaints.iter().filter(|told| told.contains("ignores messages from")).count();
        ensure!(told == 1 && complaints.len() == 1, "{complaints:?}");
        Ok(())
    });
}

#[test]
fn the_element_ignores_messages_of_others_and_survives_a_hostile_page() {
    visit(async |page| {
        let _host = Host::with_players(page, &["seed=7 autoplay=false"]).await?;
        until_ready(page, 1).await?;
        // The host page itself, and a frame that is not the player's, are no source.
        run::<()>(
            page,
            "heard.length = 0; const other = document.createElement('iframe');
            other.srcdoc = `<script>parent.postMessage({ raftPlayground: 1, event: 'size',
              detail: { height: 3000 } }, '*'); parent.postMessage('sent', '*')<\\/script>`;
            document.body.append(other);
            postMessage({ raftPlayground: 1, event: 'violation', detail: {} }, '*')",
        )
        .await?;
        until(page, "a foreign message", "received.some(({ data }) => data === 'sent')").await?;
        let height = "p0.getBoundingClientRect().height";
        until(page, "its own height", &format!("{height} < 1500 && heard.length === 0")).await?;
        // The page in the frame, taken over by somebody else, can only report.
        inside::<()>(
            page,
            0,
            "for (const message of [
              { raftPlayground: 1, event: 'size', detail: { height: 1e9 } },
              { raftPlayground: 1, event: 'size', detail: { height: 'calc(1px)' } },
              { raftPlayground: 1, event: 'size' },
              { raftPlayground: 1, event: 'click', detail: {} },
              { raftPlayground: 1, id: 'nobody asked', result: 1 },
              { raftPlayground: 7, event: 'violation' },
              { raftPlayground: 1, event: 'record', detail: 'x'.repeat(1e6) },
              { event: 'violation' }, 'x'.repeat(1e7), null,
            ]) parent.postMessage(message, '*')",
        )
        .await?;
        until(page, "errors", "heard.filter(([, kind]) => kind === 'error').length >= 4").await?;
        let codes: Vec<String> =
            run(page, "return heard.map(([, kind, detail]) => `${kind} ${detail.code}`)").await?;
        let known = ["error bad-message", "error bad-version"];
        ensure!(codes.iter().all(|code| known.contains(&code.as_str())), "{codes:?}");
        until(page, "a height that is limited", &format!("{height} <= 4000")).await?;
        let at: u32 = run(page, "return (await p(0).seek(250)).at").await?;
        ensure!(at == 250, "it still answers");
        // The frame may not lead the host page elsewhere.
        let script =
            "try { top.location = 'about:blank'; return 'led'; } catch { return 'refused'; }";
        ensure!(inside::<String>(page, 0, script).await? == "refused");
        page.complaints().await?;
        Ok(())
    });
}
