//! What a tracker prints although it follows from other cells, such as a variance.

use super::list_of_rows::{list_of, push};
use super::use_of_amounts::Uses;
use super::variance::{Favourable, against_plan};
use crate::cells::turned;
use crate::headings::{Field, MonthKind};
use crate::issues::{Effect, Severity};
use crate::tables::TableRows;
use crate::tracker::reading::{Reader, SchemeRow};
use one_plan_model::plan::Table;
use std::collections::BTreeSet;

/// Columns of figures that follow from others, and the figures that they are.
const PRINTED: [(Field, &str); 5] = [
    (Field::PlanToDate, "plan-to-date"),
    (Field::ActualToDate, "actual-to-date"),
    (Field::VarianceToDate, "variance"),
    (Field::Forecast, "forecast"),
    (Field::ForecastVariance, "forecast-variance"),
];

/// The lines of expenditure, of which it is favourable to be below the plan, and all others.
struct Sides {
    spent: Vec<SchemeRow>,
    other: Vec<SchemeRow>,
    spent_rows: BTreeSet<u32>,
}

impl Sides {
    fn of(rows: &[SchemeRow], kinds: &[Option<&'static str>]) -> Self {
        let (spent, other): (Vec<_>, Vec<_>) =
            rows.iter().cloned().zip(kinds).partition(|(_, kind)| **kind == Some("expenditure"));
        let rows_of = |side: Vec<(SchemeRow, _)>| side.into_iter().map(|(row, _)| row).collect::<Vec<_>>();
        let (spent, other) = (rows_of(spent), rows_of(other));
        let spent_rows = spent.iter().map(|scheme| scheme.row).collect();
        Self { spent, other, spent_rows }
    }
}

/// What the tracker prints although it follows from other cells: it is held against what is computed, and replaces nothing.
pub(super) fn printed(
    reader: &mut Reader<'_>,
    rows: &[SchemeRow],
    uses: &[Uses],
    kinds: &[Option<&'static str>],
) -> Vec<TableRows> {
    let sides = Sides::of(rows, kinds);
    let column = |(field, figure)| printed_column(reader, rows, uses, &sides, field, figure);
    PRINTED.into_iter().filter_map(column).collect()
}

/// One of these columns as printed figures; nothing where the tracker does not have it.
fn printed_column(
    reader: &mut Reader<'_>,
    rows: &[SchemeRow],
    uses: &[Uses],
    sides: &Sides,
    field: Field,
    figure: &str,
) -> Option<TableRows> {
    let heading = reader.header.column(field)?.words.line();
    let made = ["figure", "unit", "label"];
    let mut list = list_of(Table::StatedFigure, reader.header, reader.place, &[("value", field)], &made);
    let is_over = reader.month == Some(12);
    let is_against = against_plan(field, &sides.other, is_over, Favourable::Above);
    let is_spent_against = against_plan(field, &sides.spent, is_over, Favourable::Below);
    let mut without: Option<(u32, usize)> = None;
    for (scheme, uses) in rows.iter().zip(uses) {
        let Some(text) = scheme.text(field) else { continue };
        match standing(field, scheme, uses, is_over) {
            Standing::Used => continue,
            Standing::Alone => {
                without.get_or_insert((scheme.row, 0)).1 += 1;
                continue;
            }
            Standing::Computed => {}
        }
        let is_turned = if sides.spent_rows.contains(&scheme.row) { is_spent_against } else { is_against };
        let value = if is_turned { turned(&text) } else { text };
        let figure = format!("monitoring.{}.{figure}", scheme.id);
        let made = [figure.as_str(), reader.unit.symbol(), &heading].map(|text| Some(text.into()));
        push(&mut list, scheme.row, std::iter::once(Some(value)).chain(made).collect());
    }
    let signs = [(is_against, "the plan less what came"), (is_spent_against, "what came less the plan")];
    for (_, of) in signs.into_iter().filter(|(is_turned, _)| *is_turned) {
        let what = format!("\"{heading}\" is {of}: it is read with the other sign, favourable is positive");
        let row = reader.header.row;
        reader.tell(Severity::Information, row, field, what, "nothing, if that is meant", Effect::Used);
    }
    if let Some((row, cells)) = without {
        let cells = if cells == 1 { "1 cell".to_owned() } else { format!("{cells} cells") };
        let what =
            format!("{cells} of \"{heading}\" cannot be held against anything: what it follows from is not given");
        let expected = "the months, or the plan and the actual to date, and the month up to which they go";
        reader.tell(Severity::Warning, row, field, what, expected, Effect::CellLeftOut);
    }
    Some(list)
}

/// How a printed figure of a scheme stands to what the plan says without it.
enum Standing {
    /// The plan stands on it.
    Used,
    /// It is computed from other cells, and is held against that.
    Computed,
    /// That from which it follows is not given.
    Alone,
}

fn standing(field: Field, scheme: &SchemeRow, uses: &Uses, is_over: bool) -> Standing {
    let has_plan_of_year = scheme.number(Field::PlanOfYear).is_some();
    let has_plan_to_date =
        uses.plan_to_date || scheme.last_month(MonthKind::Plan).is_some() || (is_over && has_plan_of_year);
    let (is_used, is_computed) = match field {
        Field::PlanToDate => (uses.plan_to_date, has_plan_to_date && uses.has_come),
        Field::ActualToDate => (uses.actual_to_date, uses.has_come),
        Field::VarianceToDate => (false, has_plan_to_date && uses.has_come),
        Field::Forecast => (uses.forecast, true),
        _ => (false, has_plan_of_year && scheme.has(Field::Forecast)),
    };
    match (is_used, is_computed) {
        (true, _) => Standing::Used,
        (false, true) => Standing::Computed,
        (false, false) => Standing::Alone,
    }
}
