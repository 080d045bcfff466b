use super::draw::{SeededRun, name_of_cell, whole_between};
use crate::plan::{CellAddress, Plan};
use crate::quantity::Fixed;

/// The most factors that are worked out beforehand.
const MOST_FACTORS: i64 = 10_000;

/// Cells of a plan that vary by whole thousandths, each for itself, drawn by seed, run and name as a simulation draws.
///
/// ```
/// use one_plan_model::example;
/// use one_plan_model::plan::{CellAddress, Table};
/// use one_plan_model::scenario::PerMille;
///
/// let plan = example::plan(r#"
///     "scheme_lists": [{"id": "plan", "name": "Plan", "year": "2011/12"}],
///     "schemes": [{"id": "a", "name": "A", "list": "plan", "gross": "1000", "unit": "£"}]
/// "#);
/// let cell = CellAddress { table: Table::Scheme, row: 0, column: "gross" };
/// let varied = PerMille::of(&plan, &[cell], [900, 1_100]).unwrap().runs(7, 1_000);
/// let savings = (0..1_000).map(|run| varied.number(0, run));
/// assert!(savings.collect::<std::collections::BTreeSet<_>>().len() > 100);
/// ```
pub struct PerMille {
    cells: Vec<(Fixed, u64)>,
    lowest: i32,
    highest: i32,
    /// The factors from the lowest on, as many as are worth having at hand.
    factors: Vec<Fixed>,
    runs: Vec<SeededRun>,
}

/// A number of thousandths as a factor.
fn factor(per_mille: i64) -> Fixed {
    Fixed::of_digits(per_mille.into(), 3, 0)
}

impl PerMille {
    /// The numbers of these cells, to be taken by so many thousandths at least and at most.
    ///
    /// # Errors
    ///
    /// The first cell that holds no number.
    pub fn of(plan: &Plan, cells: &[CellAddress], [lowest, highest]: [i32; 2]) -> Result<Self, CellAddress> {
        let number = |cell: &CellAddress| Some((plan.number(*cell)?, name_of_cell(plan, *cell)));
        let cells: Result<Vec<_>, _> = cells.iter().map(|cell| number(cell).ok_or(*cell)).collect();
        let all = i64::from(lowest)..=i64::from(highest).min(i64::from(lowest).saturating_add(MOST_FACTORS));
        Ok(Self { cells: cells?, lowest, highest, factors: all.map(factor).collect(), runs: Vec::new() })
    }

    /// In so many runs of a seed.
    #[must_use]
    pub fn runs(self, seed: u32, count: u32) -> Self {
        Self { runs: (0..count).map(|run| SeededRun::new(seed, run)).collect(), ..self }
    }

    /// What a cell is in a run; nothing where there is no such cell or run.
    pub fn number(&self, cell: usize, run: usize) -> Fixed {
        let Some(((number, name), run)) = self.cells.get(cell).zip(self.runs.get(run)) else { return Fixed::ZERO };
        number.times(self.factor(whole_between(run.draw(*name), self.lowest, self.highest)))
    }

    fn factor(&self, per_mille: i64) -> Fixed {
        let known = usize::try_from(per_mille - i64::from(self.lowest)).ok().and_then(|at| self.factors.get(at));
        known.copied().unwrap_or_else(|| factor(per_mille))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Table;
    use crate::scenario::draw::{draw, name_of};

    const CELL: CellAddress = CellAddress { table: Table::Scheme, row: 0, column: "gross" };

    fn varied(range: [i32; 2]) -> Option<PerMille> {
        let plan = crate::example::plan(
            r#""scheme_lists": [{"id": "plan", "name": "Plan", "year": "2011/12"}],
               "schemes": [{"id": "a", "name": "A", "list": "plan", "gross": "1000", "unit": "£"}]"#,
        );
        Some(PerMille::of(&plan, &[CELL], range).ok()?.runs(7, 2_000))
    }

    /// What a program of another page draws is what `one-plan scenario simulate` and the page draw: one way for all.
    #[test]
    fn a_variation_is_a_run_of_the_simulation() {
        let varied = varied([900, 1_100]);
        for run in 0..2_000 {
            let of_simulation = whole_between(draw(7, run, name_of("schemes a gross")), 900, 1_100);
            let number = varied.as_ref().map(|varied| varied.number(0, run as usize));
            assert_eq!(number, Some(Fixed::whole(of_simulation)), "run {run}");
        }
    }

    #[test]
    fn every_draw_has_its_factor_whether_it_was_worked_out_before_or_not() {
        let varied = varied([-2, 20_000]);
        for per_mille in -2..=20_000 {
            assert_eq!(varied.as_ref().map(|varied| varied.factor(per_mille)), Some(factor(per_mille)), "{per_mille}");
        }
    }

    #[test]
    fn a_cell_without_a_number_is_named() {
        let plan = crate::example::plan(r#""programmes": [{"id": "a", "name": "A"}]"#);
        let cell = CellAddress { table: Table::Programme, row: 0, column: "name" };
        assert_eq!(PerMille::of(&plan, &[cell], [900, 1_100]).err(), Some(cell));
    }
}
