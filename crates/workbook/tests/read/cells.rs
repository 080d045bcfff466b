//! Cells of every kind in workbooks that rust_xlsxwriter makes, or that are written here part by part.

use one_plan_workbook::sheet::{Area, Cell, NumberKind, NumberStyle};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

use crate::files::Xlsx;
use crate::{file, refusal, sheet};

/// A number that is shown as it is.
pub fn plain(digits: &str) -> Cell {
    Cell::Number(digits.into(), NumberStyle::PLAIN)
}

pub fn text(text: &str) -> Cell {
    Cell::Text(text.into())
}

/// A workbook of one sheet with what stands within `worksheet`.
fn workbook_of(worksheet: &str) -> Vec<u8> {
    Xlsx::default().sheet(worksheet)
}

#[test]
fn every_kind_of_cell_is_read() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let format = |code: &str| Format::new().set_num_format(code);
    sheet.write(0, 0, "words & <signs> £").unwrap();
    sheet.write(0, 1, 1234.5).unwrap();
    sheet.write(0, 2, 0.1 + 0.2).unwrap();
    sheet.write_with_format(0, 3, 0.05, &format("0.0%")).unwrap();
    sheet.write_with_format(0, 4, -1234.5, &format("£#,##0.00;(£#,##0.00)")).unwrap();
    sheet.write_with_format(0, 5, ExcelDateTime::from_ymd(2026, 4, 1).unwrap(), &format("dd/mm/yyyy")).unwrap();
    sheet.write(0, 6, true).unwrap();
    sheet.write_formula(0, 7, Formula::new("=B1*2").set_result("2469")).unwrap();
    sheet.write_formula(0, 8, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    sheet.write_formula(0, 9, Formula::new("=\"a\"&\"b\"").set_result("ab")).unwrap();
    sheet.write(0, 10, "########").unwrap();
    sheet.write_blank(0, 11, &format("0.00")).unwrap();
    sheet.write(2, 12, 1_000_000).unwrap();
    let bytes = workbook.save_to_buffer().unwrap();
    let read = file("a.xlsx", &bytes);
    let sheet = &read.sheets[0];
    let money = NumberStyle { kind: NumberKind::Currency, commas: true, brackets: true, thousands: 0, unit: None };
    let expected = [
        text("words & <signs> £"),
        plain("1234.5"),
        plain("0.3"),
        Cell::Number("0.050".into(), NumberStyle::PERCENT),
        Cell::Number("-1234.50".into(), money),
        Cell::Date("2026-04-01".into()),
        Cell::Flag(true),
        plain("2469"),
        Cell::Error("#DIV/0!".into()),
        text("ab"),
        Cell::Error("########".into()),
    ];
    let rows: Vec<_> = sheet.rows().collect();
    assert_eq!(rows[0], (0, &expected[..]));
    assert_eq!((rows.len(), rows[1].0, sheet.cell(2, 12)), (2, 2, &plain("1000000")));
    assert_eq!(sheet.cell(0, 11), &Cell::Empty, "only a style");
    assert_eq!((read.kind, read.remarks.len()), (one_plan_workbook::sheet::FileKind::Xlsx, 0));
}

#[test]
fn a_formula_that_nobody_has_calculated_is_no_nought() {
    // As openpyxl, SheetJS and others write it: without a value, or with an empty one.
    let bytes = workbook_of(
        r#"<sheetData><row r="1"><c r="A1"><f>B1+C1</f><v></v></c><c r="B1"><f>1+1</f></c><c r="C1" t="str"><f>""</f><v></v></c>
        <c r="D1"><f t="shared" ref="D1:E1" si="0">A1</f><v/></c><c r="E1"><f t="shared" si="0"/></c><c r="F1"><f>1-1</f><v>0</v></c>
        <c r="G1" t="n"/><c r="H1" s="1"><v></v></c></row></sheetData>"#,
    );
    let sheet = sheet("a.xlsx", &bytes);
    let formula = |text: &str| Cell::UncalculatedFormula(text.into());
    let expected = [formula("B1+C1"), formula("1+1"), Cell::Empty, formula("A1"), formula("…"), plain("0")];
    assert_eq!(sheet.rows().next().unwrap(), (0, &expected[..]));
}

#[test]
fn noughts_of_a_library_that_does_not_calculate_are_no_values() {
    let of = |second: &str| {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        sheet.write_formula(0, 0, "=1+1").unwrap();
        sheet.write_formula(1, 1, Formula::new("=2+2").set_result(second)).unwrap();
        workbook.save_to_buffer().unwrap()
    };
    let none = sheet("a.xlsx", &of("0"));
    assert_eq!(none.cell(0, 0), &Cell::UncalculatedFormula("1+1".into()));
    assert_eq!(none.cell(1, 1), &Cell::UncalculatedFormula("2+2".into()));
    // One that has a value shows that the program calculates: then a nought is one.
    let some = sheet("a.xlsx", &of("4"));
    assert_eq!((some.cell(0, 0), some.cell(1, 1)), (&plain("0"), &plain("4")));
}

