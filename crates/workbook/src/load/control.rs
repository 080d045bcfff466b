//! Control totals: what was read is what is used and what is rejected, in rows and in pounds.

use crate::cells::number_in;
use crate::tables::TableRows;
use one_plan_model::exchange::{GivenRows, RowsRead};
use one_plan_model::plan::{ColumnKind, Content, Table};
use one_plan_model::quantity::{Decimal, MoneyUnit};
use std::collections::{BTreeMap, HashSet};

/// Rows and pounds of one table, or of one provider and point of delivery in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Control {
    /// Rows that were read.
    pub rows_read: usize,
    /// Rows that the plan uses.
    pub rows_used: usize,
    /// Pounds that were read: the sum of all amounts, whatever they are for.
    pub pounds_read: Decimal,
    /// Pounds that the plan uses.
    pub pounds_used: Decimal,
    /// Pounds in cells and rows that are left out.
    pub pounds_rejected: Decimal,
    /// Amounts that are left out because they cannot be read as a number: how many pounds they are is not known.
    pub unreadable: usize,
}

/// What a part of a table is about.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Group {
    /// The provider, by its identifier or as it is written; empty where the row names none.
    pub provider: String,
    /// The point of delivery.
    pub point_of_delivery: String,
}

/// The control totals of one table.
#[derive(Clone, Debug)]
pub struct ControlTotal {
    /// The table.
    pub table: Table,
    /// What it is the total of: the table by its name, or files of which rows of several tables are made.
    pub name: &'static str,
    /// The whole table.
    pub whole: Control,
    /// By provider and point of delivery, for a table whose rows name one.
    pub groups: BTreeMap<Group, Control>,
}

impl Control {
    /// Whether what was read is what is used and what is rejected.
    pub fn adds_up(&self) -> bool {
        let accounted = self.pounds_used.checked_add(self.pounds_rejected);
        self.rows_used <= self.rows_read && accounted == Some(self.pounds_read)
    }

    /// Rows that are left out.
    pub const fn rows_rejected(&self) -> usize {
        self.rows_read.saturating_sub(self.rows_used)
    }

    fn read(&mut self, pounds: Decimal, is_used: bool) {
        self.pounds_read = self.pounds_read.checked_add(pounds).unwrap_or(Decimal::MAX);
        if !is_used {
            self.pounds_rejected = self.pounds_rejected.checked_add(pounds).unwrap_or(Decimal::MAX);
        }
    }
}

/// Adds up what was read, from the rows as text, and what is used, from the plan itself: two ways, so that they can
/// contradict each other.
pub fn control_totals(lists: &[TableRows], added: &[GivenRows], read: &RowsRead) -> Vec<ControlTotal> {
    let blanked: HashSet<(usize, u32, usize)> =
        read.problems.iter().map(|problem| (problem.list, problem.row, problem.column)).collect();
    let mut totals: BTreeMap<Table, ControlTotal> = BTreeMap::new();
    let given = lists.iter().map(|rows| &rows.given).chain(added);
    let used: HashSet<(usize, u32)> = Table::ALL
        .iter()
        .flat_map(|table| {
            let rows = u32::try_from(read.plan.row_count(*table)).unwrap_or_default();
            (0..rows).filter_map(|row| read.origin(*table, row))
        })
        .collect();
    for (list, rows) in given.clone().enumerate() {
        let total = totals.entry(rows.table).or_insert_with(|| ControlTotal::new(rows.table));
        total.count(rows, |row| used.contains(&(list, row)), |row, column| blanked.contains(&(list, row, column)));
    }
    for rows in lists.iter().map(|rows| &rows.rejected).filter(|rows| !rows.is_empty()) {
        let total = totals.entry(rows.table).or_insert_with(|| ControlTotal::new(rows.table));
        total.count(rows, |_| false, |_, _| false);
    }
    for rows in lists {
        let is_money = |column: usize| {
            rows.table.columns().get(column).is_some_and(|column| matches!(column.kind, ColumnKind::Money))
        };
        let Some(total) = totals.get_mut(&rows.table) else { continue };
        let columns = GroupColumns::of(rows.table);
        for (row, _) in rows.unread_cells.iter().filter(|(_, column)| is_money(*column)) {
            total.group(columns.group(&rows.given, *row)).unreadable += 1;
        }
    }
    for (table, total) in &mut totals {
        let columns = GroupColumns::of(*table);
        let lists: Vec<&GivenRows> = given.clone().collect();
        for row in 0..u32::try_from(read.plan.row_count(*table)).unwrap_or_default() {
            let origin = read.origin(*table, row);
            let group = origin.and_then(|(list, row)| Some(columns.group(lists.get(list)?, row))).unwrap_or_default();
            let pounds = read.plan.store(*table);
            let money = table.columns().iter().enumerate();
            for (column, _) in money.filter(|(_, column)| matches!(column.kind, ColumnKind::Money)) {
                if let Content::Amount(amount) = pounds.content(row, column) {
                    let control = total.group(group.clone());
                    control.pounds_used = control.pounds_used.checked_add(amount.pounds()).unwrap_or(Decimal::MAX);
                }
            }
        }
        total.add_up();
    }
    totals.into_values().collect()
}

