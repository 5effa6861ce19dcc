//! The examples for courses in the book, each opened as its generator makes it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use tests::browser::{Key, Page, Site, Visit, Withheld};

/// What every example consists of: the tags, with their attributes in order.
const ELEMENT: [&str; 2] = [
    "script src=\"https://example.org/raft/embed.js\" type=\"module\"",
    "raft-playground beat=\"split\" story=\"partition\"",
];
/// The address that stands for the playground in the book.
const ADDRESS: &str = "https://example.org/raft/";
/// Where a page has the files of Reveal.js.
const MODULES: &str = "node_modules/";

/// The beat at which the player stands, and whether it plays.
const STANDS: &str = "return document.querySelector('raft-playground').state()
    .then(({ beat, playing }) => [beat, playing])";
const AT: &str = "return document.querySelector('raft-playground').state().then(({ at }) => at)";
/// Whether a visible player is within the window as a whole.
const FITS: &str = "const box = document.querySelector('raft-playground').getBoundingClientRect();
    return box.height > 0 && box.top >= 0 && box.bottom <= innerHeight";
const PLAY: &str = "document.querySelector('raft-playground').play()";

fn tests_folder() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(example: &str) -> Result<String> {
    let path = tests_folder().join("../web/book/examples").join(example);
    fs::read_to_string(&path).with_context(|| path.display().to_string())
}

/// The tags of a page, with their attributes in order: a generator may change the order.
fn tags(html: &str) -> impl Iterator<Item = String> {
    html.split('<').filter_map(|rest| {
        let mut words: Vec<&str> = rest.split_once('>')?.0.split_whitespace().collect();
        words.get_mut(1..)?.sort_unstable();
        Some(words.join(" "))
    })
}

/// Puts an example into a folder, with the address of this playground and the files that it needs.
fn published(example: &str, playground: &str) -> Result<PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(example.replace(['/', '.'], "-"));
    fs::create_dir_all(&folder).context("creating the folder of an example")?;
    let html = read(example)?;
    for tag in ELEMENT {
        ensure!(tags(&html).filter(|other| other == tag).count() == 1, "{example} lacks {tag}");
    }
    for module in html.split('"').filter(|address| address.starts_with(MODULES)) {
        let (installed, copy) =
            (tests_folder().join("../.tools").join(module), folder.join(module));
        fs::create_dir_all(copy.parent().context("a file is in a folder")?)?;
        fs::copy(&installed, copy).with_context(|| format!("copying {}", installed.display()))?;
    }
    fs::write(folder.join("index.html"), html.replace(ADDRESS, playground))?;
    Ok(folder)
}

/// Opens an example, goes to its player, and expects a cluster there that stands at the split and
/// then moves.
fn a_cluster_moves_in(example: &str, go_to_player: impl AsyncFnOnce(&Page) -> Result<()>) {
    Visit::to("paused").run(async |page| {
        let folder = published(example, &page.site().folder())?;
        let host = Site::serve(folder, Withheld::Nothing).context("serving an example")?;
        page.driver().goto(host.url("")).await.context("opening an example")?;
        go_to_player(page).await?;
        page.until_reads("the split", STANDS, ("split".to_owned(), false)).await?;
        let before: f64 = page.read(AT, vec![]).await?;
        page.driver().execute(PLAY, vec![]).await?;
        let moves = AT.replace("=> at)", &format!("=> at > {before})"));
        page.until_reads("a cluster that moves", &moves, true).await?;
        let refused = host.refused();
        ensure!(refused.is_empty(), "not found beside the example: {refused:?}");
        page.open("paused").await
    });
}

#[test]
fn a_cluster_moves_in_a_page() {
    a_cluster_moves_in("page.html", async |_| Ok(()));
}

#[test]
fn a_cluster_moves_in_a_deck_of_reveal_js() {
    a_cluster_moves_in("deck.html", async |page| {
        page.until_reads("the first slide", "return Reveal.isReady()", true).await?;
        page.press(Key::Right).await?;
        page.until_reads("the second slide", "return Reveal.getIndices().h", 1).await?;
        page.until_reads("a player that fits the window", FITS, true).await
    });
}

#[test]
fn a_cluster_moves_in_a_chapter_of_mdbook() {
    a_cluster_moves_in("mdbook/partitions.html", async |_| Ok(()));
}

#[test]
fn a_cluster_moves_in_a_page_of_mkdocs() {
    a_cluster_moves_in("mkdocs/partitions.html", async |_| Ok(()));
}

#[test]
fn a_cluster_moves_in_a_jupyter_notebook() {
    a_cluster_moves_in("jupyter/partitions.html", async |_| Ok(()));
}

/// What the generators made is in the repository. It must be what they would make today, as far as
/// that can be seen without them.
#[test]
fn what_the_generators_made_has_the_text_of_its_source() {
    for (source, made) in [
        ("mdbook/src/partitions.md", "mdbook/partitions.html"),
        ("mkdocs/docs/index.md", "mkdocs/partitions.html"),
    ] {
        let (source, made) = (read(source).unwrap(), read(made).unwrap());
        expect_text(&source, &made);
    }
    let notebook: serde_json::Value =
        serde_json::from_str(&read("jupyter/partitions.ipynb").unwrap()).unwrap();
    let made = read("jupyter/partitions.html").unwrap();
    let text = |lines: &serde_json::Value| -> String {
        lines.as_array().unwrap().iter().map(|line| line.as_str().unwrap()).collect()
    };
    let [title, cell] = &notebook["cells"].as_array().unwrap()[..] else { panic!("{notebook}") };
    expect_text(&text(&title["source"]), &made);
    let output = text(&cell["outputs"][0]["data"]["text/html"]);
    assert_eq!(text(&cell["source"]), format!("%%html\n{}", output.trim_end()));
    for tag in tags(&output) {
        assert!(tags(&made).any(|other| other == tag), "{tag}");
    }
}

/// Expects the headings and the sentences of a text in Markdown in a page.
fn expect_text(markdown: &str, page: &str) {
    for line in markdown.lines().filter(|line| !line.starts_with('<')) {
        let words = line.trim_start_matches("# ");
        assert!(page.contains(words), "{words}");
    }
}
