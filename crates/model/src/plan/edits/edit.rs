use crate::plan::{CellInput, CellProblem, ColumnKind, Plan, Table};

/// A change of a plan, as plain data: it can be kept, sent, made, and taken back.
///
/// Rows and columns are positions counted from zero; texts are those of a plan file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Something else stands in a cell, or nothing.
    SetCell {
        /// The table.
        table: Table,
        /// The row.
        row: u32,
        /// The column.
        column: u8,
        /// The text as in a plan file; nothing empties the cell.
        text: Option<Box<str>>,
    },
    /// Rows come into a table.
    InsertRows {
        /// The table.
        table: Table,
        /// The rows, in the order of where they are to stand.
        rows: Vec<NewRow>,
    },
    /// Rows go.
    RemoveRows {
        /// The table.
        table: Table,
        /// The rows, in their order.
        rows: Vec<u32>,
    },
}

impl Edit {
    /// The table that it changes.
    pub const fn table(&self) -> Table {
        match self {
            Self::SetCell { table, .. } | Self::InsertRows { table, .. } | Self::RemoveRows { table, .. } => *table,
        }
    }

    /// The cell that it changes, by table, row and column; nothing where rows come or go.
    pub const fn cell(&self) -> Option<(Table, u32, u8)> {
        match self {
            Self::SetCell { table, row, column, .. } => Some((*table, *row, *column)),
            Self::InsertRows { .. } | Self::RemoveRows { .. } => None,
        }
    }
}

/// A row that comes into a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRow {
    /// Where it stands once all rows of the change are there; behind the last row where the table is shorter.
    pub at: u32,
    /// Its cells by the position of the column; all others are empty.
    pub cells: Vec<(u8, Box<str>)>,
}

/// What came of edits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Applied {
    /// The edits that take it back, in the order in which they are to be made; none where nothing changed.
    pub undo: Vec<Edit>,
    /// What could not be done, and stays as it was.
    pub refused: Vec<Refused>,
}

/// A part of a change that could not be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The position of the edit.
    pub edit: usize,
    /// Of an edit that brings rows, the position of the row among them.
    pub new_row: Option<usize>,
    /// The column; nothing where it is about the row as a whole.
    pub column: Option<u8>,
    /// Why, and what was expected.
    pub problem: CellProblem,
}

/// How often cells are tried that could not be set because of others of the same change. The order is turned round each
/// time, so that a series of names of which each takes the place of the next is done after one of them.
const TIMES_TRIED: usize = 4;

impl Plan {
    /// Makes changes in their order. What cannot be done is told and left out; all the rest is done. Cells that follow one
    /// another may stand in any order: an amount before its unit, a name before the row that has it.
    ///
    /// ```
    /// use one_plan_model::example;
    /// use one_plan_model::plan::{Edit, Programme, RowType, Table};
    /// let mut plan = example::plan(r#""programmes": [{"id": "acute", "name": "Acute Care"}]"#);
    /// let column = Programme::name.position();
    /// let edit = Edit::SetCell { table: Table::Programme, row: 0, column, text: Some("Acute".into()) };
    /// let applied = plan.apply(&[edit]);
    /// assert_eq!(plan.title(Table::Programme, 0), Some("Acute"));
    /// plan.apply(&applied.undo);
    /// assert_eq!(plan.title(Table::Programme, 0), Some("Acute Care"));
    /// ```
    pub fn apply(&mut self, edits: &[Edit]) -> Applied {
        let mut applied = Applied::default();
        let mut at = 0;
        while let Some(edit) = edits.get(at) {
            match edit {
                Edit::SetCell { .. } => {
                    let cells = edits.iter().skip(at).take_while(|edit| matches!(edit, Edit::SetCell { .. })).count();
                    self.set_cells(edits, at..at + cells, &mut applied);
                    at += cells;
                    continue;
                }
                Edit::InsertRows { table, rows } => {
                    let (undo, refused) = self.insert_rows(*table, rows);
                    applied.undo.extend(undo);
                    applied.refused.extend(refused.into_iter().map(|refused| Refused { edit: at, ..refused }));
                }
                Edit::RemoveRows { table, rows } => match self.remove_rows(*table, rows) {
                    Ok(undo) => applied.undo.extend(undo),
                    Err(problem) => applied.refused.push(Refused { edit: at, new_row: None, column: None, problem }),
                },
            }
            at += 1;
        }
        applied.undo.reverse();
        applied
    }

    fn set_cells(&mut self, edits: &[Edit], of: std::ops::Range<usize>, applied: &mut Applied) {
        let mut waiting: Vec<usize> = of.collect();
        let mut refused = Vec::new();
        for _ in 0..TIMES_TRIED {
            let before = waiting.len();
            refused.clear();
            for at in std::mem::take(&mut waiting) {
                let Some(Edit::SetCell { table, row, column, text }) = edits.get(at) else { continue };
                match self.exchange_cell(*table, *row, *column, text.as_deref()) {
                    Ok(undo) => applied.undo.extend(undo.into_iter().rev()),
                    Err(problem) => {
                        waiting.push(at);
                        refused.push(Refused { edit: at, new_row: None, column: Some(*column), problem });
                    }
                }
            }
            if waiting.is_empty() || waiting.len() == before {
                break;
            }
            waiting.reverse();
        }
        refused.sort_unstable_by_key(|refused| refused.edit);
        applied.refused.append(&mut refused);
    }

    /// Sets a cell; gives what sets it back, in this order, or nothing where it says that already.
    fn exchange_cell(
        &mut self,
        table: Table,
        row: u32,
        column: u8,
        text: Option<&str>,
    ) -> Result<Vec<Edit>, CellProblem> {
        let of = table.columns().get(usize::from(column));
        let name = of.map_or("", |column| column.name);
        let before = self.written_cell(table, row, name);
        // What names a row by an identifier that none has would be taken along when the identifier is given back.
        let is_identifier = of.is_some_and(|column| matches!(column.kind, ColumnKind::Identifier));
        let named = text.filter(|_| is_identifier).map(|text| self.cells_naming(table, text)).unwrap_or_default();
        self.set_cell(table, row, column, text.map(CellInput::Text))?;
        if self.written_cell(table, row, name) == before {
            return Ok(Vec::new());
        }
        let back = Edit::SetCell { table, row, column, text: before.map(String::into_boxed_str) };
        let as_named = |(table, row, column)| Edit::SetCell { table, row, column, text: text.map(Into::into) };
        Ok(std::iter::once(back).chain(named.into_iter().map(as_named)).collect())
    }
}
