use crate::components::{printed_at, tag};
use crate::navigation::Page;
use crate::session::Session;
use one_plan_model::calculation::{FigureKey, format};
use one_plan_model::outcome::Verdict;
use one_plan_model::plan::Table;
use yew::prelude::*;

/// What the plan prints for a figure, on which line of its document, and the verdict; empty where it prints nothing.
pub(super) fn printed(session: &Session, figure: FigureKey) -> Html {
    let plan = session.plan();
    let of_figure = session.outcome().comparisons().iter().filter(|one| one.figure == Some(figure));
    let mut list = tag("ul").class("printed");
    let mut count = 0_usize;
    for comparison in of_figure {
        count += 1;
        let row = comparison.row.index();
        let printed = format::in_unit(comparison.printed, figure.kind.unit);
        let apart = comparison.apart().map(|apart| format::distance_in_unit(apart, figure.kind.unit));
        let verdict = match (comparison.verdict, apart) {
            (Verdict::Exact, _) => "the same".to_owned(),
            (Verdict::Rounding, Some(apart)) => format!("{apart} apart, which rounding explains"),
            (Verdict::Unlikely, Some(apart)) => format!("{apart} apart, which rounding hardly explains"),
            (Verdict::Differs, Some(apart)) => format!("{apart} apart"),
            (verdict, _) => verdict.word().to_owned(),
        };
        let lines = plan.source_lines(Table::StatedFigure, row, "value").map(|lines| printed_at(&lines));
        let lines = lines.unwrap_or_else(|| format!("row {}", u64::from(row) + 1));
        let link = tag("a").attribute("href", Page::Row(Table::StatedFigure, row).hash()).words(lines);
        let words = format!("{printed}: {verdict}; ");
        list = list.child(tag("li").key(row.to_string()).words(words).child(link));
    }
    if count == 0 {
        return tag("div").html();
    }
    tag("div").child(tag("h3").words("What the plan prints")).child(list).html()
}
