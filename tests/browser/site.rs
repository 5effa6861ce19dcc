//! A static file server like a course's web space: the page is in a subfolder.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use flate2::Compression;
use flate2::write::GzEncoder;
use raft_sim::Script;

/// The folder of the page. Requests outside of it fail.
const FOLDER: &str = "/some/course/raft/";

/// Lets pages of other origins load the custom element, which is a module.
const ANY_ORIGIN: &str = "Access-Control-Allow-Origin: *\r\n";

/// Serves the built page until the program ends.
pub struct Site {
    address: SocketAddr,
    shared: Arc<Shared>,
}

/// The files that the server withholds, by the ending of their names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Withheld {
    /// It serves every file.
    Nothing,
    /// Such files wait for [`Site::release`].
    ForNow(&'static str),
    /// Such files are not found.
    ForGood(&'static str),
}

impl Withheld {
    fn keeps_for_now(self, path: &str) -> bool {
        matches!(self, Self::ForNow(ending) if path.ends_with(ending))
    }

    fn keeps_for_good(self, path: &str) -> bool {
        matches!(self, Self::ForGood(ending) if path.ends_with(ending))
    }
}

/// The state that the server's threads share.
struct Shared {
    dist: PathBuf,
    /// The compressed files by path; empty if the server does not compress.
    compressed: BTreeMap<PathBuf, Vec<u8>>,
    /// The requested paths that were not found.
    refused: Mutex<Vec<String>>,
    withheld: Mutex<Withheld>,
    released: Condvar,
    /// The lines that every answer has in its header.
    header: String,
    /// The requested paths, in their order.
    requested: Mutex<Vec<String>>,
    /// Whether the server no longer answers.
    is_stopped: AtomicBool,
}

/// Nothing is kept, so that no test meets the files of another build.
const NO_CACHING: &str = "no-store";
/// Everything is kept.
const CACHING: &str = "no-cache";

impl Site {
    /// Serves this folder on a free port.
    ///
    /// # Errors
    /// If there is no free port.
    pub fn serve(dist: PathBuf, withheld: Withheld) -> io::Result<Self> {
        Self::start(dist, BTreeMap::new(), withheld, NO_CACHING)
    }

    /// The same in a way that lets a browser keep the files.
    ///
    /// # Errors
    /// If there is no free port.
    pub fn serve_for_caching(dist: PathBuf) -> io::Result<Self> {
        Self::start(dist, BTreeMap::new(), Withheld::Nothing, CACHING)
    }

    /// The same with gzip, as on most servers.
    ///
    /// # Errors
    /// If there is no free port, or a file cannot be read.
    pub fn serve_compressed(dist: PathBuf) -> io::Result<Self> {
        let mut compressed = BTreeMap::new();
        // Compress all files now, so that no response waits for it.
        compress(&dist, &mut compressed)?;
        Self::start(dist, compressed, Withheld::Nothing, NO_CACHING)
    }

    fn start(
        dist: PathBuf,
        compressed: BTreeMap<PathBuf, Vec<u8>>,
        withheld: Withheld,
        caching: &str,
    ) -> io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let address = listener.local_addr()?;
        let header = header(&dist, caching);
        let shared = Shared {
            dist,
            compressed,
            refused: Mutex::default(),
            withheld: Mutex::new(withheld),
            released: Condvar::new(),
            header,
            requested: Mutex::default(),
            is_stopped: AtomicBool::new(false),
        };
        let shared = Arc::new(shared);
        let site = Self { address, shared: Arc::clone(&shared) };
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let shared = Arc::clone(&shared);
                // A browser may close the connection during a response.
                thread::spawn(move || drop(shared.answer(stream)));
            }
        });
        Ok(site)
    }

    /// The address of the page with this query.
    pub fn url(&self, query: &str) -> String {
        let question = if query.is_empty() { "" } else { "?" };
        format!("http://{}{FOLDER}{question}{query}", self.address)
    }

    /// The address of the folder that contains all files of the page.
    pub fn folder(&self) -> String {
        self.url("")
    }

    /// The requested paths that were not found.
    pub fn refused(&self) -> Vec<String> {
        lock(&self.shared.refused).clone()
    }

    /// The requested paths, without their queries, in the order of the requests.
    pub fn requested(&self) -> Vec<String> {
        lock(&self.shared.requested).clone()
    }

    /// Ends every connection without an answer from now on.
    pub fn stop(&self) {
        self.shared.is_stopped.store(true, Ordering::Relaxed);
    }

    /// Forgets what was not found, in a test that asks for what is not there.
    pub fn forget_refused(&self) {
        lock(&self.shared.refused).clear();
    }

    /// Stops withholding files.
    pub fn release(&self) {
        *self.shared.withheld() = Withheld::Nothing;
        self.shared.released.notify_all();
    }
}

