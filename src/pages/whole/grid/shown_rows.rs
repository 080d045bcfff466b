//! Which rows of a table a grid shows, and in which order. The order of the plan stays as it is: only what is seen changes.

use super::edits::shown;
use crate::components::mentions;
use one_plan_model::plan::{Content, Plan, Table};
use one_plan_model::quantity::{Date, Decimal, Month};
use std::cmp::Ordering;

/// What a person asked to see.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// Only rows that have these words; empty for all rows.
    pub only: String,
    /// The column by which the rows stand; none for the order of the plan.
    pub order: Option<Order>,
}

/// By which column rows stand, and which way round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// The position of the column.
    pub column: usize,
    /// Whether the largest stands first.
    pub descending: bool,
}

/// The rows that are shown, from the first to the last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ShownRows {
    /// All rows as they stand in the plan: so many.
    All(u32),
    /// These rows of the plan.
    Chosen(Vec<u32>),
}

impl ShownRows {
    /// The rows of a table that fit a choice. Rows that are equal in the column stay in the order of the plan; rows in which
    /// it is empty come last, whichever way round.
    pub fn of(plan: &Plan, table: Table, choice: &Choice) -> Self {
        let all = plan.store(table).rows();
        let words = choice.only.trim();
        if words.is_empty() && choice.order.is_none() {
            return Self::All(all);
        }
        let mut rows: Vec<u32> = (0..all).filter(|row| words.is_empty() || has(plan, table, *row, words)).collect();
        if let Some(order) = choice.order {
            let value = |row: u32| Value::of(plan, table, row, order.column);
            let mut valued: Vec<(Value, u32)> = rows.iter().map(|row| (value(*row), *row)).collect();
            valued.sort_by(|(one, _), (other, _)| one.compare(other, order.descending));
            rows = valued.into_iter().map(|(_, row)| row).collect();
        }
        Self::Chosen(rows)
    }

    /// How many rows are shown.
    pub fn count(&self) -> u32 {
        match self {
            Self::All(count) => *count,
            Self::Chosen(rows) => u32::try_from(rows.len()).unwrap_or(u32::MAX),
        }
    }

    /// The row of the plan that is shown at a place.
    pub fn at(&self, place: u32) -> Option<u32> {
        match self {
            Self::All(count) => (place < *count).then_some(place),
            Self::Chosen(rows) => rows.get(place as usize).copied(),
        }
    }

    /// The place at which a row of the plan is shown; nothing where it is not.
    pub fn place_of(&self, row: u32) -> Option<u32> {
        match self {
            Self::All(count) => (row < *count).then_some(row),
            Self::Chosen(rows) => u32::try_from(rows.iter().position(|shown| *shown == row)?).ok(),
        }
    }

    /// The rows of the plan that are shown from one place to another.
    pub fn between(&self, places: std::ops::RangeInclusive<u32>) -> Vec<u32> {
        places.filter_map(|place| self.at(place)).collect()
    }
}

/// The next cell behind a place that has the words, round to the place itself.
pub fn next_with(
    plan: &Plan,
    table: Table,
    rows: &ShownRows,
    (row, column): (u32, usize),
    words: &str,
) -> Option<(u32, usize)> {
    let columns = table.columns().len();
    let words = words.trim();
    if words.is_empty() {
        return None;
    }
    next_where(
        (rows.count(), columns),
        (row, column),
        |place| rows.at(place),
        |row, at| mentions(&shown(plan, table, row, at), words),
    )
}

/// The next cell behind a place of which something holds, round to the place itself, in a grid of so many rows and columns;
/// `at` gives the row of the plan at a place, and nothing where none of its cells can be meant.
pub fn next_where(
    (rows, columns): (u32, usize),
    (row, column): (u32, usize),
    at: impl Fn(u32) -> Option<u32>,
    fits: impl Fn(u32, usize) -> bool,
) -> Option<(u32, usize)> {
    let within = |place: u32, columns: std::ops::Range<usize>| {
        let row = at(place)?;
        columns.into_iter().find(|column| fits(row, *column)).map(|column| (place, column))
    };
    let below = || (row.saturating_add(1)..rows).chain(0..row).find_map(|place| within(place, 0..columns));
    within(row, column.saturating_add(1)..columns).or_else(below).or_else(|| within(row, 0..column.saturating_add(1)))
}

fn has(plan: &Plan, table: Table, row: u32, words: &str) -> bool {
    (0..table.columns().len()).any(|column| mentions(&shown(plan, table, row, column), words))
}

