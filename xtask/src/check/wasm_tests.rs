//! The Rust tests of `tests/wasm`, run as WebAssembly in headless Chromium.
//!
//! The tests are written with `#[wasm_bindgen_test]`, synchronous or asynchronous, as everywhere else. What usually runs
//! them, `wasm-bindgen-test-runner`, is a program to install apart, with a ChromeDriver, and it must be of exactly our
//! version of wasm-bindgen; what it does is little: bind the module, load it in a page and hand the exported tests to the
//! context that the module brings. The library that binds our page does the first, and `wasm_tests.html` the rest. The
//! tests are an ordinary `cdylib`, not a `--test` target, because that would need `libtest`, which Debian's way of building
//! the standard library does not have.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use crate::failure::{Failure, OrSay, Outcome};
use crate::page::binding;
use crate::page::compile::{self, Profile};
use crate::page::policy;
use crate::page::site::Files;
use crate::process;
use crate::report::step;
use crate::serve::http::{self, Response};
use crate::setup::debian;
use crate::toolchain::WasmToolchain;
use crate::workspace::Workspace;

/// Runs the tests and posts what they print to `/report`.
const PAGE: &str = include_str!("wasm_tests.html");

/// How long all tests may take together.
const LIMIT: Duration = Duration::from_secs(180);

/// Builds the tests, runs them in Chromium and prints their report.
pub fn run(workspace: &Workspace, toolchain: &WasmToolchain, chromium: &Path) -> Outcome<()> {
    let compiled = compile::package(workspace, toolchain, Profile::WebDevelopment, "one-plan-wasm-tests")?;
    let (glue, wasm) = binding::of_tests(&compiled)?;
    let files = Files::from([
        ("index.html".to_owned(), PAGE.as_bytes().to_vec()),
        ("tests.js".to_owned(), glue.into_bytes()),
        ("tests.wasm".to_owned(), wasm),
    ]);
    let server = http::listen_anywhere()?;
    let port = server.port;
    let (sender, reports) = mpsc::channel();
    thread::spawn(move || {
        server.serve(move |request| {
            if request.path == "/report" {
                // Nobody listens any more once the first report is in.
                let _ = sender.send(String::from_utf8_lossy(&request.body).into_owned());
                return Response::text(String::new());
            }
            http::from_files(&files, &request.path).unwrap_or_else(Response::not_found)
        });
    });
    let profile = workspace.own_target().join(format!("chromium-{}", policy::fingerprint(&port.to_le_bytes())));
    let mut browser = start(workspace, chromium, &profile, port)?;
    let report = wait(&reports, &mut browser);
    // Both fail only where the browser has already gone, and a profile left behind does no harm.
    let _ = browser.kill();
    let _ = browser.wait();
    let _ = std::fs::remove_dir_all(&profile);
    judge(&report?)
}

fn start(workspace: &Workspace, chromium: &Path, profile: &Path, port: u16) -> Outcome<Child> {
    let mut command: Command = process::command(chromium, workspace.root());
    command
        .args(["--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"])
        .args(["--disable-background-networking", "--disable-component-update", "--disable-sync"])
        .arg(format!("--user-data-dir={}", profile.display()));
    if debian::is_root(workspace) {
        // Chromium refuses its sandbox to root. The page it opens is our own.
        command.arg("--no-sandbox");
    }
    command.arg(format!("http://127.0.0.1:{port}/")).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    step("running the tests in headless Chromium");
    command.spawn().or_say(|| format!("start {}", chromium.display()))
}

/// The report of the tests; a browser that ends without one is noticed at once.
fn wait(reports: &Receiver<String>, browser: &mut Child) -> Outcome<String> {
    let begun = Instant::now();
    while begun.elapsed() < LIMIT {
        match reports.recv_timeout(Duration::from_millis(200)) {
            Ok(report) => return Ok(report),
            Err(RecvTimeoutError::Disconnected) => break,
            Err(RecvTimeoutError::Timeout) => {
                if let Ok(Some(status)) = browser.try_wait() {
                    return Err(Failure::new(format!("Chromium ended before the tests did ({status}).")));
                }
            }
        }
    }
    Err(Failure::new(format!("The wasm tests did not report within {} seconds.", LIMIT.as_secs())))
}

/// Prints the report; it must say that all tests passed, and that there were some.
fn judge(report: &str) -> Outcome<()> {
    println!("{}", report.trim());
    if report.contains("test result: ok. ") && !report.contains("test result: ok. 0 passed") {
        return Ok(());
    }
    Err(Failure::new("The wasm tests did not all pass."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_report_of_passed_tests_counts() {
        assert!(judge("test a ... ok\n\ntest result: ok. 1 passed; 0 failed; 0 ignored").is_ok());
        assert!(judge("test result: ok. 0 passed; 0 failed; 0 ignored").is_err());
        assert!(judge("test result: FAILED. 3 passed; 1 failed; 0 ignored").is_err());
        assert!(judge("TypeError: cannot load").is_err());
    }
}