/// The lines of each answer's header. Every test runs with the content security policy of the
/// page; an older build that a benchmark visits has none.
fn header(dist: &Path, caching: &str) -> String {
    let policy = fs::read_to_string(dist.join("content-security-policy.txt"));
    let policy = policy.map(|policy| format!("Content-Security-Policy: {}\r\n", policy.trim_end()));
    format!("Cache-Control: {caching}\r\n{}", policy.unwrap_or_default())
}

/// The run of a scenario of the tests, without its texts.
fn run_of(scenario: &Path) -> Option<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios").join(scenario);
    let script: Script = fs::read_to_string(path).ok()?.parse().ok()?;
    Some(Script::from(script.play().ok()?.run).to_string())
}

impl Shared {
    fn answer(&self, mut stream: TcpStream) -> io::Result<()> {
        let mut lines = BufReader::new(stream.try_clone()?).lines();
        let Some(request) = lines.next().transpose()? else { return Ok(()) };
        // Read the header to its end; otherwise closing would reset the connection before the
        // response arrives.
        while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
        let target = request.split(' ').nth(1).unwrap_or_default();
        let path = target.split('?').next().unwrap_or_default();
        if self.is_stopped.load(Ordering::Relaxed) {
            return Ok(());
        }
        if path == "/favicon.ico" {
            // A page without an icon has none.
            return write!(stream, "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
        }
        lock(&self.requested).push(path.to_owned());
        if let Some((kind, content)) = self.find(path) {
            self.wait_until_released(path);
            let length = content.len();
            let encoding =
                if self.compressed.is_empty() { "" } else { "Content-Encoding: gzip\r\n" };
            write!(
                stream,
                "HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\
                 {encoding}{ANY_ORIGIN}{}Connection: close\r\n\r\n",
                self.header
            )?;
            stream.write_all(&content)
        } else {
            lock(&self.refused).push(target.to_owned());
            let none = "Content-Length: 0\r\nConnection: close\r\n\r\n";
            write!(stream, "HTTP/1.1 404 Not Found\r\n{none}")
        }
    }

    /// The content type and the content of a file.
    fn find(&self, path: &str) -> Option<(&'static str, Vec<u8>)> {
        let inside = Path::new(match path.strip_prefix(FOLDER)? {
            "" => "index.html",
            file => file,
        });
        if self.withheld().keeps_for_good(path) {
            return None;
        }
        if let Ok(scenario) = inside.strip_prefix("runs") {
            return Some(("text/plain", run_of(scenario)?.into_bytes()));
        }
        let stays = inside.components().all(|part| matches!(part, Component::Normal(_)));
        let kind = kind(inside.extension().and_then(OsStr::to_str)?)?;
        let file = stays.then(|| self.dist.join(inside))?;
        if self.compressed.is_empty() {
            return Some((kind, fs::read(file).ok()?));
        }
        Some((kind, self.compressed.get(&file)?.clone()))
    }

    fn wait_until_released(&self, path: &str) {
        let keeps = |withheld: &mut Withheld| withheld.keeps_for_now(path);
        drop(self.released.wait_while(self.withheld(), keeps));
    }

    fn withheld(&self) -> MutexGuard<'_, Withheld> {
        lock(&self.withheld)
    }
}

/// The content type of a file, by its ending.
fn kind(ending: &str) -> Option<&'static str> {
    Some(match ending {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css",
        "js" => "text/javascript",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "json" => "application/json",
        "ftl" | "raft" => "text/plain; charset=utf-8",
        _ => return None,
    })
}

/// Compresses the files in a folder, recursively.
fn compress(folder: &Path, compressed: &mut BTreeMap<PathBuf, Vec<u8>>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            compress(&path, compressed)?;
        } else {
            let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
            encoder.write_all(&fs::read(&path)?)?;
            compressed.insert(path, encoder.finish()?);
        }
    }
    Ok(())
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