/// What a cell is put in order by.
enum Value {
    Nothing,
    Number(Decimal),
    Words(String),
}

impl Value {
    fn of(plan: &Plan, table: Table, row: u32, column: usize) -> Self {
        match plan.content_at(table, row, column) {
            Content::Empty => Self::Nothing,
            Content::Amount(amount) => Self::Number(amount.pounds()),
            Content::Count(count) => Self::Number(count.number()),
            Content::Measured(number) => Self::Number(number.number()),
            Content::Exact(number) => Self::Number(number),
            Content::Rate(rate) => Self::Number(rate.fraction()),
            Content::Month(month) => Self::day(month.first_day()),
            Content::Date(date) => Self::day(date),
            Content::Due(due) => Self::day(due.last_day()),
            _ => Self::Words(shown(plan, table, row, column).to_lowercase()),
        }
    }

    fn day(date: Date) -> Self {
        Self::Number(date.days_after(Month::at(0).first_day()).into())
    }

    fn compare(&self, other: &Self, descending: bool) -> Ordering {
        let way = |order: Ordering| if descending { order.reverse() } else { order };
        match (self, other) {
            (Self::Nothing, Self::Nothing) => Ordering::Equal,
            (Self::Nothing, _) => Ordering::Greater,
            (_, Self::Nothing) => Ordering::Less,
            (Self::Number(one), Self::Number(other)) => way(one.cmp(other)),
            (Self::Words(one), Self::Words(other)) => way(one.cmp(other)),
            (Self::Number(_), Self::Words(_)) => way(Ordering::Less),
            (Self::Words(_), Self::Number(_)) => way(Ordering::Greater),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::example;
    use one_plan_model::plan::{ProgrammeSaving, RowType};

    fn plan() -> Plan {
        example::plan(
            r#""programmes": [{"id": "a", "name": "Acute Care"}, {"id": "b", "name": "Beds"}],
            "programme_savings": [
                {"programme": "a", "year": "2011/12", "part": "commissioner", "amount": "1", "unit": "£m"},
                {"programme": "b", "year": "2011/12", "part": "provider", "amount": "900", "unit": "£000"},
                {"programme": "a", "year": "2012/13", "part": "provider", "amount": "(2)", "unit": "£m"},
                {"year": "2012/13", "part": "provider", "amount": "5", "unit": "£m"}]"#,
        )
    }

    fn rows(only: &str, order: Option<(usize, bool)>) -> Vec<u32> {
        let order = order.map(|(column, descending)| Order { column, descending });
        let shown = ShownRows::of(&plan(), Table::ProgrammeSaving, &Choice { only: only.to_owned(), order });
        shown.between(0..=shown.count())
    }

    #[test]
    fn rows_stand_by_what_money_is_and_not_by_how_it_is_written() {
        let amount = usize::from(ProgrammeSaving::amount.position());
        assert_eq!(rows("", Some((amount, false))), [2, 1, 0, 3]);
        assert_eq!(rows("", Some((amount, true))), [3, 0, 1, 2]);
    }

    #[test]
    fn what_is_empty_comes_last_and_equals_stay_in_the_order_of_the_plan() {
        let programme = usize::from(ProgrammeSaving::programme.position());
        assert_eq!(rows("", Some((programme, false))), [0, 2, 1, 3]);
        assert_eq!(rows("", Some((programme, true))), [1, 0, 2, 3]);
    }

    #[test]
    fn only_rows_with_the_words_are_shown() {
        assert_eq!(rows("acute", None), [0, 2]);
        assert_eq!(rows("acute", Some((4, true))).len(), 2);
        assert_eq!(rows("nowhere", None), Vec::<u32>::new());
    }

    #[test]
    fn the_next_cell_with_the_words_is_found_round_the_end() {
        let (plan, table) = (plan(), Table::ProgrammeSaving);
        let shown = ShownRows::of(&plan, table, &Choice::default());
        let next = |at, words: &str| next_with(&plan, table, &shown, at, words);
        assert_eq!(next((0, 0), "acute"), Some((2, 0)));
        assert_eq!(next((2, 0), "acute"), Some((0, 0)));
        assert_eq!(next((1, 0), "beds"), Some((1, 0)), "the cell itself is the last that is looked at");
        assert_eq!(next((0, 0), "nowhere"), None);
        assert_eq!(next((0, 0), " "), None);
    }
}
