use crate::plan::cells::{Understood, empty_cell, understand, unknown_name, used_identifier};
use crate::plan::store::{StoredCell, names};
use crate::plan::{CellAddress, CellInput, CellProblem, ColumnKind, Content, Plan, Table};
use crate::quantity::{Fixed, MoneyUnit};
use std::sync::Arc;

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
            Understood::Cell(StoredCell::Text(text)) if matches!(kind, ColumnKind::Identifier) => {
                if let Some(earlier) = self.find(table, text).filter(|found| *found != row) {
                    return Err(used_identifier(text, earlier));
                }
                self.put(table, row, at, Some(StoredCell::Text(text)))
            }
            Understood::Cell(cell) => self.put(table, row, at, Some(cell)),
            Understood::Name(to, name) => {
                let found = self.find(to, name).ok_or_else(|| unknown_name(to, name))?;
                self.put(table, row, at, Some(StoredCell::Code(found)))
            }
        }
    }

    /// The plan with other numbers in some cells: pounds, things or fractions. They keep the form in which they are
    /// printed, as if somebody had printed the new number in the same way. A cell in which no number stands stays
    /// as it is.
    #[must_use]
    pub fn with_numbers(&self, numbers: impl IntoIterator<Item = (CellAddress, Fixed)>) -> Self {
        let mut plan = self.clone();
        plan.given.get_or_insert_with(|| Arc::new(self.clone()));
        for (address, number) in numbers {
            let Some(column) = address.table.column(address.column) else { continue };
            if let Some((_, form)) = plan.store(address.table).column(column).number(address.row) {
                let cell = Some(StoredCell::Number(number, form));
                plan.store_mut(address.table).replace(address.row, column, cell);
            }
        }
        plan
    }

    /// The plan as it is written, where [other numbers](Self::with_numbers) stand in some of its cells: what a plan means by a
    /// number does not change when the number is varied. Its rows are the same.
    pub(crate) fn as_given(&self) -> &Self {
        self.given.as_deref().unwrap_or(self)
    }

    /// The number in a cell: pounds, things or a fraction; nothing where there is none.
    pub fn number(&self, address: CellAddress) -> Option<Fixed> {
        let column = address.table.column(address.column)?;
        self.store(address.table).column(column).number(address.row).map(|(number, _)| number)
    }

    /// Every cell in which a number stands, in the order of the tables.
    pub fn number_cells(&self) -> impl Iterator<Item = CellAddress> {
        Table::ALL.iter().flat_map(move |table| {
            let store = self.store(*table);
            table.columns().iter().enumerate().flat_map(move |(at, column)| {
                let cells = store.column(at);
                let filled = (0..store.rows()).filter(move |row| cells.number(*row).is_some());
                filled.map(move |row| CellAddress { table: *table, row, column: column.name })
            })
        })
    }

    fn put(&mut self, table: Table, row: u32, column: usize, cell: Option<StoredCell<'_>>) -> Result<(), CellProblem> {
        let kind = table.columns().get(column).map(|column| column.kind);
        if let Some(ColumnKind::MoneyUnit) = kind {
            self.put_unit(table, row, cell)?;
        }
        if !(table.has_identifiers() && column == names::IDENTIFIER) {
            self.store_mut(table).replace(row, column, cell);
            return Ok(());
        }
        let had = self.identifier(table, row).map(str::to_owned);
        let mut names = self.take_names(table);
        names.take_out(self.store(table), row);
        self.store_mut(table).replace(row, column, cell);
        names.put_in(self.store(table), row);
        self.set_names(table, names);
        if let (Some(had), Some(StoredCell::Text(has))) = (had, cell) {
            self.follow_identifier(table, &had, has);
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
