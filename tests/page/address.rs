//! Query parameters of the page's address.

use tests::browser::on_page;

#[test]
fn query_parameters_are_applied() {
    on_page("seed=12345678901234567890&speed=1/20&paused&nodes=3", async |page| {
        let seen = page.seen().await?;
        assert_eq!(seen.clock.seed, "12345678901234567890");
        assert_eq!(seen.clock.speed, "1/20");
        assert!(!seen.clock.playing);
        let names: Vec<_> = seen.nodes.iter().map(|node| &*node.name).collect();
        assert_eq!(names, ["A", "B", "C"]);
        assert_eq!(page.alerts().await?, [""; 0]);
        Ok(())
    });
}

#[test]
fn clusters_of_any_size_elect_a_leader() {
    on_page("speed=1&nodes=1", async |page| {
        for nodes in [1, 2, 4, 9] {
            page.open(&format!("speed=1&nodes={nodes}")).await?;
            let seen = page.until_settled().await?;
            assert_eq!(seen.nodes.len(), nodes);
            let (width, room) = page.widths().await?;
            assert!(width <= room);
        }
        Ok(())
    });
}

#[test]
fn each_invalid_parameter_is_reported_and_the_page_works() {
    on_page("seed=banana&nodes=99&speed=zoom", async |page| {
        let alerts = page.until_alerts(3).await?;
        for (alert, start) in alerts.iter().zip(["seed=banana", "nodes=99", "speed=zoom"]) {
            let start = format!("{start} ignored: ");
            assert!(alert.starts_with(&start) && alert.ends_with('.'), "{alert}");
        }
        page.click("Dismiss").await?;
        page.until_reads("no alert", "return document.querySelectorAll('[role=alert]').length", 0)
            .await?;
        page.press("+".repeat(9)).await?;
        let seen = page.until_settled().await?;
        assert_eq!(seen.nodes.len(), 5);
        Ok(())
    });
}

#[test]
fn hostile_parameters_are_shown_as_short_text() {
    let html = "%3Cimg%20src%3Dq%20onerror%3Dalert(1)%3E";
    let long = "9".repeat(10_000);
    on_page(&format!("seed={html}&theme={long}&{html}=1&speed=1"), async |page| {
        page.until_settled().await?;
        let alerts = page.until_alerts(3).await?;
        assert!(alerts.iter().all(|alert| alert.len() < 190), "{alerts:?}");
        assert!(alerts[0].contains("seed=<img src=q onerror"), "{alerts:?}");
        let injected: u32 = page.read("return document.images.length", vec![]).await?;
        assert_eq!(injected, 0);
        Ok(())
    });
}

#[test]
fn every_file_is_loaded_relative_to_the_page() {
    on_page("", async |page| {
        let script = "return performance.getEntriesByType('resource').map((entry) => entry.name)";
        let resources: Vec<String> = page.read(script, vec![]).await?;
        assert!(resources.iter().any(|name| name.contains(".wasm")), "{resources:?}");
        let folder = page.site().folder();
        let elsewhere: Vec<_> =
            resources.iter().filter(|name| !name.starts_with(&folder)).collect();
        assert!(elsewhere.is_empty(), "{elsewhere:?}");
        Ok(())
    });
}
