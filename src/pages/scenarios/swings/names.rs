//! What the numbers and levers are called that may move a figure.

use crate::components::choice_words;
use one_plan_model::plan::{CellAddress, ColumnKind, Content, Plan};
use one_plan_model::scenario::Input;

/// What a number or lever is called by itself.
pub fn input_words(plan: &Plan, input: &Input) -> String {
    match input {
        Input::Cell(CellAddress { table, row, column }) => {
            format!("{}, {}: {}", choice_words(table.name()), plan.row_words(*table, *row), choice_words(column))
        }
        Input::Lever(lever) => lever.name(plan),
    }
}

/// What each input is called. Inputs of one name get what tells them apart: the first column in which all of them say
/// something else, or else the numbers of their rows.
pub fn told_apart(plan: &Plan, inputs: &[&Input]) -> Vec<String> {
    let plain: Vec<String> = inputs.iter().map(|input| input_words(plan, input)).collect();
    let mut names = plain.clone();
    for (at, (input, name)) in inputs.iter().zip(&mut names).enumerate() {
        let Input::Cell(own) = input else { continue };
        let same: Vec<CellAddress> = (plain.iter().zip(inputs).enumerate())
            .filter(|(other, (words, _))| *other != at && plain.get(at) == Some(*words))
            .filter_map(|(_, (_, input))| if let Input::Cell(cell) = input { Some(*cell) } else { None })
            .collect();
        if same.is_empty() {
            continue;
        }
        let columns = 0..own.table.columns().len();
        let apart = columns.filter_map(|column| shown_in(plan, *own, column)).find_map(|(column, own)| {
            let is_own = same.iter().all(|other| shown_in(plan, *other, column).is_none_or(|(_, of)| of != own));
            is_own.then_some(own)
        });
        name.push_str(&format!(", {}", apart.unwrap_or_else(|| format!("row {}", u64::from(own.row) + 1))));
    }
    names
}

/// What stands in a column of the row of a cell, where it can tell rows apart: another row, a year, a date, a choice.
fn shown_in(plan: &Plan, cell: CellAddress, at: usize) -> Option<(usize, String)> {
    let column = cell.table.columns().get(at)?;
    let shown = match (plan.content_at(cell.table, cell.row, at), column.kind) {
        (Content::Row(of), ColumnKind::Reference(other)) => plan.title(other, of)?.to_owned(),
        (Content::Year(year), _) => year.to_string(),
        (Content::Month(month), _) => month.to_string(),
        (Content::Date(date), _) => date.to_string(),
        (Content::Choice(_), _) => choice_words(&plan.written_cell(cell.table, cell.row, column.name)?),
        _ => return None,
    };
    Some((at, shown))
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::example;
    use one_plan_model::plan::Table;

    #[test]
    fn inputs_of_one_name_say_what_tells_them_apart() {
        let plan = example::plan(
            r#""organisations": [{"id": "n", "name": "North"}, {"id": "s", "name": "South"}],
            "budget_lines": [
                {"id": "a", "name": "Prescribing", "year": "2026/27", "organisation": "n", "gross": "3", "unit": "£"},
                {"id": "b", "name": "Prescribing", "year": "2026/27", "organisation": "s", "gross": "4", "unit": "£"},
                {"id": "c", "name": "Community", "year": "2026/27", "organisation": "s", "gross": "5", "unit": "£"},
                {"id": "d", "name": "Same", "gross": "6", "unit": "£"},
                {"id": "e", "name": "Same", "gross": "7", "unit": "£"}]"#,
        );
        let inputs: Vec<Input> =
            (0..5).map(|row| Input::Cell(CellAddress { table: Table::BudgetLine, row, column: "gross" })).collect();
        let names = told_apart(&plan, &inputs.iter().collect::<Vec<_>>());
        let ends: Vec<&str> = names.iter().map(|name| name.rsplit_once(": ").map_or("", |(_, end)| end)).collect();
        assert_eq!(ends, ["gross, North", "gross, South", "gross", "gross, row 4", "gross, row 5"]);
    }
}
