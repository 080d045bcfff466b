//! Cells of every kind in binary workbooks, written here record by record.

use one_plan_workbook::sheet::{Area, Cell, FileKind, NumberStyle};

use crate::cells::{plain, text};
use crate::files::{compound, wide, words, xls_record, xls_stream, xlsb, xlsb_record};
use crate::{file, refusal};

fn percent(digits: &str) -> Cell {
    Cell::Number(digits.into(), NumberStyle::PERCENT)
}

/// A cell of an `.xlsb`: its column and style, then its value.
fn cell(kind: u16, column: u32, style: u32, value: &[u8]) -> Vec<u8> {
    xlsb_record(kind, &[&column.to_le_bytes()[..], &style.to_le_bytes(), value].concat())
}

/// A whole number in the short form, or in hundredths.
fn short(number: i32, hundredths: bool) -> [u8; 4] {
    ((number << 2) | 2 | i32::from(hundredths)).to_le_bytes()
}

fn row(row: u32, is_hidden: bool) -> Vec<u8> {
    xlsb_record(0, &[&row.to_le_bytes()[..], &[0; 7], &[if is_hidden { 0x10 } else { 0 }], &[0; 5]].concat())
}

#[test]
fn cells_of_an_xlsb_are_read() {
    let half = 0x3FE0_0000_u32.to_le_bytes(); // 0.5 in its upper four bytes
    let half_in_hundredths = 0x3FE0_0001_u32.to_le_bytes();
    let sheet = |from_1904| {
        xlsb(
            from_1904,
            &[
                xlsb_record(0x3C, &[&words(&[1, 0, 2, 0])[..], &[0; 8], &words(&[1])].concat()),
                row(0, false),
                cell(0x07, 0, 0, &1_u32.to_le_bytes()),
                cell(0x02, 1, 0, &short(-1234, true)),
                cell(0x02, 2, 0, &short(20267, false)),
                cell(0x02, 3, 0, &half),
                cell(0x02, 4, 1, &half_in_hundredths),
                cell(0x05, 5, 0, &0.30000000000000004_f64.to_le_bytes()),
                cell(0x05, 6, 2, &46113.5_f64.to_le_bytes()),
                cell(0x03, 7, 0, &[0x17]),
                cell(0x04, 8, 0, &[1]),
                cell(0x06, 9, 0, &wide("written £")),
                cell(0x08, 10, 0, &wide("calculated")),
                cell(0x09, 11, 0, &2469_f64.to_le_bytes()),
                cell(0x0A, 12, 0, &[0]),
                cell(0x0B, 13, 0, &[0x07]),
                cell(0x3E, 14, 0, &[&[0][..], &wide("in runs")].concat()),
                cell(0x01, 15, 1, &[]),
                row(4, true),
                cell(0x02, 0, 0, &short(1, false)),
                xlsb_record(0x12, &[&[0; 4][..], &0_u32.to_le_bytes()].concat()), // behind it, without a column
                xlsb_record(0xB0, &words(&[0, 0, 1, 0, 2, 0, 3, 0])),
            ],
            &["first", "second"],
            &[0, 164, 14],
        )
    };
    let read = file("a.xlsb", &sheet(false));
    let expected = [
        text("second"),
        plain("-12.34"),
        plain("20267"),
        plain("0.5"),
        percent("0.005"),
        plain("0.3"),
        Cell::Date("2026-04-01".into()),
        Cell::Error("#REF!".into()),
        Cell::Flag(true),
        text("written £"),
        text("calculated"),
        plain("2469"),
        Cell::Flag(false),
        Cell::Error("#DIV/0!".into()),
        text("in runs"),
    ];
    let sheet_read = &read.sheets[0];
    let rows: Vec<_> = sheet_read.rows().collect();
    assert_eq!(rows, [(0, &expected[..]), (4, &[plain("1"), text("first")][..])]);
    assert_eq!(
        (read.kind, &sheet_read.hidden_rows[..], &sheet_read.hidden_columns[..]),
        (FileKind::Xlsb, &[4][..], &[1, 2][..])
    );
    assert_eq!(sheet_read.merged, [Area { first_row: 0, first_column: 2, last_row: 1, last_column: 3 }]);
    assert_eq!(file("a.xlsb", &sheet(true)).sheets[0].cell(0, 6), &Cell::Date("2030-04-02".into()));
}

