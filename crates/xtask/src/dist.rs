//! `dist`: builds the optimised static page and prints its size.

mod single_file;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::complete::{DIST_TOOLS, DistOptions, dist_folder as folder};
use crate::tools;
use crate::workspace::{Workspace, readable, run as run_command};

/// The compressed size limit for the files that a first visit loads until the cluster moves: two
/// seconds of a slow phone's connection (1.6 Mbit/s). `cargo xtask bench page` measures that time.
const BUDGET_GZIPPED_KB: usize = 430;

/// The preview picture for sites that show a link to the page. They need its absolute address.
const CARD: &str = "card.png";

/// The page's own module, which it imports when the cluster moves.
const SHARE: &str = "share/share.js";

/// A kilobyte has 1000 bytes here, as in the tools of browsers.
const BYTES_PER_KB: usize = 1000;

/// The attributes that `index.html` must give Trunk. Without them the build succeeds but the page
/// is large.
const LINK_ATTRIBUTES: [&str; 4] = [
    r#"data-cargo-profile-release="page""#,
    r#"data-wasm-opt="z""#,
    // The smallest program does not compress best: a function inlined at its only call resembles
    // its neighbours less. Measured on this page: 5 % less gzipped.
    "--one-caller-inline-max-function-size=30",
    // The copies of a generic function share a name and most of their code. Side by side they
    // compress better: 1 % less.
    "--reorder-functions-by-name",
];

pub(crate) fn run(workspace: &Workspace, options: &DistOptions) -> Result<()> {
    tools::ensure(workspace, &DIST_TOOLS)?;
    build(workspace)?;
    if let Some(address) = &options.address {
        let index = folder(workspace).join("index.html");
        let page = fs::read_to_string(&index).context("reading the built page")?;
        let card = format!("{}/{CARD}", address.trim_end_matches('/'));
        fs::write(&index, page.replace(CARD, &card)).context("writing the built page")?;
    }
    weigh(&folder(workspace))
}

fn build(workspace: &Workspace) -> Result<()> {
    let index =
        fs::read_to_string(workspace.root().join("index.html")).context("reading index.html")?;
    for attribute in LINK_ATTRIBUTES {
        ensure!(
            index.contains(attribute),
            "index.html: the link with rel=\"rust\" lacks {attribute}, which makes the page smaller"
        );
    }
    let began = Instant::now();
    println!("Building the optimised page (linking takes about a minute) ...");
    let mut trunk = tools::trunk(workspace);
    trunk.args(["build", "--release"]).arg("--dist").arg(folder(workspace));
    run_command(&mut trunk)?;
    bundle(workspace)?;
    minify(workspace)?;
    request_early(&folder(workspace).join("index.html"))?;
    write_single_file(&folder(workspace))?;
    println!("Built dist/ in {}.", readable(began.elapsed()));
    Ok(())
}

/// Bundles the modules of the page's own script into one file.
fn bundle(workspace: &Workspace) -> Result<()> {
    let folder = folder(workspace).join("share");
    let (entry, bundle) = (folder.join("share.js"), folder.with_extension("js"));
    let mut esbuild = workspace.command("esbuild");
    esbuild.args(["--bundle", "--format=esm", "--log-level=warning"]);
    run_command(esbuild.arg(&entry).arg(format!("--outfile={}", bundle.display())))?;
    fs::remove_dir_all(&folder)
        .and_then(|()| fs::create_dir(&folder))
        .context("emptying share/")?;
    fs::rename(bundle, entry).context("replacing share/share.js")
}

