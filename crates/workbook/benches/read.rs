//! How fast a large sheet is read, natively. Run with `cargo bench -p one-plan-workbook`.
#![allow(clippy::unwrap_used, clippy::float_arithmetic)]

use std::ops::ControlFlow;

use divan::Bencher;
use one_plan_workbook::read::read_files;
use rust_xlsxwriter::{Format, Workbook};

fn main() {
    divan::main();
}

const ROWS: u32 = 80_000;

/// 80,000 rows of ten columns: texts that repeat and texts that do not, numbers, percentages and money.
fn xlsx() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let percent = Format::new().set_num_format("0.0%");
    let money = Format::new().set_num_format("#,##0.00");
    for row in 0..ROWS {
        sheet.write(row, 0, format!("S{row}")).unwrap();
        sheet.write(row, 1, format!("Programme {}", row % 40)).unwrap();
        sheet.write(row, 2, "recurrent").unwrap();
        sheet.write(row, 3, row % 12 + 1).unwrap();
        for column in 4..9 {
            sheet.write_with_format(row, column, f64::from(row) * 1.01 + f64::from(column), &money).unwrap();
        }
        sheet.write_with_format(row, 9, f64::from(row % 100) / 100.0, &percent).unwrap();
    }
    workbook.save_to_buffer().unwrap()
}

fn csv() -> Vec<u8> {
    let row = |row: u32| {
        let amounts: String =
            (4..9).map(|column| format!(",\"{},{:03}.{:02}\"", row % 900 + column, row % 1_000, row % 100)).collect();
        format!("S{row},Programme {},recurrent,{}{amounts},{}%\r\n", row % 40, row % 12 + 1, row % 100)
    };
    (0..ROWS).map(row).collect::<String>().into_bytes()
}

fn read(bencher: Bencher<'_, '_>, name: &str, bytes: &[u8]) {
    bencher.bench_local(|| {
        let reading = read_files(&[(name, bytes)], &mut |_| ControlFlow::Continue(()));
        assert_eq!(reading.files.first().unwrap().sheets.first().unwrap().row_count(), ROWS as usize);
        reading
    });
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn xlsx_of_80_000_rows(bencher: Bencher<'_, '_>) {
    read(bencher, "a.xlsx", &xlsx());
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn csv_of_80_000_rows(bencher: Bencher<'_, '_>) {
    read(bencher, "a.csv", &csv());
}
