//! Cells of every kind in OpenDocument spreadsheets, written here element by element.

use one_plan_workbook::sheet::{Area, Cell, FileKind, NumberKind, NumberStyle};

use crate::cells::{plain, text};
use crate::files::ods;
use crate::{file, refusal, sheet};

/// A sheet of one row with these cells.
fn row_of(cells: &str) -> Vec<Cell> {
    let bytes =
        ods("", &format!(r#"<table:table table:name="S"><table:table-row>{cells}</table:table-row></table:table>"#));
    sheet("a.ods", &bytes).rows().next().map(|(_, cells)| cells.to_vec()).unwrap_or_default()
}

#[test]
fn every_kind_of_cell_is_read() {
    let cells = row_of(
        r#"<table:table-cell office:value-type="string"><text:p>words<text:s text:c="2"/><text:span>&amp; more</text:span></text:p><text:p>below</text:p>
           <office:annotation><text:p>a note</text:p></office:annotation><draw:frame><text:p>drawn</text:p></draw:frame></table:table-cell>
           <table:table-cell office:value-type="float" office:value="0.30000000000000004"><text:p>0.3</text:p></table:table-cell>
           <table:table-cell office:value-type="percentage" office:value="0.05"><text:p>5%</text:p></table:table-cell>
           <table:table-cell office:value-type="currency" office:currency="GBP" office:value="-1.5E3"/>
           <table:table-cell office:value-type="date" office:date-value="2026-04-01T12:30:00"/>
           <table:table-cell office:value-type="boolean" office:boolean-value="true"/>
           <table:table-cell office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>
           <table:table-cell table:formula="of:=[.A1]+1" office:value-type="float" office:value="7"/>
           <table:table-cell table:formula="of:=[.A1]+1"/>
           <table:table-cell table:formula="of:=[.A1]+2" office:value-type="float"/>
           <table:table-cell table:formula="of:=&quot;&quot;" office:value-type="string" office:string-value=""/>
           <table:table-cell office:value-type="string"><text:p>#####</text:p></table:table-cell>
           <table:table-cell office:value-type="float" office:value="1"><text:p>TRUE</text:p></table:table-cell>
           <table:table-cell table:style-name="ce1" table:number-columns-repeated="16000"/>"#,
    );
    let expected = [
        text("words  & more\nbelow"),
        plain("0.3"),
        Cell::Number("0.05".into(), NumberStyle::PERCENT),
        Cell::Number("-1500".into(), NumberStyle::CURRENCY),
        Cell::Date("2026-04-01".into()),
        Cell::Flag(true),
        Cell::Error("#DIV/0!".into()),
        plain("7"),
        Cell::UncalculatedFormula("[.A1]+1".into()),
        Cell::UncalculatedFormula("[.A1]+2".into()),
        Cell::Empty,
        Cell::Error("#####".into()),
        Cell::Flag(true),
    ];
    assert_eq!(cells, expected);
}

#[test]
fn what_is_repeated_hidden_or_merged_is_known() {
    let styles = r#"<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>"#;
    let body = r#"<table:table table:name="Plan">
        <table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/><table:table-column table:number-columns-repeated="16380"/>
        <table:table-header-rows><table:table-row><table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="3"/></table:table-row></table:table-header-rows>
        <table:table-row table:number-rows-repeated="4"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
        <table:table-row table:visibility="filter" table:number-rows-repeated="2"><table:table-cell/><table:table-cell office:value-type="string" table:number-columns-spanned="2" table:number-rows-spanned="1"><text:p>b</text:p></table:table-cell><table:covered-table-cell/></table:table-row>
        <table:table-row table:number-rows-repeated="1048569"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
        </table:table>
        <table:table table:name="Old" table:style-name="ta2"><table:table-row><table:table-cell office:value-type="string"><text:p>c</text:p></table:table-cell></table:table-row></table:table>"#;
    let read = file("a.ods", &ods(styles, body));
    let sheet = &read.sheets[0];
    let rows: Vec<_> = sheet.rows().map(|(row, cells)| (row, cells.len())).collect();
    assert_eq!((rows, sheet.cell(6, 1)), (vec![(0, 3), (5, 2), (6, 2)], &text("b")));
    assert_eq!((&sheet.hidden_rows[..], &sheet.hidden_columns[..]), (&[5, 6][..], &[2][..]));
    assert_eq!(sheet.merged, [Area { first_row: 5, first_column: 1, last_row: 5, last_column: 2 }]);
    assert_eq!((read.kind, sheet.is_hidden, read.sheets[1].is_hidden), (FileKind::Ods, false, true));
}

#[test]
fn number_formats_come_from_the_styles_of_cells_rows_and_columns() {
    let styles = r#"<number:number-style style:name="N0"><number:number number:decimal-places="2" number:min-decimal-places="2" number:grouping="true"/></number:number-style>
        <number:number-style style:name="N1"><number:text>(</number:text><number:number number:decimal-places="1" number:grouping="true"/><number:text>)</number:text><style:map style:condition="value()&gt;=0" style:apply-style-name="N0"/></number:number-style>
        <number:number-style style:name="N2"><number:number number:decimal-places="0" number:display-factor="1000"/></number:number-style>
        <style:style style:name="brackets" style:family="table-cell" style:data-style-name="N1"/>
        <style:style style:name="child" style:family="table-cell" style:parent-style-name="brackets"/>
        <style:style style:name="thousands" style:family="table-cell" style:data-style-name="N2"/>
        <style:style style:name="loop" style:family="table-cell" style:parent-style-name="loop"/>"#;
    let number =
        |style: &str| format!(r#"<table:table-cell {style} office:value-type="float" office:value="-1234.5"/>"#);
    let row = |style: &str, cells: &str| format!("<table:table-row {style}>{cells}</table:table-row>");
    let body = [
        r#"<table:table table:name="S"><table:table-column/><table:table-column table:default-cell-style-name="brackets"/>"#.to_owned(),
        row("", &[number(r#"table:style-name="child""#), number(""), number(r#"table:style-name="thousands""#), number(r#"table:style-name="loop""#)].concat()),
        row(r#"table:default-cell-style-name="brackets""#, &number("")),
        "</table:table>".to_owned(),
    ];
    let sheet = sheet("a.ods", &ods(styles, &body.concat()));
    let bracketed = Cell::Number(
        "-1234.50".into(),
        NumberStyle { kind: NumberKind::Plain, commas: true, brackets: true, thousands: 0, unit: None },
    );
    let in_thousands = Cell::Number("-1234.5".into(), NumberStyle { thousands: 1, ..NumberStyle::PLAIN });
    assert_eq!(sheet.rows().next().unwrap().1, [bracketed.clone(), bracketed.clone(), in_thousands, plain("-1234.5")]);
    assert_eq!(sheet.cell(1, 0), &bracketed);
}

#[test]
fn letters_behind_the_digits_of_a_style_are_a_unit_of_money() {
    let styles = r#"<number:currency-style style:name="N0"><number:currency-symbol>£</number:currency-symbol><number:number number:decimal-places="2" number:min-decimal-places="2"/><number:text>m</number:text></number:currency-style>
        <number:number-style style:name="N1"><number:text>M</number:text><number:number number:decimal-places="0"/><number:text> days</number:text></number:number-style>
        <style:style style:name="money" style:family="table-cell" style:data-style-name="N0"/>
        <style:style style:name="days" style:family="table-cell" style:data-style-name="N1"/>"#;
    let number = |style: &str| {
        format!(r#"<table:table-cell table:style-name="{style}" office:value-type="float" office:value="0.25"/>"#)
    };
    let rows = format!("<table:table-row>{}{}</table:table-row>", number("money"), number("days"));
    let sheet = sheet("a.ods", &ods(styles, &format!(r#"<table:table table:name="S">{rows}</table:table>"#)));
    let unit = |column| match sheet.cell(0, column) {
        Cell::Number(_, style) => style.unit.map(|unit| unit.symbol()),
        _ => Some("no number"),
    };
    assert_eq!([unit(0), unit(1)], [Some("£m"), None]);
    assert_eq!(sheet.cell(0, 0).shown(), "£0.25m");
}

#[test]
fn what_is_not_whole_is_refused() {
    let body = r#"<table:table table:name="S"><table:table-row>"#;
    assert!(refusal("a.ods", &ods("", body)).found.contains("not well formed"));
    assert!(refusal("a.ods", &ods("", "&unknown;<table:table><table:table-row><table:table-cell><text:p>&x;</text:p></table:table-cell></table:table-row></table:table>")).found.contains("entity"));
}
