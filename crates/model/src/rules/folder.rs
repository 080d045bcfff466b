//! A part of the model whose rules stand in a folder, one file for each subject.

use crate::calculation::FigureKind;

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

        /// Computes what the files of this folder compute.
        pub fn run(ledger: &mut $crate::calculation::Ledger<'_>) {
            $($file::run(ledger);)*
        }
    };
}

pub(super) use in_order;
