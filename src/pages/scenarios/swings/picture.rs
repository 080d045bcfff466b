//! What moves a figure, as a picture.

use super::names::told_apart;
use super::table::MOST_SWINGS;
use crate::chart::{Frame, Ladder, Looks, Rung};
use crate::components::{capitalised, drawn_money, drawn_number, drawn_percent, unit_for};
use crate::session::Session;
use one_plan_model::calculation::{FigureKey, Unit};
use one_plan_model::quantity::Fixed;
use one_plan_model::scenario::{Swing, Tornado};

/// How many inputs are drawn.
const MOST_DRAWN: usize = 12;

/// A bar for each of the first inputs: from what the figure is in the plan down to one end of its range and up to the other.
pub fn chart(session: &Session, figure: FigureKey, found: &Tornado) -> Ladder {
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
        together: "Between the two".to_owned(),
        mark: String::new(),
        looks: Looks::default(),
        rungs,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::example;
    use one_plan_model::scenario::tornado;

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
