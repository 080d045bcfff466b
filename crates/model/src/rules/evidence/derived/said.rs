//! What is said of derived figures that cannot be worked out.

use crate::calculation::{CellAddress, FigureKind, Finding, findings_of_part, format};
use crate::plan::{DerivedFigure, DerivedUnit, Id, Plan, Row, Table, shortened};
use crate::quantity::InOrder;
use crate::rules::common_findings::{UNIT_DOES_NOT_FIT, UNKNOWN_FIGURE};
use crate::rules::evidence::kinds::{DERIVED_AMOUNT, DERIVED_COUNT, DERIVED_NUMBER, DERIVED_SHARE};
use crate::rules::rings::Link;
use std::collections::BTreeMap;

findings_of_part! {
    /// A derived figure has too few or too many terms for its operation, or one that cannot be worked out.
    DERIVED_FIGURE_WITHOUT_ITS_TERMS: error(
        "derived-figure-without-its-terms",
        "Correct the figure on which it stands; what is wrong with it is another finding."
    )
    /// Derived figures stand on each other in a circle, or one on itself.
    DERIVED_FIGURES_IN_A_CIRCLE: error(
        "derived-figures-in-a-circle",
        "Name another figure in one of the terms: each must in the end stand on figures that follow from the plan."
    )
}

/// The kind of figure that a derived figure of a unit is.
pub(super) const fn kind_of(unit: DerivedUnit) -> &'static FigureKind {
    match unit {
        DerivedUnit::Amount => &DERIVED_AMOUNT,
        DerivedUnit::Count => &DERIVED_COUNT,
        DerivedUnit::Share => &DERIVED_SHARE,
        DerivedUnit::Number => &DERIVED_NUMBER,
    }
}

pub(super) fn unknown(term: u32, id: &str) -> Finding {
    Finding::of(
        &UNKNOWN_FIGURE,
        format!(
            "There is no figure \"{}\" on which a derived figure could stand, or it stands on too many others.",
            shortened(id)
        ),
    )
    .at(Table::DerivedTerm, term, "figure")
    .advise("Correct the id; a derived figure may stand on others up to 30 deep.")
}

/// How many figures of a circle are named in words; all of its terms are among the places.
const MOST_NAMED: usize = 5;

pub(super) fn in_a_circle(plan: &Plan, circle: &[Link]) -> Finding {
    let named = |(at, ..): &Link| {
        let figure = u32::try_from(*at).ok().and_then(|row| plan.derived_figures.get(Id::at(row)));
        format!("\"{}\"", figure.map(|figure| figure.name()).unwrap_or_default())
    };
    let figures: BTreeMap<usize, String> = circle.iter().map(|link| (link.0, named(link))).collect();
    let mut names: Vec<String> = figures.into_values().collect();
    names.order_by(Ord::cmp);
    let message = match names.as_slice() {
        [one] => format!("{one} stands on itself: it cannot be worked out."),
        _ => format!(
            "{} stand on each other in a circle: none of them can be worked out.",
            format::some_of(names, MOST_NAMED, ", ")
        ),
    };
    let places = circle.iter().map(|(.., row)| CellAddress { table: Table::DerivedTerm, row: *row, column: "figure" });
    Finding::of(&DERIVED_FIGURES_IN_A_CIRCLE, message).at_cells(places)
}

pub(super) fn stands_on_failed(term: u32, id: &str) -> Finding {
    Finding::of(
        &DERIVED_FIGURE_WITHOUT_ITS_TERMS,
        format!("A derived figure stands on \"{}\", which cannot be worked out.", shortened(id)),
    )
    .at(Table::DerivedTerm, term, "figure")
}

pub(super) fn misfit(row: Id<DerivedFigure>, figure: Row<'_, DerivedFigure>, why: &str) -> Finding {
    Finding::of(&UNIT_DOES_NOT_FIT, format!("\"{}\" cannot be worked out by its units: {why}.", figure.name()))
        .at(Table::DerivedFigure, row.index(), "unit")
        .figure(kind_of(figure.unit()).at([row.index()]))
        .advise(
            "Take terms that belong together, or correct the operation or the unit. Money over money is a share or a \
             number, money over a number of things is money, a change is a share.",
        )
}

pub(super) fn too_few(row: Id<DerivedFigure>, figure: Row<'_, DerivedFigure>) -> Finding {
    Finding::of(
        &DERIVED_FIGURE_WITHOUT_ITS_TERMS,
        format!("\"{}\" cannot be worked out from the terms that are given.", figure.name()),
    )
    .at(Table::DerivedFigure, row.index(), "operation")
    .advise(
        "A difference needs a term that is taken off, a ratio or a change one \
         that is divided by, everything else neither.",
    )
}
