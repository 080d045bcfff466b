//! One list of schemes: its table, its totals, its classes, and what of it has no scheme yet.

use super::certainty;
use super::scheme_columns::Columns;
use super::scheme_rows::{group_row, part_row, scheme_row, total_row};
use super::scheme_words::{class_meaning, class_name};
use crate::components::{
    Shown, body, data_table, figure, figure_cell, head, headings, number_cell, row as table_row, section, show_more,
    shown, tag,
};
use crate::page_context::PageContext;
use crate::pages::view_state::use_view_state;
use one_plan_model::calculation::Unit;
use one_plan_model::plan::{FinancialYear, Id, Plan, Scheme, SchemeClass, SchemeList, SchemeStatus};
use one_plan_model::quantity::{MoneyUnit, subtract};
use one_plan_model::rules::schemes;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`SchemeListSection`].
#[derive(Clone, PartialEq, Properties)]
pub struct SchemeListProperties {
    /// The session, and how to ask for things.
    pub context: PageContext,
    /// The list.
    pub list: Id<SchemeList>,
    /// The columns that its schemes fill.
    pub columns: Columns,
    /// Its schemes that are looked for.
    pub schemes: Rc<[Id<Scheme>]>,
    /// Whether only some of its schemes are looked for.
    pub narrowed: bool,
}

/// A list of schemes; empty where none of its schemes is looked for.
#[component]
pub fn SchemeListSection(properties: &SchemeListProperties) -> Html {
    let SchemeListProperties { context, list, columns, schemes, narrowed } = properties;
    let state = use_view_state(format!("list-{}-", list.index()), Rc::clone(schemes));
    let (plan, outcome) = (context.session.plan(), context.session.outcome());
    let Some(about) = plan.scheme_lists.get(*list) else { return tag("div").html() };
    let parts = if *narrowed { Vec::new() } else { parts_of(plan, *list) };
    if schemes.is_empty() && (*narrowed || parts.is_empty()) {
        return tag("div").html();
    }
    let (named, unidentified) = set_apart(plan, schemes, state.rows);
    let columns = columns.with_total(outcome, *list);
    let mut unidentified_rows = Vec::new();
    if !unidentified.is_empty() {
        unidentified_rows.push(group_row("Unidentified: required, but there is no scheme yet", columns));
    }
    rows(context, &unidentified, about.year(), columns, &mut unidentified_rows);
    let mut named_rows = Vec::new();
    rows(context, &named, about.year(), columns, &mut named_rows);
    let mut part_rows = Vec::new();
    if !parts.is_empty() {
        part_rows.push(group_row("Lists that are part of it", columns));
    }
    for part in parts {
        part_rows.push(part_row(context, part, columns));
    }
    let id = format!("schemes-{}", list.index());
    let heading_id = AttrValue::from(format!("{id}-heading"));
    let year = about.year().to_string();
    let table = data_table(
        id.clone(),
        format!("{}: schemes and savings in {year}, £000", about.name()),
        true,
        vec![
            head(columns.headings(about.year())),
            body(named_rows),
            body(unidentified_rows),
            body(part_rows),
            body(vec![total_row(context, *list, columns)]),
        ],
    );
    let mut missing = tag("div");
    // A list that is only the sum of its parts has no schemes of which this could be said.
    if let Some(words) = columns.missing_in_words().filter(|_| !schemes.is_empty()) {
        missing = missing.child(tag("p").words(words));
    }
    let heading = tag("h3").id(heading_id.clone()).words(format!("{}, {year}", about.name()));
    section(heading_id, heading)
        .child(tag("div").maybe(without_scheme(context, *list)))
        .child(table)
        .child(tag("div").child(show_more(state.rows, schemes.len(), "schemes", &state.onrows)))
        .child(missing)
        .child(tag("div").maybe(classes_table(context, *list, about.name(), &id)))
        .child(tag("div").maybe(certainty::table(context, *list, about.name(), &id)))
        .html()
}

fn rows(context: &PageContext, schemes: &[Id<Scheme>], year: FinancialYear, columns: Columns, rows: &mut Vec<Html>) {
    for scheme in schemes {
        rows.extend(scheme_row(context, *scheme, year, columns));
    }
}

