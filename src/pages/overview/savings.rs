use crate::chart::{Category, Series, StackedBar};
use crate::components::{
    Shown, body, chart_figure, data_table, drawn_money, figure_cell, head, headings, row, shown, titled_with_link,
};
use crate::navigation::Page;
use crate::page_context::PageContext;
use crate::session::Session;
use one_plan_model::calculation::{FigureKey, Unit};
use one_plan_model::plan::{FinancialYear, SavingPart};
use one_plan_model::quantity::{Fault, MoneyUnit};
use one_plan_model::rules::savings::{PART, PART_YEAR, TOTAL, TOTAL_YEAR};
use yew::prelude::*;

const PARTS: [(SavingPart, &str); 2] =
    [(SavingPart::Commissioner, "Commissioner"), (SavingPart::Provider, "Providers")];
const CHART_HEIGHT: f64 = 240.0;

/// The savings of each year against the total, by who saves. Nothing where the plan gives none.
pub fn section(context: &PageContext) -> Option<Html> {
    let outcome = context.session.outcome();
    let mut years = context.session.plan().years();
    years.retain(|year| outcome.value(total(*year)).is_some());
    if years.is_empty() {
        return None;
    }
    let mut parts = PARTS.to_vec();
    parts.retain(|(part, _)| outcome.value(PART.at([*part as u32])).is_some());
    let mut rows = Vec::with_capacity(years.len() + 1);
    for year in &years {
        let of_part = |part| of_part(part, *year);
        rows.push(row(year.start(), year.to_string(), cells(context, &parts, &of_part, total(*year))).html());
    }
    let all = cells(context, &parts, &|part| PART.at([part as u32]), TOTAL.at([]));
    rows.push(row("total", "All years", all).class("total").html());
    let mut names: Vec<&str> = parts.iter().map(|(_, name)| *name).collect();
    names.push("Total");
    let chart = chart(&context.session, &years, &parts);
    let section = titled_with_link("savings-title", "Savings by year", Page::Savings)
        .child(data_table(
            "savings-by-year",
            "Savings by year in £m",
            false,
            vec![head(headings(&["Year"], &names)), body(rows)],
        ))
        .child(chart_figure(
            "Savings by year and by who saves, £m",
            "h3",
            &chart.scene(),
            Some(&chart.narrow().scene()),
            &chart.table(),
        ));
    Some(section.html())
}

fn cells(
    context: &PageContext,
    parts: &[(SavingPart, &'static str)],
    of_part: &dyn Fn(SavingPart) -> FigureKey,
    total: FigureKey,
) -> Vec<Html> {
    let mut cells = Vec::with_capacity(parts.len() + 1);
    for (part, name) in parts {
        cells.push(figure_cell(context, *name, of_part(*part), Shown::MILLIONS));
    }
    cells.push(figure_cell(context, "Total", total, Shown::MILLIONS));
    cells
}

fn total(year: FinancialYear) -> FigureKey {
    TOTAL_YEAR.at([u32::from(year.start())])
}

fn of_part(part: SavingPart, year: FinancialYear) -> FigureKey {
    PART_YEAR.at([part as u32, u32::from(year.start())])
}

fn chart(session: &Session, years: &[FinancialYear], parts: &[(SavingPart, &str)]) -> StackedBar {
    let value = |figure: FigureKey| session.outcome().value(figure).unwrap_or(Err(Fault::NotGiven));
    let mut said = String::new();
    let mut categories = Vec::with_capacity(years.len());
    for year in years {
        let words = shown(value(total(*year)), Unit::Money, MoneyUnit::Millions, 2, false);
        if !said.is_empty() {
            said.push_str(", ");
        }
        said.push_str(&format!("£{words}m in {year}"));
        categories.push(Category::new(year.to_string(), words));
    }
    let mut series = Vec::with_capacity(parts.len());
    for (part, name) in parts {
        let mut values = Vec::with_capacity(years.len());
        for year in years {
            values.push(drawn_money(value(of_part(*part, *year)), MoneyUnit::Millions, 2));
        }
        series.push(Series::new(*name, values));
    }
    StackedBar {
        id: "overview-savings".to_owned(),
        title: "Savings by year and by who saves".to_owned(),
        description: format!("The plan saves {said}."),
        unit: "£m".to_owned(),
        series_heading: "Who saves".to_owned(),
        categories,
        series,
        plot_height: CHART_HEIGHT,
        ..StackedBar::default()
    }
}
