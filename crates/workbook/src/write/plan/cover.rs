use super::figures::Figures;
use crate::sheet::own_sheets::{CHECK, FRAMEWORK, PARAMETERS, POUNDS, RESULTS, SOURCES, SPLITS, WORKING};
use crate::write::WriteProblem;
use crate::write::names::{quoted, sheet_name};
use crate::write::paper::Paper;
use crate::write::styles::{Emphasis, Styles};
use one_plan_model::outcome::{ResultSheet, Seal};
use one_plan_model::plan::{Plan, Table};
use rust_xlsxwriter::Worksheet;

/// What the workbook is: the plan, its version, the engine, the check, and a list of the sheets.
pub(super) fn write(
    sheet: &mut Worksheet,
    styles: &mut Styles,
    plan: (&Plan, &Seal),
    results: Option<&ResultSheet>,
    figures: Option<&Figures>,
    tables: &[Table],
) -> Result<(), WriteProblem> {
    let details = plan.0.details();
    let title = details.map_or("Plan", |details| details.title());
    let system = details.map_or("", |details| details.system());
    let mut paper = Paper::new(sheet, styles, title, system)?;
    paper.widths(&[30, 12, 96])?;
    let (label, text) = (paper.styles.label.clone(), paper.styles.text.clone());
    let mut row = 3;
    for (name, words) in what_it_is(plan, results, tables) {
        paper.text(row, 0, name, &label)?;
        paper.text(row, 1, &words, &text)?;
        row += 1;
    }
    row += 1;
    if let Some(results) = results {
        row = sheets_of_results(&mut paper, row, results, figures)?;
    }
    sheets_of_tables(&mut paper, row, plan.0, tables)
}

/// Each thing that is said of the workbook as a whole, with its name.
fn what_it_is(
    (plan, seal): (&Plan, &Seal),
    results: Option<&ResultSheet>,
    tables: &[Table],
) -> Vec<(&'static str, String)> {
    let mut lines = Vec::new();
    if let Some(details) = plan.details() {
        lines.push(("Years", format!("{} to {}", details.first_year(), details.last_year())));
        if let Some(version) = details.version() {
            let date = details.version_date().map(|date| format!(" of {date}")).unwrap_or_default();
            lines.push(("Version", format!("{version}{date}")));
        }
    }
    if let Some(results) = results {
        lines.push(("Check", results.check_words.clone()));
        lines.push(("Figures", results.figures.len().to_string()));
        lines.push(("Engine", format!("One Plan {}", results.engine)));
    }
    let rows: usize = tables.iter().map(|table| plan.row_count(*table)).sum();
    lines.push(("Rows", format!("{rows} in {} tables", tables.len())));
    lines.push(("Seal (SHA-256)", seal.hash.clone()));
    lines
}

/// Lists the sheets of what follows from the plan, from a row on; answers with the row after them.
fn sheets_of_results(
    paper: &mut Paper<'_>,
    mut row: u32,
    results: &ResultSheet,
    figures: Option<&Figures>,
) -> Result<u32, WriteProblem> {
    let has = |is_there: fn(&Figures) -> bool| figures.is_some_and(is_there);
    let all = [
        (FRAMEWORK, "From the gross budgets to the surplus.", !results.statements.is_empty()),
        (RESULTS, "Every figure, each a formula over the sheets of the tables.", true),
        (CHECK, "What does not add up, and printed figures against computed ones.", true),
        (PARAMETERS, "What rules need and the plan does not print; may be changed.", !results.parameters.is_empty()),
        (WORKING, "Steps that several figures use.", has(|figures| !figures.working.is_empty())),
        (SPLITS, "Wholes that are split to the penny.", has(|figures| !figures.splits.is_empty())),
        (POUNDS, "Amounts in pounds, and what each unit is worth.", has(|figures| !figures.pounds.is_empty())),
        (SOURCES, "Units, what is no formula, and where the rules come from.", true),
    ];
    let (text, section) = (paper.styles.text.clone(), paper.styles.section.clone());
    paper.text(row, 0, "What follows from the plan", &section)?;
    for (name, words, _) in all.iter().filter(|(_, _, is_there)| *is_there) {
        row += 1;
        paper.link(row, 0, &format!("{}!A1", quoted(name)), name)?;
        paper.text(row, 2, words, &text)?;
    }
    Ok(row + 2)
}

/// Lists the sheets of the tables, from a row on.
fn sheets_of_tables(paper: &mut Paper<'_>, row: u32, plan: &Plan, tables: &[Table]) -> Result<(), WriteProblem> {
    let section = paper.styles.section.clone();
    paper.text(row, 0, "The plan", &section)?;
    let number_heading = paper.styles.number_heading.clone();
    let heading = paper.styles.heading.clone();
    for (column, name) in (0_u16..).zip(["Sheet", "Rows", "What a row is"]) {
        paper.text(row + 1, column, name, if column == 1 { &number_heading } else { &heading })?;
    }
    let wrapped = paper.styles.wrapped.clone();
    for (row, table) in (row + 2..).zip(tables) {
        let name = sheet_name(*table);
        paper.link(row, 0, &format!("{}!A1", quoted(&name)), &name)?;
        let count = u32::try_from(plan.row_count(*table)).unwrap_or(u32::MAX);
        let format = paper.styles.number("#,##0", Emphasis::None);
        paper.sheet.write_number_with_format(row, 1, count, format)?;
        paper.fit(row, &[(table.about(), 96)], 8)?;
        paper.text(row, 2, table.about(), &wrapped)?;
    }
    Ok(())
}
