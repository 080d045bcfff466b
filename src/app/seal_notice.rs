use crate::components::{body, count_of, data_table, head, headings, tag, words_cell};
use crate::session::{SealReport, Session};
use one_plan_model::calculation::{Unit, format};
use one_plan_model::outcome::{FigureDifference, resolve};
use one_plan_model::plan::Plan;
use one_plan_model::quantity::{Decimal, divide, whole};
use yew::prelude::*;

/// How many figures that are not as sealed are listed; how many more there are is said.
const LISTED: usize = 50;

/// What came of a sealed plan that was opened: reproduced exactly, or what differs.
pub fn seal_notice(session: &Session, report: &SealReport) -> Html {
    let class = if report.reproduced { "notice notice--good" } else { "notice notice--bad" };
    let mut notice = tag("div")
        .class(class)
        .attribute("role", "status")
        .attribute("data-seal-report", if report.reproduced { "reproduced" } else { "differs" })
        .child(tag("p").child(tag("strong").words(report.summary.clone())));
    for (position, difference) in report.differences.iter().enumerate() {
        notice = notice.child(tag("p").key(position).words(difference.clone()));
    }
    notice = notice.child(tag("p").key("seal").class("seal").words(format!("Seal of the file: {}", report.sealed)));
    let mut figures = tag("div");
    if !report.figures.is_empty() {
        figures = figures.child(changed(session.plan(), report));
    }
    tag("div").child(notice).child(figures).html()
}

/// The two values of a figure as people read them; in the file a share stands in per cent. Digits that only differ behind what
/// is read are given as they are.
fn both(figure: &FigureDifference, unit: Option<Unit>) -> [String; 2] {
    let exactly = [&figure.sealed, &figure.now].map(|value| value.as_deref().unwrap_or("no such figure").to_owned());
    let as_read = |value: &String| match (value.parse::<Decimal>(), unit) {
        (Ok(number), Some(Unit::Percent)) => format::in_unit(divide(number, whole(100)), Unit::Percent),
        (Ok(number), Some(unit)) => format::in_unit(Ok(number), unit),
        _ => value.clone(),
    };
    let [sealed, now] = exactly.each_ref().map(as_read);
    if sealed == now { exactly } else { [sealed, now] }
}

fn changed(plan: &Plan, report: &SealReport) -> Html {
    // What was changed in the file was never sealed.
    let (before, words) = if report.figures_changed {
        ("In the file", "that are not as the file gives them")
    } else {
        ("Sealed", "that are not as sealed")
    };
    let mut rows = Vec::with_capacity(LISTED);
    for figure in report.figures.iter().take(LISTED) {
        // What the plan no longer gives rise to has no name here.
        let key = resolve(plan, &figure.id);
        let name = key.map_or_else(|| figure.id.clone(), |key| key.label(plan));
        let [sealed, now] = both(figure, key.map(|key| key.kind.unit));
        let row = tag("tr").key(figure.id.as_str()).child(tag("th").attribute("scope", "row").words(name));
        let cells = vec![words_cell(before, Some(sealed)), words_cell("Now", Some(now))];
        rows.push(row.children(cells).html());
    }
    let caption = match report.figures.len() {
        all if all > LISTED => {
            format!("The first {LISTED} of {} {words}", count_of(all, "figure", "figures"))
        }
        _ => format!("Figures {words}"),
    };
    data_table("seal-figures", caption, true, vec![head(headings(&["Figure", before, "Now"], &[])), body(rows)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_given_as_they_are_read_and_exactly_where_that_is_the_same() {
        let figure = |sealed: Option<&str>, now: &str| FigureDifference {
            id: "savings.total".into(),
            sealed: sealed.map(Into::into),
            now: Some(now.into()),
        };
        let shown = |sealed, now| both(&figure(sealed, now), Some(Unit::Money));
        assert_eq!(shown(Some("1234000"), "1235000"), ["£1,234,000", "£1,235,000"]);
        assert_eq!(shown(Some("0.0000000001"), "0.0000000002"), ["0.0000000001", "0.0000000002"]);
        assert_eq!(shown(None, "12"), ["no such figure", "£12"]);
        assert_eq!(both(&figure(Some("4.0322580645"), "3.5"), Some(Unit::Percent)), ["4.03%", "3.50%"]);
        assert_eq!(both(&figure(Some("12"), "13"), None), ["12", "13"], "nobody knows its unit");
    }
}
