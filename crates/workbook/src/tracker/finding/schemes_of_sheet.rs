//! The names and the plans of the schemes of a sheet, by which it is held against the trackers of the same files.

use crate::cells::{ends_with_total, key_of, number_of};
use crate::headings::{Field, TrackersBeside, unit_above};
use crate::sheet::Sheet;
use crate::tracker::header::TrackerHeader;
use crate::vocabulary::Follows;
use one_plan_model::quantity::Decimal;

impl TrackersBeside {
    /// Notes a sheet with such a tracker.
    pub fn note(&mut self, sheet: &Sheet, file: &str, header: &TrackerHeader) {
        if !header.is_enough_known() || Follows::of(sheet, file, header) != Some(Follows::Schemes) {
            return;
        }
        self.headings.extend(header.columns.iter().map(|column| column.words.key()));
        let schemes = SchemesOf::of(sheet, header);
        self.plans.push(schemes.plan);
        self.names.extend(schemes.names);
    }
}

/// The names and the plans of the rows of a tracker.
pub(super) struct SchemesOf {
    /// What they are called, by keys.
    pub(super) names: Vec<String>,
    /// What they save in the year together, in pounds where the unit is known.
    pub(super) plan: Decimal,
    /// Whether the unit is known.
    pub(super) is_in_pounds: bool,
}

impl SchemesOf {
    pub(super) fn of(sheet: &Sheet, header: &TrackerHeader) -> Self {
        let name = header.column(Field::Name).map(|column| column.at);
        let plan = header.column(Field::PlanOfYear);
        let is_scheme = |row: &u32| {
            let cells = sheet.cells_of(*row);
            !ends_with_total(&cells.iter().collect::<Vec<_>>())
                && name.is_none_or(|name| !sheet.cell(*row, name).is_empty())
        };
        let rows = || sheet.rows().map(|(row, _)| row).filter(|row| *row >= header.first_row).filter(is_scheme);
        let names = name.map(|name| rows().map(|row| key_of(&sheet.cell(row, name).shown())).collect());
        let amounts = plan.map(|plan| rows().filter_map(|row| number_of(sheet.cell(row, plan.at))));
        let sum = amounts.and_then(|mut all| all.try_fold(Decimal::ZERO, |sum, amount| sum.checked_add(amount)));
        let unit = plan.and_then(|plan| plan.unit.or_else(|| unit_above(sheet, header.row).map(|(unit, ..)| unit)));
        let factor = unit.and_then(|unit| 10_i64.checked_pow(unit.exponent())).map(Decimal::from);
        let plan = sum.zip(Some(factor.unwrap_or(Decimal::ONE))).and_then(|(sum, factor)| sum.checked_mul(factor));
        Self {
            names: names.unwrap_or_default(),
            plan: plan.unwrap_or_default().normalize(),
            is_in_pounds: unit.is_some(),
        }
    }
}