/// Minifies each script and each catalogue.
fn minify(workspace: &Workspace) -> Result<()> {
    let folder = folder(workspace);
    let mut files = Vec::new();
    collect(&folder, &mut files)?;
    let ends_with = |path: &&PathBuf, wanted| path.extension().is_some_and(|end| end == wanted);
    for file in files.iter().filter(|path| ends_with(path, "ftl")) {
        let catalog = fs::read_to_string(file).context("reading a catalogue")?;
        fs::write(file, without_comments(&catalog)).context("writing a catalogue")?;
    }
    for file in files.iter().filter(|path| ends_with(path, "js")) {
        let mut esbuild = workspace.command("esbuild");
        esbuild.args(["--minify", "--format=esm", "--log-level=warning", "--allow-overwrite"]);
        run_command(esbuild.arg(file).arg(format!("--outfile={}", file.display())))?;
    }
    Ok(())
}

/// Moves the requests for the program to the top of the page, so that they leave before the style
/// sheets have arrived. Trunk puts them at the end.
fn request_early(index: &Path) -> Result<()> {
    let page = fs::read_to_string(index).context("reading the built page")?;
    fs::write(index, with_preloads_first(&page)?).context("writing the built page")
}

fn with_preloads_first(page: &str) -> Result<String> {
    let (rest, preloads) = single_file::without_preloads(page);
    let (top, bottom) = rest.split_once("<script").context("the page has no script")?;
    Ok(format!("{top}{preloads}<script{bottom}"))
}

/// Removes the comments from a Fluent file.
fn without_comments(catalog: &str) -> String {
    let is_needed = |line: &&str| !line.is_empty() && !line.starts_with('#');
    catalog.lines().filter(is_needed).flat_map(|line| [line, "\n"]).collect()
}

/// Writes the page as one file beside the files that it consists of.
fn write_single_file(folder: &Path) -> Result<()> {
    let mut files = Vec::new();
    collect(folder, &mut files)?;
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let read = |path: &Path| fs::read_to_string(path).context("reading Trunk's output");
    let find = |start: &str, end: &str| {
        let is_so = |path: &&PathBuf| name(path).starts_with(start) && name(path).ends_with(end);
        files.iter().find(is_so).with_context(|| format!("the page has no {start}…{end}"))
    };
    let program = find("web-", "_bg.wasm")?;
    let module = find("web-", ".js")?;
    let mut scripts = Vec::new();
    for start in ["fluent-bundle-", "text-"] {
        let path = find(start, ".js")?;
        scripts.push((format!("<script defer src=./{}>", name(path)), read(path)?));
    }
    let is_text =
        |path: &&PathBuf| path.extension().is_some_and(|end| end == "raft" || end == "ftl");
    let texts = files.iter().filter(is_text).map(|path| {
        let address = path.strip_prefix(folder).unwrap_or(path).display().to_string();
        Ok((address.replace('\\', "/"), read(path)?))
    });
    let parts = single_file::Parts {
        index: &read(&folder.join("index.html"))?,
        program: (&name(program), &fs::read(program).context("reading the program")?),
        module: (&name(module), &read(module)?),
        imported: (SHARE, &read(&folder.join(SHARE))?),
        scripts: &scripts,
        texts: &texts.collect::<Result<Vec<_>>>()?,
    };
    single_file::write(folder, &parts)
}

fn weigh(folder: &Path) -> Result<()> {
    let mut paths = Vec::new();
    collect(folder, &mut paths)?;
    let mut files =
        paths.iter().map(|path| Weighed::new(folder, path)).collect::<Result<Vec<_>>>()?;
    files.sort_by_key(|file| std::cmp::Reverse(file.gzipped));
    let (later, first_visit): (Vec<_>, Vec<_>) =
        files.into_iter().partition(|file| is_loaded_later(&file.name));
    print_weights("loaded until a cluster moves", &first_visit);
    print_weights("loaded later", &later);
    let gzipped = first_visit.iter().map(|file| file.gzipped).sum();
    println!("The budget of a first visit is {BUDGET_GZIPPED_KB} KB gzipped.");
    within_budget(gzipped)
}

