//! Files made to do harm are refused in words and in bounded memory, and nobody waits for two seconds without a word: after
//! that it is told how far the reading is, and it can be stopped.
//!
//! Time is that of the processor for this thread: what else a machine does meanwhile makes nothing late. The memory of the whole program is counted: this file holds one test, so that no other runs beside it.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop where it fails")]

#[path = "support/files.rs"]
mod files;

use std::io::{Cursor, Write};
use std::ops::ControlFlow;
use std::time::Duration;

use cpu_time::ThreadTime;
use files::{Xlsx, archive, compound, ods, words, xls_record, xls_stream, xlsb, xlsb_record};
use one_plan_workbook::read::{limits, read_files};
use peak_alloc::PeakAlloc;
use zip::write::SimpleFileOptions;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// How long nothing may be told. Of the cases below the slowest takes 1.2 s of the processor as tests are built: the bound is
/// wide enough for a machine a tenth as fast, and what goes through a whole file without a word takes far longer than that.
const LONGEST: Duration = Duration::from_secs(if cfg!(debug_assertions) { 20 } else { 2 });

/// The most memory, in megabytes, for files that are refused because of what is in them.
const MOST_MEGABYTES: usize = 150;

/// The same for those that are full of cells or text, up to the limits.
const MOST_MEGABYTES_OF_CELLS: usize = 1_000;

