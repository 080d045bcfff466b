//! The two browsers that the page is tested in.

use std::env;
use std::path::PathBuf;

use crate::failure::{Failure, Outcome};
use crate::process;
use crate::report::step;
use crate::setup::debian;
use crate::workspace::Workspace;

/// The browsers of this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Browsers {
    /// Chromium or Chrome.
    pub chromium: PathBuf,
    /// Firefox.
    pub firefox: PathBuf,
}

/// How one browser is found and installed.
struct Browser {
    name: &'static str,
    variable: &'static str,
    package: &'static str,
    programs: &'static [&'static str],
    places: &'static [&'static str],
}

const CHROMIUM: Browser = Browser {
    name: "Chromium",
    variable: "CHROMIUM",
    package: "chromium",
    programs: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    places: &[
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        r"C:\Program Files\Google\Chrome\Application\chrome.exe",
        r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    ],
};

const FIREFOX: Browser = Browser {
    name: "Firefox",
    variable: "FIREFOX",
    package: "firefox-esr",
    programs: &["firefox-esr", "firefox"],
    places: &[
        "/Applications/Firefox.app/Contents/MacOS/firefox",
        r"C:\Program Files\Mozilla Firefox\firefox.exe",
        r"C:\Program Files (x86)\Mozilla Firefox\firefox.exe",
    ],
};

/// Finds both browsers, and installs what is missing where that is possible.
pub fn ensure(workspace: &Workspace) -> Outcome<Browsers> {
    let mut missing = Vec::new();
    for browser in [&CHROMIUM, &FIREFOX] {
        if find(browser)?.is_none() {
            step(&format!("{} is not on this machine", browser.name));
            missing.push(browser.package);
        }
    }
    if !missing.is_empty() {
        debian::may_install(workspace, &missing).map_err(|failure| advise(&failure))?;
        debian::refresh_lists(workspace);
        debian::install(workspace, &missing).map_err(|failure| advise(&failure))?;
    }
    Ok(Browsers { chromium: found(&CHROMIUM)?, firefox: found(&FIREFOX)? })
}

fn found(browser: &Browser) -> Outcome<PathBuf> {
    let path = find(browser)?.ok_or_else(|| advise(&Failure::new(format!("{} was not found.", browser.name))))?;
    step(&format!("{}: {}", browser.name, path.display()));
    Ok(path)
}

fn find(browser: &Browser) -> Outcome<Option<PathBuf>> {
    named(browser, env::var_os(browser.variable).map(PathBuf::from)).map(|named| {
        named.or_else(|| browser.programs.iter().find_map(|name| process::on_path(name))).or_else(|| {
            let places = browser.places.iter().map(PathBuf::from);
            places.into_iter().find(|place| place.is_file())
        })
    })
}

/// A browser that the person names must be there: another one in its place would be a surprise.
fn named(browser: &Browser, path: Option<PathBuf>) -> Outcome<Option<PathBuf>> {
    match path {
        Some(path) if path.as_os_str().is_empty() => Ok(None),
        Some(path) if !path.is_file() => Err(Failure::new(format!(
            "{} is \"{}\"; expected the path of a {} program.",
            browser.variable,
            path.display(),
            browser.name
        ))
        .advise("correct the variable, or unset it to have the usual places searched.")),
        other => Ok(other),
    }
}

fn advise(failure: &Failure) -> Failure {
    Failure::new(format!(
        "The tests need Chromium and Firefox. {}",
        failure.to_string().replace("\nWhat to do: ", " To mend it, ")
    ))
    .advise(
        "install both (Debian: chromium and firefox-esr) or name their programs in CHROMIUM and FIREFOX; \
         `cargo xtask test --no-browser` runs the tests that need neither.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::failure::message_of;

    #[test]
    fn a_named_browser_that_is_not_there_is_an_error() {
        let result = named(&CHROMIUM, Some(PathBuf::from("/no/such/browser")));
        let message = message_of(result);
        assert!(message.contains("CHROMIUM is \"/no/such/browser\""), "{message}");
    }

    #[test]
    fn an_empty_variable_counts_as_unset() {
        assert_eq!(named(&FIREFOX, Some(PathBuf::new())), Ok(None));
        assert_eq!(named(&FIREFOX, None), Ok(None));
    }
}
