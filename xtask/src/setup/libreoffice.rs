//! LibreOffice, which calculates exported workbooks again.

use std::env;
use std::path::PathBuf;

use crate::failure::{Failure, Outcome};
use crate::process;
use crate::report::step;
use crate::setup::debian;
use crate::workspace::Workspace;

/// The variable that names the program, for a person and for the tests.
pub const VARIABLE: &str = "SOFFICE";

/// What is installed where it is missing: without its windows where Debian has that.
const PACKAGES: [&str; 2] = ["libreoffice-calc-nogui", "libreoffice-calc"];

const PLACES: [&str; 2] =
    ["/Applications/LibreOffice.app/Contents/MacOS/soffice", r"C:\Program Files\LibreOffice\program\soffice.exe"];

/// Finds LibreOffice, and installs it where that is possible.
pub fn ensure(workspace: &Workspace) -> Outcome<PathBuf> {
    if find(env::var_os(VARIABLE).map(PathBuf::from))?.is_none() {
        step("LibreOffice is not on this machine");
        let [small, whole] = PACKAGES;
        debian::may_install(workspace, &[whole]).map_err(|failure| advise(&failure))?;
        debian::refresh_lists(workspace);
        let package = if debian::knows(workspace, small) { small } else { whole };
        debian::install(workspace, &[package]).map_err(|failure| advise(&failure))?;
    }
    let found = find(env::var_os(VARIABLE).map(PathBuf::from))?;
    let path = found.ok_or_else(|| advise(&Failure::new("LibreOffice was not found.")))?;
    step(&format!("LibreOffice: {}", path.display()));
    Ok(path)
}

/// A program that the person names must be there: another one in its place would be a surprise.
fn find(named: Option<PathBuf>) -> Outcome<Option<PathBuf>> {
    match named.filter(|path| !path.as_os_str().is_empty()) {
        Some(path) if path.is_file() => Ok(Some(path)),
        Some(path) => Err(Failure::new(format!(
            "{VARIABLE} is \"{}\"; expected the path of the program soffice of LibreOffice.",
            path.display()
        ))
        .advise("correct the variable, or unset it to have the usual places searched.")),
        None => Ok(["soffice", "libreoffice"]
            .into_iter()
            .find_map(process::on_path)
            .or_else(|| PLACES.into_iter().map(PathBuf::from).find(|place| place.is_file()))),
    }
}

fn advise(failure: &Failure) -> Failure {
    Failure::new(format!(
        "The tests of exported workbooks need LibreOffice. {}",
        failure.to_string().replace("\nWhat to do: ", " To mend it, ")
    ))
    .advise(format!("install it (Debian: {}) or name its program soffice in {VARIABLE}.", PACKAGES[1]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::failure::message_of;

    #[test]
    fn a_named_program_that_is_not_there_is_an_error() {
        let message = message_of(find(Some(PathBuf::from("/no/such/soffice"))));
        assert!(message.contains("SOFFICE is \"/no/such/soffice\""), "{message}");
    }
}