#[test]
fn what_is_hidden_or_merged_is_said() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("Plan").unwrap();
    sheet.merge_range(0, 1, 0, 3, "heading", &Format::new()).unwrap();
    sheet.write(1, 0, 1).unwrap();
    sheet.write(2, 4, 2).unwrap();
    sheet.set_row_hidden(1).unwrap();
    sheet.set_row_hidden(2).unwrap();
    sheet.set_row_hidden(9).unwrap();
    sheet.set_column_hidden(2).unwrap();
    sheet.set_column_hidden(20).unwrap();
    workbook.add_worksheet().set_name("Old").unwrap().set_hidden(true).write(0, 0, 3).unwrap();
    let read = file("a.xlsx", &workbook.save_to_buffer().unwrap());
    let sheet = &read.sheets[0];
    assert_eq!((&sheet.hidden_rows[..], &sheet.hidden_columns[..]), (&[1, 2][..], &[2][..]));
    assert_eq!(sheet.merged, [Area { first_row: 0, first_column: 1, last_row: 0, last_column: 3 }]);
    assert!(read.sheets[1].is_hidden && !sheet.is_hidden);
    assert_eq!(
        read.remarks,
        [
            "2 hidden rows (2, 3) and 1 hidden column (C) of the sheet \"Plan\" were read too",
            "the hidden sheet \"Old\" was read too"
        ]
    );
}

#[test]
fn dates_of_both_epochs_are_dates() {
    let cells = r#"<sheetData><row><c s="1"><v>44651</v></c><c t="d"><v>2026-04-01T00:00:00</v></c></row></sheetData>"#;
    let styles = r#"<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>"#;
    let of = |properties: &str| Xlsx { properties, styles, ..Xlsx::default() }.sheet(cells);
    let dates = |bytes: &[u8]| [sheet("a.xlsx", bytes).cell(0, 0).clone(), sheet("a.xlsx", bytes).cell(0, 1).clone()];
    assert_eq!(
        dates(&of(r#"<workbookPr date1904="1"/>"#)),
        [Cell::Date("2026-04-01".into()), Cell::Date("2026-04-01".into())]
    );
    assert_eq!(dates(&of("<workbookPr/>"))[0], Cell::Date("2022-03-31".into()));
}

#[test]
fn texts_are_read_however_they_are_kept() {
    let strings = r#"<si><t>one</t></si><si><r><t>two </t></r><r><t xml:space="preserve">runs</t></r><rPh><t>spoken</t></rPh></si><si/>"#;
    let bytes = Xlsx { strings, ..Xlsx::default() }.sheet(
        r#"<sheetData><row><c t="s"><v>1</v></c><c t="s"><v>0</v></c><c t="s"><v>2</v></c><c t="inlineStr"><is><r><t>in</t></r><r><t>line&#10;&amp;_x0041_</t></r></is></c>
        <c t="str"><f>x</f><v>a &lt; b</v></c></row><row r="1048576"><c t="n"><v>1e3</v></c></row></sheetData>"#,
    );
    let sheet = sheet("a.xlsx", &bytes);
    let expected = [text("two runs"), text("one"), Cell::Empty, text("inline\n&A"), text("a < b")];
    assert_eq!(sheet.rows().next().unwrap().1, &expected[..]);
    assert_eq!((sheet.row_count(), sheet.cell(1_048_575, 0)), (2, &plain("1000")));
}

#[test]
fn cells_in_any_order_stand_where_they_say() {
    let bytes = workbook_of(
        r#"<sheetData><row r="3"><c r="B3"><v>3</v></c><c r="A3"><v>30</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>
        <row r="3"><c r="C3"><v>300</v></c></row></sheetData>"#,
    );
    let sheet = sheet("a.xlsx", &bytes);
    let rows: Vec<_> = sheet.rows().map(|(row, cells)| (row, cells.to_vec())).collect();
    assert_eq!(rows, [(0, vec![plain("1")]), (2, vec![plain("30"), plain("3"), plain("300")])]);
}

#[test]
fn what_cannot_be_in_a_workbook_is_refused() {
    for (cells, found) in [
        (r#"<row><c r="XFE1"><v>1</v></c></row>"#, "This has more."),
        (r#"<row r="1048577"><c><v>1</v></c></row>"#, "This has more."),
        (r#"<row r="0"/>"#, "is no row"),
        (r#"<row><c r="1A"><v>1</v></c></row>"#, "is no cell"),
        (r#"<row><c t="s"><v>7</v></c></row>"#, "a text of a cell is missing"),
        (r#"<row><c>"#, "not well formed"),
    ] {
        let refusal = refusal("a.xlsx", &workbook_of(&format!("<sheetData>{cells}</sheetData>")));
        assert!(refusal.found.contains(found), "{cells}: {refusal}");
    }
}
