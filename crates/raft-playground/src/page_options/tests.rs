//! Addresses as people and programs write them.

use super::*;
use crate::text::{Catalog, NativeCatalog};

fn complaints(query: &str) -> Vec<String> {
    let english = NativeCatalog::new(Language::English);
    parse(query).1.iter().map(|sentence| english.render(sentence)).collect()
}

#[test]
fn an_empty_query_gives_the_defaults() {
    for query in ["", "?", "&", "?&&"] {
        assert_eq!(parse(query), (PageOptions::default(), vec![]), "{query:?}");
    }
}

#[test]
fn every_parameter_is_read() {
    let (options, complaints) =
        parse("?seed=4294967296&speed=1%2F100&paused&nodes=3&theme=dark&embed=1");
    assert_eq!(complaints, []);
    assert_eq!(options.seed, Some(1 << 32));
    assert_eq!(options.speed.slowdown(), 100);
    assert!(options.paused && options.embed);
    assert_eq!(options.nodes, 3);
    assert_eq!(options.theme, Some(Theme::Dark));
}

#[test]
fn a_moment_is_parsed_in_milliseconds_and_in_seconds() {
    for (text, moment_us) in [
        ("1200", 1_200_000),
        ("1200ms", 1_200_000),
        ("1.2s", 1_200_000),
        ("0", 0),
        ("0.001", 1),
        ("412.125ms", 412_125),
        ("3600s", 3_600_000_000),
    ] {
        assert_eq!(parse(&format!("at={text}")).0.at_us, Some(moment_us), "{text}");
    }
    for text in ["", "s", "ms", "-1", "1.", ".5", "1e3", "1.0000001s", "3600.1s", "1.2.3s", "1m"] {
        assert_eq!(parse(&format!("at={text}")).0.at_us, None, "{text}");
        assert_eq!(complaints(&format!("at={text}")).len(), 1, "{text}");
    }
    let huge = "9".repeat(10_000);
    assert_eq!(parse(&format!("at={huge}s&at=1.{huge}s")).0.at_us, None);
}

#[test]
fn a_scenario_must_be_a_script_on_the_pages_server() {
    for path in ["split-vote.raft", "stories/a%20b.raft", "./x.raft"] {
        let (options, complaints) = parse(&format!("scenario={path}&lang=en"));
        assert!(options.scenario.is_some() && complaints.is_empty(), "{path}");
    }
    for path in [
        "",
        "x",
        "/x.raft",
        "//x/y.raft",
        "https://x/y.raft",
        "data:,.raft",
        "../x.raft",
        "a/../../x.raft",
        "\\\\x\\y.raft",
        "x.raft?y",
        "x?.raft",
        "#.raft",
        "a/..",
    ] {
        let path = path.replace('#', "%23");
        assert_eq!(parse(&format!("scenario={path}")).0.scenario, None, "{path}");
    }
}

#[test]
fn a_beat_is_named_as_in_a_script() {
    assert_eq!(parse("beat=who-is-next").0.beat.as_deref(), Some("who-is-next"));
    for name in ["", "-a", "2nd", "a_b", "A", "a.b", "é"] {
        assert_eq!(parse(&format!("beat={name}")).0.beat, None, "{name}");
        assert_eq!(complaints(&format!("beat={name}")).len(), 1, "{name}");
    }
}

#[test]
fn a_speed_is_parsed_in_both_notations() {
    assert_eq!(parse("speed=50").0.speed, parse("speed=1/50").0.speed);
    assert_eq!(parse("speed=1").0.speed, Speed::FASTEST);
    assert_eq!(parse("speed=1000").0.speed, Speed::SLOWEST);
}

#[test]
fn last_duplicate_query_parameter_wins() {
    assert_eq!(parse("nodes=3&nodes=7").0.nodes, 7);
    assert!(!parse("paused&paused=0").0.paused);
}

#[test]
fn an_invalid_parameter_gives_one_complaint_and_the_default() {
    for (query, sentence) in [
        ("seed=-1", "seed=-1 ignored: a seed is a whole number from 0 to 18446744073709551615."),
        ("nodes=0", "nodes=0 ignored: a cluster has 1 to 9 nodes."),
        ("nodes=10", "nodes=10 ignored: a cluster has 1 to 9 nodes."),
        ("nodes=4294967301", "nodes=4294967301 ignored: a cluster has 1 to 9 nodes."),
        (
            "speed=fast",
            "speed=fast ignored: use 1/1, 1/2, 1/5, 1/10, 1/20, 1/50, 1/100, 1/200, 1/500 or \
             1/1000.",
        ),
        ("theme=pink", "theme=pink ignored: use light or dark."),
        ("paused=maybe", "paused=maybe ignored: use 1 or 0."),
        ("embed=%20", "embed=  ignored: use 1 or 0."),
        ("autoplay=soon", "autoplay=soon ignored: use 1 or 0."),
        ("pause-on-beats=x", "pause-on-beats=x ignored: use 1 or 0."),
        ("controls=some", "controls=some ignored: use auto, none or full."),
        ("lang=de", "lang=de ignored: use en, zh, es, fa, en-XA or en-XB."),
        (
            "at=%FF",
            "\u{2068}at=\u{fffd}\u{2069} ignored: use a time in the first hour, such as 1200, \
             1200ms or 1.2s.",
        ),
        (
            "scenario=//elsewhere/x.raft",
            "scenario=//elsewhere/x.raft ignored: use a .raft file in this page’s folder, such as \
             stories/x.raft.",
        ),
        (
            "colour=red",
            "“colour” in the address ignored: use seed, speed, paused, nodes, theme, embed, \
             scenario, at, beat, controls, autoplay, pause-on-beats or lang.",
        ),
        (
            "beat=Two%20leaders",
            "beat=Two leaders ignored: the name of a beat consists of small letters, digits and \
             hyphens.",
        ),
    ] {
        assert_eq!(complaints(query), [sentence], "{query}");
        assert_eq!(parse(query).0, PageOptions::default(), "{query}");
    }
}

#[test]
fn numbers_that_only_look_like_numbers_are_refused() {
    for seed in ["", "+1", "1e3", "0x10", "１", " 1", "1.0", "18446744073709551616"] {
        assert_eq!(parse(&format!("seed={seed}")).0.seed, None, "{seed}");
        assert_eq!(complaints(&format!("seed={seed}")).len(), 1, "{seed}");
    }
}

#[test]
fn hostile_text_is_shortened_and_stays_on_one_line() {
    let long = "é<script>%0a%00".repeat(1000);
    for query in [format!("seed={long}"), format!("{long}=1"), "%".repeat(10_000)] {
        let complaints = complaints(&query);
        assert_eq!(complaints.len(), 1);
        assert!(complaints[0].chars().count() < 180, "{}", complaints[0]);
        assert!(!complaints[0].contains(char::is_control), "{}", complaints[0]);
    }
}

#[test]
fn invalid_percent_encoding_is_read_as_text() {
    for query in ["theme=%", "theme=%4", "theme=%zz", "theme=%C3", "%=%", "theme=dark%"] {
        assert_eq!(complaints(query).len(), 1, "{query}");
    }
    assert_eq!(parse("th%65me=d%61rk").0.theme, Some(Theme::Dark));
}

#[test]
fn the_number_of_complaints_is_limited() {
    let many: Vec<String> = (0..1000).map(|number| format!("p{number}=x")).collect();
    assert_eq!(complaints(&many.join("&")).len(), MOST_COMPLAINTS);
    assert_eq!(complaints("seed=x&seed=x&seed=x").len(), 1);
}
