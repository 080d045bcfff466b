//! Files of values set apart.

use one_plan_workbook::read::read_pasted;
use one_plan_workbook::sheet::{Cell, FileKind, Sheet};

use crate::cells::text;
use crate::{file, refusal, sheet};

fn rows(sheet: &Sheet) -> Vec<(u32, Vec<String>)> {
    sheet.rows().map(|(row, cells)| (row, cells.iter().map(Cell::shown).collect())).collect()
}

fn row(row: u32, cells: &[&str]) -> (u32, Vec<String>) {
    (row, cells.iter().map(|cell| (*cell).to_owned()).collect())
}

#[test]
fn values_are_texts_at_their_rows() {
    let read = file("folder/schemes 2026.csv", b"id,name,\n\n1,\"Theatres,\nall \"\"lists\"\"\"\n\r\n2,,x,y\r\n");
    assert_eq!((read.kind, read.sheets[0].name.as_str()), (FileKind::Csv, "schemes 2026"));
    let expected = [row(0, &["id", "name"]), row(2, &["1", "Theatres,\nall \"lists\""]), row(4, &["2", "", "x", "y"])];
    assert_eq!(rows(&read.sheets[0]), expected);
    assert_eq!(read.sheets[0].cell(2, 0), &text("1"), "digits are text until a column says what they are");
}

#[test]
fn empty_lines_are_rows_whatever_ends_them() {
    for end in ["\n", "\r\n", "\r"] {
        let text = format!("{end}{end}a,b{end}{end}\"c{end}d\",e{end}{end}f,g");
        let expected = [row(2, &["a", "b"]), row(4, &[&format!("c{end}d"), "e"]), row(6, &["f", "g"])];
        assert_eq!(rows(&sheet("a.csv", text.as_bytes())), expected, "{end:?}");
    }
}

#[test]
fn the_separator_is_found_or_announced() {
    for text in [
        "a;b\n1,5;2\n",
        "sep=;\r\na;b\r\n1,5;2\r\n",
        "\"sep=;\"\na;b\n1,5;2",
        "SEP=;\ra;b\r1,5;2",
        "a\tb\n1,5\t2\n",
        "sep=|\na|b\n1,5|2\n",
    ] {
        assert_eq!(rows(&sheet("a.csv", text.as_bytes())), [row(0, &["a", "b"]), row(1, &["1,5", "2"])], "{text}");
    }
    assert_eq!(rows(&sheet("a.csv", b"sep=long\n1,2")), [row(0, &["sep=long"]), row(1, &["1", "2"])]);
}

#[test]
fn text_of_any_encoding_is_read() {
    let with_mark =
        [&b"\xFF\xFE"[..], &"£,é\n".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>()].concat();
    for bytes in [&b"\xA3,\xE9\n"[..], "£,é\n".as_bytes(), "\u{FEFF}£,é\n".as_bytes(), &with_mark] {
        assert_eq!(rows(&sheet("a.csv", bytes)), [row(0, &["£", "é"])]);
    }
    assert_eq!(rows(&sheet("a.csv", b"a\0,b")), [row(0, &["a", "b"])]);
    assert_eq!(file("a.csv", b"a,\xA3\n").remarks, ["read as text of Windows (Windows-1252), as it is not UTF-8"]);
}

#[test]
fn errors_of_spreadsheets_are_errors() {
    let sheet = sheet("a.csv", b"#REF!,#####,# of spells\n");
    assert_eq!(sheet.cell(0, 0), &Cell::Error("#REF!".into()));
    assert_eq!(sheet.cell(0, 1), &Cell::Error("#####".into()));
    assert_eq!(sheet.cell(0, 2), &text("# of spells"));
}

#[test]
fn a_quotation_mark_without_its_pair_is_refused() {
    let refusal = refusal("a.csv", b"a,b\n1,\"x\n2,y\n3,z\n");
    assert!(refusal.found.contains("in row 2 does not end"), "{refusal}");
    // One that belongs to the text is none.
    assert_eq!(rows(&sheet("a.csv", b"a,b\n5\" pipe,1")), [row(0, &["a", "b"]), row(1, &["5\" pipe", "1"])]);
}

#[test]
fn more_columns_than_excel_has_are_refused() {
    let wide = "1,".repeat(1_000_000);
    assert!(refusal("a.csv", wide.as_bytes()).expected.contains("16,384 columns"));
    // But not if nothing stands in them.
    assert_eq!(rows(&sheet("a.csv", format!("1{}", ",".repeat(100_000)).as_bytes())), [row(0, &["1"])]);
}

#[test]
fn what_is_pasted_is_read() {
    let read = |text: &str| {
        let mut reading = read_pasted(text, &mut |_| std::ops::ControlFlow::Continue(()));
        assert!(reading.refusals.is_empty());
        rows(&reading.files.remove(0).sheets.remove(0))
    };
    assert_eq!(read("a\tb\r\n1,000\t\"two\nlines\"\r\n"), [row(0, &["a", "b"]), row(1, &["1,000", "two\nlines"])]);
    assert_eq!(read("a,b\n1,2\n"), [row(0, &["a", "b"]), row(1, &["1", "2"])]);
    assert_eq!(read(""), []);
}
