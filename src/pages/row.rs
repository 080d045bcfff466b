//! One row of a table: what stands in each of its cells and what that means, where it is printed, what was found about
//! it, and which figures stand on it.

use crate::components::{
    capitalised, choice_words, count_of, fact, figure_in_full, finding_link, not_given, source_words, tag, titled,
};
use crate::navigation::Page;
use crate::page_context::PageContext;
use crate::pages::whole::page_of_table;
use one_plan_model::calculation::{FigureKey, format};
use one_plan_model::plan::{ColumnKind, Plan, Table};
use one_plan_model::quantity::{Amount, Digits, MoneyUnit};
use yew::prelude::*;

/// At most so many figures that stand on the row are named; the rest are counted.
const MOST_FIGURES: usize = 25;

/// Properties of [`RowPage`].
#[derive(Clone, PartialEq, Properties)]
pub struct RowPageProperties {
    /// The session, and how to ask for things.
    pub context: PageContext,
    /// The table.
    pub table: Table,
    /// The position of the row.
    pub row: u32,
}

/// The page of one row.
#[component]
pub fn RowPage(properties: &RowPageProperties) -> Html {
    let RowPageProperties { context, table, row } = properties;
    let session = context.session.clone();
    let figures = use_memo((session, *table, *row), |(session, table, row)| {
        session.outcome().recording(session.plan()).figures_on_row(*table, *row)
    });
    let plan = context.session.plan();
    let rows = plan.store(*table).rows();
    let name = capitalised(&choice_words(table.name()));
    if *row >= rows {
        let words = format!("The table has {}.", count_of(rows as usize, "row", "rows"));
        let heading = tag("h1").class("page__title").words(format!("{name}: no row {}", u64::from(*row) + 1));
        return tag("div").child(heading).child(tag("p").words(words)).html();
    }
    let title = plan.title(*table, *row).map(|title| format!(": {title}")).unwrap_or_default();
    tag("div")
        .child(tag("h1").class("page__title").words(format!("{name}, row {}{title}", u64::from(*row) + 1)))
        .child(tag("div").child(ways(*table, *row, rows)))
        .child(tag("div").child(cells(plan, *table, *row)))
        .child(tag("div").child(findings(context, *table, *row)))
        .child(tag("div").child(standing(context, &figures)))
        .html()
}

/// The way to the rows beside it, and to the whole table.
fn ways(table: Table, row: u32, rows: u32) -> Html {
    let link = |words: String, page: Page| tag("a").attribute("href", page.hash()).words(words);
    let mut list = tag("nav").class("toolbar").attribute("aria-label", "Other rows");
    if let Some(before) = row.checked_sub(1) {
        list = list.child(link("Row before".to_owned(), Page::Row(table, before)));
    }
    if row + 1 < rows {
        list = list.child(link("Row after".to_owned(), Page::Row(table, row + 1)));
    }
    let page = page_of_table(table);
    list.child(link(format!("All rows: {}", page.name()), page)).html()
}

fn cells(plan: &Plan, table: Table, row: u32) -> Html {
    let mut facts = tag("dl").class("facts");
    let unit = plan.written_cell(table, row, "unit").filter(|_| table.column("unit").is_some());
    for column in table.columns() {
        let written = plan.written_cell(table, row, column.name);
        let words = match (written, column.kind) {
            (None, _) => None,
            (Some(lines), ColumnKind::SourceLines) => Some(source_words(&lines)),
            (Some(amount), ColumnKind::Money) => Some(match &unit {
                Some(unit) => in_unit(&amount, unit),
                None => amount,
            }),
            (Some(id), ColumnKind::Reference(other)) => {
                let name = plan.find(other, &id).and_then(|found| plan.title(other, found));
                Some(name.map(str::to_owned).unwrap_or(id))
            }
            (Some(text), _) => Some(text),
        };
        // A cell that is empty says nothing here; which there are is the help of the table.
        let Some(words) = words else { continue };
        let heading = if matches!(column.kind, ColumnKind::SourceLines) { "Source" } else { column.name };
        let name = tag("dt").words(capitalised(&choice_words(heading))).child(tag("small").words(column.help().trim()));
        facts = facts.child(fact(column.name, name, tag("dd").words(words)));
    }
    titled("row-cells", "What the plan says").child(facts).html()
}

/// An amount with its unit as people write it; as it stands where the unit is none.
fn in_unit(amount: &str, unit: &str) -> String {
    let printed = Digits::read(amount).ok().zip(MoneyUnit::read(unit));
    match printed.and_then(|(digits, unit)| Amount::printed(digits, unit).ok()) {
        Some(amount) => format::amount(amount),
        None => format!("{amount} {unit}"),
    }
}

fn findings(context: &PageContext, table: Table, row: u32) -> Html {
    let outcome = context.session.outcome();
    let is_here = |finding: &one_plan_model::calculation::Finding| {
        finding.places.iter().any(|place| place.table == table && place.row == row)
    };
    let mut list = tag("ul");
    let mut count = 0_usize;
    let about: Vec<usize> =
        (0..).zip(outcome.findings()).filter(|(_, finding)| is_here(finding)).map(|(at, _)| at).collect();
    for at in about {
        let Some(finding) = outcome.findings().get(at) else { continue };
        let name = outcome.finding_name(context.session.plan(), at);
        count += 1;
        let link = tag("a").attribute("href", finding_link(&name)).words(finding.message.clone());
        list = list.child(tag("li").key(at).child(link));
    }
    let section = titled("row-findings", "What was found about it");
    if count == 0 { section.child(tag("p").words("Nothing.")).html() } else { section.child(list).html() }
}

fn standing(context: &PageContext, figures: &[FigureKey]) -> Html {
    let section = titled("row-figures", "Figures that stand on it");
    if figures.is_empty() {
        return section.child(tag("p").child(not_given()).words(" No figure stands on this row.")).html();
    }
    let plan = context.session.plan();
    let mut facts = tag("dl").class("facts");
    for key in figures.iter().take(MOST_FIGURES) {
        let value = tag("dd").child(figure_in_full(context, *key));
        facts = facts.child(fact(key.id(plan), tag("dt").words(key.label(plan)), value));
    }
    let more = figures.len().saturating_sub(MOST_FIGURES);
    let mut further = tag("div");
    if more > 0 {
        further = further.child(tag("p").words(format!("and {}", count_of(more, "more figure", "more figures"))));
    }
    section.child(facts).child(further).html()
}
