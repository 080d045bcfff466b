//! One list of schemes: its table, its totals, its classes, and what of it has no scheme yet.

use super::scheme_rows::{Columns, group_row, part_row, scheme_row, total_row};
use crate::components::{
    DataTable, Figure, ROWS_AT_A_TIME, ShowMore, Shown, figure_cell, number_heading, words_heading,
};
use crate::session::Session;
use one_plan_model::calculation::FigureKey;
use one_plan_model::outcome::Outcome;
use one_plan_model::plan::{Id, Plan, Scheme, SchemeClass, SchemeList, SchemeStatus};
use one_plan_model::rules::schemes;
use yew::prelude::*;

/// Properties of [`SchemeListSection`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct SchemeListProperties {
    /// The plan that is open.
    pub session: Session,
    /// The list.
    pub list: Id<SchemeList>,
    /// The columns that its schemes fill.
    pub columns: Columns,
    /// Its schemes that are looked for.
    pub schemes: Vec<Id<Scheme>>,
    /// Whether only some of its schemes are looked for.
    pub narrowed: bool,
}

/// A list of schemes; empty where none of its schemes is looked for.
#[component]
pub(super) fn SchemeListSection(properties: &SchemeListProperties) -> Html {
    let SchemeListProperties { session, list, columns, schemes, narrowed } = properties;
    let shown = use_state(|| ROWS_AT_A_TIME);
    {
        let shown = shown.clone();
        // Another search starts again with a short table.
        use_effect_with(schemes.clone(), move |_| shown.set(ROWS_AT_A_TIME));
    }
    let (plan, outcome) = (session.plan(), session.outcome());
    let Some(about) = plan.scheme_lists.get(*list) else { return html! { <div></div> } };
    let parts: Vec<_> = if *narrowed { Vec::new() } else { parts_of(plan, *list) };
    if schemes.is_empty() && (*narrowed || parts.is_empty()) {
        return html! { <div></div> };
    }
    let (named, unidentified) = set_apart(plan, schemes, *shown);
    let columns = &columns.with_total(outcome, *list);
    // A list that is only the sum of its parts has no schemes of which this could be said.
    let missing = columns.missing_in_words().filter(|_| !schemes.is_empty());
    let id = format!("schemes-{}", list.index());
    let caption = format!("{}: schemes and savings in {}, £000", about.name, about.year);
    let rows = |schemes: Vec<Id<Scheme>>| -> Html {
        schemes.into_iter().map(|scheme| scheme_row(plan, scheme, about.year, *columns)).collect()
    };
    html! {
        <section class="section" aria-labelledby={format!("{id}-heading")}>
            <h3 id={format!("{id}-heading")}>{ format!("{}, {}", about.name, about.year) }</h3>
            <div>{ without_scheme(outcome, *list) }</div>
            <DataTable id={id.clone()} {caption} stack={true}>
                <thead>{ columns.headings(about.year) }</thead>
                <tbody>{ rows(named) }</tbody>
                <tbody>
                    { for (!unidentified.is_empty()).then(|| group_row("Unidentified: required, but there is no scheme yet", *columns)) }
                    { rows(unidentified) }
                </tbody>
                <tbody>
                    { for (!parts.is_empty()).then(|| group_row("Lists that are part of it", *columns)) }
                    { for parts.iter().map(|part| part_row(plan, outcome, *part, *columns)) }
                </tbody>
                <tbody>{ total_row(outcome, *list, *columns) }</tbody>
            </DataTable>
            <div>
                <ShowMore shown={*shown} total={schemes.len()} what="schemes"
                    onmore={Callback::from(move |rows| shown.set(rows))} />
            </div>
            <div>{ for missing.map(|words| html! { <p>{ words }</p> }) }</div>
            <div>{ classes_table(outcome, *list, &about.name, &id) }</div>
        </section>
    }
}

/// The lists that are part of a list.
fn parts_of(plan: &Plan, list: Id<SchemeList>) -> Vec<Id<SchemeList>> {
    plan.scheme_lists.iter().filter(|(_, part)| part.parent == Some(list)).map(|(part, _)| part).collect()
}

/// The first rows of a list: schemes with a name, then savings that have no scheme yet.
fn set_apart(plan: &Plan, schemes: &[Id<Scheme>], rows: usize) -> (Vec<Id<Scheme>>, Vec<Id<Scheme>>) {
    let is_unidentified = |scheme: &Id<Scheme>| {
        plan.schemes.get(*scheme).is_some_and(|scheme| scheme.status == Some(SchemeStatus::Unidentified))
    };
    let (mut unidentified, mut named): (Vec<_>, Vec<_>) = schemes.iter().copied().partition(is_unidentified);
    named.truncate(rows);
    unidentified.truncate(rows.saturating_sub(named.len()));
    (named, unidentified)
}

/// How much of the list is required without a scheme that saves it.
fn without_scheme(outcome: &Outcome, list: Id<SchemeList>) -> Option<Html> {
    let saving = schemes::UNIDENTIFIED.about([list.index()]);
    outcome.value(saving).is_some().then(|| {
        html! {
            <p class="notice notice--warn">
                <Figure figure={saving} with_unit={true} />{ " of this list, " }
                <Figure figure={schemes::UNIDENTIFIED_SHARE.about([list.index()])} places={1} />
                { " of its gross saving, is required but has no scheme yet." }
            </p>
        }
    })
}

/// The gross saving of each class, where the schemes have one.
fn classes_table(outcome: &Outcome, list: Id<SchemeList>, name: &str, id: &str) -> Option<Html> {
    let given: Vec<(SchemeClass, FigureKey)> = SchemeClass::ALL
        .iter()
        .map(|class| (*class, schemes::CLASS.about([list.index(), *class as u32])))
        .filter(|(_, figure)| outcome.value(*figure).is_some())
        .collect();
    if given.is_empty() {
        return None;
    }
    Some(html! {
        <DataTable id={format!("{id}-classes")} caption={format!("{name}: how the gross saving is made, £000")}>
            <thead>
                <tr>{ words_heading("Class") }{ words_heading("What it means") }{ number_heading("Gross saving") }</tr>
            </thead>
            <tbody>
                { for given.into_iter().map(|(class, figure)| html! {
                    <tr key={class.word()}>
                        <th scope="row">{ class_name(class) }</th>
                        <td>{ class_meaning(class) }</td>
                        { figure_cell("Gross saving", figure, Shown::THOUSANDS) }
                    </tr>
                }) }
            </tbody>
        </DataTable>
    })
}

/// What people call a class.
pub(super) const fn class_name(class: SchemeClass) -> &'static str {
    match class {
        SchemeClass::Transformational => "Transformational",
        SchemeClass::Transactional => "Transactional",
        SchemeClass::CostContainment => "Cost containment",
    }
}

const fn class_meaning(class: SchemeClass) -> &'static str {
    match class {
        SchemeClass::Transformational => "Changes how care is given",
        SchemeClass::Transactional => "Pays less for the same care",
        SchemeClass::CostContainment => "Avoids growth: no cash is released",
    }
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
