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

/// What the tracker prints although it follows from other cells: it is held against what is computed, and replaces nothing.
pub(super) fn printed(
    reader: &mut Reader<'_>,
    rows: &[SchemeRow],
    uses: &[Uses],
    kinds: &[Option<&'static str>],
) -> Vec<TableRows> {
    let mut tables = Vec::new();
    // Of expenditure it is favourable to be below the plan.
    let is_expenditure = |kind: &Option<&str>| *kind == Some("expenditure");
    let (spent, other): (Vec<_>, Vec<_>) = rows.iter().cloned().zip(kinds).partition(|(_, kind)| is_expenditure(kind));
    let spent: Vec<SchemeRow> = spent.into_iter().map(|(row, _)| row).collect();
    let other: Vec<SchemeRow> = other.into_iter().map(|(row, _)| row).collect();
    let spent_rows: BTreeSet<u32> = spent.iter().map(|scheme| scheme.row).collect();
    for (field, figure) in [
        (Field::PlanToDate, "plan-to-date"),
        (Field::ActualToDate, "actual-to-date"),
        (Field::VarianceToDate, "variance"),
        (Field::Forecast, "forecast"),
        (Field::ForecastVariance, "forecast-variance"),
    ] {
        let Some(heading) = reader.header.column(field).map(|column| column.words.line()) else { continue };
        let made = ["figure", "unit", "label"];
        let mut list = list_of(Table::StatedFigure, reader.header, reader.place, &[("value", field)], &made);
        let is_over = reader.month == Some(12);
        let is_against = against_plan(field, &other, is_over, Favourable::Above);
        let is_spent_against = against_plan(field, &spent, is_over, Favourable::Below);
        let mut without: Option<(u32, usize)> = None;
        for (scheme, uses) in rows.iter().zip(uses) {
            let Some(text) = scheme.text(field) else { continue };
            let is_over = reader.month == Some(12) && scheme.number(Field::PlanOfYear).is_some();
            let has_plan_to_date = uses.plan_to_date || scheme.last_month(MonthKind::Plan).is_some() || is_over;
            let (is_used, is_computed) = match field {
                Field::PlanToDate => (uses.plan_to_date, has_plan_to_date && uses.has_come),
                Field::ActualToDate => (uses.actual_to_date, uses.has_come),
                Field::VarianceToDate => (false, has_plan_to_date && uses.has_come),
                Field::Forecast => (uses.forecast, true),
                _ => (false, scheme.number(Field::PlanOfYear).is_some() && scheme.has(Field::Forecast)),
            };
            if is_used {
                continue;
            }
            if !is_computed {
                without.get_or_insert((scheme.row, 0)).1 += 1;
                continue;
            }
            let value = if spent_rows.contains(&scheme.row) { is_spent_against } else { is_against };
            let value = if value { turned(&text) } else { text };
            let figure = format!("monitoring.{}.{figure}", scheme.id);
            let made = [figure.as_str(), reader.unit.symbol(), &heading].map(|text| Some(text.into()));
            push(&mut list, scheme.row, std::iter::once(Some(value)).chain(made).collect());
        }
        for (is_turned, of) in [(is_against, "the plan less what came"), (is_spent_against, "what came less the plan")]
        {
            if !is_turned {
                continue;
            }
            let what = format!("\"{heading}\" is {of}: it is read with the other sign, favourable is positive");
            reader.tell(
                Severity::Information,
                reader.header.row,
                field,
                what,
                "nothing, if that is meant",
                Effect::Used,
            );
        }
        if let Some((row, cells)) = without {
            let cells = if cells == 1 { "1 cell".to_owned() } else { format!("{cells} cells") };
            let what =
                format!("{cells} of \"{heading}\" cannot be held against anything: what it follows from is not given");
            let expected = "the months, or the plan and the actual to date, and the month up to which they go";
            reader.tell(Severity::Warning, row, field, what, expected, Effect::CellLeftOut);
        }
        tables.push(list);
    }
    tables
}
