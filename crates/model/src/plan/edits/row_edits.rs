use super::edit::{Edit, NewRow, Refused};
use crate::pace::{Pace, at_once};
use crate::plan::cells::{Understood, empty_cell, understand, unknown_name, used_identifier};
use crate::plan::store::{StoredCell, names};
use crate::plan::{CellInput, CellProblem, ColumnKind, Plan, SortedNames, Table, TableStore};
use crate::quantity::MoneyUnit;
use std::collections::BTreeMap;

/// Where the content of a row comes from when rows come or go.
#[derive(Clone, Copy)]
enum Origin {
    /// From this row as it was.
    Row(u32),
    /// From this one of the new rows.
    New(usize),
}

/// A new row whose cells are understood, as far as they can be used.
struct UsableRow<'a> {
    /// Among those that are to come.
    number: usize,
    at: u32,
    cells: Vec<(usize, Understood<'a>)>,
}

impl Plan {
    /// The cells that refer to one of some rows: the table, row and column of each. Cells of the rows themselves are not
    /// among them. What names a row by its number refers to it too.
    pub fn references_to(&self, table: Table, rows: &[u32]) -> Vec<(Table, u32, u8)> {
        let mut found = Vec::new();
        for other in Table::ALL {
            let store = self.store(*other);
            for (column, at) in other.columns().iter().zip(0_u8..) {
                if column.kind.refers_to() != Some(table) {
                    continue;
                }
                let cells = store.column(at.into());
                let refers = |row: &u32| cells.code(*row).is_some_and(|code| rows.binary_search(&code).is_ok());
                let own = |row: &u32| *other == table && rows.binary_search(row).is_ok();
                found.extend((0..store.rows()).filter(|row| refers(row) && !own(row)).map(|row| (*other, row, at)));
            }
        }
        let is_named = |row: &u32| rows.binary_search(row).is_ok();
        let by_number = self.numbered_rows(table).into_iter();
        let by_number = by_number.filter(|cell| cell.named_row().is_some_and(|row| is_named(&row)));
        let by_number = by_number.filter(|cell| !(cell.by == table && is_named(&cell.row)));
        found.extend(by_number.map(|cell| (cell.by, cell.row, cell.column)));
        found
    }

    /// Brings rows into a table; gives what takes them out again, and what could not be used.
    pub(super) fn insert_rows(&mut self, table: Table, rows: &[NewRow]) -> (Option<Edit>, Vec<Refused>) {
        let mut refused = Vec::new();
        let mut usable = self.understood_rows(table, rows, &mut refused);
        self.keep_resolvable(table, &mut usable, &mut refused);
        refused.sort_unstable_by_key(|refused| (refused.new_row, refused.column));
        if usable.is_empty() {
            return (None, refused);
        }
        usable.sort_by_key(|row| row.at);
        let mut order = Vec::new();
        let mut places = Vec::with_capacity(usable.len());
        let mut next_row = 0;
        let old_rows = self.store(table).rows();
        for (at, row) in usable.iter().enumerate() {
            // Rows that cannot be used leave no gap.
            let place = row.at.saturating_sub(u32::try_from(row.number.saturating_sub(at)).unwrap_or(u32::MAX));
            while next_row < old_rows && u32::try_from(order.len()).unwrap_or(u32::MAX) < place {
                order.push(Origin::Row(next_row));
                next_row += 1;
            }
            places.push(u32::try_from(order.len()).unwrap_or(u32::MAX));
            order.push(Origin::New(at));
        }
        order.extend((next_row..old_rows).map(Origin::Row));
        self.rearrange(table, &order, &usable);
        // The rows are there now, so that they can name one another.
        for (row, place) in usable.iter().zip(&places) {
            for (column, cell) in &row.cells {
                if let Understood::Name(to, name) = cell
                    && let Some(found) = self.find(*to, name)
                {
                    self.store_mut(table).replace(*place, *column, Some(StoredCell::Code(found)));
                }
            }
        }
        (Some(Edit::RemoveRows { table, rows: places }), refused)
    }

    /// Takes rows out of a table; gives what brings them back.
    pub(super) fn remove_rows(&mut self, table: Table, rows: &[u32]) -> Result<Option<Edit>, CellProblem> {
        let mut rows = rows.to_vec();
        rows.sort_unstable();
        rows.dedup();
        let all = self.store(table).rows();
        let Some(last) = rows.last() else { return Ok(None) };
        if *last >= all {
            return Err(CellProblem {
                what: format!("the table \"{}\" has no row {}", table.name(), u64::from(*last) + 1),
                expected: "rows that the table has".into(),
            });
        }
        if let Some((other, row, column)) = self.references_to(table, &rows).first() {
            let column = other.columns().get(usize::from(*column)).map_or("", |column| column.name);
            let row = u64::from(*row) + 1;
            return Err(CellProblem {
                what: format!("the table \"{}\" refers to it in row {row}, column \"{column}\"", other.name()),
                expected: "a row to which nothing refers".into(),
            });
        }
        let written = |row: u32| NewRow { at: row, cells: self.cells_of(table, row) };
        let undo = Edit::InsertRows { table, rows: rows.iter().map(|row| written(*row)).collect() };
        let stays = (0..all).filter(|row| rows.binary_search(row).is_err());
        let order: Vec<Origin> = stays.map(Origin::Row).collect();
        self.rearrange(table, &order, &[]);
        Ok(Some(undo))
    }

