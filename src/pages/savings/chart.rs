//! The picture of the savings: a bar for each year, a part for each large programme.

use crate::chart::{Frame, StackedBar};
use crate::components::{figure_of, sum, tag};
use crate::pages::savings_bars::{SavingsPart, savings_bars};
use crate::session::Session;
use one_plan_model::outcome::Outcome;
use one_plan_model::plan::{FinancialYear, Plan};
use one_plan_model::quantity::{Decimal, Fault, Value, subtract};
use one_plan_model::rules::savings;
use yew::prelude::*;

/// How many programmes the picture shows by name; the rest is one part, so that parts stay legible.
const NAMED: usize = 7;

/// The section; empty where the plan gives no savings by year.
pub(super) fn section(session: &Session) -> Html {
    let (plan, outcome) = (session.plan(), session.outcome());
    let parts = parts(plan, outcome);
    if parts.is_empty() {
        return tag("div").html();
    }
    let chart = chart(plan, outcome, parts);
    let heading = "Savings of each year, by programme";
    let figure = figure_of(session, heading, "h2", &chart);
    tag("div").class("section").child(figure).html()
}

/// The largest programmes over all years, then the rest of them together, then what the plan does
/// not give by programme.
fn parts(plan: &Plan, outcome: &Outcome) -> Vec<SavingsPart> {
    let years = plan.years();
    let mut programmes: Vec<(Decimal, SavingsPart)> = Vec::new();
    for (programme, about) in plan.programmes.iter() {
        let mut by_year = Vec::with_capacity(years.len());
        for year in &years {
            let figure = savings::PROGRAMME_YEAR.at([programme.index(), u32::from(year.start())]);
            by_year.push(outcome.value(figure).unwrap_or(Err(Fault::NotGiven)));
        }
        if by_year.iter().any(drawn) {
            let all = outcome.value(savings::PROGRAMME.at([programme.index()]));
            let size = all.and_then(Result::ok).unwrap_or_default().abs();
            programmes.push((size, SavingsPart { name: about.name().to_owned(), by_year }));
        }
    }
    // Programmes of the same size stay in the order of the plan.
    programmes.sort_by(|(one, _), (other, _)| other.cmp(one));
    let mut parts = Vec::with_capacity(programmes.len() + 1);
    for (_, part) in programmes {
        parts.push(part);
    }
    let mut parts = grouped(parts, years.len());
    let (rest, _) = not_by_programme(outcome, &years);
    if rest.iter().any(drawn) {
        parts.push(SavingsPart { name: "Not given by programme".to_owned(), by_year: rest });
    }
    parts
}

fn drawn(value: &Value) -> bool {
    value.is_ok_and(|number| !number.is_zero())
}

/// The first parts as they are, and the rest as one; a rest of one would only hide its name.
fn grouped(mut parts: Vec<SavingsPart>, years: usize) -> Vec<SavingsPart> {
    if parts.len() <= NAMED + 1 {
        return parts;
    }
    let others = parts.split_off(NAMED);
    let mut by_year = Vec::with_capacity(years);
    for year in 0..years {
        by_year.push(sum(others.iter().filter_map(|part| part.by_year.get(year).copied())));
    }
    parts.push(SavingsPart { name: format!("Other programmes ({})", others.len()), by_year });
    parts
}

/// What the totals hold beyond the programmes, in each year and in all years.
pub(super) fn not_by_programme(outcome: &Outcome, years: &[FinancialYear]) -> (Vec<Value>, Value) {
    let rest = |total: Option<Value>, programmes: Value| match (total, programmes) {
        (Some(Ok(total)), Ok(programmes)) => subtract(total, programmes),
        (Some(total), programmes) => total.and(programmes),
        (None, _) => Ok(Decimal::ZERO),
    };
    let mut by_year = Vec::with_capacity(years.len());
    for year in years {
        let start = u32::from(year.start());
        let of_year = outcome.figures_of(&savings::PROGRAMME_YEAR).filter(|(key, _)| key.index.get(1) == start);
        let programmes = sum(of_year.map(|(_, value)| value));
        by_year.push(rest(outcome.value(savings::TOTAL_YEAR.at([start])), programmes));
    }
    let programmes = sum(outcome.figures_of(&savings::PROGRAMME).map(|(_, value)| value));
    (by_year, rest(outcome.value(savings::TOTAL.at([])), programmes))
}

fn chart(plan: &Plan, outcome: &Outcome, parts: Vec<SavingsPart>) -> StackedBar {
    let largest = parts.first().map(|largest| format!(" The largest programme is {}.", largest.name));
    let frame = |totals: &str| {
        let described = format!("Total savings: {totals}.{}", largest.unwrap_or_default());
        Frame::new("savings-chart", "Savings of each year, by programme", described)
    };
    savings_bars(outcome, &plan.years(), ("Programme", parts), frame)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use one_plan_model::example;
    use one_plan_model::quantity::whole;

    fn part(name: &str, saving: i64) -> SavingsPart {
        SavingsPart { name: name.to_owned(), by_year: vec![Ok(whole(saving))] }
    }

    #[test]
    fn eight_programmes_keep_their_names() {
        let parts: Vec<SavingsPart> = (1..=8).map(|number| part(&number.to_string(), number)).collect();
        assert_eq!(grouped(parts.clone(), 1), parts);
    }

    #[test]
    fn beyond_eight_the_rest_is_one_part_and_nothing_is_lost() {
        let parts = grouped((1..=9).map(|number| part(&number.to_string(), number)).collect(), 1);
        assert_eq!(parts.len(), NAMED + 1);
        assert_eq!(
            parts.last().unwrap(),
            &SavingsPart { name: "Other programmes (2)".into(), by_year: vec![Ok(whole(17))] }
        );
    }

    #[test]
    fn the_largest_comes_first_and_what_has_no_programme_last() {
        let example = example::outcome(
            r#""programmes": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}, {"id": "c", "name": "C"}],
            "programme_savings": [
                {"programme": "a", "year": "2011/12", "part": "commissioner", "amount": "1", "unit": "£m"},
                {"programme": "b", "year": "2012/13", "part": "commissioner", "amount": "5", "unit": "£m"},
                {"year": "2011/12", "part": "provider", "amount": "27", "unit": "£m"}
            ]"#,
        );
        let parts = parts(&example.plan, &example.outcome);
        let names: Vec<&str> = parts.iter().map(|part| part.name.as_str()).collect();
        assert_eq!(names, ["B", "A", "Not given by programme"]);
        assert_eq!(parts.last().unwrap().by_year.first(), Some(&Ok(whole(27_000_000))));
        let (_, all) = not_by_programme(&example.outcome, &example.plan.years());
        assert_eq!(all, Ok(whole(27_000_000)));
        use crate::chart::Chart;
        let chart = chart(&example.plan, &example.outcome, parts);
        assert_eq!(chart.table().rows.first().unwrap().cells, ["B", "0.00", "5.00", "0.00", "0.00"]);
    }
}
