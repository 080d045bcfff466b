//! The order in which figures are computed.

use super::RuleFile;
use super::columns::counted;
use crate::calculation::FigureKind;

/// Where each figure is computed.
pub(super) struct Order {
    places: Vec<Place>,
}

struct Place {
    kind: &'static FigureKind,
    path: &'static str,
    file: usize,
    /// Its position among the figures of the file.
    position: usize,
    /// The positions of its formulas; none where it is code.
    formulas: Vec<usize>,
}

/// Which formula looks, or the limit of a figure where there is none.
#[derive(Clone, Copy)]
pub(super) struct Standpoint {
    pub(super) file: usize,
    pub(super) kind: &'static FigureKind,
    pub(super) formula: Option<usize>,
}

impl Order {
    pub(super) fn of(files: &[&RuleFile]) -> Self {
        let mut places = Vec::new();
        for (file, rule_file) in files.iter().enumerate() {
            for (position, kind) in rule_file.kinds.iter().copied().enumerate() {
                let formulas = rule_file.formulas.iter().enumerate();
                let formulas = formulas.filter(|(_, formula)| std::ptr::eq(formula.kind, kind)).map(|(at, _)| at);
                places.push(Place { kind, path: rule_file.path, file, position, formulas: formulas.collect() });
            }
        }
        Self { places }
    }

    fn place(&self, kind: &FigureKind) -> Option<&Place> {
        self.places.iter().find(|place| std::ptr::eq(place.kind, kind))
    }

    /// What is wrong with the figures themselves.
    pub(super) fn faults(&self) -> Vec<String> {
        let of_place = |place: &Place| {
            let FigureKind { id, label, dimensions, .. } = place.kind;
            let places = |pattern: &str| pattern.matches("{}").count();
            let number = dimensions.len();
            let mut faults = Vec::new();
            // Of two formulas the second would hide what the first gives.
            if place.formulas.len() > 1 {
                faults.push("the figure has more than one formula".to_owned());
            }
            if places(id) != number {
                faults.push(format!("the identifier says {} of {}", places(id), counted(number)));
            }
            if places(label) > number {
                faults.push(format!("the label says {} of {}", places(label), counted(number)));
            }
            faults.into_iter().map(|fault| format!("{}, {id}: {fault}", place.path)).collect::<Vec<_>>()
        };
        self.places.iter().flat_map(of_place).collect()
    }

    /// Why a figure is not there where a formula looks at it. A limit is looked at when all of its file is computed.
    ///
    /// A figure that is code is taken to be computed where it stands in its file: a formula uses what stands above it.
    pub(super) fn fault(&self, kind: &FigureKind, from: Standpoint) -> Option<String> {
        let Some(place) = self.place(kind) else {
            return Some(format!("`{}` is computed by no rule that runs", kind.id));
        };
        let is_later = if place.file == from.file {
            match (from.formula, place.formulas.first()) {
                (None, _) => false,
                (Some(looking), Some(computed)) => *computed >= looking,
                (Some(_), None) => self.place(from.kind).is_some_and(|looking| place.position >= looking.position),
            }
        } else {
            place.file > from.file
        };
        is_later.then(|| {
            format!(
                "`{}` is not yet there: {} computes it later; a figure stands on those before it",
                kind.id, place.path
            )
        })
    }
}
