use crate::app::Page;
use crate::chart::{Category, ChartFigure, Series, StackedBar};
use crate::components::{DataTable, Shown, drawn_money, figure_cell, number_heading, shown, words_heading};
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
pub fn section(session: &Session) -> Html {
    let outcome = session.outcome();
    let years: Vec<FinancialYear> =
        session.plan().years().into_iter().filter(|year| outcome.value(total(*year)).is_some()).collect();
    if years.is_empty() {
        return html! {};
    }
    let parts: Vec<(SavingPart, &str)> =
        PARTS.into_iter().filter(|(part, _)| outcome.value(PART.about([*part as u32])).is_some()).collect();
    let chart = chart(session, &years, &parts);
    html! {
        <section class="section" aria-labelledby="savings-title">
            <div class="section__head">
                <h2 id="savings-title">{ "Savings by year" }</h2>
                <a href={Page::Savings.hash()}>{ "More on Savings" }</a>
            </div>
            <DataTable id="savings-by-year" caption="Savings by year in £m">
                <thead><tr>
                    { words_heading("Year") }
                    { for parts.iter().map(|(_, name)| number_heading(*name)) }
                    { number_heading("Total") }
                </tr></thead>
                <tbody>
                    { for years.iter().map(|year| html! {
                        <tr key={year.start()}>
                            <th scope="row">{ year.to_string() }</th>
                            { for parts.iter().map(|(part, name)| figure_cell(*name, of_part(*part, *year), Shown::MILLIONS)) }
                            { figure_cell("Total", total(*year), Shown::MILLIONS) }
                        </tr>
                    }) }
                    <tr key="total" class="total">
                        <th scope="row">{ "All years" }</th>
                        { for parts.iter().map(|(part, name)| figure_cell(*name, PART.about([*part as u32]), Shown::MILLIONS)) }
                        { figure_cell("Total", TOTAL.about([]), Shown::MILLIONS) }
                    </tr>
                </tbody>
            </DataTable>
            <ChartFigure heading="Savings by year and by who saves, £m" scene={chart.scene()} narrow={chart.narrow().scene()} table={chart.table()} />
        </section>
    }
}

fn total(year: FinancialYear) -> FigureKey {
    TOTAL_YEAR.about([u32::from(year.start())])
}

fn of_part(part: SavingPart, year: FinancialYear) -> FigureKey {
    PART_YEAR.about([part as u32, u32::from(year.start())])
}

fn chart(session: &Session, years: &[FinancialYear], parts: &[(SavingPart, &str)]) -> StackedBar {
    let value = |figure: FigureKey| session.outcome().value(figure).unwrap_or(Err(Fault::NotGiven));
    let words = |figure: FigureKey| shown(value(figure), Unit::Money, MoneyUnit::Millions, 2, false);
    let said: Vec<String> = years.iter().map(|year| format!("£{}m in {year}", words(total(*year)))).collect();
    StackedBar {
        id: "overview-savings".to_owned(),
        title: "Savings by year and by who saves".to_owned(),
        description: format!("The plan saves {}.", said.join(", ")),
        unit: "£m".to_owned(),
        series_heading: "Who saves".to_owned(),
        categories: years.iter().map(|year| Category::new(year.to_string(), words(total(*year)))).collect(),
        series: parts
            .iter()
            .map(|(part, name)| {
                let values = years.iter().map(|year| drawn_money(value(of_part(*part, *year)), MoneyUnit::Millions, 2));
                Series::new(*name, values.collect())
            })
            .collect(),
        plot_height: CHART_HEIGHT,
        ..StackedBar::default()
    }
}
