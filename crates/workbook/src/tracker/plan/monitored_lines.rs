//! The monitored lines of a tracker, and what kind each of them is.

use super::list_of_rows::{list_of, push};
use super::use_of_amounts::Uses;
use crate::cells::key_of;
use crate::headings::{Field, MonthKind};
use crate::tables::TableRows;
use crate::tracker::reading::{Reader, SchemeRow};
use crate::vocabulary::Follows;
use one_plan_model::plan::Table;
use one_plan_model::quantity::Decimal;

/// The lines, with what is planned for the year.
pub(super) fn lines(
    reader: &Reader<'_>,
    rows: &[SchemeRow],
    uses: &[Uses],
    kinds: &[Option<&'static str>],
) -> TableRows {
    let name = if reader.header.has(Field::Name) { Field::Name } else { Field::Line };
    let in_sheet = [
        ("id", Field::Reference),
        ("name", name),
        ("programme", Field::Programme),
        ("organisation", Field::Organisation),
        ("plan", Field::PlanOfYear),
    ];
    let made = ["scheme", "kind", "year", "unit", "phasing"];
    let mut list = list_of(Table::MonitoredLine, reader.header, reader.place, &in_sheet, &made);
    let is_of_schemes = reader.follows == Follows::Schemes;
    for ((scheme, uses), kind) in rows.iter().zip(uses).zip(kinds.iter().copied()) {
        let is_monthly = uses.plan_to_date || scheme.last_month(MonthKind::Plan).is_some();
        // What is no number was said where the scheme takes it.
        let plan = if scheme.has(Field::PlanOfYear) {
            scheme.numeric_text(Field::PlanOfYear)
        } else {
            scheme.plan_of_year().map(|(text, _)| text)
        };
        let cells = vec![
            Some(scheme.id.clone()),
            Some(scheme.name.clone()),
            reader.words(scheme.row, Field::Programme),
            reader.words(scheme.row, Field::Organisation),
            plan,
            is_of_schemes.then(|| scheme.id.clone()),
            kind.map(Into::into),
            Some(reader.year.to_string().into()),
            Some(reader.unit.symbol().into()),
            is_monthly.then(|| "monthly".into()),
        ];
        push(&mut list, scheme.row, cells);
    }
    list
}

/// The `kind` of each line: that of the sheet, or what a column of words says of the row.
pub(super) fn kinds_of_lines(reader: &Reader<'_>, rows: &[SchemeRow]) -> Vec<Option<&'static str>> {
    let sections = match reader.follows {
        Follows::Other => Follows::sections(reader.sheet, reader.header),
        _ => Vec::new(),
    };
    let of_row = |scheme: &SchemeRow| {
        let section = sections.iter().rev().find(|(row, _)| *row < scheme.row).map(|(_, kind)| *kind);
        let words = reader.words(scheme.row, Field::Kind).filter(|_| reader.follows != Follows::Schemes);
        // Among what is spent, income stands with a minus, or without where its name says what it is.
        let is_income = || {
            if Follows::is_income_line(&scheme.name) {
                return true;
            }
            let plan = scheme.number(Field::PlanOfYear).or_else(|| scheme.number(Field::PlanToDate));
            key_of(&scheme.name).contains("income") && plan.is_some_and(|plan| plan < Decimal::ZERO)
        };
        let of_sheet =
            reader.follows.kind().map(|kind| if kind == "expenditure" && is_income() { "income" } else { kind });
        words.and_then(|words| Follows::kind_of_words(&words)).or(section).or(of_sheet)
    };
    rows.iter().map(of_row).collect()
}
