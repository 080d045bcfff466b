//! The rows of a list of schemes, and which columns they need.

use super::scheme_words::{class_name, kind_name, risk_name, status_name};
use crate::components::{
    Shown, Tag, cell_for_number, empty_cell, figure, figure_cell, not_given, number_heading, row as table_row, shown,
    tag, words_cell, words_heading,
};
use crate::page_context::PageContext;
use one_plan_model::calculation::{FigureKind, Unit};
use one_plan_model::outcome::Outcome;
use one_plan_model::plan::{FinancialYear, Id, NumberCell, Plan, Row, Scheme, SchemeList};
use one_plan_model::quantity::{Amount, Decimal, MoneyUnit};
use one_plan_model::rules::{part_year, schemes};
use yew::prelude::*;

/// The columns that at least one scheme of a list fills; a column of dashes helps nobody.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Columns {
    programme: bool,
    class: bool,
    reinvestment: bool,
    range: bool,
    full_year: bool,
    status: bool,
    risk: bool,
    recurrent: bool,
    kind: bool,
    /// No column, but a table of its own says how far they are worked out.
    developed: bool,
}

impl Columns {
    /// The columns of each list, in the order of the plan.
    pub fn by_list(plan: &Plan) -> Vec<Self> {
        let mut lists = vec![Self::default(); plan.scheme_lists.len()];
        for (_, scheme) in plan.schemes.iter() {
            let Some(columns) = lists.get_mut(scheme.list().position()) else { continue };
            columns.programme |= scheme.programme().is_some();
            columns.class |= scheme.class().is_some();
            columns.reinvestment |= scheme.reinvestment().is_some();
            columns.range |= scheme.low().is_some() || scheme.high().is_some();
            columns.full_year |= scheme.full_year_effect().is_some();
            columns.status |= scheme.status().is_some();
            columns.developed |= scheme.development().is_some();
            columns.risk |= scheme.risk().is_some();
            columns.recurrent |= scheme.recurrent().is_some();
            columns.kind |= scheme.kind().is_some();
        }
        lists
    }

    /// The columns that the totals of the list fill as well: those of its parts count in them.
    pub fn with_total(mut self, outcome: &Outcome, list: Id<SchemeList>) -> Self {
        let reinvestment = outcome.value(schemes::LIST_REINVESTMENT.at([list.index()]));
        self.reinvestment |= reinvestment.is_some_and(|value| value != Ok(Decimal::ZERO));
        self.range |= outcome.value(schemes::LIST_LOW.at([list.index()])).is_some();
        self
    }

    fn count(self) -> usize {
        let Self { programme, class, reinvestment, range, full_year, status, risk, recurrent, kind, .. } = self;
        let optional = [programme, class, reinvestment, range, full_year, full_year, status, risk, recurrent, kind];
        3 + optional.into_iter().filter(|there| *there).count()
    }

    /// The cells of a row: those of the columns that are left out go.
    fn of_these(self, cells: [Cell<'_>; 12]) -> Vec<Html> {
        let Self { programme, class, reinvestment, range, full_year, status, risk, recurrent, kind, .. } = self;
        let there =
            [programme, class, true, reinvestment, true, range, full_year, full_year, status, risk, recurrent, kind];
        let mut kept = Vec::with_capacity(cells.len());
        for (there, cell) in there.into_iter().zip(cells) {
            if there {
                kept.push(cell());
            }
        }
        kept
    }

    /// The headings of the columns.
    pub fn headings(self, year: FinancialYear) -> Vec<Html> {
        let mut headings = vec![words_heading("Scheme")];
        headings.extend(self.of_these([
            &|| words_heading("Programme"),
            &|| words_heading("Class"),
            &|| number_heading("Gross saving"),
            &|| number_heading("Reinvestment"),
            &|| number_heading("Net saving"),
            &|| number_heading("Range"),
            &|| number_heading("Full-year effect"),
            &|| number_heading(effect_in(year)),
            &|| words_heading("Status"),
            &|| words_heading("Risk"),
            &|| words_heading("Comes back"),
            &|| words_heading("Kind"),
        ]));
        headings
    }

    /// The columns that are left out, in a sentence.
    pub fn missing_in_words(self) -> Option<String> {
        let columns = [
            (self.programme, "a programme"),
            (self.class, "a class"),
            (self.reinvestment, "a reinvestment"),
            (self.range, "a range"),
            (self.full_year, "a full-year effect"),
            (self.status || self.developed, "a status"),
        ];
        let mut missing = Vec::new();
        for (there, name) in columns {
            if !there {
                missing.push(name);
            }
        }
        let (last, others) = missing.split_last()?;
        let list = if others.is_empty() { (*last).to_owned() } else { format!("{} or {last}", others.join(", ")) };
        Some(format!("No scheme of this list gives {list}."))
    }
}

/// How a cell is made.
type Cell<'a> = &'a dyn Fn() -> Html;

fn effect_in(year: FinancialYear) -> String {
    format!("Effect in {year}")
}

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
    use one_plan_model::example;
    use one_plan_model::quantity::Digits;

    #[test]
    fn a_range_is_said_with_what_is_given_of_it() {
        let amount = |text| Amount::printed(Digits::read(text).unwrap(), MoneyUnit::Millions).ok();
        assert_eq!(range_in_words(amount("6.88"), amount("9.37")).as_deref(), Some("6,880 to 9,370"));
        assert_eq!(range_in_words(None, amount("9.37")).as_deref(), Some("up to 9,370"));
        assert_eq!(range_in_words(amount("6.88"), None).as_deref(), Some("from 6,880"));
        assert_eq!(range_in_words(None, None), None);
    }

    #[test]
    fn columns_that_no_scheme_fills_are_left_out_and_named() {
        let plan = example::plan(
            r#""scheme_lists": [{"id": "a", "name": "A", "year": "2011/12"}, {"id": "b", "name": "B", "year": "2011/12"}],
            "schemes": [
                {"id": "one", "name": "One", "list": "a", "class": "transactional", "low": "1", "unit": "£m"},
                {"id": "two", "name": "Two", "list": "a", "status": "made", "full_year_effect": "2", "unit": "£m"}
            ]"#,
        );
        let lists = Columns::by_list(&plan);
        let counts: Vec<usize> = lists.iter().map(|columns| columns.count()).collect();
        assert_eq!(counts, [8, 3]);
        let words = lists.first().unwrap().missing_in_words();
        assert_eq!(words.as_deref(), Some("No scheme of this list gives a programme or a reinvestment."));
        let words = lists.last().unwrap().missing_in_words().unwrap();
        assert!(
            words.ends_with("gives a programme, a class, a reinvestment, a range, a full-year effect or a status."),
            "{words}"
        );
    }
}
