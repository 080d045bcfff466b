//! The changes that a switch cannot hold: each is compiled for itself, and only checked where it does not compile.

use std::collections::BTreeSet;
use std::time::Instant;

use super::changes::Change;
use super::switches;
use super::trial::{Copy, ONCE, Sources};
use crate::failure::Outcome;
use crate::report::{step, time};

/// What became of them.
#[derive(Debug, Default)]
pub struct Tried {
    /// Those that no test notices.
    pub missed: BTreeSet<u32>,
    /// How many do not compile.
    pub refused: usize,
}

/// Tries each of the changes; what no test notices is `told` as soon as it is known. The copy must have the sources.
pub fn tried(
    copy: &Copy,
    sources: &Sources,
    changes: &[Change],
    numbers: &BTreeSet<u32>,
    told: impl Fn(&Change),
) -> Outcome<Tried> {
    let begun = Instant::now();
    let mut tried = Tried::default();
    if !numbers.is_empty() {
        copy.tests(ONCE)?.expect_none_fails()?;
    }
    for (at, &number) in numbers.iter().enumerate() {
        let change = usize::try_from(number).ok().and_then(|number| changes.get(number));
        let Some((change, source)) = change.and_then(|change| Some((change, sources.get(&change.file)?))) else {
            continue;
        };
        let becomes = match is_noticed(copy, source, change)? {
            None => {
                tried.refused += 1;
                "does not compile"
            }
            Some(true) => "is noticed",
            Some(false) => {
                told(change);
                tried.missed.insert(number);
                "is not noticed"
            }
        };
        let after = time(begun.elapsed());
        step(&format!("{} of {}, after {after}: {} {becomes}", at + 1, numbers.len(), change.name));
    }
    Ok(tried)
}

/// Whether a test notices a change, or nothing where it does not compile.
fn is_noticed(copy: &Copy, source: &str, change: &Change) -> Outcome<Option<bool>> {
    let Some(text) = switches::changed(source, change) else { return Ok(None) };
    copy.write(&change.file, &text)?;
    let refused = !copy.complaints()?.is_empty();
    let noticed = if refused { None } else { Some(copy.tests(ONCE)?.notice(change, None)) };
    copy.write(&change.file, source)?;
    Ok(noticed)
}
