//! Columns that hold what others hold together: a total beside its parts, what is left of a saving beside what is spent for it,
//! the sum of several years. One of them is read; each row says both, and where they do not agree it is said.

use super::amounts_by_kind::kind_of;
use super::recurrent_blocks::of_half;
use crate::cells::number_of;
use crate::headings::{Field, HeadingNames};
use crate::sheet::Sheet;
use crate::tracker::header::{LeftAlone, TrackerColumn, TrackerHeader};
use one_plan_model::quantity::{Decimal, FinancialYear};

/// What heads the sum of several years.
const OF_ALL_YEARS: [&str; 9] = [
    "total",
    "totals",
    "grandtotal",
    "totalsaving",
    "totalsavings",
    "totalplan",
    "totalallyears",
    "allyears",
    "totalyears",
];

/// What heads what is left of a saving.
const NET: [&str; 9] = [
    "net",
    "netsaving",
    "netsavings",
    "netbenefit",
    "netplan",
    "netqipp",
    "netcip",
    "netefficiency",
    "netefficiencies",
];

impl TrackerHeader {
    /// Finds the columns of which other columns are the parts.
    pub(crate) fn take_wholes(&mut self, sheet: &Sheet, names: &HeadingNames) {
        self.hold_against_halves(names);
        self.hold_against_spent(sheet);
        self.hold_against_years();
    }

    /// The whole of what is recurrent and what is not.
    fn hold_against_halves(&mut self, names: &HeadingNames) {
        let whole_of = |column: &TrackerColumn| -> Option<(Field, Option<FinancialYear>)> {
            match (column.field, column.left) {
                (Some(Field::RecurrentPart | Field::NonRecurrentPart), _) => Some((Field::PlanOfYear, column.year)),
                (None, Some(LeftAlone::OtherHalf)) => of_half(&column.words, names).map(|of| (of, column.year)),
                _ => None,
            }
        };
        let halves: Vec<(Field, Option<FinancialYear>, TrackerColumn)> = self
            .columns
            .iter()
            .filter_map(|column| whole_of(column).map(|(of, year)| (of, year, column.clone())))
            .collect();
        for whole in self.columns.iter_mut().filter(|column| column.parts.is_empty()) {
            let Some(of) = whole.field.filter(|of| of.is_money()) else { continue };
            let of_whole =
                halves.iter().filter(|(half, year, _)| *half == of && (*year == whole.year || year.is_none()));
            let parts: Vec<TrackerColumn> = of_whole.map(|(.., column)| column.clone()).collect();
            if parts.len() > 1 {
                whole.parts = parts;
            }
        }
    }

    /// What is left of a saving is the saving less what is spent, in each year for which both are given.
    fn hold_against_spent(&mut self, sheet: &Sheet) {
        let all = self.columns.clone();
        let beside = |net: &TrackerColumn, of: Field| {
            all.iter().find(|column| {
                let is_beside = column.words.over == net.words.over && column.year == net.year;
                column.amount() == Some(of) && is_beside && !is_net(column) && column.at != net.at
            })
        };
        let first_row = self.first_row;
        let is_open = |column: &&mut TrackerColumn| {
            let is_left = column.field.is_none() && column.left.is_none();
            is_left && column.repeats.is_none_or(|of| of == Field::PlanOfYear) && is_net(column) && !column.is_said
        };
        for net in self.columns.iter_mut().filter(is_open) {
            let both = beside(net, Field::PlanOfYear).zip(beside(net, Field::Reinvestment));
            let Some((gross, spent)) = both else { continue };
            let taken_off = TrackerColumn { is_turned: !spent.is_turned, ..spent.clone() };
            let ways = vec![vec![gross.clone(), taken_off], vec![gross.clone(), spent.clone()]];
            net.parts = nearest(sheet, first_row, net, ways);
            (net.repeats, net.left) = (None, Some(LeftAlone::WholeOfOthers));
        }
    }

