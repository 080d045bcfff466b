//! By what a row is known as the total of other rows of its table.
//!
//! A row that is called nothing but total is one. Where total is only one word of its name, as in "Total staff", it may
//! be a thing of its own, as "Total hips" is: it counts as a total where it is the sum of the rows beside it. So may "All
//! schemes", and a row about "All providers", be.

use crate::plan::{ColumnKind, Plan, Table};
use crate::quantity::Fixed;

/// What a row is called that is a total.
const TOTALS: [&str; 9] =
    ["total", "totals", "grand total", "overall total", "sub total", "sub-total", "subtotal", "sum", "total of all"];

/// Words in the name of a row that may be a total.
const WORDS: [&str; 6] = ["total", "totals", "subtotal", "subtotals", "sum", "overall"];

/// The fewest rows that make a sum: two amounts that are the same say nothing.
const FEWEST: usize = 2;

/// Whether a name says that the row is a total, and nothing else.
pub(super) fn is_called_a_total(name: &str) -> bool {
    TOTALS.contains(&name.trim().to_lowercase().as_str())
}

/// Whether one of the words of a name says so.
fn may_be_a_total(name: &str) -> bool {
    let mut words = name.split(|letter: char| !letter.is_alphanumeric());
    words.any(|word| WORDS.iter().any(|total| word.eq_ignore_ascii_case(total)))
}

/// Whether a name says that the row, or rows about it, may be totals.
pub(super) fn names_all(name: &str) -> bool {
    let mut words = name.split_whitespace();
    may_be_a_total(name) || words.next().is_some_and(|word| word.eq_ignore_ascii_case("all")) && words.next().is_some()
}

/// Whether an amount of a row is the sum of those of other rows, whatever their order. Of the rows about the same it may be the
/// total, with or without those that are called totals; or a sub-total, which makes what all but one of them make, or with the
/// others that are called so what all others make. A total of rows about different things, such as the contracts with all
/// providers, often stands at one of them: there it must be the sum of all other rows of its time.
pub(super) fn adds_up_others(plan: &Plan, table: Table, row: u32) -> bool {
    let others = |is_alike: fn(ColumnKind) -> bool| -> Vec<u32> {
        let store = plan.store(table);
        let is_one =
            |other: &u32| *other != row && store.counts(*other) && is_like(plan, table, [row, *other], is_alike);
        (0..store.rows()).filter(is_one).collect()
    };
    let of_its_time = others(says_when);
    let mut columns = table.columns().iter().enumerate().filter(|(_, column)| is_added_up(table, column.kind));
    adds_up_alike(plan, table, row, &others(says_about))
        || columns.any(|(at, _)| is_sum(plan, table, (row, at), &of_its_time))
}

fn adds_up_alike(plan: &Plan, table: Table, row: u32, alike: &[u32]) -> bool {
    // Among them may be totals of parts, and things with such a name.
    let (totals, parts): (Vec<u32>, Vec<u32>) = alike.iter().partition(|other| is_total(plan, table, **other));
    let columns = table.columns().iter().enumerate();
    let mut sums = columns.filter(|(_, column)| is_added_up(table, column.kind)).map(|(at, _)| at);
    sums.any(|at| {
        let of = |rows: &[u32]| Sum::of(plan, table, at, rows);
        let (own, others, all, rest) = (of(&[row]), of(&totals), of(alike), of(&parts));
        let all_but_one = |part: &u32| own.is_sum_of(&rest.without(&of(&[*part])));
        own.is_sum_of(&rest)
            || own.is_sum_of(&all)
            || others.count > 0 && own.with(&others).is_sum_of(&rest)
            || parts.iter().any(all_but_one)
    })
}

/// The sum of a column over some rows, how far it may lie from the exact one, and how many rows have a number there.
pub(super) struct Sum {
    sum: Fixed,
    reach: Fixed,
    count: usize,
}

impl Sum {
    pub(super) fn of(plan: &Plan, table: Table, at: usize, rows: &[u32]) -> Self {
        let numbers = rows.iter().filter_map(|row| plan.content_at(table, *row, at).number());
        let numbers = numbers.filter(|(number, _)| !number.is_zero());
        numbers.fold(Self { sum: Fixed::ZERO, reach: Fixed::ZERO, count: 0 }, |all, (number, half_unit)| Self {
            sum: all.sum.plus(number),
            reach: all.reach.plus(half_unit),
            count: all.count + 1,
        })
    }

    /// Without a part of it.
    pub(super) fn without(&self, part: &Self) -> Self {
        Self {
            sum: self.sum.minus(part.sum),
            reach: self.reach.minus(part.reach),
            count: self.count.saturating_sub(part.count),
        }
    }

    /// Whether no row has a number there but nothing.
    pub(super) const fn is_of_nothing(&self) -> bool {
        self.count == 0
    }

    /// With another, where each has a number.
    fn with(&self, other: &Self) -> Self {
        let count = if self.count == 0 { 0 } else { self.count.saturating_add(other.count) };
        Self { sum: self.sum.plus(other.sum), reach: self.reach.plus(other.reach), count }
    }

    /// Whether it is given, and what at least so many others make together, as far as all are rounded.
    pub(super) fn is_sum_of(&self, others: &Self) -> bool {
        let apart = self.sum.minus(others.sum);
        let reach = self.reach.plus(others.reach);
        let is_near = !apart.is_fault() && !reach.is_below(apart.maximum(apart.negated()));
        self.count > 0 && others.count >= FEWEST && is_near
    }
}

fn is_total(plan: &Plan, table: Table, row: u32) -> bool {
    plan.title(table, row).is_some_and(names_all)
}

/// Amounts are added up, and so are staff. Other numbers, such as that of a programme in the plan, only follow each other.
const fn is_added_up(table: Table, kind: ColumnKind) -> bool {
    matches!(kind, ColumnKind::Money) || matches!((table, kind), (Table::StaffGroup, ColumnKind::Measured))
}

/// Whether a column says what a row is about.
pub(super) const fn says_about(kind: ColumnKind) -> bool {
    matches!(kind, ColumnKind::Reference(_) | ColumnKind::Year | ColumnKind::Month | ColumnKind::Choice(_))
}

/// Whether a column says at which time it is.
const fn says_when(kind: ColumnKind) -> bool {
    matches!(kind, ColumnKind::Year | ColumnKind::Month)
}

/// Whether another row says in some columns what a row says there: the same list, organisation, year and so on.
fn is_like(plan: &Plan, table: Table, [row, other]: [u32; 2], says: fn(ColumnKind) -> bool) -> bool {
    let mut columns = table.columns().iter().enumerate().filter(|(_, column)| says(column.kind));
    columns.all(|(at, _)| {
        let column = plan.store(table).column(at);
        column.is_empty_at(row) || column.code(row) == column.code(other)
    })
}

/// Whether an amount or a number of things in a row is the sum of those in others.
pub(super) fn is_sum_of(plan: &Plan, table: Table, row: u32, parts: &[u32]) -> bool {
    let adds_up = |kind| matches!(kind, ColumnKind::Money | ColumnKind::Count | ColumnKind::Measured);
    let mut columns = table.columns().iter().enumerate().filter(|(_, column)| adds_up(column.kind));
    columns.any(|(at, _)| is_sum(plan, table, (row, at), parts))
}

fn is_sum(plan: &Plan, table: Table, (row, at): (u32, usize), others: &[u32]) -> bool {
    Sum::of(plan, table, at, &[row]).is_sum_of(&Sum::of(plan, table, at, others))
}
