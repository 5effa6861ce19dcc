//! `dist`: builds the optimised static page and prints its size.

mod catalogs;
mod digest;
mod function_order;
mod offline;
mod policy;
mod readable_tour;
mod short_names;
mod single_file;
mod trace;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result, ensure};

use crate::book;
use crate::complete::{DIST_TOOLS, DistOptions, dist_folder as folder};
use crate::tools;
use crate::weight::{BYTES_PER_KB, gzipped, kilobytes};
use crate::workspace::{Workspace, readable, run as run_command};

/// The compressed size limit for the files that a first visit loads until the cluster moves: two
/// seconds of a slow phone's connection (1.6 Mbit/s). `cargo xtask bench page` measures that time.
const BUDGET_GZIPPED_KB: usize = 400;

/// The preview picture for sites that show a link to the page. They need its absolute address.
const CARD: &str = "card.png";

/// The page's own modules: it imports the first one when the cluster moves, the second one when a
/// user opens the gallery, and the third one in a frame, or when a user opens the Embed dialog.
const MODULES: [&str; 3] = ["share/share.js", "gallery/gallery.js", "embedding/embedding.js"];

/// The custom element, and the module that it imports. Other pages load it, not the page.
const EMBED: &str = "embed.js";
const EMBED_LOOK: &str = "embed_look.js";

/// The folder of the dialogs, which the page loads when the cluster moves.
const DIALOGS: &str = "dialogs/";

/// The folder of the glossary, which the page loads when it is complete.
const GLOSSARY: &str = "glossary/";

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
    build(workspace, options)?;
    weigh(&folder(workspace))
}

fn build(workspace: &Workspace, options: &DistOptions) -> Result<()> {
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
    compact(workspace)?;
    trace::add(workspace, &folder(workspace))?;
    bundle(workspace)?;
    minify(workspace)?;
    let version = catalogs::add_version(&folder(workspace))?;
    request_early(&folder(workspace).join("index.html"))?;
    write_single_file(&folder(workspace))?;
    readable_tour::write(workspace, &folder(workspace))?;
    book::write(workspace, &folder(workspace))?;
    if let Some(address) = &options.address {
        name_address(&folder(workspace).join("index.html"), address)?;
    }
    policy::write(&folder(workspace))?;
    // The list of what is kept has a digest of every file, so nothing may change a file after this.
    offline::write(workspace, &folder(workspace), &version)?;
    println!("Built dist/ in {}.", readable(began.elapsed()));
    Ok(())
}

/// Gives the page the absolute address of its preview picture.
fn name_address(index: &Path, address: &str) -> Result<()> {
    let page = fs::read_to_string(index).context("reading the built page")?;
    let card = format!("{}/{CARD}", address.trim_end_matches('/'));
    fs::write(index, page.replace(CARD, &card)).context("writing the built page")
}

/// Makes the program compress better.
fn compact(workspace: &Workspace) -> Result<()> {
    let mut files = Vec::new();
    collect(&folder(workspace), &mut files)?;
    let program = find(&files, "web-", "_bg.wasm")?;
    let text = program.with_extension("wat");
    short_names::shorten(workspace, program, find(&files, "web-", ".js")?, &text)?;
    function_order::assemble(workspace, &text, program)
}

/// Bundles the custom element and each of the page's own modules with those that they import.
fn bundle(workspace: &Workspace) -> Result<()> {
    let folder = folder(workspace);
    let bundle_of = |module: &str| folder.join(module.replace('/', "-"));
    let element = folder.join(EMBED);
    let mut esbuild = workspace.command("esbuild");
    esbuild.args(["--bundle", "--format=esm", "--log-level=warning", "--allow-overwrite"]);
    run_command(esbuild.arg(&element).arg(format!("--outfile={}", element.display())))?;
    fs::remove_file(folder.join(EMBED_LOOK)).context("removing a bundled module")?;
    for module in MODULES {
        let mut esbuild = workspace.command("esbuild");
        esbuild.args(["--bundle", "--format=esm", "--log-level=warning"]).arg(folder.join(module));
        run_command(esbuild.arg(format!("--outfile={}", bundle_of(module).display())))?;
    }
    for module in MODULES {
        let path = folder.join(module);
        let sources = path.parent().context("a module is in a folder")?;
        fs::remove_dir_all(sources)
            .and_then(|()| fs::create_dir(sources))
            .and_then(|()| fs::rename(bundle_of(module), &path))
            .with_context(|| format!("replacing {module}"))?;
    }
    Ok(())
}

