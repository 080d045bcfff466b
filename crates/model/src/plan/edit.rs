use super::store::StoredCell;
use super::text::{Understood, empty_cell, understand, unknown_name};
use super::{CellInput, CellProblem, ColumnKind, Content, Plan, SortedNames, Table, names};
use crate::quantity::MoneyUnit;

impl Plan {
    /// Writes something else into a cell, or empties it. What it means is understood in the same way as in a file.
    ///
    /// ```
    /// use one_plan_model::example;
    /// use one_plan_model::plan::{CellInput, Programme, RowType, Table};
    /// let mut plan = example::plan(r#""programmes": [{"id": "acute", "name": "Acute Care"}]"#);
    /// plan.set_cell(Table::Programme, 0, Programme::name.position(), Some(CellInput::Text("Acute"))).unwrap();
    /// assert_eq!(plan.title(Table::Programme, 0), Some("Acute"));
    /// assert!(plan.set_cell(Table::Programme, 0, Programme::id.position(), None).is_err());
    /// ```
    ///
    /// # Errors
    ///
    /// What is wrong with the new content; the plan then stays as it is.
    pub fn set_cell(
        &mut self,
        table: Table,
        row: u32,
        column: u8,
        input: Option<CellInput<'_>>,
    ) -> Result<(), CellProblem> {
        let at = usize::from(column);
        let Some(of) = table.columns().get(at).filter(|_| row < self.store(table).rows()) else {
            return Err(CellProblem {
                what: format!("the table \"{}\" has no such cell", table.name()),
                expected: "a row and a column that the table has".into(),
            });
        };
        let kind = of.kind;
        let Some(input) = input else {
            if of.required {
                return Err(empty_cell(kind));
            }
            return self.put(table, row, at, None);
        };
        let unit = table.columns().iter().position(|column| matches!(column.kind, ColumnKind::MoneyUnit));
        let unit = unit.and_then(|unit| match self.content_at(table, row, unit) {
            Content::Unit(unit) => Some(unit),
            _ => None,
        });
        match understand(kind, input, unit)? {
            Understood::Cell(cell) => self.put(table, row, at, Some(cell)),
            Understood::Name(to, name) => {
                let found = self.find(to, name).ok_or_else(|| unknown_name(to, name))?;
                self.put(table, row, at, Some(StoredCell::Code(found)))
            }
        }
    }

    fn put(&mut self, table: Table, row: u32, column: usize, cell: Option<StoredCell<'_>>) -> Result<(), CellProblem> {
        let kind = table.columns().get(column).map(|column| column.kind);
        if let Some(ColumnKind::MoneyUnit) = kind {
            self.put_unit(table, row, cell)?;
        }
        self.store_mut(table).replace(row, column, cell);
        if table.has_identifiers() && column == names::IDENTIFIER {
            let names = SortedNames::of(self.store(table));
            self.set_names(table, names);
        }
        Ok(())
    }

    /// The amounts of a row mean something else in another unit: their digits stay, their values change.
    fn put_unit(&mut self, table: Table, row: u32, unit: Option<StoredCell<'_>>) -> Result<(), CellProblem> {
        let unit = match unit {
            Some(StoredCell::Code(unit)) => MoneyUnit::ALL.get(unit as usize).copied(),
            _ => None,
        };
        let money = table.columns().iter().enumerate().filter(|(_, column)| matches!(column.kind, ColumnKind::Money));
        let mut changed = Vec::new();
        for (at, column) in money {
            // As they are written, commas and all.
            let Some(digits) = self.written_cell(table, row, column.name) else { continue };
            if let Understood::Cell(StoredCell::Number(value, form)) =
                understand(column.kind, CellInput::Text(&digits), unit)?
            {
                changed.push((at, value, form));
            }
        }
        for (at, value, form) in changed {
            self.store_mut(table).replace(row, at, Some(StoredCell::Number(value, form)));
        }
        Ok(())
    }
}
