use super::column_heading::column_heading;
use super::grid::Grid;
use super::money_forms::MoneyForms;
use crate::components::{
    Shown, TableGuide, body, capitalised, cell_for_number, choice_words, counted, data_table, figure_in_table, filters,
    form_of_table, head, mentions, not_given, number_cell, number_heading, row as table_row, show_more, source_words,
    tag, titled_by, words_cell, words_field, words_heading,
};
use crate::page_context::PageContext;
use crate::pages::view_state::use_view_state;
use one_plan_model::calculation::format;
use one_plan_model::calculation::{Dimension, FigureKind};
use one_plan_model::plan::{Column, ColumnKind, Content, Plan, Table};
use one_plan_model::rules::figure_kinds;
use yew::prelude::*;

/// Tables with no more rows than this have no field to look for words.
const FEW_ROWS: usize = 8;

/// Properties of [`TableRows`].
#[derive(Clone, PartialEq, Properties)]
pub struct TableRowsProperties {
    /// The session, and how to ask for things.
    pub context: PageContext,
    /// The table.
    pub table: Table,
}

/// One table of the plan: its rows as they are given, and beside each what is computed for it.
#[component]
pub fn TableRows(properties: &TableRowsProperties) -> Html {
    let (context, table) = (&properties.context, properties.table);
    let state = use_view_state(format!("{}-", table.name()), table);
    let plan = context.session.plan();
    // Whoever opens an empty table wants to fill it.
    let edits = use_state(|| plan.row_count(table) == 0);
    let all = u32::try_from(plan.row_count(table)).unwrap_or(u32::MAX);
    let columns = filled(plan, table, all);
    let money = MoneyForms::of(plan, table, all, &columns);
    let wanted = state.words.trim();
    // A row is found by what is shown of it. Only what is looked through or shown is put into words.
    let says = |row: &u32| {
        columns.iter().any(|at| text(plan, table, *row, *at, &money).is_some_and(|text| mentions(&text, wanted)))
    };
    let matching: Vec<u32> = (0..all).filter(|row| wanted.is_empty() || says(row)).collect();
    let shown = matching.len().min(state.rows);
    let name = capitalised(&choice_words(table.name()));
    let content = if all == 0 {
        tag("p").words("The plan gives nothing here yet.").html()
    } else if matching.is_empty() {
        tag("p").words("No row fits this choice.").html()
    } else {
        let kinds = kinds_of_rows(context, table);
        let drawn = matching.iter().take(shown).flat_map(|row| kinds.iter().map(|kind| kind.at([*row])));
        let form = form_of_table(context, drawn);
        let layout = Layout { context, table, columns, money, kinds, form };
        let table_rows = matching.iter().take(shown).map(|row| layout.row(*row)).collect();
        let caption = format!("{name}: what the plan gives, and what is computed for each row");
        data_table(format!("rows-{}", table.name()), caption, true, vec![head(layout.headings()), body(table_rows)])
    };
    let id = format!("table-{}", table.name());
    let mut section = titled_by(id, name);
    let all = plan.row_count(table);
    if all > FEW_ROWS {
        let field = words_field(format!("words-{}", table.name()), "Filter", &state.words, state.onwords.clone());
        section = section.child(filters(vec![field], format!("{} of {}", counted(matching.len()), counted(all))));
    }
    let switch = {
        let (is_on, edits) = (*edits, edits.clone());
        tag("button")
            .attribute("type", "button")
            .class("button button--secondary button--small")
            .attribute("aria-expanded", if is_on { "true" } else { "false" })
            .onclick(Callback::from(move |_| edits.set(!is_on)))
            .words("Change the rows")
    };
    let guide = tag("div").child(html! { <TableGuide {table} /> });
    let mut grid = tag("div").child(guide).child(tag("p").child(switch));
    if *edits {
        grid = grid.child(html! { <Grid context={context.clone()} {table} /> });
    }
    let table = tag("div").key("table").child(content);
    let more = tag("div").key("more").child(show_more(shown, matching.len(), "rows", &state.onrows));
    section.child(grid.key("grid")).child(table).child(more).html()
}

/// A cell as a person reads it; nothing where it is empty.
fn text(plan: &Plan, table: Table, row: u32, at: usize, money: &MoneyForms) -> Option<String> {
    let column = table.columns().get(at)?;
    Some(match (plan.content_at(table, row, at), column.kind) {
        (Content::Empty, _) => return None,
        (Content::Text(lines), ColumnKind::SourceLines) => source_words(lines),
        (Content::Text(text), _) => text.to_owned(),
        (Content::Amount(amount), _) => money.words(at, amount),
        // A calendar year is a number without commas.
        (Content::Count(count), _) if column.name.ends_with("_year") => count.to_string(),
        (Content::Count(count), _) => format::number(Ok(count.number())),
        (Content::Measured(number), _) => format::number(Ok(number.number())),
        (Content::Exact(number), _) => number.to_string(),
        (Content::Rate(rate), _) => rate.to_string(),
        (Content::Unit(unit), _) => unit.symbol().to_owned(),
        (Content::Row(of), ColumnKind::Reference(other)) => plan.title(other, of)?.to_owned(),
        (Content::Choice(position), ColumnKind::Choice(choices)) => {
            choice_words(choices.get(usize::try_from(position).ok()?)?.word)
        }
        (Content::Row(_) | Content::Choice(_), _) => return None,
        (Content::Flag(flag), _) => if flag { "yes" } else { "no" }.to_owned(),
        (Content::Year(year), _) => year.to_string(),
        (Content::Month(month), _) => month.to_string(),
        (Content::Date(date), _) => date.to_string(),
        (Content::Due(due), _) => due.to_string(),
    })
}