/// A workbook whose sheet is so many times the same, in an archive.
fn repeated(before: &str, piece: &str, times: usize, after: &str) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    zip.start_file("xl/workbook.xml", options).unwrap();
    zip.write_all(br#"<workbook xmlns:r="r"><sheets><sheet name="S" r:id="r1"/></sheets></workbook>"#).unwrap();
    zip.start_file("xl/_rels/workbook.xml.rels", options).unwrap();
    zip.write_all(br#"<Relationships><Relationship Id="r1" Type="x/worksheet" Target="s.xml"/></Relationships>"#)
        .unwrap();
    zip.start_file("xl/s.xml", options).unwrap();
    zip.write_all(before.as_bytes()).unwrap();
    let at_once = 1_000_000 / piece.len() + 1;
    let many = piece.repeat(at_once);
    for _ in 0..times / at_once {
        zip.write_all(many.as_bytes()).unwrap();
    }
    zip.write_all(piece.repeat(times % at_once).as_bytes()).unwrap();
    zip.write_all(after.as_bytes()).unwrap();
    zip.finish().unwrap().into_inner()
}

/// What is tried: what it is, the file, what is said of it, and whether it may take the memory of cells.
struct Case {
    what: &'static str,
    bytes: Vec<u8>,
    said: &'static str,
    fills: bool,
}

fn case(what: &'static str, bytes: Vec<u8>, said: &'static str) -> Case {
    Case { what, bytes, said, fills: false }
}

fn full(what: &'static str, bytes: Vec<u8>, said: &'static str) -> Case {
    Case { what, bytes, said, fills: true }
}

/// Each is made only when it is tried.
const CASES: &[fn() -> Case] = &[
    || case("a bomb of blanks", repeated("<worksheet>", " ", 200_000_000, "</worksheet>"), "longer than any cell"),
    || {
        let cell = format!("<c>{}</c>", " ".repeat(10_000));
        let bomb = repeated("<worksheet><sheetData><row>", &cell, 20_000, "</row></sheetData></worksheet>");
        case("a bomb of cells", bomb, "many times as large")
    },
    || {
        let laughs = r#"<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet>"#;
        case("a billion laughs", repeated(laughs, "<v>&b;</v>", 10, "</worksheet>"), "defines XML entities")
    },
    || case("elements within elements", repeated("<worksheet>", "<a>", 1_000_000, ""), "within each other"),
    || {
        case(
            "one endless tag",
            repeated("<worksheet><c ", "a='1' ", 15_000_000, "/></worksheet>"),
            "longer than any cell",
        )
    },
    || {
        let pieces = repeated(
            "<worksheet><sheetData><row><c><v>",
            "1<!-- -->",
            20_000_000,
            "</v></c></row></sheetData></worksheet>",
        );
        case("one endless value", pieces, "longer than any cell")
    },
    || {
        let wide: String = (0..1_000_000).map(|_| "<c><v>1</v></c>").collect();
        case(
            "a million columns",
            Xlsx::default().sheet(&format!("<sheetData><row>{wide}</row></sheetData>")),
            "16,384 columns",
        )
    },
    || {
        let rows: String =
            (1..30_000).map(|row| format!(r#"<row r="{row}"><c r="XFD{row}"><v>1</v></c></row>"#)).collect();
        full(
            "a last cell in each of many rows",
            Xlsx::default().sheet(&format!("<sheetData>{rows}</sheetData>")),
            "16 million cells",
        )
    },
    || {
        let strings = format!("<si><t>{}</t></si>", "long text ".repeat(3_000));
        let cells: String = (0..100_000).map(|_| r#"<row><c t="s"><v>0</v></c></row>"#).collect();
        full(
            "one text in many cells",
            Xlsx { strings: &strings, ..Xlsx::default() }.sheet(&format!("<sheetData>{cells}</sheetData>")),
            "500 MB of text",
        )
    },
    || {
        let rows = r#"<table:table><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/></table:table-row></table:table>"#;
        full("one cell repeated everywhere", ods("", rows), "16 million cells")
    },
    || {
        let rows = r#"<table:table><table:table-row table:number-rows-repeated="4294967295"><table:table-cell office:value-type="float" office:value="1"/></table:table-row></table:table>"#;
        full("a row repeated without end", ods("", rows), "1,048,576 rows")
    },
    || {
        case(
            "a record that says it is long",
            xlsb(false, &[vec![0x06, 0xFF, 0xFF, 0xFF, 0x7F]], &[], &[]),
            "longer than any cell",
        )
    },
    || {
        let far: Vec<Vec<u8>> = (0..30_000_u32)
            .flat_map(|row| {
                [
                    xlsb_record(0, &[&row.to_le_bytes()[..], &[0; 13]].concat()),
                    xlsb_record(2, &[&16_383_u32.to_le_bytes()[..], &[0; 8]].concat()),
                ]
            })
            .collect();
        full("a last cell in each of many rows, binary", xlsb(false, &far, &[], &[]), "16 million cells")
    },
    || {
        let texts = xls_record(0xFC, &words(&[0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF]));
        case("four thousand million texts", compound(&[("Workbook", &xls_stream(&[texts], &[]))]), "cut off")
    },
    || {
        let mut bytes = b"PK\x03\x04".to_vec();
        bytes.extend(b"PK\x01\x02".repeat(2_000_000));
        case("millions of entries", bytes, "at most 20000 files")
    },
    || {
        let inner = archive(&[("a.csv", b"1,2".as_slice())]);
        let outer: Vec<(String, &[u8])> = (0..50).map(|index| (format!("{index}.zip"), inner.as_slice())).collect();
        let outer: Vec<(&str, &[u8])> = outer.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect();
        case("archives within an archive", archive(&outer), "an archive within an archive")
    },
    || {
        let big = vec![b'1'; 310_000_000];
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file("a.csv", SimpleFileOptions::default().compression_level(Some(1))).unwrap();
        zip.write_all(&big).unwrap();
        full("a bomb of text in an archive", zip.finish().unwrap().into_inner(), "")
    },
    || full("a file larger than the largest", vec![b'1'; limits::LARGEST_FILE as usize + 1], "This one is 301 MB."),
    || case("a million columns of text", b"1,".repeat(1_000_000), "16,384 columns"),
    || full("more cells of text than are read", b"1,2,3,4,5,6,7,8,9,0\n".repeat(1_048_577), "1,048,576 rows"),
    || {
        case(
            "a quotation mark and nothing after it",
            [&b"a,b\n\""[..], &b"1,2\n".repeat(2_000_000)].concat(),
            "does not end",
        )
    },
];

#[test]
fn files_made_to_do_harm_are_refused_soon_and_in_little_memory() {
    let mut wrong = Vec::new();
    for make in CASES {
        let Case { what, bytes, said, fills } = make();
        let before = MEMORY.current_usage();
        MEMORY.reset_peak_usage();
        let begun = ThreadTime::now();
        let (mut told, mut silence) = (begun, Duration::ZERO);
        let reading = read_files(&[("hostile.xlsx", &bytes)], &mut |_| {
            silence = silence.max(told.elapsed());
            told = ThreadTime::now();
            ControlFlow::Continue(())
        });
        let silence = silence.max(told.elapsed());
        let taken = begun.elapsed();
        let memory = (MEMORY.peak_usage() - before) / 1_000_000;
        println!(
            "{what}: {} kB, {} ms, {} ms at once, {memory} MB",
            bytes.len() / 1_000,
            taken.as_millis(),
            silence.as_millis()
        );
        let told: Vec<String> = reading.refusals.iter().map(ToString::to_string).collect();
        if !reading.files.is_empty() || told.is_empty() || !told.iter().all(|told| told.contains(said)) {
            wrong.push(format!("{what}: {} files, {told:?}", reading.files.len()));
        }
        let most = if fills { MOST_MEGABYTES_OF_CELLS } else { MOST_MEGABYTES };
        if memory > most {
            wrong.push(format!("{what}: {memory} MB of memory"));
        }
        if silence > LONGEST {
            wrong.push(format!("{what}: {} ms without a word", silence.as_millis()));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
