//! What moves a figure most, and what does not move it.

use super::choices::{figure_at, figure_field, figure_id, figures};
use crate::chart::{Frame, Ladder, Looks, Rung};
use crate::components::{
    Shown, body, capitalised, choice_words, count_of, data_table, drawn_money, drawn_number, drawn_percent, fact,
    field_value, figure_of, filters, head, number_cell, number_heading, row, tag, titled, unit_for, use_asked_work,
    words_cell, words_heading,
};
use crate::page_context::ViewProperties;
use crate::session::Session;
use one_plan_model::calculation::{FigureKey, Unit};
use one_plan_model::plan::{CellAddress, ColumnKind, Content, Plan};
use one_plan_model::quantity::Fixed;
use one_plan_model::scenario::{Input, Still, Swing, Tornado, tornado_in_slices};
use std::rc::Rc;
use yew::prelude::*;

/// How many inputs are listed.
const MOST_SWINGS: usize = 25;
/// How many of them are drawn.
const MOST_DRAWN: usize = 12;
/// How many of those that change nothing are named for each reason.
const MOST_NAMED: usize = 5;
const SHOW: &str = "Show what moves this figure";

/// The section. It is worked out when it is asked for.
#[component]
pub fn Swings(properties: &ViewProperties) -> Html {
    let session = &properties.context.session;
    let plan = session.plan();
    // By its id: where it stands among the figures changes with the plan.
    let chosen = use_state_eq(|| None::<Rc<str>>);
    let figure_now = figure_at(session, chosen.as_deref());
    let figure = figures(session).get(figure_now).copied();
    let asked = use_asked_work::<_, Tornado>((session.clone(), figure));
    let choose = Callback::from({
        let (chosen, session) = (chosen.setter(), session.clone());
        move |event: Event| chosen.set(figure_id(&session, field_value(&event).parse().unwrap_or_default()))
    });
    let found = figure.zip(asked.found());
    let (words, said) = match (asked.tenths(), &found) {
        (Some(tenths), _) => ("Stop looking", format!("{}% of the numbers and levers are looked at.", tenths * 10)),
        (None, Some((figure, found))) => {
            let move_it = count_of(found.swings.len(), "number or lever moves it", "numbers and levers move it");
            (SHOW, format!("{}: {move_it}.", figure.label(plan)))
        }
        (None, None) => (SHOW, String::new()),
    };
    let onclick = Callback::from({
        let session = session.clone();
        move |_: MouseEvent| match figure.filter(|_| asked.tenths().is_none()) {
            Some(figure) => {
                let session = session.clone();
                asked.start(async move |pace| tornado_in_slices(session.plan(), figure, pace).await);
            }
            None => asked.stop(),
        }
    });
    let button = tag("button").attribute("type", "button").class("button button--secondary").onclick(onclick);
    let shown = match &found {
        Some((figure, found)) => {
            let chart = chart(session, *figure, found);
            let heading = format!("{}, {}", chart.frame.title, chart.unit);
            let picture = (!chart.rungs.is_empty()).then(|| figure_of(session, heading, "h3", &chart));
            tag("div")
                .child(tag("div").maybe(picture))
                .child(table(plan, found, figure.kind.unit))
                .child(still(plan, &found.still))
        }
        None => tag("div"),
    };
    titled("swings-title", "What moves it most")
        .child(tag("p").words(
            "Every number of the plan alone, a tenth down and up or to the plan's own low and high, and every lever.",
        ))
        .child(filters(vec![figure_field(session, "swings-figure", figure_now, choose)], said))
        .child(tag("p").child(button.words(words)))
        .child(shown)
        .html()
}

fn input_words(plan: &Plan, input: &Input) -> String {
    match input {
        Input::Cell(CellAddress { table, row, column }) => {
            format!("{}, {}: {}", choice_words(table.name()), plan.row_words(*table, *row), choice_words(column))
        }
        Input::Lever(lever) => lever.name(plan),
    }
}

