//! What is planned of each kind of care, setting by setting.

use super::columns::{Columns, is_planned};
use crate::components::{
    body, data_table, empty_cell, mentions, number_heading, row as table_row, tag, titled, words_heading,
};
use crate::page_context::PageContext;
use crate::pages::further_down::further_down;
use one_plan_model::calculation::format;
use one_plan_model::outcome::Outcome;
use one_plan_model::parameters::{Parameter, Parameters, THREE_ARROWS_FROM, TWO_ARROWS_FROM};
use one_plan_model::plan::{Id, Plan, PointOfDelivery, Row, Setting};
use one_plan_model::quantity::{subtract, whole};
use yew::prelude::*;

/// The sections of all settings of which the plan says something.
pub(super) fn sections(context: &PageContext) -> Html {
    let (plan, outcome) = (context.session.plan(), context.session.outcome());
    let mut is_empty = true;
    let mut settings = tag("div");
    for (id, setting) in plan.settings.iter() {
        let points = points_of(plan, outcome, id);
        if !points.is_empty() {
            let table = setting_table(context, id, setting, &points);
            let table = if is_empty { table } else { further_down(table) };
            is_empty = false;
            settings = settings.child(tag("div").key(id.index()).child(table));
        }
    }
    if is_empty {
        return tag("p").class("notice").words("The plan gives no activity.").html();
    }
    let base = plan.details().map(|details| details.base_year().to_string()).unwrap_or_default();
    let meaning = format!(
        "The forecast outturn is what was expected for {base}. The plan is the forecast outturn and the changes of all schemes."
    );
    titled("activity-lines", "What is planned")
        .child(tag("p").class("prose").words(meaning).words(" ").words(arrows_in_words(plan)))
        .child(settings)
        .html()
}

/// The kinds of care in a setting of which there is at least one figure.
fn points_of(plan: &Plan, outcome: &Outcome, setting: Id<Setting>) -> Vec<Id<PointOfDelivery>> {
    let mut points = Vec::new();
    for (point, _) in plan.points_of_delivery.iter() {
        if is_planned(outcome, setting, point) {
            points.push(point);
        }
    }
    points
}

/// What one, two and three arrows stand for, by the bands that hold in the plan.
fn arrows_in_words(plan: &Plan) -> String {
    let parameters = Parameters::of(plan);
    let from =
        |parameter: &Parameter| parameters.value(parameter, plan.details()?.first_year()).map(|value| value.number);
    let (Some(two), Some(three)) = (from(&TWO_ARROWS_FROM), from(&THREE_ARROWS_FROM)) else { return String::new() };
    let below = |number| format::number(subtract(number, whole(1)));
    let number = |number| format::number(Ok(number));
    format!(
        "One arrow is a change of up to {}%, two arrows {}% to {}%, three arrows {}% and more; = is stable.",
        below(two),
        number(two),
        below(three),
        number(three)
    )
}

fn setting_table(
    context: &PageContext,
    setting: Id<Setting>,
    about: Row<'_, Setting>,
    points: &[Id<PointOfDelivery>],
) -> Html {
    let columns = Columns::of(context.session.outcome(), setting, points);
    let mut rows = Vec::with_capacity(points.len());
    for point in points {
        rows.extend(row(context, setting, *point, &columns));
    }
    let caption = format!("{}: activity as each kind of care is counted, and its cost in £000", about.name());
    let parts = vec![headings(&columns), body(rows)];
    let mut missing = tag("div");
    if let Some(words) = columns.missing_in_words() {
        missing = missing.child(tag("p").words(words));
    }
    tag("div")
        .child(tag("h3").words(about.name().to_owned()))
        .child(missing)
        .child(data_table(format!("activity-{}", setting.index()), caption, true, parts))
        .html()
}

fn headings(columns: &Columns) -> Html {
    let mut groups = tag("tr").key("groups").child(empty_cell());
    for (name, width) in [("Activity", columns.activity.len()), ("Cost, £000", columns.cost.len())] {
        if width > 0 {
            let group = tag("th").attribute("scope", "colgroup").attribute("colspan", width.to_string());
            groups = groups.child(group.words(name));
        }
    }
    let mut headings = tag("tr").key("columns").child(words_heading("Kind of care"));
    for column in columns.all() {
        headings = headings.child(number_heading(column.heading));
    }
    tag("thead").child(groups).child(headings).html()
}

fn row(context: &PageContext, setting: Id<Setting>, point: Id<PointOfDelivery>, columns: &Columns) -> Option<Html> {
    let plan = context.session.plan();
    let about = plan.points_of_delivery.get(point)?;
    let mut name = about.name().to_owned();
    // A part is already in the numbers of the whole: it must not look like a line to be added.
    if let Some(whole) = about.part_of().and_then(|whole| plan.points_of_delivery.get(whole)) {
        name.push_str(&format!(", part of “{}”", whole.name()));
    }
    // "Non-elective spells (spells)" would say the same twice.
    if let Some(unit) = about.counted_in().as_ref().filter(|unit| !mentions(about.name(), unit)) {
        name.push_str(&format!(" ({unit})"));
    }
    let mut cells = Vec::new();
    for column in columns.all() {
        cells.push(column.cell(context, [setting.index(), point.index()]));
    }
    Some(table_row(point.index(), name, cells).html())
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::example;

    #[test]
    fn the_bands_are_those_of_the_plan() {
        let plan = example::plan(r#""settings": []"#);
        assert_eq!(
            arrows_in_words(&plan),
            "One arrow is a change of up to 5%, two arrows 6% to 15%, three arrows 16% and more; = is stable."
        );
    }

    #[test]
    fn only_kinds_of_care_with_a_figure_are_lines() {
        let example = example::outcome(
            r#""settings": [{"id": "acute", "name": "Acute"}, {"id": "home", "name": "Home"}],
            "points_of_delivery": [{"id": "spells", "name": "Spells"}, {"id": "calls", "name": "Calls"}],
            "baseline_activity": [{"setting": "acute", "point_of_delivery": "calls", "activity": "5"}]"#,
        );
        let points = |setting| points_of(&example.plan, &example.outcome, Id::at(setting));
        assert_eq!(points(0), [Id::at(1)]);
        assert_eq!(points(1), []);
    }
}