impl ControlTotal {
    /// Counts rows and their pounds: what is used, and what of it is not.
    fn count(&mut self, rows: &GivenRows, is_used: impl Fn(u32) -> bool, is_blanked: impl Fn(u32, usize) -> bool) {
        let columns = GroupColumns::of(rows.table);
        let unit_column = rows.table.columns().iter().position(|column| matches!(column.kind, ColumnKind::MoneyUnit));
        for row in rows.rows() {
            let is_used = is_used(row);
            let group = self.group(columns.group(rows, row));
            group.rows_read += 1;
            group.rows_used += usize::from(is_used);
            let unit = unit_column.and_then(|column| rows.cell(row, column)).and_then(MoneyUnit::read);
            let money = rows.table.columns().iter().enumerate();
            for (column, _) in money.filter(|(_, column)| matches!(column.kind, ColumnKind::Money)) {
                let Some(text) = rows.cell(row, column) else { continue };
                let pounds = number_in(text)
                    .zip(unit)
                    .and_then(|(digits, unit)| digits.checked_mul(Decimal::from(10_i64.checked_pow(unit.exponent())?)));
                match pounds {
                    Some(pounds) => group.read(pounds, is_used && !is_blanked(row, column)),
                    None => group.unreadable += 1,
                }
            }
        }
    }

    /// That of files of which rows of several tables are made, by its parts.
    pub(super) fn of_files(name: &'static str, table: Table, groups: BTreeMap<Group, Control>) -> Self {
        let mut total = Self { name, groups, ..Self::new(table) };
        total.add_up();
        total
    }

    fn new(table: Table) -> Self {
        Self { table, name: table.name(), whole: Control::default(), groups: BTreeMap::new() }
    }

    /// Adds up the parts. What is of no part is told with the whole alone.
    fn add_up(&mut self) {
        self.whole = self.groups.values().fold(Control::default(), |mut whole, group| {
            whole.rows_read += group.rows_read;
            whole.rows_used += group.rows_used;
            whole.unreadable += group.unreadable;
            for (sum, part) in [
                (&mut whole.pounds_read, group.pounds_read),
                (&mut whole.pounds_used, group.pounds_used),
                (&mut whole.pounds_rejected, group.pounds_rejected),
            ] {
                *sum = sum.checked_add(part).unwrap_or(Decimal::MAX);
            }
            whole
        });
        self.groups.retain(|group, _| *group != Group::default());
    }

    fn group(&mut self, group: Group) -> &mut Control {
        self.groups.entry(group).or_default()
    }
}

/// The columns of a table that name a provider and a point of delivery.
struct GroupColumns {
    provider: Option<usize>,
    point_of_delivery: Option<usize>,
}

impl GroupColumns {
    fn of(table: Table) -> Self {
        let refers = |to: Table| table.columns().iter().position(move |column| column.kind.refers_to() == Some(to));
        let named = table.columns().iter().position(|column| column.name == "provider");
        Self {
            provider: named.or_else(|| refers(Table::Organisation)),
            point_of_delivery: refers(Table::PointOfDelivery),
        }
    }

    fn group(&self, rows: &GivenRows, row: u32) -> Group {
        let text = |column: Option<usize>| {
            column.and_then(|column| rows.cell(row, column)).map(|text| text.trim().to_owned()).unwrap_or_default()
        };
        Group { provider: text(self.provider), point_of_delivery: text(self.point_of_delivery) }
    }
}
