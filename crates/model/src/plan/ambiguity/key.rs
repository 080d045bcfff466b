//! What a row is about, by the key of its table.

use crate::pace::{Pace, at_once};
use crate::plan::{ColumnKind, ColumnStore, Content, Plan, Table, TableStore, observe};
use crate::quantity::ordered_rows;
use std::cmp::Ordering;

impl Plan {
    /// The rows of a table that are about the same, all of one subject together in the order of the file; none in a table
    /// without a key. An empty cell is the same as another empty cell, and where it asks for yes or no the same as no.
    ///
    /// ```
    /// use one_plan_model::{example, plan::Table};
    /// let plan = example::plan(r#""organisations": [{"id": "o", "name": "O", "kind": "nhs-trust"}],
    ///     "beds": [{"provider": "o", "now": "10"}, {"provider": "o", "now": "12"}]"#);
    /// assert_eq!(plan.doubles(Table::ProviderBeds), [[0, 1]]);
    /// ```
    pub fn doubles(&self, table: Table) -> Vec<Vec<u32>> {
        at_once(self.doubles_in_slices(table, &Pace::UNBROKEN))
    }

    /// The same, giving way between parts of the work.
    pub(super) async fn doubles_in_slices(&self, table: Table, pace: &Pace<'_>) -> Vec<Vec<u32>> {
        let store = self.store(table);
        let key = table.key();
        if key.is_empty() || store.rows() < 2 {
            return Vec::new();
        }
        let columns = key_columns(table, store);
        let compare = |left: u32, right: u32| {
            let columns = columns.iter().map(|column| column.compare(left, right));
            columns.fold(Ordering::Equal, Ordering::then)
        };
        // With other numbers other rows would be about the same.
        for column in key {
            if let ColumnStore::Numbers(_) = store.column(usize::from(*column)) {
                (0..store.rows()).for_each(|row| observe::note(table, row, *column));
            }
        }
        if are_in_order(store.rows(), &columns) {
            return Vec::new();
        }
        let rows = ordered_rows(store.rows(), &compare, pace).await;
        let same = rows.chunk_by(|left, right| compare(*left, *right) == Ordering::Equal);
        same.filter(|same| same.len() > 1).map(<[u32]>::to_vec).collect()
    }

    /// What a row is about, in the words of a person: its name, or else what the columns of its key say, or the first
    /// cells that are no numbers.
    ///
    /// ```
    /// use one_plan_model::{example, plan::Table};
    /// let plan = example::plan(r#""organisations": [{"id": "o", "name": "St Elsewhere", "kind": "nhs-trust"}],
    ///     "resource_limits": [{"organisation": "o", "year": "2011/12", "unit": "£m"}]"#);
    /// assert_eq!(plan.row_words(Table::ResourceLimit, 0), "St Elsewhere, 2011/12");
    /// ```
    pub fn row_words(&self, table: Table, row: u32) -> String {
        if let Some(title) = self.title(table, row) {
            return title.to_owned();
        }
        let of_key: Vec<usize> = table.key().iter().map(|column| usize::from(*column)).collect();
        let words: Vec<String> = of_key.iter().filter_map(|column| self.cell_words(table, row, *column)).collect();
        if !words.is_empty() {
            return words.join(", ");
        }
        // Where no key is filled, the first cells that are no numbers tell a row from others, whatever its place is.
        let columns = table.columns().iter().enumerate();
        let says_what =
            columns.filter(|(_, column)| !column.kind.is_number() && column.name != "unit").map(|(at, _)| at);
        let words: Vec<String> = says_what.filter_map(|column| self.cell_words(table, row, column)).take(3).collect();
        if words.is_empty() { format!("a row of {}", table.words()) } else { words.join(", ") }
    }

    /// What a cell says, in the words of a person; nothing where it is empty.
    pub(crate) fn cell_words(&self, table: Table, row: u32, at: usize) -> Option<String> {
        let column = table.columns().get(at)?;
        match (self.store(table).content(row, at), column.kind) {
            (Content::Row(to), ColumnKind::Reference(table)) => self.title(table, to).map(str::to_owned),
            (Content::Month(month), _) => Some(month.words()),
            (Content::Date(date), _) => Some(date.words()),
            (Content::Due(due), _) => Some(due.words()),
            _ => self.written_cell(table, row, column.name),
        }
    }
}

impl Table {
    /// What identifies a row, in words such as "organisation and year"; nothing where several rows may be about the same.
    pub fn key_words(self) -> Option<String> {
        let names = self.key().iter().filter_map(|column| self.columns().get(usize::from(*column)));
        let names: Vec<String> = names.map(|column| column.name.replace('_', " ")).collect();
        match names.as_slice() {
            [] => None,
            [one] => Some(one.clone()),
            [all @ .., last] => Some(format!("{} and {last}", all.join(", "))),
        }
    }

    /// What the table is called in a sentence, such as "resource limits".
    pub fn words(self) -> String {
        self.name().replace('_', " ")
    }
}

/// A column of a key.
#[derive(Clone, Copy)]
struct KeyColumn<'a> {
    cells: &'a ColumnStore,
    /// Whether it asks for yes or no: who says neither means no.
    is_flag: bool,
}

fn key_columns(table: Table, store: &TableStore) -> Vec<KeyColumn<'_>> {
    let columns = table.key().iter().map(|at| usize::from(*at));
    let of = |at: usize| KeyColumn {
        cells: store.column(at),
        is_flag: table.columns().get(at).is_some_and(|column| matches!(column.kind, ColumnKind::Flag)),
    };
    columns.map(of).collect()
}

impl KeyColumn<'_> {
    fn compare(self, left: u32, right: u32) -> Ordering {
        match self.cells {
            ColumnStore::Empty => Ordering::Equal,
            ColumnStore::Codes(_) => self.code(left).cmp(&self.code(right)),
            ColumnStore::Texts(texts) => texts.get(left).cmp(&texts.get(right)),
            ColumnStore::Numbers(numbers) => match (numbers.get(left), numbers.get(right)) {
                (Some((left, _)), Some((right, _))) => left.cmp(&right),
                (left, right) => left.is_some().cmp(&right.is_some()),
            },
        }
    }

    fn code(self, row: u32) -> Option<u32> {
        self.cells.code(row).or(self.is_flag.then_some(NO))
    }
}

/// The code of no.
const NO: u32 = 0;

/// Whether each row of a table comes after the one before it, by the columns of its key: then no two are about the same.
/// Most files have their rows in order, and one look at each is enough.
fn are_in_order(rows: u32, key: &[KeyColumn<'_>]) -> bool {
    let codes: Vec<&[u32]> = key.iter().map_while(codes_of).collect();
    let others = key.iter().skip(codes.len());
    (1..rows).all(|row| {
        let (one, other) = (row as usize - 1, row as usize);
        for column in &codes {
            if let (Some(one), Some(other)) = (column.get(one), column.get(other))
                && one != other
            {
                // An empty cell comes first, and its code is the largest.
                return one.wrapping_add(1) < other.wrapping_add(1);
            }
        }
        let mut others = others.clone().map(|column| column.compare(row - 1, row));
        others.find(|order| order.is_ne()).is_some_and(Ordering::is_lt)
    })
}

/// The codes of a column, where those alone say which cells are the same; none where no cell is filled.
fn codes_of<'a>(column: &KeyColumn<'a>) -> Option<&'a [u32]> {
    match column.cells {
        _ if column.is_flag => None,
        ColumnStore::Empty => Some(&[]),
        ColumnStore::Codes(codes) => Some(codes),
        _ => None,
    }
}
