//! The first sheet of a corrected copy: everything that is to be said of the file.

use super::pieces::escaped;
use super::styles::{Look, Styles};
use crate::sheet::cell_reference;
use crate::write::WriteProblem;
use crate::write::corrected::problems::Listed;
use crate::write::names::quoted;
use crate::write::paper::lines;
use std::fmt::Write;

/// The most links that a sheet of a workbook holds, with some to spare.
const MOST_LINKS: usize = 60_000;

/// The headings, and how wide their columns are.
const HEADINGS: [(&str, u16); 8] = [
    ("Severity", 13),
    ("Sheet", 24),
    ("Cell", 10),
    ("Table and column of the plan", 26),
    ("Found", 28),
    ("What is wrong", 60),
    ("What is expected", 60),
    ("What became of it", 18),
];

/// The sheet as a part: the problems, and what is said before them.
pub fn problem_sheet(
    problems: &[Listed],
    said: &[String],
    space: &str,
    styles: &mut Styles,
) -> Result<String, WriteProblem> {
    let (title, words) = (styles.look(Look::Title)?, styles.look(Look::Words)?);
    let (heading, link) = (styles.look(Look::Heading)?, styles.look(Look::Link)?);
    let mut rows = String::new();
    let mut row = 0_u32;
    put_row(&mut rows, &mut row, &[("Problems that One Plan found in this file", title)]);
    for sentence in said {
        // Not wrapped: a sentence goes over the columns to its right.
        put_row(&mut rows, &mut row, &[(sentence, 0)]);
    }
    row += 1;
    let first = row;
    put_row(&mut rows, &mut row, &HEADINGS.map(|(words, _)| (words, heading)));
    let (mut links, mut count) = (String::new(), 0);
    for problem in problems {
        let severity = styles.look(Look::Severity(problem.severity))?;
        let place = place_of(problem);
        let link_to = problem.sheet.as_deref().filter(|_| count < MOST_LINKS);
        if let Some(sheet) = link_to {
            count += 1;
            put_link(&mut links, row, problem, sheet, &place);
        }
        let (of_sheet, of_cell) = match (link_to.is_some(), place.is_empty()) {
            (true, true) => (link, words),
            (true, false) => (words, link),
            (false, _) => (words, words),
        };
        put_row(
            &mut rows,
            &mut row,
            &[
                (problem.severity.word(), severity),
                (problem.sheet.as_deref().unwrap_or_default(), of_sheet),
                (&place, of_cell),
                (&problem.column, words),
                (&problem.value, words),
                (&problem.what, words),
                (&problem.expected, words),
                (problem.effect, words),
            ],
        );
    }
    Ok(part_of(space, first, &rows, &links))
}

/// The cell or the row of a problem as it is written.
fn place_of(problem: &Listed) -> String {
    let cell = problem.cell.map(|(row, column)| cell_reference(row, column));
    cell.or_else(|| problem.row.map(|row| format!("row {}", u64::from(row) + 1))).unwrap_or_default()
}

/// Adds a link from a row of the list to the place of its problem.
fn put_link(links: &mut String, row: u32, problem: &Listed, sheet: &str, place: &str) {
    let (to_row, to_column) = problem.target.unwrap_or_default();
    let column = if place.is_empty() { 1 } else { 2 };
    let _ = write!(
        links,
        "<hyperlink ref=\"{}\" location=\"{}!{}\" display=\"{}\"/>",
        cell_reference(row, column),
        escaped(&quoted(sheet)),
        cell_reference(to_row, to_column),
        escaped(if place.is_empty() { sheet } else { place })
    );
}

/// The whole part: its rows, of which one has the headings, and the links in them.
fn part_of(space: &str, headings: u32, rows: &str, links: &str) -> String {
    let columns: String = (1..)
        .zip(HEADINGS)
        .map(|(column, (_, width))| {
            format!("<col min=\"{column}\" max=\"{column}\" width=\"{width}\" customWidth=\"1\"/>")
        })
        .collect();
    let links = if links.is_empty() { String::new() } else { format!("<hyperlinks>{links}</hyperlinks>") };
    let (above, below) = (headings + 1, cell_reference(headings + 1, 0));
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"{space}\"><sheetPr><pageSetUpPr fitToPage=\"1\"/>\
         </sheetPr><sheetViews><sheetView showGridLines=\"0\" tabSelected=\"1\" workbookViewId=\"0\"><pane ySplit=\"{above}\" \
         topLeftCell=\"{below}\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>{columns}</cols>\
         <sheetData>{rows}</sheetData>{links}<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.5\" header=\"0.3\" footer=\"0.3\"/>\
         <pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>"
    )
}

/// Adds a row of texts, each with its style: always text, whatever it begins with.
fn put_row(rows: &mut String, row: &mut u32, cells: &[(&str, usize)]) {
    // Not every program makes a row as high as its texts. What stands alone is not wrapped.
    let height = match cells {
        [_] => 18,
        cells => {
            let lines = cells.iter().zip(HEADINGS).map(|((text, _), (_, width))| lines(text, width)).max();
            (lines.unwrap_or(1) * 13 + 5).min(400)
        }
    };
    let _ = write!(rows, "<row r=\"{}\" ht=\"{height}\" customHeight=\"1\">", u64::from(*row) + 1);
    for (column, (text, style)) in (0..).zip(cells) {
        let at = cell_reference(*row, column);
        let _ = match text.is_empty() {
            true => write!(rows, "<c r=\"{at}\" s=\"{style}\"/>"),
            false => write!(
                rows,
                "<c r=\"{at}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
                escaped(text)
            ),
        };
    }
    rows.push_str("</row>");
    *row += 1;
}