/// What each input is called. Inputs of one name get what tells them apart: the first column in which all of them say
/// something else, or else the numbers of their rows.
fn told_apart(plan: &Plan, inputs: &[&Input]) -> Vec<String> {
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

/// A bar for each of the first inputs: from what the figure is in the plan down to one end of its range and up to the other.
fn chart(session: &Session, figure: FigureKey, found: &Tornado) -> Ladder {
    let (plan, unit) = (session.plan(), figure.kind.unit);
    let of_plan = session.outcome().value(figure).and_then(Result::ok).map(Fixed::from);
    let drawn_swings: Vec<&Swing> = found.swings.iter().take(MOST_DRAWN).collect();
    // Called as in the table, which lists more.
    let names = told_apart(plan, &found.swings.iter().take(MOST_SWINGS).map(|swing| &swing.input).collect::<Vec<_>>());
    let apart = |end: Option<Fixed>| Some(end?.minus(of_plan?)).filter(|apart| !apart.is_fault());
    let ends: Vec<[Option<Fixed>; 2]> =
        drawn_swings.iter().map(|swing| [apart(swing.values.0), apart(swing.values.1)]).collect();
    let sizes = ends.iter().flatten().flatten().filter_map(|apart| apart.value().ok()).map(|apart| apart.abs());
    let (pounds, money, places) = unit_for(sizes.max().unwrap_or_default());
    let drawn = |value: Fixed| match unit {
        Unit::Money => drawn_money(value.value(), pounds, places),
        Unit::Percent => drawn_percent(value.value(), 2),
        _ => drawn_number(value.value()),
    };
    let mut rungs = Vec::with_capacity(ends.len());
    for ((swing, ends), name) in drawn_swings.iter().zip(&ends).zip(names) {
        // An end at which the figure is not there has no bar; the table below says so.
        let [Some(low), Some(high)] = *ends else { continue };
        let mut parts = [drawn(low), drawn(high)];
        // Where both ends lie on one side, the bar goes to the farther one.
        if (parts[0].size() < 0.0) == (parts[1].size() < 0.0) {
            let nearer = usize::from(parts[1].size().abs() < parts[0].size().abs());
            if let Some(part) = parts.get_mut(nearer) {
                part.amount = 0.0;
            }
        }
        rungs.push(Rung {
            name: capitalised(&name),
            parts: parts.to_vec(),
            total: drawn(swing.apart).label,
            mark: None,
        });
    }
    let label = figure.label(plan);
    let description = "For each number the bars show by how much the figure is otherwise at the low and at the high end of its range; the number at the right is how far apart the two are.";
    Ladder {
        frame: Frame::new("swings-drawing", format!("{label}: what moves it most"), description),
        unit: match unit {
            Unit::Money => money,
            Unit::Percent => "%",
            _ => "number",
        }
        .to_owned(),
        rung_heading: "What moves".to_owned(),
        parts: vec!["At the low end".to_owned(), "At the high end".to_owned()],
        together: "Apart".to_owned(),
        mark: String::new(),
        looks: Looks::default(),
        rungs,
    }
}

fn table(plan: &Plan, found: &Tornado, unit: Unit) -> Html {
    let listed = || found.swings.iter().take(MOST_SWINGS);
    let numbers = listed().flat_map(|swing| [swing.values.0, swing.values.1, Some(swing.apart)]).flatten();
    let form = Shown::in_pounds(numbers.filter_map(|number| number.value().ok()));
    let value = |value: Option<Fixed>| value.map_or_else(|| "n/a".to_owned(), |value| form.words(value.value(), unit));
    let names = told_apart(plan, &listed().map(|swing| &swing.input).collect::<Vec<_>>());
    let mut rows = Vec::new();
    for (at, (swing, name)) in listed().zip(names).enumerate() {
        let range = if swing.is_own_range { "its own low and high" } else { "assumed" };
        let cells = vec![
            number_cell("At the low end", value(swing.values.0)),
            number_cell("At the high end", value(swing.values.1)),
            number_cell("Apart", value(Some(swing.apart))),
            words_cell("Range", Some(range.to_owned())),
        ];
        rows.push(row(at, capitalised(&name), cells).html());
    }
    let mut headings = vec![words_heading("What moves")];
    headings.extend(["At the low end", "At the high end", "Apart"].map(number_heading));
    headings.push(words_heading("Range"));
    let caption = match found.swings.len().saturating_sub(MOST_SWINGS) {
        0 => "What moves the figure, the most first".to_owned(),
        more => format!("What moves the figure, the most first; {more} move it less"),
    };
    data_table("swings", caption, true, vec![head(headings), body(rows)])
}

/// What does not move the figure, and why.
fn still(plan: &Plan, still: &[Still]) -> Html {
    let mut facts = tag("dl").class("facts");
    for (at, of_reason) in still.iter().enumerate() {
        let names: Vec<String> =
            of_reason.inputs.iter().take(MOST_NAMED).map(|input| input_words(plan, input)).collect();
        let more = match of_reason.inputs.len().saturating_sub(MOST_NAMED) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        let names = tag("dd").words(format!("{}{more}", names.join("; ")));
        facts = facts.child(fact(at, tag("dt").words(of_reason.why.clone()), names));
    }
    let summary = tag("summary").words("What does not move it, and why");
    tag("details").class("disclosure").child(summary).child(facts).html()
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::example;
    use one_plan_model::plan::Table;
    use one_plan_model::scenario::tornado;

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

    #[test]
    fn a_bar_goes_from_the_figure_of_the_plan_to_both_ends() {
        let example = example::outcome(
            r#""scheme_lists": [{"id": "l", "name": "L", "year": "2011/12"}],
            "schemes": [
                {"id": "a", "name": "A", "list": "l", "gross": "200", "reinvestment": "50", "unit": "£"},
                {"id": "b", "name": "B", "list": "l", "gross": "100", "unit": "£"}]"#,
        );
        let net = one_plan_model::outcome::resolve(&example.plan, "schemes.list.l.net").expect("a figure");
        let found = tornado(&example.plan, net);
        let session = Session::open(example.plan.clone(), example.outcome.clone(), "plan.json");
        let chart = chart(&session, net, &found);
        let bars: Vec<_> =
            chart.rungs.iter().map(|rung| (rung.parts[0].size(), rung.parts[1].size(), &*rung.total)).collect();
        assert!(bars.contains(&(-20.0, 20.0, "40")), "a tenth of £200 down and up: {bars:?}");
        assert!(bars.contains(&(5.0, -5.0, "10")), "more reinvestment leaves less: {bars:?}");
        assert_eq!(chart.unit, "£");
    }
}
