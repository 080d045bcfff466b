//! What the lines of a report leave, as it prints it: the net of all, a surplus or a deficit. It is no line, and is held against them.

use super::monitored_lines::kinds_of_lines;
use crate::cells::number_in;
use crate::headings::Field;
use crate::issues::{Effect, Issue, Severity};
use crate::sums::RunningSum;
use crate::tracker::header::TrackerColumn;
use crate::tracker::reading::{Reader, SchemeRow};
use one_plan_model::plan::Table;
use one_plan_model::quantity::Decimal;

/// What follows from the other amounts, with a sign of its own.
const VARIANCES: [Field; 2] = [Field::VarianceToDate, Field::ForecastVariance];

impl Reader<'_> {
    /// Says of each row that is what the lines above it leave where it is not: income less what is spent, or what is spent less
    /// income, or the sum of what has its sign already.
    pub(crate) fn tell_what_is_left(&mut self, left: &[u32], lines: &[SchemeRow]) {
        let kinds = kinds_of_lines(self, lines);
        let is_amount =
            |column: &&TrackerColumn| column.field.is_some_and(|field| field.is_money() && !VARIANCES.contains(&field));
        let mut issues = Vec::new();
        for row in left {
            let above: Vec<(&SchemeRow, Option<&'static str>)> =
                lines.iter().zip(kinds.iter().copied()).filter(|(line, _)| line.row < *row).collect();
            let differs = self.header.columns.iter().filter(is_amount).find_map(|column| {
                let field = column.field?;
                let (text, _) = self.amount(*row, column).ok()?;
                let printed = number_in(&text?)?;
                let expected = nearest_left(&above, field, printed)?;
                Some((column, printed, expected))
            });
            let Some((column, printed, expected)) = differs else { continue };
            issues.push(Issue {
                severity: Severity::Warning,
                place: self.place.cell(*row, column.at),
                column: Some((Table::MonitoredLine, None)),
                value: self.sheet.cell(*row, column.at).shown(),
                what: format!(
                    "this row is what the lines above it leave: it is {}, and they leave {}",
                    printed.normalize(),
                    expected.normalize()
                ),
                expected: "what these leave; the lines count as they are given, and this row does not".to_owned(),
                effect: Effect::Used,
            });
        }
        self.issues.extend(issues);
    }
}

/// What lines leave where that is not what is printed: the nearest of the ways in which it can be told.
fn nearest_left(lines: &[(&SchemeRow, Option<&'static str>)], field: Field, printed: Decimal) -> Option<Decimal> {
    let given: Vec<(Decimal, bool)> =
        lines.iter().filter_map(|(line, kind)| Some((line.number(field)?, *kind == Some("income")))).collect();
    let sum = |turn: &dyn Fn(Decimal, bool) -> Decimal| {
        let mut sum = RunningSum::default();
        given.iter().for_each(|(number, is_income)| sum.add(turn(*number, *is_income)));
        sum
    };
    let ways = [
        sum(&|number, is_income| if is_income { -number } else { number }),
        sum(&|number, is_income| if is_income { number } else { -number }),
        sum(&|number, _| number),
        sum(&|number, is_income| if is_income { -number.abs() } else { number }),
    ];
    if given.is_empty() || ways.iter().any(|way| way.differs(printed, given.len()).is_none()) {
        return None;
    }
    let apart = |way: &Decimal| way.checked_sub(printed).map_or(Decimal::MAX, |apart| apart.abs());
    ways.iter().filter_map(RunningSum::of_all).min_by_key(apart)
}
