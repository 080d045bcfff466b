//! What a person types or pastes into a cell, as a plan file would have it.

use super::names::Names;
use one_plan_model::plan::{CellProblem, ColumnKind, Plan};
use one_plan_model::quantity::{Decimal, Digits, Marked, MoneyUnit};

/// The cells of a text as a spreadsheet copies it: rows by lines, cells by tabs; in quotes where a cell has several lines.
pub fn cells_of_text(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut letters = text.chars().peekable();
    let mut is_quoted = false;
    while let Some(letter) = letters.next() {
        let Some(row) = rows.last_mut() else { break };
        let Some(cell) = row.last_mut() else { break };
        match letter {
            '"' if is_quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' if is_quoted => is_quoted = false,
            '"' if cell.is_empty() => is_quoted = true,
            '\t' if !is_quoted => row.push(String::new()),
            '\r' if !is_quoted => {}
            '\n' if !is_quoted => rows.push(vec![String::new()]),
            _ => cell.push(letter),
        }
    }
    // The last line ends like the others.
    if rows.last().is_some_and(|row| row.iter().all(String::is_empty)) {
        rows.pop();
    }
    rows
}

/// What stands in a cell as a plan file would have it; nothing empties the cell. What it means is for the reader of plan
/// files to say; here only what people write otherwise is put into its words: £ before an amount, a name in place of an id.
///
/// # Errors
///
/// Where it is no content at all.
pub fn given(
    plan: &Plan,
    names: &mut Names,
    kind: ColumnKind,
    unit: Option<MoneyUnit>,
    text: &str,
) -> Result<Option<Box<str>>, CellProblem> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    if text.len() > 1 && text.chars().all(|letter| letter == '#') {
        return Err(CellProblem {
            what: format!("\"{text}\" is what a spreadsheet shows where a column is too narrow"),
            expected: "the content: make the column wider there and copy it again".into(),
        });
    }
    let word = || text.to_lowercase().replace(' ', "-");
    Ok(Some(match kind {
        ColumnKind::Money => amount_in(unit, text).into(),
        ColumnKind::Rate => match Marked::of(text) {
            marked if marked.is_percent() && !marked.has_pounds => format!("{}%", marked.number).into(),
            _ => text.into(),
        },
        ColumnKind::Choice(choices) => {
            choices.iter().find(|choice| choice.word == word()).map_or(text, |choice| choice.word).into()
        }
        ColumnKind::Flag => match word().as_str() {
            "yes" | "true" => "yes".into(),
            "no" | "false" => "no".into(),
            _ => text.into(),
        },
        ColumnKind::Reference(table) if plan.find(table, text).is_none() => {
            let named = names.row(plan, table, text).and_then(|row| plan.identifier(table, row));
            named.unwrap_or(text).into()
        }
        _ => text.into(),
    }))
}

/// An amount as its row has it: without the sign of pounds, and moved from the unit that it says itself into that of the row.
fn amount_in(unit: Option<MoneyUnit>, text: &str) -> String {
    let marked = Marked::of(text);
    let moved = |from: MoneyUnit, to: MoneyUnit| {
        let pounds = Digits::read(&marked.number).ok()?.scaled(from.exponent()).ok()?;
        let number = Decimal::try_from_i128_with_scale(pounds.mantissa(), pounds.scale() + to.exponent()).ok()?;
        Some(number.normalize().to_string())
    };
    match (marked.money_unit(), unit) {
        (Some(own), Some(unit)) if own != unit => moved(own, unit).unwrap_or_else(|| text.to_owned()),
        (Some(_), _) => marked.number,
        (None, _) if marked.behind.is_empty() => marked.number,
        (None, _) => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::proportion::in_proportion;
    use super::*;
    use one_plan_model::example;
    use one_plan_model::plan::Table;

    #[test]
    fn a_text_of_a_spreadsheet_has_its_cells() {
        let cells = cells_of_text("a\t\"b \"\"c\"\"\nd\"\t\r\n1,234.50\t(12)\t5%\n");
        assert_eq!(cells, vec![vec!["a", "b \"c\"\nd", ""], vec!["1,234.50", "(12)", "5%"]]);
        assert_eq!(cells_of_text(""), Vec::<Vec<String>>::new());
    }

    #[test]
    fn what_people_write_is_put_into_the_words_of_a_plan_file() {
        let plan = example::plan(r#""programmes": [{"id": "a", "name": "Acute Care"}, {"id": "b", "name": "Other"}]"#);
        let of = |kind, text: &str| {
            let text = given(&plan, &mut Names::default(), kind, Some(MoneyUnit::Thousands), text);
            text.map(|text| text.map(String::from))
        };
        assert_eq!(of(ColumnKind::Money, " £1,234.50 "), Ok(Some("1,234.50".into())));
        assert_eq!(of(ColumnKind::Money, "(£12)"), Ok(Some("(12)".into())));
        assert_eq!(of(ColumnKind::Money, "  "), Ok(None));
        for (typed, taken) in [("£1.2m", "1200"), ("£350k", "350"), ("(£0.5m)", "-500"), ("tbc", "tbc"), ("5%", "5%")]
        {
            assert_eq!(of(ColumnKind::Money, typed), Ok(Some(taken.into())), "{typed}");
        }
        assert_eq!(of(ColumnKind::Rate, "1.5 per cent"), Ok(Some("1.5%".into())));
        assert_eq!(of(ColumnKind::Flag, "TRUE"), Ok(Some("yes".into())));
        assert_eq!(of(ColumnKind::Reference(Table::Programme), "acute care"), Ok(Some("a".into())));
        assert_eq!(of(ColumnKind::Reference(Table::Programme), "b"), Ok(Some("b".into())));
        assert!(of(ColumnKind::Text, "####").is_err());
        assert_eq!(of(ColumnKind::Text, "#"), Ok(Some("#".into())));
    }

    #[test]
    fn many_cells_are_read_in_proportion() {
        in_proportion(
            "cells of a text",
            64_000,
            |lines| "1,234.50\t(12)\t5%\tx\n".repeat(lines),
            |text, lines| {
                let cells: usize = cells_of_text(text).iter().map(Vec::len).sum();
                assert_eq!(cells, 4 * lines);
            },
        );
    }
}