/// The lists that are part of a list.
fn parts_of(plan: &Plan, list: Id<SchemeList>) -> Vec<Id<SchemeList>> {
    let mut parts = Vec::new();
    for (part, about) in plan.scheme_lists.iter() {
        if about.parent() == Some(list) {
            parts.push(part);
        }
    }
    parts
}

/// The first rows of a list: schemes with a name, then savings that have no scheme yet.
fn set_apart(plan: &Plan, schemes: &[Id<Scheme>], rows: usize) -> (Vec<Id<Scheme>>, Vec<Id<Scheme>>) {
    let (mut named, mut unidentified) = (Vec::new(), Vec::new());
    for id in schemes {
        let status = plan.schemes.get(*id).and_then(|scheme| scheme.status());
        if status == Some(SchemeStatus::Unidentified) { unidentified.push(*id) } else { named.push(*id) }
    }
    named.truncate(rows);
    unidentified.truncate(rows.saturating_sub(named.len()));
    (named, unidentified)
}

/// How much of the list is required without a scheme that saves it.
fn without_scheme(context: &PageContext, list: Id<SchemeList>) -> Option<Html> {
    let saving = schemes::UNIDENTIFIED.at([list.index()]);
    let _ = context.session.outcome().value(saving)?;
    let share = schemes::UNIDENTIFIED_SHARE.at([list.index()]);
    let notice = tag("p")
        .class("notice notice--warn")
        .child(figure(context, saving, Shown::IN_WORDS))
        .words(" of this list, ")
        .child(figure(context, share, Shown::ONE_PLACE))
        .words(" of its gross saving, is required but has no scheme yet.");
    Some(notice.html())
}

/// The gross saving of each class, where the schemes have one.
fn classes_table(context: &PageContext, list: Id<SchemeList>, name: &str, id: &str) -> Option<Html> {
    let mut rows = Vec::new();
    let outcome = context.session.outcome();
    let gross = schemes::LIST_GROSS.at([list.index()]);
    let mut rest = outcome.value(gross).and_then(Result::ok);
    for class in SchemeClass::ALL.iter().copied() {
        let key = schemes::CLASS.at([list.index(), class as u32]);
        if let Some(value) = outcome.value(key) {
            rest = rest.zip(value.ok()).and_then(|(rest, value)| subtract(rest, value).ok());
            let cells = vec![
                tag("td").words(class_meaning(class)).html(),
                figure_cell(context, "Gross saving", key, Shown::THOUSANDS),
            ];
            rows.push(table_row(class.word(), class_name(class), cells).html());
        }
    }
    if rows.is_empty() {
        return None;
    }
    // What has no class is a row too, so that the rows make the total.
    if let Some(rest) = rest.filter(|rest| !rest.is_zero()) {
        let words = shown(Ok(rest), Unit::Money, MoneyUnit::Thousands, 0, false);
        let cells = vec![tag("td").words("No class is given").html(), number_cell("Gross saving", words)];
        rows.push(table_row("not-said", "Not said", cells).html());
    }
    let cells = vec![tag("td").html(), figure_cell(context, "Gross saving", gross, Shown::THOUSANDS)];
    rows.push(table_row("total", "Total", cells).class("total").html());
    let head = head(headings(&["Class", "What it means"], &["Gross saving"]));
    let caption = format!("{name}: how the gross saving is made, £000");
    Some(data_table(format!("{id}-classes"), caption, false, vec![head, body(rows)]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::example;

    #[test]
    fn unidentified_savings_come_after_all_schemes_and_count_as_rows() {
        let plan = example::plan(
            r#""scheme_lists": [{"id": "a", "name": "A", "year": "2011/12"}],
            "schemes": [
                {"id": "gap", "name": "Gap", "list": "a", "status": "unidentified"},
                {"id": "one", "name": "One", "list": "a"},
                {"id": "two", "name": "Two", "list": "a"}
            ]"#,
        );
        let all: Vec<Id<Scheme>> = plan.schemes.iter().map(|(scheme, _)| scheme).collect();
        let sizes = |rows| {
            let (named, unidentified) = set_apart(&plan, &all, rows);
            (named.len(), unidentified.len())
        };
        assert_eq!(sizes(200), (2, 1));
        assert_eq!(sizes(2), (2, 0));
        assert_eq!(sizes(1), (1, 0));
    }
}
