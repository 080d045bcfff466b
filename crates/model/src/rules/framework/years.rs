//! The total of each year and organisation, and the total row.

use super::{
    Line, Movement, OF_BASELINE, OF_GROSS, OF_SUB_TOTAL, TOTAL_ADD_BACK, TOTAL_BASELINE, TOTAL_DEDUCTION, TOTAL_GROSS,
    TOTAL_SUB_TOTAL, YEAR_ADD_BACK, YEAR_BASELINE, YEAR_DEDUCTION, YEAR_GROSS, YEAR_SUB_TOTAL,
};
use crate::calculation::{FigureKind, Ledger, Number, NumberTotal, year_of};
use crate::plan::{CellAddress, MovementReason, MovementStage, Plan, Table};
use crate::quantity::{FinancialYear, Fixed, InOrder};
use crate::rules::whole_and_parts::{Given, Known, Organisations};

/// The year of the lines that give none: that of the only resource limit, or else the first of the plan.
pub(crate) fn year_of_lines(plan: &Plan) -> Option<u32> {
    let mut years = plan.resource_limits.iter().filter(|(_, row)| row.limit().is_some()).map(|(_, row)| row.year());
    let only = years.next().filter(|first| years.all(|year| year == *first));
    only.or_else(|| plan.details().map(|details| details.first_year())).map(|year| u32::from(year.start()))
}

/// The year of each line of the framework, also of one that does not say it.
///
/// ```
/// use one_plan_model::{example, rules::framework::years_of_lines};
/// let plan = example::plan(r#""budget_lines": [{"id": "a", "name": "A", "gross": "1", "unit": "£m"}]"#);
/// let years: Vec<_> = years_of_lines(&plan).into_iter().flatten().map(|year| year.to_string()).collect();
/// assert_eq!(years, ["2011/12"]);
/// ```
pub fn years_of_lines(plan: &Plan) -> Vec<Option<FinancialYear>> {
    of_lines(plan).into_iter().map(|year| year_of(year?)).collect()
}

/// The year of each line, by its start.
pub(super) fn of_lines(plan: &Plan) -> Vec<Option<u32>> {
    let other = year_of_lines(plan);
    plan.budget_lines.iter().map(|(_, line)| line.year().map(|year| u32::from(year.start())).or(other)).collect()
}

/// Sums over lines.
#[derive(Clone, Default)]
struct Sums {
    gross: NumberTotal,
    sub_total: NumberTotal,
    baseline: NumberTotal,
}

impl Sums {
    fn add(&mut self, line: &Line) {
        if let Some(gross) = line.gross {
            self.gross.add(&gross);
        }
        self.sub_total.add(&line.sub_total);
        self.baseline.add(&line.baseline);
    }

    fn publish<const LENGTH: usize>(
        self,
        ledger: &mut Ledger<'_>,
        kinds: [&'static FigureKind; 3],
        index: [u32; LENGTH],
    ) -> Number {
        let [gross, sub_total, baseline] = kinds;
        ledger.publish(gross, index, self.gross.finish());
        ledger.publish(sub_total, index, self.sub_total.finish());
        ledger.publish(baseline, index, self.baseline.finish())
    }
}

/// The lines with what is asked of them for the totals of the organisations, each by the position of its row.
struct Lines<'a> {
    lines: &'a [Line],
    half_units: Vec<Fixed>,
    /// Whether a line gives no amount.
    empty: Vec<bool>,
}

impl<'a> Lines<'a> {
    fn of(plan: &Plan, lines: &'a [Line], movements: &[Movement]) -> Self {
        // A line may have no gross budget and only receive; one that has neither is not given.
        let mut empty: Vec<bool> = lines.iter().map(|line| line.gross.is_none()).collect();
        for movement in movements {
            empty.get_mut(movement.line as usize).into_iter().for_each(|is_empty| *is_empty = false);
        }
        Self { lines, half_units: half_units(plan), empty }
    }

    fn is_empty(&self, at: usize) -> bool {
        self.empty.get(at) == Some(&true)
    }

    /// Publishes the total of the lines of one organisation, or of those of none, in a year. Gives what they come to, and
    /// whether one of them says something.
    fn publish(&self, ledger: &mut Ledger<'_>, group: &[LineOfYear]) -> Option<(Given, bool)> {
        let (mut sums, mut half_unit) = (Sums::default(), Fixed::ZERO);
        for (line, of_line) in group.iter().filter_map(|(.., at)| self.lines.get(*at).zip(self.half_units.get(*at))) {
            sums.add(line);
            half_unit = half_unit.plus(*of_line);
        }
        // The line that stands for all is the same in any order of rows, and one that says something.
        let row = |at: usize| u32::try_from(at).unwrap_or_default();
        let rank = |at: &usize| (self.is_empty(*at), ledger.plan.identifier(Table::BudgetLine, row(*at)));
        let first = group.iter().map(|(.., at)| *at).min_by(|left, right| rank(left).cmp(&rank(right)))?;
        let (year, organisation, _) = group.first().copied()?;
        let amount = match organisation {
            Some(of) => sums.publish(ledger, [&OF_GROSS, &OF_SUB_TOTAL, &OF_BASELINE], [of, year]),
            None => sums.baseline.finish(),
        };
        let place = CellAddress { table: Table::BudgetLine, row: row(first), column: "gross" };
        let empty: Vec<usize> = group.iter().map(|(.., at)| *at).filter(|at| self.is_empty(*at)).collect();
        for at in &empty {
            let cell = CellAddress { table: Table::BudgetLine, row: row(*at), column: "gross" };
            ledger.is_not_added(cell);
            ledger.lacks(YEAR_BASELINE.at([year]), cell);
            organisation.into_iter().for_each(|of| ledger.lacks(OF_BASELINE.at([of, year]), cell));
        }
        Some((Given { organisation, amount, half_unit, place }, empty.len() < group.len()))
    }
}

