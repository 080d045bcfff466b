//! Files that other programs write: openpyxl, XlsxWriter, xlwt, odfpy, pyexcel-ods, SheetJS and LibreOffice.
//!
//! `cargo xtask test` has them written (`tests/workbook/make_files.py`, `make_files.mjs`) and runs these tests; without it
//! they are ignored, as the files are not kept.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may stop where it fails")]

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use std::ops::ControlFlow;
use std::path::PathBuf;

use calamine::{Data, Reader, open_workbook_auto_from_rs};
use one_plan_workbook::read::{Refusal, read_files};
use one_plan_workbook::sheet::{Area, Cell, FileKind, NumberKind, NumberStyle, SourceFile};

/// What says where the files are.
const FOLDER: &str = "ONE_PLAN_WORKBOOK_FILES";

fn folder() -> PathBuf {
    PathBuf::from(std::env::var_os(FOLDER).unwrap_or_else(|| panic!("{FOLDER} is not set: run `cargo xtask test`")))
}

fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(folder().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn read(name: &str) -> SourceFile {
    let mut reading = read_files(&[(name, &bytes(name))], &mut |_| ControlFlow::Continue(()));
    assert_eq!(reading.refusals, Vec::<Refusal>::new(), "{name}");
    reading.files.remove(0)
}

fn plain(digits: &str) -> Cell {
    Cell::Number(digits.into(), NumberStyle::PLAIN)
}

fn number(digits: &str, kind: NumberKind, commas: bool, brackets: bool) -> Cell {
    Cell::Number(digits.into(), NumberStyle { kind, commas, brackets, thousands: 0, unit: None })
}

fn text(text: &str) -> Cell {
    Cell::Text(text.into())
}

/// What every writer puts beside each name, as long as its format can hold it.
fn expected() -> BTreeMap<&'static str, Cell> {
    BTreeMap::from([
        ("text", text("words & <signs> £")),
        ("digits", text("00123")),
        ("whole", plain("20267")),
        ("decimal", plain("1234.5")),
        ("tail", plain("0.3")),
        ("small", plain("0.000001")),
        ("large", plain("123456789012.25")),
        ("negative", plain("-6.3")),
        ("percent", number("0.05", NumberKind::Percent, false, false)),
        ("per mille", number("0.015", NumberKind::Percent, false, false)),
        ("money", number("1234.50", NumberKind::Currency, true, false)),
        ("brackets", number("-20267", NumberKind::Plain, true, true)),
        ("places", plain("6.30")),
        ("day", Cell::Date("2026-04-01".into())),
        ("moment", Cell::Date("2026-04-01".into())),
        ("flag", Cell::Flag(true)),
        ("lines", text("two\nlines")),
        ("hashes", Cell::Error("####".into())),
        ("style only", Cell::Empty),
        ("doubled", plain("2469")),
        ("joined", text("text!")),
        ("divided", Cell::Error("#DIV/0!".into())),
        ("merged", Cell::Empty),
    ])
}

/// What programs print of it where they write text alone.
fn as_text() -> Vec<(&'static str, Cell)> {
    let printed = [
        ("whole", "20267"),
        ("decimal", "1234.5"),
        ("tail", "0.3"),
        ("small", "0.000001"),
        ("large", "123456789012.25"),
        ("negative", "-6.3"),
        ("percent", "5%"),
        ("per mille", "1.5%"),
        ("money", "1234.5"),
        ("brackets", "-20267"),
        ("places", "6.3"),
        ("flag", "TRUE"),
        ("doubled", "2469"),
    ];
    printed.map(|(name, printed)| (name, text(printed))).to_vec()
}

/// Reads a file and holds it against what was written, but for some cells that the writer writes in another way.
fn holds(name: &str, kind: FileKind, others: &[(&str, Cell)]) -> SourceFile {
    let file = read(name);
    assert_eq!(file.kind, kind, "{name}");
    let mut expected = expected();
    expected.extend(others.iter().cloned());
    let sheet = &file.sheets[0];
    let mut found: BTreeMap<String, Cell> =
        sheet.rows().map(|(row, _)| (sheet.cell(row, 0).shown(), sheet.cell(row, 1).clone())).collect();
    let mut wrong = Vec::new();
    for (name, cell) in &expected {
        match found.remove(*name) {
            Some(found) if found == *cell => {}
            other => wrong.push(format!("{name}: {other:?}, not {cell:?}")),
        }
    }
    assert!(wrong.is_empty() && found.is_empty(), "{name}:\n{}\nand {found:?}", wrong.join("\n"));
    file
}

/// The same, and what is hidden and merged is known.
fn holds_all(name: &str, kind: FileKind, others: &[(&str, Cell)]) {
    holds_with_hidden(name, kind, others, &[2], &[4]);
}

