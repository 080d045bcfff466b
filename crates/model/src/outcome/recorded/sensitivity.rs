//! What would change a figure most: each number on which it stands is changed a little, one at a time, by replay.

use super::replay::Replay;
use crate::calculation::{CellAddress, FigureKey};
use crate::plan::ColumnKind;
use crate::quantity::{Decimal, Fixed, InOrder, add, multiply, subtract};
use std::cmp::Reverse;

/// The most cells that are tried: a figure that stands on more of them is moved little by any one.
const MOST_CELLS: usize = 400;

/// What a small change of one cell does to a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    /// The cell.
    pub cell: CellAddress,
    /// How the cell is changed.
    pub by: SmallChange,
    /// How much the figure changes where the cell is so much more; nothing where it then has no value.
    pub more: Option<Decimal>,
    /// How much it changes where the cell is so much less.
    pub less: Option<Decimal>,
}

/// A small change of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SmallChange {
    /// One per cent of what stands in it.
    OnePerCent,
    /// One percentage point of a share.
    OnePoint,
    /// One, where nothing stands in it: a pound, or one thing.
    One,
}

/// What would change a figure, from the most to the least.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sensitivity {
    /// The cells that change it, the one that changes it most first.
    pub effects: Vec<Effect>,
    /// How many cells were changed one at a time.
    pub tried: usize,
    /// On how many cells it stands.
    pub cells: usize,
}

impl Replay {
    /// Changes each number on which a figure stands by one per cent, or by one, up and down, and tells what follows. A
    /// change that leaves the figure as it is is left out.
    ///
    /// ```
    /// use one_plan_model::example;
    /// use one_plan_model::outcome::{Replay, resolve};
    /// use one_plan_model::quantity::whole;
    /// let plan = example::plan(r#"
    ///     "scheme_lists": [{"id": "plan", "name": "Plan", "year": "2011/12"}],
    ///     "schemes": [
    ///         {"id": "a", "name": "A", "list": "plan", "gross": "200", "reinvestment": "50", "unit": "£000"},
    ///         {"id": "b", "name": "B", "list": "plan", "gross": "600", "unit": "£000"}
    ///     ]
    /// "#);
    /// let net = resolve(&plan, "schemes.list.plan.net").unwrap();
    /// let found = Replay::of(&plan).sensitivity(net);
    /// let more: Vec<_> = found.effects.iter().map(|effect| effect.more).collect();
    /// assert_eq!(more, [Some(whole(6_000)), Some(whole(2_000)), Some(whole(-500))]);
    /// ```
    pub fn sensitivity(&self, figure: FigureKey) -> Sensitivity {
        let mut under = self.cells_under(figure);
        let cells = under.len();
        under.truncate(MOST_CELLS);
        let program = self.program(&[figure], &under);
        let varied = program.varied().to_vec();
        let originals: Vec<(Decimal, SmallChange)> = varied.iter().map(|cell| self.small_change(*cell)).collect();
        // Variation 0 is the plan as it is; then each cell up, and each cell down.
        let answers = program.run(1 + 2 * varied.len(), &|input, variation| {
            let (value, by) = originals.get(input).copied().unwrap_or((Decimal::ZERO, SmallChange::One));
            let changed = match variation.checked_sub(1) {
                Some(at) if at == input => step(value, by, true),
                Some(at) if at == input + varied.len() => step(value, by, false),
                _ => value,
            };
            Fixed::from(changed)
        });
        let values = answers.values.first();
        let value = |at: usize| values?.get(at).copied().flatten()?.value().ok();
        let Some(now) = value(0) else { return Sensitivity { effects: Vec::new(), tried: varied.len(), cells } };
        let change = |at: usize| value(at).and_then(|then| subtract(then, now).ok());
        let effect = |(at, (cell, (_, by))): (usize, (&CellAddress, &(Decimal, SmallChange)))| Effect {
            cell: *cell,
            by: *by,
            more: change(1 + at),
            less: change(1 + at + varied.len()),
        };
        let mut effects: Vec<Effect> = varied.iter().zip(&originals).enumerate().map(effect).collect();
        effects.retain(|effect| [effect.more, effect.less].iter().any(|change| *change != Some(Decimal::ZERO)));
        effects.order_by_key(|effect| Reverse(size(effect)));
        Sensitivity { effects, tried: varied.len(), cells }
    }

    fn small_change(&self, cell: CellAddress) -> (Decimal, SmallChange) {
        let value = self.number(cell).unwrap_or_default();
        let column = cell.table.columns().iter().find(|column| column.name == cell.column);
        let is_share = column.is_some_and(|column| matches!(column.kind, ColumnKind::Rate));
        let by = match (is_share, value.is_zero()) {
            (true, _) => SmallChange::OnePoint,
            (false, true) => SmallChange::One,
            (false, false) => SmallChange::OnePerCent,
        };
        (value, by)
    }
}

/// A value a little more or a little less.
fn step(value: Decimal, by: SmallChange, more: bool) -> Decimal {
    let hundredth = Decimal::new(1, 2);
    let change = match by {
        SmallChange::One => Decimal::ONE,
        SmallChange::OnePoint => hundredth,
        SmallChange::OnePerCent => multiply(value, hundredth).unwrap_or_default(),
    };
    if more { add(value, change) } else { subtract(value, change) }.unwrap_or(value)
}

/// How much an effect matters: the larger of its two changes.
fn size(effect: &Effect) -> Decimal {
    [effect.more, effect.less].into_iter().flatten().map(|change| change.abs()).max().unwrap_or_default()
}
