//! The rows of a list of schemes, and which columns they need.

use super::scheme_list::class_name;
use crate::components::{
    Figure, Shown, figure_cell, not_given, number_cell, number_heading, shown, words_cell, words_heading,
};
use one_plan_model::calculation::{FigureKey, Unit};
use one_plan_model::outcome::Outcome;
use one_plan_model::plan::{FinancialYear, Id, Plan, Scheme, SchemeList, SchemeStatus};
use one_plan_model::quantity::{Amount, Decimal, MoneyUnit};
use one_plan_model::rules::{part_year, schemes};
use yew::prelude::*;

/// The columns that at least one scheme of a list fills; a column of dashes helps nobody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Columns {
    programme: bool,
    class: bool,
    reinvestment: bool,
    range: bool,
    full_year: bool,
    status: bool,
}

impl Columns {
    /// The columns of each list, in the order of the plan.
    pub fn by_list(plan: &Plan) -> Vec<Self> {
        let mut lists = vec![Self::default(); plan.scheme_lists.len()];
        for (_, scheme) in plan.schemes.iter() {
            let Some(columns) = lists.get_mut(scheme.list.position()) else { continue };
            columns.programme |= scheme.programme.is_some();
            columns.class |= scheme.class.is_some();
            columns.reinvestment |= scheme.reinvestment.is_some();
            columns.range |= scheme.low.is_some() || scheme.high.is_some();
            columns.full_year |= scheme.full_year_effect.is_some();
            columns.status |= scheme.status.is_some();
        }
        lists
    }

    /// The columns that the totals of the list fill as well: those of its parts count in them.
    pub fn with_total(mut self, outcome: &Outcome, list: Id<SchemeList>) -> Self {
        let reinvestment = outcome.value(schemes::LIST_REINVESTMENT.about([list.index()]));
        self.reinvestment |= reinvestment.is_some_and(|value| value != Ok(Decimal::ZERO));
        self.range |= outcome.value(schemes::LIST_LOW.about([list.index()])).is_some();
        self
    }

    fn count(self) -> usize {
        let optional =
            [self.programme, self.class, self.reinvestment, self.range, self.full_year, self.full_year, self.status];
        3 + optional.into_iter().filter(|there| *there).count()
    }

    /// The headings of the columns.
    pub fn headings(self, year: FinancialYear) -> Html {
        html! {
            <tr>
                { words_heading("Scheme") }
                { for self.programme.then(|| words_heading("Programme")) }
                { for self.class.then(|| words_heading("Class")) }
                { number_heading("Gross saving") }
                { for self.reinvestment.then(|| number_heading("Reinvestment")) }
                { number_heading("Net saving") }
                { for self.range.then(|| number_heading("Range")) }
                { for self.full_year.then(|| number_heading("Full-year effect")) }
                { for self.full_year.then(|| number_heading(effect_in(year))) }
                { for self.status.then(|| words_heading("Status")) }
            </tr>
        }
    }

    /// The columns that are left out, in a sentence.
    pub fn missing_in_words(self) -> Option<String> {
        let columns = [
            (self.programme, "a programme"),
            (self.class, "a class"),
            (self.reinvestment, "a reinvestment"),
            (self.range, "a range"),
            (self.full_year, "a full-year effect"),
            (self.status, "a status"),
        ];
        let missing: Vec<&str> = columns.into_iter().filter(|(there, _)| !there).map(|(_, name)| name).collect();
        let (last, others) = missing.split_last()?;
        let list = if others.is_empty() { (*last).to_owned() } else { format!("{} or {last}", others.join(", ")) };
        Some(format!("No scheme of this list gives {list}."))
    }
}

fn effect_in(year: FinancialYear) -> String {
    format!("Effect in {year}")
}

/// A row that names the rows below it.
pub(super) fn group_row(name: &'static str, columns: Columns) -> Html {
    html! {
        <tr class="group" key={name}><th scope="rowgroup" colspan={columns.count().to_string()}>{ name }</th></tr>
    }
}