#[test]
fn records_that_are_too_short_or_too_long_are_refused() {
    let of = |records: &[Vec<u8>]| refusal("a.xlsb", &xlsb(false, records, &[], &[])).found;
    assert!(of(&[row(0, false), xlsb_record(0x05, &[0; 12])]).contains("too short"));
    assert!(of(&[row(0, false), cell(0x07, 0, 0, &9_u32.to_le_bytes())]).contains("a text of a cell is missing"));
    assert!(of(&[row(0, false), vec![0x06, 0xFF, 0xFF, 0xFF, 0x7F, 0]]).contains("longer than any cell"));
    assert!(of(&[row(0, false), vec![0x06, 0xFF, 0xFF, 0x7F, 0]]).contains("ends too early"));
    assert!(of(&[row(0, false), cell(0x06, 0, 0, &[0xFE, 0xFF, 0xFF, 0xFF])]).contains("too short"));
}

/// A cell of an `.xls`: its row, column and style, then its value.
fn old(kind: u16, row: u16, column: u16, style: u16, value: &[u8]) -> Vec<u8> {
    xls_record(kind, &[&words(&[row, column, style])[..], value].concat())
}

/// A text of an `.xls` in letters of one byte.
fn narrow(text: &str) -> Vec<u8> {
    [&words(&[text.chars().count() as u16])[..], &[0], &text.chars().map(|letter| letter as u8).collect::<Vec<_>>()]
        .concat()
}

fn globals(from_1904: bool) -> Vec<Vec<u8>> {
    let style = |format: u16| xls_record(0xE0, &[&words(&[0, format])[..], &[0; 16]].concat());
    // The second text goes on in another record, there in letters of two bytes, and has runs and more behind it.
    let first = [
        &words(&[2, 0, 3, 0])[..],
        &narrow("first"),
        &words(&[7]),
        &[0x0C],
        &words(&[1]),
        &5_u32.to_le_bytes(),
        b"sec",
    ]
    .concat();
    let more = [&[1][..], &wide("ond£")[4..], &[9; 4], &[8; 5], &words(&[1]), &[1], &wide("é")[4..]].concat();
    vec![
        xls_record(0x22, &words(&[u16::from(from_1904)])),
        xls_record(0x41E, &[&words(&[164])[..], &narrow("0.0%")].concat()),
        style(0),
        style(164),
        style(14),
        xls_record(0xFC, &first),
        xls_record(0x3C, &more),
    ]
}

#[test]
fn cells_of_an_xls_are_read() {
    let formula = |row, column, value: [u8; 8]| old(0x06, row, column, 0, &[&value[..], &[0; 8]].concat());
    let workbook = |from_1904| {
        compound(&[(
            "Workbook",
            &xls_stream(
                &globals(from_1904),
                &[
                    xls_record(0x7D, &words(&[1, 2, 0, 0, 1])),
                    xls_record(0x208, &words(&[4, 0, 1, 0, 0, 0, 0x20, 0])),
                    old(0xFD, 0, 0, 0, &1_u32.to_le_bytes()),
                    old(0x27E, 0, 1, 0, &short(-1234, true)),
                    xls_record(
                        0xBD,
                        &[&words(&[0, 2, 0])[..], &short(20267, false), &words(&[1]), &short(5, true), &words(&[3])]
                            .concat(),
                    ),
                    old(0x203, 0, 4, 0, &0.30000000000000004_f64.to_le_bytes()),
                    old(0x203, 0, 5, 2, &46113.5_f64.to_le_bytes()),
                    old(0x205, 0, 6, 0, &[0x17, 1]),
                    old(0x205, 0, 7, 0, &[1, 0]),
                    old(0x204, 0, 8, 0, &narrow("a label £")),
                    formula(0, 9, 2469_f64.to_le_bytes()),
                    formula(0, 10, [0, 0, 0, 0, 0, 0, 0xFF, 0xFF]),
                    xls_record(0x207, &[&words(&[10])[..], &[0], b"calcu"].concat()),
                    xls_record(0x3C, &[&[0][..], b"lated"].concat()),
                    formula(0, 11, [1, 0, 1, 0, 0, 0, 0xFF, 0xFF]),
                    formula(0, 12, [2, 0, 0x2A, 0, 0, 0, 0xFF, 0xFF]),
                    formula(0, 13, [3, 0, 0, 0, 0, 0, 0xFF, 0xFF]),
                    old(0x201, 0, 14, 1, &[]),
                    // A chart, with records of its own.
                    xls_record(0x809, &words(&[0x0600, 0x20, 0, 0, 0, 0, 0, 0])),
                    old(0x203, 0, 0, 0, &1_f64.to_le_bytes()),
                    xls_record(0x0A, &[]),
                    old(0xFD, 4, 0, 0, &0_u32.to_le_bytes()),
                    old(0xFD, 4, 1, 0, &2_u32.to_le_bytes()),
                    xls_record(0xE5, &words(&[1, 0, 1, 2, 3])),
                ],
            ),
        )])
    };
    let read = file("a.xls", &workbook(false));
    let expected = [
        text("second£"),
        plain("-12.34"),
        plain("20267"),
        percent("0.050"),
        plain("0.3"),
        Cell::Date("2026-04-01".into()),
        Cell::Error("#REF!".into()),
        Cell::Flag(true),
        text("a label £"),
        plain("2469"),
        text("calculated"),
        Cell::Flag(true),
        Cell::Error("#N/A".into()),
        text(""),
    ];
    let sheet = &read.sheets[0];
    let rows: Vec<_> = sheet.rows().collect();
    assert_eq!(rows, [(0, &expected[..]), (4, &[text("first"), text("é")][..])]);
    assert_eq!((read.kind, &sheet.hidden_rows[..], &sheet.hidden_columns[..]), (FileKind::Xls, &[4][..], &[1, 2][..]));
    assert_eq!(sheet.merged, [Area { first_row: 0, first_column: 2, last_row: 1, last_column: 3 }]);
    assert_eq!(file("a.xls", &workbook(true)).sheets[0].cell(0, 5), &Cell::Date("2030-04-02".into()));
}

