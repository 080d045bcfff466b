//! How much a figure moves when one input moves, and between which ends.

use crate::plan::{CellAddress, Plan, Scheme, Table};
use crate::quantity::Fixed;
use crate::scenario::definition::SetLever;
use crate::scenario::lever::millionths;

/// How far a number moves that has no range of its own: a tenth down and up, in millionths.
const TENTH: i64 = 100_000;

/// What moves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// The number in a cell.
    Cell(CellAddress),
    /// A lever.
    Lever(SetLever),
}

/// How a figure moves with one input.
#[derive(Clone, Debug)]
pub struct Swing {
    /// What moves.
    pub input: Input,
    /// The ends between which it moves.
    pub ends: (Fixed, Fixed),
    /// Whether the ends are the plan's own low and high; otherwise they are assumed.
    pub is_own_range: bool,
    /// The figure at the two ends; nothing where it is not there.
    pub values: (Option<Fixed>, Option<Fixed>),
    /// How far the two are apart.
    pub apart: Fixed,
}

impl Swing {
    /// The cell whose number moves, where it is one.
    pub(super) const fn cell(&self) -> Option<CellAddress> {
        match self.input {
            Input::Cell(cell) => Some(cell),
            Input::Lever(_) => None,
        }
    }
}

/// Whether the figure is another at the two ends.
pub(super) fn moves(swing: &Swing) -> bool {
    swing.values.0 != swing.values.1
}

/// How far the two values are apart.
pub(super) fn apart(values: (Option<Fixed>, Option<Fixed>)) -> Fixed {
    let (Some(low), Some(high)) = values else { return Fixed::ZERO };
    let apart = high.minus(low);
    if apart.is_fault() { Fixed::ZERO } else { apart.maximum(apart.negated()) }
}

/// The ends between which a number moves, and whether they are the plan's own.
pub(in crate::scenario) fn ends_of(plan: &Plan, cell: CellAddress, number: Fixed) -> ((Fixed, Fixed), bool) {
    match own_range(plan, cell) {
        Some(ends) => (ends, true),
        None => {
            let by = number.times(millionths(TENTH));
            ((number.minus(by), number.plus(by)), false)
        }
    }
}

/// The low and the high that the plan itself gives beside a number.
pub(in crate::scenario) fn own_range(plan: &Plan, cell: CellAddress) -> Option<(Fixed, Fixed)> {
    if (cell.table, cell.table.column(cell.column)?) != (Table::Scheme, Scheme::gross as usize) {
        return None;
    }
    let end = |column: Scheme| plan.number(CellAddress::at(Table::Scheme, cell.row, column as u8));
    end(Scheme::low).zip(end(Scheme::high)).filter(|(low, high)| !high.is_below(*low))
}
