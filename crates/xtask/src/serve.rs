//! `serve`: serves the page on this machine and rebuilds it whenever a source file is saved.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

use crate::complete::DIST_TOOLS;
use crate::progress::Build;
use crate::tools::{self, Tool};
use crate::workspace::{Workspace, readable};

/// Neither npm nor wasm-opt: a local page need not be small.
const TOOLS: [Tool; 3] = [Tool::WasmTarget, Tool::WasmBindgen, Tool::Trunk];
/// About how many crates the page consists of; only the progress lines depend on it.
const CRATES_OF_THE_PAGE: usize = 90;
const POLL_INTERVAL: Duration = Duration::from_millis(100);
/// How long Trunk may take to end after Ctrl-C, which it receives too.
const TIMEOUT: Duration = Duration::from_secs(1);

#[derive(clap::Args)]
pub(crate) struct Options {
    /// The port to serve on.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Build as for publication: smaller and faster, after a longer wait.
    #[arg(long)]
    release: bool,
}

pub(crate) fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    // Check the port first: a user should not wait for a build to learn that it is taken.
    expect_free(options.port)?;
    let _reserved = reserve(workspace, options.port)?;
    let began = Instant::now();
    tools::ensure(workspace, &[Tool::WasmTarget])?;
    // Installing and compiling overlap, since neither keeps all processors busy.
    println!("Compiling the page: 1 to 2 minutes the first time, seconds later ...");
    let page = compile(workspace, options)?;
    tools::ensure(workspace, if options.release { &DIST_TOOLS } else { &TOOLS })?;
    // Trunk compiles the rest, and prints the compiler's errors in colour.
    let _ = page.finish();
    let stop = Arc::new(AtomicBool::new(false));
    let stop_on_signal = Arc::clone(&stop);
    ctrlc::set_handler(move || stop_on_signal.store(true, Ordering::Relaxed))
        .context("installing the Ctrl-C handler")?;

    println!("Building and serving the page ...");
    let mut trunk = start_trunk(workspace, options)?;
    let outcome = watch(&mut trunk, options.port, began, &stop);
    end(&mut trunk)?;
    outcome
}

fn expect_free(port: u16) -> Result<()> {
    if TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_err() {
        bail!("{}", is_taken(port));
    }
    Ok(())
}

/// Reserves the port against other instances: Trunk binds it only after its first build.
fn reserve(workspace: &Workspace, port: u16) -> Result<File> {
    fs::create_dir_all(output_folder(workspace, port)).context("creating target/serve")?;
    let lock = File::create(output_folder(workspace, port).with_extension("lock"))
        .context("creating a lock in target/serve")?;
    ensure!(lock.try_lock().is_ok(), "{}", is_taken(port));
    Ok(lock)
}

fn is_taken(port: u16) -> String {
    let other = port.checked_add(1).unwrap_or(8080);
    format!(
        "port {port} is not free: stop what uses it, or choose another, \
         e.g. `cargo xtask serve --port {other}`"
    )
}

/// Not `dist/`, which is published and tested. Each port has its own folder, because two servers
/// would overwrite each other's build.
fn output_folder(workspace: &Workspace, port: u16) -> PathBuf {
    workspace.root().join("target").join("serve").join(port.to_string())
}

/// Starts compiling the page with Trunk's exact settings, so that Trunk reuses the result.
fn compile(workspace: &Workspace, options: &Options) -> Result<Build> {
    let mut cargo = workspace.cargo();
    cargo.args(["build", "--target=wasm32-unknown-unknown"]);
    cargo.arg("--manifest-path").arg(workspace.root().join("web").join("Cargo.toml"));
    if options.release {
        cargo.args(["--profile", "page"]);
    }
    Build::start(&mut cargo, "the page", CRATES_OF_THE_PAGE)
}

fn start_trunk(workspace: &Workspace, options: &Options) -> Result<Child> {
    let mut trunk = tools::trunk(workspace);
    trunk.args(["serve", "--address", "127.0.0.1"]);
    trunk.args(["--port", &options.port.to_string()]);
    trunk.arg("--dist").arg(output_folder(workspace, options.port));
    if options.release {
        trunk.arg("--release");
    }
    trunk.stdin(Stdio::null()).spawn().context("starting Trunk")
}

/// Prints the address of the page once, then waits until Trunk ends or the user stops it.
fn watch(trunk: &mut Child, port: u16, began: Instant, stop: &AtomicBool) -> Result<()> {
    let mut announced = false;
    while !stop.load(Ordering::Relaxed) {
        if let Some(status) = trunk.try_wait().context("waiting for Trunk")? {
            bail!("Trunk ended with {status}; see its output above");
        }
        if !announced && let Some(page_is_built) = ask(port) {
            announce(port, page_is_built, began.elapsed());
            announced = true;
        }
        thread::sleep(POLL_INTERVAL);
    }
    Ok(())
}

fn announce(port: u16, page_is_built: bool, elapsed: Duration) {
    let address = format!("http://127.0.0.1:{port}/");
    if page_is_built {
        println!("\nReady after {}. Open {address}\n", readable(elapsed));
        println!("Saving a source file rebuilds and reloads the page. Ctrl-C stops the server.\n");
    } else {
        println!("\nThe build failed; see the errors above. Save a fix to build again;");
        println!("the page will be at {address}\n");
    }
}

/// Whether the page exists; `None` while no server answers. Trunk answers after its first build.
fn ask(port: u16) -> Option<bool> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let mut stream = TcpStream::connect_timeout(&address, TIMEOUT).ok()?;
    stream.set_read_timeout(Some(TIMEOUT)).ok()?;
    let request = format!("GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).ok()?;
    let mut status_line = [0; 12];
    stream.read_exact(&mut status_line).ok()?;
    Some(status_line.ends_with(b" 200"))
}

fn end(trunk: &mut Child) -> Result<()> {
    let deadline = Instant::now() + TIMEOUT;
    while trunk.try_wait().context("waiting for Trunk")?.is_none() {
        if Instant::now() > deadline {
            trunk.kill().context("stopping Trunk")?;
            trunk.wait().context("waiting for Trunk")?;
        }
        thread::sleep(POLL_INTERVAL);
    }
    println!("Stopped serving.");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_in_use_is_named_and_another_suggested() {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let error = expect_free(port).unwrap_err().to_string();
        assert!(error.contains(&format!("port {port} is not free")), "{error}");
        assert!(error.contains("--port"), "{error}");
    }

    #[test]
    fn a_timeout_is_distinguished_from_a_missing_page() {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        drop(listener);
        assert_eq!(ask(port), None);
    }
}
