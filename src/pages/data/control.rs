use crate::components::{
    body, capitalised, choice_words, counted, data_table, head, headings, number_cell, row, titled,
};
use crate::session::{ControlTotal, LoadReport};
use one_plan_model::quantity::{Decimal, format};
use yew::prelude::*;

/// Rows and pounds of each table, and of its parts by provider and point of delivery.
pub fn section(report: &LoadReport) -> Html {
    let mut rows = Vec::new();
    for total in &report.control {
        let name = capitalised(&choice_words(&total.table));
        rows.push(control_row(name.clone(), total));
        for group in &total.groups {
            let about = [&group.provider, &group.point_of_delivery].into_iter().filter(|words| !words.is_empty());
            let about: Vec<&str> = about.map(String::as_str).collect();
            rows.push(control_row(format!("{name}: {}", about.join(", ")), group));
        }
    }
    let columns =
        ["Rows read", "Rows used", "Rows left out", "£ read", "£ used", "£ left out", "Amounts that are no numbers"];
    let table = data_table(
        "control-totals",
        "Control totals: what was read is what is used and what is left out; amounts in pounds",
        true,
        vec![head(headings(&["Table"], &columns)), body(rows)],
    );
    titled("control-title", "Control totals").child(table).child(columns_of(report)).html()
}

/// What was read of each column of amounts: the sums that a person has in a sheet are those of columns.
fn columns_of(report: &LoadReport) -> Html {
    let mut rows = Vec::new();
    for total in report.control.iter().filter(|total| total.columns.len() > 1) {
        for of in &total.columns {
            let name = format!("{}: {}", capitalised(&choice_words(&total.table)), choice_words(&of.column));
            rows.push(row(name.clone(), name, vec![number_cell("£ read", pounds(&of.pounds_read))]).html());
        }
    }
    if rows.is_empty() {
        return Html::default();
    }
    let parts = vec![head(headings(&["Column"], &["£ read"])), body(rows)];
    data_table("control-columns", "What was read of each column of amounts, in pounds", true, parts)
}

fn control_row(name: String, total: &ControlTotal) -> Html {
    row(
        name.clone(),
        name,
        vec![
            number_cell("Rows read", counted(total.rows_read)),
            number_cell("Rows used", counted(total.rows_used)),
            number_cell("Rows left out", counted(total.rows_left_out)),
            number_cell("£ read", pounds(&total.pounds_read)),
            number_cell("£ used", pounds(&total.pounds_used)),
            number_cell("£ left out", pounds(&total.pounds_left_out)),
            number_cell("Amounts that are no numbers", counted(total.amounts_not_readable)),
        ],
    )
    .html()
}

/// Digits as people read them.
fn pounds(digits: &str) -> String {
    digits.parse::<Decimal>().map_or_else(|_| digits.to_owned(), |pounds| format::number(Ok(pounds)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pounds_have_commas() {
        assert_eq!(pounds("-1234567.5"), "\u{2212}1,234,567.5");
        assert_eq!(pounds("0"), "0");
        assert_eq!(pounds("100"), "100");
    }
}