    /// The cells of a row that are not empty, as text, by the position of the column.
    pub fn cells_of(&self, table: Table, row: u32) -> Vec<(u8, Box<str>)> {
        let columns = table.columns().iter().zip(0_u8..);
        columns.filter_map(|(column, at)| Some((at, self.written_cell(table, row, column.name)?.into()))).collect()
    }

    /// Understands new rows one by one, without the names of other rows in them. A row is left out where a cell cannot be
    /// used that every row must fill.
    fn understood_rows<'a>(&self, table: Table, rows: &'a [NewRow], refused: &mut Vec<Refused>) -> Vec<UsableRow<'a>> {
        let unit_column = table.columns().iter().position(|column| matches!(column.kind, ColumnKind::MoneyUnit));
        let mut identifiers: BTreeMap<&str, usize> = BTreeMap::new();
        let mut usable = Vec::with_capacity(rows.len());
        for (number, row) in rows.iter().enumerate() {
            let given =
                |at: usize| row.cells.iter().find(|(column, _)| usize::from(*column) == at).map(|(_, text)| &**text);
            let unit = unit_column.and_then(given).and_then(MoneyUnit::read);
            let mut cells = Vec::with_capacity(row.cells.len());
            let mut is_usable = true;
            for (column, at) in table.columns().iter().zip(0_u8..) {
                let index = usize::from(at);
                let understood = match given(index) {
                    None if column.required => Err(empty_cell(column.kind)),
                    None => continue,
                    Some(text) => understand(column.kind, CellInput::Text(text), unit),
                };
                let understood = understood.and_then(|cell| match cell {
                    Understood::Cell(StoredCell::Text(id)) if table.has_identifiers() && index == names::IDENTIFIER => {
                        let taken = self.find(table, id).or_else(|| {
                            let earlier = identifiers.get(id).and_then(|earlier| rows.get(*earlier));
                            earlier.map(|earlier| earlier.at)
                        });
                        if let Some(taken) = taken {
                            return Err(used_identifier(id, taken));
                        }
                        identifiers.insert(id, number);
                        Ok(cell)
                    }
                    _ => Ok(cell),
                });
                match understood {
                    Ok(cell) => cells.push((index, cell)),
                    Err(problem) => {
                        is_usable = is_usable && !column.required;
                        refused.push(Refused { edit: 0, new_row: Some(number), column: Some(at), problem });
                    }
                }
            }
            if is_usable {
                usable.push(UsableRow { number, at: row.at, cells });
            }
        }
        usable
    }

    /// Leaves out the cells that name rows which there are not, nor will be, and rows that cannot be without such a cell.
    fn keep_resolvable(&self, table: Table, usable: &mut Vec<UsableRow<'_>>, refused: &mut Vec<Refused>) {
        loop {
            let mut comes: Vec<String> = Vec::new();
            for row in usable.iter() {
                if let Some((_, Understood::Cell(StoredCell::Text(id)))) = row.cells.first()
                    && table.has_identifiers()
                {
                    comes.push((*id).to_owned());
                }
            }
            comes.sort_unstable();
            let before = usable.len();
            usable.retain_mut(|row| {
                let number = row.number;
                let mut is_usable = true;
                row.cells.retain(|(column, cell)| {
                    let Understood::Name(to, name) = cell else { return true };
                    let comes = *to == table && comes.binary_search_by(|id| id.as_str().cmp(name)).is_ok();
                    let found = comes || self.find(*to, name).is_some();
                    if !found {
                        is_usable = is_usable && !table.columns().get(*column).is_some_and(|column| column.required);
                        refused.push(Refused {
                            edit: 0,
                            new_row: Some(number),
                            column: u8::try_from(*column).ok(),
                            problem: unknown_name(*to, name),
                        });
                    }
                    found
                });
                is_usable
            });
            if usable.len() == before {
                return;
            }
        }
    }

    /// Puts the rows of a table into another order, with new rows among them. Whatever refers to a row refers to it
    /// where it then stands; rows to which something refers must not be left out.
    fn rearrange(&mut self, table: Table, order: &[Origin], new: &[UsableRow<'_>]) {
        let store = self.store(table);
        let mut to = vec![u32::MAX; store.rows() as usize];
        let mut changed = TableStore::new(table);
        for from in order {
            let place = changed.rows();
            for column in 0..table.columns().len() {
                let cell = match from {
                    Origin::Row(row) => store.column(column).stored(*row),
                    Origin::New(row) => new.get(*row).and_then(|row| {
                        row.cells.iter().find_map(|(at, cell)| match cell {
                            Understood::Cell(cell) if *at == column => Some(*cell),
                            _ => None,
                        })
                    }),
                };
                changed.push(column, cell);
            }
            if let Origin::Row(row) = from
                && let Some(moved) = to.get_mut(*row as usize)
            {
                *moved = place;
            }
            changed.end_row();
        }
        let place_of = |row: u32| to.get(row as usize).copied().unwrap_or(row);
        let numbered = self.numbered_rows(table);
        *self.store_mut(table) = changed;
        if table.has_identifiers() {
            let names = at_once(SortedNames::of(self.store(table), &Pace::UNBROKEN));
            self.set_names(table, names);
        }
        self.renumber(table, &numbered, &to);
        if to.iter().zip(0..).all(|(place, row)| *place == row) {
            // They stand where they stood: new rows came behind them.
            return;
        }
        for other in Table::ALL {
            for (at, column) in other.columns().iter().enumerate() {
                if column.kind.refers_to() == Some(table) && !self.store(*other).column(at).is_unused() {
                    self.store_mut(*other).recode(at, &place_of);
                }
            }
        }
    }
}
