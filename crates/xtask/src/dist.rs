//! `dist`: the optimised static page, and what it weighs.

mod alone;
mod constants;
mod names;
mod needs;
mod split;

use std::env;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;

use self::needs::Needs;
use crate::tools::{self, Tool};
use crate::workspace::{Workspace, readable, run as run_command};

/// What a visitor's files together may weigh as a server sends them. It buys a first picture
/// within a second on a phone's connection; raising it is a decision, not a repair.
const BUDGET_GZIPPED_KB: usize = 250;

/// The program as the linker wrote it, in the folder for what is built.
const LINKED: &str = "wasm32-unknown-unknown/page/web.wasm";

/// The picture of the page for those who show a link to it. They want its whole address.
const CARD: &str = "card.png";

/// A kilobyte as in "the page has 120 KB": what people and browsers' tools show.
const BYTES_PER_KB: usize = 1000;

/// What `index.html` must ask of Trunk, or the page would be built well and large.
const PROFILE: &str = r#"data-cargo-profile-release="page""#;

/// How the program is made smaller.
const SMALLER: [&str; 4] = [
    "-Oz",
    "--converge",
    // What compresses best is not what is shortest: code put in place of its one call resembles
    // its neighbours less. Measured on this page: 5 % less gzipped.
    "--one-caller-inline-max-function-size=30",
    // Copies of a generic function have one name and much the same code: side by side they compress
    // better. 1 % less.
    "--reorder-functions-by-name",
];

/// What the program may contain: what every browser of these years understands, and the compiler
/// and wasm-bindgen use.
const FEATURES: [&str; 8] = [
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-bulk-memory",
    "--enable-sign-ext",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-bulk-memory-opt",
    "--enable-call-indirect-overlong",
];

/// What a build for publication needs.
pub(crate) const TOOLS: [Tool; 6] =
    [Tool::WasmTarget, Tool::Node, Tool::WasmOpt, Tool::Esbuild, Tool::WasmBindgen, Tool::Trunk];

#[derive(clap::Args, Default)]
pub(crate) struct Options {
    /// Where the page will be. Only who shows a picture of it beside a link needs to be told.
    #[arg(long)]
    address: Option<String>,
}

pub(crate) fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    tools::ensure(workspace, &TOOLS)?;
    build(workspace)?;
    if let Some(address) = &options.address {
        let index = folder(workspace).join("index.html");
        let page = fs::read_to_string(&index).context("reading the built page")?;
        let card = format!("{}/{CARD}", address.trim_end_matches('/'));
        fs::write(&index, page.replace(CARD, &card)).context("writing the built page")?;
    }
    weigh(&folder(workspace))
}

/// Where the page is built to.
pub(crate) fn folder(workspace: &Workspace) -> PathBuf {
    workspace.root().join("dist")
}

fn build(workspace: &Workspace) -> Result<()> {
    let index =
        fs::read_to_string(workspace.root().join("index.html")).context("reading index.html")?;
    ensure!(
        index.contains(PROFILE),
        "index.html: the link with rel=\"rust\" lacks {PROFILE}, which makes the page small"
    );
    let began = Instant::now();
    println!("Building the optimised page (linking it as one takes a minute or so) ...");
    let mut trunk = tools::trunk(workspace);
    trunk.args(["build", "--release"]).arg("--dist").arg(folder(workspace));
    run_command(&mut trunk)?;
    minify(workspace)?;
    finish(workspace)?;
    println!("Built dist/ in {}.", readable(began.elapsed()));
    Ok(())
}

/// Replaces each script by a shorter one that does the same.
fn minify(workspace: &Workspace) -> Result<()> {
    let folder = folder(workspace);
    let mut files = Vec::new();
    collect(&folder, &mut files)?;
    for file in files.iter().filter(|path| path.extension().is_some_and(|end| end == "js")) {
        let mut esbuild = workspace.command("esbuild");
        esbuild.args(["--minify", "--format=esm", "--log-level=warning", "--allow-overwrite"]);
        run_command(esbuild.arg(file).arg(format!("--outfile={}", file.display())))?;
    }
    Ok(())
}

