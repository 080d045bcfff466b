//! Laws that every plan keeps, on plans that nobody wrote and on those of all cases: nothing panics; one id is one figure;
//! what is computed is found by its id and has an explanation, which evaluates to the figure; rows in another order
//! change no figure, no finding and no wording; reading what was written gives the same; a change, a scenario or a replay
//! that changes nothing changes nothing.
//!
//! So many plans are made as `ONE_PLAN_FUZZ_PLANS` says, the same on every machine: what passes on one passes on all.
//! `ONE_PLAN_FUZZ_SECONDS` says instead for how long, and `ONE_PLAN_FUZZ_SEED` with which to begin: `cargo xtask fuzz 60` tries
//! others for an hour. A plan that breaks a law is made small and printed as a file of cases: put
//! it into `tests/cases/`, so that it is tried every time.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/broken_laws.rs"]
mod broken_laws;
#[path = "support/case.rs"]
mod case;
#[path = "support/generated.rs"]
mod generated;
#[path = "support/mutated.rs"]
mod mutated;

use broken_laws::{Tried, as_case, smaller, tried};
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

/// How many plans are made where nothing else is said: enough to see that it works.
const PLANS: u64 = 100;

fn asked(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

#[test]
fn plans_that_nobody_wrote_keep_the_laws() {
    let until = asked("ONE_PLAN_FUZZ_SECONDS").map(|seconds| Instant::now() + Duration::from_secs(seconds));
    let first = asked("ONE_PLAN_FUZZ_SEED").unwrap_or(1);
    let plans = asked("ONE_PLAN_FUZZ_PLANS").unwrap_or(PLANS);
    let (mut kept, mut refused) = (0_u64, 0_u64);
    // One plan for each law and kind of figure is enough to begin with.
    let mut broken: BTreeMap<String, (u64, String)> = BTreeMap::new();
    std::panic::set_hook(Box::new(|_| {}));
    for seed in first.. {
        if until.map_or(seed - first >= plans, |until| Instant::now() > until) {
            break;
        }
        let tables = generated::plan(seed);
        match tried(&tables) {
            Tried::Kept => kept += 1,
            Tried::Refused => refused += 1,
            Tried::Broken(law, _) => {
                if broken.contains_key(&law) {
                    continue;
                }
                let small = smaller(&tables, &law);
                let shown = match tried(&small) {
                    Tried::Broken(_, shown) => shown,
                    _ => String::new(),
                };
                let text = format!("{}\n{shown}\n", as_case(&small, &law, seed));
                eprintln!("{text}");
                broken.insert(law, (seed, text));
            }
        }
    }
    let _ = std::panic::take_hook();
    eprintln!("{kept} plans kept every law, {refused} were refused as files, {} laws are broken", broken.len());
    let texts: Vec<&str> = broken.values().map(|(_, text)| text.as_str()).collect();
    assert!(texts.is_empty(), "put each of these into tests/cases/ and mend what it shows:\n\n{}", texts.join("\n"));
    assert!(kept > refused, "{refused} of {} plans were refused: they try nothing", kept + refused);
}

#[test]
fn the_plans_of_the_cases_keep_the_laws() {
    let mut broken = Vec::new();
    for path in case::all_files() {
        let file = case::read(&path).unwrap();
        for (at, one) in file.case.iter().enumerate().filter(|(_, one)| one.order_matters.is_empty()) {
            let Ok(tables) = case::tables(&file, one) else { continue };
            if let Tried::Broken(law, shown) = tried(&tables) {
                broken.push(format!("{}, case {}: {law}: {shown}", path.display(), at + 1));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

/// The same seed gives the same plan: a failure can be seen again.
#[test]
fn a_plan_follows_from_its_seed() {
    assert_eq!(generated::plan(7), generated::plan(7));
    assert_ne!(generated::plan(7), generated::plan(8));
}
