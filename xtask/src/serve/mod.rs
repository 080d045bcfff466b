//! `cargo xtask serve`: the page on this machine, rebuilt and reloaded after every edit.

pub mod http;
pub mod watch;

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::failure::Outcome;
use crate::page::binding::Binding;
use crate::page::compile::{self, Profile};
use crate::page::site::{self, Files, Use};
use crate::page::{Parts, policy};
use crate::report::{heading, step, time};
use crate::serve::http::{Request, Response};
use crate::setup::wasm_target;
use crate::toolchain::WasmToolchain;
use crate::workspace::Workspace;

/// Asks the server whether the page has changed, and loads it again when it has.
const RELOAD: &str = include_str!("reload.js");

/// How often the folders are looked at. Short enough not to be felt, long enough to cost nothing.
const GLANCE: Duration = Duration::from_millis(250);

/// Served while there is no page yet.
const NO_PAGE: &str = "<!doctype html><html lang=\"en-GB\"><title>One Plan</title>\
    <p>The page is being built and comes by itself. If it does not compile, the terminal says why.</p>\
    <script src=\"reload.js\"></script>";

/// Builds the page, serves it, and goes on until it is stopped.
pub fn serve(workspace: &Workspace, first_port: u16) -> Outcome<()> {
    heading("Set-up");
    let toolchain = wasm_target::ensure(workspace)?;
    let server = http::listen(first_port)?;
    let port = server.port;
    heading("Build (the first one takes a few minutes)");
    let mut builder = Builder::new(workspace, toolchain);
    let mut seen = watch::state(workspace);
    let page = Arc::new(Published::default());
    // Served from the first moment: a page that is opened during the first build shows itself once it is there.
    let served = Arc::clone(&page);
    std::thread::spawn(move || server.serve(move |request| answer(&served, request)));
    builder.rebuild(&page);
    println!("\nOne Plan is on http://127.0.0.1:{port} (stop with Ctrl+C).");
    loop {
        std::thread::sleep(GLANCE);
        let now = watch::state(workspace);
        if now != seen {
            // Taken before the build: an edit made during it starts another.
            seen = now;
            builder.rebuild(&page);
        }
    }
}

/// `cargo xtask build`: the page as `serve` builds it, left in a folder.
pub fn build(workspace: &Workspace) -> Outcome<()> {
    heading("Build");
    let toolchain = wasm_target::ensure(workspace)?;
    let begun = Instant::now();
    let parts = Parts::gather(workspace, &toolchain, Profile::WebDevelopment)?;
    let folder = workspace.own_target().join("site");
    site::write(&site::files(&parts, Use::Published(None))?, &folder)?;
    step(&format!("{} in {}", folder.display(), time(begun.elapsed())));
    Ok(())
}

/// Builds the page again and again, doing over only what changed.
struct Builder<'a> {
    workspace: &'a Workspace,
    toolchain: WasmToolchain,
    page: LastBinding,
    workbook: LastBinding,
}

/// The last module that the compiler wrote, by its fingerprint, and what was made of it.
#[derive(Default)]
struct LastBinding(Option<(String, Binding)>);

impl LastBinding {
    fn of(&mut self, compiled: &[u8]) -> Outcome<Binding> {
        let fingerprint = policy::fingerprint(compiled);
        if let Some((_, binding)) = self.0.as_ref().filter(|(of, _)| *of == fingerprint) {
            return Ok(binding.clone());
        }
        let binding = Binding::of(compiled)?;
        self.0 = Some((fingerprint, binding.clone()));
        Ok(binding)
    }
}

impl<'a> Builder<'a> {
    fn new(workspace: &'a Workspace, toolchain: WasmToolchain) -> Self {
        Self { workspace, toolchain, page: LastBinding::default(), workbook: LastBinding::default() }
    }

    /// Publishes a new page, or prints why there is none and leaves the last good one.
    fn rebuild(&mut self, page: &Published) {
        let begun = Instant::now();
        match self.files() {
            Ok(files) => {
                page.replace(files);
                step(&format!("built in {}", time(begun.elapsed())));
            }
            Err(failure) => eprintln!("{failure}\nThe last page that compiled is still served."),
        }
    }

    fn files(&mut self) -> Outcome<Files> {
        let page = compile::page(self.workspace, &self.toolchain, Profile::WebDevelopment)?;
        let workbook = compile::workbook(self.workspace, &self.toolchain, Profile::WebDevelopment)?;
        let parts = Parts::around(self.workspace, self.page.of(&page)?, self.workbook.of(&workbook)?)?;
        site::files(&parts, Use::Served("reload.js"))
    }
}

/// The page that is served now, and its version.
#[derive(Default)]
struct Published {
    state: Mutex<(String, Files)>,
    changed: Condvar,
}

impl Published {
    fn replace(&self, files: Files) {
        // The version follows the content, so that a restarted server does not reload an unchanged page.
        let index = files.get("index.html").map_or(&[][..], Vec::as_slice);
        let version = policy::fingerprint(index);
        *self.lock() = (version, files);
        self.changed.notify_all();
    }

    /// The present version; waits for another one if `known` is it, but not for ever.
    fn version_after(&self, known: &str) -> String {
        let waited = self.changed.wait_timeout_while(self.lock(), Duration::from_secs(25), |state| state.0 == known);
        let (state, _) = waited.unwrap_or_else(PoisonError::into_inner);
        state.0.clone()
    }

    /// A thread that died while answering leaves whole files behind, so its poison is of no concern.
    fn lock(&self) -> MutexGuard<'_, (String, Files)> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn answer(page: &Published, request: &Request) -> Response {
    match request.path.as_str() {
        "/reload.js" => Response::file("reload.js", RELOAD.as_bytes().to_vec()),
        "/reload" => Response::text(page.version_after(&request.query)),
        path => http::from_files(&page.lock().1, path).unwrap_or_else(|| {
            if path == "/" { Response::file("index.html", NO_PAGE.as_bytes().to_vec()) } else { Response::not_found() }
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(text: &str) -> Files {
        Files::from([("index.html".to_owned(), text.as_bytes().to_vec())])
    }

    #[test]
    fn a_page_hears_at_once_of_another_version_and_waits_for_the_next() {
        let published = Arc::new(Published::default());
        published.replace(page("one"));
        let one = published.version_after("");
        assert_ne!(one, "");
        let waiting = std::thread::spawn({
            let (published, one) = (Arc::clone(&published), one.clone());
            move || published.version_after(&one)
        });
        std::thread::sleep(Duration::from_millis(50));
        assert!(!waiting.is_finished());
        published.replace(page("two"));
        let two = waiting.join().unwrap_or_default();
        assert!(two != one && !two.is_empty(), "{one} {two}");
        let request = Request { path: "/reload".to_owned(), query: one, body: Vec::new() };
        assert_eq!(answer(&published, &request), Response::text(two));
    }

    #[test]
    fn a_page_that_is_still_being_built_loads_itself_when_it_is_there() {
        let published = Published::default();
        let asked = |path: &str| answer(&published, &Request { path: path.to_owned(), ..Request::default() });
        assert_eq!(asked("/"), Response::file("index.html", NO_PAGE.as_bytes().to_vec()));
        assert_eq!(asked("/reload.js"), Response::file("reload.js", RELOAD.as_bytes().to_vec()));
        assert_eq!(asked("/one-plan.wasm"), Response::not_found());
    }
}