/// Makes the program smaller, gives short names to what it and its script call each other by, and
/// puts what is called later into a file of its own. Writes the page as one file, too.
fn finish(workspace: &Workspace) -> Result<()> {
    let folder = folder(workspace);
    let mut files = Vec::new();
    collect(&folder, &mut files)?;
    let find = |start: &str, end: &str| {
        let is_so = |path: &&PathBuf| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            name.starts_with(start) && name.ends_with(end)
        };
        files.iter().find(is_so).with_context(|| format!("the page has no {start}…{end}"))
    };
    let program = find("web-", "_bg.wasm")?;
    let beside = |end| PathBuf::from(program.to_string_lossy().replace("_bg.wasm", end));
    let (script, later) = (beside(".js"), beside("_later.wasm"));
    let text = program.with_extension("wat");
    let whole = fs::read(program).context("reading the program")?;
    fs::write(program, needs::without(&whole)?).context("writing the program")?;
    let mut optimise = workspace.command("wasm-opt");
    optimise.args(FEATURES).args(SMALLER).arg(program).arg("-o").arg(program);
    run_command(&mut optimise)?;
    run_command(workspace.command("wasm-dis").arg(program).arg("-o").arg(&text))?;
    let read = |path: &Path| fs::read_to_string(path).context("reading what Trunk has built");
    let (short, short_script) = names::shorten(&read(&text)?, &read(&script)?);
    fs::write(&script, &short_script).context("writing the script")?;
    let target = env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
    let linked = workspace.root().join(target).join(LINKED);
    let linked = fs::read(&linked).with_context(|| format!("reading {}", linked.display()))?;
    let needs = Needs::of(&linked, split::is_at_once).context("reading who needs what")?;
    let split = split::split(&short, &needs).context("splitting the program")?;
    let assemble = |part: &str, path: &Path| {
        fs::write(&text, part).context("writing a part of the program")?;
        run_command(workspace.command("wasm-as").args(FEATURES).arg(&text).arg("-o").arg(path))
    };
    assemble(&short, program)?;
    let whole = fs::read(program).context("reading the program")?;
    assemble(&split.first, program)?;
    assemble(&split.later, &later)?;
    fs::remove_file(&text).context("removing the program's text")?;

    let own_script = find("share-", ".js")?;
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let stories = files.iter().filter(|path| path.extension().is_some_and(|end| end == "raft"));
    let stories = stories.map(|path| Ok((format!("stories/{}", name(path)), read(path)?)));
    let parts = alone::Parts {
        index: &read(&folder.join("index.html"))?,
        program: (&name(program), &whole),
        module: (&name(&script), &short_script),
        script: (&name(own_script), &read(own_script)?),
        stories: &stories.collect::<Result<Vec<_>>>()?,
    };
    alone::write(&folder, &parts)
}

fn weigh(folder: &Path) -> Result<()> {
    let mut paths = Vec::new();
    collect(folder, &mut paths)?;
    let mut files =
        paths.iter().map(|path| Weighed::new(folder, path)).collect::<Result<Vec<_>>>()?;
    files.sort_by_key(|file| std::cmp::Reverse(file.gzipped));
    let (asked_for, page): (Vec<_>, Vec<_>) =
        files.into_iter().partition(|file| is_asked_for(&file.name));
    print_weights("what every visitor loads", &page);
    print_weights("what is loaded only when somebody asks for it", &asked_for);
    let gzipped = page.iter().map(|file| file.gzipped).sum();
    println!("The budget for what every visitor loads is {BUDGET_GZIPPED_KB} KB gzipped.");
    within_budget(gzipped)
}

/// Whether the page loads a file only when somebody asks for it: a story when it is opened, the
/// second part of the program when a link or a file is opened or a trace written. The card is for
/// those who show a link to the page elsewhere, the page as one file for those who take it along.
/// None of it delays a visit.
fn is_asked_for(name: &str) -> bool {
    name.starts_with("stories/")
        || name.ends_with("_later.wasm")
        || [CARD, alone::NAME].contains(&name)
}

fn print_weights(what: &str, files: &[Weighed]) {
    println!("\n{:>12} {:>12}  {what}", "raw", "gzipped");
    for file in files {
        println!("{:>12} {:>12}  {}", kilobytes(file.raw), kilobytes(file.gzipped), file.name);
    }
    let raw: usize = files.iter().map(|file| file.raw).sum();
    let gzipped: usize = files.iter().map(|file| file.gzipped).sum();
    println!("{:>12} {:>12}  in all", kilobytes(raw), kilobytes(gzipped));
}

fn within_budget(gzipped: usize) -> Result<()> {
    ensure!(
        gzipped <= BUDGET_GZIPPED_KB * BYTES_PER_KB,
        "the page weighs {} gzipped, over its budget of {BUDGET_GZIPPED_KB} KB",
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

/// The files in a folder and below.
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
    fn a_page_over_its_budget_is_refused() {
        assert!(within_budget(BUDGET_GZIPPED_KB * BYTES_PER_KB).is_ok());
        let error = within_budget(BUDGET_GZIPPED_KB * BYTES_PER_KB + 1).unwrap_err();
        assert!(error.to_string().contains("over its budget"), "{error}");
    }

    #[test]
    fn what_a_visit_waits_for_counts() {
        for name in ["index.html", "web-1f_bg.wasm", "web-1f.js", "share-2.js"] {
            assert!(!is_asked_for(name), "{name}");
        }
        for name in ["web-1f_later.wasm", "stories/partition.raft", "card.png"] {
            assert!(is_asked_for(name), "{name}");
        }
    }

    #[test]
    fn what_repeats_weighs_less_gzipped() {
        assert!(gzipped(&[b'a'; 10_000]).unwrap().len() < 100);
    }

    #[test]
    fn sizes_keep_one_decimal() {
        assert_eq!(kilobytes(1_234), "1.2 KB");
        assert_eq!(kilobytes(99), "0.0 KB");
    }
}
