//! The rows of a list of schemes.

use super::scheme_columns::{Columns, effect_in};
use super::scheme_words::{class_name, kind_name, risk_name, status_name};
use crate::components::{
    Shown, Tag, cell_for_number, empty_cell, figure, figure_cell, not_given, row as table_row, shown, tag, words_cell,
};
use crate::page_context::PageContext;
use one_plan_model::calculation::{FigureKind, Unit};
use one_plan_model::plan::{FinancialYear, Id, NumberCell, Row, Scheme, SchemeList};
use one_plan_model::quantity::{Amount, MoneyUnit};
use one_plan_model::rules::{part_year, schemes};
use yew::prelude::*;

/// A row that names the rows below it.
pub(super) fn group_row(name: &'static str, columns: Columns) -> Html {
    let heading =
        tag("th").attribute("scope", "rowgroup").attribute("colspan", columns.count().to_string()).words(name);
    tag("tr").class("group").key(name).child(heading).html()
}

/// The row of a scheme.
pub(super) fn scheme_row(context: &PageContext, id: Id<Scheme>, year: FinancialYear, columns: Columns) -> Option<Html> {
    let plan = context.session.plan();
    let scheme = plan.schemes.get(id)?;
    let index = id.index();
    let programme = || {
        let programme = scheme.programme().and_then(|programme| plan.programmes.get(programme));
        words_cell("Programme", programme.map(|about| about.name().to_owned()))
    };
    let effect = || {
        let figure = part_year::PART_YEAR.at([index, u32::from(year.start())]);
        figure_cell(context, effect_in(year), figure, Shown::THOUSANDS)
    };
    let cells = columns.of_these([
        &programme,
        &|| words_cell("Class", scheme.class().map(|class| class_name(class).to_owned())),
        &|| money(context, "Gross saving", &schemes::GROSS, index),
        &|| money(context, "Reinvestment", &schemes::REINVESTMENT, index),
        &|| money(context, "Net saving", &schemes::NET, index),
        &|| range_cell(scheme),
        &|| money(context, "Full-year effect", &part_year::FULL_YEAR, index),
        &effect,
        &|| words_cell("Status", scheme.status().map(|status| status_name(status).to_owned())),
        &|| words_cell("Risk", scheme.risk().map(|risk| risk_name(risk).to_owned())),
        &|| words_cell("Comes back", scheme.recurrent().map(|comes| if comes { "Yes" } else { "No" }.to_owned())),
        &|| words_cell("Kind", scheme.kind().map(|kind| kind_name(kind).to_owned())),
    ]);
    Some(table_row(index, scheme.name().to_owned(), cells).html())
}

fn money(context: &PageContext, label: &'static str, kind: &'static FigureKind, row: u32) -> Html {
    figure_cell(context, label, kind.at([row]), Shown::THOUSANDS)
}

fn range_cell(scheme: Row<'_, Scheme>) -> Html {
    match range_in_words(scheme.low().map(NumberCell::get), scheme.high().map(NumberCell::get)) {
        // The two ends may stand below each other: the column is narrower by one of them.
        Some(words) => cell_for_range().words(words).html(),
        None => cell_for_range().child(not_given()).html(),
    }
}

/// A range in thousands of pounds.
fn range_in_words(low: Option<Amount>, high: Option<Amount>) -> Option<String> {
    let text = |amount: Amount| shown(Ok(amount.pounds()), Unit::Money, MoneyUnit::Thousands, 0, false);
    match (low, high) {
        (Some(low), Some(high)) => Some(format!("{} to {}", text(low), text(high))),
        (Some(low), None) => Some(format!("from {}", text(low))),
        (None, Some(high)) => Some(format!("up to {}", text(high))),
        (None, None) => None,
    }
}

/// The row of a list that is part of another.
pub(super) fn part_row(context: &PageContext, part: Id<SchemeList>, columns: Columns) -> Html {
    let about = context.session.plan().scheme_lists.get(part);
    list_row(context, part, columns, about.map(|list| list.name().to_owned()).unwrap_or_default()).html()
}

/// The row of the total of a list.
pub(super) fn total_row(context: &PageContext, list: Id<SchemeList>, columns: Columns) -> Html {
    list_row(context, list, columns, "Total of the list".to_owned()).class("total").html()
}

fn list_row(context: &PageContext, list: Id<SchemeList>, columns: Columns, name: String) -> Tag {
    let index = list.index();
    let cells = columns.of_these([
        &empty_cell,
        &empty_cell,
        &|| money(context, "Gross saving", &schemes::LIST_GROSS, index),
        &|| money(context, "Reinvestment", &schemes::LIST_REINVESTMENT, index),
        &|| money(context, "Net saving", &schemes::LIST_NET, index),
        &|| list_range_cell(context, index),
        &empty_cell,
        &empty_cell,
        &empty_cell,
        &empty_cell,
        &empty_cell,
        &empty_cell,
    ]);
    table_row(format!("list-{index}"), name, cells)
}

fn list_range_cell(context: &PageContext, list: u32) -> Html {
    let (low, high) = (schemes::LIST_LOW.at([list]), schemes::LIST_HIGH.at([list]));
    if context.session.outcome().value(low).is_none() {
        return empty_cell();
    }
    let range = tag("span").child(figure(context, low, Shown::THOUSANDS)).words(" to ").child(figure(
        context,
        high,
        Shown::THOUSANDS,
    ));
    cell_for_range().child(range).html()
}

fn cell_for_range() -> Tag {
    cell_for_number("Range").class("num range")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use one_plan_model::quantity::Digits;

    #[test]
    fn a_range_is_said_with_what_is_given_of_it() {
        let amount = |text| Amount::printed(Digits::read(text).unwrap(), MoneyUnit::Millions).ok();
        assert_eq!(range_in_words(amount("6.88"), amount("9.37")).as_deref(), Some("6,880 to 9,370"));
        assert_eq!(range_in_words(None, amount("9.37")).as_deref(), Some("up to 9,370"));
        assert_eq!(range_in_words(amount("6.88"), None).as_deref(), Some("from 6,880"));
        assert_eq!(range_in_words(None, None), None);
    }
}
