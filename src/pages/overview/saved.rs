use super::lists;
use crate::chart::{Frame, StackedBar};
use crate::components::{
    Shown, answer, body, data_table, figure, figure_cell, figure_in_words, figure_of, form_of, form_of_sums, head,
    headings, row, tag,
};
use crate::navigation::Page;
use crate::page_context::PageContext;
use crate::pages::savings_bars::{SavingsPart, savings_bars};
use crate::session::Session;
use one_plan_model::calculation::FigureKey;
use one_plan_model::plan::{FinancialYear, Id, SavingPart, SchemeList, Table};
use one_plan_model::quantity::{Decimal, Fault};
use one_plan_model::rules::savings::{PART, PART_YEAR, TOTAL, TOTAL_YEAR};
use one_plan_model::rules::schemes::{LIST_GROSS, LIST_NET, LIST_REINVESTMENT, UNIDENTIFIED, UNIDENTIFIED_SHARE};
use yew::prelude::*;

const PARTS: [(SavingPart, &str); 2] =
    [(SavingPart::Commissioner, "Commissioner"), (SavingPart::Provider, "Providers")];
const CHART_HEIGHT: f64 = 240.0;

/// What is saved: the savings of each year against the total, by who saves; or else what the largest list saves.
pub fn section(context: &PageContext) -> Html {
    let sentence = tag("p").child(sentence(context)).child(without_a_scheme(context));
    answer("savings-title", "What is saved?", sentence, Page::Savings)
        .child(tag("div").maybe(by_year(context)))
        .child(tag("div").maybe(lists::table(context)))
        .html()
}

fn sentence(context: &PageContext) -> Html {
    let (plan, outcome) = (context.session.plan(), context.session.outcome());
    let in_form = |key: FigureKey, form: Shown| tag("strong").child(figure_in_words(context, key, form));
    if outcome.value(TOTAL.at([])).is_some() {
        let years = plan.years();
        let when = match (years.first(), years.last()) {
            (Some(first), Some(last)) if first != last => format!(" from {first} to {last}"),
            (Some(only), _) => format!(" in {only}"),
            _ => String::new(),
        };
        let parts = [SavingPart::Commissioner, SavingPart::Provider].map(|part| PART.at([part as u32]));
        let form = form_of_sums(context, &[&[TOTAL.at([]), parts[0], parts[1]]]);
        let strong = |key: FigureKey| in_form(key, form);
        let mut words = tag("span").words("The plan saves ").child(strong(TOTAL.at([]))).words(when);
        let mut before = ": ";
        for (part, name) in
            [(SavingPart::Commissioner, " by the commissioner"), (SavingPart::Provider, " by providers")]
        {
            let key = PART.at([part as u32]);
            if outcome.value(key).is_some() {
                words = words.words(before).child(strong(key)).words(name);
                before = " and ";
            }
        }
        return words.words(".").html();
    }
    let Some((list, about)) = lists::largest(&context.session) else {
        return tag("span").words("The plan gives no savings.").html();
    };
    let form = form_of(context, &[LIST_GROSS.at([list]), LIST_NET.at([list])]);
    let strong = |key: FigureKey| in_form(key, form);
    let net = tag("span").words(", ").child(strong(LIST_NET.at([list]))).words(" after reinvestment");
    let has_reinvestment = outcome.value(LIST_REINVESTMENT.at([list])).is_some_and(|value| value != Ok(Decimal::ZERO));
    let without = lists::not_saved(&context.session).get(Id::<SchemeList>::at(list).position()).copied();
    let without = without.and_then(lists::NotSaved::words).map(|words| format!(", {words}")).unwrap_or_default();
    let which = if plan.scheme_lists.len() == 1 { "Its list" } else { "Its largest list" };
    tag("span")
        .words(format!("{which}, “{}”, saves ", about.name()))
        .child(strong(LIST_GROSS.at([list])))
        .maybe(has_reinvestment.then(|| net.html()))
        .words(format!(" in {}", about.year()))
        .words(without)
        .words(". The plan gives no total of savings by year.")
        .html()
}

/// The most that a list saves for which nobody has a scheme.
fn without_a_scheme(context: &PageContext) -> Html {
    let Some(list) = lists::most_without_a_scheme(&context.session) else { return tag("span").html() };
    let name = context.session.plan().title(Table::SchemeList, list).unwrap_or_default();
    tag("span")
        .words(" For ")
        .child(tag("strong").child(figure_in_words(
            context,
            UNIDENTIFIED.at([list]),
            form_of(context, &[UNIDENTIFIED.at([list])]),
        )))
        .words(format!(" of “{name}”, "))
        .child(figure(context, UNIDENTIFIED_SHARE.at([list]), Shown::ONE_PLACE))
        .words(" of it, there is no scheme yet.")
        .html()
}

/// The savings of each year against the total, by who saves. Nothing where the plan gives none.
fn by_year(context: &PageContext) -> Option<Html> {
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
    let table = data_table(
        "savings-by-year",
        "Savings by year, £m",
        false,
        vec![head(headings(&["Year"], &names)), body(rows)],
    );
    let figure = figure_of(&context.session, "Savings by year and by who saves, £m", "h3", &chart);
    Some(tag("div").child(figure).child(table).html())
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
    let part = |(part, name): &(SavingPart, &str)| SavingsPart {
        name: (*name).to_owned(),
        by_year: years.iter().map(|year| value(of_part(*part, *year))).collect(),
    };
    let frame = |totals: &str| {
        Frame::new("overview-savings", "Savings by year and by who saves", format!("The plan saves {totals}."))
    };
    let bars = savings_bars(session.outcome(), years, ("Who saves", parts.iter().map(part).collect()), frame);
    StackedBar { plot_height: CHART_HEIGHT, ..bars }
}