/// The same where a writer does not hide all rows and columns that it should.
fn holds_with_hidden(name: &str, kind: FileKind, others: &[(&str, Cell)], rows: &[u32], columns: &[u32]) {
    let file = holds(name, kind, others);
    let sheet = &file.sheets[0];
    assert_eq!(
        (sheet.name.as_str(), &sheet.hidden_rows[..], &sheet.hidden_columns[..]),
        ("Plan", rows, columns),
        "{name}"
    );
    assert_eq!(sheet.cell(0, 4), &text("in a hidden column"), "{name}");
    assert_eq!(sheet.merged, [Area { first_row: 22, first_column: 0, last_row: 22, last_column: 2 }], "{name}");
    let old = &file.sheets[1];
    assert_eq!((old.name.as_str(), old.is_hidden, old.cell(0, 0)), ("Old", true, &text("in a hidden sheet")), "{name}");
    let said = match (rows.len(), columns.len()) {
        (1, 1) => "1 hidden row (3) and 1 hidden column (E) of the sheet \"Plan\" were read too",
        (1, _) => "1 hidden row (3) of the sheet \"Plan\" was read too",
        _ => "1 hidden column (E) of the sheet \"Plan\" was read too",
    };
    assert_eq!(file.remarks, [said, "the hidden sheet \"Old\" was read too"], "{name}");
}

fn uncalculated(formulas: [&str; 3]) -> [(&'static str, Cell); 3] {
    let [doubled, joined, divided] = formulas.map(|formula| Cell::UncalculatedFormula(formula.into()));
    [("doubled", doubled), ("joined", joined), ("divided", divided)]
}

#[test]
#[ignore = "needs files of other programs: cargo xtask test"]
fn openpyxl() {
    let formulas = uncalculated(["B4*2", "A1&\"!\"", "1/0"]);
    holds_all("openpyxl.xlsx", FileKind::Xlsx, &formulas);
    holds_all("openpyxl-1904.xlsx", FileKind::Xlsx, &formulas);
}

#[test]
#[ignore = "needs files of other programs: cargo xtask test"]
fn xlsxwriter() {
    holds_all("xlsxwriter.xlsx", FileKind::Xlsx, &[]);
    holds_all("xlsxwriter-1904.xlsx", FileKind::Xlsx, &[]);
    holds_all("xlsxwriter-uncalculated.xlsx", FileKind::Xlsx, &uncalculated(["B4*2", "A1&\"!\"", "1/0"]));
}

#[test]
#[ignore = "needs files of other programs: cargo xtask test"]
fn xlwt() {
    // Formulas of this format are not written as text.
    holds_all("xlwt.xls", FileKind::Xls, &uncalculated(["…"; 3]));
    holds_all("xlwt-1904.xls", FileKind::Xls, &uncalculated(["…"; 3]));
}

#[test]
#[ignore = "needs files of other programs: cargo xtask test"]
fn odfpy() {
    holds_all("odfpy.ods", FileKind::Ods, &uncalculated(["B4*2", "A1&\"!\"", "1/0"]));
}

#[test]
#[ignore = "needs files of other programs: cargo xtask test"]
fn pyexcel() {
    // It writes values without any format, dates and times as it likes, and no formulas.
    let file = read("pyexcel.ods");
    let sheet = &file.sheets[0];
    assert_eq!((file.kind, sheet.cell(1, 1), sheet.cell(4, 1)), (FileKind::Ods, &text("00123"), &plain("0.3")));
    assert_eq!((sheet.cell(13, 1), sheet.cell(15, 1)), (&Cell::Date("2026-04-01".into()), &Cell::Flag(true)));
}

#[test]
#[ignore = "needs files of other programs: cargo xtask test"]
fn sheetjs() {
    for (name, kind) in [
        ("sheetjs.xlsx", FileKind::Xlsx),
        ("sheetjs-1904.xlsx", FileKind::Xlsx),
        ("sheetjs.xlsm", FileKind::Xlsx),
        ("sheetjs.xlsb", FileKind::Xlsb),
    ] {
        holds_all(name, kind, &[]);
    }
    // Here it writes neither number formats nor errors, and hides nothing.
    let bare = [
        ("percent", plain("0.05")),
        ("per mille", plain("0.015")),
        ("money", plain("1234.5")),
        ("brackets", plain("-20267")),
        ("places", plain("6.3")),
        ("day", plain("46113")),
        ("moment", plain("46113.5208333333")),
        ("divided", Cell::Empty),
    ];
    let file = holds("sheetjs.ods", FileKind::Ods, &bare);
    assert_eq!((file.sheets[0].merged.len(), file.sheets.len()), (1, 2));
    // It hides no rows in this format, and in that of Excel 5 no columns either; nor has that a pound sign.
    for name in ["sheetjs.xls", "sheetjs-1904.xls"] {
        holds_with_hidden(name, FileKind::Xls, &[], &[], &[4]);
    }
    let without_pounds = [("text", text("words & <signs> _")), ("money", plain("1234.50"))];
    let file = holds("sheetjs-5.xls", FileKind::Xls, &without_pounds);
    assert!(file.sheets[1].is_hidden);
    let printed = [
        ("large", text("1.23457E+11")),
        ("brackets", text("(20,267)")),
        ("places", text("6.30")),
        ("day", text("01/04/2026")),
        ("moment", text("2026-04-01 12:30")),
    ];
    for name in ["sheetjs.csv", "sheetjs-utf-16.txt"] {
        holds(name, FileKind::Csv, &[&as_text()[..], &printed].concat());
    }
}

/// SheetJS does not write that a binary workbook counts from 1904: one bit in the third record says so.
#[test]
#[ignore = "needs files of other programs: cargo xtask test"]
fn a_binary_workbook_may_count_from_1904() {
    let mut from = zip::ZipArchive::new(Cursor::new(bytes("sheetjs.xlsb"))).unwrap();
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..from.len() {
        let mut part = from.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        if name == "xl/workbook.bin" {
            let at = content.windows(2).position(|pair| pair == [0x99, 0x01]).unwrap();
            content[at + 3] |= 1;
        }
        to.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        to.write_all(&content).unwrap();
    }
    let bytes = to.finish().unwrap().into_inner();
    let reading = read_files(&[("a.xlsb", &bytes)], &mut |_| ControlFlow::Continue(()));
    // 46113 days after 1 January 1904.
    assert_eq!(reading.files[0].sheets[0].cell(13, 1), &Cell::Date("2030-04-02".into()));
}

#[test]
#[ignore = "needs files of other programs: cargo xtask test"]
fn libreoffice() {
    for name in ["openpyxl", "xlsxwriter"] {
        holds_all(&format!("libreoffice/{name}.ods"), FileKind::Ods, &[]);
        // A text that it has not calculated itself it writes as the number 0 in this format.
        let others = if name == "xlsxwriter" { vec![("joined", plain("0"))] } else { Vec::new() };
        holds_all(&format!("libreoffice/{name}.xls"), FileKind::Xls, &others);
        holds_all(&format!("libreoffice/{name}.xlsx"), FileKind::Xlsx, &[]);
        let printed = [("day", text("04/01/2026")), ("moment", text("2026-04-01 12:30:00"))];
        holds(&format!("libreoffice/{name}.csv"), FileKind::Csv, &[&as_text()[..], &printed].concat());
    }
}

/// Another reader finds the same values at the same places in every workbook.
#[test]
#[ignore = "needs files of other programs: cargo xtask test"]
fn calamine_reads_the_same() {
    let mut compared = 0;
    for folder in [folder(), folder().join("libreoffice")] {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let Ok(mut other) = open_workbook_auto_from_rs(Cursor::new(std::fs::read(&path).unwrap_or_default()))
            else {
                continue;
            };
            let bytes = std::fs::read(&path).unwrap();
            let ours = read_files(&[(&name, &bytes)], &mut |_| ControlFlow::Continue(())).files.remove(0);
            assert_eq!(ours.sheets.iter().map(|sheet| sheet.name.clone()).collect::<Vec<_>>(), other.sheet_names());
            for sheet in &ours.sheets {
                let range = other.worksheet_range(&sheet.name).unwrap();
                let (first_row, first_column) = range.start().unwrap_or_default();
                for (row, column, theirs) in range.used_cells() {
                    let (row, column) = (first_row + row as u32, first_column + column as u32);
                    let ours = sheet.cell(row, column);
                    assert!(is_same(ours, theirs), "{name} {row} {column}: {ours:?}, not {theirs:?}");
                    compared += 1;
                }
            }
        }
    }
    assert!(compared > 500, "{compared} cells");
}

