use crate::components::{FigureColumn, Shown, body, column, counted, data_table, figure_cells, head, headings, tag};
use crate::page_context::PageContext;
use crate::session::Session;
use one_plan_model::calculation::{FigureIndex, FigureKind};
use one_plan_model::plan::{Id, Row, Scheme, SchemeList};
use one_plan_model::rules::schemes::{
    GROSS, LIST_GROSS, LIST_NET, LIST_REINVESTMENT, UNIDENTIFIED, UNIDENTIFIED_SHARE,
};
use yew::prelude::*;

const COLUMNS: [FigureColumn; 5] = [
    column("Gross", &LIST_GROSS, Shown::THOUSANDS),
    column("Reinvested", &LIST_REINVESTMENT, Shown::THOUSANDS),
    column("Net", &LIST_NET, Shown::THOUSANDS),
    column("Without a scheme", &UNIDENTIFIED, Shown::THOUSANDS),
    column("Share without a scheme", &UNIDENTIFIED_SHARE, Shown::ONE_PLACE),
];

/// A table of the lists of schemes, each with its own totals and with what has no scheme yet. They are not
/// added up: a plan lists the same scheme in several places. Nothing where there are no lists.
pub fn table(context: &PageContext) -> Option<Html> {
    let plan = context.session.plan();
    if plan.scheme_lists.is_empty() {
        return None;
    }
    let mut rows = Vec::with_capacity(plan.scheme_lists.len());
    for ((id, list), without) in plan.scheme_lists.iter().zip(without_an_amount(&context.session)) {
        let mut heading = tag("th").attribute("scope", "row").words(list.name().to_owned());
        if without > 0 {
            heading = heading.child(tag("small").class("part-of").words(without_words(without)));
        }
        if let Some(parent) = list.parent().and_then(|parent| plan.scheme_lists.get(parent)) {
            heading = heading.child(tag("small").class("part-of").words(format!("part of {}", parent.name())));
        }
        let row = tag("tr")
            .key(id.index())
            .child(heading)
            .child(tag("td").attribute("data-label", "Year").words(list.year().to_string()))
            .children(figure_cells(context, &COLUMNS, FigureIndex::new([id.index()])));
        rows.push(row.html());
    }
    let head = head(headings(&["List", "Year"], &COLUMNS.map(|column| column.label)));
    let note = match plan.scheme_lists.len() {
        1 => "The list is as the plan prints it.",
        _ => "Each list is as the plan prints it. They may overlap, so they are not added up.",
    };
    let table = data_table("lists", "Lists of schemes, £000", true, vec![head, body(rows)]);
    Some(tag("div").child(tag("p").class("prose").words(note)).child(table).html())
}

/// The list that saves most, and what it is.
pub fn largest(session: &Session) -> Option<(u32, Row<'_, SchemeList>)> {
    let list = most(session, &LIST_GROSS)?;
    Some((list, session.plan().scheme_lists.get(Id::at(list))?))
}

/// How many schemes of each list are not in what it saves, because their amount is not given; a scheme that only moves
/// activity needs none.
pub fn without_an_amount(session: &Session) -> Vec<usize> {
    let plan = session.plan();
    let mut is_known = vec![false; plan.schemes.len()];
    let gross = session.outcome().figures_of(&GROSS).filter(|(_, value)| value.is_ok());
    let moving = plan.activity_changes.iter().map(|(_, change)| change.scheme().index());
    for scheme in gross.map(|(key, _)| key.index.get(0)).chain(moving) {
        if let Some(known) = is_known.get_mut(Id::<Scheme>::at(scheme).position()) {
            *known = true;
        }
    }
    let mut without = vec![0; plan.scheme_lists.len()];
    for ((_, scheme), _) in plan.schemes.iter().zip(is_known).filter(|(_, is_known)| !is_known) {
        if let Some(count) = without.get_mut(scheme.list().position()) {
            *count += 1;
        }
    }
    without
}

/// That so many schemes of a list are not in what it saves; nothing where all are.
pub fn without_words(schemes: usize) -> String {
    match schemes {
        0 => String::new(),
        1 => "without 1 scheme whose amount is not given".to_owned(),
        more => format!("without {} schemes whose amounts are not given", counted(more)),
    }
}

/// The list with the most savings that nobody has a scheme for.
pub fn most_without_a_scheme(session: &Session) -> Option<u32> {
    most(session, &UNIDENTIFIED)
}

/// The list of which a figure is the largest, and not nothing; of several that are equal the first.
fn most(session: &Session, kind: &'static FigureKind) -> Option<u32> {
    let amounts = session.outcome().figures_of(kind).filter_map(|(key, value)| Some((key.index.get(0), value.ok()?)));
    let amounts = amounts.filter(|(_, amount)| !amount.is_zero());
    let largest = amounts.reduce(|largest, one| if one.1 > largest.1 { one } else { largest });
    largest.map(|(list, _)| list)
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::example;

    #[test]
    fn a_scheme_without_an_amount_is_said_beside_what_its_list_saves() {
        let plan = example::plan(
            r#""settings": [{"id": "acute", "name": "Acute"}],
            "points_of_delivery": [{"id": "spells", "name": "Spells", "counted_in": "spells"}],
            "scheme_lists": [{"id": "a", "name": "A", "year": "2026/27"}],
            "schemes": [
                {"id": "s", "name": "S", "list": "a", "gross": "200", "unit": "£000"},
                {"id": "t", "name": "T", "list": "a"},
                {"id": "u", "name": "U", "list": "a"}
            ],
            "activity_changes": [{"scheme": "u", "setting": "acute", "point_of_delivery": "spells", "effect": "avoided", "activity": "-3"}]"#,
        );
        let outcome = one_plan_model::outcome::compute(&plan);
        let session = Session::open(plan, outcome, "plan.json");
        assert_eq!(without_an_amount(&session), [1]);
        assert_eq!(without_words(1), "without 1 scheme whose amount is not given");
    }
}
