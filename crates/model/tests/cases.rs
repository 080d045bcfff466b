//! Every file of cases is a test of its own: those beside the rules in `src/`, and those in `tests/cases/`. How a file is
//! written is said in `support/case.rs`. `cargo test -p one-plan-model --test cases -- cquin` runs those of one subject.

#[path = "support/case.rs"]
mod case;

use libtest_mimic::{Arguments, Failed, Trial};
use std::path::Path;

fn main() {
    let model = Path::new(env!("CARGO_MANIFEST_DIR"));
    // `cargo xtask mutants` asks thousands of times whether any case fails, and not which.
    let is_first_enough = std::env::var_os("ONE_PLAN_CHANGE").is_some();
    let trials = case::all_files().into_iter().map(|path| {
        let name = path.strip_prefix(model).unwrap_or(&path).display().to_string();
        Trial::test(name, move || match case::failures_of_file(&path) {
            Err(_) if is_first_enough => std::process::exit(1),
            result => result.map_err(Failed::from),
        })
    });
    libtest_mimic::run(&Arguments::from_args(), trials.collect()).exit();
}