fn is_same(ours: &Cell, theirs: &Data) -> bool {
    match (ours, theirs) {
        (Cell::Number(digits, _), Data::Float(value)) => {
            format!("{value:.12e}") == format!("{:.12e}", digits.parse::<f64>().unwrap())
        }
        (Cell::Number(digits, _), Data::Int(value)) => digits.parse::<f64>().unwrap() == *value as f64,
        (Cell::Text(ours) | Cell::Error(ours), Data::String(theirs)) => **ours == *theirs,
        (Cell::Flag(ours), Data::Bool(theirs)) => ours == theirs,
        (Cell::Error(ours), Data::Error(theirs)) => **ours == theirs.to_string(),
        (Cell::Date(ours), Data::DateTime(theirs)) => {
            let (year, month, day, ..) = theirs.to_ymd_hms_milli();
            **ours == format!("{year:04}-{month:02}-{day:02}")
        }
        (Cell::Date(ours), Data::DateTimeIso(theirs)) => theirs.starts_with(&**ours),
        (Cell::Empty, Data::String(theirs)) => theirs.is_empty(),
        // LibreOffice keeps what is true as a 1 that is shown as a word.
        (Cell::Flag(true), Data::Float(value)) => *value == 1.0,
        // It does not ask whether a value has been calculated.
        (Cell::UncalculatedFormula(_), _) => true,
        _ => false,
    }
}
