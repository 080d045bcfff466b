use crate::components::{body, count_of, counted, data_table, head, headings, section, show_more, tag, words_cell};
use crate::session::{SealReport, SealedFigure, Session};
use one_plan_model::calculation::{Unit, format};
use one_plan_model::outcome::resolve;
use one_plan_model::plan::Plan;
use one_plan_model::quantity::{Decimal, divide, whole};
use std::rc::Rc;
use yew::prelude::*;

/// How many figures that are not as sealed are listed at first; more of them can be asked for.
const LISTED: usize = 50;

/// Properties of [`SealNotice`].
#[derive(Clone, PartialEq, Properties)]
pub struct SealNoticeProperties {
    /// The plan as it was opened.
    pub session: Session,
    /// What came of its seal.
    pub report: Rc<SealReport>,
}

/// What came of a sealed plan that was opened: reproduced exactly, or what differs.
#[component]
pub fn SealNotice(properties: &SealNoticeProperties) -> Html {
    let SealNoticeProperties { session, report } = properties;
    let rows = use_state_eq(|| LISTED);
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
        let onmore = Callback::from({
            let rows = rows.setter();
            move |more| rows.set(more)
        });
        figures = figures.child(changed(session.plan(), report, *rows, &onmore));
    }
    tag("div").child(notice).child(figures).html()
}

/// The two values of a figure as people read them; in the file a share stands in per cent. Digits that only differ behind what
/// is read are given as they are.
fn both(figure: &SealedFigure, unit: Option<Unit>) -> [String; 2] {
    let exactly = [&figure.sealed, &figure.now].map(|value| value.as_deref().unwrap_or("no such figure").to_owned());
    let as_read = |value: &String| match (value.parse::<Decimal>(), unit) {
        (Ok(number), Some(Unit::Percent)) => format::in_unit(divide(number, whole(100)), Unit::Percent),
        (Ok(number), Some(unit)) => format::in_unit(Ok(number), unit),
        _ => value.clone(),
    };
    let [sealed, now] = exactly.each_ref().map(as_read);
    if sealed == now { exactly } else { [sealed, now] }
}

/// What stands above the list: how many figures there are.
fn heading_words(report: &SealReport) -> String {
    let all = report.all_figures;
    let (are, them) = if all == 1 { ("is", "it") } else { ("are", "them") };
    let as_before = if report.figures_changed { format!("as the file gives {them}") } else { "as sealed".to_owned() };
    format!("{} {are} not {as_before}", count_of(all, "figure", "figures"))
}

fn changed(plan: &Plan, report: &SealReport, rows: usize, onmore: &Callback<usize>) -> Html {
    // What was changed in the file was never sealed.
    let before = if report.figures_changed { "In the file" } else { "Sealed" };
    let mut listed = Vec::with_capacity(rows.min(report.figures.len()));
    for figure in report.figures.iter().take(rows) {
        // What the plan no longer gives rise to has no name here.
        let key = resolve(plan, &figure.id);
        let name = key.map_or_else(|| figure.id.clone(), |key| key.label(plan));
        let [sealed, now] = both(figure, key.map(|key| key.kind.unit));
        let row = tag("tr").key(figure.id.as_str()).child(tag("th").attribute("scope", "row").words(name));
        let cells = vec![words_cell(before, Some(sealed)), words_cell("Now", Some(now))];
        listed.push(row.children(cells).html());
    }
    let caption = match listed.len() {
        some if some < report.all_figures => format!("The first {} of {}", counted(some), counted(report.all_figures)),
        _ => "All of them".to_owned(),
    };
    let table =
        data_table("seal-figures", caption, true, vec![head(headings(&["Figure", before, "Now"], &[])), body(listed)]);
    let mut further = tag("div");
    if rows >= report.figures.len() && report.figures.len() < report.all_figures {
        let words = format!("The page keeps the first {} and no more of them.", counted(report.figures.len()));
        further = further.child(tag("p").words(words));
    }
    let heading = tag("h2").id("seal-figures-title").words(heading_words(report));
    // It stands above every page: the list is opened by who wants it.
    let list = tag("details")
        .class("disclosure")
        .child(tag("summary").words("Show which, with both values"))
        .child(table)
        .child(show_more(rows, report.figures.len(), "figures", onmore))
        .child(further);
    section("seal-figures-title", heading).child(list).html()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_given_as_they_are_read_and_exactly_where_that_is_the_same() {
        let figure = |sealed: Option<&str>, now: &str| SealedFigure {
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

    #[test]
    fn it_is_said_how_many_figures_differ() {
        let said = |all_figures, figures_changed| {
            heading_words(&SealReport { all_figures, figures_changed, ..SealReport::default() })
        };
        assert_eq!(said(77, false), "77 figures are not as sealed");
        assert_eq!(said(1, true), "1 figure is not as the file gives it");
    }
}
