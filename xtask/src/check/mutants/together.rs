//! The changes that can be compiled together, each behind a switch.

use std::collections::{BTreeMap, BTreeSet};

use super::changes::{Change, Kind};
use super::switches;
use super::trial::{About, Complaint, Copy, Sources};
use crate::failure::{Failure, Outcome};

/// How often the compiler is asked: it tells of a few kinds of faults at a time.
const ROUNDS: usize = 40;

/// What became of the changes in the one compilation.
#[derive(Debug, Default)]
pub struct Compiled {
    /// Those that are in it.
    pub switched: BTreeSet<u32>,
    /// Those that the compiler refuses.
    pub refused: BTreeSet<u32>,
    /// Those that a switch cannot hold: they are compiled each for itself.
    pub alone: BTreeSet<u32>,
}

/// Compiles all changes that can be compiled together.
pub fn compile(copy: &Copy, sources: &Sources, changes: &[Change]) -> Outcome<Compiled> {
    let mut compiled = Compiled::default();
    let mut wanted: BTreeSet<u32> = (0..).take(changes.len()).collect();
    for _ in 0..ROUNDS {
        let (texts, switched, impossible) = write(copy, sources, changes, &wanted)?;
        wanted.retain(|number| !impossible.contains(number));
        compiled.refused.extend(impossible);
        compiled.alone.extend(wanted.difference(&switched));
        wanted.retain(|number| switched.contains(number));
        let complaints = copy.complaints()?;
        if complaints.is_empty() {
            compiled.switched = wanted;
            return Ok(compiled);
        }
        let (refused, alone) = blamed(&complaints, &texts, changes, &wanted);
        wanted.retain(|number| !refused.contains(number) && !alone.contains(number));
        // What the compiler has something of its own against is not tried again.
        compiled.alone.extend(alone.difference(&refused));
        compiled.refused.extend(refused);
    }
    Err(Failure::new(format!("The changes could not be compiled together in {ROUNDS} attempts.")))
}

/// Writes all sources with the switches of the changes that are wanted; which they are, and which cannot compile.
fn write(
    copy: &Copy,
    sources: &Sources,
    changes: &[Change],
    wanted: &BTreeSet<u32>,
) -> Outcome<(Sources, BTreeSet<u32>, BTreeSet<u32>)> {
    let mut of_file: BTreeMap<&str, Vec<(u32, &Change)>> = BTreeMap::new();
    for (number, change) in (0..).zip(changes) {
        if wanted.contains(&number) {
            of_file.entry(&change.file).or_default().push((number, change));
        }
    }
    let mut texts = Sources::new();
    let (mut switched, mut impossible) = (BTreeSet::new(), BTreeSet::new());
    for (file, source) in sources {
        let changes = of_file.remove(file.as_str()).unwrap_or_default();
        let with = switches::switched(source, &changes)?;
        copy.write(file, &with.text)?;
        switched.extend(with.numbers);
        impossible.extend(with.impossible);
        texts.insert(file.clone(), with.text);
    }
    Ok((texts, switched, impossible))
}

/// The changes that the compiler refuses, and those that only a switch cannot hold.
fn blamed(
    complaints: &[Complaint],
    texts: &Sources,
    changes: &[Change],
    wanted: &BTreeSet<u32>,
) -> (BTreeSet<u32>, BTreeSet<u32>) {
    let (mut refused, mut alone) = (BTreeSet::new(), BTreeSet::new());
    for complaint in complaints {
        let places = complaint.places.iter();
        let inside = places.filter_map(|(file, at)| switches::change_at(texts.get(file)?, *at));
        if complaint.about == About::Constants { &mut alone } else { &mut refused }.extend(inside);
    }
    let numbered = || (0u32..).zip(changes).filter(|(number, _)| wanted.contains(number));
    for complaint in complaints {
        let named = |change: &Change| names(&complaint.message, &change.function);
        // With a switch an arm does not always hold, and the others may not cover what it did.
        let places = complaint.places.iter();
        let behind = places.filter_map(|(file, at)| Some(switches::changes_after(texts.get(file)?, *at)));
        match complaint.about {
            About::Constants => alone.extend(numbered().filter(|(_, change)| named(change)).map(|(number, _)| number)),
            About::Arms => {
                let arms: BTreeSet<u32> = behind.flatten().collect();
                let of_arms = numbered().filter(|(number, change)| change.kind == Kind::Arm && arms.contains(number));
                alone.extend(of_arms.map(|(number, _)| number));
            }
            About::Another => {}
        }
    }
    if refused.is_empty() && alone.is_empty() {
        for complaint in complaints {
            println!("  the changes of its file are compiled alone, because: {}", complaint.message);
            let of_file = |change: &Change| complaint.places.iter().any(|(file, _)| *file == change.file);
            alone.extend(numbered().filter(|(_, change)| of_file(change)).map(|(number, _)| number));
        }
    }
    (refused, alone)
}

/// Whether a message names a function: one that makes a constant is an ordinary one as soon as it has a switch, and the
/// compiler says which it was.
fn names(message: &str, function: &str) -> bool {
    let quoted = message.split('`').nth(1).unwrap_or_default();
    !function.is_empty() && without_parameters(quoted) == without_parameters(function)
}

/// The words of a path, without what stands between `<` and `>`.
fn without_parameters(path: &str) -> Vec<String> {
    let mut deep = 0_usize;
    let mut outside = String::new();
    for letter in path.chars() {
        match letter {
            '<' => deep += 1,
            '>' => deep = deep.saturating_sub(1),
            _ if deep == 0 => outside.push(letter),
            _ => {}
        }
    }
    outside.split("::").filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_names_a_function_with_its_type() {
        let of = "cannot call non-const associated function `Pair::of` in statics";
        assert!(names(of, "Pair::of"));
        assert!(!names(of, "Drivers::of") && !names(of, "of") && !names(of, ""));
        let joined = "cannot call non-const function `joined::<115>` in constants";
        assert!(names(joined, "joined") && !names(joined, "Lines::joined"));
        assert!(names("cannot call non-const method `Lines::<'a>::first` in constants", "Lines<'a>::first"));
    }
}
