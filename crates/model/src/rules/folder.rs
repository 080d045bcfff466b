//! How the files of a folder become one rule.

use crate::calculation::{FigureKind, Ledger};

/// One step of a run: what a file computes, between which a run gives way.
pub(super) struct Step {
    /// The kinds of figures that it may add.
    pub kinds: &'static [&'static FigureKind],
    /// Computes them.
    pub run: fn(&mut Ledger<'_>),
}

/// The figure kinds of several files as one list.
pub(super) const fn joined<const LENGTH: usize>(files: &[&[&'static FigureKind]]) -> [&'static FigureKind; LENGTH] {
    static NONE: FigureKind = FigureKind::number("", "", &[]);
    let mut all = [&NONE; LENGTH];
    let (mut places, mut files): (&mut [&'static FigureKind], _) = (&mut all, files);
    while let [kinds, others @ ..] = files {
        let (here, after) = places.split_at_mut(kinds.len());
        here.copy_from_slice(kinds);
        (places, files) = (after, others);
    }
    all
}

/// Makes the files of a folder one rule: they run, and their figures are listed, in the order in which they are
/// named.
macro_rules! in_order {
    ($($file:ident,)*) => {
        /// The figure kinds of this folder.
        pub const KINDS: &[&$crate::calculation::FigureKind] =
            &$crate::rules::folder::joined::<{ 0 $(+ $file::KINDS.len())* }>(&[$($file::KINDS),*]);

        $crate::rules::folder::run_in_order! { $($file,)* }
    };
}

/// Makes the files of a folder one rule whose figures are listed in an order of its own.
macro_rules! run_in_order {
    ($($file:ident,)*) => {
        /// What the files of this folder compute, in the order in which they are named.
        pub(super) const STEPS: &[$crate::rules::folder::Step] =
            &[$($crate::rules::folder::Step { kinds: $file::KINDS, run: $file::run }),*];

        /// What the files of this folder say as data, in the order in which they run.
        pub fn files() -> Vec<&'static $crate::calculation::RuleFile> {
            [$($file::files()),*].concat()
        }

        /// What the files of this folder report, in the order in which they run.
        pub(crate) fn finding_files() -> Vec<$crate::calculation::FindingFile> {
            [$($file::finding_files()),*].concat()
        }
    };
}

/// Says of a file that it has neither figures of its own nor formulas: it only reports.
macro_rules! without_figures {
    () => {
        /// This file has no figures of its own.
        pub const KINDS: &[&$crate::calculation::FigureKind] = &[];

        // A file that reports something has a list of its own, which takes the place of this empty one.
        #[allow(unused_imports)]
        pub(crate) use $crate::calculation::no_findings::*;

        /// Nothing of it is data.
        pub const fn files() -> Vec<&'static $crate::calculation::RuleFile> {
            Vec::new()
        }
    };
}

pub(super) use {in_order, run_in_order, without_figures};
