use super::tasks::TASKS;
use crate::sheet::own_sheets::WHERE;
use crate::write::WriteProblem;
use crate::write::names::{quoted, sheet_name};
use crate::write::paper::Paper;
use crate::write::styles::Styles;
use one_plan_model::plan::Table;
use rust_xlsxwriter::Worksheet;

const STEPS: &[&str] = &[
    "1.  Fill in the sheet \"Plan\": one row with the title, the health economy and the years.",
    "2.  Look up in \"Where do I put\" which sheet is for what you have. Most plans need ten sheets or fewer; leave the others.",
    "3.  Write below the dark headings, one thing on a row. The grey rows above them say what to write and show an example; \
     they are not read.",
    "4.  Yellow headings must be filled. Rest on a heading to see what it means; many cells have a list to choose from.",
    "5.  Give each thing an id of small letters, digits and hyphens, such as planned-care; other sheets name it by that.",
    "6.  Money stands in the unit of its row (£, £000, £m, £bn), as it is printed: 13.1 and 13.10 say how exact it is.",
    "7.  Open the workbook with One Plan. It lists every problem with its cell, and gives you this file back with them marked.",
];

/// How to use the template, and a list of its sheets.
pub fn write(sheet: &mut Worksheet, styles: &mut Styles) -> Result<(), WriteProblem> {
    let about = "Fill in what you have, and open it with One Plan.";
    let mut paper = Paper::new(sheet, styles, "One Plan: a workbook to fill in", about)?;
    paper.widths(&[34, 120])?;
    let (text, section, wrapped) =
        (paper.styles.text.clone(), paper.styles.section.clone(), paper.styles.wrapped.clone());
    let mut row = 3;
    paper.text(row, 0, "How to use it", &section)?;
    for step in STEPS {
        row += 1;
        paper.text(row, 0, step, &text)?;
    }
    row += 2;
    paper.link(row, 0, &format!("{}!A1", quoted(WHERE)), "Where do I put …?")?;
    paper.text(row, 1, "Which sheet is for what you have.", &text)?;
    row += 2;
    paper.text(row, 0, "The sheets", &section)?;
    paper.headings(row + 1, &[("Sheet", false), ("What a row is", false)])?;
    let first = |table: &Table| TASKS.iter().any(|task| task.is_first && task.tables.contains(table));
    let link = |paper: &mut Paper<'_>, row: u32, table: Table| -> Result<(), WriteProblem> {
        let name = sheet_name(table);
        paper.link(row, 0, &format!("{}!A1", quoted(&name)), &name)?;
        paper.fit(row, &[(table.about(), 120)], 6)?;
        paper.text(row, 1, table.about(), &wrapped)
    };
    row += 2;
    // Those with which a plan begins come first.
    for table in Table::ALL.iter().filter(|table| first(table)).chain(Table::ALL.iter().filter(|table| !first(table))) {
        link(&mut paper, row, *table)?;
        row += 1;
    }
    paper.sheet.set_active(true);
    Ok(())
}