#[test]
fn old_workbooks_that_contradict_themselves_are_refused() {
    let of =
        |records: &[Vec<u8>]| refusal("a.xls", &compound(&[("Book", &xls_stream(&globals(false), records))])).found;
    assert!(of(&[old(0xFD, 0, 0, 0, &9_u32.to_le_bytes())]).contains("a text of a cell is missing"));
    assert!(of(&[old(0x203, 0, 0, 0, &[0; 4])]).contains("too short"));
    let lost = [&words(&[9])[..], &[0], b"lost"].concat();
    assert!(of(&[old(0x204, 0, 0, 0, &lost)]).contains("cut off"));
    let endless = xls_record(0xFC, &words(&[0, 0, 0xFFFF, 0xFFFF, 9]));
    let bytes = compound(&[("Workbook", &xls_stream(&[endless], &[]))]);
    assert!(refusal("a.xls", &bytes).found.contains("cut off"));
    let very_old = compound(&[("Book", &xls_record(0x809, &words(&[0x0400, 5])))]);
    assert_eq!(refusal("a.xls", &very_old).found, "This is a workbook of a very old Excel.");
}

#[test]
fn a_file_of_streams_that_goes_in_circles_is_refused() {
    let whole = compound(&[("Workbook", &xls_stream(&globals(false), &[]))]);
    let table = u32::from_le_bytes(whole[76..80].try_into().unwrap()) as usize * 512 + 512;
    let mut circle = whole.clone();
    circle[table + 8..table + 12].copy_from_slice(&0_u32.to_le_bytes()); // the third sector leads back to the first
    circle[table..table + 4].copy_from_slice(&2_u32.to_le_bytes());
    let mut of_itself = whole.clone();
    let directory = u32::from_le_bytes(whole[48..52].try_into().unwrap());
    let at = table + directory as usize * 4;
    of_itself[at..at + 4].copy_from_slice(&directory.to_le_bytes());
    let mut beyond = whole.clone();
    beyond[table..table + 4].copy_from_slice(&0x00FF_FFFF_u32.to_le_bytes());
    let mut long = whole;
    let size = 512 + directory as usize * 512 + 128 + 120;
    long[size..size + 4].copy_from_slice(&0x7FFF_FFFF_u32.to_le_bytes());
    for (bytes, found) in [(circle, ""), (of_itself, "circle"), (beyond, "too early")] {
        let reading = crate::read("a.xls", &bytes);
        assert!(reading.refusals.iter().all(|refusal| refusal.found.contains(found)), "{:?}", reading.refusals);
        assert!(found.is_empty() || reading.refusals.len() == 1, "{found}");
    }
    // A length that is too long only says that there is no more.
    assert_eq!(file("a.xls", &long).sheets.len(), 1);
}