/// Minifies each script, each style sheet and each catalogue.
fn minify(workspace: &Workspace) -> Result<()> {
    let folder = folder(workspace);
    let mut files = Vec::new();
    collect(&folder, &mut files)?;
    let ends_with = |path: &&PathBuf, wanted| path.extension().is_some_and(|end| end == wanted);
    for file in files.iter().filter(|path| ends_with(path, "ftl")) {
        let catalog = fs::read_to_string(file).context("reading a catalogue")?;
        fs::write(file, catalogs::without_comments(&catalog)).context("writing a catalogue")?;
    }
    for file in files.iter().filter(|path| ends_with(path, "js") || ends_with(path, "css")) {
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

/// Writes the page as one file beside the files that it consists of.
fn write_single_file(folder: &Path) -> Result<()> {
    let mut files = Vec::new();
    collect(folder, &mut files)?;
    let read = |path: &Path| fs::read_to_string(path).context("reading Trunk's output");
    let program = find(&files, "web-", "_bg.wasm")?;
    let module = find(&files, "web-", ".js")?;
    let mut scripts = Vec::new();
    for start in ["fluent-bundle-", "text-"] {
        let path = find(&files, start, ".js")?;
        scripts.push((format!("<script defer src=./{}>", name(path)), read(path)?));
    }
    let is_text = |path: &&PathBuf| {
        path.extension().is_some_and(|end| end == "raft" || end == "ftl" || end == "json")
    };
    let with_address = |path: &PathBuf| {
        let address = path.strip_prefix(folder).unwrap_or(path).display().to_string();
        Ok((address.replace('\\', "/"), read(path)?))
    };
    let texts = files.iter().filter(is_text).map(with_address);
    let is_style = |path: &&PathBuf| path.extension().is_some_and(|end| end == "css");
    let styles = files.iter().filter(is_style).map(with_address);
    let is_dialog = |path: &&PathBuf| path.starts_with(folder.join(DIALOGS));
    let dialogs = files.iter().filter(is_dialog).map(with_address);
    let modules = MODULES.map(|module| Ok((module, read(&folder.join(module))?)));
    let parts = single_file::Parts {
        index: &read(&folder.join("index.html"))?,
        program: (&name(program), &fs::read(program).context("reading the program")?),
        module: (&name(module), &read(module)?),
        imported: &modules.into_iter().collect::<Result<Vec<_>>>()?,
        scripts: &scripts,
        styles: &styles.collect::<Result<Vec<_>>>()?,
        dialogs: &dialogs.collect::<Result<Vec<_>>>()?,
        texts: &texts.collect::<Result<Vec<_>>>()?,
    };
    single_file::write(folder, &parts)
}

/// The file whose name begins and ends so. Between stands a hash.
fn find<'a>(files: &'a [PathBuf], start: &str, end: &str) -> Result<&'a Path> {
    let is_so = |path: &&PathBuf| name(path).starts_with(start) && name(path).ends_with(end);
    let found = files.iter().find(is_so).map(PathBuf::as_path);
    found.with_context(|| format!("the page has no {start}…{end}"))
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
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
    let gzipped: usize = first_visit.iter().map(|file| file.gzipped).sum();
    println!("The budget of a first visit is {BUDGET_GZIPPED_KB} KB gzipped.");
    within_budget(gzipped)?;
    let english = gzipped_as(&first_visit, catalogs::FIRST);
    for file in &later {
        let Some(language) = file.name.strip_suffix("/stage.ftl") else { continue };
        let shell = gzipped_as(&later, &format!("{language}/shell.ftl"));
        let gzipped = gzipped - english + file.gzipped + shell;
        println!("{:>12} {:>12}  with {language} instead", "", kilobytes(gzipped));
    }
    Ok(())
}

/// The compressed size of one of the files.
fn gzipped_as(files: &[Weighed], name: &str) -> usize {
    files.iter().filter(|file| file.name == name).map(|file| file.gzipped).sum()
}

/// Whether a cluster moves without this file, for a reader in English. The page requests the
/// dialogs, the glossary, and the words and the style sheets of panels and answers, when it has
/// drawn the stage, a story when a user opens it, and the program for traces when a user saves one.
/// The card is for a site that shows a link to the page; the page as one file is for a user who
/// keeps it, the tour as text for one who prints it, the book for one who reads on, and the element
/// for another page. The service worker comes when everything else is there, and the policy is for
/// the server.
fn is_loaded_later(name: &str) -> bool {
    let is_later_catalog = name.starts_with("locales/") && name != catalogs::FIRST;
    name.starts_with("stories/")
        || name.starts_with("style/")
        || name.starts_with(DIALOGS)
        || name.starts_with(GLOSSARY)
        || name.starts_with(trace::FOLDER)
        || name.starts_with(readable_tour::NAME)
        || name.starts_with(book::FOLDER)
        || is_later_catalog
        || MODULES.contains(&name)
        || [CARD, EMBED, single_file::NAME, offline::NAME, policy::NAME].contains(&name)
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

#[cfg(test)]
mod tests {
    use super::*;

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
        for name in [
            "stories/a.raft",
            "style/why.css",
            "dialogs/help.html",
            "glossary/en.ftl",
            MODULES[0],
            MODULES[1],
            MODULES[2],
            "card.png",
            "embed.js",
            "raft-playground.html",
            "tour.html",
            "tour.es.html",
            "book/index.html",
            "locales/en/why.ftl",
            "locales/es/stage.ftl",
            "trace/trace_bg.wasm",
            "offline.js",
            "content-security-policy.txt",
        ] {
            assert!(is_loaded_later(name), "{name}");
        }
    }
}
