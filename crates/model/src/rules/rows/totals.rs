//! By what a row is known as the total of other rows of its table.
//!
//! A row that is called nothing but total is one, and so may be a row about "All providers". Where total is only one word of its name, as in "Total staff", it may
//! be a thing of its own, as "Total hips" is: it counts as a total where it is the sum of the rows beside it.

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
pub(super) fn may_be_a_total(name: &str) -> bool {
    let mut words = name.split(|letter: char| !letter.is_alphanumeric());
    words.any(|word| WORDS.iter().any(|total| word.eq_ignore_ascii_case(total)))
}

/// Whether the name of an organisation, a setting or the like says that rows about it are totals.
pub(super) fn names_all(name: &str) -> bool {
    let mut words = name.split_whitespace();
    may_be_a_total(name) || words.next().is_some_and(|word| word.eq_ignore_ascii_case("all")) && words.next().is_some()
}

/// By what a row may be known as a total.
#[derive(Clone, Copy)]
pub(super) enum By<'a> {
    /// Its own name.
    Name,
    /// That to which it refers in a column; of each row of that table, whether it is called a total.
    Reference(usize, &'a [bool]),
}

impl By<'_> {
    pub(super) fn is_total(self, plan: &Plan, table: Table, row: u32) -> bool {
        match self {
            Self::Name => plan.title(table, row).is_some_and(may_be_a_total),
            Self::Reference(at, totals) => {
                let to = plan.store(table).column(at).code(row);
                to.is_some_and(|to| totals.get(to as usize).copied().unwrap_or_default())
            }
        }
    }

    /// Amounts are added up, and so are staff. Other numbers of rows with names of their own, such as that of a programme
    /// in the plan, only follow each other; in rows about others a number is one of things.
    const fn adds_up(self, table: Table, kind: ColumnKind) -> bool {
        match self {
            Self::Name => {
                matches!(kind, ColumnKind::Money) || matches!((table, kind), (Table::StaffGroup, ColumnKind::Measured))
            }
            Self::Reference(..) => matches!(kind, ColumnKind::Money | ColumnKind::Count | ColumnKind::Measured),
        }
    }
}

/// Whether an amount of a row is the sum of those of the other rows about the same, whatever their order.
pub(super) fn adds_up_others(plan: &Plan, table: Table, row: u32, by: By<'_>) -> bool {
    let store = plan.store(table);
    let is_alike =
        |other: &u32| *other != row && store.counts(*other) && about_the_same(plan, table, [row, *other], by);
    let alike: Vec<u32> = (0..store.rows()).filter(is_alike).collect();
    // Among them may be totals of parts, and things with such a name.
    let parts: Vec<u32> = alike.iter().copied().filter(|other| !by.is_total(plan, table, *other)).collect();
    let columns = table.columns().iter().enumerate();
    let mut sums = columns.filter(|(_, column)| by.adds_up(table, column.kind)).map(|(at, _)| at);
    sums.any(|at| is_sum(plan, table, (row, at), &parts) || is_sum(plan, table, (row, at), &alike))
}

/// Whether another row is about everything that a row says it is about: the same list, organisation, year and so on.
fn about_the_same(plan: &Plan, table: Table, [row, other]: [u32; 2], by: By<'_>) -> bool {
    let says_about = |kind: ColumnKind| {
        matches!(kind, ColumnKind::Reference(_) | ColumnKind::Year | ColumnKind::Month | ColumnKind::Choice(_))
    };
    let is_total_by = |at: usize| matches!(by, By::Reference(column, _) if column == at);
    let mut columns = table.columns().iter().enumerate().filter(|(_, column)| says_about(column.kind));
    columns.all(|(at, _)| {
        let column = plan.store(table).column(at);
        is_total_by(at) || column.is_empty_at(row) || column.code(row) == column.code(other)
    })
}

fn is_sum(plan: &Plan, table: Table, (row, at): (u32, usize), others: &[u32]) -> bool {
    let number = |row: u32| plan.content_at(table, row, at).number().filter(|(number, _)| !number.is_zero());
    let Some((total, half_unit)) = number(row) else { return false };
    let (mut sum, mut reach, mut count) = (Fixed::ZERO, half_unit, 0_usize);
    for (number, half_unit) in others.iter().filter_map(|other| number(*other)) {
        (sum, reach, count) = (sum.plus(number), reach.plus(half_unit), count + 1);
    }
    let apart = total.minus(sum);
    count >= FEWEST && !apart.is_fault() && !reach.is_below(apart.maximum(apart.negated()))
}