/// The positions of the columns in which any row has something; the unit stands beside the money, and
/// where a row is printed comes last.
fn filled(plan: &Plan, table: Table, rows: u32) -> Vec<usize> {
    let filled = |at: usize| (0..rows).any(|row| !plan.content_at(table, row, at).is_empty());
    let hidden = |column: &Column| {
        matches!(column.kind, ColumnKind::MoneyUnit)
            || (matches!(column.kind, ColumnKind::Identifier) && column.name == "id")
    };
    let columns = table.columns().iter().enumerate();
    columns.filter(|(at, column)| !hidden(column) && filled(*at)).map(|(at, _)| at).collect()
}

/// The kinds of figure that are about a row of the table and nothing else, and of which there are any.
fn kinds_of_rows(context: &PageContext, table: Table) -> Vec<&'static FigureKind> {
    let mut kinds = Vec::new();
    for kind in figure_kinds() {
        let about_row = matches!(kind.dimensions, [Dimension::Row(of)] if *of == table);
        if about_row && context.session.outcome().figures_of(kind).next().is_some() {
            kinds.push(*kind);
        }
    }
    kinds
}

fn is_date(column: &Column) -> bool {
    matches!(column.kind, ColumnKind::Date | ColumnKind::DueDate | ColumnKind::Month)
}

/// The label of a kind without the row that it is about.
fn label(kind: &FigureKind) -> String {
    let words = kind.label.replace("{}", "");
    let words = words.trim_start_matches([':', ',', ' ']).trim();
    if words.is_empty() {
        // Tables with figures in several units have a column for each.
        return format!("Computed, {}", kind.unit.word());
    }
    capitalised(words)
}

/// What is drawn of each row.
struct Layout<'a> {
    context: &'a PageContext,
    table: Table,
    /// The positions of the columns; the first names the row.
    columns: Vec<usize>,
    /// The form of the money that is given.
    money: MoneyForms,
    /// What is computed for each row.
    kinds: Vec<&'static FigureKind>,
    /// The one form of the money among it.
    form: Shown,
}

impl Layout<'_> {
    /// The columns: those that are given, then, after what is computed, where the row is printed.
    fn columns(&self, printed_in: bool) -> impl Iterator<Item = (usize, &'static Column)> {
        let columns = self.columns.iter().filter_map(|at| Some((*at, self.table.columns().get(*at)?)));
        columns.filter(move |(_, column)| matches!(column.kind, ColumnKind::SourceLines) == printed_in)
    }

    fn headings(&self) -> Vec<Html> {
        let mut headings = Vec::with_capacity(self.columns.len() + self.kinds.len());
        for (_, column) in self.columns(false) {
            headings.push(match column.kind.is_number() {
                true => number_heading(column_heading(column)),
                false => words_heading(column_heading(column)),
            });
        }
        for kind in &self.kinds {
            headings.push(number_heading(label(kind)));
        }
        for (_, column) in self.columns(true) {
            headings.push(words_heading(column_heading(column)));
        }
        headings
    }

    fn row(&self, row: u32) -> Html {
        let text = |at: usize| text(self.context.session.plan(), self.table, row, at, &self.money);
        let mut cells = Vec::with_capacity(self.columns.len() + self.kinds.len());
        let mut columns = self.columns(false);
        // A heading is never empty: a row without a name is known by its number.
        let named = columns.next().and_then(|(at, _)| text(at));
        let named = named.unwrap_or_else(|| format!("Row {}", row.saturating_add(1)));
        for (at, column) in columns {
            cells.push(cell(column, text(at)));
        }
        for kind in &self.kinds {
            cells.push(
                cell_for_number(label(kind)).child(figure_in_table(self.context, kind.at([row]), self.form)).html(),
            );
        }
        for (at, column) in self.columns(true) {
            cells.push(cell(column, text(at)));
        }
        table_row(row, named, cells).attribute("data-table", self.table.name()).html()
    }
}

fn cell(column: &Column, text: Option<String>) -> Html {
    let heading = column_heading(column);
    match text {
        None if column.kind.is_number() => cell_for_number(heading).child(not_given()).html(),
        Some(text) if column.kind.is_number() => number_cell(heading, text),
        // A date is not broken at the end of a line.
        Some(text) if is_date(column) => {
            tag("td").attribute("data-label", heading).child(tag("span").class("date").words(text)).html()
        }
        text => words_cell(heading, text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::example;

    fn shown(rows: &str) -> Vec<String> {
        let plan = example::plan(&format!(
            r#""scheme_lists": [{{"id": "a", "name": "A", "year": "2011/12"}}], "schemes": [{rows}]"#
        ));
        let count = u32::try_from(plan.row_count(Table::Scheme)).unwrap_or_default();
        let columns = filled(&plan, Table::Scheme, count);
        let money = MoneyForms::of(&plan, Table::Scheme, count, &columns);
        let gross = Table::Scheme.columns().iter().position(|column| column.name == "gross").expect("a column");
        (0..count).filter_map(|row| text(&plan, Table::Scheme, row, gross, &money)).collect()
    }

    #[test]
    fn a_column_of_several_units_is_shown_in_the_smallest_and_loses_no_digit() {
        let row = |id: &str, gross: &str, unit: &str| {
            format!(r#"{{"id": "{id}", "name": "{id}", "list": "a", "gross": "{gross}", "unit": "{unit}"}}"#)
        };
        let (large, small) = (row("s", "1.2345", "£m"), row("t", "20", "£000"));
        assert_eq!(shown(&format!("{large}, {small}")), ["£1,234.5k", "£20.0k"]);
        let (first, second) = (row("s", "3.50", "£m"), row("t", "20", "£m"));
        assert_eq!(shown(&format!("{first}, {second}")), ["£3.50m", "£20m"], "one unit stays as it is printed");
    }
}