/// The row of a scheme.
pub(super) fn scheme_row(plan: &Plan, id: Id<Scheme>, year: FinancialYear, columns: Columns) -> Html {
    let Some(scheme) = plan.schemes.get(id) else { return html! { <tr key={id.index()}></tr> } };
    let index = id.index();
    let programme =
        scheme.programme.and_then(|programme| plan.programmes.get(programme)).map(|about| about.name.clone());
    let class = scheme.class.map(|class| class_name(class).to_owned());
    let status = scheme.status.map(|status| status_name(status).to_owned());
    let effect = || part_year::PART_YEAR.about([index, u32::from(year.start())]);
    html! {
        <tr key={index}>
            <th scope="row">{ &scheme.name }</th>
            { for columns.programme.then(|| words_cell("Programme", programme)) }
            { for columns.class.then(|| words_cell("Class", class)) }
            { money("Gross saving", schemes::GROSS.about([index])) }
            { for columns.reinvestment.then(|| money("Reinvestment", schemes::REINVESTMENT.about([index]))) }
            { money("Net saving", schemes::NET.about([index])) }
            { for columns.range.then(|| range_cell(scheme)) }
            { for columns.full_year.then(|| money("Full-year effect", part_year::FULL_YEAR.about([index]))) }
            { for columns.full_year.then(|| money(effect_in(year), effect())) }
            { for columns.status.then(|| words_cell("Status", status)) }
        </tr>
    }
}

fn money(label: impl Into<AttrValue>, figure: FigureKey) -> Html {
    figure_cell(label, figure, Shown::THOUSANDS)
}

fn range_cell(scheme: &Scheme) -> Html {
    match range_in_words(scheme.low, scheme.high) {
        Some(words) => number_cell("Range", words),
        None => html! { <td class="num" data-label="Range">{ not_given() }</td> },
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
pub(super) fn part_row(plan: &Plan, outcome: &Outcome, part: Id<SchemeList>, columns: Columns) -> Html {
    let name = plan.scheme_lists.get(part).map(|list| list.name.clone()).unwrap_or_default();
    list_row(outcome, part, columns, name, "")
}

/// The row of the total of a list.
pub(super) fn total_row(outcome: &Outcome, list: Id<SchemeList>, columns: Columns) -> Html {
    list_row(outcome, list, columns, "Total of the list".to_owned(), "total")
}

fn list_row(outcome: &Outcome, list: Id<SchemeList>, columns: Columns, name: String, class: &'static str) -> Html {
    let index = list.index();
    let empty = || html! { <td></td> };
    html! {
        <tr key={format!("list-{index}")} {class}>
            <th scope="row">{ name }</th>
            { for columns.programme.then(empty) }
            { for columns.class.then(empty) }
            { money("Gross saving", schemes::LIST_GROSS.about([index])) }
            { for columns.reinvestment.then(|| money("Reinvestment", schemes::LIST_REINVESTMENT.about([index]))) }
            { money("Net saving", schemes::LIST_NET.about([index])) }
            { for columns.range.then(|| list_range_cell(outcome, index)) }
            { for columns.full_year.then(empty) }
            { for columns.full_year.then(empty) }
            { for columns.status.then(empty) }
        </tr>
    }
}

fn list_range_cell(outcome: &Outcome, list: u32) -> Html {
    let (low, high) = (schemes::LIST_LOW.about([list]), schemes::LIST_HIGH.about([list]));
    if outcome.value(low).is_none() {
        return html! { <td></td> };
    }
    let Shown { money, places } = Shown::THOUSANDS;
    html! {
        <td class="num" data-label="Range">
            <span><Figure figure={low} {money} {places} />{ " to " }<Figure figure={high} {money} {places} /></span>
        </td>
    }
}

const fn status_name(status: SchemeStatus) -> &'static str {
    match status {
        SchemeStatus::Identified => "Identified",
        SchemeStatus::Unidentified => "Unidentified",
        SchemeStatus::InProgress => "In progress",
        SchemeStatus::Made => "Delivered",
        SchemeStatus::NoProgress => "No progress",
    }
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