    /// "Total" behind columns for several years is their sum.
    fn hold_against_years(&mut self) {
        let amounts: Vec<TrackerColumn> = self.columns.iter().filter(|of| of.amount().is_some()).cloned().collect();
        let yearly: Vec<&TrackerColumn> = amounts.iter().filter(|column| column.year.is_some()).collect();
        let Some(of) = yearly.first().and_then(|column| column.amount()) else { return };
        let mut years: Vec<FinancialYear> = yearly.iter().filter_map(|column| column.year).collect();
        let count = years.len();
        years.sort_unstable();
        years.dedup();
        // Of several amounts it could be the sum of each.
        if count < 2
            || years.len() != count
            || amounts.iter().any(|column| column.amount() != Some(of) || column.year.is_none())
        {
            return;
        }
        let is_total = |column: &&mut TrackerColumn| {
            column.field.is_none()
                && column.left.is_none()
                && column.repeats.is_none()
                && !column.is_said
                && column.year.is_none()
                && OF_ALL_YEARS.contains(&column.words.key_of_own().as_str())
        };
        if let Some(whole) = self.columns.iter_mut().find(is_total) {
            whole.parts = yearly.into_iter().cloned().collect();
            whole.left = Some(LeftAlone::WholeOfOthers);
        }
    }

    /// The whole of what is pay, non-pay and income: of what is spent income is taken off, and other parts may be named that
    /// are in these.
    pub(super) fn hold_against_kinds(
        &mut self,
        sheet: &Sheet,
        over: &str,
        of: Field,
        is_part: &dyn Fn(&TrackerColumn) -> bool,
    ) {
        let first_row = self.first_row;
        let all: Vec<TrackerColumn> = self.columns.iter().filter(|column| is_part(column)).cloned().collect();
        let kinds: Vec<TrackerColumn> = all.iter().filter(|column| kind_of(&column.words).is_some()).cloned().collect();
        let less_income = kinds.iter().map(|column| {
            let is_income = kind_of(&column.words) == Some("income");
            TrackerColumn { is_turned: column.is_turned != is_income, ..column.clone() }
        });
        let ways = vec![all, kinds.clone(), less_income.collect()];
        let is_whole = |column: &&mut TrackerColumn| {
            let is_beside = over.is_empty() || column.words.over == over || column.words.over.is_empty();
            is_beside && column.field == Some(of) && !is_part(column)
        };
        if let Some(whole) = self.columns.iter_mut().find(is_whole) {
            whole.parts = nearest(sheet, first_row, whole, ways);
        }
    }
}

/// Whether a column holds what is left of a saving.
fn is_net(column: &TrackerColumn) -> bool {
    NET.contains(&column.words.key_of_own().as_str())
}

/// Of several ways in which columns may add up to another the one that does so in most rows; the first where none is better.
fn nearest(sheet: &Sheet, first_row: u32, whole: &TrackerColumn, ways: Vec<Vec<TrackerColumn>>) -> Vec<TrackerColumn> {
    let number = |row: u32, column: &TrackerColumn| {
        let number = number_of(sheet.cell(row, column.at))?;
        Some(if column.is_turned { -number } else { number })
    };
    let fitting = |parts: &[TrackerColumn]| {
        let rows = sheet.rows().map(|(row, _)| row).filter(|row| *row >= first_row);
        let fits = |row: &u32| {
            let sum = parts.iter().filter_map(|part| number(*row, part)).try_fold(Decimal::ZERO, Decimal::checked_add);
            number(*row, whole).is_some_and(|whole| sum == Some(whole))
        };
        rows.filter(fits).count()
    };
    let mut best: Option<(usize, Vec<TrackerColumn>)> = None;
    for parts in ways {
        let fits = fitting(&parts);
        if best.as_ref().is_none_or(|(most, _)| fits > *most) {
            best = Some((fits, parts));
        }
    }
    best.map(|(_, parts)| parts).unwrap_or_default()
}
