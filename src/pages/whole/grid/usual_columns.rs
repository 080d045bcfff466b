use super::change_names::name;
use super::edits::unit_column;
use one_plan_model::plan::{ColumnKind, Plan, Table};

/// So many columns from the beginning are usual where no row says which: a table is defined with what matters most first.
const FIRST: usize = 8;

/// So many rows are looked at to find what rows of a table mostly give.
const MOST_ROWS: u32 = 200;

/// The columns, by their positions, that a new row of a table is asked for first: those that every row must give, those
/// without which a figure is missing that a person expects, the name, and what half of the rows of the plan give, or where
/// there are none the first. An id is made from the name.
pub(super) fn usual_columns(plan: &Plan, table: Table) -> Vec<usize> {
    let rows = plan.store(table).rows().min(MOST_ROWS);
    let is_given = |at: usize| {
        let given = (0..rows).filter(|row| plan.written_cell(table, *row, name(table, at)).is_some()).count();
        if rows == 0 { at <= FIRST } else { 2 * given >= rows as usize }
    };
    let is_usual = |at: &usize| {
        let Some(column) = table.columns().get(*at) else { return false };
        match column.kind {
            ColumnKind::Identifier => false,
            ColumnKind::SourceLines => column.required,
            _ => column.required || column.rests.is_some() || is_given(*at) || (table.has_identifiers() && *at == 1),
        }
    };
    let mut usual: Vec<usize> = (0..table.columns().len()).filter(is_usual).collect();
    // An amount cannot be read without its unit.
    let is_money = |at: &usize| table.columns().get(*at).is_some_and(|column| matches!(column.kind, ColumnKind::Money));
    if let Some(unit) = unit_column(table).filter(|unit| !usual.contains(unit) && usual.iter().any(is_money)) {
        usual.push(unit);
        usual.sort_unstable();
    }
    if usual.is_empty() { (0..table.columns().len()).collect() } else { usual }
}

#[cfg(test)]
mod tests {
    use super::super::{change_names::name, edits::tests::plan};
    use super::*;

    fn names(plan: &Plan, table: Table) -> Vec<&'static str> {
        usual_columns(plan, table).into_iter().map(|at| name(table, at)).collect()
    }

    #[test]
    fn what_must_be_given_and_what_rows_mostly_give_comes_first() {
        let plan = plan();
        assert_eq!(names(&plan, Table::ProgrammeSaving), ["programme", "year", "part", "amount", "unit"]);
        let schemes = names(&plan, Table::Scheme);
        assert!(schemes.contains(&"name") && schemes.contains(&"gross") && schemes.contains(&"unit"), "{schemes:?}");
        assert!(!schemes.contains(&"id") && !schemes.contains(&"source"), "{schemes:?}");
        for table in Table::ALL.iter().copied() {
            let usual = usual_columns(&plan, table);
            assert!(!usual.is_empty(), "{}", table.name());
            for (at, column) in table.columns().iter().enumerate() {
                let is_asked = usual.contains(&at) || !column.required || matches!(column.kind, ColumnKind::Identifier);
                assert!(is_asked, "{}.{} must be given", table.name(), column.name);
            }
        }
    }
}