/// Whether a cluster moves without this file. The page requests the words of panels and answers
/// when it has drawn the stage, and a story when a user opens it. The card is for a site that shows
/// a link to the page; the page as one file is for a user who keeps it.
fn is_loaded_later(name: &str) -> bool {
    let is_later_catalog = name.starts_with("locales/") && !name.ends_with("/stage.ftl");
    name.starts_with("stories/")
        || is_later_catalog
        || [SHARE, CARD, single_file::NAME].contains(&name)
}

fn print_weights(what: &str, files: &[Weighed]) {
    println!("\n{:>12} {:>12}  {what}", "raw", "gzipped");
    for file in files {
        println!("{:>12} {:>12}  {}", kilobytes(file.raw), kilobytes(file.gzipped), file.name);
    }
    let raw: usize = files.iter().map(|file| file.raw).sum();
    let gzipped: usize = files.iter().map(|file| file.gzipped).sum();
    println!("{:>12} {:>12}  total", kilobytes(raw), kilobytes(gzipped));
}

fn within_budget(gzipped: usize) -> Result<()> {
    ensure!(
        gzipped <= BUDGET_GZIPPED_KB * BYTES_PER_KB,
        "a first visit loads {} gzipped, over its budget of {BUDGET_GZIPPED_KB} KB",
        kilobytes(gzipped)
    );
    Ok(())
}

struct Weighed {
    name: String,
    raw: usize,
    gzipped: usize,
}

impl Weighed {
    fn new(root: &Path, path: &Path) -> Result<Self> {
        let content = fs::read(path).with_context(|| format!("reading {}", path.display()))?;
        let name = path.strip_prefix(root).unwrap_or(path).display().to_string();
        Ok(Self { name, raw: content.len(), gzipped: gzipped(&content)?.len() })
    }
}

/// Collects the files in a folder, recursively.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("listing {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

fn gzipped(content: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?)
}

fn kilobytes(bytes: usize) -> String {
    format!("{}.{} KB", bytes / BYTES_PER_KB, bytes % BYTES_PER_KB / 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_published_catalogue_has_its_messages_and_no_comments() {
        let messages = "menu =\n    { $count ->\n       *[other] # { $count }\n    }\n";
        let catalog = String::from("### Menus\n\n# Of a node.\n") + messages;
        assert_eq!(without_comments(&catalog), messages);
    }

    #[test]
    fn the_built_page_requests_the_program_before_anything_else() {
        let page = "<title>a</title><script>early()</script><link href=x rel=icon>\
            <link href=w.js rel=modulepreload><link href=w.wasm rel=preload><body>";
        let expected = "<title>a</title><link href=w.js rel=modulepreload>\
            <link href=w.wasm rel=preload><script>early()</script><link href=x rel=icon><body>";
        assert_eq!(with_preloads_first(page).unwrap(), expected);
    }

    #[test]
    fn a_first_visit_over_the_budget_is_refused() {
        assert!(within_budget(BUDGET_GZIPPED_KB * BYTES_PER_KB).is_ok());
        let error = within_budget(BUDGET_GZIPPED_KB * BYTES_PER_KB + 1).unwrap_err();
        assert!(error.to_string().contains("over its budget"), "{error}");
    }

    #[test]
    fn a_first_visit_counts_the_program_but_no_story() {
        for name in ["index.html", "web-1f_bg.wasm", "web-1f.js", "locales/en/stage.ftl"] {
            assert!(!is_loaded_later(name), "{name}");
        }
        for name in
            ["stories/a.raft", SHARE, "card.png", "raft-playground.html", "locales/en/why.ftl"]
        {
            assert!(is_loaded_later(name), "{name}");
        }
    }

    #[test]
    fn repetitive_files_are_smaller_gzipped() {
        assert!(gzipped(&[b'a'; 10_000]).unwrap().len() < 100);
    }

    #[test]
    fn sizes_are_printed_with_one_decimal() {
        assert_eq!(kilobytes(1_234), "1.2 KB");
        assert_eq!(kilobytes(99), "0.0 KB");
    }
}