/// The year of a line, whose it is, and the position of its row.
type LineOfYear = (u32, Option<u32>, usize);

/// The lines by their year and organisation.
fn by_year(plan: &Plan, years: &[Option<u32>]) -> Vec<LineOfYear> {
    let organisations = plan.budget_lines.iter().map(|(_, line)| line.organisation().map(|of| of.index()));
    let lines = years.iter().copied().zip(organisations).enumerate();
    let mut order: Vec<LineOfYear> =
        lines.filter_map(|(at, (year, organisation))| Some((year?, organisation, at))).collect();
    order.order_by(Ord::cmp);
    order
}

/// Publishes the totals.
pub(super) fn run(ledger: &mut Ledger<'_>, lines: &[Line], movements: &[Movement]) {
    let plan = ledger.plan;
    let tree = Organisations::of(plan);
    let years = of_lines(plan);
    let order = by_year(plan, &years);
    let lines = Lines::of(plan, lines, movements);
    // For each line, whether its organisation is no part of another that has lines of the year.
    let mut is_top = vec![false; lines.lines.len()];
    let is_only_year = order.first().map(|one| one.0) == order.last().map(|one| one.0);
    for of_year in order.chunk_by(|left, right| left.0 == right.0) {
        let Some((year, ..)) = of_year.first() else { continue };
        let groups: Vec<_> = of_year.chunk_by(|left, right| left.1 == right.1).collect();
        let given: Vec<(Given, bool)> = groups.iter().filter_map(|group| lines.publish(ledger, group)).collect();
        let names: Vec<Option<u32>> = given.iter().map(|(given, _)| given.organisation).collect();
        let above = tree.above(&names);
        let of = year_of(*year).map(|year| year.to_string()).unwrap_or_default();
        let said: Vec<Given> = given.into_iter().filter(|(_, says)| *says).map(|(of, _)| of).collect();
        // A line that gives no year is of one all the same.
        let is_of_year = |row: u32| years.get(row as usize) == Some(&Some(*year));
        let known = Known { is_of_year: Some(&is_of_year), ..Known::default() };
        tree.hold(ledger, &format!("baseline proposal of {of}"), &said, known);
        let mut sums = Sums::default();
        for (group, _) in groups.iter().zip(&above).filter(|(_, above)| above.is_none()) {
            for (_, _, at) in *group {
                if let Some((line, is_top)) = lines.lines.get(*at).zip(is_top.get_mut(*at)) {
                    *is_top = true;
                    sums.add(line);
                }
            }
        }
        if is_only_year {
            sums.clone().publish(ledger, [&TOTAL_GROSS, &TOTAL_SUB_TOTAL, &TOTAL_BASELINE], []);
        }
        sums.publish(ledger, [&YEAR_GROSS, &YEAR_SUB_TOTAL, &YEAR_BASELINE], [*year]);
    }
    publish_reasons(ledger, movements, &is_top, is_only_year);
}

/// How far the baseline proposal of each line may be from what was rounded.
fn half_units(plan: &Plan) -> Vec<Fixed> {
    let mut half_units: Vec<Fixed> =
        plan.budget_lines.iter().map(|(_, line)| line.gross().map_or(Fixed::ZERO, |gross| gross.half_unit())).collect();
    for (_, movement) in plan.budget_movements.iter() {
        if let Some(half_unit) = half_units.get_mut(movement.line().position()) {
            *half_unit = half_unit.plus(movement.amount().map_or(Fixed::ZERO, |amount| amount.half_unit()));
        }
    }
    half_units
}

/// What is moved for each reason in all lines of a year.
fn publish_reasons(ledger: &mut Ledger<'_>, movements: &[Movement], is_top: &[bool], is_only_year: bool) {
    let years = of_lines(ledger.plan);
    let count = MovementReason::ALL.len();
    let mut order: Vec<(u32, usize)> = movements
        .iter()
        .enumerate()
        .filter(|(_, movement)| is_top.get(movement.line as usize).copied().unwrap_or_default())
        .filter_map(|(at, movement)| Some((years.get(movement.line as usize).copied().flatten()?, at)))
        .collect();
    order.order_by(Ord::cmp);
    for of_year in order.chunk_by(|left, right| left.0 == right.0) {
        let Some((year, _)) = of_year.first() else { continue };
        let mut sums: [Vec<Option<NumberTotal>>; 2] = [vec![None; count], vec![None; count]];
        for movement in of_year.iter().filter_map(|(_, at)| movements.get(*at)) {
            let [deductions, add_backs] = &mut sums;
            let of_stage = if movement.stage == MovementStage::Deduction { deductions } else { add_backs };
            if let Some(total) = movement.reason.and_then(|reason| of_stage.get_mut(reason as usize)) {
                total.get_or_insert_default().add(&movement.amount);
            }
        }
        let kinds = [(&TOTAL_DEDUCTION, &YEAR_DEDUCTION), (&TOTAL_ADD_BACK, &YEAR_ADD_BACK)];
        for ((total_kind, year_kind), totals) in kinds.into_iter().zip(sums) {
            for (reason, total) in (0..).zip(totals) {
                let Some(total) = total.map(NumberTotal::finish) else { continue };
                if is_only_year {
                    ledger.publish(total_kind, [reason], total);
                }
                ledger.publish(year_kind, [*year, reason], total);
            }
        }
    }
}
