use crate::plan::{CellAddress, ColumnStore, Plan, Table};

impl Plan {
    /// The cells whose numbers are others in another plan; nothing where the two differ in anything but the values of
    /// numbers, so that the one cannot be had from the other by [`with_numbers`](Self::with_numbers).
    ///
    /// ```
    /// use one_plan_model::example;
    /// use one_plan_model::plan::{CellAddress, Table};
    /// use one_plan_model::quantity::Fixed;
    /// let plan = example::plan(r#""rotas": [{"id": "r", "name": "R", "needed": "8", "doctors": "6"}]"#);
    /// let needed = CellAddress { table: Table::Rota, row: 0, column: "needed" };
    /// let other = plan.with_numbers([(needed, Fixed::whole(9))]);
    /// assert_eq!(plan.numbers_that_differ(&other), Some(vec![needed]));
    /// assert_eq!(plan.numbers_that_differ(&example::plan(r#""rotas": []"#)), None);
    /// ```
    pub fn numbers_that_differ(&self, other: &Self) -> Option<Vec<CellAddress>> {
        let mut cells = Vec::new();
        for table in Table::ALL {
            let (own, of_other) = (self.store(*table), other.store(*table));
            if std::ptr::eq(own, of_other) {
                continue;
            }
            if own.rows() != of_other.rows() {
                return None;
            }
            for (at, column) in table.columns().iter().enumerate() {
                match (own.column(at), of_other.column(at)) {
                    (ColumnStore::Empty, ColumnStore::Empty) => {}
                    (left @ ColumnStore::Numbers(_), right @ ColumnStore::Numbers(_)) => {
                        for row in 0..own.rows() {
                            match (left.number(row), right.number(row)) {
                                (None, None) => {}
                                (Some((one, _)), Some((two, _))) if one == two => {}
                                (Some(_), Some(_)) => {
                                    cells.push(CellAddress { table: *table, row, column: column.name })
                                }
                                _ => return None,
                            }
                        }
                    }
                    (left, right) => {
                        let same = |row: u32| {
                            left.code(row) == right.code(row)
                                && left.text(row) == right.text(row)
                                && left.number(row).is_some() == right.number(row).is_some()
                        };
                        if !(0..own.rows()).all(same) {
                            return None;
                        }
                    }
                }
            }
        }
        Some(cells)
    }
}
